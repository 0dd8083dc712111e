"""Connections lost by the thousand, and gateways killed, while the sessions move.

At the end every client must show what its session's log says, without one frame that did not fit.
"""

from __future__ import annotations

import asyncio
import os
import time

from ops.bench.figure import Figure
from ops.bench.gateway.place import Place, Told, opened
from ops.bench.gateway.truth import hashes

WHOLE = "SCENESTREAM_BENCH_WHOLE"
DROPS_A_SECOND = 100.0
EVENTS_A_SECOND = 100.0
KILL_EVERY_S = 10.0
AWAY_S = 0.5


def measure() -> list[Figure]:
    """The figures of this file."""
    whole = os.environ.get(WHOLE) == "1"
    drops, sessions = (10_000, 1_000) if whole else (1_000, 200)
    with opened() as place, place.writer() as writer, place.clients() as clients:
        return _measure(place, writer, clients, drops, [f"s-{n}" for n in range(sessions)])


def _measure(
    place: Place, writer: Told, clients: Told, drops: int, sessions: list[str]
) -> list[Figure]:
    writer.ask(begin=sessions)
    clients.ask(do="join", sessions=sessions)
    seconds = drops / DROPS_A_SECOND
    writer.tell(sessions=sessions, events=int(seconds * EVENTS_A_SECOND), a_second=EVENTS_A_SECOND)
    clients.tell(do="drops", count=drops, seed=7, over_s=seconds)
    kills = 0
    for _ in range(max(2, int(seconds / KILL_EVERY_S))):
        time.sleep(min(KILL_EVERY_S, seconds / 3))
        place.kill()
        kills += 1
        time.sleep(AWAY_S)
        place.start()
    wrote, lost = writer.answer(), clients.answer()
    clients.ask(do="quiet")
    shown, truth = clients.ask(do="hashes"), asyncio.run(hashes(place, sessions))
    differs = sum(truth[session] != number for session, number, _ in shown["shown"])
    return [
        Figure("gateway.drops.differ_from_the_log", differs, "clients", None, 0),
        Figure("gateway.drops.frames_that_did_not_fit", shown["wrong"], "frames", None, 0),
        Figure("gateway.drops.clients", len(sessions), "clients"),
        Figure("gateway.drops.dropped", lost["drops"], "drops"),
        Figure("gateway.drops.gateway_kills", kills, "kills"),
        Figure("gateway.drops.returns", lost["back"], "returns"),
        Figure("gateway.drops.return_p99", lost["back_p99"], "ms"),
        Figure("gateway.drops.events_meanwhile", wrote["events"], "events"),
    ]
