"""Who or what a sentence tells of: "the waiter he", "one of the sheep", "she", "my grandson".

What belongs here: whether it is there, and the words by which a command names it. What does not:
what it does, which is in ``happening``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from consumers.lexicon.edits.items import is_shell, label_of, with_article
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.fronts import is_somebody
from consumers.lexicon.talk.happenings import Verb, verb_at
from consumers.lexicon.talk.whom import all_of_them, living, may_be, whom
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.quantities import UNITS
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

_SINGLE = frozenset({"he", "she"})
_MANY = frozenset({"they", "everybody", "everyone", "all"})
_DOUBLED = frozenset({"he", "she", "it", "they"})
_OWN = frozenset({"the", "my", "our", "his", "her", "their", "your", "its", "that", "this"})
_POSED = frozenset({"sit", "lie", "sleep", "stand", "kneel", "lean", "crouch", "hang", "wait"})
_PEOPLE = frozenset({"person", "man", "woman", "child"})
"""Rows of the noun table that draw people of many names."""
_ANYBODY = frozenset({
    "person", "people", "man", "woman", "guy", "lady", "gentleman", "girl", "boy", "kid", "child",
    "figure", "character", "human", "somebody", "someone",
})  # fmt: skip
"""Names by which people of any trade may be called."""
_LONGEST = 10


@dataclass(frozen=True, slots=True)
class Doer:
    """``said``: the words that name it in a command; ``items``: which are meant of those that are
    there, none for somebody new. ``is_vague``: "a sheep", of which any may be meant;
    ``is_unknown``: "he", where several may be meant; ``is_many``: they are more than one;
    ``name``: the words as they were said of somebody definite."""

    said: str
    items: Sequence[SceneItem]
    is_alive: bool
    is_vague: bool = False
    is_unknown: bool = False
    is_many: bool = False
    name: str = ""

    def put(self, where: str, verb: Verb | None = None) -> str:
        """The command that has it at ``where`` ("" for anywhere)."""
        if self.is_unknown:
            return ""
        if self.items:
            return f"put {_some_of_them(self.said)} {where}" if where else ""
        posed = verb is not None and verb.lemma in _POSED and self.is_alive
        doing = f" {verb.doing}" if verb is not None and posed else ""
        return f"add {self.said}{doing} {where}".strip()


def doer_at(said: Line, at: int, finder: Finder) -> tuple[Doer, Verb] | None:
    """Who or what is told of from word ``at`` on, and the verb that tells it; None where no such
    sentence begins there."""
    pronoun = _pronoun(said, at, finder)
    if pronoun is not None:
        verb = verb_at(said, at + 1)
        return (pronoun, verb) if verb is not None else None
    for stop in range(at + 1, min(len(said), at + _LONGEST)):
        begin = stop + (said.at(stop) == "," and said.at(stop + 1) in _DOUBLED)
        begin += said.at(begin) in _DOUBLED
        verb = verb_at(said, begin)
        if verb is None:
            continue
        doer = _named(said.part(at, stop), finder, verb)
        if doer is not None:
            return doer, verb
    return None


def _pronoun(said: Line, at: int, finder: Finder) -> Doer | None:
    """ "she", "they", "it": who or what was spoken of."""
    word = said.at(at)
    if word in _SINGLE:
        meant = whom(finder, word)
    elif word in _MANY and verb_at(said, at + 1) is not None:
        meant = all_of_them(finder)
    elif word in {"someone", "somebody"}:
        return Doer("a person", (), is_alive=True, is_vague=True)
    elif word == "it" and finder.last:
        meant = finder.touched()
    else:
        return None
    if not meant and word in _SINGLE and any(may_be(word, i) for i in living(finder)):
        return Doer(word, (), is_alive=True, is_unknown=True)
    if not meant or any(is_shell(i) for i in meant):
        return None
    names = " and ".join(f"the {i.name.lower()}" for i in meant)
    return Doer(names, meant, _alive(meant), is_many=len(meant) > 1)


def _named(words: Line, finder: Finder, verb: Verb) -> Doer | None:
    """Who ``words`` name; None where they are not one noun phrase, or name nobody known."""
    found = phrase_at(words, 0)
    chosen = select(words, 0, finder, filtered=True)
    if chosen is not None and (chosen.stop != len(words) or chosen.missing):
        chosen = None
    there = [i for i in chosen.items if not is_shell(i)] if chosen is not None else []
    whole = found is not None and found[1] == len(words)
    if found is None or not (whole or there) or (found[0].pronoun and not there):
        return None
    phrase = found[0]
    if not _agrees(phrase, verb) or phrase.quantifier == "no":
        return None
    if there and whole and _is_another(phrase, there):
        return _newcomer(words, phrase, finder, other=True)
    if phrase.counted and phrase.count > len(there) and " of " in words.text:
        return _newcomer(_without_of(words), replace(phrase, definite=False), finder)
    if there and (not whole or _means_those(phrase, finder)):
        said = _all_alike(words, phrase, verb)
        many = len(there) > 1 or said != words.text
        said = f"the {said}" if phrase.bare and not phrase.plural else said
        return Doer(said, there, _alive(there), is_many=many)
    return _newcomer(words, phrase, finder) if whole else None


def _means_those(phrase: Phrase, finder: Finder) -> bool:
    """Whether a phrase means some of those that are there: "the sheep", "two sheep" of five."""
    if phrase.counted and not phrase.definite:
        head, row = singular(phrase.head.split()[-1]), noun_row(phrase.noun)
        there = finder.fitting(phrase)
        if row is not None and row.name in _PEOPLE:  # two girls are no two of the pupils
            there = [i for i in there if head in label_of(i).split()]
        return len(there) >= phrase.count
    known = phrase.bare and not phrase.plural and len(finder.fitting(phrase)) == 1
    return known or phrase.definite or phrase.quantifier in {"all", "both", "each", "other"}


def _without_of(words: Line) -> Line:
    """ "two of the kids", of whom nobody has spoken yet, as "two kids"."""
    kept = [w for w in words.words if w not in {"of", *_OWN}]
    return Line(tuple(kept))


def _is_another(phrase: Phrase, there: Sequence[SceneItem]) -> bool:
    """Whether somebody is called otherwise than all those there: our receptionist is no guest."""
    row = noun_row(phrase.noun)
    if row is None or row.name not in _PEOPLE or phrase.head in _ANYBODY or phrase.pronoun:
        return False
    words = {word for i in there for word in label_of(i).split()}
    mine = phrase.said.split()[:1] in (["my"], ["our"]) or phrase.bare
    return (mine or not words & _ANYBODY) and singular(phrase.head.split()[-1]) not in words


def _newcomer(words: Line, phrase: Phrase, finder: Finder, *, other: bool = False) -> Doer | None:
    """Somebody who is not there yet: "a dog", "the cat" where there is none."""
    if phrase.rank or phrase.ordinal or noun_row(phrase.noun) is None:
        return None
    if phrase.quantifier not in {"", "another", "own"}:
        return None
    if phrase.definite and not other and finder.fitting(phrase):
        return None
    vague = not (phrase.definite or phrase.counted or phrase.quantifier)
    alive = is_somebody(phrase.noun, phrase.head)
    said = words.text if phrase.definite else ""
    return Doer(_new(words, phrase), (), alive, vague, is_many=phrase.many, name=said)


def _some_of_them(said: str) -> str:
    """ "one child" of several as "one of the children", which "put" takes for no new one."""
    first, _, kind = said.partition(" ")
    if first not in UNITS or not kind or kind.startswith("of "):
        return said
    before, space, last = kind.rpartition(" ")
    return f"{first} of the {before}{space}{plural(singular(last))}"


def _all_alike(words: Line, phrase: Phrase, verb: Verb) -> str:
    """ "the sheep (run)", which are several, as "all the sheep"."""
    several = verb.form == "plain" and phrase.definite and not phrase.many
    return f"all {words.text}" if several and words.at(0) == "the" else words.text


def _new(words: Line, phrase: Phrase) -> str:
    """The words for somebody who is not there yet: "my two cats" as "two cats"."""
    bare = words.part(1, len(words)).text if words.at(0) in _OWN else words.text
    if bare == words.text and (words.at(0) in {"a", "an", "some", "another"} or phrase.counted):
        return bare
    if phrase.counted:
        return bare
    return f"some {bare}" if phrase.plural else with_article(bare)


def _agrees(phrase: Phrase, verb: Verb) -> bool:
    """Whether a noun phrase may be the subject of a verb in its form: no "sofa rest"."""
    if verb.form == "plain":
        return phrase.plural or phrase.many or plural(phrase.head) == phrase.head
    return not (verb.form == "s" and phrase.counted and phrase.count > 1)


def _alive(items: Sequence[SceneItem]) -> bool:
    """Whether all of them live, look so, or drive."""
    rows = [noun_row(i.noun) for i in items]
    return all(
        is_somebody(i.noun, label_of(i)) or (row is not None and row.category in {"vehicle", "toy"})
        for i, row in zip(items, rows, strict=True)
    )
