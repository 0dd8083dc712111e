"""`scenestream show`: a session at one point of its life, for people and programs."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from consumers.chat.cleaning import clean
from ops.history.credits import makers
from ops.looking import one, opened, past
from ops.settings import Settings
from schemas import keyframe
from schemas.events import SceneKeyframed
from schemas.fold import fold
from schemas.ids import SessionId
from schemas.patch import document
from schemas.provenance import ModelCard
from schemas.scene import Scene
from schemas.state import Asset, RequestState, SessionState
from streams.past.history import History
from streams.past.points import resolve

REQUESTS_SHOWN = 20
Makers = Mapping[str, Sequence[ModelCard]]
"""By the SHA-256 of a mesh, the models that made it."""


async def show(settings: Settings, prefix: str, at: str | None, as_json: bool) -> int:
    """Print the session's scene, requests and artifacts at ``at`` (None: now)."""
    async with opened(settings) as shards:
        session = await one(shards, prefix)
        history = await past(settings, shards)
        state = await history.state(session, await resolve(history, session, at))
        meshes = [asset.mesh for asset in state.assets.values()]
        made_by = await asyncio.to_thread(makers, history.artifacts, meshes)
        if as_json:
            requests = [*await earlier(history, session, state), *state.requests.values()]
            print(json.dumps(_document(session, state, requests, made_by), ensure_ascii=False))
        else:
            for line in _lines(session, state, made_by):
                print(clean(line))
    return 0


async def earlier(history: History, session: SessionId, state: SessionState) -> list[RequestState]:
    """The requests that were settled before the state's last keyframe, oldest first."""
    found: list[RequestState] = []
    for frame in state.keyframes:
        before = await history.keyframe(frame)
        if before is None:  # its document is gone: the events say as much
            events = await history.read(session, upto=state.at)
            whole = fold(ev for ev in events if not isinstance(ev.data, SceneKeyframed))
            return [r for r in whole.requests.values() if r.id not in state.requests]
        found.extend(r for r in before.requests.values() if r.is_settled)
    return found


def _document(
    session: SessionId, state: SessionState, requests: list[RequestState], made_by: Makers
) -> dict[str, Any]:
    """All of it, as programs read it."""
    return {
        "session": session,
        "at": state.at,
        "revision": state.revision,
        "digest": keyframe.digest(state.scene),
        "parent": dict(zip(("session", "at"), state.parent, strict=True)) if state.parent else None,
        "newer": [{"id": at, "type": kind} for at, kind in state.newer],
        "scene": document(state.scene) if state.scene else None,
        "requests": [_request(request) for request in requests],
        "assets": [_asset(asset, made_by) for asset in state.assets.values()],
    }


def _request(request: RequestState) -> dict[str, Any]:
    completed, failure = request.completed, request.failure
    return {
        "id": request.id,
        "status": request.status,
        "opened": request.opened,
        "closed": request.closed,
        "text": request.text,
        "action": request.action,
        "awaits_approval": request.awaits_approval,
        "answer": completed.text if completed else failure.message if failure else None,
        "unmet": list(request.unmet),
    }


def _asset(asset: Asset, made_by: Makers) -> dict[str, Any]:
    return {
        "id": asset.id,
        "label": asset.label,
        "mesh": asset.mesh.model_dump(mode="json"),
        "stand_in": asset.stand_in,
        "models": [
            {"name": model.name, "licence": model.licence}
            for model in made_by.get(asset.mesh.sha256, ())
        ],
    }


def _lines(session: SessionId, state: SessionState, made_by: Makers) -> Iterator[str]:
    """The same for people: what stands where, who asked for what, which meshes there are."""
    yield f"session   {session} at {state.at}, revision {state.revision}"
    if state.parent:
        yield f"fork of   {state.parent[0]} at {state.parent[1]}"
    if state.newer:
        kinds = ", ".join(dict.fromkeys(kind for _, kind in state.newer))
        lacks = "what follows is not all of it" if state.lacks else "it may matter"
        since = f"since {state.newer[0][0]}"
        yield f"not understood: {kinds}, {since}: a newer version wrote that,"
        yield f"and {lacks}; update scenestream"
    yield ""
    if state.scene is None:
        yield "no scene yet"
    else:
        yield f"{state.scene.name}: {len(state.scene.nodes)} objects"
        yield from _tree(state.scene, None, 1)
    yield ""
    shown = list(state.requests.values())[-REQUESTS_SHOWN:]
    more = state.settled + len(state.requests) - len(shown)
    yield "requests" + (f" (the last {len(shown)}; {more} before them: --json)" if more else "")
    for request in shown:
        told = _request(request)
        yield f"  {request.status:<10} {request.text or '(spoken)'}"
        if request.awaits_approval:
            yield f"  {'':<10} waits until somebody approves of what it would build"
        if told["answer"]:
            yield f"  {'':<10} > {told['answer']}"
    yield ""
    yield "artifacts"
    for asset in state.assets.values():
        stand_in = "  (stand-in)" if asset.stand_in else ""
        models = [f"{m.name}, {m.licence}" for m in made_by.get(asset.mesh.sha256, ())]
        made = f"  ({'; '.join(models)})" if models else ""
        yield f"  {asset.mesh.sha256[:12]}  {asset.mesh.size:>9,} B  {asset.label}{stand_in}{made}"


def _tree(scene: Scene, parent: str | None, depth: int) -> Iterator[str]:
    for node in scene.children(parent):
        p, turn = node.position, f"  turned {node.rotation.y:g}" if node.rotation.y else ""
        name = "  " * depth + node.name
        yield f"{name:<40} {p.x:>7.2f} {p.y:>6.2f} {p.z:>7.2f}{turn}"
        yield from _tree(scene, node.id, depth + 1)
