"""How far a long command is: a bar on a terminal, nothing where nobody looks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from streams.bundles.bundle import Said


@contextmanager
def progress(what: str) -> Iterator[Said]:
    """Whom to tell how far ``what`` is; see ``streams.bundles.bundle.Said``."""
    if not sys.stderr.isatty():
        yield lambda of, done, total: None
        return
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    console = Console(stderr=True)
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
        task = bar.add_task(what, total=None)

        def say(of: str, done: int, total: int) -> None:
            bar.update(task, description=f"{what}: {of}", completed=done, total=total or None)

        yield say
