"""New things for a scene that is there already, and things of it that are put elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from consumers.lexicon.edits.items import contents, label_of
from consumers.lexicon.edits.numbered import numbered
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.expansion import Expanded, expand
from consumers.lexicon.sentences.reader import read_scene
from consumers.lexicon.sentences.reading import Link, Reading, Thing
from consumers.lexicon.sentences.sitters import with_sitters
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import Relation, Wish
from schemas.decomposition import RelationKind as Kind
from schemas.edits import Add, Move, SceneItem
from schemas.ids import NodeId

_HELD = frozenset({Kind.ON, Kind.IN, Kind.UNDER, Kind.STACKED, Kind.HANGING_FROM})


@dataclass
class Addition:
    """What "add" or "put" comes to: one Add, moves of present things, what was not found. ``late``:
    moves onto what is added."""

    add: Add | None = None
    late: list[Move] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    unmet: list[str] = field(default_factory=list)
    touched: tuple[NodeId, ...] = ()


def added(
    rest: Line,
    finder: Finder,
    taken: Collection[str],
    seed: int,
    *,
    putting: bool,
    stacking: bool = False,
) -> Addition:
    """Read ``rest`` as things and places.

    ``putting``: they are the object of "put"; ``stacking``: of "stack".
    """
    first = phrase_at(rest, 0)
    if first is not None and first[0].pronoun and not finder.find(first[0]):
        return Addition(unmet=["The scene is empty: there is nothing to move yet."])
    rest, known = numbered(rest, finder)
    reading = read_scene(rest, known, putting=putting)
    if stacking and reading.things and reading.things[0].count > 1:
        reading.links.append(Link(Kind.STACKED, 0, spread="group"))
    _take_present(reading, finder)
    result = Addition(unmet=_drop_missing(reading, finder))
    for thing in reading.things:
        thing.phrase = _like_present(thing, finder)
    expanded = expand(reading, taken=taken, seed=seed)
    wishes = _posed(expanded, finder, rest.text)
    new = {wish.id for wish in wishes}
    result.moves = _moves(expanded, new)
    result.unmet.extend(expanded.notes)
    if wishes:
        concern = [r for r in expanded.relations if _concerns(r, new)]
        onto = [r for r in concern if r.kind in _HELD and r.subject not in new]
        result.late = [Move(node=r.subject, relation=r) for r in onto]
        kept = tuple(r for r in concern if r not in onto)
        result.add = Add(wishes=wishes, relations=kept)
    moved = tuple(dict.fromkeys(move.node for move in (*result.moves, *result.late)))
    result.touched = (*moved, *(wish.id for wish in wishes))
    if not result.touched and not result.unmet:
        present = [t for t in reading.things if t.present]
        if present:
            item = finder.item(present[0].nodes[0])
            result.unmet.append(f"Where should the {label_of(item)} go?")
    return result


def _posed(expanded: Expanded, finder: Finder, text: str) -> tuple[Wish, ...]:
    """The wishes, those on seats sitting, also on seats that are there."""
    nouns = {w.id: w.recipe.noun for w in expanded.wishes}
    nouns |= {item.id: item.noun for item in finder.items}
    return with_sitters(expanded.wishes, expanded.relations, lambda node: nouns.get(node, ""), text)


def _take_present(reading: Reading, finder: Finder) -> None:
    """A place at "a crate" is at one of the crates that are there, the emptiest, where there are
    any: nobody wants another one for it who does not say so."""
    subjects = {link.subject for link in reading.links}
    for link in reading.links:
        for i in link.targets:
            thing = reading.things[i]
            if i in subjects or i < link.subject or not _may_be_there(thing):
                continue
            fitting = [f for f in finder.fitting(thing.phrase) if _is_called(f, thing.phrase)]
            guests = Counter(item.on for item in finder.items)
            if fitting:
                least = min(fitting, key=lambda item: guests[item.id])
                thing.nodes, thing.count = (least.id,), 1


def _may_be_there(thing: Thing) -> bool:
    phrase = thing.phrase
    vague = not (phrase.definite or phrase.counted or phrase.plural or phrase.quantifier)
    plain = phrase.contents is None and not phrase.extent.said and not phrase.pronoun
    return vague and plain and not thing.present and thing.alias is None and thing.count == 1


def _is_called(item: SceneItem, phrase: Phrase) -> bool:
    return all(word in label_of(item).split() for word in phrase.described)


def _drop_missing(reading: Reading, finder: Finder) -> list[str]:
    """Take out targets that are not there ("on the desk" where there is no desk) and say so."""
    subjects = {link.subject for link in reading.links}
    targets = {t for link in reading.links for t in link.targets}
    unmet: list[str] = []
    missing = [
        i
        for i, thing in enumerate(reading.things)
        if not thing.present and thing.phrase.definite and i in targets and i not in subjects
    ]
    has = contents(finder.items)
    for i in missing:
        there = f"the scene has {has}" if has else "the scene is empty"
        unmet.append(f"There is no {reading.things[i].phrase.label}: {there}.")
    _without(reading, missing)
    return unmet


def _without(reading: Reading, gone: list[int]) -> None:
    kept = [i for i in range(len(reading.things)) if i not in gone]
    places = {old: new for new, old in enumerate(kept)}
    reading.things = [reading.things[i] for i in kept]
    reading.links = [
        replace(k, subject=places[k.subject], targets=tuple(places[t] for t in k.targets))
        for k in reading.links
        if k.subject in places and all(t in places for t in k.targets)
    ]


def _like_present(thing: Thing, finder: Finder) -> Phrase:
    """ "another chair" looks like the chair that is there."""
    phrase = thing.phrase
    if thing.present or phrase.looks or phrase.quantifier != "another" or not phrase.noun:
        return phrase
    model = next((i for i in finder.items if i.noun == phrase.noun), None)
    if model is None:
        return phrase
    return replace(phrase, color=model.color, material=model.material)


def _moves(expanded: Expanded, new: set[NodeId]) -> list[Move]:
    """Present things that the words put somewhere."""
    moves: list[Move] = []
    for relation in expanded.relations:
        itself = relation.subject in relation.targets  # "put everything in the box"
        known = relation.subject not in new and not any(t in new for t in relation.targets)
        if known and not itself:
            moves.append(Move(node=relation.subject, relation=relation))
    return moves


def _concerns(relation: Relation, new: set[NodeId]) -> bool:
    return relation.subject in new or any(t in new for t in relation.targets)
