"""Taking changes of a scene back and making them again: the two stacks, and the way to a revision.

Pure. A revision's number never changes and never comes back: what an undo leads to is a new one,
whose scene is that of an earlier one, its *place*. What belongs here: the stacks as the fold keeps
them, and the scenes that can be reached from them without the log. What does not: what a person
said (``consumers.lexicon.edits.undoing``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from schemas.patch import apply, between
from schemas.scene import Scene
from schemas.state import CHANGES_KEPT, Change, SessionState


def made(state: SessionState, change: Change) -> None:
    """``change``, from the present ``place`` on, led to a new revision; it can be taken back.

    What had been taken back before it can not be made again after it; it stays to be gone back to.
    """
    if state.undone:
        state.left = (*state.left, *reversed(state.undone))[-CHANGES_KEPT:]
        state.undone = ()
    state.changes = (*state.changes, change)[-CHANGES_KEPT:]


def taken_back(state: SessionState, scene: Scene | None, upto: int) -> None:
    """The changes before ``scene`` down to revision ``upto`` (included) were taken back."""
    gone = [change for change in state.changes if change.revision >= upto]
    for change, before in back(scene, gone):
        if scene is None or before is None:
            break
        again = tuple(between(before, scene))
        undone = replace(change, patch=again, inverse=(), whole=False, before=None)
        state.changes, state.undone = state.changes[:-1], (*state.undone, undone)
        scene = before
    _returned(state)


def made_again(state: SessionState, scene: Scene | None, upto: int) -> None:
    """What had been taken back was made again after ``scene``, up to revision ``upto``."""
    again = [change for change in state.undone if change.revision <= upto]
    for change, after in forth(scene, again):
        inverse = tuple(between(after, scene)) if scene is not None else ()
        done = replace(change, patch=(), inverse=inverse)
        state.undone, state.changes = state.undone[:-1], (*state.changes, done)[-CHANGES_KEPT:]
        scene = after
    _returned(state)


def place(state: SessionState, revision: int | None = None) -> int:
    """The revision that first had the scene of ``revision`` (None: of the present one)."""
    if revision is not None:
        return dict(state.returned).get(revision, revision)
    if state.changes:
        return state.changes[-1].revision
    return state.undone[-1].base if state.undone else 0


def back(scene: Scene | None, changes: Sequence[Change]) -> Iterator[tuple[Change, Scene | None]]:
    """The last of ``changes``, which led to ``scene``, with the scene before it; then the one
    before, and so on. None: there was no scene."""
    for change in reversed(changes):
        if change.whole:
            scene = change.before
        elif scene is not None:
            scene = apply(scene, change.inverse)
        yield change, scene


def forth(scene: Scene | None, undone: Sequence[Change]) -> Iterator[tuple[Change, Scene]]:
    """The last of ``undone``, which led back to ``scene``, with the scene that it makes again;
    then the one before, and so on."""
    for change in reversed(undone):
        if scene is None:
            return
        scene = apply(scene, change.patch)
        yield change, scene


def scene_of(state: SessionState, revision: int) -> Scene | None:
    """The scene of ``revision``; None when the state alone does not tell it, or there was none."""
    wanted = place(state, revision)
    if wanted == place(state):
        return state.scene
    for change, before in back(state.scene, state.changes):
        if change.base == wanted:
            return before
    for change, after in forth(state.scene, state.undone):
        if change.revision == wanted:
            return after
    for change in state.left:
        if change.revision == wanted:
            base = scene_of(state, change.base)
            return None if base is None else apply(base, change.patch)
    return None


def _returned(state: SessionState) -> None:
    state.returned = (*state.returned, (state.revision, place(state)))[-CHANGES_KEPT:]
