"""Run figures and write them down: ``python -m ops.bench [--only NAME]``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from ops.bench.figure import Figure
from ops.collector import look_seldom

FIGURES = (
    "first_light",
    "quick",
    "steps",
    "chain",
    "memory",
    "fold",
    "seek",
    "fork",
    "archive",
    "scenes",
    "assets",
    "gateway",
)
RESULTS = Path(__file__).parent / "results" / "latest.json"


@click.command()
@click.option("--only", default="", help=f"One of: {', '.join(FIGURES)}.")
def main(only: str) -> None:
    """Measure, print a line a figure, and merge them into results/latest.json."""
    look_seldom()  # as every command of the product does
    names = [n for n in FIGURES if not only or n == only]
    if not names:
        raise click.BadParameter(f"{only!r}; figures are {', '.join(FIGURES)}", param_hint="--only")
    run(names)


def run(names: Sequence[str]) -> None:
    """Measure the figures called ``names``, print them and write them down."""
    for name in names:
        click.echo(f"{name}:")
        figures: list[Figure] = import_module(f"ops.bench.{name}").measure()
        for figure in figures:
            click.echo(f"  {told(figure)}")
        write_down(figures)
    click.echo(f"written to {RESULTS}")


def told(figure: Figure) -> str:
    """The figure beside its target, in a line."""
    verdict = {True: "met", False: "NOT MET", None: "recorded"}[figure.met]
    beside = "" if figure.against is None else f"  against {figure.against:,.2f}"
    times = "" if figure.ratio is None else f"  ratio {figure.ratio:.2f}"
    goal = "" if figure.target is None else f"  target {figure.target:g}"
    return (
        f"{figure.name:<44} {figure.value:>10,.2f} {figure.unit:<8}{beside}{times}{goal}  {verdict}"
    )


def write_down(figures: Sequence[Figure]) -> None:
    """Merge them into ``RESULTS``."""
    known: dict[str, dict[str, object]] = {}
    if RESULTS.exists():
        known = {row["name"]: row for row in json.loads(RESULTS.read_text("utf-8"))}
    known.update((f.name, f.document()) for f in figures)
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(list(known.values()), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
