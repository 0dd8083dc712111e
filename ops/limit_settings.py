"""What clients of the gateway may have: ``[limits]`` of scenestream.toml and SCENESTREAM_LIMITS."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from gateway.limits.settings import PUBLIC, LimitSettings
from ops.engine_settings import pairs
from ops.settings_errors import BadSetting

VARIABLE = "SCENESTREAM_LIMITS"
SECONDS = ("hello_s", "ping_s", "stalled_s")
"""Those that can not be without end."""


def read_limits(table: object, file: str, env: Mapping[str, str], is_public: bool) -> LimitSettings:
    """The usual limits, changed by ``[limits]`` of ``file`` and then by the environment.

    ``is_public``: others than this machine's user come in. Raises ``BadSetting``, which names the
    limit, its value and what was expected.
    """
    if not isinstance(table, dict):
        raise BadSetting(f"{file} has limits = {table!r}; expected a table, as commands = 600")
    usual = PUBLIC if is_public else LimitSettings()
    told = {name: _value(name, value, f"{file}: [limits]") for name, value in table.items()}
    for name, text in pairs(VARIABLE, env.get(VARIABLE, "")).items():
        told[name] = _value(name, text, VARIABLE)
    return replace(usual, **told)


def _value(name: str, value: Any, where: str) -> Any:
    known = {f.name for f in fields(LimitSettings)}
    if name not in known:
        raise BadSetting(f"{where} has no {name}; there are {', '.join(sorted(known))}")
    kind, least = (float, 0.1) if name in SECONDS else (int, 0)
    try:
        number = kind(value)
    except (ValueError, TypeError):
        number = math.nan
    if isinstance(value, bool) or not least <= number <= 10**9:
        without = "" if name in SECONDS else "; 0 is any number"
        raise BadSetting(f"{where} {name} is {value!r}; expected {least:g} or more{without}")
    return number
