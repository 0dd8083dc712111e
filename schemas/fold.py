"""The fold: a session's events, in order, to its state. Pure, and the only reader of history.

``SessionState`` is what handlers decide on, what a client is shown and what replay seeks to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from schemas import events as e
from schemas import talk, undo
from schemas.decomposition import Decomposition
from schemas.ids import EventId, NodeId, RequestId, event_order, is_after
from schemas.patch import apply
from schemas.scene import Scene
from schemas.state import (
    NEWER_KEPT,
    Asset,
    Change,
    Keyframe,
    Options,
    RequestState,
    Review,
    SessionState,
)

FOLDED: frozenset[str] = frozenset(
    model.type
    for model in (
        e.SessionOpened, e.SessionForked, e.SceneKeyframed,
        e.RequestAccepted, e.RequestCompleted, e.RequestFailed, e.RequestCancelled,
        e.RequestReopened, e.SpeechCaptured, e.SpeechTranscribed,
        e.AgentThought, e.AgentActed, e.AgentObserved, e.AgentReplied,
        e.DecompositionApproved, e.DecompositionChanged,
        e.SceneDecomposed, e.EditPlanned, e.LayoutProposed, e.SceneBlockedOut,
        e.SceneComposed, e.ScenePatched, e.SceneSynced,
        e.AssetMatched, e.AssetRegistered, e.AssetFailed, e.ImageGenerated,
    )
)  # fmt: skip
"""The types whose payloads the fold reads; of the others it counts that they were there."""


class Fact(NamedTuple):
    """What the fold reads of an event: enough of it, where a whole log is read for its state."""

    id: EventId | None
    request: RequestId | None
    data: e.Data


def fold(events: Iterable[e.Event | Fact], state: SessionState | None = None) -> SessionState:
    """The state after ``events``, going on from ``state`` (which is changed and returned).

    Events at or before ``state.at`` are skipped, so a reader may hand over what it saw twice.
    """
    state = state or SessionState()
    for event in events:
        if event.id is None or (state.at is not None and not is_after(event.id, state.at)):
            continue
        _fold_one(state, event)
        state.at = event.id
    return state


def _fold_one(state: SessionState, event: e.Event | Fact) -> None:
    data = event.data
    if isinstance(data, e.Parted):
        state._parts.append(data)
        if not data.is_last:
            return
    request = _request(state, event)
    state.since_keyframe += 1
    if isinstance(data, _OF_SESSIONS):
        _fold_session(state, event.id, data)
    elif isinstance(data, e.Unknown):
        if data.raw_v > 0:  # what is merely not decoded, or no event, has none
            _pass_over(state, event.id, data)
    elif request is not None:
        _fold_request(state, request, event.id, data)
    if state._parts:
        state._parts.clear()


def _pass_over(state: SessionState, at: EventId | None, data: e.Unknown) -> None:
    """A newer version wrote it: the state says so, since nobody can tell what it changed."""
    if at is not None:
        told = (at, f"{data.raw_type} v{data.raw_v}")
        state.newer = (*state.newer, told)[:NEWER_KEPT]
    state.lacks = state.lacks or data.raw_type in FOLDED


_OF_SESSIONS = (e.SessionOpened, e.SessionForked, e.SceneKeyframed, e.SceneSynced)


def _fold_session(state: SessionState, at: EventId | None, data: e.Data) -> None:
    match data:
        case e.SessionOpened():
            state.client, state.protocol, state.user = data.client, data.protocol, data.user
        case e.SessionForked():
            _fold_fork(state, at, data)
        case e.SceneKeyframed():
            _fold_keyframe(state, at, data)
        case e.SceneSynced():
            before = state.scene
            state.scene = _whole_scene(state)
            state.snapshot_digest = data.digest
            state.revision += 1
            place, told = undo.place(state), "your own changes"
            undo.made(state, Change(state.revision, told, place, whole=True, before=before))


def _request(state: SessionState, event: e.Event | Fact) -> RequestState | None:
    if event.request is None:
        return None
    request = state.requests.get(event.request)
    if request is None:
        request = state.requests[event.request] = RequestState(event.request, opened=event.id)
    return request


def _fold_request(
    state: SessionState, request: RequestState, at: EventId | None, data: e.Data
) -> None:
    match data:  # what an edit has comes first: most of a long session is that
        case e.RequestAccepted():
            request.text = data.text
            request.review = Review() if data.review else None
            talk.heard(state, request, at)
        case e.AgentThought() | e.AgentActed() | e.AgentObserved():
            talk.noted(state, request, data)
            if request.review is not None and isinstance(data, e.AgentActed):
                request.review = Review(words=data.input)
        case e.SceneComposed() | e.ScenePatched():
            _fold_scene(state, request, data)
        case e.AgentReplied():
            talk.replied(state, request, data, at)
        case e.RequestCompleted():
            request.status, request.completed, request.closed = "completed", data, at
            talk.ended(state, request, data.text)
        case e.SpeechCaptured():
            request.audio = data.audio
        case e.SpeechTranscribed():
            request.text = data.text
        case e.SceneDecomposed():
            request.decomposition = _whole_decomposition(state)
            if request.review is not None:
                waits = at if data.held else None
                request.review = replace(request.review, waits=waits, engine=data.engine)
        case e.DecompositionApproved() | e.DecompositionChanged():
            _fold_answer(request, data)
        case e.EditPlanned():
            plans = [p for p in state._parts if isinstance(p, e.EditPlanned)]
            request.edits = tuple(edit for p in plans for edit in p.edits)
            request.unmet = data.unmet
        case e.LayoutProposed():
            proposals = [p for p in state._parts if isinstance(p, e.LayoutProposed)]
            request.proposed = tuple(place for p in proposals for place in p.places)
        case e.SceneBlockedOut():
            request.blocked_out, request.proposed = _whole_scene(state), ()
        case e.AssetMatched() | e.AssetRegistered():
            state.assets[data.asset] = Asset(
                data.asset, data.label, data.mesh, data.recipe, data.stand_in
            )
            request.slots[data.slot] = data.asset
        case e.AssetFailed():
            request.slots[data.slot] = None
        case e.ImageGenerated(slot=""):
            request.image = data
        case e.RequestFailed():
            request.status, request.failure, request.closed = "failed", data, at
            talk.ended(state, request, f"{talk.FAILED}{data.message}")
        case e.RequestCancelled():
            request.status, request.closed = "cancelled", at
            talk.ended(state, request, "It was cancelled.")
        case e.RequestReopened():
            request.status, request.failure, request.closed = "accepted", None, None


def _fold_answer(
    request: RequestState, data: e.DecompositionApproved | e.DecompositionChanged
) -> None:
    review = replace(request.review or Review(), waits=None, command=data.command)
    if isinstance(data, e.DecompositionChanged):
        review = replace(review, words=f"{review.words}\n{data.text}")
    request.review = replace(review, approved=isinstance(data, e.DecompositionApproved))


def _fold_scene(
    state: SessionState, request: RequestState, data: e.SceneComposed | e.ScenePatched
) -> None:
    request.before = state.scene
    if isinstance(data, e.SceneComposed):
        state.scene = _whole_scene(state)
        state.touched = tuple(state.scene.nodes)[::-1]
    else:
        patches = [p for p in state._parts if isinstance(p, e.ScenePatched)]
        base = state.scene or Scene(name="Scene")
        state.scene = apply(base, [op for p in patches for op in p.patch])
        state.touched = tuple(NodeId(t) for t in data.touched)
        request.patched = data
    request.after = state.scene
    request.unmet = data.unmet
    state.revision += 1
    revision, place = state.revision, undo.place(state)
    if isinstance(data, e.SceneComposed):
        summary, before = f"the scene {data.name}", request.before
        whole = Change(revision, summary, place, request.id, whole=True, before=before)
        undo.made(state, whole)
    elif data.undoes is not None:
        undo.taken_back(state, request.before, data.undoes)
    elif data.redoes is not None:
        undo.made_again(state, request.before, data.redoes)
    else:
        inverse = tuple(op for p in patches for op in p.inverse)
        undo.made(state, Change(revision, data.summary, place, request.id, inverse))


def _fold_fork(state: SessionState, at: EventId | None, forked: e.SessionForked) -> None:
    """The past is the parent's; what was open there goes on under another id, or does not. What was
    asked there is answered there."""
    state.pending = state.question = None
    state.parent = forked.parent, forked.at
    state.options = Options(forked.seed, tuple(sorted(forked.engines.items())))
    for old, new in forked.continued.items():
        if (request := state.requests.pop(old, None)) is not None:
            request.id = new
            state.requests[new] = request
    for dropped in forked.dropped:
        if dropped in state.requests:
            state.requests[dropped].status = "cancelled"
            state.requests[dropped].closed = at


def _fold_keyframe(state: SessionState, at: EventId | None, data: e.SceneKeyframed) -> None:
    """From here on the state begins with its keyframe, which tells of what was settled before."""
    if at is None:
        return
    state.keyframes = (
        *state.keyframes,
        Keyframe(at, data.at, data.state, data.revision),
    )
    # One that was settled since is not yet so in the document: the next keyframe tells of it.
    upto = event_order(data.at)
    settled = [
        r.id
        for r in state.requests.values()
        if r.is_settled and r.closed is not None and event_order(r.closed) <= upto
    ]
    state.settled += len(settled)
    for request in settled:
        del state.requests[request]
    state.since_keyframe = 0


def _whole_scene(state: SessionState) -> Scene:
    parts = [p for p in state._parts if isinstance(p, e.SceneContent)]
    last = parts[-1]
    return Scene.of(last.name, [n for p in parts for n in p.nodes], last.skybox)


def _whole_decomposition(state: SessionState) -> Decomposition:
    parts = [p for p in state._parts if isinstance(p, e.SceneDecomposed)]
    last = parts[-1]
    return Decomposition(
        name=last.name,
        setting=last.setting,
        wishes=tuple(w for p in parts for w in p.wishes),
        relations=tuple(r for p in parts for r in p.relations),
        lights=last.lights,
        notes=last.notes,
    )
