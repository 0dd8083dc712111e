"""Who may do what: one table, which every door asks.

A session belongs to the subject that opened it. Others get in by an invitation of its owner's, to
read or to edit. Without authentication everybody is everybody's owner: the machine is theirs. A
session that nobody owns (opened before there was authentication) is its operators' alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from schemas.errors import Category, ScenestreamError


class Deed(StrEnum):
    """What can be done to a session."""

    OPEN = "open"
    SEE = "see"
    REPLAY = "replay"
    COMMAND = "command"
    EDIT_BY_HAND = "edit by hand"
    CANCEL = "cancel"
    INVITE = "invite"
    LIST = "list"
    BROADCAST = "broadcast"


class Standing(StrEnum):
    """How a client stands to a session."""

    OPERATOR = "operator"
    OWNER = "owner"
    EDITOR = "editor"
    READER = "reader"
    STRANGER = "stranger"


ALL = frozenset(Deed)
TABLE: Mapping[Standing, frozenset[Deed]] = {
    Standing.OPERATOR: ALL,
    Standing.OWNER: ALL,
    Standing.EDITOR: frozenset(
        {Deed.OPEN, Deed.LIST, Deed.SEE, Deed.REPLAY, Deed.COMMAND, Deed.EDIT_BY_HAND, Deed.CANCEL}
    ),
    Standing.READER: frozenset({Deed.OPEN, Deed.LIST, Deed.SEE, Deed.REPLAY}),
    Standing.STRANGER: frozenset({Deed.OPEN, Deed.LIST}),
}
"""To open a session of one's own, and to list those, everybody may who is somebody."""


class NotYours(ScenestreamError):
    """This is not for you to do in this session; ask its owner for an invitation."""

    category = Category.FORBIDDEN


class NobodyKnown(ScenestreamError):
    """This server wants to know who you are: send a token (Authorization: Bearer, ?token=, the
    Hello's token, or the subprotocol bearer.TOKEN)."""

    category = Category.UNAUTHENTICATED


@dataclass(frozen=True, slots=True)
class Principal:
    """Who a client is. ``subject``: "" without authentication; ``operator``: may do all."""

    subject: str = ""
    operator: bool = False


ANYBODY = Principal(operator=True)
"""Who everybody is without authentication."""


def standing(who: Principal, owner: str, invited: Standing | None = None) -> Standing:
    """How ``who`` stands to a session of ``owner``, with an invitation or without."""
    if who.operator:
        return Standing.OPERATOR
    if owner and who.subject == owner:
        return Standing.OWNER
    return invited or Standing.STRANGER


def require(where: Standing, deed: Deed) -> None:
    """Raises ``NotYours`` unless one who stands there may do it."""
    if deed not in TABLE[where]:
        raise NotYours(f"{where}s may not {deed}: {NotYours.__doc__}")
