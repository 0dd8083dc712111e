"""Kinds of things by how they stand: names of the noun table, gathered by one trait each.

What belongs here: sets of names. Which things belong together is in ``customs``.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The names of a comma-separated list."""
    return frozenset(word.strip() for word in text.split(","))


CLEAR: dict[str, float] = {
    **dict.fromkeys(words("table, round table, stool, bar stool"), 0.88),
    **dict.fromkeys(words("desk, bench, trampoline"), 0.85),
    **dict.fromkeys(words("coffee table, side table, swing, bus stop, gazebo"), 0.82),
    **dict.fromkeys(words("drying rack, sawhorse, hurdle"), 0.85),
    **dict.fromkeys(
        words("pool table, arch, billboard, workbench, picnic table, basketball hoop"), 0.6
    ),
    **dict.fromkeys(words("park bench, bridge, pew, high chair"), 0.45),
    **dict.fromkeys(words("chair, office chair, hospital bed"), 0.4),
    **dict.fromkeys(words("hammock, market stall, rocking chair"), 0.35),
    **dict.fromkeys(words("bed, bunk bed, crib, piano, grand piano, kitchen island"), 0.3),
    "pull up bar": 0.95,
    "street lamp": 0.9,
    "ping pong table": 0.78,
    "palm tree": 0.72,
    "umbrella": 0.6,
    "air hockey table": 0.54,
    "beach umbrella": 0.6,
    "apple tree": 0.46,
    "tree": 0.42,
    "dead tree": 0.4,
    "rainbow": 0.4,
    "birch tree": 0.38,
    "windmill": 0.35,
    "pine tree": 0.3,
    "willow tree": 0.24,
}
"""The free height below a thing as a share of its own: measured on the models of the nouns.

Nouns that share another's model (a workbench that of a table) have its share.
"""

CANOPY = words(
    "tree, pine tree, palm tree, birch tree, apple tree, willow tree, dead tree, street lamp, "
    "umbrella, beach umbrella, windmill"
)
"""Things that spread above a stem: there is room below, but not in the middle."""

ENTERED = words(
    "car, limousine, sports car, taxi, police car, jeep, van, ambulance, truck, fire truck, bus, "
    "train, tram, tractor, tank, airplane, helicopter, ship, tugboat, pirate ship, longship, "
    "sailboat, submarine, excavator, house, cottage, farmhouse, barn, shed, garage, hangar, "
    "castle, church, temple, shop, factory, igloo, saloon, cave, phone booth, passport booth, "
    "shipping container, tree house, lobster trap, beehive, aquarium, fireplace, corn field"
)
"""Things that one can be in, whatever else can be put into them: behind doors, panes or stalks."""

CLOSED = ENTERED - words("corn field, pirate ship, longship, sailboat, fireplace") | words(
    "fridge, oven, microwave, washing machine, dishwasher, wardrobe, locker, cage, display case"
)
"""What has a lid or a roof, so that what is in it is no higher than it."""

INNER: dict[str, tuple[float, float]] = {
    "fireplace": (0.45, 0.8),
    "aquarium": (0.94, 0.94),
    "vase": (0.6, 0.6),
    "bottle": (0.3, 0.3),
    "jug": (0.55, 0.7),
    "cup": (0.6, 0.8),
    "teapot": (0.45, 0.6),
    "watering can": (0.5, 0.4),
    "glass": (0.8, 0.8),
    "wine glass": (0.6, 0.6),
}
"""The shares of its width and depth in which things stand in it, by its noun or its model, without
its sides, handle and spout; else nine tenths of both."""

SHADES = words("umbrella, beach umbrella, street lamp")
"""Of what spreads above a stem, what people put lower things below without another thought."""

DRAPED = words("saddle, blanket, towel, scarf, shirt, rope")
"""What hangs over the things it is laid on."""

SPANNING = words("hammock, clothesline, net, gate, arch, rope barrier")
"""What reaches from one thing to another that it is between."""

PARTING = words("curtain, room divider, folding screen, wall")
"""What stands crosswise between two things, to part them."""

SKY = words("cloud, moon, hot air balloon, kite")
"""Things that float in the open air."""

FLUTTERING = words(
    "butterfly, bee, firefly, dragonfly, wasp, fly, mosquito, hummingbird, drone, ufo"
)
"""Things that fly wherever they are in the open, low over the ground unless words say how high."""

BACK_TO_WALL = words(
    "sofa, bed, bunk bed, crib, wardrobe, bookshelf, dresser, cabinet, sideboard, tv stand, desk, "
    "fridge, oven, washing machine, dishwasher, radiator, fireplace, piano, filing cabinet, "
    "bathtub, toilet, sink, kitchen sink, shower, grandfather clock, doll house, aquarium, "
    "mattress, chest, "
    "bench, stove, workbench, shelving unit, locker, vending machine, jukebox, arcade machine, "
    "shoe rack"
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
COUNTERS = words("kitchen island, bar counter, reception desk")

WORKED_AT = words("desk, student desk, school desk")
"""Furniture whose front is where people sit or stand, who then look over it: a desk that faces the
window has its back to it."""

WATCHED = words("stage, altar, projection screen, blackboard, whiteboard, pulpit")
"""What many look at together."""

SPANS = words("bridge, arch, gate")
"""What stands over water and ways, which run below it."""
