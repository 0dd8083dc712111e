"""Words that judge a thing before a wish about it: "I do not like it there. Put it ..." """

from __future__ import annotations

import re

from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.words.tokens import Line
from schemas.ids import NodeId

_JUDGES = re.compile(
    r"(?:i|we) (?:really |still )?(?:do not (?:really )?|no longer )?"
    r"(?:like|love|hate|dislike|prefer|mind)(?: to have)?(?= )"
)


def judged(rest: Line, finder: Finder) -> tuple[NodeId, ...]:
    """What ``rest`` judges and asks nothing of: "it" afterwards is that. Empty for other words."""
    told = rest.match(_JUDGES, 0)
    chosen = select(rest, told[1], finder, plain=True) if told else None
    return tuple(item.id for item in chosen.items) if chosen is not None else ()
