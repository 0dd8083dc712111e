"""What tests on real model packages share. They run in an environment of their own, which
`make test-models` makes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from consumers.handler import Context, Preview, Watch
from streams.artifacts import ArtifactStore
from tests.models import tiny_sd3

THEIRS = ("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning:torch")
"""Warnings of the packages about each other."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            for said in THEIRS:
                item.add_marker(pytest.mark.filterwarnings(said))


@pytest.fixture(scope="session")
def sd3(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a pipeline; not to be changed."""
    return tiny_sd3.make(tmp_path_factory.mktemp("models") / "tiny-sd3")


@dataclass
class Watched:
    """A watch that keeps what it is told. ``cancel_at``: the step after which it is not wanted."""

    cancel_at: int | None = None
    told: list[tuple[float, bytes | None]] = field(default_factory=list)

    def watch(self, label: str = "it") -> Watch:
        def progress(fraction: float, label: str, preview: Preview | None = None, /) -> None:
            self.told.append((fraction, preview() if callable(preview) else preview))

        def cancelled() -> bool:
            return self.cancel_at is not None and len(self.told) >= self.cancel_at

        context = Context(ArtifactStore("memory://tests"), None, progress, cancelled)
        return Watch(context, label)


@pytest.fixture
def watched() -> Callable[..., Watched]:
    return Watched
