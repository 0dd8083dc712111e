"""Workshop and utility room: benches, shelves, racks, irons, drills, sewing machines, safes."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import (
    BLACK,
    DARK_METAL,
    DARK_WOOD,
    GREY,
    STEEL,
    WHITE,
    square_legs,
)
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, ball, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, lathe, tube

CARD = stuff("cardboard", "#c49a63")


def workbench(b: Draft) -> None:
    """A thick top on square legs, drawers below it, a vice at the corner."""
    w, h, d = b.w, b.h, b.d
    for i in range(4):
        b.add("top", box(w, 0.09 * h, d / 4 * 0.985, 0, 0.91 * h, (i - 1.5) * d / 4), b.tone(1.1))
    b.add("legs", square_legs(0.94 * w, 0.88 * d, 0.91 * h, 0.1 * h, 1.0))
    b.add("brace", box(0.9 * w, 0.08 * h, 0.04 * d, 0, 0.2 * h, -0.42 * d), b.tone(0.9))
    b.add("rails", box(0.86 * w, 0.1 * h, 0.03 * d, 0, 0.8 * h, 0.4 * d), b.tone(0.9))
    for x in (-0.2, 0.12):
        b.add("drawers", box(0.28 * w, 0.15 * h, 0.7 * d, x * w, 0.74 * h, 0.07 * d), b.tone(1.2))
        b.add("knobs", ball(0.02 * h, x=x * w, y=0.81 * h, z=0.44 * d, detail=1), BLACK)
    b.add("vice", box(0.14 * w, 0.1 * h, 0.05 * d, 0.36 * w, 0.8 * h, 0.475 * d), DARK_METAL)


def shelving_unit(b: Draft) -> None:
    """Open metal shelves with boxes and tins."""
    w, h, d = b.w, b.h, b.d
    b.add("posts", square_legs(w, d, h, 0.04 * w, 1.0))
    for j in range(4):
        y = (0.06 + 0.3 * j) * h
        b.add("shelves", box(0.98 * w, 0.02 * h, 0.96 * d, 0, y), b.tone(1.1))
        if j == 3:
            continue
        for i in range(3):
            x, kind = (i - 1) * 0.3 * w, (i + j) % 3
            base = y + 0.02 * h
            if kind == 0:
                b.add("boxes", box(0.26 * w, 0.19 * h, 0.7 * d, x, base), CARD)
                b.add("tape", box(0.04 * w, 0.192 * h, 0.71 * d, x, base), stuff("paper"))
            elif kind == 1:
                tub = soft(0.24 * w, 0.14 * h, 0.7 * d, x, base, 0, 0.02 * w)
                b.add("tubs", tub, stuff("plastic", "#4a86b8"))
            else:
                for k in (-0.07, 0.07):
                    tin = cylinder(0.06 * w, 0.12 * h, x + k * w, base, 0.1 * d)
                    b.add("tins", tin, stuff("metal", "#c8a03a"))


def shoe_rack(b: Draft) -> None:
    """Three slatted shelves, the lower two with shoes."""
    w, h, d = b.w, b.h, b.d
    b.add("sides", box(0.04 * w, h, d, 0.48 * w).pair())
    for j in range(3):
        y = (0.1 + 0.42 * j) * h
        for i in range(3):
            b.add("slats", box(0.94 * w, 0.04 * h, 0.26 * d, 0, y, (i - 1) * 0.33 * d), b.tone(1.1))
        if j == 2:
            continue
        for i in range(6):
            x = (i - 2.5) * 0.145 * w
            color = ("#2b2320", "#8a4a2a", "#c8323a")[i // 2]
            shoe = soft(0.1 * w, 0.1 * h, 0.8 * d, x, y + 0.04 * h, 0.04 * d, 0.04 * w)
            heel = soft(0.1 * w, 0.18 * h, 0.34 * d, x, y + 0.04 * h, -0.2 * d, 0.03 * w)
            b.add(f"shoes {color}", shoe + heel, stuff("leather", color))
    b.add("top", box(w, 0.04 * h, d, 0, 0.96 * h))


def wine_rack(b: Draft) -> None:
    """A grid of pigeon-holes with bottles lying in them."""
    w, h, d = b.w, b.h, b.d
    for i in range(6):
        b.add("uprights", box(0.025 * w, h, d, (i - 2.5) * 0.195 * w))
    for j in range(6):
        b.add("boards", box(w, 0.025 * h, d, 0, 0.195 * h * j))
    for i in range(5):
        for j in range(5):
            if (i * 3 + j * 2) % 5 == 0:
                continue
            x, y = (i - 2) * 0.195 * w, (0.11 + 0.195 * j) * h
            color = ("#22402c", "#3a1a22", "#5a4a22")[(i + j) % 3]
            r = 0.07 * w
            base = disc(r, 0.6 * d, x, y, -0.15 * d, 12) + disc(0.4 * r, 0.34 * d, x, y, 0.3 * d, 8)
            b.add(f"bottles {color}", base.move(0, 0, 0.12 * d), stuff("ceramic", color))


def drying_rack(b: Draft) -> None:
    """A folding airer with towels over its bars."""
    w, h, d = b.w, b.h, b.d
    for side in (-1, 1):
        leg = rod((0.48 * w, 0.01 * h, side * 0.46 * d), (0.48 * w, h, -side * 0.3 * d), 0.012 * w)
        b.add("frame", leg.pair())
    for i in range(6):
        z = (-0.3 + 0.12 * i) * d
        b.add("bars", rod((-0.48 * w, 0.98 * h, z), (0.48 * w, 0.98 * h, z), 0.008 * w))
    for x, z, color, long in ((-0.25, 0.18, "#5a9ad0", 0.5), (0.12, 0.06, "#e8b0a0", 0.36), (0.2,
        -0.18, "#f4f1ea", 0.56)):  # fmt: skip
        for s in (-1, 1):
            cloth = box(0.3 * w, long * h, 0.02 * d, x * w, (0.98 - long) * h, (z + 0.03 * s) * d)
            b.add(f"cloth {color}", cloth, stuff("fabric", color))


def clothesline(b: Draft) -> None:
    """Two posts, a line, and washing."""
    w, h, d = b.w, b.h, b.d
    post = cylinder(0.012 * w, h, 0.48 * w) + box(0.02 * w, 0.03 * h, d, 0.48 * w, 0.94 * h)
    b.add("posts", post.pair(), stuff("wood", "#8a6a48"))
    for z in (-0.4, 0.4):
        line = curve([(-0.48 * w, 0.97 * h, z * d), (0, 0.9 * h, z * d), (0.48 * w, 0.97 * h,
            z * d)], 5)  # fmt: skip
        b.add("lines", tube(line, 0.003 * w, 5), WHITE)
    for i, color in enumerate(("#f4f1ea", "#5a9ad0", "#e8707a", "#f2c83a", "#7ab87a")):
        x, long = (-0.34 + 0.17 * i) * w, (0.5, 0.34, 0.4, 0.28, 0.46)[i]
        cloth = box(0.13 * w, long * h, 0.03 * d, x, (0.9 - long) * h, 0.4 * d)
        b.add(f"cloth {color}", cloth, stuff("fabric", color))
        if i % 2:
            arms = box(0.19 * w, 0.08 * h, 0.03 * d, x, 0.8 * h, 0.4 * d)
            b.add(f"cloth {color}", arms)


def towel_rack(b: Draft) -> None:
    """A rail on the wall with a towel."""
    for s in (-0.46, 0.46):
        b.add("mounts", disc(0.05, 0.04, s, 0.86, -0.13, 16))
        b.add("mounts", rod((s, 0.86, -0.13), (s, 0.86, 0.08), 0.022))
    b.add("rail", rod((-0.5, 0.86, 0.08), (0.5, 0.86, 0.08), 0.022))
    towel = stuff("fabric", "#7fb0c8")
    b.add("towel", soft(0.5, 0.82, 0.04, -0.1, 0.08, 0.12, 0.015), towel)
    b.add("towel", soft(0.5, 0.6, 0.04, -0.1, 0.3, 0.04, 0.015), towel)
    b.add("towel", soft(0.5, 0.06, 0.12, -0.1, 0.86, 0.08, 0.025), towel)
    b.add("stripe", box(0.505, 0.05, 0.05, -0.1, 0.18, 0.12), WHITE)


def range_hood(b: Draft) -> None:
    """A sloping hood below its flue."""
    b.add("hood", box(0.9, 0.07, 0.5))
    slope = lathe([(0.62, 0.07), (0.24, 0.32)], n=4).yaw(45).scale(1.02, 1, 0.56)
    b.add("hood", slope, None, 20)
    b.add("flue", box(0.3, 0.5, 0.26, 0, 0.3, -0.02), b.tone(0.92))
    for i in range(3):
        b.add("buttons", disc(0.012, 0.02, -0.06 + 0.06 * i, 0.035, 0.25, 10), BLACK)


def clothes_iron(b: Draft) -> None:
    shape = [(-0.32, -0.5), (0.32, -0.5), (0.36, 0.0), (0.0, 0.6), (-0.36, 0.0)]
    b.add("sole", prism(shape, 0.08, 0.02).pitch(90).move(0, 0.04, 0), STEEL)
    small = [(x * 0.86, z * 0.9) for x, z in shape]
    b.add("body", prism(small, 0.26, 0.08).pitch(90).move(0, 0.2, 0))
    handle = curve([(0, 0.3, -0.42), (0, 0.62, -0.34), (0, 0.62, 0.1), (0, 0.32, 0.3)], 4)
    b.add("handle", tube(handle, 0.08, 10), b.tone(0.7))
    b.add("dial", disc(0.08, 0.06, 0, 0.42, 0.0, 14).pitch(-70), WHITE)
    b.add("cord", tube(curve([(0, 0.4, -0.45), (0.1, 0.3, -0.7), (0.3, 0.04, -0.8)], 4), 0.025, 6),
        BLACK)  # fmt: skip


def hair_dryer(b: Draft) -> None:
    barrel = lathe([(0.2, -0.3), (0.24, -0.1), (0.18, 0.3), (0.14, 0.5)], n=20)
    b.add("barrel", barrel.pitch(90).move(0, 0.75, 0))
    b.add("nozzle", soft(0.3, 0.1, 0.14, 0, 0.7, 0.52, 0.03), BLACK)
    b.add("handle", tube([(0, 0.0, -0.02), (0, 0.6, -0.06)], [(0.08, 0.1), (0.1, 0.12)], 12))
    b.add("switch", box(0.05, 0.12, 0.04, 0, 0.36, 0.06), BLACK)
    b.add("grille", disc(0.16, 0.03, 0, 0.75, -0.31, 18), BLACK)


def drill(b: Draft) -> None:
    b.add("body", tube([(0, 0.75, -0.45), (0, 0.76, 0.1), (0, 0.76, 0.3)], [(0.17, 0.18), (0.18,
        0.19), (0.13, 0.13)], 14))  # fmt: skip
    b.add("grip", tube([(0, 0.18, -0.34), (0, 0.65, -0.22)], [(0.1, 0.12), (0.1, 0.13)], 12), BLACK)
    b.add("battery", soft(0.28, 0.18, 0.42, 0, 0, -0.3, 0.05), BLACK)
    b.add("trigger", box(0.07, 0.14, 0.06, 0, 0.52, -0.1), GREY)
    b.add("chuck", lathe([(0.1, 0.3), (0.11, 0.42), (0.05, 0.52)], n=14).pitch(90).move(0, 0.76, 0),
        DARK_METAL)  # fmt: skip
    b.add("bit", rod((0, 0.76, 0.5), (0, 0.76, 0.86), 0.025, 0.012), STEEL)


def sewing_machine(b: Draft) -> None:
    b.add("base", soft(1.0, 0.14, 0.46, 0, 0, 0, 0.04))
    b.add("post", soft(0.22, 0.6, 0.3, 0.38, 0.1, 0, 0.06))
    b.add("arm", soft(0.96, 0.22, 0.28, 0, 0.58, 0, 0.08))
    b.add("head", soft(0.18, 0.36, 0.26, -0.39, 0.42, 0, 0.05))
    b.add("needle", rod((-0.39, 0.16, 0), (-0.39, 0.44, 0), 0.016), STEEL)
    b.add("foot", box(0.1, 0.02, 0.1, -0.39, 0.15, 0.02), STEEL)
    b.add("wheel", axle(0.13, 0.06, 0.53, 0.6, 0), BLACK)
    b.add("spool", cylinder(0.05, 0.12, 0.2, 0.8, 0, n=14), stuff("fabric", "#c8323a"))
    b.add("dial", disc(0.06, 0.04, 0.3, 0.69, 0.15, 14), WHITE)
    b.add("cloth", box(0.5, 0.015, 0.5, -0.34, 0.14, 0.1), stuff("fabric", "#5a9ad0"))


def safe(b: Draft) -> None:
    """A steel door with its dial and wheel."""
    b.add("body", box(1.0, 1.2, 0.96, 0, 0.04, -0.02, 0.03))
    for s in (-0.38, 0.38):
        b.add("feet", box(0.14, 0.05, 0.8, s, 0), BLACK)
    b.add("door", box(0.86, 1.04, 0.06, 0, 0.12, 0.47, 0.02), b.tone(1.2))
    b.add("hinges", cylinder(0.03, 0.16, -0.44, 0.26, 0.49, n=10) + cylinder(0.03, 0.16, -0.44,
        0.88, 0.49, n=10), STEEL)  # fmt: skip
    b.add("dial", disc(0.13, 0.05, 0.12, 0.84, 0.52), BLACK)
    b.add("dial face", disc(0.06, 0.04, 0.12, 0.84, 0.55, 16), STEEL)
    hub = (0.12, 0.46, 0.56)
    for i in range(3):
        a = 2 * pi * i / 3
        spoke = rod(hub, (hub[0] + 0.16 * sin(a), hub[1] + 0.16 * cos(a), hub[2]), 0.022)
        b.add("wheel", spoke, STEEL)
    b.add("wheel", ring(0.16, 0.02, n=20).pitch(90).move(*hub), STEEL)
    b.add("wheel", disc(0.05, 0.1, 0.12, 0.46, 0.52, 14), STEEL)


def light_bulb(b: Draft) -> None:
    glass = [(0.12, 0.4), (0.16, 0.5), (0.36, 0.86), (0.38, 1.05), (0.28, 1.26), (0.04, 1.36)]
    b.add("bulb", lathe(glass, n=24), stuff("light", b.main.color))
    b.add("cap", cylinder(0.14, 0.36, 0, 0.06, n=16), STEEL)
    for i in range(4):
        b.add("thread", ring(0.14, 0.02, 0, 0.1 + 0.09 * i, 0, 18), GREY)
    b.add("tip", cylinder(0.06, 0.07, n=12), BLACK)


def water_cooler(b: Draft) -> None:
    b.add("body", soft(0.34, 0.98, 0.34, 0, 0, 0, 0.03))
    b.add("niche", box(0.24, 0.2, 0.04, 0, 0.58, 0.16), GREY)
    for x, color in ((-0.06, "#3a6fc4"), (0.06, "#c8323a")):
        b.add(f"tap {color}", box(0.04, 0.06, 0.06, x, 0.72, 0.19), stuff("plastic", color))
    jug = [(0.06, 0.96), (0.08, 1.02), (0.14, 1.08), (0.15, 1.36), (0.1, 1.42)]
    b.add("bottle", lathe(jug, n=22), stuff("glass", "#8cc4e8"))
    b.add("ribs", ring(0.15, 0.008, 0, 1.16, 0) + ring(0.15, 0.008, 0, 1.26, 0), stuff("glass",
        "#6fb0dc"))  # fmt: skip


def megaphone(b: Draft) -> None:
    horn = lathe([(0.1, 0), (0.12, 0.2), (0.2, 0.5), (0.42, 0.8), (0.4, 0.8), (0.16, 0.46), (0.06,
        0.1)], n=24)  # fmt: skip
    b.add("horn", horn.pitch(90).move(0, 0.62, -0.2))
    b.add("back", disc(0.17, 0.3, 0, 0.62, -0.32, 20), b.tone(0.7))
    b.add("grip", rod((0, 0.1, -0.1), (0, 0.56, -0.06), 0.06), BLACK)
    b.add("rim", ring(0.42, 0.03, n=26).pitch(90).move(0, 0.62, 0.6), b.tone(0.7))


def bread_box(b: Draft) -> None:
    """A box with a rolled lid."""
    side = [(-0.5, 0), (0.5, 0), (0.5, 0.2), (0.42, 0.46), (0.2, 0.62), (-0.5, 0.64)]
    b.add("body", prism([(z, y) for z, y in side], 1.6, 0.03).yaw(-90))
    for i in range(4):
        z, y = (0.5, 0.48, 0.42, 0.32)[i], (0.2, 0.32, 0.44, 0.53)[i]
        b.add("slats", rod((-0.74, y, z), (0.74, y, z), 0.05), b.tone(1.15))
    b.add("knob", ball(0.05, x=0, y=0.26, z=0.56, detail=1), DARK_WOOD)


def wooden_perch(b: Draft) -> None:
    """A bar on a post with its foot."""
    b.add("foot", lathe([(0.5, 0), (0.5, 0.05), (0.1, 0.1)], n=24))
    b.add("post", cylinder(0.05, 1.5, 0, 0.06, top=0.04, n=12))
    b.add("bar", rod((-0.45, 1.58, 0), (0.45, 1.58, 0), 0.045), b.tone(1.15))
    b.add(
        "bowls", lathe([(0.1, 0), (0.13, 0.1), (0.12, 0.1), (0.08, 0.03)], 0.4, 1.6, 0, 16), STEEL
    )
    b.add("caps", ball(0.055, x=0.46, y=1.58, z=0, detail=1).pair(), DARK_WOOD)


def toilet_roll(b: Draft) -> None:
    b.add("roll", cylinder(0.5, 0.9, n=28), WHITE)
    b.add("core", cylinder(0.18, 0.93, n=18), CARD)
    b.add("sheet", box(0.02, 0.8, 0.4, 0.5, 0.04, 0.2), WHITE)


def plunger(b: Draft) -> None:
    b.add("cup", lathe([(0.3, 0), (0.32, 0.06), (0.26, 0.28), (0.08, 0.4)], n=22), stuff("rubber",
        "#a8322a"))  # fmt: skip
    b.add("stick", cylinder(0.05, 1.4, 0, 0.38, n=12))
    b.add("knob", ball(0.07, x=0, y=1.8, z=0, detail=1))


MODELS: dict[str, Family] = {
    "workbench": workbench,
    "shelving unit": shelving_unit,
    "shoe rack": shoe_rack,
    "wine rack": wine_rack,
    "drying rack": drying_rack,
    "clothesline": clothesline,
    "towel rack": towel_rack,
    "range hood": range_hood,
    "clothes iron": clothes_iron,
    "hair dryer": hair_dryer,
    "drill": drill,
    "sewing machine": sewing_machine,
    "safe": safe,
    "light bulb": light_bulb,
    "water cooler": water_cooler,
    "megaphone": megaphone,
    "bread box": bread_box,
    "perch": wooden_perch,
    "toilet paper": toilet_roll,
    "plunger": plunger,
}
