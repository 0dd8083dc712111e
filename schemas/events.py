"""The event vocabulary: facts in the past tense, each a frozen model with a type and a version.

``EVENTS`` maps ``(type, version)`` to its model. An event that is not in it, because a newer
process wrote it, is kept as ``Unknown`` with its data untouched. Everything a model said is in an
event, so that replay never calls an engine.

Long lists (nodes, patch operations, objects) are split over several events with ``part`` of
``parts``; one commit appends all of them and only the last one starts work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import Field, JsonValue

from schemas.artifacts import ArtifactRef
from schemas.asset_events import AssetDeleted as AssetDeleted
from schemas.asset_events import AssetFailed as AssetFailed
from schemas.asset_events import AssetMatched as AssetMatched
from schemas.asset_events import AssetMissed as AssetMissed
from schemas.asset_events import AssetRegistered as AssetRegistered
from schemas.asset_events import AssetWanted as AssetWanted
from schemas.asset_events import ImageGenerated as ImageGenerated
from schemas.asset_events import LibraryCleared as LibraryCleared
from schemas.asset_events import MeshGenerated as MeshGenerated
from schemas.decomposition import LightWish, ProposedPlace, Relation, Setting, Wish
from schemas.edits import Edit
from schemas.errors import Category
from schemas.geometry_events import GeometryDelivered as GeometryDelivered
from schemas.geometry_events import GeometryGenerated as GeometryGenerated
from schemas.geometry_events import GeometryRequested as GeometryRequested
from schemas.ids import EventId, RequestId, SessionId
from schemas.model import Frozen, Operation
from schemas.passing_events import BroadcastSent as BroadcastSent
from schemas.passing_events import CompanyChanged as CompanyChanged
from schemas.passing_events import ProgressReported as ProgressReported
from schemas.passing_events import TokenEmitted as TokenEmitted
from schemas.payload import Data as Data
from schemas.payload import Parted as Parted
from schemas.payload import Unknown as Unknown
from schemas.provenance import ProvenanceRecorded as ProvenanceRecorded
from schemas.recipe import Recipe
from schemas.review_events import DecompositionApproved as DecompositionApproved
from schemas.review_events import DecompositionChanged as DecompositionChanged
from schemas.scene import Node, Skybox
from schemas.session_events import GestureMade as GestureMade
from schemas.session_events import LogGapFound as LogGapFound
from schemas.session_events import SceneKeyframed as SceneKeyframed
from schemas.session_events import SessionForked as SessionForked
from schemas.session_events import SessionOpened as SessionOpened
from schemas.session_events import SessionSealed as SessionSealed
from schemas.stage_events import StageDeadLettered as StageDeadLettered
from schemas.stage_events import StageRetried as StageRetried
from schemas.view_events import ViewChanged as ViewChanged

Action = Literal[
    "generate_image",
    "generate_3d_object",
    "generate_3d_scene",
    "modify_3d_scene",
    "delete_asset",
    "clear_database",
]

AnswerKind = Literal[
    "unrelated_response",
    "generate_image",
    "generate_3d_object",
    "generate_3d_scene",
    "modify_3d_scene",
]
"""Kinds of answer, as the shipping client names them."""


class RequestAccepted(Data):
    """A person's wish, or a program's. ``text`` is empty when it was spoken (``speech.captured``
    follows); of ``kind`` geometry it is what the picture shows (``geometry.requested`` follows).
    ``review``: a decomposition waits for ``decomposition.approved`` before anything of it is made.
    """

    type = "request.accepted"
    v = 3
    kind: Literal["text", "audio", "geometry"]
    text: str = ""
    review: bool = False


class RequestCompleted(Data):
    """The last answer to a request; those before it are in ``agent.observed``. ``result``: the
    event that holds it (a scene, a patch, a picture, an asset), None for words alone."""

    type = "request.completed"
    kind: AnswerKind
    text: str
    result: EventId | None = None


class RequestFailed(Data):
    type = "request.failed"
    category: Category
    code: str
    message: str
    stage: str = ""


class RequestReopened(Data):
    """A failed request goes on: the input of its dead letter was put back for ``stage``, after
    ``attempt`` tries that had failed."""

    type = "request.reopened"
    stage: str
    letter: str
    attempt: int


class RequestCancelled(Data):
    type = "request.cancelled"
    reason: str = ""


class ClientFailed(Data):
    """The client says that it failed on its side; kept for whoever debugs the session."""

    type = "client.failed"
    status: int
    text: str


class SpeechCaptured(Data):
    type = "speech.captured"
    audio: ArtifactRef


class SpeechTranscribed(Data):
    type = "speech.transcribed"
    text: str
    confidence: float
    language: str
    engine: str
    duration_s: float


class Planned(Frozen):
    """An action that is to come, with what the tool will be given."""

    action: Action
    input: str


class AgentThought(Data):
    """``plan``: what is to be done after the action that this led to, one after the other."""

    type = "agent.thought"
    v = 2
    text: str
    engine: str
    plan: tuple[Planned, ...] = ()


class AgentActed(Data):
    """``step`` counts a request's actions from 0; ``input`` is what the tool is given."""

    type = "agent.acted"
    action: Action
    input: str
    step: int = 0


class AgentObserved(Data):
    """What the ``step``-th action led to. ``goes_on``: the agent thinks again, about this.
    ``kind`` and ``result`` are those of an answer that the client gets meanwhile, as in
    ``request.completed``; None when nothing came of it, or when the request ends with it."""

    type = "agent.observed"
    v = 2
    step: int
    text: str
    goes_on: bool = False
    kind: AnswerKind | None = None
    result: EventId | None = None


class AgentReplied(Data):
    """``confirms``: the destructive action that waits for the person's yes, and its ``input``."""

    type = "agent.replied"
    text: str
    confirms: Action | None = None
    input: str = ""


class ModelAnswered(Data):
    """What a language model said to a step that asked it, whole in ``transcript`` (JSON).

    ``said``, ``thought``: its last answer and the thoughts before it, cut. ``errors``: why answers
    were of no use, which it was told. ``used``: whether the step's result is made of it; if not,
    the rules' is. ``slot``: of an asset's step. ``tokens_in``, ``tokens_out``: what all its answers
    together read and wrote, as the server counts; 0: it does not say.
    """

    type = "model.answered"
    v = 2
    stage: str
    slot: str = ""
    engine: str
    said: str
    thought: str = ""
    errors: tuple[str, ...] = ()
    tries: int = 1
    used: bool = True
    tokens_in: int = 0
    tokens_out: int = 0
    transcript: ArtifactRef


class PromptImproved(Data):
    """``slot`` is empty for a picture that is asked for as such."""

    type = "prompt.improved"
    slot: str = ""
    label: str
    prompt: str
    recipe: Recipe
    engine: str


class SceneDecomposed(Parted):
    """``wishes`` and ``relations`` of this part; ``slots``, in the last one: assets to be had.

    ``held``: a person is to approve of it first; it is told again, and not held, when it is built.
    """

    type = "scene.decomposed"
    v = 4
    step: int = 0
    name: str
    setting: Setting
    wishes: tuple[Wish, ...]
    relations: tuple[Relation, ...] = ()
    lights: tuple[LightWish, ...] = ()
    notes: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    engine: str
    held: bool = False


class LayoutProposed(Parted):
    """Where an engine would put the things of a decomposition: the layout before it in the log is
    this, corrected, and so is the composed scene."""

    type = "layout.proposed"
    step: int = 0
    places: tuple[ProposedPlace, ...]
    engine: str


class SceneContent(Parted):
    """A whole scene, its nodes split over the parts."""

    name: str
    skybox: Skybox | None = None
    nodes: tuple[Node, ...]


class SceneBlockedOut(SceneContent):
    """The layout in primitives of the right size, place and colour, before any mesh exists."""

    type = "scene.blocked_out"
    step: int = 0


class SceneComposed(SceneContent):
    """A whole new scene. ``unmet``: wishes that could not be kept, for people to read."""

    type = "scene.composed"
    unmet: tuple[str, ...] = ()
    certificate: dict[str, JsonValue] = Field(default_factory=dict)


class SceneSynced(SceneContent):
    """The client's own snapshot, where it is newer than ours; ``digest`` of what was read."""

    type = "scene.synced"
    digest: str


class EditPlanned(Parted):
    """An edit that needs assets before it can be applied; ``slots`` lists them."""

    type = "edit.planned"
    v = 4
    step: int = 0
    edits: tuple[Edit, ...]
    unmet: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    engine: str


class ScenePatched(Parted):
    """RFC 6902 ``patch`` against the canonical scene (guarded by ``test``), and its inverse.

    Parts of ``patch`` are applied in order; parts of ``inverse`` undo the whole, in order.
    ``undoes``: the revision whose change this takes back, with all changes after it. ``redoes``:
    the revision whose change this makes again, with all before it that had been taken back, too.
    ``certificate``: what was checked of the scene as it stands after the patch, with margins.
    """

    type = "scene.patched"
    v = 3
    patch: tuple[Operation, ...]
    inverse: tuple[Operation, ...]
    summary: str
    touched: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()
    undoes: int | None = None
    redoes: int | None = None
    certificate: dict[str, JsonValue] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The envelope. ``id`` is None until the log gave one; ``cause`` is the event that led to it.

    ``at`` is aware UTC; ``by`` the consumer that wrote it; ``trace`` a W3C traceparent. ``seed``:
    what its step was given, where its stage uses one. ``reuses``: ``<session>/<event>`` that it
    repeats, since the step had run before on the same; "" when it ran. No model of its own: a
    session's fold makes one an event, and what comes from outside is checked by ``streams.codec``.
    """

    id: EventId | None = None
    session: SessionId
    request: RequestId | None = None
    cause: EventId | None = None
    at: datetime
    by: str = ""
    took_ms: float | None = None
    trace: str | None = None
    seed: int = 0
    reuses: str = ""
    data: Data

    @property
    def type(self) -> str:
        return self.data.raw_type if isinstance(self.data, Unknown) else self.data.type


def _leaves(model: type[Data]) -> list[type[Data]]:
    found = [model] if isinstance(model.__dict__.get("type"), str) else []
    for child in model.__subclasses__():
        found.extend(_leaves(child))
    return found


EVENTS: Mapping[tuple[str, int], type[Data]] = {
    (m.type, m.v): m for m in _leaves(Data) if m is not Unknown
}
"""The newest version of every event; ``schemas.upcasts`` leads there from the earlier ones."""
