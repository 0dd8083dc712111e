"""Which steps may be repeated from the log instead of run again, and what must be the same for it.

A step is a function of its input's payload, its engine, its seed and, for some stages, of a part of
the session's state. Pure. What belongs here: what each task reads. What does not: finding a step
that read the same (``streams.past.repeats``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from schemas import events as e
from schemas.flow import Stage
from schemas.ids import EventId, RequestId
from schemas.state import RequestState, SessionState
from schemas.talk import consents

Task = tuple[Stage, str]

SEEDED = frozenset({Stage.PROMPT, Stage.DECOMPOSE, Stage.COMPOSE, Stage.PATCH})
"""Stages whose handlers take the seed of the settings; those after them have it in their input."""
EMBEDDED = frozenset({"", "embedded", "rules", "layout"})
"""Engines of stages whose events do not name one."""
FAILURES = (e.RequestFailed, e.AssetFailed, e.StageRetried, e.StageDeadLettered)

_BY_ANSWER: dict[type[e.Data], Task] = {
    e.SpeechTranscribed: (Stage.ASR, "transcribe"),
    e.AgentThought: (Stage.AGENT, "decide"),  # or "think"
    e.AgentObserved: (Stage.AGENT, "observe"),
    e.PromptImproved: (Stage.PROMPT, "improve"),
    e.SceneDecomposed: (Stage.DECOMPOSE, "decompose"),
    e.ImageGenerated: (Stage.IMAGE, "draw"),
    e.MeshGenerated: (Stage.MESH, "make"),
    e.GeometryGenerated: (Stage.MESH, "reconstruct"),
    e.SceneBlockedOut: (Stage.COMPOSE, "block_out"),
    e.SceneComposed: (Stage.COMPOSE, "compose"),
    e.EditPlanned: (Stage.PATCH, "plan"),
}
"""The task whose outcome begins with an event of the type. The library is not here: what it says
depends on what it holds."""
_BY_STATE_ALONE: frozenset[Task] = frozenset({(Stage.COMPOSE, "compose"), (Stage.PATCH, "apply")})
"""Tasks that do not read their input: it is whatever settled their join last."""
_THINK: Task = (Stage.AGENT, "think")
STATEFUL = frozenset({Stage.ASR, Stage.AGENT, Stage.DECOMPOSE, Stage.COMPOSE, Stage.PATCH})
"""Stages that read the session's state."""


def task_of(read: e.Data, first: e.Data) -> Task | None:
    """The repeatable task that made an outcome which begins with ``first`` of ``read``."""
    if isinstance(first, e.AgentThought):
        return Stage.AGENT, "think" if isinstance(read, e.AgentObserved) else "decide"
    if isinstance(first, e.ScenePatched):
        return Stage.PATCH, "plan" if isinstance(read, e.AgentActed) else "apply"
    if isinstance(first, e.SceneDecomposed) and not isinstance(read, e.AgentActed):
        return None  # a person's answer to a plan: no two are the same
    return _BY_ANSWER.get(type(first))


def is_repeatable(task: Task) -> bool:
    """Whether steps of ``task`` may be repeated at all."""
    return task in _BY_ANSWER.values() or task in _BY_STATE_ALONE or task == _THINK


def reads_input(task: Task) -> bool:
    """Whether ``task`` depends on its input's payload."""
    return task not in _BY_STATE_ALONE


def is_of_engine(outcome: Sequence[e.Data], engine: str) -> bool:
    """Whether ``engine`` is what made ``outcome``, as far as its events say.

    Of a stage that runs on several, "first, second", sessions use the first.
    """
    engine = engine.partition(",")[0]
    named = {str(name) for data in outcome if (name := getattr(data, "engine", ""))}
    return named == {engine} if named else engine in EMBEDDED


def basis(task: Task, state: SessionState, request: RequestId | None) -> tuple[object, ...]:
    """What ``task``, for ``request``, reads of ``state`` at most; equal ones, equal outcomes."""
    own = state.requests.get(request) if request else None
    match task:
        case (Stage.ASR, _):
            return (_names(state),)
        case (Stage.AGENT, "decide" | "think"):
            labels = sorted({asset.label for asset in state.assets.values()})
            making = state.making_scene(but=request)
            asked = consents(state, request)
            pending = (asked.action, asked.input) if asked else None
            said = (*_scene(state), labels, pending, making, state.talk, *_changes(state))
            return said if own is None else (*said, own.text, own.deeds, own.plan)
        case (Stage.AGENT, _):
            return (*_plan(own), _made(state, own), *_doing(own))
        case (Stage.DECOMPOSE, _):
            return (own is not None and own.review is not None,)
        case (Stage.COMPOSE, "block_out"):
            return (own.step, own.decomposition) if own else ()
        case (Stage.COMPOSE, _):
            return _plan(own)
        case (Stage.PATCH, _):
            return (*_scene(state), state.touched, *_changes(state), *_plan(own))
        case _:
            return ()


def repeated(data: e.Data, read_then: EventId, read_now: EventId) -> e.Data:
    """A recorded payload for a step that reads ``read_now`` where the recorded one read
    ``read_then``."""
    if isinstance(data, e.RequestCompleted) and data.result == read_then:
        return data.model_copy(update={"result": read_now})
    return data


def _scene(state: SessionState) -> tuple[object, ...]:
    shown = state.scene.assets() if state.scene else set()
    recipes = {name: asset.recipe for name, asset in state.assets.items() if name in shown}
    return state.scene, recipes


def _names(state: SessionState) -> tuple[str, ...]:
    return tuple(node.name for node in state.scene.nodes.values()) if state.scene else ()


def _changes(state: SessionState) -> tuple[object, ...]:
    """The ways back, and the revisions they are of; whose wish they were is not read."""
    return (
        state.revision,
        tuple(replace(change, request=None) for change in state.changes),
        tuple(replace(change, request=None) for change in state.undone),
        tuple(replace(change, request=None) for change in state.left),
        state.returned,
    )


def _plan(own: RequestState | None) -> tuple[object, ...]:
    if own is None:
        return (None,)
    failed = tuple(slot for slot, asset in own.slots.items() if asset is None)
    return own.step, own.decomposition, own.proposed, own.edits, own.unmet, own.slots, failed


def _doing(own: RequestState | None) -> tuple[object, ...]:
    """How far the agent is with the request."""
    return (len(own.deeds), own.plan) if own else ()


def _made(state: SessionState, own: RequestState | None) -> dict[str, tuple[str, bool]]:
    """What the request's slots got: its label, and whether it is a stand-in."""
    slots = own.slots.values() if own else ()
    found = [asset for slot in slots if slot and (asset := state.assets.get(slot))]
    return {asset.id: (asset.label, asset.stand_in) for asset in found}
