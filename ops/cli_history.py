"""The commands that look at sessions: any point of them, and how it came to that."""

from __future__ import annotations

import click

from ops.cli_options import AT, DATA, JSON, run


@click.command()
@DATA
@JSON
@AT
@click.argument("session")
def show(data: str | None, as_json: bool, at: str | None, session: str) -> None:
    """Show a session's scene, requests and artifacts, now or at an earlier point."""
    from ops import showing
    from ops.settings import read

    run(showing.show, read(data=data), session, at, as_json)


@click.command()
@DATA
@JSON
@click.argument("a")
@click.argument("b")
def diff(data: str | None, as_json: bool, a: str, b: str) -> None:
    """Compare two sessions, or two points: each SESSION or SESSION@EVENT|TIME|REV.

    Scenes by name, then requests, artifacts and timings. Exits with 1 when the scenes differ.
    """
    from ops import diffing
    from ops.settings import read

    run(diffing.diff, read(data=data), a, b, as_json)


COMMANDS = (show, diff)
