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
    """The program of checks, with the package in it, and Unity played by stand-ins."""
    sources = [*package("Runtime/Core", "Runtime"), *tools.CHECKS.glob("*.cs"), *standins()]
    return mono.compile("checks.exe", [s for s in sources if s.name != "Unsafe.cs"])


def package(*folders: str) -> list[Path]:
    """The package's sources in these folders."""
    return [file for f in folders for file in sorted((tools.PACKAGE / f).glob("*.cs"))]


def standins() -> list[Path]:
    """Those for Unity and for an importer."""
    return sorted((tools.CHECKS / "standins").glob("*.cs"))
