"""Several wishes in one long breath, as sentences of their own: "put a rug there and then the lamp
can go and oh make the sofa green".

What belongs here: setting full stops where speech has none. What does not: commands joined by a
plain "and", which ``edits/commands`` takes apart.
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.commands import command_at, without_politeness
from consumers.lexicon.words.tokens import read

_LONGEST = 800
_JOIN = re.compile(
    r"(?:\s*[,;–—-])*\s+(?P<words>(?:(?:and|then|also|oh|plus|but|um+|uh+|ok|okay|please|next"
    r"|after that|afterwards|finally|lastly|yeah|well|actually|maybe)\b[\s,]*)+)(?=\w)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:and|then|also|oh|plus|but|next|after that|afterwards|finally|lastly)\b"
)
_PLAIN = frozenset({"and", "then", "and then", "but"})
"""Words between two commands that are taken apart elsewhere."""
_CLAUSE = re.compile(
    r"(?:(?:the|my|our|that|this|these|those|all the|both|both the) (?:[a-z-]+ ){1,4}?|(?:it"
    r"|they) )"
    r"(?:can|should|must|has to|have to|needs to|need to|could|ought to|is to|are to|may)"
    r" (?:also |all |both |just |please )*(?:be|go|get|have|stand|move|come|become|look|stay|hang"
    r"|sit"
    r"|lie|leave|disappear|vanish|face|turn)\b",
    re.IGNORECASE,
)
"""What something shall be or do, which is a wish of its own."""
_BOUND = re.compile(
    r"\b(?:where|so|which|who|if|when|while|until|because|since|unless|before|after|what|how"
    r"|whether|except|between)\b",
    re.IGNORECASE,
)
"""Words after which a clause is a part of the one before."""


def breathed(text: str) -> str:
    """``text`` with a full stop before each wish that begins anew; the same text where none
    does."""
    if len(text) > _LONGEST or "?" in text:
        return text
    told, rest, wished = "", text, False
    while (found := _JOIN.search(rest)) is not None:
        head, tail = rest[: found.start()], rest[found.end() :]
        joint = " ".join(found["words"].lower().replace(",", " ").split())
        wished = wished or _wishes(head)
        bound = _BOUND.search(re.split(r"[.!;]", told + head)[-1]) is not None
        begins = _CLAUSE.match(tail) is not None or (joint not in _PLAIN and _commands(tail))
        if wished and begins and not bound and _GOES_ON.search(joint) is not None and head.strip():
            told, rest = f"{told}{head.rstrip(' ,;')}. ", tail
        else:
            told, rest = f"{told}{rest[: found.end()]}", tail
    return f"{told}{rest}"


def _wishes(text: str) -> bool:
    """Whether a wish was said already: what follows then is another one."""
    last = re.split(r"[.!;]\s", text)[-1]
    return _commands(last) or _CLAUSE.search(last) is not None


def _commands(text: str) -> bool:
    line = without_politeness(read(text))
    return len(line) > 1 and command_at(line, 0) is not None
