"""What hangs on walls and from ceilings: posters, tapestries, wreaths, bells, garlands."""

from __future__ import annotations

from math import cos, pi, sin

from consumers.greybox.families.furniture.joinery import BLACK, BRASS, DARK_WOOD, STEEL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.outlines import circle, star
from consumers.greybox.solids import ball, box, cylinder, disc, leaf, prism, ring, rod
from consumers.greybox.sweeps import curve, lathe, tube

PAPER = stuff("paper", "#f4f0e6")


def poster(b: Draft) -> None:
    """A bold print without a frame."""
    w, h, t = b.w, b.h, b.d
    b.add("sheet", box(w, h, 0.4 * t, 0, 0, -0.3 * t))
    b.add("band", box(0.9 * w, 0.16 * h, 0.2 * t, 0, 0.06 * h, 0.0), PAPER)
    sun = prism(circle(0.3 * w, 32), 0.2 * t).move(0, 0.6 * h, 0.0)
    b.add("sun", sun, stuff("paper", "#f2c23a"))
    for x, tall in ((-0.22, 0.42), (0.1, 0.56), (0.28, 0.34)):
        hill = prism([(-0.28 * w, 0), (0.28 * w, 0), (0.0, tall * h * 0.7)], 0.2 * t)
        b.add("hills", hill.move(x * w * 0.8, 0.24 * h, 0.2 * t), b.tone(0.5))


def tapestry(b: Draft) -> None:
    """A woven cloth with a border and a medallion, on a rod, fringed below."""
    w, h, t = b.w, b.h, b.d
    b.add("rod", rod((-0.5 * w, 0.96 * h, 0), (0.5 * w, 0.96 * h, 0), 0.3 * t), DARK_WOOD)
    b.add("knobs", ball(0.035 * w, x=0.49 * w, y=0.96 * h, z=0, detail=1).pair(), BRASS)
    b.add("cloth", box(0.92 * w, 0.86 * h, 0.3 * t, 0, 0.1 * h, 0))
    gold = stuff("fabric", "#d9b25a")
    for y in (0.14, 0.9):
        b.add("border", box(0.84 * w, 0.02 * h, 0.1 * t, 0, y * h, 0.18 * t), gold)
    b.add("border", box(0.02 * w, 0.76 * h, 0.1 * t, 0.41 * w, 0.15 * h, 0.18 * t).pair(), gold)
    for turn, r, color in ((0, 0.3, "#d9b25a"), (22.5, 0.23, "#2f4a6a"), (0, 0.13, "#ece0c0")):
        medal = prism(star(8, r * w, 0.7 * r * w, 90 + turn), 0.1 * t)
        up = 0.2 * t + (0.3 - r) * 0.3 * t
        b.add(f"medal {color}", medal.move(0, 0.53 * h, up), stuff("fabric", color))
    for i in range(15):
        x = (i - 7) * 0.062 * w
        b.add("fringe", cylinder(0.012 * w, 0.1 * h, x, 0.01 * h, 0, n=6), gold)


def backdrop(b: Draft) -> None:
    """A wide cloth on a stand, its foot running forward."""
    w, h, d = b.w, b.h, b.d
    side = cylinder(0.01 * w, h, 0.48 * w, 0, -0.3 * d, n=10)
    b.add("stand", side.pair(), BLACK)
    b.add("stand", rod((-0.49 * w, h, -0.3 * d), (0.49 * w, h, -0.3 * d), 0.009 * w), BLACK)
    b.add("cloth", box(0.92 * w, 0.97 * h, 0.06 * d, 0, 0.02 * h, -0.25 * d))
    b.add("cloth", box(0.92 * w, 0.012 * h, 0.7 * d, 0, 0, 0.1 * d))


def wreath(b: Draft) -> None:
    for i in range(44):
        a, off = 2 * pi * i / 44, 0.32 + 0.09 * (i % 3)
        turned = leaf(0.22, 0.11, 0.2, 0.1).pitch(-25 * (i % 3)).yaw(90).roll(57.3 * a)
        where = turned.move(off * cos(a + 1.2), 0.5 + off * sin(a + 1.2), 0.03 * (i % 3))
        b.add(f"leaves {i % 2}", where, b.tone(0.85 + 0.3 * (i % 2)))
    b.add("ring", ring(0.4, 0.05, n=28).pitch(90).move(0, 0.5, 0), b.tone(0.6))
    for i in range(9):
        a = 2 * pi * i / 9
        berry = ball(0.03, x=0.41 * cos(a), y=0.5 + 0.41 * sin(a), z=0.09, detail=1)
        b.add("berries", berry, stuff("food", "#c8242a"))
    bow = ball(0.1, 0.06, 0.04, 0.09, 0.1, 0.09).pair()
    b.add("bow", bow + ball(0.04, x=0, y=0.1, z=0.11), stuff("fabric", "#b8242a"))


def dartboard(b: Draft) -> None:
    b.add("rim", disc(0.5, 0.1, 0, 0.5, 0, 40), stuff("rubber", "#1d1d1f"))
    for r, z, colors in ((0.4, 0.06, ("#20211f", "#e8dcbc")), (0.25, 0.075, ("#20211f",
        "#e8dcbc"))):  # fmt: skip
        for i in range(20):
            a, e = 2 * pi * (i - 0.5) / 20, 2 * pi * (i + 0.5) / 20
            wedge = prism([(0, 0), (r * sin(e), r * cos(e)), (r * sin(a), r * cos(a))], 0.03)
            color = colors[i % 2]
            b.add(f"wedge {color}", wedge.move(0, 0.5, z), stuff("fabric", color))
    for r, color in ((0.4, "#c8242a"), (0.25, "#2f8a4a")):
        wire = ring(r, 0.012, n=40).pitch(90).move(0, 0.5, 0.085)
        b.add(f"ring {color}", wire, stuff("fabric", color))
    b.add("bull", disc(0.04, 0.05, 0, 0.5, 0.09, 16), stuff("fabric", "#2f8a4a"))
    b.add("eye", disc(0.02, 0.06, 0, 0.5, 0.095, 14), stuff("fabric", "#c8242a"))


_TILE = [(-0.045, -0.045), (0.045, -0.045), (0.045, 0.045), (-0.045, 0.045)]
"""One small mirror."""


def disco_ball(b: Draft) -> None:
    """A ball of small mirrors on its motor."""
    r, y = 0.44, 0.45
    b.add("core", ball(r, x=0, y=y, z=0), stuff("metal", "#5a6068"))
    rows = 13
    for j in range(1, rows):
        up = pi * j / rows
        count = max(6, round(24 * sin(up)))
        for i in range(count):
            tile = prism(_TILE, 0.02).move(0, 0, r)
            turned = tile.pitch(-90 + 57.3 * up).yaw(360 * i / count)
            shade = (i * 7 + j * 3) % 3
            b.add(f"mirrors {shade}", turned.move(0, y, 0), b.tone((0.75, 1.0, 1.5)[shade]), 10)
    b.add("motor", cylinder(0.07, 0.06, 0, 0.88, n=14), BLACK)
    b.add("rod", cylinder(0.012, 0.3, 0, 0.92, n=8), STEEL)


def mobile(b: Draft) -> None:
    """A cot's mobile: bars, threads, stars and a moon."""
    b.add("thread", cylinder(0.006, 0.3, 0, 0.7, n=6), PAPER)
    for turn in (0, 90):
        bar = tube([(-0.4, 0.7, 0), (0, 0.74, 0), (0.4, 0.7, 0)], 0.014, 8)
        b.add("bars", bar.yaw(turn), stuff("wood", "#c9a275"))
    for i, color in enumerate(("#f2c83a", "#5aa0e0", "#e8707a", "#7ac47a")):
        a, low = 90 * i, 0.28 + 0.08 * (i % 2)
        b.add("thread", cylinder(0.005, 0.7 - low, 0.4, low, n=6).yaw(a), PAPER)
        badge = prism(star(5, 0.13, 0.06), 0.04, 0.01) if i % 2 == 0 else ball(0.09)
        b.add(f"toy {color}", badge.move(0.4, low - 0.05, 0).yaw(a), stuff("fabric", color))
    b.add("cloud", ball(0.13, 0.07, 0.08, 0, 0.3, 0) + ball(0.07, 0.09, 0.07, 0.05, 0.34, 0),
        stuff("fabric", "#f4f6f8"))  # fmt: skip
    b.add("thread", cylinder(0.005, 0.4, 0, 0.34, n=6), PAPER)


def stained_glass(b: Draft) -> None:
    """A pointed window of coloured panes in lead."""
    w, h, t = b.w, b.h, b.d
    stone = stuff("stone", "#a9a7a1")
    b.add("frame", box(0.07 * w, 0.78 * h, t, 0.46 * w, 0).pair(), stone)
    b.add("frame", box(w, 0.05 * h, 1.2 * t), stone)
    for s in (1, -1):
        side = [(s * 0.46 * w, 0.76 * h, 0.0), (s * 0.36 * w, 0.9 * h, 0.0), (0.0, 0.985 * h, 0.0)]
        b.add("frame", tube(curve(side, 4), (0.04 * w), 8), stone)
    colors = ("#c8323a", "#3a6fc4", "#e8b83a", "#3f8f52", "#8a4aa8", "#e07a34")
    for j in range(7):
        half = 0.42 if j < 5 else (0.36, 0.2)[j - 5]
        columns = 4 if j < 5 else (3, 2)[j - 5]
        for i in range(columns):
            wide = 2 * half * w / columns
            x = -half * w + wide * (i + 0.5)
            pane = box(0.93 * wide, 0.122 * h, 0.3 * t, x, (0.055 + 0.128 * j) * h)
            color = colors[(i * i + 2 * j + i * j) % 6]
            b.add(f"pane {color}", pane, stuff("ceramic", color))
    b.add("lead", box(0.84 * w, 0.012 * h, 0.2 * t, 0, 0.5 * h, 0.1 * t), BLACK)
    rose = prism(circle(0.2 * w, 24), 0.3 * t).move(0, 0.6 * h, 0.12 * t)
    b.add("rose", rose, b.main)
    b.add("heart", prism(star(6, 0.15 * w, 0.06 * w), 0.3 * t).move(0, 0.6 * h, 0.2 * t),
        stuff("glass", "#f2d25a"))  # fmt: skip


def scroll(b: Draft) -> None:
    """A sheet half unrolled between two rolls."""
    paper = b.main
    b.add("sheet", box(0.8, 0.02, 0.7, 0, 0, 0, 0.004), paper)
    for z in (-0.36, 0.36):
        line: list[tuple[float, float, float]] = [(-0.42, 0.07, z), (0.42, 0.07, z)]
        b.add("rolls", tube(line, 0.075, 14, tip=0.05), b.tone(0.92))
        rods: list[tuple[float, float, float]] = [(-0.5, 0.07, z), (0.5, 0.07, z)]
        b.add("rods", tube(rods, 0.03, 8), DARK_WOOD)
    for i in range(6):
        line_of = box(0.56 - 0.1 * (i % 2), 0.006, 0.025, -0.05 * (i % 2), 0.02, 0.2 - 0.08 * i)
        b.add("words", line_of, stuff("paper", "#5a4630"))


def bell(b: Draft) -> None:
    shape = [(0.5, 0.0), (0.46, 0.08), (0.34, 0.3), (0.28, 0.62), (0.18, 0.78), (0.03, 0.82)]
    b.add("bell", lathe(shape, n=32))
    b.add("rings", ring(0.475, 0.025, 0, 0.08, 0, 32) + ring(0.3, 0.015, 0, 0.55, 0, 32))
    b.add("clapper", ball(0.09, x=0, y=0.02, z=0), stuff("iron"))
    b.add("crown", ring(0.1, 0.035, n=18).pitch(90).move(0, 0.92, 0), DARK_WOOD)


def gong(b: Draft) -> None:
    """Hung in a wooden frame, its mallet beside it."""
    post = box(0.07, 1.0, 0.09, 0.5, 0, 0)
    b.add("frame", post.pair() + box(1.3, 0.08, 0.1, 0, 0.98), DARK_WOOD)
    b.add("frame", box(0.1, 0.05, 0.42, 0.5, 0, 0).pair(), DARK_WOOD)
    for r, z in ((0.36, 0.0), (0.3, 0.02), (0.12, 0.045)):
        b.add("gong", disc(r, 0.03, 0, 0.52, z, 32), b.tone(1.0 + (0.36 - r)))
    b.add("cords", rod((0.14, 0.8, 0), (0.18, 1.0, 0), 0.012).pair(), stuff("fabric", "#8a2a2a"))
    b.add("mallet", rod((0.6, 0.1, 0.1), (0.6, 0.62, 0.1), 0.018), DARK_WOOD)
    b.add("mallet", ball(0.07, x=0.6, y=0.66, z=0.1), stuff("fabric", "#ece0c8"))


def mask(b: Draft) -> None:
    """A face with open eyes and a smile."""
    b.add("face", ball(0.5, 0.66, 0.3, 0, 0.66, 0, detail=3))
    b.add("eyes", ball(0.13, 0.07, 0.1, 0.2, 0.76, 0.22).pair(), BLACK)
    b.add("brows", tube([(0.08, 0.9, 0.27), (0.22, 0.95, 0.22), (0.34, 0.88, 0.18)], 0.03,
        8).pair(), b.tone(0.6))  # fmt: skip
    b.add("nose", ball(0.075, 0.15, 0.12, 0, 0.62, 0.3))
    smile = curve([(-0.24, 0.42, 0.2), (0, 0.32, 0.28), (0.24, 0.42, 0.2)], 4)
    b.add("mouth", tube(smile, [(0.03, 0.045)] * len(smile), 8), stuff("paint", "#a8242a"))
    b.add("cheeks", disc(0.07, 0.02, 0.3, 0.52, 0.245, 16).pair(), stuff("paint", "#d9807a"))


def string_lights(b: Draft) -> None:
    """Two swags of small bulbs."""
    for s in (-0.5, 0.5):
        line = [(s + 0.5 * t, 0.9 - 0.6 * (1 - t * t), 0.0) for t in
            (-1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0)]  # fmt: skip
        b.add("wire", tube(line, 0.008, 5), stuff("rubber", "#2a2f2a"))
        for i, (x, y, z) in enumerate(line[:-1] if s < 0 else line):
            color = ("#ffe9a8", "#ffd27a")[i % 2]
            b.add("caps", cylinder(0.016, 0.05, x, y - 0.05, z, n=8), BLACK)
            bulb = ball(0.03, 0.045, 0.03, x, y - 0.09, z, detail=1)
            b.add(f"bulbs {i % 2}", bulb, stuff("light", color))


def garland(b: Draft) -> None:
    """Pennants on a line, in three colours."""
    colors = (b.main.color, "#f2c83a", "#4a90d0")
    line = [(-1.0 + 0.125 * i, 0.9 - 0.35 * (1 - (-1.0 + 0.125 * i) ** 2), 0.0) for i in range(17)]
    b.add("line", tube(line, 0.01, 5), PAPER)
    for i, (x, y, z) in enumerate(line[1:-1:2]):
        flag = prism([(-0.1, 0), (0, -0.3), (0.1, 0)], 0.015)
        b.add(f"flags {i % 3}", flag.move(x, y, z), stuff("fabric", colors[i % 3]))


MODELS: dict[str, Family] = {
    "poster": poster,
    "tapestry": tapestry,
    "backdrop": backdrop,
    "wreath": wreath,
    "dartboard": dartboard,
    "disco ball": disco_ball,
    "mobile": mobile,
    "stained glass window": stained_glass,
    "scroll": scroll,
    "bell": bell,
    "gong": gong,
    "mask": mask,
    "string lights": string_lights,
    "garland": garland,
}
