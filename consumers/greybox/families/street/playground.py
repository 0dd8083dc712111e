"""Swings, slides and trampolines."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import BLACK, STEEL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import box, cylinder, rod
from consumers.greybox.sweeps import curve, lathe, tube


def swing(b: Draft) -> None:
    r = 0.022 * b.w
    for s in (-1, 1):
        for z in (-1, 1):
            b.add(
                "frame",
                rod((s * b.w * 0.48, 0, z * b.d * 0.48), (s * b.w * 0.4, b.h * 0.97, 0), r),
                stuff("wood", "#a9784a"),
            )
        b.add(
            "frame",
            rod(
                (s * b.w * 0.45, 0.4 * b.h, -b.d * 0.3),
                (s * b.w * 0.45, 0.4 * b.h, b.d * 0.3),
                r * 0.7,
            ),
            stuff("wood", "#a9784a"),
        )
        x = s * b.w * 0.19
        for k in (-1, 1):
            b.add(
                "ropes",
                rod(
                    (x + k * b.w * 0.1, 0.97 * b.h, 0),
                    (x + k * b.w * 0.1, 0.24 * b.h, 0),
                    r * 0.3,
                    n=6,
                ),
                stuff("straw", "#d8c79a"),
            )
        b.add("seats", box(0.26 * b.w, 0.025 * b.h, 0.14 * b.d, x, 0.23 * b.h))
    b.add(
        "beam",
        rod((-b.w / 2, b.h * 0.97, 0), (b.w / 2, b.h * 0.97, 0), r * 1.1),
        stuff("wood", "#8a5a34"),
    )


def slide(b: Draft) -> None:
    top = 0.66 * b.h
    w = b.w * 0.8
    line = curve(
        [
            (0, top, -0.2 * b.d),
            (0, top * 0.92, -0.1 * b.d),
            (0, top * 0.22, 0.3 * b.d),
            (0, 0.08 * b.h, 0.4 * b.d),
            (0, 0.07 * b.h, 0.49 * b.d),
        ],
        4,
    )
    b.add("chute", tube(line, [(w / 2, 0.016 * b.h)] * len(line), 12))
    for s in (-1, 1):
        edge = [(s * w * 0.5, y + 0.045 * b.h, z) for _, y, z in line]
        b.add("rails", tube(edge, [(0.03 * b.w, 0.05 * b.h)] * len(edge), 8), b.tone(0.8))
    frame = stuff("paint", "#c9343a")
    for s in (-1, 1):
        x = s * b.w * 0.44
        b.add("frame", rod((x, 0, -0.48 * b.d), (x, b.h * 0.98, -0.28 * b.d), 0.035 * b.w), frame)
        b.add("frame", rod((x, 0, -0.2 * b.d), (x, b.h * 0.9, -0.2 * b.d), 0.035 * b.w), frame)
        arch = curve(
            [
                (x, b.h * 0.97, -0.28 * b.d),
                (x, b.h * 0.99, -0.24 * b.d),
                (x, b.h * 0.9, -0.2 * b.d),
            ],
            3,
        )
        b.add("frame", tube(arch, 0.035 * b.w, 8), frame)
    for i in range(6):
        t = (i + 0.7) / 9.5
        b.add(
            "rungs",
            rod(
                (-b.w * 0.44, b.h * t, b.d * (-0.48 + 0.2 * t)),
                (b.w * 0.44, b.h * t, b.d * (-0.48 + 0.2 * t)),
                0.026 * b.w,
            ),
            STEEL,
        )
    b.add(
        "platform",
        box(b.w * 0.9, 0.03 * b.h, 0.16 * b.d, 0, top - 0.02 * b.h, -0.26 * b.d),
        stuff("wood", "#a9784a"),
    )


def trampoline(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    b.add(
        "pad",
        lathe(
            [
                (r * 0.8, 0.93 * b.h),
                (r * 0.97, 0.92 * b.h),
                (r, 0.96 * b.h),
                (r * 0.97, b.h),
                (r * 0.82, b.h),
                (r * 0.8, 0.99 * b.h),
            ][1:5],
            n=36,
        ),
    )
    b.add("mat", cylinder(r * 0.82, 0.03 * b.h, 0, 0.972 * b.h, n=36), BLACK)
    for i in range(6):
        x, z = r * 0.9, 0.0
        leg = rod((x, 0.03 * b.h, z), (x, 0.94 * b.h, z), 0.02 * r)
        b.add("legs", leg.yaw(60 * i + 30), STEEL)
        b.add("legs", box(0.06 * r, 0.05 * b.h, 0.34 * r, x).yaw(60 * i + 30), STEEL)


MODELS: dict[str, Family] = {
    "swing": swing,
    "slide": slide,
    "trampoline": trampoline,
}
