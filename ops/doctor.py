"""`scenestream doctor`: which engine each stage would take here, and what would raise it."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from importlib.util import find_spec

from ops.doctor_engines import Finding, stages
from ops.settings import Settings
from schemas.errors import ScenestreamError
from streams.connection import connect, shown
from streams.server.embedded import find_redis_server


async def doctor(settings: Settings, as_json: bool) -> int:
    """Print the findings; the exit status is 0 when the main job runs here."""
    findings = [await _redis(settings), *stages(settings), _archive(settings), _disk(settings)]
    for finding in findings:
        if as_json:
            print(json.dumps(asdict(finding)))
        else:
            mark = "ok " if finding.ok else "NO "
            print(f"{mark} {finding.part:<10} {finding.runs}")
            for better in finding.raises:
                print(f"{'':>14} better: {better}")
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
            "archive",
            True,
            "none: sessions stay in Redis",
            ("`pip install 'scenestream[archive]'`",),
        )
    after_s = settings.archive_after_s
    when = "off" if after_s is None else f"sessions that were idle for {after_s / 3600:g} h"
    return Finding("archive", True, when)


def _disk(settings: Settings) -> Finding:
    folder = settings.data
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free / 1e9
    return Finding("data", free > 1, f"{settings.data} ({free:.0f} GB free)")
