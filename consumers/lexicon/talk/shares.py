"""How many of some are like others: more chairs than tables, all of one colour, a third red.

What does not belong here: how many there are, which is in ``qualities``.
"""

from __future__ import annotations

import re

from consumers.lexicon.talk.asking import Asked, none_of, the
from consumers.lexicon.words.looks import color_at, color_word, material_at
from consumers.lexicon.words.plurals import plural, singular

_MORE_OF = re.compile(
    r"(?:are there|is there|do (?:we|i|you) have|have (?:we|you|i) got) (?P<how>more|fewer|less) "
    r"(?=\w.* than )"
)
_SAME = re.compile(
    r"(?:are|do|have) (?:all )?(?:of )?(?:(?:the|these|those|my|our) )?\w.*\bsame (?P<what>size"
    r"|colou?r"
    r"|material)\b"
)
_SHARE = re.compile(
    r"(?:what|which) (?:percentage|percent|fraction|share|proportion|part) of |how (?:many|much)"
    r" of "
)


def more_of(asked: Asked) -> str | None:
    """ "are there more chairs than tables?" """
    found = _MORE_OF.match(asked.text)
    first = asked.named(asked.word(found.end())) if found else None
    second = asked.named(first[2] + 1) if first and asked.line.at(first[2]) == "than" else None
    if found is None or first is None or second is None:
        return None
    many, others = len(first[1]), len(second[1])
    is_so = many > others if found["how"] == "more" else many < others
    counts = [
        f"{n or 'no'} {singular(phrase.label) if n == 1 else plural(singular(phrase.label))}"
        for (phrase, _, _), n in ((first, many), (second, others))
    ]
    verb = "is" if many == 1 else "are"
    return f"{'Yes' if is_so else 'No'}, there {verb} {counts[0]} and {counts[1]}."


def same(asked: Asked) -> str | None:
    """ "are the chairs all the same size?" """
    found = _SAME.match(asked.text)
    named = asked.named(1) if found else None
    if found is None or named is None or named[0].pronoun:
        return None
    if len(named[1]) < 2:
        return none_of(named[0], asked.items) if not named[1] else "There is only one."
    what = found["what"]
    known = [i.material if what == "material" else i.color for i in named[1]]
    if what != "size" and not any(known):
        return f"No {what} was chosen for {the(named[1])}."
    values = {
        str([round(side, 2) for side in i.size])
        if what == "size"
        else str(i.material if what == "material" else i.color)
        for i in named[1]
    }
    told = "Yes" if len(values) == 1 else "No"
    have = "have the same" if len(values) == 1 else "have not all the same"
    return f"{told}, {the(named[1])} {have} {found['what']}."


def share(asked: Asked) -> str | None:
    """ "what percentage of the cars are blue?", "how many of the cars are blue?" """
    found = _SHARE.match(asked.text)
    named = asked.named(asked.word(found.end())) if found else None
    if found is None or named is None or named[0].pronoun:
        return None
    phrase, fitting, stop = named
    stop += asked.line.at(stop) in {"is", "are", "that"}
    hue, stuff = color_at(asked.line, stop), material_at(asked.line, stop)
    if not fitting:
        return none_of(phrase, asked.items)
    if hue is None and stuff is None:
        return None
    wanted = color_word(hue[0]) if hue else ""
    fit = [
        i
        for i in fitting
        if (wanted and i.color and color_word(i.color) == wanted)
        or (stuff and i.material == stuff[0])
    ]
    what = wanted or (stuff[0] if stuff else "")
    noun = plural(singular(phrase.label))
    of = f"{len(fit)} of the {len(fitting)} {noun} {'is' if len(fit) == 1 else 'are'} {what}"
    return f"{of}, {100 * len(fit) / len(fitting):.0f} percent."
