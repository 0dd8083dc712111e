"""``ws://host:port/?replay=SESSION&speed=10&to=…``: what a client asks for that wants a replay."""

from __future__ import annotations

import math
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode

from gateway.replay import AT_ONCE, MAX_GAP_S, parse_speed, speed_name
from schemas.errors import BadInput

PARAMETERS = ("replay", "speed", "from", "to", "paused", "max_gap")
OF_THE_DOOR = ("token", "invitation")
"""What any URL of the gateway may have beside."""
_YES, _NO = ("1", "true", "yes", ""), ("0", "false", "no")
MOST_GAP_S = 86_400.0 * 366


class BadReplayUrl(BadInput):
    """The replay's URL can not be understood; see what each of its parts may be: replay=SESSION,
    speed=10 (or max), from=POINT, to=POINT, paused=1, max_gap=SECONDS."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A replay as it was asked for. ``session``: an id or the beginning of one.

    ``begin``, ``to``: points of the session as people name them, None for its ends. ``max_gap_s``:
    what a longer silence is cut to, at speed 1.
    """

    session: str
    speed: float = 1.0
    begin: str | None = None
    to: str | None = None
    paused: bool = False
    max_gap_s: float = MAX_GAP_S


def is_replay(path: str) -> bool:
    """Whether the request of ``path`` asks for a replay."""
    return "replay" in _query(path)


def parse(path: str) -> Asked:
    """What ``path`` asks for. Raises ``BadReplayUrl``, ``BadSpeed``."""
    query = _query(path)
    unknown = [name for name in query if name not in (*PARAMETERS, *OF_THE_DOOR)]
    if unknown:
        known = ", ".join(PARAMETERS)
        raise BadReplayUrl(f"a replay's URL has no {unknown[0][:40]!r}; it may have {known}")
    if not query["replay"]:
        raise BadReplayUrl("replay= names no session; give its id, or the beginning of it")
    return Asked(
        session=query["replay"],
        speed=parse_speed(query.get("speed") or "1"),
        begin=query.get("from") or None,
        to=query.get("to") or None,
        paused=_flag("paused", query.get("paused", "0")),
        max_gap_s=parse_gap(query.get("max_gap") or f"{MAX_GAP_S}"),
    )


def url(gateway: str, asked: Asked) -> str:
    """The URL below ``gateway`` that asks for it."""
    parts = {"replay": asked.session}
    if asked.speed != 1.0:
        parts["speed"] = speed_name(asked.speed)
    if asked.begin is not None:
        parts["from"] = asked.begin
    if asked.to is not None:
        parts["to"] = asked.to
    if asked.paused:
        parts["paused"] = "1"
    if asked.max_gap_s != MAX_GAP_S:
        parts["max_gap"] = "max" if asked.max_gap_s == AT_ONCE else f"{asked.max_gap_s:g}"
    return f"{gateway.rstrip('/')}/?{urlencode(parts, quote_via=quote)}"


def parse_gap(text: str) -> float:
    """Seconds that a silence lasts at most; max: as long as it was. Raises ``BadReplayUrl``."""
    if text.strip().lower() == "max":
        return math.inf
    try:
        gap = float(text)
    except ValueError:
        gap = math.nan
    if not 0 <= gap <= MOST_GAP_S:
        raise BadReplayUrl(
            f"{text[:40]!r} is no longest silence; give seconds from 0 on, or max to cut none"
        )
    return gap


def _flag(name: str, text: str) -> bool:
    if text.lower() in _YES:
        return True
    if text.lower() in _NO:
        return False
    raise BadReplayUrl(f"{name}={text[:40]!r} is neither yes nor no; give 1 or 0")


def _query(path: str) -> dict[str, str]:
    """The parts of the URL's query. A plus is itself: points of time begin with one."""
    query = path.partition("?")[2].partition("#")[0].replace("+", "%2B")
    return dict(parse_qsl(query, keep_blank_values=True))
