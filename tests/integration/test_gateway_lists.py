"""Over HTTP: whose sessions there are, page by page; what changed one; requests that are ended."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from schemas import events as e
from schemas.ids import RequestId, SessionId
from streams.past.owners import Owners
from tests.integration.gateways_v2 import Place, S
from tests.integration.pasts import begin, edit
from tests.integration.test_gateway_auth import place as guarded
from tests.integration.test_gateway_auth import token
from tests.integration.test_gateway_http import http
from tests.integration.test_gateway_http import place as place

__all__ = ["guarded", "place"]


async def opened(place: Place, session: str, user: str) -> None:
    log = place.shards.of(session)
    await log.append(SessionId(session), None, "opened", [e.SessionOpened(protocol="t", user=user)])


async def listed(place: Place, query: str = "", **headers: str) -> list[str]:
    """All sessions of a list, page by page."""
    found: list[str] = []
    page = ""
    while True:
        told = await http(place, "GET", f"/sessions?page={page}{query}", **headers)
        assert told.status == 200, told.body
        found += [s["session"] for s in told.json["sessions"]]
        page = told.json["next"]
        if not page:
            return found


async def test_all_sessions_are_listed_once_newest_first(place: Place) -> None:
    names = [f"s{n}" for n in range(7)]
    for name in names:
        await opened(place, name, "")
    for limit in (1, 2, 3, 7, 50):
        found = await listed(place, f"&limit={limit}")
        assert sorted(found) == names, limit
    # Of the same millisecond too, which a page may end within.
    await place.log.redis.zadd(place.log.keys.sessions, dict.fromkeys(names, 5_000))
    assert await listed(place, "&limit=2") == names[::-1]


async def test_a_person_is_shown_their_own_sessions_an_operator_all(guarded: Place) -> None:
    for n in range(6):
        await opened(guarded, f"s{n}", ("ada", "bob")[n % 2])
    ada = {"Authorization": f"Bearer {token('ada')}"}
    boss = {"Authorization": f"Bearer {token('root', scope='scenestream:operator')}"}
    assert sorted(await listed(guarded, "&limit=2", **ada)) == [S, "s0", "s2", "s4"]
    assert len(await listed(guarded, **boss)) == 7
    assert (await http(guarded, "GET", "/sessions")).status == 401


async def test_a_forks_owner_is_its_parents(place: Place) -> None:
    await begin(place.log, S)
    forked = e.SessionForked(parent=S, at=await place.history.at_revision(S, 1))
    await place.shards.of("f").append(SessionId("f"), None, "forked", [forked])
    assert await Owners(place.history).of(SessionId("f")) == "ada"


async def test_what_changed_a_scene_is_told_page_by_page(place: Place) -> None:
    await begin(place.log, S)
    for n in (1, 2, 3):
        await edit(place.log, S, n)
    first = (await http(place, "GET", f"/sessions/{S}/history?limit=3")).json
    assert [r["revision"] for r in first["revisions"]] == [1, 2, 3]
    assert first["revisions"][1]["summary"] == "I moved n 1."
    rest = (await http(place, "GET", f"/sessions/{S}/history?after={first['next']}")).json
    assert ([r["revision"] for r in rest["revisions"]], rest["next"]) == ([4], 0)


async def test_an_open_request_is_cancelled_by_its_own_address(place: Place) -> None:
    await begin(place.log, S)
    wish = RequestId("r-open")
    asked: list[Any] = [e.RequestAccepted(kind="text", text="a room")]
    await place.log.append(S, wish, "accepted", asked)
    assert (await http(place, "DELETE", f"/sessions/{S}/requests/{wish}")).status == 202
    assert (await place.history.state(S)).requests[wish].status == "cancelled"
    assert (await http(place, "DELETE", f"/sessions/{S}/requests/none")).status == 404


@pytest.mark.parametrize("page", ["x", "äö", "bm90IGEgcGxhY2U"])
async def test_a_page_that_no_list_told_of_is_refused(place: Place, page: str) -> None:
    told = await http(place, "GET", f"/sessions?page={quote(page)}")
    assert (told.status, told.json["code"]) == (400, "BadPage")
