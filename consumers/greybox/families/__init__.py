"""The parametric models: a module for each family of nouns, which lists its own in ``MODELS``.

What belongs here: what nouns look like. What does not: the shapes they are made of (``solids``,
``sweeps``), fitting to a size (``build``), files (``glb``).
"""

from __future__ import annotations

from importlib import import_module

from consumers.greybox.model import Family
from consumers.lexicon.words.nouns import noun_table

MODULES = (
    "furniture.seats",
    "furniture.tables",
    "furniture.beds",
    "furniture.bathroom",
    "furniture.cupboards",
    "furniture.containers",
    "household.kitchen_machines",
    "household.home_machines",
    "household.fireplace",
    "household.lamps",
    "household.candlelight",
    "household.screens",
    "household.offices",
    "household.audio",
    "household.venues",
    "household.care",
    "household.workroom",
    "household.soft_goods",
    "household.barriers",
    "household.apparatus",
    "household.mountings",
    "decor.wall_decor",
    "decor.clocks",
    "decor.ornaments",
    "decor.curios",
    "decor.luggage",
    "decor.books",
    "decor.clothing",
    "decor.hangings",
    "animals.species",
    "animals.land_birds",
    "animals.water_birds",
    "animals.swimmers",
    "animals.reptiles",
    "animals.giants",
    "animals.crawlers",
    "animals.wild",
    "people.everyday",
    "people.costumed",
    "people.effigies",
    "people.robots",
    "people.trades",
    "plants.potted",
    "plants.flowers",
    "plants.undergrowth",
    "plants.leafy_trees",
    "plants.conifers",
    "nature.mountains",
    "nature.waters",
    "nature.stones",
    "nature.shore",
    "buildings.homes",
    "buildings.city",
    "buildings.fortresses",
    "buildings.sanctuaries",
    "buildings.outbuildings",
    "buildings.landmarks",
    "buildings.openings",
    "buildings.walls",
    "buildings.ways",
    "buildings.markers",
    "buildings.yards",
    "buildings.parks",
    "street.signals",
    "street.fixtures",
    "street.playground",
    "street.leisure",
    "vehicles.cars",
    "vehicles.service_cars",
    "vehicles.heavy",
    "vehicles.off_road",
    "vehicles.rail_and_cart",
    "vehicles.cycles",
    "vehicles.small_wheels",
    "vehicles.boats",
    "vehicles.ships",
    "vehicles.aircraft",
    "vehicles.spacecraft",
    "vehicles.working",
    "vehicles.tracks",
    "things.hand_tools",
    "things.garden_tools",
    "things.gear",
    "things.primitives",
    "things.crafts",
    "things.machines",
    "things.rescue",
    "things.laboratory",
    "things.pastimes",
    "things.trinkets",
    "things.canisters",
    "kitchen.drinkware",
    "kitchen.bottles",
    "kitchen.cookware",
    "kitchen.tableware",
    "kitchen.fruit",
    "kitchen.vegetables",
    "kitchen.sweets",
    "kitchen.meals",
    "kitchen.bakery",
    "kitchen.greens",
    "kitchen.larder",
    "play.pianos",
    "play.instruments",
    "play.toys",
    "play.large_toys",
    "play.games",
    "play.exercise",
    "play.sports_room",
)


def catalogue() -> dict[str, Family]:
    """Every noun of every family to what draws it; ValueError when two draw the same noun."""
    found: dict[str, Family] = {}
    for module in MODULES:
        models: dict[str, Family] = import_module(f"{__name__}.{module}").MODELS
        twice = found.keys() & models.keys()
        if twice:
            raise ValueError(f"drawn by two families: {sorted(twice)}")
        found.update(models)
    drawn_as = {noun.name: found[noun.model] for noun in noun_table().values() if noun.model}
    return {**drawn_as, **found}
