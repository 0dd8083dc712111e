"""One stack and one browser for the tests of the page; where there is no browser, all fail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.acceptance.stack import Up, up
from tests.browser.chromium import Browser, browser


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    """A stack of this run's own."""
    with up(tmp_path_factory.mktemp("stack")) as started:
        yield started


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of this run."""
    with browser() as tab:
        yield tab


@pytest.fixture
def page(chromium: Browser) -> Iterator[Browser]:
    """The browser's tab; a page that complained of anything fails its test."""
    chromium.complaints()
    yield chromium
    assert [c for c in chromium.complaints() if "GPU stall" not in c] == []
