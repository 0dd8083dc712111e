"""Bearer tokens: JSON Web Tokens (RFC 7519) under a shared secret or an issuer's published keys.

What belongs here: is a token good, and whose is it. What does not: what its bearer may do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gateway.auth.keys import Keys, published
from gateway.auth.rights import ANYBODY, NobodyKnown, Principal
from schemas.errors import Misconfigured, Unavailable

LEEWAY_S = 30
"""By so much may the issuer's clock and ours differ."""
MOST_TOKEN = 8_192
MOST_SUBJECT = 200
OPERATOR = "scenestream:operator"
"""The scope whose bearer may do all."""
SHARED = ("HS256",)
PUBLISHED = ("RS256", "PS256", "ES256", "EdDSA")
LEAST_SECRET = 32
"""Bytes: RFC 7518, 3.2, wants as many as the hash has."""


class BadToken(NobodyKnown):
    """The token is not good; get a new one from who issues them."""


class KeysAway(Unavailable):
    """The issuer's keys can not be had, as of now; try again."""


class WeakSecret(Misconfigured):
    """The tokens' secret can be guessed; take one of 32 random bytes or more."""


@dataclass(frozen=True, slots=True)
class AuthSettings:
    """How clients say who they are. Neither ``secret`` nor ``jwks``: nobody is asked.

    ``secret``: of tokens signed with HS256. ``jwks``: the URL of the issuer's keys. ``issuer``,
    ``audience``: what tokens must say, where they are set.
    """

    secret: str = ""
    jwks: str = ""
    issuer: str = ""
    audience: str = ""

    def __post_init__(self) -> None:
        if self.secret and self.jwks:
            raise Misconfigured(
                "both SCENESTREAM_JWT_SECRET and SCENESTREAM_JWKS_URL are set; set one"
            )
        if self.secret and len(self.secret.encode()) < LEAST_SECRET:
            raise WeakSecret(
                f"SCENESTREAM_JWT_SECRET has {len(self.secret.encode())} bytes; "
                f"{WeakSecret.__doc__}"
            )
        if self.jwks and not self.jwks.startswith(
            ("https://", "http://127.0.0.1", "http://localhost")
        ):
            raise Misconfigured("SCENESTREAM_JWKS_URL must begin with https://")

    @property
    def is_on(self) -> bool:
        """Whether clients have to say who they are."""
        return bool(self.secret or self.jwks)

    def __repr__(self) -> str:
        """Without the secret, which must not get into a log."""
        kind = "secret" if self.secret else self.jwks or "off"
        return f"AuthSettings({kind}, issuer={self.issuer!r}, audience={self.audience!r})"


class Authenticator:
    """Tells from a token who a client is."""

    def __init__(self, settings: AuthSettings) -> None:
        self._settings = settings
        self._keys: Keys | None = None
        if settings.is_on:
            _jwt()
        if settings.jwks:
            _require_cryptography()
            self._keys = Keys(published(settings.jwks))

    @property
    def is_on(self) -> bool:
        """Whether clients have to say who they are."""
        return self._settings.is_on

    async def principal(self, token: str) -> Principal:
        """Whose ``token`` is. Raises ``NobodyKnown``, ``BadToken``, ``KeysAway``."""
        if not self._settings.is_on:
            return ANYBODY
        if not token:
            raise NobodyKnown(NobodyKnown.__doc__)
        if len(token) > MOST_TOKEN:
            raise BadToken(f"the token has more than {MOST_TOKEN} characters")
        key = await self._key(self._keys, token) if self._keys else self._settings.secret
        claims = self._claims(token, key)
        subject = claims.get("sub")
        if not isinstance(subject, str) or not 0 < len(subject) <= MOST_SUBJECT:
            raise BadToken(f"the token names no subject of up to {MOST_SUBJECT} characters")
        scopes = claims.get("scope", "")
        listed = scopes.split() if isinstance(scopes, str) else scopes
        return Principal(subject, isinstance(listed, list) and OPERATOR in listed)

    async def _key(self, keys: Keys, token: str) -> Any:
        """The key that ``token`` says it is signed with. Raises ``BadToken``, ``KeysAway``."""
        jwt = _jwt()
        try:
            named = jwt.get_unverified_header(token).get("kid")
        except (jwt.PyJWTError, ValueError, TypeError) as bad:
            raise BadToken(f"{_plainly(bad)}; {BadToken.__doc__}") from bad
        try:
            key = await keys.key(named) if isinstance(named, str) else None
        except (jwt.PyJWTError, OSError, ValueError) as away:
            raise KeysAway(KeysAway.__doc__) from away
        if key is None:
            raise BadToken(f"its issuer has no such key; {BadToken.__doc__}")
        return key

    def _claims(self, token: str, key: Any) -> dict[str, Any]:
        jwt = _jwt()
        settings = self._settings
        try:
            claims: dict[str, Any] = jwt.decode(
                token,
                key,
                algorithms=PUBLISHED if self._keys else SHARED,
                audience=settings.audience or None,
                issuer=settings.issuer or None,
                leeway=LEEWAY_S,
                options={"require": ["exp", "sub"], "verify_aud": bool(settings.audience)},
            )
        except (jwt.PyJWTError, ValueError, TypeError, ArithmeticError) as bad:
            raise BadToken(f"{_plainly(bad)}; {BadToken.__doc__}") from bad
        return claims


def _plainly(error: Exception) -> str:
    """What is wrong, without a word of the token."""
    return {
        "ExpiredSignatureError": "the token has expired",
        "InvalidSignatureError": "the token's signature is not its issuer's",
        "InvalidAudienceError": "the token is for another audience",
        "InvalidIssuerError": "the token is from another issuer",
        "ImmatureSignatureError": "the token is not good yet",
        "MissingRequiredClaimError": "the token lacks an exp or a sub",
        "InvalidAlgorithmError": "the token is signed in a way that is not accepted",
    }.get(type(error).__name__, "the token can not be read")


def _jwt() -> Any:
    import jwt

    return jwt


def _require_cryptography() -> None:
    if not _jwt().algorithms.has_crypto:
        raise Misconfigured(
            "SCENESTREAM_JWKS_URL needs the package cryptography: pip install 'scenestream[jwks]'"
        )
