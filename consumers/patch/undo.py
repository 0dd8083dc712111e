"""Changes taken back and made again: an undo is a patch like any other, and a revision of its own.

What belongs here: from the wish to the patch, and what a person is told of it. Which scenes can be
reached is in ``schemas.undo``, the words are in ``consumers.lexicon.edits.undoing``.
"""

from __future__ import annotations

from collections.abc import Sequence

from consumers.lexicon.edits.undoing import ALL, GoTo, Redo, Undo, Undoing, UndoOf
from consumers.patch.change import change
from consumers.patch.errors import (
    NoScene,
    NoSuchChange,
    NothingChanged,
    NothingToRedo,
    NothingToUndo,
    NotTheLast,
    OutOfReach,
)
from schemas import undo
from schemas.ids import SessionId
from schemas.scene import Scene
from schemas.state import Change, SessionState
from streams.errors import NoSuchRevision
from streams.step import Outcome

MOST_TOLD = 5
"""Changes that an answer tells of one by one."""
_LONGEST_TOLD = 120
MOST_TOUCHED = 20
"""Nodes that "it" may mean afterwards: a whole scene's would fill the event."""


def undone(state: SessionState, wish: Undoing, session: SessionId) -> Outcome:
    """``wish`` as ``scene.patched`` on the present revision.

    Raises ``NothingToUndo``, ``NothingToRedo``, ``NoSuchRevision``, ``OutOfReach`` and the others
    of ``consumers.patch.errors``.
    """
    match wish:
        case Undo(many=many):
            return _back(state, many)
        case UndoOf():
            return _back(state, _since(state, wish))
        case Redo(many=many):
            return _forth(state, many)
        case GoTo(revision=revision):
            return _to(state, revision, session)


def _back(state: SessionState, many: int) -> Outcome:
    before = after = state.scene
    taken: list[Change] = []
    for done, scene in undo.back(before, state.changes[-many:]):
        if scene is None:
            break
        taken.append(done)
        after = scene
    if before is None or after is None or not taken:
        raise NothingToUndo(NothingToUndo.__doc__)
    unmet = [] if len(taken) == many else _why_no_more(state, taken[-1], many)
    told = f"I took back{_told(taken)}"
    return _change(state, before, after, told, unmet, undoes=taken[-1].revision)


def _why_no_more(state: SessionState, last: Change, many: int) -> list[str]:
    """Why no change before ``last`` was taken back, although ``many`` were asked for."""
    if last.base and last is state.changes[0]:
        return [f"I can take back no change from before revision {last.revision}"]
    return [] if many == ALL else ["there was no other change before that"]


def _forth(state: SessionState, many: int) -> Outcome:
    before, steps = state.scene, list(undo.forth(state.scene, state.undone[-many:]))
    if before is None or not steps:
        raise NothingToRedo(NothingToRedo.__doc__)
    unmet = [] if len(steps) == many or many == ALL else ["nothing else was taken back"]
    again = [step for step, _ in steps]
    told = f"I made again{_told(again)}"
    return _change(state, before, steps[-1][1], told, unmet, redoes=again[-1].revision)


def _to(state: SessionState, revision: int, session: SessionId) -> Outcome:
    before = state.scene
    if before is None:
        raise NoScene(NoScene.__doc__)
    if not 0 < revision <= state.revision:
        raise NoSuchRevision(revision, state.revision)
    place = undo.place(state, revision)
    if place == undo.place(state):
        raise NothingChanged(f"revision {revision} is what the scene shows already")
    after = undo.scene_of(state, revision)
    if after is None:
        raise OutOfReach(revision, session)
    told = f"This is revision {revision} again"
    for since in state.changes:
        if since.base == place:
            return _change(state, before, after, f"{told}.", undoes=since.revision)
    if place in {gone.revision for gone in state.undone}:
        return _change(state, before, after, f"{told}.", redoes=place)
    return _change(state, before, after, f"{told}.")


def _since(state: SessionState, wish: UndoOf) -> int:
    """How many changes there are from the one on that ``wish`` is about."""
    found = [n for n, done in enumerate(reversed(state.changes), 1) if _is_about(state, done, wish)]
    if not state.changes:
        raise NothingToUndo(NothingToUndo.__doc__)
    if not found:
        raise NoSuchChange(" ".join(wish.things), state.changes[-1].summary[:_LONGEST_TOLD])
    if wish.since:
        # "Before the lamp" is before it came, not before it was moved.
        came = [n for n in found if "added" in state.changes[-n].summary.lower()]
        return (came or found)[0]
    if found[0] > 1:
        raise NotTheLast(state.changes[-found[0]].summary[:_LONGEST_TOLD], found[0] - 1)
    return 1


def _is_about(state: SessionState, done: Change, wish: UndoOf) -> bool:
    request = state.requests.get(done.request) if done.request and not done.whole else None
    text = f"{done.summary} {request.text if request else ''}".lower()
    words = {word.strip(".,;:!?()\"'").removesuffix("s") for word in text.split()}
    return all(thing.removesuffix("s") in words for thing in wish.things)


def _told(changes: Sequence[Change]) -> str:
    """What was done in ``changes``, in the given order, as the end of a sentence."""
    told = [_cut(done.summary) for done in changes[:MOST_TOLD]]
    if len(changes) == 1:
        return f": {told[0]}."
    more = "; and more" if len(changes) > MOST_TOLD else ""
    return f" {len(changes)} changes: {'; '.join(told)}{more}."


def _cut(summary: str) -> str:
    text = summary.rstrip(".")
    text = text if len(text) <= _LONGEST_TOLD else f"{text[:_LONGEST_TOLD]}…"
    return text if text.startswith("I ") else text[:1].lower() + text[1:]


def _change(
    state: SessionState,
    before: Scene,
    after: Scene,
    told: str,
    unmet: Sequence[str] = (),
    *,
    undoes: int | None = None,
    redoes: int | None = None,
) -> Outcome:
    differs = [n for n, node in after.nodes.items() if before.nodes.get(n) != node]
    touched = differs[::-1][:MOST_TOUCHED]
    return change(state, before, after, told, touched, unmet, undoes=undoes, redoes=redoes)
