"""What instruments share. No noun of its own."""

from __future__ import annotations

from consumers.greybox.model import stuff

SPRUCE = stuff("wood", "#d9a860")
