"""`GET /model/token-stream`: a message's answer as server-sent events, as the contract has them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from gateway.http.calling import Caller
from gateway.http.conversing import Answering, Asked, Conversations
from gateway.http.model_events import Said
from schemas.errors import ScenestreamError

HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


@dataclass(frozen=True, slots=True)
class TokenStream:
    """The route."""

    conversations: Conversations

    def router(self) -> APIRouter:
        """It alone."""
        router = APIRouter(tags=["model control"])
        router.get(
            "/model/token-stream",
            summary="Say something; what comes of it, as server-sent events",
            description="Events: metadata, thinking, token {content}, complete {response}, event "
            "{type, payload} (a change of the view), error, and done, which is the last.",
            response_class=StreamingResponse,
            responses={200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}},
        )(self.stream)
        return router

    async def stream(
        self,
        caller: Caller,
        message: Annotated[str, Query(description="what to create or change")],
        thread_id: Annotated[str, Query(description="a session, or any name for one")] = "",
        user_id: str = "",
    ) -> StreamingResponse:
        stack = AsyncExitStack()
        asked = Asked(message, thread_id, user_id)
        # What is wrong with it has a status, before there is a stream.
        answering = await stack.enter_async_context(self.conversations.asked(asked, caller))
        return StreamingResponse(
            _written(answering, stack), media_type="text/event-stream", headers=HEADERS
        )


async def _written(answering: Answering, stack: AsyncExitStack) -> AsyncIterator[str]:
    async with stack:
        try:
            async for said in answering.said():
                yield ": still here\n\n" if said is None else _event(said)
        except ScenestreamError as failed:
            told = {"error": str(failed), "code": failed.code, "category": failed.category}
            yield _event(Said("error", told))
            yield _event(Said("done", {"session": answering.session}))


def _event(said: Said) -> str:
    return f"event: {said.name}\ndata: {json.dumps(said.data, ensure_ascii=False)}\n\n"
