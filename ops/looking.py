"""`scenestream sessions` and `tail`: what is in the log, for people and programs."""

from __future__ import annotations

import asyncio
import json
import sys
import textwrap
from collections import deque
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from consumers.chat.cleaning import clean
from ops.pipes import unread
from ops.settings import Settings
from schemas.events import Event, RequestAccepted, SessionOpened, SessionSealed
from schemas.ids import EventId, SessionId
from streams.artifacts import ArtifactStore
from streams.codec import document
from streams.ending import end
from streams.log import Log, SessionSummary
from streams.past.history import History
from streams.past.naming import AmbiguousSession as AmbiguousSession
from streams.past.naming import NoSuchSession as NoSuchSession
from streams.past.naming import one as one
from streams.server.embedded import EmbeddedRedis
from streams.shards import Shards

SHOWN = (
    "text",
    "action",
    "label",
    "name",
    "message",
    "summary",
    "prompt",
    "kind",
    "engine",
    "slot",
    "parent",
)
"""Members of a payload that a line of `tail` shows, as far as there are any."""

BEGINNING = 8
"""So many events are looked through for the first words of a session."""

PAGE = 50
"""So many sessions are looked at together."""


@asynccontextmanager
async def opened(settings: Settings, founding: bool = False) -> AsyncIterator[Shards]:
    """The deployment's logs: of the given Redis, of a running stack here, or started to look.

    ``founding``: what is written here begins the deployment, if there is none yet.
    """
    async with AsyncExitStack() as cleanup:
        url = settings.redis_url
        if url is None:
            redis = await asyncio.to_thread(EmbeddedRedis.start, settings.data)
            if redis.owned:
                cleanup.push_async_callback(asyncio.to_thread, redis.stop)
            url = redis.url
        shards = await Shards.open(url, settings.shards if founding else None, founding)
        cleanup.push_async_callback(shards.close)
        if founding:
            await shards.agree("artifacts", _artifacts(settings))
        yield shards


async def past(settings: Settings, shards: Shards) -> History:
    """The deployment's sessions with all that is behind them: parents, archive, keyframes."""
    return History(shards, ArtifactStore(await artifacts_of(settings, shards)))


async def artifacts_of(settings: Settings, shards: Shards) -> str:
    """The URL of the deployment's artifact store."""
    place = await shards.agreed("artifacts")
    return place or _artifacts(settings)


def _artifacts(settings: Settings) -> str:
    return settings.artifacts or (settings.data / "artifacts").as_uri()


async def sessions(settings: Settings, as_json: bool, limit: int, empty: bool = False) -> int:
    """Print the sessions, newest first, each with the words that it began with.

    ``empty``: also those that were opened and no more, as by each look at the page.
    """
    left_out = 0
    async with opened(settings) as shards:
        found: list[tuple[SessionSummary, str]] = []
        async for summary, begun in _beginnings(shards):
            if not empty and summary.events == 1 and _only_opened(begun):
                left_out += 1
                continue
            found.append((summary, _words(begun)))
            if len(found) == limit:
                break
    for summary, said in found:
        _print_session(summary, said, as_json)
    if left_out:
        print(f"left out: {left_out} in which nothing happened; see --all", file=sys.stderr)
    elif not found:
        print("no sessions yet; `scenestream send` begins one", file=sys.stderr)
    return 0


def _print_session(summary: SessionSummary, said: str, as_json: bool) -> None:
    if as_json:
        document = {
            "session": summary.session,
            "at": summary.at.isoformat(),
            "events": summary.events,
            "archived": summary.archived,
            "said": said,
        }
        print(json.dumps(document, ensure_ascii=False))
        return
    at = summary.at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    where = "  archived" if summary.archived else ""
    told = f"  {shortened(said)}" if said else ""
    print(f"{summary.session}  {at}  {summary.events:>5} events{where}{told}")


async def _beginnings(shards: Shards) -> AsyncIterator[tuple[SessionSummary, list[Event]]]:
    """All sessions, newest first, each with its first events."""
    before: tuple[int, str] | None = None
    while page := await shards.sessions(PAGE, before):
        logs = [shards.of(s.session).read(s.session, limit=BEGINNING) for s in page]
        for summary, begun in zip(page, await asyncio.gather(*logs), strict=True):
            yield summary, begun
        before = int(page[-1].at.timestamp() * 1000), page[-1].session


def _only_opened(begun: list[Event]) -> bool:
    return [type(event.data) for event in begun] == [SessionOpened]


def _words(begun: list[Event]) -> str:
    """What was first said in a session; "" where its beginning is archived, or was no words."""
    if any(isinstance(event.data, SessionSealed) for event in begun):
        return ""
    return next((e.data.text for e in begun if isinstance(e.data, RequestAccepted)), "")


def shortened(text: str, most: int = 60) -> str:
    """``text`` in one line of ``most`` characters."""
    return textwrap.shorten(clean(text), most, placeholder=" …")


async def tail(
    settings: Settings, prefix: str, as_json: bool, follow: bool, lines: int | None = None
) -> int:
    """Print the session's events, or the last ``lines`` of them; with ``follow``, new ones until
    interrupted. Raises ``BrokenPipeError`` as soon as nobody reads it any more."""
    async with opened(settings) as shards:
        session = await one(shards, prefix)
        history = await past(settings, shards)
        position = await shards.of(session).feed_end()
        told: deque[str] = deque(maxlen=lines)
        last: EventId | None = None
        async for events in history.pages(session):
            for event in events:
                told.append(line(event, as_json))
                last = event.id
            if lines is None:
                _print_all(told)
        _print_all(told)
        if follow:
            await _either(
                _follow(shards.of(session), session, position, last, as_json), unread(sys.stdout)
            )
    return 0


async def _follow(
    log: Log, session: SessionId, position: str, last: EventId | None, as_json: bool
) -> None:
    """Print what comes after ``last``, for ever."""
    async for entry in log.feed(position):
        if entry.event.session == session or entry.gap:
            for event in await log.read(session, after=last):
                print(line(event, as_json), flush=True)
                last = event.id


async def _either(*works: Coroutine[Any, Any, None]) -> None:
    """Run both until one ends; raise what it raised."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        await end(*tasks)


def _print_all(told: deque[str]) -> None:
    while told:
        print(told.popleft())
    sys.stdout.flush()


def line(event: Event, as_json: bool) -> str:
    """One line for an event: its whole document, or what a person wants to see of it."""
    if as_json:
        return ndjson(event)
    at = event.at.astimezone().strftime("%H:%M:%S.%f")[:-3]
    members = event.data.model_dump(mode="json")
    told = "  ".join(str(members[m]) for m in SHOWN if members.get(m))
    took = f"{event.took_ms:.0f} ms" if event.took_ms is not None else ""
    if event.reuses:
        told = f"(not run: as {event.reuses[:8]}… {event.reuses.partition('/')[2]})  {told}"
    told = " ".join(clean(told[:140]).split("\n"))  # a line is one event
    return f"{at}  {event.id:<18} {event.type:<20} {took:>8}  {told}".rstrip()


def ndjson(event: Event) -> str:
    """The whole event, as a line of a session's exported log."""
    return json.dumps(document(event), ensure_ascii=False)
