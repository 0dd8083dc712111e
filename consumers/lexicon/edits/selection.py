"""The things a command is about: "the chair and both lamps", "everything except the sofa"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from consumers.lexicon.edits.headless import headless, made_of, whatever
from consumers.lexicon.edits.items import from_below, is_shell
from consumers.lexicon.edits.located import located
from consumers.lexicon.edits.pointing import belonging, by_name, pointed
from consumers.lexicon.edits.references import Finder, kind_of
from consumers.lexicon.edits.remaining import loosened, the_rest
from consumers.lexicon.edits.rows import row
from consumers.lexicon.edits.sets import all_its, led, named_set
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem
from schemas.ids import NodeId

_EXCEPT = frozenset({"except", "but", "besides", "excluding", "save"})
_BUT = re.compile(
    r"(?:except(?: for| from)?|but(?: for| not)?|besides|excluding|apart from|other than|not"
    r"|save for|leaving out|without)(?= )"
)
_IN_THE_MIDDLE = re.compile(r"in the (?:middle|cent(?:er|re))(?! of)(?= |$)")
_EVERY_OTHER = re.compile(r"(?:every|each) (other|second|third)(?= )")
_ALL_BUT = re.compile(r"all but (?:one|two|three|four|five|\d+) (?:of (?:the )?)?(?=\w)")
_ALL_BUT_THE = re.compile(
    r"all (?:but|except(?: for)?|besides|apart from|other than) (?=(?:the|my|that|those) )"
)
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
    some = _some_but(line, at, chosen, finder, plain=plain)
    return some or _except(line, chosen, finder, plain=plain)


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
    others = _all_but_one(line, at, finder)
    if others is not None:
        return others
    most = line.match(_ALL_BUT, at)
    many = quantity(line, at + 2) if most is not None else None
    kind = phrase_at(line, most[1], plain=True) if most is not None else None
    if many is None or kind is None or kind[0].pronoun:
        return None
    return from_below(finder.fitting(loosened(kind[0])))[many.count :], [], kind[1]


def _all_but_one(
    line: Line, at: int, finder: Finder
) -> tuple[list[SceneItem], list[SceneItem], int] | None:
    """ "all but the first desk", "all except the chair next to the door": the others of its kind,
    where there are any."""
    found = line.match(_ALL_BUT_THE, at)
    kept = select(line, found[1], finder) if found is not None else None
    if kept is None or not kept.items or kept.missing:
        return None
    kinds = {kind_of(i) for i in kept.items}
    spared = {i.id for i in kept.items}
    others = [i for i in finder.items if kind_of(i) in kinds and i.id not in spared]
    if len(kinds) > 1 or not others or is_shell(kept.items[0]):
        return None
    return others, [], kept.stop


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
        phrase, finder = loosened(phrase), replace(finder, last=()) if step > 1 else finder
    first = chosen.stop == at
    if not first and not phrase.definite and not finder.find(phrase):
        return False
    order = pointed(line, stop, phrase, finder)
    if isinstance(order, Phrase):
        chosen.missing.append(order)
        chosen.stop = stop
        return True
    items, stop = order or located(line, stop, phrase, finder, filtered=filtered)
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


def _some_but(
    line: Line, at: int, chosen: Selection, finder: Finder, *, plain: bool
) -> Selection | None:
    """ "one cushion, but not the one with the teddy": as many of the others."""
    phrase = phrase_at(line, at, plain=plain)
    start = chosen.stop + (line.at(chosen.stop) == ",")
    found = line.match(_BUT, start)
    if found is None or phrase is None or phrase[0].definite or phrase[0].pronoun:
        return None
    if not (phrase[0].counted or not phrase[0].plural) or phrase[0].quantifier in {"all", "each"}:
        return None
    every = finder.every(phrase[0])
    kept = select(line, found[1], replace(finder, items=tuple(every)), plain=plain)
    named = replace(finder, named=tuple(i.id for i in every[-1:]))
    whole = select(line, found[1], named, plain=plain)
    if whole is not None and not whole.missing and all(i in every for i in whole.items):
        kept = whole if kept is None or whole.stop >= kept.stop else kept
    if kept is None or not kept.items:
        return None
    spared = {i.id for i in kept.items}
    others = replace(finder, items=tuple(i for i in finder.items if i.id not in spared))
    chosen.items = others.find(phrase[0])
    chosen.stop = kept.stop
    return chosen


def _except(line: Line, chosen: Selection, finder: Finder, *, plain: bool) -> Selection:
    at = chosen.stop
    if line.at(at) == "," and line.at(at + 1) in _EXCEPT | {"not"}:
        at += 1
    found = line.match(_BUT, at)
    if found is None:
        return chosen
    at = found[1]
    among = replace(finder, items=tuple(i for i in finder.items if i in chosen.items))
    some = line.match(_ANY_OF, at) or _number_only(line, at)
    if some is not None:  # "all candles except two"
        many = quantity(line, at)
        chosen.items = from_below(chosen.items)[many.count if many else 1 :]
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
