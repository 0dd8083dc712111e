"""Who calls, as routes take it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from gateway.auth.callers import Credentials, credentials


def _caller(request: Request) -> Credentials:
    address = request.client.host if request.client else ""
    return credentials(request.headers, request.url.query, address=address)


Caller = Annotated[Credentials, Depends(_caller)]
