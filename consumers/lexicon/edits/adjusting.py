"""Words that only make sense after a change: "again", "a little more", "too far", "no, the other".

What belongs here: reading a whole request as such. What does not: which change it is about and what
becomes of it, which is in ``consumers/patch/restating.py``.
"""

from __future__ import annotations

import re
from typing import Literal

from consumers.lexicon.edits.adjustments import (
    Adjusting,
    Again,
    Elsewhere,
    First,
    Further,
    Instead,
    Meant,
    MoreOf,
    Onward,
    Spared,
)
from consumers.lexicon.edits.amending import (
    Denied,
    Rather,
    amending,
    back_to,
    bare,
    kind_of_words,
    not_so,
)
from consumers.lexicon.edits.aspects import is_size
from consumers.lexicon.edits.commands import command_at, without_politeness
from consumers.lexicon.edits.ellipsis import further
from consumers.lexicon.edits.undoing import Undo, undoing
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.sentences.settings import named_setting
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line

_LONGEST = 10
_AGAIN = re.compile(
    r"(?:(?:do|try|make|say) )?(?:(?:it|that|this|the same)(?: thing)? )?(?:once |one time )?"
    r"(?:again|once more|one more time|another time)(?: please)?|repeat(?: (?:that|it|this))?"
    r"|(?:do )?the same(?: thing)?(?: again| once more)?|same again|ditto"
)
_EVEN = r"(?:(?:and|even|still|just|go|move|make|turn|do|it|them|that|need|needs|should|be|) ?)*"
_MORE = re.compile(
    rf"{_EVEN}(?:(?P<little>(?:a )?(?:little|bit|tiny bit|little bit|touch|tad)|slightly)"
    r"|(?P<much>much|a lot|lots|far|way|even))? ?(?:more|further|farther|some more|closer"
    r"|nearer)(?: still| again| yet| than (?:that|this|it is))?"
    r"(?: (?:in )?(?:that|the same) (?:way|direction))?(?: please)?"
    r"|(?:that|it|this)? ?(?:is |was )?not (?:far |much |big )?enough|keep going|continue|go on"
)
_LESS = re.compile(
    r"(?:(?:that|it|this) )?(?:(?:is|was) )?(?:a (?:bit|little) |way |far |much )?too"
    r" (?:much|far|close|near)(?: now| there)?"
    r"|(?:a (?:bit|little) )?less(?: please)?(?: far| much)?"
    r"|not (?:so|that|quite so|as|too) (?:much|far|close|near)"
    r"|(?:only )?half (?:of )?(?:that|as much|as far)|half that(?: much)?"
)
_BACKWARDS = re.compile(
    r"(?:(?:to|in|go|turn|move) ?)*(?:it |them |that )?(?:in )?(?:the )?(?:other|opposite|wrong)"
    r" (?:way|direction)(?: around| round)?(?: please)?|(?:the )?wrong (?:way|direction)"
)
_DENIED = re.compile(
    r"(?:(?:oh|oops|hmm+|uh|ok|okay|sorry) ?(?:[,.!] )?)*(?:no|nope|nah|wrong|not there"
    r"|not that way"
    r"|(?:that|it|this) (?:is|was) (?:(?:a bit|way|far|much) )?(?:too (?:much|far|high|low|little)"
    r"|wrong)|too (?:much|far|little|long|short|wide|narrow|tall|high|low|deep|big|large|small)"
    r"(?= [,.!] (?:make (?:it|that) |only |just |rather )*\d)|too (?:much|far|little)"
    r"|i (?:meant|mean|said))(?: ?[,.!]| (?:rather|make it)| no"
    r"| sorry| actually| i (?:meant|mean|said))* (?=\w)"
)
_ONLY_SO_MUCH = re.compile(
    r"(?:(?:only|just|make (?:it|that)|more like|by|about) )*(?P<much>(?:half an? )?[\d.]+"
    r"(?: ?(?:m|cm|mm|met(?:er|re)s?|centimet(?:er|re)s?|degrees|percent|feet|foot|inch(?:es)?))?"
    r"|half an? met(?:er|re)|an? met(?:er|re))(?: (?:only|would do|is enough))?"
)
_WAY = re.compile(
    r"(?:to |further |a bit |a little |more )*(?:the )?(?:left|right|front|back|forwards?"
    r"|backwards?|up|down|higher|lower)(?: side)?"
)
_ENDS = frozenset({"please", "instead", "then", ".", "!", ","})
_MARKS = frozenset({",", "but", "meant", "mean", "said", "wanted", "."})
_NO = re.compile(
    r"(?:(?:oh|ah|oops|ops|hmm+|uh|um|wait|sorry|ok|okay|argh|damn|actually|but|well|[,.!]) )*"
    r"(?:no|nope|nah|wrong|sorry|oops|wrong one|typo)(?: (?:no|sorry|wait|actually|[,.!]))*(?= )"
)
_SORRY = re.compile(r"(?: [,.!])?(?: (?:sorry|please|thanks|thank you|instead|rather|[,.!]))+$")
_EXCEPT = re.compile(
    r"(?:(?:but|just|only|no|oh|wait|sorry|and|ok|okay|,) )*(?:(?<=but )not|except(?: for)?"
    r"|excluding"
    r"|apart from|leave out|not)(?= (?:the|my|our|that|those|these) )"
)
_PLAIN_END = re.compile(r"(?:please|though|of|course|then|thanks|as|it|was|though|[,.!])")
_THIS_ONE = re.compile(
    r"not (?:that|this)(?: one)? (?=(?:the|that) (?:other|left|right|first|second)\b)"
)
_NOT_THAT = re.compile(
    r"(?:not (?:that|this|the|these|those)\b|i (?:did not mean|meant|mean|said)\b)"
)


_SAID = re.compile(
    r"(?:(?:oh|no|nope|oops|sorry|wait|but|hey|,|[.!]|i (?:said|meant|mean|wanted|told you)) )+"
)
_MEANT_BEFORE = re.compile(r"(?:, )?i (?:mean|meant|said|was talking about)(?: [.!])*")
_NOT_OTHER = re.compile(
    r"(?:, )?(?:and )?(?:not|instead of|rather than|i (?:do not|did not) mean)(?= )"
)
_NO_THING = re.compile(
    r"(?:(?:oh|no|nope|nah|oops|sorry|wait|hey|argh|ok|okay|uh|um|,|[.!]) )*"
    r"(?:not|i (?:did not|do not) mean) (?=(?:the|my|that|those|these) )"
)
_I_MEANT = re.compile(
    r"(?:(?:oh|no|nope|nah|oops|sorry|wait|hey|ok|okay|uh|um|,|[.!]) )*"
    r"i (?:meant|mean|said|wanted)(?: that| to say)?(?= )"
)
_I_MEANT_A = re.compile(r"(?:.* )?i (?:meant|mean|said) (?!an? )")
_SHALL = re.compile(
    r"(?:should|must|has to|have to|needs to|need to|is to|are to|can|could|goes|go|gets?)(?= )"
)
_LITTLE = frozenset({"bit", "little", "touch", "tad", "slightly", "lot", "way", "further", "much"})
_CORRECTS = re.compile(
    r"\b(?:rather|i mean|i meant|i said|instead|actually|no|nope|sorry|wait|oops|not there)\b"
)
_SIDES = frozenset({"left", "right"})
_SPATIAL = frozenset({
    "on", "in", "under", "above", "over", "below", "beneath", "underneath", "near", "beside", "by",
    "behind", "between", "around", "at", "against", "along", "inside", "next", "opposite", "into",
    "onto", "close", "outside",
})  # fmt: skip
_A_WAY = re.compile(
    r"(?:(?:just|and|a|an|the|to|on|in|tiny|little|bit|touch|tad|slightly|lot|much|way|further|more"
    r"|over|side|towards|left|right|front|back|forwards?|backwards?|up|down|higher|lower|of)"
    r"(?: |$))+"
)


_STEPS: tuple[tuple[Literal["little", "much"], float], ...] = (("little", 0.4), ("much", 2.0))


def adjusting(line: Line) -> Adjusting | None:
    """What ``line`` wants of the last change, if it wants that and no more."""
    first = _first(line)
    if first is not None:
        return first
    denied = line.match(_NO, 0)
    after = [w for w in line.words[denied[1] :] if w[0].isalnum()] if denied else []
    if _BACKWARDS.fullmatch(" ".join(after)) or _BACKWARDS.fullmatch(bare(line)[0].text):
        return Again(-1.0, instead=True, graded=True)
    wish = not_so(line) or back_to(line)
    if wish:
        return Onward(Line(tuple(wish.split())))
    said = without_politeness(line)
    words = [w for w in said.words if w[0].isalnum()]
    text = " ".join(words)
    if _LESS.fullmatch(text):
        return Again(0.5, instead=True, graded=True)
    spared = _spared(line)
    if spared is not None:
        return spared
    amends = amending(line)
    if amends is not None:
        return Elsewhere(amends.rest) if _is_place(amends) else amends
    corrected = _instead(line) or _named_instead(line) or _meant(line)
    if corrected is not None:
        return corrected
    elsewhere = _elsewhere(line)
    if elsewhere is not None:
        return elsewhere
    if not words or len(words) > _LONGEST:
        return None
    if _AGAIN.fullmatch(text):
        return Again()
    if _BACKWARDS.fullmatch(text):
        return Again(-1.0, instead=True)
    more = _MORE.fullmatch(text)
    if more is not None:
        share = next((share for name, share in _STEPS if more[name]), 1.0)
        return Again(share, graded=text not in {"more", "some more"})
    many = _count(Line(tuple(words)))
    if many is not None:
        return many
    onward = _onward(line, Line(tuple(words)))
    if onward is not None:
        return onward
    rest = further(line)
    return Further(rest) if rest is not None else None


def _count(said: Line) -> MoreOf | None:
    """ "three more", "two more of them", "another one", "one more"."""
    if re.fullmatch(r"(?:add )?another(?: one)?", said.text):
        return MoreOf(1)
    at = 1 if said.at(0) in {"add", "give", "make", "and"} else 0
    found = quantity(said, at)
    rest = said.part(at + found.length, len(said)).text if found else ""
    if found is None or not re.fullmatch(
        r"(?:more|others|more like (?:it|that|them|those)"
        r"|(?:more )?of (?:them|those|these|it|that))",
        rest,
    ):
        return None
    return MoreOf(min(100, max(1, found.count)))


def _instead(line: Line) -> Instead | None:
    """ "not that one, the other", "no, the red one", "I meant the table"."""
    denied = line.match(_NO, 0)
    rest = line.part(denied[1] if denied else 0, len(line))
    sorry = _SORRY.search(rest.text)
    rest = Line(tuple(rest.text[: sorry.start()].split())) if sorry else rest
    marked = _NOT_THAT.match(rest.text) is not None
    if not (denied or marked) or len(rest) > _LONGEST or not len(rest):
        return None
    while len(rest) and not rest.at(len(rest) - 1)[0].isalnum():
        rest = rest.part(0, len(rest) - 1)
    this = rest.match(_THIS_ONE, 0)
    rest = rest.part(this[1], len(rest)) if this is not None else rest
    begin = max((n + 1 for n, word in enumerate(rest.words) if word in _MARKS), default=0)
    found = phrase_at(rest, begin, plain=_I_MEANT_A.match(rest.text) is not None)
    if found is None or not (found[0].definite or _is_bare(rest, begin, found[0])):
        return None
    phrase, stop = found
    tail = rest.part(stop, len(rest)).text.strip(" .!,")
    if tail not in {"", "please", "instead"} or phrase.head in {"that", "this", "it"}:
        return None
    return Instead(phrase)


def _is_bare(rest: Line, at: int, phrase: Phrase) -> bool:
    """Whether "desk" in "I meant desk" is one of those that are there, without its article."""
    meant = at > 0 and rest.at(at - 1) in {"meant", "mean", "said"}
    return meant and bool(phrase.noun) and rest.at(at) not in wc.DETERMINERS and not phrase.counted


def _spared(line: Line) -> Spared | None:
    """ "but not the bunk bed", "except the lamp"."""
    found = line.match(_EXCEPT, 0)
    named = phrase_at(line, found[1]) if found else None
    if found is None or named is None or not named[0].definite or named[0].pronoun:
        return None
    tail = line.part(named[1], len(line))
    if len(line) > _LONGEST or not all(_PLAIN_END.fullmatch(w) for w in tail.words):
        return None
    return Spared(line.part(found[1], named[1]))


def _elsewhere(line: Line) -> Elsewhere | None:
    """ "no, behind it", "nope, left", "too much, only 10 cm"."""
    found = line.match(_DENIED, 0)
    start = found[1] if found else 0
    rest = line.part(start, len(line))
    while len(rest) and (rest.at(len(rest) - 1) in _ENDS):
        rest = rest.part(0, len(rest) - 1)
    if found is None or not 0 < len(rest) <= _LONGEST:
        return None
    measure = _ONLY_SO_MUCH.fullmatch(rest.text)
    if measure is not None:
        return Elsewhere(Line(tuple(measure.group("much").split())))
    if "not" in rest.words or "other" in rest.words or command_at(rest, 0) is not None:
        return None
    way = _WAY.fullmatch(rest.text) is not None
    return Elsewhere(rest) if way or place_at(rest, 0) is not None else None


def _is_place(said: Rather | Denied) -> bool:
    return isinstance(said, Rather) and said.kind == "place"


def _named_instead(line: Line) -> Instead | None:
    """ "the rug, not the sofa", "I said the rug not the sofa", "the rug I mean"."""
    begun = line.match(_SAID, 0)
    start = begun[1] if begun else 0
    found = phrase_at(line, start)
    if found is None or not found[0].definite or found[0].pronoun or len(line) > _LONGEST + 4:
        return None
    tail = line.part(found[1], len(line)).text
    if _MEANT_BEFORE.fullmatch(tail):
        return Instead(found[0])
    other = _NOT_OTHER.match(tail)
    stop = found[1] + len(other.group().split()) if other else 0
    named = phrase_at(line, stop) if other else None
    if named is None or not named[0].definite:
        return None
    after = line.part(named[1], len(line))
    return Instead(found[0]) if all(_PLAIN_END.fullmatch(w) for w in after.words) else None


def _meant(line: Line) -> Meant | None:
    """ "oops, I meant the rug should be green", "not the sofa, I meant make the rug green"."""
    found = line.match(_NO_THING, 0)
    named = phrase_at(line, found[1]) if found else None
    about = None
    start = 0
    if found is not None and named is not None and named[0].definite:
        about, start = named[0], named[1]
        while line.at(start) in {",", ".", "!", "but"}:
            start += 1
    meant = line.match(_I_MEANT, start)
    if meant is None and about is None:
        return None
    start = meant[1] if meant else start
    rest = line.part(start, len(line))
    if command_at(rest, 0) is not None:
        return Meant(about, rest)
    subject = phrase_at(rest, 0, plain=True)
    if subject is None or not subject[0].definite:
        return None
    says = rest.match(_SHALL, subject[1])
    return Meant(about, rest) if says is not None else None


def _onward(line: Line, words: Line) -> Onward | Elsewhere | None:
    """ "left a bit", "a bit to the right", "next to the lamp"."""
    if _A_WAY.fullmatch(words.text) and any(w in _LITTLE for w in words.words):
        return Onward(Line(("move", "it", *words.words)))
    said, marks = bare(line)
    if is_size(said) and _CORRECTS.search(marks) is not None:
        return Onward(Line(("make", "it", *said.words)))
    if {"and", "then", "also"} & set(marks.split()):
        return None  # "and on the table" is one more
    spatial = said.at(0) in _SPATIAL or (said.at(0) in _SIDES and said.at(1) == "of")
    corrects = _CORRECTS.search(marks) is not None
    long = len(said) > 2 or (corrects and len(said) > 1)
    if not (spatial and long) or said.at(1) == "its" or kind_of_words(said) != "place":
        return None
    place = place_at(said, 0)
    named = phrase_at(said, place[1]) if place is not None and place[0].targeted else None
    if named is None:
        return Elsewhere(said)
    is_time = named[0].head in wc.TIMES or named_setting(named[0].head) is not None
    if named[0].pronoun:
        return Elsewhere(said) if corrects else None
    return Elsewhere(said) if named[0].definite and not is_time else None


def _first(line: Line) -> First | None:
    """ "undo that and make the sofa blue"."""
    for at in range(1, min(len(line), 12)):
        if line.at(at) not in {"and", ",", "then", "but", ".", ";"}:
            continue
        undo = undoing(line.part(0, at))
        start = at
        while line.at(start) in {"and", ",", "then", "but", ".", ";", "instead", "please"}:
            start += 1
        rest = line.part(start, len(line))
        if isinstance(undo, Undo) and len(rest) and undoing(line) is None:
            return First(undo, rest)
    return None
