"""Chests, crates, boxes, barrels, baskets and bins."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BRASS, DARK_METAL, STEEL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import circle
from consumers.greybox.solids import ball, box, cylinder, disc, prism, rod
from consumers.greybox.sweeps import curve, lathe, loft, rounded, tube


def chest(b: Draft) -> None:
    lid = b.h * 0.36
    b.add("body", box(b.w * 0.97, b.h - lid, b.d * 0.94))
    half = circle(b.d / 2, 20, squash=lid / (b.d / 2) * 0.96)[:11]
    bow = prism(half, b.w, 0.01 * b.w).yaw(90)
    b.add("lid", bow.move(0, b.h - lid * 1.0 + 0.005), b.tone(0.9))
    for x in (-0.4, -0.13, 0.13, 0.4):
        band = prism(half * 1.035, 0.055 * b.w).yaw(90).move(x * b.w, b.h - lid)
        b.add("bands", band, BRASS)
        strap = box(0.055 * b.w, b.h - lid, b.d * 0.98, x * b.w, 0, 0, bevel=0.003)
        b.add("bands", strap, BRASS)
    b.add("lock", box(0.1 * b.w, 0.22 * b.h, 0.06 * b.d, 0, b.h * 0.5, b.d * 0.48), BRASS)
    b.add("keyhole", disc(0.014 * b.w, 0.02 * b.d, 0, b.h * 0.6, b.d * 0.515), DARK_METAL)


def crate(b: Draft) -> None:
    t = 0.07 * min(b.w, b.h, b.d)
    b.add("inside", box(b.w - 2 * t, b.h - 2 * t, b.d - 2 * t, 0, t), b.tone(0.6))
    for i in range(4):
        y = t * 0.2 + i * (b.h - t * 0.4) / 4
        tall = (b.h - t * 0.4) / 4 * 0.93
        for s in (-1, 1):
            b.add("planks", box(b.w - t, tall, t, 0, y, s * (b.d - 2 * t) / 2))
            b.add("planks", box(t, tall, b.d - t, s * (b.w - 2 * t) / 2, y))
        z = (i - 1.5) * (b.d - t) / 4
        b.add("planks", box(b.w - t, t, (b.d - t) / 4 * 0.93, 0, b.h - t, z))
    post = 2.2 * t
    for sx in (-1, 1):
        for sz in (-1, 1):
            b.add(
                "frame",
                box(post, b.h * 0.995, t * 0.6, sx * (b.w - post) / 2, 0, sz * (b.d - t * 0.6) / 2),
                b.tone(0.85),
            )
            b.add(
                "frame",
                box(t * 0.6, b.h * 0.995, post, sx * (b.w - t * 0.6) / 2, 0, sz * (b.d - post) / 2),
                b.tone(0.85),
            )


def carton(b: Draft) -> None:
    b.add("box", box(b.w, b.h, b.d, bevel=0.01 * b.w))
    tape = stuff("plastic", "#d9bd8a")
    b.add("tape", box(0.14 * b.w, b.h * 1.004, b.d * 1.004, 0, 0, bevel=0.01 * b.w), tape)
    b.add("seam", box(b.w * 0.99, b.h * 0.004, 0.012 * b.d, 0, b.h * 0.999), b.tone(0.6))
    b.add(
        "print",
        box(0.2 * b.w, 0.2 * b.h, 0.006 * b.d, -b.w * 0.3, b.h * 0.1, b.d / 2),
        b.tone(0.55),
    )


def barrel(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    shape = [
        (0.8, 0.0),
        (0.86, 0.1),
        (0.95, 0.3),
        (0.98, 0.5),
        (0.95, 0.7),
        (0.86, 0.9),
        (0.8, 1.0),
    ]
    staves = lathe(
        [*((r * x, b.h * y) for x, y in shape), (r * 0.72, b.h), (r * 0.72, b.h * 0.97)], n=26
    )
    b.add("staves", staves, crease=35)
    iron = stuff("iron", "#55504a")
    for y, x in ((0.1, 0.875), (0.3, 0.965), (0.7, 0.965), (0.9, 0.875)):
        hoop = lathe(
            [
                (r * x * 0.9, b.h * (y - 0.03)),
                (r * (x + 0.02), b.h * (y - 0.03)),
                (r * (x + 0.02), b.h * (y + 0.03)),
                (r * x * 0.9, b.h * (y + 0.03)),
            ],
            n=26,
        )
        b.add("hoops", hoop, iron)
    b.add("lid", cylinder(r * 0.74, b.h * 0.03, 0, b.h * 0.965, n=26), b.tone(0.85))
    b.add("lid", cylinder(r * 0.07, b.h * 0.02, r * 0.3, b.h * 0.98, n=10), b.tone(0.85))


def gift_box(b: Draft) -> None:
    body, lid = 0.62 * b.h, 0.14 * b.h
    ribbon = stuff("silk", "#f2cd5c")
    b.add("box", box(b.w * 0.94, body, b.d * 0.94, bevel=0.01 * b.w))
    b.add("lid", box(b.w, lid, b.d, 0, body, bevel=0.02 * b.w), b.tone(1.12))
    b.add("ribbon", box(0.14 * b.w, body, b.d * 0.955, bevel=0.004), ribbon)
    b.add("ribbon", box(b.w * 0.955, body, 0.14 * b.d, bevel=0.004), ribbon)
    b.add("ribbon", box(0.14 * b.w, lid * 1.03, b.d * 1.01, 0, body, bevel=0.004), ribbon)
    b.add("ribbon", box(b.w * 1.01, lid * 1.03, 0.14 * b.d, 0, body, bevel=0.004), ribbon)
    y = body + lid
    for s in (-1, 1):
        loop = curve(
            [
                (0, y, 0),
                (s * 0.16 * b.w, y + 0.2 * b.h, 0.02 * b.d),
                (s * 0.34 * b.w, y + 0.2 * b.h, 0),
                (s * 0.26 * b.w, y + 0.05 * b.h, -0.02 * b.d),
                (0, y + 0.02 * b.h, 0),
            ]
        )
        b.add("bow", tube(loop, [(0.055 * b.w, 0.012 * b.w)] * len(loop), 8), ribbon)
    b.add("bow", ball(0.055 * b.w, x=0, y=y + 0.05 * b.h, z=0, detail=1), ribbon)


def basket(b: Draft) -> None:
    tall = b.h * 0.62
    rings = []
    for y, s in (
        (0.0, 0.74),
        (0.0, 0.8),
        (0.5, 0.9),
        (1.0, 0.98),
        (1.0, 0.92),
        (0.5, 0.83),
        (0.1, 0.74),
    ):
        rings.append(rounded(b.w * s, b.d * s, 0.3 * min(b.w, b.d) * s, y * tall))
    b.add("basket", loft(rings))
    for i in range(6):
        y = tall * (0.04 + i * 0.19)
        s = 0.8 + 0.18 * y / tall + 0.015
        edge = rounded(b.w * s, b.d * s, 0.3 * min(b.w, b.d) * s, y)
        line = [(float(p[0]), float(p[1]), float(p[2])) for p in edge]
        b.add("weave", tube(line, 0.028 * b.w, 6, closed=True), b.tone(0.84 if i % 2 else 1.08))
    arch = curve(
        [
            (-b.w * 0.44, tall * 0.9, 0),
            (-b.w * 0.38, b.h * 0.9, 0),
            (0, b.h * 1.05, 0),
            (b.w * 0.38, b.h * 0.9, 0),
            (b.w * 0.44, tall * 0.9, 0),
        ]
    )
    b.add("handle", tube(arch, 0.032 * b.w, 8), b.tone(0.84))


def toolbox(b: Draft) -> None:
    b.add("body", box(b.w, b.h * 0.56, b.d, bevel=0.03 * b.d))
    roof = [
        (-b.d * 0.49, 0.0),
        (b.d * 0.49, 0.0),
        (b.d * 0.49, b.h * 0.06),
        (b.d * 0.3, b.h * 0.2),
        (-b.d * 0.3, b.h * 0.2),
        (-b.d * 0.49, b.h * 0.06),
    ]
    b.add("lid", prism(roof, b.w * 0.98, 0.02 * b.d).yaw(90).move(0, b.h * 0.57), b.tone(0.85))
    grip = [
        (-b.w * 0.2, b.h * 0.74, 0.0),
        (-b.w * 0.2, b.h * 0.94, 0.0),
        (b.w * 0.2, b.h * 0.94, 0.0),
        (b.w * 0.2, b.h * 0.74, 0.0),
    ]
    b.add("handle", tube(grip, 0.06 * b.d, 8), stuff("plastic", "#23262b"))
    for x in (-0.3, 0.3):
        b.add(
            "clasps", box(0.1 * b.w, b.h * 0.18, 0.05 * b.d, x * b.w, b.h * 0.46, b.d * 0.5), STEEL
        )


def trash_can(b: Draft) -> None:
    r = min(b.w, b.d) / 2
    b.add(
        "can",
        lathe(
            [
                (r * 0.72, 0),
                (r * 0.76, b.h * 0.02),
                (r * 0.94, b.h * 0.8),
                (r * 0.98, b.h * 0.8),
                (r * 0.98, b.h * 0.83),
            ],
            n=28,
        ),
    )
    for i in range(18):
        a = 2 * pi * i / 18
        rib = rod(
            (r * 0.755 * sin(a), b.h * 0.06, r * 0.755 * cos(a)),
            (r * 0.91 * sin(a), b.h * 0.74, r * 0.91 * cos(a)),
            r * 0.03,
            n=6,
        )
        b.add("ribs", rib, b.tone(0.85))
    b.add(
        "lid",
        lathe(
            [
                (r, b.h * 0.82),
                (r, b.h * 0.86),
                (r * 0.7, b.h * 0.93),
                (r * 0.2, b.h * 0.95),
                (0, b.h * 0.95),
            ],
            n=28,
        ),
        b.tone(0.8),
    )
    arch = curve(
        [
            (-r * 0.25, b.h * 0.94, 0),
            (-r * 0.2, b.h * 0.985, 0),
            (r * 0.2, b.h * 0.985, 0),
            (r * 0.25, b.h * 0.94, 0),
        ]
    )
    b.add("lid", tube(arch, r * 0.05, 8), b.tone(0.8))


MODELS: dict[str, Family] = {
    "chest": chest,
    "crate": crate,
    "box": carton,
    "barrel": barrel,
    "gift box": gift_box,
    "basket": basket,
    "toolbox": toolbox,
    "trash can": trash_can,
}
