"""Forks: a new session that begins as another one was at some point, and goes on by itself.

The past is shared, not copied: a fork's first event names its parent and the last event of the
past, and ``streams.past.history`` reads through. It lies in its parent's shard, so that no step
crosses two. What was open there goes on in both, as a request of each. What does not belong here:
what a fork's options change (``consumers.host``), which of its steps need not run
(``streams.past.repeats``).
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from schemas.events import Event, RequestAccepted, SessionForked
from schemas.ids import EventId, RequestId, SessionId, event_order
from schemas.state import RequestState, SessionState
from schemas.talk import DESTRUCTIVE
from streams.codec import decode, encode
from streams.commit import FEED_CAP
from streams.errors import NoSuchEvent, ParentGone
from streams.keys import shard_of
from streams.log import envelopes
from streams.past.history import History, before
from streams.past.origin import origin
from streams.past.told import as_own
from streams.rebuild import Rebuilt, rebuild
from streams.repair import put_back_all
from streams.scripts import FORK, run_until_answered

_FORKS = uuid.UUID("0a2d4f6e-5b7c-5d1e-8f3a-9c4b2e6d8f10")
_MOST = 2**64 - 1


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What is to be different from the fork on. With a ``prompt``, what was open is dropped for it.

    ``seed`` None, and stages without an engine: as in the parent.
    """

    prompt: str | None = None
    seed: int | None = None
    engines: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fork:
    """A fork as it was made. ``asked``: the event it was to begin after; ``forked.at`` is later
    when that stood in the middle of a step. ``request``: its prompt's."""

    session: SessionId
    asked: EventId
    forked: SessionForked
    request: RequestId | None = None


async def fork(
    history: History,
    parent: SessionId,
    at: EventId | None,
    otherwise: Otherwise,
    mark: str,
    by: str = "fork",
) -> Fork:
    """Fork ``parent`` after its event ``at`` (None: its last).

    Repeated with the same ``mark`` it is the fork that was made first. Raises ``NoSuchEvent``,
    ``ParentGone`` and ``EventTooLarge``, before anything is made.
    """
    session = _name(parent, mark, len(history.shards.logs))
    asked = at or (await history.state(parent)).at
    if asked is None:
        raise NoSuchEvent(f"{parent} has no events; there is nothing to fork")
    state = await history.state(parent, await end_of_step(history, parent, asked))
    begun = forked_from(parent, session, state, otherwise)
    asks = _accepted(otherwise.prompt, session)
    forked = await _begin(history, session, begun, state, by)
    request = await _ask(history, session, asks, by)
    if forked.continued:
        await put_back_all(history.shards.of(session), session, history)
    return Fork(session, asked, forked, request)


async def end_of_step(history: History, session: SessionId, at: EventId) -> EventId:
    """The last event of the commit that ``at`` is one of: no session was ever between two of them.

    The events of a commit follow each other in one ms and have request, cause and author in common.
    """
    event = await history.event(session, at)
    ms, _ = event_order(at)
    for following in await history.read(session, at, EventId(f"{ms}-{_MOST}")):
        if _step(following) != _step(event):
            break
        at = following.id or at
    return at


def _step(event: Event) -> tuple[str | None, str | None, str, SessionId]:
    return event.request, event.cause, event.by, event.session


def forked_from(
    parent: SessionId, session: SessionId, state: SessionState, otherwise: Otherwise
) -> SessionForked:
    """The first event of ``session``, a fork of ``parent`` as ``state`` is. A fork of a fork has
    what that one's options say, too."""
    if state.at is None:
        raise NoSuchEvent(f"{parent} has no events; there is nothing to fork")
    drops = otherwise.prompt is not None
    # The library is the parent's, too: what a person agreed to delete there is deleted once.
    dropped = [r.id for r in _open(state) if drops or r.action in DESTRUCTIVE]
    still_open = [r.id for r in _open(state) if r.id not in dropped]
    return SessionForked(
        parent=parent,
        at=state.at,
        continued={old: _renamed(session, old) for old in still_open},
        dropped=tuple(dropped),
        seed=state.options.seed if otherwise.seed is None else otherwise.seed,
        engines={**dict(state.options.engines), **otherwise.engines},
    )


def _open(state: SessionState) -> list[RequestState]:
    """The open requests in order of acceptance."""
    found = [request for request in state.requests.values() if request.is_open]
    return sorted(found, key=lambda request: event_order(request.opened or "0-0"))


def _name(parent: SessionId, mark: str, shards: int) -> SessionId:
    """The fork's id: the same for the same mark, and in its parent's shard."""
    n = 0
    while True:
        session = SessionId(str(uuid.uuid5(_FORKS, f"{parent}/{mark}/{n}")))
        if shard_of(session, shards) == shard_of(parent, shards):
            return session
        n += 1


def _renamed(session: SessionId, request: str) -> RequestId:
    return RequestId(uuid.uuid5(_FORKS, f"{session}/{request}").hex)


async def _begin(
    history: History, session: SessionId, begun: SessionForked, state: SessionState, by: str
) -> SessionForked:
    """Make the fork; how it began, which is otherwise than ``begun`` if it was made before."""
    log = history.shards.of(session)
    keys = log.keys
    (event,) = envelopes([begun], session, None, None, by)
    names = [
        keys.log(session),
        keys.feed,
        keys.sessions,
        keys.open,
        keys.session(session),
        keys.turns(session),
        keys.log(begun.parent),
        keys.erased,
        keys.never,
    ]
    args: list[str | int] = [session, begun.parent, FEED_CAP, keys.request("")]
    args.append(event_order(begun.at)[0])
    args.extend((encode(event), state.revision, len(begun.continued)))
    for request, found in (await _rebuilt(history, session, begun, state)).items():
        args.extend((request, int(found.yields), int(found.holds_turn)))
    outcome, *more = await run_until_answered(log.redis, FORK, names, args)
    if outcome == "gone":
        raise ParentGone(begun.parent)
    if outcome == "done":
        return begun
    made = origin(decode(more[1], more[0], session))
    return made or begun


async def _rebuilt(
    history: History, session: SessionId, begun: SessionForked, state: SessionState
) -> dict[RequestId, Rebuilt]:
    """Where each request that goes on stands, in order of acceptance."""
    first = next((request.opened for request in _open(state)), None)
    if not begun.continued or first is None:
        return {}
    past: Sequence[Event] = await history.read(begun.parent, before(first), begun.at)
    events = as_own(session, list(begun.continued), past)
    return {new: rebuild(events[old]) for old, new in begun.continued.items()}


def _accepted(prompt: str | None, session: SessionId) -> RequestAccepted | None:
    if prompt is None:
        return None
    accepted = RequestAccepted(kind="text", text=prompt)
    encode(*envelopes([accepted], session, None, None, ""))  # refuses one that is too long
    return accepted


async def _ask(
    history: History, session: SessionId, asks: RequestAccepted | None, by: str
) -> RequestId | None:
    if asks is None:
        return None
    request = _renamed(session, "prompt")
    await history.shards.of(session).append(session, request, "accepted", [asks], by)
    return request
