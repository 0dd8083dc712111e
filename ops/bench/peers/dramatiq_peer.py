"""dramatiq: its Redis broker, which keeps what a worker has fetched until it is acknowledged."""

from __future__ import annotations

import sys
import threading

import dramatiq
from dramatiq.brokers.redis import RedisBroker

BODY = "x" * 290
THREADS = 8
"""dramatiq's own default a process."""


def actors(url: str) -> tuple[RedisBroker, dramatiq.Actor]:
    broker = RedisBroker(url=url)
    dramatiq.set_broker(broker)

    @dramatiq.actor(queue_name="follow", broker=broker)
    def follow_up(body: str) -> None:
        """Taken by nobody here."""

    @dramatiq.actor(queue_name="jobs", broker=broker)
    def step(body: str) -> None:
        follow_up.send(body)

    return broker, step


def load(url: str, jobs: int) -> None:
    _, step = actors(url)
    for _ in range(jobs):
        step.send(BODY)


def work(url: str) -> None:
    broker, _ = actors(url)
    print("ready", flush=True)
    sys.stdin.readline()
    worker = dramatiq.Worker(broker, queues={"jobs"}, worker_threads=THREADS)
    worker.start()
    threading.Event().wait()


if __name__ == "__main__":
    what, url, argument = sys.argv[1:4]
    if what == "work":
        work(url)
    else:
        load(url, int(argument))
