"""The commands that look at sessions: any point of them, and how it came to that."""

from __future__ import annotations

import sys

import click

from ops.cli_options import AT, DATA, JSON, run


@click.command()
@DATA
@JSON
@AT
@click.argument("session")
def show(data: str | None, as_json: bool, at: str | None, session: str) -> None:
    """Show a session's scene, requests and artifacts at any point."""
    from ops.history import showing
    from ops.settings import read

    run(showing.show, read(data=data), session, at, as_json)


@click.command()
@DATA
@JSON
@click.argument("a")
@click.argument("b")
def diff(data: str | None, as_json: bool, a: str, b: str) -> None:
    """Compare two sessions, or two points of one.

    Each is SESSION or SESSION@EVENT|TIME|REV. Scenes by name, then requests, artifacts and
    timings. Exits with 1 when the scenes differ.
    """
    from ops.history import diffing
    from ops.settings import read

    run(diffing.diff, read(data=data), a, b, as_json)


@click.command()
@DATA
@JSON
@click.option("--speed", default="1", show_default=True, help="Times as fast as it was, or max.")
@click.option("--from", "begin", metavar="EVENT|TIME|REV", help="Begin after this point.")
@click.option("--to", metavar="EVENT|TIME|REV", help="Stop at this point.")
@click.option("--max-gap", metavar="S", help="Longest silence at speed 1, or max (10).")
@click.option("--paused", is_flag=True, help="Begin paused.")
@click.option("--url", "as_url", is_flag=True, help="Print the URL for clients instead.")
@click.argument("session")
def replay(
    data: str | None,
    as_json: bool,
    speed: str,
    begin: str | None,
    to: str | None,
    max_gap: str | None,
    paused: bool,
    as_url: bool,
    session: str,
) -> None:
    """Show a session's events again, in their own time.

    Here, or to clients by --url. Silences are cut to 10 s. In a terminal: space pauses and goes
    on, enter or the right arrow steps, + and - change the speed, q quits.
    """
    from gateway.replay import MAX_GAP_S, parse_speed
    from gateway.replay_url import Asked, parse_gap
    from ops.history import replaying
    from ops.settings import read

    gap = MAX_GAP_S if max_gap is None else parse_gap(max_gap)
    asked = Asked(session, parse_speed(speed), begin, to, paused, gap)
    if as_url:
        run(replaying.show_url, read(data=data), asked)
    run(replaying.replay, read(data=data), asked, as_json)


@click.command()
@DATA
@JSON
@click.argument("session")
def history(data: str | None, as_json: bool, session: str) -> None:
    """List a session's revisions: what, when, at whose word."""
    from ops.history import revisions
    from ops.settings import read

    run(revisions.history, read(data=data), session, as_json)


@click.command()
@DATA
@JSON
@click.option("--stage", metavar="STAGE[.TASK]", help="Which step, where several are meant.")
@click.option(
    "--engine",
    "engines",
    multiple=True,
    metavar="[STAGE=]ENGINE",
    help="An engine of the step's own stage, or of another.",
)
@click.option("--seed", type=int, help="Another seed than the session's.")
@click.option("--pdb", is_flag=True, help="Stop at the handler's first line, and where it raises.")
@click.argument("names", nargs=-1, required=True, metavar="[SESSION] EVENT|LETTER")
def debug(
    data: str | None,
    as_json: bool,
    stage: str | None,
    engines: tuple[str, ...],
    seed: int | None,
    pdb: bool,
    names: tuple[str, ...],
) -> None:
    """Run a recorded step again, and say how it differs.

    It runs here, and nothing is written. EVENT is what the step made, or what started it; LETTER a
    dead letter. Leaves with 0 when the step would commit what is recorded, else with 3.
    """
    from ops.history.debug import command
    from ops.settings import read

    if len(names) > 2:
        raise click.UsageError("one step at a time: [SESSION] EVENT|LETTER")
    chosen = command.choice(engines, seed, pdb)
    sys.exit(command.debug(read(data=data), names, stage, chosen, as_json))


@click.command()
@DATA
@JSON
@AT
@click.argument("session")
@click.argument("thing", metavar="OBJECT|ASSET|EVENT")
def why(data: str | None, as_json: bool, at: str | None, session: str, thing: str) -> None:
    """Say how a thing came to be, from the spoken word to the mesh.

    OBJECT is a name or id in the session's scene, ASSET an asset's or its bytes' hash.
    """
    from ops.history.why import command
    from ops.settings import read

    run(command.why, read(data=data), session, thing, at, as_json)


@click.command()
@DATA
@JSON
@AT
@click.option("--commercial", is_flag=True, help="It is to be sold, or to serve a business.")
@click.option(
    "--territory",
    "territories",
    multiple=True,
    metavar="CODE",
    help="Where it is to be shipped: ISO codes (DE, GB, US), EU or WORLD; several with commas.",
)
@click.option("--all", "whole", is_flag=True, help="All the session ever had, pictures included.")
@click.option("--strict", is_flag=True, help="What nobody knows the terms of may not ship, too.")
@click.argument("session")
def audit(
    data: str | None,
    as_json: bool,
    at: str | None,
    commercial: bool,
    territories: tuple[str, ...],
    whole: bool,
    strict: bool,
    session: str,
) -> None:
    """Say what of a session may be shipped, and on what terms.

    Where, and for what, options say. The terms of every model count that an asset or the picture
    it was made of went through. Exits with 1 when something may not be shipped.
    """
    from ops.audit import command
    from ops.settings import read

    use = command.use_of(commercial, territories)
    run(command.audit, read(data=data), command.Asked(session, at, whole, strict), use, as_json)


@click.command()
@DATA
@JSON
@AT
@click.option("--prompt", help="Ask for this there; what is open at that point is dropped.")
@click.option("--seed", type=int, help="The seed of its layouts and shapes from there on.")
@click.option(
    "--engine", "engines", multiple=True, metavar="STAGE=ENGINE", help="An engine from there on."
)
@click.option("--mark", help="However often a fork is asked for with this, it is made once.")
@click.argument("session")
def fork(
    data: str | None,
    as_json: bool,
    at: str | None,
    prompt: str | None,
    seed: int | None,
    engines: tuple[str, ...],
    mark: str | None,
    session: str,
) -> None:
    """Begin a new session as SESSION was at a point.

    It goes on from there, with another prompt, seed or engine.
    """
    from ops.history import forking
    from ops.settings import read

    wish = forking.Wish(session, at, prompt, seed, engines, mark)
    run(forking.fork, read(data=data), wish, as_json)


COMMANDS: tuple[click.Command, ...] = (
    show,
    diff,
    replay,
    history,
    debug,
    why,
    audit,
    fork,
)
