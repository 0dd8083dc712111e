"""What the payloads of all events share: a type and a version, and the split of long lists."""

from __future__ import annotations

from typing import Any, ClassVar

from schemas.model import Frozen


class Data(Frozen):
    """The payload of an event. ``type`` and ``v`` are part of the log's contract."""

    type: ClassVar[str]
    v: ClassVar[int] = 1
    transient: ClassVar[bool] = False


class Parted(Data):
    """A payload whose list is split: this is number ``part`` (from 0) of ``parts``."""

    part: int = 0
    parts: int = 1

    @property
    def is_last(self) -> bool:
        return self.part == self.parts - 1


class Unknown(Data):
    """An event of a version this process does not know, kept exactly as it was."""

    type = "unknown"
    raw_type: str
    raw_v: int
    raw: dict[str, Any]
