"""Does what the session cores ask for: stores, appends, cancels. For every door alike."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from gateway.effects import Append, Store
from gateway.limits.limits import Allowance
from gateway.v2.channel import Channel
from gateway.v2.session import (
    Answer,
    BadClientFrame,
    CancelRequests,
    Effect,
    Enter,
    V2Session,
    read_frame,
    refusal,
)
from schemas import wire_v2_pb2 as pb
from schemas.errors import NotFound, ScenestreamError, Unavailable
from schemas.ids import RequestId
from streams.artifacts import ArtifactStore
from streams.commit import Commit
from streams.errors import SessionErased
from streams.log import envelopes
from streams.shards import Shards

TRIES = 20
"""Of a hand edit that others' changes overtake."""


class Overtaken(Unavailable):
    """The scene changes faster than this change can be added to it; send it again."""


@dataclass(frozen=True, slots=True)
class Taker:
    """Takes clients' commands. ``by``: what the log says wrote them."""

    shards: Shards
    artifacts: ArtifactStore
    by: str = "gateway"

    async def take(
        self,
        core: V2Session,
        message: bytes | str,
        channel: Channel,
        allowance: Allowance | None = None,
    ) -> list[pb.ServerFrame]:
        """Do what ``message`` asks for in the channel's session; what this client alone is
        answered. ``allowance``: what it may still do; None: it was asked already."""
        try:
            if allowance is not None:
                allowance.command(len(message))
            for _ in range(TRIES):
                effects = core.receive(message, channel.show.state)
                answers = [e.frame for e in effects if isinstance(e, Answer)]
                if allowance is not None:
                    await _admit(effects, channel, allowance)
                if await self._do(effects, channel):
                    return await _with_revision(answers, channel)
                await channel.caught_up()
            raise Overtaken(Overtaken.__doc__)
        except ScenestreamError as failed:
            return [refusal(failed, _command(message)).frame]

    async def _do(self, effects: list[Effect], channel: Channel) -> bool:
        """Do them in order; False: the scene has moved on since they were made."""
        for effect in effects:
            match effect:
                case Store(data=data, ref=ref):
                    await asyncio.to_thread(self.artifacts.put, data, ref.media_type)
                case Append():
                    if not await self._append(effect, channel):
                        return False
                case CancelRequests(request=request):
                    await self._cancel(request, channel)
                case Enter():
                    raise BadClientFrame("a connection says Hello once")
        return True

    async def _append(self, effect: Append, channel: Channel) -> bool:
        session = channel.session
        events = tuple(envelopes(effect.payloads, session, effect.request, None, self.by))
        commit = Commit(session, effect.request, effect.mark, events, revision=effect.revision)
        outcome = (await self.shards.of(session).commit(commit)).outcome
        if outcome == "erased":
            raise SessionErased(SessionErased.__doc__)
        return outcome != "stale"

    async def _cancel(self, request: RequestId | None, channel: Channel) -> None:
        log = self.shards.of(channel.session)
        if request is None:
            await log.cancel_all(channel.session)
        elif request in channel.show.state.requests:
            await log.cancel(channel.session, request)
        else:
            raise NotFound(f"{request[:64]!r} is no request of this session")


async def _with_revision(answers: list[pb.ServerFrame], channel: Channel) -> list[pb.ServerFrame]:
    for answer in answers:
        if answer.HasField("taken"):
            await channel.caught_up()
            answer.taken.revision = channel.show.state.revision
    return answers


async def _admit(effects: list[Effect], channel: Channel, allowance: Allowance) -> None:
    """Raises ``TooMany`` where a new request is among ``effects`` and can not be had now."""
    state = channel.show.state
    for effect in effects:
        match effect:
            case Append(request=request) if request is not None and request not in state.requests:
                under_way = state.scene is not None or any(
                    r.is_open for r in state.requests.values()
                )
                await allowance.request(channel.session, request, under_way)


def _command(message: bytes | str) -> str:
    try:
        return read_frame(message).id
    except ScenestreamError:  # one that was refused unread
        return ""
