"""Words of a wish in another order: "bed put under window", "make blue the sofa", "remove finally
the rug", "bigger, the clock I mean".

What belongs here: such a sentence as the plain command that it means. What does not: other ways in
which learnt English differs (``learnt``).
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.amounts import shift
from consumers.lexicon.edits.aspects import is_size
from consumers.lexicon.edits.commands import Op, command_at
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.measures import SIZE_WORDS, STRETCH_WORDS
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line

_VERBS: frozenset[Op] = frozenset({
    "put", "move", "remove", "paint", "rotate", "scale", "make", "replace", "duplicate",
})  # fmt: skip
_LONGEST_THING = 8
"""Words before the verb that is said last."""
_NO_COMMAND = frozenset({
    "face", "stand", "lay", "hang", "lean", "set", "let", "keep", "leave", "drop", "lose", "hide",
    "kill", "clear", "empty", "spin", "twist", "grow", "stick", "pop", "prop", "mount", "park",
    "stack", "switch", "get", "have", "take", "give", "prefer", "raise", "lift", "lower", "angle",
    "carry", "bump", "double", "color", "colour", "increase", "decrease",
})  # fmt: skip
"""Verbs that after a noun rather say what it does: "the chairs face the table"."""
_BETWEEN = frozenset({
    "please", "also", "now", "then", "i", "you", "we", "want", "would", "like", "to", "need", ",",
    "finally", "just", "can", "could", "should",
})  # fmt: skip
_ADVERBS = frozenset({
    "please", "finally", "now", "also", "then", "just", "again", "quickly", "immediately", "too",
    "only", "maybe", "perhaps", "still", "first", "kindly", "simply", "completely",
})  # fmt: skip
_DISLIKED = re.compile(
    r"(?:i|we) (?:really |also )?(?:do not|no) (?:like|want|need)(?: it| them"
    r"| this)?(?: any ?more)?"
    r"(?: ,| and| so| \.)*(?: please| to| can you| could you)*(?= )"
)
_PLACES_OF = re.compile(
    r"(?:please )?(?:change|swap|exchange|switch|invert)(?: the)? (?:places?|positions?) (?:of"
    r"|between)"
    r" (?P<one>(?:the |my )?[a-z]+(?: [a-z]+)?) (?:with|and|by|for) (?P<other>(?:the |my )?[a-z]+"
    r"(?: [a-z]+)?)$"
)


_I_MEAN = re.compile(r"(?: ,)? (?:i mean|i meant|that is|obviously|of course)(?: [.!])*$")


def reordered(line: Line, finder: Finder) -> str:
    """The plain command in such words; "" for any other."""
    return (
        _disliked(line, finder)
        or _verb_after(line, finder)
        or _looks_before(line, finder)
        or _adverb_between(line)
        or _better(line, finder)
        or _swapped(line)
        or _afterthought(line, finder)
        or _place_first(line)
        or _thing_last(line)
    )


def _verb_after(line: Line, finder: Finder) -> str:
    """ "bed put under window" as "put the bed under window"; no second bed."""
    for at in range(1, min(len(line), _LONGEST_THING)):
        stop = _verb_end(line, at)
        head = at
        while head and line.at(head - 1) in _BETWEEN:
            head -= 1
        named = thing_at(line.part(0, head), 0, finder) if stop is not None and head else None
        if stop is None or named is None or named[1] < head:
            continue
        rest = list(line.words[stop:])
        if rest[:1] in (["it"], ["them"], ["him"], ["her"]):
            rest = rest[1:]
        command = command_at(line, at)
        if not rest and (command is None or command[0] in {"put", "make", "replace", "paint"}):
            return ""
        verb = "remove" if line.at(at) == "take" else line.span(at, stop)
        return " ".join((verb, named_so(line, 0, head), *rest))
    return ""


def _verb_end(line: Line, at: int) -> int | None:
    """Where the verb ends that is to be done to what is named before it; None for no such verb."""
    if line.at(at) == "take":  # "the plant take (it) away"
        return next((n + 1 for n in (at + 1, at + 2) if line.at(n) in {"away", "out"}), None)
    command = command_at(line, at)
    if command is None or command[0] not in _VERBS or line.at(at) in _NO_COMMAND:
        return None
    return command[1]


def _disliked(line: Line, finder: Finder) -> str:
    """ "wardrobe I do not like, take away please" as "take away the wardrobe"."""
    named = thing_at(line, 0, finder)
    found = line.match(_DISLIKED, named[1]) if named else None
    command = command_at(line, found[1]) if found else None
    if named is None or found is None or command is None:
        return ""
    rest = [w for w in line.words[command[1] :] if w not in {"it", "them"}]
    return " ".join((line.span(found[1], command[1]), named_so(line, 0, named[1]), *rest))


def _looks_before(line: Line, finder: Finder) -> str:
    """ "make more big the table", "paint in red the sofa", "do the sofa blue"."""
    start = 1 if line.at(0) == "please" else 0
    if line.at(start) not in {"make", "do", "paint", "turn", "put", "color", "colour"}:
        return ""
    at = start + 1
    while line.at(at) in {"of", "in", "to", "be", "more", "me", "a", "bit"}:
        at += 1
    said = attributes_at(line, at)
    size = line.at(at) in SIZE_WORDS or line.at(at) in STRETCH_WORDS or line.at(at).endswith("er")
    stop = said[1] if said is not None else at + 1 if size else None
    if line.at(at) in wc.PREPOSITIONS:
        return ""  # "put over the sofa a mirror"
    if stop is not None and line.at(stop) in {"the", "my", "that", "this", "all", "both"}:
        named = thing_at(line, stop, finder)
        if named is not None and (said is not None or size):
            looks = line.part(start + 1, stop)
            looks = looks.part(1, len(looks)) if looks.at(0) in {"of", "in", "to"} else looks
            looks = looks.part(1, len(looks)) if looks.at(0) == "be" else looks
            rest = line.part(named[1], len(line)).text
            return f"make {line.span(stop, named[1])} {looks.text} {rest}".strip()
    if line.at(start) != "do":
        return ""
    named = phrase_at(line, start + 1, plain=True)
    if named is None or not (named[0].definite or named[0].pronoun):
        return ""
    tail = line.part(named[1], len(line))
    first = tail.at(1) if tail.at(0) == "more" else tail.at(0)
    sized = first in SIZE_WORDS or first in STRETCH_WORDS or first.endswith("er")
    if not sized and attributes_at(tail, 0) is None:
        return ""
    return f"make {line.part(start + 1, len(line)).text}"


def _adverb_between(line: Line) -> str:
    """ "remove finally the rug" as "remove the rug"."""
    command = command_at(line, 0)
    if command is None or line.at(command[1]) not in _ADVERBS:
        return ""
    at = command[1]
    while line.at(at) in _ADVERBS:
        at += 1
    if line.at(at) not in wc.DETERMINERS | wc.PRONOUNS:
        return ""
    return f"{line.span(0, command[1])} {line.part(at, len(line)).text}"


def _better(line: Line, finder: Finder) -> str:
    """ "better put the plant in the corner", "plant better in the corner"."""
    if line.at(0) == "better":
        start = 1 + (line.at(1) == ",")
        rest = line.part(start, len(line))
        named = thing_at(rest, 0, finder)
        if command_at(rest, 0) is not None:
            return rest.text
        if named is not None and place_at(rest, named[1]) is not None:
            return f"put {named_so(rest, 0, named[1])} {rest.part(named[1], len(rest)).text}"
        return ""
    cut = next((n for n in range(1, len(line)) if line.at(n) in {"better", "rather", "not"}), 0)
    named = thing_at(line.part(0, cut), 0, finder) if cut else None
    if named is None or named[1] < cut:
        return ""
    at = cut
    if line.at(at) == "not" and line.at(at + 1) in {"there", "here"}:
        at += 2 + (line.at(at + 2) in {",", "but"})
    elif line.at(at) in {"better", "rather"}:
        at += 1
    else:
        return ""
    if place_at(line, at) is not None:
        return f"put {named_so(line, 0, named[1])} {line.part(at, len(line)).text}"
    said = attributes_at(line, at)
    if said is not None and said[1] == len(line):
        return f"make {named_so(line, 0, named[1])} {line.part(at, len(line)).text}"
    return ""


def _swapped(line: Line) -> str:
    """ "change the place of the plant with the lamp" as "swap the plant and the lamp"."""
    found = _PLACES_OF.match(line.text)
    if found is None:
        return ""
    one, other = (
        w if w.split()[0] in {"the", "my"} else f"the {w}" for w in (found["one"], found["other"])
    )
    return f"swap {one} and {other}"


def _afterthought(line: Line, finder: Finder) -> str:
    """ "bigger, the clock I mean", "put it there, the lamp I mean" with the thing in its place."""
    meant = _I_MEAN.search(line.text)
    at = max((n for n in range(1, len(line)) if line.at(n) in {"the", "my"}), default=0)
    if meant is None or not at:
        return ""
    thing = Line(tuple(line.text[: meant.start()].split())).part(at, len(line))
    named = thing_at(thing, 0, finder)
    if named is None or named[1] < len(thing):
        return ""
    said = line.part(0, at - (line.at(at - 1) == ","))
    if command_at(said, 0) is not None:
        words = [thing.text if w in {"it", "them"} else w for w in said.words]
        return " ".join(words) if len(words) and words != list(said.words) else ""
    if is_size(said) or ((looks := attributes_at(said, 0)) is not None and looks[1] == len(said)):
        return f"make {thing.text} {said.text}"
    return f"move {thing.text} {said.text}" if shift(said) is not None and len(said) < 6 else ""


def thing_at(line: Line, at: int, finder: Finder) -> tuple[Phrase, int] | None:
    """The phrase at ``at`` that names what is there, with or without its article, and where it
    ends; None for a new thing and for a pronoun."""
    if quantity(line, at) is not None or line.at(at) in {"a", "an", "another", "some"}:
        return None
    found = phrase_at(line, at, plain=True)
    if found is None or found[0].pronoun or not found[0].head:
        return None
    there = finder.find(found[0]) or (finder.fitting(found[0]) if found[0].noun else [])
    return found if there or found[0].head in wc.SHELL else None


def named_so(line: Line, at: int, stop: int) -> str:
    """The words of a thing that is there, with their article."""
    bare = line.at(at) not in wc.DETERMINERS
    return f"the {line.span(at, stop)}" if bare else line.span(at, stop)


def _place_first(line: Line) -> str:
    """ "on the back wall put a blackboard" as "put a blackboard on the back wall"."""
    place = place_at(line, 0) if line.at(0) in wc.PREPOSITIONS else None
    if place is None:
        return ""
    stop = place[1]
    if place[0].targeted:
        target = phrase_at(line, stop)
        if target is None:
            return ""
        stop = target[1]
    verb = stop + (line.at(stop) == ",")
    command = command_at(line, verb)
    if command is None or command[0] not in {"put", "add"} or line.at(verb) == "there":
        return ""
    thing = phrase_at(line, command[1])
    if thing is None or thing[1] < len(line):
        return ""
    return f"{line.part(verb, len(line)).text} {line.span(0, stop)}"


def _thing_last(line: Line) -> str:
    """ "put over the table one lamp" as "put one lamp over the table", and nothing tipped over."""
    if line.at(0) not in {"put", "place", "hang"} or line.at(1) not in {"over", "on", "above"}:
        return ""
    place = place_at(line, 1)
    target = phrase_at(line, place[1]) if place is not None and place[0].targeted else None
    if target is None or not (line.at(target[1]) in {"a", "an"} or quantity(line, target[1])):
        return ""
    thing = phrase_at(line, target[1])
    if thing is None or thing[1] < len(line):
        return ""
    return f"{line.at(0)} {line.part(target[1], len(line)).text} {line.span(1, target[1])}"
