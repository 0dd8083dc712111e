"""What every connection does, whatever is said on it: send a frame's bytes, end as a whole."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager

from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed

from gateway.effects import Send
from gateway.http.front import FrontConnection
from schemas import wire_v1
from schemas.errors import Category, ScenestreamError
from schemas.ids import SessionId
from schemas.wire_v1 import Attachment
from streams.artifacts import ArtifactStore
from streams.ending import end

logger = logging.getLogger(__name__)


async def send(socket: ServerConnection, artifacts: ArtifactStore, effect: Send) -> None:
    """Send the frame with its assets; where one is missing, what is to be done about that."""
    frame = effect.frame
    if effect.attach:
        try:
            assets = [
                Attachment(a.id, await asyncio.to_thread(artifacts.get, a.ref), a.filename)
                for a in effect.attach
            ]
        except ScenestreamError as missing:
            frame = wire_v1.error(str(missing), missing.category.status)
        else:
            frame = wire_v1.Frame(
                frame.type, frame.text, tuple(assets), frame.status, frame.error, frame.metadata
            )
    await socket.send(wire_v1.encode(frame))


def known(socket: ServerConnection) -> None:
    """Whoever connected is somebody: what they send is read from now on as their limits say."""
    if isinstance(socket, FrontConnection):
        socket.known()


async def together(
    socket: ServerConnection, session: SessionId, *parts: Coroutine[None, None, None]
) -> None:
    """Run ``parts`` until one ends: a client that can not be told is not kept waiting."""
    tasks = [asyncio.create_task(part) for part in parts]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        # Not raised again: its traceback would hold this frame, which holds the tasks, which hold
        # it, and with it the session's whole state, until Python looks for cycles.
        why = next((failed for task in done if (failed := task.exception()) is not None), None)
        if why is not None and not isinstance(why, ConnectionClosed):
            await _report(socket, session, why)
    finally:
        await end(*tasks)


@asynccontextmanager
async def reported(socket: ServerConnection, session: SessionId) -> AsyncIterator[None]:
    """The outermost loop of a connection: what fails in it is reported, and its client told."""
    try:
        yield
    except ConnectionClosed:
        raise
    except Exception as why:  # noqa: BLE001 - whatever it is, it is reported
        await _report(socket, session, why)


async def _report(socket: ServerConnection, session: SessionId, why: BaseException) -> None:
    logger.error("client.failed", extra={"session": session}, exc_info=why)
    with contextlib.suppress(ConnectionClosed):
        await socket.close(1011, "internal error; the session is kept")


def too_long(size: int, limit: int) -> Send:
    """The refusal of a message of ``size`` bytes."""
    message = f"the message has {size:,} bytes, the limit is {limit:,}; send less at once"
    return Send(wire_v1.error(message, Category.TOO_LARGE.status))
