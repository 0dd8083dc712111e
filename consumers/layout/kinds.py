"""Kinds of things by how they stand: names of the noun table, gathered by one trait each.

What belongs here: sets of names. Which things belong together is in ``customs``.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The names of a comma-separated list."""
    return frozenset(word.strip() for word in text.split(","))


LEGGED = words(
    "table, round table, coffee table, side table, desk, pool table, bed, bunk bed, chair, stool, "
    "bar stool, bench, park bench, office chair, kitchen island, swing, bus stop, gazebo, piano, "
    "grand piano, arch, bridge"
)
"""Things with room below them, up to ``Item.clear``."""

CANOPY = words(
    "tree, pine tree, palm tree, birch tree, apple tree, willow tree, dead tree, street lamp, "
    "umbrella, windmill"
)
"""Things that spread above a stem: there is room below, but not in the middle."""

SKY = words("cloud, moon, hot air balloon, kite")
"""Things that float in the open air."""

BACK_TO_WALL = words(
    "sofa, bed, bunk bed, crib, wardrobe, bookshelf, dresser, cabinet, sideboard, tv stand, desk, "
    "fridge, oven, washing machine, dishwasher, radiator, fireplace, piano, filing cabinet, "
    "bathtub, toilet, sink, shower, grandfather clock, doll house, aquarium, mattress, chest, "
    "bench, stove"
)
IN_CORNER = words(
    "floor lamp, potted plant, coat rack, trash can, broom, umbrella, guitar, christmas tree, "
    "tree, palm tree, bamboo, statue, vacuum cleaner, fan, suitcase, telescope, easel, ladder"
)
IN_MIDDLE = words(
    "table, round table, coffee table, rug, pool table, kitchen island, grand piano, campfire, "
    "fountain, gazebo, stage, well, swimming pool, pond, castle, road"
)
DINING = words("table, round table")
