"""A mesh engine that shares its GPU with others: its model may have to make room and come back."""

from __future__ import annotations

from collections.abc import Callable

from consumers.handler import Watch
from consumers.mesh.port import Made, Sculptor, Wish
from consumers.residency import Lodger, Residency
from schemas.provenance import ModelCard


class LodgedSculptor:
    """Stands for the engine of ``lodger``, which is loaded again when it had to go. Implements
    ``Sculptor``."""

    def __init__(self, lodger: Lodger[Sculptor], engine: Sculptor) -> None:
        self._lodger = lodger
        self.name: str = engine.name
        self.card: ModelCard = engine.card
        self.needs_mib = lodger.needs_mib or 0
        backends: tuple[str, ...] | None = getattr(engine, "backends", None)
        if backends is not None:
            self.backends = backends

    def sculpt(self, wish: Wish, watch: Watch) -> Made:
        """See the port. Raises what loading raises, too."""
        with self._lodger.use() as engine:
            return engine.sculpt(wish, watch)


def lodged(residency: Residency, name: str, load: Callable[[], Sculptor]) -> LodgedSculptor:
    """The engine, loaded. Raises what ``load`` raises, and ``DoesNotFit``."""
    lodger = residency.admit(name, load)
    with lodger.use() as engine:
        return LodgedSculptor(lodger, engine)
