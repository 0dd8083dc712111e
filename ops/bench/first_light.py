"""From a sentence to a scene: prompt → first news, → whole 10-object scene, cold and warm.

"Cold": an empty library, engines loaded; "warm": the same prompt again, so the library answers.
Stage times are what handlers took, summed over one request. "First frame" is the client's first
news of the request in the log (v1 itself sends only the answer, and ``convert_speech``).
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ops.bench.figure import Figure, median
from ops.client.v1 import V1Client, connected
from ops.settings import Settings
from ops.stack import Stack, running
from schemas.errors import Unavailable
from schemas.events import Event
from schemas.ids import SessionId
from schemas.wire_v1 import OK

PROMPT = (
    "a living room with a sofa, a coffee table in front of the sofa, an armchair, a rug, a "
    "bookshelf in the corner, a floor lamp next to the sofa, a television, a vase on the coffee "
    "table, a plant and a picture frame on the wall"
)
"""Ten different things."""
COLD_RUNS, WARM_RUNS = 3, 5


class BenchFailed(Unavailable):
    """A request of the benchmark failed; run the prompt by hand to see why."""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds to the first answer to the client, to the scene, and the log of it."""

    block_out_s: float
    scene_s: float
    assets: int
    events: Sequence[Event]


def measure() -> list[Figure]:
    """The figures of this file."""
    runs = [asyncio.run(_measure()) for _ in range(COLD_RUNS)]
    cold, warm = [r for r, _ in runs], [r for _, more in runs for r in more]
    cold_ms = median([r.scene_s for r in cold]) * 1000
    warm_ms = median([r.scene_s for r in warm]) * 1000
    figures = [
        Figure("first_light.assets", cold[0].assets, "meshes"),
        Figure("first_light.block_out_cold", median([r.block_out_s for r in cold]) * 1000, "ms"),
        Figure("first_light.block_out_warm", median([r.block_out_s for r in warm]) * 1000, "ms"),
        Figure("first_light.scene_cold", cold_ms, "ms"),
        Figure("first_light.scene_warm", warm_ms, "ms", against=cold_ms),
    ]
    for name, run in (("cold", cold[-1]), ("warm", warm[-1])):
        for stage, spent_ms in sorted(_by_stage(run.events).items()):
            figures.append(Figure(f"first_light.{name}.stage.{stage}", spent_ms, "ms"))
    return figures


async def _measure() -> tuple[Run, list[Run]]:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder), None, "127.0.0.1", 0, None)
        async with running(settings, say=lambda component, what: None) as stack:
            await _once(stack, "a stone")  # imports and caches are warm, the library nearly empty
            cold = await _once(stack, PROMPT)
            return cold, [await _once(stack, PROMPT) for _ in range(WARM_RUNS)]


async def _once(stack: Stack, prompt: str) -> Run:
    async with connected(stack.ws or "") as client:
        started = time.time()
        began = time.perf_counter()
        await client.prompt(prompt)
        assets = await _answered(client)
        took = time.perf_counter() - began
        events = await stack.shards.of(client.session).read(SessionId(client.session))
    shown = [e.at.timestamp() for e in events if e.type in ("scene.blocked_out", "agent.acted")]
    return Run(shown[-1] - started if shown else took, took, assets, events)


async def _answered(client: V1Client) -> int:
    frame = (await client.answer())[-1]
    if frame.status != OK:
        raise BenchFailed(f"{frame.text}; {BenchFailed.__doc__}")
    scene = json.loads(frame.metadata) if frame.metadata else {}
    return len(frame.assets) if scene else 0


STAGE_OF = {
    "agent.thought": "agent",
    "agent.observed": "agent",
    "scene.decomposed": "decompose",
    "scene.blocked_out": "compose",
    "scene.composed": "compose",
    "prompt.improved": "prompt",
    "asset.matched": "library",
    "asset.missed": "library",
    "asset.registered": "library",
    "image.generated": "image",
    "mesh.generated": "mesh",
}
"""One event type a step: the first that its handler commits."""


def _by_stage(events: Sequence[Event]) -> Counter[str]:
    spent: Counter[str] = Counter()
    for event in events:
        stage = STAGE_OF.get(event.type)
        if stage and not getattr(event.data, "part", 0):
            spent[stage] += round(event.took_ms or 0)
    return spent
