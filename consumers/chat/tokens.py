"""What a model's server says that an answer took, in its own tokens. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MOST = 10**12


@dataclass(frozen=True, slots=True)
class Tokens:
    """``read``: of what the model was told; ``written``: of its answer, thoughts included. 0: the
    server does not say."""

    read: int = 0
    written: int = 0

    def __add__(self, more: Tokens) -> Tokens:
        return Tokens(self.read + more.read, self.written + more.written)


NONE = Tokens()


def counted(piece: Any) -> Tokens:
    """The tokens that a piece of an answer tells of (LangChain's ``usage_metadata``)."""
    told = getattr(piece, "usage_metadata", None)
    if not isinstance(told, Mapping):
        return NONE
    return Tokens(_number(told.get("input_tokens")), _number(told.get("output_tokens")))


def _number(told: object) -> int:
    return told if isinstance(told, int) and 0 <= told < MOST else 0
