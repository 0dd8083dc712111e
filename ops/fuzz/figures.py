"""What a run of all doors comes to, in the figures that ``make bench`` writes."""

from __future__ import annotations

from collections.abc import Sequence

import click

from ops.bench.__main__ import RESULTS, told, write_down
from ops.bench.figure import Figure
from ops.fuzz.memory import LEAKED_B
from ops.fuzz.running import Found
from ops.fuzz.sockets import Told


def write(came: Sequence[Found | Told]) -> None:
    """Print the figures beside their limits, and write them down."""
    made = of(came)
    for figure in made:
        click.echo(f"  {told(figure)}")
    write_down(made)
    click.echo(f"written to {RESULTS}")


def of(came: Sequence[Found | Told]) -> list[Figure]:
    """The figures of a run: ``came`` of each of its doors, sockets last."""
    without = [one for one in came if isinstance(one, Found)]
    over = [one for one in came if isinstance(one, Told)]
    frames = sum(one.runs for one in without) + sum(one.sent for one in over)
    bad = sum(len(one.bad) for one in came)
    return [
        Figure("fuzz: mutated frames over all doors", frames, "frames"),
        Figure("fuzz: crashes and bytes told to strangers", bad, "", target=0),
        *(_slope("fuzz: a door's memory, the worst one's", without)),
        *(_slope("fuzz: the gateway's memory", over)),
    ]


def _slope(name: str, came: Sequence[Found | Told]) -> list[Figure]:
    """``[]`` where nothing was measured. What grew by noise alone has no slope to speak of."""
    slopes = [m.slope_b if m.leaks else min(LEAKED_B, m.slope_b) for m in (c.memory for c in came)]
    return [Figure(name, max(slopes), "B/frame", target=LEAKED_B)] if slopes else []
