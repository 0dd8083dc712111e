"""Questions in the order of words of other languages, as they are asked in English: "how is big the
carpet?", "there is a window in the room?", "where it is the lamp?".

What belongs here: the words in another order. What does not: answers.
"""

from __future__ import annotations

import re

_THING = r"(?P<thing>(?:the|my|our|that|this|those|these) [^?.!,;]{2,50}?)"
_END = r"\s*(?P<mark>[?!.]*)\s*$"
_HOW = r"(?P<how>big|large|tall|high|wide|long|deep|far|old|many|much|small|heavy|broad|low|thick)"
_INVERTED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"^\s*(?:and |so |please |sorry )*{said}{_END}", re.IGNORECASE), meant)
    for said, meant in (
        (rf"how (?P<is>is|are) {_HOW} {_THING}", r"how \g<how> \g<is> \g<thing>?"),
        (rf"how {_HOW} {_THING} (?P<is>is|are)", r"how \g<how> \g<is> \g<thing>?"),
        (rf"where (?:it is|they are|is it|stays?|stands? it|finds itself) {_THING}",
         r"where is \g<thing>?"),
        (rf"where {_THING} (?P<is>is|are|stands?|stays?)", r"where is \g<thing>?"),
        (r"(?:what|which things?) (?:there is|there are|it is|is it|it has|stays?|stands?)"
         r" (?P<at>(?:on|in|under|behind|next to|near|at) [^?]{2,50}?)", r"what is \g<at>?"),
        (rf"(?:of )?(?:what|which) colou?r (?:it is|has|have|is of) {_THING}",
         r"what colour is \g<thing>?"),
        (r"how much (?P<kind>[a-z]+s) (?:are |is )?(?:there|there are|there is|it has|we have)"
         r"(?P<where>[^?]{0,40}?)", r"how many \g<kind> are there\g<where>?"),
    )
)  # fmt: skip
_THERE = re.compile(
    r"^\s*(?:and |so |but )*there (?P<is>is|are)(?P<also> already| also| still)? "
    r"(?P<what>(?:an?|any|some|one|two|three|no) [^?.!;]{2,60})\?+\s*$",
    re.IGNORECASE,
)
"""A statement with the mark of a question: whether something is there."""


_HERE = re.compile(
    r"^(\s*(?:is|are|there is|there are|is there|are there) [^?.!;]{2,60}?),? (?:in|inside|within"
    r"|on) (?:the"
    r"|this|my) (?:scene|picture|image|model)(\s*\?+\s*)$",
    re.IGNORECASE,
)
"""A question about all that is there, which says so."""


def inverted(text: str) -> str:
    """``text`` as the question is asked in English; the same text where it is none of these."""
    text = _HERE.sub(r"\1\2", text)
    there = _THERE.match(text)
    if there is not None:
        return f"{there['is']} there{there['also'] or ''} {there['what']}?"
    for said, meant in _INVERTED:
        found = said.match(text)
        if found is not None:
            return found.expand(meant)
    return text
