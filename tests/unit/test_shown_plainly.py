"""What others wrote steers no operator's terminal."""

from __future__ import annotations

import pytest

from consumers.chat.cleaning import clean
from ops.history.revisions import _cut
from ops.looking import line, shortened
from schemas import events as e
from schemas.ids import EventId, SessionId
from tests.golden.samples import AT

HOSTILE = "\x1b[2J\x1b]0;owned\x07a sofa\x00\x9b31m \u202egnp.exe\x7f"
PLAIN = "[2J]0;owneda sofa31m gnp.exe"


def test_a_line_of_the_log_is_plain() -> None:
    accepted = e.RequestAccepted(kind="text", text=HOSTILE)
    event = e.Event(id=EventId("1-0"), session=SessionId("s"), at=AT, data=accepted)
    told = line(event, as_json=False)
    assert PLAIN in told
    assert told.isprintable()
    assert "\x1b" not in line(event, as_json=True)


def test_first_words_and_revisions_are_plain() -> None:
    assert shortened(HOSTILE) == PLAIN
    assert _cut(HOSTILE, 60) == PLAIN


@pytest.mark.parametrize("text", ["", "два стула", "椅子 🪑", "a\nb\tc", "naïve “café”", "👩‍👩‍👧"])
def test_words_of_any_language_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


def test_half_a_sign_becomes_a_question_mark() -> None:
    assert clean("a \ud83d") == "a ?"
