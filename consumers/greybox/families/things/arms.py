"""Arms of games and plays: guns, grenades, bows, blades on poles, rays of light."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, STEEL
from consumers.greybox.families.things.tool_parts import HANDLE, flat
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import star
from consumers.greybox.solids import axle, ball, box, cylinder, disc, prism, ring, rod
from consumers.greybox.sweeps import curve, lathe, tube


def pistol(b: Draft) -> None:
    b.add("slide", box(0.2, 0.032, 0.026, 0.0, 0.1))
    b.add("frame", box(0.17, 0.022, 0.024, 0.0, 0.082), b.tone(0.8))
    b.add("grip", box(0.045, 0.095, 0.026).roll(-14).move(-0.072, 0.0, 0), BLACK)
    b.add("guard", ring(0.02, 0.004).pitch(90).move(-0.02, 0.07, 0), b.tone(0.8))
    b.add("muzzle", axle(0.008, 0.01, 0.1, 0.117, 0, 12), BLACK)
    b.add(
        "sights",
        box(0.01, 0.008, 0.006, 0.09, 0.131) + box(0.012, 0.008, 0.016, -0.09, 0.131),
        BLACK,
    )


def revolver(b: Draft) -> None:
    b.add("barrel", rod((0.02, 0.115, 0), (0.16, 0.115, 0), 0.011))
    b.add("frame", box(0.1, 0.045, 0.022, -0.02, 0.088))
    b.add("cylinder", axle(0.024, 0.05, -0.012, 0.107, 0, 12), b.tone(1.3))
    b.add(
        "grip",
        tube(
            curve([(-0.06, 0.1, 0), (-0.085, 0.06, 0), (-0.095, 0.01, 0)], 3),
            [(0.013, 0.02)] * 7,
            10,
        ),
        HANDLE,
    )
    b.add("hammer", rod((-0.065, 0.12, 0), (-0.085, 0.14, 0), 0.006))
    b.add("guard", ring(0.017, 0.003).pitch(90).move(-0.015, 0.074, 0))


def rifle(b: Draft) -> None:
    stock = [
        (-0.5, 0.0),
        (-0.5, 0.11),
        (-0.2, 0.12),
        (0.2, 0.12),
        (0.2, 0.085),
        (-0.12, 0.08),
        (-0.2, 0.07),
    ]
    b.add("stock", prism(stock[::-1], 0.04, 0.006), HANDLE)
    b.add("barrel", rod((-0.1, 0.135, 0), (0.55, 0.135, 0), 0.013))
    b.add("receiver", box(0.2, 0.05, 0.045, -0.1, 0.1))
    b.add("guard", ring(0.024, 0.004).pitch(90).move(-0.13, 0.068, 0))
    b.add("bolt", rod((-0.14, 0.14, 0), (-0.16, 0.12, 0.05), 0.006), STEEL)
    b.add("sight", box(0.01, 0.02, 0.006, 0.53, 0.145))


def machine_gun(b: Draft) -> None:
    b.add("receiver", box(0.36, 0.09, 0.06, -0.1, 0.12))
    b.add("barrel", rod((0.08, 0.17, 0), (0.52, 0.17, 0), 0.014))
    b.add("shroud", rod((0.08, 0.17, 0), (0.3, 0.17, 0), 0.026), b.tone(0.8))
    b.add("magazine", box(0.06, 0.16, 0.04).roll(12).move(0.02, -0.02, 0), BLACK)
    b.add("grip", box(0.045, 0.11, 0.04).roll(-14).move(-0.16, 0.02, 0), BLACK)
    b.add(
        "stock", prism([(-0.52, 0.06), (-0.28, 0.13), (-0.28, 0.19), (-0.52, 0.18)], 0.045), BLACK
    )
    b.add("sight", box(0.012, 0.03, 0.01, 0.48, 0.18) + box(0.03, 0.03, 0.03, -0.1, 0.21))


def rocket_launcher(b: Draft) -> None:
    b.add("tube", axle(0.055, 0.95, 0, 0.16, 0, 24))
    b.add(
        "mouths",
        axle(0.075, 0.06, -0.47, 0.16, 0, 24) + axle(0.066, 0.05, 0.46, 0.16, 0, 24),
        b.tone(0.7),
    )
    b.add(
        "warhead",
        lathe([(0.05, 0), (0.06, 0.06), (0.0, 0.2)], n=20).roll(-90).move(0.46, 0.16, 0),
        stuff("metal", "#6b7f3a"),
    )
    b.add("grips", box(0.045, 0.13, 0.04, 0.1, 0.0) + box(0.045, 0.13, 0.04, -0.1, 0.0), BLACK)
    b.add("sight", box(0.1, 0.06, 0.03, 0.12, 0.2, 0.05), BLACK)


def grenade(b: Draft) -> None:
    b.add("body", ball(0.03, 0.038, 0.03, 0, 0.038, 0))
    for i in range(3):
        b.add("grooves", ring(0.029 - 0.002 * abs(i - 1), 0.0022, y=0.024 + 0.014 * i), b.tone(0.6))
    b.add("fuse", cylinder(0.012, 0.022, 0, 0.07, n=14), STEEL)
    b.add(
        "lever",
        tube([(0, 0.092, 0), (0.02, 0.088, 0), (0.036, 0.04, 0)], [(0.008, 0.002)] * 3, 8),
        STEEL,
    )
    b.add("pin", ring(0.012, 0.0018).pitch(90).move(-0.022, 0.084, 0), stuff("brass"))


def dynamite(b: Draft) -> None:
    for x, y in ((-0.03, 0.017), (0.0, 0.017), (0.03, 0.017), (-0.015, 0.045), (0.015, 0.045)):
        b.add("sticks", rod((x, y, -0.09), (x, y, 0.09), 0.015))
    for z in (-0.05, 0.05):
        b.add(
            "bands",
            tube([(0, 0.03, z - 0.008), (0, 0.03, z + 0.008)], [(0.046, 0.032)] * 2, 16, tip=0.1),
            BLACK,
        )
    b.add(
        "fuse",
        tube(
            curve(
                [(0, 0.045, 0.09), (0.01, 0.07, 0.13), (-0.02, 0.08, 0.15), (0.01, 0.1, 0.17)], 4
            ),
            0.003,
            6,
        ),
        stuff("fabric", "#e6dcc4"),
    )


def bomb(b: Draft) -> None:
    b.add("body", ball(0.16, x=0, y=0.16, detail=3))
    b.add("neck", cylinder(0.045, 0.05, 0, 0.3, n=18), b.tone(1.3))
    b.add(
        "fuse",
        tube(curve([(0, 0.34, 0), (0.02, 0.4, 0), (0.07, 0.42, 0)], 4), 0.009, 8),
        stuff("fabric", "#d9c9a0"),
    )
    b.add(
        "spark", prism(star(8, 0.035, 0.014), 0.01).move(0.075, 0.425, 0), stuff("light", "#ffb53a")
    )


def crossbow(b: Draft) -> None:
    b.add(
        "stock",
        prism([(-0.04, -0.4), (0.04, -0.4), (0.025, 0.4), (-0.025, 0.4)], 0.06)
        .pitch(90)
        .move(0, 0.05, 0),
        HANDLE,
    )
    limb = curve(
        [
            (-0.42, 0.07, 0.12),
            (-0.2, 0.07, 0.32),
            (0, 0.07, 0.36),
            (0.2, 0.07, 0.32),
            (0.42, 0.07, 0.12),
        ],
        5,
    )
    b.add("bow", tube(limb, 0.016, 8), STEEL)
    b.add(
        "string",
        rod((-0.42, 0.085, 0.12), (0, 0.088, 0.02), 0.003, n=5)
        + rod((0.42, 0.085, 0.12), (0, 0.088, 0.02), 0.003, n=5),
        stuff("fabric", "#e6dcc4"),
    )
    b.add("bolt", rod((0, 0.092, 0.0), (0, 0.092, 0.42), 0.006), stuff("wood", "#c9a36a"))
    b.add("trigger", rod((0, 0.02, -0.14), (0, -0.04, -0.2), 0.007), STEEL)
    b.add("stirrup", ring(0.05, 0.007).pitch(90).move(0, 0.05, 0.43), STEEL)


def bow(b: Draft) -> None:
    limb = curve([(0.0, 0.0, 0), (0.1, 0.25, 0), (0.2, 0.75, 0), (0.1, 1.25, 0), (0.0, 1.5, 0)], 6)
    n = len(limb) - 1
    b.add("limbs", tube(limb, [0.008 + 0.01 * sin(pi * i / n) for i in range(n + 1)], 10))
    b.add("grip", rod((0.2, 0.68, 0), (0.2, 0.82, 0), 0.022), stuff("leather", "#4a2c1a"))
    b.add("string", rod((0.0, 0.01, 0), (0.0, 1.49, 0), 0.003, n=5), stuff("fabric", "#e6dcc4"))


def bow_and_arrow(b: Draft) -> None:
    bow(b)
    part = Draft(1, 1, 1, b.main, b.rng)
    arrow(part)
    for name, meshes in part.pieces.items():
        for mesh in meshes:
            b.add(f"arrow {name}", mesh.move(0.16, 0.74, 0.03), part.looks[name][0])


def arrow(b: Draft) -> None:
    b.add("shaft", rod((-0.35, 0.02, 0), (0.33, 0.02, 0), 0.005), stuff("wood", "#c9a36a"))
    b.add(
        "head", prism([(0.32, -0.016), (0.39, 0.0), (0.32, 0.016)], 0.006).move(0, 0.02, 0), STEEL
    )
    for turn in (0, 120, 240):
        vane = prism([(-0.34, 0.004), (-0.24, 0.004), (-0.27, 0.022), (-0.35, 0.022)], 0.002).pitch(
            turn
        )
        b.add("feathers", vane.move(0, 0.02, 0))


def quiver(b: Draft) -> None:
    b.add("case", lathe([(0.055, 0), (0.075, 0.5), (0.078, 0.52), (0.065, 0.5)], n=24))
    for y in (0.08, 0.44):
        b.add("bands", ring(0.062 + 0.03 * y, 0.007, y=y), b.tone(0.6))
    for i in range(7):
        a = i * 2 * pi / 7
        x, z = 0.04 * cos(a), 0.04 * sin(a)
        b.add(
            "shafts",
            rod((x, 0.4, z), (1.3 * x, 0.66, 1.3 * z), 0.004, n=6),
            stuff("wood", "#c9a36a"),
        )
        b.add(
            "feathers", box(0.025, 0.08, 0.003, 1.25 * x, 0.58, 1.25 * z), stuff("paper", "#c8322f")
        )
    b.add(
        "strap",
        tube(curve([(0.07, 0.46, 0), (0.16, 0.3, 0), (0.06, 0.08, 0)], 4), [(0.004, 0.014)] * 9, 8),
        b.tone(0.7),
    )


def mace(b: Draft) -> None:
    b.add("handle", rod((0, 0, 0), (0, 0.6, 0), 0.016), HANDLE)
    b.add("head", ball(0.075, y=0.66))
    for i in range(20):
        y = 1 - 2 * (i + 0.5) / 20
        r, a = (1 - y * y) ** 0.5, i * 2.4
        way = (r * cos(a), y, r * sin(a))
        p = (0.07 * way[0], 0.66 + 0.07 * way[1], 0.07 * way[2])
        q = (0.115 * way[0], 0.66 + 0.115 * way[1], 0.115 * way[2])
        b.add("spikes", rod(p, q, 0.014, 0.002, n=6))
    b.add("pommel", ball(0.024, y=0.01), STEEL)


def flail(b: Draft) -> None:
    b.add("handle", rod((-0.3, 0.05, 0), (0.1, 0.05, 0), 0.018), HANDLE)
    for i in range(6):
        b.add(
            "links",
            ring(0.016, 0.005, n=12).pitch(90 * (i % 2)).move(0.12 + 0.026 * i, 0.05, 0),
            STEEL,
        )
    b.add("head", ball(0.06, x=0.33, y=0.06))
    for i in range(14):
        y = 1 - 2 * (i + 0.5) / 14
        r, a = (1 - y * y) ** 0.5, i * 2.4
        b.add(
            "spikes",
            rod(
                (0.33 + 0.055 * r * cos(a), 0.06 + 0.055 * y, 0.055 * r * sin(a)),
                (0.33 + 0.09 * r * cos(a), 0.06 + 0.09 * y, 0.09 * r * sin(a)),
                0.01,
                0.001,
                n=6,
            ),
        )


def spear(b: Draft) -> None:
    b.add("shaft", rod((0, 0, 0), (0, 1.75, 0), 0.016), HANDLE)
    b.add(
        "head",
        prism([(0, 2.0), (-0.04, 1.82), (-0.012, 1.72), (0.012, 1.72), (0.04, 1.82)], 0.014, 0.004),
        STEEL,
    )
    b.add("binding", cylinder(0.02, 0.1, 0, 1.66, n=12))


def halberd(b: Draft) -> None:
    b.add("shaft", rod((0, 0, 0), (0, 1.75, 0), 0.017), HANDLE)
    b.add("spike", lathe([(0.02, 1.72), (0.024, 1.78), (0.0, 2.05)], n=8), STEEL)
    b.add(
        "axe",
        prism([(0.0, 1.5), (0.17, 1.42), (0.21, 1.58), (0.17, 1.74), (0.0, 1.64)], 0.012, 0.003),
        STEEL,
    )
    b.add(
        "hook", prism([(0.0, 1.62), (-0.15, 1.56), (-0.03, 1.53), (0.0, 1.5)], 0.012, 0.003), STEEL
    )
    b.add("socket", cylinder(0.024, 0.36, 0, 1.42, n=12), STEEL)


def lightsaber(b: Draft) -> None:
    b.add("hilt", rod((-0.5, 0.025, 0), (-0.24, 0.025, 0), 0.02), STEEL)
    for x in (-0.46, -0.42, -0.38, -0.28):
        b.add("rings", axle(0.023, 0.014, x, 0.025, 0, 16), BLACK)
    b.add("switch", box(0.03, 0.012, 0.012, -0.32, 0.043), stuff("plastic", "#c8322f"))
    b.add(
        "blade", rod((-0.24, 0.025, 0), (0.56, 0.025, 0), 0.013, n=16), stuff("light", b.main.color)
    )


def ray_gun(b: Draft) -> None:
    b.add(
        "body",
        lathe([(0.02, 0), (0.05, 0.04), (0.055, 0.1), (0.025, 0.18), (0.016, 0.26)], n=24)
        .roll(-90)
        .move(-0.14, 0.14, 0),
    )
    for i, r in enumerate((0.045, 0.036, 0.028)):
        b.add(
            "fins",
            disc(r, 0.008, 0, 0, 0, 20).yaw(90).move(0.03 + 0.035 * i, 0.14, 0),
            stuff("plastic", "#c8322f"),
        )
    b.add("tip", ball(0.022, x=0.14, y=0.14), stuff("light", "#7df0ff"))
    b.add(
        "grip", box(0.045, 0.12, 0.035).roll(-16).move(-0.09, 0.0, 0), stuff("plastic", "#c8322f")
    )
    b.add("guard", ring(0.022, 0.004).pitch(90).move(-0.03, 0.085, 0))
    b.add("dial", disc(0.018, 0.11, -0.06, 0.15, 0, 16), stuff("brass"))


def nunchucks(b: Draft) -> None:
    for s in (-1, 1):
        b.add("sticks", rod((-0.14, 0.018, s * 0.06), (0.14, 0.018, s * 0.03), 0.016, 0.018))
    for i in range(5):
        b.add(
            "links",
            ring(0.01, 0.003, n=12).pitch(90 * (i % 2)).move(0.16, 0.018, -0.024 + 0.012 * i),
            STEEL,
        )


def throwing_star(b: Draft) -> None:
    b.add("star", flat(star(4, 0.05, 0.016)[::-1], 0.004, 0.001))
    b.add("hub", cylinder(0.01, 0.006, 0, 0, n=16), BLACK)


def boomerang(b: Draft) -> None:
    line = curve(
        [
            (-0.2, 0.012, 0.12),
            (-0.08, 0.012, -0.02),
            (0.0, 0.012, -0.07),
            (0.08, 0.012, -0.02),
            (0.2, 0.012, 0.12),
        ],
        5,
    )
    b.add("wood", tube(line, [(0.026, 0.008)] * len(line), 10))
    for i in (3, 6, -7, -4):
        x, y, z = line[i]
        b.add("dots", ball(0.011, 0.004, 0.011, x, y + 0.007, z, 1), stuff("paint", "#f2e2b8"))


MODELS: dict[str, Family] = {
    "pistol": pistol,
    "revolver": revolver,
    "rifle": rifle,
    "machine gun": machine_gun,
    "rocket launcher": rocket_launcher,
    "grenade": grenade,
    "dynamite": dynamite,
    "bomb": bomb,
    "crossbow": crossbow,
    "bow": bow,
    "bow and arrow": bow_and_arrow,
    "arrow": arrow,
    "quiver": quiver,
    "mace": mace,
    "flail": flail,
    "spear": spear,
    "halberd": halberd,
    "lightsaber": lightsaber,
    "ray gun": ray_gun,
    "nunchucks": nunchucks,
    "shuriken": throwing_star,
    "boomerang": boomerang,
}
