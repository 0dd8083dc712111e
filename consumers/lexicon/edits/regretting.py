"""Words that would rather have a thing as it was: "the hat was good", "keep the plant after all",
"nvm bed was fine", "no!".

What belongs here: reading a whole request as such. What does not: wishes that say so themselves
("undo", "as it was before"), which are in ``undoing``; whether anything was changed at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from consumers.lexicon.edits.commands import clauses
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line, read

_SIGHS = (
    r"(?:(?:oh|ah|hmm+|hm|no|nope|nah|well|ok|okay|sorry|wait|but|and|so|you know what|ugh|argh"
    r"|oops"
    r"|um|uh|i think|i guess|honestly|please|,|[.!]) )*"
)
_THOUGHTS = (
    r"(?:(?:on|after|having) second thoughts?|thinking about it|never ?mind|nevermind|forget it"
    r"|forget that|actually|i changed my mind|i have changed my mind|come to think of it|leave it"
    r"|scratch that)"
)
_WAS = re.compile(
    rf"{_SIGHS}(?P<thought>{_THOUGHTS}(?: [,.!])?(?: {_THOUGHTS}(?: [,.!])?)* )?{_SIGHS}"
    r"(?:i (?:think|thought|guess|liked|preferred) )?(?:that )?(?P<thing>(?:the |my |our |its )?"
    r"(?:[a-z]+ ){0,2}?[a-z]+) (?:was|were|looked) (?:(?:actually|really|just|already|so|much|quite"
    r"|totally|perfectly|all|absolutely) )*(?P<how>fine|good|ok|okay|better|nice|nicer|perfect"
    r"|great|right|alright|cool|prettier|enough|lovely|best)"
    r"(?P<before> (?:before|as (?:it|they) (?:was|were)|the way (?:it|they) (?:was|were)"
    r"|how (?:it|they) (?:was|were)|like (?:that|it was)|already|then|originally|at first|there"
    r"|where (?:it|they) (?:was|were)))*(?: (?:please|sorry|though|actually|after all|[,.!]))*"
)
_LIKED = re.compile(
    rf"{_SIGHS}(?:{_THOUGHTS}(?: [,.!])? )?{_SIGHS}i (?:liked|preferred|loved) (?P<thing>(?:the "
    rf"|it|them|that"
    r"|its )?(?:[a-z]+ ?){0,3}?) ?(?:better|more|best)?(?: (?:before|as it was|the way it was"
    r"|how it"
    r" was))(?: (?:please|though|[,.!]))*"
)
_KEEP = re.compile(
    rf"{_SIGHS}(?:{_THOUGHTS}(?: [,.!])? )?{_SIGHS}(?:just |let us |we (?:should |will )?"
    rf"|i (?:want to"
    r" |would like to )?)?(?:keep|leave|do not (?:remove|delete|take away)) (?P<thing>it|them|that"
    r"|(?:the |my )"
    r"(?:[a-z]+ )??[a-z]+)(?: (?:there|in|here|after all|then|please|as it was|where it was|alone"
    r"|be"
    r"|in the (?:room|scene)|[,.!]))*"
)
_NO = re.compile(
    r"(?:(?:no+|nope|nah|nooo+|oh|argh|stop|wait|wrong|ugh|do not|not that|not like that|not what i"
    r" (?:meant|wanted|said|asked for)|that is (?:not (?:it|right|what i (?:meant|wanted|said|asked"
    r" for))|wrong)|not there|not so|i (?:do not|really do not) like (?:it|that|this|them)"
    r"|i hate (?:it|that|this)"
    r"|please|please no|[,.!])(?: |$))+"
)
_OLD = frozenset({
    "it", "that", "this", "they", "them", "everything", "all", "before", "old", "first", "previous",
    "original", "one", "color", "colour", "size", "place", "position", "look", "version", "way",
})  # fmt: skip
"""Words for what was changed last, or how it was."""


@dataclass(frozen=True, slots=True)
class Regret:
    """What was liked as it was: the words of ``thing``; () for what was changed last. ``sure``:
    that it is no longer so is said, and not only that it was nice."""

    thing: tuple[str, ...]
    sure: bool


def regretted(line: Line) -> Regret | None:
    """What ``line`` would rather have as it was, if it says that and no more."""
    liked = _LIKED.fullmatch(line.text)
    if liked is not None:
        return Regret(_words(liked["thing"]), sure=True)
    was = _WAS.fullmatch(line.text)
    if was is None or was["how"] == "enough" or quantity(read(was["thing"]), 0) is not None:
        return None  # "one was enough"
    sure = was["thought"] is not None or was["before"] is not None or was["how"].endswith("er")
    return Regret(_words(was["thing"]), sure)


def kept(line: Line) -> tuple[str, ...] | None:
    """The words of what shall stay after all; () for what was spoken of, None for other words."""
    found = _KEEP.fullmatch(line.text)
    return _words(found["thing"]) if found is not None else None


def declines(line: Line) -> bool:
    """Whether ``line`` only says no to what was just done: "no!", "nope, I don't like it"."""
    return line.at(0) != "" and _NO.fullmatch(line.text) is not None


def is_about(thing: tuple[str, ...], said: str, answered: str) -> bool:
    """Whether what was said last, or what was answered to it, names ``thing``."""
    words = {singular(w) for w in (*read(said).words, *read(answered).words)}
    return all(singular(w) in words for w in thing)


def removes(said: str) -> bool:
    """Whether the words took something away."""
    commands = clauses(read(said))
    return bool(commands) and all(c.op == "remove" for c in commands)


def _words(said: str) -> tuple[str, ...]:
    words = [w for w in said.split() if w not in {"the", "my", "our", "its"}]
    return () if all(w in _OLD for w in words) else tuple(words)
