"""The shipping client's frames, down to the byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.errors import Category
from schemas.wire_v1 import Attachment, BadFrame, Frame, decode, encode, error
from tests.strategies.pace import PROPERTY

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
frames = st.builds(
    Frame,
    type=st.text("abc_", min_size=1),
    text=words,
    assets=st.lists(st.builds(Attachment, words, st.binary(max_size=20), words), max_size=2).map(
        tuple
    ),
    status=st.integers(-(2**31), 2**31 - 1),
    error=words,
    metadata=words,
)

TEXT_FRAME = (
    b"\x0a\x04text"  # 1, type
    b"\x12\x08\xd1\x81\xd1\x82\xd1\x83\xd0\xbb"  # 2, text
    b"\x20\xc8\x01"  # 4, status 200
)
AUDIO_FRAME = (
    b"\x0a\x05audio"
    b"\x1a\x13"  # 3, one asset of 19 bytes
    b"\x0a\x01v\x12\x04RIFF\x1a\x08voice.wa"
    b"\x20\xc8\x01"
)


def test_the_bytes_are_the_contracts_own() -> None:
    assert encode(Frame("text", "стул")) == TEXT_FRAME
    assert decode(TEXT_FRAME) == Frame("text", "стул")
    assert decode(AUDIO_FRAME) == Frame("audio", assets=(Attachment("v", b"RIFF", "voice.wa"),))


@PROPERTY
@given(frames)
def test_every_frame_decodes_to_what_was_encoded(frame: Frame) -> None:
    assert decode(encode(frame)) == frame


def test_a_field_the_contract_gains_one_day_is_passed_over() -> None:
    assert decode(TEXT_FRAME + b"\x3a\x03new") == Frame("text", "стул")


@pytest.mark.parametrize("data", [b"\xff", b"hello", TEXT_FRAME[:-1], b"\x0a\x02\xc3\x28"])
def test_bytes_that_are_no_message_are_refused_with_what_to_send(data: bytes) -> None:
    with pytest.raises(BadFrame, match="send") as refused:
        decode(data)
    assert refused.value.category is Category.BAD_INPUT


@pytest.mark.parametrize("data", [b"", b"\x12\x02hi"])
def test_a_frame_without_a_type_is_refused(data: bytes) -> None:
    with pytest.raises(BadFrame, match="no type"):
        decode(data)


@PROPERTY
@given(st.binary(max_size=64))
def test_garbage_is_a_frame_or_refused(data: bytes) -> None:
    try:
        frame = decode(data)
    except BadFrame:
        return
    assert frame.type


def test_an_error_fills_the_field_that_is_shown_and_the_one_that_is_meant() -> None:
    assert error("no such thing", 404) == Frame(
        "error", text="no such thing", status=404, error="no such thing"
    )
