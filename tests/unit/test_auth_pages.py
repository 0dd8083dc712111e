"""Pages from elsewhere: which may talk to a gateway, by what their browsers say."""

from __future__ import annotations

import pytest

from gateway.auth.pages import ForeignName, ForeignPage, Pages, is_own_name

STUDIO = "https://studio.example"


@pytest.mark.parametrize(
    ("origin", "host", "is_fine"),
    [
        (None, "127.0.0.1:8765", True),
        ("http://localhost:3000", "127.0.0.1:8765", True),
        ("http://[::1]:3000", "localhost", True),
        ("https://scenes.example", "scenes.example", True),
        (STUDIO, "scenes.example", True),
        ("https://evil.example", "127.0.0.1:8765", False),
        ("https://evil.example", "scenes.example", False),
        ("http://localhost:3000", "scenes.example", False),
        ("http://localhost.evil.example", "127.0.0.1", False),
        ("null", "127.0.0.1:8765", False),
        ("", "", False),
        ("http://[", "scenes.example", False),
    ],
)
def test_pages_from_elsewhere_are_not_admitted(
    origin: str | None, host: str, is_fine: bool
) -> None:
    headers = {"Host": host} if origin is None else {"Host": host, "Origin": origin}
    pages = Pages((STUDIO,), asks=True)
    if is_fine:
        pages.admit(headers)
    else:
        with pytest.raises(ForeignPage):
            pages.admit(headers)
    Pages(lets_all=True).admit(headers)


@pytest.mark.parametrize(
    ("host", "is_ours"),
    [
        ("", True),
        ("127.0.0.1:8765", True),
        ("localhost", True),
        ("LOCALHOST.:1", True),
        ("scenes.localhost:8765", True),
        ("[::1]:8765", True),
        ("192.168.0.7:8765", True),
        ("studio.example:444", True),
        ("evil.example:8765", False),
        ("127.0.0.1.evil.example", False),
        ("localhost.evil.example", False),
        ("evil.example@127.0.0.1", True),  # what browsers call 127.0.0.1
        ("127.0.0.1@evil.example", False),
        ("x y", False),
        ("[", False),
    ],
)
def test_without_authentication_a_server_answers_to_its_own_names_alone(
    host: str, is_ours: bool
) -> None:
    """Else any site could have its name lead here, and be of one origin with us (DNS rebinding)."""
    assert is_own_name(host, (STUDIO,)) is is_ours
    headers = {"Host": host}
    if not is_ours:
        with pytest.raises(ForeignName):
            Pages((STUDIO,)).admit(headers)
        Pages((STUDIO,), asks=True).admit(headers)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "same-origin", "none", ""])
def test_what_another_sites_page_embeds_is_refused_where_nobody_is_asked(site: str) -> None:
    headers = {"Host": "127.0.0.1", "Sec-Fetch-Site": site}
    Pages(asks=True).admit(headers)
    Pages().admit(headers, may_be_linked=True)
    if site == "cross-site":
        with pytest.raises(ForeignPage):
            Pages().admit(headers)
    else:
        Pages().admit(headers)


def test_answers_are_for_the_pages_that_may_connect() -> None:
    pages = Pages((STUDIO,), asks=True)
    assert pages.shares_with({"Host": "scenes.example", "Origin": STUDIO}) == STUDIO
    assert pages.shares_with({"Host": "scenes.example", "Origin": "https://evil.example"}) == ""
    assert pages.shares_with({"Host": "scenes.example"}) == ""
    local = {"Host": "127.0.0.1:1", "Origin": "http://localhost:3000"}
    assert pages.shares_with(local) == "http://localhost:3000"
    assert pages.shares_with({"Host": "scenes.example", "Origin": "http://localhost:3000"}) == ""
