"""The patch stage: from an edit in words, or an undo, to a guarded RFC 6902 patch with its inverse.

Planning and applying are two steps when new assets are needed: the plan is in the log while they
are made, and the patch is computed on the scene as it is then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from consumers.chat.inquiry import Inquiry
from consumers.chat.models import chat_model
from consumers.handler import Context, Tasks, payload
from consumers.lexicon.edits.adjusting import adjusting
from consumers.lexicon.edits.references import kind_of
from consumers.lexicon.edits.undoing import undoing
from consumers.lexicon.words.tokens import read
from consumers.parts import split
from consumers.patch.apply import apply_edits
from consumers.patch.change import change
from consumers.patch.errors import NoScene, NothingChanged
from consumers.patch.formerly import former_places, put_where_was
from consumers.patch.port import Planner
from consumers.patch.recalling import base, latest_last, of_other_host, spoken_of
from consumers.patch.restating import restated
from consumers.patch.restoring import restored
from consumers.patch.returning import put_back, removed_last
from consumers.patch.rules import plan
from consumers.patch.summing import reasons
from consumers.patch.undo import undone
from consumers.plugins import plugged
from consumers.scene_view import items_of
from consumers.settings import EngineSettings
from schemas.edits import Add, Edit, EditPlan, Replace, SceneItem, TakeBack
from schemas.events import AgentActed, AssetWanted, Data, EditPlanned, Event
from schemas.flow import Stage, join_of
from schemas.ids import NodeId
from schemas.recipe import Recipe
from schemas.scene import Scene
from schemas.state import SessionState
from streams.step import Outcome


class RulesPlanner:
    """The embedded engine: grammar and tables."""

    name = "rules"

    def plan(
        self,
        text: str,
        items: Sequence[SceneItem],
        *,
        last_touched: Sequence[NodeId],
        gone: str = "",
        taken_ids: Collection[str],
        seed: int,
        inquiry: Inquiry,
    ) -> EditPlan:
        return plan(
            text, items, last_touched=last_touched, gone=gone, taken_ids=taken_ids, seed=seed
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """Handles ``plan``: an ``agent.acted`` of ``modify_3d_scene``."""

    engine: Planner
    seed: int

    def __call__(self, event: Event, context: Context) -> Outcome:
        acted, state = payload(event, AgentActed), context.session
        wish = undoing(read(acted.input))
        if wish is not None:
            return undone(state, wish, event.session)
        scene, inquiry = _scene(state), Inquiry.of(context)
        line = read(acted.input)
        back = put_back(state, line) or restored(state, line, self.seed)
        if back is not None:
            return back
        lost = removed_last(state)
        present = latest_last(state, items_of(scene, state.assets))
        planning = partial(self._edits, inquiry, kind_of(lost[0]) if lost else "")
        there = put_where_was(state, line, lambda text: planning(text, present, (), scene))
        said = adjusting(line)
        if there is not None:
            edit = there
        elif said is not None:
            edit = restated(state, said, planning)
        else:
            named = of_other_host(state, line)
            text = acted.input if named == line else named.text
            edit = planning(text, present, tuple(spoken_of(state)), scene)
        if not edit.edits:
            raise NothingChanged(reasons(edit.unmet) or NothingChanged.__doc__)
        wanted = _wanted(edit.edits, acted.step)
        told = inquiry.events(context.artifacts, Stage.PATCH)
        if not wanted:
            done = patched(state, edit.edits, edit.unmet, {}, self.seed)
            return replace(done, payloads=(*done.payloads, *told))
        made_by = inquiry.engine or self.engine.name
        return Outcome((*_planned(edit, acted.step, made_by), *wanted, *told))

    def _edits(
        self,
        inquiry: Inquiry,
        gone: str,
        text: str,
        present: Sequence[SceneItem],
        touched: Sequence[NodeId],
        scene: Scene,
    ) -> EditPlan:
        return self.engine.plan(
            text,
            present,
            last_touched=touched,
            gone=gone,
            taken_ids=set(scene.nodes),
            seed=self.seed,
            inquiry=inquiry,
        )


@dataclass(frozen=True, slots=True)
class Apply:
    """Handles ``apply``: every asset of a planned edit is settled."""

    seed: int

    def __call__(self, event: Event, context: Context) -> Outcome:
        state = context.session
        if event.request is None or event.request not in state.requests:
            raise NoScene(NoScene.__doc__)
        request = state.requests[event.request]
        looks = {
            slot.split("/", 1)[1]: asset
            for slot, asset in request.slots.items()
            if asset and join_of(slot) == str(request.step)
        }
        return patched(state, request.edits, request.unmet, looks, self.seed)


def patched(
    state: SessionState,
    edits: Sequence[Edit],
    unmet: Sequence[str],
    looks: Mapping[str, str],
    seed: int,
) -> Outcome:
    """The edits as ``scene.patched`` on the present revision."""
    present = _scene(state)
    before, told, missed = taken_back(state, edits)
    done = apply_edits(
        before, items_of(before, state.assets), edits, looks, seed, former_places(state, edits)
    )
    unmet = (*unmet, *missed, *done.unmet)
    if done.scene == present:
        raise NothingChanged(reasons(unmet) or NothingChanged.__doc__)
    summary = done.summary if done.scene != before else ""
    return change(state, present, done.scene, f"{told} {summary}".strip(), done.touched, unmet)


def taken_back(state: SessionState, edits: Sequence[Edit]) -> tuple[Scene, str, tuple[str, ...]]:
    """The scene before the changes that a plan begins with taking back, what a person is told of
    it, and what could not be done; the present scene where it takes nothing back."""
    scene = _scene(state)
    first = edits[0] if edits else None
    if not isinstance(first, TakeBack):
        return scene, "", ()
    if not state.changes or state.changes[-1].revision != first.revision:
        return scene, "", ("something else was changed meanwhile, so I took nothing back",)
    many, scene = base(state, first.many)
    return scene, f"I took back the last {'change' if many == 1 else f'{many} changes'}.", ()


def _scene(state: SessionState) -> Scene:
    if state.scene is None:
        raise NoScene(NoScene.__doc__)
    return state.scene


def _planned(edit: EditPlan, step: int, engine: str) -> list[Data]:
    slots = tuple(dict.fromkeys(f"{step}/{slot}" for slot, _, _ in _assets(edit.edits)))
    parts = split(edit.edits)
    return [
        EditPlanned(
            part=n,
            parts=len(parts),
            step=step,
            edits=edits,
            unmet=edit.unmet,
            slots=slots if n == len(parts) - 1 else (),
            engine=engine,
        )
        for n, edits in enumerate(parts)
    ]


def _wanted(edits: Sequence[Edit], step: int) -> list[Data]:
    unique = {slot: (recipe, prompt) for slot, recipe, prompt in _assets(edits)}
    return [
        AssetWanted(slot=f"{step}/{slot}", label=recipe.label, prompt=prompt, recipe=recipe)
        for slot, (recipe, prompt) in unique.items()
    ]


def _assets(edits: Sequence[Edit]) -> Iterator[tuple[str, Recipe, str]]:
    """The slots that edits need, with what they want there."""
    for edit in edits:
        match edit:
            case Add(wishes=wishes):
                yield from ((w.slot, w.recipe, w.prompt) for w in wishes)
            case Replace():
                yield edit.slot, edit.recipe, edit.prompt


def tasks(settings: EngineSettings) -> Tasks:
    """The stage's handlers with the engine that ``settings`` choose."""
    return {"plan": Plan(_chosen(settings), settings.seed), "apply": Apply(settings.seed)}


def _chosen(settings: EngineSettings) -> Planner:
    engine = settings.engine(Stage.PATCH)
    if engine in ("auto", "rules"):
        return RulesPlanner()
    other: Planner | None = plugged(Stage.PATCH, engine, settings)
    if other is not None:
        return other
    from consumers.patch.langchain_engine import LangChainPlanner

    return LangChainPlanner(chat_model(engine, seed=settings.seed))
