"""`scenestream send`: one wish, and what comes of it."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from pathlib import Path

from ops.client.v1 import GatewayUnreachable, connected, save
from ops.looking import one, opened, past
from ops.settings import Settings
from schemas.errors import BadInput
from schemas.events import RequestAccepted, RequestCompleted, RequestFailed
from schemas.fold import fold
from schemas.ids import RequestId, SessionId
from schemas.wire_v1 import OK, Frame
from streams.past.history import History


class NothingToSend(BadInput):
    """Give a prompt or --audio FILE."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to send, where to, and where to put the results."""

    prompt: str | None
    audio: str | None
    session: str | None
    url: str | None
    out: str | None
    supersede: bool = False


async def send(settings: Settings, wish: Wish, as_json: bool) -> int:
    """Send it and print the answers; the exit status is 0 unless the answer is an error."""
    if not wish.prompt and not wish.audio:
        raise NothingToSend(NothingToSend.__doc__)
    if wish.session:
        if not wish.prompt:
            raise NothingToSend("--session goes with a prompt in words")
        async with opened(settings) as shards:
            session = await one(shards, wish.session)
            history = await past(settings, shards)
            return await _go_on(history, session, wish, as_json)
    if wish.supersede:
        raise NothingToSend("--supersede goes with --session: it cancels what is open there")
    async with connected(wish.url or _running_url(settings)) as client:
        if wish.audio:
            await client.speak(Path(wish.audio).read_bytes())
        else:
            await client.prompt(wish.prompt or "")
        frames = await client.answer()
        for frame in frames:
            print(_line(frame, client.session, as_json))
            if wish.out:
                for path in save(frame, Path(wish.out) / client.session):
                    if not as_json:
                        print(f"  {path}")
        return 0 if frames[-1].status == OK else 1


async def _go_on(history: History, session: SessionId, wish: Wish, as_json: bool) -> int:
    """Append the wish to a session's log and wait for its terminal event."""
    log = history.shards.of(session)
    request = RequestId(uuid.uuid4().hex)
    position = await log.feed_end()
    accepted = RequestAccepted(kind="text", text=wish.prompt or "")
    await log.append(session, request, "accepted", [accepted], by="cli")
    if wish.supersede:
        await log.supersede(session, request)
    state = await history.state(session)
    async for entry in log.feed(position):
        if entry.event.session != session and not entry.gap:
            continue
        fold(await log.read(session, after=state.at), state)
        done = state.requests[request]
        if done.completed:
            print(_told(session, done.completed, as_json))
            return 0
        if done.failure:
            print(_told(session, done.failure, as_json))
            return 1
        if not done.is_open:
            print(
                json.dumps({"session": session, "event": "request.cancelled"})
                if as_json
                else "the request was cancelled"
            )
            return 1
    return 1


def _told(session: str, end: RequestCompleted | RequestFailed, as_json: bool) -> str:
    if as_json:
        return json.dumps({"session": session, "event": end.type, **end.model_dump(mode="json")})
    return end.text if isinstance(end, RequestCompleted) else f"error: {end.message}"


def _line(frame: Frame, session: str, as_json: bool) -> str:
    if as_json:
        body = {
            "session": session,
            "type": frame.type,
            "status": frame.status,
            "text": frame.text,
            "assets": [a.filename for a in frame.assets],
            "metadata": json.loads(frame.metadata) if frame.metadata else None,
        }
        return json.dumps(body)
    kept = f" ({len(frame.assets)} assets)" if frame.assets else ""
    return f"{frame.type}: {frame.text}{kept}"


def _running_url(settings: Settings) -> str:
    try:
        return str(json.loads(settings.run_file.read_text("utf-8"))["ws"])
    except (OSError, ValueError, KeyError) as none:
        raise GatewayUnreachable(
            f"no stack runs on {settings.data}; {GatewayUnreachable.__doc__}"
        ) from none
