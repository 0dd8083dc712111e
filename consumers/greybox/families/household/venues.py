"""What stands in shops, halls, arcades, hospitals and offices of machines."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import DARK_METAL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, disc, rod, soft
from consumers.greybox.sweeps import hoop, tube

_DARK_GLASS = stuff("glass", "#1d2833")
_GLOW = stuff("light", "#7fd6ff")
_PAD = stuff("fabric", "#f2f4f5")


def arcade_machine(b: Draft) -> None:
    b.add("cabinet", box(b.w, b.h, 0.55 * b.d, 0, 0, -0.22 * b.d))
    b.add("cabinet", box(b.w, 0.46 * b.h, b.d * 0.98))
    b.add("screen", box(0.8 * b.w, 0.3 * b.h, 0.03 * b.d, 0, 0.52 * b.h, 0.06 * b.d), _DARK_GLASS)
    b.add("marquee", box(0.92 * b.w, 0.1 * b.h, 0.05 * b.d, 0, 0.86 * b.h, 0.06 * b.d), _GLOW)
    b.add("panel", box(0.96 * b.w, 0.03 * b.h, 0.4 * b.d, 0, 0.46 * b.h, 0.28 * b.d), DARK_METAL)
    b.add(
        "stick",
        rod((-0.2 * b.w, 0.48 * b.h, 0.3 * b.d), (-0.2 * b.w, 0.54 * b.h, 0.3 * b.d), 0.02 * b.w),
    )
    b.add(
        "knob", ball(0.04 * b.w, x=-0.2 * b.w, y=0.55 * b.h, z=0.3 * b.d, detail=1), stuff("paint")
    )
    for i in range(3):
        x = (0.08 + 0.13 * i) * b.w
        b.add(
            "buttons",
            cylinder(0.035 * b.w, 0.02 * b.h, x, 0.48 * b.h, 0.3 * b.d),
            stuff("paint", "#f2cd2c"),
        )


def vending_machine(b: Draft) -> None:
    b.add("body", box(b.w, b.h, 0.94 * b.d, 0, 0, -0.03 * b.d))
    z = 0.45 * b.d
    b.add("window", box(0.62 * b.w, 0.7 * b.h, 0.03 * b.d, -0.12 * b.w, 0.24 * b.h, z), _DARK_GLASS)
    b.add("slot", box(0.62 * b.w, 0.1 * b.h, 0.03 * b.d, -0.12 * b.w, 0.08 * b.h, z), DARK_METAL)
    b.add("keys", box(0.14 * b.w, 0.2 * b.h, 0.03 * b.d, 0.34 * b.w, 0.52 * b.h, z), DARK_METAL)
    colors = ("#c8322f", "#4a9a45", "#3a6fc4", "#f2cd2c")
    for row in range(5):
        for i in range(5):
            color = colors[(row + i) % 4]
            place = (-0.36 * b.w + i * 0.12 * b.w, (0.28 + 0.13 * row) * b.h, 0.475 * b.d)
            b.add(
                f"goods {color}",
                box(0.08 * b.w, 0.08 * b.h, 0.02 * b.d, *place),
                stuff("plastic", color),
            )


def cash_register(b: Draft) -> None:
    b.add("drawer", box(b.w, 0.3 * b.h, b.d))
    b.add("body", box(0.9 * b.w, 0.3 * b.h, 0.6 * b.d, 0, 0.3 * b.h, -0.15 * b.d))
    b.add("display", box(0.5 * b.w, 0.3 * b.h, 0.1 * b.d, 0, 0.7 * b.h, -0.3 * b.d), b.tone(0.7))
    b.add(
        "display",
        rod((0, 0.5 * b.h, -0.3 * b.d), (0, 0.75 * b.h, -0.3 * b.d), 0.04 * b.w),
        b.tone(0.7),
    )
    b.add("figures", box(0.44 * b.w, 0.2 * b.h, 0.02 * b.d, 0, 0.75 * b.h, -0.24 * b.d), _GLOW)
    for i in range(4):
        for k in range(3):
            place = ((i - 1.5) * 0.18 * b.w, 0.6 * b.h, (k * 0.14 - 0.2) * b.d)
            b.add("keys", box(0.12 * b.w, 0.05 * b.h, 0.1 * b.d, *place), stuff("plastic"))


def server_rack(b: Draft) -> None:
    t = 0.06 * b.w
    for x in (-1, 1):
        b.add("frame", box(t, b.h, b.d, x * (b.w - t) / 2))
    b.add("frame", box(b.w, 0.03 * b.h, b.d))
    b.add("frame", box(b.w, 0.03 * b.h, b.d, 0, 0.97 * b.h))
    for i in range(12):
        y = (0.05 + 0.076 * i) * b.h
        b.add(
            "servers", box(b.w - 2 * t, 0.06 * b.h, 0.92 * b.d, 0, y), b.tone(0.7 + 0.2 * (i % 2))
        )
        for k in range(3):
            place = ((0.2 + 0.08 * k) * b.w, y + 0.03 * b.h, 0.462 * b.d)
            lamp = box(0.03 * b.w, 0.012 * b.h, 0.01 * b.d, *place)
            b.add("lamps", lamp, stuff("light", "#5fe08a"))


def projector(b: Draft) -> None:
    b.add("body", soft(b.w, 0.82 * b.h, 0.9 * b.d, 0, 0.14 * b.h, -0.05 * b.d, 0.1 * b.h))
    b.add("lens", disc(0.34 * b.h, 0.2 * b.d, 0.22 * b.w, 0.56 * b.h, 0.4 * b.d), b.tone(0.5))
    b.add("glass", disc(0.26 * b.h, 0.02 * b.d, 0.22 * b.w, 0.56 * b.h, 0.49 * b.d), _DARK_GLASS)
    for x in (-1, 1):
        b.add("feet", cylinder(0.06 * b.w, 0.16 * b.h, x * 0.38 * b.w, 0, 0.2 * b.d), DARK_METAL)


def screen(b: Draft) -> None:
    """A projection screen: a white cloth under its case."""
    b.add("case", box(b.w, 0.06 * b.h, b.d, 0, 0.94 * b.h), DARK_METAL)
    b.add("border", box(0.97 * b.w, 0.92 * b.h, 0.2 * b.d, 0, 0.03 * b.h, -0.1 * b.d), DARK_METAL)
    b.add("cloth", box(0.92 * b.w, 0.85 * b.h, 0.2 * b.d, 0, 0.06 * b.h, 0.1 * b.d))
    b.add("bar", box(0.97 * b.w, 0.03 * b.h, 0.5 * b.d), DARK_METAL)


def neon_sign(b: Draft) -> None:
    """A dark board with a glowing line on it."""
    b.add("board", box(b.w, b.h, 0.3 * b.d, 0, 0, -0.35 * b.d), stuff("plastic", "#22252b"))
    r, glow = 0.028 * b.h, stuff("light", b.main.color)
    line = [(0.44 * b.w * cos(a), b.h / 2 + 0.4 * b.h * sin(a), 0.2 * b.d)
            for a in (i * pi / 16 for i in range(32))]  # fmt: skip
    b.add("tube", tube(line, min(r, 0.28 * b.d), 8, closed=True), glow)
    wave = [(x * b.w / 10, b.h / 2 + 0.14 * b.h * sin(x * 1.7), 0.2 * b.d) for x in range(-3, 4)]
    b.add("tube", tube(wave, min(r, 0.28 * b.d), 8), glow)
    for x in (-0.3, 0.3):
        b.add("holders", box(0.03 * b.w, 0.04 * b.h, 0.5 * b.d, x * b.w, 0.5 * b.h, 0), DARK_METAL)


def hospital_bed(b: Draft) -> None:
    """Head at the back, as a bed's; rails at both sides, on wheels."""
    b.add("frame", box(0.94 * b.w, 0.06 * b.h, 0.96 * b.d, 0, 0.4 * b.h), DARK_METAL)
    b.add("mattress", soft(0.9 * b.w, 0.16 * b.h, 0.92 * b.d, 0, 0.46 * b.h), _PAD)
    b.add("blanket", soft(0.92 * b.w, 0.04 * b.h, 0.56 * b.d, 0, 0.6 * b.h, 0.16 * b.d))
    b.add("pillow", soft(0.6 * b.w, 0.1 * b.h, 0.16 * b.d, 0, 0.61 * b.h, -0.34 * b.d), _PAD)
    b.add("head", soft(b.w, 0.7 * b.h, 0.03 * b.d, 0, 0.3 * b.h, -0.485 * b.d))
    b.add("foot", soft(b.w, 0.5 * b.h, 0.03 * b.d, 0, 0.3 * b.h, 0.485 * b.d))
    for s in (-1, 1):
        b.add(
            "rails",
            box(0.03 * b.w, 0.16 * b.h, 0.4 * b.d, s * 0.48 * b.w, 0.6 * b.h, -0.1 * b.d),
            DARK_METAL,
        )
        for z in (-1, 1):
            x = s * 0.4 * b.w
            b.add(
                "legs",
                rod((x, 0.1 * b.h, z * 0.42 * b.d), (x, 0.42 * b.h, z * 0.42 * b.d), 0.03 * b.w),
                DARK_METAL,
            )
            b.add(
                "wheels",
                ball(0.06 * b.h, x=x, y=0.06 * b.h, z=z * 0.42 * b.d, detail=1),
                DARK_METAL,
            )


def drip_stand(b: Draft) -> None:
    r = 0.03 * b.w
    b.add("pole", rod((0, 0.05 * b.h, 0), (0, 0.97 * b.h, 0), r))
    b.add("hooks", rod((-0.3 * b.w, 0.98 * b.h, 0), (0.3 * b.w, 0.98 * b.h, 0), r))
    b.add(
        "bag",
        soft(0.24 * b.w, 0.14 * b.h, 0.1 * b.d, 0.24 * b.w, 0.82 * b.h),
        stuff("plastic", "#dcecf2"),
    )
    for i in range(5):
        a = i * 2 * pi / 5
        foot = (0.46 * b.w * sin(a), 0.03 * b.h, 0.46 * b.d * cos(a))
        b.add("feet", rod((0, 0.07 * b.h, 0), foot, r))
        b.add("wheels", ball(0.03 * b.w, y=0.03 * b.w, x=foot[0], z=foot[2], detail=1), DARK_METAL)


def control_panel(b: Draft) -> None:
    """A desk with a sloping top full of keys and lamps, screens behind."""
    b.add("body", box(b.w, 0.6 * b.h, 0.8 * b.d, 0, 0, -0.1 * b.d))
    b.add(
        "top",
        box(b.w, 0.06 * b.h, 0.72 * b.d).pitch(14).move(0, 0.64 * b.h, 0.1 * b.d),
        b.tone(0.7),
    )
    b.add("back", box(b.w, b.h, 0.14 * b.d, 0, 0, -0.43 * b.d))
    for i in range(3):
        x = (i - 1) * 0.31 * b.w
        b.add(
            "screens",
            box(0.27 * b.w, 0.22 * b.h, 0.03 * b.d, x, 0.74 * b.h, -0.35 * b.d),
            _DARK_GLASS,
        )
    colors = ("#e0463c", "#5fe08a", "#f2cd2c", "#7fd6ff")
    for i in range(12):
        x, row = (i % 6 - 2.5) * 0.14 * b.w, i // 6
        y, z = (0.69 - 0.06 * row) * b.h, (0.0 + 0.22 * row) * b.d
        b.add(f"lamps {colors[i % 4]}", box(0.05 * b.w, 0.04 * b.h, 0.05 * b.d, x, y, z),
              stuff("light", colors[i % 4]))  # fmt: skip


def display_case(b: Draft) -> None:
    """A glass box on a plinth."""
    low = 0.42 * b.h
    b.add("plinth", box(b.w, low, b.d))
    t = 0.03 * min(b.w, b.d)
    for x in (-1, 1):
        for z in (-1, 1):
            b.add(
                "edges", box(t, b.h - low, t, x * (b.w - t) / 2, low, z * (b.d - t) / 2), DARK_METAL
            )
    b.add("cover", box(b.w, t, b.d, 0, b.h - t), DARK_METAL)
    b.add("glass", box(b.w - t, b.h - low - t, b.d - t, 0, low), stuff("glass"))


def conveyor(b: Draft) -> None:
    r = 0.16 * b.h
    for s in (-1, 1):
        b.add("sides", box(b.w, 0.22 * b.h, 0.06 * b.d, 0, 0.78 * b.h, s * 0.47 * b.d))
        for x in (-0.42, 0, 0.42):
            b.add(
                "legs",
                box(0.03 * b.w, 0.8 * b.h, 0.06 * b.d, x * b.w, 0, s * 0.44 * b.d),
                DARK_METAL,
            )
    b.add("belt", box(0.98 * b.w, 2 * r * 0.4, 0.88 * b.d, 0, b.h - 2 * r * 0.5), stuff("rubber"))


def stanchion(b: Draft) -> None:
    """Two posts with a rope between them."""
    for s in (-1, 1):
        x = s * (b.w / 2 - 0.08 * b.w)
        b.add("feet", cylinder(min(0.08 * b.w, b.d / 2), 0.04 * b.h, x), stuff("brass"))
        b.add("posts", rod((x, 0, 0), (x, 0.95 * b.h, 0), 0.1 * b.d), stuff("brass"))
        b.add("knobs", ball(0.16 * b.d, 0.04 * b.h, y=0.96 * b.h, x=x, detail=1), stuff("brass"))
    line = [
        (t * 0.84 * b.w, (0.62 + 0.9 * t * t) * b.h, 0.0) for t in (i / 8 - 0.5 for i in range(9))
    ]
    b.add("rope", tube(line, 0.1 * b.d, 8))


def bars(b: Draft) -> None:
    r = 0.01 * b.w
    for y in (0.0, 0.48, 0.97):
        b.add("rails", box(b.w, 0.03 * b.h, b.d, 0, y * b.h))
    count = max(6, round(b.w / 0.14))
    for i in range(count):
        x = (i + 0.5 - count / 2) * b.w / count
        b.add("bars", rod((x, 0, 0), (x, b.h, 0), r, n=8))


def coin(b: Draft) -> None:
    r = b.w / 2
    b.add("coin", cylinder(r, 0.8 * b.h, n=36).scale(1, 1, b.d / b.w))
    rim = [(0.84 * r, 0.7 * b.h), (r, 0.7 * b.h), (r, b.h), (0.84 * r, b.h)]
    b.add("rim", hoop(rim, 36).scale(1, 1, b.d / b.w))


MODELS: dict[str, Family] = {
    "arcade machine": arcade_machine,
    "vending machine": vending_machine,
    "cash register": cash_register,
    "server rack": server_rack,
    "projector": projector,
    "projection screen": screen,
    "neon sign": neon_sign,
    "hospital bed": hospital_bed,
    "drip stand": drip_stand,
    "control panel": control_panel,
    "display case": display_case,
    "conveyor belt": conveyor,
    "rope barrier": stanchion,
    "prison bars": bars,
    "coin": coin,
}
