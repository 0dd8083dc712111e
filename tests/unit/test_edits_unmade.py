"""Edits whose meshes could not be made: the scene gets what it can, and the answer says so."""

from __future__ import annotations

import pytest

from consumers.patch.apply import Applied, apply_edits
from consumers.patch.rules import plan
from consumers.scene_view import BOX
from schemas.edits import Add
from schemas.ids import NodeId
from schemas.scene import Dynamic, Primitive
from tests.edited_scenes import room


def unmade(said: str) -> Applied:
    """What ``said`` does to the hall when no mesh that it wants could be made."""
    before = room("hall")
    planned = plan(said, before.items, taken_ids=set(before.scene.nodes))
    return apply_edits(before.scene, before.items, planned.edits, {}, 0)


@pytest.mark.parametrize("said", ["add a stool", "add two stools"])
def test_what_is_added_without_its_mesh_is_a_block_and_told(said: str) -> None:
    done = unmade(said)
    assert done.unmet == ("the stool could not be made; a block stands in its place",)
    assert done.touched
    for node in done.touched:
        assert not any(isinstance(c, Dynamic) for c in done.scene.nodes[node].components)
        block = done.scene.nodes[NodeId(f"{node}{BOX}")]
        assert [type(c) for c in block.components] == [Primitive]


def test_what_has_its_mesh_is_not_told_of() -> None:
    before = room("hall")
    planned = plan("add a stool", before.items, taken_ids=set(before.scene.nodes))
    (add,) = planned.edits
    assert isinstance(add, Add)
    looks = {wish.slot: f"mesh-{wish.slot}" for wish in add.wishes}
    assert apply_edits(before.scene, before.items, planned.edits, looks, 0).unmet == ()
