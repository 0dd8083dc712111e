"""A command that was refused, as an HTTP error."""

from __future__ import annotations

from schemas import wire_v2_pb2 as pb
from schemas.errors import Category, ScenestreamError


class Refusal(ScenestreamError):
    """What the session core said to a command, word for word."""

    said = ""

    def __init__(self, told: pb.Refused) -> None:
        self.said = told.code
        self.category = Category(told.category)
        self.retry_after_s = told.retry_after_s
        super().__init__(told.message)

    @property
    def code(self) -> str:
        """As the core named it."""
        return self.said or type(self).__name__
