"""Who else is in a session, and how long work will take, as the new protocol tells it."""

from __future__ import annotations

from pathlib import Path

from gateway.server import Gateway
from gateway.settings import GatewaySettings
from schemas import events as e
from schemas.ids import RequestId, SessionId
from tests.acceptance.unity import unity
from tests.bare_v2 import v2
from tests.integration.gateways_v2 import Place, S, lived
from tests.integration.gateways_v2 import place as place


async def test_who_wants_to_know_is_told_of_company(place: Place) -> None:
    await lived(place, 0)
    async with v2(place.ws, session=S, progress=True) as one:
        async with v2(place.ws, session=S) as silent:
            assert (await one.until("joined")).joined.clients == 2
            assert "joined" not in silent.kinds()
        assert (await one.until("joined")).joined.clients == 1


async def test_a_request_is_told_how_long_its_kind_took_in_other_sessions(
    place: Place, tmp_path: Path
) -> None:
    async with v2(place.ws) as first:
        await first.say("a room")
        accepted = await first.until("accepted")
        assert accepted.accepted.estimate_s == 0  # nobody has seen any
        session, request = SessionId(first.session), RequestId(accepted.request)
        done = e.RequestCompleted(kind="generate_3d_scene", text="Here is a room.")
        await place.shards.of(session).append(session, request, "done", [done])
        await first.until("completed")
    later = Gateway(place.shards, place.history.artifacts, GatewaySettings(port=0))
    urls = [place.ws, place.other, f"ws://127.0.0.1:{await later.start()}/"]
    try:
        for url in urls:
            async with v2(url) as client:
                await client.say("a hall")
                accepted = await client.until("accepted")
                assert accepted.accepted.estimate_s > 0
                session, request = SessionId(client.session), RequestId(accepted.request)
                for step, act in enumerate(("generate_3d_object", "generate_3d_scene"), 1):
                    acted = e.AgentActed(action=act, input="x", step=step)
                    log = place.shards.of(session)
                    await log.append(session, request, f"act-{step}", [acted])
                unknown = (await client.until("tool_call")).tool_call
                assert unknown.estimate_s == 0  # no mesh was ever made
                await client.until("tool_call")
    finally:
        await later.stop()


async def test_company_is_counted_over_all_gateways_and_both_protocols(place: Place) -> None:
    async with unity(place.ws) as shipping:
        session = shipping.session
        async with v2(place.other, session=session, progress=True) as one:
            assert (await one.until("joined")).joined.clients == 2
            async with v2(place.ws, session=session, progress=True) as two:
                for client in (one, two):
                    assert (await client.until("joined")).joined.clients == 3
            assert (await one.until("joined")).joined.clients == 2
            await shipping.socket.close()
            assert (await one.until("joined")).joined.clients == 1
