"""People by what they do, told by their clothes and hats; and the folk of tales."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from consumers.greybox.families.furniture.joinery import BLACK, STEEL, WHITE
from consumers.greybox.families.people.figure import Dress, figure
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import curve, lathe, tube
from consumers.lexicon.words.materials import Material

DARK_CLOTH = stuff("fabric", "#2b3038")
GOLD = stuff("gold")


def dressed(
    b: Draft, legs: str, worn: Callable[[Draft], None], hair: str | None = "#4a3020"
) -> None:
    """A figure with its top in the main surface, trousers of a colour, and what it wears."""
    figure(b, Dress(stuff("fabric", legs), hair=hair))
    belt = tube([(0, 0.47, 0), (0, 0.495, 0)], [(0.097, 0.071), (0.097, 0.071)], 16, tip=0.1)
    b.add("belt", belt, BLACK)
    worn(b)


def coat_tails(b: Draft) -> None:
    """A coat to the knees and a stethoscope."""
    tails = [(0.125, 0.0), (0.1, 0.2), (0.1, 0.24)]
    b.add("coat", lathe(tails, 0, 0.29, 0, 20).scale(1, 1, 0.72))
    b.add("hose", tube(curve([(-0.05, 0.83, 0.03), (-0.05, 0.7, 0.08), (0, 0.64, 0.085), (0.05, 0.7,
        0.08), (0.05, 0.83, 0.03)], 4), 0.008, 6), DARK_CLOTH)  # fmt: skip
    b.add("bell", disc(0.018, 0.016, 0, 0.63, 0.09, 14), STEEL)


def toque(b: Draft) -> None:
    """A cook's hat, neckerchief and apron."""
    b.add("hat", cylinder(0.062, 0.07, 0, 0.955, n=18), WHITE)
    b.add("hat", ball(0.085, 0.05, 0.085, 0, 1.05, 0), WHITE)
    b.add("scarf", ring(0.045, 0.016, 0, 0.84, 0, 16), stuff("fabric", "#c8323a"))
    b.add("apron", soft(0.17, 0.3, 0.02, 0, 0.28, 0.08, 0.008), WHITE)


def peaked_cap(b: Draft) -> None:
    """A cap with a badge."""
    b.add("cap", cylinder(0.066, 0.035, 0, 0.96, top=0.085, n=20), DARK_CLOTH)
    b.add("cap", ball(0.085, 0.018, 0.085, 0, 0.995, 0), DARK_CLOTH)
    b.add("peak", ball(0.06, 0.008, 0.045, 0, 0.962, 0.065), BLACK)
    b.add("badge", disc(0.016, 0.012, 0, 0.978, 0.078, 10), GOLD)
    b.add("badge", ball(0.016, 0.02, 0.008, 0.05, 0.72, 0.068, detail=1), GOLD)


def fire_helmet(b: Draft) -> None:
    red = stuff("plastic", "#c8242a")
    b.add("helmet", ball(0.078, 0.06, 0.085, 0, 0.97, 0), red)
    b.add("helmet", ring(0.078, 0.014, 0, 0.955, -0.01, 20).scale(1, 1, 1.2), red)
    for y in (0.55, 0.38):
        stripe = tube([(0, y, 0), (0, y + 0.02, 0)], [(0.1, 0.074), (0.1, 0.074)], 16, tip=0.1)
        b.add("stripes", stripe, stuff("light", "#e8e04a"))


def tricorn(b: Draft) -> None:
    """A pirate's hat, eye patch, sash and sabre."""
    brim = prism([(-0.14, 0.0), (0.14, 0.0), (0.0, 0.2)], 0.02).pitch(-90)
    b.add("hat", brim.move(0, 0.965, 0.06), BLACK)
    b.add("hat", ball(0.07, 0.05, 0.07, 0, 0.99, 0), BLACK)
    b.add("skull", ball(0.018, 0.02, 0.01, 0, 1.0, 0.07, detail=1), WHITE)
    b.add("patch", disc(0.016, 0.01, 0.026, 0.935, 0.062, 12), BLACK)
    sash = tube([(0, 0.47, 0), (0, 0.51, 0)], [(0.1, 0.075), (0.1, 0.075)], 16, tip=0.1)
    b.add("sash", sash, stuff("fabric", "#c8323a"))
    blade = curve([(0.17, 0.46, 0.05), (0.2, 0.3, 0.14), (0.2, 0.14, 0.16)], 3)
    b.add("sabre", tube(blade, [(0.006, 0.014)] * len(blade), 8), STEEL)
    b.add("hilt", ring(0.026, 0.008, 0.168, 0.47, 0.05, 12), GOLD)


def cowboy_hat(b: Draft) -> None:
    felt = stuff("leather", "#8a5a30")
    b.add("hat", ball(0.13, 0.012, 0.11, 0, 0.965, 0), felt)
    b.add("hat", ball(0.07, 0.07, 0.075, 0, 0.99, 0), felt)
    b.add("band", ring(0.07, 0.008, 0, 0.975, 0, 18), BLACK)
    b.add("vest", soft(0.2, 0.26, 0.15, 0, 0.53, 0, 0.05), stuff("leather", "#6b4226"))
    b.add("scarf", ring(0.046, 0.016, 0, 0.83, 0, 16), stuff("fabric", "#c8323a"))


def clown_things(b: Draft) -> None:
    for x, y in ((0.068, 0.94), (0.05, 0.99)):
        b.add("wig", ball(0.042, x=x, y=y, z=-0.01).pair(), stuff("fur", "#e0482a"))
    b.add("nose", ball(0.02, x=0, y=0.925, z=0.075), stuff("plastic", "#d9242a"))
    b.add("hat", cylinder(0.04, 0.12, 0, 0.99, top=0.005, n=16), stuff("fabric", "#3a8ad0"))
    b.add("ruff", ring(0.07, 0.026, 0, 0.835, 0, 18), WHITE)
    for i, color in enumerate(("#3a8ad0", "#e0482a", "#3fae5a")):
        dot = ball(0.018, 0.018, 0.01, 0, 0.55 + 0.09 * i, 0.072, detail=1)
        b.add(f"button {color}", dot, stuff("plastic", color))


def waistcoat(b: Draft) -> None:
    """A waiter's bow tie, waistcoat and tray."""
    b.add("waistcoat", soft(0.19, 0.26, 0.14, 0, 0.5, 0, 0.05), BLACK)
    b.add("tie", ball(0.022, 0.014, 0.01, 0.02, 0.83, 0.05, detail=1).pair(), BLACK)
    b.add("tray", cylinder(0.1, 0.012, 0.16, 0.47, 0.1, n=22), STEEL)
    b.add("glass", lathe([(0.024, 0), (0.006, 0.005), (0.006, 0.04), (0.026, 0.09)], 0.16, 0.482,
        0.1, 14), stuff("glass"))  # fmt: skip


def suit(b: Draft) -> None:
    b.add("shirt", prism([(-0.03, 0.2), (0.03, 0.2), (0, 0)], 0.02).move(0, 0.62, 0.066), WHITE)
    b.add("tie", prism([(-0.01, 0.18), (0.01, 0.18), (0.014, 0.03), (0, 0), (-0.014, 0.03)],
        0.02).move(0, 0.62, 0.074), stuff("silk", "#b8242a"))  # fmt: skip


def habit(b: Draft) -> None:
    """A robe with a hood, and a cross on its cord."""
    robe = lathe([(0.14, 0), (0.13, 0.1), (0.09, 0.46), (0.09, 0.5)], 0, 0.01, 0, 20)
    b.add("robe", robe.scale(1, 1, 0.75))
    b.add("hood", ball(0.08, 0.09, 0.075, 0, 0.93, -0.03))
    b.add("collar", ring(0.06, 0.02, 0, 0.83, 0, 16), WHITE)
    b.add("cross", box(0.012, 0.07, 0.01, 0, 0.62, 0.078) + box(0.045, 0.012, 0.01, 0, 0.66, 0.078),
        GOLD)  # fmt: skip


def bandages(b: Draft) -> None:
    for i in range(12):
        y = 0.05 + 0.075 * i
        if y < 0.46:
            b.add("wraps", ring(0.042, 0.009, 0.058, y, 0, 12).pair(), b.tone(0.85))
        elif y < 0.82:
            b.add("wraps", ring(0.098, 0.009, 0, y, 0, 16).scale(1, 1, 0.72), b.tone(0.85))
    for y in (0.9, 0.96):
        b.add("wraps", ring(0.068, 0.008, n=16).roll(6).move(0, y, 0), b.tone(0.85))


def fangs(b: Draft) -> None:
    """A count's cape and collar."""
    cape = curve([(0, 0.83, -0.04), (0, 0.5, -0.1), (0, 0.1, -0.13)], 4)
    b.add("cape", tube(cape, [(0.11 + 0.008 * i, 0.02) for i in range(len(cape))], 12), BLACK)
    collar = prism([(0.03, 0), (0.13, 0.0), (0.15, 0.13)], 0.015)
    b.add("collar", collar.pair().move(0, 0.81, -0.05), stuff("silk", "#a81c24"))
    b.add("fangs", cylinder(0.001, 0.018, 0.012, 0.887, 0.066, top=0.004, n=6).pair(), WHITE)


def army(b: Draft) -> None:
    b.add("helmet", ball(0.08, 0.062, 0.086, 0, 0.965, 0))
    b.add("helmet", ring(0.08, 0.01, 0, 0.95, 0, 18))
    b.add("pack", soft(0.18, 0.24, 0.09, 0, 0.56, -0.11, 0.03), b.tone(0.8))
    b.add("rifle", rod((-0.1, 0.44, 0.11), (0.13, 0.75, 0.11), 0.012), BLACK)
    b.add("rifle", box(0.03, 0.12, 0.03, -0.1, 0.38, 0.11), stuff("wood", "#5c3d26"))


def witch(b: Draft) -> None:
    figure(b, Dress(b.main, hair="#3a3a40", skirt=0.1, skin=stuff("skin", "#b8c88a")))
    robe = lathe([(0.17, 0), (0.15, 0.12), (0.09, 0.46)], 0, 0.01, 0, 20).scale(1, 1, 0.8)
    b.add("robe", robe)
    b.add("brim", ball(0.15, 0.012, 0.15, 0, 0.965, 0))
    cone = curve([(0, 0.965, 0), (0, 1.08, 0), (0.02, 1.16, -0.01), (0.07, 1.2, -0.03)], 3)
    b.add("hat", tube(cone, [0.08 - 0.0076 * i for i in range(len(cone))], 14))
    b.add("band", ring(0.078, 0.012, 0, 0.98, 0), stuff("fabric", "#8a3aa8"))
    hair = curve([(0.05, 0.95, -0.03), (0.075, 0.85, -0.03), (0.07, 0.72, -0.03)], 3)
    b.add("hair", tube(hair, 0.026, 8).pair(), stuff("fur", "#5a5a60"))
    b.add("broom", rod((0.19, 0.1, 0.06), (0.19, 0.9, 0.06), 0.01), stuff("wood", "#7a5230"))
    b.add("twigs", lathe([(0.02, 0.2), (0.05, 0.1), (0.06, -0.06)], 0.19, 0.06, 0.06, 14), stuff(
        "straw"))  # fmt: skip


def santa(b: Draft) -> None:
    fur = stuff("fur", "#f8f6f0")
    figure(b, Dress(b.main, hair="#f4f2ec", bulk=1.35, shoes=BLACK))
    b.add("belly", ball(0.13, 0.14, 0.11, 0, 0.53, 0.03))
    b.add("belt", ring(0.128, 0.018, 0, 0.5, 0.012, 24).scale(1, 1.4, 0.9), BLACK)
    b.add("buckle", box(0.05, 0.045, 0.02, 0, 0.48, 0.135), GOLD)
    b.add("trim", tube([(0, 0.8, 0.075), (0, 0.66, 0.12)], 0.022, 8), fur)
    b.add("trim", ring(0.068, 0.02, 0, 0.965, 0, 20), fur)
    hat = curve([(0, 0.97, 0), (0.02, 1.05, 0), (0.08, 1.06, -0.02), (0.12, 0.99, -0.03)], 3)
    b.add("hat", tube(hat, [0.066 - 0.0055 * i for i in range(len(hat))], 12))
    b.add("trim", ball(0.026, x=0.125, y=0.97, z=-0.03), fur)
    b.add("beard", ball(0.06, 0.09, 0.04, 0, 0.85, 0.06), fur)
    b.add("sack", ball(0.15, 0.2, 0.14, -0.2, 0.3, -0.12), stuff("fabric", "#8a6a42"))


def elf(b: Draft) -> None:
    """Small, with pointed ears, cap and shoes."""
    figure(b, Dress(stuff("fabric", "#c8323a"), head=0.11, hair="#8a5a2a", bulk=1.15))
    ear = prism([(0, -0.03), (0.1, 0.05), (0, 0.04)], 0.02, 0.005)
    b.add("ears", ear.move(0.09, 0.88, 0).pair(), stuff("skin", "#e0ac8a"))
    hat = curve([(0, 0.94, 0), (0, 1.06, 0), (0.06, 1.16, -0.02), (0.14, 1.14, -0.03)], 3)
    b.add("hat", tube(hat, [0.105 - 0.0105 * i for i in range(len(hat))], 14))
    b.add("band", ring(0.1, 0.022, 0, 0.95, 0, 20), stuff("fur", "#f6f4ee"))
    b.add("bobble", ball(0.026, x=0.15, y=1.13, z=-0.03), GOLD)
    bend = [(0.058, 0.02, 0.06), (0.058, 0.03, 0.12), (0.058, 0.075, 0.13)]
    toe = tube(bend, [0.03, 0.02, 0.008], 8)
    b.add("shoes", toe.pair())


def fairy(b: Draft) -> None:
    figure(b, Dress(stuff("skin", "#e0ac8a"), hair="#d9a84a", skirt=0.32, bulk=0.85))
    _wings(b, stuff("glass", "#bfe8f4"), 0.0)
    b.add("wand", rod((0.14, 0.46, 0.06), (0.2, 0.66, 0.12), 0.007), GOLD)
    b.add(
        "star", ball(0.026, 0.026, 0.014, 0.205, 0.68, 0.125, detail=0), stuff("light", "#ffe98a")
    )
    b.add("crown", ring(0.05, 0.01, 0, 0.985, 0, 16), stuff("plant", "#6fae4a"))


def angel(b: Draft) -> None:
    figure(b, Dress(b.main, hair="#d9b868", skirt=0.03))
    robe = lathe([(0.14, 0), (0.12, 0.15), (0.09, 0.46)], 0, 0.01, 0, 20).scale(1, 1, 0.78)
    b.add("robe", robe)
    _wings(b, stuff("feathers", "#fbfaf6"), 0.12)
    b.add("halo", ring(0.075, 0.01, 0, 1.06, -0.01, 24), stuff("light", "#ffe08a"))


def _wings(b: Draft, surface: Material, grow: float) -> None:
    upper = ball(0.17 + grow * 0.6, 0.12 + grow, 0.014).roll(35).move(0.2, 0.82, -0.09)
    lower = ball(0.11 + grow * 0.3, 0.08 + grow, 0.012).roll(-30).move(0.16, 0.62, -0.09)
    b.add("wings", (upper + lower).pair(), surface)


def mermaid(b: Draft) -> None:
    """Seated, her tail to one side."""
    skin = stuff("skin", "#e0ac8a")
    b.add("torso", tube([(0, 0.4, 0), (0, 0.52, 0), (0, 0.68, 0), (0, 0.74, 0)], [(0.1, 0.075),
        (0.078, 0.06), (0.1, 0.065), (0.04, 0.035)], 14), skin)  # fmt: skip
    b.add("top", ball(0.044, 0.04, 0.03, 0.045, 0.64, 0.052).pair(), stuff("fabric", "#8a4ad0"))
    b.add("head", ball(0.066, 0.078, 0.07, 0, 0.86, 0.01), skin)
    b.add("neck", rod((0, 0.72, 0), (0, 0.82, 0), 0.028), skin)
    b.add("eyes", ball(0.009, x=0.025, y=0.87, z=0.075, detail=1).pair(), BLACK)
    hair = stuff("fur", "#b8482a")
    b.add("hair", ball(0.075, 0.08, 0.07, 0, 0.89, -0.02), hair)
    b.add("hair", tube(curve([(0, 0.9, -0.06), (0, 0.72, -0.09), (0, 0.5, -0.09)], 3), [(0.07,
        0.035)] * 7, 10), hair)  # fmt: skip
    arm = curve([(0.1, 0.7, 0), (0.15, 0.56, 0.02), (0.13, 0.4, 0.1)], 3)
    b.add("arms", tube(arm, 0.024, 8).pair(), skin)
    tail = curve(
        [(0, 0.46, 0), (0, 0.28, 0.08), (0, 0.14, 0.3), (0, 0.06, 0.55), (0, 0.1, 0.75)], 3
    )
    radii = [(0.105 - 0.0065 * i, 0.085 - 0.005 * i) for i in range(len(tail))]
    b.add("tail", tube(tail, radii, 14))
    fin = ball(0.09, 0.02, 0.13).yaw(35).move(0.07, 0.12, 0.84)
    b.add("fins", fin.pair(), b.tone(1.2))


def alien(b: Draft) -> None:
    """Thin and grey-green, with a large head and black eyes."""
    figure(b, Dress(b.main, skin=b.main, hair=None, face=False, bulk=0.75, shoes=b.main))
    b.add("skull", ball(0.12, 0.13, 0.12, 0, 0.97, 0))
    b.add("chin", ball(0.06, 0.08, 0.06, 0, 0.87, 0.02))
    eye = ball(0.045, 0.026, 0.022).roll(28).move(0.05, 0.95, 0.1)
    b.add("eyes", eye.pair(), stuff("ceramic", "#101214"))
    b.add("mouth", box(0.03, 0.006, 0.01, 0, 0.855, 0.076), BLACK)


def goblin(b: Draft) -> None:
    """Hunched and green, with great ears and a club."""
    skin = b.main
    figure(b, Dress(stuff("leather", "#6b4a2a"), head=0.13, skin=skin, hair=None, bulk=1.3,
        sleeves=skin, shoes=stuff("leather", "#4a3420")))  # fmt: skip
    ear = prism([(0, -0.05), (0.17, 0.07), (0, 0.06)], 0.03, 0.008)
    b.add("ears", ear.move(0.1, 0.86, 0).pair(), skin)
    b.add("nose", ball(0.03, 0.03, 0.06, 0, 0.86, 0.12), b.tone(0.85))
    b.add("tusks", cylinder(0.012, 0.04, 0.04, 0.8, 0.11, top=0.002, n=8).pair(), WHITE)
    b.add("vest", soft(0.24, 0.28, 0.18, 0, 0.4, 0, 0.06), stuff("leather", "#5c3d26"))
    b.add("club", rod((0.22, 0.2, 0.1), (0.24, 0.62, 0.16), 0.02, 0.05), stuff("wood", "#6b4428"))


MODELS: dict[str, Family] = {
    "doctor": partial(dressed, legs="#5f86a0", worn=coat_tails),
    "chef": partial(dressed, legs="#3a3f45", worn=toque),
    "police officer": partial(dressed, legs="#22303f", worn=peaked_cap),
    "firefighter": partial(dressed, legs="#2b2d30", worn=fire_helmet),
    "pirate": partial(dressed, legs="#3a2a22", worn=tricorn),
    "cowboy": partial(dressed, legs="#3b4a63", worn=cowboy_hat),
    "clown": partial(dressed, legs="#3a8ad0", worn=clown_things, hair=None),
    "waiter": partial(dressed, legs="#22252b", worn=waistcoat),
    "businessman": partial(dressed, legs="#2b3038", worn=suit),
    "nun": partial(dressed, legs="#22252b", worn=habit, hair=None),
    "mummy": partial(dressed, legs="#e0d8c0", worn=bandages, hair=None),
    "vampire": partial(dressed, legs="#1b1d20", worn=fangs, hair="#141416"),
    "soldier": partial(dressed, legs="#4a5236", worn=army, hair=None),
    "witch": witch,
    "santa": santa,
    "elf": elf,
    "fairy": fairy,
    "angel": angel,
    "mermaid": mermaid,
    "alien": alien,
    "goblin": goblin,
}
