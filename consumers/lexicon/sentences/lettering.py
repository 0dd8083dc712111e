"""What is written on things: "a neon sign saying LIVE", "a banner that reads happy birthday".

No model here carries letters, so the words are left out of the reading and told. What belongs here:
finding them. Names in quotes that are no writing stay.
"""

from __future__ import annotations

import re

_BOARDS = (
    r"(?:signs?|signboards?|banners?|posters?|billboards?|(?:black|white|chalk|notice|menu)?boards?"
    r"|plaques?|placards?|screens?|notes?|labels?|flags?|letters|graffiti|tombstones?|gravestones?"
    r"|cards?|plates?|papers?|displays?|books?|cakes?|mugs?|shirts?|doormats?|flyers?|neon"
    r"|lettering|writing|text|headstones?|stones?)"
)
_SAYING = (
    r"(?:saying|reading|that (?:says|say|reads|read)|which (?:says|say|reads|read)|says|with the"
    r" (?:words?|text|letters|name|inscription|lettering|writing|title|message|slogan)"
    r"|with (?:text|writing)|label(?:l)?ed(?: as)?|inscribed(?: with)?|that is label(?:l)?ed)"
)
_QUOTED = r"[\"“”'‘][^\"“”'‘’]{1,80}[\"“”'’]"
_PLAIN = (
    r"[^\s,.;:!?]+(?:\s+(?!(?:on|above|over|at|in|next|behind|under|near|by|against|hanging|hung"
    r"|beside|outside|and|with|to|from|between|opposite|along|around)\b)[^\s,.;:!?]+){0,5}[!?]?"
)
_WRITING = re.compile(
    rf"\b(?P<board>{_BOARDS}),?\s+(?:{_SAYING}:?\s+(?P<text>{_QUOTED}|{_PLAIN})"
    rf"|(?P<name>[\"“][^\"“”]{{1,80}}[\"”]))",
    re.IGNORECASE,
)
_MOST = 3


def without_lettering(text: str) -> tuple[str, tuple[str, ...]]:
    """``text`` without what is written on things, and the notes that tell of it."""
    told: list[str] = []

    def left_out(found: re.Match[str]) -> str:
        if len(told) >= _MOST:
            return found.group()
        told.append((found["text"] or found["name"]).strip("\"“”'‘’ "))
        return found["board"]

    plain = _WRITING.sub(left_out, text)
    if not told:
        return text, ()
    words = ", ".join(f'"{said}"' for said in told)
    return plain, (f"Models carry no letters yet, so left out: {words}.",)
