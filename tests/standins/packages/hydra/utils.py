"""``instantiate`` of the stand-in: calls what ``_target_`` names with the other members."""

from __future__ import annotations

import importlib
from typing import Any


def instantiate(config: Any) -> Any:
    members = dict(config)
    module, _, name = members.pop("_target_").rpartition(".")
    return getattr(importlib.import_module(module), name)(**members)
