"""Wishes that somebody does something: "let the bear sit on the bed", "tell the man to go to the
door", "seat a woman on the stool".

What belongs here: such a wish as the sentence that tells it ("the bear shall sit on the bed"),
which ``happening`` reads. What does not: looks and sizes that things are given ("make it red").
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.references import Finder
from consumers.lexicon.talk.happening import happened
from consumers.lexicon.talk.happenings import verb_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.tokens import Line

_CAUSES = re.compile(
    r"(?:(?:please|now|then|and|can you|could you|so) )*(?:let|make|have|get|tell|ask|order"
    r"|(?:i|we) (?:want|need|would like)|i would love|help)(?= \w)"
)
_SEATS = re.compile(r"(?:(?:please|now|then|and) )*(?:sit|seat)(?= \w)")
_MUTUAL = re.compile(r"\b(?:each other|one another)\b")
_NAMED = wc.DETERMINERS | {"him", "her", "them", "it", "one", "two", "three", "four", "both", "all"}
_SUBJECTS = {"him": "he", "her": "she", "them": "they"}
_LONGEST = 9
"""Words that name who shall do it, at most."""


def caused(said: Line, finder: Finder) -> str:
    """The plain command in such a wish; "" for any other words."""
    seats = said.match(_SEATS, 0)
    if seats is not None and said.at(seats[1]) in _NAMED:
        return f"put {said.span(seats[1], len(said))}"
    led = said.match(_CAUSES, 0)
    if led is None or _MUTUAL.search(said.text) is not None:
        return ""
    at = led[1]
    who = (_SUBJECTS.get(said.at(at), said.at(at)),) if said.at(at + 1) != "'s" else ()
    for stop in range(at + 1, min(len(said), at + _LONGEST)):
        start = stop + (said.at(stop) == "to")
        verb = verb_at(said, start)
        if verb is None or verb.form != "plain" or not who:
            continue
        words = (*who, *said.words[at + 1 : stop], "shall", *said.words[start:])
        told = happened(Line(words), finder)
        if told:
            return told
    return ""
