"""The desk: takes batches in, has their items made in turn, and hands out what comes of them.

As many items are in the log at once as the mesh consumers have slots; the others wait here, so that
whoever comes later has a turn soon, and what nobody waits for any more was never begun.
"""

from __future__ import annotations

import asyncio
import logging
import time
import uuid
from collections.abc import AsyncGenerator, Callable, Coroutine, Sequence
from typing import Any

from gateway.geometry.batch import Batch, Ticket, media_type
from gateway.geometry.crew import crew_of, slots_of
from gateway.geometry.errors import NoConsumer, ServerStopping
from gateway.geometry.figures import Figures, health
from gateway.geometry.places import Places, checked_name, default_name
from gateway.geometry.rotation import Rotation
from gateway.geometry.settings import GeometrySettings
from gateway.hub import Hub
from schemas import events as e
from schemas.errors import ScenestreamError
from schemas.geometry_v1 import Item, Line
from schemas.ids import SessionId
from streams.artifacts import ArtifactStore
from streams.commit import FLIGHT_CAP
from streams.ending import end
from streams.members import Member
from streams.outage import Outage
from streams.shards import Shards

logger = logging.getLogger(__name__)

STOP_S = 5.0
"""How long what is all but done has at the end."""
CREW_EVERY_S = 1.0
"""How soon a consumer that came or went is noticed."""


class Desk:
    """Batches between their clients and the log."""

    def __init__(
        self, shards: Shards, artifacts: ArtifactStore, settings: GeometrySettings
    ) -> None:
        self._shards, self._artifacts, self._settings = shards, artifacts, settings
        self._places = Places(settings.roots)
        self._hub = Hub(shards)
        self._rotation: Rotation[Ticket] = Rotation()
        self._figures = Figures()
        self._making: set[Ticket] = set()
        self._tasks: dict[Ticket, asyncio.Task[None]] = {}
        self._leaving: set[asyncio.Task[None]] = set()
        self._standing: list[asyncio.Task[None]] = []
        self._stirred = asyncio.Event()
        self._slots = 1
        self._stopping = False

    async def start(self) -> None:
        """Begin to hand out turns."""
        await self._hub.start()
        self._standing = [
            asyncio.create_task(self._hand_out()),
            asyncio.create_task(self._watch_crew()),
        ]

    @property
    def standing(self) -> tuple[asyncio.Task[None], ...]:
        """The tasks without which nobody gets a turn."""
        return (*self._hub.standing, *self._standing)

    async def stop(self) -> None:
        """Fail what is still there, and end what of it is in the log."""
        self._stopping = True
        waiting = self._rotation.drop(lambda ticket: True)
        unmade = [ticket for ticket in self._tasks if not ticket.made.done()]
        self._fail([*waiting, *unmade], ServerStopping(ServerStopping.__doc__))
        await end(*self._standing)
        await self._cancel(unmade, "the geometry server stopped")
        left = [*self._tasks.values(), *self._leaving]  # meshes being written, requests cancelled
        if left:
            await asyncio.wait(left, timeout=STOP_S)
        await end(*left)
        await self._hub.stop()

    async def health(self) -> dict[str, object]:
        """What /health says. Raises what ``crew_of`` raises when Redis is away."""
        crew = await crew_of(self._shards)
        making = {ticket.item.scene_id or ticket.batch.session for ticket in self._making}
        clients = len(self._rotation.clients | making)
        return health(self._figures, len(self._rotation), clients, len(self._making), crew)

    async def serve(self, items: Sequence[Item]) -> AsyncGenerator[Line, None]:
        """What becomes of each of ``items``, in order of completion.

        Whoever stops asking is not waited for: the rest of the batch is dropped. Raises
        ``RedisUnavailable``.
        """
        if self._stopping:
            raise ServerStopping(ServerStopping.__doc__)
        session = SessionId(str(uuid.uuid4()))
        batch = Batch.of(self._shards.of(session), session, items)
        self._figures.received += len(items)
        try:
            await batch.open(weight=-(-self._slots // FLIGHT_CAP))
        except BaseException:
            self._figures.failed += len(items)
            raise
        logger.info("geometry.asked", extra={"session": session, "items": len(items)})
        with self._hub.news(session) as news:
            listening = asyncio.create_task(batch.listen(news))
            try:
                self._enqueue(batch)
                for _ in items:
                    yield await batch.lines.get()
            finally:
                self._aside(end(listening))
                self._leave(batch)

    def _enqueue(self, batch: Batch) -> None:
        for ticket in batch.tickets:
            refused = self._refusal(ticket.item)
            if refused:
                self._fail([ticket], refused)
            else:
                self._rotation.add(ticket.item.scene_id or batch.session, [ticket])
        self._stirred.set()

    def _refusal(self, item: Item) -> ScenestreamError | str:
        """What is wrong with an item as it was said; "" for nothing."""
        if item.refused:
            return item.refused
        try:
            for path in (item.image_path, item.output_dir, item.debug_folder):
                if path or path is not item.debug_folder:
                    self._places.within(path)
            if item.output_filename:
                checked_name(item.output_filename)
        except ScenestreamError as refused:
            return refused
        return ""

    async def _hand_out(self) -> None:
        while True:
            self._stirred.clear()
            while len(self._making) < self._slots:
                ticket = self._rotation.take()
                if ticket is None:
                    break
                self._begin(ticket)
            await self._stirred.wait()

    def _begin(self, ticket: Ticket) -> None:
        ticket.taken_s = time.monotonic()
        self._figures.waited.note(ticket.taken_s - ticket.received_s)
        self._making.add(ticket)
        task = asyncio.create_task(self._see_through(ticket))
        self._tasks[ticket] = task
        task.add_done_callback(lambda _: self._tasks.pop(ticket, None))

    def _release(self, ticket: Ticket) -> None:
        self._making.discard(ticket)
        self._stirred.set()

    async def _see_through(self, ticket: Ticket) -> None:
        """From the picture's file to the mesh's: the outermost loop of an item."""
        try:
            try:
                made = await self._made(ticket)
                self._figures.made.note(time.monotonic() - (ticket.taken_s or 0.0))
            finally:
                self._release(ticket)  # what is left to do holds no consumer up
            path = await self._delivered(ticket, made)
        except ScenestreamError as failed:
            self._fail([ticket], failed)
        except Exception:  # a bug costs its item, and is reported
            logger.exception("geometry.failed", extra={"session": ticket.batch.session})
            self._fail([ticket], "an internal error, which the server's log describes; report it")
        else:
            self._settle(ticket, Line(ticket.item.index, path=path))
            await self._note_delivery(ticket, path)

    async def _made(self, ticket: Ticket) -> e.GeometryGenerated:
        picture = await asyncio.to_thread(self._places.read, ticket.item.image_path)
        kind = media_type(picture)
        image = await asyncio.to_thread(self._artifacts.put, picture, kind)
        if not ticket.made.done():
            # Not cut off half way: who gives up on it has to know whether there is a request.
            accepting = ticket.batch.accept(ticket, image, self._settings.strict)
            ticket.accepting = asyncio.create_task(accepting)
            await asyncio.shield(ticket.accepting)
        return await ticket.made

    async def _delivered(self, ticket: Ticket, made: e.GeometryGenerated) -> str:
        glb = await asyncio.to_thread(self._artifacts.get, made.mesh)
        item = ticket.item
        name = item.output_filename or default_name(item.prompt, time.time())
        replace = bool(item.output_filename)
        write: Callable[[], str] = lambda: self._places.write(  # noqa: E731
            item.output_dir, name, glb, replace=replace
        )
        return await asyncio.to_thread(write)

    async def _note_delivery(self, ticket: Ticket, path: str) -> None:
        try:
            await ticket.batch.delivered(ticket, path)
        except ScenestreamError as lost:  # the client has its mesh
            logger.warning("geometry.unnoted", extra={"path": path, "error": str(lost)})

    def _settle(self, ticket: Ticket, line: Line) -> None:
        if ticket.is_done:
            return
        ticket.is_done = True
        self._figures.completed += not line.error
        self._figures.failed += bool(line.error)
        self._figures.whole.note(time.monotonic() - ticket.received_s)
        ticket.batch.lines.put_nowait(line)
        logger.info(
            "geometry.settled",
            extra={
                "session": ticket.batch.session,
                "request": ticket.request,
                "index": line.index,
                "error": line.error or None,
            },
        )

    def _fail(self, tickets: Sequence[Ticket], why: ScenestreamError | str) -> None:
        for ticket in tickets:
            if isinstance(why, ScenestreamError):
                ticket.fail(why)
            self._settle(ticket, Line(ticket.item.index, error=str(why)))

    def _leave(self, batch: Batch) -> None:
        """Drop what is left of a batch, in the background: its client may have gone in a hurry."""
        self._rotation.drop(lambda ticket: ticket.batch is batch)
        left = [ticket for ticket in batch.tickets if not ticket.is_done]
        if not left:
            return
        self._figures.failed += len(left)
        for ticket in left:
            ticket.is_done = True
        logger.info("geometry.left", extra={"session": batch.session, "items": len(left)})
        self._aside(self._abandon(left))

    def _aside(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it, though whoever wanted it may be cancelled."""
        task = asyncio.create_task(work)
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)

    async def _abandon(self, left: Sequence[Ticket]) -> None:
        await self._cancel(left, "its client went away")
        await end(*(self._tasks[ticket] for ticket in left if ticket in self._tasks))

    async def _cancel(self, tickets: Sequence[Ticket], reason: str) -> None:
        """End the requests of ``tickets``, as far as they are in the log and open there."""
        for ticket in tickets:
            if ticket.accepting is None:
                continue
            try:
                await asyncio.wait([ticket.accepting])
                await ticket.batch.log.cancel(ticket.batch.session, ticket.request, reason)
            except ScenestreamError as lost:  # then it is made for nobody
                logger.warning("geometry.uncancelled", extra={"error": str(lost)})

    async def _watch_crew(self) -> None:
        outage, missing_since = Outage("geometry"), None
        while True:
            crew: list[Member] = []
            try:
                crew = await crew_of(self._shards)
                outage.over()
            except Exception as lost:  # noqa: BLE001 - the outermost loop goes on
                outage.lost(lost)
            now = time.monotonic()
            slots = slots_of(crew)
            if slots:
                missing_since = None
            elif missing_since is None:
                missing_since = now
            elif now - missing_since > self._settings.no_consumer_s:
                self._give_up()
            # One is let through in any case: work that waits is what starts a consumer elsewhere.
            self._slots = max(1, slots)
            self._stirred.set()
            await asyncio.sleep(CREW_EVERY_S)

    def _give_up(self) -> None:
        """Fail everything: nobody has been there to do it for too long."""
        stranded = [*self._rotation.drop(lambda ticket: True), *self._making]
        if stranded:
            self._fail(stranded, NoConsumer(self._settings.no_consumer_s))
            self._aside(self._cancel(stranded, "nobody was there to make it"))
