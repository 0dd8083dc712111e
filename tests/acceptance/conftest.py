"""One running stack for the tests that only talk to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.acceptance.stack import Up, up


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    """A stack with an empty library of its own."""
    with up(tmp_path_factory.mktemp("stack")) as started:
        yield started
