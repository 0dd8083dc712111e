"""What small wheeled things share. No noun of its own."""

from __future__ import annotations

from consumers.greybox.model import stuff

TIRE = stuff("rubber")
