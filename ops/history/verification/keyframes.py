"""A keyframe says what a fold of everything before it says; otherwise seeks would tell tales."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from ops.history.verification.problem import Problem
from schemas import keyframe
from schemas.events import SceneKeyframed
from schemas.ids import EventId
from schemas.state import SessionState
from streams.artifacts import ArtifactStore, CorruptArtifact, MissingArtifact


def differences(
    at: EventId, told: SceneKeyframed, state: SessionState, artifacts: ArtifactStore
) -> Iterator[Problem]:
    """What the keyframe that the event ``at`` tells of says otherwise than ``state``.

    Bytes that are missing or damaged are nothing here: they are looked at as all artifacts are.
    """
    if told.revision != state.revision:
        what = f"the keyframe is of revision {told.revision}, the events lead to {state.revision}"
        yield Problem(what, at)
    if told.scene != keyframe.digest(state.scene):
        yield Problem("the keyframe is of another scene than the events lead to", at)
    try:
        recorded = keyframe.load(artifacts.get(told.state))
    except (MissingArtifact, CorruptArtifact):
        return
    except ValueError as broken:
        yield Problem(f"the keyframe can not be read: {str(broken).splitlines()[0]}", at)
        return
    folded = keyframe.load(keyframe.dump(state))
    if recorded is None or recorded == folded:  # of another version: nobody reads it
        return
    names = [f.name for f in fields(SessionState)]
    other = [n for n in names if getattr(recorded, n) != getattr(folded, n)]
    yield Problem(f"the keyframe's {' and '.join(other)} is not what the events lead to", at)
