"""`GET /model/token-stream`: a message's answer as server-sent events, as the contract has them.

Browsers' EventSource asks again by itself when a connection ends, with the id of the last event:
that goes on where it was, and the message counts once. After ``done`` it is told to stop.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Header, Query, Response
from fastapi.responses import StreamingResponse

from gateway.http.calling import Caller
from gateway.http.conversing import Answering, Asked, Conversations
from gateway.http.model_events import Said
from schemas.errors import ScenestreamError

DONE = "done"
"""The last event, and the place behind it."""
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
            "{type, payload} (a change of the view), error, and done, which is the last. With "
            "Last-Event-ID, or the same message_id, the message counts once: what came of it since "
            "is told, or all of it again.",
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
        message_id: Annotated[str, Query(description="the same again counts once")] = "",
        last_event_id: Annotated[str, Header()] = "",
    ) -> Response:
        told, _, since = last_event_id.partition(".")
        if since == DONE:
            return Response(status_code=204)  # an EventSource stops at this
        stack = AsyncExitStack()
        asked = Asked(message, thread_id, user_id, told or message_id, since)
        # What is wrong with it has a status, before there is a stream.
        answering = await stack.enter_async_context(self.conversations.asked(asked, caller))
        return StreamingResponse(
            _written(answering, stack), media_type="text/event-stream", headers=HEADERS
        )


async def _written(answering: Answering, stack: AsyncExitStack) -> AsyncIterator[str]:
    async with stack:
        try:
            async for said, cursor in answering.said():
                place = DONE if said is not None and said.name == DONE else cursor
                yield _event(said, f"{answering.command}.{place}" if place else "")
        except ScenestreamError as failed:
            told = {"error": str(failed), "code": failed.code, "category": failed.category}
            yield _event(Said("error", told))
            yield _event(Said(DONE, {"session": answering.session}))


def _event(said: Said | None, place: str = "") -> str:
    if said is None:
        return ": still here\n\n"
    data = json.dumps(said.data, ensure_ascii=False)
    written = f"event: {said.name}\ndata: {data}\n"
    return f"{written}id: {place}\n\n" if place else f"{written}\n"
