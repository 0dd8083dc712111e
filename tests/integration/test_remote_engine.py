"""The engine on a geometry server elsewhere, against one that answers as each test says."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from consumers.handler import StepCancelled
from consumers.mesh.errors import UnreadablePicture
from consumers.mesh.greybox_engine import GreyboxSculptor
from consumers.mesh.port import Wish
from consumers.mesh.remote import exchange, shared
from consumers.mesh.remote.address import BadAddress
from consumers.mesh.remote.errors import (
    CutOff,
    NoMesh,
    NotThatServer,
    RemoteAway,
    RemoteDenied,
    RemoteFailed,
    RemoteRefused,
    RemoteSlow,
    RemoteTooLarge,
    SharedFolder,
)
from consumers.mesh.remote.mesh_file import MOST_BYTES
from consumers.mesh.remote_engine import RemoteSculptor, load, why_not
from schemas.errors import Category
from schemas.geometry_events import Sam3d
from schemas.geometry_v1 import Line, line
from tests.integration.remote import cancelled_after, settings, watch, wish
from tests.standins.programmed import Request, serving

Engine = Callable[..., RemoteSculptor]
NDJSON = "application/x-ndjson"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shared one."""
    (tmp_path / "shared").mkdir()
    monkeypatch.setenv("SCENESTREAM_REMOTE_FOLDER", str(tmp_path / "shared"))
    monkeypatch.setattr(exchange, "FIRST_PAUSE_S", 0.02)
    monkeypatch.setattr(shared, "LATE_S", 0.3)
    return tmp_path / "shared"


@pytest.fixture
def engine_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    def engine(url: str, patience_s: float = 20.0) -> RemoteSculptor:
        monkeypatch.setenv("SCENESTREAM_REMOTE_S", str(patience_s))
        return load(url, settings(folder.parent))

    return engine


@pytest.fixture(scope="module")
def glb(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A real mesh of the wish's picture."""
    return GreyboxSculptor().sculpt(wish(), watch(tmp_path_factory.mktemp("store"))).glb


def said(request: Request, answer: Line) -> None:
    request.reply(200, NDJSON, line(answer))


def written(request: Request, glb: bytes, name: str = "mesh.glb") -> None:
    """Do as a geometry server does."""
    path = Path(request.document[0]["output_dir"]) / name
    path.write_bytes(glb)
    said(request, Line(0, path=str(path)))


def test_picture_and_mesh_go_over_the_shared_folder(
    folder: Path, engine_at: Engine, glb: bytes
) -> None:
    seen = []

    def answer(request: Request) -> None:
        (item,) = request.document
        seen.append(Path(item["image_path"]).read_bytes())
        written(request, glb)

    with serving(answer) as server:
        engine = engine_at(server.url)
        made = engine.sculpt(wish("a tall vase"), watch(folder))
    assert made.glb == glb
    assert max(made.size) == pytest.approx(1.0, abs=0.01)
    assert made.triangles > 100
    assert engine.name == f"remote:{server.url}"
    assert engine.card.is_unknown  # whoever runs the server knows
    assert seen == [wish().picture]
    (asked,) = server.asked
    assert asked.path == "/generate_geometries"
    assert asked.document[0]["prompt"] == "a tall vase"
    assert set(asked.document[0]) == {
        "image_path", "output_dir", "output_filename", "prompt", "backend",
    }  # fmt: skip
    assert list(folder.iterdir()) == []


def test_the_backend_is_passed_on(folder: Path, engine_at: Engine, glb: bytes) -> None:
    find = Sam3d(mode="object_description", object_description="the vase")
    with serving(lambda request: written(request, glb)) as server:
        plain, other = engine_at(server.url), engine_at(f"{server.url}?backend=sam3d")
        for engine, asked in (
            (plain, wish()),
            (plain, wish(backend="sam3d", find=find)),
            (other, wish()),
            (other, wish(backend="hunyuan3d")),
        ):
            made = engine.sculpt(asked, watch(folder))
    items = [request.document[0] for request in server.asked]
    assert [item["backend"] for item in items] == ["hunyuan3d", "sam3d", "sam3d", "hunyuan3d"]
    assert items[1]["sam3d_config"] == {
        "mode": "object_description", "object_description": "the vase",
    }  # fmt: skip
    assert made.parameters == {"backend": "hunyuan3d"}
    assert plain.backends == ("hunyuan3d", "sam3d")


def test_who_asks_is_told_to_the_server_alone(folder: Path, engine_at: Engine, glb: bytes) -> None:
    with serving(lambda request: written(request, glb)) as server:
        url = server.url.replace("://", "://me:s%40cret@")
        engine = engine_at(url)
        engine.sculpt(wish(), watch(folder))
    assert server.asked[0].headers["Authorization"] == "Basic bWU6c0BjcmV0"
    assert engine.name == f"remote:{server.url}"
    assert "cret" not in repr(engine.address)
    with pytest.raises(RemoteAway) as away:
        engine.sculpt(wish(), watch(folder))  # the server is gone
    assert "cret" not in str(away.value)


REFUSALS: dict[str, tuple[int, str, bytes, type[Exception], Category, str]] = {
    "the contract's 400": (
        400, "application/json", b'{"error": "Request 0 missing field: prompt"}', RemoteRefused,
        Category.INTERNAL, "400: Request 0 missing field: prompt",
    ),
    "413": (413, "text/plain", b"too big", RemoteRefused, Category.INTERNAL, "413: too big"),
    "401": (401, "text/plain", b"", RemoteDenied, Category.MISCONFIGURED, "user and a password"),
    "404": (404, "text/html", b"<h1>no</h1>", NotThatServer, Category.MISCONFIGURED, "404"),
    "405": (405, "text/html", b"", NotThatServer, Category.MISCONFIGURED, "405"),
    "302": (302, "text/html", b"", NotThatServer, Category.MISCONFIGURED, "elsewhere"),
    "500": (500, "text/html", b"oh", RemoteAway, Category.UNAVAILABLE, "500: oh"),
    "503": (503, "text/plain", b"", RemoteAway, Category.UNAVAILABLE, "503: Service Unavailable"),
    "429": (429, "text/plain", b"slow down", RemoteAway, Category.UNAVAILABLE, "slow down"),
    "a web page": (200, "text/html", b"<p>", NotThatServer, Category.MISCONFIGURED, "text/html"),
    "a line of something": (
        200, NDJSON, b"hello\n", NotThatServer, Category.MISCONFIGURED, "expected a line of JSON",
    ),
    "an endless line": (
        200, NDJSON, b"x" * 300_000, NotThatServer, Category.MISCONFIGURED, "does not end",
    ),
    "an item's failure": (
        200, NDJSON, line(Line(0, error="no object stands out; send one")), RemoteFailed,
        Category.INTERNAL, "no object stands out",
    ),
    "an item's failure that may pass": (
        200, NDJSON, line(Line(0, error="The server is stopping; ask again")), RemoteAway,
        Category.UNAVAILABLE, "stopping",
    ),
    "a secret in its words": (
        500, "text/plain", b"no route to http://me:secret@gpu", RemoteAway, Category.UNAVAILABLE,
        "http://\u2026gpu",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSALS)
def test_each_refusal_is_told_in_the_servers_words(
    kind: str, folder: Path, engine_at: Engine
) -> None:
    status, media, body, error, category, words = REFUSALS[kind]
    with serving(lambda r: r.reply(status, media, body)) as server, pytest.raises(error) as told:
        engine_at(server.url).sculpt(wish(), watch(folder))
    assert told.value.category is category  # type: ignore[attr-defined]
    assert words in str(told.value)
    assert f"remote:{server.url}" in str(told.value)
    assert ";" in str(told.value)  # the remedy
    assert "secret" not in str(told.value)
    assert len(server.asked) == 1  # only what fails on the way is tried again
    assert list(folder.iterdir()) == []


def test_a_connection_that_breaks_is_tried_again(
    folder: Path, engine_at: Engine, glb: bytes
) -> None:
    def answer(request: Request) -> None:
        if len(server.asked) == 1:
            request.handler.connection.close()  # as a server that is killed does
        elif len(server.asked) == 2:
            request.raw(b"HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n\r\n")
        else:
            written(request, glb)

    with serving(answer) as server:
        assert engine_at(server.url).sculpt(wish(), watch(folder)).glb == glb
    assert len(server.asked) == 3


def test_a_server_that_is_not_there_is_unavailable(folder: Path, engine_at: Engine) -> None:
    with pytest.raises(RemoteAway, match=r"refused.*check that it runs") as away:
        engine_at("http://127.0.0.1:9").sculpt(wish(), watch(folder))
    assert away.value.category is Category.UNAVAILABLE


def test_a_server_that_comes_back_meanwhile_is_found(
    folder: Path, engine_at: Engine, glb: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "FIRST_PAUSE_S", 0.4)
    with serving(lambda r: None) as before:
        port = int(before.url.rpartition(":")[2])
    made: list[bytes] = []
    engine = engine_at(before.url)
    asking = threading.Thread(target=lambda: made.append(engine.sculpt(wish(), watch(folder)).glb))
    asking.start()
    with serving(lambda request: written(request, glb), port=port):
        asking.join(10.0)
    assert made == [glb]


@pytest.mark.parametrize("begun", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nConte"])
def test_a_server_that_hangs_is_given_up(folder: Path, engine_at: Engine, begun: bytes) -> None:
    left: list[bool] = []

    def answer(request: Request) -> None:
        request.raw(begun)
        left.append(request.is_left())

    with serving(answer) as server:
        with pytest.raises(RemoteSlow, match=r"within 0\.3 s.*SCENESTREAM_REMOTE_S"):
            engine_at(server.url, 0.3).sculpt(wish(), watch(folder))
        until(lambda: left == [True])


def test_a_drop_at_a_time_does_not_prolong_it(folder: Path, engine_at: Engine) -> None:
    def answer(request: Request) -> None:
        request.raw(b"HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n\r\n")
        for _ in range(200):
            request.raw(b" ")
            time.sleep(0.02)

    begun = time.monotonic()
    with serving(answer) as server, pytest.raises(RemoteSlow):
        engine_at(server.url, 0.5).sculpt(wish(), watch(folder))
    assert time.monotonic() - begun < 5.0


def test_who_cancels_closes_the_connection(folder: Path, engine_at: Engine) -> None:
    left: list[bool] = []
    with serving(lambda request: left.append(request.is_left())) as server:
        begun = time.monotonic()
        with pytest.raises(StepCancelled):
            engine_at(server.url).sculpt(wish(), watch(folder, cancelled_after(0.2)))
        assert time.monotonic() - begun < 1.0
        until(lambda: left == [True])
    assert list(folder.iterdir()) == []


def test_a_mesh_that_is_still_being_written_is_waited_for(
    folder: Path, engine_at: Engine, glb: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "LATE_S", 5.0)

    def answer(request: Request) -> None:
        path = Path(request.document[0]["output_dir"]) / "mesh.glb"
        path.write_bytes(glb[: len(glb) // 2])
        said(request, Line(0, path=str(path)))
        threading.Timer(0.3, path.write_bytes, [glb]).start()

    with serving(answer) as server:
        assert engine_at(server.url).sculpt(wish(), watch(folder)).glb == glb


def test_a_mesh_that_is_none_is_told_as_such(folder: Path, engine_at: Engine, glb: bytes) -> None:
    broken: list[tuple[bytes, type[Exception]]] = [
        (glb[: len(glb) // 2], CutOff),
        (glb[:10], CutOff),
        (b"", NoMesh),
        (b"<html>", NoMesh),
        (glb[:20] + b"x" * (len(glb) - 20), NoMesh),
    ]
    for data, error in broken:
        with serving(partial(written, glb=data)) as server, pytest.raises(error):
            engine_at(server.url).sculpt(wish(), watch(folder))


def test_a_mesh_is_read_from_the_wishs_own_folder_alone(
    folder: Path, engine_at: Engine, glb: bytes
) -> None:
    secret = folder / "another.glb"
    secret.write_bytes(glb)

    def linked(request: Request) -> None:
        path = Path(request.document[0]["output_dir"]) / "mesh.glb"
        path.symlink_to(secret)
        said(request, Line(0, path=str(path)))

    for answer in (
        lambda r: said(r, Line(0, path=str(secret))),
        lambda r: said(r, Line(0, path=f"{r.document[0]['output_dir']}/../another.glb")),
        linked,
    ):
        with serving(answer) as server, pytest.raises(NoMesh, match="outside"):
            engine_at(server.url).sculpt(wish(), watch(folder))
    missing: Callable[[Request], None] = lambda r: said(  # noqa: E731
        r, Line(0, path=f"{r.document[0]['output_dir']}/no.glb")
    )
    with serving(missing) as server, pytest.raises(NoMesh, match="is not there"):
        engine_at(server.url).sculpt(wish(), watch(folder))


def test_a_mesh_over_the_limit_is_not_read(
    folder: Path, engine_at: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(request: Request) -> None:
        path = Path(request.document[0]["output_dir"]) / "mesh.glb"
        path.touch()
        os.truncate(path, MOST_BYTES + 1)
        said(request, Line(0, path=str(path)))

    with serving(answer) as server, pytest.raises(RemoteTooLarge, match="more than 256 MiB"):
        engine_at(server.url).sculpt(wish(), watch(folder))


def test_what_is_no_picture_is_not_sent(folder: Path, engine_at: Engine) -> None:
    with serving(lambda request: None) as server, pytest.raises(UnreadablePicture):
        engine_at(server.url).sculpt(Wish(b"hello"), watch(folder))
    assert server.asked == []


def test_a_folder_that_is_not_shared_is_named(
    folder: Path, engine_at: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for said_, why in (("", "unset"), ("shared", "absolute path"), (f"{folder}/no", "no folder")):
        monkeypatch.setenv("SCENESTREAM_REMOTE_FOLDER", said_)
        with pytest.raises(SharedFolder, match=why):
            load("http://host", settings(folder))
    monkeypatch.setenv("SCENESTREAM_REMOTE_FOLDER", str(folder))
    engine = engine_at("http://host")
    folder.rmdir()
    with pytest.raises(SharedFolder, match="SCENESTREAM_REMOTE_FOLDER"):
        engine.sculpt(wish(), watch(folder.parent))


def test_what_a_killed_process_left_is_taken_away_a_day_later(
    folder: Path, engine_at: Engine
) -> None:
    for name, age_s in (("scenestream-a", 90_000), ("scenestream-b", 60), ("another", 90_000)):
        (folder / name).mkdir()
        (folder / name / "picture.png").touch()
        os.utime(folder / name, (time.time() - age_s,) * 2)
    engine_at("http://host")
    assert sorted(left.name for left in folder.iterdir()) == ["another", "scenestream-b"]


def test_a_server_without_tls_is_told_as_such(folder: Path, engine_at: Engine) -> None:
    with serving(lambda request: None) as server:
        url = server.url.replace("http:", "https:")
        with pytest.raises(NotThatServer, match="does not speak TLS"):
            engine_at(url).sculpt(wish(), watch(folder))


@pytest.mark.parametrize("url", ["", "host", "http://host?backend=trellis", "http://host?x=1"])
def test_what_is_no_url_is_refused(url: str, engine_at: Engine) -> None:
    with pytest.raises(BadAddress, match=r"http://host:7000|known: "):
        engine_at(url)


def test_the_doctor_asks_how_the_server_is(folder: Path) -> None:
    def well(workers: int) -> Callable[[Request], None]:
        return lambda r: r.reply(200, "application/json", json.dumps(told(workers)).encode())

    def told(workers: int) -> dict[str, object]:
        return {"status": "healthy", "num_workers": workers}

    with serving(well(2)) as server:
        assert why_not(server.url, settings(folder)) == ""
    with serving(well(0)) as server:
        assert "no workers" in why_not(server.url, settings(folder))
    assert "check that it runs" in why_not("http://127.0.0.1:9", settings(folder))


def until(done: Callable[[], bool], timeout_s: float = 10.0) -> None:
    """Wait for what another thread does."""
    deadline = time.monotonic() + timeout_s
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.01)
