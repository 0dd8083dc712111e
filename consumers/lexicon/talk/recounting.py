"""A number said after things were added or taken away: "make that twelve", "two is enough", "nine
in total", "no, only two".

What belongs here: such words as how many there shall be of what the last change was about. What
does not: words that name the things (``edits/totals``).
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.references import Finder, kind_of
from consumers.lexicon.edits.totals import NUMBER, exactly
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.quantities import number_at
from consumers.lexicon.words.tokens import Line, read
from schemas.state import Turn

_LEAD = (
    r"(?:(?:no|nope|ok|okay|hm+|well|so|and|but|oh|actually|please|sorry|wait|i think|i said|i mean"
    r"|i meant|maybe|rather|better|that is too (?:many|much|few)|that are too many|too many"
    r"|too much"
    r"|too few|not enough|not so many|they are too many|those are too many|these are too many"
    r"|it is too (?:many|much)|this is too (?:many|much)|[,.!;-]) )*"
)
_END = r"(?: (?:please|now|then|instead|thanks|thank you|ok|okay|for now|there|here|on it|[.,!]))*"
_OF_THEM = r"(?: of (?:them|those|these)| pieces| ones)?"
_ALONE = re.compile(
    rf"{_LEAD}(?:"
    r"(?:(?:(?:make|let us make|change) (?:it|that|them|those)|leave|keep|only|just|exactly"
    r"|no more than"
    r"|i (?:only |just )?(?:need|want|meant|said|would like)|we (?:only |just )?(?:need|want)|take"
    r"|have|use|reduce (?:it|them|that) to|cut (?:it|them) (?:down )?to|there should be|should be"
    r"|up to|rather|better|more like|let us say|let us have|a total of|in total|it should be"
    rf"|they should be)(?: to)? )+(?:only |just |exactly )?(?P<many>{NUMBER}){_OF_THEM}"
    r"(?: (?:in total|in all|altogether|overall|only|is enough|are enough|would do))?"
    rf"|(?P<few>{NUMBER}){_OF_THEM} (?:(?:is|are|would be|will be|will|would)(?: (?:more than|quite"
    r"|just|really|totally))* (?:enough|plenty|sufficient|fine|do)|in total|in all|altogether"
    r"|overall|only)"
    rf"|(?:{NUMBER}(?: is| are) too (?:many|much|few)(?: [,.;])* )"
    r"(?:make it |only |just |leave |keep )*"
    rf"(?P<last>{NUMBER}))(?: (?:at|on|around) (?:it|the table))?{_END}"
)
_PLACED = re.compile(
    r"Added (?:\d+|an?|some) (?P<what>[^,;.]+?)(?P<where> (?:on|in|at|next to|around|under|behind"
    r"|in front of|near|between|above|to the (?:left|right) of) the [^,;.]+?)?"
    r"(?: and \d+ [a-z ]+)?\."
)
_CAME = re.compile(r"\b(?:Added|added|Removed|removed)\b")
_TWICE = re.compile(
    rf"{_LEAD}(?:(?P<how>double|triple|halve) (?:that|it|them|the number|the amount|those)"
    r"|(?P<times>twice|half|three times) (?:as many|that many|the number|that))"
    rf"{_END}"
)
_LESS = re.compile(rf"{_LEAD}(?P<many>{NUMBER}) (?:less|fewer)(?: of (?:them|those|these))?{_END}")
_KEPT = frozenset({"want", "keep", "leave", "need", "left", "enough", "have"})
_FACTORS = {"double": 2.0, "twice": 2.0, "triple": 3.0, "three times": 3.0, "halve": 0.5,
            "half": 0.5}  # fmt: skip


def recounted(said: Line, finder: Finder, last: Turn) -> str:
    """How many there shall be of what ``last`` added or took away, in plain words; "" for
    others."""
    found = _ALONE.fullmatch(said.text)
    again = _TWICE.fullmatch(said.text)
    if "emoved" in last.answered and said.at(0) in {"no", "nope"} and not _KEPT & {*said.words}:
        return ""  # "(remove half of them) no, only one": which of both is one?
    less = _LESS.fullmatch(said.text)
    if (found is None and again is None and less is None) or _CAME.search(last.answered) is None:
        return ""
    kind = _kind(last.answered)
    alike = finder.every(kind) if kind is not None else []
    if kind is None or not (alike or "emoved" in last.answered):
        return ""
    if less is not None:
        return f"remove {less['many']} of the {plural(singular(kind.label))}"
    kinds = {kind_of(i) for i in alike}
    lately = [i for i in alike if i.id in finder.last and kind_of(i) in kinds]
    lately = lately if "dded" in last.answered else alike
    wanted = _wanted(found, again, len(lately))
    if wanted is None:
        return ""
    total = len(alike) - len(lately) + wanted
    if total > len(alike) or not alike:
        more = _more(last, kind, wanted - len(lately))
        if more:
            return more
    return exactly(str(total), plural(singular(kind.label))).text


def _wanted(found: re.Match[str] | None, again: re.Match[str] | None, present: int) -> int | None:
    if again is not None:
        return round(_FACTORS[again["how"] or again["times"]] * present)
    said = (found["many"] or found["few"] or found["last"]) if found is not None else ""
    number = number_at(Line(tuple(said.split())), 0)
    if said == "a dozen":
        return 12
    return number[0] if number is not None else None


def _kind(answered: str) -> Phrase | None:
    """What was added or taken away, as the answer calls it: "Added 3 candles on the cake"."""
    found = _CAME.search(answered)
    line = read(answered[found.end() :]) if found is not None else Line(())
    named = phrase_at(line, 0)
    return named[0] if named is not None and not named[0].pronoun else None


def _more(last: Turn, kind: Phrase, many: int) -> str:
    """As many more where those came that were added: "put 6 more candles on the birthday cake"."""
    found = _PLACED.match(last.answered)
    if found is None or many < 1 or found["where"] is None:
        return ""
    name = singular(kind.label) if many == 1 else plural(singular(kind.label))
    return f"put {many} more {name}{found['where']}"
