"""What clients said, on operators' terminals: shown, never obeyed.

Names and words of clients are printed by many commands, and terminals take some characters for
orders: to write elsewhere, to change the title, to turn the rest of a line around. This product
prints none of them itself, so that all are shown as what they are.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

_ORDERS = (*range(0x20), 0x7F, *range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""C0, C1, and what changes the direction of text."""
SHOWN = {c: f"\\x{c:02x}" if c < 0x100 else f"\\u{c:04x}" for c in _ORDERS if c not in (9, 10)}


def shown(text: str) -> str:
    """``text`` as one line that no terminal obeys."""
    return text.translate(SHOWN).replace("\n", "\\n")


class Shown:
    """A stream that writes what is printed to ``out``, so that no terminal obeys it."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def write(self, text: str) -> int:
        """As any text stream."""
        return self._out.write(text.translate(SHOWN))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._out, name)


@contextmanager
def harmless() -> Iterator[None]:
    """What is printed meanwhile is ``Shown``."""
    out, err = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = Shown(out), Shown(err)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = out, err
