"""Several things asked for in one sentence, by the embedded engines: each an answer, one end."""

from __future__ import annotations

import json

from tests.acceptance.stack import Up
from tests.acceptance.unity import unity


async def test_each_thing_that_is_asked_for_comes_in_order_as_it_is_ready(stack: Up) -> None:
    async with unity(stack.ws) as client:
        words = "a picture of a dragon and a garden scene with two trees; a 3d model of a lamp"
        await client.send(type="text", text=words)
        frames = [await client.receive() for _ in range(3)]
        assert [f.type for f in frames] == [
            "generate_image", "generate_3d_scene", "generate_3d_object",
        ]  # fmt: skip
        assert [json.loads(f.metadata or "{}").get("more", False) for f in frames] == [
            True, True, False,
        ]  # fmt: skip
        assert [len(f.assets) for f in (frames[0], frames[2])] == [1, 1]
        (garden,) = json.loads(frames[1].metadata)["graph"]
        names = [child["name"] for child in garden["children"]]
        assert sum(name.startswith("tree") for name in names) == 2
        update, _ = await client.edit("add a bench")
        assert len(update["objects_to_add"]) == 1


async def test_a_library_is_emptied_by_a_plain_yes_alone(stack: Up) -> None:
    async with unity(stack.ws) as client:
        for words, told in (
            ("clear the database", "Shall I delete the whole library"),
            ("yes, and tell me a joke", "I can only help"),
            ("yes", "What shall I build"),
            ("clear the database", "Shall I delete the whole library"),
            ("no", "All right, nothing was deleted."),
            ("delete the asset heffalump", 'Shall I delete the asset "heffalump"'),
            ("yes", "There is no asset called"),
        ):
            frame = await client.ask(words)
            assert frame.text.startswith(told), (words, frame.text)
