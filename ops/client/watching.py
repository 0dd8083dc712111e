"""Shows people how far a request is: on a terminal a line that moves, elsewhere nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from gateway.sdk.python.scenestream_client import Event, Notice
from ops.client.asking import Standing

WIDTH = 60


class Watch:
    """Follows one request. ``bar``: where it is shown; None: nowhere. Call it with notices.
    ``standing``: how far the request is."""

    def __init__(self, bar: Progress | None) -> None:
        self._bar = bar
        self._task = bar.add_task("connecting", total=None, left="") if bar else None
        self.standing = Standing()
        self._request = ""
        self._before: list[Event] = []

    def __call__(self, notice: Notice) -> None:
        self._show(self.standing.noticed(notice))

    def follow(self, request: str) -> None:
        """From now on ``request`` is the one; what came of it already counts."""
        self._request = request
        for event in self._before:
            self.happened(event)
        self._before.clear()

    def happened(self, event: Event) -> None:
        """Something happened in the session."""
        if not self._request:
            self._before.append(event)
        elif event.request == self._request:
            self._show(self.standing.after(event))

    def done(self) -> None:
        """There is nothing more to show."""
        if self._bar is not None:
            self._bar.stop()

    def _show(self, standing: Standing) -> None:
        self.standing = standing
        if self._bar is None or self._task is None:
            return
        assets = f"{standing.done} of {standing.total} assets" if standing.total else ""
        eta = f"about {standing.eta_s:.0f} s" if standing.eta_s >= 1 else ""
        self._bar.update(
            self._task,
            description=" ".join(standing.doing.split())[:WIDTH],
            completed=standing.done,
            total=standing.total or None,
            left=", ".join(part for part in (assets, eta) if part),
        )


@contextmanager
def watching(shown: bool) -> Iterator[Watch]:
    """A watch that is ``shown`` where standard error is a terminal."""
    if not shown or not sys.stderr.isatty():
        yield Watch(None)
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[left]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Watch(bar)
