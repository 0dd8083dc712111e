"""What clients said can not order operators' terminals about, nor make up lines of a log."""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime

import click
import pytest

from ops.logs import JsonLines, Plain
from ops.looking import line
from ops.terminal import harmless
from schemas import events as e
from schemas.ids import EventId, RequestId, SessionId

EVIL = "a \x1b]0;title\x07 \x9b31m chair\r\u202eriahc\nlevel=info 00:00 forged"
ORDERS = ("\x1b", "\x07", "\x9b", "\r", "\u202e")


def test_orders_to_a_terminal_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    before = sys.stdout
    with harmless():
        print(EVIL, "стол 🪑\tend")
        click.echo(EVIL)
        print(EVIL, file=sys.stderr)
    assert sys.stdout is before
    out, err = capsys.readouterr()
    assert not [c for c in ORDERS if c in out + err]
    assert "\\x1b]0;title\\x07" in out
    assert "\\u202eriahc" in out
    assert "стол 🪑\tend" in out
    assert (out.count("chair"), err.count("chair")) == (2, 1)


def test_a_line_of_a_session_is_one_line() -> None:
    accepted = e.RequestAccepted(kind="text", text=EVIL)
    told = e.Event(
        id=EventId("1795806773588-0"),
        session=SessionId("s"),
        request=RequestId("r"),
        at=datetime(2026, 1, 1, tzinfo=UTC),
        data=accepted,
    )
    assert "\n" not in line(told, as_json=False)


@pytest.mark.parametrize("formatter", [Plain(), JsonLines()])
def test_a_log_line_is_one_line(formatter: logging.Formatter) -> None:
    record = logging.makeLogRecord({"msg": "client.failed", "levelname": "INFO", "error": EVIL})
    told = formatter.format(record)
    assert "\n" not in told
    assert not [c for c in ORDERS if c in told]
