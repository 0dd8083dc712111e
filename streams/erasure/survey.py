"""Looking through everything for what is left of some sessions, and for who else needs their bytes.

What belongs here: one pass over all contents, for any number of sessions. What does not: taking
away what is found (``erasing``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from streams.erasure.contents import Text, contents
from streams.erasure.holdings import Holding
from streams.erasure.references import digests
from streams.past.history import History

LONG = 16
"""Characters of an id that is no word: where a place does not say whose it is, only such are looked
for, as every gateway makes them."""
_IDS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]*")


@dataclass(slots=True)
class Survey:
    """``keys``, ``texts``: what was looked through. ``left``: the keys and entries that are the
    sessions'. ``artifacts``, ``assets``: those of them that something else names."""

    keys: int = 0
    texts: int = 0
    left: list[tuple[str, str]] = field(default_factory=list)
    artifacts: set[str] = field(default_factory=set)
    assets: set[str] = field(default_factory=set)


async def survey(history: History, holdings: Sequence[Holding]) -> Survey:
    """Look through all that the deployment holds. Raises ``Unreadable``."""
    look = _Look(history, holdings)
    found = Survey()
    before = ""
    async for page in contents(history):
        for text in page:
            found.keys += text.key != before
            found.texts += 1
            before = text.key
            look.into(text, found)
    return found


class _Look:
    """What is looked for, by kind."""

    def __init__(self, history: History, holdings: Sequence[Holding]) -> None:
        self.sessions = {h.session for h in holdings}
        self.requests = {r for h in holdings for r in h.requests}
        self.artifacts = {a for h in holdings for a in h.artifacts}
        self.assets = {a for h in holdings for a in h.assets}
        self.keys = {key for h in holdings for key in h.keys(history.shards.of(h.session).keys)}
        self.by_request = {log.keys.cancelled for log in history.shards}
        self.by_session = {k for log in history.shards for k in (log.keys.sessions, log.keys.open)}
        self.long = {session for session in self.sessions if len(session) >= LONG}

    def into(self, text: Text, found: Survey) -> None:
        if self._is_theirs(text):
            found.left.append((text.key, text.entry))
            return
        if self.artifacts:
            found.artifacts.update(d for d in digests(text.text) if d in self.artifacts)
        if self.assets:
            found.assets.update(self.assets.intersection(_IDS.findall(text.text)))

    def _is_theirs(self, text: Text) -> bool:
        if text.key in self.keys:
            return True
        if text.session is not None:  # another session may speak of it, and stays what it is
            return text.session in self.sessions
        if text.key in self.by_request:
            return text.text in self.requests
        if text.key in self.by_session:
            return text.text.partition("/")[0] in self.sessions
        return not self.long.isdisjoint(_IDS.findall(text.text))
