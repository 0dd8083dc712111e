"""The Khronos glTF validator, as a function for tests.

One node process serves a whole test run: the first call costs its start, the others milliseconds.
What does not belong here: which assets to validate, which is each test's own matter.
"""

from __future__ import annotations

import atexit
import json
import struct
import subprocess
import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.gltf.install import install, node


@dataclass(frozen=True, slots=True)
class Report:
    """Counts by severity (hints are only in ``messages``), and at most 100 messages."""

    errors: int
    warnings: int
    infos: int
    messages: tuple[str, ...]


class ValidatorBroken(RuntimeError):
    """The node process ended; its standard error says why."""


def validate(data: bytes) -> Report:
    """What the validator says of a GLB, or of a glTF whose buffers are inside it.

    Bytes that are neither give one error. Raises ``ValidatorBroken``, ``NodeMissing``, or
    ``CalledProcessError`` when the validator can not be installed.
    """
    return _process().validate(data)


class _Process:
    """A running ``serve.cjs``. Threads take turns."""

    def __init__(self) -> None:
        script = Path(__file__).with_name("serve.cjs")
        self._turn = threading.Lock()
        self._node = subprocess.Popen(
            [node(), script, install()], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def validate(self, data: bytes) -> Report:
        asked, answered = self._node.stdin, self._node.stdout
        assert asked is not None
        assert answered is not None
        with self._turn:
            try:
                asked.write(struct.pack("<I", len(data)) + data)
                asked.flush()
                line = answered.readline()
            except BrokenPipeError as ended:
                raise ValidatorBroken("the glTF validator's node ended") from ended
        if not line:
            raise ValidatorBroken(f"the glTF validator's node ended on {len(data)} bytes")
        said = json.loads(line)
        return Report(said["errors"], said["warnings"], said["infos"], tuple(said["messages"]))

    def end(self) -> None:
        self._node.communicate()


@cache
def _process() -> _Process:
    process = _Process()
    atexit.register(process.end)
    return process
