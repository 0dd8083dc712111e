"""A session's whole scene as a file over HTTP: one GLB, or a zip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Response

from gateway.export.exporting import Exports
from gateway.http import pieces
from gateway.http.calling import Caller
from gateway.v2.entering import Entrance
from schemas import wire_v2_pb2 as pb
from schemas.artifacts import GLB

ZIP = "application/zip"
At = Annotated[str, Query(description="an event, a revision (r3) or a time; empty: now")]


@dataclass(frozen=True, slots=True)
class Files:
    """The routes of files."""

    entrance: Entrance
    exports: Exports

    def router(self) -> APIRouter:
        """All of them."""
        router = APIRouter(prefix="/sessions", tags=["sessions"])
        for path, summary, kind, give in (
            ("/{session}/scene.glb", "The whole scene as one GLB", GLB, self.glb),
            ("/{session}/scene.zip", "The scene, its meshes and their terms", ZIP, self.zip),
        ):
            binary = {"content": {kind: {"schema": {"type": "string", "format": "binary"}}}}
            router.get(path, summary=summary, response_class=Response, responses={200: binary})(
                give
            )
        return router

    async def glb(self, caller: Caller, session: str, at: At = "") -> Response:
        async with self.entrance.entered(pb.Hello(session=session), caller) as inside:
            return _file(await self.exports.glb(inside.session, at), GLB, "scene.glb")

    async def zip(self, caller: Caller, session: str, at: At = "") -> Response:
        async with self.entrance.entered(pb.Hello(session=session), caller) as inside:
            return _file(await self.exports.zip(inside.session, at), ZIP, "scene.zip")


def _file(data: bytes, kind: str, name: str) -> Response:
    disposition = f'attachment; filename="{name}"'
    headers = {"Content-Disposition": disposition, "Cache-Control": "no-store"}
    return pieces.answer(data, 200, {**headers, "Content-Type": kind})
