"""The whole flow, in one place: from an event to the work it starts and the joins it settles.

Reading ``flow`` top to bottom is reading the product. It is pure; gateway and consumers commit
every event through it, so no stage knows which stage comes next. A slot is ``<step>/<name>``: the
asset ``name`` that the ``step``-th action of a request waits for, in the join called ``<step>``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from schemas import events as e
from schemas.errors import Category


class Stage(StrEnum):
    """A consumer group, named after what it does."""

    ASR = "asr"
    AGENT = "agent"
    PROMPT = "prompt"
    DECOMPOSE = "decompose"
    LIBRARY = "library"
    IMAGE = "image"
    MESH = "mesh"
    COMPOSE = "compose"
    PATCH = "patch"


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work for a stage. ``task`` says which of its handlers.

    ``turn``: it changes the session's scene, so it waits until the request before it has ended.
    """

    stage: Stage
    task: str
    turn: bool = False


@dataclass(frozen=True, slots=True)
class Join:
    """``then`` starts once every one of ``members`` has been settled."""

    name: str
    members: tuple[str, ...]
    then: Work


@dataclass(frozen=True, slots=True)
class Flow:
    """What one event leads to. ``settles``: a join's name and the member that is done.

    ``closes``: the request ends with this status. ``revises``: the scene has a new revision.
    ``bulk``: the request's further work is many pieces, which other requests' may overtake.
    ``yields``: the request leaves the scene alone, so that later ones need not wait for its turn.
    """

    work: tuple[Work, ...] = ()
    opens: Join | None = None
    settles: tuple[str, str] | None = None
    closes: str | None = None
    revises: bool = False
    bulk: bool = False
    yields: bool = False


def flow(data: e.Data) -> Flow:
    """What ``data``, once in the log, leads to. Events not named here lead to nothing."""
    match data:
        # A person's wish, spoken or written, goes to the agent, which acts.
        case e.SpeechCaptured():
            return _to(Stage.ASR, "transcribe")
        case e.RequestAccepted(kind="text") | e.SpeechTranscribed():
            return _to(Stage.AGENT, "decide")
        case e.AgentActed():
            return _action(data)
        # Under review, a scene's plan waits, and its turn with it, for a person's word.
        case e.SceneDecomposed(held=True):
            return Flow()
        case e.DecompositionApproved():
            return _to(Stage.DECOMPOSE, "build")
        case e.DecompositionChanged():
            return _to(Stage.DECOMPOSE, "change")
        # A scene or an edit: its assets are made side by side and joined.
        case e.SceneDecomposed(is_last=True) | e.EditPlanned(is_last=True):
            return _parallel(data)
        case e.SceneBlockedOut(is_last=True):
            return Flow(settles=(str(data.step), layout_member(data.step)))
        # One asset: found in the library, or pictured, made and registered.
        case e.AssetWanted():
            return _to(Stage.PROMPT, "improve")
        case e.PromptImproved():
            return _to(Stage.LIBRARY, "find") if data.slot else _to(Stage.IMAGE, "draw")
        case e.AssetMissed():
            return _to(Stage.IMAGE, "draw")
        case e.ImageGenerated():
            return _to(Stage.MESH, "make") if data.slot else _to(Stage.AGENT, "observe")
        case e.MeshGenerated():
            return _to(Stage.LIBRARY, "register")
        case e.AssetMatched() | e.AssetRegistered() | e.AssetFailed():
            return Flow(settles=(join_of(data.slot), data.slot))
        # A picture whose mesh a program wants: one step, which ends the request.
        case e.GeometryRequested():
            return Flow(work=(Work(Stage.MESH, "reconstruct"),), bulk=True, yields=True)
        # What an action led to comes back to the agent, which ends the request or goes on.
        case e.AgentObserved(goes_on=True):
            return _to(Stage.AGENT, "think")
        case e.SceneComposed(is_last=True) | e.ScenePatched(is_last=True):
            return Flow(work=(Work(Stage.AGENT, "observe"),), revises=True)
        case e.AssetDeleted() | e.LibraryCleared():
            return _to(Stage.AGENT, "observe")
        case e.SceneSynced(is_last=True):
            return Flow(revises=True)
        case e.RequestCompleted() | e.RequestFailed() | e.RequestCancelled():
            return Flow(closes=data.type.removeprefix("request."))
        # A failed request goes on where it failed: the dead letter's own input is the work.
        case e.RequestReopened():
            return Flow()
        case _:
            return Flow()


def _action(acted: e.AgentActed) -> Flow:
    match acted.action:
        case "generate_image":
            return Flow(work=(Work(Stage.PROMPT, "improve"),), yields=True)
        case "generate_3d_object":
            made = Join(str(acted.step), (object_slot(acted.step),), Work(Stage.AGENT, "observe"))
            return Flow(work=(Work(Stage.PROMPT, "improve"),), opens=made, yields=True)
        case "generate_3d_scene":
            return Flow(work=(Work(Stage.DECOMPOSE, "decompose", turn=True),), bulk=True)
        case "modify_3d_scene":
            return Flow(work=(Work(Stage.PATCH, "plan", turn=True),))
        case "delete_asset":
            return Flow(work=(Work(Stage.LIBRARY, "delete"),), yields=True)
        case "clear_database":
            return Flow(work=(Work(Stage.LIBRARY, "clear"),), yields=True)


def _parallel(plan: e.SceneDecomposed | e.EditPlanned) -> Flow:
    name = str(plan.step)
    if isinstance(plan, e.EditPlanned):
        return Flow(opens=Join(name, plan.slots, Work(Stage.PATCH, "apply")))
    members = (*plan.slots, layout_member(plan.step))
    return Flow(
        work=(Work(Stage.COMPOSE, "block_out"),),
        opens=Join(name, members, Work(Stage.COMPOSE, "compose")),
    )


def _to(stage: Stage, task: str) -> Flow:
    return Flow(work=(Work(stage, task),))


def join_of(slot: str) -> str:
    """The join that ``slot`` belongs to."""
    return slot.split("/", 1)[0]


def object_slot(step: int) -> str:
    """The slot of an action that wants one object."""
    return f"{step}/object"


def layout_member(step: int) -> str:
    """The member that a block-out settles: no scene is composed before its layout is shown."""
    return f"{step}/(layout)"


def failure(data: e.Data, stage: Stage, category: Category, code: str, message: str) -> e.Data:
    """The event that tells of a step's final failure on ``data``.

    An asset's failure settles its slot, so that a scene goes on without it; any other ends the
    request.
    """
    slot = getattr(data, "slot", "")
    if slot and stage in {Stage.PROMPT, Stage.LIBRARY, Stage.IMAGE, Stage.MESH}:
        return e.AssetFailed(slot=slot, category=category, code=code, message=message, stage=stage)
    return e.RequestFailed(category=category, code=code, message=message, stage=stage)
