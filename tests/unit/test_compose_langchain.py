"""Places proposed by a language model: the solver keeps what it can, and corrects the rest.

Whatever is proposed, no two things of the scene enter each other, and both scenes agree.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from consumers.compose.handler import tasks
from consumers.decompose.rules import decompose
from consumers.handler import Context
from consumers.settings import EngineSettings
from schemas import events as e
from schemas.flow import Stage
from schemas.fold import Fact, fold
from schemas.ids import EventId, RequestId, SessionId
from schemas.scene import Scene
from schemas.state import SessionState
from schemas.transform import worlds
from streams.artifacts import ArtifactStore
from streams.step import Outcome
from tests.golden.samples import AT
from tests.ollama.answers import Answer, saying
from tests.ollama.server import Ollama, ollama

MODEL = "ollama:deepseek-r1:32b"
NAME = MODEL.partition(":")[2]
R = RequestId("r")
PLAN = decompose("a 6 by 6 m room with a sofa, a table, a plant and a vase on the table")
GOOD = [
    {"id": "sofa", "x": -1.5, "z": 0.5, "yaw": 180},
    {"id": "table", "x": 1.0, "z": -1.0},
    {"id": "plant", "x": 2.0, "z": 2.0, "yaw": 0},
]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ollama]:
    with ollama(saying(models=(NAME,))) as served:
        monkeypatch.setenv("OLLAMA_HOST", served.url)
        yield served


def play(server: Ollama, *answers: Answer) -> None:
    server.play(saying(*answers, models=(NAME,)))


def places(*told: dict[str, Any]) -> Answer:
    return Answer(content=json.dumps({"places": told}), times=None)


def blocked_out(folder: Path) -> tuple[Outcome, e.SceneComposed, SessionState]:
    """The block-out's outcome, and what is composed of the log after it."""
    settings = EngineSettings(folder.as_uri(), folder, folder, {Stage.COMPOSE: MODEL}, seed=2)
    artifacts = ArtifactStore(folder.as_uri())
    decomposed = e.SceneDecomposed(
        name=PLAN.name,
        setting=PLAN.setting,
        wishes=PLAN.wishes,
        relations=PLAN.relations,
        engine="rules",
    )
    state = fold([Fact(EventId("1-0"), R, decomposed)])
    event = e.Event(session=SessionId("s"), request=R, at=AT, data=decomposed)
    context = Context(artifacts, state, lambda *_: None, lambda: False)
    both = tasks(settings)
    outcome = both["block_out"](event, context)
    fold((Fact(EventId(f"2-{n}"), R, d) for n, d in enumerate(outcome.payloads)), state)
    composed = both["compose"](event, context).payloads[-1]
    assert isinstance(composed, e.SceneComposed)
    return outcome, composed, state


def shown(state: SessionState) -> Scene:
    blocks = state.requests[R].blocked_out
    assert blocks is not None
    return blocks


def sound(scene: Scene) -> bool:
    """Whether no two things on the floor enter each other, seen from above, turned as they are."""
    world = worlds(scene)
    sizes = {w.id: w.recipe.size for w in PLAN.wishes if w.id != "vase"}
    for one, other in combinations(sizes, 2):
        here, there = world[one].position, world[other].position
        reach = [min(sizes[n][0], sizes[n][2]) / 2 for n in (one, other)]
        if ((here.x - there.x) ** 2 + (here.z - there.z) ** 2) ** 0.5 < sum(reach) - 0.001:
            return False
    return True


def test_places_that_break_no_rule_are_kept(server: Ollama, tmp_path: Path) -> None:
    play(server, places(*GOOD))
    outcome, composed, state = blocked_out(tmp_path)
    proposed = next(d for d in outcome.payloads if isinstance(d, e.LayoutProposed))
    assert (proposed.engine, len(proposed.places)) == (MODEL, 3)
    figures = composed.certificate
    assert (figures["proposed"], figures["proposed_kept"], figures["corrected"]) == (3, 3, 0)
    sofa = worlds(shown(state))[PLAN.wishes[0].id].position
    assert sofa.x == pytest.approx(-1.5, abs=0.25)
    assert sofa.z == pytest.approx(0.5, abs=0.25)


def test_the_composed_scene_stands_as_the_blocks_did(server: Ollama, tmp_path: Path) -> None:
    play(server, places(*GOOD))
    _, composed, state = blocked_out(tmp_path)
    blocks = {n.id: n.position for n in shown(state).nodes.values()}
    assert {n.id: n.position for n in composed.nodes if n.id in {w.id for w in PLAN.wishes}} == {
        w.id: blocks[w.id] for w in PLAN.wishes
    }


BAD = {
    "all in one place": [{"id": i, "x": 0, "z": 0, "yaw": 0} for i in ("sofa", "table", "plant")],
    "through the wall": [{"id": "sofa", "x": 2.99, "z": 2.99}, *GOOD[1:]],
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_what_can_not_be_is_corrected_and_counted(
    server: Ollama, tmp_path: Path, bad: list[dict[str, Any]]
) -> None:
    play(server, places(*bad))
    _, composed, state = blocked_out(tmp_path)
    figures = composed.certificate
    assert isinstance(figures["corrected"], int)
    assert figures["corrected"] >= 1
    assert (figures["collisions"], figures["out_of_bounds"], figures["unsupported"]) == (0, 0, 0)
    assert sound(shown(state))


@pytest.mark.parametrize(
    ("told", "doubt"),
    [
        ([*GOOD, {"id": "piano", "x": 0, "z": 0}], "'piano' is no id"),
        ([*GOOD[:2], {"id": "plant", "x": 99, "z": 0}], "'plant' is outside"),
        (GOOD[:2], "there is no place for"),
    ],
)
def test_a_doubt_is_told_to_the_model(
    server: Ollama, tmp_path: Path, told: list[dict[str, Any]], doubt: str
) -> None:
    play(server, places(*told).model_copy(update={"times": 1}), places(*GOOD))
    _, composed, _ = blocked_out(tmp_path)
    assert doubt in server.asked[1].messages[-1]["content"]
    assert composed.certificate["proposed"] == 3


@pytest.mark.parametrize(
    "useless",
    [
        Answer(content="In the corner.", times=None),
        places({"id": "piano", "x": 0, "z": 0}),
        places({"id": "sofa", "x": 1e300, "z": 0}),
        Answer(content='{"places": [{"id": "sofa", "x": 0,', cut=True, times=None),
        Answer(content='{"places": [', filler=10_000_000, times=None),
    ],
    ids=["prose", "unknown", "far away", "truncated", "10 MB"],
)
def test_the_solver_places_alone_where_the_model_is_of_no_use(
    server: Ollama, tmp_path: Path, useless: Answer
) -> None:
    play(server, useless)
    outcome, composed, state = blocked_out(tmp_path)
    assert not any(isinstance(d, e.LayoutProposed) for d in outcome.payloads)
    told = outcome.payloads[-1]
    assert isinstance(told, e.ModelAnswered)
    assert (told.used, told.tries) == (False, 3)
    assert "proposed" not in composed.certificate
    assert sound(shown(state))


def test_a_later_block_out_forgets_the_proposal_before_it(server: Ollama, tmp_path: Path) -> None:
    play(server, places(*GOOD))
    outcome, _, state = blocked_out(tmp_path)
    assert state.requests[R].proposed
    blocks = [d for d in outcome.payloads if isinstance(d, e.SceneBlockedOut)]
    fold((Fact(EventId(f"9-{n}"), R, d) for n, d in enumerate(blocks)), state)
    assert state.requests[R].proposed == ()
