"""What keys mean while a command is steered in a terminal."""

from __future__ import annotations

import pytest

from ops.history.keys import Key, read_keys


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        (b" ", [Key.PAUSE]),
        (b"\r", [Key.STEP]),
        (b"\n", [Key.STEP]),
        (b"\x1b[C", [Key.STEP]),
        (b"\x1bOC", [Key.STEP]),
        (b"+", [Key.FASTER]),
        (b"=", [Key.FASTER]),
        (b"-", [Key.SLOWER]),
        (b"q", [Key.QUIT]),
        (b"\x04", [Key.QUIT]),
        (b" \x1b[C+q", [Key.PAUSE, Key.STEP, Key.FASTER, Key.QUIT]),
        (b"\x1b[A", []),
        (b"x\xff \x1b", [Key.PAUSE]),
        (b"", []),
    ],
)
def test_keys_are_read_in_order_and_others_passed_over(typed: bytes, keys: list[Key]) -> None:
    assert read_keys(typed) == keys
