"""Seats as people mean them: rows of desks, not of the chairs at them; the front where there is
something to see; counters as long as the stools before them need.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from consumers.layout.search.habits import ELBOW, STOOL, STOOLS
from consumers.layout.space.kinds import COUNTERS, WATCHED
from consumers.lexicon.phrases.postures import can_bend
from consumers.lexicon.sentences.expansion import Expanded
from consumers.lexicon.words.nouns import noun_table
from schemas.decomposition import Relation, Wish
from schemas.decomposition import RelationKind as Kind
from schemas.ids import NodeId

HANDY = 0.5
"""Metres up to which what somebody does something with is where they are."""

LONGEST_COUNTER = 6.0
"""Metres up to which a counter grows with the stools before it."""

AUDIENCE = 3
"""So many alike that people sit on or at are an audience."""

_AT = frozenset({Kind.NEXT_TO, Kind.NEAR, Kind.BEHIND, Kind.AROUND})
"""How the chairs of "desks with chairs" stand."""

_ROWED = frozenset({Kind.IN_ROW, Kind.BEHIND, Kind.IN_FRONT_OF})

_SEATS = frozenset({"chair", "pew", "theater seat", "student desk", "school desk", "bench", "desk",
                    "folding chair", "stool"})  # fmt: skip


def seated(expanded: Expanded) -> tuple[Relation, ...]:
    """The relations of a room with the rows and the front that are meant."""
    things = {w.id: w for w in expanded.wishes}
    relations = _beside_who_uses_it(_rows_of_hosts(expanded.relations, things), things)
    return _at_the_front(relations, expanded.wishes)


def _beside_who_uses_it(
    relations: Sequence[Relation], things: Mapping[NodeId, Wish]
) -> tuple[Relation, ...]:
    """ "a man in an armchair reading a newspaper": the newspaper is where he is."""
    placed = {r.subject for r in relations}
    return tuple(
        r.model_copy(update={"subject": r.targets[0], "targets": (r.subject,)})
        if r.kind is Kind.NEXT_TO
        and len(r.targets) == 1
        and {r.subject, *r.targets} <= things.keys()
        and can_bend(things[r.subject].recipe.noun)
        and r.targets[0] not in placed
        and max(things[r.targets[0]].recipe.size) < HANDY
        else r
        for r in relations
    )


def with_long_counters(expanded: Expanded) -> Expanded:
    """The counter of a place, where there is one, as long as the stools need that may stand there:
    those of which nothing is said, or that they are at it."""
    counters = [w for w in expanded.wishes if w.recipe.noun in COUNTERS]
    if len(counters) != 1 or counters[0].recipe.size != noun_table()[counters[0].recipe.noun].size:
        return expanded
    counter = counters[0]
    elsewhere = {r.subject for r in expanded.relations if r.targets != (counter.id,)}
    stools = [w for w in expanded.wishes if w.recipe.noun in STOOLS and w.id not in elsewhere]
    wide, high, deep = counter.recipe.size
    long = round(min(LONGEST_COUNTER, len(stools) * (STOOL + ELBOW)), 2)
    if long <= wide:
        return expanded
    recipe = counter.recipe.model_copy(update={"size": (long, high, deep)})
    longer = counter.model_copy(update={"recipe": recipe})
    wishes = tuple(longer if w.id == counter.id else w for w in expanded.wishes)
    return replace(expanded, wishes=wishes)


def _rows_of_hosts(
    relations: Sequence[Relation], things: Mapping[NodeId, Wish]
) -> tuple[Relation, ...]:
    """ "desks with chairs in three rows": the desks are in rows, and each has its chair."""
    rowed = {n for r in relations if r.kind is Kind.IN_ROW for n in (r.subject, *r.targets)}
    at = {
        r.subject: r.targets[0]
        for r in relations
        if r.kind in _AT and len(r.targets) == 1 and r.targets[0] in things.keys() - rowed
    }
    hosts = [at.get(n) for n in rowed]
    if not rowed or None in hosts or len(set(hosts)) < len(hosts) or set(hosts) & rowed:
        return tuple(relations)
    if len({things[h].slot for h in hosts if h is not None}) > 1:
        return tuple(relations)
    return tuple(_of(at, r) if _is_of_rows(r, rowed) else r for r in relations)


def _is_of_rows(relation: Relation, rowed: set[NodeId]) -> bool:
    """Whether it says who stands in a row, or that rows stand behind each other."""
    return relation.kind in _ROWED and {relation.subject, *relation.targets} <= rowed


def _of(hosts: Mapping[NodeId, NodeId], relation: Relation) -> Relation:
    targets = tuple(hosts[t] for t in relation.targets)
    return relation.model_copy(update={"subject": hosts[relation.subject], "targets": targets})


def _at_the_front(relations: Sequence[Relation], wishes: Sequence[Wish]) -> tuple[Relation, ...]:
    """ "an altar at the front": at the wall that the audience looks at, which the viewer sees."""
    nouns = {w.id: w.recipe.noun for w in wishes}
    seats = [noun for noun in nouns.values() if noun in _SEATS]
    if len(seats) < AUDIENCE:
        return tuple(relations)
    return tuple(
        r.model_copy(update={"kind": Kind.AGAINST_WALL, "targets": (NodeId("room-back-wall"),)})
        if r.kind is Kind.IN_FRONT_OF and not r.targets and nouns.get(r.subject) in WATCHED
        else r
        for r in relations
    )
