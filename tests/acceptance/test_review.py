"""Plans that wait for a person, with real programs: two clients, a kill, a fork, an end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from schemas import wire_v2_pb2 as pb
from tests.acceptance.stack import cli, up
from tests.bare_v2 import V2, v2

WORDS = "a room with a red sofa, a table and a cat behind the table"


def kept(data: Path, session: str, **env: str) -> list[dict[str, Any]]:
    """The session's log, which says what Redis and the clients were told."""
    verified = cli(data, "verify", session, **env)
    assert verified.returncode == 0, verified.stdout
    lines = cli(data, "tail", session, "--json", "--no-follow", **env).stdout
    return [json.loads(line) for line in lines.splitlines()]


async def plan(client: V2) -> list[str]:
    """The names of the next plan that is told, which waits."""
    told = (await client.until("decomposed")).decomposed
    assert told.waits
    return [item.name for item in told.items]


async def approve(client: V2, request: str, text: str = "", command: str = "") -> None:
    await client.send(command, approve=pb.Approve(request=request, text=text))
    assert (await client.until("taken", "refused")).HasField("taken"), client.frames[-1]


async def test_a_plan_is_changed_by_one_and_approved_of_by_two_and_built_once(
    tmp_path: Path,
) -> None:
    with up(tmp_path) as started:
        async with (
            v2(started.ws, review=True) as one,
            v2(started.ws, session=one.session) as other,
        ):
            command = await one.say(WORDS)
            request = (await one.until("accepted")).request
            assert await plan(one) == ["red sofa", "table", "cat"]
            assert "blocked_out" not in one.kinds()
            shown = cli(tmp_path, "show", one.session, REDIS_URL=started.redis).stdout
            assert "waits until somebody approves" in shown
            await approve(other, request, "without the cat, and make the sofa blue", "c-1")
            assert await plan(one) == ["blue sofa", "table"]
            assert await plan(other) == ["blue sofa", "table"]
            for client in (one, other):
                await client.send(f"yes-{id(client)}", approve=pb.Approve(request=request))
            for client in (one, other):
                ended = await client.end_of(command)
                assert ended.HasField("completed"), ended
                assert client.shown.find("blue sofa")
                assert client.kinds().count("blocked_out") == 1
            assert one.shown.hash == other.shown.hash
            await approve(one, request, command="late")  # as it is built already
            await one.send(approve=pb.Approve(request=request, text="no table"))
            refused = await one.until("refused")
            assert (refused.refused.category, refused.refused.code) == (
                "conflict", "NothingToApprove",
            )  # fmt: skip
        told = [e["type"] for e in kept(tmp_path, one.session, REDIS_URL=started.redis)]
        assert told.count("decomposition.approved") == told.count("scene.composed") == 1
        assert told.count("decomposition.changed") == 1
        assert told.count("scene.decomposed") == 3
        assert told.count("asset.wanted") == 2


async def test_what_waits_survives_a_kill_and_is_forked_and_ended(tmp_path: Path) -> None:
    env = {"REDIS_URL": ""}
    with up(tmp_path) as first:
        async with v2(first.ws) as client:
            await client.send("c", text=pb.Text(text=WORDS, review=True))
            request = (await client.until("accepted")).request
            await plan(client)
            session = client.session
            assert (await later(client)).accepted.ahead == 1
        first.kill()
    with up(tmp_path) as again:
        env["REDIS_URL"] = again.redis
        forked = cli(tmp_path, "fork", session, "--json", **env)
        assert forked.returncode == 0, forked.stderr
        document = json.loads(forked.stdout)
        async with v2(again.ws, session=document["session"]) as client:
            await approve(client, document["continued"][request])
            assert (await client.until("completed")).completed.kind == "generate_3d_scene"
        async with v2(again.ws, session=session, cursor="") as client:
            await client.send(cancel=pb.Cancel(request=request))
            assert (await client.until("cancelled")).request == request
            ended = await client.when(lambda f: f.HasField("completed"))
            assert ended.request.endswith("later")  # its turn has come
        types = [e["type"] for e in kept(tmp_path, session, **env)]
        assert types.count("scene.composed") == 1
        kept(tmp_path, document["session"], **env)


async def later(client: V2) -> pb.ServerFrame:
    """A second scene is asked for, which waits for the first."""
    await client.say("a garden with a tree", "later")
    return await client.until("accepted")
