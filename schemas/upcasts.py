"""From what earlier releases wrote to what this one reads: one pure step a version.

A released version's payload never changes. A new version gets a model in ``schemas.events`` and a
step here from the one before it; golden files of both stay for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Payload = dict[str, Any]
Upcast = Callable[[Payload], Payload]


def _as_it_was(payload: Payload) -> Payload:
    """The new version has more members, and what they say by default is what was meant."""
    return payload


UPCASTS: Mapping[tuple[str, int], Upcast] = {
    ("session.opened", 1): _as_it_was,  # v2: whose it is
    ("request.accepted", 1): _as_it_was,  # v2: requests for geometry
    ("request.accepted", 2): _as_it_was,  # v3: under review
    ("agent.thought", 1): _as_it_was,  # v2: what is to be done after its action
    ("agent.observed", 1): _as_it_was,  # v2: whether the agent goes on
    ("scene.patched", 1): _as_it_was,  # v2: what it undoes or redoes
    ("scene.patched", 2): _as_it_was,  # v3: a certificate
    ("scene.decomposed", 1): _as_it_was,  # v2: opposite, distances, the shape of a room
    ("scene.decomposed", 2): _as_it_was,  # v3: held until it is approved of
    ("scene.decomposed", 3): _as_it_was,  # v4: walls in the open, floors that end
    ("edit.planned", 1): _as_it_was,  # v2: opposite, distances
    ("edit.planned", 2): _as_it_was,  # v3: what goes along with a thing
    ("edit.planned", 3): _as_it_was,  # v4: another size of the place
    ("model.answered", 1): _as_it_was,  # v2: tokens
    ("asset.missed", 1): _as_it_was,  # v2: what wrote the prompt
    ("mesh.generated", 1): _as_it_was,  # v2: what the asset gate found, made and mended
    ("geometry.generated", 1): _as_it_was,  # v2: what the asset gate found and mended
    ("asset.matched", 1): _as_it_was,  # v2: levels of detail, a collider
    ("asset.registered", 1): _as_it_was,  # v2: levels of detail, a collider
    ("progress.reported", 1): _as_it_was,  # v2: a preview
}
"""``(type, v)`` to the step that makes its payload one of ``v + 1``."""


def upcast(kind: str, version: int, payload: Payload) -> tuple[int, Payload]:
    """The payload in the newest version there are steps to, and that version."""
    while (step := UPCASTS.get((kind, version))) is not None:
        version, payload = version + 1, step(payload)
    return version, payload
