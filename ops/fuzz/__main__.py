"""``python -m ops.fuzz [--runs N] [--sockets N] [--seed N] [--door NAME] [--keep]``.

Most runs are of the doors without their sockets; ``--sockets`` frames go to a real gateway with
authentication on. The exit status is 0 only if nothing crashed, leaked or was told to a stranger.
A run by all doors is a figure, too, and is written down where those are.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

import click

from ops.fuzz import corpus, figures, sockets
from ops.fuzz.doors import doors
from ops.fuzz.running import Found, fuzz, share


@click.command()
@click.option("--runs", type=int, default=100_000, show_default=True, help="Without sockets.")
@click.option("--sockets", "over_sockets", type=int, default=5_000, show_default=True)
@click.option("--seed", type=int, default=None, help="Draw the same input again.")
@click.option("--door", "only", default="", help="Only this one.")
@click.option("--keep", is_flag=True, help="Keep what was interesting in tests/fuzz/corpus.")
def main(runs: int, over_sockets: int, seed: int | None, only: str, keep: bool) -> None:
    """Mutate, enter, look."""
    chosen = random.SystemRandom().randrange(10**6) if seed is None else seed
    click.echo(f"seed {chosen}")
    entered = [d for d in doors() if only in ("", d.name)]
    came: list[Found | sockets.Told] = []
    for door in entered:
        found = fuzz(door, share(entered, runs), chosen)
        click.echo(found.line())
        _complain(found)
        came.append(found)
        if keep:
            corpus.write(door.name, found.outcomes)
    if over_sockets and not only:
        told = sockets.fuzz(over_sockets, chosen)
        click.echo(told.line())
        for what in told.bad:
            click.echo(f"BAD {what}", err=True)
        came.append(told)
    if not only:
        figures.write(came)
    sys.exit(not all(one.is_clean for one in came))


def _complain(found: Found) -> None:
    for what, data in found.bad.items():
        path = Path(tempfile.gettempdir()) / f"scenestream-fuzz-{found.door}.bin"
        path.write_bytes(data)
        click.echo(f"BAD {found.door}: {what}\n    {path}: {data[:80]!r}", err=True)


if __name__ == "__main__":
    main()
