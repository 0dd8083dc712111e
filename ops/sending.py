"""`scenestream send`: one wish, and what comes of it."""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from consumers.chat.cleaning import clean
from gateway.sdk.python.scenestream_client import AsyncClient, Events
from ops.client.asking import SCENES, Outcome, brought, in_our_words, outcome, scene_of
from ops.client.v1 import GatewayUnreachable
from ops.client.watching import Watch, watching
from ops.looking import one, opened, past
from ops.settings import Settings
from schemas.errors import BadInput
from schemas.events import RequestAccepted, RequestCompleted, RequestFailed
from schemas.fold import fold
from schemas.ids import RequestId, SessionId
from schemas.scene_v1 import scene_document
from streams.ending import end
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
    token: str | None = None


async def send(settings: Settings, wish: Wish, as_json: bool) -> int:
    """Send it and print the answer; the exit status is 0 unless the answer is an error."""
    if not wish.prompt and not wish.audio:
        raise NothingToSend(NothingToSend.__doc__)
    if wish.supersede and not wish.session:
        raise NothingToSend("--supersede goes with --session: it cancels what is open there")
    if not wish.session or wish.url:
        return await _ask(wish.url or running_url(settings), wish.session or "", wish, as_json)
    async with opened(settings) as shards:
        session = await one(shards, wish.session)
        url = await _listening(settings)
        if wish.supersede or not url:
            if not wish.prompt:
                raise NothingToSend("without a gateway, --session goes with a prompt in words")
            history = await past(settings, shards)
            return await _go_on(history, session, wish, as_json)
    return await _ask(url, session, wish, as_json)


async def _ask(url: str, session: str, wish: Wish, as_json: bool) -> int:
    """Say it to the gateway at ``url``, show how far it is, and print what came of it."""
    with watching(shown=not as_json) as watch, in_our_words():
        client = AsyncClient(
            url, session=session, token=wish.token or "", name="scenestream send", on_notice=watch
        )
        async with client:
            following = asyncio.create_task(_follow(client.events(), watch))
            try:
                request = await (
                    client.speak(Path(wish.audio).read_bytes())
                    if wish.audio
                    else client.say(wish.prompt or "")
                )
                watch.follow(request.id)
                told = await outcome(request)
            finally:
                await end(following)
            files = await brought(client, told.end) if told.end and (wish.out or as_json) else {}
            watch.done()
            print(_line(told, request.id, list(files), client, as_json))
            if wish.out:
                for path in _save(Path(wish.out) / client.session, files, told, client):
                    if not as_json:
                        print(f"  {path}")
            return 0 if told.end else 1


async def _follow(events: Events, watch: Watch) -> None:
    async for event in events:
        watch.happened(event)


def _line(told: Outcome, request: str, files: list[str], client: AsyncClient, as_json: bool) -> str:
    kind = told.end.kind if told.end else "error"
    if not as_json:
        return clean(f"{kind}: {told.text}")
    body = {
        "session": client.session,
        "request": request,
        "type": kind,
        "text": told.text,
        "assets": files,
        "revision": client.scene.revision,
        "hash": f"{client.scene.hash:016x}",
    }
    if told.end is None:
        body |= {"code": told.code, "category": told.category}
    elif told.end.confirms:
        body["confirms"] = told.end.confirms
    return json.dumps(body)


def _save(
    folder: Path, files: dict[str, bytes], told: Outcome, client: AsyncClient
) -> Iterator[Path]:
    """Write what an answer brought into ``folder``: assets, and the scene as the shipping client
    reads it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
        yield folder / name
    if told.end and told.end.kind in SCENES:
        document = json.dumps(scene_document(scene_of(client.scene)))
        (folder / "scene.json").write_text(document, "utf-8")
        yield folder / "scene.json"


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
    return clean(end.text if isinstance(end, RequestCompleted) else f"error: {end.message}")


def running_url(settings: Settings) -> str:
    """Where the gateway of this deployment listens. Raises ``GatewayUnreachable``."""
    try:
        return str(json.loads(settings.run_file.read_text("utf-8"))["ws"] or "")
    except (OSError, ValueError, KeyError) as none:
        raise GatewayUnreachable(
            f"no stack runs on {settings.data}; {GatewayUnreachable.__doc__}"
        ) from none


async def _listening(settings: Settings) -> str:
    """Where somebody does listen; "" where nobody does: the log alone can be written to then."""
    try:
        url = running_url(settings)
        parts = urlsplit(url)
        _, writer = await asyncio.open_connection(parts.hostname, parts.port)
    except (GatewayUnreachable, OSError):
        return ""
    writer.close()
    return url if parts.hostname else ""
