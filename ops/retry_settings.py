"""The ``[retry.STAGE]`` tables of ``scenestream.toml``: how often and how long a stage is tried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from ops.settings_errors import BadSetting
from schemas.flow import Stage
from streams.retry import RETRIES
from streams.step import RetryPolicy

LIMITS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "attempts": (1, 100),
        "deadline_s": (0.1, 7 * 24 * 3600),
        "base_s": (0.01, 3600),
        "cap_s": (0.01, 24 * 3600),
    }
)
"""The least and most of every member of a table."""


def read_retry(table: object, file: str) -> Mapping[Stage, RetryPolicy]:
    """Every stage's policy: the usual one, changed by the ``[retry]`` table of ``file``.

    Raises ``BadSetting``, which names the member, its value and what was expected.
    """
    if not isinstance(table, dict):
        raise BadSetting(f"{file} has retry = {table!r}; expected tables, as [retry.mesh]")
    policies = dict(RETRIES)
    for name, members in table.items():
        if name not in set(Stage):
            raise BadSetting(f"{file} has [retry.{name}]; stages are {', '.join(Stage)}")
        policies[Stage(name)] = _policy(RETRIES[Stage(name)], members, f"{file}: [retry.{name}]")
    return MappingProxyType(policies)


def _policy(usual: RetryPolicy, members: object, where: str) -> RetryPolicy:
    if not isinstance(members, dict):
        raise BadSetting(f"{where} is {members!r}; expected a table, as attempts = 5")
    policy = replace(usual, **{name: _value(name, members[name], where) for name in members})
    if policy.base_s > policy.cap_s:
        raise BadSetting(
            f"{where} waits from base_s = {policy.base_s:g} up to cap_s = {policy.cap_s:g} seconds "
            "between two attempts; expected base_s not to exceed cap_s"
        )
    return policy


def _value(name: str, value: Any, where: str) -> Any:
    if name not in LIMITS:
        raise BadSetting(f"{where} has no {name}; its members are {', '.join(LIMITS)}")
    least, most = LIMITS[name]
    kinds = (int,) if name == "attempts" else (int, float)
    if isinstance(value, bool) or not isinstance(value, kinds) or not least <= value <= most:
        what = "a whole number" if name == "attempts" else "seconds"
        raise BadSetting(f"{where} {name} is {value!r}; expected {what} from {least:g} to {most:g}")
    return value
