"""Which request a client's command opened, and which command opened a request."""

from __future__ import annotations

from schemas.ids import RequestId, SessionId


def request_of(session: SessionId, command: str) -> RequestId:
    """The request that a client's ``command`` opens: the same for the same command, however often
    it comes, and no other session's."""
    return RequestId(f"{_mark(session)}.{command}")


def command_of(session: SessionId, request: RequestId) -> str:
    """The command that opened ``request``; "" for one that came by another door."""
    mark = f"{_mark(session)}."
    return request.removeprefix(mark) if request.startswith(mark) else ""


def _mark(session: SessionId) -> str:
    # All of a session's id but its dashes: a part of it could be another's, too.
    return session.replace("-", "")
