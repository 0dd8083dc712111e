"""The settings of the geometry server, from options and environment, in that order."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from gateway.geometry.settings import NO_CONSUMER_S, GeometrySettings
from ops.settings import Settings, port_of, seconds_of
from ops.settings_errors import BadSetting
from schemas.geometry_v1 import PORT

OWN_ROOT = "geometry"
"""The folder of the data folder below which files may be where no other is allowed."""


def with_geometry(
    settings: Settings,
    env: Mapping[str, str] = os.environ,
    *,
    port: int | None = None,
    roots: tuple[str, ...] = (),
) -> Settings:
    """``settings`` with a geometry server, unless its port is 0. Raises ``Misconfigured``.

    Without a word about its port it takes the usual one, if that is free.
    """
    asked = port if port is not None else port_of(env, "SCENESTREAM_GEOMETRY_PORT", -1)
    if asked == 0:
        return settings
    listed = env.get("SCENESTREAM_GEOMETRY_ROOTS", "").split(os.pathsep)
    folders = tuple(Path(root).absolute() for root in roots) or tuple(
        Path(root).expanduser() for root in listed if root
    )
    geometry = GeometrySettings(
        folders or (settings.data / OWN_ROOT,),
        host=settings.host,
        port=PORT if asked < 0 else asked,
        optional=asked < 0,
        strict=_flag(env, "SCENESTREAM_GEOMETRY_STRICT"),
        insecure=settings.insecure,
        no_consumer_s=seconds_of(env, "SCENESTREAM_GEOMETRY_PATIENCE_S", NO_CONSUMER_S),
    )
    return replace(settings, geometry=geometry)


def _flag(env: Mapping[str, str], name: str) -> bool:
    text = env.get(name, "")
    if text not in ("", "0", "1"):
        raise BadSetting(f"{name} is {text!r}; expected 1 or 0")
    return text == "1"
