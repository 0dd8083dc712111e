"""The Unity package's core and its checks, compiled once a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sdk import mono as tools


@pytest.fixture(scope="session")
def mono(tmp_path_factory: pytest.TempPathFactory) -> tools.Mono:
    """mono and what is compiled with it; fails where that is not there."""
    return tools.find(tmp_path_factory.mktemp("mono"))


@pytest.fixture(scope="session")
def checks(mono: tools.Mono) -> Path:
    """The program of checks, with the core in it."""
    sources = [*core(), *checks_of("Program", "Traces", "Check", "CoreChecks", "SessionChecks")]
    return mono.compile("checks.exe", sources)


def core() -> list[Path]:
    """The package's protocol core."""
    return sorted((tools.PACKAGE / "Runtime" / "Core").glob("*.cs"))


def checks_of(*names: str) -> list[Path]:
    """Files of the checks."""
    return [tools.CHECKS / f"{name}.cs" for name in names]
