"""Hands and words on the same scene: what a person moved is kept, whenever they moved it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from schemas.scene_v1 import read_snapshot
from streams.connection import connect
from streams.log import Log
from tests.acceptance.person import Person, same
from tests.acceptance.stack import Up
from tests.acceptance.unity import unity

ROOM = "a room with a red sofa, a wooden table, a rug and a vase on the table"


@asynccontextmanager
async def at_work(stack: Up) -> AsyncIterator[Person]:
    """A person with a furnished room."""
    log = Log(await connect(stack.redis))
    async with unity(stack.ws) as socket:
        person = Person(socket, log)
        await person.make(ROOM)
        yield person
    await log.close()


async def test_what_was_moved_by_hand_stays_there_through_edits_by_words(stack: Up) -> None:
    async with at_work(stack) as person:
        person.move("table", 0.25, -0.2)
        await person.export()
        table, vase = person.place("table"), person.place("vase")
        await person.say("make the sofa blue")
        await person.say("move the rug half a metre to the left")
        await person.say("remove the rug")
        assert (person.place("table"), person.place("vase")) == (table, vase)


async def test_words_start_from_where_a_hand_put_a_thing(stack: Up) -> None:
    async with at_work(stack) as person:
        await person.say("remove the rug")
        person.move("sofa", 0.0, -0.3)
        await person.export()
        x, y, z = person.place("sofa")
        await person.say("move the sofa 10 cm to the front")
        assert person.place("sofa") == (x, y, round(z - 0.1, 3))


async def test_a_hands_change_while_an_edit_is_made_is_kept_with_the_edit(stack: Up) -> None:
    async with at_work(stack) as person:
        await person.socket.send(type="text", text="add a floor lamp to the room")
        person.move("rug", 0.2)
        await person.export()
        rug = person.place("rug")
        await person.socket.send(type="text", text="make the sofa blue")
        for _ in range(2):
            person.apply(await person.socket.answer())
        assert person.place("rug") == rug
        assert "floor lamp" in [o.name.lower() for o in person.client.objects.values()]
        before = person.client.export()
        exported, _ = await person.say("remove the vase")
        left = read_snapshot(exported).nodes.keys()
        assert read_snapshot(before).nodes.keys() - left == {
            o for o in read_snapshot(before).nodes if "vase" in o
        }
        assert person.place("rug") == rug


async def test_a_client_that_exports_late_loses_no_edit(stack: Up) -> None:
    async with at_work(stack) as person:
        for text in ("add a floor lamp to the room", "make the floor lamp red", "remove the rug"):
            person.apply(await person.socket.ask(text))  # shown, and never written down
        names = [o.name.lower() for o in person.client.objects.values()]
        assert [n for n in names if "lamp" in n and "light" not in n] == ["red floor lamp"]
        assert "rug" not in names


async def test_edits_sent_at_once_are_made_in_order_each_on_the_one_before(stack: Up) -> None:
    async with at_work(stack) as person:
        x, y, z = person.place("sofa")
        words = ("make the sofa blue", "move the sofa 10 cm to the front", "remove the blue sofa")
        for text in words:
            await person.socket.send(type="text", text=text)
        told = []
        for _ in words[:2]:
            frame = await person.socket.answer()
            person.apply(frame)
            told.append(frame.text)
        assert person.place("blue sofa") == (x, y, round(z - 0.1, 3)), told
        person.apply(await person.socket.answer())
        assert not [o for o in person.client.objects.values() if "sofa" in o.name.lower()]


async def test_an_undo_after_a_hands_change_takes_that_back_first(stack: Up) -> None:
    async with at_work(stack) as person:
        first = person.client.export()
        await person.say("remove the rug")
        less = person.client.export()
        person.move("sofa", 0.3)
        await person.export()
        _, told = await person.say("undo that")
        assert "your own changes" in told
        assert same(person.client.export(), less)
        await person.say("undo that")
        assert same(person.client.export(), first)
