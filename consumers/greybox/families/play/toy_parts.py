"""What toys share. No noun of its own."""

from __future__ import annotations

from consumers.greybox.model import stuff

CREAM = stuff("wood", "#f0e2c0")
