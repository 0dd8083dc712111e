"""Words in or behind a phrase that says which things are meant, and that nothing reads.

"the wobbly chair", "the chair my uncle broke": what such words say of a thing no scene knows, so
that of several chairs nobody can tell which. What belongs here: finding those words. What does not:
what a command does then, which is in ``doubts``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from consumers.lexicon.edits.commands import command_at
from consumers.lexicon.edits.formation import SPOT_WORDS
from consumers.lexicon.edits.items import is_shell, label_of
from consumers.lexicon.edits.pointing import THAT_IS, pointed
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.rewording import is_done
from consumers.lexicon.edits.rows import is_row
from consumers.lexicon.edits.selection import select
from consumers.lexicon.phrases.describing import RANKS
from consumers.lexicon.phrases.patterns import PATTERN_WORDS
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.phrases.shapes import SHAPES
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.sentences.settings import named_setting
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_at
from consumers.lexicon.words.looks import color_at, material_at
from consumers.lexicon.words.measures import SIZE_WORDS, STRETCH_WORDS
from consumers.lexicon.words.plurals import singular, word_classes
from consumers.lexicon.words.quantities import ORDINALS, quantity
from consumers.lexicon.words.tokens import STOPS, Line
from schemas.edits import SceneItem

_LEADS = wc.DEFINITE - {"'s"}
_EMPTY = wc.ADVERBS | frozenset({
    "whole", "entire", "actual", "existing", "present", "current", "said", "same", "other", "next",
    "remaining", "own", "nearest", "closest", "furthest", "farthest", "lit", "unlit", "open",
    "opposite", "empty", "full", "new", "newest", "latest", "previous", "poor", "damn", "bloody",
    "far", "near", "top", "bottom", "upper", "lower", "outer", "inner", "center", "centre", "half",
})  # fmt: skip
"""Words before a noun that are read elsewhere, or that say nothing of which one is meant."""
_JUDGING = frozenset({
    "nice", "lovely", "pretty", "beautiful", "ugly", "stupid", "silly", "boring", "horrible",
    "awful", "nasty", "cute", "cool", "old", "good", "bad", "great", "wonderful", "hideous",
    "fancy", "dear", "little",
})  # fmt: skip
"""Words that judge all that are meant alike, where they are several: "the ugly chairs"."""
_RELATIVE = frozenset({"that", "which", "who", "whom", "whose"})
_SUBJECTS = frozenset({
    "i", "you", "he", "she", "we", "they", "nobody", "somebody", "someone", "everybody", "everyone",
    "people",
})  # fmt: skip
_OBJECTS = frozenset({"me", "us", "you", "him", "her", "them", "it"})
_HELPING = wc.COPULA | frozenset({
    "has", "have", "had", "do", "does", "did", "not", "will", "would", "can", "could", "never",
    "always", "just", "also", "still", "once", "already", "almost", "often", "usually", "really",
    "sometimes", "ever", "only",
})  # fmt: skip
_WISHING = frozenset({"should", "must", "needs", "need", "want", "wants", "would", "will"})
_STRANDED = frozenset({
    "on", "in", "at", "from", "with", "for", "to", "by", "of", "about", "under", "into", "through",
    "behind", "here", "there", "together", "alone",
})  # fmt: skip
_ON_THINGS = frozenset({"remove", "rotate", "scale", "duplicate", "regenerate", "move", "paint"})
_HAD = frozenset({"the", "a", "an", "no"})
"""What commands do to what is there alone."""
_GOING = frozenset({"closer", "nearer", "further", "farther", "away", "to", "towards"})
"""Words behind a phrase that say where the thing shall go, and not which it is."""
_WHEN = re.compile(
    r"(?:yesterday|today|tonight|this morning|long ago|years ago|(?:last|this|every|each) (?:week"
    r"|year|month|night|summer|winter|time|day|monday|tuesday|wednesday|thursday|friday|saturday"
    r"|sunday|christmas)|(?:a (?:week|year|month|day)|two days) ago)(?= |$)"
)


@dataclass(frozen=True, slots=True)
class Unread:
    """``spans`` of words that nothing reads in or behind the phrase from ``start`` to ``stop``;
    ``phrase``: what is read of it; ``fitting``: the things that this fits, of which the command
    without those words means some."""

    start: int
    stop: int
    spans: tuple[tuple[int, int], ...]
    phrase: Phrase
    fitting: tuple[SceneItem, ...]

    @property
    def is_plain(self) -> bool:
        """Whether it is plain all the same which things are meant: there are no others."""
        counted = self.phrase.counted or self.phrase.quantifier == "both"
        return len(self.fitting) <= (self.phrase.count if counted else 1)


def unread_at(line: Line, at: int, finder: Finder) -> Unread | None:
    """The unread words of the definite phrase that begins at ``at``; None where there are none, or
    no such phrase of a thing that is there."""
    if line.at(at) not in _LEADS or line.at(at - 1) in _LEADS or is_row(line, at):
        return None
    cut = next((n for n in range(at + 2, len(line)) if line.at(n) in _SUBJECTS), len(line))
    named = phrase_at(line.part(0, cut), at, plain=True)  # "the crate nobody opened"
    if named is None or named[0].pronoun or not named[0].head:
        return None
    inside = _before(line, at, named[0], finder) or _inside(line, at, named[1], finder)
    bare = without(line, inside)
    again = phrase_at(bare.part(0, cut - len(line) + len(bare)), at, plain=True)
    if again is None or again[0].pronoun:
        return None
    phrase, stop = again
    if inside and bare.at(stop) == "of" and phrase.head in wc.PARTS | wc.SPOTS:
        return Unread(at, named[1], inside, phrase, ())  # "the wobbly middle of the table"
    fitting = finder.every(phrase)
    if not fitting or is_shell(fitting[0]):
        return None
    gap = len(line) - len(bare)
    behind = _behind(bare, stop, phrase, finder)
    if not inside and behind is None:
        return None
    spans = (*inside, *([(behind[0] + gap, behind[1] + gap)] if behind else []))
    whole = without(line, spans)
    chosen = select(whole, at, finder)
    going = whole.at(stop) in _GOING
    further = chosen is not None and chosen.stop > stop and not going
    narrowed = phrase.rank or phrase.ordinal or further
    meant = chosen.items if chosen is not None and narrowed else fitting
    if phrase.rank or phrase.ordinal:
        meant = meant[:1]
    return Unread(at, max(stop + len(line) - len(whole), spans[-1][1]), spans, phrase, tuple(meant))


def without(line: Line, spans: Sequence[tuple[int, int]]) -> Line:
    """``line`` without the words of ``spans``."""
    gone = {n for start, stop in spans for n in range(start, stop)}
    return Line(tuple(word for n, word in enumerate(line.words) if n not in gone))


def is_strange(word: str) -> bool:
    """Whether no dictionary and no table has ``word``."""
    known = word in wc.FUNCTION | wc.PREPOSITIONS | wc.DETERMINERS | wc.PRONOUNS | wc.CONJUNCTIONS
    known = known or word in wc.ADVERBS | wc.VERBS | wc.COPULA | wc.HAVING | wc.ABSTRACT
    if known or not word.isalpha() or len(word) < 3:
        return False
    alone = Line((word,))
    return (
        not word_classes(word)
        and noun_at(alone, 0) is None
        and color_at(alone, 0) is None
        and material_at(alone, 0) is None
    )


def _before(line: Line, at: int, named: Phrase, finder: Finder) -> tuple[tuple[int, int], ...]:
    """The unread words behind the article that were taken for the noun: "the wobblish left chair",
    "the wobblish two desks"."""
    if finder.every(named):
        return ()
    labels = _labels(finder)
    for stop in (at + 2, at + 3):
        if _is_read(line, stop - 1, labels):
            break
        again = phrase_at(without(line, [(at + 1, stop)]), at, plain=True)
        if again is None or again[0].pronoun or not again[0].definite:
            continue
        if finder.every(again[0]):
            return ((at + 1, stop),)
    return ()


def _labels(finder: Finder) -> set[str]:
    """All words that things of the scene are called by."""
    labels = {word for item in finder.items for word in label_of(item).split()}
    return labels | {word for item in finder.items for word in item.noun.split()}


def _inside(line: Line, at: int, stop: int, finder: Finder) -> tuple[tuple[int, int], ...]:
    """The words between the article and the noun that nothing reads."""
    labels = _labels(finder)
    last = next((n for n in range(at, stop) if _covers(line, n, stop)), stop - 1)
    many = (named := phrase_at(line, at, plain=True)) is not None and named[0].plural
    spans = []
    for n in range(at + 1, last):
        word = line.at(n)
        if not word.isalpha() or (many and word in _JUDGING) or _is_read(line, n, labels):
            continue
        if line.at(n + 1) == "'s":
            return ()  # "the neighbour's dog"
        spans.append((n, n + 1))
    return tuple(spans)


def _covers(line: Line, at: int, stop: int) -> bool:
    """Whether a noun of the table begins at ``at`` and ends the phrase: "coffee table"."""
    known = noun_at(line, at)
    return known is not None and known.length > 1 and at + known.length >= stop


def _is_read(line: Line, at: int, labels: set[str]) -> bool:
    word = line.at(at)
    if word in labels or singular(word) in labels:
        return True
    if word in _EMPTY | _LEADS | wc.DETERMINERS | wc.PREPOSITIONS | wc.FUNCTION | wc.CONJUNCTIONS:
        return True
    if word in RANKS or word in SIZE_WORDS or word in STRETCH_WORDS or word in SHAPES:
        return True
    if word in PATTERN_WORDS or word in SPOT_WORDS or word in ORDINALS:
        return True
    if quantity(line, at) is not None or named_setting(word) is not None:
        return True
    if noun_at(line, at) is not None:
        return True  # "the door lamps": by a thing, which is told where there is none
    if {word, singular(word)} & (wc.PARTS | wc.SPOTS) and line.at(at + 1) == "of":
        return True  # "each side of the fridge"
    return color_at(line, at) is not None or material_at(line, at) is not None


def _behind(line: Line, stop: int, phrase: Phrase, finder: Finder) -> tuple[int, int] | None:
    """The words right behind a phrase that say which, and that nothing reads; None for none."""
    word = line.at(stop)
    if word in _RELATIVE:
        read = _is_told(line, stop, phrase, finder)
        return None if read else _clause(line, stop, stop + 1)
    if word in _SUBJECTS:
        return _clause(line, stop, stop)
    if word in wc.DEFINITE | {"a", "an"} and word not in {"all", "every", "each", "both"}:
        return _clause(line, stop, stop)
    return _done_to_it(line, stop) or _having(line, stop, finder) or _at_nothing(line, stop, finder)


def _done_to_it(line: Line, at: int) -> tuple[int, int] | None:
    """ "(the chair) bought in Turkey", "broken by the cat", "barking at the moon"."""
    word = line.at(at)
    if word in wc.VERBS | wc.ADVERBS | wc.PREPOSITIONS or "VERB" not in word_classes(word):
        return None
    if not (is_inflected(word) or word.endswith("ing")) or word.endswith("s"):
        return None
    told = attributes_at(line, at) is not None or is_done(line.part(at, len(line)))
    if told or line.at(at + 1) not in {"by", "in", "at", "from", "with", "of", "on", "for"}:
        return None
    article = line.at(at + 2) in wc.DETERMINERS
    return at, _noun_end(line, at + 2 + article)


def _having(line: Line, at: int, finder: Finder) -> tuple[int, int] | None:
    """ "(the vase) with the crack", "full of dust": what no thing of the scene is known to have."""
    command = command_at(line, 0)
    op = command[0] if command is not None else ""
    if line.at(at) == "full" and line.at(at + 1) == "of":
        stop = _noun_end(line, at + 2)
        becomes = op == "make" and (stop >= len(line) or not _ends(line, stop))
        return None if becomes else (at, stop)  # "make the vase full of tea"
    lacks = line.at(at) == "without" and op in _ON_THINGS and line.at(at + 1) not in _LEADS
    known = _HAD if op in _ON_THINGS else {"the"}
    if not lacks and not (line.at(at) == "with" and line.at(at + 1) in known):
        return None
    stop = _noun_end(line, at + 1 + (line.at(at + 1) in _HAD))
    if op == "replace" and not {"with", "by", "for"} & set(line.words[stop:]):
        return None
    named = phrase_at(line.part(0, stop), at + 1, plain=True)
    return None if named is not None and finder.find(named[0]) else (at, stop)


def _noun_end(line: Line, at: int) -> int:
    """The index after a noun with its adjectives at ``at``, which no table need have."""
    stop = at
    while "ADJ" in (said := word_classes(line.at(stop))) and "NOUN" not in said:
        stop += 1
    known = noun_at(line, stop)
    return min(len(line), stop + (known.length if known is not None else 1))


def _is_told(line: Line, at: int, phrase: Phrase, finder: Finder) -> bool:
    """Whether the words from "that" on are read: "that is on the table", "that I added last"."""
    if line.at(at + 1) in _WISHING:
        return True
    found = line.match(THAT_IS, at)
    stop = found[1] if found is not None else at + 1
    if line.at(at) == "that" and stop == at + 1:
        looks = color_at(line, stop) or line.at(stop) in wc.ABSTRACT  # "the chair that colour"
        if looks or not line.at(stop) or line.at(stop) in STOPS:
            return True
    if pointed(line, at, phrase, finder) is not None or place_at(line, stop) is not None:
        return True
    return found is not None and attributes_at(line, stop) is not None


def _clause(line: Line, start: int, at: int) -> tuple[int, int] | None:
    """The clause from ``start`` on, whose subject or verb is at ``at``: "(that) my uncle broke",
    "(that) flurbs", "he drank from"; None where there is no verb."""
    subject = _subject(line, at)
    if subject is None and at == start:
        return None
    verb = at if subject is None else subject
    while line.at(verb) in _HELPING:
        verb += 1
    if not _may_be_verb(line.at(verb)):
        return None
    stop = verb + 1
    if line.at(stop) in _OBJECTS:
        stop += 1
    elif subject is None and line.at(stop) in wc.DETERMINERS:
        told = phrase_at(line, stop, plain=True)
        stop = told[1] if told is not None and told[0].noun else stop
    if line.at(stop) in _STRANDED and (_ends(line, stop + 1) or place_at(line, stop + 1)):
        stop += 1
    elif line.at(stop) in {"in", "at", "from"} and _is_bare_name(line, stop + 1):
        stop += 2  # "we bought in Turkey"
    when = line.match(_WHEN, stop)
    return start, when[1] if when is not None else stop


def _is_bare_name(line: Line, at: int) -> bool:
    """Whether a word without an article may name where something was: "(bought in) Turkey"."""
    word = line.at(at)
    closed = word in wc.DETERMINERS | wc.PRONOUNS | wc.ADVERBS | wc.PREPOSITIONS
    looks = color_at(line, at) is not None or material_at(line, at) is not None
    return word.isalpha() and not closed and not looks and quantity(line, at) is None


def _subject(line: Line, at: int) -> int | None:
    """The index after the subject of a clause at ``at``, with a verb behind it; None for none."""
    if line.at(at) in _SUBJECTS:
        return at + 1
    if line.at(at) not in wc.DEFINITE | {"a", "an"}:
        return None
    found = phrase_at(line, at, plain=True)
    if found is None:
        return None
    for stop in range(found[1], at + 1, -1):  # the verb may have been read as a noun
        if stop < len(line) and stop > at + 1 and _may_be_verb(line.at(stop), surely=True):
            return stop
        if line.at(stop) in _HELPING and _may_be_verb(line.at(stop + 1)):
            return stop
    return None


def _may_be_verb(word: str, *, surely: bool = False) -> bool:
    """Whether ``word`` may be a finite verb; ``surely``: by its form, as after a noun."""
    classes = word_classes(word)
    if surely:
        told = "VERB" in classes and ("NOUN" not in classes or is_inflected(word))
        return told and word not in wc.PREPOSITIONS and color_at(Line((word,)), 0) is None
    return word.isalpha() and ("VERB" in classes or not classes) and word not in wc.PREPOSITIONS


def is_inflected(word: str) -> bool:
    """Whether a verb has the form of the past or of the third person: "left", "hates"."""
    import lemminflect

    return word not in lemminflect.getAllLemmas(word, upos="VERB").get("VERB", (word,))


def _at_nothing(line: Line, at: int, finder: Finder) -> tuple[int, int] | None:
    """A place behind a phrase at something that nobody knows: "by the zoggle"."""
    place = place_at(line, at)
    goal = place[1] if place is not None and place[0].targeted else None
    target = phrase_at(line, goal, plain=True) if goal is not None else None
    if goal is None or target is None or target[0].noun or not target[0].definite:
        return None
    if unread_at(line, goal, finder) is not None:
        return None  # "on the wobblish cooler"
    if target[0].pronoun or target[0].head in wc.PARTS | wc.SPOTS | wc.ABSTRACT | set(wc.SHELL):
        return None
    return None if finder.find(target[0]) else (at, target[1])


def _ends(line: Line, at: int) -> bool:
    word = line.at(at)
    if word in STOPS or word in {"", ",", "and", "then", "but", "so", "too", "as", "also"}:
        return True
    if attributes_at(line, at) is not None or word in {"to", "with", "by", "into", "for"}:
        return True
    return word in SIZE_WORDS or word.endswith("er")
