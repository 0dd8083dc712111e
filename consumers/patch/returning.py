"""Things put back: to where they were before they were moved, or into the scene they were taken
from."""

from __future__ import annotations

import re

from consumers.lexicon.edits.commands import without_politeness
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.words.tokens import Line
from consumers.patch.change import change
from consumers.patch.draft import Draft
from consumers.patch.errors import NothingChanged
from consumers.patch.summing import reasons, summary, the
from consumers.scene_view import items_of
from schemas import undo
from schemas.edits import SceneItem
from schemas.ids import NodeId
from schemas.scene import Scene
from schemas.state import SessionState
from schemas.transform import worlds
from streams.step import Outcome

NEAR = 1.0
"""Metres from its old place within which a thing is put where something stands there now."""
_VERB = re.compile(
    r"(?:put|stand|turn|move|bring|place|set|take|return|restore|get|give me|want)(?= )"
)
_BACK = re.compile(
    r"(?:back )?(?:to )?(?:where|the place|the position|the spot)(?: that)? (?:it|they|he|she)"
    r" (?:was|were|stood|had been|used to be|came from)(?: before| originally| at first)?"
    r"|(?:back )?(?:to|in|into) (?:its|their|his|her) (?:old|original|previous|former|first)"
    r" (?:places?|positions?|spots?)|back(?: again| there| please)*"
    r"|(?:back )?(?:upright|straight|on (?:its|their) feet)(?: again| please)*"
)


def put_back(state: SessionState, line: Line) -> Outcome | None:
    """ "put the lamp back where it was", "bring back the vase"; None when ``line`` asks for no
    such thing. Raises ``NothingChanged`` where there is no earlier place that is known."""
    phrase = _asked(without_politeness(line))
    scene = state.scene
    if phrase is None or scene is None:
        return None
    touched = tuple(reversed(state.touched))
    found = Finder(items_of(scene, state.assets), touched).find(phrase)
    draft = Draft.of(scene, items_of(scene, state.assets))
    lost = removed_last(state) if phrase.pronoun else []
    if lost:
        before = _before(state)
        old = Draft.of(before, items_of(before, state.assets)) if before else draft
        for item in lost:
            _again(draft, old, item)
    elif found:
        for item in found:
            _return(state, draft, item)
    elif not _revive(state, draft, phrase):
        raise NothingChanged(f"I know of no {phrase.label} that was there before")
    if draft.scene() == scene:
        raise NothingChanged(reasons(draft.unmet) or NothingChanged.__doc__)
    told = summary(draft.told, {node.name for node in draft.nodes.values()})
    return change(state, scene, draft.scene(), told, draft.touched[::-1], draft.unmet)


def removed_last(state: SessionState) -> list[SceneItem]:
    """The things that the last change took away, where it left nothing else that "it" may mean."""
    before, now = _before(state), state.scene
    if before is None or now is None or state.touched:
        return []
    return [i for i in items_of(before, state.assets) if i.id not in now.nodes]


def _before(state: SessionState) -> Scene | None:
    """The scene before the last change; None where there is none."""
    return next((scene for _, scene in undo.back(state.scene, state.changes[-1:])), None)


def _asked(line: Line) -> Phrase | None:
    """What shall be put back."""
    verb = line.match(_VERB, 0)
    if verb is None:
        return None
    early = line.at(verb[1]) == "back"
    found = phrase_at(line, verb[1] + early)
    if found is None or not found[0].definite:
        return None
    phrase, stop = found
    rest = line.part(stop, len(line)).text.strip(" .!,")
    if (early and rest in {"", "again", "please"}) or (not early and _BACK.fullmatch(rest)):
        return phrase
    return phrase if early and _BACK.fullmatch(f"back {rest}") else None


def _return(state: SessionState, draft: Draft, item: SceneItem) -> None:
    """A thing to where it stood before it was moved last."""
    now = state.scene
    for _, before in undo.back(state.scene, state.changes):
        if before is None or now is None or item.id not in before.nodes:
            break
        if is_moved(before, now, item.id):
            old = Draft.of(before, items_of(before, state.assets))
            to_old_place(draft, old, item.id)
            return
    draft.unmet.append(f"{the(item.name)} was not moved, as far as I know")


def is_moved(before: Scene, after: Scene, node: NodeId) -> bool:
    """Whether a thing stands elsewhere, or turned otherwise, ``after`` than ``before``."""
    was, now = worlds(before)[node], worlds(after)[node]
    return was.position != now.position or was.turned != now.turned


def to_old_place(draft: Draft, old: Draft, node: NodeId) -> None:
    """A thing to where it stood in ``old``."""
    name = draft.nodes[node].name
    place = next((p for p in old.standing() if p.id == node), None)
    fitting = draft.fitting(node)
    if place is None or fitting is None:
        draft.unmet.append(f"{draft.name_of(node)} can not be moved that way")
        return
    carried = place.on is not None and place.on not in draft.nodes
    if carried:
        draft.unmet.append(f"what {draft.name_of(node)} stood on is not there any more")
        return
    fit = fitting.near(place, NEAR)
    if not fit.moved:
        names = " and ".join(draft.name_of(n) for n in fit.blockers[:2])
        draft.unmet.append(
            f"{draft.name_of(node)} has no room there any more: {names} would be in the way"
        )
        return
    draft.stand(fit.moved[0], keep=False)
    draft.told.append(f"put {name} back")


def _revive(state: SessionState, draft: Draft, phrase: Phrase) -> bool:
    """Bring a thing back that was removed."""
    for _, before in undo.back(state.scene, state.changes):
        if before is None:
            return False
        present = items_of(before, state.assets)
        gone = [i for i in Finder(present).find(phrase) if i.id not in draft.nodes]
        if not gone:
            continue
        old = Draft.of(before, present)
        for item in gone:
            _again(draft, old, item)
        return True
    return False


def _again(draft: Draft, old: Draft, item: SceneItem) -> None:
    """A removed thing at its old place, with its own helpers; it gives way where need be."""
    place = next((p for p in old.standing() if p.id == item.id), None)
    fresh = [n for n in old.scene().subtree(item.id) if n == item.id or not old.is_thing(n)]
    before = draft.copy()
    world = worlds(old.scene())
    parent = old.nodes[item.id].parent_id
    for node in fresh:
        kept = old.nodes[node]
        lost = node == item.id and parent not in draft.nodes
        draft.nodes[node] = kept.model_copy(update={"parent_id": None}) if lost else kept
    draft.sizes[item.id], draft.nouns[item.id] = item.size, item.noun
    if parent is not None and parent not in draft.nodes:
        holder = old.holder(old.nodes[item.id])
        draft.move_below(item.id, holder, world[item.id].position, worlds(draft.scene()))
    draft.touch(item.id)
    fitting = draft.fitting(item.id)
    fit = fitting.settled() if fitting is not None and place is not None else None
    if fit is not None and not fit.moved:
        draft.restore(before)
        draft.unmet.append(f"{the(item.name)} has no free place any more")
        return
    if fit is not None and fitting is not None and fit.moved[0] != fitting.old:
        draft.stand(fit.moved[0])
    draft.told.append(f"brought {item.name} back")
