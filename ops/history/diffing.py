"""`scenestream diff`: two sessions, or two points of one, side by side."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from consumers.chat.cleaning import clean
from ops.history.showing import earlier
from ops.looking import one, opened, past
from ops.settings import Settings
from schemas.comparison import Changed, MemberChange, SceneDiff, compare
from schemas.events import Event
from schemas.ids import EventId, SessionId, event_order
from schemas.state import Asset, RequestState, SessionState
from streams.past.history import History
from streams.past.points import resolve
from streams.shards import Shards

T = TypeVar("T")

DIFFERS = 1
"""The exit status when the scenes differ, as that of diff(1)."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: a session as it was at a point. ``own``: its events that the other lacks."""

    session: SessionId
    state: SessionState
    requests: Mapping[str, RequestState]
    own: Sequence[Event]

    @property
    def assets(self) -> dict[str, Asset]:
        """Its assets by the meshes' hashes: the same mesh is the same asset."""
        return {asset.mesh.sha256: asset for asset in self.state.assets.values()}


async def diff(settings: Settings, first: str, second: str, as_json: bool) -> int:
    """Print what leads from ``first`` to ``second``, each SESSION or SESSION@POINT."""
    async with opened(settings) as shards:
        history = await past(settings, shards)
        a, b = [await _point(history, shards, named) for named in (first, second)]
        shared = await _shared(history, a, b)
        sides = [await _side(history, session, at, shared) for session, at in (a, b)]
        scenes = compare(sides[0].state.scene, sides[1].state.scene)
        if as_json:
            print(json.dumps(_document(sides, scenes, shared), ensure_ascii=False))
        else:
            for line in _lines(sides, scenes, shared):
                print(clean(line))
    return 0 if scenes.is_empty else DIFFERS


async def _point(history: History, shards: Shards, named: str) -> tuple[SessionId, EventId | None]:
    prefix, _, point = named.partition("@")
    session = await one(shards, prefix)
    at = await resolve(history, session, point or None)
    return session, at or (await history.state(session)).at


async def _shared(
    history: History,
    a: tuple[SessionId, EventId | None],
    b: tuple[SessionId, EventId | None],
) -> EventId | None:
    """The last event that both have: of one session, or of the past that forks have in common."""
    spans = [await history.spans(*a), await history.spans(*b)]
    shared: EventId | None = None
    for one_span, other in zip(*spans, strict=False):
        if one_span.session != other.session:
            break
        shared = min(one_span.upto, other.upto, key=event_order)
    return shared


async def _side(
    history: History, session: SessionId, at: EventId | None, shared: EventId | None
) -> Side:
    state = await history.state(session, at)
    requests: dict[str, RequestState] = {
        r.id: r for r in [*await earlier(history, session, state), *state.requests.values()]
    }
    own = await history.read(session, after=shared, upto=at)
    return Side(session, state, requests, own)


def _document(sides: Sequence[Side], scenes: SceneDiff, shared: EventId | None) -> dict[str, Any]:
    a, b = sides
    return {
        "a": {"session": a.session, "at": a.state.at, "revision": a.state.revision},
        "b": {"session": b.session, "at": b.state.at, "revision": b.state.revision},
        "shared_until": shared,
        "scene": {
            "added": [{"id": n.id, "name": n.name} for n in scenes.added],
            "removed": [{"id": n.id, "name": n.name} for n in scenes.removed],
            "moved": [_change(c) for c in scenes.moved],
            "changed": [_change(c) for c in scenes.changed if not c.is_only_moved],
            "same": scenes.same,
            "skybox": _member(scenes.sky) if scenes.sky else None,
        },
        "requests": {
            "only_a": [_request(r) for r in _only(a.requests, b.requests)],
            "only_b": [_request(r) for r in _only(b.requests, a.requests)],
        },
        "artifacts": {
            "only_a": [_asset(x) for x in _only(a.assets, b.assets)],
            "only_b": [_asset(x) for x in _only(b.assets, a.assets)],
            "both": len(a.assets.keys() & b.assets.keys()),
        },
        "timings": {"a": _timings(a.own), "b": _timings(b.own)},
    }


def _only(here: Mapping[str, T], there: Mapping[str, T]) -> list[T]:
    return [value for key, value in here.items() if key not in there]


def _change(change: Changed) -> dict[str, Any]:
    return {
        "id": change.before.id,
        "name": change.before.name,
        "moved_m": round(change.moved_m, 4),
        "members": [_member(member) for member in change.members],
    }


def _member(member: MemberChange) -> dict[str, Any]:
    return {"name": member.name, "before": member.before, "after": member.after}


def _request(request: RequestState) -> dict[str, Any]:
    return {"id": request.id, "text": request.text, "status": request.status, "ms": _ms(request)}


def _ms(request: RequestState) -> int | None:
    """From its acceptance to its end."""
    if request.opened is None or request.closed is None:
        return None
    return event_order(request.closed)[0] - event_order(request.opened)[0]


def _asset(asset: Asset) -> dict[str, Any]:
    return {"id": asset.id, "label": asset.label, "mesh": asset.mesh.sha256}


def _timings(events: Iterable[Event]) -> dict[str, dict[str, float]]:
    """Per type of event, how many steps wrote one and how long these took in all, ms."""
    steps: defaultdict[str, dict[tuple[object, ...], float]] = defaultdict(dict)
    for event in events:
        if event.took_ms is not None:
            steps[event.type][event.cause, event.by, event.at] = event.took_ms
    return {
        kind: {"steps": len(took), "ms": round(sum(took.values()), 1)}
        for kind, took in steps.items()
    }


def _lines(sides: Sequence[Side], scenes: SceneDiff, shared: EventId | None) -> Iterator[str]:
    a, b = sides
    for letter, side in zip("AB", sides, strict=True):
        yield f"{letter}  {side.session} at {side.state.at}, revision {side.state.revision}"
    yield f"   same until {shared}" if shared else "   nothing in common"
    yield ""
    yield "scene"
    yield from _scene_lines(scenes)
    yield ""
    yield "requests"
    yield from _pair_lines(
        _only(a.requests, b.requests), _only(b.requests, a.requests), _request_line
    )
    yield ""
    both = len(a.assets.keys() & b.assets.keys())
    yield f"artifacts ({both} in both)"
    yield from _pair_lines(
        _only(a.assets, b.assets),
        _only(b.assets, a.assets),
        lambda x: f"{x.mesh.sha256[:12]}  {x.mesh.size:>9,} B  {x.label}",
    )
    yield ""
    yield f"{'timings':<32} {'A':>16} {'B':>16}"
    yield from _timing_lines(_timings(a.own), _timings(b.own))


def _scene_lines(scenes: SceneDiff) -> Iterator[str]:
    for node in scenes.removed:
        yield f"  - {node.name}"
    for node in scenes.added:
        yield f"  + {node.name}"
    for change in scenes.moved:
        yield f"  > {change.before.name}  moved {change.moved_m:.2f} m"
    for change in scenes.changed:
        if not change.is_only_moved:
            said = ", ".join(_said(member) for member in change.members)
            yield f"  ~ {change.before.name}  {said}"
    if scenes.sky:
        yield "  ~ the sky"
    if scenes.is_empty:
        yield f"  the same: {scenes.same} objects"
    else:
        yield f"    {scenes.same} objects are the same"


def _said(member: MemberChange) -> str:
    if isinstance(member.before, str) and isinstance(member.after, str):
        return f"{member.name} {member.before!r} -> {member.after!r}"
    if isinstance(member.before, dict) and isinstance(member.after, dict):
        parts = [f"{k} {v:g} -> {member.after[k]:g}" for k, v in member.before.items()
                 if isinstance(v, int | float) and v != member.after.get(k)]  # fmt: skip
        return f"{member.name} {', '.join(parts)}"
    if member.name == "components":
        return f"looks {_looks(member.before)} -> {_looks(member.after)}"
    return member.name


def _looks(components: Sequence[Mapping[str, Any]]) -> str:
    """What an object shows: its mesh, its primitive and colour, its light."""
    said = []
    for one_of in components:
        match one_of["component_type"]:
            case "dynamic":
                said.append(f"mesh {one_of['id'][:8]}")
            case "primitive":
                rgb = (round(255 * one_of["color"][channel]) for channel in "rgb")
                said.append(f"{one_of['shape']} #{bytes(rgb).hex()}")
            case _:
                said.append(f"{one_of.get('type', '')} light {one_of.get('intensity', 1):g}")
    return " and ".join(said) or "nothing"


def _request_line(request: RequestState) -> str:
    ms = _ms(request)
    took = f"{ms:>7,} ms" if ms is not None else f"{'':>10}"
    return f"{request.status:<10}{took}  {request.text or '(spoken)'}"


def _pair_lines(only_a: Iterable[T], only_b: Iterable[T], line: Any) -> Iterator[str]:
    none = True
    for letter, values in (("A", only_a), ("B", only_b)):
        for value in values:
            none = False
            yield f"  {letter}  {line(value)}"
    if none:
        yield "  the same"


def _timing_lines(a: Mapping[str, Any], b: Mapping[str, Any]) -> Iterator[str]:
    for kind in dict.fromkeys((*a, *b)):
        cells = [
            f"{side[kind]['steps']} x {side[kind]['ms'] / side[kind]['steps']:.0f} ms"
            if kind in side
            else "-"
            for side in (a, b)
        ]
        yield f"  {kind:<30} {cells[0]:>16} {cells[1]:>16}"
    if not a and not b:
        yield "  none: all that happened is in both"
