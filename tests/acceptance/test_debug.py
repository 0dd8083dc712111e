"""`scenestream debug` and `why` on a session that the real stack made, and nothing is written."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from redis import Redis

from ops.history.debug.finding import NoStep, find
from ops.history.debug.trial import Choice, run
from ops.history.debug.verdict import Verdict, judge
from ops.looking import artifacts_of, opened, past
from ops.settings import read
from schemas.events import Event
from schemas.wire_pb2 import MediaAsset
from streams.keys import Keys
from tests.acceptance.stack import cli, up
from tests.acceptance.unity import Unity, unity
from tests.integration.servers import server

SPEECH = Path(__file__).parents[1] / "fixtures" / "speech" / "create_room_rms.wav"
NOISE = MediaAsset(id="voice", data=b"this is no recording", filename="voice.wav")
FROM_OUTSIDE = {"session.opened", "request.accepted"}
STEPS = {
    "asr.transcribe", "agent.decide", "agent.observe", "prompt.improve", "decompose.decompose",
    "library.find", "library.register", "library.delete", "image.draw", "mesh.make",
    "compose.block_out", "compose.compose", "patch.plan", "patch.apply",
}  # fmt: skip


@dataclass
class Past:
    """A deployment whose stack has stopped. ``first``, ``second``: its sessions."""

    data: Path
    redis: str
    first: str = ""
    second: str = ""

    async def live(self, url: str) -> None:
        """Everything a person does, and something that fails."""
        async with unity(url) as client:
            self.first = client.session
            frames = await client.say(SPEECH.read_bytes())
            assert frames[-1].type == "generate_3d_scene", frames[-1].text
            for wish in (
                "add a floor lamp next to the sofa",
                "make the sofa blue",
                "move the sofa 30 cm forward",
                "a picture of a cat",
                "a 3d model of a teapot",
                "a 3d model of a teapot",
                "make it night",
            ):
                answer = await client.ask(wish)
                assert answer.status == 200, (wish, answer.text)
            await self.fail(client)
        async with unity(url) as client:
            self.second = client.session
            await client.scene("a room with a red sofa and a floor lamp")
            for wish in ("please delete the asset red sofa", "yes"):
                await client.ask(wish)
            await client.ask("a 3d model of a red sofa")  # and it is made anew

    async def fail(self, client: Unity) -> None:
        """An edit that changes nothing, a recording that is none."""
        assert (await client.ask("remove the piano")).type == "error"
        await client.send(type="audio", assets=[NOISE])
        assert (await client.answer()).status == 400

    def cli(self, *arguments: str) -> tuple[int, str, str]:
        """A command of the product: its status, what it printed, what it said."""
        done = cli(self.data, *arguments, REDIS_URL=self.redis)
        assert "Traceback (most" not in done.stderr, done.stderr
        return done.returncode, done.stdout, done.stderr

    def documents(self, *arguments: str) -> list[dict[str, Any]]:
        """What a command prints for programs."""
        _, printed, told = self.cli(*arguments, "--json")
        assert printed, told
        return [json.loads(row) for row in printed.splitlines()]

    def events(self, session: str) -> list[dict[str, Any]]:
        return self.documents("tail", session, "--no-follow")

    def last(self, session: str, kind: str) -> str:
        """The last event of a type."""
        return str([one["id"] for one in self.events(session) if one["type"] == kind][-1])

    def everything(self) -> dict[str, str]:
        """A digest of each key of Redis, of each artifact, of the library and what is unpacked."""
        found: dict[str, str] = {}
        with Redis.from_url(self.redis) as redis:
            for key in redis.scan_iter(count=1000):
                if 0 < redis.ttl(key) < 3600:
                    continue  # what the stack left to expire by itself
                found[repr(key)] = hashlib.sha256(redis.dump(key) or b"").hexdigest()
        for folder in ("artifacts", "library", "cache"):
            for file in sorted((self.data / folder).rglob("*")):
                if file.is_file():
                    found[str(file)] = hashlib.sha256(file.read_bytes()).hexdigest()
        return found


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Past]:
    """The sessions, recorded once; Redis goes on, nothing else does."""
    folder = tmp_path_factory.mktemp("debug")
    with server(folder / "redis") as redis:
        made = Past(folder / "data", f"redis://127.0.0.1:{redis.port}/0")
        with up(made.data, "--workers", "2", REDIS_URL=made.redis) as stack:
            asyncio.run(made.live(stack.ws))
            assert stack.stop() == 0
        yield made


async def verdicts(made: Past) -> list[tuple[str, str, bool, Verdict | None]]:
    """Of every event that a step made or that started one: type, step, sameness, differences."""
    settings = read({"REDIS_URL": made.redis}, data=str(made.data))
    found: list[tuple[str, str, bool, Verdict | None]] = []
    async with opened(settings) as shards:
        history, artifacts = await past(settings, shards), await artifacts_of(settings, shards)
        for session in (made.first, made.second):
            events: list[Event] = await history.read((await shards.find(session))[0])
            for event in events:
                try:
                    case = await find(history, (session, event.id or ""), None)
                except NoStep:
                    found.append((event.type, "", True, None))
                    continue
                trial = run(case, settings, artifacts, Choice({}))
                recorded = case.tried.events if case.tried else ()
                verdict = judge(recorded, case.why, trial.events, trial.failure)
                found.append((event.type, case.step.name, verdict.same, verdict))
    return found


def test_every_step_of_every_stage_says_again_what_it_said_and_nothing_is_written(
    lived: Past,
) -> None:
    before = lived.everything()
    found = asyncio.run(verdicts(lived))
    assert [row for row in found if not row[2]] == []
    assert {step for _, step, _, _ in found} - {""} == STEPS
    assert {kind for kind, step, _, _ in found if not step} == FROM_OUTSIDE
    assert lived.everything() == before


def test_another_seed_and_another_engine_differ_and_are_not_written(lived: Past) -> None:
    before = lived.everything()
    decomposed = lived.last(lived.first, "scene.decomposed")
    status, printed, _ = lived.cli("debug", decomposed, "--seed", "7")
    assert status == 3
    assert "recipe.seed" in printed
    assert "recorded  0" in printed

    missed = lived.last(lived.first, "asset.matched")
    status, printed, _ = lived.cli("debug", lived.first, missed, "--engine", "mesh=trellis")
    assert status == 3  # the library has nothing that such an engine made
    assert "asset.missed" in printed

    mesh = lived.last(lived.first, "mesh.generated")
    status, _, told = lived.cli("debug", mesh, "--engine", "teleport")
    assert (status, "no engine 'teleport'" in told) == (2, True)
    status, printed, _ = lived.cli("debug", mesh, "--engine", "greybox")
    assert (status, "the same as recorded" in printed) == (0, True)
    assert "triangles in" in printed
    assert lived.everything() == before


def test_bytes_that_differ_are_described(lived: Past) -> None:
    """The record is tampered with: another thing's picture and mesh are said to have come of it."""
    mesh = lived.last(lived.first, "mesh.generated")
    (told,) = lived.documents("debug", mesh)
    here, provenance = told["here"]["events"]
    assert provenance["type"] == "provenance.recorded"
    assert told["same"] is True
    other = next(
        one["data"]["mesh"]
        for one in lived.events(lived.first)
        if one["type"] == "mesh.generated" and one["data"]["mesh"] != here["data"]["mesh"]
    )
    key = Keys().log(lived.first)
    with Redis.from_url(lived.redis, decode_responses=True) as redis:
        saved = redis.dump(key)
        rows = redis.xrange(key)
        redis.delete(key)
        for entry, fields in rows:
            if entry == mesh:
                body = json.loads(fields["e"])
                body["data"]["mesh"] = other
                fields = {**fields, "e": json.dumps(body)}
            redis.xadd(key, fields, id=entry)
        try:
            (told,) = lived.documents("debug", lived.first, mesh)
        finally:
            redis.restore(key, 0, saved, replace=True)
    (difference,) = told["differences"]
    assert (difference["path"], difference["recorded"]) == ("mesh", other)
    assert "triangles in" in difference["recorded_holds"]
    assert "triangles in" in difference["here_holds"]


def test_a_dead_letter_fails_again_as_it_did(lived: Past) -> None:
    before = lived.everything()
    letters = lived.documents("dead", "list")
    assert {letter["stage"] for letter in letters} == {"asr", "patch"}
    for letter in letters:
        for name in (letter["id"], letter["event"]):
            words = (letter["session"], name) if name == letter["event"] else (name,)
            (told,) = lived.documents("debug", *words, "--stage", letter["stage"])
            assert told["same"], told["differences"]
            assert told["here"]["failure"]["code"] == letter["code"]
    status, printed, _ = lived.cli("debug", letters[0]["id"])
    assert status == 0
    assert "would fail" in printed
    assert lived.everything() == before


def test_a_debugger_stops_at_the_handlers_first_line(lived: Past) -> None:
    mesh = lived.last(lived.first, "mesh.generated")
    command = [sys.executable, "-m", "ops.cli", "debug", mesh, "--pdb", "--data", str(lived.data)]
    done = subprocess.run(
        command,
        input="n\np drawn.label\nc\n",
        env={**os.environ, "REDIS_URL": lived.redis},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "drawn = payload(event, ImageGenerated)" in done.stdout
    assert "'teapot'" in done.stdout
    assert (done.returncode, "the same as recorded" in done.stdout) == (0, True)


def test_what_no_step_made_and_who_has_it_is_said(lived: Past) -> None:
    opened_by = lived.events(lived.first)[0]["id"]
    status, _, told = lived.cli("debug", opened_by)
    assert (status, "came from outside" in told) == (1, True)
    theirs = lived.last(lived.second, "scene.composed")
    status, _, told = lived.cli("debug", lived.first[:8], theirs)
    assert (status, f"it is an event of {lived.second}" in told) == (1, True)


def test_why_an_object_is_there_goes_back_to_the_spoken_words(lived: Past) -> None:
    before = lived.everything()
    (told,) = lived.documents("why", lived.first, "blue sofa")
    whats = [link["what"] for link in told["chain"]]
    blocked = whats.count("blocked out")
    assert [what for what in whats if what != "blocked out"] == [  # it comes while others work
        "speech", "words", "thought", "acted", "wished", "wanted", "prompt",
        "missed", "image", "made by", "mesh", "made by", "registered", "placed",
        "words", "thought", "acted", "planned", "wanted", "prompt", "missed", "image", "made by",
        "mesh", "made by", "registered", "changed",
        "words", "thought", "acted", "changed",
    ]  # fmt: skip
    assert blocked == 1
    heard = told["chain"][1]
    assert "red sofa" in heard["data"]["text"]
    assert heard["data"]["confidence"] > 0
    assert heard["step"] == "asr.transcribe"
    status, printed, _ = lived.cli("why", lived.first, "blue sofa")
    assert status == 0
    for part in ("create a room", "confidence", "recipe: sofa", "greybox", "certificate:"):
        assert part in printed
    assert lived.everything() == before


def test_why_at_an_earlier_revision_knows_the_red_sofa(lived: Past) -> None:
    (told,) = lived.documents("why", lived.first, "red sofa", "--at", "1")
    assert told["chain"][-1]["what"] == "placed"
    assert told["revision"] == 1


def test_a_library_match_names_the_session_that_made_it(lived: Past) -> None:
    (told,) = lived.documents("why", lived.second, "floor lamp")
    (matched,) = [link for link in told["chain"] if link["what"] == "matched"]
    assert {link["session"] for link in matched["made"]} == {lived.first}
    assert [link["what"] for link in matched["made"]][-5:] == [
        "image", "made by", "mesh", "made by", "registered",
    ]  # fmt: skip
    _, printed, _ = lived.cli("why", lived.second, "floor lamp")
    assert f"it was made in session {lived.first}" in printed


def test_why_nothing_is_called_so_lists_what_there_is(lived: Past) -> None:
    status, _, told = lived.cli("why", lived.first, "piano")
    assert status == 1
    assert "red-sofa (blue sofa)" in told
    assert "teapot" in told
