"""Why something is not as it was wished: from what the session's own answers told, never invented.

What belongs here: "why is there no sink?", "what is wrong with the scene?", "what did you leave
out?". What does not: what is there and where, which is in ``qualities`` and ``locating``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consumers.lexicon.edits.items import with_article
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.words.tokens import Line, read
from schemas.edits import SceneItem
from schemas.state import Turn

_WRONG = re.compile(
    r"(?:what|which (?:things?|parts?|wish(?:es)?)) (?:\w+ )?(?:is|was|went|are|were) (?:\w+ )?"
    r"(?:wrong|missing|left out|not (?:right|kept|met|there|possible|done)|unmet"
    r"|the problem)\b(?! (?:for|to) )"
    r"|what (?:did|could|have) you (?:not|leave|left|skip|ignore|forget|miss)\b"
    r"|what (?:did|does|could|can) not (?:work|fit|be (?:done|placed|made|shown|kept|added|met"
    r"|built))\b"
    r"|(?:is|are|do|does) (?:there )?(?:any|some) (?:\w+ )?(?:overlapping|colliding|intersecting"
    r"|floating|misplaced|unplaced|lost)\b"
    r"|do (?:any|some)(?: of the| \w+){0,2} (?:overlap|collide|intersect|clip|float)\b"
    r"|(?:is|was|are|did) (?:there )?(?:anything|something"
    r"|everything|all)(?: \w+)? (?:missing|wrong|left out|fit|work(?: out)?|right|ok|okay|fine"
    r"|as i (?:wanted|asked))"
    r"|(?:are|were) there (?:any )?(?:problems?|conflicts?|errors?|issues?)\b"
    r"|is anything (?:missing|overlapping|colliding"
    r"|intersecting|floating|clipping|failing)\b"
)
_WHY = re.compile(
    r"(?:why|how come)(?: (?:is|are|was|were|did|do|does|has|have|can|could))?(?: not)?(?: there)?"
    r"(?: no)?(?= |$)"
)
_WHY_YOU = re.compile(r"(?:why|how come)(?: did| have| do| would| are)? you(?: just)?(?= \w)")
_GONE = re.compile(
    r"\b(?:no|not|missing|gone|absent|left out|leave|left|ignored?|forgot(?:ten)?|skip(?:ped)?"
    r"|elsewhere|without)\b"
)
_NOT_DONE = re.compile(
    r"\b(?:not (?:all|both) fit|i left|can not|could not|no way|no room|too large|too small|gave up"
    r"|give up|left out|elsewhere|would (?:go|be|stand)|in the way|only \d+ of|did not|stays where"
    r"|there is no|not shown|not taken into account)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"things did not work out[;.]")
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_LINKING = frozenset({"so", "that", "there", "is", "are", "it", "the", "a", "very", "now", "in"})
_MOST = 3
"""Reasons told at once."""


def why(question: Line, items: Sequence[SceneItem], talk: Sequence[Turn]) -> str | None:
    """The answer to a question about what is amiss or why; None for any other question."""
    text = question.text
    if _WRONG.match(text):
        return _amiss(talk)
    deed = question.match(_WHY_YOU, 0)
    if deed is not None:
        return _deed(question, deed[1], items, talk)
    began = question.match(_WHY, 0)
    if began is None:
        return None
    finder = Finder(tuple(items))
    for at in range(began[1], len(question)):
        found = phrase_at(question, at, plain=True)
        if found is None or not (found[0].noun or finder.find(found[0])):
            continue
        absent = not finder.find(found[0])
        if absent or _GONE.search(text):
            return _about(found[0], talk, absent=absent)
        asked_for = _asked_for(question.part(found[1], len(question)), found[0], talk)
        if asked_for:
            return asked_for
        if _reasons(found[0], talk):
            return _about(found[0], talk, absent=False)
        return _came_with(found[0], talk)
    return None


def _amiss(talk: Sequence[Turn]) -> str:
    """What the answers about the scene as it is now said that was not done."""
    told: list[str] = []
    for turn in talk:
        if "generate_3d_scene" in turn.did:
            told = []
        told.extend(s for s in _sentences(turn) if _NOT_DONE.search(s))
    told = list(dict.fromkeys(told))[-_MOST:]
    if not told:
        return "Nothing that I know of: all that was asked for is there as it was asked for."
    return f"This did not work out: {' '.join(told)}"


def _about(phrase: Phrase, talk: Sequence[Turn], *, absent: bool) -> str:
    told = _reasons(phrase, talk)
    if told:
        return " ".join(told)
    label = phrase.label
    said = any(phrase.head in read(turn.said).text for turn in talk)
    if not absent:
        return f"The {label} is there; nothing was said of it that was not done."
    if said:
        return f"The {label} is not there any more, or I did not read it. Say: add {_one(phrase)}."
    return f"Nobody has asked for {_one(phrase)} yet. Say: add {_one(phrase)}."


def _deed(question: Line, at: int, items: Sequence[SceneItem], talk: Sequence[Turn]) -> str | None:
    """Why something was done to a thing ("why did you move the oven?"): at whose words, if so."""
    finder = Finder(tuple(items))
    for start in range(at, len(question)):
        found = phrase_at(question, start, plain=True)
        if found is None or found[0].pronoun or not (found[0].noun or finder.find(found[0])):
            continue
        for turn in reversed(talk):
            if "modify_3d_scene" in turn.did and found[0].head in turn.answered.lower():
                said = " ".join(turn.said.split())[:80]
                return f'You said: "{said}". I answered: {turn.answered[:160]}'
        return f"As far as I know, I did nothing to the {found[0].label}. Say: undo, if I did."
    return None


def _asked_for(rest: Line, phrase: Phrase, talk: Sequence[Turn]) -> str:
    """That a thing is as it is ("leaning", "so big") because somebody said so; "" where nobody
    did."""
    said_of = [w for w in rest.words if w[0].isalnum() and w not in _LINKING]
    for turn in reversed(talk):
        for part in re.split(r"[.;,!?\n]| and | then ", turn.said) if turn.did else ():
            words = set(read(part).words)
            if said_of and phrase.head in words and words.issuperset(said_of):
                return f'Because you said: "{" ".join(part.split())}".'
    return ""


def _came_with(phrase: Phrase, talk: Sequence[Turn]) -> str | None:
    """At whose words a thing is there; None where nobody named it."""
    for turn in talk:
        if turn.did and phrase.head in read(turn.said).words:
            said = " ".join(turn.said.split())
            return (
                f'The {phrase.label} came with your words "{said[:100]}"; what they leave open, '
                "I chose so that everything has room."
            )
    return None


def _reasons(phrase: Phrase, talk: Sequence[Turn]) -> list[str]:
    """What was told of such a thing that was not done, the latest last."""
    names = {phrase.head, phrase.label}
    told = [s for turn in talk for s in _sentences(turn) if _NOT_DONE.search(s)]
    return [s for s in dict.fromkeys(told) if any(n in s.lower() for n in names)][-_MOST:]


def _sentences(turn: Turn) -> list[str]:
    """The sentences of an answer; the last one may have been cut short."""
    told = _SENTENCE.split(turn.answered) if turn.did else []
    return [s for s in told if s and not _HEADING.search(s)]


def _one(phrase: Phrase) -> str:
    return with_article(phrase.label) if not phrase.plural else f"some {phrase.label}s"
