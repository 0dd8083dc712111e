"""A mesh that has passed the asset gate: made once more where it does not.

What does not belong here: what makes a mesh pass (``consumers.assets``).
"""

from __future__ import annotations

from dataclasses import replace

from consumers.assets.errors import AssetRefused
from consumers.assets.gate import NOTE_CHARS, Passed, passed
from consumers.assets.limits import AssetLimits
from consumers.handler import Watch
from consumers.mesh.engine_errors import BrokenMesh, NothingMade
from consumers.mesh.port import Made, Sculptor, Wish
from schemas.errors import ScenestreamError

USELESS = (AssetRefused, BrokenMesh, NothingMade)
"""What another seed may put right."""


def gated(
    engine: Sculptor, wish: Wish, watch: Watch, limits: AssetLimits, *, coarser: bool
) -> tuple[Wish, Made, Passed]:
    """What the engine made and what became of it at the gate; and the wish that it was made of,
    whose seed is another one where the first mesh could not be used.

    ``coarser``: with levels of detail. Raises what was wrong with the first mesh where the second
    is of no use either, and what the engine raises.
    """
    try:
        made = engine.sculpt(wish, watch)
        watch.check()
        return wish, made, passed(made.glb, wish.size, limits, coarser=coarser)
    except USELESS as refused:
        watch.check()
        return _again(engine, wish, watch, limits, coarser, refused)


def _again(
    engine: Sculptor,
    wish: Wish,
    watch: Watch,
    limits: AssetLimits,
    coarser: bool,
    refused: ScenestreamError,
) -> tuple[Wish, Made, Passed]:
    other = replace(wish, seed=wish.seed + 1)
    try:
        made = engine.sculpt(other, watch)
        watch.check()
        found = passed(made.glb, wish.size, limits, coarser=coarser)
    except USELESS:
        raise refused from None
    note = f"made again with seed {other.seed}, since {refused}"[:NOTE_CHARS]
    return other, made, replace(found, mended=(note, *found.mended))
