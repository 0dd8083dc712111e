"""`scenestream up`: the stack in the foreground until it is told to stop."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import sys
import threading

from ops.settings import Settings
from ops.stack import Stack, running
from schemas.errors import ScenestreamError

logger = logging.getLogger(__name__)

AT_ONCE_S = 5.0
"""So long a second signal waits for what is cut short to end by itself; it takes a second or two,
most of it for engines. What still hangs then ends as by ``kill -9``, which loses nothing."""


async def serve(settings: Settings, only: str | None, workers: int | None, as_json: bool) -> int:
    """Run until SIGINT or SIGTERM, then drain. A second signal ends at once; SIGHUP has the
    certificate read again."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, _asked, stop, sign)

    def say(component: str, what: str) -> None:
        if not as_json:
            print(f"{component:<10} {what}", flush=True)

    async with running(settings, only=only, workers=workers, say=say) as stack:
        if hasattr(signal, "SIGHUP"):
            loop.add_signal_handler(signal.SIGHUP, _reload, stack)
        print(_ready(stack, as_json), flush=True)
        await _first(stop, stack.broken)
        say("stopping", "finishing what is in hand")
    say("stopped", "everything is kept in the log")
    return 0 if stop.is_set() else 1


async def _first(*events: asyncio.Event) -> None:
    """Return when one of them is set."""
    waiting = [asyncio.create_task(event.wait()) for event in events]
    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    for one in waiting:
        one.cancel()


def _reload(stack: Stack) -> None:
    try:
        stack.reload()
    except ScenestreamError as bad:
        logger.error("reload.failed", extra={"error": str(bad)})
    else:
        logger.info("reloaded")


def _asked(stop: asyncio.Event, sign: signal.Signals) -> None:
    if stop.is_set():
        last = threading.Timer(AT_ONCE_S, os._exit, (128 + sign,))
        last.daemon = True
        last.start()
        sys.exit(128 + sign)
    logger.info("drain.started", extra={"signal": sign.name})
    stop.set()


def _ready(stack: Stack, as_json: bool) -> str:
    if as_json:
        body = {
            "event": "ready",
            "ws": stack.ws,
            "http": stack.http,
            "page": f"{stack.http}/app/" if stack.http else None,
            "geometry": stack.geometry,
            "redis": stack.redis,
        }
        return json.dumps(body)
    doors = [f"{stack.http}/app/  {stack.ws}  {stack.http}/health"] if stack.ws else []
    doors += [f"{stack.geometry}/health"] if stack.geometry else []
    return f"{'ready':<10} {'  '.join(doors) or f'consumers on {stack.redis}'}"
