"""What belongs around or below other things: rails below trains, moats around castles.

What an engine pulls stands behind it, on rails that are long enough for all.

What does not belong here: rows of cars, and carts, which nothing pulls in a file.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.layout.space.land import COUPLED
from consumers.lexicon.sentences.expansion import Expanded
from consumers.lexicon.words.nouns import noun_table
from schemas.decomposition import Relation, RelationKind, Wish
from schemas.ids import NodeId

ENGINE = "train"
PULLED = frozenset({"railway carriage", "freight wagon", "subway car"})
_TRACKS = frozenset({"railway track", "toy track"})
_BESIDE = frozenset({
    RelationKind.NEXT_TO, RelationKind.NEAR, RelationKind.BEHIND, RelationKind.IN_FRONT_OF,
    RelationKind.IN_ROW,
})  # fmt: skip
_ON_TRACK = frozenset({
    RelationKind.ON, RelationKind.IN, RelationKind.NEXT_TO, RelationKind.NEAR,
})  # fmt: skip


def with_trains(expanded: Expanded) -> Expanded:
    """The one train of a scene in a file, on its rails, which reach from end to end."""
    engines = [w for w in expanded.wishes if w.recipe.noun == ENGINE]
    pulled = [w for w in expanded.wishes if w.recipe.noun in PULLED]
    train = [*engines, *pulled]
    if len(engines) > 1 or not pulled or len(train) < 2:
        return expanded
    ids = tuple(w.id for w in train)
    kept = [r for r in expanded.relations if not _is_among(r, set(ids))]
    tracks = [w for w in expanded.wishes if w.recipe.noun in _TRACKS]
    track = tracks[0] if len(tracks) == 1 else None
    at_track = [r for r in kept if track and r.subject in ids and r.targets == (track.id,)]
    if track is not None and all(r.kind in _ON_TRACK for r in at_track):
        kept = [r for r in kept if r not in at_track]
        kept += [Relation(kind=RelationKind.ON, subject=node, targets=(track.id,)) for node in ids]
    kept.append(Relation(kind=RelationKind.IN_ROW, subject=ids[0], targets=ids[1:]))
    wishes = tuple(_long_enough(w, train) if w is track else w for w in expanded.wishes)
    return replace(expanded, wishes=wishes, relations=tuple(kept))


def _is_among(relation: Relation, ids: set[NodeId]) -> bool:
    """Whether it is only about how the parts of the train stand to each other."""
    own = relation.kind in _BESIDE and relation.subject in ids
    return own and bool(relation.targets) and set(relation.targets) <= ids


def _long_enough(track: Wish, train: list[Wish]) -> Wish:
    """The rails, as long as the train on them where nobody said how long they are."""
    wide, high, deep = track.recipe.size
    usual = noun_table()[track.recipe.noun].size
    gap = 2 * COUPLED * max(max(w.recipe.size) for w in train)
    needed = sum(max(w.recipe.size) for w in train) + gap * (len(train) + 1)
    wide = max(wide, *(min(w.recipe.size[0], w.recipe.size[2]) for w in train))
    if deep != usual[2] and track.recipe.noun == "railway track":
        return track
    size = (round(wide, 4), high, round(max(deep, needed), 4))
    return track.model_copy(update={"recipe": track.recipe.model_copy(update={"size": size})})


def with_moats(expanded: Expanded) -> Expanded:
    """Moats beside nothing: custom lays them around what they are of."""
    moats = {w.id for w in expanded.wishes if w.recipe.noun == "moat"}
    kept = (
        r
        for r in expanded.relations
        if r.subject not in moats or r.kind not in {RelationKind.NEXT_TO, RelationKind.AROUND}
    )
    return replace(expanded, relations=tuple(kept)) if moats else expanded
