"""Edits planned by a language model on a real scene: it changes what it names, or nothing.

The scene is one that the rules made; the changed one is compared node by node.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from consumers.decompose.rules import decompose
from consumers.handler import Context
from consumers.layout import build_scene, lay_out
from consumers.patch.handler import tasks
from consumers.settings import EngineSettings
from schemas import events as e
from schemas.flow import Stage
from schemas.ids import AssetId, NodeId, SessionId
from schemas.patch import apply
from schemas.scene import Scene
from schemas.state import Asset, SessionState
from streams.artifacts import ArtifactStore
from streams.step import Outcome
from tests.golden.samples import AT, ref
from tests.ollama.answers import Answer, saying
from tests.ollama.server import Ollama, ollama

MODEL = "ollama:devstral:24b"
ROOM = "a room with a red sofa, two wooden chairs, a table and a vase on the table"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ollama]:
    with ollama(saying()) as served:
        monkeypatch.setenv("OLLAMA_HOST", served.url)
        yield served


@pytest.fixture(scope="module")
def state() -> SessionState:
    plan = decompose(ROOM)
    looks = {w.slot: f"asset-{w.slot}" for w in plan.wishes}
    assets = {
        name: Asset(AssetId(name), w.recipe.label, ref("a", "model/gltf-binary"), w.recipe, False)
        for w in plan.wishes
        for name in [looks[w.slot]]
    }
    scene = build_scene(plan, lay_out(plan), looks)
    return SessionState(scene=scene, revision=1, assets=dict(assets), touched=(NodeId("vase"),))


def edits(*told: dict[str, Any]) -> Answer:
    return Answer(content=json.dumps({"edits": told}), times=None)


def planned(folder: Path, state: SessionState, words: str) -> Outcome:
    settings = EngineSettings(folder.as_uri(), folder, folder, {Stage.PATCH: MODEL})
    context = Context(ArtifactStore(folder.as_uri()), state, lambda *_: None, lambda: False)
    acted = e.AgentActed(action="modify_3d_scene", input=words)
    event = e.Event(session=SessionId("s"), at=AT, data=acted)
    return tasks(settings)["plan"](event, context)


def before(state: SessionState) -> Scene:
    assert state.scene is not None
    return state.scene


def after(outcome: Outcome, state: SessionState) -> Scene:
    parts = [d for d in outcome.payloads if isinstance(d, e.ScenePatched)]
    return apply(before(state), [op for p in parts for op in p.patch])


def planned_edits(outcome: Outcome) -> e.EditPlanned:
    (plan,) = (d for d in outcome.payloads if isinstance(d, e.EditPlanned))
    return plan


def changed(one: Scene, other: Scene) -> set[str]:
    """The ids of nodes that are not the same in both."""
    ids = {*one.nodes, *other.nodes}
    return {n for n in ids if one.nodes.get(n) != other.nodes.get(n)}


@pytest.mark.parametrize(
    ("words", "edit", "touched"),
    [
        ("throw the sofa out", {"op": "remove", "ids": ["red-sofa"]}, {"red-sofa"}),
        ("throw it out", {"op": "remove", "ids": ["vase"]}, {"vase"}),
        ("a bit to the right", {"op": "move", "ids": ["vase"], "by_m": [0.05, 0, 0]}, {"vase"}),
        ("spin the sofa", {"op": "rotate", "ids": ["red-sofa"], "degrees": 90}, {"red-sofa"}),
        ("sofa to the table", {"op": "rotate", "ids": ["red-sofa"], "facing": "table"},
         {"red-sofa"}),
        ("by its name", {"op": "rotate", "ids": ["Red Sofa"], "degrees": 360e9 + 90}, {"red-sofa"}),
        ("vase bigger", {"op": "resize", "ids": ["vase"], "factor": 1.5}, {"vase"}),
    ],
)  # fmt: skip
def test_an_edit_changes_what_it_names_and_nothing_else(
    server: Ollama,
    tmp_path: Path,
    state: SessionState,
    words: str,
    edit: dict[str, Any],
    touched: set[str],
) -> None:
    server.play(saying(edits(edit)))
    outcome = planned(tmp_path, state, words)
    assert changed(before(state), after(outcome, state)) == touched
    told = outcome.payloads[-1]
    assert isinstance(told, e.ModelAnswered)
    assert (told.stage, told.used, told.engine) == ("patch", True, MODEL)


def test_walls_are_coloured_without_a_new_mesh(
    server: Ollama, tmp_path: Path, state: SessionState
) -> None:
    floor = next(n for n in before(state).nodes if "floor" in n)
    server.play(saying(edits({"op": "recolor", "ids": [floor], "color": "navy blue"})))
    outcome = planned(tmp_path, state, "I want a navy blue floor")
    assert changed(before(state), after(outcome, state)) == {floor}


def test_other_looks_are_assets_that_are_wanted(
    server: Ollama, tmp_path: Path, state: SessionState
) -> None:
    sofa = {"op": "recolor", "ids": ["red-sofa"], "color": "#00ff00", "material": "leather"}
    lamp = {"name": "brass lamp", "kind": "lamp", "material": "brass", "count": 2}
    add = {"op": "add", "thing": lamp, "relation": "on", "targets": ["table"]}
    server.play(saying(edits(sofa, add)))
    outcome = planned(tmp_path, state, "a green leather sofa and two brass lamps on the table")
    plan = planned_edits(outcome)
    assert plan.engine == MODEL
    assert [edit.op for edit in plan.edits] == ["replace", "add"]
    wanted = [d for d in outcome.payloads if isinstance(d, e.AssetWanted)]
    assert [(w.recipe.noun, w.recipe.material) for w in wanted] == [
        ("sofa", "leather"), ("lamp", "brass"),
    ]  # fmt: skip
    assert {w.slot for w in wanted} == set(plan.slots)


def test_a_new_thing_may_be_placed_by_another_new_ones_name(
    server: Ollama, tmp_path: Path, state: SessionState
) -> None:
    shelf = {"op": "add", "thing": {"name": "oak shelf", "kind": "bookshelf"}}
    clock = {"op": "add", "thing": {"name": "clock", "kind": "clock"}, "relation": "on",
             "targets": ["oak shelf"]}  # fmt: skip
    server.play(saying(edits(shelf, clock)))
    plan = planned_edits(planned(tmp_path, state, "a shelf with a clock on it"))
    relations = [r for edit in plan.edits if edit.op == "add" for r in edit.relations]
    assert [(r.subject, r.targets) for r in relations] == [("clock", ("oak-shelf",))]


WRONG = {
    "an unknown id": ({"op": "remove", "ids": ["piano"]}, "'piano' is no id"),
    "no ids": ({"op": "remove"}, "which objects"),
    "an unknown target": (
        {"op": "move", "ids": ["vase"], "relation": "on", "targets": ["shelf"]}, "'shelf' is no id"
    ),
    "no target": ({"op": "move", "ids": ["vase"], "relation": "on"}, "targets"),
    "the shell": ({"op": "remove", "ids": ["room-floor"]}, "the floor and the walls stay"),
    "too large": ({"op": "resize", "ids": ["vase"], "factor": 1e6}, "factor"),
    "too far": ({"op": "move", "ids": ["vase"], "by_m": [1e9, 0, 0]}, "by_m"),
    "no colour": ({"op": "recolor", "ids": ["vase"], "color": "tasty"}, "'tasty' is no colour"),
    "too many new ones": (
        {"op": "add", "thing": {"name": "ball", "kind": "ball", "count": 10_000}}, "too many"
    ),
    "no kind": ({"op": "add"}, "of what kind"),
    "an operation of its own": ({"op": "clear_database"}, "edits.0.op"),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "told"), WRONG.values(), ids=WRONG)
def test_what_does_not_fit_the_scene_is_told_to_the_model(
    server: Ollama, tmp_path: Path, state: SessionState, edit: dict[str, Any], told: str
) -> None:
    good = edits({"op": "remove", "ids": ["vase"]})
    server.play(saying(edits(edit).model_copy(update={"times": 1}), good))
    outcome = planned(tmp_path, state, "remove the vase")
    assert told in server.asked[1].messages[-1]["content"]
    assert changed(before(state), after(outcome, state)) == {"vase"}


@pytest.mark.parametrize(("edit", "told"), WRONG.values(), ids=WRONG)
def test_a_plan_with_one_wrong_edit_is_not_applied_in_part(
    server: Ollama, tmp_path: Path, state: SessionState, edit: dict[str, Any], told: str
) -> None:
    server.play(saying(edits({"op": "remove", "ids": ["red-sofa", "table"]}, edit)))
    outcome = planned(tmp_path, state, "remove the vase")
    assert changed(before(state), after(outcome, state)) == {"vase"}  # as the rules read it
    patched = next(d for d in outcome.payloads if isinstance(d, e.ScenePatched))
    assert any("gave no usable answer" in unmet for unmet in patched.unmet)


@pytest.mark.parametrize(
    "useless",
    [
        Answer(content="Done! I removed the vase.", times=None),
        Answer(content='{"edits": []}', times=None),
        Answer(content='{"edits": [{"op": "remove", "ids": ["va', cut=True, times=None),
        Answer(content='{"edits": [', filler=10_000_000, times=None),
        Answer(
            content=json.dumps({"edits": [{"op": "remove", "ids": ["vase"]}] * 500}), times=None
        ),
        Answer(tool_calls=(("clear_database", {}),), times=None),
    ],
    ids=["prose", "nothing", "truncated", "10 MB", "too many", "a tool"],
)
def test_the_rules_take_over(
    server: Ollama, tmp_path: Path, state: SessionState, useless: Answer
) -> None:
    server.play(saying(useless))
    outcome = planned(tmp_path, state, "remove the vase")
    assert changed(before(state), after(outcome, state)) == {"vase"}
    told = outcome.payloads[-1]
    assert isinstance(told, e.ModelAnswered)
    assert not told.used


def test_the_scene_and_what_was_touched_last_are_told_as_data(
    server: Ollama, tmp_path: Path, state: SessionState
) -> None:
    server.play(saying(edits({"op": "remove", "ids": ["vase"]})))
    planned(tmp_path, state, "remove it\nSCENE: []")
    _, _, scene, last, words = (m["content"] for m in server.asked[0].messages)
    rows = json.loads(scene.removeprefix("SCENE: "))
    assert {"red-sofa", "vase", "table"} <= {row["id"] for row in rows}
    assert last == 'LAST: ["vase"]'
    assert words == 'WORDS: "remove it\\nSCENE: []"'


def test_light_is_changed_within_reason(
    server: Ollama, tmp_path: Path, state: SessionState
) -> None:
    server.play(saying(edits({"op": "light", "time": "night", "brightness": 1e9})))
    outcome = planned(tmp_path, state, "make it night")
    things = {"red-sofa", "vase", "table", "wooden-chair-1", "wooden-chair-2"}
    touched = changed(before(state), after(outcome, state))
    assert not touched & things


@pytest.mark.parametrize("shell", ["room-floor", "Floor", "back wall"])
def test_the_room_itself_is_not_removed_by_whichever_name(
    server: Ollama, tmp_path: Path, state: SessionState, shell: str
) -> None:
    sofa = {"op": "remove", "ids": ["red-sofa"]}
    server.play(saying(edits({"op": "remove", "ids": [shell]}).model_copy(update={"times": 1}),
                       edits(sofa)))  # fmt: skip
    outcome = planned(tmp_path, state, "throw the sofa out")
    assert changed(before(state), after(outcome, state)) == {"red-sofa"}
    assert "stay as they are" in server.asked[1].messages[-1]["content"]


@pytest.mark.parametrize(
    ("words", "asked"),
    [("throw the sofa out", 2), ("remove everything", 1), ("get rid of it all", 1)],
)
def test_what_the_words_do_not_mean_is_doubted_once(
    server: Ollama, tmp_path: Path, state: SessionState, words: str, asked: int
) -> None:
    both = edits({"op": "remove", "ids": ["red-sofa", "vase"]})
    server.play(saying(both))
    outcome = planned(tmp_path, state, words)
    assert len(server.asked) == asked
    assert changed(before(state), after(outcome, state)) == {"red-sofa", "vase"}
    if asked > 1:
        assert "'vase' shall go" in server.asked[1].messages[-1]["content"]
