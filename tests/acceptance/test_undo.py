"""Undo, redo and earlier revisions, as the shipping client has them: words like any other."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from streams.connection import connect
from streams.keys import snapshot_key
from streams.log import Log
from tests.acceptance.person import Person, same
from tests.acceptance.stack import Up, cli
from tests.acceptance.unity import unity

SPEECH = Path(__file__).parents[1] / "fixtures" / "speech"
ROOM = "a room with a red sofa, a wooden table and a rug"


async def test_a_scene_is_edited_undone_redone_and_gone_back_to(stack: Up) -> None:
    log = Log(await connect(stack.redis))
    async with unity(stack.ws) as socket:
        person = Person(socket, log)
        assert "There is no change to take back" in await person.refused("undo that")
        first = await person.make(ROOM)
        blue, _ = await person.say("make the sofa blue")
        less, _ = await person.say("remove the rug")
        assert not same(blue, less)

        undone, told = await person.say("undo that")
        assert same(undone, blue)
        assert "took back: removed" in told
        redone, told = await person.say("redo")
        assert same(redone, less)
        assert "made again: removed" in told
        begun, told = await person.say("go back to revision 1")
        assert same(begun, first)
        assert "revision 1 again" in told
        again, _ = await person.say("go back to revision 3")
        assert same(again, less)
        both, told = await person.say("Undo the last two changes, please")
        assert same(both, first)
        assert "2 changes" in told
        assert "nothing was changed since the first scene" in await person.refused("take that back")
        assert "revisions 1 to 8" in await person.refused("show revision 99")

        # What a person does with their hands is a change like any other.
        sofa = next(o for o in person.client.objects.values() if "sofa" in o.name.lower())
        sofa.position = sofa.position + np.array([0.5, 0.0, 0.0])
        await log.redis.set(snapshot_key(socket.session), person.client.export())
        assert "nothing to make again" in await person.refused("redo that")
        back, told = await person.say("undo that")
        assert same(back, first)
        assert "your own changes" in told
    await log.close()


EDITS = (
    "make it night",
    "add a floor lamp next to the sofa",
    "remove the table",
    "replace the sofa with a bench",
    "paint the walls green",
    "make the bench twice as big",
    "move the bench one meter to the right",
    "rotate the bench 45 degrees",
    "dim the lights",
    "remove everything",
    "add two chairs",
)


async def test_every_kind_of_edit_is_taken_back_and_made_again_in_the_client(stack: Up) -> None:
    log = Log(await connect(stack.redis))
    async with unity(stack.ws) as socket:
        person = Person(socket, log)
        seen = [await person.make(f"{ROOM} and a vase on the table")]
        seen += [(await person.say(text))[0] for text in EDITS]
        seen += [await person.make("a garden with a tree and a bench")]
        for before in reversed(seen[:-1]):
            exported, told = await person.say("undo that")
            assert same(exported, before), told
        for after in seen[1:]:
            exported, told = await person.say("redo")
            assert same(exported, after), told
        exported, _ = await person.say("go back to how it was before the floor lamp")
        assert same(exported, seen[1])
    await log.close()


async def test_a_spoken_undo_is_one(stack: Up) -> None:
    log = Log(await connect(stack.redis))
    async with unity(stack.ws) as socket:
        person = Person(socket, log)
        begun = await person.make(ROOM)
        await person.say("remove the rug")
        *_, frame = await socket.say((SPEECH / "undo_rms.wav").read_bytes())
        assert frame.text.startswith("I took back: removed")
        person.client.apply(frame.metadata)
        assert same(person.client.export(), begun)
    await log.close()


async def test_the_revisions_are_listed_with_what_was_asked_for(stack: Up, tmp_path: Path) -> None:
    log = Log(await connect(stack.redis))
    async with unity(stack.ws) as socket:
        person = Person(socket, log)
        await person.make(ROOM)
        await person.say("remove the rug")
        await person.say("undo that")
    await log.close()
    shown = cli(tmp_path, "history", socket.session[:13], REDIS_URL=stack.redis)
    assert [line.split()[0] for line in shown.stdout.splitlines()] == ["1", "2", "3"]
    assert '"remove the rug"' in shown.stdout
    assert "undoes 2" in shown.stdout
    told = cli(tmp_path, "history", socket.session, "--json", REDIS_URL=stack.redis)
    revisions = [json.loads(line) for line in told.stdout.splitlines()]
    assert [r["text"] for r in revisions] == [ROOM, "remove the rug", "undo that"]
    assert revisions[2]["undoes"] == 2
