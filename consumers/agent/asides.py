"""A command and a question in one breath: "paint the door red, and how many windows are there?".

What belongs here: telling the two apart by the text alone, so that the question can be answered
when the command is done, and the answer to it. What does not: either of them by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from consumers.agent.answering import answered
from consumers.agent.decision import Context
from consumers.lexicon.edits.commands import clauses, without_politeness
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words.tokens import read

_LONGEST = 400
"""Characters of a request that is looked at."""
_JOINT = re.compile(
    r"\s*[,.;!?:-]+\s+(?:(?:and|but|then|also|oh|by the way|btw)\s*,?\s+)*"
    r"|\s+and\s+(?:also\s+)?(?=(?:tell|how|what|where|which|who)\b)",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:(?:can|could) you (?:also )?tell me |(?:please )?tell me |do you know |i wonder )?"
    r"(?:how (?:many|much|big|tall|wide|long|far|high|large|deep)\b"
    r"|what (?:is|are|else|colou?r|size|material|stands|lies)\b|where (?:is|are)\b"
    r"|which (?:\w+ ){1,3}(?:is|are)\b|who (?:is|are)\b"
    r"|(?:is|are) (?:there|the|it|they|my)\b|do (?:i|we) have\b)",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|them)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Aside:
    """``command``: the words of what is to be done; ``question``: of what is asked besides."""

    command: str
    question: str


def aside(text: str) -> Aside | None:
    """``text`` as a command and a question; None where it is not both."""
    if len(text) > _LONGEST:
        return None
    for joint in _JOINT.finditer(text):
        left, right = text[: joint.start()].strip(), text[joint.end() :].strip()
        if _asks(right) and _commands(left):
            return Aside(left, right)
        if _asks(left) and "," not in left and _commands(right):
            return Aside(_about(right, left), left)
    return None


def told_besides(text: str, context: Context) -> str:
    """The answer to the question that ``text`` asks besides its command; "" for none."""
    both = aside(text)
    if both is None:
        return ""
    answer = answered(read(both.question), context)
    return answer or f'I can not tell from the scene: "{both.question.rstrip("?. ")}?"'


def _asks(text: str) -> bool:
    return _QUESTION.match(text) is not None


def _commands(text: str) -> bool:
    said = clauses(without_politeness(read(text)))
    return bool(said) and bool(said[0].op) and not _asks(text)


def _about(command: str, question: str) -> str:
    """ "(where is the printer, and) make it red": the command with what the question names."""
    line = read(question)
    for at in range(len(line)):
        named = phrase_at(line, at) if line.at(at) in {"the", "my", "our"} else None
        if named is not None and not named[0].pronoun:
            return _IT.sub(line.span(at, named[1]), command, count=1)
    return command
