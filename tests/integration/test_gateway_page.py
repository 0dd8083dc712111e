"""The page at /app/: whole, kept by its hash, and closed to everything that is not its own."""

from __future__ import annotations

import gzip
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.integration.gateways_v2 import Place, gateways
from tests.integration.test_gateway_http import Answer, http


@pytest.fixture
async def place(redis_url: str, tmp_path: Path) -> AsyncIterator[Place]:
    async with gateways(redis_url, tmp_path) as place:
        yield place


async def parts(place: Place) -> list[tuple[str, Answer]]:
    """The files that the page names, and what is answered for each."""
    page = (await http(place, "GET", "/app/")).body.decode()
    names = re.findall(r'(?:src|href)="([^":]+)"', page)
    return [(name, await http(place, "GET", f"/app/{name}")) for name in names]


async def test_the_page_and_all_that_it_names_are_there(place: Place) -> None:
    found = await parts(place)
    assert sorted(name.rpartition(".")[2] for name, _ in found) == ["css", "js"]
    kinds = {answer.headers["content-type"] for _, answer in found}
    assert kinds == {"text/javascript; charset=utf-8", "text/css; charset=utf-8"}
    assert all(answer.status == 200 and answer.body for _, answer in found)


async def test_files_with_a_hash_are_kept_for_ever_and_the_page_is_asked_for_again(
    place: Place,
) -> None:
    page = await http(place, "GET", "/app/")
    assert page.headers["cache-control"] == "no-cache"
    for _, answer in await parts(place):
        assert "immutable" in answer.headers["cache-control"]
    again = await http(place, "GET", "/app/", If_None_Match=page.headers["etag"])
    assert (again.status, again.body) == (304, b"")


async def test_browsers_run_nothing_but_the_pages_own_script(place: Place) -> None:
    for path in ("/app/", *(f"/app/{name}" for name, _ in await parts(place))):
        headers = (await http(place, "GET", path)).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"


async def test_it_comes_packed_to_who_takes_that(place: Place) -> None:
    plain = await http(place, "GET", "/app/")
    packed = await http(place, "GET", "/app/", Accept_Encoding="br, gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    head = await http(place, "HEAD", "/app/")
    assert (head.body, head.headers["content-length"]) == (b"", str(len(plain.body)))


async def test_the_address_without_its_slash_leads_there_with_its_query(place: Place) -> None:
    led = await http(place, "GET", "/app?session=abc")
    assert (led.status, led.headers["location"]) == (308, "/app/?session=abc")


@pytest.mark.parametrize("path", ["/app/none.js", "/app/..%2fpage.py", "/app/../page.py"])
async def test_nothing_else_is_served(place: Place, path: str) -> None:
    told = await http(place, "GET", path)
    assert (told.status, told.json["category"]) == (404, "not_found")


async def test_the_root_names_it(place: Place) -> None:
    assert (await http(place, "GET", "/")).json["page"] == "/app/"
