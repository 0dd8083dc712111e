"""Who is who, and who may do what: tokens, invitations, origins, the table cell by cell."""

from __future__ import annotations

import time
from typing import Any

import jwt
import pytest

from gateway.auth.callers import Credentials, credentials
from gateway.auth.invites import LONGEST_S, BadInvitation, BadTerms, Invitations
from gateway.auth.rights import (
    ANYBODY,
    TABLE,
    Deed,
    NobodyKnown,
    NotYours,
    Principal,
    Standing,
    require,
    standing,
)
from gateway.auth.tokens import Authenticator, AuthSettings, BadToken, WeakSecret
from gateway.settings import GatewaySettings, PublicWithoutAuth
from schemas.errors import Misconfigured
from schemas.ids import SessionId

SECRET = "x" * 32
S = SessionId("5d1d0b3e-6d5c-4a57-8f0e-2b8a0c9a7e10")
ADA = Principal("ada")
SOON = 4_000_000_000


def token(key: str = SECRET, algorithm: str = "HS256", **claims: Any) -> str:
    told = {"sub": "ada", "exp": SOON, "iss": "we", "aud": "us", **claims}
    return jwt.encode({k: v for k, v in told.items() if v is not None}, key, algorithm)


def authenticator(**settings: str) -> Authenticator:
    return Authenticator(AuthSettings(secret=SECRET, **settings))


async def test_without_authentication_everybody_may_everything() -> None:
    assert await Authenticator(AuthSettings()).principal("") == ANYBODY
    assert standing(ANYBODY, "ada") is Standing.OPERATOR


async def test_a_good_token_says_whose_it_is() -> None:
    assert await authenticator().principal(token()) == ADA
    operator = token(scope="a scenestream:operator")
    assert (await authenticator().principal(operator)).operator
    assert (await authenticator().principal(token(scope=["scenestream:operator"]))).operator


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("", "wants to know who you are"),
        ("nonsense", "can not be read"),
        ("a.b.c", "can not be read"),
        ("x" * 9000, "more than"),
        (token(exp=1), "has expired"),
        (token(exp=None), "lacks an exp"),
        (token(sub=None), "lacks an exp or a sub"),
        (token(sub=""), "names no subject"),
        (token(sub="x" * 500), "names no subject"),
        (token(nbf=SOON), "not good yet"),
        (token(key="y" * 32), "not its issuer's"),
        (token(key="z" * 64, algorithm="HS512"), "signed in a way"),
        (jwt.encode({"sub": "ada", "exp": SOON}, "", "none"), "signed in a way"),
        (token(iss="other"), "another issuer"),
        (token(aud="other"), "another audience"),
        (token(aud=None), "lacks|audience"),
    ],
    ids=lambda v: str(v)[:20],
)
async def test_a_bad_token_is_refused_without_a_word_of_it(bad: str, why: str) -> None:
    asked = authenticator(issuer="we", audience="us")
    with pytest.raises(NobodyKnown, match=why) as refused:
        await asked.principal(bad)
    assert bad == "" or bad not in str(refused.value)


async def test_a_token_for_us_from_whom_we_trust_is_good() -> None:
    asked = authenticator(issuer="we", audience="us")
    assert await asked.principal(token()) == ADA


@pytest.mark.parametrize(
    ("settings", "error"),
    [
        ({"secret": "short"}, WeakSecret),
        ({"secret": SECRET, "jwks": "https://a"}, Misconfigured),
        ({"jwks": "http://issuer.example/keys"}, Misconfigured),
    ],
)
def test_settings_that_can_not_be_meant_are_refused(
    settings: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        AuthSettings(**settings)


def test_secrets_are_not_in_what_is_printed() -> None:
    settings = GatewaySettings(auth=AuthSettings(secret=SECRET), secret="deployment")
    told = f"{settings!r} {Credentials('token', 'invitation')!r}"
    assert SECRET not in told
    assert "deployment" not in told
    assert "'token'" not in told


def test_a_public_address_wants_authentication() -> None:
    with pytest.raises(PublicWithoutAuth, match="SCENESTREAM_JWT_SECRET"):
        GatewaySettings(host="0.0.0.0")
    GatewaySettings(host="0.0.0.0", auth=AuthSettings(secret=SECRET))


MAY = {
    Standing.OPERATOR: set(Deed),
    Standing.OWNER: set(Deed),
    Standing.EDITOR: set(Deed) - {Deed.INVITE, Deed.BROADCAST},
    Standing.READER: {Deed.OPEN, Deed.LIST, Deed.SEE, Deed.REPLAY},
    Standing.STRANGER: {Deed.OPEN, Deed.LIST},
}


@pytest.mark.parametrize("deed", Deed)
@pytest.mark.parametrize("where", Standing)
def test_every_cell_of_the_table(where: Standing, deed: Deed) -> None:
    if deed in MAY[where]:
        require(where, deed)
    else:
        with pytest.raises(NotYours, match=f"{where}s may not {deed}"):
            require(where, deed)
    assert set(TABLE) == set(Standing)


@pytest.mark.parametrize(
    ("who", "owner", "invited", "where"),
    [
        (ADA, "ada", None, Standing.OWNER),
        (ADA, "ada", Standing.READER, Standing.OWNER),
        (ADA, "bob", None, Standing.STRANGER),
        (ADA, "bob", Standing.READER, Standing.READER),
        (ADA, "bob", Standing.EDITOR, Standing.EDITOR),
        (ADA, "", None, Standing.STRANGER),
        (Principal(""), "", None, Standing.STRANGER),
        (Principal("root", operator=True), "bob", None, Standing.OPERATOR),
    ],
)
def test_where_one_stands(
    who: Principal, owner: str, invited: Standing | None, where: Standing
) -> None:
    assert standing(who, owner, invited) is where


def test_an_invitation_is_for_its_session_and_its_time() -> None:
    now = [1_000.0]
    ours = Invitations(b"secret", lambda: now[0])
    written = ours.write(S, Standing.EDITOR, 60)
    assert ours.read(written, S) is Standing.EDITOR
    with pytest.raises(BadInvitation):
        ours.read(written, SessionId("another"))
    with pytest.raises(BadInvitation):
        Invitations(b"other", lambda: now[0]).read(written, S)
    now[0] += 61
    with pytest.raises(BadInvitation, match="ask for a new one"):
        ours.read(written, S)


@pytest.mark.parametrize("text", ["", "x", "é", "A" * 200, "====", "a b"])
def test_an_invitation_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadInvitation):
        Invitations(b"secret").read(text, S)


@pytest.mark.parametrize(
    ("gives", "lasts"),
    [(Standing.OWNER, 60), (Standing.READER, 0), (Standing.READER, LONGEST_S + 1)],
)
def test_nobody_can_give_more_than_may_be_given(gives: Standing, lasts: float) -> None:
    with pytest.raises(BadTerms):
        Invitations(b"secret", time.time).write(S, gives, lasts)


@pytest.mark.parametrize(
    ("headers", "query", "offered", "found"),
    [
        ({"Authorization": "Bearer a.b"}, "token=q", ["bearer.s"], "a.b"),
        ({"Authorization": "bearer a.b"}, "", [], "a.b"),
        ({"Authorization": "Basic a.b"}, "token=q", [], "q"),
        ({}, "token=q", ["bearer.s", "scenestream.v2"], "s"),
        ({}, "token=q", ["scenestream.v2"], "q"),
        ({}, "", [], ""),
    ],
)
def test_a_token_comes_in_a_header_a_subprotocol_or_the_query(
    headers: dict[str, str], query: str, offered: list[str], found: str
) -> None:
    assert credentials(headers, query, offered).token == found


async def test_the_key_must_be_the_issuers_own_algorithm() -> None:
    """A public key is no shared secret (the algorithm confusion of RFC 8725, 2.1)."""
    with pytest.raises(BadToken, match="signed in a way"):
        await authenticator().principal(
            jwt.api_jwt.encode({"sub": "a", "exp": SOON}, "k" * 48, "HS384")
        )
