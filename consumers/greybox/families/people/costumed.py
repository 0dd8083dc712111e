"""Knights, wizards, kings and astronauts."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import BLACK
from consumers.greybox.families.people.figure import Dress, figure
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import smooth, star
from consumers.greybox.solids import ball, box, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, lathe, tube
from consumers.lexicon.words.materials import Material

GOLD = stuff("gold")


def knight(b: Draft) -> None:
    dark = b.tone(0.72)
    figure(b, Dress(b.main, skin=b.main, hair=None, face=False, bulk=1.18, shoes=dark, hands=dark))
    y = 0.93
    b.add("visor", ball(0.062, 0.03, 0.04, 0, y - 0.005, 0.045), dark)
    b.add("slit", box(0.085, 0.01, 0.02, 0, y - 0.004, 0.072), BLACK)
    plume = curve([(0, 0.99, 0.02), (0, 1.05, -0.03), (0, 0.99, -0.11), (0, 0.9, -0.12)], 3)
    b.add(
        "plume",
        tube(
            plume,
            [(0.012 + 0.002 * i, 0.02 + 0.003 * (5 - abs(5 - i))) for i in range(len(plume))],
            8,
        ),
        stuff("feathers", "#c0283c"),
    )
    b.add("pauldrons", ball(0.062, 0.045, 0.058, 0.125, 0.82, 0).pair(), dark)
    b.add("knees", ball(0.04, 0.04, 0.03, 0.058, 0.27, 0.04, detail=1).pair(), dark)
    tabard = prism([(-0.085, 0.0), (0.085, 0.0), (0.075, 0.42), (-0.075, 0.42)], 0.014, 0.004)
    b.add("tabard", tabard.move(0, 0.36, 0.092), stuff("fabric", "#a8323a"))
    b.add(
        "cross",
        box(0.02, 0.13, 0.01, 0, 0.6, 0.1) + box(0.085, 0.02, 0.01, 0, 0.67, 0.1),
        stuff("fabric", "#f2efe6"),
    )
    sword(b, 0.185, 0.44, 0.05)
    shield = prism(
        smooth(
            [(0.09, 0.1), (0, 0.115), (-0.09, 0.1), (-0.08, -0.05), (0, -0.14), (0.08, -0.05)], 3
        ),
        0.018,
        0.006,
    )
    b.add("shield", shield.yaw(-24).move(-0.2, 0.56, 0.09), stuff("metal", "#a8323a"))
    b.add("boss", ball(0.024, 0.024, 0.014, -0.204, 0.56, 0.103, detail=1), GOLD)


def sword(b: Draft, x: float, y: float, z: float) -> None:
    """A sword held upright at (x, y, z)."""
    b.add(
        "blade",
        prism(
            [(-0.014, 0.03), (0.014, 0.03), (0.012, 0.42), (0, 0.46), (-0.012, 0.42)], 0.008, 0.003
        ).move(x, y, z),
        stuff("steel", "#d4dade"),
    )
    b.add(
        "hilt",
        box(0.09, 0.014, 0.018, x, y + 0.024, z) + rod((x, y - 0.06, z), (x, y + 0.03, z), 0.01),
        GOLD,
    )
    b.add("hilt", ball(0.016, x=x, y=y - 0.066, z=z, detail=1), GOLD)


def wizard(b: Draft) -> None:
    figure(b, Dress(b.main, hair=None, head=0.07, skirt=0.02, bulk=1.1))
    white = stuff("fur", "#f0eee8")
    b.add(
        "robe",
        lathe([(0.05, 0), (0.2, 0), (0.17, 0.16), (0.1, 0.46), (0.05, 0.5)], 0, 0, 0, 20).scale(
            1, 1, 0.8
        ),
    )
    beard = curve([(0, 0.9, 0.055), (0, 0.8, 0.085), (0, 0.66, 0.09)], 3)
    b.add(
        "beard",
        tube(
            beard,
            [
                (0.055, 0.03),
                (0.06, 0.032),
                (0.056, 0.032),
                (0.05, 0.03),
                (0.04, 0.026),
                (0.026, 0.02),
                (0.01, 0.01),
            ],
            10,
        ),
        white,
    )
    b.add("hair", ball(0.064, 0.07, 0.06, 0, 0.92, -0.02), white)
    hat = curve([(0, 0.965, 0), (0, 1.06, 0), (0.015, 1.15, -0.01), (0.045, 1.22, -0.035)], 3)
    b.add("hat", tube(hat, [0.078 - 0.0076 * i for i in range(len(hat))], 14))
    b.add("hat", ring(0.085, 0.022, 0, 0.965, 0).scale(1.15, 1, 1.15).move(0, -0.0, 0))
    b.add("band", ring(0.073, 0.012, 0, 0.99, 0), GOLD)
    b.add(
        "belt",
        tube([(0, 0.5, 0), (0, 0.52, 0)], [(0.105, 0.078), (0.105, 0.078)], 14, tip=0.1),
        GOLD,
    )
    staff = curve([(0.2, 0, 0.06), (0.2, 0.5, 0.06), (0.2, 0.94, 0.06), (0.17, 1.0, 0.06)], 3)
    b.add("staff", tube(staff, 0.014, 8), stuff("wood", "#6b4428"))
    b.add("orb", ball(0.036, x=0.2, y=1.02, z=0.06), stuff("light", "#7fd4f0"))
    for i in range(4):
        badge = prism(star(5, 0.022, 0.01), 0.01).move(
            (-0.06, 0.07, -0.02, 0.1)[i],
            (0.16, 0.22, 0.34, 0.08)[i],
            (0.128, 0.113, 0.095, 0.125)[i],
        )
        b.add("stars", badge, GOLD)


def king(b: Draft) -> None:
    figure(b, Dress(stuff("fabric", "#4a3a5f"), hair="#5a3a24", bulk=1.15))
    cape = curve([(0, 0.83, -0.05), (0, 0.5, -0.12), (0, 0.03, -0.17)], 4)
    b.add("cape", tube(cape, [(0.11 + 0.012 * i, 0.022) for i in range(len(cape))], 12))
    fur = stuff("fur", "#f6f4ee")
    b.add("fur", ring(0.1, 0.034, 0, 0.82, -0.005, 18).scale(1.15, 1, 0.75), fur)
    b.add("fur", tube([(-0.2, 0.03, -0.17), (0, 0.02, -0.185), (0.2, 0.03, -0.17)], 0.028, 8), fur)
    crown_on(b, 0.064, 0.962)
    beard = tube(
        curve([(0, 0.9, 0.05), (0, 0.84, 0.075), (0, 0.79, 0.08)], 3),
        [
            (0.05, 0.025),
            (0.052, 0.026),
            (0.05, 0.026),
            (0.045, 0.024),
            (0.036, 0.02),
            (0.026, 0.016),
            (0.012, 0.01),
        ],
        10,
    )
    b.add("beard", beard, stuff("fur", "#5a3a24"))
    b.add(
        "belt",
        tube([(0, 0.48, 0), (0, 0.505, 0)], [(0.112, 0.082), (0.112, 0.082)], 14, tip=0.1),
        GOLD,
    )
    b.add("sceptre", rod((0.19, 0.3, 0.08), (0.19, 0.72, 0.08), 0.012), GOLD)
    b.add("sceptre", ball(0.03, x=0.19, y=0.74, z=0.08), GOLD)


def crown_on(b: Draft, r: float, y: float) -> None:
    """A crown of radius ``r`` whose band stands at height ``y``."""
    b.add(
        "crown",
        lathe([(r * 0.9, 0), (r, 0), (r * 1.06, r * 0.5), (r * 0.96, r * 0.5)], 0, y, 0, 20),
        GOLD,
    )
    for i in range(6):
        point = prism([(-r * 0.36, 0), (r * 0.36, 0), (0, r * 0.75)], r * 0.1)
        b.add("crown", point.move(0, y + r * 0.42, r * 1.0).yaw(60 * i), GOLD)
        b.add(
            "pearls",
            ball(r * 0.12, x=0, y=y + r * 1.2, z=r, detail=1).yaw(60 * i),
            stuff("crystal", "#c01f3a"),
        )


def astronaut(b: Draft) -> None:
    grey = stuff("plastic", "#8f969c")
    figure(
        b,
        Dress(
            b.main,
            skin=b.main,
            hair=None,
            face=False,
            bulk=1.42,
            shoes=grey,
            head=0.085,
            hands=grey,
        ),
    )
    b.add("helmet", ball(0.115, 0.115, 0.115, 0, 0.905, 0))
    b.add(
        "visor",
        ball(0.088, 0.075, 0.06, 0, 0.905, 0.074),
        Material("visor", "#d9962e", 0.08, 0.6),
    )
    b.add("pack", soft(0.2, 0.3, 0.1, 0, 0.5, -0.13, 0.03), b.tone(0.86))
    b.add("panel", soft(0.11, 0.085, 0.04, 0, 0.63, 0.085, 0.01), grey)
    for i, color in enumerate(("#c9343a", "#3f8a4a", "#3f6fc4")):
        b.add(
            f"button {color}",
            disc(0.011, 0.02, (i - 1) * 0.032, 0.675, 0.108, 10),
            stuff("plastic", color),
        )
    b.add("collar", ring(0.085, 0.018, 0, 0.815, 0), grey)
    b.add("stripes", ring(0.05, 0.01, 0.162, 0.67, 0, 12).pair(), stuff("fabric", "#d9483b"))
    hose = curve([(0.04, 0.64, 0.1), (0.12, 0.58, 0.1), (0.13, 0.56, -0.06)], 3)
    b.add("hose", tube(hose, 0.012, 7), grey)


MODELS: dict[str, Family] = {
    "knight": knight,
    "wizard": wizard,
    "king": king,
    "astronaut": astronaut,
}
