"""What electronics share. No noun of its own."""

from __future__ import annotations

from consumers.greybox.model import stuff

CHROME = stuff("chrome")
