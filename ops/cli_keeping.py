"""The commands that keep sessions, move them, and get rid of them."""

from __future__ import annotations

import click

COMMANDS: tuple[click.Command, ...] = ()
