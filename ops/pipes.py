"""Output that goes to another program, which may stop reading."""

from __future__ import annotations

import asyncio
import os
import select
import stat
import sys
from typing import TextIO

LOOK_S = 0.5
"""How often it is looked whether somebody still reads."""
STATUS = 128 + 13
"""What a shell says of a program that SIGPIPE ended: so end all others before `head`."""


async def unread(out: TextIO) -> None:
    """Raise ``BrokenPipeError`` as soon as nobody reads the pipe ``out``; else wait for ever.

    Whoever writes would hear of it with the next line, which may never come.
    """
    while True:
        await asyncio.sleep(LOOK_S)
        if is_closed(out.fileno()):
            raise BrokenPipeError


def is_closed(fd: int) -> bool:
    """Whether ``fd`` is a pipe whose reader is gone."""
    if not stat.S_ISFIFO(os.fstat(fd).st_mode):
        return False
    poll = select.poll()
    poll.register(fd, 0)
    return any(what & (select.POLLERR | select.POLLHUP) for _, what in poll.poll(0))


def give_up() -> None:
    """Let what is still to be written go nowhere, so that Python's end does not complain of it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
