"""The engine on Hunyuan3D's own server, against a stand-in with that server's misbehaviour."""

from __future__ import annotations

import struct
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from consumers.handler import StepCancelled
from consumers.mesh import hunyuan_api_engine
from consumers.mesh.engine_errors import OutsideTerritory
from consumers.mesh.errors import UnreadablePicture
from consumers.mesh.hunyuan_api_engine import HunyuanApiSculptor, load, why_not
from consumers.mesh.port import Wish
from consumers.mesh.remote.address import BadAddress
from consumers.mesh.remote.errors import (
    CutOff,
    NoMesh,
    NotThatServer,
    RemoteAway,
    RemoteSlow,
    RemoteTooLarge,
)
from schemas.errors import Category, Misconfigured
from tests import pictures
from tests.integration.remote import cancelled_after, settings, watch, wish
from tests.standins.hunyuan_api import HunyuanApi, hunyuan_api
from tests.standins.programmed import Request, serving


@pytest.fixture
def api() -> Iterator[HunyuanApi]:
    with hunyuan_api() as running:
        yield running


@pytest.fixture
def engine_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., HunyuanApiSculptor]:
    monkeypatch.setattr(hunyuan_api_engine, "LOOK_S", 0.02)

    def engine(url: str, patience_s: float = 20.0) -> HunyuanApiSculptor:
        monkeypatch.setenv("SCENESTREAM_REMOTE_S", str(patience_s))
        return load(url, settings(tmp_path))

    return engine


Engine = Callable[..., HunyuanApiSculptor]


@pytest.mark.parametrize("way", ["", "/", "/send"])
def test_the_servers_mesh_comes_whole(
    api: HunyuanApi, engine_at: Engine, tmp_path: Path, way: str
) -> None:
    api.halves = 2
    engine = engine_at(f"{api.url}{way}")
    made = engine.sculpt(wish(seed=7), watch(tmp_path))
    assert made.glb.startswith(b"glTF")
    assert made.size == pytest.approx((1.0, 1.0, 0.5))
    assert made.triangles == 12
    asked = api.server.asked[0].document
    assert {name: asked[name] for name in asked if name != "image"} == made.parameters
    assert made.parameters["seed"] == 7
    assert engine.name == f"hunyuan-api:{api.url}{way.rstrip('/')}"
    assert engine.card.excluded == ("EU", "GB", "KR")


@pytest.mark.parametrize("kind", ["JPEG", "GIF"])
def test_any_picture_is_sent_as_the_server_reads_it(
    api: HunyuanApi, engine_at: Engine, tmp_path: Path, kind: str
) -> None:
    mode = "CMYK" if kind == "JPEG" else "P"
    odd = Wish(pictures.encoded(pictures.drawn(mode=mode), kind))
    assert engine_at(api.url).sculpt(odd, watch(tmp_path)).triangles == 12


def test_what_is_no_picture_is_not_sent(api: HunyuanApi, engine_at: Engine, tmp_path: Path) -> None:
    with pytest.raises(UnreadablePicture):
        engine_at(api.url).sculpt(Wish(b"hello"), watch(tmp_path))
    assert api.server.asked == []


def test_a_failure_that_says_nothing_is_told_as_such_and_may_pass(
    api: HunyuanApi, engine_at: Engine, tmp_path: Path
) -> None:
    api.fails = 1
    engine = engine_at(api.url)
    with pytest.raises(
        RemoteAway, match=r"it failed, and says no more than: .*HIGH TRAFFIC"
    ) as told:
        engine.sculpt(wish(), watch(tmp_path))
    assert told.value.category is Category.UNAVAILABLE
    assert len(api.server.asked) == 1  # trying again is the step's affair
    assert engine.sculpt(wish(), watch(tmp_path)).triangles == 12


def test_options_are_the_urls(api: HunyuanApi, engine_at: Engine, tmp_path: Path) -> None:
    api.has_texture = True
    url = f"{api.url}?texture=1&num_inference_steps=20&guidance_scale=7.5"
    made = engine_at(url).sculpt(wish(), watch(tmp_path))
    assert made.parameters["texture"] is True
    assert made.parameters["num_inference_steps"] == 20
    assert api.server.asked[0].document["guidance_scale"] == 7.5


def test_texture_that_the_server_was_not_started_for_fails(
    api: HunyuanApi, engine_at: Engine, tmp_path: Path
) -> None:
    with pytest.raises(RemoteAway):
        engine_at(f"{api.url}?texture=1").sculpt(wish(), watch(tmp_path))


def test_a_job_that_fails_is_processing_for_ever_and_is_given_up(
    api: HunyuanApi, engine_at: Engine, tmp_path: Path
) -> None:
    api.fails = 1
    with pytest.raises(RemoteSlow, match="processing for ever") as slow:
        engine_at(f"{api.url}/send", 0.4).sculpt(wish(), watch(tmp_path))
    assert "SCENESTREAM_REMOTE_S" in str(slow.value)


def test_a_server_that_works_for_somebody_else_is_waited_for(
    api: HunyuanApi, engine_at: Engine, tmp_path: Path
) -> None:
    api.released.clear()
    engine, made = engine_at(api.url), []
    first = threading.Thread(
        target=lambda: made.append(engine.sculpt(wish(), watch(tmp_path))), daemon=True
    )
    first.start()
    assert api.busy.wait(10.0)
    assert "SCENESTREAM_REMOTE_S" in slow_of(engine_at(api.url, 0.3), tmp_path)
    api.released.set()
    assert engine.sculpt(wish(), watch(tmp_path)).triangles == 12
    first.join(10.0)
    assert len(made) == 1


def slow_of(engine: HunyuanApiSculptor, folder: Path) -> str:
    with pytest.raises(RemoteSlow) as slow:
        engine.sculpt(wish(), watch(folder))
    return str(slow.value)


@pytest.mark.parametrize("way", ["", "/send"])
def test_a_cancelled_wish_is_left_within_half_a_second(
    api: HunyuanApi, engine_at: Engine, tmp_path: Path, way: str
) -> None:
    api.released.clear()
    engine, begun = engine_at(f"{api.url}{way}"), time.monotonic()
    with pytest.raises(StepCancelled):
        engine.sculpt(wish(), watch(tmp_path, cancelled_after(0.2)))
    assert time.monotonic() - begun < 1.0


CUT = b"glTF" + struct.pack("<III4s", 2, 1000, 20, b"JSON")
"""The beginning of a mesh."""
OTHERS: dict[str, tuple[Callable[[Request], None], type[Exception]]] = {
    "a web page": (lambda r: r.reply(200, "text/html", b"<html>Welcome</html>"), NotThatServer),
    "another API": (lambda r: r.json(404, {"detail": "Not Found"}), NotThatServer),
    "elsewhere": (lambda r: r.reply(302, "text/html", b""), NotThatServer),
    "no HTTP": (lambda r: r.raw(b"SSH-2.0-OpenSSH_9.2\r\n"), NotThatServer),
    "a server error": (lambda r: r.reply(502, "text/html", b"Bad Gateway"), RemoteAway),
    "half a mesh": (lambda r: r.reply(200, "model/gltf-binary", CUT), CutOff),
    "no mesh": (lambda r: r.reply(200, "model/gltf-binary", b"PK\3\4" + bytes(99)), NoMesh),
    "nothing": (lambda r: r.reply(200, "model/gltf-binary", b""), NoMesh),
    "too much": (lambda r: r.reply(200, "model/gltf-binary", b"", 2**40), RemoteTooLarge),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_something_else_at_that_url_is_told_apart(
    kind: str, engine_at: Engine, tmp_path: Path
) -> None:
    answer, error = OTHERS[kind]
    with serving(answer) as server, pytest.raises(error) as told:
        engine_at(server.url).sculpt(wish(), watch(tmp_path))
    assert server.url in str(told.value) or kind == "too much"
    assert ";" in str(told.value)


@pytest.mark.parametrize(
    "url",
    [
        "", "host:8081", "ftp://host", "http://", "http://host:port", "http://host?speed=1",
        "http://host?face_count=many", "http://[::1",
    ],
)  # fmt: skip
def test_what_is_no_url_is_refused_with_one_that_is(url: str, engine_at: Engine) -> None:
    with pytest.raises(BadAddress, match=r"http://host:8081|known: texture|give a number"):
        engine_at(url)


def test_the_doctor_asks_the_server(api: HunyuanApi, tmp_path: Path) -> None:
    assert why_not(api.url, settings(tmp_path)) == ""
    assert "check that it runs" in why_not("http://127.0.0.1:9", settings(tmp_path))
    with serving(lambda r: r.reply(200, "text/html", b"<p>")) as page:
        assert "is no such server" in why_not(page.url, settings(tmp_path))


@pytest.mark.parametrize("territory", ["", "EU", "FR", "GB", "KR"])
def test_it_starts_only_where_its_licence_holds(tmp_path: Path, territory: str) -> None:
    here = replace(settings(tmp_path), territory=territory)
    with pytest.raises(OutsideTerritory, match=r"SCENESTREAM_TERRITORY|does not hold in"):
        load("http://host", here)


def test_a_patience_that_makes_no_sense_is_refused(engine_at: Engine) -> None:
    with pytest.raises(Misconfigured, match="SCENESTREAM_REMOTE_S is '0'"):
        engine_at("http://host", 0)
