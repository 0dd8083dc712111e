"""Kitchen appliances."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import BLACK, GLASS, GREY, STEEL
from consumers.greybox.families.household.panels import DARK_GLASS
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import sheet
from consumers.greybox.solids import ball, box, cylinder, disc, prism, ring, soft
from consumers.greybox.sweeps import curve, eased, lathe, tube


def fridge(b: Draft) -> None:
    door = 0.09 * b.d
    b.add(
        "body",
        soft(b.w, b.h * 0.97, b.d - door, 0, 0.03 * b.h, -door / 2, 0.02 * b.w),
        b.tone(0.88),
    )
    b.add("feet", box(b.w * 0.9, 0.04 * b.h, b.d * 0.8), BLACK)
    z = b.d / 2 - door / 2 - 0.012 * b.d
    for y, tall in ((0.035, 0.58), (0.625, 0.375)):
        b.add("doors", soft(b.w, tall * b.h, door, 0, y * b.h, z, 0.025 * b.w))
        bar = box(
            0.035 * b.w,
            tall * b.h * 0.55,
            0.035 * b.d,
            -b.w * 0.4,
            (y + tall * 0.22) * b.h,
            b.d / 2 - 0.014 * b.d,
        )
        b.add("handles", bar, STEEL)
    b.add("badge", box(0.12 * b.w, 0.012 * b.h, 0.01, 0.3 * b.w, 0.94 * b.h, z + door / 2), STEEL)


def oven(b: Draft) -> None:
    b.add("body", box(b.w, b.h * 0.985, b.d * 0.95, 0, 0, -b.d * 0.025))
    b.add("hob", box(b.w, b.h * 0.02, b.d * 0.95, 0, b.h * 0.97, -b.d * 0.025), DARK_GLASS)
    for sx in (-1, 1):
        for sz in (-1, 1):
            r = (0.13 if sx * sz > 0 else 0.16) * b.w
            at = (sx * b.w * 0.24, b.h * 0.985, sz * b.d * 0.22 - 0.03 * b.d)
            b.add("burners", ring(r, 0.012 * b.w, *at), stuff("metal", "#5a6068"))
    z = b.d * 0.45
    b.add("door", box(b.w * 0.94, b.h * 0.56, 0.03 * b.d, 0, b.h * 0.2, z), b.tone(0.92))
    b.add(
        "window",
        box(b.w * 0.72, b.h * 0.34, 0.02 * b.d, 0, b.h * 0.28, z + 0.012 * b.d),
        DARK_GLASS,
    )
    b.add("handle", box(b.w * 0.8, 0.025 * b.h, 0.03 * b.d, 0, b.h * 0.69, b.d * 0.485), STEEL)
    b.add("drawer", box(b.w * 0.94, b.h * 0.13, 0.03 * b.d, 0, b.h * 0.04, z), b.tone(0.92))
    b.add("panel", box(b.w * 0.94, b.h * 0.14, 0.03 * b.d, 0, b.h * 0.8, z), BLACK)
    for i in range(5):
        b.add(
            "knobs",
            disc(0.035 * b.w, 0.05 * b.d, (i - 2) * b.w * 0.17, b.h * 0.87, z + 0.025 * b.d),
            STEEL,
        )


def dishwasher(b: Draft) -> None:
    b.add("body", box(b.w, b.h * 0.95, b.d * 0.94, 0, 0.05 * b.h, -0.03 * b.d), b.tone(0.85))
    b.add("plinth", box(b.w * 0.94, 0.1 * b.h, b.d * 0.84), BLACK)
    b.add("door", soft(b.w * 0.98, b.h * 0.7, 0.06 * b.d, 0, 0.11 * b.h, b.d * 0.45, 0.02 * b.d))
    b.add(
        "panel",
        soft(b.w * 0.98, b.h * 0.15, 0.06 * b.d, 0, 0.83 * b.h, b.d * 0.45, 0.02 * b.d),
        BLACK,
    )
    b.add("handle", box(b.w * 0.7, 0.025 * b.h, 0.04 * b.d, 0, 0.75 * b.h, b.d * 0.48), STEEL)
    for i in range(4):
        b.add(
            "lights",
            disc(0.012 * b.w, 0.02 * b.d, b.w * (0.12 + i * 0.08), 0.905 * b.h, b.d * 0.48, n=8),
            stuff("light", "#6fd08a"),
        )


def microwave(b: Draft) -> None:
    b.add("body", soft(b.w, b.h * 0.96, b.d * 0.93, 0, 0.04 * b.h, -0.03 * b.d, 0.04 * b.h))
    for s in (-1, 1):
        b.add("feet", box(0.08 * b.w, 0.06 * b.h, b.d * 0.7, s * b.w * 0.4), BLACK)
    z = b.d * 0.44
    b.add("door", box(b.w * 0.68, b.h * 0.86, 0.04 * b.d, -b.w * 0.13, b.h * 0.09, z), b.tone(0.8))
    b.add(
        "window",
        box(b.w * 0.54, b.h * 0.6, 0.02 * b.d, -b.w * 0.15, b.h * 0.22, z + 0.018 * b.d),
        DARK_GLASS,
    )
    b.add(
        "handle",
        box(0.025 * b.w, b.h * 0.68, 0.05 * b.d, b.w * 0.17, b.h * 0.18, z + 0.03 * b.d),
        STEEL,
    )
    b.add("panel", box(b.w * 0.22, b.h * 0.86, 0.03 * b.d, b.w * 0.35, b.h * 0.09, z), BLACK)
    b.add(
        "display",
        box(b.w * 0.17, b.h * 0.12, 0.02 * b.d, b.w * 0.35, b.h * 0.76, z + 0.01 * b.d),
        stuff("light", "#7fe0a0"),
    )
    for i in range(9):
        at = (b.w * (0.295 + 0.055 * (i % 3)), b.h * (0.34 + 0.12 * (i // 3)))
        b.add("keys", box(0.04 * b.w, 0.08 * b.h, 0.02 * b.d, *at, z + 0.01 * b.d), GREY)
    b.add("dial", disc(0.06 * b.h, 0.04 * b.d, b.w * 0.35, b.h * 0.2, z + 0.02 * b.d), STEEL)


def toaster(b: Draft) -> None:
    b.add("base", soft(b.w * 0.94, b.h * 0.12, b.d * 0.94, 0, 0, 0, 0.03 * b.h), BLACK)
    b.add("body", soft(b.w * 0.9, b.h * 0.82, b.d * 0.98, -0.02 * b.w, 0.08 * b.h, 0, 0.3 * b.d))
    for s in (-1, 1):
        z = s * b.d * 0.2
        b.add("slots", box(b.w * 0.62, 0.03 * b.h, 0.13 * b.d, -0.02 * b.w, b.h * 0.88, z), BLACK)
        slice_of = prism(sheet(b.w * 0.46, b.h * 0.4, 0.1 * b.h), 0.08 * b.d, 0.01 * b.d)
        b.add("toast", slice_of.move(-0.02 * b.w, b.h * 0.6, z), stuff("food", "#c98f4a"))
    b.add("lever", box(0.06 * b.w, 0.08 * b.h, 0.2 * b.d, b.w * 0.47, b.h * 0.6), BLACK)
    b.add("dial", disc(0.08 * b.h, 0.04 * b.d, 0.26 * b.w, b.h * 0.3, b.d * 0.49), BLACK)


def kettle(b: Draft) -> None:
    r = 0.38 * b.w
    body = lathe(
        eased(
            [
                (r * 0.98, 0),
                (r, b.h * 0.05),
                (r * 0.96, b.h * 0.4),
                (r * 0.72, b.h * 0.75),
                (r * 0.6, b.h * 0.8),
                (0, b.h * 0.84),
            ],
            3,
        ),
        -0.03 * b.w,
        0,
        0,
        28,
    )
    b.add("body", body)
    b.add("base", cylinder(r * 1.02, 0.06 * b.h, -0.03 * b.w, n=28), BLACK)
    b.add("lid", cylinder(r * 0.56, 0.05 * b.h, -0.03 * b.w, b.h * 0.8, n=20), BLACK)
    b.add("lid", ball(r * 0.16, x=-0.03 * b.w, y=b.h * 0.89, z=0, detail=1), BLACK)
    spout = curve([(r * 0.6, b.h * 0.42, 0), (r * 1.05, b.h * 0.58, 0), (r * 1.25, b.h * 0.76, 0)])
    b.add("spout", tube(spout, [r * (0.26 - 0.012 * i) for i in range(len(spout))], 10, tip=0.0))
    grip = curve(
        [
            (-r * 0.8, b.h * 0.66, 0),
            (-r * 1.15, b.h * 0.95, 0),
            (-r * 0.1, b.h * 1.14, 0),
            (r * 0.65, b.h * 0.92, 0),
            (r * 0.62, b.h * 0.72, 0),
        ]
    )
    b.add("handle", tube(grip, r * 0.1, 8), BLACK)


def coffee_machine(b: Draft) -> None:
    b.add("base", soft(b.w, b.h * 0.12, b.d, 0, 0, 0, 0.04 * b.h))
    b.add("body", soft(b.w, b.h, b.d * 0.42, 0, 0, -b.d * 0.29, 0.05 * b.h))
    b.add("head", soft(b.w, b.h * 0.32, b.d * 0.94, 0, b.h * 0.68, -0.03 * b.d, 0.05 * b.h))
    b.add("plate", cylinder(b.w * 0.34, 0.02 * b.h, 0, b.h * 0.115, b.d * 0.16, n=24), STEEL)
    r = 0.3 * b.w
    pot = lathe(
        [
            (r * 0.8, 0),
            (r, 0.12 * b.h),
            (r * 0.95, 0.25 * b.h),
            (r * 0.7, 0.36 * b.h),
            (r * 0.75, 0.4 * b.h),
        ],
        0,
        b.h * 0.135,
        b.d * 0.16,
    )
    b.add(
        "coffee",
        cylinder(r * 0.86, 0.18 * b.h, 0, b.h * 0.145, b.d * 0.16, n=20),
        stuff("food", "#3a2013"),
    )
    b.add("pot", pot, GLASS)
    grip = curve(
        [
            (r * 0.8, b.h * 0.5, b.d * 0.2),
            (r * 1.5, b.h * 0.48, b.d * 0.3),
            (r * 1.4, b.h * 0.25, b.d * 0.3),
            (r * 0.9, b.h * 0.22, b.d * 0.2),
        ]
    )
    b.add("handle", tube(grip, 0.03 * b.w, 8), BLACK)
    b.add("trim", box(b.w * 0.8, 0.1 * b.h, 0.02 * b.d, 0, b.h * 0.8, b.d * 0.44), STEEL)
    b.add(
        "lamp",
        disc(0.035 * b.w, 0.02 * b.d, b.w * 0.26, b.h * 0.85, b.d * 0.455),
        stuff("light", "#ff6a3a"),
    )


def blender(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    b.add(
        "base", lathe([(r, 0), (r, 0.05 * b.h), (r * 0.8, 0.3 * b.h), (r * 0.6, 0.34 * b.h)], n=28)
    )
    b.add("dial", disc(r * 0.22, r * 0.2, 0, 0.15 * b.h, r * 0.9), STEEL)
    b.add(
        "fruit",
        cylinder(r * 0.6, 0.26 * b.h, 0, 0.36 * b.h, top=r * 0.76, n=20),
        stuff("food", "#e86f7a"),
    )
    jar = lathe(
        [
            (r * 0.62, 0.34 * b.h),
            (r * 0.66, 0.38 * b.h),
            (r * 0.92, 0.88 * b.h),
            (r * 0.9, 0.9 * b.h),
        ],
        n=24,
    )
    b.add("jar", jar, GLASS)
    b.add(
        "lid",
        lathe(
            [
                (r * 0.94, 0.88 * b.h),
                (r * 0.94, 0.94 * b.h),
                (r * 0.3, 0.95 * b.h),
                (r * 0.26, b.h),
                (0, b.h),
            ],
            n=24,
        ),
        BLACK,
    )
    grip = [
        (r * 0.84, 0.8 * b.h, 0.0),
        (r * 1.2, 0.76 * b.h, 0.0),
        (r * 1.1, 0.48 * b.h, 0.0),
        (r * 0.72, 0.46 * b.h, 0.0),
    ]
    b.add("handle", tube(curve(grip), r * 0.1, 8), BLACK)


MODELS: dict[str, Family] = {
    "fridge": fridge,
    "oven": oven,
    "dishwasher": dishwasher,
    "microwave": microwave,
    "toaster": toaster,
    "kettle": kettle,
    "coffee machine": coffee_machine,
    "blender": blender,
}
