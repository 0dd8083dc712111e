"""The product as the figures run it: its own ``Worker`` on the real flow, with a no-op handler.

``python -m ops.bench.product URL CONSUMER`` is one consumer process. Nothing is left out: fence,
idempotency, log, feed, next work and acknowledgement.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from itertools import count

from ops.collector import look_seldom
from schemas import events as e
from schemas.artifacts import ArtifactRef
from schemas.flow import Stage, object_slot
from schemas.ids import AssetId, RequestId, SessionId
from schemas.recipe import Recipe
from streams.connection import connect
from streams.keys import STAGES
from streams.lease import Leases
from streams.log import Log
from streams.step import Failure, Job, Outcome, Progress
from streams.worker import Worker, WorkerSettings

SLOTS = 100
"""As many as the hand-written loop takes at once."""
STEP = Stage.PROMPT
"""The stage whose steps are counted: it answers ``asset.wanted`` with ``prompt.improved``."""
FOLLOW_UP = Stage.LIBRARY
PER_REQUEST = 5
"""Jobs that one request brings, as a scene brings its assets."""

SLOT = object_slot(0)
RECIPE = Recipe(
    noun="chair", label="wooden chair", size=(0.5, 0.9, 0.5), color="#8a5a2b", material="wood"
)
PROMPT = "a wooden chair with a high back, on a plain white background"
MESH = ArtifactRef(sha256="0" * 64, size=123_456, media_type="model/gltf-binary")
IMAGE = ArtifactRef(sha256="1" * 64, size=123_456, media_type="image/png")
WANTED = e.AssetWanted(slot=SLOT, label="chair", prompt=PROMPT, recipe=RECIPE)
ANSWERS: dict[tuple[Stage, str], Outcome] = {
    (Stage.PROMPT, "improve"): Outcome(
        (e.PromptImproved(slot=SLOT, label="chair", prompt=PROMPT, recipe=RECIPE, engine="rules"),)
    ),
    (Stage.LIBRARY, "find"): Outcome(
        (e.AssetMissed(slot=SLOT, label="chair", prompt=PROMPT, recipe=RECIPE),)
    ),
    (Stage.IMAGE, "draw"): Outcome(
        (
            e.ImageGenerated(
                slot=SLOT,
                label="chair",
                prompt=PROMPT,
                image=IMAGE,
                recipe=RECIPE,
                engine="greybox",
            ),
        )
    ),
    (Stage.MESH, "make"): Outcome(
        (
            e.MeshGenerated(
                slot=SLOT,
                label="chair",
                prompt=PROMPT,
                mesh=MESH,
                recipe=RECIPE,
                size=(0.5, 0.9, 0.5),
                triangles=1234,
                engine="greybox",
            ),
        )
    ),
    (Stage.LIBRARY, "register"): Outcome(
        (
            e.AssetRegistered(
                slot=SLOT,
                asset=AssetId("5bd1b2ae-6a0b-5e0e-9a39-3a1d1e7f4c11"),
                label="chair",
                mesh=MESH,
                recipe=RECIPE,
                engine="greybox",
                prompt=PROMPT,
            ),
        )
    ),
    (Stage.AGENT, "observe"): Outcome(
        (e.RequestCompleted(kind="generate_3d_object", text="Here is a wooden chair."),)
    ),
}
"""What the six stages of the chain answer; ``improve`` also is the step that is counted."""


class NoOp:
    """A runner whose handlers do nothing."""

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        return ANSWERS[job.stage, job.task]

    def cancel(self, mark: str) -> None:
        """Nothing runs for long enough to be stopped."""

    def kill(self, mark: str) -> None:
        """Nor to be killed."""


async def load(log: Log, jobs: int) -> None:
    """Put ``jobs`` jobs there for ``STEP``: the assets that requests want."""
    await Leases(log, "loader", STAGES).take()  # nothing yet, but the groups are made: none is lost
    accepted = e.RequestAccepted(kind="audio")
    for n in range(jobs // PER_REQUEST):
        wanted = [accepted, *[WANTED] * PER_REQUEST]
        await log.append(SessionId(f"session-{n}"), RequestId(f"request-{n}"), "load", wanted)


_requests = count()


async def begin_chain(log: Log, session: SessionId, run: str) -> RequestId:
    """A request that six steps, a join among them, lead to its end."""
    request = RequestId(f"request-{run}-{next(_requests)}")
    acted = e.AgentActed(action="generate_3d_object", input="a wooden chair")
    await log.append(session, request, "begin", [e.RequestAccepted(kind="audio"), acted])
    return request


async def serve(url: str, consumer: str, stages: Sequence[Stage], stop: asyncio.Event) -> None:
    """Work with a no-op handler until ``stop``."""
    log = Log(await connect(url))
    settings = WorkerSettings(consumer, stages, SLOTS, frozenset())
    try:
        await Worker(log, NoOp(), settings).run(stop)
    finally:
        await log.close()


async def _main(url: str, consumer: str, stages: Sequence[Stage]) -> None:
    look_seldom()  # as every command of the product does
    print("ready", flush=True)
    sys.stdin.readline()
    await serve(url, consumer, stages, asyncio.Event())


def command(url: str, consumer: str, *stages: Stage) -> list[str]:
    """The command of one consumer process."""
    return [sys.executable, "-m", "ops.bench.product", url, consumer, *stages]


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1], sys.argv[2], [Stage(s) for s in sys.argv[3:]] or STAGES))
