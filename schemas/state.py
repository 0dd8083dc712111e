"""A session's state: what its events, folded in order, say. ``schemas.fold`` makes it."""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas import events as e
from schemas.artifacts import ArtifactRef
from schemas.decomposition import Decomposition, ProposedPlace
from schemas.edits import Edit
from schemas.ids import EventId, NodeId, RequestId, SessionId
from schemas.patch import Operation
from schemas.recipe import Recipe
from schemas.scene import Scene

NEWER_KEPT = 20
"""How many events of a newer version a state names."""
TURNS_KEPT = 12
"""How many earlier requests a state remembers in words."""
CHANGES_KEPT = 50
"""How many changes of a scene can be taken back, and be looked back to without its log."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A mesh that this session knows, by asset id."""

    id: str
    label: str
    mesh: ArtifactRef
    recipe: Recipe
    stand_in: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """An action of a request: the thought before it, and what came of it ("": not known yet).

    ``told``: whether the person has heard of that, or hears of it as the request ends.
    """

    thought: str
    action: e.Action
    input: str
    observed: str = ""
    told: bool = True


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier request as a person remembers it: what was said, done and answered, cut short."""

    said: str
    did: tuple[e.Action, ...]
    answered: str


@dataclass(frozen=True, slots=True)
class Question:
    """A destructive action that waits for a yes. ``at``: the event that asked; ``by``: its request.

    ``asks``: the request whose words may answer it, which is the next one after it; None: that has
    not come yet.
    """

    action: e.Action
    input: str
    at: EventId
    by: RequestId
    asks: RequestId | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A request whose decompositions are shown before they are built.

    ``words``: what the present one is made of, with a line more for each change. ``waits``: the
    event that told of it, as long as nobody has answered. ``engine``: what made it. ``command``: of
    the last answer; ``approved``: whether that said yes.
    """

    words: str = ""
    waits: EventId | None = None
    engine: str = ""
    command: str = ""
    approved: bool = False


@dataclass(slots=True)
class RequestState:
    """One request as far as the log tells. ``slots``: what each slot got, None when it failed.

    ``opened``, ``closed``: the events it began and ended with. ``deeds``: its actions so far;
    ``plan``: those that are to follow without another thought; ``thought``: the last one, and
    ``thinker`` the engine that had it.
    ``review``: where a person is to approve of what is planned; None: it is built at once.
    """

    id: RequestId
    text: str = ""
    audio: ArtifactRef | None = None
    status: str = "accepted"
    opened: EventId | None = None
    closed: EventId | None = None
    action: e.Action | None = None
    step: int = 0
    deeds: tuple[Deed, ...] = ()
    plan: tuple[e.Planned, ...] = ()
    thought: str = ""
    thinker: str = ""
    decomposition: Decomposition | None = None
    proposed: tuple[ProposedPlace, ...] = ()
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
    review: Review | None = None

    @property
    def is_open(self) -> bool:
        """Whether no terminal event has come yet."""
        return self.status == "accepted"

    @property
    def awaits_approval(self) -> bool:
        """Whether nothing goes on before a person approves of its decomposition."""
        return self.is_open and self.review is not None and self.review.waits is not None

    @property
    def is_settled(self) -> bool:
        """Whether nothing can come of it any more; a failed one may be reopened."""
        return self.status in ("completed", "cancelled")


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the scene that led to ``revision`` from the scene of revision ``base``.

    The way back is its ``inverse``, or, where the ``whole`` scene was replaced, what was ``before``
    (None: there was none). Of one that was taken back, ``patch`` is the way forth again.
    """

    revision: int
    summary: str
    base: int
    request: RequestId | None = None
    inverse: tuple[Operation, ...] = ()
    whole: bool = False
    before: Scene | None = None
    patch: tuple[Operation, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """What a fork does otherwise than its deployment: the seed, and engines by stage."""

    seed: int | None = None
    engines: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Keyframe:
    """Where a state was written down: the event that tells of it, and the scene's revision."""

    id: EventId
    at: EventId
    state: ArtifactRef
    revision: int


@dataclass(slots=True)
class SessionState:
    """Everything a session's log says. ``revision`` counts the scene's changes from 0.

    ``pending``: the destructive action that waits for a yes, with its input; ``question``: that
    with whose yes it is. ``talk``: the last requests that ended, oldest first. ``touched``: nodes
    of the last change, newest first. ``at``: the id of the last event folded. ``changes``: the last
    ones, oldest first, that can be taken back; ``undone``: those that were, and can be made again,
    the next one last; ``left``: those that were before something else was done. ``returned``:
    revisions that an undo or a redo led to, each with the one whose scene it has again.
    ``requests``: without those that were settled before the last keyframe; ``settled`` counts them.
    ``since_keyframe`` counts events. ``parent``: the session this is a fork of. ``newer``: events
    that a newer version wrote and this one passed over, by id, as "scene.patched v3"; ``lacks``:
    whether one of them changes what the fold reads, so that the state is not what it should be.
    """

    client: str = ""
    protocol: str = ""
    user: str = ""
    scene: Scene | None = None
    revision: int = 0
    requests: dict[RequestId, RequestState] = field(default_factory=dict)
    settled: int = 0
    assets: dict[str, Asset] = field(default_factory=dict)
    pending: tuple[e.Action, str] | None = None
    question: Question | None = None
    talk: tuple[Turn, ...] = ()
    touched: tuple[NodeId, ...] = ()
    changes: tuple[Change, ...] = ()
    undone: tuple[Change, ...] = ()
    left: tuple[Change, ...] = ()
    returned: tuple[tuple[int, int], ...] = ()
    snapshot_digest: str = ""
    at: EventId | None = None
    parent: tuple[SessionId, EventId] | None = None
    options: Options = Options()
    keyframes: tuple[Keyframe, ...] = ()
    newer: tuple[tuple[EventId, str], ...] = ()
    lacks: bool = False
    since_keyframe: int = 0
    _parts: list[e.Parted] = field(default_factory=list)

    def making_scene(self, but: RequestId | None = None) -> bool:
        """Whether an open request (other than ``but``) is about to give the session a scene."""
        return any(
            r.is_open and r.action == "generate_3d_scene" and r.id != but
            for r in self.requests.values()
        )
