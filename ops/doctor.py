"""`scenestream doctor`: which engine each stage would take here, and what would raise it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.util import find_spec

from ops.settings import ON_MODELS, Settings
from schemas.errors import ScenestreamError
from schemas.flow import Stage
from streams.connection import connect, shown
from streams.server.embedded import find_redis_server


@dataclass(frozen=True, slots=True)
class Finding:
    """``part``: a stage or component; ``runs``: what it takes; ``raises``: what would be better."""

    part: str
    ok: bool
    runs: str
    raises: str = ""


RAISES: dict[Stage, tuple[str, str]] = {
    **{
        stage: ("langchain_ollama", f"a language model: --engine {stage}=ollama:MODEL")
        for stage in ON_MODELS
    },
    Stage.IMAGE: ("diffusers", "SD 3.5 on a GPU: planned with the diffusers extra"),
    Stage.MESH: ("trellis", "TRELLIS on a GPU: planned with its package"),
}


async def doctor(settings: Settings, as_json: bool) -> int:
    """Print the findings; the exit status is 0 when the main job runs here."""
    findings = [await _redis(settings), *_stages(settings), _archive(settings), _disk(settings)]
    for finding in findings:
        if as_json:
            print(json.dumps(asdict(finding)))
        else:
            mark = "ok " if finding.ok else "NO "
            better = f"  (better: {finding.raises})" if finding.raises else ""
            print(f"{mark} {finding.part:<10} {finding.runs}{better}")
    return 0 if all(f.ok for f in findings) else 1


async def _redis(settings: Settings) -> Finding:
    try:
        if settings.redis_url:
            redis = await connect(settings.redis_url)
            version = (await redis.info())["redis_version"]
            await redis.aclose()
            return Finding("redis", True, f"{shown(settings.redis_url)} ({version})")
        return Finding("redis", True, f"embedded, {find_redis_server()}")
    except ScenestreamError as missing:
        return Finding("redis", False, str(missing))


def _archive(settings: Settings) -> Finding:
    if find_spec("pyarrow") is None:
        return Finding(
            "archive", True, "none: sessions stay in Redis", "`pip install 'scenestream[archive]'`"
        )
    after_s = settings.archive_after_s
    when = "off" if after_s is None else f"sessions that were idle for {after_s / 3600:g} h"
    return Finding("archive", True, when)


def _stages(settings: Settings) -> Iterator[Finding]:
    from consumers.asr.engine import available

    engines = available(settings.data / "cache")
    usable = [engine for engine in engines if engine.usable]
    better = "; ".join(f"{e.name}: {e.remedy}" for e in engines if not e.usable)
    yield Finding("asr", bool(usable), usable[0].name if usable else "no engine", better)
    for stage in Stage:
        if stage in ON_MODELS and ":" in (model := settings.engines.get(stage, "")):
            yield _chat(stage, model)
        elif stage is not Stage.ASR:
            package, better = RAISES.get(stage, ("", ""))
            found = f"; {package} is installed" if package and find_spec(package) else ""
            yield Finding(stage, True, f"embedded{found}", better)


def _chat(stage: Stage, model: str) -> Finding:
    from consumers.chat.models import why_not

    why = why_not(model)
    return Finding(stage, not why, f"{model}: {why}" if why else model)


def _disk(settings: Settings) -> Finding:
    folder = settings.data
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free / 1e9
    return Finding("data", free > 1, f"{settings.data} ({free:.0f} GB free)")
