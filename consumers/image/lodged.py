"""An image engine that shares its GPU: its model may have to make room, and come back."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from consumers.handler import Watch
from consumers.image.port import Painter, Picture, Wish
from consumers.residency import Lodger, Residency
from schemas.errors import ScenestreamError
from schemas.provenance import ModelCard


class LodgedPainter:
    """Stands for the engine of ``lodger``, which is loaded again when it had to go. Implements
    ``Painter``."""

    def __init__(
        self, lodger: Lodger[Painter], engine: Painter, alike: Callable[[Wish], Hashable]
    ) -> None:
        self._lodger, self._alike = lodger, alike
        self.name: str = engine.name
        self.card: ModelCard = engine.card
        self.batch: int = engine.batch
        self.needs_mib = lodger.needs_mib or 0

    def alike(self, wish: Wish) -> Hashable:
        return self._alike(wish)  # asked while the engine works, or is away

    def paint(
        self, wishes: Sequence[Wish], watches: Sequence[Watch]
    ) -> Sequence[Picture | ScenestreamError]:
        """See the port. Raises what loading raises, too."""
        with self._lodger.use() as engine:
            return engine.paint(wishes, watches)


def lodged(
    residency: Residency,
    name: str,
    load: Callable[[], Painter],
    alike: Callable[[Wish], Hashable],
) -> LodgedPainter:
    """The engine, loaded. ``alike``: as its own, without it. Raises what ``load`` raises, and
    ``DoesNotFit``."""
    lodger = residency.admit(name, load)
    with lodger.use() as engine:
        return LodgedPainter(lodger, engine, alike)
