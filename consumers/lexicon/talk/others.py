"""What is wanted of all but one: "don't touch the bed, but delete the rest".

What belongs here: such words as one command with an exception, and "it" after what is not to be
done to a thing. What does not: keeping things from other edits (``edits/sparing``).
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.commands import command_at, without_politeness
from consumers.lexicon.words.tokens import Line, read

_SPARED = re.compile(
    r"(?:please |but |and |just |, )*(?:do not|never) (?:touch|change|alter|modify|mess with|move"
    r"|remove|delete|paint|resize)(?: any of)? (?P<kept>(?:the|my|our|that|this|those|these) "
    r"(?:[a-z0-9]+ ?){1,5}?)(?: (?:though|at all|please))*(?= *(?:[,.;!]|but\b|and\b|just\b|$))"
    r"[ ,.;!]*(?:(?:but|and|just|only|please)\b[ ,]*)*"
)
_KEPT = re.compile(
    r"(?:please |but |and |just |, )*(?:keep|leave) (?:only |just )?(?P<kept>(?:the|my|our|that"
    r"|this"
    r"|those|these) (?:[a-z0-9]+ ?){1,4}?)(?: (?:as (?:it|they) (?:is|are)|alone|there|in place))?"
    r"(?= *(?:[,.;!]|but\b|and\b))[ ,.;!]*(?:(?:but|and|just|only|please)\b[ ,]*)*"
)
_REST = re.compile(
    r"(?:all (?:of )?)?(?:the rest|the others|the other ones|all others|everything else|all else"
    r"|anything else)(?: of (?:the |them\b|it\b|those |my )?(?P<kind>[a-z]+(?: [a-z]+)?)?)?"
)
_IT = re.compile(r"\b(?:it|them|this|that|these|those)\b")
_WHOLE = frozenset({"room", "scene", "furniture", "things", "stuff", "house", "place", "objects"})


def of_others(text: str) -> str:
    """``text`` as a command without what it begins with not to do, where it goes on about the rest
    ("delete everything except the bed") or about the same thing; "" for other words."""
    line = read(text)
    found = _SPARED.search(line.text) or _KEPT.match(line.text)
    if found is None or line.text[: found.start()].strip(" ,.;"):
        return ""
    wish, kept = line.text[found.end() :].strip(" ,.;"), found["kept"].strip()
    if not wish or command_at(without_politeness(Line(tuple(wish.split()))), 0) is None:
        return ""
    rest = _REST.search(wish)
    if rest is not None:
        return _excepting(wish, rest, kept)
    spared = _SPARED.match(line.text) is not None
    return _IT.sub(kept, wish, count=1) if spared and _IT.search(wish) else ""


def _excepting(wish: str, found: re.Match[str], kept: str) -> str:
    """ "delete the rest of the cars" as "delete all the cars except the blue ones"."""
    kind = found["kind"] or ""
    what = f"all the {kind}" if kind and kind not in _WHOLE else "everything"
    return f"{wish[: found.start()]}{what} except {kept}{wish[found.end() :]}"
