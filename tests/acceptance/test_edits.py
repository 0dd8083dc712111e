"""Edits of a scene, as the shipping client gets and applies them."""

from __future__ import annotations

from typing import Any

from tests.acceptance.stack import Up
from tests.acceptance.unity import Unity, nodes, unity

ROOM = "a room with a red sofa, a wooden table, a rug and a vase on the table"


async def id_of(document: dict[str, Any], word: str) -> str:
    (found,) = [n["id"] for name, n in nodes(document).items() if word in name.lower()]
    return str(found)


async def room(client: Unity) -> dict[str, Any]:
    document, _ = await client.scene(ROOM)
    return document


async def test_an_added_thing_comes_with_its_glb(stack: Up) -> None:
    async with unity(stack.ws) as client:
        await room(client)
        update, glbs = await client.edit("add a floor lamp next to the sofa")
    (added,) = update["objects_to_add"]
    (component,) = added["scene_object"]["components"]
    assert "lamp" in added["scene_object"]["name"].lower()
    assert set(glbs) == {component["id"]}
    assert update["objects_to_delete"] == []


async def test_a_removed_thing_is_deleted_by_its_id(stack: Up) -> None:
    async with unity(stack.ws) as client:
        document = await room(client)
        update, glbs = await client.edit("remove the rug")
    assert update["objects_to_delete"] == [await id_of(document, "rug")]
    assert (update["objects_to_add"], glbs) == ([], {})


async def test_a_moved_thing_is_updated_and_nothing_else(stack: Up) -> None:
    async with unity(stack.ws) as client:
        document = await room(client)
        update, _ = await client.edit("move the sofa one meter to the left")
    (moved,) = update["objects_to_update"]
    sofa = await id_of(document, "sofa")
    assert moved["id"] == sofa
    assert "position" in moved
    assert update["objects_to_add"] == update["objects_to_delete"] == []


async def test_a_recoloured_thing_is_regenerated_with_its_new_glb(stack: Up) -> None:
    async with unity(stack.ws) as client:
        document = await room(client)
        update, glbs = await client.edit("make the sofa blue")
    (again,) = update["objects_to_regenerate"]
    assert again["id"] == await id_of(document, "sofa")
    assert set(glbs) == {again["new_id"]}


async def test_a_replaced_thing_keeps_its_place_under_a_new_name(stack: Up) -> None:
    async with unity(stack.ws) as client:
        document = await room(client)
        update, glbs = await client.edit("replace the sofa with a bench")
    (again,) = update["objects_to_regenerate"]
    assert again["id"] == await id_of(document, "sofa")
    assert "bench" in again["new_name"].lower()
    assert set(glbs) == {again["new_id"]}


async def test_what_stood_on_a_removed_table_comes_down_and_stays(stack: Up) -> None:
    async with unity(stack.ws) as client:
        document = await room(client)
        update, _ = await client.edit("remove the table")
    table, vase = await id_of(document, "table"), await id_of(document, "vase")
    assert table in update["objects_to_delete"]
    (kept,) = [a["scene_object"] for a in update["objects_to_add"]]
    assert kept["id"] == vase
    assert abs(kept["position"]["y"]) < 0.01


async def test_an_edit_without_a_scene_is_a_clear_error(stack: Up) -> None:
    async with unity(stack.ws) as client:
        answer = await client.ask("remove the chair")
        assert answer.type == "error"
        assert answer.status != 200
        assert "scene" in answer.text
        assert (await client.ask("hello")).type == "unrelated_response"


async def test_edits_sent_at_once_are_all_applied_in_turn(stack: Up) -> None:
    async with unity(stack.ws) as client:
        await room(client)
        for thing in ("a lamp", "a plant", "a chair"):
            await client.send(type="text", text=f"add {thing}")
        updates = [await client.answer() for _ in range(3)]
    assert [u.type for u in updates] == ["modify_3d_scene"] * 3
