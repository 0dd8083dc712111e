"""The certificate as it stands in events, of a fresh layout or of a scene that was edited.

Version 2. JSON values only: what is infinite (no such case) is null. Long lists are cut, so that an
event stays small; their full lengths are among the figures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from math import isfinite

from pydantic import JsonValue

from consumers.layout.certify import certify
from consumers.layout.model import Certificate, Layout, Size, Unmet
from consumers.layout.scenes.readback import placed_of, room_of
from consumers.layout.space.held import held_as
from consumers.layout.space.traits import known_item
from schemas.ids import NodeId
from schemas.scene import Scene

VERSION = 2

MOST_LISTED = 24
"""So many unmet relations and faulty things are listed."""


def certificate_of(layout: Layout) -> dict[str, JsonValue]:
    """The certificate of a fresh layout, with what could not be kept."""
    if layout.certificate is None:
        return {}
    told = _document(layout.certificate)
    told["relations_kept"] = layout.certificate.relations_kept
    told["relations_total"] = layout.certificate.relations_total
    told["unmet"] = [_unmet(u) for u in layout.unmet[:MOST_LISTED]]
    told["unmet_total"] = len(layout.unmet)
    return told


def certificate_of_scene(
    scene: Scene, sizes: Mapping[NodeId, Size], nouns: Mapping[NodeId, str]
) -> dict[str, JsonValue]:
    """The certificate of a scene as it stands, edited or moved by hand.

    ``sizes``: world metres of its things; ``nouns``: what they are, "" or missing: unknown. Which
    relations words asked for is not known here, so none are counted.
    """
    things, room = placed_of(scene, sizes), room_of(scene)
    items = {p.id: known_item(p.id, nouns.get(p.id, ""), p.size) for p in things}
    placed = {p.id: p for p in held_as(room, things, items)}
    return _document(certify(room, items, placed, placed))


def _document(certificate: Certificate) -> dict[str, JsonValue]:
    checks = asdict(certificate)
    del checks["relations_kept"], checks["relations_total"]
    listed = [str(n) for n in checks.pop("faulty")]
    figures: dict[str, JsonValue] = {k: _rounded(v) for k, v in checks.items()}
    return {
        "version": VERSION,
        **figures,
        "faulty": [*listed[:MOST_LISTED]],
        "faulty_total": len(listed),
    }


def _rounded(value: float) -> JsonValue:
    if isinstance(value, int):
        return value
    return round(value, 4) if isfinite(value) else None


def _unmet(unmet: Unmet) -> dict[str, JsonValue]:
    told: dict[str, JsonValue] = {"reason": unmet.reason}
    if unmet.node is not None:
        told["subject"] = str(unmet.node)
    relation = unmet.relation
    if relation is not None:
        told |= {"kind": relation.kind.value, "targets": [str(t) for t in relation.targets]}
        if relation.distance is not None:
            told["distance"] = relation.distance
    return told
