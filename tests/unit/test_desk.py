"""What one step puts: written behind it, and its end told when all of it is over."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Any

from consumers.desk import Desk, Shelf
from schemas.artifacts import ArtifactRef


class SlowShelf(Shelf):
    """Writes when the test says so."""

    def __init__(self) -> None:
        super().__init__("memory://a-slow-shelf")
        self.writing: list[Future[ArtifactRef]] = []

    def write(self, data: bytes, media_type: str) -> Future[ArtifactRef]:
        self.writing.append(Future())
        return self.writing[-1]


def test_the_end_is_told_once_when_the_last_put_is_over_in_whatever_order() -> None:
    shelf, told = SlowShelf(), list[Any]()
    desk = Desk(shelf)
    ref = desk.put(b"a", "image/png")
    desk.put(b"b", "image/png")
    desk.when_over(lambda: told.append("over"))
    first, second = shelf.writing
    second.set_exception(OSError("no room"))
    assert told == []
    first.set_result(ref)
    assert told == ["over"]


def test_a_step_that_puts_nothing_is_over_at_once() -> None:
    told = list[Any]()
    Desk(SlowShelf()).when_over(lambda: told.append("over"))
    assert told == ["over"]
