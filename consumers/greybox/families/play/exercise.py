"""What stands in gyms and on sports grounds."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import DARK_METAL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, cylinder, rod, soft
from consumers.greybox.sweeps import hoop

_RUBBER = stuff("rubber")


def dumbbell(b: Draft) -> None:
    """Its bar lies along x; a disc on each end."""
    r, weight = b.h / 2, 0.32 * b.w
    b.add("bar", rod((-b.w * 0.3, r, 0), (b.w * 0.3, r, 0), 0.3 * r, n=12), stuff("chrome"))
    for s in (-1, 1):
        b.add("weights", axle(r, weight, s * (b.w - weight) / 2, r, 0))


def barbell(b: Draft) -> None:
    r = b.h / 2
    b.add("bar", rod((-b.w / 2, r, 0), (b.w / 2, r, 0), 0.07 * r, n=10), stuff("chrome"))
    for s in (-1, 1):
        for k, share in enumerate((1.0, 1.0, 0.72)):
            b.add("plates", axle(r * share, 0.025 * b.w, s * b.w * (0.36 + 0.03 * k), r, 0))


def treadmill(b: Draft) -> None:
    """Front (+Z) is where the runner gets on; the console stands at the back."""
    deck = 0.12 * b.h
    b.add("deck", box(b.w, deck, b.d, bevel=0.2 * deck))
    b.add("belt", box(0.66 * b.w, 0.02 * b.h, 0.94 * b.d, 0, deck), _RUBBER)
    for s in (-1, 1):
        x = s * 0.44 * b.w
        b.add(
            "posts", rod((x, deck, -0.3 * b.d), (x, 0.9 * b.h, -0.42 * b.d), 0.04 * b.w), DARK_METAL
        )
        b.add(
            "rails",
            rod((x, 0.66 * b.h, -0.38 * b.d), (x, 0.66 * b.h, 0.05 * b.d), 0.035 * b.w),
            DARK_METAL,
        )
    b.add("console", soft(0.96 * b.w, 0.2 * b.h, 0.08 * b.d, 0, 0.8 * b.h, -0.44 * b.d))
    b.add("screen", box(0.5 * b.w, 0.12 * b.h, 0.01 * b.d, 0, 0.84 * b.h, -0.395 * b.d),
          stuff("glass", "#22303c"))  # fmt: skip


def punching_bag(b: Draft) -> None:
    r = b.w / 2
    b.add("bag", cylinder(r, 0.8 * b.h, n=28).scale(1, 1, b.d / b.w))
    for y in (0.12, 0.68):
        b.add("bands", cylinder(r * 1.01, 0.03 * b.h, 0, y * b.h, n=28), b.tone(0.6))
    for s in (-1, 1):
        b.add("chain", rod((s * 0.7 * r, 0.79 * b.h, 0), (0, b.h, 0), 0.05 * r), DARK_METAL)


def weight_rack(b: Draft) -> None:
    t = 0.04 * b.w
    for sx in (-1, 1):
        for sz in (-1, 1):
            b.add("frame", box(t, b.h, t, sx * (b.w - t) / 2, 0, sz * (b.d - t) / 2))
    for y in (0.2, 0.55, 0.9):
        b.add("shelves", box(b.w * 0.98, 0.03 * b.h, b.d * 0.9, 0, y * b.h))
        for i in range(6):
            x = (i - 2.5) * b.w / 6.4
            r = 0.06 * b.h * (1.15 - 0.25 * (y > 0.5))
            b.add("weights", axle(r, b.w * 0.04, x - 0.035 * b.w, y * b.h + r, 0), _RUBBER)
            b.add("weights", axle(r, b.w * 0.04, x + 0.035 * b.w, y * b.h + r, 0), _RUBBER)


def goal(b: Draft) -> None:
    """A frame with a net of bars behind it."""
    r = 0.012 * b.w
    for s in (-1, 1):
        x = s * (b.w / 2 - r)
        b.add("frame", rod((x, 0, b.d / 2 - r), (x, b.h - r, b.d / 2 - r), r))
        b.add("net", rod((x, b.h - r, b.d / 2 - r), (x, 0, -b.d / 2 + r), r * 0.4), _NET)
    b.add("frame", rod((-b.w / 2, b.h - r, b.d / 2 - r), (b.w / 2, b.h - r, b.d / 2 - r), r))
    for i in range(1, 12):
        x = (i / 12 - 0.5) * b.w
        b.add("net", rod((x, b.h - r, b.d / 2 - r), (x, 0, -b.d / 2 + r), r * 0.25, n=6), _NET)
    for i in range(6):
        y, z = b.h * (1 - i / 6), b.d / 2 - b.d * i / 6
        b.add("net", rod((-b.w / 2, y, z), (b.w / 2, y, z), r * 0.25, n=6), _NET)


_NET = stuff("cotton")


def basketball_hoop(b: Draft) -> None:
    b.add("pole", rod((0, 0, -0.44 * b.d), (0, 0.8 * b.h, -0.44 * b.d), 0.05 * b.w), DARK_METAL)
    b.add(
        "pole",
        rod((0, 0.8 * b.h, -0.44 * b.d), (0, 0.84 * b.h, -0.02 * b.d), 0.04 * b.w),
        DARK_METAL,
    )
    b.add("base", box(0.5 * b.w, 0.03 * b.h, 0.12 * b.d, 0, 0, -0.44 * b.d), DARK_METAL)
    b.add("board", box(b.w, 0.3 * b.h, 0.03 * b.d, 0, 0.7 * b.h, 0))
    r = 0.22 * b.w
    line = [(r, -0.01 * b.h), (r + 0.02 * b.w, 0.0), (r, 0.01 * b.h)]
    b.add("ring", hoop(line, 24).move(0, 0.76 * b.h, 0.02 * b.d + r), stuff("paint", "#e0662a"))
    for i in range(12):
        a = i * 30
        top = rod((r, 0, 0), (0.6 * r, -0.12 * b.h, 0), 0.008 * b.w, n=6).yaw(a)
        b.add("net", top.move(0, 0.76 * b.h, 0.02 * b.d + r), _NET)


def kettlebell(b: Draft) -> None:
    r = b.w / 2
    b.add("weight", ball(r, 0.36 * b.h, b.d / 2, y=0.36 * b.h))
    for s in (-1, 1):
        b.add("handle", rod((s * 0.6 * r, 0.55 * b.h, 0), (s * 0.45 * r, 0.94 * b.h, 0), 0.14 * r))
    b.add("handle", rod((-0.45 * r, 0.95 * b.h, 0), (0.45 * r, 0.95 * b.h, 0), 0.14 * r))


MODELS: dict[str, Family] = {
    "dumbbell": dumbbell,
    "barbell": barbell,
    "treadmill": treadmill,
    "punching bag": punching_bag,
    "weight rack": weight_rack,
    "soccer goal": goal,
    "basketball hoop": basketball_hoop,
    "kettlebell": kettlebell,
}
