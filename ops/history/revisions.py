"""`scenestream history`: what changed a session's scene, one revision a line."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass
from typing import Any

from ops.looking import one, opened, past
from ops.settings import Settings
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


async def history(settings: Settings, prefix: str, as_json: bool) -> int:
    """Print the session's revisions, oldest first."""
    async with opened(settings) as shards:
        session = await one(shards, prefix)
        found = False
        async for revision in revisions(await past(settings, shards), session):
            found = True
            print(
                json.dumps(_document(revision), ensure_ascii=False) if as_json else line(revision)
            )
        if not found and not as_json:
            print("no scene yet")
    return 0


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


def line(revision: Revision) -> str:
    """One line for a revision, as a person wants to see it."""
    at = time_of(revision.event).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    which = f"undoes {revision.undoes}" if revision.undoes else ""
    which = which or (f"redoes {revision.redoes}" if revision.redoes else "")
    words = f'"{_cut(revision.text, 60)}"  ' if revision.text else ""
    told = f"{words}{_cut(revision.summary, 90)}"
    return f"{revision.revision:>5}  {revision.event:<18}  {at}  {which:<11}  {told}".rstrip()


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


def _document(revision: Revision) -> dict[str, Any]:
    """All of it, as programs read it."""
    return {**asdict(revision), "at": time_of(revision.event).isoformat()}


def _cut(text: str, longest: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else f"{flat[: longest - 1]}…"
