"""A stand-in for Hunyuan3D-2's ``api_server.py`` (commit 9cc41a3): its wire and its misbehaviour.

It makes a box of the picture's proportions. As the real one, it generates inside its only loop and
answers nobody meanwhile; whatever fails in ``/generate`` is a 404 that says nothing; a job of
``/send`` that fails is processing for ever; and what is written is seen while it is written.
"""

from __future__ import annotations

import base64
import io
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import trimesh
from PIL import Image

from tests.standins.programmed import Request, Server, serving

MESSAGE = "**NETWORK ERROR DUE TO HIGH TRAFFIC. PLEASE REGENERATE OR REFRESH THIS PAGE.**"
KNOWN = {
    "image", "mesh", "seed", "octree_resolution", "num_inference_steps", "guidance_scale",
    "texture", "face_count", "type",
}  # fmt: skip


@dataclass
class HunyuanApi:
    """``has_texture``: it was started with --enable_tex. ``fails``: how many more jobs do.
    ``halves``: how many more looks at a finished job see the first half of its file.
    ``released``: jobs wait for it; ``busy``: one has begun."""

    server: Server = field(default_factory=lambda: Server(""))
    has_texture: bool = False
    fails: int = 0
    halves: int = 0
    released: threading.Event = field(default_factory=threading.Event)
    busy: threading.Event = field(default_factory=threading.Event)
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return self.server.url

    def answer(self, request: Request) -> None:
        match request.method, request.path:
            case "POST", "/generate":
                try:
                    glb = self._make(request.document)
                except Exception:  # noqa: BLE001 - as the real one does
                    request.json(404, {"text": MESSAGE, "error_code": 1})
                else:
                    request.reply(200, "model/gltf-binary", glb)
            case "POST", "/send":
                uid = str(uuid.uuid4())
                threading.Thread(target=self._job, args=(uid, request.document)).start()
                request.json(200, {"uid": uid})
            case "GET", path if path.startswith("/status/"):
                request.json(200, self._status(path.removeprefix("/status/")))
            case _:
                request.json(404, {"detail": "Not Found"})

    def _status(self, uid: str) -> dict[str, str]:
        if uid not in self.files:
            return {"status": "processing"}
        glb = self.files[uid]
        if self.halves:
            self.halves -= 1
            glb = glb[: len(glb) // 2]
        return {"status": "completed", "model_base64": base64.b64encode(glb).decode()}

    def _job(self, uid: str, params: dict[str, Any]) -> None:
        try:
            self.files[uid] = self._make(params)
        except Exception:  # noqa: BLE001 - its thread ends, and nobody learns of it
            return

    def _make(self, params: dict[str, Any]) -> bytes:
        self.busy.set()
        self.released.wait(20.0)
        if self.fails:
            self.fails -= 1
            raise RuntimeError("CUDA out of memory")
        unknown = set(params) - KNOWN
        if unknown:
            raise TypeError(f"unexpected keyword arguments {unknown}")
        image = Image.open(io.BytesIO(base64.b64decode(params["image"])))
        image.load()
        if params.get("texture") and not self.has_texture:
            raise AttributeError("'ModelWorker' object has no attribute 'pipeline_tex'")
        mesh = trimesh.creation.box((image.width / image.height, 1.0, 0.5))
        made = mesh.export(file_type=params.get("type", "glb"))
        assert isinstance(made, bytes)
        return made


@contextmanager
def hunyuan_api() -> Iterator[HunyuanApi]:
    """The stand-in, running; its jobs do not wait."""
    api = HunyuanApi()
    api.released.set()
    with serving(api.answer, one_at_a_time=True) as server:
        api.server = server
        try:
            yield api
        finally:
            api.released.set()
