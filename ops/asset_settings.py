"""The ``[assets]`` table of ``scenestream.toml``: what an asset may be at most."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any

from consumers.assets.limits import COLLIDERS, AssetLimits
from ops.settings_errors import BadSetting

RANGES = MappingProxyType(
    {
        "triangles": (100, 1_000_000),
        "texture_px": (64, 8192),
        "most_triangles": (1_000, 20_000_000),
    }
)
"""The least and most of every number of the table."""


def read_assets(table: object, file: str) -> AssetLimits:
    """The usual limits, changed by the ``[assets]`` table of ``file``.

    Raises ``BadSetting``, which names the member, its value and what was expected.
    """
    if not isinstance(table, dict):
        raise BadSetting(f"{file} has assets = {table!r}; expected a table, as triangles = 20000")
    return replace(AssetLimits(), **{name: _value(name, table[name], file) for name in table})


def _value(name: str, value: Any, file: str) -> Any:
    where = f"{file}: [assets]"
    if name == "colliders":
        if value not in COLLIDERS:
            raise BadSetting(f"{where} {name} is {value!r}; expected {', '.join(COLLIDERS)}")
        return value
    if name not in RANGES:
        raise BadSetting(f"{where} has no {name}; its members are colliders, {', '.join(RANGES)}")
    least, most = RANGES[name]
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise BadSetting(f"{where} {name} is {value!r}; expected {least:,} to {most:,}")
    return value
