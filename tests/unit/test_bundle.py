"""An event that leaves the log in a bundle comes back into another one as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from schemas import events as e
from schemas.artifacts import ArtifactRef, named
from schemas.events import Event, Unknown
from schemas.ids import EventId, RequestId, SessionId
from streams.bundles.bundle import entry, event_of, line, references
from streams.codec import decode, decode_or_keep, encode, time_of
from tests.golden.samples import SAMPLES, ref

S = SessionId("s-1")
ID = EventId("1772368215250-3")
KEPT = [data for data in SAMPLES if not data.transient]


def event(data: e.Data, request: str | None = "r-1") -> Event:
    return Event(
        id=ID,
        session=S,
        request=RequestId(request) if request else None,
        cause=EventId("1772368215250-1"),
        at=time_of(ID),
        by="mesh-1",
        took_ms=12.5,
        data=data,
    )


@pytest.mark.parametrize("data", KEPT, ids=lambda d: d.type)
def test_an_event_goes_through_a_bundle_as_it_is(data: e.Data) -> None:
    there = event_of(line(event(data), S))
    assert there == event(data)
    assert entry(there) == (ID, "r-1", encode(event(data)))


def test_an_event_of_the_future_is_kept() -> None:
    future = Unknown(raw_type="scene.dreamt", raw_v=3, raw={"of": [1, None, "🪑"]})
    there = event_of(line(event(future, None), S))
    assert there == event(future, None)
    assert decode(entry(there)[2], ID, S, None) == event(future, None)


def test_an_entry_that_is_no_event_is_kept_to_the_letter(caplog: pytest.LogCaptureFixture) -> None:
    text = '{"type":"scene.composed","data":{"name":' + '"' * 7_000
    kept = decode_or_keep(text, S, ID, "r-1")
    told = line(kept, S)
    assert entry(event_of(told)) == (ID, "r-1", text)
    assert event_of(told) == kept
    assert "event.undecodable" in caplog.text


def test_what_was_no_event_is_one_where_it_can_be_read() -> None:
    text = encode(event(e.LibraryCleared(count=3)))
    kept = Unknown(raw_type="undecodable", raw_v=0, raw={"e": text, "error": "too new for me"})
    assert event_of(line(event(kept, None), S)).data == e.LibraryCleared(count=3)


def test_a_time_of_its_own_is_kept() -> None:
    """Earlier versions wrote one beside the id, which is a few ms later."""
    early = replace(event(e.LibraryCleared(count=3)), at=time_of(ID) - timedelta(milliseconds=2))
    there = event_of(line(early, S))
    assert there == early
    place, request, text = entry(there)
    assert decode(text, place, S, request) == early
    assert text.startswith('{"type":"library.cleared"')


def test_what_a_fork_shares_is_the_forks_own_in_its_bundle() -> None:
    assert (
        json.loads(line(event(e.LibraryCleared(count=3)), SessionId("fork")))["session"] == "fork"
    )


def test_every_artifact_that_an_event_needs_is_found() -> None:
    future = {"meshes": [{"lod": 1, "ref": ref("a", "x").model_dump()}], "sha256": "no"}
    needs = {data.type: [r.sha256[0] for r in references(event(data))] for data in KEPT}
    assert {kind: found for kind, found in needs.items() if found} == {
        "scene.keyframed": ["d"],
        "speech.captured": ["a"],
        "asset.matched": ["b", "4", "5", "6"],
        "asset.registered": ["b", "4", "5", "6"],
        "model.answered": ["9"],
        "image.generated": ["c"],
        "mesh.generated": ["b", "4", "5", "6"],
        "provenance.recorded": ["b", "5"],
        "geometry.requested": ["c"],
        "geometry.generated": ["b"],
    }
    assert list(references(event(Unknown(raw_type="t", raw_v=1, raw=future)))) == [ref("a", "x")]


def test_what_looks_like_a_reference_and_is_none_is_looked_into() -> None:
    inner = ref("b", "x").model_dump()
    assert list(named({"sha256": "?", "size": -1, "media_type": inner})) == [
        ArtifactRef.model_validate(inner)
    ]
