"""FastStream: a stream subscriber in a consumer group, which acknowledges after the handler.

``chain URL N`` sends N jobs through six stages, one at a time, and prints each one's milliseconds.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import logging
import sys
import time

from faststream import FastStream
from faststream.redis import RedisBroker, StreamSub
from redis.asyncio import Redis

BODY = "x" * 290
CHAIN = [f"faststream:chain:{n}" for n in range(7)]


def broker_of(url: str, consumer: str) -> RedisBroker:
    broker = RedisBroker(url, logger=None)

    def stage(source: str, target: str) -> None:
        group = StreamSub(source, group="g", consumer=consumer, max_records=100, last_id="0")

        @broker.subscriber(stream=group)
        @broker.publisher(stream=target)
        async def handle(body: str) -> str:
            return body

    for source, target in [("faststream:0", "faststream:1"), *itertools.pairwise(CHAIN)]:
        stage(source, target)
    return broker


async def load(url: str, jobs: int) -> None:
    async with RedisBroker(url, logger=None) as broker:
        await broker.start()
        for _ in range(jobs):
            await broker.publish(BODY, stream="faststream:0")


async def chain(url: str, jobs: int) -> None:
    redis, took = Redis.from_url(url, protocol=2), []
    async with RedisBroker(url, logger=None) as broker:
        await broker.start()
        last = "0-0"
        for _ in range(jobs):
            began = time.perf_counter()
            await broker.publish(BODY, stream=CHAIN[0])
            answer = None
            while not answer:
                answer = await redis.xread({CHAIN[-1]: last}, count=1, block=1000)
            took.append((time.perf_counter() - began) * 1000)
            last = answer[0][1][-1][0]
    await redis.aclose()
    print(json.dumps(took))


async def work(url: str, consumer: str) -> None:
    broker = broker_of(url, consumer)
    await broker.connect()
    print("ready", flush=True)
    sys.stdin.readline()
    await FastStream(broker, logger=None).run(log_level=logging.WARNING)


if __name__ == "__main__":
    what, url, argument = sys.argv[1:4]
    if what == "work":
        asyncio.run(work(url, argument))
    else:
        asyncio.run({"load": load, "chain": chain}[what](url, int(argument)))
