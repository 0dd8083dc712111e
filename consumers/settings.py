"""What the engines of a process are told: where things are, and which engine each stage takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from schemas.flow import Stage


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """``artifacts``: fsspec URL of the store. ``library``: folder of the asset library's index.
    ``cache``: folder for what engines unpack. ``engines``: by stage, else "auto".
    ``seed``: for layouts and organic shapes; the same seed gives the same scene.
    """

    artifacts: str
    library: Path
    cache: Path
    engines: Mapping[Stage, str] = field(default_factory=dict)
    seed: int = 0

    def engine(self, stage: Stage) -> str:
        """The engine a stage is to take; "auto" takes the best that runs here."""
        return self.engines.get(stage, "auto")
