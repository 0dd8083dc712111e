"""Scenes by language models, as users have them: real processes, a server that speaks Ollama's
protocol, the shipping client. Whatever the models say, the client gets a scene."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.stack import Up, cli, up
from tests.acceptance.unity import nodes, unity
from tests.ollama.answers import Answer, saying
from tests.ollama.server import Ollama, ollama

NAME = "devstral:24b"
STAGES = ("prompt", "decompose", "compose", "patch")
ENGINES = [option for stage in STAGES for option in ("--engine", f"{stage}=ollama:{NAME}")]
WORDS = "a room with a red sofa and two wooden chairs"


def as_planner(document: dict[str, Any] | str, **more: Any) -> Answer:
    return answer("You plan 3D scenes", document, **more)


def answer(role: str, document: dict[str, Any] | str, **more: Any) -> Answer:
    said = document if isinstance(document, str) else json.dumps(document)
    return Answer(says=role, content=said, times=None, **more)


SCENE = {
    "title": "Reading corner",
    "objects": [
        {"name": "red sofa", "kind": "sofa", "color": "red"},
        {"name": "wooden chair", "kind": "chair", "material": "wood", "count": 2},
    ],
    "relations": [{"kind": "against_wall", "subject": "red sofa"}],
}
IMPROVER = answer("You write prompts", {"label": "thing", "prompt": "a fine thing in every detail"})
PLACER = answer("You furnish", {"places": [{"id": "red-sofa", "x": 0.5, "z": -0.5, "yaw": 180}]})
REMOVER = answer("You edit", {"edits": [{"op": "remove", "ids": ["red-sofa"]}]})
GOOD = (as_planner(SCENE), IMPROVER, PLACER, REMOVER)
USELESS = (
    as_planner("{ " * 600, endless=True),
    answer("You write prompts", "I would rather not."),
    answer("You furnish", '{"places": [', cut=True),
    answer("You edit", '{"edits": [{"op": "clear_database"}]}'),
)


@pytest.fixture(scope="module")
def server() -> Iterator[Ollama]:
    with ollama(saying()) as served:
        yield served


@pytest.fixture(scope="module")
def modelled(server: Ollama, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    """A stack whose engines are on models; ``server`` is what they ask."""
    with up(tmp_path_factory.mktemp("models"), *ENGINES, OLLAMA_HOST=server.url) as started:
        yield started


def told(started: Up, data: Path, session: str) -> list[dict[str, Any]]:
    """The events of what models said in a session, which is as its events say."""
    redis = started.redis
    verified = cli(data, "verify", session, REDIS_URL=redis)
    assert verified.returncode == 0, verified.stdout
    lines = cli(data, "tail", session, "--json", "--no-follow", REDIS_URL=redis).stdout
    events = [json.loads(line) for line in lines.splitlines()]
    return [ev for ev in events if ev["type"] == "model.answered"]


async def test_a_scene_and_an_edit_come_of_good_answers(
    modelled: Up, server: Ollama, tmp_path: Path
) -> None:
    server.play(saying(*GOOD))
    async with unity(modelled.ws) as client:
        document, glbs = await client.scene(WORDS)
        update, _ = await client.edit("remove what is red")
    assert document["name"] == "Reading corner"
    assert {"red sofa", "wooden chair 1", "wooden chair 2"} <= set(nodes(document))
    assert len(glbs) == 2
    assert update["objects_to_delete"] == [nodes(document)["red sofa"]["id"]]
    answers = told(modelled, tmp_path, client.session)
    assert {a["data"]["stage"] for a in answers} == set(STAGES)
    assert {a["data"]["engine"] for a in answers} == {f"ollama:{NAME}"}
    assert all(a["data"].get("used", True) for a in answers)
    placed = next(a["id"] for a in answers if a["data"]["stage"] == "compose")
    env = {"OLLAMA_HOST": server.url, "REDIS_URL": modelled.redis}
    again = cli(tmp_path, "debug", client.session, placed, *ENGINES, **env)
    assert again.returncode == 0, again.stdout  # the same as recorded


async def test_a_scene_and_an_edit_come_of_useless_answers(
    modelled: Up, server: Ollama, tmp_path: Path
) -> None:
    server.play(saying(*USELESS))
    async with unity(modelled.ws) as client:
        document, glbs = await client.scene(WORDS)
        update, _ = await client.edit("remove the sofa")
    assert {"red sofa", "wooden chair 1", "wooden chair 2"} <= set(nodes(document))
    assert len(glbs) == 2
    assert update["objects_to_delete"] == [nodes(document)["red sofa"]["id"]]
    answers = told(modelled, tmp_path, client.session)
    assert {a["data"]["stage"] for a in answers} == set(STAGES)
    assert not any(a["data"].get("used", True) for a in answers)


def test_the_doctor_says_whether_a_model_can_be_asked(server: Ollama, tmp_path: Path) -> None:
    (tmp_path / "scenestream.toml").write_text(
        f'[engines]\nagent = "ollama:{NAME}"\npatch = "ollama:llama3.1"\n'
    )
    there = cli(tmp_path, "doctor", OLLAMA_HOST=server.url)
    assert f"ok  agent      ollama:{NAME}\n" in there.stdout
    assert "NO  patch" in there.stdout
    assert "ollama pull llama3.1" in there.stdout
    away = cli(tmp_path, "doctor", OLLAMA_HOST="http://127.0.0.1:9")
    assert "check that its server runs" in away.stdout


async def test_a_server_that_is_down_fails_the_request_which_can_be_redriven(
    tmp_path: Path,
) -> None:
    data = tmp_path / "down"
    data.mkdir()
    (data / "scenestream.toml").write_text("[retry.decompose]\nbase_s = 0.01\ncap_s = 0.05\n")
    only = ["--engine", f"decompose=ollama:{NAME}"]
    with up(data, *only, OLLAMA_HOST="http://127.0.0.1:9") as started:
        async with unity(started.ws) as client:
            failed = await client.ask(WORDS)
        assert failed.type == "error"
        assert "check that its server runs" in failed.text
        letters = cli(data, "dead", "list", REDIS_URL=started.redis).stdout
    assert "ModelUnavailable" in letters
