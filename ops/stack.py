"""A running stack: Redis, a gateway, a worker and its engine processes, and their orderly end."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import socket
import uuid
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from consumers.pool import EnginePool
from consumers.registry import STATEFUL
from consumers.settings import EngineSettings
from gateway.geometry.settings import GeometrySettings
from gateway.server import CannotListen, Gateway
from gateway.settings import MIB, GatewaySettings
from ops.geometry_settings import OWN_ROOT
from ops.settings import Settings
from ops.standing import stand_on
from schemas.errors import Misconfigured
from schemas.flow import Stage
from streams.artifacts import ArtifactStore
from streams.connection import shown
from streams.ending import end
from streams.past.archive import Archive
from streams.past.archiver import Archiver
from streams.past.history import History
from streams.past.segments import parquet
from streams.server.embedded import EmbeddedRedis
from streams.shards import DEPLOYMENT, Shards
from streams.worker import WorkerSettings, work

logger = logging.getLogger(__name__)

GATEWAY = "gateway"
GEOMETRY = "geometry"
ARCHIVE = "archive"

PREFERENCE = (
    Stage.AGENT,
    Stage.ASR,
    Stage.COMPOSE,
    Stage.PATCH,
    Stage.DECOMPOSE,
    Stage.PROMPT,
    Stage.LIBRARY,
    Stage.MESH,
    Stage.IMAGE,
)
"""Stages in the order an idle slot looks at them: what people wait for first, then what finishes
things, then what starts more."""

Say = Callable[[str, str], None]
"""Takes a component's name and what it has to say, one line."""


class UnknownComponent(Misconfigured):
    """``--only`` names something that is not a component."""


@dataclass(frozen=True, slots=True)
class Stack:
    """What runs, by URL. ``ws`` and ``http`` are None without a gateway, ``geometry`` without a
    geometry server. ``reload``: reads the gateway's certificate anew."""

    redis: str
    ws: str | None
    http: str | None
    consumer: str | None
    shards: Shards
    artifacts: ArtifactStore
    geometry: str | None = None
    broken: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when a part of it ended without being told to: what is left serves nobody."""
    reload: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Components:
    """What a process runs. ``archive``: it is named; where the settings have sessions archived,
    every process that has stages does it, too."""

    stages: tuple[Stage, ...] = PREFERENCE
    gateway: bool = True
    archive: bool = False
    geometry: bool = True


def parse_only(only: str | None) -> Components:
    """The components that ``--only a,b`` names, the stages in order of preference."""
    if not only:
        return Components()
    wanted = {name.strip() for name in only.split(",") if name.strip()}
    unknown = wanted - {*Stage, GATEWAY, GEOMETRY, ARCHIVE}
    if unknown:
        raise UnknownComponent(
            f"--only names {', '.join(sorted(unknown))}; components are {GATEWAY}, "
            f"{GEOMETRY}, {ARCHIVE}, {', '.join(Stage)}"
        )
    return Components(
        tuple(s for s in PREFERENCE if s in wanted),
        GATEWAY in wanted,
        ARCHIVE in wanted,
        GEOMETRY in wanted,
    )


@asynccontextmanager
async def running(
    settings: Settings, *, only: str | None = None, workers: int | None = None, say: Say
) -> AsyncIterator[Stack]:
    """Start everything, yield when it is ready, drain and stop on the way out."""
    components = parse_only(only)
    gateway_settings = GatewaySettings(
        settings.host,
        settings.port,
        insecure=settings.insecure,
        auth=settings.door.auth,
        secret=settings.door.secret,
        origins=settings.door.origins,
        limits=settings.door.limits,
        max_behind=settings.door.limits.behind_mib * MIB,
        proxies=settings.door.proxies,
        tls=settings.door.tls,
    )
    settings.data.mkdir(parents=True, exist_ok=True)
    broken = asyncio.Event()
    async with contextlib.AsyncExitStack() as cleanup:
        url = await _redis(settings, cleanup, say)
        shards = await Shards.open(url, settings.shards, founding=True)
        cleanup.push_async_callback(shards.close)
        cleanup.push_async_callback(end, asyncio.create_task(shards.keep_agreed()))
        artifacts_url = await _agreed(shards, "artifacts", settings.artifacts, settings.data)
        artifacts = ArtifactStore(artifacts_url)
        say("artifacts", artifacts_url)
        ws = http = None
        reload: Callable[[], None] = _nothing
        if components.gateway:
            gateway = Gateway(shards, artifacts, gateway_settings)
            port = await gateway.start()
            cleanup.push_async_callback(gateway.stop)
            cleanup.callback(stand_on(GATEWAY, gateway.standing, broken))
            safe, reload = "s" if settings.door.tls else "", gateway.reload
            ws = f"ws{safe}://{settings.host}:{port}/"
            http = f"http{safe}://{settings.host}:{port}"
            say("gateway", ws)
        geometry = None
        if components.geometry and settings.geometry is not None:
            (settings.data / OWN_ROOT).mkdir(exist_ok=True)
            geometry = await _geometry(shards, artifacts, settings.geometry, cleanup, broken, say)
        consumer = None
        if components.stages:
            engines = EngineSettings(
                artifacts=artifacts_url,
                library=Path(await _agreed(shards, "library", None, settings.data)),
                cache=settings.data / "cache",
                engines=settings.engines,
                options=settings.options,
                territory=settings.territory,
                deployment=await shards.agree(DEPLOYMENT, uuid.uuid4().hex),
                device_mib=settings.device_mib,
                assets=settings.assets,
            )
            slots = workers or _default_workers()
            stages = components.stages
            consumer = await _consume(shards, stages, engines, slots, settings, cleanup, broken)
            say("consumers", f"{consumer}: {', '.join(stages)} ({slots} at once)")
        if components.stages or components.archive:
            _archive(shards, artifacts, components, settings, cleanup, say)
        stack = Stack(url, ws, http, consumer, shards, artifacts, geometry, broken, reload)
        with _announced(settings, stack):
            yield stack


def _nothing() -> None:
    """There is no gateway here, and no certificate."""


async def _redis(settings: Settings, cleanup: contextlib.AsyncExitStack, say: Say) -> str:
    if settings.redis_url:
        say("redis", f"{shown(settings.redis_url)} (given)")
        return settings.redis_url
    redis = await asyncio.to_thread(EmbeddedRedis.start, settings.data)
    if redis.owned:
        cleanup.push_async_callback(asyncio.to_thread, redis.stop)
    say("redis", f"{redis.url} ({'started here' if redis.owned else 'already running'})")
    return redis.url


async def _agreed(shards: Shards, name: str, asked: str | None, data: Path) -> str:
    """A place that all processes of a deployment share: what the first of them said it is."""
    own = asked or ((data / "artifacts").as_uri() if name == "artifacts" else str(data / "library"))
    agreed = await shards.agree(name, own)
    if asked and asked != agreed:
        raise Misconfigured(
            f"{name} is set to {asked}, but this Redis's sessions keep theirs at {agreed}; "
            "leave it unset, or use another Redis database"
        )
    return agreed


async def _geometry(
    shards: Shards,
    artifacts: ArtifactStore,
    settings: GeometrySettings,
    cleanup: contextlib.AsyncExitStack,
    broken: asyncio.Event,
    say: Say,
) -> str | None:
    """The geometry server's URL; None where its usual port is taken and no other was named."""
    from gateway.geometry.server import GeometryDoor

    door = GeometryDoor(shards, artifacts, settings)
    try:
        port = await door.start()
    except CannotListen as taken:
        if not settings.optional:
            raise
        say("geometry", f"none: {taken}")
        logger.warning("geometry.off", extra={"why": str(taken)})
        return None
    cleanup.push_async_callback(door.stop)
    cleanup.callback(stand_on(GEOMETRY, door.standing, broken))
    url = f"http://{settings.host}:{port}"
    say("geometry", f"{url} (files below {', '.join(map(str, settings.roots))})")
    return url


def _default_workers() -> int:
    return max(1, min(4, os.cpu_count() or 1))


async def _consume(
    shards: Shards,
    stages: Sequence[Stage],
    engines: EngineSettings,
    slots: int,
    settings: Settings,
    cleanup: contextlib.AsyncExitStack,
    broken: asyncio.Event,
) -> str:
    pool = EnginePool(stages, engines, slots)
    cleanup.push_async_callback(pool.stop)
    await pool.start()
    consumer = _own_name()
    worker_settings = WorkerSettings(
        consumer,
        stages,
        slots,
        STATEFUL,
        settings.lease_s,
        settings.drain_s,
        retry=settings.retry,
        engines=pool.engines,
        seed=engines.seed,
        batches=pool.batches,
        needs_mib=pool.needs_mib,
        has_mib=pool.has_mib,
        ahead=1,
    )
    stop = asyncio.Event()
    history = History(shards, ArtifactStore(engines.artifacts))
    working = asyncio.create_task(work(shards, pool, worker_settings, stop, history))
    await asyncio.sleep(0)  # its workers are made now, or fail to be
    if working.done():
        await working
    expect_its_end = stand_on("consumers", [working], broken)

    async def drain() -> None:
        expect_its_end()
        stop.set()
        await working

    cleanup.push_async_callback(drain)
    return consumer


def _archive(
    shards: Shards,
    artifacts: ArtifactStore,
    components: Components,
    settings: Settings,
    cleanup: contextlib.AsyncExitStack,
    say: Say,
) -> None:
    """Start the archivers, if the settings have any."""
    after_s = settings.archive_after_s
    if after_s is None:
        if components.archive:
            raise Misconfigured(
                f"--only names {ARCHIVE}, but nothing is archived by itself here; set "
                "SCENESTREAM_ARCHIVE_AFTER to 24h, and install pyarrow if it is missing: "
                "`pip install 'scenestream[archive]'`"
            )
        return
    if find_spec("pyarrow") is None:
        parquet()  # raises, while somebody is looking
    archive, name = Archive(artifacts), _own_name()
    for log in shards:
        task = asyncio.create_task(Archiver(log, archive, name, after_s, settings.lease_s).run())
        cleanup.push_async_callback(end, task)
    say("archive", f"sessions that were idle for {after_s / 3600:g} h")


def _own_name() -> str:
    """A name for a consumer that no other has."""
    return f"{socket.gethostname()}-{os.getpid()}-{uuid.uuid4().hex[:4]}"


@contextlib.contextmanager
def _announced(settings: Settings, stack: Stack) -> Iterator[None]:
    """While the stack runs, its URLs are in the data folder for the other commands."""
    if stack.ws is None:
        yield
        return
    settings.run_file.write_text(
        json.dumps(
            {
                "ws": stack.ws,
                "http": stack.http,
                "geometry": stack.geometry,
                "redis": stack.redis,
                "pid": os.getpid(),
            }
        )
    )
    try:
        yield
    finally:
        settings.run_file.unlink(missing_ok=True)
