"""Wishes that follow from what somebody tells: "we are five people, so we need another chair", "my
grandson comes too, so one more plate".

What belongs here: the wish without its reason, with what it leaves out and the reason names. What
does not: reasons about a thing that the wish is about ("the sofa is too big, so make it smaller").
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.commands import clauses, command_at
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.talk.happening import happened
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line

_SO = re.compile(r"(?:, )?(?:and )?(?:so|therefore|that is why|hence)(?= (?!that\b|much\b|many\b))")
_POLITE = re.compile(r"(?:(?:please|then|now|just|maybe|let us|you could|could you|can you|,) )*")
_NEEDS = re.compile(r"(?:i|we|they|it|he|she) (?:will |also |really |just )*(?:need|want)s? ")
_MORE = re.compile(
    r"(?:(?:one|two|three|four|five|six|\d+|a|some|an?other|an extra|another) )+(?:more )?(?=\w)"
)
_PARTED = re.compile(
    r"(?P<verb>take|throw|clear) (?P<what>.+?) (?P<away>away|out)(?P<tail> (?:at|from|on) .+)?"
)
_POINTING = frozenset({"it", "them", "that", "this", "those", "these", "one", "ones", "its"})


def therefore(said: Line, finder: Finder) -> str:
    """The plain command for a wish with the reason before it; "" for any other words."""
    for at in range(2, len(said) - 1):
        joint = said.match(_SO, at)
        if joint is None:
            continue
        reason, wish = said.part(0, at), said.part(joint[1], len(said))
        polite = wish.match(_POLITE, 0)
        wish = wish.part(polite[1] if polite else 0, len(wish))
        command = _command(wish)
        if not command or any(c.op for c in clauses(reason)):
            return ""
        if any(w in _POINTING and wish.at(n + 1) != "more" for n, w in enumerate(wish.words)):
            return ""
        came = happened(reason, finder)
        filled = _filled(Line(tuple(command.split())), reason, finder)
        return f"{came}. {filled}" if came else filled
    return ""


def _command(wish: Line) -> str:
    """A wish as a command; "" where it is none."""
    joined = in_one(wish)
    if command_at(joined, 0) is not None:
        return joined.text
    needs = wish.match(_NEEDS, 0)
    if needs is not None:
        return f"add {wish.span(needs[1], len(wish))}"
    more = wish.match(_MORE, 0)
    named = phrase_at(wish, 0) if more is not None else None
    return f"add {wish.text}" if named is not None and named[0].noun else ""


def in_one(wish: Line) -> Line:
    """ "take them away" as "take away them"."""
    parted = _PARTED.fullmatch(wish.text)
    if parted is None:
        return wish
    plain = f"{parted['verb']} {parted['away']} {parted['what']}{parted['tail'] or ''}"
    return Line(tuple(plain.split()))


def _filled(command: Line, reason: Line, finder: Finder) -> str:
    """ "take two away" with the kind that the reason names: "take two chairs away"."""
    for at in range(1, len(command)):
        many = quantity(command, at)
        if many is None:
            continue
        stop = at + many.length
        named = phrase_at(command, at)
        if named is not None and named[0].noun:
            return command.text
        kind = _kind(reason, finder)
        return " ".join((*command.words[:stop], kind, *command.words[stop:])) if kind else ""
    return command.text


def _kind(reason: Line, finder: Finder) -> str:
    """What things of the scene a reason names."""
    for at in range(len(reason)):
        named = phrase_at(reason, at)
        if (
            named is not None
            and not named[0].pronoun
            and named[0].plural
            and finder.fitting(named[0])
        ):
            return plural(singular(named[0].head))
    return ""
