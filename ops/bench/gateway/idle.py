"""What a client takes of the gateway's memory that watches a session in which nothing happens.

Each client is in a session of its own, as most are.
"""

from __future__ import annotations

import resource
import time

from ops.bench.figure import Figure
from ops.bench.gateway.place import opened

CLIENTS = 10_000
WARM = 500
"""Clients before the first look: what a gateway needs once is not counted."""
SPARE_FILES = 1_000
KB_EACH = 30.0
SETTLE_S = 2.0
HOLD_S = 30.0
"""So long they are held before the second look: pings go out every 20 s."""


def measure() -> list[Figure]:
    """The figures of this file."""
    _allow_files()
    with opened() as place, place.clients() as clients:
        clients.ask(do="join", sessions=[""] * WARM)
        time.sleep(SETTLE_S)
        before = place.resident_kb
        began = time.perf_counter()
        clients.ask(do="join", sessions=[""] * CLIENTS)
        took_s = time.perf_counter() - began
        time.sleep(HOLD_S)
        each = (place.resident_kb - before) / CLIENTS
        cpu = place.cpu_s
        time.sleep(HOLD_S)
        used = (place.cpu_s - cpu) / HOLD_S
        clients.ask(do="all_there")
    return [
        Figure("gateway.idle.memory", each, "KB each", None, KB_EACH),
        Figure("gateway.idle.held", CLIENTS, "clients"),
        Figure("gateway.idle.joined", CLIENTS / took_s, "joins/s"),
        Figure("gateway.idle.cpu", 100 * used, "% of one"),
    ]


def _allow_files() -> None:
    """Let processes that are started from here open as many sockets as there are clients."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = CLIENTS + WARM + SPARE_FILES
    if soft < wanted and (hard == resource.RLIM_INFINITY or hard >= wanted):
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
