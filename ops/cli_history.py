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


COMMANDS = (show,)
