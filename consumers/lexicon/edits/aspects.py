"""What a command says besides the thing and the deed: "the colour of", "except the table".

What does not belong here: doing it, which is in ``changes``.
"""

from __future__ import annotations

import re

from consumers.lexicon.edits import amounts
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.words.tokens import Line
from consumers.lexicon.words.wordclasses import DETERMINERS, PRONOUNS
from schemas.ids import NodeId

_ASPECT = re.compile(
    r"(?:the |its |their )?(?:colou?r|material|size|scale|look|texture|style|height"
    r"|width|depth|length)s? of(?= )"
)
_ASPECT_AFTER = re.compile(
    r"(?:'s )?(?:colou?r|material|size|texture|height|width|depth|length)(?= (?:to|into|by|as)\b)"
    r"|'s (?:size|height|width|depth|length)$"
)
_SIDE = re.compile(r"height|width|depth|length|size|scale")
_SIZE = re.compile(
    r"(?:(?:a|tiny|little|bit|touch|tad|lot|much|slightly|even|still|way|somewhat|just|make|it|and"
    r"|now) )*(?:bigger|larger|smaller|taller|shorter|wider|narrower|longer|higher|lower|thicker"
    r"|thinner)(?: (?:still|again|yet|please|now|then|though))*[ .!]*"
)
_ONLY = re.compile(r"(?:only|just|simply)(?= )")


def said_of_one(phrase: Phrase) -> Line | None:
    """What "a rectangular one" says of a thing that stays of its kind; None for another thing."""
    words = phrase.said.split()
    if phrase.head != "one" or words[-1:] not in (["one"], ["ones"]):
        return None
    said = Line(tuple(w for w in words[:-1] if w not in DETERMINERS))
    return said if len(said) else None


def only_describes(rest: Line) -> bool:
    """Whether the words only describe: "red", "bigger", so that they are about what was touched."""
    found = phrase_at(rest, 0)
    if found is not None and found[0].noun:
        return False
    if is_size(rest):
        return True
    return attributes_at(rest, 0) is not None or amounts.factor(rest) is not None


def is_size(rest: Line) -> bool:
    """Whether the words are nothing but "(a bit) bigger"."""
    return _SIZE.fullmatch(rest.text) is not None


def spared(rest: Line, finder: Finder) -> set[NodeId]:
    """What "everything blue except the table" leaves as it is."""
    for at, word in enumerate(rest.words):
        if word in {"except", "excluding", "besides"}:
            kept = select(rest, at + 1 + (rest.at(at + 1) == "for"), finder)
            return {i.id for i in kept.items} if kept else set()
    return set()


def aspect_of(rest: Line) -> str:
    """The side that "the height of the shelf" names before the thing; "" for none."""
    found = rest.match(_ASPECT, 0)
    after = next((f for at in range(1, len(rest)) if (f := _aspect_after(rest, at))), None)
    return found[0].group() if found else after[0].group() if after else ""


def is_side(aspect: str) -> bool:
    """Whether the aspect is a measure, so that what is said of it is a size."""
    return _SIDE.search(aspect) is not None


def without_aspect(rest: Line) -> Line:
    """ "the color of the sofa to red" as "the sofa to red"."""
    only = rest.match(_ONLY, 0)
    if only is not None:  # "only the table longer"
        rest = Line((*rest.words[only[1] :], *rest.words[: only[1]]))
    found = rest.match(_ASPECT, 0)
    if found is not None:
        rest = rest.part(found[1], len(rest))
        if rest.at(0) not in DETERMINERS | PRONOUNS:  # "the colour of plant"
            rest = Line(("the", *rest.words))
    for at in range(len(rest)):
        matched = _aspect_after(rest, at) if at > 0 else None
        if matched is not None:
            return Line((*rest.words[:at], *rest.words[matched[1] :]))
    return rest


def _aspect_after(rest: Line, at: int) -> tuple[re.Match[str], int] | None:
    """ "(the sofa) width (to 2 m)": the aspect that follows the thing it is of."""
    return None if rest.at(at - 1) in {"same", "the"} else rest.match(_ASPECT_AFTER, at)
