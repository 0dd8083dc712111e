"""What small plants share: pots, soil, stems. No noun of its own."""

from __future__ import annotations

from consumers.greybox.model import stuff

STEM = stuff("plant", "#5a8a3f")
