"""A child process that goes when this one goes, however this one goes.

What does not belong here: what the child is. ``streams.server.embedded`` makes it a redis-server.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from queue import SimpleQueue

_STOP_S = 10.0

# On Linux the kernel sends SIGTERM to the child when its parent is gone, kill -9 included. The
# request must be made in the child; a Python of its own that becomes the command does it without
# running code between fork and exec of a threaded process. Argument 1 is the expected parent.
_DIE_WITH_PARENT = """
import ctypes, os, sys
ctypes.CDLL(None).prctl(1, 15)
if os.getppid() != int(sys.argv[1]): sys.exit("the parent is gone")
os.execv(sys.argv[2], sys.argv[2:])
"""


def spawn(command: Sequence[str], log: Path, inherit: Sequence[int]) -> subprocess.Popen[bytes]:
    """Start ``command``; its output is appended to ``log``, it keeps the descriptors ``inherit``.

    Ctrl-C in the terminal does not reach it. On systems other than Linux it outlives a parent that
    is killed with -9. Raises ``OSError`` when it can not be started.
    """
    if sys.platform == "linux":
        command = [sys.executable, "-I", "-S", "-c", _DIE_WITH_PARENT, str(os.getpid()), *command]
    started: SimpleQueue[subprocess.Popen[bytes] | OSError] = SimpleQueue()

    def keep() -> None:
        try:
            with log.open("ab") as output:
                process = subprocess.Popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=output,
                    pass_fds=inherit,
                    start_new_session=True,
                )
        except OSError as refused:
            started.put(refused)
            return
        started.put(process)
        process.wait()

    # Linux ends the child when the *thread* that made it ends, so the caller's will not do: this
    # one stays until the child has ended.
    threading.Thread(target=keep, name=f"keeps {Path(command[0]).name}", daemon=True).start()
    process = started.get()
    if isinstance(process, OSError):
        raise process
    return process


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask it to end; if it does not within 10 s, make it. Blocks until it has ended."""
    process.terminate()
    try:
        process.wait(_STOP_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
