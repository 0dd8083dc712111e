"""Flowers."""

from __future__ import annotations

from consumers.greybox.families.plants.plant_parts import STEM
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import ball, leaf, rod
from consumers.greybox.sweeps import curve, tube


def _bloom(
    b: Draft,
    petals: int,
    r: float,
    y: float,
    tilt: float,
    name: str = "petals",
    tone: float = 1.0,
    wide: float = 0.5,
) -> None:
    for i in range(petals):
        petal = ball(r * wide * 0.62, r * 0.08, r * 0.5, detail=1).move(0, 0, r * 0.52).pitch(-tilt)
        b.add(name, petal.yaw(360 * i / petals + 40 * tone).move(0, y), b.tone(tone))


def _stem(b: Draft, h: float, leaves: int, size: float) -> None:
    line = curve([(0, 0, 0), (0.01, h * 0.5, 0.012), (0, h, 0)], 4)
    b.add("stem", tube(line, 0.022, 8), STEM)
    for i in range(leaves):
        blade = leaf(size, size * 0.36, 0.25, 0.06, 1.0).yaw(360 * i / leaves + 30)
        b.add("leaves", blade.move(0, h * (0.08 + 0.26 * i / leaves), 0), STEM, 70)


def flower(b: Draft) -> None:
    _stem(b, 0.82, 4, 0.34)
    _bloom(b, 9, 0.3, 0.82, 16, wide=0.52)
    _bloom(b, 7, 0.2, 0.85, 38, "inner petals", 1.2, 0.6)
    b.add("heart", ball(0.075, 0.06, 0.075, 0, 0.87, 0), stuff("plant", "#f2c02a"))


def rose(b: Draft) -> None:
    _stem(b, 0.76, 5, 0.24)
    for ring_index, (count, r, tilt, tone) in enumerate(
        ((5, 0.16, 35, 0.85), (5, 0.13, 58, 1.0), (4, 0.09, 74, 1.12))
    ):
        for i in range(count):
            petal = ball(r * 0.62, r * 0.16, r * 0.7).move(0, 0, r * 0.55).pitch(-tilt)
            b.add(
                f"petals {ring_index}",
                petal.yaw(360 * i / count + 36 * ring_index).move(0, 0.8 + 0.03 * ring_index),
                b.tone(tone),
            )
    b.add("heart", ball(0.05, 0.09, 0.05, 0, 0.9, 0), b.tone(0.75))
    for i in range(5):
        b.add("stem", leaf(0.13, 0.05, 0.3, 0.1, 0.5).yaw(72 * i).move(0, 0.75), STEM)
    for i in range(6):
        thorn = (
            rod((0.015, 0, 0), (0.06, 0.02, 0), 0.014, 0.002, n=5)
            .yaw(i * 137)
            .move(0, 0.2 + 0.08 * i)
        )
        b.add("thorns", thorn, STEM)


def sunflower(b: Draft) -> None:
    b.add(
        "stem",
        tube(
            curve([(0, 0, 0), (0.01, 0.5, -0.02), (0, 0.86, -0.02), (0, 0.88, 0.03)], 4), 0.016, 8
        ),
        STEM,
    )
    for i in range(5):
        b.add(
            "leaves",
            leaf(0.17, 0.1, 0.5, 0.05, 0.6).yaw(130 * i + 20).move(0, 0.22 + 0.1 * i, 0),
            STEM,
            70,
        )
    for layer, (count, r, z) in enumerate(((18, 0.125, 0.03), (18, 0.112, 0.045))):
        for i in range(count):
            petal = (
                ball(0.021, 0.052, 0.007, detail=1)
                .move(0, r * 0.85, 0)
                .roll(360 * i / count + 10 * layer)
            )
            b.add(f"petals {layer}", petal.move(0, 0.88, z), b.tone(1.0 if layer else 0.88))
    b.add("heart", ball(0.085, 0.085, 0.03, 0, 0.88, 0.045), stuff("plant", "#4a2f1c"))
    b.add("seeds", ball(0.05, 0.05, 0.03, 0, 0.88, 0.056), stuff("plant", "#6b4524"))


MODELS: dict[str, Family] = {
    "flower": flower,
    "rose": rose,
    "sunflower": sunflower,
}
