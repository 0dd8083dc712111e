"""Wishes in other words, sentence by sentence, as plain commands that the edits read.

What belongs here: the order in which the forms are tried, on words whose scene is known. What does
not: the forms themselves (``giving``, ``fronting``, ``parting``, ``likening``, ``learnt``), and
words that mean the same in any scene, which ``plainly`` replaces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consumers.lexicon.edits.commands import command_at, without_politeness
from consumers.lexicon.edits.items import label_of, with_article
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.sentences.fronts import is_somebody
from consumers.lexicon.talk.causing import caused
from consumers.lexicon.talk.fronting import fronted, where_it_was
from consumers.lexicon.talk.giving import given, given_too, part_of_it
from consumers.lexicon.talk.happening import happened, told_of
from consumers.lexicon.talk.learnt import learnt
from consumers.lexicon.talk.likening import likened
from consumers.lexicon.talk.parting import parted, said_by_others
from consumers.lexicon.talk.questions import asked
from consumers.lexicon.talk.recounting import recounted
from consumers.lexicon.talk.therefore import in_one, therefore
from consumers.lexicon.talk.whom import all_of_them, living, may_be, whom
from consumers.lexicon.words.gazetteer import noun_at
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.tokens import Line, read
from schemas.edits import SceneItem
from schemas.ids import NodeId
from schemas.state import Turn

_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*\s*|[.!?;\n]+\s*")
_DECIMAL = re.compile(r"\d\.\d")
_SO = re.compile(
    r"(?:(?:well|so|oh|and|but|hey|hm+|actually|honestly|also|then|now|maybe|perhaps"
    r"|i think|i guess"
    r"|ok|okay|please|by the way|besides|in addition|finally|,)(?: |$))+"
)
_LONGEST = 60
"""Words of a sentence that is looked at."""


def in_plain_words(
    text: str,
    items: Sequence[SceneItem],
    touched: Sequence[NodeId] = (),
    last: Turn | None = None,
    heard: Sequence[NodeId] = (),
) -> str:
    """``text`` with each sentence that wishes in other words as a plain command; the same text
    where none does. ``touched``: what the last change was about, the newest first; ``last``: the
    turn that made it, None where the last turn changed nothing; ``heard``: who was spoken of in
    earlier turns, the latest last."""
    finder = Finder(tuple(items), tuple(reversed(touched)), heard=tuple(heard))
    pieces = [text] if _DECIMAL.search(text) else _SENTENCE.findall(text)
    split = pieces
    pieces = _with_subjects(split, finder)
    whole = _with_kinds(pieces)
    told = [
        _plain(new, finder, last, first=n == 0) or (new.strip() if new != piece else "")
        for n, (new, piece) in enumerate(zip(whole, pieces, strict=True))
    ]
    if all(new == "" for new in told) and pieces == split:
        return text
    joined = [
        f"{new.rstrip(' .')}." if new else piece.strip()
        for new, piece in zip(told, pieces, strict=True)
    ]
    return " ".join(part for part in joined if part)


def whose_is_it(
    text: str,
    items: Sequence[SceneItem],
    touched: Sequence[NodeId] = (),
    heard: Sequence[NodeId] = (),
) -> str:
    """The question whom "he" and "her" mean in a wish, where it is not plain; "" where it is."""
    pointing = _HE.search(text)
    if pointing is None or asked(read(text)) is not None:
        return ""
    if _SOMEBODY_WANTS.match(text) is not None:
        return ""
    finder = Finder(tuple(items), tuple(reversed(touched)), heard=tuple(heard))
    word = pointing.group().lower()
    alive = [i for i in living(finder) if may_be(word, i)]
    if not alive or whom(finder, word) or _names_somebody(read(text), finder):
        return ""
    names = list(dict.fromkeys(i.name.lower() for i in alive))[:_MOST_ASKED]
    choice = f"{', '.join(f'the {n}' for n in names[:-1])} or the {names[-1]}"
    return f"Whom do you mean: {choice}? Nothing is changed yet."


def _names_somebody(line: Line, finder: Finder) -> bool:
    """Whether somebody is named in the same words: "a lady on the bench with her suitcase next to
    her"."""
    if any(f" {label_of(i)} " in f" {line.text} " for i in living(finder)):
        return True
    named = (noun_at(line, at) for at in range(len(line)))
    return any(found is not None and is_somebody(found.noun, found.name) for found in named)


def _with_kinds(pieces: Sequence[str]) -> list[str]:
    """ "(where is the barkeeper?) There should be one behind the bar" with what "one" is."""
    said = list(pieces)
    for at in range(1, len(said)):
        found = _BE_ONE.search(said[at])
        before = read(said[at - 1])
        named = next(
            (p for n in range(len(before)) if (p := phrase_at(before, n)) and p[0].noun), None
        )
        if found is not None and named is not None and named[0].noun:
            kind = singular(named[0].label) if named[0].plural else named[0].label
            one = said[at][found.end() :]
            said[at] = f"{said[at][: found.start()]}there should be {with_article(kind)}{one}"
    return said


def _with_subjects(pieces: Sequence[str], finder: Finder) -> list[str]:
    """ "(two of the plants died.) Take them out" with what "them" is."""
    said = list(pieces)
    for at in range(len(said)):
        told, _, wish = (said[at - 1], "", said[at]) if at else said[at].partition(",")
        command = in_one(_unmarked(without_politeness(read(wish))))
        if _THEM.search(command.text) is None or command_at(command, 0) is None:
            continue
        meant = told_of(_unmarked(read(told)), finder)
        if meant:
            said[at] = _THEM.sub(meant, command.text, count=1)
            said[at - 1] = said[at - 1] if not at else ""
    return [piece for piece in said if piece]


_THEM = re.compile(r"\b(?:them|it|those|him)\b", re.IGNORECASE)
_SOMEBODY_WANTS = re.compile(
    r"^\s*(?:(?:and|but|so|now|also) )*(?:he|she|they) (?:(?:also|really|just"
    r"|still) )*(?:wants?|would"
    r" like|asks? for|asked for|wishes for|prefers?|needs?)(?: to have)?\b",
    re.IGNORECASE,
)
_TWICE_NAMED = re.compile(
    r"^(\s*(?:the|my|our|these|those|one|an?|some|two) \w+),? (?:they|it)"
    r"(?= (?:is|are|should|must|can|could|need)\b)",
    re.IGNORECASE,
)
"""What is named and then pointed at: "the trees they are ..."."""
_MAY_COME = re.compile(
    r"^\s*(?:please )?(?:can|could|may|might) (?P<who>(?:the|my|our|an?|his|her|one of|all|both"
    r"|two) [a-z][a-z ]{0,30}?|some(?:one|body)) "
    r"(?P<deed>(?:come(?= (?:too|along|as well|with|in|over)\b)|join\b"
    r"|(?:sit|ride|sleep|lie|go|swim|climb)(?= (?:on|in|into|onto|to|at|next|under|behind)\b))"
    r"[^?]*)\??\s*$",
    re.IGNORECASE,
)
"""Who may come: "can my bunny come too?"."""
_BE_ONE = re.compile(r"\bthere (?:should|must|could|ought to|has to|needs to) be one\b", re.I)
_MOST_ASKED = 5


def can_not_have(text: str, items: Sequence[SceneItem], touched: Sequence[NodeId] = ()) -> str:
    """What is said to clothes or a part for somebody who is there; "" for any other words."""
    finder = Finder(tuple(items), tuple(reversed(touched)))
    line = without_politeness(read(text))
    return part_of_it(_unmarked(line), finder) if len(line) <= _LONGEST else ""


def _plain(piece: str, finder: Finder, last: Turn | None, *, first: bool = True) -> str:
    """One sentence as a plain command; "" where it is no wish in other words. ``first``: nothing
    was said before it since the last change."""
    direct = _ON_SOMEBODY.sub(_at_somebody, said_by_others(piece))
    alone = not any(is_somebody(i.noun, label_of(i)) for i in finder.items)
    if alone or direct != piece:  # "my boss says he wants ..."
        direct = _SOMEBODY_WANTS.sub("I want", direct)  # who is spoken of is not in the scene
    direct = _TWICE_NAMED.sub(r"\1", direct)
    direct = _MAY_COME.sub(r"\g<who> shall \g<deed>", direct)
    direct = _THEM_EACH.sub(lambda found: _all_names(finder) or found.group(), direct)
    direct = learnt(_unmarked(read(direct)), finder) or direct
    line = _unmarked(read(direct))
    there = where_it_was(line)
    if there:
        return there
    if not 1 < len(line) <= _LONGEST or asked(read(direct)) is not None:
        return ""
    begun = line.match(_SO, 0)
    for said in (line, line.part(begun[1], len(line)) if begun else line, without_politeness(line)):
        told = (
            therefore(said, finder)
            or fronted(said, finder)
            or given(said, finder)
            or parted(said, finder, last.answered if last is not None else "")
            or likened(said, finder)
            or caused(said, finder)
            or happened(said, finder)
            or (recounted(said, finder, last) if last is not None and first else "")
            or (given_too(said, read(last.said), finder) if last is not None else "")
        )
        if told:
            return told
    named = _named(direct, finder)
    return named.strip() if named != piece else ""


def _all_names(finder: Finder) -> str:
    """The names of those who face each other, where only some that were touched last can: "the
    bear and the doll"."""
    last = [i for i in finder.items if i.id in finder.last]
    alive = living(finder)
    if len(alive) < 2 or (len(last) > 1 and all(i in alive for i in last)):
        return ""
    return " and ".join(f"the {i.name.lower()}" for i in all_of_them(finder))


_THEM_EACH = re.compile(
    r"\b(?:them|they)\b(?= (?:(?:should|must|shall|all|both) )*(?:look|face|stare|turn|smile|gaze)"
    r"(?: (?:at|to|towards?))? (?:each other|one another))",
    re.IGNORECASE,
)


def _at_somebody(found: re.Match[str]) -> str:
    """ "on the captain's shoulder" as "on the captain", "in his hand" as next to him."""
    where = "on" if found["where"].lower().endswith("on") else "next to"
    return f"{where} {found['whom']}"


_ON_SOMEBODY = re.compile(
    r"\b(?P<where>on|upon|in|into) (?P<whom>(?:the|my|our|each|every) \w+(?: \w+)?)['’]s? "
    r"(?:left |right |other )?(?:shoulder|head|lap|arm|hand|paw)s?\b",
    re.IGNORECASE,
)


def _named(piece: str, finder: Finder) -> str:
    """``piece`` with the name of whom "he" and "her" mean, where that is plain."""
    pointing = _HE.search(piece)
    meant = whom(finder, pointing.group().lower()) if pointing is not None else []
    if not meant or _names_somebody(read(piece), finder):
        return piece  # "the king, he ..."
    return _HE.sub(f"the {meant[0].name.lower()}", piece)


_HE = re.compile(
    r"\b(?:he|she|him)\b(?!['’])"
    r"|\bher\b(?=(?: (?:to|on|in|at|by|next|near|under|behind|beside|closer|a|an|the|around|away"
    r"|there|here|up|down|back|left|right|please|too|look|face|turn|sit|stand)\b|[.!,]|$))",
    re.IGNORECASE,
)


def _unmarked(line: Line) -> Line:
    """``line`` without the marks at its end."""
    stop = len(line)
    while stop and not line.at(stop - 1)[0].isalnum():
        stop -= 1
    return line.part(0, stop)
