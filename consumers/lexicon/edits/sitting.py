"""People who are moved onto a seat or into a bed sit or lie there, and stand when they leave it.

What belongs here: which moves change how somebody holds themselves, and the edits for that. What
does not: people who are only being added, which ``sentences/sitters`` reads.
"""

from __future__ import annotations

from collections.abc import Sequence

from consumers.lexicon.edits.makeovers import Makeovers
from consumers.lexicon.phrases.postures import HIGH, LYING, SITTING, Posture, can_bend, posture_of
from consumers.lexicon.sentences.sitters import is_bed, is_seat
from consumers.lexicon.words.gazetteer import noun_row
from schemas.decomposition import RelationKind as Kind
from schemas.edits import Edit, Move, SceneItem
from schemas.ids import NodeId


def with_postures(
    edits: Sequence[Edit], items: Sequence[SceneItem], makeovers: Makeovers
) -> list[Edit]:
    """``edits``, each move of somebody onto a seat before the edit that has them sit."""
    present = {item.id: item for item in items}
    found: list[Edit] = []
    for edit in edits:
        found.append(edit)
        person = present.get(edit.node) if isinstance(edit, Move) else None
        if isinstance(edit, Move) and person is not None and can_bend(person.noun):
            host = present.get(person.on) if person.on is not None else None
            wanted, held = _posture(edit, present, person), posture_of(person.size, person.noun)
            if wanted and wanted != held:
                found.append(makeovers.posed(person, wanted, _standing(person)))
            rises = host is not None and (is_seat(host.noun) or is_bed(host.noun))
            if not wanted and rises and held and edit.relation is not None:
                found.append(makeovers.posed(person, "", _standing(person)))
    return found


def _posture(move: Move, present: dict[NodeId, SceneItem], person: SceneItem) -> Posture:
    """How somebody holds themselves where a move leads; "" for standing."""
    relation = move.relation
    if relation is None or relation.kind not in (Kind.ON, Kind.IN):
        return ""
    hosts = [present[t].noun for t in relation.targets if t in present]
    if any(is_bed(noun) for noun in hosts):
        return LYING
    return SITTING if any(is_seat(noun) for noun in hosts) else ""


def _standing(person: SceneItem) -> tuple[float, float, float]:
    """The size, metres, of somebody when standing."""
    row, held = noun_row(person.noun), posture_of(person.size, person.noun)
    if row is None or not held:
        return person.size
    width, high, deep = person.size
    if held == LYING:
        return (width, deep, high)
    share = high / (HIGH * row.size[1])
    return (
        round(share * row.size[0], 3),
        round(share * row.size[1], 3),
        round(share * row.size[2], 3),
    )
