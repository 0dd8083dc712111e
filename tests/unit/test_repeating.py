"""Which steps may be repeated from the log, and what must be the same for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from consumers import names, registry
from consumers.settings import EngineSettings, reaching
from schemas import events as e
from schemas.errors import MissingEngine
from schemas.flow import Stage, flow
from schemas.ids import EventId, RequestId
from schemas.repeating import (
    SEEDED,
    STATEFUL,
    Task,
    basis,
    is_of_engine,
    is_repeatable,
    repeated,
    task_of,
)
from schemas.scene import Scene
from schemas.state import (
    Asset,
    Change,
    Deed,
    Options,
    Question,
    RequestState,
    Review,
    SessionState,
    Turn,
)
from tests.golden.samples import NODES, RECIPE, SAMPLES, ref

SAMPLE = {type(data): data for data in SAMPLES}
ASKED = EventId("1-1")
R, OTHER = RequestId("r"), RequestId("other")
SCENE = Scene.of("room", NODES)
CHAIR = Asset("chair", "red chair", ref("1", "model/gltf-binary"), RECIPE, False)
EMBEDDED_STAGES = [stage for stage in Stage if stage is not Stage.ASR]


def state() -> SessionState:
    own = RequestState(R, "a room", slots={"0/chair": "chair", "0/rug": None})
    return SessionState(scene=SCENE, revision=3, assets={"chair": CHAIR}, requests={R: own})


def own(change: Callable[[RequestState], None]) -> Callable[[SessionState], None]:
    return lambda changed: change(changed.requests[R])


CHANGES: dict[str, Callable[[SessionState], None]] = {
    "no scene": lambda s: setattr(s, "scene", None),
    "another revision": lambda s: setattr(s, "revision", 4),
    "another touched": lambda s: setattr(s, "touched", ("table",)),
    "a way back": lambda s: setattr(s, "changes", (Change(3, "I moved it", 2),)),
    "a way forth": lambda s: setattr(s, "undone", (Change(3, "I moved it", 2),)),
    "a way left": lambda s: setattr(s, "left", (Change(3, "I moved it", 2),)),
    "a revision again": lambda s: setattr(s, "returned", ((3, 1),)),
    "another asset": lambda s: s.assets.update(lamp=replace(CHAIR, id="lamp", label="lamp")),
    "another look": lambda s: s.assets.update(chair=replace(CHAIR, stand_in=True)),
    "a question": lambda s: setattr(s, "question", Question("clear_database", "", ASKED, OTHER, R)),
    "a question to another": lambda s: setattr(
        s, "question", Question("clear_database", "", ASKED, R, OTHER)
    ),
    "another talk": lambda s: setattr(s, "talk", (Turn("hi", (), "Hello."),)),
    "another deed": own(lambda r: setattr(r, "deeds", (Deed("", "generate_image", "a cat"),))),
    "another plan to follow": own(
        lambda r: setattr(r, "plan", (e.Planned(action="generate_image", input="a cat"),))
    ),
    "another scene to be": lambda s: s.requests.update(
        {OTHER: RequestState(OTHER, action="generate_3d_scene")}
    ),
    "another plan": own(lambda r: setattr(r, "unmet", ("no room",))),
    "another step": own(lambda r: setattr(r, "step", 1)),
    "another slot": own(lambda r: r.slots.update({"0/rug": "rug"})),
    "under review": own(lambda r: setattr(r, "review", Review())),
    "another client": lambda s: setattr(s, "client", "unity"),
    "another time": lambda s: setattr(s, "at", EventId("9-9")),
}
SCENE_READ = {"no scene", "another revision", "a way back", "a way forth"}
SCENE_READ |= {"a way left", "a revision again"}
SAID_READ = {*SCENE_READ, "another asset", "a question", "another scene to be", "another talk"}
DEEDS_READ = {"another deed", "another plan to follow"}
PLAN_READ = {"another plan", "another step", "another slot"}
READ: dict[Task, set[str]] = {
    (Stage.ASR, "transcribe"): {"no scene"},
    (Stage.AGENT, "decide"): {*SAID_READ, *DEEDS_READ},
    (Stage.AGENT, "think"): {*SAID_READ, *DEEDS_READ},
    (Stage.AGENT, "observe"): {*PLAN_READ, "another look", *DEEDS_READ},
    (Stage.PROMPT, "improve"): set(),
    (Stage.DECOMPOSE, "decompose"): {"under review"},
    (Stage.IMAGE, "draw"): set(),
    (Stage.MESH, "make"): set(),
    (Stage.COMPOSE, "block_out"): {"another step"},
    (Stage.COMPOSE, "compose"): PLAN_READ,
    (Stage.PATCH, "plan"): {*SCENE_READ, *PLAN_READ, "another touched"},
    (Stage.PATCH, "apply"): {*SCENE_READ, *PLAN_READ, "another touched"},
}


@pytest.mark.parametrize("task", READ, ids=lambda task: f"{task[0]}.{task[1]}")
def test_a_tasks_basis_is_what_it_reads(task: Task) -> None:
    assert is_repeatable(task)
    before = basis(task, state(), R)
    assert basis(task, state(), R) == before
    seen = set()
    for what, change in CHANGES.items():
        changed = state()
        change(changed)
        if basis(task, changed, R) != before:
            seen.add(what)
    assert seen == READ[task]


def test_whose_request_it_is_makes_no_difference() -> None:
    ours = state()
    ours.changes = (Change(3, "I moved it", 2, R),)
    theirs = state()
    theirs.requests = {OTHER: replace(ours.requests[R], id=OTHER)}
    theirs.changes = (Change(3, "I moved it", 2, OTHER),)
    for task in READ:
        assert basis(task, ours, R) == basis(task, theirs, OTHER)


ANSWERED = {(Stage.DECOMPOSE, "build"), (Stage.DECOMPOSE, "change")}
"""What a person's answer to a plan starts."""


def test_every_task_of_the_flow_is_repeatable_or_the_librarys_or_answers_a_person() -> None:
    works = {work for data in SAMPLES for work in flow(data).work}
    works |= {led.opens.then for data in SAMPLES if (led := flow(data)).opens}
    tasks = {(work.stage, work.task) for work in works}
    assert {task for task in tasks if not is_repeatable(task)} == {
        task for task in tasks if task[0] is Stage.LIBRARY or task in ANSWERED
    }


def test_what_made_an_outcome_is_told_by_its_first_event() -> None:
    acted, registered = SAMPLE[e.AgentActed], SAMPLE[e.AssetRegistered]
    patched = SAMPLE[e.ScenePatched]
    assert task_of(acted, patched) == (Stage.PATCH, "plan")
    assert task_of(registered, patched) == (Stage.PATCH, "apply")
    assert task_of(SAMPLE[e.ImageGenerated], SAMPLE[e.MeshGenerated]) == (Stage.MESH, "make")
    assert task_of(SAMPLE[e.MeshGenerated], registered) is None
    assert task_of(acted, SAMPLE[e.StageRetried]) is None


def test_an_outcome_without_a_name_is_an_embedded_engines() -> None:
    mesh, scene = SAMPLE[e.MeshGenerated], SAMPLE[e.SceneComposed]
    name = str(getattr(mesh, "engine", ""))
    assert is_of_engine([mesh], name)
    assert not is_of_engine([mesh], f"{name}2")
    assert is_of_engine([scene], "embedded")
    assert is_of_engine([scene], "layout")
    assert not is_of_engine([scene], "ollama:devstral")


def test_an_answer_names_the_forks_own_result() -> None:
    done = e.RequestCompleted(kind="generate_image", text="Here.", result=EventId("1-0"))
    assert repeated(done, EventId("1-0"), EventId("2-0")) == done.model_copy(
        update={"result": "2-0"}
    )
    assert repeated(done, EventId("3-0"), EventId("2-0")) == done


def test_the_stages_that_read_the_state_are_those_that_are_given_it() -> None:
    assert STATEFUL == registry.STATEFUL


def settings(folder: Path, **engines: str) -> EngineSettings:
    chosen = {Stage(stage): name for stage, name in engines.items()}
    return EngineSettings(folder.as_uri(), folder, folder, chosen, seed=5)


def test_the_stages_that_take_a_seed_are_those_whose_handlers_have_one(tmp_path: Path) -> None:
    loaded = {stage: registry.load(stage, settings(tmp_path)) for stage in EMBEDDED_STAGES}
    taking = {
        stage
        for stage, tasks in loaded.items()
        if any(getattr(handler, "seed", None) == 5 for handler in tasks.values())
    }
    assert taking == SEEDED


@pytest.mark.parametrize("stage", EMBEDDED_STAGES)
def test_the_engines_that_are_known_by_name_load_or_say_what_they_lack(
    stage: Stage, tmp_path: Path
) -> None:
    lacking: dict[str, str] = {}
    for name in names.ENGINES[stage]:
        if not name.endswith(names.MODEL):
            try:
                registry.load(stage, settings(tmp_path, **{stage: name}))
            except MissingEngine as missing:
                lacking[name] = str(missing)
        assert registry.is_engine(stage, name.replace(names.MODEL, ":small"))
    assert not lacking.keys() & {"greybox", "rules", "layout", "pocketsphinx"}
    for name, told in lacking.items():
        assert re.search(rf"engine {name}\b.* can not start, .+: .+", told)
    assert registry.is_engine(stage, "auto")
    assert not registry.is_engine(stage, "teleport")
    assert not registry.is_engine(stage, "ollama:")
    if names.ENGINES[stage]:
        with pytest.raises(MissingEngine):
            registry.load(stage, settings(tmp_path, **{stage: "teleport"}))


def test_a_forks_options_go_before_the_deployments(tmp_path: Path) -> None:
    ours = settings(tmp_path, mesh="greybox", agent="rules")
    assert ours.otherwise(Options()) == ours
    theirs = ours.otherwise(Options(0, (("mesh", "clay"),)))
    assert (theirs.seed, theirs.engines) == (0, {Stage.MESH: "clay", Stage.AGENT: "rules"})


def test_only_the_stages_that_are_told_of_an_option_load_again() -> None:
    options = Options(7, (("agent", "rules"), ("mesh", "clay")))
    assert {stage: reaching(options, stage) for stage in Stage} == {
        Stage.ASR: Options(),
        Stage.AGENT: Options(None, (("agent", "rules"),)),
        Stage.PROMPT: Options(7),
        Stage.DECOMPOSE: Options(7),
        Stage.LIBRARY: Options(None, (("mesh", "clay"),)),
        Stage.IMAGE: Options(),
        Stage.MESH: Options(None, (("mesh", "clay"),)),
        Stage.COMPOSE: Options(7),
        Stage.PATCH: Options(7),
    }
