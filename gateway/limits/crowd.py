"""How many are there at once, in all and of each: sockets by address, clients by user."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Crowd:
    """At most ``most`` in all and ``most_each`` of one; 0: any number."""

    most: int = 0
    most_each: int = 0
    count: int = field(default=0, init=False)
    _each: Counter[str] = field(default_factory=Counter, init=False)

    @property
    def is_full(self) -> bool:
        """Whether nobody is let in, whoever it is."""
        return bool(self.most) and self.count >= self.most

    def enter(self, who: str) -> bool:
        """One more of ``who`` ("": of nobody in particular); False: there are too many, and it
        is not let in."""
        if self.is_full:
            return False
        if who and self.most_each and self._each[who] >= self.most_each:
            return False
        self.count += 1
        self._each[who] += 1
        return True

    def leave(self, who: str) -> None:
        """One of ``who`` that was let in is gone."""
        self.count -= 1
        self._each[who] -= 1
        if not self._each[who]:
            del self._each[who]
