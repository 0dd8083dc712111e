"""Works of streets and plants: masts, chimneys, turbines, pumps, skips, racks, crossings."""

from __future__ import annotations

import itertools
from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, SCREEN, STEEL, WHITE
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, hoop, lathe, tube


def gas_pump(b: Draft) -> None:
    b.add("foot", box(0.8, 0.1, 0.55), stuff("concrete"))
    b.add("body", soft(0.7, 1.35, 0.45, 0, 0.1, 0, 0.05))
    b.add("head", soft(0.74, 0.36, 0.48, 0, 1.45, 0, 0.05), WHITE)
    b.add("screen", box(0.5, 0.2, 0.02, 0, 1.15, 0.23), SCREEN)
    b.add("panel", box(0.5, 0.3, 0.015, 0, 0.75, 0.225), WHITE)
    for s in (-1, 1):
        b.add("nozzles", box(0.06, 0.26, 0.1, s * 0.38, 0.9, 0.05), BLACK)
        b.add(
            "hoses",
            tube(
                curve(
                    [
                        (s * 0.36, 1.4, 0),
                        (s * 0.55, 1.2, 0.1),
                        (s * 0.52, 0.4, 0.1),
                        (s * 0.42, 0.9, 0.08),
                    ],
                    5,
                ),
                0.022,
                8,
            ),
            BLACK,
        )


def wind_turbine(b: Draft) -> None:
    b.add("tower", cylinder(1.6, 50.0, top=0.9, n=24))
    b.add("nacelle", soft(2.4, 2.6, 6.0, 0, 49.4, 0.6, 0.8))
    b.add("hub", ball(1.4, 1.4, 1.8, 0, 50.7, 4.2))
    blade = lathe([(0.7, 0), (1.3, 4), (0.9, 14), (0.2, 24)], n=12).scale(1, 1, 0.25)
    for k in range(3):
        b.add("blades", blade.roll(120 * k).move(0, 50.7, 4.2))


def pylon(b: Draft) -> None:
    """A lattice mast for power lines."""
    corners = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    levels = [(3.2, 0.0), (2.2, 8.0), (1.4, 16.0), (1.0, 23.0), (0.25, 30.0)]
    for (r, y), (q, t) in itertools.pairwise(levels):
        for i, (sx, sz) in enumerate(corners):
            b.add("legs", rod((sx * r, y, sz * r), (sx * q, t, sz * q), 0.14, n=5))
            nx, nz = corners[(i + 1) % 4]
            b.add(
                "braces",
                rod((sx * r, y, sz * r), (nx * q, t, nz * q), 0.08, n=5)
                + rod((nx * r, y, nz * r), (sx * q, t, sz * q), 0.08, n=5),
            )
    for y, reach in ((17.0, 6.0), (21.5, 4.6), (26.0, 3.4)):
        b.add(
            "arms",
            rod((-reach, y, 0), (0, y + 1.1, 0), 0.16, n=5)
            + rod((reach, y, 0), (0, y + 1.1, 0), 0.16, n=5)
            + rod((-reach, y, 0), (reach, y, 0), 0.16, n=5),
        )
        for s in (-1, 1):
            b.add(
                "insulators",
                rod((s * reach, y, 0), (s * reach, y - 1.3, 0), 0.2, n=8),
                stuff("porcelain", "#7a4a3a"),
            )


def chimney(b: Draft) -> None:
    b.add("stack", cylinder(1.6, 30.0, top=1.0, n=28))
    b.add("base", box(4.4, 2.0, 4.4), b.tone(0.8))
    for y in (22.0, 25.0, 28.0):
        r = 1.6 - 0.6 * y / 30
        b.add(
            "bands",
            lathe([(r + 0.02, 0), (r, 1.2)], 0, y, 0, 28),
            stuff("paint", "#c8322f" if y != 25.0 else "#f2efe8"),
        )
    b.add("lip", ring(1.05, 0.14, y=29.9), b.tone(0.7))
    b.add("ladder", rod((0, 2.0, 1.6), (0, 29.0, 1.05), 0.07, n=6), STEEL)


def cooling_tower(b: Draft) -> None:
    outside = [(24, 0), (20, 14), (15.5, 34), (14.2, 46), (15.2, 60)]
    b.add("shell", lathe([*outside, (14.6, 60), (13.6, 46), (14.9, 34)], n=44))
    b.add("rim", ring(15.0, 0.5, y=60, n=44), b.tone(0.8))
    for i in range(20):
        a = i * pi / 10
        b.add(
            "posts",
            rod((25 * sin(a), 0, 25 * cos(a)), (23 * sin(a + 0.1), 4, 23 * cos(a + 0.1)), 0.5, n=6),
            b.tone(0.8),
        )
    b.add("steam", ball(11, 6, 11, 2, 64, 0), stuff("cloud"))


def solar_panel(b: Draft) -> None:
    b.add("panel", box(1.7, 0.04, 1.05).pitch(32).move(0, 0.62, 0), stuff("glass", "#1c2f5e"))
    b.add("frame", box(1.74, 0.03, 1.09).pitch(32).move(0, 0.6, 0), STEEL)
    for i in range(9):
        b.add("lines", box(0.01, 0.046, 1.05, -0.68 + 0.17 * i).pitch(32).move(0, 0.62, 0), STEEL)
    for i in range(5):
        b.add(
            "lines", box(1.7, 0.046, 0.01, 0, 0, -0.34 + 0.17 * i).pitch(32).move(0, 0.62, 0), STEEL
        )
    for s in (-1, 1):
        b.add(
            "legs",
            rod((s * 0.7, 0, -0.4), (s * 0.7, 0.88, -0.42), 0.025)
            + rod((s * 0.7, 0, 0.4), (s * 0.7, 0.36, 0.42), 0.025),
            STEEL,
        )
    b.add("feet", box(1.5, 0.03, 0.1, 0, 0, -0.4) + box(1.5, 0.03, 0.1, 0, 0, 0.4), STEEL)


def dumpster(b: Draft) -> None:
    b.add("body", prism([(-0.6, 0.15), (0.5, 0.15), (0.75, 1.1), (-0.65, 1.3)], 1.8, 0.03).yaw(90))
    b.add(
        "lids",
        box(0.88, 0.04, 1.45, 0.45, 0, 0).pitch(8).move(0, 1.22, 0.0)
        + box(0.88, 0.04, 1.45, -0.45, 0, 0).pitch(8).move(0, 1.22, 0.0),
        BLACK,
    )
    for s in (-1, 1):
        b.add("pockets", box(0.14, 0.16, 0.9, s * 0.96, 0.7, 0), b.tone(0.7))
        for z in (-0.4, 0.4):
            b.add("wheels", axle(0.08, 0.06, s * 0.7, 0.08, z, 14), BLACK)
    for i in range(5):
        b.add(
            "ribs",
            box(0.05, 0.8, 0.04, -0.7 + 0.35 * i, 0.2, 0).pitch(-14).move(0, 0, 0.62),
            b.tone(0.8),
        )


def skip_bin(b: Draft) -> None:
    """An open skip for rubble."""
    side = [(-1.0, 0.0), (1.0, 0.0), (1.7, 1.0), (1.7, 1.3), (-1.7, 1.3), (-1.7, 1.0)]
    for z in (-0.82, 0.82):
        b.add("sides", prism(side, 0.06).move(0, 0, z))
    b.add("floor", box(2.0, 0.08, 1.7))
    for s in (-1, 1):
        b.add(
            "ends",
            rod((s * 1.0, 0.05, 0), (s * 1.7, 1.15, 0), 0.05)
            + box(0.06, 1.25, 1.66).roll(-s * 31).move(s * 1.02, 0.04, 0),
        )
        b.add(
            "lugs",
            disc(0.08, 0.2, s * 0.9, 1.0, 0.9, 14) + disc(0.08, 0.2, s * 0.9, 1.0, -0.9, 14),
            BLACK,
        )
    for i in range(14):
        x, z = -1.2 + 0.185 * i, 0.5 * sin(i * 2.1)
        b.add(
            "rubble",
            box(0.4, 0.3, 0.36).yaw(37 * i).roll(20 * sin(i)).move(x, 0.75 + 0.1 * cos(i), z),
            stuff("brick" if i % 3 else "concrete"),
        )


def bike_rack(b: Draft) -> None:
    for i in range(5):
        x = -0.8 + 0.4 * i
        b.add(
            "hoops",
            tube(
                curve(
                    [(x, 0, -0.25), (x, 0.65, -0.25), (x, 0.78, 0), (x, 0.65, 0.25), (x, 0, 0.25)],
                    4,
                ),
                0.024,
                10,
            ),
        )
    for z in (-0.25, 0.25):
        b.add("rails", box(1.9, 0.04, 0.06, 0, 0, z))


def manhole(b: Draft) -> None:
    b.add("rim", cylinder(0.36, 0.03, n=36), b.tone(0.7))
    b.add("lid", cylinder(0.32, 0.036, n=36))
    for i in range(-3, 4):
        half = (0.29**2 - (0.08 * i) ** 2) ** 0.5
        b.add("ribs", box(2 * half, 0.042, 0.022, 0, 0, 0.08 * i, 0.002), b.tone(1.3))
    b.add("eyes", cylinder(0.022, 0.044, 0.24, n=12).pair(), BLACK)


def crosswalk(b: Draft) -> None:
    b.add("road", box(4.0, 0.012, 7.0, bevel=0.001), stuff("asphalt"))
    for i in range(7):
        b.add("stripes", box(3.4, 0.016, 0.55, 0, 0, -3.0 + i, 0.001))


def roundabout(b: Draft) -> None:
    b.add("road", cylinder(9.0, 0.06, n=48), stuff("asphalt"))
    b.add("kerb", hoop([(3.6, 0.05), (4.1, 0.05), (4.1, 0.22), (3.6, 0.22)], 44), stuff("concrete"))
    b.add("island", lathe([(3.7, 0.05), (3.6, 0.25), (1.5, 0.55), (0, 0.65)], n=40), stuff("grass"))
    for i in range(24):
        a = i * pi / 12
        b.add(
            "marks",
            box(0.12, 0.07, 1.1).yaw(a * 180 / pi + 90).move(6.5 * sin(a), 0, 6.5 * cos(a)),
            WHITE,
        )
    for i in range(9):
        a = i * 2 * pi / 9
        b.add(
            "shrubs",
            ball(0.5, 0.45, 0.5, 1.6 * sin(a), 0.75, 1.6 * cos(a), 1),
            stuff("plant", "#4c7a3f"),
        )


def pothole(b: Draft) -> None:
    b.add("road", box(1.2, 0.04, 1.0, bevel=0.002), stuff("asphalt"))
    ragged = [
        (
            0.42 * (1 + 0.18 * sin(3 * a) + 0.1 * sin(7 * a)) * cos(a),
            0.34 * (1 + 0.16 * sin(2 * a + 1) + 0.1 * cos(5 * a)) * sin(a),
        )
        for a in [i * pi / 18 for i in range(36)]
    ]
    b.add("hole", prism(ragged, 0.01).pitch(-90).move(0, 0.038, 0), stuff("dirt", "#2b2723"))
    for i in range(12):
        a = i * pi / 6
        b.add(
            "crumbs",
            ball(0.03, 0.014, 0.025, 0.5 * cos(a), 0.045, 0.42 * sin(a), 0),
            stuff("asphalt", "#4c4c4e"),
        )


def kerb(b: Draft) -> None:
    for i in range(4):
        b.add("stones", box(0.49, 0.16, 0.16, -0.75 + 0.5 * i, 0, 0, 0.012))
    b.add("gutter", box(2.0, 0.03, 0.3, 0, 0, 0.22), stuff("asphalt"))


def speed_bump(b: Draft) -> None:
    for i in range(8):
        hump = soft(0.4, 0.09, 0.6, -1.4 + 0.4 * i, 0, 0, 0.03)
        b.add("black" if i % 2 else "yellow", hump, BLACK if i % 2 else b.main)


def jersey_barrier(b: Draft) -> None:
    profile = [
        (-0.3, 0),
        (0.3, 0),
        (0.3, 0.08),
        (0.18, 0.25),
        (0.08, 0.8),
        (-0.08, 0.8),
        (-0.18, 0.25),
        (-0.3, 0.08),
    ]
    b.add("wall", prism(profile, 3.0, 0.01).yaw(90))
    for x in (-1.1, 0.0, 1.1):
        b.add(
            "reflectors", box(0.16, 0.08, 0.01, x, 0.55, 0.13).pitch(0), stuff("light", "#f2a02e")
        )


def billboard_frame(b: Draft) -> None:
    """A scoreboard on two posts."""
    for x in (-2.0, 2.0):
        b.add("posts", box(0.22, 4.6, 0.22, x), STEEL)
    b.add("board", box(5.0, 2.6, 0.3, 0, 2.2, 0))
    for x in (-1.4, 1.4):
        b.add("digits", box(1.2, 1.1, 0.02, x, 2.6, 0.16), stuff("light", "#e8a12a"))
        b.add("names", box(1.6, 0.3, 0.02, x, 4.1, 0.16), WHITE)
    b.add(
        "colon",
        box(0.14, 0.14, 0.02, 0, 2.9, 0.16) + box(0.14, 0.14, 0.02, 0, 3.3, 0.16),
        stuff("light", "#e8a12a"),
    )


def stadium(b: Draft) -> None:
    for i in range(7):
        tier = hoop(
            [
                (30 + 3.2 * i, 0),
                (33.2 + 3.2 * i, 0),
                (33.2 + 3.2 * i, 2.0 + 2.2 * i),
                (30 + 3.2 * i, 2.0 + 2.2 * i),
            ],
            48,
        )
        b.add(
            "tiers" if i % 2 else "stands",
            tier.scale(1, 1, 1.3),
            b.main if i % 2 else stuff("plastic", "#3a5f9a"),
        )
    b.add("pitch", cylinder(30, 0.3, n=48).scale(1, 1, 1.3), stuff("grass"))
    b.add(
        "lines",
        box(40, 0.34, 0.5)
        + box(40, 0.34, 0.5, 0, 0, 28)
        + box(40, 0.34, 0.5, 0, 0, -28)
        + box(0.5, 0.34, 56, 19.8)
        + box(0.5, 0.34, 56, -19.8),
        WHITE,
    )
    b.add(
        "roof",
        hoop([(41, 20), (54, 18.5), (54, 19.5), (41, 21)], 48).scale(1, 1, 1.3),
        stuff("metal", "#d9dde0"),
    )
    for sx in (-1, 1):
        for sz in (-1, 1):
            b.add("masts", rod((sx * 42, 0, sz * 56), (sx * 40, 34, sz * 53), 0.7, n=8), STEEL)
            b.add("lamps", box(6, 3, 0.8, sx * 40, 33, sz * 53), stuff("light", "#fff6da"))


def roller_coaster(b: Draft) -> None:
    line = curve(
        [
            (-20, 2, 6),
            (-14, 12, 8),
            (-6, 19, 6),
            (2, 5, 4),
            (8, 13, 0),
            (16, 4, -4),
            (20, 7, -9),
            (10, 9, -12),
            (-4, 3, -11),
            (-16, 6, -8),
            (-22, 3, 0),
            (-20, 2, 6),
        ],
        6,
    )
    for dx in (-0.5, 0.5):
        b.add("rails", tube([(x + dx, y, z + dx) for x, y, z in line], 0.2, 6))
    for i, (x, y, z) in enumerate(line[:-1:2]):
        b.add("posts", rod((x, 0, z), (x, y - 0.2, z), 0.18, n=6), WHITE)
        if i % 2:
            b.add("posts", rod((x + 1.6, 0, z), (x, 0.6 * y, z), 0.14, n=6), WHITE)
    for i in range(4):
        x, y, z = line[10 + i]
        b.add("cars", soft(1.6, 1.1, 1.6, x, y + 0.2, z), stuff("paint", "#f2cd2c"))


MODELS: dict[str, Family] = {
    "gas pump": gas_pump,
    "wind turbine": wind_turbine,
    "pylon": pylon,
    "smokestack": chimney,
    "cooling tower": cooling_tower,
    "solar panel": solar_panel,
    "dumpster": dumpster,
    "skip": skip_bin,
    "bike rack": bike_rack,
    "manhole cover": manhole,
    "crosswalk": crosswalk,
    "roundabout": roundabout,
    "pothole": pothole,
    "curb": kerb,
    "speed bump": speed_bump,
    "jersey barrier": jersey_barrier,
    "scoreboard": billboard_frame,
    "stadium": stadium,
    "roller coaster": roller_coaster,
}
