"""What is given as an example of what is wanted is what is wanted: "another colour, for example
green", "put something there, maybe a vase", "longer, let's say 3 m".

What belongs here: such a text with the example in the place of the general word.
"""

from __future__ import annotations

import re

from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words.looks import color_at, material_at
from consumers.lexicon.words.tokens import read

_FOR_EXAMPLE = (
    r"(?:[\s,(:–-]+(?:for example|for instance|as an example|e\.? ?g\.?|i\.? ?e\.?|that is|such as"
    r"|like|maybe|perhaps|possibly|probably|let us say|let's say|lets say|say|ideally"
    r"|preferably)\b\.?)+[\s,:]*"
)
_MARK = re.compile(
    r"\s*[,(]?\s*\b(?:for example|for instance|as an example|e\.g\."
    r"|i\.e\.)[\s,:]+(?=\w)",
    re.IGNORECASE,
)
"""The mark of an example, which is no thing itself."""
_ASPECT = r"(?:colou?rs?|materials?|shades?|tones?|tints?|fabrics?|finish(?:es)?)"
_OTHER_LOOK = re.compile(
    rf"(?:\b(?:in|of|with|to|into) )?(?:\b(?:an?|some|the|any|its) )?\b(?:other|another|different"
    rf"|new|nicer|nice|better|brighter|darker|lighter|warmer|warm|cold|bright|dark|light|strong)"
    rf" {_ASPECT}{_FOR_EXAMPLE}(?:an? )?(?P<look>[a-z]+(?: [a-z]+)?)",
    re.IGNORECASE,
)
_OTHER_FOR = re.compile(
    rf"^\s*(?:i want |i need |please |give me |use )*(?:an? |some )?(?:other|another|different|new"
    rf"|nicer"
    rf"|better|brighter|darker) {_ASPECT} (?:for|on|of) (?P<thing>(?:the |my |our )?[a-z]+"
    rf"(?: [a-z]+)?){_FOR_EXAMPLE}(?:an? )?(?P<look>[a-z]+(?: [a-z]+)?)[\s).!]*$",
    re.IGNORECASE,
)
_LENGTHS = {
    "longer": "long", "wider": "wide", "broader": "wide", "taller": "tall", "higher": "tall",
    "deeper": "deep", "shorter": "long", "narrower": "wide", "lower": "tall",
}  # fmt: skip
_MEASURED = re.compile(
    rf"\b(?:(?:a bit|a little|much|way|more) )*(?P<way>{'|'.join(_LENGTHS)}){_FOR_EXAMPLE}"
    r"(?:about |around |to )?(?P<much>\d+(?:[.,]\d+)? ?(?:mm|cm|m|met(?:er|re)s?|centimet(?:er"
    r"|re)s?"
    r"|feet|foot|ft|inch(?:es)?)\b)(?! (?:more|less|longer|wider|taller|higher|deeper))",
    re.IGNORECASE,
)
_SOMETHING = re.compile(
    rf"\b(?P<general>something|anything|some (?:thing|object|item|animal|furniture|plant|decoration"
    rf"|decor)s?|an? (?:thing|object|animal|plant|decoration)|some decoration)"
    rf"(?P<between>(?: [a-z']+){{0,6}}?){_FOR_EXAMPLE}"
    rf"(?P<thing>(?:an?|the|some|two|three|four|\d+) [^,.;!?\n]{{2,60}})",
    re.IGNORECASE,
)


def exemplified(text: str) -> str:
    """``text`` with what is only an example said outright; the same text where there is none."""
    asked = _OTHER_FOR.match(text)
    if asked is not None and _begins_with_look(asked["look"]):
        thing = asked["thing"].strip()
        named = thing if thing.split()[0].lower() in {"the", "my", "our"} else f"the {thing}"
        return f"make {named} {asked['look']}"
    text = _OTHER_LOOK.sub(_look, text)
    text = _MEASURED.sub(lambda m: f"{m['much']} {_LENGTHS[m['way'].lower()]}", text)
    return _MARK.sub(" ", _SOMETHING.sub(_thing, text))


def _look(found: re.Match[str]) -> str:
    """ "in another colour, for example green" as "green"."""
    return found["look"] if _begins_with_look(found["look"]) else found.group()


def _begins_with_look(words: str) -> bool:
    line = read(words)
    return color_at(line, 0) is not None or material_at(line, 0) is not None


def _thing(found: re.Match[str]) -> str:
    """ "something on the table, for example a vase" as "a vase on the table"."""
    named = phrase_at(read(found["thing"]), 0)
    if named is None or not named[0].head:
        return found.group()
    return f"{found['thing'].strip()}{found['between']}"
