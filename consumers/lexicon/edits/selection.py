"""The things a command is about: "the chair and both lamps", "everything except the sofa"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from consumers.lexicon.edits.headless import headless, made_of, whatever
from consumers.lexicon.edits.pointing import THAT_IS, at_shell, belonging, by_name, pointed
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.remaining import loosened, the_rest
from consumers.lexicon.edits.rows import row
from consumers.lexicon.edits.sets import all_its, led, named_set
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.measures import length_at
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind
from schemas.edits import SceneItem
from schemas.ids import NodeId

_SIDES = {Kind.LEFT_OF: "left", Kind.RIGHT_OF: "right"}
_EXCEPT = frozenset({"except", "but", "besides", "excluding", "save"})
_BUT = re.compile(
    r"(?:except(?: for| from)?|but(?: for| not)?|besides|excluding|apart from|other than|not"
    r"|save for|leaving out|without)(?= )"
)
_GENERAL = frozenset({"everything", "all", "thing", "object", "item", "stuff", "anything", "one"})
_GOING = frozenset({
    "to", "closer", "away", "by", "left", "right", "up", "down", "forward", "forwards", "backward",
    "backwards", "back", "nearer", "further", "a", "half",
})  # fmt: skip
"""Words after a place that say where the thing that is there shall go."""
_IN_THE_MIDDLE = re.compile(r"in the (?:middle|cent(?:er|re))(?! of)(?= |$)")
_EVERY_OTHER = re.compile(r"(?:every|each) (other|second|third)(?= )")
_ALL_BUT = re.compile(r"all but (?:one|two|three|four|five|\d+) (?:of (?:the )?)?(?=\w)")
_ANY_OF = re.compile(
    r"(one|two|three|four|five|six|seven|eight|nine|ten|\d+)(?: of (?:them|those|these|the lot))?"
    r"(?= (?:and|or|then|please|,|\.)|$)"
)
_ALONG = re.compile(
    r"(?:(?:along |together )?with (?=(?:its|their)\b)|including (?=(?:its|their|the|all)\b)"
    r"|(?:along|together|as well as) (?:with )?(?=(?:its|their|the|all|both|my|our)\b))"
)
"""What joins a further thing to those named before: "the table with its chairs"."""
_SHARES = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "most": 0.75}
_HALF = re.compile(
    r"(?:(?:a|one|about|exactly) )*(?:half|third|quarter|most) (?:of )?(?:all )?(?:of )?"
    r"(?=(?:the|my|our|these|those|them)\b)"
)
_ANY = re.compile(r"(?:any|some) (?=(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b)")
_NONE = Phrase(said="", label="", head="them", plural=True, definite=True, pronoun=True)
"""What is told to be missing where nothing is left of a kind."""


@dataclass
class Selection:
    """``items`` meant; ``missing``: phrases that mean nothing there; ``stop``: the index after.

    ``followers``: those of the items that were named as what belongs to the others.
    """

    items: list[SceneItem]
    missing: list[Phrase]
    stop: int
    definite: bool = False
    followers: list[SceneItem] = field(default_factory=list)

    @property
    def along(self) -> dict[NodeId, list[NodeId]]:
        """What goes along with what."""
        after = {i.id for i in self.followers}
        return led([i for i in self.items if i.id not in after], self.followers)


def select(
    line: Line, at: int, finder: Finder, *, filtered: bool = True, plain: bool = False
) -> Selection | None:
    """The things named from word ``at`` on; None when no noun phrase begins there.

    ``filtered``: a place after a phrase says which one ("the lamp on the table"); else only where
    two places follow, since the last is where it shall go. ``plain`` as in ``phrases.phrase_at``.
    """
    chosen = Selection([], [], at)
    following: int | None = at
    while following is not None:
        before = len(chosen.items)
        read = _one(line, following, finder, chosen, filtered=filtered, plain=plain)
        if not read:
            break
        if before and (_is_joined(line, following) or line.at(following) in {"its", "their"}):
            chosen.followers += chosen.items[before:]
        its = all_its(line, chosen.stop, chosen.items, finder)
        if its is not None:
            chosen.followers += [i for i in its[0] if i not in chosen.items]
            _take(chosen, *its)
        following = _next(line, chosen.stop)
    if chosen.stop == at:
        return None
    return _except(line, chosen, finder, plain=plain)


def _one(
    line: Line, at: int, finder: Finder, chosen: Selection, *, filtered: bool, plain: bool
) -> bool:
    """Read one phrase of a list into ``chosen``; whether there was one that means something."""
    if chosen.items:  # "the statue and the two trees closest to it"
        finder = replace(finder, last=(*finder.last, *(i.id for i in chosen.items)))
    whole = _whole(line, at, finder, chosen)
    if whole is not None:
        items, followers, stop = whole
        chosen.followers += followers
        _take(chosen, [*items, *followers], stop)
        chosen.definite = True
        if not items:
            chosen.missing.append(_NONE)
        return True
    return _phrase(line, at, finder, chosen, filtered=filtered, plain=plain)


def _whole(
    line: Line, at: int, finder: Finder, chosen: Selection
) -> tuple[list[SceneItem], list[SceneItem], int] | None:
    """Words that mean things without being one noun phrase, what belongs to these, and the index
    after: "the dining set", "everything made of wood", "the front row", "the rest", "all but two
    chairs"."""
    named = by_name(line, at, finder.items)
    if named is not None:
        return [named[0]], [], named[1]
    group = named_set(line, at, finder)
    if group is not None:
        return group[0][:1], group[0][1:], group[1]
    made = made_of(line, at, finder)
    if made is not None:
        return made[0], [], made[1]
    ranks = row(line, at, finder)
    if ranks is not None and ranks[0]:
        return ranks
    rest = the_rest(line, at, finder, chosen.items)
    if rest is not None:
        return rest[0], [], rest[1]
    most = line.match(_ALL_BUT, at)
    many = quantity(line, at + 2) if most is not None else None
    kind = phrase_at(line, most[1]) if most is not None else None
    if many is None or kind is None or kind[0].pronoun:
        return None
    return finder.fitting(loosened(kind[0]))[many.count :], [], kind[1]


def _phrase(
    line: Line, at: int, finder: Finder, chosen: Selection, *, filtered: bool, plain: bool
) -> bool:
    """Read one noun phrase with what narrows it down into ``chosen``; whether there was one."""
    share, start = _share(line, at)
    first_of, step, start = _every_other(line, start)
    found = whatever(line, start) or headless(line, start)
    found = found or phrase_at(line, start, plain=plain)
    if found is None:
        return False
    phrase, stop = found
    middle = line.match(_IN_THE_MIDDLE, stop) if phrase.head in {"one", "ones"} else None
    if middle is not None:  # "the one in the middle"
        phrase, stop = replace(phrase, rank="middle"), middle[1]
    if share or step > 1:
        phrase = loosened(phrase)
    first = chosen.stop == at
    if not first and not phrase.definite and not finder.find(phrase):
        return False
    order = pointed(line, stop, phrase, finder)
    if isinstance(order, Phrase):
        chosen.missing.append(order)
        chosen.stop = stop
        return True
    items, stop = order or _meant(line, stop, phrase, finder, filtered=filtered)
    chosen.definite = chosen.definite or phrase.definite or phrase.quantifier != ""
    if line.at(start) in {"its", "their"} and chosen.items and not phrase.counted:
        items = belonging(finder.every(phrase), chosen.items, finder, many=phrase.plural)
    if share:
        items = items[: max(1, round(len(items) * share))]
        chosen.definite = True
    items = items[first_of::step]
    if not items:
        chosen.missing.append(phrase)
    _take(chosen, items, stop)
    return True


def _take(chosen: Selection, items: list[SceneItem], stop: int) -> None:
    chosen.items += [i for i in items if i not in chosen.items]
    chosen.stop = stop


def _number_only(line: Line, at: int) -> tuple[object, int] | None:
    """ "(the chairs except) one blue": a number before looks that are said of all the others."""
    found = quantity(line, at)
    stop = at + found.length if found else at
    said = attributes_at(line, stop) if found else None
    return (found, stop) if said is not None and said[1] >= len(line) else None


def _every_other(line: Line, at: int) -> tuple[int, int, int]:
    """ "every other", "every second": the place of the first, each how many-th is meant, 0 and 1
    for all, and the index after."""
    found = line.match(_EVERY_OTHER, at)
    if found is None:
        return 0, 1, at
    first, step = {"other": (0, 2), "second": (1, 2), "third": (2, 3)}[found[0].group(1)]
    return first, step, found[1]


def _share(line: Line, at: int) -> tuple[float, int]:
    """ "half of the": the part of the things that is meant, 0 for no such words, and where the
    phrase goes on. "Any two" and "some two" only say that it does not matter which."""
    found = line.match(_HALF, at)
    if found is not None:
        return _SHARES[next(w for w in found[0].group().split() if w in _SHARES)], found[1]
    loose = line.match(_ANY, at)
    return 0.0, loose[1] if loose else at


def _next(line: Line, stop: int) -> int | None:
    at = stop
    while line.at(at) in {",", "and", "then", "also"}:
        at += 1
    along = line.match(_ALONG, at)
    at = along[1] if along is not None else at
    return at if at > stop else None


def _is_joined(line: Line, at: int) -> bool:
    """Whether the words before ``at`` say that what follows goes along: "together with"."""
    found = next((f for n in range(max(0, at - 3), at) if (f := line.match(_ALONG, n))), None)
    return found is not None and found[1] == at


def _meant(
    line: Line, stop: int, phrase: Phrase, finder: Finder, *, filtered: bool
) -> tuple[list[SceneItem], int]:
    relative = line.match(THAT_IS, stop)
    filtered = filtered or relative is not None
    start = relative[1] if relative else stop
    origin = _origin(line, start, phrase, finder)
    if origin is not None and (filtered or origin[1] < len(line)):
        return origin
    place = place_at(line, start)
    ranked = _on_ranked(line, start, phrase, finder) if filtered else None
    if ranked is not None:
        return ranked
    if place is None:
        return finder.find(phrase), stop
    if place[0].kind in _SIDES and not place[0].targeted:
        if line.at(start) == "to":
            return finder.find(phrase), stop  # a way to go or to turn
        return _on_side(phrase, _SIDES[place[0].kind], finder), place[1]
    target = phrase_at(line, place[1]) if place[0].targeted else None
    after = target[1] if target else place[1]
    second = place_at(line, after) or line.at(after) in _GOING or length_at(line, after)
    if not filtered and not second:
        return finder.find(phrase), stop
    if not place[0].targeted:
        there = at_shell(phrase, place[0].kind, finder) if phrase.definite else None
        return (there, after) if there else (finder.find(phrase), stop if not filtered else after)
    goals = finder.find(target[0]) if target else []
    if not goals:
        return finder.find(phrase), stop
    items = finder.find_at(phrase, place[0].kind, goals) if place[0].kind else []
    if items:
        return items, after
    # Nothing stands there: better the thing itself than nothing, unless it was one of several.
    if phrase.head in _GENERAL:
        return [], after
    return finder.find(phrase), after if filtered else stop


def _on_ranked(
    line: Line, start: int, phrase: Phrase, finder: Finder
) -> tuple[list[SceneItem], int] | None:
    """ "(the lamp) on the middle table": of which "on the middle" is no place of the room."""
    target = phrase_at(line, start + 1) if line.at(start) in {"on", "in"} else None
    if target is None or not (target[0].rank or target[0].ordinal) or not target[0].noun:
        return None
    goals = finder.find(target[0])
    items = finder.find_at(phrase, Kind.ON, goals) if goals else []
    return (items, target[1]) if items else None


def _on_side(phrase: Phrase, side: str, finder: Finder) -> list[SceneItem]:
    """ "the lamp on the left": the leftmost; "the trees on the left": all on that half."""
    items = finder.find(replace(phrase, rank=side))
    if not phrase.plural or phrase.counted or phrase.quantifier == "both" or len(items) < 2:
        return items
    middle = sum(i.position.x for i in items) / len(items)
    return [i for i in items if (i.position.x < middle) == (side == "left")]


def _origin(
    line: Line, start: int, phrase: Phrase, finder: Finder
) -> tuple[list[SceneItem], int] | None:
    """ "(the lamp) from the left nightstand": where it is now."""
    target = _goals(line, start + 1, finder) if line.at(start) in {"from", "off"} else None
    items = finder.find_at(phrase, Kind.ON, target[0]) if target else []
    return (items, target[1]) if items and target else None


def _goals(line: Line, at: int, finder: Finder) -> tuple[list[SceneItem], int] | None:
    """The things of a place that the phrase at ``at`` means, and the index after it: "the table",
    "the two tables nearest to the bar"."""
    target = phrase_at(line, at)
    if target is None:
        return None
    order = pointed(line, target[1], target[0], finder)
    found = order if isinstance(order, tuple) else (finder.find(target[0]), target[1])
    return found if found[0] else None


def _except(line: Line, chosen: Selection, finder: Finder, *, plain: bool) -> Selection:
    at = chosen.stop
    if line.at(at) == "," and line.at(at + 1) in _EXCEPT | {"not"}:
        at += 1
    found = line.match(_BUT, at)
    if found is None:
        return chosen
    at = found[1]
    among = replace(finder, items=tuple(chosen.items))
    some = line.match(_ANY_OF, at) or _number_only(line, at)
    if some is not None:  # "all candles except two"
        many = quantity(line, at)
        chosen.items = chosen.items[many.count if many else 1 :]
        chosen.stop = some[1]
        return chosen
    kept = select(line, at, among, plain=plain)
    told = kept is not None and place_at(line, kept.stop) is not None
    if kept is not None and (told or kept.missing or kept.stop > at + 2):
        spoken = tuple(i.id for i in chosen.items[-1:])  # "the one on the bench"
        whole = select(line, at, replace(finder, named=spoken), plain=plain)
        known = whole is not None and not whole.missing and whole.stop >= kept.stop
        if known and whole is not None and all(i in chosen.items for i in whole.items):
            kept = whole
    if kept is not None:
        spared = {i.id for i in kept.items}
        chosen.items = [i for i in chosen.items if i.id not in spared]
        chosen.missing += kept.missing
        chosen.stop = kept.stop
        if kept.missing and not kept.items:
            chosen.items = []  # what shall stay is not known: so all stays
    return chosen
