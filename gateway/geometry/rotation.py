"""Whose item is next: strict rotation between clients, pure.

In a round each client has one turn. Who comes while a round is under way has its turn at the end of
that round; who has had one waits for the next round, however often it comes back.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T")


class Rotation(Generic[T]):
    """Items that wait, by client, each client's in the order in which they came."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[T]] = {}
        self._round: deque[str] = deque()
        self._next_round: deque[str] = deque()
        self._served: set[str] = set()

    def __len__(self) -> int:
        return sum(len(items) for items in self._waiting.values())

    @property
    def clients(self) -> frozenset[str]:
        """Those with an item that waits."""
        return frozenset(self._waiting)

    def add(self, client: str, items: Iterable[T]) -> None:
        """Have ``items`` wait behind what ``client`` waits for already."""
        more = deque(items)
        if not more:
            return
        if client in self._waiting:
            self._waiting[client].extend(more)
            return
        self._waiting[client] = more
        (self._next_round if client in self._served else self._round).append(client)

    def take(self) -> T | None:
        """The next item, None when none waits."""
        if not self._round:
            self._round, self._next_round = self._next_round, deque()
            self._served.clear()
        if not self._round:
            return None
        client = self._round.popleft()
        item = self._waiting[client].popleft()
        self._served.add(client)
        if self._waiting[client]:
            self._next_round.append(client)
        else:
            del self._waiting[client]
        return item

    def drop(self, unwanted: Callable[[T], bool]) -> list[T]:
        """Take the ``unwanted`` items out; which they were. The others keep their places."""
        gone: list[T] = []
        for client, items in list(self._waiting.items()):
            gone.extend(item for item in items if unwanted(item))
            kept = deque(item for item in items if not unwanted(item))
            if kept:
                self._waiting[client] = kept
                continue
            del self._waiting[client]
            for line in (self._round, self._next_round):
                if client in line:
                    line.remove(client)
        return gone
