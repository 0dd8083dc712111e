"""Pianos."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import BLACK, BRASS, STEEL
from consumers.greybox.families.play.music_parts import SPRUCE
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import smooth
from consumers.greybox.solids import box, cylinder, prism, rod

IVORY = stuff("bone", "#f6f1e4")


def _keys(b: Draft, w: float, y: float, z: float, deep: float, thick: float) -> None:
    """A keyboard of four octaves, its front edge at ``z``."""
    count = 28
    step = w / count
    for i in range(count):
        b.add(
            "white keys",
            box(
                step * 0.92,
                thick,
                deep,
                (i + 0.5 - count / 2) * step,
                y,
                z - deep / 2,
                bevel=step * 0.05,
            ),
            IVORY,
        )
        if i % 7 not in (2, 6) and i < count - 1:
            b.add(
                "black keys",
                box(
                    step * 0.52,
                    thick,
                    deep * 0.62,
                    (i + 1 - count / 2) * step,
                    y + thick * 0.7,
                    z - deep * 0.69,
                    bevel=step * 0.05,
                ),
                BLACK,
            )


def piano(b: Draft) -> None:
    deep = 0.5 * b.d
    z0 = -b.d / 2 + deep / 2
    b.add("case", box(b.w, 0.96 * b.h, deep, 0, 0, z0))
    b.add("lid", box(b.w, 0.04 * b.h, deep * 1.04, 0, 0.96 * b.h, z0 + 0.02 * deep))
    y = 0.52 * b.h
    b.add("key bed", box(b.w, 0.06 * b.h, 0.52 * b.d, 0, y, 0.24 * b.d))
    _keys(b, b.w * 0.9, y + 0.06 * b.h, 0.46 * b.d, 0.24 * b.d, 0.014 * b.h)
    for s in (-1, 1):
        b.add("cheeks", box(0.05 * b.w, 0.12 * b.h, 0.5 * b.d, s * 0.475 * b.w, y, 0.25 * b.d))
        b.add("legs", box(0.06 * b.w, y, 0.1 * b.d, s * 0.46 * b.w, 0, 0.42 * b.d))
    b.add("fall", box(b.w * 0.9, 0.12 * b.h, 0.03 * b.d, 0, y + 0.08 * b.h, 0.2 * b.d))
    b.add(
        "desk",
        box(b.w * 0.5, 0.16 * b.h, 0.02 * b.d).pitch(-12).move(0, 0.7 * b.h, 0.08 * b.d),
        b.tone(1.12),
    )
    b.add(
        "score",
        box(b.w * 0.3, 0.15 * b.h, 0.02 * b.d).pitch(-12).move(0, 0.715 * b.h, 0.1 * b.d),
        stuff("paper"),
    )
    b.add("panels", box(b.w * 0.8, 0.3 * b.h, 0.02 * b.d, 0, 0.14 * b.h, 0.005 * b.d), b.tone(1.12))
    for x in (-0.05, 0.0, 0.05):
        b.add(
            "pedals",
            box(0.02 * b.w, 0.015 * b.h, 0.14 * b.d, x * b.w, 0.05 * b.h, 0.05 * b.d),
            BRASS,
        )


def grand_piano(b: Draft) -> None:
    low, high = 0.4 * b.h, 0.6 * b.h
    outline = [
        (-0.5, 0.3),
        (0.5, 0.3),
        (0.5, 0.02),
        (0.4, -0.12),
        (0.26, -0.22),
        (0.16, -0.36),
        (0.02, -0.47),
        (-0.2, -0.5),
        (-0.42, -0.46),
        (-0.5, -0.34),
    ]
    shape = [(x * b.w, -z * b.d) for x, z in smooth(outline, 2)]
    b.add("rim", prism(shape, high - low, 0.01 * b.h).pitch(-90).move(0, (low + high) / 2))
    inner = [(x * 0.9, y * 0.9) for x, y in shape]
    b.add("soundboard", prism(inner, 0.01 * b.h).pitch(-90).move(0, high + 0.004 * b.h, 0), SPRUCE)
    b.add(
        "plate",
        prism([(x * 0.82, y * 0.84 + 0.02 * b.d) for x, y in shape], 0.014 * b.h)
        .pitch(-90)
        .move(0, high + 0.006 * b.h, 0),
        BRASS,
    )
    for i in range(12):
        x = (-0.4 + 0.066 * i) * b.w
        b.add(
            "strings",
            rod(
                (x, high + 0.02 * b.h, 0.24 * b.d),
                (x * 0.62 - 0.1 * b.w, high + 0.02 * b.h, (-0.42 + 0.045 * i) * b.d),
                0.002 * b.w,
                n=4,
            ),
            STEEL,
        )
    hinged = prism(shape, 0.014 * b.h).pitch(-90).move(0.5 * b.w).roll(42)
    b.add("lid", hinged.move(-0.5 * b.w, high + 0.01 * b.h))
    _grand_piano_stand(b, high, low)


def _grand_piano_stand(b: Draft, high: float, low: float) -> None:
    b.add(
        "stick",
        rod(
            (0.4 * b.w, high, 0.05 * b.d), (0.16 * b.w, high + 0.31 * b.h, 0.05 * b.d), 0.008 * b.w
        ),
    )
    b.add("key bed", box(b.w, 0.06 * b.h, 0.24 * b.d, 0, low, 0.38 * b.d))
    _keys(b, b.w * 0.86, low + 0.06 * b.h, 0.48 * b.d, 0.12 * b.d, 0.016 * b.h)
    for s in (-1, 1):
        b.add("cheeks", box(0.07 * b.w, 0.13 * b.h, 0.2 * b.d, s * 0.465 * b.w, low, 0.38 * b.d))
        b.add("legs", cylinder(0.04 * b.w, low, s * 0.4 * b.w, 0, 0.3 * b.d, top=0.055 * b.w, n=12))
    b.add("legs", cylinder(0.04 * b.w, low, -0.16 * b.w, 0, -0.36 * b.d, top=0.055 * b.w, n=12))
    b.add("desk", box(0.5 * b.w, 0.16 * b.h, 0.012 * b.d).pitch(-20).move(0, high, 0.27 * b.d))
    b.add(
        "lyre",
        box(0.1 * b.w, low * 0.86, 0.03 * b.d, 0, 0.08 * b.h, 0.28 * b.d)
        + box(0.16 * b.w, 0.04 * b.h, 0.05 * b.d, 0, 0.04 * b.h, 0.28 * b.d),
    )
    for x in (-0.05, 0.0, 0.05):
        b.add(
            "pedals",
            box(0.02 * b.w, 0.012 * b.h, 0.08 * b.d, x * b.w, 0.045 * b.h, 0.33 * b.d),
            BRASS,
        )


MODELS: dict[str, Family] = {
    "piano": piano,
    "grand piano": grand_piano,
}
