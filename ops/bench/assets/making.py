"""What is made for the figures: things of words, meshes of pictures, a batch of objects."""

from __future__ import annotations

import asyncio
import io
import os
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from consumers.greybox.build import build
from consumers.greybox.glb import to_glb
from consumers.greybox.render import drawables_from_glb, render_object
from consumers.pool import EnginePool
from consumers.registry import STATEFUL
from consumers.settings import EngineSettings
from ops.bench.assets.timed import Span, load, spans
from ops.bench.scratch import scratch_redis
from ops.stack import PREFERENCE
from schemas import events as e
from schemas.artifacts import PNG
from schemas.errors import Unavailable
from schemas.ids import RequestId, SessionId
from schemas.recipe import Recipe
from streams.artifacts import ArtifactStore
from streams.connection import connect
from streams.log import Log
from streams.worker import Worker, WorkerSettings

NOUNS = (
    "chair", "table", "sofa", "bed", "lamp", "bookshelf", "desk", "stool", "vase", "clock",
    "television", "plant", "rug", "mirror", "bench", "cupboard", "bucket", "barrel", "crate",
    "candle", "bottle", "bowl", "cup", "guitar", "car", "bicycle", "tree", "rock", "fence",
    "door", "window", "ladder",
)  # fmt: skip
WARM_UP = 4
SESSIONS = 4
COLOURS = ("red", "green", "blue", "white", "black", "yellow", "brown", "grey")
PICTURES, PICTURE_PX = 20, 512
PATIENCE_S = 120.0
DONE, FAILED = (f'{{"type":"request.{end}"' for end in ("completed", "failed"))

D = TypeVar("D", bound=e.Data)


class NothingCame(Unavailable):
    """A request of the benchmark failed, or did not end; make the thing by hand to see why."""


@dataclass(frozen=True, slots=True)
class Made:
    """Milliseconds from each request to its mesh; what handlers took, and the meshes."""

    texts_ms: Sequence[float]
    cpu_of_texts: Sequence[Sequence[float]]
    pictures_ms: Sequence[float]
    engine_of_pictures: Sequence[Span]
    gate_of_texts: Sequence[Span]
    gate_of_pictures: Sequence[Span]
    batch: Sequence[Span]
    batch_s: float
    peak_mb: float
    glbs: Sequence[bytes]


async def make() -> Made:
    """Make everything, one kind after the other."""
    with tempfile.TemporaryDirectory() as name, scratch_redis() as url:
        folder = Path(name)
        log = Log(await connect(url))
        artifacts = ArtifactStore((folder / "artifacts").as_uri())
        async with _working(url, folder):
            texts_ms, recipes = await _of_words(log)
            pictures_ms = await _of_pictures(log, artifacts, recipes)
            began = time.monotonic()
            batch_s = await _batch(log)
        await log.close()
        worked = spans(folder)
        return Made(
            texts_ms,
            _cpu_by_request(worked, "text-"),
            pictures_ms,
            _of(worked, "engine", "picture-"),
            _of(worked, "gate", "text-"),
            _of(worked, "gate", "picture-"),
            [s for s in worked if s.began >= began],
            batch_s,
            max(span.peak_mb for span in worked),
            [artifacts.get(mesh) for mesh in artifacts.iter() if _is_glb(artifacts, mesh)],
        )


@asynccontextmanager
async def _working(url: str, folder: Path) -> AsyncIterator[None]:
    """A worker of all stages and its one engine process, which has a core to itself."""
    settings = EngineSettings((folder / "artifacts").as_uri(), folder / "library", folder)
    pool = EnginePool(PREFERENCE, settings, 1, load)
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})  # what is started now keeps to it
    try:
        await pool.start()
    finally:
        os.sched_setaffinity(0, cores)
    log = Log(await connect(url))
    stop = asyncio.Event()
    of_worker = WorkerSettings(
        "assets", PREFERENCE, 1, STATEFUL, engines=pool.engines, batches=pool.batches, ahead=1
    )
    running = asyncio.create_task(Worker(log, pool, of_worker).run(stop))
    try:
        yield
    finally:
        stop.set()
        await running
        await pool.stop()
        await log.close()


async def _of_words(log: Log) -> tuple[list[float], list[Recipe]]:
    """Milliseconds from each wish in words to its mesh, and what was understood of it."""
    took, recipes = [], []
    for n, noun in enumerate(NOUNS):
        kind = "text" if n >= WARM_UP else "warm"
        position, began = await log.feed_end(), time.perf_counter()
        request = RequestId(f"{kind}-{n}")
        wish = e.RequestAccepted(kind="text", text=f"make a 3d model of a {noun}")
        await log.append(SessionId(f"session-{kind}-{n}"), request, "ask", [wish])
        at, made = await _first(log, position, request, e.MeshGenerated)
        await _first(log, position, request, e.RequestCompleted)
        if kind == "text":
            took.append((at - began) * 1000)
            recipes.append(made.recipe)
    return took, recipes


async def _of_pictures(
    log: Log, artifacts: ArtifactStore, recipes: Sequence[Recipe]
) -> list[float]:
    """Milliseconds from each picture, of which nothing else is known, to its mesh."""
    took = []
    for n, recipe in enumerate(recipes[:PICTURES]):
        image = artifacts.put(_picture(recipe), PNG)
        position, began = await log.feed_end(), time.perf_counter()
        request = RequestId(f"picture-{n}")
        wish = e.GeometryRequested(
            index=0, image=image, source="-", prompt=recipe.label, backend="greybox", output_dir="-"
        )
        accepted = e.RequestAccepted(kind="geometry")
        await log.append(SessionId(f"session-{request}"), request, "ask", [accepted, wish])
        at, _ = await _first(log, position, request, e.RequestCompleted)
        took.append((at - began) * 1000)
    return took


async def _batch(log: Log) -> float:
    """Seconds that 32 different objects of 4 sessions take, asked for at once."""
    position, began = await log.feed_end(), time.perf_counter()
    asking = []
    for n, noun in enumerate(NOUNS):
        request = RequestId(f"batch-{n}")
        wish = e.AgentActed(
            action="generate_3d_object", input=f"a {COLOURS[n % len(COLOURS)]} {noun}"
        )
        opened = e.RequestAccepted(kind="audio")
        session = SessionId(f"batch-{n % SESSIONS}")
        asking.append(log.append(session, request, "ask", [opened, wish]))
    await asyncio.gather(*asking)
    left = len(asking)
    async with asyncio.timeout(PATIENCE_S):
        while left:  # the feed is read as it is: to decode it would keep the worker, who is beside
            for _, rows in await log.redis.xread({log.keys.feed: position}, block=1000) or ():
                position = rows[-1][0]
                left -= sum(fields["e"].startswith(DONE) for _, fields in rows)
                if any(fields["e"].startswith(FAILED) for _, fields in rows):
                    raise NothingCame(NothingCame.__doc__)
    return time.perf_counter() - began


async def _first(log: Log, position: str, request: RequestId, kind: type[D]) -> tuple[float, D]:
    """When, by ``perf_counter``, the request's first event of ``kind`` was seen, and what it is."""
    try:
        async with asyncio.timeout(PATIENCE_S):
            async for entry in log.feed(position):
                if entry.event.request != request:
                    continue
                if isinstance(entry.event.data, kind):
                    return time.perf_counter(), entry.event.data
                if isinstance(entry.event.data, e.RequestFailed | e.AssetFailed):
                    raise NothingCame(f"{entry.event.data.message}. {NothingCame.__doc__}")
    except TimeoutError as silent:
        raise NothingCame(f"no {kind.type} in {PATIENCE_S:g} s. {NothingCame.__doc__}") from silent
    raise NothingCame(NothingCame.__doc__)


def _picture(recipe: Recipe) -> bytes:
    """A picture of the thing that does not say what it shows."""
    image = render_object(drawables_from_glb(to_glb(build(recipe))), PICTURE_PX)
    file = io.BytesIO()
    image.convert("RGB").save(file, "PNG")
    return file.getvalue()


def _of(worked: Sequence[Span], what: str, prefix: str) -> list[Span]:
    return [span for span in worked if span.what == what and span.request.startswith(prefix)]


def _cpu_by_request(worked: Sequence[Span], prefix: str) -> list[list[float]]:
    """Seconds of processor time of every step before the mesh, and of that, by request."""
    until = {"agent", "prompt", "library", "image", "mesh"}
    found: dict[str, dict[str, float]] = {}
    for span in worked:
        if span.request.startswith(prefix) and span.what in until:
            found.setdefault(span.request, {}).setdefault(span.what, span.cpu_s)
    return [list(steps.values()) for steps in found.values()]


def _is_glb(artifacts: ArtifactStore, sha256: str) -> bool:
    stored = artifacts.stat(sha256, head=4)
    return stored is not None and stored.head == b"glTF"
