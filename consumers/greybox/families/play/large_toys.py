"""Rocking horses and kites."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import DARK_WOOD
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, tube
from consumers.lexicon.words.materials import Material


def rocking_horse(b: Draft) -> None:
    red = stuff("leather", "#b02a30")
    for s in (-1, 1):
        x = s * 0.36 * b.w
        runner = curve(
            [
                (x, 0.16 * b.h, -0.5 * b.d),
                (x, 0.04 * b.h, -0.26 * b.d),
                (x, 0.02 * b.h, 0),
                (x, 0.04 * b.h, 0.26 * b.d),
                (x, 0.16 * b.h, 0.5 * b.d),
            ],
            4,
        )
        b.add("runners", tube(runner, [(0.05 * b.w, 0.028 * b.h)] * len(runner), 8), DARK_WOOD)
        for z in (-0.22, 0.2):
            b.add(
                "legs",
                rod(
                    (x, 0.06 * b.h, z * 1.25 * b.d),
                    (s * 0.2 * b.w, 0.46 * b.h, z * b.d),
                    0.075 * b.w,
                    0.11 * b.w,
                ),
            )
    for z in (-0.3, 0.3):
        b.add("runners", box(0.8 * b.w, 0.03 * b.h, 0.06 * b.d, 0, 0.06 * b.h, z * b.d), DARK_WOOD)
    b.add(
        "body",
        tube(
            [(0, 0.5 * b.h, -0.3 * b.d), (0, 0.48 * b.h, 0), (0, 0.5 * b.h, 0.26 * b.d)],
            [(0.27 * b.w, 0.12 * b.h), (0.26 * b.w, 0.115 * b.h), (0.27 * b.w, 0.13 * b.h)],
            14,
        ),
    )
    _rocking_horse_head(b, red)


def _rocking_horse_head(b: Draft, red: Material) -> None:
    b.add(
        "body",
        tube(
            curve(
                [
                    (0, 0.52 * b.h, 0.24 * b.d),
                    (0, 0.7 * b.h, 0.3 * b.d),
                    (0, 0.88 * b.h, 0.3 * b.d),
                ],
                3,
            ),
            [
                (0.22 * b.w, 0.1 * b.d),
                (0.2 * b.w, 0.09 * b.d),
                (0.18 * b.w, 0.08 * b.d),
                (0.17 * b.w, 0.075 * b.d),
                (0.17 * b.w, 0.07 * b.d),
                (0.17 * b.w, 0.07 * b.d),
                (0.16 * b.w, 0.06 * b.d),
            ],
            12,
        ),
    )
    b.add(
        "body",
        tube(
            [(0, 0.88 * b.h, 0.26 * b.d), (0, 0.8 * b.h, 0.45 * b.d)],
            [(0.18 * b.w, 0.08 * b.h), (0.12 * b.w, 0.055 * b.h)],
            12,
        ),
    )
    mane = stuff("wool", "#5a3a24")
    for i in range(8):
        t = i / 7
        b.add(
            "mane",
            ball(
                0.1 * b.w,
                0.05 * b.h,
                0.05 * b.d,
                0,
                (0.62 + 0.33 * t) * b.h,
                (0.19 + 0.03 * t) * b.d,
                detail=1,
            ),
            mane,
        )
    _rocking_horse_harness(b, red, mane)


def _rocking_horse_harness(b: Draft, red: Material, mane: Material) -> None:
    b.add(
        "mane",
        tube(
            curve(
                [
                    (0, 0.56 * b.h, -0.36 * b.d),
                    (0, 0.5 * b.h, -0.46 * b.d),
                    (0, 0.3 * b.h, -0.46 * b.d),
                ],
                3,
            ),
            [0.05 * b.w, 0.09 * b.w, 0.12 * b.w, 0.13 * b.w, 0.12 * b.w, 0.09 * b.w, 0.04 * b.w],
            9,
        ),
        mane,
    )
    b.add(
        "saddle",
        soft(0.56 * b.w, 0.1 * b.h, 0.24 * b.d, 0, 0.55 * b.h, -0.03 * b.d, 0.05 * b.h),
        red,
    )
    b.add(
        "girth",
        tube(
            [(0, 0.485 * b.h, -0.06 * b.d), (0, 0.485 * b.h, -0.01 * b.d)],
            [(0.275 * b.w, 0.125 * b.h)] * 2,
            16,
            tip=0.05,
        ),
        red,
    )
    b.add(
        "handles",
        rod(
            (-0.42 * b.w, 0.76 * b.h, 0.28 * b.d), (0.42 * b.w, 0.76 * b.h, 0.28 * b.d), 0.05 * b.w
        ),
        DARK_WOOD,
    )
    b.add(
        "eyes",
        ball(0.035 * b.w, x=0.15 * b.w, y=0.87 * b.h, z=0.34 * b.d, detail=1).pair(),
        stuff("plastic", "#1c1a1a"),
    )
    b.add(
        "ears",
        cylinder(
            0.06 * b.w, 0.08 * b.h, 0.09 * b.w, 0.92 * b.h, 0.26 * b.d, top=0.01 * b.w, n=8
        ).pair(),
    )
    b.add(
        "bridle", ring(0.15 * b.w, 0.02 * b.w, n=18).pitch(60).move(0, 0.815 * b.h, 0.41 * b.d), red
    )


def kite(b: Draft) -> None:
    """Lying, its nose towards +Z."""
    top, low, z0 = 0.5 * b.d, -0.12 * b.d, 0.22 * b.d
    corners = {
        "left": [(0, top), (-b.w / 2, z0), (0, z0)],
        "right": [(0, top), (0, z0), (b.w / 2, z0)],
        "low left": [(-b.w / 2, z0), (0, low), (0, z0)],
        "low right": [(b.w / 2, z0), (0, z0), (0, low)],
    }
    looks = {
        "left": b.main,
        "right": stuff("fabric", "#f2c02a"),
        "low left": stuff("fabric", "#f2c02a"),
        "low right": b.main,
    }
    for name, points in corners.items():
        sheet = prism([(x, -z) for x, z in points], 0.12 * b.h).pitch(-90)
        b.add(f"sail {name}", sheet.move(0, 0.55 * b.h), looks[name])
    b.add(
        "spars",
        rod((0, 0.72 * b.h, top), (0, 0.72 * b.h, low), 0.12 * b.h)
        + rod((-b.w / 2, 0.72 * b.h, z0), (b.w / 2, 0.72 * b.h, z0), 0.12 * b.h),
        stuff("wood", "#d2aa70"),
    )
    tail = curve(
        [
            (0, 0.3 * b.h, low),
            (0.07 * b.w, 0.3 * b.h, -0.24 * b.d),
            (-0.07 * b.w, 0.3 * b.h, -0.36 * b.d),
            (0.05 * b.w, 0.3 * b.h, -0.5 * b.d),
        ],
        4,
    )
    b.add("tail", tube(tail, 0.08 * b.h, 6), stuff("cotton"))
    for i, k in enumerate((3, 6, 9, 12)):
        x, y, z = tail[k]
        bow = ball(0.05 * b.w, 0.28 * b.h, 0.02 * b.d).yaw(30).move(0.045 * b.w, 0, 0).pair()
        b.add(
            f"bows {i % 2}",
            bow.yaw(40 * i).move(x, y, z),
            stuff("fabric", "#3f7fd0" if i % 2 else "#6fc06a"),
        )


MODELS: dict[str, Family] = {
    "rocking horse": rocking_horse,
    "kite": kite,
}
