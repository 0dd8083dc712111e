"""`scenestream why`: read the session, find what is meant and what led to it, print that."""

from __future__ import annotations

import json
from typing import Any

from consumers.chat.cleaning import clean
from ops.history.registered import made
from ops.history.why import telling
from ops.history.why.chain import Link, chain, matches, origin, with_origin
from ops.history.why.record import Record
from ops.history.why.subject import Subject, subject
from ops.looking import one, opened, past
from ops.settings import Settings
from schemas.ids import SessionId
from schemas.state import SessionState
from streams.past.history import History
from streams.past.points import resolve


async def why(settings: Settings, prefix: str, name: str, at: str | None, as_json: bool) -> int:
    """Print the chain of causes of what ``name`` means in the session at ``at`` (None: now)."""
    async with opened(settings) as shards:
        session = await one(shards, prefix)
        history = await past(settings, shards)
        upto = await resolve(history, session, at)
        state = await history.state(session, upto)
        events = await history.read(session, upto=upto)
        meant = subject(name, state, events)
        links = await _whole(history, chain(Record(events), meant))
    if as_json:
        print(json.dumps(_document(session, meant, state, links), ensure_ascii=False))
    else:
        print(clean("\n".join(telling.lines(session, meant, state, links))))
    return 0


async def _whole(history: History, links: list[Link]) -> list[Link]:
    """``links`` with how the assets that the library had were made, where a log still tells."""
    for asset, event in list(matches(links)):
        if event.id is None:
            continue
        first = await made(history, asset, event.id)
        if first is not None:
            there = await history.read(first.session, upto=first.id)
            links = with_origin(links, event, origin(Record(there), first))
    return links


def _document(
    session: SessionId, meant: Subject, state: SessionState, links: list[Link]
) -> dict[str, Any]:
    return {
        "session": session,
        "at": state.at,
        "revision": state.revision,
        "object": meant.node.model_dump(mode="json") if meant.node else None,
        "asset": meant.asset.id if meant.asset else meant.node.asset() if meant.node else None,
        "event": meant.event,
        "chain": telling.documents(links),
    }
