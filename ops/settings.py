"""The settings of a process: read once, frozen, from options, environment and file, in that order.

``scenestream.toml`` in the data folder may hold ``[engines]``, ``[limits]`` and ``[retry.STAGE]``;
names of the environment are those that the deployments we replace already set.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from consumers.assets.limits import USUAL, AssetLimits
from gateway.geometry.settings import GeometrySettings
from ops.asset_settings import read_assets
from ops.auth_settings import DoorSettings, door_settings
from ops.durations import EXPECTED, seconds
from ops.engine_settings import Value, read_engines
from ops.retry_settings import read_retry
from ops.settings_errors import BadSetting
from schemas.flow import Stage
from schemas.territories import UnknownTerritory, place
from streams.retry import RETRIES
from streams.step import RetryPolicy

MOST_SHARDS = 256
MEMBERS = frozenset({"engines", "retry", "limits", "assets", "territory"})
"""What ``scenestream.toml`` may have: a word beside these is a slip, and would be left unheard."""
LEASE_S = 30.0
"""How long a consumer may be silent before its work goes to another."""
DRAIN_S = 20.0
"""Less than the 30 s that Kubernetes gives a process between SIGTERM and SIGKILL."""
REMOTE_S = 900.0
"""As ``consumers.mesh.remote.patience`` has it."""
MODEL_S = 240.0
"""As ``consumers.chat.models`` has it, which is too heavy for a command to import."""
ON_MODELS = (Stage.AGENT, Stage.PROMPT, Stage.DECOMPOSE, Stage.COMPOSE, Stage.PATCH)
"""Stages that may be on a language model."""
ARCHIVE_AFTER_S = 24 * 3600.0
LEAST_IDLE_S = 60.0
"""As long as a commit whose reply was lost may be made again, with room to spare."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``redis_url`` None: an embedded Redis in ``data``. ``artifacts``: fsspec URL of the store.

    ``shards`` None: as many as the deployment has, or one. ``lease_s`` is for tests and chaos; all
    processes of a deployment must agree on it. ``drain_s``: how long a process that is told to stop
    goes on with what is in hand, before it hands it over. ``archive_after_s``: for how long a
    session is idle when it is archived; None: no session is. ``geometry``: of the geometry server;
    None: there is none. ``territory``: where this process makes things, an ISO 3166-1 code; "":
    nobody says. ``options``: of the stages' engines, by name. ``device_mib``: how much of a GPU's
    memory to use; None: all that it has. ``door``: who is let in by the gateway, and for
    how much.
    """

    data: Path
    redis_url: str | None
    host: str
    port: int
    artifacts: str | None
    engines: Mapping[Stage, str] = field(default_factory=dict)
    insecure: bool = False
    lease_s: float = LEASE_S
    drain_s: float = DRAIN_S
    shards: int | None = None
    retry: Mapping[Stage, RetryPolicy] = field(default_factory=lambda: RETRIES)
    archive_after_s: float | None = None
    geometry: GeometrySettings | None = None
    territory: str = ""
    assets: AssetLimits = USUAL
    options: Mapping[Stage, Mapping[str, Value]] = field(default_factory=dict)
    device_mib: int | None = None
    door: DoorSettings = field(default_factory=DoorSettings)

    @property
    def run_file(self) -> Path:
        """Where a running stack of this data folder writes its URLs."""
        return self.data / "run.json"


def read(
    env: Mapping[str, str] = os.environ,
    *,
    data: str | None = None,
    host: str | None = None,
    port: int | None = None,
    engines: tuple[str, ...] = (),
    insecure: bool = False,
) -> Settings:
    """The settings; an option that is given wins. Raises ``BadSetting``."""
    folder = Path(data or env.get("SCENESTREAM_DATA") or default_data(env)).expanduser().absolute()
    file = folder / "scenestream.toml"
    table = _table(file)
    chosen, options = read_engines(table.get("engines", {}), str(file), engines, env)
    retry = read_retry(table.get("retry", {}), str(file))
    _check_patience(env, chosen, retry)
    listens = host or env.get("WEBSOCKET_HOST") or "127.0.0.1"
    return Settings(
        data=folder,
        redis_url=_redis_url(env),
        host=listens,
        port=port if port is not None else port_of(env, "WEBSOCKET_PORT", 8765),
        artifacts=env.get("SCENESTREAM_ARTIFACTS"),
        engines=chosen,
        options=options,
        insecure=insecure,
        lease_s=seconds_of(env, "SCENESTREAM_LEASE_S", LEASE_S),
        drain_s=seconds_of(env, "SCENESTREAM_DRAIN_S", DRAIN_S, least=0),
        shards=_shards(env),
        retry=retry,
        archive_after_s=_archive_after(env),
        territory=_territory(env, table, str(file)),
        device_mib=_device_mib(env),
        door=door_settings(env, table.get("limits"), str(file), listens),
        assets=read_assets(table.get("assets", {}), str(file)),
    )


def _check_patience(
    env: Mapping[str, str], engines: Mapping[Stage, str], retry: Mapping[Stage, RetryPolicy]
) -> None:
    """A step on another server, a language model's or one that makes meshes, gives that up before
    the step itself is stopped."""
    model_s = seconds_of(env, "SCENESTREAM_MODEL_S", MODEL_S, least=0.1)
    remote_s = seconds_of(env, "SCENESTREAM_REMOTE_S", REMOTE_S, least=0.1)
    for stage, engine in engines.items():
        deadline_s = retry[stage].deadline_s
        for name, patience_s, waits in (
            ("SCENESTREAM_MODEL_S", model_s, stage in ON_MODELS and ":" in engine),
            ("SCENESTREAM_REMOTE_S", remote_s, stage is Stage.MESH and "://" in engine),
        ):
            if waits and patience_s >= deadline_s:
                raise BadSetting(
                    f"{name} is {patience_s:g} and [retry.{stage}] deadline_s {deadline_s:g}; "
                    "expected the model to be given up before the deadline"
                )


def default_data(env: Mapping[str, str]) -> Path:
    """The user's data folder for this program (XDG base directories; macOS's own place)."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "scenestream"
    base = env.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "scenestream"


def _redis_url(env: Mapping[str, str]) -> str | None:
    if env.get("REDIS_URL"):
        return env["REDIS_URL"]
    if env.get("REDIS_HOST") or env.get("REDIS_PORT"):
        return (
            f"redis://{env.get('REDIS_HOST') or '127.0.0.1'}:{port_of(env, 'REDIS_PORT', 6379)}/0"
        )
    return None


def port_of(env: Mapping[str, str], name: str, default: int) -> int:
    """The port that the variable ``name`` says. Raises ``BadSetting``."""
    text = env.get(name)
    if not text:
        return default
    if not text.isdigit() or not 0 <= int(text) <= 65535:
        raise BadSetting(f"{name} is {text!r}; expected a port number from 0 to 65535")
    return int(text)


def _shards(env: Mapping[str, str]) -> int | None:
    text = env.get("SCENESTREAM_SHARDS")
    if not text:
        return None
    if not text.isdigit() or not 1 <= int(text) <= MOST_SHARDS:
        raise BadSetting(f"SCENESTREAM_SHARDS is {text!r}; expected 1 to {MOST_SHARDS}")
    return int(text)


def seconds_of(env: Mapping[str, str], name: str, default: float, least: float = 0.5) -> float:
    """The seconds that the variable ``name`` says, up to an hour. Raises ``BadSetting``."""
    text = env.get(name)
    try:
        value = float(text) if text else default
    except ValueError:
        value = -1.0
    if not least <= value <= 3600:
        raise BadSetting(f"{name} is {text!r}; expected seconds from {least:g} to 3600")
    return value


def _archive_after(env: Mapping[str, str]) -> float | None:
    """A day where it can be done, unless told otherwise."""
    text = env.get("SCENESTREAM_ARCHIVE_AFTER")
    if not text:
        return ARCHIVE_AFTER_S if find_spec("pyarrow") else None
    if text == "off":
        return None
    try:
        after_s = seconds(text)
    except ValueError:
        after_s = 0.0
    if after_s < LEAST_IDLE_S:
        raise BadSetting(
            f"SCENESTREAM_ARCHIVE_AFTER is {text!r}; expected off, or {EXPECTED}, "
            f"{LEAST_IDLE_S:g}s or more"
        )
    return after_s


def _device_mib(env: Mapping[str, str]) -> int | None:
    text = env.get("SCENESTREAM_DEVICE_MIB")
    if not text:
        return None
    if not text.isdigit():
        raise BadSetting(f"SCENESTREAM_DEVICE_MIB is {text!r}; expected MiB, as 24576")
    return int(text)


def _territory(env: Mapping[str, str], table: Mapping[str, Any], file: str) -> str:
    """Licences of some models hold in some places only; where this one is, its operator says."""
    where, text = "SCENESTREAM_TERRITORY", env.get("SCENESTREAM_TERRITORY")
    if not text:
        where, text = file, str(table.get("territory", ""))
    if not text:
        return ""
    try:
        return place(text)
    except UnknownTerritory as unknown:
        raise BadSetting(f"{where} names the territory {unknown}") from unknown


def _table(file: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as unread:
        raise BadSetting(
            f"{file} can not be read: {unread.strerror}; name a folder of yours with --data"
        ) from unread
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as bad:
        raise BadSetting(f"{file} is not valid TOML: {bad}") from bad
    if unknown := table.keys() - MEMBERS:
        raise BadSetting(
            f"{file} has {', '.join(sorted(unknown))}, which nothing reads; it may have "
            f"{', '.join(sorted(MEMBERS))}"
        )
    return table
