"""People who are moved onto seats sit, and stand when they leave them."""

from __future__ import annotations

import pytest

from consumers.patch.rules import plan
from schemas.edits import Move, Replace, SceneItem
from schemas.ids import NodeId
from schemas.model import Vec3
from tests.unit.test_language_answers import item

SOFA = item("sofa", "sofa", -1.5, 1.9, (2, 0.85, 0.9))
BED = item("bed", "bed", 1.5, 1.9, (1.6, 1.0, 2.1))
TABLE = item("table", "table", 0, 0, (1.6, 0.75, 0.9))
WAITER = item("waiter", "waiter", 1, -1, (0.62, 1.74, 0.5))
SEATED = SceneItem(
    id=NodeId("waiter"), name="waiter", noun="waiter", size=(0.522, 0.922, 0.47),
    position=Vec3(x=-1.5, y=0.4, z=1.9), on=NodeId("sofa"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "waiter", "posture"),
    [
        ("put the waiter on the sofa", WAITER, "sitting waiter"),
        ("put the waiter on the bed", WAITER, "lying waiter"),
        ("put the waiter on the bed", SEATED, "lying waiter"),
        ("put the waiter next to the table", SEATED, "waiter"),
        ("put the waiter on the table", WAITER, ""),
        ("put the waiter next to the table", WAITER, ""),
    ],
)
def test_who_is_moved_to_a_seat_or_a_bed_is_posed(
    said: str, waiter: SceneItem, posture: str
) -> None:
    edits = plan(said, (SOFA, BED, TABLE, waiter)).edits
    posed = [edit.recipe.label for edit in edits if isinstance(edit, Replace)]
    assert posed == ([posture] if posture else [])
    assert isinstance(edits[0], Move)


def test_who_leaves_a_seat_is_as_tall_as_before() -> None:
    edits = plan("put the waiter next to the table", (SOFA, TABLE, SEATED)).edits
    posed = next(edit for edit in edits if isinstance(edit, Replace))
    assert posed.recipe.size[1] == pytest.approx(1.74, abs=0.02)
