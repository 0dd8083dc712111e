"""What an erasure writes down of a session, and what a text names."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ops.keeping.ages import BadAge, age
from ops.keeping.collecting import OTHER, media_type
from schemas.artifacts import GLB, ArtifactRef
from schemas.ids import SessionId
from streams.erasure.holdings import Holding, read
from streams.erasure.receipts import hashed
from streams.erasure.references import digests, refs
from streams.keys import Keys
from tests.golden.samples import SAMPLES

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
names = st.sets(st.text(st.characters(codec="utf-8"), max_size=9), max_size=3)
shas = st.text("0123456789abcdef", min_size=64, max_size=64)


@given(requests=names, assets=names, letters=names, artifacts=st.lists(shas, max_size=3))
def test_what_is_to_go_is_the_same_when_it_is_read_back(
    requests: set[str], assets: set[str], letters: set[str], artifacts: list[str]
) -> None:
    holding = Holding(SessionId("session-1"), requests, {}, assets, letters)
    for n, sha in enumerate(artifacts):
        holding.name(ArtifactRef(sha256=sha, size=n, media_type=GLB), AT + timedelta(seconds=n))
    holding.counts["events"] = 7
    assert read(json.loads(json.dumps(holding.document()))) == holding


def test_an_artifact_is_named_at_the_last_time_it_was() -> None:
    ref = ArtifactRef(sha256="a" * 64, size=1, media_type=GLB)
    holding = Holding(SessionId("session-1"))
    for seconds in (1, 3, 2):
        holding.name(ref, AT + timedelta(seconds=seconds))
    assert holding.artifacts[ref.sha256].at == AT + timedelta(seconds=3)


def test_a_log_goes_before_what_could_be_made_again_from_it() -> None:
    holding = Holding(SessionId("s"), {"r"}, {}, set(), {"mesh/1-0"})
    own = holding.keys(Keys())
    assert own[:3] == ["scn:{s0}:log:s", "scn:{s0}:req:r", "scn:{s0}:session:s"]
    assert own[-2:] == ["scn:{s0}:redriven:mesh/1-0", "scene:s"]


def test_every_artifact_of_every_event_is_found_whatever_its_type() -> None:
    named = 0
    for data in SAMPLES:
        text = data.model_dump_json()
        found = {ref.sha256 for ref in refs(text)}
        assert found <= set(digests(text))
        assert len(found) == text.count('"media_type"')
        named += len(found)
    assert named >= 7


@pytest.mark.parametrize(
    "text", ["", "no JSON", "[]", "7", '{"sha256": "short", "size": 1, "media_type": "a/b"}']
)
def test_a_text_that_names_nothing_names_nothing(text: str) -> None:
    assert list(refs(text)) == []
    assert digests(text) == []


@pytest.mark.parametrize("around", ["a{}", "{}0", "{}{}"])
def test_hex_that_is_longer_than_a_digest_is_none(around: str) -> None:
    assert digests(around.format("b" * 64, "b" * 64)) == []


def test_a_receipt_calls_a_session_by_a_digest_of_its_id() -> None:
    assert hashed("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize(
    ("text", "hours"), [("30d", 720.0), ("24h", 24.0), ("90m", 1.5), ("0s", 0.0)]
)
def test_an_age_is_read_as_people_write_it(text: str, hours: float) -> None:
    assert age(text) == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["", "long", "-1d", "1 month", "9" * 30 + "d"])
def test_what_is_no_age_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadAge, match="24h"):
        age(text)


def test_bytes_that_nothing_names_are_known_by_how_they_begin() -> None:
    assert [media_type(head) for head in (b"glTF\x02", b"RIFF....WAVE", b"")] == [
        GLB,
        "audio/wav",
        OTHER,
    ]
