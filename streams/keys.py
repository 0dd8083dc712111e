"""Every Redis key, built here alone.

A session lives in one of ``shards`` shards by a stable hash of its id; ``{s<n>}`` is the Redis
Cluster hash tag, so that all keys that one commit touches lie in one slot.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from schemas.flow import Stage

STAGES: tuple[Stage, ...] = tuple(Stage)


@dataclass(frozen=True, slots=True)
class Queue:
    """A stage's stream of work in one of its two lanes.

    ``bulk``: the many parts of a whole new scene, which everything else overtakes.
    """

    stage: Stage
    bulk: bool = False

    def __str__(self) -> str:
        return f"{self.stage}:bulk" if self.bulk else str(self.stage)

    @property
    def number(self) -> int:
        """The queue's number in the scripts, from 1."""
        return STAGES.index(self.stage) + 1 + (len(STAGES) if self.bulk else 0)


QUEUES: tuple[Queue, ...] = tuple(Queue(stage, bulk) for bulk in (False, True) for stage in STAGES)
"""Every queue, in the order of their numbers."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one shard. ``prefix`` sets deployments on one Redis apart."""

    shard: int = 0
    prefix: str = "scn"

    def _key(self, *parts: str) -> str:
        return ":".join((self.prefix, f"{{s{self.shard}}}", *parts))

    @property
    def all_of(self) -> str:
        """What every key of this shard begins with."""
        return self._key("")

    def log(self, session: str) -> str:
        """Stream: the session's events, the truth."""
        return self._key("log", session)

    def work(self, stage: Stage, bulk: bool = False) -> str:
        """Stream: work for a stage, consumed by one group of the stage's name."""
        return self._key("work", str(Queue(stage, bulk)))

    @property
    def feed(self) -> str:
        """Stream, capped: every event of the shard and transient ones."""
        return self._key("feed")

    def request(self, request: str) -> str:
        """Hash: status, open joins, idempotency marks."""
        return self._key("req", request)

    def session(self, session: str) -> str:
        """Hash: revision, the request whose turn it is, what is in flight, idempotency marks."""
        return self._key("session", session)

    def turns(self, session: str) -> str:
        """Sorted set: open requests that may yet change the scene, by order of acceptance."""
        return self._key("turns", session)

    @property
    def sessions(self) -> str:
        """Sorted set: sessions by their last event's time, in ms."""
        return self._key("sessions")

    @property
    def due(self) -> str:
        """Sorted set: work that is tried again, by time in ms."""
        return self._key("due")

    def dead(self, stage: Stage) -> str:
        """Stream: dead letters of a stage."""
        return self._key("dead", stage)

    def redriven(self, letter: str) -> str:
        """String, for a while: by which call a dead letter was redriven, and to which event."""
        return self._key("redriven", letter)

    @property
    def deployment(self) -> str:
        """Hash: the settings that every process of a deployment must share."""
        return self._key("deployment")

    @property
    def all_work(self) -> list[str]:
        """The work streams of all queues, in ``QUEUES`` order."""
        return [self.work(queue.stage, queue.bulk) for queue in QUEUES]

    @property
    def parked(self) -> str:
        """Prefix of a session's parking lists; see ``parking``."""
        return self._key("park", "")

    def parking(self, queue: Queue, session: str) -> str:
        """List: the session's work that waits until less of it is in flight on ``queue``."""
        return f"{self.parked}{queue.number}:{session}"

    @property
    def open(self) -> str:
        """Sorted set: open requests, ``<session>/<request>``, by time of acceptance in ms."""
        return self._key("open")

    @property
    def members(self) -> str:
        """Hash: consumer -> what it is, can run and has done, as JSON."""
        return self._key("members")

    @property
    def beats(self) -> str:
        """Sorted set: consumers by their last heartbeat, in ms; 0 when they have left."""
        return self._key("beats")

    @property
    def totals(self) -> str:
        """Hash: steps and ms of each stage, of consumers that are no longer members."""
        return self._key("totals")

    @property
    def sweeping(self) -> str:
        """String: the consumer that looks for stranded requests at present."""
        return self._key("sweeping")

    def staged(self, token: str) -> str:
        """Stream, for a while: the events of a bundle that is being imported."""
        return self._key("staged", token)

    @property
    def archiving(self) -> str:
        """Stream: sessions that are to be sealed; its group is the archivers'."""
        return self._key("work", "archive")

    @property
    def looked(self) -> str:
        """Hash: upto, the sessions' last time up to which idle ones were looked for; since."""
        return self._key("looked")

    @property
    def cancelled(self) -> str:
        """Stream, capped: requests that were cancelled; workers listen to it."""
        return self._key("cancelled")

    @property
    def erased(self) -> str:
        """Sorted set: the SHA-1 of sessions that were erased, by when, in ms: none comes back."""
        return self._key("erased")

    @property
    def erasing(self) -> str:
        """Hash: what an erasure that has begun is to take away, by the session's SHA-256."""
        return self._key("erasing")

    @property
    def receipts(self) -> str:
        """Stream: what was erased, without a word of it."""
        return self._key("receipts")

    def used(self, user: str, day: str) -> str:
        """Hash, for a while: requests and engine_ms of a user's day; users are digests."""
        return self._key("used", user, day)

    def paid(self, request: str) -> str:
        """String, for a while: who asked for a request, both as digests."""
        return self._key("paid", request)

    def rate(self, user: str) -> str:
        """Hash, for a while: what a user may still send over all gateways; users are digests."""
        return self._key("rate", user)

    def stored(self, user: str) -> str:
        """Hash: a session's artifact, as digests, -> its bytes; total -> of all of them."""
        return self._key("stored", user)

    def said(self, broadcast: str) -> str:
        """String, for a while: that a broadcast was made; it is named by a digest."""
        return self._key("said", broadcast)

    @property
    def gateways(self) -> str:
        """Sorted set: gateways by their last heartbeat, in ms; silent ones are taken out."""
        return self._key("gateways")

    def here(self, gateway: str) -> str:
        """Hash, while the gateway lives: a session, as a digest -> clients it has there."""
        return self._key("here", gateway)

    @property
    def metered(self) -> str:
        """String: up to which entry of the feed users' counters count."""
        return self._key("metered")

    @property
    def never(self) -> str:
        """A key that nobody writes, named by scripts that also touch keys which they do not name.

        While a cluster moves a slot, a script could meet one of those that has moved already, and
        end in the middle. A key that is missing makes Redis refuse the whole call until it is over.
        """
        return self._key("never")


def shard_of(session: str, shards: int) -> int:
    """The shard of a session: stable across processes, machines and versions."""
    return zlib.crc32(session.encode()) % shards


def every_key(prefix: str = "scn") -> tuple[str, ...]:
    """Patterns of all keys of a deployment, its clients' snapshots included."""
    return f"{prefix}:*", snapshot_key("*")


def snapshot_key(client: str) -> str:
    """The key under which the shipping Unity client keeps its exported scene."""
    return f"scene:{client}"
