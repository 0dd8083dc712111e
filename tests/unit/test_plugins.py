"""Engines that other distributions add, found by their entry points."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from consumers import registry
from consumers.names import each
from consumers.plugins import BrokenPlugin, plugged, plugins
from consumers.settings import EngineSettings
from schemas.errors import MissingEngine
from schemas.flow import Stage
from tests.plugged import CLAY, installed

Install = Callable[..., None]
MAKE = "{module}:make"


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Installs a distribution for the test, and has its module forgotten afterwards."""

    def into(name: str, module: str, engines: Mapping[str, Mapping[str, str]]) -> None:
        folder = installed(tmp_path / name, name, module, engines)
        monkeypatch.syspath_prepend(str(folder))
        monkeypatch.delitem(sys.modules, name.replace("-", "_"), raising=False)

    return into


def settings(folder: Path, **engines: str) -> EngineSettings:
    chosen = {Stage(stage): name for stage, name in engines.items()}
    return EngineSettings(folder.as_uri(), folder, folder, chosen)


def test_an_engine_of_another_distribution_is_chosen_by_name(
    install: Install, tmp_path: Path
) -> None:
    install("acme-scenes", CLAY, {"mesh": {"clay": MAKE}})
    assert registry.is_engine(Stage.MESH, "clay")
    assert registry.is_engine(Stage.MESH, "clay:112233")
    assert "clay" in registry.known(Stage.MESH)
    tasks = registry.load(Stage.MESH, settings(tmp_path, mesh="clay:112233"))
    assert {getattr(handler, "engine").name for handler in tasks.values()} == {"clay:112233"}  # noqa: B009
    (plugin,) = plugins(Stage.MESH)
    assert (plugin.distribution, plugin.hidden) == ("acme-scenes 1.2", "")


def test_one_consumer_runs_ours_and_theirs(install: Install, tmp_path: Path) -> None:
    install("acme-scenes", CLAY, {"mesh": {"clay": MAKE}})
    assert each(Stage.MESH, "greybox, clay") == ["greybox", "clay"]
    tasks = registry.load(Stage.MESH, settings(tmp_path, mesh="greybox,clay"))
    reconstruct = tasks["reconstruct"]
    assert [e.name for e in getattr(reconstruct, "others")] == ["clay:aa6644"]  # noqa: B009


def test_nothing_is_imported_until_it_is_chosen(install: Install, tmp_path: Path) -> None:
    install("acme-broken", "import a_module_that_is_not_there", {"mesh": {"mud": MAKE}})
    assert [plugin.name for plugin in plugins(Stage.MESH)] == ["mud"]
    assert registry.load(Stage.MESH, settings(tmp_path))
    with pytest.raises(BrokenPlugin) as broken:
        registry.load(Stage.MESH, settings(tmp_path, mesh="mud"))
    assert "'mud' of acme-broken 1.2 can not start" in str(broken.value)
    assert "a_module_that_is_not_there" in str(broken.value)
    assert "--engine mesh=ENGINE" in str(broken.value)


BROKEN = {
    "def make(model": "SyntaxError",
    "import sys; sys.exit(3)": "SystemExit: 3",
    "other = 1": "has no attribute 'make'",
    "def make(model, settings): raise ValueError('no weights')": "ValueError: no weights",
    "def make(model, settings): return None": "it has no name, card, sculpt",
    CLAY.replace('f"clay:{color}"', '"greybox"'): "it calls itself 'greybox', not clay",
}


@pytest.mark.parametrize("module", BROKEN, ids=BROKEN.values())
def test_a_broken_one_names_itself(module: str, install: Install, tmp_path: Path) -> None:
    install("acme-scenes", module, {"mesh": {"clay": MAKE}})
    with pytest.raises(BrokenPlugin, match=r"'clay' of acme-scenes 1\.2") as broken:
        registry.load(Stage.MESH, settings(tmp_path, mesh="clay"))
    assert BROKEN[module] in str(broken.value)


def test_it_can_not_take_a_name_of_ours(install: Install, tmp_path: Path) -> None:
    points = {"greybox": MAKE, "auto": MAKE}
    install("acme-scenes", CLAY, {"mesh": points, "agent": {"ollama": MAKE}})
    hidden = {plugin.name: plugin.hidden for plugin in plugins(Stage.MESH)}
    assert set(hidden) == {"greybox", "auto"}
    assert all("scenestream's own" in why for why in hidden.values())
    tasks = registry.load(Stage.MESH, settings(tmp_path, mesh="greybox"))
    assert type(getattr(tasks["make"], "engine")).__name__ == "GreyboxSculptor"  # noqa: B009
    assert plugged(Stage.AGENT, "ollama:llama3.1", settings(tmp_path)) is None


def test_of_two_of_one_name_none_is_taken(install: Install, tmp_path: Path) -> None:
    for name in ("acme-one", "acme-two"):
        install(name, CLAY, {"mesh": {"clay": MAKE}})
    assert not registry.is_engine(Stage.MESH, "clay")
    with pytest.raises(BrokenPlugin, match=r"acme-one 1\.2 and acme-two 1\.2 both have one"):
        registry.load(Stage.MESH, settings(tmp_path, mesh="clay"))


@pytest.mark.parametrize("stage", ["asr", "agent", "prompt", "decompose", "compose", "patch"])
def test_every_stage_with_a_port_takes_them(stage: str, install: Install, tmp_path: Path) -> None:
    module = (
        "class Any:\n    name = 'other'\n    looks_back = False\n"
        "    def __getattr__(self, asked): return print\n"
        "def make(model, settings): return Any()\n"
    )
    install("acme-scenes", module, {stage: {"other": MAKE}})
    tasks = registry.load(Stage(stage), settings(tmp_path, **{stage: "other"}))
    names = {getattr(getattr(h, "engine", None), "name", "") for h in tasks.values()}
    assert "other" in names or stage == "compose"


@pytest.mark.parametrize(
    ("stage", "name", "said"),
    [
        ("mesh", "greybx", "did you mean greybox?"),
        ("mesh", "greybox,greybx", "has no engine 'greybx'; did you mean greybox?"),
        ("agent", "olama:devstral", "did you mean ollama?"),
        ("asr", "whisper:small", "did you mean faster-whisper?"),
        ("image", "teleport", "image has no engine 'teleport'; known: auto, greybox"),
        (
            "mesh",
            "remot:http://me:secret@host",
            "has no engine 'remot:http://host'; did you mean remote?",
        ),
    ],
)
def test_an_unknown_name_is_told_the_nearest(
    stage: str, name: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(MissingEngine) as unknown:
        registry.load(Stage(stage), settings(tmp_path, **{stage: name}))
    assert said in str(unknown.value)
    assert "secret" not in str(unknown.value)
