"""One body of requests: a session of its own, with a request for each item, and what came of them.

What belongs here: what the log says of a batch. What does not: whose turn it is (``desk``).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gateway.geometry.errors import ItemCancelled, ItemFailed, ItemLost
from schemas import events as e
from schemas.artifacts import JPEG, PNG, ArtifactRef
from schemas.errors import ScenestreamError
from schemas.geometry_v1 import Item, Line
from schemas.ids import EventId, RequestId, SessionId
from streams.errors import RedisUnavailable, SessionErased
from streams.log import Log

logger = logging.getLogger(__name__)

PROTOCOL = "geometry.v1"
LOOK_AGAIN_S = 10.0
"""A log is looked at without news, too: a flushed Redis sends none, and no stream may hang."""
_KINDS = (
    (b"\x89PNG", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"RIFF", "image/webp"),
    (b"GIF8", "image/gif"),
)
OTHER = "application/octet-stream"


@dataclass(eq=False, slots=True)
class Ticket:
    """An item on its way. ``made``: what the log says came of it, or a ``ScenestreamError``.

    Times are of the monotonic clock; ``accepting``: its request is being, or was, appended.
    """

    batch: Batch
    item: Item
    request: RequestId
    received_s: float
    made: asyncio.Future[e.GeometryGenerated]
    taken_s: float | None = None
    accepting: asyncio.Task[None] | None = None
    is_done: bool = False

    @property
    def was_accepted(self) -> bool:
        """Whether its request is in the log for certain."""
        return self.accepting is not None and self.accepting.done()

    def fail(self, why: ScenestreamError) -> None:
        """Nothing will come of it, unless something has already."""
        if not self.made.done():
            self.made.set_exception(why)
            self.made.exception()  # whoever waited may have gone


@dataclass(eq=False, slots=True)
class Batch:
    """``lines``: what is to be sent, in order of completion."""

    log: Log
    session: SessionId
    tickets: list[Ticket] = field(default_factory=list)
    lines: asyncio.Queue[Line] = field(default_factory=asyncio.Queue)
    seen: EventId | None = None

    @classmethod
    def of(cls, log: Log, session: SessionId, items: Sequence[Item]) -> Batch:
        """The batch of ``items``, received now."""
        batch, loop, now = cls(log, session), asyncio.get_running_loop(), time.monotonic()
        for item in items:
            request = RequestId(uuid.uuid4().hex)
            batch.tickets.append(Ticket(batch, item, request, now, loop.create_future()))
        return batch

    async def open(self, weight: int) -> None:
        """Begin the session. ``weight``: what it needs to keep all consumers busy by itself."""
        client = self.tickets[0].item.scene_id[:200]
        opened = e.SessionOpened(protocol=PROTOCOL, client=client)
        done = await self.log.append(self.session, None, "opened", (opened,), by=PROTOCOL)
        self.seen = done.ids[0] if done.ids else None
        if weight > 1:
            await self.log.weigh(self.session, weight)

    async def accept(self, ticket: Ticket, image: ArtifactRef, strict: bool) -> None:
        """Append the ticket's request, which starts its work."""
        item = ticket.item
        wanted = e.GeometryRequested(
            index=item.index,
            image=image,
            source=item.image_path,
            prompt=item.prompt,
            backend=item.backend,
            strict=strict,
            sam3d=item.sam3d,
            scene_id=item.scene_id,
            output_dir=item.output_dir,
            output_filename=item.output_filename,
        )
        accepted = e.RequestAccepted(kind="geometry", text=item.prompt)
        payloads = (accepted, wanted)
        await self.log.append(self.session, ticket.request, "accepted", payloads, by=PROTOCOL)

    async def delivered(self, ticket: Ticket, path: str) -> None:
        """Append where the ticket's mesh lies."""
        fact, mark = (
            e.GeometryDelivered(of=ticket.request, path=path),
            f"delivered:{ticket.request}",
        )
        await self.log.append(self.session, None, mark, (fact,), by=PROTOCOL)

    async def listen(self, news: asyncio.Event) -> None:
        """Settle tickets as the log tells of them, for ever. ``news``: there may be something."""
        while True:
            news.clear()
            accepted = [ticket for ticket in self.tickets if ticket.was_accepted]
            try:
                came = await self.log.follow(self.session, self.seen)
            except RedisUnavailable as away:
                logger.warning("redis.lost", extra={"error": str(away)})
                continue
            except SessionErased as gone:
                for ticket in self.tickets:
                    ticket.fail(gone)
                return
            if came.gap:
                there = {event.request for event in came.events}
                for ticket in accepted:
                    if ticket.request not in there:
                        ticket.fail(ItemLost(ItemLost.__doc__))
            self._settle(came.events)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN_S):
                    await news.wait()

    def _settle(self, events: Iterable[e.Event]) -> None:
        by_request = {ticket.request: ticket for ticket in self.tickets}
        for event in events:
            self.seen = event.id or self.seen
            ticket = by_request.get(event.request) if event.request else None
            if ticket is None:
                continue
            match event.data:
                case e.GeometryGenerated() as made if not ticket.made.done():
                    ticket.made.set_result(made)
                case e.RequestFailed(message=message):
                    ticket.fail(ItemFailed(message))
                case e.RequestCancelled(reason=reason):
                    why = f" ({reason})" if reason else ""
                    ticket.fail(ItemCancelled(f"the request was cancelled{why}; ask again"))


def media_type(picture: bytes) -> str:
    """The media type that a picture's first bytes tell of."""
    return next((kind for begins, kind in _KINDS if picture.startswith(begins)), OTHER)
