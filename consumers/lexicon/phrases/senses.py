"""Which of several things a noun names, where size, looks or the room tell.

What does not belong here: names that are unambiguous, which are in the noun table.
"""

from __future__ import annotations

from consumers.lexicon.phrases.draft import Draft
from consumers.lexicon.words.materials import material_words
from consumers.lexicon.words.measures import UNSAID
from consumers.lexicon.words.plurals import word_classes

_TALL_LAMP = 1.1
"""Metres from which a lamp stands on the floor."""
_SOLID_PYRAMID = 8.0
"""Metres from which a pyramid is a building."""
_WIDE_SCREEN = 1.0
"""Metres from which a screen is no computer's."""
_BIG = 1.3

INDOORS = {"island": "kitchen island", "palm tree": "potted palm"}
"""What a word of the open names in a room."""


OUTDOORS = {"blanket": "picnic blanket", "cactus": "saguaro"}
"""What a word of rooms names in the open: a blanket lies spread there, a
cactus grows in the ground."""


_COMPANY: dict[str, tuple[tuple[str, frozenset[str], frozenset[str]], ...]] = {
    word: tuple((noun, frozenset(near.split()), frozenset(far.split())) for noun, near, far in rows)
    for word, rows in {
        "bat": (
            ("cricket bat", "cricket stumps wicket wickets batsman bowler", ""),
            ("baseball bat", "ball baseball batter pitcher glove catcher helmet player", "cave"),
        ),
        "mouse": (
            ("computer mouse", "keyboard computer laptop monitor pc screen mousepad",
             "cat cheese trap hole rat owl"),
        ),
        "crane": (
            ("crane bird", "marsh pond wetland swamp reeds frog heron flamingo bird birds lily",
             "harbour harbor dock port container construction ship steel building truck"),
        ),
        "pen": (
            ("sheep pen", "pig pigs sheep goat goats cow cows chickens lambs piglets trough",
             "paper desk notebook ink pencil ruler table"),
        ),
        "seal": (("wax seal", "letter envelope scroll wax", "ice zoo beach sea rock rocks water"),),
        "bolt": (("screw", "nut nuts washer screw screws wrench spanner", "crossbow"),),
        "nut": (("screw", "bolt bolts washer screw screws wrench spanner", "bowl tree"),),
        "washer": (("screw", "bolt bolts nut nuts screw screws wrench spanner", "dryer laundry"),),
        "pipe": (("tobacco pipe", "tobacco detective smoking slippers ashtray", "steam water"),),
        "tank": (("aquarium", "fish goldfish guppies guppy coral", "soldier soldiers army war"),),
        "board": (
            ("surfboard", "surfer surfers wave waves", ""),
            ("blackboard", "teacher classroom chalk pupils students", ""),
        ),
        "rack": (
            ("pallet rack", "warehouse pallet pallets forklift factory depot", ""),
            ("weight rack", "weights dumbbells barbells gym", ""),
            ("weapon rack", "bow bows arrows swords spears weapons rifles axes shields", ""),
            ("wine rack", "wine wines", ""),
            ("shoe rack", "shoes boots sneakers", ""),
            ("coat rack", "coats hats coat", ""),
            ("clothes rack", "clothes dresses shirts suits", ""),
            ("server rack", "server servers", ""),
            ("test tube rack", "tubes tube pipettes vials vial", ""),
            ("luggage rack", "luggage suitcases", ""),
            ("bike rack", "bikes bicycles", ""),
            ("dish rack", "plates dishes", ""),
            ("spice rack", "spices", ""),
        ),
        "keyboard": (
            ("synthesizer", "drummer guitarist guitars amplifier drums singer concert",
             "computer monitor desk laptop"),
        ),
        "anchor": (("person", "news newsroom teleprompter anchorman studio", "ship boat sea"),),
        "siren": (
            ("air raid siren", "police fire alarm ambulance car truck station factory roof", "sea"),
        ),
        "bowler": (("person", "cricket batsman wicket stumps", ""),),
        "pitcher": (("person", "baseball batter catcher", ""),),
        "driver": (("golf club", "golf golfer tee putter wedge", "car truck bus taxi"),),
        "wedge": (("golf club", "golf golfer tee putter driver", "cheese"),),
        "putter": (("golf club", "golf golfer tee wedge driver", ""),),
        "pump": (
            ("gas pump", "petrol gas fuel diesel station car cars forecourt truck lorry refuelling",
             "well water bike bicycle basement pool boiler fish"),
        ),
        "stall": (
            ("horse stall", "horse horses pony ponies stable donkey donkeys foal foals mare saddle "
             "barn", "market fair bazaar fruit sells selling"),
        ),
        "cell": (
            ("prison cell", "sheriff prison jail police prisoner guard warden inmate dungeon bars",
             "phone biology plant battery"),
        ),
        "shelter": (("bus stop", "bus buses", "animal horse sheep mountain"),),
        "wagon": (
            ("railway carriage", "train locomotive engine rails railway track tracks express",
             "horse horses ox oxen mule mules coal goods freight"),
            ("freight wagon", "train locomotive engine rails railway track tracks coal freight",
             "horse horses ox oxen mule mules"),
        ),
        "carriage": (
            ("railway carriage", "train locomotive engine rails railway station platform track "
             "tracks", "horse horses princess queen king cinderella"),
        ),
        "coach": (
            ("railway carriage", "train locomotive rails railway track tracks", "horse football"),
        ),
        "engine": (
            ("train", "train wagons wagon carriages carriage rails railway track tracks coaches",
             "car mechanic repair bench"),
        ),
        "runner": (
            ("carpet runner", "sofa bed carpet rug corridor hallway hall table floor room stairs "
             "staircase kitchen bedroom sideboard door",
             "race marathon treadmill running gym stadium starting finish racing"),
        ),
        "basin": (
            ("ornamental basin", "courtyard garden park patio plaza square jets koi goldfish "
             "cypress pergola", "wash bathroom tap sink"),
        ),
        "track": (
            ("railway track", "train trains wagon wagons locomotive railway carriage carriages",
             "running race athletes runners go kart racing"),
        ),
        "ring": (
            ("boxing ring", "boxing boxer boxers wrestling wrestler wrestlers punching", ""),
            ("circus ring", "circus clown acrobat trapeze", ""),
        ),
        "lift": (("car lift", "car cars mechanic workshop garage", "floor floors lobby hotel"),),
        "high chair": (("lifeguard chair", "umpire lifeguard tennis beach pool", "baby kitchen"),),
        "bench": (
            ("lab bench", "lab laboratory chemistry microscope microscopes beaker fume", ""),
        ),
        "train": (("subway car", "subway metro underground tube", "steam toy engine"),),
        "pile": (("treasure", "gold jewels treasure", "hay wood stone leaves"),),
        "field": (
            ("farm field", "farm barn tractor cow cows farmhouse scarecrow crops village",
             "football soccer battle corn wheat"),
        ),
        "hoop": (("basketball hoop", "basketball court ball", "hula dog circus tiger lion"),),
        "bulb": (("onion", "tulip daffodil garlic hyacinth soil garden", "lamp socket light"),),
    }.items()
}  # fmt: skip
"""By head alone: what it names where one of some words stands in the same text and none of
others does: "a keyboard and a mouse"."""


def by_company(draft: Draft, words: tuple[str, ...]) -> str:
    """The noun that the draft's head means among ``words``, all those of the text; "" for none."""
    if draft.head not in _COMPANY or draft.head in draft.described:
        return ""
    around = set(words)
    said = {"fruit", "vampire", "computer", "field", "fountain", "harbour"} & set(draft.described)
    meant = (n for n, near, far in _COMPANY[draft.head] if near & around and not far & around)
    return "" if said else next(meant, "")


def _for_notices(draft: Draft) -> bool:
    """Whether what a board is for is said, not what it is like or made of."""
    words = [word for word in draft.described if word.isalpha() and word not in material_words()]
    return any(word_classes(word) == {"NOUN"} for word in words)


def sense(draft: Draft) -> str:
    """The noun that the draft's words mean: a 2 m lamp stands on the floor, a red pyramid is a
    plain solid, a big screen hangs on a wall."""
    extent, noun = draft.extent, draft.noun
    said = [extent.width, extent.height, extent.depth, extent.length]
    largest = max((metres for metres in said if metres is not None), default=0.0)
    tall = extent.height or (extent.length if extent.unnamed else None) or 0.0
    if noun == "lamp" and tall >= _TALL_LAMP:
        return "floor lamp"
    if noun == "pyramid" and draft.head == "pyramid" and largest < _SOLID_PYRAMID:
        looks = draft.color is not None or draft.material not in {None, "stone", "sand"}
        return "solid pyramid" if largest or looks else noun
    if noun == "plank" and draft.head == "board" and _for_notices(draft):
        return "bulletin board"  # "an evidence board"
    if noun == "airplane" and draft.head == "plane" and extent.width and extent.depth:
        return "flat plane"
    floored = {"striped", "carpet", "hall", "hallway", "narrow", "long", "persian", "patterned"}
    if draft.head == "runner" and noun == "person" and floored & set(draft.described):
        return "carpet runner"
    if noun == "monitor" and draft.head in {"screen", "display"}:
        if largest >= _WIDE_SCREEN:
            return "projection screen"
        if largest == 0.0 and extent.factor >= _BIG:
            draft.extent = UNSAID  # the word told it from a desk's; it is a large one as it is
            return "projection screen"
    return noun
