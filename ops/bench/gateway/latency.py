"""From an event's append to the client's socket, in a thousand sessions that all move.

The time is taken before the append is asked for, so Redis's part is in it. A run in which the
clients' own process was late counts for nothing: its lag is a figure beside it.
"""

from __future__ import annotations

import statistics
from typing import Any

from ops.bench.figure import Figure
from ops.bench.gateway.place import Place, Told, opened

SESSIONS = 1_000
EVENTS_A_SECOND = 250.0
SECONDS = 20
P50_MS, P99_MS = 10.0, 50.0
WATCHERS = 20
"""Clients of one session, of which one stalls."""
ROUNDS = 5
STALL_RATIO = 1.1
STALL_EVENTS = 400
STALL_MORE = 3_000
"""Characters of each event then: a client that reads nothing soon has much waiting."""
LAG_MS = 10.0


def measure() -> list[Figure]:
    """The figures of this file."""
    with opened() as place, place.writer() as writer, place.clients() as clients:
        return [*_all_move(place, writer, clients), *_one_stalls(writer, clients)]


def _all_move(place: Place, writer: Told, clients: Told) -> list[Figure]:
    sessions = [f"moving-{n}" for n in range(SESSIONS)]
    writer.ask(begin=sessions)
    clients.ask(do="join", sessions=sessions)
    _run(writer, clients, sessions, SESSIONS, 0.0)  # everything is loaded, and at work
    cpu = place.cpu_s
    said, wrote = _run(writer, clients, sessions, int(SECONDS * EVENTS_A_SECOND), EVENTS_A_SECOND)
    used = (place.cpu_s - cpu) / wrote["events"]
    fast, _ = _run(writer, clients, sessions, 4 * SESSIONS, 0.0)
    clients.ask(do="leave", count=SESSIONS)
    return [
        Figure("gateway.latency.p50", said["p50"], "ms", None, P50_MS),
        Figure("gateway.latency.p99", said["p99"], "ms", None, P99_MS),
        Figure("gateway.latency.rate", wrote["a_second"], "events/s"),
        Figure("gateway.latency.heard", said["events"] / wrote["events"], "share", None, 1.0, True),
        Figure("gateway.latency.clients_lag_p99", said["lag_p99"], "ms", None, LAG_MS),
        Figure("gateway.latency.cpu", 1e3 * used, "ms/event"),
        Figure("gateway.latency.as_fast_as_written.p99", fast["p99"], "ms"),
    ]


def _one_stalls(writer: Told, clients: Told) -> list[Figure]:
    """The others' p99 with one client that reads nothing, by turns with a run in which all read."""
    session = "watched"
    writer.ask(begin=[session])
    clients.ask(do="join", sessions=[session] * WATCHERS)
    _run(writer, clients, [session], 100, 0.0)
    ratios, pairs = [], []
    for _ in range(ROUNDS):
        free, _ = _run(writer, clients, [session], STALL_EVENTS, 100.0, STALL_MORE)
        clients.ask(do="join", sessions=[session])
        clients.ask(do="stall", count=1)
        stuck, _ = _run(writer, clients, [session], STALL_EVENTS, 100.0, STALL_MORE)
        clients.ask(do="leave", count=1)
        pairs.append((stuck["p99"], free["p99"]))
        ratios.append(stuck["p99"] / free["p99"])
    stuck_ms, free_ms = (statistics.median(column) for column in zip(*pairs, strict=True))
    return [
        Figure(
            "gateway.stalled.others_p99", stuck_ms, "ms", free_ms, STALL_RATIO, of_ratio=True
        ),
        Figure("gateway.stalled.least_ratio", min(ratios), "times"),
    ]  # fmt: skip


def _run(
    writer: Told, clients: Told, sessions: list[str], events: int, a_second: float, more: int = 0
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Append so many events; what the clients noted of them, and what the writer says."""
    clients.ask(do="record")
    wrote = writer.ask(sessions=sessions, events=events, a_second=a_second, more=more)
    hear = (
        1 if len(sessions) > 1 else WATCHERS
    )  # of each event: a burst must not reach the next run
    clients.ask(do="heard_all", events=events * hear)
    return clients.ask(do="recorded"), wrote
