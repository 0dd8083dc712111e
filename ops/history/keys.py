"""Keys as they are pressed in a terminal, for commands that people steer while they run."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum


class Key(Enum):
    """What a key press asks for."""

    PAUSE = "pause or go on"
    STEP = "one step"
    FASTER = "faster"
    SLOWER = "slower"
    QUIT = "quit"


_KEYS = {
    b" ": Key.PAUSE,
    b"\r": Key.STEP,
    b"\n": Key.STEP,
    b"\x1b[C": Key.STEP,
    b"\x1bOC": Key.STEP,
    b"+": Key.FASTER,
    b"=": Key.FASTER,
    b"-": Key.SLOWER,
    b"q": Key.QUIT,
    b"\x04": Key.QUIT,
}
"""An arrow sends three bytes; a + is an = with shift on most keyboards."""


def read_keys(typed: bytes) -> list[Key]:
    """The keys that ``typed`` holds, in order; what means nothing is passed over."""
    found = []
    while typed:
        size = next((n for n in (3, 1) if typed[:n] in _KEYS), 0)
        if size:
            found.append(_KEYS[typed[:size]])
        typed = typed[size or 1 :]
    return found


def at_terminal() -> bool:
    """Whether a person sits there: both what is read and what is written are a terminal's."""
    return sys.stdin.isatty() and sys.stdout.isatty()


@contextmanager
def pressed(on_keys: Callable[[list[Key]], None]) -> Iterator[None]:
    """Calls ``on_keys`` for keys as they are pressed; the terminal is as it was afterwards.

    Ctrl-C still interrupts. Needs ``at_terminal`` and a running event loop.
    """
    import termios
    import tty

    stdin = sys.stdin.fileno()
    before = termios.tcgetattr(stdin)
    loop = asyncio.get_running_loop()

    def read() -> None:
        typed = os.read(stdin, 64)
        on_keys(read_keys(typed) if typed else [Key.QUIT])

    tty.setcbreak(stdin)
    loop.add_reader(stdin, read)
    try:
        yield
    finally:
        loop.remove_reader(stdin)
        termios.tcsetattr(stdin, termios.TCSADRAIN, before)
