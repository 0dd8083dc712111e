"""taskiq with taskiq-redis: its stream broker, which acknowledges after the task."""

from __future__ import annotations

import asyncio
import sys

from taskiq.api import run_receiver_task
from taskiq_redis import RedisStreamBroker

BODY = "x" * 290


def brokers(url: str, consumer: str) -> tuple[RedisStreamBroker, RedisStreamBroker, object]:
    jobs = RedisStreamBroker(
        url, queue_name="taskiq:0", consumer_name=consumer, consumer_id="0", xread_count=100
    )
    following = RedisStreamBroker(url, queue_name="taskiq:1")

    @following.task
    async def follow_up(body: str) -> None:
        """Taken by nobody here."""

    @jobs.task
    async def step(body: str) -> None:
        await follow_up.kiq(body)

    return jobs, following, step


async def load(url: str, jobs: int) -> None:
    _, _, step = brokers(url, "loader")
    for _ in range(jobs):
        await step.kiq(BODY)


async def work(url: str, consumer: str) -> None:
    jobs, following, _ = brokers(url, consumer)
    await following.startup()
    await jobs.startup()
    print("ready", flush=True)
    sys.stdin.readline()
    await run_receiver_task(jobs, max_async_tasks=100, max_prefetch=100)


if __name__ == "__main__":
    what, url, argument = sys.argv[1:4]
    if what == "work":
        asyncio.run(work(url, argument))
    else:
        asyncio.run(load(url, int(argument)))
