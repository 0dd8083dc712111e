"""What commands of several files share: options, and how a command is run."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

DATA = click.option(
    "--data", metavar="DIR", help="Folder of this deployment's data (default: the user's)."
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, one document a line.")
ENGINES = click.option(
    "--engine", "engines", multiple=True, metavar="STAGE=ENGINE", help="Choose an engine."
)
AT = click.option(
    "--at",
    metavar="EVENT|TIME|REV",
    help="An event's id, a revision (12), or a time (2026-03-01T12:30, +90s, -10s).",
)


def run(command: Callable[..., Any], *args: Any) -> None:
    """Run an async command to its end and leave with its status."""
    import asyncio

    from ops.collector import look_seldom

    look_seldom()
    try:
        status = asyncio.run(command(*args))
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(status or 0)
