"""From a sentence to a scene, as the shipping client gets it from a running stack."""

from __future__ import annotations

import json
from typing import Any

from schemas.fold import fold
from schemas.ids import SessionId
from schemas.scene_v1 import scene_document
from streams.codec import decode
from streams.connection import connect
from streams.log import Log
from tests.acceptance.stack import Up
from tests.acceptance.unity import Unity, dynamic_ids, nodes, unity
from tests.gltf.validator import validate

ROOM = (
    "A living room with a red sofa, a wooden table with two chairs around it, a vase on the table, "
    "a floor lamp next to the sofa, a bookshelf in the corner and a cat behind the table"
)


async def events_of(up: Up, session: str) -> list[Any]:
    log = Log(await connect(up.redis))
    try:
        return await log.read(SessionId(session))
    finally:
        await log.close()


def place(document: dict[str, Any], word: str) -> dict[str, float]:
    """The world position of the one object whose name has ``word``."""
    (found,) = [n for name, n in nodes(document).items() if word in name.lower()]
    position: dict[str, float] = found["position"]
    return position


async def furnished(client: Unity) -> tuple[dict[str, Any], dict[str, bytes]]:
    return await client.scene(ROOM)


async def test_small_talk_is_answered_in_words(stack: Up) -> None:
    async with unity(stack.ws) as client:
        answer = await client.ask("hello, who are you?")
    assert (answer.type, answer.status) == ("unrelated_response", 200)
    assert answer.text


async def test_a_picture_is_a_png(stack: Up) -> None:
    async with unity(stack.ws) as client:
        answer = await client.ask("draw me a picture of a red chair")
    assert answer.type == "generate_image"
    assert answer.assets[0].data.startswith(b"\x89PNG")


async def test_an_object_is_one_valid_glb_named_after_its_asset(stack: Up) -> None:
    async with unity(stack.ws) as client:
        answer = await client.ask("create a 3d model of a blue armchair")
    assert answer.type == "generate_3d_object"
    (asset,) = answer.assets
    assert asset.filename == f"{asset.id}.glb"
    assert validate(asset.data).errors == 0


async def test_a_scene_brings_every_glb_it_names_and_each_is_valid(stack: Up) -> None:
    async with unity(stack.ws) as client:
        document, glbs = await furnished(client)
    assert dynamic_ids(document) == set(glbs)
    assert len(glbs) >= 7
    for data in glbs.values():
        assert validate(data).errors == 0


async def test_a_scene_keeps_the_relations_that_were_asked_for(stack: Up) -> None:
    async with unity(stack.ws) as client:
        document, _ = await furnished(client)
    table, vase, sofa = (place(document, word) for word in ("table", "vase", "sofa"))
    assert vase["y"] > 0.5
    assert abs(vase["x"] - table["x"]) < 1
    assert abs(vase["z"] - table["z"]) < 1
    lamp, cat = place(document, "lamp"), place(document, "cat")
    assert abs(lamp["x"] - sofa["x"]) + abs(lamp["z"] - sofa["z"]) < 2.5
    assert cat["z"] > table["z"]
    chairs = [n["position"] for name, n in nodes(document).items() if "chair" in name.lower()]
    assert len(chairs) == 2
    assert all(abs(c["x"] - table["x"]) + abs(c["z"] - table["z"]) < 2 for c in chairs)


async def test_the_log_alone_rebuilds_what_the_client_was_sent(stack: Up) -> None:
    async with unity(stack.ws) as client:
        document, _ = await furnished(client)
        from ops.looking import ndjson

        text = [ndjson(event) for event in await events_of(stack, client.session)]
    read = [decode(line, json.loads(line)["id"]) for line in text]
    state = fold(read)
    assert state.scene is not None
    assert scene_document(state.scene) == document


async def test_the_same_prompt_again_is_answered_by_the_library_and_no_mesh_is_made(
    stack: Up,
) -> None:
    async with unity(stack.ws) as first:
        document, _ = await furnished(first)
    async with unity(stack.ws) as second:
        again, _ = await furnished(second)
        types = [event.type for event in await events_of(stack, second.session)]
    assert "mesh.generated" not in types
    assert types.count("asset.matched") == len(dynamic_ids(again))
    assert again == document


async def test_an_unknown_thing_gets_a_stand_in_and_the_answer_says_so(stack: Up) -> None:
    async with unity(stack.ws) as client:
        answer = await client.ask("generate a 3d model of a quantum flumbuster")
    assert answer.type == "generate_3d_object"
    assert "flumbuster" in answer.text
    assert "stand-in" in answer.text
    assert validate(answer.assets[0].data).errors == 0


async def test_two_clients_at_once_each_get_their_own(stack: Up) -> None:
    async with unity(stack.ws) as one, unity(stack.ws) as two:
        await one.send(type="text", text="a 3d model of a green vase")
        await two.send(type="text", text="a 3d model of a yellow lamp")
        first, second = await one.answer(), await two.answer()
    assert "vase" in first.text
    assert "lamp" in second.text
    assert one.session != two.session


async def test_deleting_an_asset_asks_first_and_then_does_it(stack: Up) -> None:
    async with unity(stack.ws) as client:
        made = await client.ask("a 3d model of a purple bathtub")
        label = "purple bathtub"
        assert label in made.text
        asked = await client.ask(f"delete the asset {label}")
        assert asked.type == "unrelated_response"
        assert "?" in asked.text
        done = await client.ask("yes")
        types = [event.type for event in await events_of(stack, client.session)]
    assert done.type == "unrelated_response"
    assert types.count("asset.deleted") == 1


async def test_clearing_the_database_asks_first_and_no_means_no(stack: Up) -> None:
    async with unity(stack.ws) as client:
        asked = await client.ask("clear the database")
        assert "?" in asked.text
        await client.ask("no")
        types = [event.type for event in await events_of(stack, client.session)]
    assert "library.cleared" not in types
