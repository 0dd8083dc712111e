"""The fold: a session's events, in order, to its state. Pure, and the only reader of history.

``SessionState`` is what handlers decide on, what a client is shown and what replay seeks to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from schemas import events as e
from schemas.artifacts import ArtifactRef
from schemas.decomposition import Decomposition
from schemas.edits import Edit
from schemas.ids import EventId, NodeId, RequestId, event_order
from schemas.patch import apply
from schemas.recipe import Recipe
from schemas.scene import Scene


@dataclass(frozen=True, slots=True)
class Asset:
    """A mesh that this session knows, by asset id."""

    id: str
    label: str
    mesh: ArtifactRef
    recipe: Recipe
    stand_in: bool


@dataclass(slots=True)
class RequestState:
    """One request as far as the log tells. ``slots``: what each slot got, None when it failed."""

    id: RequestId
    text: str = ""
    audio: ArtifactRef | None = None
    status: str = "accepted"
    action: e.Action | None = None
    step: int = 0
    decomposition: Decomposition | None = None
    edits: tuple[Edit, ...] = ()
    unmet: tuple[str, ...] = ()
    slots: dict[str, str | None] = field(default_factory=dict)
    blocked_out: Scene | None = None
    image: e.ImageGenerated | None = None
    before: Scene | None = None
    after: Scene | None = None
    patched: e.ScenePatched | None = None
    failure: e.RequestFailed | None = None
    completed: e.RequestCompleted | None = None

    @property
    def is_open(self) -> bool:
        """Whether no terminal event has come yet."""
        return self.status == "accepted"


@dataclass(slots=True)
class SessionState:
    """Everything a session's log says. ``revision`` counts the scene's changes from 0.

    ``pending``: the destructive action that waits for a yes, with its input. ``touched``: nodes of
    the last change, newest first. ``at``: the id of the last event folded.
    """

    client: str = ""
    protocol: str = ""
    scene: Scene | None = None
    revision: int = 0
    requests: dict[RequestId, RequestState] = field(default_factory=dict)
    assets: dict[str, Asset] = field(default_factory=dict)
    pending: tuple[e.Action, str] | None = None
    touched: tuple[NodeId, ...] = ()
    snapshot_digest: str = ""
    at: EventId | None = None
    _parts: list[e.Parted] = field(default_factory=list)

    def making_scene(self, but: RequestId | None = None) -> bool:
        """Whether an open request (other than ``but``) is about to give the session a scene."""
        return any(
            r.is_open and r.action == "generate_3d_scene" and r.id != but
            for r in self.requests.values()
        )


def fold(events: Iterable[e.Event], state: SessionState | None = None) -> SessionState:
    """The state after ``events``, going on from ``state`` (which is changed and returned).

    Events at or before ``state.at`` are skipped, so a reader may hand over what it saw twice.
    """
    state = state or SessionState()
    for event in events:
        if event.id is None or (state.at and event_order(event.id) <= event_order(state.at)):
            continue
        _fold_one(state, event)
        state.at = event.id
    return state


def _fold_one(state: SessionState, event: e.Event) -> None:
    data = event.data
    if isinstance(data, e.Parted):
        state._parts.append(data)
        if not data.is_last:
            return
    request = _request(state, event)
    match data:
        case e.SessionOpened():
            state.client, state.protocol = data.client, data.protocol
        case e.SceneSynced():
            state.scene = _whole_scene(state)
            state.snapshot_digest = data.digest
            state.revision += 1
        case _ if request is not None:
            _fold_request(state, request, data)
    state._parts.clear()


def _request(state: SessionState, event: e.Event) -> RequestState | None:
    if event.request is None:
        return None
    return state.requests.setdefault(event.request, RequestState(event.request))


def _fold_request(state: SessionState, request: RequestState, data: e.Data) -> None:
    match data:
        case e.RequestAccepted():
            request.text = data.text
        case e.SpeechCaptured():
            request.audio = data.audio
        case e.SpeechTranscribed():
            request.text = data.text
        case e.AgentActed():
            request.action, request.step = data.action, data.step
        case e.AgentReplied():
            state.pending = (data.confirms, data.input) if data.confirms else None
        case e.SceneDecomposed():
            request.decomposition = _whole_decomposition(state)
        case e.EditPlanned():
            plans = [p for p in state._parts if isinstance(p, e.EditPlanned)]
            request.edits = tuple(edit for p in plans for edit in p.edits)
            request.unmet = data.unmet
        case e.SceneBlockedOut():
            request.blocked_out = _whole_scene(state)
        case e.SceneComposed() | e.ScenePatched():
            _fold_scene(state, request, data)
        case e.AssetMatched() | e.AssetRegistered():
            state.assets[data.asset] = Asset(
                data.asset, data.label, data.mesh, data.recipe, data.stand_in
            )
            request.slots[data.slot] = data.asset
        case e.AssetFailed():
            request.slots[data.slot] = None
        case e.ImageGenerated(slot=""):
            request.image = data
        case e.RequestCompleted():
            request.status, request.completed = "completed", data
        case e.RequestFailed():
            request.status, request.failure = "failed", data
        case e.RequestCancelled():
            request.status = "cancelled"
        case e.RequestReopened():
            request.status, request.failure = "accepted", None


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
