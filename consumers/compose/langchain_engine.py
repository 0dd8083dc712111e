"""Places proposed by a language model: for what stands on the floor, in the room's own metres.

Nothing is believed: the solver takes the nearest place that breaks no rule, and the certificate
says how many places were kept. Without a useful answer the solver places alone.
"""

from __future__ import annotations

from math import isfinite

from pydantic import BaseModel, Field

from consumers.chat.asking import as_data, ask
from consumers.chat.inquiry import Inquiry
from consumers.chat.models import ChatModel
from consumers.layout.model import Room
from schemas.decomposition import Decomposition, ProposedPlace, RelationKind, Wish
from schemas.ids import NodeId

ROLE = (
    "You furnish a place seen from above. Give each of THINGS the x and z of its middle, in "
    "metres, and a yaw in degrees: x grows to the right, z away from the viewer, who looks from "
    "the front; yaw 0 faces away from the viewer, 90 faces right, 180 faces the viewer. Keep to "
    "PLACE's bounds and to RELATIONS, leave ways to walk, let things not touch."
)
HELD = frozenset({
    RelationKind.ON, RelationKind.IN, RelationKind.UNDER, RelationKind.ABOVE, RelationKind.ON_WALL,
    RelationKind.HANGING_FROM, RelationKind.STACKED,
})  # fmt: skip
"""Whatever is so has its place by what holds it."""
MOST_THINGS = 80


class PlaceSaid(BaseModel):
    id: str
    x: float
    z: float
    yaw: float | None = Field(None, description="degrees")


class PlacesSaid(BaseModel):
    places: list[PlaceSaid]


class LangChainProposer:
    """Implements ``Proposer`` on a chat model."""

    def __init__(self, model: ChatModel) -> None:
        self._model, self.name = model, model.name

    def propose(
        self, plan: Decomposition, room: Room, inquiry: Inquiry
    ) -> tuple[ProposedPlace, ...]:
        held = {r.subject for r in plan.relations if r.kind in HELD}
        free = {w.id: w for w in plan.wishes if w.id not in held}
        if not free:
            return ()
        asked = ask(
            self._model,
            PlacesSaid,
            [("system", ROLE), *_told(plan, room, free)],
            check=lambda said: [] if _places(said, free, room) else [_NONE],
            better=lambda said: _doubtful(said, free, room),
            inquiry=inquiry,
        )
        if asked.value is None:
            inquiry.give_up(self.name, instead="layout")
            return ()
        return _places(asked.value, free, room)


_NONE = "places: none is of a thing that is asked for and within the bounds"


def _told(plan: Decomposition, room: Room, free: dict[NodeId, Wish]) -> list[tuple[str, str]]:
    place = {
        "name": plan.setting.name,
        "kind": plan.setting.kind,
        "x": [round(room.left, 2), round(room.right, 2)],
        "z": [round(room.front, 2), round(room.back, 2)],
    }
    things = [
        {"id": w.id, "name": w.name, "size": [round(v, 2) for v in w.recipe.size]}
        for w in list(free.values())[:MOST_THINGS]
    ]
    relations = [
        " ".join([r.subject, r.kind, *r.targets]) for r in plan.relations if r.subject in free
    ]
    told = (("PLACE", place), ("THINGS", things), ("RELATIONS", relations[:MOST_THINGS]))
    return [("human", as_data(name, value)) for name, value in told]


def _places(said: PlacesSaid, free: dict[NodeId, Wish], room: Room) -> tuple[ProposedPlace, ...]:
    """The places that are of a thing and in the room, one each."""
    found: dict[NodeId, ProposedPlace] = {}
    for place in said.places[: 4 * MOST_THINGS]:
        node = NodeId(place.id)
        if node in free and node not in found and _is_in(place, room):
            yaw = place.yaw % 360.0 if place.yaw is not None and isfinite(place.yaw) else None
            found[node] = ProposedPlace(
                node=node, x=round(place.x, 3), z=round(place.z, 3), yaw=yaw
            )
    return tuple(found.values())


def _is_in(place: PlaceSaid, room: Room) -> bool:
    return room.left <= place.x <= room.right and room.front <= place.z <= room.back


def _doubtful(said: PlacesSaid, free: dict[NodeId, Wish], room: Room) -> list[str]:
    told = [f"{p.id[:60]!r} is no id of THINGS" for p in said.places if p.id not in free][:4]
    told += [f"{p.id!r} is outside" for p in said.places if p.id in free and not _is_in(p, room)][
        :4
    ]
    missing = sorted(set(free) - {p.id for p in said.places})
    if missing:
        told.append(f"there is no place for {missing[:8]}")
    return told
