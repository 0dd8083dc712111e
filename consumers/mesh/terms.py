"""On what terms an engine's model runs here, and whether they allow it to run at all.

What does not belong here: the terms themselves (``consumers.cards``), and whether what was made may
be shipped.
"""

from __future__ import annotations

from consumers.cards import card
from consumers.mesh.engine_errors import OutsideTerritory
from consumers.weights import Weights, short_name
from schemas.provenance import ModelCard
from schemas.territories import overlap, told


def terms(kind: str, weights: Weights, index: str) -> ModelCard:
    """The card of the weights that an engine of ``kind`` loads; ``index``: the file that lists it.

    A folder's are taken to be the kind's own: nobody escapes a licence by copying its weights.
    """
    revision = weights.revision_by(index)
    if weights.is_local:
        return card(f"{kind}:{short_name(weights.model)}", revision)
    found = card(weights.model, revision)
    return card(f"{kind}:{weights.model}", revision) if found.is_unknown else found


def check_territory(engine: str, model: ModelCard, territory: str) -> None:
    """Raise ``OutsideTerritory`` unless ``model``'s licence holds in ``territory``, all of it.

    Where a licence excludes places, the operator has to say where this process runs.
    """
    if not model.excluded:
        return
    if not territory or overlap([territory], model.excluded):
        raise OutsideTerritory(engine, model.licence, told_all(model), territory)


def told_all(model: ModelCard) -> str:
    """The places that ``model``'s licence excludes, in words."""
    return told(overlap(model.excluded, ["WORLD"]))
