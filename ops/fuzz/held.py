"""The command line, in a process that can be asked what it holds: ``python -m ops.fuzz.held up …``.

SIGUSR1 has it look for garbage, give back what is free, and append what is resident then, a line of
KiB, to the file that ``SCENESTREAM_FUZZ_HELD`` names. The process holds the gateway, nothing else.
"""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

from ops.cli import main
from ops.fuzz.memory import resident_kib

VARIABLE = "SCENESTREAM_FUZZ_HELD"


def _tell(*_: Any) -> None:
    line = f"{resident_kib()}\n".encode()
    with Path(os.environ[VARIABLE]).open("ab") as out:
        out.write(line)


if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, _tell)
    main()
