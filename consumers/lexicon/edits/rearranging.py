"""Commands on where several things stand, and how: swaps, rows, rings, apart and together, tilts.

What belongs here: reading a clause as such a command on things that are there. What does not: a
way or a place that one thing goes, which are in ``moving`` and ``additions``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consumers.lexicon.edits import amounts
from consumers.lexicon.edits.commands import Clause
from consumers.lexicon.edits.forming import Rearranged, formed, things_of
from consumers.lexicon.edits.items import is_shell
from consumers.lexicon.edits.references import Finder, kind_of
from consumers.lexicon.edits.selection import select
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import Relation
from schemas.decomposition import RelationKind as Kind
from schemas.edits import Edit, Move, Rotate, SceneItem
from schemas.model import Vec3

_SWAP = re.compile(
    r"(?:swap|exchange|switch|trade|interchange)(?: around)?"
    r"(?:(?: the)? (?:places?|positions?|spots?|locations?)(?: of| between)?)?(?= )"
)
_SWAP_THEM = re.compile(
    r"(?:swap|exchange|switch|trade)(?: around)? (?:them|those|these|both|the two|the places|places"
    r"|positions|(?:their|the) (?:places|positions|spots|locations))(?: (?:of them|around|please"
    r"|now"
    r"|again|two|both|[.!]))*$"
)
_PLACES_OF = re.compile(
    r" (?:places?|positions?|spots?|locations?)(?: (?:please|now|around|[.!]))*$"
)
_IS = r"(?:is|was|stands?|are|sits?|lies?)(?: now)?"
_CROSSED = re.compile(
    rf"\w+ (?P<a>.+?) (?:to )?where (?P<b>.+?) {_IS} (?:and|,) (?:(?:put|move|place) )?(?P<c>.+?)"
    rf" (?:to )?where (?P<d>.+?) {_IS}(?: (?:please|now|[.!]))*"
)
_SWAPPED = re.compile(r"(?:to )?(?:swap|switch|trade|exchange) (?:places|positions|spots)(?= |$)")
_LOOKS = re.compile(r"(?:the )?(?:colou?rs?|looks?|materials?) (?:of|between)(?= )")
_WITH = re.compile(r"(?:with|for|and)(?= )")
_WHERE = re.compile(
    r"(?:back )?(?:(?:to )?where|(?:to|in|into|at) the (?:place|position|spot|stead) (?:of|where)"
    r"|instead of|in place of)(?= )"
)
_WAS = re.compile(r"(?:is|was|are|were|stands?|stood|has been|used to be)(?: now| before)?(?= |$)")
_CENTRE = re.compile(r"(?:re ?)?(?:cent(?:er|re))(?= )")
_TILT = re.compile(
    r"(?:tilt|tip(?: over)?|lean|incline|flip(?: over)?|upend|topple|knock over|turn over)(?= )"
)
_LAID = re.compile(
    r"\b(?:on (?:its|their|the|one) (?:left |right )?side(?! of)|(?:on|onto) (?:its|their) back"
    r"|on (?:its|their) (?:head|face)|upside down|flat|over)\b"
)
_OFF = re.compile(r"(?:(?:down )?(?:off|from|out)(?: of)?)(?= )")
_TAKE = re.compile(r"(?:take|get|bring|move|put|lift|pick|push|pull)(?: up)?(?= )")
_FLOOR = re.compile(r"(?:down )?(?:back )?(?:on|onto|to) the (?:floor|ground)(?= |$)")
_DOWN = re.compile(r"(?:back )?down(?: again)?(?: please)?$")
_HEIGHT = re.compile(r"(?:hang|put|place|set|mount|position|move)(?= )")
_HIGHER = re.compile(r"\b(?:higher(?: up)?|further up|lower(?: down)?|further down)\b")


def rearranged(clause: Clause, finder: Finder) -> Rearranged | None:
    """The edits of a clause that is such a command; None for any other."""
    line = Line((*clause.verb.split(), *clause.rest.words))
    for read in (_swap, _where, formed, _centre, _tilted, _off, _higher):
        found = read(line, finder)
        if found is not None:
            return found
    return None


def _swap(line: Line, finder: Finder) -> Rearranged | None:
    """ "swap the lamp and the vase", "make the lamp and the vase switch places"."""
    crossed = _crossed(line, finder)
    if crossed is not None:
        return crossed
    line = _placeless(line)
    both = line.match(_SWAP_THEM, 0)
    if both is not None:
        return _pair(_the_two(finder))
    verb = line.match(_SWAP, 0)
    if verb is None or line.match(_LOOKS, verb[1]):
        at = next((n for n in range(1, len(line)) if line.match(_SWAPPED, n)), None)
        chosen = select(line, 1, finder, plain=True) if at is not None else None
        return _pair(things_of(chosen)) if chosen and chosen.stop == at else None
    chosen = select(line, verb[1], finder, filtered=True, plain=True)
    items = things_of(chosen)
    if chosen is None:
        return None
    other = line.match(_WITH, chosen.stop)
    if other is not None:
        phrase = phrase_at(line, other[1])
        if phrase is None or not phrase[0].definite:
            return None  # "swap the sofa for a bed" wants another thing
        second = select(line, other[1], finder)
        if second is None or not second.items:
            return Rearranged(missing=second)
        items = [*items, *things_of(second)]
    return _pair(items)


def _placeless(line: Line) -> Line:
    """ "swap the tent's and the fire's places" as "swap the tent and the fire"."""
    if line.match(_SWAP, 0) is None or line.match(_SWAP_THEM, 0) is not None:
        return line
    words = tuple(w for w in line.words if w != "'s")
    return Line(tuple(_PLACES_OF.sub("", " ".join(words)).split()))


def _crossed(line: Line, finder: Finder) -> Rearranged | None:
    """ "put the teddy where the lamp is and the lamp where the teddy is": they change places."""
    verb = line.match(_TAKE, 0) or line.match(_HEIGHT, 0)
    found = _CROSSED.fullmatch(line.text)
    if verb is None or found is None:
        return None
    sides = [phrase_at(Line(tuple(found[n].split())), 0) for n in ("a", "b", "c", "d")]
    a, b, c, d = (finder.find(s[0])[:1] if s is not None else [] for s in sides)
    return _pair([*a, *b]) if a and b and a == d and b == c else None


def _the_two(finder: Finder) -> list[SceneItem]:
    """Whom "swap them" means: the two touched last, or the only two of that kind."""
    last = [i for n in finder.last for i in finder.items if i.id == n and not is_shell(i)]
    if len(last) == 2 or not last:
        return last
    alike = [i for i in finder.items if kind_of(i) == kind_of(last[-1])]
    return alike if len(alike) == 2 else last[-2:]


def _pair(items: Sequence[SceneItem]) -> Rearranged | None:
    if len(items) < 2:
        return None
    first, second = items[0], items[-1]
    swap = Move(node=first.id, to=second.id, swaps=True)
    return Rearranged([swap], [first, second])


def _where(line: Line, finder: Finder) -> Rearranged | None:
    """ "move the sofa where the bookshelf is", "put it in the place of the lamp"."""
    verb = line.match(_TAKE, 0) or line.match(_HEIGHT, 0)
    at = next((n for n in range(1, len(line)) if line.match(_WHERE, n)), None)
    if verb is None or at is None:
        return None
    chosen = select(line.part(0, at), verb[1], finder, filtered=True)
    items = things_of(chosen) or finder.touched()
    found = line.match(_WHERE, at)
    there = select(line, found[1], finder, plain=True) if found else None
    goals = [i for i in things_of(there) if i not in items[:1]]
    if not items or there is None or not goals:
        return Rearranged(missing=there) if there is not None and there.missing else None
    if "where" in line.span(at, found[1] if found else at) and not line.match(_WAS, there.stop):
        return None
    return Rearranged([Move(node=items[0].id, to=goals[0].id)], items[:1])


def _centre(line: Line, finder: Finder) -> Rearranged | None:
    """ "centre the table", "centre the vase on the table"."""
    verb = line.match(_CENTRE, 0)
    chosen = select(line, verb[1], finder, filtered=False) if verb else None
    items = things_of(chosen)
    if chosen is None or not items:
        return Rearranged(missing=chosen) if chosen is not None and chosen.missing else None
    place = line.at(chosen.stop) in {"on", "in", "at", "above", "over"}
    goal = phrase_at(line, chosen.stop + 1) if place else None
    goals = [i for i in finder.find(goal[0]) if not is_shell(i)] if goal else []
    on = tuple(g.id for g in goals[:1] if g.id != items[0].id)
    edits: list[Edit] = [
        Move(node=i.id, relation=Relation(kind=Kind.IN_CENTER, subject=i.id, targets=on))
        for i in items
    ]
    return Rearranged(edits, items)


def _tilted(line: Line, finder: Finder) -> Rearranged | None:
    """ "tilt the picture by 10 degrees", "lay the bottle on its side", "flip the crate over"."""
    verb = line.match(_TILT, 0)
    laid = _LAID.search(line.text)
    start = verb[1] if verb else 1
    if verb is None and (laid is None or line.at(0) not in _LAYING):
        return None
    chosen = select(line, start, finder, filtered=False)
    items = things_of(chosen)
    if chosen is None or not items:
        named = chosen is not None and chosen.missing and chosen.definite
        return Rearranged(missing=chosen) if named else None
    tail = line.part(chosen.stop, len(line))
    if verb is None and (_LAID.search(tail.text) is None or not chosen.definite):
        return None
    about, degrees = _lean(line.at(0), tail)
    if about == "" or (line.at(0) == "lean" and re.search(r"\bagainst\b", tail.text)):
        return None
    axis = "up" if about == "up" else "side" if about == "side" else "front"
    edits: list[Edit] = [Rotate(node=i.id, degrees=degrees, about=axis) for i in items]
    return Rearranged(edits, items)


_LAYING = frozenset({"lay", "put", "turn", "place", "set", "make", "knock", "push", "tip", "stand"})


def _lean(verb: str, tail: Line) -> tuple[str, float]:
    """The axis ("up", "side", "front") and degrees of a tilt; "" for the axis when it is none."""
    text = tail.text
    angle = amounts.degrees(text)
    if re.search(r"\bupside down\b|\bon (?:its|their) head\b", text):
        return "front", 180.0
    if re.search(r"\bon (?:its|their|the|one) (?:\w+ )?side\b", text):
        return "front", -90.0 if "left" in text else 90.0
    if re.search(r"\b(?:on|onto) (?:its|their) back\b", text):
        return "side", -90.0
    if re.search(r"\bon (?:its|their) face\b|\bflat\b", text):
        return ("side", 90.0) if verb in _LAYING | {"tip"} else ("", 0.0)
    if verb == "flip":
        return ("front" if "over" in text.split() else "up"), 180.0
    if verb in {"tip", "topple", "knock", "upend", "turn", "push"} and angle is None:
        over = verb in {"tip", "topple", "knock", "upend"} or "over" in text.split()
        return ("side", 90.0) if over else ("", 0.0)
    sized = angle if angle is not None else (10.0 if amounts.is_little(text) else 20.0)
    if re.search(r"\bforwards?\b", text):
        return "side", sized
    if re.search(r"\bback(?:wards?)?\b", text):
        return "side", -sized
    return "front", -sized if re.search(r"\b(?:left|counter ?clockwise)\b", text) else sized


def _off(line: Line, finder: Finder) -> Rearranged | None:
    """ "take the cup off the table", "move the vase to the floor next to the table"."""
    verb = line.match(_TAKE, 0) or line.match(_HEIGHT, 0)
    if verb is None:
        return None
    chosen = select(line, verb[1], finder, filtered=False)
    items = things_of(chosen) or ([] if chosen is None or chosen.missing else finder.touched())
    if not items or chosen is None:
        return None
    down = line.match(_FLOOR, chosen.stop) or line.match(_DOWN, chosen.stop)
    if down is not None:
        edits: list[Edit] = [_downwards(i, line.part(down[1], len(line)), finder) for i in items]
        return Rearranged(edits, items)
    off = line.match(_OFF, chosen.stop)
    carrier = phrase_at(line, off[1]) if off else None
    goals = finder.find(carrier[0]) if carrier else []
    held = [i for i in items if i.on is not None and i.on in {g.id for g in goals}]
    if not held or carrier is None or carrier[1] < len(line):
        return None
    return Rearranged([_downwards(i, Line(()), finder) for i in held], held)


def _downwards(item: SceneItem, tail: Line, finder: Finder) -> Move:
    """To the floor, near what ``tail`` names."""
    for at in range(len(tail)):
        found = phrase_at(tail, at)
        goals = finder.find(found[0]) if found and found[0].definite else []
        if goals and goals[0].id != item.id:
            beside = Relation(kind=Kind.NEXT_TO, subject=item.id, targets=(goals[0].id,))
            return Move(node=item.id, relation=beside, floor=True)
    targets = () if item.on is None else (item.on,)
    beside = Relation(kind=Kind.NEXT_TO, subject=item.id, targets=targets)
    return Move(node=item.id, relation=beside if targets else None, floor=True)


def _higher(line: Line, finder: Finder) -> Rearranged | None:
    """ "hang the picture higher", "put the lamp a bit lower"."""
    verb = line.match(_HEIGHT, 0)
    said = _HIGHER.search(line.text)
    if verb is None or said is None:
        return None
    chosen = select(line, verb[1], finder, filtered=False)
    items = things_of(chosen)
    if chosen is None or not items or " than" in line.text:
        return None
    way = -1.0 if "low" in said.group() or "down" in said.group() else 1.0
    far = amounts.distance(line.part(chosen.stop, len(line)), 0.3)
    edits: list[Edit] = [Move(node=i.id, by=Vec3(y=way * far)) for i in items]
    return Rearranged(edits, items)
