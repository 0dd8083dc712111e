"""The commands that keep sessions, move them, and get rid of them."""

from __future__ import annotations

import click

from ops.cli_options import DATA, JSON, run


@click.command()
@DATA
@JSON
@click.option("-o", "--output", metavar="FILE", help="Where it goes (default: SESSION.scn).")
@click.argument("session")
def bundle(data: str | None, as_json: bool, output: str | None, session: str) -> None:
    """Put a session's events and artifacts into one file, which stands alone anywhere."""
    from ops import bundling
    from ops.settings import read

    run(bundling.bundle, read(data=data), session, output, as_json)


@click.command("import")
@DATA
@JSON
@click.option("--as", "session", metavar="ID", help="Give the session another id.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
def import_(data: str | None, as_json: bool, session: str | None, file: str) -> None:
    """Make a session of a bundle; nothing of it is run again."""
    from ops import bundling
    from ops.settings import read

    run(bundling.import_, read(data=data), file, session, as_json)


@click.command()
@DATA
@JSON
@click.argument("session", required=False)
@click.option("--all", "every", is_flag=True, help="Every session there is.")
def verify(data: str | None, as_json: bool, session: str | None, every: bool) -> None:
    """Fold sessions anew and compare with all that was recorded of them, and sent."""
    from ops import verifying
    from ops.settings import read

    run(verifying.verify, read(data=data), session, every, as_json)


COMMANDS: tuple[click.Command, ...] = (bundle, import_, verify)
