"""What a session looks like to whoever watches it: log events in, frames out. Without I/O.

One show serves all clients of a session: what they are told is the same, and derived from the log
alone, so any gateway can go on where another stopped. A client is shown the present scene, or,
while a request builds a new one, that request's draft: the block-out, each block replaced by its
mesh as soon as there is one. What belongs here: events to frames. What does not: commands, sockets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from gateway.v2.messages import (
    asset_message,
    picture_message,
    reference,
    tell_failure,
    tell_plan,
    tell_revision,
    view_message,
)
from gateway.v2.naming import command_of
from schemas import events as e
from schemas import wire_v2_pb2 as pb
from schemas.edits import slots
from schemas.fold import fold
from schemas.ids import EventId, NodeId, RequestId, SessionId, event_order
from schemas.scene import Dynamic, Scene
from schemas.scene_v2 import View
from schemas.state import RequestState, SessionState

KINDS = {"text": pb.Accepted.TEXT, "audio": pb.Accepted.AUDIO, "geometry": pb.Accepted.PICTURE}
ALWAYS_TOLD = frozenset(
    model.type
    for model in (
        e.RequestAccepted, e.RequestCompleted, e.RequestFailed, e.RequestCancelled,
        e.SpeechTranscribed, e.AgentThought, e.AgentActed, e.AgentObserved,
        e.AssetMatched, e.AssetRegistered, e.AssetFailed,
    )
)  # fmt: skip
"""Types of which each event of a request is a frame, whatever it says."""
LEAST_BYTES = 100
"""A kept frame has more: its cursor alone has nearly as many."""
LATELY = 12
"""So many of a session's last requests are asked how long the next one takes."""


@dataclass(frozen=True, slots=True)
class Told:
    """A frame, whole but for its cursor and its assets' places. ``at``: the event it tells of, None
    for what is not kept; ``draft``: the request whose draft is shown from here on."""

    frame: pb.ServerFrame
    at: EventId | None
    draft: RequestId | None = None


class Show:
    """What is told of ``session``, from ``state`` on. ``draft``: the request whose draft is shown;
    ``state`` becomes the show's own."""

    def __init__(
        self, session: SessionId, state: SessionState | None = None, draft: RequestId | None = None
    ) -> None:
        self.session = session
        self.state = state or SessionState()
        self.draft = draft if draft in self.state.requests else None
        self._view = View()
        self._view.whole(self._scene())
        self._marked = self._marks

    @property
    def hash(self) -> int:
        """Of the scene that is shown."""
        return self._view.hash

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._view.scene or Scene(name="")

    def whole(self) -> Told:
        """The scene as it is shown now, with all its assets, for a client that begins here."""
        frame = pb.ServerFrame(scene=View().whole(self._view.scene))
        self._mark(frame)
        frame.assets.extend(self._assets(self.scene.assets()))
        return Told(frame, self.state.at, self.draft)

    def events(self, events: Iterable[e.Event]) -> Iterator[Told]:
        """What to tell of new events of the session, in their order, one frame for each that
        matters."""
        for event in events:
            if event.id is None:
                yield from self._transient(event)
                continue
            seen = self.state.at
            if fold([event], self.state).at == seen:
                continue  # told before
            request = self.state.requests.get(event.request) if event.request else None
            frame = pb.ServerFrame(
                request=event.request or "", at_ms=int(event.at.timestamp() * 1e3)
            )
            self._follow(event, request)
            self._change(frame)
            if self._tell(frame, event.data, request) or frame.HasField("scene"):
                yield Told(frame, event.id, self.draft)

    # What is shown

    def _follow(self, event: e.Event, request: RequestState | None) -> None:
        """Begin or end a draft."""
        match event.data:
            case e.SceneBlockedOut(is_last=True) if request is not None:
                self.draft = request.id
            case e.SceneComposed(is_last=True) if request is not None and request.id == self.draft:
                self.draft = None
            case _ if self.draft is not None:
                drawn = self.state.requests.get(self.draft)
                if drawn is None or not drawn.is_open:
                    self.draft = None

    def _scene(self) -> Scene | None:
        request = self.state.requests.get(self.draft) if self.draft else None
        if request is None or request.blocked_out is None:
            return self.state.scene
        return _drafted(request)

    def _change(self, frame: pb.ServerFrame) -> None:
        """Put into ``frame`` what turns what was shown into what is shown now."""
        before, scene = self.scene.assets(), self._scene()
        change = None
        if scene is not self._view.scene:
            change = self._view.become(scene or Scene(name=""))
        if change is None and self._marks == self._marked:
            return
        # A draft that becomes the scene as it stands changes nothing but what the scene is.
        frame.scene.CopyFrom(change or pb.SceneChange(hash=self._view.hash))
        self._mark(frame)
        self._marked = self._marks
        frame.assets.extend(self._assets(self.scene.assets() - before))

    @property
    def _marks(self) -> tuple[int, bool]:
        """What is said of the scene that is shown: its revision, and whether it is a draft."""
        return self.state.revision, self.draft is not None

    def _mark(self, frame: pb.ServerFrame) -> None:
        frame.scene.revision, frame.scene.draft = self._marks

    def _assets(self, ids: Iterable[str]) -> list[pb.Asset]:
        known = self.state.assets
        return [asset_message(known[a]) for a in sorted(ids) if a in known]

    # What is said

    def _tell(self, frame: pb.ServerFrame, data: e.Data, request: RequestState | None) -> bool:
        """Fill in the frame's event; whether there is anything to tell of."""
        if isinstance(data, e.Parted) and not data.is_last:
            return False
        if isinstance(data, e.SceneSynced):
            frame.revised.SetInParent()
            frame.revised.how, frame.revised.summary = "by hand", "changed by hand"
            return True
        if request is None:
            return False
        return (
            self._tell_of_request(frame, data, request)
            or self._tell_of_agent(frame, data)
            or self._tell_of_making(frame, data, request)
        )

    def _tell_of_request(self, frame: pb.ServerFrame, data: e.Data, request: RequestState) -> bool:
        match data:
            case e.RequestAccepted():
                frame.accepted.SetInParent()
                frame.accepted.kind = KINDS[data.kind]
                frame.accepted.text = data.text
                frame.accepted.command = command_of(self.session, request.id)
                frame.accepted.ahead = self._ahead(request)
                frame.accepted.estimate_s = self._estimate_s()
            case e.RequestCompleted():
                self._completed(frame, data.kind, data.text, request)
            case e.RequestFailed():
                tell_failure(frame.failed, data)
            case e.RequestCancelled():
                frame.cancelled.SetInParent()
                frame.cancelled.reason = data.reason
            case e.RequestReopened():
                frame.reopened.stage = data.stage
            case e.SpeechTranscribed():
                frame.transcript.text, frame.transcript.language = data.text, data.language
                frame.transcript.confidence = data.confidence
            case e.StageRetried():
                frame.retried.stage, frame.retried.attempt = data.stage, data.attempt
                frame.retried.message = data.message
                frame.retried.due_ms = int(data.due.timestamp() * 1e3)
            case _:
                return False
        return True

    def _tell_of_agent(self, frame: pb.ServerFrame, data: e.Data) -> bool:
        match data:
            case e.AgentThought():
                frame.thinking.text, frame.thinking.engine = data.text, data.engine
            case e.AgentActed():
                frame.tool_call.action, frame.tool_call.input = data.action, data.input
                frame.tool_call.step = data.step
            case e.AgentObserved():
                frame.tool_result.step, frame.tool_result.text = data.step, data.text
            case e.ViewChanged():
                frame.view.CopyFrom(view_message(data))
            case _:
                return False
        return True

    def _tell_of_making(self, frame: pb.ServerFrame, data: e.Data, request: RequestState) -> bool:
        match data:
            case e.SceneDecomposed():
                tell_plan(frame.decomposed, request)
                frame.decomposed.waits = data.held
            case e.SceneBlockedOut():
                frame.blocked_out.objects = len(self.scene.nodes)
            case e.AssetMatched() | e.AssetRegistered():
                self._asset_ready(frame, data, request)
            case e.AssetFailed():
                frame.asset_failed.label = data.slot.split("/", 1)[-1]
                frame.asset_failed.code, frame.asset_failed.message = data.code, data.message
                frame.asset_failed.done, frame.asset_failed.total = self._made(request)
            case e.SceneComposed() | e.ScenePatched():
                tell_revision(frame.revised, data)
            case e.ImageGenerated(slot=""):
                frame.picture_ready.asset = data.image.sha256
                frame.assets.append(picture_message(data))
            case e.GeometryGenerated():
                mesh = data.mesh
                frame.asset_ready.asset = mesh.sha256
                frame.asset_ready.label, frame.asset_ready.done = request.text, 1
                frame.asset_ready.total = 1
                frame.assets.append(reference(mesh.sha256, mesh, request.text))
            case _:
                return False
        return True

    def _asset_ready(
        self,
        frame: pb.ServerFrame,
        data: e.AssetMatched | e.AssetRegistered,
        request: RequestState,
    ) -> None:
        told = frame.asset_ready
        told.asset, told.label, told.stand_in = data.asset, data.label, data.stand_in
        told.reused = isinstance(data, e.AssetMatched)
        told.done, told.total = self._made(request)
        told.nodes.extend(n.id for n in frame.scene.upserts)
        if not frame.assets and not told.nodes:
            frame.assets.extend(self._assets([data.asset]))

    def _completed(
        self, frame: pb.ServerFrame, kind: str, text: str, request: RequestState
    ) -> None:
        told = frame.completed
        told.kind, told.text = kind, text
        question = self.state.question
        if question is not None and question.by == request.id:
            told.confirms = question.action
        if kind == "generate_3d_object":
            made = request.slots.get(f"{request.step}/object")
            told.asset = made or ""
            frame.assets.extend(self._assets([made] if made else []))
        if kind == "generate_image" and request.image is not None:
            told.asset = request.image.image.sha256
            frame.assets.append(picture_message(request.image))

    def _transient(self, event: e.Event) -> Iterator[Told]:
        frame = pb.ServerFrame(request=event.request or "", at_ms=int(event.at.timestamp() * 1e3))
        match event.data:
            case e.TokenEmitted() as said:
                frame.token.text, frame.token.stage = said.text, said.stage
                frame.token.thought = said.thought
            case e.BroadcastSent() as said:
                frame.broadcast.id, frame.broadcast.text = said.id, said.text
                frame.broadcast.from_operator = said.from_operator
            case e.ProgressReported() as data:
                self._tell_progress(frame, data)
            case _:
                return
        yield Told(frame, None, self.draft)

    def _tell_progress(self, frame: pb.ServerFrame, data: e.ProgressReported) -> None:
        told = frame.progress
        told.stage, told.label, told.fraction = data.stage, data.label, data.fraction
        request = self.state.requests.get(RequestId(frame.request))
        if request is not None:
            told.done, told.total = self._made(request)
            told.eta_s = _eta_s(request, told.done, told.total, frame.at_ms)

    def _made(self, request: RequestState) -> tuple[int, int]:
        """How many of the assets of the request's present action are settled, and of how many."""
        mine = f"{request.step}/"
        done = sum(1 for slot in request.slots if slot.startswith(mine))
        if request.decomposition is not None and request.action == "generate_3d_scene":
            return done, len({w.slot for w in request.decomposition.wishes})
        if request.action == "modify_3d_scene":
            return done, max(done, len(set(slots(request.edits))))
        return done, done

    def _ahead(self, request: RequestState) -> int:
        return sum(r.is_open and r.id != request.id for r in self.state.requests.values())

    def _estimate_s(self) -> float:
        """How long the session's last requests took, in the middle; 0: there were none."""
        took = [
            (event_order(r.closed)[0] - event_order(r.opened)[0]) / 1e3
            for r in self.state.requests.values()
            if r.status == "completed" and r.opened and r.closed
        ]
        return round(median(took[-LATELY:]), 1) if took else 0.0


def _drafted(request: RequestState) -> Scene | None:
    """The block-out with the meshes that are there by now in place of their blocks.

    As the compose stage will have it: the holder shows the mesh, and the box below it is gone.
    """
    blocks, plan = request.blocked_out, request.decomposition
    if blocks is None or plan is None:
        return blocks
    nodes = dict(blocks.nodes)
    for wish in plan.wishes:
        asset = request.slots.get(f"{request.step}/{wish.slot}")
        if asset is None or wish.id not in nodes:
            continue
        shown = (Dynamic(id=asset),)
        nodes[wish.id] = nodes[wish.id].model_copy(update={"components": shown})
        nodes.pop(NodeId(f"{wish.id}-box"), None)
    return Scene.model_construct(name=blocks.name, skybox=blocks.skybox, nodes=nodes)


def _eta_s(request: RequestState, done: int, total: int, now_ms: int) -> float:
    """Seconds until all assets are there, at the pace of those that are; 0: not known."""
    if not done or not total or request.opened is None:
        return 0.0
    elapsed_s = (now_ms - event_order(request.opened)[0]) / 1e3
    return round(max(0.0, elapsed_s / done * (total - done)), 1)
