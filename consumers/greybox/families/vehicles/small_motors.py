"""Forklifts, bulldozers, rollers, karts, caravans: motors on wheels that are no car."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import BLACK, GLASS, STEEL
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import axle, box, cylinder, disc, prism, ring, rod, soft
from consumers.greybox.sweeps import hoop, lathe

WOOD = stuff("wood", "#7a4a28")
SEAT = stuff("leather", "#7a2f2f")


def forklift(b: Draft) -> None:
    b.add("body", soft(1.1, 0.75, 1.7, 0, 0.25, -0.35, 0.12))
    b.add("counterweight", soft(1.1, 0.5, 0.5, 0, 0.3, -1.05, 0.14), b.tone(0.6))
    for s in (-1, 1):
        b.add(
            "wheels",
            axle(0.3, 0.22, s * 0.5, 0.3, 0.3, 22) + axle(0.24, 0.2, s * 0.48, 0.24, -0.95, 22),
            BLACK,
        )
        b.add(
            "posts",
            rod((s * 0.48, 0.95, 0.3), (s * 0.42, 2.05, 0.15), 0.03)
            + rod((s * 0.48, 0.95, -0.9), (s * 0.42, 2.05, -0.7), 0.03),
            BLACK,
        )
        b.add("mast", box(0.09, 2.1, 0.12, s * 0.32, 0.05, 0.62), STEEL)
        b.add("forks", box(0.12, 0.05, 1.1, s * 0.22, 0.08, 1.22), STEEL)
        b.add("forks", box(0.12, 0.6, 0.05, s * 0.22, 0.08, 0.7), STEEL)
    b.add("roof", box(0.95, 0.06, 1.0, 0, 2.05, -0.28), BLACK)
    b.add("carriage", box(0.8, 0.08, 0.06, 0, 0.5, 0.7) + box(0.8, 0.08, 0.06, 0, 0.2, 0.7), STEEL)
    b.add("seat", soft(0.5, 0.14, 0.5, 0, 1.0, -0.5) + soft(0.5, 0.45, 0.12, 0, 1.05, -0.75), BLACK)
    b.add("wheel", ring(0.16, 0.02).pitch(50).move(0, 1.3, 0.0), BLACK)


def bulldozer(b: Draft) -> None:
    for s in (-1, 1):
        b.add("tracks", soft(0.5, 0.95, 3.2, s * 0.95, 0, -0.3, 0.4), BLACK)
        for z in (-1.3, -0.65, 0.0, 0.65):
            b.add("rollers", axle(0.24, 0.52, s * 0.95, 0.36, z, 18), b.tone(0.6))
        b.add("arms", box(0.14, 0.2, 2.4, s * 1.3, 0.35, 0.6))
    b.add("hood", soft(1.2, 0.85, 1.5, 0, 0.85, 0.5, 0.1))
    b.add("deck", box(1.5, 0.4, 2.6, 0, 0.6, -0.4))
    b.add("cab", box(1.3, 1.2, 1.1, 0, 1.0, -0.85))
    b.add("glass", box(1.32, 0.6, 0.95, 0, 1.5, -0.85) + box(1.15, 0.6, 1.12, 0, 1.5, -0.85), GLASS)
    b.add("roof", box(1.4, 0.1, 1.3, 0, 2.2, -0.85), b.tone(0.8))
    blade = [
        (0.0, -0.1),
        (0.14, 0.3),
        (0.1, 0.7),
        (-0.04, 1.15),
        (-0.12, 1.1),
        (0.0, 0.7),
        (0.02, 0.3),
        (-0.12, -0.06),
    ]
    b.add("blade", prism([(-z, y) for z, y in blade], 3.1).yaw(90).move(0, 0.14, 1.85), STEEL)
    b.add("pipe", cylinder(0.06, 0.6, 0.3, 1.65, 0.7), BLACK)


def steamroller(b: Draft) -> None:
    b.add("drum", axle(0.62, 1.5, 0, 0.62, 1.2, 32), STEEL)
    b.add("fork", box(0.1, 0.5, 1.3, 0.8, 0.5, 0.9).pair() + box(1.7, 0.15, 0.2, 0, 0.9, 0.4))
    for s in (-1, 1):
        b.add("wheels", axle(0.65, 0.4, s * 0.7, 0.65, -1.1, 28), BLACK)
        b.add("hubs", axle(0.3, 0.44, s * 0.7, 0.65, -1.1, 20))
        b.add(
            "posts",
            rod((s * 0.6, 1.3, 0.1), (s * 0.6, 2.4, 0.05), 0.04)
            + rod((s * 0.6, 1.3, -1.0), (s * 0.6, 2.4, -0.95), 0.04),
            BLACK,
        )
    b.add("body", soft(1.1, 0.9, 2.0, 0, 0.6, -0.7, 0.1))
    b.add("roof", soft(1.5, 0.1, 1.5, 0, 2.38, -0.45, 0.04))
    b.add("seat", soft(0.6, 0.15, 0.5, 0, 1.5, -0.5) + soft(0.6, 0.5, 0.12, 0, 1.55, -0.75), BLACK)


def cement_mixer(b: Draft) -> None:
    b.add(
        "drum",
        lathe([(0.2, 0), (0.38, 0.15), (0.4, 0.4), (0.2, 0.75), (0.22, 0.8), (0.17, 0.78)], n=28)
        .pitch(50)
        .move(0, 0.62, -0.2),
    )
    b.add(
        "band",
        hoop([(0.39, 0.22), (0.43, 0.22), (0.43, 0.3), (0.39, 0.3)]).pitch(50).move(0, 0.62, -0.2),
        b.tone(0.6),
    )
    for s in (-1, 1):
        b.add(
            "frame",
            rod((s * 0.46, 0.9, 0.0), (s * 0.46, 0.1, 0.5), 0.03)
            + rod((s * 0.46, 0.9, 0.0), (s * 0.46, 0.2, -0.45), 0.03),
            STEEL,
        )
        b.add("wheels", axle(0.2, 0.1, s * 0.46, 0.2, -0.45, 20), BLACK)
    b.add(
        "frame",
        rod((-0.46, 0.12, 0.5), (0.46, 0.12, 0.5), 0.03)
        + rod((-0.46, 0.2, -0.45), (0.46, 0.2, -0.45), 0.025),
        STEEL,
    )
    b.add("wheel", ring(0.22, 0.02).roll(90).move(0.56, 0.9, 0.0), BLACK)
    b.add("motor", soft(0.2, 0.3, 0.3, -0.52, 0.6, -0.1), b.tone(0.7))


def go_kart(b: Draft) -> None:
    b.add("floor", box(0.7, 0.04, 1.6, 0, 0.1, 0))
    for s in (-1, 1):
        b.add(
            "wheels",
            axle(0.13, 0.16, s * 0.55, 0.13, 0.6, 20) + axle(0.15, 0.22, s * 0.56, 0.15, -0.6, 20),
            BLACK,
        )
        b.add("pods", soft(0.2, 0.18, 0.8, s * 0.45, 0.1, 0.0))
    b.add("axles", axle(0.02, 1.1, 0, 0.14, -0.6, 8) + axle(0.02, 1.1, 0, 0.13, 0.6, 8), STEEL)
    b.add("nose", soft(0.9, 0.16, 0.3, 0, 0.08, 0.85), b.tone(1.2))
    b.add("seat", soft(0.4, 0.1, 0.4, 0, 0.14, -0.15) + soft(0.4, 0.5, 0.1, 0, 0.16, -0.36), BLACK)
    b.add("engine", box(0.25, 0.24, 0.26, 0.33, 0.16, -0.5), STEEL)
    b.add("wheel", ring(0.15, 0.02).pitch(55).move(0, 0.48, 0.24), BLACK)
    b.add("column", rod((0, 0.14, 0.5), (0, 0.48, 0.24), 0.016), STEEL)
    b.add("bumper", rod((-0.5, 0.2, -0.85), (0.5, 0.2, -0.85), 0.025), STEEL)


def golf_cart(b: Draft) -> None:
    b.add("base", soft(1.15, 0.3, 2.2, 0, 0.22, 0, 0.1))
    b.add("front", soft(1.1, 0.45, 0.5, 0, 0.4, 0.9, 0.16))
    b.add("back", soft(1.1, 0.4, 0.7, 0, 0.4, -0.75, 0.1))
    for s in (-1, 1):
        for z in (-0.72, 0.78):
            b.add("wheels", axle(0.22, 0.18, s * 0.5, 0.22, z, 20), BLACK)
        b.add(
            "posts",
            rod((s * 0.5, 0.8, 0.75), (s * 0.5, 1.75, 0.5), 0.022)
            + rod((s * 0.5, 0.7, -0.7), (s * 0.5, 1.75, -0.65), 0.022),
            STEEL,
        )
    b.add("roof", soft(1.2, 0.08, 1.6, 0, 1.75, -0.1, 0.035), stuff("plastic", "#f2efe6"))
    b.add("shield", box(0.95, 0.6, 0.02, 0, 0, 0).pitch(-14).move(0, 0.95, 0.72), GLASS)
    b.add(
        "seat",
        soft(1.0, 0.16, 0.5, 0, 0.62, -0.1) + soft(1.0, 0.5, 0.12, 0, 0.72, -0.38),
        stuff("leather", "#d9cfb8"),
    )
    b.add("wheel", ring(0.17, 0.02).pitch(55).move(-0.25, 1.05, 0.45), BLACK)


def caravan(b: Draft) -> None:
    side = [
        (-2.1, 0.4),
        (2.1, 0.4),
        (2.3, 1.2),
        (2.0, 2.3),
        (1.4, 2.6),
        (-1.6, 2.6),
        (-2.2, 2.2),
        (-2.3, 1.2),
    ]
    b.add("body", prism(side, 2.1, 0.06).yaw(90))
    for s in (-1, 1):
        b.add("stripe", box(0.02, 0.16, 4.2, s * 1.055, 1.0, 0), stuff("paint", "#d9822e"))
        b.add(
            "windows",
            box(0.02, 0.6, 1.1, s * 1.055, 1.5, 1.0) + box(0.02, 0.6, 0.9, s * 1.055, 1.5, -1.3),
            GLASS,
        )
        b.add("wheels", axle(0.34, 0.22, s * 0.95, 0.34, -0.1, 24), BLACK)
        b.add("hubs", axle(0.16, 0.24, s * 0.95, 0.34, -0.1, 18), STEEL)
    b.add("door", box(0.03, 1.7, 0.7, 1.06, 0.55, -0.15), b.tone(0.86))
    b.add("front window", box(1.4, 0.6, 0.02, 0, 1.5, 2.24), GLASS)
    b.add(
        "hitch",
        rod((0.5, 0.5, 2.2), (0, 0.45, 3.0), 0.05) + rod((-0.5, 0.5, 2.2), (0, 0.45, 3.0), 0.05),
        STEEL,
    )
    b.add("jockey", cylinder(0.08, 0.45, 0, 0, 2.9), STEEL)


def tuk_tuk(b: Draft) -> None:
    b.add("body", soft(1.25, 0.6, 1.5, 0, 0.3, -0.5, 0.1))
    nose = [(-0.6, 0.3), (0.6, 0.3), (0.35, 0.95), (-0.35, 0.95)]
    b.add("nose", prism(nose, 0.35, 0.05).move(0, 0.0, 0.85))
    b.add("floor", box(1.0, 0.12, 1.4, 0, 0.28, 0.3), BLACK)
    b.add("wheels", axle(0.22, 0.12, 0, 0.22, 1.05, 20), BLACK)
    for s in (-1, 1):
        b.add("wheels", axle(0.22, 0.14, s * 0.52, 0.22, -0.75, 20), BLACK)
        b.add(
            "posts",
            rod((s * 0.45, 0.9, 0.8), (s * 0.55, 1.7, 0.5), 0.025)
            + rod((s * 0.6, 0.8, -1.15), (s * 0.58, 1.7, -1.1), 0.025),
            STEEL,
        )
    b.add("roof", soft(1.25, 0.1, 1.85, 0, 1.68, -0.3, 0.045), stuff("fabric", "#23262a"))
    b.add("shield", box(0.8, 0.6, 0.02, 0, 0, 0).pitch(-20).move(0, 0.95, 0.95), GLASS)
    b.add(
        "seats",
        soft(1.0, 0.15, 0.45, 0, 0.85, -0.75)
        + soft(1.0, 0.45, 0.1, 0, 0.95, -1.0)
        + soft(0.4, 0.15, 0.35, 0, 0.65, 0.25),
        SEAT,
    )
    b.add("lamp", disc(0.1, 0.05, 0, 0.75, 1.04, 20), stuff("light", "#fff4d0"))


MODELS: dict[str, Family] = {
    "forklift": forklift,
    "bulldozer": bulldozer,
    "steamroller": steamroller,
    "cement mixer": cement_mixer,
    "go kart": go_kart,
    "golf cart": golf_cart,
    "caravan": caravan,
    "tuk tuk": tuk_tuk,
}
