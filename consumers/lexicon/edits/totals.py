"""How many there shall be of what is there, in other words: "reduce the chairs to two", "two is
enough", "too many chairs, leave two", "chairs, we need ten in total", "two phones per table".

What belongs here: such words as the plain "there should be exactly two chairs". What does not:
which go and which come (``counting``), and words on what was only just added (``recounting``).
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|eighteen|twenty|a dozen|\d{1,3})"
)
END = (
    r"(?: (?:please|now|then|instead|thanks|thank you|ok|okay|for now|actually|really|after all"
    r"|i think|for me|though|pieces|pcs|[.,!]))*"
)
_LEAD = (
    r"(?:(?:no|ok|okay|hm+|well|so|and|but|oh|actually|please|that is|those are|these are|there"
    r" are|there is|i think|i said|sorry|[,.!]) )*"
)
_REDUCE = re.compile(
    rf"{_LEAD}(?:(?:can|could|would) (?:you|we) )?(?:reduce|cut|limit|decrease|bring|get|take|trim"
    r"|lower|shrink|thin out|cut back|scale back|scale|drop|go)(?: down| back)?"
    r"(?: the (?:number|amount|count) of)? (?P<kind>(?:the |my |our |all |these |those )*[a-z ]+?)"
    rf"(?: down| back)? to (?:only |just )?(?P<many>{NUMBER})(?: (?P<again>[a-z]+))?{END}"
)
_RAISE = re.compile(
    rf"{_LEAD}(?:(?:can|could|would) (?:you|we) )?(?:increase|raise|bring|up|get|go)(?: up)?"
    r"(?: the (?:number|amount|count) of)? (?P<kind>(?:the |my |our )*[a-z ]+?)"
    rf"(?: up)? to (?P<many>{NUMBER}){END}"
)
_ENOUGH = (
    r"(?:is|are|would be|will be|would|will)(?: (?:more than|quite|just|really|totally))*"
    r" (?:enough|plenty|sufficient|fine|do|ok|okay|good|the maximum|the max)"
)
_STAY = (
    rf"(?:(?:please|just|only|let us|i|we|you|and|so|rather|better|can|could|want|need|should|,"
    r") )*"
    rf"(?:(?:leave|keep|take|make it|make that|make them|reduce (?:it|them) to|cut (?:it|them) to"
    rf"|reduce to|down to|have|use|only|just|want|need|there should be|it should be)"
    rf" (?:only |just )?(?P<left>{NUMBER})(?: of them| (?P<of>[a-z]+))?"
    rf"|(?P<few>{NUMBER})(?: of them| (?P<off>[a-z]+))? {_ENOUGH}|(?P<just>{NUMBER}))"
)
_TOO_MANY = re.compile(
    rf"{_LEAD}(?:"
    rf"(?P<kind>(?:the |all the |all these |these |those |so many |{NUMBER} )?[a-z]+(?: [a-z]+)?)"
    r" (?:is|are|would be|seems?|looks?|feels?)(?: (?:way|far|a bit|just|still|really|much))* too"
    r" (?:many|much)"
    r"|(?:way |far |just |still )*too many (?P<all>[a-z]+(?: [a-z]+)?)"
    rf"|(?P<more>{NUMBER} [a-z]+(?: [a-z]+)?)(?: is| are)? too many)"
    rf"(?: (?:here|now|for me))?(?: [,.;!-])*(?: (?:so|and|then|please))* {_STAY}"
    rf"(?: (?:there|here|on it|in it|in total|in all))?{END}"
)
_TAKEN = re.compile(
    rf"{_LEAD}(?:{NUMBER} |the |these )?(?P<kind>[a-z]+(?: [a-z]+)?)(?: (?:is|are|seems?))?"
    r"(?: (?:way|far|a bit|just|still))* too (?:many|much)(?: [,.;!-])*(?: (?:so|and|please))*"
    rf" (?:take|remove|delete|throw|get rid of|lose)(?: away| out)? (?P<many>{NUMBER})"
    rf"(?: of them)?(?: away| out| off)?{END}"
)
_OVER = re.compile(
    rf"{_LEAD}{NUMBER} (?P<kind>[a-z]+(?: [a-z]+)?) (?:is|are) (?P<many>{NUMBER}) too (?:many|much)"
    rf"{END}"
)
_IN_ALL = re.compile(
    rf"{_LEAD}(?:the |my )?(?P<kind>[a-z]+(?: [a-z]+)?) (?P<mark>[:=-] )?"
    rf"(?:, )?(?:(?:i|we|you|there|should|must"
    rf"|would|need|needs|want|like|have|be|are|only|just|exactly|to|make it|make that) )*"
    rf"(?P<many>{NUMBER})(?: (?:of them|in total|in all|altogether|overall))*{END}"
)
_TOTAL = re.compile(
    rf"{_LEAD}(?:(?:i|we|you|there|should|must|would|need|needs|want|like|have|be|are|only|just"
    rf"|exactly|to|make it|make that|a total of) )*(?P<many>{NUMBER}) (?P<kind>[a-z]+(?: [a-z]+)?)"
    rf" (?:in total|in all|altogether|overall|all together){END}"
)
_ENOUGH_OF = re.compile(
    rf"{_LEAD}(?:only |just )?(?P<many>{NUMBER}) (?P<kind>[a-z]+(?: [a-z]+)?) {_ENOUGH}{END}"
)
_TOTAL_OF = re.compile(
    rf"{_LEAD}(?:make it |we need |i want )?(?:a |in )?total (?:of )?(?P<many>{NUMBER})"
    rf" (?P<kind>[a-z]+(?: [a-z]+)?){END}"
)
_KEEP_OF = re.compile(
    rf"{_LEAD}(?:keep|leave)(?: me| us)? (?:only|just) (?P<many>{NUMBER}) of"
    rf" (?:the |my |these |those |our )(?P<kind>[a-z]+(?: [a-z]+)?){END}"
    rf"|{_LEAD}(?:keep|leave)(?: me| us)? (?P<some>{NUMBER}) (?:of (?:the |my |these |those ))?"
    rf"(?P<what>[a-z]+(?: [a-z]+)?)(?: only)?{END}"
)
_LEFT = re.compile(
    rf"{_LEAD}(?:there (?:should|must|may|can) be )?(?:only |just )(?P<many>{NUMBER})"
    r" (?P<kind>[a-z]+(?: [a-z]+)?) (?:(?:should|must|may|can|are to|is to|shall)"
    rf" (?:be left|remain|stay|be there|be here|be in (?:it|here))|left|to be left){END}"
)
_LIMIT = re.compile(
    rf"{_LEAD}(?:(?:i want|we need|there should be|have|keep|use) )?"
    r"(?:(?:no|not) more than|at most|a maximum of|maximum|max|(?P<least>at least|a minimum of|no"
    rf" (?:less|fewer) than)) (?P<many>{NUMBER}) (?P<kind>[a-z]+(?: [a-z]+)?){END}"
)
_AS_MANY = re.compile(
    rf"{_LEAD}(?:(?:add|put|i want|we need|there should be|have|make) )?(?:just )?(?:as many"
    r"|(?:exactly )?(?:the )?same (?:number|amount) of|an equal number of)"
    r" (?P<kind>[a-z]+(?: [a-z]+)?)"
    rf" (?:as|like)(?: there are)?(?: the)? (?P<model>[a-z]+(?: [a-z]+)?){END}"
)
_DOUBLE = re.compile(
    rf"{_LEAD}(?P<how>double|triple|halve) (?:the |my |our |all the )?(?P<kind>[a-z]+(?: [a-z]+)?)"
    rf"{END}"
)


def totalled(line: Line, finder: Finder) -> Line | None:
    """ "there should be exactly two chairs" for such words; None for any other."""
    text = line.text
    for pattern in (_REDUCE, _RAISE, _IN_ALL, _TOTAL, _KEEP_OF, _LEFT, _TOTAL_OF, _ENOUGH_OF):
        found = pattern.fullmatch(text)
        groups = found.groupdict() if found is not None else {}
        kind = _kind(groups.get("kind") or groups.get("what") or "", finder)
        many = groups.get("many") or groups.get("some")
        named = groups.get("kind") or ""
        if pattern is _IN_ALL and not groups.get("mark") and singular(named) == named:
            continue  # "torches 8", but not "torch 8", which is a name
        if kind and many and not _other(groups.get("again"), kind):
            return exactly(many, kind)
    return (
        _too_many(text, finder)
        or _doubled(text, finder)
        or _limited(text, finder)
        or _as_many(text, finder)
    )


def exactly(many: str, kind: str) -> Line:
    """The plain words for it."""
    return Line(("there", "should", "be", "exactly", *many.split(), *kind.split()))


def _too_many(text: str, finder: Finder) -> Line | None:
    """ "the chairs are too many, leave two", "four chairs too many, take two away"."""
    found = _TOO_MANY.fullmatch(text)
    if found is not None:
        kind = _kind(found["kind"] or found["all"] or found["more"] or "", finder)
        many = found["left"] or found["few"] or found["just"]
        if kind and many and not _other(found["of"] or found["off"], kind):
            return exactly(many, kind)
    taken = _TAKEN.fullmatch(text) or _OVER.fullmatch(text)
    kind = _kind(taken["kind"], finder) if taken is not None else ""
    return Line(("remove", taken["many"], *kind.split())) if taken is not None and kind else None


def _doubled(text: str, finder: Finder) -> Line | None:
    """ "double the chairs": twice as many of them; "double the sofa" is its size."""
    found = _DOUBLE.fullmatch(text)
    named = phrase_at(Line(tuple(found["kind"].split())), 0) if found is not None else None
    if found is None or named is None or not named[0].plural:
        return None
    kind = _kind(found["kind"], finder)
    how = {"double": "twice", "triple": "three times", "halve": "half"}[found["how"]]
    return Line((*how.split(), "as", "many", *kind.split())) if kind else None


def _limited(text: str, finder: Finder) -> Line | None:
    """ "no more than three chairs", "at least six": where there are more, or fewer."""
    found = _LIMIT.fullmatch(text)
    kind = _kind(found["kind"], finder) if found is not None else ""
    number = quantity(Line(tuple(found["many"].split())), 0) if found is not None else None
    if found is None or not kind or number is None:
        return None
    present = len(_every(kind, finder))
    beyond = present < number.count if found["least"] else present > number.count
    return exactly(found["many"] if beyond else str(present), kind)


def _as_many(text: str, finder: Finder) -> Line | None:
    """ "as many glasses as chairs", "the same number of dolls as teddies"."""
    found = _AS_MANY.fullmatch(text)
    model = _kind(found["model"], finder) if found is not None else ""
    if found is None or not model:
        return None
    many, kind = str(len(_every(model, finder))), _kind(found["kind"], finder)
    return exactly(many, kind) if kind else Line(("add", many, *found["kind"].split()))


def _every(kind: str, finder: Finder) -> list[SceneItem]:
    named = phrase_at(Line(("all", "the", *kind.split())), 0, plain=True)
    return finder.every(named[0]) if named is not None else []


def _kind(said: str, finder: Finder) -> str:
    """What ``said`` names, in the plural and without its article and number, where there are such
    things; "" for other words."""
    words = Line(tuple(said.split()))
    named = phrase_at(words, 0, plain=True)
    if named is None or named[1] < len(words) or not _is_kind(named[0]):
        return ""
    if not finder.fitting(named[0]):
        return ""
    return plural(singular(named[0].label))


def _is_kind(phrase: Phrase) -> bool:
    return bool(phrase.head) and not phrase.pronoun and not phrase.rank and not phrase.ordinal


def _other(said: str | None, kind: str) -> bool:
    """Whether ``said`` names anything but ``kind``: "too many chairs, take two tables"."""
    return said is not None and singular(said) != singular(kind.split()[-1])
