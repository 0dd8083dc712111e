"""Whether two phrases name the same kind of thing, so that one may refer to the other.

What belongs here: words against words. What does not: which thing of the text is meant, which
``discourse`` finds.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.words.gazetteer import is_kind_of, named, noun_row
from consumers.lexicon.words.measures import SIZE_WORDS, STRETCH_WORDS
from consumers.lexicon.words.plurals import singular, word_classes

_SIZES = frozenset({*SIZE_WORDS, *STRETCH_WORDS, "one", "medium"})
_SHORTEST = 3
"""Letters of the parts of a word like "bathtub"."""
_CREATURES = frozenset({
    "robot", "ghost", "alien", "scarecrow", "mummy", "goblin", "angel", "mermaid", "vampire",
})  # fmt: skip


def is_another(several: Phrase, single: Phrase) -> bool:
    """Whether "the teacher's desk" is no one of "six student desks": each has words of its own."""
    if single.many or single.ordinal or single.rank:
        return False
    own = {*single.described, *single.label.split()[:-1]}
    theirs = {*several.described, *several.label.split()[:-1]}
    if any(is_person(word) for word in own - theirs):
        return True  # "12 desks ... the teacher's desk"
    return bool(own and theirs) and not own & theirs


def is_human(phrase: Phrase) -> bool:
    """Whether people say "he" or "she" of it, and not "it"."""
    row = noun_row(phrase.noun)
    return row is not None and row.category == "person" and row.name not in _CREATURES


def is_person(word: str) -> bool:
    found = named(word)
    row = noun_row(found.noun) if found is not None else None
    return row is not None and row.category == "person"


def same_kind(first: Phrase, second: Phrase) -> bool:
    """Whether two phrases name the same kind of thing, so that one may refer to the other."""
    if first.head == second.head and not first.pronoun:
        return True
    if second.definite and singular(second.head) == first.head and not second.pronoun:
        return True  # "the books" are no pile of books where there are three
    if first.noun and second.noun:
        if _told_apart(first, second):
            return False
        alike = first.noun == second.noun or first.noun.endswith(" " + second.noun)
        return alike or is_kind_of(first.noun, second.noun)
    return False


_ANYBODY = frozenset({
    "man", "woman", "person", "guy", "boy", "girl", "child", "kid", "figure", "human", "fellow",
    "lady", "player", "worker", "people", "adult", "old man", "old woman",
})  # fmt: skip
"""What anybody may be called afterwards: "a farmer ... the man"."""


def _told_apart(first: Phrase, second: Phrase) -> bool:
    """Whether two are people whose callings differ: "the referee" is none of "two boxers"."""
    row = noun_row(first.noun)
    if row is None or row.category != "person" or first.head == second.head:
        return False
    return not {first.head, second.head} & _ANYBODY


def is_short_for(first: Phrase, second: Phrase) -> bool:
    """Whether "the tub" may be the "bathtub": a word made of it and another word."""
    long, short = first.head.split()[-1:], second.head
    if second.definite and first.noun and len(first.head.split()) > 1 and long == [short]:
        return True  # "the tank" of a fish tank, "the chest" of a toy chest
    if not long or second.pronoun or not second.definite or not long[0].endswith(short):
        return False
    before = long[0].removesuffix(short)
    return len(before) >= _SHORTEST and len(short) >= _SHORTEST and "NOUN" in word_classes(before)


def one_more(phrase: Phrase, like: Phrase) -> Phrase:
    """What "three square ones" or "a red one" is: of the kind of ``like``, by its own words."""
    apart = phrase.head == "one" and not phrase.ordinal
    own = [w for w in phrase.label.split() if not (w in _SIZES or w.endswith("er"))]
    told = phrase.looks or (apart and bool(own))
    first, _, last = like.head.rpartition(" ")
    head, noun = like.head, like.noun
    if told and "ADJ" in word_classes(first):  # "two round tables and three square ones"
        found = named(" ".join([*own, last])) or named(last)
        head, noun = last, found.noun if found is not None else noun
    label = f"{phrase.label} {head}" if told else head
    return replace(phrase, head=head, noun=noun, label=label, pronoun=False, definite=False,
                   ordinal=0, quantifier="")  # fmt: skip
