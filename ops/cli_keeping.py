"""The commands that keep sessions, move them, and get rid of them."""

from __future__ import annotations

import click

from ops.cli_options import AT, DATA, JSON, run

DRY_RUN = click.option("--dry-run", is_flag=True, help="Only say what would go; change nothing.")
YES = click.option("--yes", is_flag=True, help="It is meant: what goes does not come back.")
KEEP_LIBRARY = click.option(
    "--keep-library", is_flag=True, help="Leave the library's assets, labels and meshes."
)
RECEIPT = click.option("--receipt", metavar="FILE", help="Add the receipts to FILE, too.")


@click.command()
@DATA
@JSON
@click.option("--idle", metavar="TIME", help="Without an event for so long, as 90s, 24h or 7d.")
@DRY_RUN
@click.argument("sessions", nargs=-1)
def archive(
    data: str | None, as_json: bool, idle: str | None, dry_run: bool, sessions: tuple[str, ...]
) -> None:
    """Move idle sessions from Redis into the artifact store.

    SESSIONS, or with --idle all that are idle for so long.
    """
    from ops.keeping import archiving
    from ops.settings import read

    wanted = archiving.choice(sessions, idle)
    run(archiving.archive, read(data=data), wanted, dry_run, as_json)


@click.command()
@DATA
@JSON
@click.option("-o", "--output", metavar="FILE", help="Where it goes (default: SESSION.scn).")
@click.argument("session")
def bundle(data: str | None, as_json: bool, output: str | None, session: str) -> None:
    """Put a session, events and artifacts, into one file.

    It stands alone, and can be imported anywhere.
    """
    from ops.keeping import bundling
    from ops.settings import read

    run(bundling.bundle, read(data=data), session, output, as_json)


@click.command()
@DATA
@JSON
@AT
@click.option("-o", "--output", metavar="FILE", help="Where it goes, .glb or .zip (scene.glb).")
@click.argument("session")
def export(
    data: str | None, as_json: bool, at: str | None, output: str | None, session: str
) -> None:
    """Write a session's whole scene for other programs.

    As one GLB, or as a zip with its meshes.
    """
    from ops.keeping import exporting
    from ops.settings import read

    run(exporting.export, read(data=data), session, at, output, as_json)


@click.command("import")
@DATA
@JSON
@click.option("--as", "session", metavar="ID", help="Give the session another id.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
def import_(data: str | None, as_json: bool, session: str | None, file: str) -> None:
    """Make a session of a bundle; nothing of it is run again."""
    from ops.keeping import bundling
    from ops.settings import read

    run(bundling.import_, read(data=data), file, session, as_json)


@click.command()
@DATA
@JSON
@click.argument("session", required=False)
@click.option("--all", "every", is_flag=True, help="Every session there is.")
def verify(data: str | None, as_json: bool, session: str | None, every: bool) -> None:
    """Say whether all that was recorded is what the events say.

    Sessions are folded anew and compared with what was kept and sent. Exits with 1 when something
    is wrong.
    """
    from ops.history import verifying
    from ops.settings import read

    run(verifying.verify, read(data=data), session, every, as_json)


@click.command()
@DATA
@JSON
@DRY_RUN
@YES
@click.option("--grace", default="24h", show_default=True, help="Keep what was put within it.")
def gc(data: str | None, as_json: bool, dry_run: bool, yes: bool, grace: str) -> None:
    """Delete the artifacts that nothing names any more."""
    from ops.keeping import collecting
    from ops.keeping.ages import age
    from ops.settings import read

    run(collecting.collect, read(data=data), age(grace), dry_run, yes, as_json)


@click.command()
@DATA
@JSON
@DRY_RUN
@YES
@KEEP_LIBRARY
@RECEIPT
@click.argument("session", required=False)
@click.option("--user", metavar="U", help="All sessions of this user.")
@click.option("--with-forks", is_flag=True, help="Erase the forks of it, too.")
def erase(
    data: str | None,
    as_json: bool,
    dry_run: bool,
    yes: bool,
    keep_library: bool,
    receipt: str | None,
    session: str | None,
    user: str | None,
    with_forks: bool,
) -> None:
    """Erase a session, or a user's, so that nothing of it is left.

    SESSION is an id, or a unique beginning of one.
    """
    from ops.keeping import erasing
    from ops.settings import read

    how = erasing.How(dry_run, yes, as_json, keep_library, receipt)
    run(erasing.erase, read(data=data), session, user, with_forks, how)


@click.command()
@DATA
@JSON
@DRY_RUN
@YES
@KEEP_LIBRARY
@RECEIPT
@click.option("--older-than", required=True, metavar="AGE", help="As 30d: of its last event.")
def retention(
    data: str | None,
    as_json: bool,
    dry_run: bool,
    yes: bool,
    keep_library: bool,
    receipt: str | None,
    older_than: str,
) -> None:
    """Erase the sessions in which nothing happened for long.

    Those with open requests or younger forks are kept.
    """
    from ops.keeping import erasing
    from ops.keeping.ages import age
    from ops.settings import read

    how = erasing.How(dry_run, yes, as_json, keep_library, receipt)
    run(erasing.retention, read(data=data), age(older_than), how)


@click.command()
@DATA
@JSON
@click.argument("session", required=False)
def receipts(data: str | None, as_json: bool, session: str | None) -> None:
    """Show what was erased.

    Of SESSION, by its whole id, whether it was.
    """
    from ops.keeping import erasing
    from ops.settings import read

    run(erasing.show_receipts, read(data=data), session, as_json)


COMMANDS: tuple[click.Command, ...] = (
    archive,
    bundle,
    export,
    import_,
    verify,
    gc,
    erase,
    retention,
    receipts,
)
