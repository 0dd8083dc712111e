"""What ornaments share. No noun of its own."""

from __future__ import annotations

from consumers.greybox.model import stuff

PAPER = stuff("paper", "#f6f3ea")
