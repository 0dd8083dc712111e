"""Stamps in files, and what stages say of what they made."""

from __future__ import annotations

import io
import json
import struct
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from PIL import Image
from pydantic import JsonValue, ValidationError

from consumers.cards import card
from consumers.greybox.build import build
from consumers.greybox.card import GREYBOX
from consumers.greybox.glb import to_glb
from consumers.provenance import glb, pictures
from consumers.provenance.making import as_stamped_before, brought, picture_of, provenance_of
from schemas.artifacts import GLB, JPEG, PNG
from schemas.events import ImageGenerated, ProvenanceRecorded
from schemas.provenance import FITS, ModelCard, Provenance, unknown_card
from streams.codec import MAX_EVENT_BYTES, encode
from tests.gltf.validator import validate
from tests.golden.samples import MADE, RECIPE, events, ref
from tests.pictures import drawn, encoded
from tests.strategies.models import models

CHAIR = to_glb(build(RECIPE))


@dataclass(frozen=True)
class Engine:
    name: str = "greybox"
    card: ModelCard = GREYBOX


def document(data: bytes) -> dict[str, JsonValue]:
    (size,) = struct.unpack_from("<I", data, 12)
    found: dict[str, JsonValue] = json.loads(data[20 : 20 + size])
    return found


def test_a_stamped_mesh_is_valid_and_tells_how_it_came_to_be() -> None:
    stamped = glb.stamp(CHAIR, MADE)
    assert glb.read(stamped) == MADE
    report = validate(stamped)
    assert (report.errors, report.warnings) == (0, 0), report.messages
    asset = document(stamped)["asset"]
    assert isinstance(asset, dict)
    assert asset["copyright"] == (
        "Made with tencent/Hunyuan3D-2 (LicenseRef-Tencent-Hunyuan-3D-Community)"
    )
    assert asset["generator"] == "Scenestream greybox"


def test_a_stamp_changes_nothing_else() -> None:
    before, after = document(CHAIR), document(glb.stamp(CHAIR, MADE))
    assert {**after, "asset": None} == {**before, "asset": None}
    (size,) = struct.unpack_from("<I", CHAIR, 12)
    assert glb.stamp(CHAIR, MADE).endswith(CHAIR[20 + size :])


def test_a_stamp_takes_an_earlier_ones_place_and_keeps_what_others_wrote() -> None:
    other = MADE.model_copy(update={"seed": 8})
    assert glb.read(glb.stamp(glb.stamp(CHAIR, MADE), other)) == other
    written = _with_asset({"version": "2.0", "extras": {"mine": 1}, "copyright": "me"})
    asset = document(glb.stamp(written, MADE))["asset"]
    assert isinstance(asset, dict)
    assert isinstance(asset["extras"], dict)
    assert (asset["extras"]["mine"], asset["copyright"]) == (1, "me")


def _with_asset(asset: dict[str, JsonValue]) -> bytes:
    text = json.dumps({"asset": asset}).encode()
    text += b" " * (-len(text) % 4)
    return struct.pack("<4sII", b"glTF", 2, 20 + len(text)) + (
        struct.pack("<I4s", len(text), b"JSON") + text
    )


def test_the_head_of_a_mesh_is_enough_to_read_its_stamp() -> None:
    stamped = glb.stamp(CHAIR, MADE)
    size = glb.head_size(stamped[:20])
    assert 20 < size < len(stamped)
    assert glb.read(stamped[:size]) == MADE
    assert glb.read(stamped[: size - 1]) is None
    assert glb.head_size(b"<html>" * 9) == glb.head_size(b"") == 0


def test_the_same_stamp_gives_the_same_bytes() -> None:
    assert glb.stamp(CHAIR, MADE) == glb.stamp(to_glb(build(RECIPE)), MADE)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"glTF",
        b"<html>" * 20,
        CHAIR[:40],
        CHAIR[:-1],
        struct.pack("<4sII", b"glTF", 1, len(CHAIR)) + CHAIR[12:],
        struct.pack("<4sIII4s", b"glTF", 2, 24, 4, b"JSON") + b"[1] ",
        struct.pack("<4sIII4s", b"glTF", 2, 24, 4, b"JSON") + b"\xff\xff{}",
        _with_asset({"version": "2.0"}).replace(b'{"version": "2.0"}', b'"a"               '),
    ],
)
def test_what_is_no_glb_is_refused_and_tells_nothing(data: bytes) -> None:
    with pytest.raises(glb.NotAGlb):
        glb.stamp(data, MADE)
    assert glb.read(data) is None


@pytest.mark.parametrize(
    "extras", [None, [], "text", {"scenestream": 5}, {"scenestream": {"kind": "song"}}]
)
def test_extras_that_are_no_stamp_tell_nothing(extras: JsonValue) -> None:
    assert glb.read(_with_asset({"version": "2.0", "extras": extras})) is None


@given(provenance=models(Provenance))
def test_any_provenance_comes_back_from_any_file(provenance: Provenance) -> None:
    assert glb.read(glb.stamp(CHAIR, provenance)) == provenance
    for kind, media_type in (("PNG", PNG), ("JPEG", JPEG)):
        plain = encoded(drawn(32), kind)
        stamped = pictures.stamp(plain, media_type, provenance)
        assert pictures.read(stamped) == provenance
        assert _pixels(stamped) == _pixels(plain)


def _pixels(data: bytes) -> bytes:
    return Image.open(io.BytesIO(data)).tobytes()


def test_a_stamp_leaves_a_pictures_other_texts_alone() -> None:
    plain = encoded(drawn(32), "JPEG", comment=b"mine", exif=b"Exif\0\0")
    assert Image.open(io.BytesIO(pictures.stamp(plain, JPEG, MADE))).info["comment"] == b"mine"
    assert pictures.read(pictures.stamp(plain, JPEG, MADE)) == MADE


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"", PNG),
        (b"\x89PNG\r\n\x1a\n", PNG),
        (b"\x89PNG\r\n\x1a\n\0\0\0\xffIHDR", PNG),
        (encoded(drawn(16), "WEBP"), "image/webp"),
        (encoded(drawn(16), "JPEG"), PNG),
    ],
)
def test_a_picture_that_takes_no_stamp_stays_as_it_is(data: bytes, media_type: str) -> None:
    assert pictures.stamp(data, media_type, MADE) == data
    assert pictures.read(data) is None


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@given(cut=...)
def test_a_broken_picture_tells_its_stamp_or_nothing(kind: str, cut: int) -> None:
    media_type = PNG if kind == "PNG" else JPEG
    stamped = pictures.stamp(encoded(drawn(16), kind), media_type, MADE)
    assert pictures.read(stamped[: cut % len(stamped)]) in (None, MADE)


def test_a_stage_says_what_made_it_where_and_of_what() -> None:
    parent = brought("a" * 64)
    said = provenance_of(
        "mesh",
        Engine(),
        "US",
        prompt="стул" * 1000,
        seed=3,
        parameters={"steps": 5},
        parents=[parent],
    )
    assert (said.model, said.engine, said.territory) == (GREYBOX, "greybox", "US")
    assert (said.prompt, said.seed) == ("стул" * 125, 3)
    assert said.parents == (parent,)
    assert said.version


def test_what_json_can_not_say_becomes_text() -> None:
    odd: dict[str, JsonValue] = {
        "cfg": float("inf"),
        "list": [float("nan"), {"a\ud800": "b\udfff"}],
    }
    said = provenance_of("mesh", Engine(), "", prompt="a \ud83e chair", parameters=odd)
    assert said.prompt == "a ? chair"
    assert said.parameters == {"cfg": "inf", "list": ["nan", {"a?": "b?"}]}
    assert glb.read(glb.stamp(CHAIR, said)) == said


def test_however_much_an_engine_says_the_event_fits_and_keeps_the_terms() -> None:
    wordy = ModelCard(
        name="n" * 300, licence="l" * 300, conditions=("椅" * 300,) * 3, excluded=("EU",)
    )
    much: dict[str, JsonValue] = {f"p{n}": "x" * 100 for n in range(500)}
    picture = provenance_of("picture", Engine("a", wordy), "", prompt="椅" * 9999, parameters=much)
    mesh = provenance_of(
        "mesh", Engine("b", wordy), "US", prompt="椅" * 9999, parameters=much, parents=[picture]
    )
    assert len(mesh.model_dump_json(exclude_defaults=True).encode()) <= FITS
    assert [link.model for link in mesh.chain()] == [wordy, wordy]
    assert mesh.parameters == {}
    assert mesh.prompt
    data = ProvenanceRecorded(artifacts=(ref("b", GLB),) * 4, provenance=mesh)
    event = replace(events()["provenance.recorded.v1"], data=data)
    assert len(encode(event).encode()) < MAX_EVENT_BYTES


def test_what_is_left_out_first_is_what_lies_furthest_back() -> None:
    some: dict[str, JsonValue] = {"p": "x" * 7000}
    picture = provenance_of("picture", Engine(), "", prompt="a chair", parameters=some)
    mesh = provenance_of("mesh", Engine(), "", prompt="a chair", parameters=some, parents=[picture])
    assert (mesh.parameters, mesh.parents[0].parameters) == (some, {})
    assert picture.parameters == some


def test_a_card_is_no_place_for_a_whole_licence() -> None:
    with pytest.raises(ValidationError, match="at most 300 characters"):
        ModelCard(name="x", licence="y", conditions=("z" * 301,))


def test_a_picture_without_a_stamp_is_what_its_event_says() -> None:
    event = ImageGenerated(
        label="chair",
        prompt="a chair",
        image=ref("c", PNG),
        recipe=RECIPE,
        engine="greybox",
        seed=4,
    )
    told = picture_of(event, None)
    assert (told.model, told.seed, told.sha256) == (card("greybox"), 4, "c" * 64)
    assert picture_of(event, MADE) == MADE.model_copy(update={"sha256": "c" * 64})
    foreign = event.model_copy(update={"engine": "teleport:x"})
    assert picture_of(foreign, None).model == unknown_card("x")


def test_a_remote_servers_own_stamp_says_what_made_the_mesh() -> None:
    asked = Engine("remote:http://host:7000", unknown_card("remote"))
    ours = provenance_of(
        "mesh", asked, "US", prompt="a chair", parameters={"tries": 1}, parents=[brought("d" * 64)]
    )
    theirs = glb.stamp(CHAIR, MADE.model_copy(update={"territory": "JP"}))
    heard = as_stamped_before(ours, theirs)
    assert heard.model == MADE.model
    assert heard.territory == "JP"
    assert heard.parents == ours.parents
    assert heard.parameters == {**MADE.parameters, "tries": 1}
    assert as_stamped_before(ours, CHAIR) == ours
    known = provenance_of("mesh", Engine(), "", prompt="a chair", parameters={})
    assert as_stamped_before(known, theirs) == known, "an engine that knows its model is believed"
