"""What an engine process tells of a step: previews that lie in the store when they are told of."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from consumers.telling import TELL_EVERY_S, Said, Spoken, Teller
from schemas.artifacts import JPEG, PNG, ArtifactRef

REF = ArtifactRef(sha256="ab" * 32, size=3, media_type=PNG)


class Told:
    """A teller, a store that writes when it is told to, and a clock."""

    def __init__(self) -> None:
        self.said: list[Said | Spoken] = []
        self.writes: list[tuple[bytes, str, Future[ArtifactRef]]] = []
        self.now = 0.0
        self.tell = Teller("m", self.write, self.said.append, lambda: self.now)

    def write(self, data: bytes, media_type: str) -> Future[ArtifactRef]:
        writing: Future[ArtifactRef] = Future()
        self.writes.append((data, media_type, writing))
        return writing


def test_a_word_goes_out_when_its_preview_lies_in_the_store() -> None:
    told = Told()
    told.tell(0.25, "draw", b"png")
    assert told.said == []
    told.writes[0][2].set_result(REF)
    assert told.said == [Said("m", 0.25, "draw", REF)]


def test_what_is_told_while_a_preview_is_written_goes_with_it() -> None:
    told = Told()
    told.tell(0.25, "draw", lambda: b"\xff\xd8jpeg")
    told.now = 2 * TELL_EVERY_S
    told.tell(0.75, "draw", b"png")
    assert [(data, media) for data, media, _ in told.writes] == [(b"\xff\xd8jpeg", JPEG)]
    told.writes[0][2].set_result(REF)
    told.tell(0.8, "draw")
    assert told.said == [Said("m", 0.75, "draw", REF), Said("m", 0.8, "draw")]


def test_what_comes_too_soon_is_not_even_made() -> None:
    told = Told()
    told.tell(0.1, "draw")
    told.tell(0.2, "draw", lambda: pytest.fail("made for nothing"))
    told.now = TELL_EVERY_S
    told.tell(0.3, "draw")
    assert told.said == [Said("m", 0.1, "draw"), Said("m", 0.3, "draw")]


def test_a_preview_that_can_not_be_stored_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    told = Told()
    told.tell(0.25, "draw", b"png")
    told.writes[0][2].set_exception(OSError("no space left"))
    assert told.said == [Said("m", 0.25, "draw")]
    assert [record.message for record in caplog.records] == ["preview.failed"]


def test_a_preview_that_can_not_be_made_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> bytes:
        raise ValueError("an odd latent")

    told = Told()
    told.tell(0.25, "draw", broken)
    told.now = TELL_EVERY_S
    told.tell(0.5, "draw", b"png")
    told.writes[0][2].set_result(REF)
    assert told.said == [Said("m", 0.25, "draw"), Said("m", 0.5, "draw", REF)]
    assert len(caplog.records) == 1
