"""The revisions of a session's scene: what changed it, when, and at whose word."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass
from typing import Any

from schemas import events as e
from schemas.flow import flow
from schemas.fold import Fact
from schemas.ids import EventId, RequestId, SessionId
from streams.codec import time_of
from streams.past.history import History


@dataclass(frozen=True, slots=True)
class Revision:
    """A change of the scene. ``event`` led to it; ``text``: the words it was asked for with, ""
    where a person changed it with their hands. ``undoes``, ``redoes``: as in ``scene.patched``."""

    revision: int
    event: EventId
    request: RequestId | None
    text: str
    summary: str
    undoes: int | None = None
    redoes: int | None = None

    def document(self) -> dict[str, Any]:
        """All of it, as programs read it."""
        return {**asdict(self), "at": time_of(self.event).isoformat()}


async def revisions(history: History, session: SessionId) -> AsyncIterator[Revision]:
    """The session's revisions, oldest first, those before a fork included."""
    words: dict[RequestId, str] = {}
    count = 0
    async for page in history.facts(session):
        for event in page:
            _hear(words, event)
            if event.id is not None and flow(event.data).revises:
                count += 1
                yield _revision(count, event.id, event, words)


def _hear(words: dict[RequestId, str], event: e.Event | Fact) -> None:
    """Keep the words of the requests that may still change the scene."""
    match event.data:
        case e.SessionForked(continued=continued, dropped=dropped):
            for old, new in continued.items():
                words[new] = words.pop(old, "")
            for gone in dropped:
                words.pop(gone, None)
        case e.RequestAccepted(text=text) | e.SpeechTranscribed(text=text) if event.request:
            words[event.request] = text
        case e.RequestCompleted() | e.RequestCancelled() if event.request:
            words.pop(event.request, None)


def _revision(
    count: int, at: EventId, event: e.Event | Fact, words: dict[RequestId, str]
) -> Revision:
    data, request = event.data, event.request
    text = words.get(request, "") if request else ""
    match data:
        case e.ScenePatched():
            return Revision(count, at, request, text, data.summary, data.undoes, data.redoes)
        case e.SceneComposed():
            return Revision(count, at, request, text, f"A new scene: {data.name}.")
        case _:  # found in the client when it sent its next wish, which has not been heard yet
            return Revision(count, at, None, "", "Changed by hand in the client.")
