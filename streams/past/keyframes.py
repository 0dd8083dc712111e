"""Writing a session's state down every so many events, so that any point of it is near one.

Whoever folds a session notes that it is time. Several may at once: one of them counts.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from schemas import keyframe
from schemas.events import SceneKeyframed
from schemas.ids import EventId, SessionId
from schemas.state import SessionState
from streams.artifacts import ArtifactStore
from streams.log import Log

EVERY = 500
"""Events from one keyframe to the next: a seek folds half as many on average."""
KEYFRAME = "application/vnd.scenestream.keyframe+json"


def is_due(state: SessionState) -> bool:
    """Whether a keyframe of ``state`` is to be written. Never between the parts of one fact."""
    # Nor of a state that lacks something: others would take it for the whole.
    return state.since_keyframe >= EVERY and not state._parts and not state.lacks


@dataclass(frozen=True, slots=True)
class Frame:
    """A keyframe before it is stored: its document, and what its event tells of it."""

    document: bytes
    at: EventId
    revision: int
    scene: str
    after: EventId | None


def of(state: SessionState) -> Frame:
    """The keyframe of ``state``, of which at least one event was folded."""
    if state.at is None:
        raise ValueError("a state that no event led to has no keyframe")
    last = state.keyframes[-1].id if state.keyframes else None
    return Frame(keyframe.dump(state), state.at, state.revision, keyframe.digest(state.scene), last)


async def write(log: Log, artifacts: ArtifactStore, session: SessionId, frame: Frame) -> None:
    """Keep ``frame`` as a keyframe of ``session``, unless another did since the last one."""
    ref = await asyncio.to_thread(artifacts.put, frame.document, KEYFRAME)
    told = SceneKeyframed(at=frame.at, state=ref, revision=frame.revision, scene=frame.scene)
    await log.append(session, None, f"keyframe:{frame.after}", [told], by="keyframes")
