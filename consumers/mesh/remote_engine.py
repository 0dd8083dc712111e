"""A geometry server elsewhere: ours, or another that speaks the same contract.

Picture and mesh go over a disk that both see, by the same path (``SCENESTREAM_REMOTE_FOLDER``).
Such a server says nothing until a mesh is made, so there is no progress to tell of. To cancel is to
close the connection: ours then drops the work, SceneSmith's goes on with it for nobody. What does
not belong here: serving that contract (``gateway.geometry``).
"""

from __future__ import annotations

import http.client
import json
from dataclasses import replace
from functools import partial
from pathlib import Path

from consumers.handler import Watch
from consumers.mesh.picture import opened
from consumers.mesh.port import Made, Wish
from consumers.mesh.remote.address import Address, BadAddress, read_address
from consumers.mesh.remote.errors import NotThatServer, RemoteRefused, said_of_item
from consumers.mesh.remote.exchange import Ask, Bounds, ask, media_type, read_all
from consumers.mesh.remote.patience import patience_s
from consumers.mesh.remote.shared import shared_folder, sweep, whole_mesh, wish_folder
from consumers.settings import EngineSettings
from schemas.errors import ScenestreamError
from schemas.geometry_v1 import ASKER, BACKENDS, BrokenAnswer, read_line
from schemas.provenance import ModelCard, unknown_card

NAME, EXAMPLE = "remote", "http://host:7000"
LINE_BYTES = 256 * 1024
HEALTH_S = 5.0
MESH_FILE = "mesh.glb"


class RemoteSculptor:
    """Asks the server at ``address`` for one mesh at a time; it works on as many as ask at once.

    ``folder``: the shared one. ``patience``: seconds. ``asker``: the deployment that asks.
    """

    backends = BACKENDS
    """The server is asked for whichever a request names, and decides."""

    def __init__(self, address: Address, folder: Path, patience: float, asker: str = "") -> None:
        self.name = f"{NAME}:{address.shown}"
        self.card: ModelCard = unknown_card(self.name)
        self.address = address
        self._folder, self._patience_s, self._asker = folder, patience, asker

    def sculpt(self, wish: Wish, watch: Watch) -> Made:
        """The server's mesh. Raises ``PictureError``, and ``consumers.mesh.remote``'s errors."""
        watch.check()
        opened(wish.picture)  # what is no picture is told here, in our own words
        backend = wish.backend or self.address.options.get("backend", BACKENDS[0])
        bounds = Bounds.of(self.name, self._patience_s, watch.check)
        with wish_folder(self._folder) as folder:
            picture = folder / f"picture{_suffix(wish.picture)}"
            picture.write_bytes(wish.picture)
            path = self._made(_item(wish, backend, picture, folder), bounds)
            made = whole_mesh(path, folder, bounds)
        return replace(made, parameters={"backend": backend})

    def _made(self, item: dict[str, object], bounds: Bounds) -> str:
        """Where the server says that the mesh is."""
        body = json.dumps([item]).encode()
        headers = {"Content-Type": "application/json"}
        if self._asker:
            headers[ASKER] = self._asker
        asked = Ask("POST", "/generate_geometries", body, headers, partial(_refused, bounds.server))
        return ask(self.address, asked, bounds, lambda answer: _path(answer, bounds))


def load(model: str, settings: EngineSettings) -> RemoteSculptor:
    """The engine of ``remote:URL``; its server is not asked yet. Raises ``Misconfigured``."""
    address = read_address(NAME, model, EXAMPLE, ("backend",))
    backend = address.options.get("backend", BACKENDS[0])
    if backend not in BACKENDS:
        raise BadAddress(f"{NAME} has no backend {backend!r}; known: {', '.join(BACKENDS)}")
    folder = shared_folder()
    sweep(folder)
    return RemoteSculptor(address, folder, patience_s(), settings.deployment)


def why_not(model: str, settings: EngineSettings) -> str:
    """What it lacks; the server is asked how it is."""
    try:
        engine = load(model, settings)
        bounds = Bounds.of(engine.name, HEALTH_S, lambda: None)
        told = ask(engine.address, Ask("GET", "/health"), bounds, lambda a: _health(a, bounds))
    except ScenestreamError as missing:
        return str(missing)
    return "" if told.get("num_workers") else f"{engine.name} has no workers; start some there"


def _item(wish: Wish, backend: str, picture: Path, folder: Path) -> dict[str, object]:
    item: dict[str, object] = {
        "image_path": str(picture),
        "output_dir": str(folder),
        "output_filename": MESH_FILE,
        "prompt": wish.prompt,
        "backend": backend,
    }
    if wish.find is not None:
        item["sam3d_config"] = wish.find.model_dump(exclude_defaults=True)
    return item


def _path(answer: http.client.HTTPResponse, bounds: Bounds) -> str:
    """What the first line says. The rest is not waited for: one item has one line."""
    if media_type(answer) != "application/x-ndjson":
        raise NotThatServer(bounds.server, f"it answers with {media_type(answer)}")
    text = answer.readline(LINE_BYTES)
    if not text.endswith(b"\n"):
        # The server went before it had anything to say, or in the middle of it.
        if len(text) < LINE_BYTES:
            raise http.client.IncompleteRead(text)
        raise NotThatServer(bounds.server, "its line of JSON does not end")
    try:
        line = read_line(text)
    except BrokenAnswer as broken:
        raise NotThatServer(bounds.server, str(broken)) from broken
    if line.error or not line.path:
        raise said_of_item(bounds.server, line.error or "it does not say where the mesh is")
    return line.path


def _health(answer: http.client.HTTPResponse, bounds: Bounds) -> dict[str, object]:
    try:
        told = json.loads(read_all(answer, bounds, LINE_BYTES))
    except ValueError as broken:
        raise NotThatServer(bounds.server, f"its /health is no JSON ({broken})") from broken
    return told if isinstance(told, dict) else {}


def _refused(server: str, status: int, body: bytes) -> ScenestreamError | None:
    """A 400 has the contract's words in ``error``."""
    try:
        words = json.loads(body)["error"]
    except (ValueError, KeyError, TypeError):
        return None
    return RemoteRefused(server, status, str(words)) if status == 400 else None


def _suffix(picture: bytes) -> str:
    kinds = ((b"\x89PNG", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"RIFF", ".webp"), (b"GIF8", ".gif"))
    return next((suffix for begins, suffix in kinds if picture.startswith(begins)), ".img")
