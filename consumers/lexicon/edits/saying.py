"""What clauses say of things without a verb of doing: "should be blue", "the lamp looks lonely".

What belongs here: whether such words are a wish or a remark, and whom they are about. What does
not: what shall become of it, which is in ``changes``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consumers.lexicon.edits import amounts, aspects
from consumers.lexicon.edits.dressing import dresses
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

SAID_OF = re.compile(
    r"(?:(?:(?:all|both)(?= (?:be|have|look|go)\b)"
    r"|should|must|needs?|ought|has|have|is|are|was|were|to(?= (?:be|go|look|stand|have))|be"
    r"|looks?|that|which|will|would|could|might|belongs?(?! to)|go|goes|stand|better|nicer"
    r"|best|good"
    r"|float|hover|hang|sit|lie|lay|rest|sleep|lean) ?)+"
    r"(?= )"
)

_REMARK = re.compile(
    r"(?:(?:never ?mind|forget(?: about)?|as for|about|regarding|speaking of|see|hmm+|well|so|oh"
    r"|ugh|i (?:think|feel|guess|find|like|love|hate)|you know|why|it|this"
    r"|that|there) )|not (?:there|that|this|here|like (?:that|this)|so|good|right|nice)\b|(?:the"
    r"|my|this|that|these|those) (?:\w+ ){1,6}?(?:looks?|seems?|is|are|feels?"
    r"|was|were|gets?|receives?|has|have) "
)
_WISHED = re.compile(r"\b(?:should|must|needs?|want|would|could|has to|have to|ought)\b")
_GOING_ON = frozenset({"and", ",", "also", "then", "like", "so"})


def goes_on(rest: Line, at: int, items: Sequence[SceneItem], finder: Finder) -> int | None:
    """Where more is said of ``items`` from word ``at`` on ("..., and also smaller"); None where it
    is not."""
    while rest.at(at) in _GOING_ON:
        at += 1
    tail = rest.part(at, len(rest))
    said = attributes_at(tail, 0) is not None or amounts.factor(tail) is not None
    if not said and dresses(items, tail, finder) is None:
        return None
    found = phrase_at(tail, 0)
    return None if found is not None and (found[0].noun or found[0].pronoun) else at


def describes_present(rest: Line, finder: Finder) -> bool:
    """Whether ``rest`` says looks or a size of things that are there: "the sofa in blue"."""
    for filtered in (True, False):
        chosen = select(rest, 0, finder, filtered=filtered, plain=True)
        if chosen is None or not chosen.items or not chosen.definite:
            continue
        said_of = rest.match(SAID_OF, chosen.stop)
        tail = rest.part(said_of[1] if said_of else chosen.stop, len(rest))
        worn = dresses(chosen.items, tail, finder)
        if attributes_at(tail, 0) is not None or worn is not None or aspects.is_size(tail):
            return True
    return False


def is_remark(rest: Line) -> bool:
    """Whether a clause only remarks on how things are, beside others that say what to do."""
    return _REMARK.match(rest.text) is not None and _WISHED.search(rest.text) is None


def subject(rest: Line, finder: Finder) -> Sequence[SceneItem]:
    """The things that a remark is about: what it names first."""
    for at in range(len(rest)):
        found = phrase_at(rest, at, plain=True)
        items = finder.find(found[0]) if found and not found[0].pronoun else []
        if items:
            return items
    return ()


def is_pronoun(line: Line) -> bool:
    """Whether words name what they are about by a pronoun alone."""
    found = phrase_at(line, 0)
    return (
        found is not None and found[0].pronoun and found[0].head in {"it", "that", "them", "this"}
    )
