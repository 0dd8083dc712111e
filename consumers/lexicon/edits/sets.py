"""Things that belong together: "the table with its chairs", "the whole dining set", "the desk and
everything on it".

What belongs here: words that name a thing with what belongs to it, and which things those are.
What does not: what becomes of them, which ``consumers/patch/together.py`` does as one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from consumers.lexicon.edits.items import is_shell, label_of, things
from consumers.lexicon.edits.outlines import gap
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import Relation, RelationKind
from schemas.edits import Add, Edit, Move, Rotate, SceneItem
from schemas.ids import NodeId

BESIDE = 0.9
"""Metres within which a seat belongs to a table, or a nightstand to a bed."""
_SET = re.compile(
    r"(?:the|my|our|this|that) (?:(?:whole|entire|complete|full) )?(?P<what>[a-z]+(?: [a-z]+)?) "
    r"(?:set|group|grouping|ensemble|suite|area|corner|arrangement|combo|combination)(?: up)?"
    r"(?= |$)"
)
_ALL_ITS = re.compile(
    r"(?:(?:along |together )?with|and|including|plus|,) (?:(?:everything|anything|whatever|what"
    r"|all|(?:all )?(?:of )?(?:the|its|their) (?:things|stuff|objects|items|contents))"
    r"(?: else)?(?: that| which| what)?(?: is| are)?)(?: (?:standing|stands|sits|sitting|lies|lying"
    r"|placed|belongs?|belonging|goes|going|around|close))?"
    r"(?: (?P<where>on top of|on|in|inside|under|around|round|near|next to|beside|by|at|to|with)"
    r" (?:it|them))?(?= |$|[.!])"
)
_ON = frozenset({"on top of", "on", "in", "inside"})
_HEADS: Mapping[str, tuple[str, ...]] = {
    "dining": ("table",), "dinner": ("table",), "eating": ("table",), "breakfast": ("table",),
    "seating": ("sofa", "coffee table", "bench", "table"), "lounge": ("sofa", "coffee table"),
    "sitting": ("sofa", "coffee table", "table"), "living": ("sofa",), "conversation": ("sofa",),
    "work": ("desk", "workbench"), "office": ("desk",), "study": ("desk",), "working": ("desk",),
    "sleeping": ("bed",), "bedroom": ("bed",), "gaming": ("desk",), "picnic": ("picnic table",),
    "meeting": ("table",), "conference": ("table",), "bistro": ("table",), "patio": ("table",),
}  # fmt: skip
"""What stands in the middle of a set that is called by its use; the first that is there."""
_LOUNGING = frozenset({"sofa", "armchair", "loveseat", "chaise longue", "bed", "throne"})
"""Seats that are at no table."""
_TABLES = re.compile(r"\b(?:table|desk|kitchen island|counter|bar|workbench|piano)$")
"""What people sit at."""
_COMPANIONS: Mapping[str, frozenset[str]] = {
    "bed": frozenset({"nightstand", "bench", "chest"}),
    "sofa": frozenset({"armchair", "coffee table", "side table", "pouf", "ottoman", "footstool"}),
    "armchair": frozenset({"footstool", "side table", "ottoman", "pouf"}),
    "coffee table": frozenset({"sofa", "armchair", "pouf", "ottoman"}),
}


def named_set(line: Line, at: int, finder: Finder) -> tuple[list[SceneItem], int] | None:
    """ "the whole dining set": its middle first, and the index after the words; None for others,
    and where a thing of the scene is called so."""
    found = line.match(_SET, at)
    if found is None:
        return None
    plain = phrase_at(line, at)
    if plain is not None and plain[0].noun and finder.find(plain[0]):
        return None
    word = found[0].group("what").split()[-1]
    nouns = _HEADS.get(word, ())
    middle = next((m for noun in nouns if (m := _of(noun, finder))), None)
    if middle is None:
        thing = phrase_at(Line(("the", word)), 0)
        fits = finder.find(thing[0]) if thing is not None and thing[0].noun else []
        middle = fits[0] if len(fits) == 1 else None
    if middle is None:
        return None
    return [middle, *companions(middle, finder)], found[1]


def _of(noun: str, finder: Finder) -> SceneItem | None:
    present = things(finder.items)
    fits = [i for i in present if i.noun == noun or label_of(i).endswith(noun)]
    wider = [i for i in present if i.noun.endswith(f" {noun}")]
    return next(iter([*fits, *wider]), None)


def all_its(
    line: Line, at: int, owners: Sequence[SceneItem], finder: Finder
) -> tuple[list[SceneItem], int] | None:
    """ "(the desk) and everything on it", "with all that belongs to it": those things and the index
    after the words; None for other words."""
    found = line.match(_ALL_ITS, at)
    if found is None or not owners:
        return None
    where = found[0].group("where")
    last = line.at(found[1] - 1)
    if where is None and last in {"everything", "all", "anything", "whatever", "what", "is"}:
        return None  # "the table and all (the chairs)"
    own = {o.id for o in owners}
    guests = [i for i in finder.items if i.on in own]
    if where in _ON:
        return guests, found[1]
    near = [c for o in owners for c in companions(o, finder)]
    return [*dict.fromkeys((*guests, *near))], found[1]


def companions(middle: SceneItem, finder: Finder) -> list[SceneItem]:
    """What belongs to a thing and stands by itself: the seats of a table, a bed's nightstands."""
    kinds = _COMPANIONS.get(middle.noun)
    if kinds is None and not is_table(middle):
        return []
    others = [i for i in things(finder.items) if i.id != middle.id and i.on is None]

    def belongs(item: SceneItem) -> bool:
        if kinds is not None:
            return item.noun in kinds
        seat = noun_row(item.noun)
        return seat is not None and seat.seat and item.noun not in _LOUNGING

    return [
        i
        for i in others
        if belongs(i) and gap(i, middle) <= BESIDE and _nearest(i, middle, others) == middle.id
    ]


def _nearest(item: SceneItem, middle: SceneItem, others: Sequence[SceneItem]) -> NodeId:
    """Which thing of the kind of ``middle`` an item stands nearest to; all tables are of one."""
    table = is_table(middle) and middle.noun not in _COMPANIONS
    alike = [o for o in others if (is_table(o) if table else o.noun == middle.noun)]
    return min((middle, *(o for o in alike if o.id != item.id)), key=lambda o: gap(item, o)).id


def is_table(item: SceneItem) -> bool:
    """Whether people sit at it."""
    return is_table_noun(item.noun)


def is_table_noun(noun: str) -> bool:
    """Whether people sit at a thing of that noun."""
    return _TABLES.search(noun) is not None


def led(items: Sequence[SceneItem], followers: Sequence[SceneItem]) -> dict[NodeId, list[NodeId]]:
    """Who goes along with whom: each follower with the nearest of ``items``."""
    going: dict[NodeId, list[NodeId]] = {i.id: [] for i in items}
    for follower in followers:
        if items and not is_shell(follower):
            near = min(items, key=lambda i: gap(follower, i))
            going[near.id].append(follower.id)
    return {leader: them for leader, them in going.items() if them}


def seated(more: Add, present: Sequence[SceneItem], finder: Finder) -> Add:
    """``more`` of the seats ``present``, around the table that those belong to, where they do."""
    own = {i.id for i in present}
    hosts = [i for i in things(finder.items) if own & {c.id for c in companions(i, finder)}]
    if len(hosts) != 1:
        return more
    around = tuple(
        Relation(kind=RelationKind.AROUND, subject=w.id, targets=(hosts[0].id,))
        for w in more.wishes
    )
    return more.model_copy(update={"relations": around})


def together(
    edits: Sequence[Edit], along: Mapping[NodeId, Sequence[NodeId]], finder: Finder
) -> list[Edit]:
    """``edits`` of place with those that follow a thing made part of its own, and without those of
    what stands on a thing that goes by itself."""
    led_by = {follower for them in along.values() for follower in them}
    going = {e.node for e in edits if isinstance(e, Move) and e.relation is not None}
    held = {i.id: i.on for i in finder.items}
    kept: list[Edit] = []
    for edit in edits:
        if not isinstance(edit, Move | Rotate):
            kept.append(edit)
            continue
        if edit.node in led_by or (isinstance(edit, Move) and _is_carried(edit, going, held)):
            continue
        them = tuple(along.get(edit.node, ()))
        kept.append(edit.model_copy(update={"along": them}) if them else edit)
    return kept


def _is_carried(move: Move, going: set[NodeId], held: Mapping[NodeId, NodeId | None]) -> bool:
    """Whether a thing goes to the place to which what carries it goes as well."""
    at = held.get(move.node)
    named = set(move.relation.targets) if move.relation is not None else set()
    while move.relation is not None and at is not None:
        if at in going and at not in named:
            return True
        at = held.get(at)
    return False


def copied(
    edits: Sequence[Edit], items: Sequence[SceneItem], along: Mapping[NodeId, Sequence[NodeId]]
) -> list[Edit]:
    """The copies ``edits`` of ``items``, one for each, as one addition in which those of what
    belongs to a thing are with the copy of that thing."""
    new = {i.id: e for i, e in zip(items, edits, strict=False) if isinstance(e, Add)}
    if len(new) < len(edits):
        return list(edits)
    led_by = {follower: leader for leader, them in along.items() for follower in them}
    held = {i.id: i for i in items}
    relations: list[Relation] = []
    for item, add in new.items():
        leader = led_by.get(item)
        goals = new[leader].wishes if leader in new else ()
        for place, wish in enumerate(add.wishes):
            if leader is None or place >= len(goals):
                relations += [r for r in add.relations if r.subject == wish.id]
                continue
            kind = _beside(held[item], held[leader])
            relations.append(Relation(kind=kind, subject=wish.id, targets=(goals[place].id,)))
    wishes = tuple(w for add in new.values() for w in add.wishes)
    return [Add(wishes=wishes, relations=tuple(relations))]


def _beside(item: SceneItem, leader: SceneItem) -> RelationKind:
    """How a thing stands to what it belongs to."""
    if item.on == leader.id:
        return RelationKind.ON
    return RelationKind.AROUND if is_table(leader) else RelationKind.NEXT_TO
