"""What street furniture shares. No noun of its own."""

from __future__ import annotations

from consumers.greybox.model import stuff

PAPER = stuff("paint", "#f6f4ee")
