"""`scenestream replay`: a session's events again in their time, or faster; or its replay URL."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from gateway import replay_url
from gateway.replay import AT_ONCE, Notice, Replay, silence_s, speed_name
from gateway.replay_url import Asked
from gateway.replaying import ends
from gateway.tape import Tape
from ops.history.keys import Key, at_terminal, pressed
from ops.looking import line, one, opened, past
from ops.settings import Settings
from schemas.errors import BadInput
from schemas.events import Event
from schemas.ids import EventId

SPEEDS = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 50.0, 100.0, AT_ONCE)
"""What + and - lead through."""
HELP = "space: pause, go on   enter, right: one step   + -: speed   q: quit"


class NobodyToGoOn(BadInput):
    """Beginning paused (--paused) needs a terminal to press space in; leave it out."""


async def replay(settings: Settings, asked: Asked, as_json: bool) -> int:
    """Print the session's events as they came, from ``asked.begin`` to ``asked.to`` or its end."""
    if asked.paused and not at_terminal():
        raise NobodyToGoOn(NobodyToGoOn.__doc__)
    async with opened(settings) as shards:
        session = await one(shards, asked.session)
        tape = Tape(await past(settings, shards), session)
        begin, until = await ends(tape, asked)
        await tape.seek(begin)
        core = Replay(asked.speed, asked.max_gap_s, asked.paused, until)
        show = _Terminal(core, tape, as_json)
        core.seek(begin, show.now())
        try:
            with show.steered():
                await show.run()
        finally:
            await tape.close()
    return 0


async def show_url(settings: Settings, asked: Asked) -> int:
    """Print the URL at which a client sees the session again."""
    async with opened(settings) as shards:
        session = await one(shards, asked.session)
    print(replay_url.url(_gateway(settings), replace(asked, session=session)))
    return 0


def _gateway(settings: Settings) -> str:
    """The gateway that runs here, or else where the settings say that one listens."""
    try:
        return str(json.loads(settings.run_file.read_text("utf-8"))["ws"])
    except (OSError, ValueError, KeyError):
        return f"ws://{settings.host}:{settings.port}/"


class _Terminal:
    """Plays ``tape`` at ``core``'s pace; a person may steer it by keys."""

    def __init__(self, core: Replay, tape: Tape, as_json: bool) -> None:
        self._core, self._tape, self._as_json = core, tape, as_json
        self._last: EventId | None = None
        self._keys: deque[Key] = deque()
        self._stirred = asyncio.Event()
        self.now = asyncio.get_running_loop().time

    @contextmanager
    def steered(self) -> Iterator[None]:
        """Obey the keys of a person who sits there; without one, none."""
        if not at_terminal():
            yield
            return

        def on_keys(keys: list[Key]) -> None:
            self._keys.extend(keys)
            self._stirred.set()

        with pressed(on_keys):
            self._note(HELP)
            yield

    async def run(self) -> None:
        """Until the end, the point to stop at, or q."""
        core = self._core
        while True:
            self._stirred.clear()
            while self._keys:
                if (key := self._keys.popleft()) is Key.QUIT:
                    return
                self._obey(key)
            if core.wants:
                core.feed(await self._tape.more())
            match core.take(self.now()):
                case None:
                    await self._rest()
                case Notice() as notice:
                    self._note(notice.value)
                    return
                case event:
                    self._show(event)
                    core.stepped()
                    await asyncio.sleep(0)

    def _show(self, event: Event) -> None:
        silence = silence_s(self._last, event)
        self._last = event.id
        if silence > self._core.max_gap_s and self._core.speed != AT_ONCE:
            self._note(f"{silence:,.0f} s without events")
        print(line(event, self._as_json), flush=True)

    def _obey(self, key: Key) -> None:
        core, now = self._core, self.now()
        match key:
            case Key.PAUSE if core.paused:
                core.play(now)
                self._note(f"going on, speed {speed_name(core.speed)}")
            case Key.PAUSE:
                core.pause(now)
                self._note(f"paused; {HELP}")
            case Key.STEP:
                core.step(now)
            case Key.FASTER | Key.SLOWER:
                core.set_speed(_next_speed(core.speed, key is Key.FASTER), now)
                self._note(f"speed {speed_name(core.speed)}")

    async def _rest(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._core.wait_s(self.now())):
                await self._stirred.wait()

    def _note(self, text: str) -> None:
        """Something about the replay, apart from the events."""
        if not self._as_json:
            print(f"-- {text}", file=sys.stderr, flush=True)


def _next_speed(speed: float, faster: bool) -> float:
    """The next of ``SPEEDS`` in that direction; the last one stays."""
    if faster:
        return next((s for s in SPEEDS if s > speed), speed)
    return next((s for s in reversed(SPEEDS) if s < speed), speed)
