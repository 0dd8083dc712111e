"""Answers to a plan that waits: who is asked for the next one, and what of it is said to people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from consumers.decompose.handler import NOT_CHANGED, NoPlan, decomposed, tasks
from consumers.decompose.rules import decompose
from consumers.handler import Context
from consumers.settings import EngineSettings
from schemas import events as e
from schemas.flow import Stage
from schemas.fold import Fact, fold
from schemas.ids import EventId, RequestId, SessionId
from streams.artifacts import ArtifactStore
from tests.golden.samples import AT
from tests.ollama.answers import Answer, saying
from tests.ollama.server import Ollama, ollama

MODEL = "ollama:devstral:24b"
R = RequestId("r")
WORDS = "a room with a red sofa and a cat"
COZY = {"title": "Nest", "objects": [{"name": "blue sofa", "kind": "sofa"}], "relations": []}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ollama]:
    with ollama(saying(Answer(content=json.dumps(COZY), times=None))) as served:
        monkeypatch.setenv("OLLAMA_HOST", served.url)
        yield served


def after(folder: Path, task: str, *answers: e.Data, engine: str = "rules") -> list[e.Data]:
    """What the stage makes of the last of ``answers`` to the plan of ``WORDS``."""
    said: list[e.Data] = [
        e.RequestAccepted(kind="text", text=WORDS, review=True),
        e.AgentActed(action="generate_3d_scene", input=WORDS),
        *decomposed(decompose(WORDS), 0, "rules", held=True),
        *answers,
    ]
    state = fold(Fact(EventId(f"{n}-0"), R, data) for n, data in enumerate(said, 1))
    settings = EngineSettings(folder.as_uri(), folder, folder, {Stage.DECOMPOSE: engine})
    context = Context(ArtifactStore(folder.as_uri()), state, lambda *_: None, lambda: False)
    event = e.Event(session=SessionId("s"), request=R, at=AT, data=said[-1])
    return list(tasks(settings)[task](event, context).payloads)


def plan(told: list[e.Data]) -> e.SceneDecomposed:
    """The plan, which has one part."""
    (found,) = [data for data in told if isinstance(data, e.SceneDecomposed)]
    return found


def names(told: list[e.Data]) -> list[str]:
    return [wish.name for wish in plan(told).wishes]


def test_what_the_rules_understand_is_theirs_whatever_the_engine(
    server: Ollama, tmp_path: Path
) -> None:
    told = after(tmp_path, "change", e.DecompositionChanged(text="without the cat"), engine=MODEL)
    assert (names(told), plan(told).held, plan(told).engine) == (["red sofa"], True, "rules")
    assert server.asked == []


def test_what_they_do_not_is_the_models_which_hears_all_words(
    server: Ollama, tmp_path: Path
) -> None:
    told = after(tmp_path, "change", e.DecompositionChanged(text="hygge, hygge!"), engine=MODEL)
    assert (names(told), plan(told).held, plan(told).engine) == (["blue sofa"], True, MODEL)
    heard = server.asked[0].text()
    assert WORDS in heard
    assert "hygge, hygge!" in heard
    assert isinstance(told[-1], e.ModelAnswered)


@pytest.mark.parametrize("text", ["hygge, hygge!", "without the sofa and the cat"])
def test_a_change_that_leaves_nothing_to_build_leaves_the_plan(tmp_path: Path, text: str) -> None:
    told = after(tmp_path, "change", e.DecompositionChanged(text=text))
    assert names(told) == ["red sofa", "cat"]
    assert plan(told).held
    assert any(note.startswith(NOT_CHANGED) for note in plan(told).notes)


def test_what_is_approved_of_is_built_as_it_was_told(tmp_path: Path) -> None:
    told = after(tmp_path, "build", e.DecompositionApproved())
    assert (names(told), plan(told).held, plan(told).engine) == (
        ["red sofa", "cat"],
        False,
        "rules",
    )
    assert [data.slot for data in told if isinstance(data, e.AssetWanted)] == list(plan(told).slots)


def test_an_answer_to_no_plan_says_so(tmp_path: Path) -> None:
    settings = EngineSettings(tmp_path.as_uri(), tmp_path, tmp_path, {Stage.DECOMPOSE: "rules"})
    context = Context(ArtifactStore(tmp_path.as_uri()), None, lambda *_: None, lambda: False)
    event = e.Event(session=SessionId("s"), request=R, at=AT, data=e.DecompositionApproved())
    with pytest.raises(NoPlan, match="replay the session"):
        tasks(settings)["build"](event, context)
