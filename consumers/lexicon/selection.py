"""The things a command is about: "the chair and both lamps", "everything except the sofa"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from consumers.lexicon.phrases import Phrase, phrase_at
from consumers.lexicon.places import place_at
from consumers.lexicon.references import Finder
from consumers.lexicon.tokens import Line
from schemas.decomposition import RelationKind as Kind
from schemas.edits import SceneItem

_SIDES = {Kind.LEFT_OF: "left", Kind.RIGHT_OF: "right"}
_EXCEPT = frozenset({"except", "but", "besides", "excluding"})


@dataclass
class Selection:
    """``items`` meant; ``missing``: phrases that mean nothing there; ``stop``: the index after."""

    items: list[SceneItem]
    missing: list[Phrase]
    stop: int
    definite: bool = False


def select(
    line: Line, at: int, finder: Finder, *, filtered: bool = True, plain: bool = False
) -> Selection | None:
    """The things named from word ``at`` on; None when no noun phrase begins there.

    ``filtered``: a place after a phrase says which one ("the lamp on the table"); else only where
    two places follow, since the last is where it shall go. ``plain`` as in ``phrases.phrase_at``.
    """
    found = phrase_at(line, at, plain=plain)
    if found is None:
        return None
    chosen = Selection([], [], at)
    while found is not None:
        phrase, stop = found
        items, stop = _meant(line, stop, phrase, finder, filtered=filtered)
        chosen.definite = chosen.definite or phrase.definite or phrase.quantifier != ""
        if items:
            chosen.items += [i for i in items if i not in chosen.items]
        else:
            chosen.missing.append(phrase)
        chosen.stop = stop
        following = _next(line, stop)
        found = phrase_at(line, following, plain=plain) if following is not None else None
        if found is not None and not finder.find(found[0]) and not found[0].definite:
            break
    return _except(line, chosen, finder)


def _next(line: Line, stop: int) -> int | None:
    at = stop
    while line.at(at) in {",", "and"}:
        at += 1
    return at if at > stop else None


def _meant(
    line: Line, stop: int, phrase: Phrase, finder: Finder, *, filtered: bool
) -> tuple[list[SceneItem], int]:
    place = place_at(line, stop)
    if place is None or place[0].kind is None:
        return finder.find(phrase), stop
    if place[0].kind in _SIDES and not place[0].targeted:
        if line.at(stop) == "to":
            return finder.find(phrase), stop  # a way to go or to turn
        return finder.find(replace(phrase, rank=_SIDES[place[0].kind])), place[1]
    target = phrase_at(line, place[1]) if place[0].targeted else None
    after = target[1] if target else place[1]
    second = place_at(line, after) or line.at(after) in {"to", "closer", "away"}
    if not filtered and not (second and place[0].targeted):
        return finder.find(phrase), stop
    goals = finder.find(target[0]) if target else []
    if place[0].targeted and not goals:
        return finder.find(phrase), stop
    items = finder.find_at(phrase, place[0].kind, goals) if goals else finder.find(phrase)
    if items:
        return items, after
    # Nothing stands there: better the thing itself than nothing, unless it was one of several.
    return finder.find(phrase), after if filtered else stop


def _except(line: Line, chosen: Selection, finder: Finder) -> Selection:
    at = chosen.stop
    if line.at(at) not in _EXCEPT:
        return chosen
    at += 1 + (line.at(at + 1) in {"for", "from"})
    kept = select(line, at, Finder(tuple(chosen.items), finder.last))
    if kept is not None:
        spared = {i.id for i in kept.items}
        chosen.items = [i for i in chosen.items if i.id not in spared]
        chosen.missing += kept.missing
        chosen.stop = kept.stop
    return chosen
