"""Whether words ask for a new scene or thing while there is a scene, or are about that scene.

Words are about the scene that is there unless they clearly ask for something new: by saying so, by
naming another place, or by a verb of making with what is not there. What does not belong here: what
is then done to the scene, which is in ``lexicon/edits``.
"""

from __future__ import annotations

import re
from typing import Literal

from consumers.lexicon.edits.amounts import factor
from consumers.lexicon.edits.commands import clauses, command_at, without_politeness
from consumers.lexicon.edits.correcting import corrected
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.relighting import relight
from consumers.lexicon.edits.rows import row
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.sentences.reader import read_scene
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.settings import named_setting, setting_of
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_at
from consumers.lexicon.words.tokens import STOPS, Line

Asking = Literal["making", "wishing", "adding", ""]

_SAYS_SO = re.compile(
    r"\b(?:new|another|different|fresh|other) (?:scene|room|world|environment|place)\b"
    r"|\bstart(?:ing)? (?:over|again|anew|afresh|from scratch|fresh)\b|\bfrom scratch\b"
    r"|\bforget (?:this|that|it|everything|all of (?:this|that|it)|the (?:scene|room|old one))\b"
    r"|\bsomething (?:completely |totally |entirely )?(?:different|else|new)\b"
)
_ADDING = re.compile(
    r"(?:add|insert|include|install|plant|bring in|throw in|introduce|spawn|put|place|set|hang|lay"
    r"|stand|stack|arrange|park|lean|sit|drop|scatter|spread|surround|fill|cover|decorate|line)"
    r"(?= |$)"
)
_MAKING = re.compile(
    r"(?:(?:i|we) (?:would like|would love|want|need) to (?:see|have|make|build|create)|make"
    r"|create|generate|build|construct|design|produce|model|sculpt|render|compose|imagine|picture"
    r"|visuali[sz]e|depict|illustrate|show|prepare|set up|do|draw|simulate|recreate|craft"
    r"|let (?:me|us) (?:see|have)|see|take (?:me|us) to)(?: me| us| for me| up)*(?= |$)"
)
_WISHING = re.compile(
    r"(?:(?:i|we) (?:would like|would love|would prefer|want|need|prefer|wish for|am looking for)"
    r"|need|want|(?:what|how) about|what if (?:there (?:is|was|were)|we had|i had)|maybe|perhaps"
    r"|give(?: me| us)?|get(?: me| us)?|can (?:i|we) (?:have|get)|may (?:i|we) have"
    r"|bring(?: me| us)?|let there be|have|there (?:should|could|must|might) be)"
    r"(?: now| also| please)*(?= |$)"
)
_BECOMES = re.compile(
    r"(?:make|turn|change|transform|convert|switch)(?: all)? (?:of )?(?:it|this|that|everything"
    r"|the (?:whole )?(?:scene|room|place|thing|world|setting))(?: all)?"
    r"(?: in ?to| to| be)?(?= an? )"
)
_FRESHLY = re.compile(r"(?:(?:now|instead|next|then|and|,|:|another one) ?)*(?= |$|\w)")
_COMPARED = re.compile(r"(?:an? )?(?:more|less|fewer|\w+er)(?= \w)")
_WAY = re.compile(
    r"\b(?:left|right|forwards?|backwards?|back|up|down|higher|lower|closer|nearer|further|farther"
    r"|apart|together|straight|aside|away|tidy)\b"
)
_FEATURES = frozenset({
    "river", "lake", "pond", "stream", "creek", "brook", "waterfall", "mountain", "hill", "road",
    "street", "path", "field", "volcano", "cliff", "island", "swamp", "canal", "sea", "pool",
})  # fmt: skip
"""Places that are also what another place may have."""
_MOST_ADDED = 3
"""Kinds of thing that words without a verb add; a longer list describes a scene of its own."""


def asks_anew(line: Line, finder: Finder) -> bool:
    """Whether ``line`` clearly asks for a new scene, or with a verb of making for a new thing."""
    if _SAYS_SO.search(line.text) or place_instead(line) is not None:
        return True
    said = without_politeness(line)
    asking, at = asking_at(said)
    if asking == "adding":
        return False
    rest = said.part(_fresh(said, at), len(said))
    found = phrase_at(rest, 0)
    if found is None or _is_there(found[0], asking) or _COMPARED.match(rest.text):
        return False
    first = found[0]
    plain = phrase_at(rest, 0, plain=True) or found
    if finder.fitting(plain[0]) and attributes_at(rest, plain[1]) is not None:
        return False  # "make one chair red"
    reading = read_scene(rest)
    if _refers(rest, finder):
        return False
    if asking == "making":
        return first.quantifier not in {"another", "other"} and first.head not in {"more", "one"}
    if reading.setting is None and first.bare and first.noun and finder.fitting(first):
        return False  # "barrels: two less, and stack the others"
    return _is_place(first, reading) or _is_whole(first, reading)


def asking_at(said: Line) -> tuple[Asking, int]:
    """How a request begins, and the index after those words."""
    ways: tuple[tuple[Asking, re.Pattern[str]], ...] = (
        ("making", _MAKING), ("adding", _ADDING), ("wishing", _WISHING),
    )  # fmt: skip
    for asking, pattern in ways:
        found = said.match(pattern, 0)
        if found is not None and not _is_noun_phrase(said, found[1], asking):
            return asking, found[1]
    return "", 0


def place_instead(line: Line) -> Line | None:
    """The place that the scene as a whole is to become ("turn this into a beach"); None without."""
    said = without_politeness(line)
    found = said.match(_BECOMES, 0)
    if found is None:
        return None
    rest = said.part(found[1], len(said))
    place = phrase_at(rest, 0)
    named = setting_of(place[0]) if place is not None else None
    if place is None or named is None:
        return None
    row = named[0]
    is_place = not place[0].noun or (row is not None and row.building == "with")
    return rest if is_place else None


def says_something(line: Line, finder: Finder) -> bool:
    """Whether the words name a thing, a place, a look or a deed, so that they may be an edit."""
    if corrected(line, finder) != line:
        return True  # "we will be eight, not six"
    for clause in clauses(line)[:8]:
        rest = clause.rest
        if clause.op or relight(clause, finder) is not None or factor(rest) is not None:
            return True
        if _WAY.search(rest.text) is not None:
            return True
        for at in range(min(len(rest), 30)):
            word = rest.at(at)
            if word in wc.SHELL or word in wc.GROUNDS or named_setting(word) is not None:
                return True
            if noun_at(rest, at) is not None:
                return True
            if attributes_at(rest, at) is not None or place_at(rest, at) is not None:
                return True
            if word not in STOPS and command_at(rest, at) is not None:
                return True
    return False


def _refers(line: Line, finder: Finder) -> bool:
    """Whether the words name a thing of the scene with "the"; "a table ... the table" does not."""
    new: set[str] = set()
    for at in range(len(line)):
        if row(line, at, finder) is not None:
            return True  # "the front row of columns"
        found = phrase_at(line, at) if line.at(at) in wc.DETERMINERS else None
        if found is None or found[0].pronoun:
            continue
        if found[0].definite and found[0].head not in new and finder.find(found[0]):
            return True
        new.add(found[0].head)
    return False


def _fresh(said: Line, at: int) -> int:
    found = said.match(_FRESHLY, at)
    return found[1] if found is not None else at


def _is_noun_phrase(said: Line, stop: int, asking: str) -> bool:
    """Whether the asking word is a noun here: "set of chairs", "picture on the wall"."""
    word, after = said.at(0), said.at(stop)
    doubtful = word in {"picture", "model", "plant", "stand", "set", "stack", "park", "place",
                        "design", "line", "spread", "lay", "cover"}  # fmt: skip
    return stop == 1 and doubtful and after not in wc.DETERMINERS and asking != "wishing"


def _is_there(first: Phrase, asking: Asking) -> bool:
    """Whether the phrase speaks of what is there: "the table", "it"; not "create my bedroom"."""
    if first.pronoun:
        return True
    mine = first.said.split()[:1] in (["my"], ["our"])
    return first.definite and not (mine and asking == "making" and setting_of(first) is not None)


def _is_place(first: Phrase, reading: Reading) -> bool:
    """Whether a wish names another place to be in; "a river" alone is a thing of this one."""
    found = setting_of(first)
    if first.head in _FEATURES and not reading.things:
        return False
    if reading.setting is None or found is None:
        return reading.setting_phrase is not None and first.head in wc.GENERIC_PLACES
    return not first.noun or bool(reading.things)


def _is_whole(first: Phrase, reading: Reading) -> bool:
    """Whether a wish describes a scene of its own: with many things, or with its own light.

    "A shark in the water" is about the water that is there, or may be.
    """
    kinds = {t.phrase.head for t in reading.things}
    place = reading.setting_phrase
    elsewhere = reading.setting is not None and place is not None and not place.definite
    if kinds and (
        elsewhere
        or (reading.setting is not None and len(kinds) > 1)
        or (first.head in _FEATURES and len(kinds) > 1)
    ):
        return True
    return len(kinds) > _MOST_ADDED or (bool(kinds) and reading.time is not None)
