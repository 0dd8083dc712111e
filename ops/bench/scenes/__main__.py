"""``python -m ops.bench.scenes``: the figure with what went wrong, or pictures of the scenes."""

from __future__ import annotations

from itertools import groupby

import click

from ops.bench.__main__ import run
from ops.bench.scenes import FAILURES
from ops.collector import look_seldom


@click.command()
@click.option("--failures", is_flag=True, help="Print what was not as expected, by kind.")
@click.option("--pictures", is_flag=True, help="Draw the prompts' scenes, and measure nothing.")
def main(failures: bool, pictures: bool) -> None:
    """Judge the scenes of the prompts, the edits and the infeasible wishes."""
    look_seldom()
    if pictures:
        from ops.bench.scenes.pictures import contact_sheet

        click.echo(f"drawn to {contact_sheet(FAILURES.parent / 'scenes.png')}")
        return
    run(["scenes"])
    if failures:
        _print()


def _print() -> None:
    import json

    listed = sorted(json.loads(FAILURES.read_text("utf-8")), key=lambda f: str(f["check"]))
    for check, found in groupby(listed, key=lambda f: str(f["check"])):
        click.echo(f"\n{check}:")
        for failure in found:
            click.echo(f"  {failure['said'][:160]}")
            click.echo(f"    expected {failure['expected']}; got {failure['got']}")


if __name__ == "__main__":
    main()
