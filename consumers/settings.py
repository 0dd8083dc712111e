"""What the engines of a process are told: where things are, and which engine each stage takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from consumers.assets.limits import USUAL, AssetLimits
from consumers.residency import Residency
from schemas.flow import Stage
from schemas.repeating import SEEDED
from schemas.state import Options


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """``artifacts``: fsspec URL of the store. ``library``: folder of the asset library's index.
    ``cache``: folder for what engines unpack. ``engines``: by stage, else "auto".
    ``seed``: for layouts and organic shapes; the same seed gives the same scene.
    ``options``: of the engine of a stage, by name, as ``consumers/<stage>/options.py`` knows them.
    ``territory``: where this process makes things, an ISO 3166-1 code or ``EU``; "": nobody says.
    ``device_mib``: of a GPU's memory what there is to use; None: what its driver tells.
    ``residency``: which models are in it, in an engine process; None elsewhere.
    ``deployment``: its id, which all of its processes know; "": of none.
    ``assets``: what an asset may be at most.
    """

    artifacts: str
    library: Path
    cache: Path
    engines: Mapping[Stage, str] = field(default_factory=dict)
    seed: int = 0
    territory: str = ""
    deployment: str = ""
    options: Mapping[Stage, Mapping[str, str | int | float | bool]] = field(default_factory=dict)
    device_mib: int | None = None
    residency: Residency | None = field(default=None, compare=False)
    assets: AssetLimits = USUAL

    def engine(self, stage: Stage) -> str:
        """The engine a stage is to take; "auto" takes the best that runs here."""
        return self.engines.get(stage, "auto")

    def otherwise(self, options: Options) -> EngineSettings:
        """The settings of a fork with ``options``."""
        engines = {**self.engines, **{Stage(s): name for s, name in options.engines}}
        return replace(
            self, engines=engines, seed=self.seed if options.seed is None else options.seed
        )


def reaching(options: Options, stage: Stage) -> Options:
    """Of ``options`` those that ``stage`` is told of; for the others its engine need not load
    again. The library keeps each mesh engine's assets apart, so it is told of that."""
    heard = {stage, Stage.MESH} if stage is Stage.LIBRARY else {stage}
    engines = tuple((named, engine) for named, engine in options.engines if named in heard)
    return Options(options.seed if stage in SEEDED else None, engines)
