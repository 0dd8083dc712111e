"""Hunyuan3D's own server, ``api_server.py`` of Tencent-Hunyuan/Hunyuan3D-2, over HTTP.

What was read of it in commit 9cc41a3: ``POST /generate`` answers with the GLB itself and works
inside the server's event loop, so that meanwhile it answers nobody; wishes of several consumers
queue up before it. Whatever fails there is a 404 with an ``error_code``, without a reason. ``POST
/send`` answers at once with a ``uid``, starts a thread for each, without a limit, and a job that
fails is "processing" for ever in ``GET /status/{uid}``; the file that makes it "completed" is
written in place, so that it may come cut off. Neither can be cancelled: to go away is all one can
do. So ``/generate`` is asked, unless the URL ends in ``/send``, for where a proxy cuts off requests
that take long. Texture needs a server that was started with ``--enable_tex``.

Its licence holds neither in the EU, the UK nor South Korea, for its meshes either: wherever the
server is, this process has to be elsewhere.
"""

from __future__ import annotations

import base64
import binascii
import http.client
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from consumers.cards import card
from consumers.handler import Watch
from consumers.mesh.picture import opened
from consumers.mesh.port import Made, Wish
from consumers.mesh.remote.address import Address, BadAddress, read_address
from consumers.mesh.remote.errors import CutOff, NotThatServer, RemoteAway
from consumers.mesh.remote.exchange import Ask, Bounds, ask, media_type, read_all
from consumers.mesh.remote.mesh_file import MOST_BYTES, made_of
from consumers.mesh.remote.patience import patience_s
from consumers.mesh.terms import check_territory
from consumers.settings import EngineSettings
from schemas.errors import ScenestreamError

NAME, EXAMPLE = "hunyuan-api", "http://host:8081"
SEND = "/send"
LOOK_S = 1.0
"""How often the server is asked whether a job is done."""
LATE_LOOKS = 10
"""How often a mesh that was cut off is looked at again: it is being written."""
HEALTH_S = 5.0
OPTIONS: Mapping[str, int | float | bool] = {
    "texture": False,
    "octree_resolution": 256,
    "num_inference_steps": 5,
    "guidance_scale": 5.0,
    "face_count": 40_000,
}
"""What the URL's query may say, and what is sent otherwise: SceneSmith's values."""
_BASE64_SHARE = 3 / 4
_JSON = {"Content-Type": "application/json"}


class HunyuanApiSculptor:
    """Asks the server at ``address`` for one mesh at a time."""

    backends = ("hunyuan3d",)

    def __init__(self, address: Address, patience: float) -> None:
        self.name = f"{NAME}:{address.shown}"
        self.card = card(self.name)
        self.address = address
        self._options, self._patience_s = _options(address.options), patience

    def sculpt(self, wish: Wish, watch: Watch) -> Made:
        """The server's mesh. Raises ``PictureError``, and ``consumers.mesh.remote``'s errors."""
        watch.check()
        said = {**self._options, "seed": wish.seed, "type": "glb"}
        body = json.dumps({**said, "image": _image(wish.picture)}).encode()
        bounds = Bounds.of(self.name, self._patience_s, watch.check)
        made = self._sent(body, bounds) if self._sends else self._generated(body, bounds)
        return replace(made, parameters=said)

    @property
    def _sends(self) -> bool:
        return self.address.path.endswith(SEND)

    def _generated(self, body: bytes, bounds: Bounds) -> Made:
        asked = Ask("POST", "/generate", body, _JSON, partial(_refused, bounds.server))
        return ask(self.address, asked, bounds, lambda answer: _glb(answer, bounds))

    def _sent(self, body: bytes, bounds: Bounds) -> Made:
        at = replace(self.address, path=self.address.path.removesuffix(SEND))
        asked = Ask("POST", SEND, body, _JSON, partial(_refused, bounds.server))
        uid = str(ask(at, asked, bounds, lambda answer: _told(answer, bounds, 2**20)).get("uid"))
        bounds = replace(bounds, why="a job that fails there is processing for ever")
        late = 0
        while True:
            bounds.pause(LOOK_S)
            status = Ask("GET", f"/status/{uid}")
            told = ask(at, status, bounds, lambda answer: _told(answer, bounds, MOST_BYTES))
            if told.get("status") == "completed":
                try:
                    return made_of(_decoded(told, bounds), bounds.server)
                except CutOff:
                    late += 1
                    if late >= LATE_LOOKS:
                        raise
            elif told.get("status") != "processing":
                raise NotThatServer(bounds.server, f"its /status says {str(told)[:100]}")


def load(model: str, settings: EngineSettings) -> HunyuanApiSculptor:
    """The engine of ``hunyuan-api:URL``; its server is not asked yet. Raises ``Misconfigured``."""
    address = read_address(NAME, model, EXAMPLE, tuple(OPTIONS))
    engine = HunyuanApiSculptor(address, patience_s())
    check_territory(engine.name, engine.card, settings.territory)
    return engine


def why_not(model: str, settings: EngineSettings) -> str:
    """What it lacks. The server says nothing of itself, least of all while it works: that it knows
    the way to a status is all that is asked."""
    try:
        engine = load(model, settings)
        at = replace(engine.address, path=engine.address.path.removesuffix(SEND))
        bounds = Bounds.of(engine.name, HEALTH_S, lambda: None)
        ask(at, Ask("GET", "/status/none"), bounds, lambda answer: _told(answer, bounds, 2**20))
    except ScenestreamError as missing:
        return str(missing)
    return ""


def _options(said: Mapping[str, str]) -> dict[str, int | float | bool]:
    """The options, of the kind that their usual values are. Raises ``BadAddress``."""
    options = dict(OPTIONS)
    for name, text in said.items():
        usual = OPTIONS[name]
        try:
            options[name] = text == "1" if isinstance(usual, bool) else type(usual)(text)
        except ValueError as wrong:
            raise BadAddress(f"{NAME} has {name}={text}; give a number, as {usual}") from wrong
    return options


def _image(picture: bytes) -> str:
    """The picture as the server reads it, whatever it came as. Raises ``PictureError``."""
    file = io.BytesIO()
    opened(picture).save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()


def _glb(answer: http.client.HTTPResponse, bounds: Bounds) -> Made:
    if media_type(answer) in ("text/html", "application/json", "text/plain"):
        raise NotThatServer(bounds.server, f"it answers with {media_type(answer)}")
    return made_of(read_all(answer, bounds, MOST_BYTES), bounds.server)


def _told(answer: http.client.HTTPResponse, bounds: Bounds, most_bytes: int) -> dict[str, Any]:
    text = read_all(answer, bounds, int(most_bytes / _BASE64_SHARE) + 1024)
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as broken:
        raise NotThatServer(bounds.server, f"it answers {text[:100]!r}") from broken
    if not isinstance(told, dict):
        raise NotThatServer(bounds.server, f"it answers {text[:100]!r}")
    return told


def _decoded(told: Mapping[str, Any], bounds: Bounds) -> bytes:
    try:
        return base64.b64decode(str(told["model_base64"]), validate=True)
    except (KeyError, binascii.Error) as broken:
        raise NotThatServer(bounds.server, "its mesh is not told in base64") from broken


def _refused(server: str, status: int, body: bytes) -> ScenestreamError | None:
    """Any failure there is a 404 that does not say of what: it may pass, as one for want of memory
    does, or come again, so it is tried as often as the step allows."""
    try:
        told = json.loads(body)
        failed = status == 404 and bool(told["error_code"])
    except (ValueError, KeyError, TypeError):
        return None
    if not failed:
        return None
    return RemoteAway(server, f"it failed, and says no more than: {told.get('text', '')}")
