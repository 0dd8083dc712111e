"""What is said to all sessions of a user: who hears it, who may say it, and that it counts once."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from gateway.auth.tokens import AuthSettings
from ops.broadcasting import NotSaid, ToWhom, Words, say
from ops.settings import read
from schemas import wire_v2_pb2 as pb
from tests.acceptance.unity import unity
from tests.bare_v2 import V2, v2
from tests.integration.gateways_v2 import Place, gateways
from tests.integration.test_gateway_auth import ADA, BOB, ROOT, SECRET, SIGNING
from tests.integration.test_gateway_http import Answer, http

TOKENS = {"ada": ADA, "bob": BOB, "root": ROOT, "nobody": ""}
OPERATORS = {"root"}


@pytest.fixture
async def place(redis_url: str, tmp_path: Path) -> AsyncIterator[Place]:
    async with gateways(redis_url, tmp_path, auth=AuthSettings(secret=SECRET), secret=SIGNING) as p:
        yield p


async def said(place: Place, who: str, text: str = "hello", **to: Any) -> Answer:
    path = f"/broadcasts?token={TOKENS[who]}"
    return await http(place, "POST", path, {"text": text, **to})


async def heard(client: V2) -> pb.Broadcast:
    return (await client.until("broadcast")).broadcast


async def test_every_client_of_every_session_of_the_user_hears_it_at_any_gateway(
    place: Place,
) -> None:
    async with (
        v2(place.ws, token=ADA) as one,
        v2(place.other, token=ADA, session=one.session) as two,
        v2(place.other, token=ADA, progress=True) as three,
        v2(place.other, token=BOB) as other,
    ):
        assert three.session != one.session
        hash_before = one.shown.hash
        answer = await said(place, "ada", "We restart at noon — save")
        assert answer.status == 202
        for client in (one, two, three):
            told = await heard(client)
            assert (told.id, told.text) == (answer.json["id"], "We restart at noon — save")
            assert not told.from_operator
            assert client.frames[-1].cursor == ""  # nothing to resume from
            assert client.shown.hash == hash_before
        await said(place, "root", "to you", user="bob")
        assert (await heard(other)).text == "to you"
        assert other.kinds().count("broadcast") == 1


async def test_a_session_that_was_shared_belongs_to_its_owner_for_all_who_are_in_it(
    place: Place,
) -> None:
    async with v2(place.ws, token=ADA) as owner:
        path = f"/sessions/{owner.session}/invitations?token={ADA}"
        invitation = (await http(place, "POST", path, {"gives": "reader"})).json["invitation"]
        async with v2(
            place.other, token=BOB, session=owner.session, invitation=invitation
        ) as guest:
            await said(place, "bob", "to bob's own")
            await said(place, "ada", "to ada's")
            assert (await heard(guest)).text == "to ada's"


@pytest.mark.parametrize("who", TOKENS)
@pytest.mark.parametrize(
    ("to", "may"),
    [
        ({}, {"ada", "bob", "root"}),
        ({"user": "ada"}, {"ada", "root"}),
        ({"user": "bob"}, {"bob", "root"}),
        ({"user": ""}, OPERATORS),
        ({"everybody": True}, OPERATORS),
        ({"user": "ada", "everybody": True}, OPERATORS),
    ],
    ids=str,
)
async def test_who_may_say_it_to_whom(
    place: Place, who: str, to: dict[str, Any], may: set[str]
) -> None:
    answer = await said(place, who, **to)
    if who in may:
        assert answer.status == 202
    elif who == "nobody":
        assert (answer.status, answer.json["code"]) == (401, "NobodyKnown")
    else:
        assert (answer.status, answer.json["code"]) == (403, "NotYourUser")


async def test_an_operator_says_it_to_everybody(place: Place) -> None:
    async with v2(place.ws, token=ADA) as one, v2(place.other, token=BOB) as two:
        await said(place, "root", "we restart", everybody=True)
        for client in (one, two):
            told = await heard(client)
            assert (told.text, told.from_operator) == ("we restart", True)


async def test_what_is_sent_again_under_its_id_is_heard_once(place: Place) -> None:
    async with v2(place.other, token=ADA) as client:
        answers = [await said(place, "ada", text, id="b-1") for text in ("one", "one")]
        assert [a.json for a in answers] == [
            {"id": "b-1", "again": False},
            {"id": "b-1", "again": True},
        ]
        assert (await said(place, "bob", "bob's", id="b-1")).json["again"] is False
        await said(place, "ada", "two")
        assert [(await heard(client)).text for _ in range(2)] == ["one", "two"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"text": ""}, 400),
        ({"text": "  \n"}, 400),
        ({"text": "x" * 2_001}, 400),
        ({"text": "x", "id": "no id"}, 400),
        ({"text": "x", "user": "y" * 201}, 400),
        ({"text": "\U0001fa91" * 2_000}, 202),
    ],
    ids=lambda v: str(v)[:30],
)
async def test_what_is_said_has_a_text_of_some_length(
    place: Place, body: dict[str, Any], status: int
) -> None:
    assert (await http(place, "POST", f"/broadcasts?token={ADA}", body)).status == status


async def test_a_shipping_client_hears_nothing_of_it(place: Place) -> None:
    async with unity(f"{place.ws}?token={ADA}") as client:
        async with v2(place.ws, token=ADA) as other:
            await said(place, "ada")
            await heard(other)
        await client.send(type="text", text="")
        assert (await client.receive()).type == "error"


async def test_the_command_line_says_it_through_redis_and_through_a_gateway(
    place: Place,
    redis_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("REDIS_URL", redis_url)
    settings = read(data=str(tmp_path))
    async with v2(place.ws, token=ADA) as client:
        await say(settings, Words("noon", everybody=True), True)
        told = await heard(client)
        assert (told.text, told.from_operator) == ("noon", True)
        assert json.loads(capsys.readouterr().out) == {"broadcast": told.id}
        await say(settings, Words("mine", url=place.other, token=ADA), False)
        told = await heard(client)
        assert (told.text, told.from_operator) == ("mine", False)
        assert told.id in capsys.readouterr().out
        with pytest.raises(ToWhom):
            await say(settings, Words("whom"), True)
        with pytest.raises(NotSaid, match="operator") as refused:
            await say(settings, Words("no", user="bob", url=place.ws, token=ADA), True)
        assert refused.value.category == "forbidden"
