"""Who stands where when grammar leaves it open, decided by what things are.

"A sofa and a lamp on the table": the lamp. "A table with four chairs": around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.contents import VASES
from consumers.lexicon.sentences.sitters import is_worked_at
from consumers.lexicon.words.flying import FLYING
from consumers.lexicon.words.garments import GARMENTS
from consumers.lexicon.words.gazetteer import guessed_size, is_kind_of, named, noun_row
from consumers.lexicon.words.nouns import Noun
from schemas.decomposition import RelationKind as Kind

_SMALL = 0.7
"""Metres: a thing whose sides are all shorter goes onto furniture."""
STANDING = frozenset({"furniture", "appliance"})
_CARRYING = frozenset({"nature", "structure", "vehicle", "building"})
"""What carries things outdoors though it has no top of its own: a hill, a roof, a boat."""
_SPREAD = frozenset({"decor", "kitchenware"})
"""What carries things though it is flat: a rug, a blanket, a plate."""
_ROOMY = 6.0
"""Square metres: a low structure of that size carries furniture."""
_CLOTH = frozenset({"cotton", "fabric", "wool", "linen", "silk"})
_FLAT = 0.1
"""Metres: nothing goes under a thing that lies so low, but much goes onto it."""
_TABLES = frozenset({
    "table", "round table", "desk", "coffee table", "kitchen island", "campfire", "side table",
    "pool table",
})  # fmt: skip
_NO_SEATS = frozenset({"dressing table", "changing table", "bedside table", "console table"})
"""Tables that nobody sits around."""
CHAIRS = frozenset(
    {"chair", "armchair", "office chair", "stool", "bar stool", "bench", "park bench", "log"}
)


def stand_there(
    phrases: Sequence[Phrase],
    kind: Kind,
    subjects: Sequence[int],
    *,
    together: bool,
    comma: bool,
    target: Phrase | None = None,
    whole: bool = False,
) -> list[int]:
    """Which things of a list a place said after it is about: all of them, or only the last ones.

    ``together``: the list is the object of "put". ``comma``: it is a list of three or more.
    ``target``: what the place is at, where it is one thing. ``whole``: the list is all that the
    sentence has named.
    """
    if together or len(subjects) < 2:
        return list(subjects)
    last = phrases[-1]
    over = kind is Kind.ABOVE and not comma  # "a stone lantern, a bridge over a pond": the bridge
    if over or kind in {Kind.ON, Kind.IN, Kind.ON_WALL, Kind.HANGING_FROM}:
        kept: list[int] = []
        aloft = kind is Kind.ABOVE and target is None and last.noun in FLYING  # "in the sky"
        hopeless = _overfull(last, kind, target)  # then all the list is wanted there just as much
        for phrase, index in zip(reversed(phrases), reversed(subjects), strict=True):
            unlike = _class(phrase) != _class(last) or (is_floored(phrase) != is_floored(last))
            unlike = unlike and not (is_alive(phrase) and is_alive(last))
            unlike = unlike or (kind is Kind.ABOVE and _spans(last) and not _spans(phrase))
            unlike = phrase.noun not in FLYING if aloft else unlike
            too_large = _overfull(phrase, kind, target)
            fits = target is not None and smaller(phrase, target)
            unlike = unlike or (hopeless and fits and _category(phrase) != _category(last))
            if kept and (unlike or (not hopeless and too_large)):
                break
            kept.append(index)
        return kept[::-1]
    alike = all(_category(p) == _category(last) for p in phrases)
    floored = all(is_floored(p) for p in phrases)
    several = len(subjects) > 2 and whole and target is not None
    alike_class = all(_class(p) == _class(last) for p in phrases)
    pair = len(subjects) == 2 and not comma and alike_class
    if alike and (pair or (several and (floored or alike_class))):
        return list(subjects)
    return [subjects[-1]]


def guest_kind(host: Phrase, guest: Phrase | None, *, first: bool) -> Kind | None:
    """How a thing stands that "with" gives to ``host``; None: it is not the host's.

    ``guest`` None asks what can be put there at all. ``first``: it stands right after "with".
    """
    row = _row(host)
    if guest is None:
        return _held(row) or Kind.NEXT_TO
    other = noun_row(guest.noun)
    if other is not None and other.name in CHAIRS and row is not None and is_table(row):
        return Kind.AROUND
    if other is not None and other.category == "person" and row is not None and is_table(row):
        return Kind.AROUND  # "a chess table with two players"
    if first and other is not None and other.category == "person" and is_worked_at(row):
        return Kind.BEHIND  # "a reception desk with a receptionist"
    if first and other is not None and other.name == "rug":
        return Kind.UNDER
    if other is not None and other.placement == "ceiling":
        return Kind.ABOVE if first else None
    if row is not None and other is not None and row.name in VASES and other.category == "plant":
        return Kind.IN
    if first and row is not None and row.material == "water" and other is not None and (
        other.category in {"animal", "vehicle"}):  # fmt: skip
        return Kind.IN
    if row is not None and _is_stage(row) and other is not None and other.placement == "floor":
        return Kind.ON
    worn = other is not None and other.name in STOOD
    held = Kind.HANGING_FROM if is_panel(host) and is_hangable(guest) else _held(row)
    if held is None and (is_small(guest) or worn) and host.head.split()[-1] in _CARRIERS:
        held = Kind.ON  # "a rack with dumbbells"
    if held is Kind.ON and is_floored(guest):
        held = None  # a nightstand stands at a bed
    if held is Kind.IN and row and other and row.category == other.category == "kitchenware":
        held = None  # a teapot comes with cups, but they are not in it
    if held is Kind.ON and not first and row and row.category == "furniture" and not row.seat and (
        other is not None and other.category == "person"):  # fmt: skip
        return None  # "a table with buns and ketchup, and a cook"
    cargo = row is not None and row.category == "vehicle" and is_alive(guest)
    if cargo and not first:
        return None  # "a cart with hay, two guards"
    if held is Kind.HANGING_FROM:
        return held
    if held is not None and (smaller(guest, host) or _is_load(host, guest)):
        return held
    stood = other is not None and other.name in STOOD and held is Kind.ON
    if stood and row is not None and not row.seat:
        return held  # "a shelf with six jars, a clock and three books"
    if not first:
        return None
    if other is not None and other.name == "coffee table":
        return Kind.IN_FRONT_OF
    if other is not None and row is not None and row.seat and other.name in _TABLES:
        return Kind.IN_FRONT_OF
    return Kind.NEXT_TO


def is_table(row: Noun) -> bool:
    """Whether people sit around it."""
    return row.name in _TABLES or (row.name.endswith(" table") and row.name not in _NO_SEATS)


def _spans(phrase: Phrase) -> bool:
    """Whether it is a bridge, which alone of a list is over what lies there."""
    return phrase.noun == "bridge" or is_kind_of(phrase.noun, "bridge")


def plausible(subject: Phrase | None, kind: Kind, target: Phrase) -> bool:
    """Whether ``subject`` may well stand in ``kind`` to ``target``, by what the two are.

    ``subject`` None asks about the target alone.
    """
    row = _row(target)
    if kind is Kind.AROUND and subject is not None and subject.noun in CHAIRS:
        return not is_hung(target) and (row is None or row.category != "appliance")
    if kind in {Kind.BEHIND, Kind.AROUND, Kind.IN_FRONT_OF, Kind.OPPOSITE}:
        return not is_hung(target)
    if kind is Kind.ABOVE and subject is not None and _spans(subject):
        return row is not None and (row.material == "water" or row.size[1] < 1.0)
    if kind is Kind.FACING:
        return row is None or row.name != "rug"
    if kind in {Kind.IN, Kind.ON} and subject is not None and is_alive(subject) and is_tree(row):
        return True  # "a palm tree with a parrot in it"
    if kind is Kind.IN:
        return row is not None and (row.hollow or row.material == "water")
    if kind is Kind.ON:
        if row is None:
            return False
        outdoors = row.placement == "outdoor" and row.category in _CARRYING
        carries_it = row.top is not None or _is_spread(row) or outdoors
        return carries_it and (subject is None or not wider(subject, target))
    if kind is Kind.UNDER and subject is not None and subject.noun in CHAIRS and row:
        return row.category not in {"tool", "decor", "electronics"}
    if kind is Kind.UNDER:
        flat = row is not None and row.size[1] < _FLAT and row.placement != "ceiling"
        return not flat
    return True


def for_its_guest(host: Phrase, guest: Phrase) -> Phrase:
    """A "stand" that a tv is on is a tv stand, a "rack" of dumbbells one for weights."""
    if host.head == "stands" and lies_on_others(guest):
        label = host.label.removesuffix("s")  # no seats of a stadium
        host = replace(host, head="stand", noun="", label=label, plural=True)
    if host.noun or not guest.noun:
        return host
    found = named(f"{guest.noun} {host.head}")
    apart = found is not None and found.noun and found.noun != guest.noun
    if found is not None and apart:
        return replace(host, noun=found.noun)
    return replace(host, noun="pedestal") if host.head == "stand" else host


_PANELS = ("board", "rack", "rail", "bar", "line", "hook", "hooks", "holder", "hanger", "strip")
"""How names of what hangs on a wall end that other things hang on."""
_LINES = frozenset({"clothesline", "clothes rack"})
_CARRIERS = frozenset({"rack", "stand", "holder", "trolley", "cart", "display"})
"""What is there to carry things, whatever it is called besides."""
STOOD = frozenset({"clock", "picture frame", "jacket", "dress", "shirt", "coat", "towel"})
"""What hangs on walls and stands on furniture just as well."""
_TALL_PLANT = 2.0
"""Metres from which a plant has a trunk that things stand at."""


def is_panel(phrase: Phrase) -> bool:
    """Whether things hang on it: a pegboard, a towel rail, a clothes line."""
    row = noun_row(phrase.noun)
    if row is None or row.top is not None:
        return False
    return row.name in _LINES or (row.placement == "wall" and phrase.head.endswith(_PANELS))


def is_hangable(phrase: Phrase) -> bool:
    """Whether such a thing hangs on hooks, lines and boards: small things and clothes."""
    row = noun_row(phrase.noun)
    clothes = row is not None and (row.name in STOOD or row.name in GARMENTS)
    return clothes or phrase.head in GARMENTS or is_small(phrase)


def is_tree(row: Noun | None) -> bool:
    tall = row is not None and row.category == "plant" and row.size[1] > _TALL_PLANT
    return row is not None and tall and row.placement == "outdoor"


def _is_stage(row: Noun) -> bool:
    """Whether people and furniture stand on it: a stage, a platform."""
    wide = row.size[0] * row.size[2] > _ROOMY
    return row.category == "structure" and row.top == 1.0 and row.size[1] < 1.2 and wide


def lies_spread(phrase: Phrase) -> bool:
    """Whether it lies flat and carries things, furniture too: a rug, a blanket."""
    row = noun_row(phrase.noun)
    return row is not None and _is_spread(row)


def _is_spread(row: Noun) -> bool:
    """Whether it lies flat and carries things all the same: a rug, a tray."""
    flat = row.size[1] < 2 * _FLAT and row.size[1] < 0.4 * min(row.size[0], row.size[2])
    return flat and row.category in _SPREAD


def lies_flat(phrase: Phrase) -> bool:
    """Whether it is so low that small things lie on it: a book, a plate."""
    row = noun_row(phrase.noun)
    return row is not None and row.size[1] < _FLAT and row.placement == "surface"


def is_floored(phrase: Phrase) -> bool:
    """Whether it is furniture that stands on the floor, whatever is said of walls."""
    row = noun_row(phrase.noun)
    return row is not None and row.placement == "floor" and row.category in STANDING


def lies_on_others(phrase: Phrase) -> bool:
    """Whether it usually is on another thing, and neither on the floor nor on a wall."""
    row = noun_row(phrase.noun)
    return is_small(phrase) if row is None else row.placement == "surface"


def _overfull(phrase: Phrase, kind: Kind, target: Phrase | None) -> bool:
    """Whether ``phrase`` is too large for the ``target`` that it would be on or in."""
    if target is None or noun_row(target.noun) is None or kind not in {Kind.ON, Kind.IN}:
        return False
    return wider(phrase, target)


def wider(subject: Phrase, target: Phrase) -> bool:
    """Whether ``subject`` is by far too wide to stand on ``target``."""
    own, under = size_of(subject), size_of(target)
    row = noun_row(subject.noun)
    if row is not None and row.placement == "surface" and row.material in _CLOTH:
        return False  # a jacket hangs over a chair
    return own[0] * own[2] > 1.3 * under[0] * under[2]


def size_of(phrase: Phrase) -> tuple[float, float, float]:
    """The size in metres that the phrase says, or that such things usually have."""
    row = noun_row(phrase.noun)
    usual = row.size if row is not None else guessed_size(phrase.label)
    solid = row is None or row.category != "furniture"
    return phrase.extent.fitted(usual, solid=solid) if phrase.extent.said else usual


def holds(host: Phrase, guest: Phrase) -> bool:
    """Whether ``guest`` can be in or on ``host`` as its contents ("a vase of flowers")."""
    row, other = noun_row(host.noun), noun_row(guest.noun)
    if row is None or other is None or _held(row) is None:
        return False
    if row.name in VASES and other.category == "plant":
        return True
    return other.category in {"plant", "food", "tool", "toy", "decor", "kitchenware"} and (
        other.size[0] <= row.size[0] * 1.3
    )


def is_hung(phrase: Phrase) -> bool:
    """Whether the thing is on a wall or a ceiling, so that nothing stands behind or around it."""
    row = noun_row(phrase.noun)
    return row is not None and row.placement in {"wall", "ceiling"}


def is_alive(phrase: Phrase) -> bool:
    """Whether it is a person or an animal, which hold and wear what "with" gives them."""
    row = noun_row(phrase.noun)
    return row is not None and row.category in {"person", "animal"}


def is_tableware(phrase: Phrase) -> bool:
    """Whether it is something that people eat or drink from or with."""
    row = noun_row(phrase.noun)
    return row is not None and row.category == "kitchenware"


def is_small(phrase: Phrase) -> bool:
    """Whether the thing is one that goes onto other things."""
    row = noun_row(phrase.noun)
    if row is None:
        return max(guessed_size(phrase.label)) <= _SMALL
    if row.placement in {"wall", "ceiling"}:
        return False
    if phrase.extent.said:
        return max(size_of(phrase)) <= _SMALL
    return row.placement == "surface" or max(row.size) <= _SMALL


def smaller(guest: Phrase, host: Phrase) -> bool:
    """Whether ``guest`` fits on or into ``host``."""
    row = noun_row(host.noun)
    other = noun_row(guest.noun)
    size = other.size if other else guessed_size(guest.label)
    room = row.size if row else guessed_size(host.label)
    if other is not None and other.placement in {"wall", "ceiling"}:
        return False
    return (
        size[0] * size[2] < room[0] * room[2]
        and size[0] <= room[0] * 1.2
        and (
            is_small(guest) or (other is not None and other.category in {"animal", "person", "toy"})
        )
    )


def _is_load(host: Phrase, guest: Phrase) -> bool:
    """Whether a vehicle carries it: hay on a cart, crates on a truck."""
    row, other = noun_row(host.noun), noun_row(guest.noun)
    if row is None or other is None or row.category != "vehicle" or is_alive(guest):
        return False
    size, room = size_of(guest), size_of(host)
    loose = other.category not in {"building", "vehicle", "furniture"} and not is_hung(guest)
    return loose and size[0] * size[2] < room[0] * room[2] / 2 and size[1] < room[1]


def _row(phrase: Phrase) -> Noun | None:
    """The row of its noun, or of the last word of a name that has none of its own: a "chess
    table" is a table to what stands there."""
    row = noun_row(phrase.noun)
    words = phrase.head.split()
    if row is not None or len(words) < 2:
        return row
    last = named(words[-1])
    return None if last is None else noun_row(last.noun)


def _held(row: Noun | None) -> Kind | None:
    if row is None:
        return None
    if _is_spread(row):
        return Kind.ON
    if row.hollow and row.name != "wardrobe" and row.top is None:
        return Kind.IN
    if row.top is not None:
        return Kind.ON
    return Kind.IN if row.hollow else None


def _class(phrase: Phrase) -> str:
    """How a thing is usually put up: "wall", "ceiling", "small" or "large"."""
    row = noun_row(phrase.noun)
    if row is not None and row.placement in {"wall", "ceiling"}:
        return row.placement
    return "small" if is_small(phrase) else "large"


def _category(phrase: Phrase) -> str:
    row = noun_row(phrase.noun)
    return row.category if row else "unknown"
