"""The loop that someone writes by hand on Redis Streams: what the product is measured against.

It takes up to 100 jobs in one XREADGROUP and, in one MULTI, publishes the follow-ups, acknowledges
and deletes. It has no fence, no idempotency, no log, no retries and nobody takes over from it.
``python -m ops.bench.by_hand URL CONSUMER`` is one consumer process of it.
"""

from __future__ import annotations

import sys
from itertools import pairwise

from redis import Redis
from redis.exceptions import ResponseError

STEPS = ("hand:0", "hand:1")
"""Where jobs are and where their follow-ups go."""
CHAIN = tuple(f"chain:{n}" for n in range(7))
"""Six stages' streams, and the one that takes what the last of them answers."""
GROUP = "hand"
BATCH = 100
BODY = '{"type":"asset.wanted","v":1,"text":"' + "x" * 260 + '"}'
"""About 300 bytes."""


def load(redis: Redis, jobs: int) -> None:
    """Put ``jobs`` jobs there."""
    for start in range(0, jobs, 1000):
        with redis.pipeline(transaction=False) as batch:
            for _ in range(min(1000, jobs - start)):
                batch.xadd(STEPS[0], {"e": BODY})
            batch.execute()


def work(redis: Redis, consumer: str) -> None:
    """Answer every job of each stream with one on the next, for ever."""
    after: dict[bytes, str] = {}
    for streams in (STEPS, CHAIN):
        for stream, following in pairwise(streams):
            after[stream.encode()] = following
            try:
                redis.xgroup_create(stream, GROUP, "0", mkstream=True)
            except ResponseError as known:
                if "BUSYGROUP" not in str(known):
                    raise
    sources = dict.fromkeys(after, ">")
    while True:
        answer = redis.xreadgroup(GROUP, consumer, sources, count=BATCH, block=1000)
        for stream, rows in answer or ():
            ids = [row_id for row_id, _ in rows]
            with redis.pipeline(transaction=True) as batch:
                for _, fields in rows:
                    batch.xadd(after[stream], fields)
                batch.xack(stream, GROUP, *ids)
                batch.xdel(stream, *ids)
                batch.execute()


def command(url: str, consumer: str) -> list[str]:
    """The command of one consumer process."""
    return [sys.executable, "-m", "ops.bench.by_hand", url, consumer]


def main(url: str, consumer: str) -> None:
    """One consumer process."""
    with Redis.from_url(url, protocol=2) as redis:
        redis.ping()
        print("ready", flush=True)
        sys.stdin.readline()
        work(redis, consumer)


if __name__ == "__main__":
    main(*sys.argv[1:3])
