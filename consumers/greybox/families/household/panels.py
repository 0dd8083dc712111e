"""What the fronts of appliances are made of. No noun of its own."""

from __future__ import annotations

from consumers.greybox.model import stuff

DARK_GLASS = stuff("porcelain", "#1c2228")
