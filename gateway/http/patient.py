"""The HTTP server's connections, with an end to their patience.

A client may send a later request's head as slowly, and take an answer as slowly, as the settings
say; then the connection is cut. What a body may take is ``gateway.http.guard``'s.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol


class PatientProtocol(H11Protocol):
    """``patience_s``: for how long nothing may move. ``gone``: is called when the connection is;
    ``floods``: a WebSocket's ping has come at some time, is that too many?"""

    def __init__(
        self,
        *args: Any,
        patience_s: float,
        gone: Callable[[], None],
        floods: Callable[[float], bool] = lambda _: False,
    ) -> None:
        super().__init__(*args)
        self._patience_s, self._gone, self._floods = patience_s, gone, floods
        self._heading: asyncio.TimerHandle | None = None
        self._stalled: asyncio.TimerHandle | None = None

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        answering = self.cycle is not None and not self.cycle.response_complete
        if answering or self.transport.is_closing():
            self._heading = self._end(self._heading)
        elif self._heading is None:  # a head has begun
            self._heading = self.loop.call_later(self._patience_s, self.transport.abort)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stalled = self._end(self._stalled)
        self._stalled = self.loop.call_later(self._patience_s, self.transport.abort)

    def resume_writing(self) -> None:
        self._stalled = self._end(self._stalled)
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        cycle = self.cycle
        if cycle is None or cycle.response_complete:
            super().send_400_response(msg)
            return
        # What was asked before is under way: nothing more comes of it, and nothing goes out twice.
        cycle.disconnected = True
        cycle.message_event.set()
        if cycle.response_started:
            self.transport.close()
        else:
            super().send_400_response(msg)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stalled, self._heading = self._end(self._stalled), self._end(self._heading)
        super().connection_lost(exc)
        self._gone()

    def handle_websocket_upgrade(self, event: Any) -> None:
        super().handle_websocket_upgrade(event)
        protocol: Any = self.transport.get_protocol()
        if protocol is self:
            return
        self._stalled, self._heading = self._end(self._stalled), self._end(self._heading)
        lost = protocol.connection_lost

        def connection_lost(exc: Exception | None) -> None:
            lost(exc)
            self._gone()

        answer = protocol.handle_ping

        def handle_ping() -> None:
            if self._floods(self.loop.time()):
                self.transport.abort()
            else:
                answer()

        # It is another's class: only this one of it.
        protocol.connection_lost, protocol.handle_ping = connection_lost, handle_ping

    @staticmethod
    def _end(timer: asyncio.TimerHandle | None) -> asyncio.TimerHandle | None:
        if timer is not None:
            timer.cancel()
        return None
