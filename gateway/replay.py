"""When each event of a session's past is due again: pause, step, speed, seek. Without I/O.

Times are seconds of whatever clock the caller reads. What belongs here: the timing of a replay,
for any protocol and for the terminal. What does not: reading the log (``gateway.tape``), and what
an event looks like to whom.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from schemas.errors import BadInput
from schemas.events import Event
from schemas.ids import EventId, event_order

AT_ONCE = math.inf
"""The speed ``max``: no event waits for its time."""
LEAST_SPEED, MOST_SPEED = 0.01, 1000.0
MAX_GAP_S = 10.0
"""What a longer silence between two events is cut to, at speed 1; at speed 10 it lasts 1 s."""


class BadSpeed(BadInput):
    """No speed a replay can have: give a number from 0.01 to 1000 (1 is as it was), or max."""


class Notice(Enum):
    """What happens to a replay besides events."""

    CAUGHT_UP = "the session has nothing more, as of now"
    STOPPED = "the point was reached at which it was to stop"


@dataclass(slots=True)
class Replay:
    """One replay's place and pace. ``until``: the event after which it pauses, once.

    Feed it when it ``wants`` events, ``take`` what is due, then rest for ``wait_s``. After it has
    caught up with a session that goes on, what comes is due as it comes.
    """

    speed: float = 1.0
    max_gap_s: float = MAX_GAP_S
    paused: bool = False
    until: EventId | None = None
    live: bool = False
    _coming: deque[Event] = field(default_factory=deque)
    _at_end: bool = False
    _told: bool = False
    _stepping: bool = False
    _last: EventId | None = None
    _stopped: bool = False
    _waited: float = 0.0
    _since: float | None = None

    @property
    def wants(self) -> bool:
        """Whether it has no event left and does not know that there are none."""
        return not self._coming and not self._at_end

    @property
    def stepping(self) -> bool:
        """Whether a step is under way: events come until ``stepped``."""
        return self._stepping

    def feed(self, events: Sequence[Event]) -> None:
        """The next events of the session; none: there are no more, as of now."""
        self._coming.extend(events)
        self._at_end = not events

    def expect_more(self) -> None:
        """The session may have moved on: look again."""
        self._at_end = False

    def take(self, now: float) -> Event | Notice | None:
        """What is due at ``now``; None when nothing is. Ask again until then."""
        self._advance(now)
        if self._stopped:
            self._stopped = False
            return Notice.STOPPED
        if not self._coming:
            return self._caught_up()
        event = self._coming[0]
        if not self._is_due(event):
            return None
        self._coming.popleft()
        # What was waited too long counts for the next: lateness does not add up. A step is no wait.
        late = self._waited - self.gap_s(event)
        self._waited = max(0.0, late) if not self._free else 0.0
        self._last = event.id
        if self.until is not None and event.id and _is_after_or_at(event.id, self.until):
            self._stop()
        return event

    def wait_s(self, now: float) -> float | None:
        """How long until the next event is due; None: until something is fed or said."""
        self._advance(now)
        if not self._coming or (self.paused and not self._stepping):
            return None
        left = self.gap_s(self._coming[0]) - self._waited
        return 0.0 if self._free else max(0.0, left / self.speed)

    def gap_s(self, event: Event) -> float:
        """The silence before ``event`` at speed 1, cut to ``max_gap_s``."""
        return min(silence_s(self._last, event), self.max_gap_s)

    def play(self, now: float) -> None:
        """Go on; past the point it stopped at, too."""
        self._advance(now)
        self.paused = self._stepping = self._stopped = False

    def pause(self, now: float) -> None:
        """Give out nothing more until ``play`` or ``step``."""
        self._advance(now)
        self.paused, self._stepping = True, False
        self.live = self._told = False

    def step(self, now: float) -> None:
        """Give out events at once until ``stepped``, then pause."""
        self.pause(now)
        self._stepping = True

    def stepped(self) -> None:
        """The step under way has shown what it was to show."""
        self._stepping = False

    def set_speed(self, speed: float, now: float) -> None:
        """Go on at ``speed``, from here on."""
        self._advance(now)
        self.speed = speed

    def seek(self, at: EventId | None, now: float) -> None:
        """Go on after the event ``at`` (None: from the first on). What was fed is forgotten."""
        self._coming.clear()
        self._since, self._waited, self._last = now, 0.0, at
        self.live = self._told = self._at_end = self._stepping = self._stopped = False
        if self.until is not None and at is not None and _is_after_or_at(at, self.until):
            self._stop()

    @property
    def _free(self) -> bool:
        """Whether nothing waits for its time."""
        return self._stepping or self.live or self.speed == AT_ONCE

    def _is_due(self, event: Event) -> bool:
        if self.paused and not self._stepping:
            return False
        return self._free or self._waited >= self.gap_s(event)

    def _caught_up(self) -> Notice | None:
        """That nothing is left, once; to who asks for a step, every time."""
        waiting = self.paused and not self._stepping
        if not self._at_end or waiting or (self._told and not self._stepping):
            return None
        self.live, self._told, self._stepping = not self.paused, True, False
        return Notice.CAUGHT_UP

    def _stop(self) -> None:
        self.until = None
        self.paused, self._stepping, self._stopped = True, False, True

    def _advance(self, now: float) -> None:
        """Count the time since the last call as waited, unless paused."""
        if self._since is not None and not self.paused and self.speed != AT_ONCE:
            self._waited += (now - self._since) * self.speed
        self._since = now


def silence_s(last: EventId | None, event: Event) -> float:
    """How long after ``last`` the event ``event`` really happened; 0 after none."""
    if last is None or event.id is None:
        return 0.0
    return max(0, event_order(event.id)[0] - event_order(last)[0]) / 1000


def parse_speed(text: str) -> float:
    """The speed that ``text`` names. Raises ``BadSpeed``."""
    if text.strip().lower() == "max":
        return AT_ONCE
    try:
        speed = float(text)
    except ValueError:
        speed = math.nan
    if not LEAST_SPEED <= speed <= MOST_SPEED:
        raise BadSpeed(f"{text[:40]!r}: {BadSpeed.__doc__}")
    return speed


def speed_name(speed: float) -> str:
    """The speed as ``parse_speed`` reads it."""
    return "max" if speed == AT_ONCE else f"{speed:g}"


def _is_after_or_at(event: EventId, point: EventId) -> bool:
    return event_order(event) >= event_order(point)
