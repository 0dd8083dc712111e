"""How long a client that comes back waits until its scene is the log's."""

from __future__ import annotations

import asyncio

from ops.bench.figure import Figure
from ops.bench.gateway.place import Place, Told, opened
from ops.bench.gateway.truth import hashes

MISSED = (4, 40, 200, 1_000)
EACH = 50
P99_MS = 500.0


def measure() -> list[Figure]:
    """The figures of this file."""
    with opened() as place, place.writer() as writer, place.clients() as clients:
        return [f for missed in MISSED for f in _missed(place, writer, clients, missed)]


def _missed(place: Place, writer: Told, clients: Told, events: int) -> list[Figure]:
    sessions = [f"left-{events}-{n}" for n in range(EACH)]
    writer.ask(begin=sessions)
    clients.ask(do="join", sessions=sessions)
    clients.ask(do="away")
    writer.ask(sessions=sessions, events=events * EACH, a_second=0.0)
    said = clients.ask(do="resume", hashes=asyncio.run(hashes(place, sessions)))
    target = P99_MS if events == max(MISSED) else None
    return [
        Figure(f"gateway.resume.{events}_missed.p99", said["p99"], "ms", None, target),
        Figure(f"gateway.resume.{events}_missed.p50", said["p50"], "ms"),
        Figure(f"gateway.resume.{events}_missed.whole", said["whole"], f"of {EACH}"),
    ]
