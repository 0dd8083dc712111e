"""The commands that keep sessions, move them, and get rid of them."""

from __future__ import annotations

import click

from ops.cli_options import DATA, JSON, run


@click.command()
@DATA
@JSON
@click.option("--idle", metavar="TIME", help="Without an event for so long, as 90s, 24h or 7d.")
@click.option("--dry-run", is_flag=True, help="Only say what would be archived.")
@click.argument("sessions", nargs=-1)
def archive(
    data: str | None, as_json: bool, idle: str | None, dry_run: bool, sessions: tuple[str, ...]
) -> None:
    """Move idle SESSIONS (without any: all that are idle) from Redis into the artifact store."""
    from ops import archiving
    from ops.settings import read

    wanted = archiving.choice(sessions, idle)
    run(archiving.archive, read(data=data), wanted, dry_run, as_json)


COMMANDS: tuple[click.Command, ...] = (archive,)
