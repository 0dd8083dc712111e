"""The command line. Commands import what they need when they run, so that it starts at once."""

from __future__ import annotations

import sys
from typing import Any

import click

from ops import cli_history, cli_keeping
from ops.cli_options import DATA, ENGINES, JSON, run

STAGE = click.option("--stage", help="Only dead letters of this stage.")
SESSION = click.option("--session", help="Only of this session (id or prefix).")
CODE = click.option("--code", help="Only with this error code, as EngineDied.")


SECTIONS = {
    "Make, and go on": "up demo send cancel sessions",
    "Look back": "tail show history diff replay why debug audit fork",
    "Keep": "bundle import export verify archive erase retention receipts gc",
    "Operate": "doctor consumers lag broadcast dead repair gate",
}
"""All commands, in the order and by the names under which the README has them."""


class _Reported(click.Group):
    """Shows typed errors as one line with a stable exit status, and no traceback."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands by what they are for, each with the whole of its first sentence."""
        for section, names in SECTIONS.items():
            with formatter.section(section):
                formatter.write_dl(
                    [(n, self.commands[n].get_short_help_str(limit=200)) for n in names.split()]
                )

    def invoke(self, ctx: click.Context) -> Any:
        from ops.terminal import harmless

        with harmless():
            return self._invoked(ctx)

    def _invoked(self, ctx: click.Context) -> Any:
        from schemas.errors import Category, ScenestreamError

        try:
            return super().invoke(ctx)
        except ScenestreamError as known:
            click.echo(f"scenestream: {known.code}: {known}", err=True)
            user = known.category in (Category.BAD_INPUT, Category.MISCONFIGURED)
            ctx.exit(2 if user else 1)
        except BrokenPipeError:
            from ops import pipes

            pipes.give_up()
            ctx.exit(pipes.STATUS)


@click.group(cls=_Reported, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="scenestream", prog_name="scenestream")
def main() -> None:
    """Speech or text into 3D scenes, through an event log on Redis Streams."""


@main.command()
@DATA
@JSON
@click.option("--host", help="Address to listen on (WEBSOCKET_HOST; default 127.0.0.1).")
@click.option("--port", type=click.IntRange(0, 65535), help="Port; 0 takes a free one.")
@click.option(
    "--geometry-port",
    type=click.IntRange(0, 65535),
    help="The geometry server's port (SCENESTREAM_GEOMETRY_PORT; default 7000); 0: none.",
)
@click.option(
    "--geometry-root",
    "geometry_roots",
    multiple=True,
    metavar="DIR",
    help="Allow geometry clients' files below DIR (SCENESTREAM_GEOMETRY_ROOTS).",
)
@click.option("--only", metavar="A,B", help="Run only these: stages, gateway, geometry, archive.")
@click.option("--workers", type=click.IntRange(1, 64), help="Engine processes (default: cores).")
@ENGINES
@click.option("--insecure", is_flag=True, help="Allow a public address without authentication.")
@click.option("--log-level", default="info", show_default=True, help="debug, info, warning, error.")
def up(
    data: str | None,
    as_json: bool,
    host: str | None,
    port: int | None,
    geometry_port: int | None,
    geometry_roots: tuple[str, ...],
    only: str | None,
    workers: int | None,
    engines: tuple[str, ...],
    insecure: bool,
    log_level: str,
) -> None:
    """Run Redis, consumers and the gateway; Ctrl-C drains and stops."""
    from ops import logs, serve
    from ops.geometry_settings import with_geometry
    from ops.settings import read

    logs.configure(log_level, as_json)
    settings = read(data=data, host=host, port=port, engines=engines, insecure=insecure)
    settings = with_geometry(settings, port=geometry_port, roots=geometry_roots)
    run(serve.serve, settings, only, workers, as_json)


@main.command()
@DATA
@click.argument("prompt", required=False)
@click.option("--out", default="out", show_default=True, help="Folder for the result.")
def demo(data: str | None, prompt: str | None, out: str) -> None:
    """Make one scene from start to end, and a picture of it. PROMPT may be in $PROMPT."""
    import os

    from ops import logs
    from ops.demo import PROMPT
    from ops.demo import demo as show
    from ops.settings import read

    logs.configure("warning")
    words = prompt or os.environ.get("PROMPT") or PROMPT
    server = f"scenestream up --data {data}" if data else "make run"
    run(show, read(data=data), words, out, server)


@main.command()
@DATA
@JSON
@click.argument("prompt", required=False)
@click.option("--audio", type=click.Path(exists=True, dir_okay=False), help="A WAV to send.")
@click.option("--session", help="An existing session (id or prefix) to go on with.")
@click.option("--supersede", is_flag=True, help="Cancel what is open in that session.")
@click.option("--url", help="The gateway's WebSocket URL (default: the one running here).")
@click.option("--token", envvar="SCENESTREAM_TOKEN", help="Who asks, where that is checked.")
@click.option("--out", help="Folder to save assets and documents in.")
def send(
    data: str | None,
    as_json: bool,
    prompt: str | None,
    audio: str | None,
    session: str | None,
    supersede: bool,
    url: str | None,
    token: str | None,
    out: str | None,
) -> None:
    """Send a prompt or a recording and wait for the answer."""
    from ops import sending
    from ops.settings import read

    wish = sending.Wish(prompt, audio, session, url, out, supersede, token)
    run(sending.send, read(data=data), wish, as_json)


@main.command()
@DATA
@JSON
@click.argument("text")
@click.option("--user", help="To all sessions of this user (a token's subject).")
@click.option("--everybody", is_flag=True, help="To all sessions.")
@click.option("--url", help="The gateway's URL, to say it as who the token names.")
@click.option("--token", envvar="SCENESTREAM_TOKEN", help="Who says it, where that is checked.")
def broadcast(
    data: str | None,
    as_json: bool,
    text: str,
    user: str | None,
    everybody: bool,
    url: str | None,
    token: str | None,
) -> None:
    """Say TEXT to every client that is connected to a user's sessions."""
    from ops import broadcasting
    from ops.settings import read

    words = broadcasting.Words(text, user, everybody, url, token)
    run(broadcasting.say, read(data=data), words, as_json)


@main.command()
@DATA
@JSON
@click.argument("session")
@click.argument("request", required=False)
def cancel(data: str | None, as_json: bool, session: str, request: str | None) -> None:
    """Cancel a session's open requests, or one of them.

    SESSION and REQUEST are ids, or unique beginnings of them.
    """
    from ops import cancelling
    from ops.settings import read

    run(cancelling.cancel, read(data=data), session, request, as_json)


@main.command()
@DATA
@JSON
def consumers(data: str | None, as_json: bool) -> None:
    """List the consumers: where, what they serve and have done."""
    from ops import membership
    from ops.settings import read

    run(membership.consumers, read(data=data), as_json)


@main.command()
@DATA
@JSON
def lag(data: str | None, as_json: bool) -> None:
    """Say how much work waits for each stage.

    In entries, and in seconds of work.
    """
    from ops import membership
    from ops.settings import read

    run(membership.lag, read(data=data), as_json)


@main.command()
@DATA
@JSON
@click.argument("session", required=False)
def repair(data: str | None, as_json: bool, session: str | None) -> None:
    """Queue again what Redis lost of open requests.

    Consumers do it by themselves, too.
    """
    from ops import repairing
    from ops.settings import read

    run(repairing.repair, read(data=data), session, as_json)


@main.command()
@DATA
@JSON
@click.argument("session")
@click.option("-f", "--follow/--no-follow", help="Go on with new events as they come.")
@click.option("-n", "--lines", type=click.IntRange(0), help="Only the last so many.")
def tail(data: str | None, as_json: bool, session: str, follow: bool, lines: int | None) -> None:
    """Show a session's events; -f goes on with new ones.

    SESSION is an id, or a unique beginning of one.
    """
    from ops import looking
    from ops.settings import read

    run(looking.tail, read(data=data), session, as_json, follow, lines)


@main.command()
@DATA
@JSON
@click.option("--limit", default=50, show_default=True, help="How many, newest first.")
@click.option("--all", "empty", is_flag=True, help="Also those that were opened and no more.")
def sessions(data: str | None, as_json: bool, limit: int, empty: bool) -> None:
    """List the sessions."""
    from ops import looking
    from ops.settings import read

    run(looking.sessions, read(data=data), as_json, limit, empty)


@main.group()
def dead() -> None:
    """Look at what failed for good, run it again, or throw it away."""


@dead.command("list")
@DATA
@JSON
@STAGE
@SESSION
@CODE
@click.option("--limit", default=50, show_default=True, help="How many, newest first.")
def dead_list(
    data: str | None,
    as_json: bool,
    stage: str | None,
    session: str | None,
    code: str | None,
    limit: int,
) -> None:
    """List the dead letters, newest first."""
    from ops import dead
    from ops.settings import read

    run(dead.show_list, read(data=data), dead.wanted(stage, session, code), limit, as_json)


@dead.command("show")
@DATA
@JSON
@click.argument("letter")
def dead_show(data: str | None, as_json: bool, letter: str) -> None:
    """Show all of one letter: input, error, engine, environment.

    LETTER is an id, or a unique beginning of one.
    """
    from ops import dead
    from ops.settings import read

    run(dead.show, read(data=data), letter, as_json)


@dead.command("redrive")
@DATA
@JSON
@STAGE
@SESSION
@CODE
@click.argument("letters", nargs=-1)
@click.option("--all", "every", is_flag=True, help="All that the filters leave, oldest first.")
def dead_redrive(
    data: str | None,
    as_json: bool,
    stage: str | None,
    session: str | None,
    code: str | None,
    letters: tuple[str, ...],
    every: bool,
) -> None:
    """Run the steps of LETTERS again.

    Each once, however often it is asked.
    """
    from ops import dead
    from ops.settings import read

    chosen = dead.choice(letters, every, dead.wanted(stage, session, code))
    run(dead.redrive, read(data=data), chosen, as_json)


@dead.command("drop")
@DATA
@JSON
@STAGE
@SESSION
@CODE
@click.argument("letters", nargs=-1)
@click.option("--all", "every", is_flag=True, help="All that the filters leave.")
@click.option("--yes", is_flag=True, help="Needed to drop more than one.")
def dead_drop(
    data: str | None,
    as_json: bool,
    stage: str | None,
    session: str | None,
    code: str | None,
    letters: tuple[str, ...],
    every: bool,
    yes: bool,
) -> None:
    """Throw LETTERS away for good."""
    from ops import dead
    from ops.settings import read

    chosen = dead.choice(letters, every, dead.wanted(stage, session, code))
    run(dead.drop, read(data=data), chosen, yes, as_json)


@main.command()
@DATA
@ENGINES
@JSON
def doctor(data: str | None, engines: tuple[str, ...], as_json: bool) -> None:
    """Say what this machine can run, and what would raise it."""
    from ops.doctor import doctor as check
    from ops.settings import read

    run(check, read(data=data, engines=engines), as_json)


@main.command("gate")
@DATA
@JSON
@click.option("--size", metavar="W,H,D", help="Metres it is to be large: width, height, depth.")
@click.option("-o", "--output", metavar="FILE", help="Write the asset, and its levels beside it.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
def gate(data: str | None, as_json: bool, size: str | None, output: str | None, file: str) -> None:
    """Say whether a .glb is an asset that clients load; mend it."""
    from ops.gating import check, size_of
    from ops.settings import read

    sys.exit(check(file, size_of(size), output, as_json, read(data=data).assets))


for command in (*cli_history.COMMANDS, *cli_keeping.COMMANDS):
    main.add_command(command)


if __name__ == "__main__":
    main()
