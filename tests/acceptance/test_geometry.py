"""The geometry server as its clients find it: a real `scenestream up`, files on a shared disk."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from ops.client.geometry import GeometryClient, GeometryRefused, GeometryWish
from ops.geometry import GeometryServer, NotStarted
from tests import pictures
from tests.acceptance.scenesmith import Client, Failed, Response
from tests.acceptance.stack import Up, cli, up
from tests.gltf.validator import validate

CHAIR = "Modern wooden chair"


def free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return str(taken.getsockname()[1])


@dataclass
class Place:
    """A running server and a folder that it may use."""

    stack: Up
    folder: Path
    data: Path

    @property
    def url(self) -> str:
        return self.stack.ready["geometry"]

    def picture(self, name: str, data: bytes) -> str:
        file = self.folder / name
        file.write_bytes(data)
        return str(file)

    def ask(self, **wish: Any) -> dict[str, Any]:
        return {"output_dir": str(self.folder / "out"), "prompt": CHAIR, **wish}

    def health(self) -> dict[str, Any]:
        told: dict[str, Any] = httpx.get(f"{self.url}/health").json()
        return told


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder, data = tmp_path_factory.mktemp("shared"), tmp_path_factory.mktemp("stack")
    (folder / "out").mkdir()
    options = ("--geometry-port", free_port(), "--geometry-root", str(folder), "--workers", "2")
    with up(data, "--only", "geometry,mesh", *options) as stack:
        GeometryClient(stack.ready["geometry"]).health()
        yield Place(stack, folder, data)


@pytest.fixture
def chair(place: Place) -> str:
    return place.picture("chair.png", pictures.encoded(pictures.drawn()))


def test_the_other_platforms_client_gets_its_meshes_unchanged(place: Place, chair: str) -> None:
    client = Client(place.url)
    assert client.is_healthy()
    sam3d = {"sam3_checkpoint": "a.pt", "sam3d_checkpoint": "b.ckpt", "mode": "foreground"}
    asked = [
        place.ask(image_path=chair, output_filename="one.glb", debug_folder=str(place.folder)),
        place.ask(image_path=str(place.folder / "no.png")),
        place.ask(image_path=chair, backend="sam3d", sam3d_config=sam3d, scene_id="scene_001"),
        place.ask(image_path=chair, backend="trellis"),
    ]
    came = dict(client.generate(asked))
    assert sorted(came) == [0, 1, 2, 3]
    assert came[0] == Response(str(place.folder / "out" / "one.glb"))
    assert isinstance(came[2], Response)
    assert "No such file" in came[1].error_message
    assert came[3].error_message.startswith("Unknown backend: trellis")
    for made in (came[0], came[2]):
        assert validate(Path(made.geometry_path).read_bytes()).errors == 0


def test_refusals_are_in_the_contracts_words(place: Place, chair: str) -> None:
    client = Client(place.url)
    with pytest.raises(RuntimeError, match=r"^Request 1 missing field: image_path$"):
        list(client.generate([place.ask(image_path=chair), place.ask()]))
    post = f"{place.url}/generate_geometries"
    for body in (b"[]", b"null"):
        answer = httpx.post(post, content=body, headers={"content-type": "application/json"})
        assert (answer.status_code, answer.json()) == (400, {"error": "No JSON data provided"})
    answer = httpx.post(post, content=b"[]", headers={"content-type": "text/plain"})
    assert (answer.status_code, list(answer.json())) == (400, ["error"])
    assert httpx.get(post).status_code == 405
    assert httpx.post(f"{place.url}/generate_geometry", json=[]).status_code == 404
    huge = httpx.post(
        post, content=b" " * (17 * 2**20), headers={"content-type": "application/json"}
    )
    assert huge.status_code == 413


def test_a_site_whose_name_leads_here_has_nothing_made(place: Place) -> None:
    post = f"{place.url}/generate_geometries"
    for headers in ({"host": "evil.example:7000"}, {"origin": "https://evil.example"}):
        assert httpx.post(post, json=[], headers=headers).status_code == 403
        assert httpx.get(f"{place.url}/health", headers=headers).status_code == 403


BAD = {
    "empty": (b"", "it is empty"),
    "no picture": (b"hello", "not a picture format"),
    "truncated": (pictures.encoded(pictures.drawn())[:300], "cannot be read"),
    "20,000 pixels a side": (pictures.declared(20_000, 20_000), "20000 x 20000"),
    "nothing to see": (pictures.encoded(pictures.drawn().point(lambda _: 255)), "no object"),
}
GOOD = {
    "CMYK": pictures.encoded(pictures.drawn(mode="CMYK"), "JPEG"),
    "animated": pictures.animated(),
    "grey": pictures.encoded(pictures.drawn(mode="L")),
    "with a wrong suffix": pictures.encoded(pictures.drawn(), "BMP"),
}


def test_bad_pictures_fail_alone_and_odd_ones_are_made(place: Place) -> None:
    files = {**{n: data for n, (data, _) in BAD.items()}, **GOOD}
    asked = [
        place.ask(image_path=place.picture(f"{name}.png", data), output_filename=f"{name}.glb")
        for name, data in files.items()
    ]
    came = dict(Client(place.url).generate(asked))
    named = {name: came[n] for n, name in enumerate(files)}
    assert {n: type(made).__name__ for n, made in named.items()} == {
        **dict.fromkeys(BAD, "Failed"),
        **dict.fromkeys(GOOD, "Response"),
    }
    for name, (_, why) in BAD.items():
        assert why in named[name].error_message
    for name in GOOD:
        assert validate(Path(named[name].geometry_path).read_bytes()).errors == 0


def test_nothing_outside_the_roots_is_read_or_written(place: Place, chair: str) -> None:
    (place.folder / "link").symlink_to("/")
    asked = [
        place.ask(image_path="/etc/hostname"),
        place.ask(image_path="chair.png"),
        place.ask(image_path=f"{place.folder}/link/etc/hostname"),
        place.ask(image_path=chair, output_dir=str(place.folder.parent)),
        place.ask(image_path=chair, output_dir=f"{place.folder}/link/tmp"),
        place.ask(image_path=chair, output_dir=f"{place.folder}/../x"),
        place.ask(image_path=chair, output_filename="../x.glb"),
        place.ask(image_path=chair, debug_folder="/tmp"),
    ]
    came = dict(Client(place.url).generate(asked))
    assert [isinstance(came[n], Failed) for n in range(len(asked))] == [True] * len(asked)
    assert not (place.folder.parent / "x.glb").exists()


def test_jobs_of_one_prompt_in_one_second_keep_their_own_files(place: Place, chair: str) -> None:
    came = dict(Client(place.url).generate([place.ask(image_path=chair)] * 4))
    paths = {made.geometry_path for made in came.values()}
    assert len(paths) == 4
    assert all(Path(path).name.startswith("geometry_") for path in paths)


def test_the_log_tells_of_a_batch_from_its_pictures_to_its_files(place: Place, chair: str) -> None:
    came = dict(Client(place.url).generate([place.ask(image_path=chair, scene_id="told")]))
    session = json.loads(cli(place.data, "sessions", "--json").stdout.splitlines()[0])["session"]
    shown = cli(place.data, "tail", session, "--json", "--no-follow").stdout.splitlines()
    events = [json.loads(line) for line in shown]
    assert [event["type"] for event in events[:6]] == [
        "session.opened",
        "request.accepted",
        "geometry.requested",
        "geometry.generated",
        "provenance.recorded",
        "request.completed",
    ]
    assert (events[2]["data"]["scene_id"], events[3]["data"]["engine"]) == ("told", "greybox")
    delivered = [event["data"]["path"] for event in events[6:]]
    assert delivered == [came[0].geometry_path]
    assert cli(place.data, "verify", session).returncode == 0


def test_health_counts_what_was_asked_for(place: Place, chair: str) -> None:
    before = place.health()
    list(Client(place.url).generate([place.ask(image_path=chair), place.ask(image_path="no")]))
    after = place.health()
    for name, more in [("total", 2), ("completed", 1), ("failed", 1)]:
        assert after[f"{name}_requests"] - before[f"{name}_requests"] == more
    assert (after["status"], after["num_workers"], len(after["workers"])) == ("healthy", 1, 1)
    assert (after["scheduler_queue_size"], after["processing_active"]) == (0, False)
    assert after["avg_processing_time_seconds"] > 0


def test_who_closes_the_connection_is_worked_for_no_more(place: Place, chair: str) -> None:
    before = place.health()
    asked = [place.ask(image_path=chair, output_filename="left.glb")] * 60
    with httpx.stream("POST", f"{place.url}/generate_geometries", json=asked) as answer:
        next(answer.iter_lines())
    deadline = time.monotonic() + 20
    while True:
        now = place.health()
        if not now["scheduler_queue_size"] and not now["processing_active"]:
            break
        assert time.monotonic() < deadline
    assert now["total_requests"] - before["total_requests"] == 60
    assert now["completed_requests"] - before["completed_requests"] < 30
    done = now["completed_requests"] + now["failed_requests"]
    assert done == now["total_requests"]


def test_a_killed_consumer_hangs_no_stream(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    picture = tmp_path / "a.png"
    picture.write_bytes(pictures.encoded(pictures.drawn(1500)))
    port, lease = free_port(), {"SCENESTREAM_LEASE_S": "1"}
    options = ("--geometry-port", port, "--geometry-root", str(tmp_path))
    with up(tmp_path / "door", "--only", "geometry", *options, **lease) as door:
        env = {**lease, "REDIS_URL": door.redis}
        mesh = ("--only", "mesh", "--workers", "1")
        with up(tmp_path / "a", *mesh, **env) as mortal, up(tmp_path / "b", *mesh, **env):
            wish = GeometryWish(str(picture), str(tmp_path / "out"), "vase")
            came = []
            for line in GeometryClient(door.ready["geometry"]).generate([wish] * 12):
                came.append(line)
                if len(came) == 2:
                    mortal.kill()
    assert sorted(line.index for line in came) == list(range(12))
    assert [line.error for line in came] == [""] * 12
    assert len({line.path for line in came}) == 12


def test_without_any_consumer_items_fail_after_a_while(tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(pictures.encoded(pictures.drawn()))
    options = ("--geometry-port", free_port(), "--geometry-root", str(tmp_path))
    patience = {"SCENESTREAM_GEOMETRY_PATIENCE_S": "1"}
    with up(tmp_path / "data", "--only", "geometry", *options, **patience) as door:
        wish = GeometryWish(str(picture), str(tmp_path), "vase")
        client = GeometryClient(door.ready["geometry"])
        came = list(client.generate([wish] * 3))
        assert client.health()["num_workers"] == 0
    assert sorted(line.index for line in came) == [0, 1, 2]
    assert all("no mesh consumer" in line.error for line in came)


def test_a_program_starts_and_stops_a_server(tmp_path: Path) -> None:
    root = tmp_path / "shared"
    root.mkdir()
    (root / "a.png").write_bytes(pictures.encoded(pictures.drawn()))
    server = GeometryServer(port=0, roots=[root], data=tmp_path / "data", workers=1, strict=True)
    with server:
        assert server.is_running
        client = GeometryClient(server.url)
        assert client.is_healthy()
        wish = GeometryWish(str(root / "a.png"), str(root), "vase", backend="sam3d")
        (line,) = client.generate([wish])
        assert line.error.startswith("sam3d can not run here")
        with pytest.raises(GeometryRefused, match="empty"):
            list(client.generate([]))
        twin = GeometryServer(port=server.port, data=tmp_path / "twin")
        with pytest.raises(NotStarted, match="geometry-port"):
            twin.start()
    assert not server.is_running
    assert not GeometryClient(server.url).is_healthy()
