"""Who calls, as routes take it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request
from pydantic import AfterValidator

from gateway.auth.callers import Credentials, credentials


def _caller(request: Request) -> Credentials:
    address = request.client.host if request.client else ""
    return credentials(request.headers, request.url.query, address=address)


Caller = Annotated[Credentials, Depends(_caller)]


def _whole(text: str) -> str:
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise ValueError("half a character (an unpaired surrogate) is no text")
    return text


Words = Annotated[str, AfterValidator(_whole)]
"""Text that can be stored: JSON can hold halves of characters."""
