"""Long answers, a piece at a time: a client is as slow as it likes, as long as pieces move."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping

from starlette.responses import Response, StreamingResponse

PIECE = 256 * 1024
"""Bytes. The next one is written when the client has taken most of this one, so that its patience
is counted piece by piece, and the network holds no copy of the whole."""


def answer(data: bytes, status: int, headers: Mapping[str, str]) -> Response:
    """``data`` as an answer with ``headers``, which name its type."""
    if len(data) <= PIECE:
        return Response(data, status, headers)
    whole = {**headers, "Content-Length": str(len(data))}
    return StreamingResponse(_pieces(data), status, whole)


async def _pieces(data: bytes) -> AsyncIterator[memoryview]:
    whole = memoryview(data)
    for at in range(0, len(whole), PIECE):
        yield whole[at : at + PIECE]
