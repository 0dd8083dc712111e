"""A text before it is read: slips of the pen mended, words taken back taken out, fillers dropped.

What belongs here: what can be told from the words alone. A word is only taken for a misspelt one
when no dictionary has it and exactly one edit makes a word of the lexicon of it; a note says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.sentences.settings import spelled_settings
from consumers.lexicon.sentences.speech import plain_speech
from consumers.lexicon.sentences.tallies import counts_before
from consumers.lexicon.sentences.unmarked import marked
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.beings import is_given
from consumers.lexicon.words.colors import color_table
from consumers.lexicon.words.garments import GARMENTS, HEADWEAR
from consumers.lexicon.words.gazetteer import guessed_names, named, noun_row, spelled_so
from consumers.lexicon.words.looks import color_at, material_at
from consumers.lexicon.words.materials import material_words
from consumers.lexicon.words.measures import METRES, SIZE_WORDS, STRETCH_WORDS
from consumers.lexicon.words.nouns import names
from consumers.lexicon.words.plurals import plural, singular, word_classes
from consumers.lexicon.words.proportions import COUNTABLE_PARTS
from consumers.lexicon.words.quantities import ORDINALS, TENS, UNITS, number_value
from consumers.lexicon.words.sounds import distance, sound
from consumers.lexicon.words.tokens import OPENED, STOPS, Line

_COMMON = frozenset({"undo", "redo", "wait", "make", "move", "with", "take", "give", "turn"})
"""Words so frequent that they are meant rather than a thing as near ("meke" is no "mike")."""
_SHORTEST = 4
"""Letters: too many words lie one edit from a shorter one."""
_FAR_HEARD = 2
"""Slips up to which a word that sounds as another is taken for it."""
_LONGEST = 30
"""Letters: no word of the lexicon is as long, and every letter may be the wrong one."""
_LONGEST_PHRASE = 8
"""Words looked back over for the phrase that is taken back."""

_KIN = frozenset({
    "daughter", "son", "wife", "husband", "kid", "child", "boss", "client", "customer", "team",
    "teacher", "friend", "mum", "mom", "dad", "brother", "sister", "family", "kids", "company",
})  # fmt: skip
_CRIES = frozenset({
    "nope", "nah", "nopes", "noo", "nooo", "yep", "yup", "yeah", "yeps", "oops", "whoops", "hmm",
    "haha", "hahaha", "hehe", "lol", "lmao", "rofl", "cheers", "kinda", "sorta", "yikes", "argh",
    "furnitures", "informations", "typo", "aight", "nvm", "meh", "boo", "ugh", "yay", "wow",
})  # fmt: skip
"""Words that nobody means a thing by, however near they are to one."""
_SHORT = {
    "w": "with", "wo": "without", "pls": "please", "plz": "please", "chem": "chemistry",
    "infront": "in front", "infrontof": "in front of", "ontop": "on top", "nextto": "next to",
    "inbetween": "in between", "eachother": "each other", "oneanother": "one another",
    "eachside": "each side", "thats": "that is",  "alot": "a lot",
    "rm": "room", "conf": "conference", "bdrm": "bedroom", "bthrm": "bathroom",
    "ontopof": "on top of", "abit": "a bit", "ppl": "people", "opp": "opposite", "btwn": "between",
    "cnr": "corner", "nxt": "next",
}  # fmt: skip
"""Words cut short or run together, and what they stand for."""

_SIDED = {"l": "on the left", "r": "on the right"}
"""Sides as telegrams say them after a thing: "bin L, map R"."""
_CENTERS = frozenset({"center", "centre"})
_LETTERS = re.compile(r"[A-Za-z]{4,}(?![A-Za-z]|['’][a-z])")
"""Words of which no ending is cut off: "aren't" is no slip of "arena"."""
_FILLER = re.compile(
    r"(?:um|uh|uhm|erm|hmm+|i guess|i suppose|i think|i mean|you know|kind of like|sort of like"
    r"|oh|ah|wow|basically|honestly|literally"
    r"|(?<!shaped )(?<!look )(?<!looks )(?<!looking )(?<!thing )like"
    r"(?= (?:an?|\d+|two|three|four|five|six|eight|ten) )"
    r"|so to speak|let us say|if possible|if you can)(?= |$)(?: ,(?= ))?"
)
_ABOUT_ME = re.compile(
    r"(?:i|we) (?:have|own|run|am|are|work|work in|study|just bought|just moved|got) [^,.;:!?\n]+ "
    r"[,.;] (?=(?:(?:so|and|please|can you|could you|now|just) )*(?:make|create|build|design|give"
    r"|show|draw|generate|i want|i need|we want|we need|i would like|i 'd like) )"
)
"""What people say of themselves before they ask for something."""
_WANTER = re.compile(
    r"(?:the |my |our |a )(?:little |old |new )?(\w+) (?:needs|wants|would like|wishes for"
    r"|asked for|ordered|loves|dreams of)(?= )(?: to (?:have|see)(?= ))?(?: :(?= ))?"
)
_TAKEN_BACK = re.compile(
    r"(?:, |\. )?(?:(?:no|nope|wait|sorry|oops|scratch that|correction|or rather|or better"
    r"|i mean|i meant|make (?:that|it)|actually)(?: ,| \.)? )+(?=(?:an? |the |\w))"
)
_SURE = re.compile(
    r"(?:or rather|or better|scratch that|correction|i meant|i mean|sorry|oops|wait)"
)


def mended(line: Line) -> tuple[Line, list[str]]:
    """``line`` as it was meant, and a note for every word that was read as another."""
    words, notes = _spelled(_without_speakers(plain_speech(in_full(line))))
    meant = marked(_without_fillers(_corrected(Line(words, line.truncated))))
    return counts_before(meant), notes


def spelled(line: Line, known: frozenset[str]) -> Line:
    """``line`` with slips of the pen mended, but for the words of ``known``."""
    words = [w if w in known else _meant(w) for w in in_full(line).words]
    return Line(tuple(words), line.truncated)


def respelt(text: str, known: Collection[str]) -> str:
    """``text`` with slips of the pen mended, but for the words of ``known``; all else as it was."""

    def meant(found: re.Match[str]) -> str:
        word = found.group().lower()
        near = word if word in known else _meant(word)
        return found.group() if near == word else near

    return _LETTERS.sub(meant, text)


def in_full(line: Line) -> Line:
    """ "table w/ 4 chairs", "the sofa's on the left" and "green an bigger" written out."""
    words = [
        _SHORT.get(word, word) if at or len(word) > 2 else word
        for at, word in enumerate(line.words)
    ]
    if len(line) > 1 and line.at(len(line) - 1) in _SIDED and line.at(len(line) - 2).isalpha():
        words[-1] = _SIDED[line.at(len(line) - 1)]
    words = [word if word.isascii() else _unaccented(word) for word in words]
    for at, word in enumerate(line.words[:-1]):
        following = line.at(at + 1)
        if word == "'s" and (following in wc.PREPOSITIONS or following in wc.DETERMINERS):
            words[at] = "is"
        if word in _CENTERS and at and _is_telegram_center(line, at):
            words[at] = "in the middle"
        if word in _SIDED and at and line.at(at - 1).isalpha() and (
            following in STOPS or following in {",", "and"}):  # fmt: skip
            words[at] = _SIDED[word]
        if _owns(line, at):
            words[at] = f"{singular(word)} 's"
        if word == "an" and following[0] not in "aeiouhx" and _describes(line, at):
            words[at] = "and"
    return Line(tuple(_apart(words)), line.truncated)


def _is_telegram_center(line: Line, at: int) -> bool:
    """Whether "center" says where a thing is ("steel table center") and is no name's last word."""
    ends = line.at(at + 1) in STOPS or line.at(at + 1) in {",", ""}
    before = line.at(at - 1)
    found = named(before)
    whole = f"{before} {line.at(at)}"
    return ends and found is not None and bool(found.noun) and not (
        whole in spelled_settings() or _ends_name(whole))  # fmt: skip


def _ends_name(words: str) -> bool:
    found = named(words)
    return found is not None and found.length > 1


def _owns(line: Line, at: int) -> bool:
    """Whether "teachers" in "a teachers desk" is "teacher's": one person's, who are many else."""
    word = line.at(at)
    before = at - 1 - (line.at(at - 1) in SIZE_WORDS or _is_look(line, at - 1))
    if not word.endswith("s") or line.at(before) not in {"a", "an", "the", "my", "our"}:
        return False
    row = noun_row(known.noun) if (known := named(singular(word))) is not None else None
    thing = named(line.at(at + 1))
    return row is not None and row.category == "person" and thing is not None and bool(thing.noun)


def _describes(line: Line, at: int) -> bool:
    """Whether the words on both sides of ``at`` say how something is: "green an bigger"."""
    sides = (at - 1, at + 1)
    return at > 0 and all(_is_look(line, n) or line.at(n) in SIZE_WORDS for n in sides)


def _apart(words: list[str]) -> Iterator[str]:
    """``words``, those run together taken apart."""
    for word in words:
        yield from word.split(" ") if " " in word else (word,)


def _unaccented(word: str) -> str:
    """ "café" as the tables spell it, where they have the word."""
    letters = unicodedata.normalize("NFKD", word)
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    known = plain in _vocabulary() or singular(plain) in _vocabulary()
    return plain if known else word


def _spelled(line: Line) -> tuple[tuple[str, ...], list[str]]:
    words: list[str] = []
    notes: list[str] = []
    for word in line.words:
        meant = _meant(word)
        words.append(meant)
        note = f'Read "{word}" as "{meant}".'
        if meant != word and note not in notes:
            notes.append(note)
    return tuple(words), notes


@lru_cache(maxsize=4096)
def _meant(word: str) -> str:
    """The word of the lexicon that ``word`` is one slip away from, or ``word`` itself."""
    if len(word) == _SHORTEST - 1 and not _is_word(word) and word + word[-1] in _vocabulary():
        return word + word[-1]  # "the back wal"
    if (
        not _SHORTEST <= len(word) <= _LONGEST
        or not (word.isascii() and word.isalpha())
        or _is_word(word)
        or is_given(word)
    ):
        return word
    near = set(_one_edit(word))
    heard = {other for other in near if sound(other) == sound(word)}
    for words in (_COMMON, _vocabulary() & heard, _grammar() & heard):
        if meant := _nearest(word, near, words):
            return meant
    if not near & _grammar() and (meant := _heard(word)):
        return meant
    return _nearest(word, near, _vocabulary()) or _nearest(word, near, _grammar()) or word


def _heard(word: str) -> str:
    """The thing that sounds as ``word`` and is two slips from it: "chare"; "" for none or more."""
    if len(word) < _SHORTEST + 1:
        return ""
    alike = _sounding().get(sound(word), ())
    near = [other for other in alike if distance(word, other) <= _FAR_HEARD]
    return near[0] if len(near) == 1 else ""


def _nearest(word: str, edited: Collection[str], known: Collection[str]) -> str:
    """The one of the ``known`` words that ``word`` is an edit away from; "" for none or several."""
    alike = sorted({near for near in edited if near in known and near[0] == word[0]})
    if len(alike) > 1:
        alike = [near for near in alike if set(near) == set(word)] or alike
    return alike[0] if len(alike) == 1 else ""


def _is_word(word: str) -> bool:
    single = singular(word)
    return (
        word in OPENED
        or word in _vocabulary()
        or single in _vocabulary()
        or single in guessed_names()
        or word in spelled_so()
        or bool(word_classes(word))
        or word in _closed()
    )


@cache
def _vocabulary() -> frozenset[str]:
    """Single words of the tables that scenes are made of; plurals of the nouns included."""
    tables = (names(), spelled_settings(), color_table(), material_words(), wc.TIMES, UNITS, TENS)
    said = [words.split() for table in tables for words in table]
    single = {w for words in said for w in words if len(w) >= _SHORTEST and w.isascii()}
    nouns = {words for words in names() if " " not in words}
    closed = {w for w in wc.PREPOSITIONS | wc.HAVING | wc.DETERMINERS if len(w) >= _SHORTEST}
    return frozenset(single | {plural(w) for w in nouns} | closed)


@cache
def _sounding() -> dict[str, list[str]]:
    """Things named in one word, and their plurals, by how they sound."""
    found: dict[str, list[str]] = {}
    single = {words for words in names() if words.isalpha() and len(words) >= _SHORTEST}
    for word in sorted(single | {plural(words) for words in single}):
        found.setdefault(sound(word), []).append(word)
    return found


@cache
def _closed() -> frozenset[str]:
    parts = (wc.DETERMINERS, wc.PRONOUNS, wc.CONJUNCTIONS, wc.HAVING, wc.COPULA, wc.PREPOSITIONS,
             wc.ADVERBS, wc.FUNCTION, wc.VERBS, wc.PARTS, wc.ABSTRACT, wc.GENERIC_PLACES,
             frozenset(METRES), frozenset(SIZE_WORDS), frozenset(STRETCH_WORDS),
             frozenset(ORDINALS), COUNTABLE_PARTS, GARMENTS, HEADWEAR, _CRIES)  # fmt: skip
    return frozenset().union(*parts)


@cache
def _grammar() -> frozenset[str]:
    """Words that sentences are made of and that name nothing: "another", "bigger", "delete"."""
    return frozenset(w for w in _closed() if len(w) >= _SHORTEST and w.isascii() and w.isalpha())


def _one_edit(word: str) -> Iterator[str]:
    """Every word one letter lost, doubled, mistaken or swapped away from ``word``."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in letters)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in letters)


def _corrected(line: Line) -> Line:
    """``line`` without what its writer took back: "a table, sorry, a desk" is "a desk"."""
    if _TAKEN_BACK.search(line.text) is None:
        return line
    words = list(line.words)
    at = 1
    while at < len(words):
        now = Line(tuple(words))
        found = now.match(_TAKEN_BACK, at)
        start = None if found is None else _start_of_taken(now, at, found[1], found[0].group())
        if found is None or start is None:
            at += 1
            continue
        del words[start : found[1]]
        at = max(1, start)
    return Line(tuple(words), line.truncated)


def _start_of_taken(line: Line, end: int, after: int, said: str) -> int | None:
    """Where the words begin that end at ``end`` and that those from ``after`` on replace."""
    old, new = line.at(end - 1), line.at(after)
    if number_value(old) is not None and number_value(new) is not None:
        return end - 1
    if _is_look(line, end - 1) and _is_look(line, after):
        return end - 1
    if said.split()[-1] == "no" and new not in {"a", "an", "the"}:
        return None  # "two desks, no chairs"
    if new in {"no"} or not ("," in said or _SURE.search(said)):
        return None
    following = phrase_at(line, after)
    if following is None or following[0].pronoun:
        return None
    for start in range(max(0, end - _LONGEST_PHRASE), end):
        found = phrase_at(line.part(0, end), start)
        if found is not None and found[1] == end and not found[0].pronoun:
            sure = _SURE.search(said) is not None or _same_number(line, start, after)
            return start if sure else None
    return None


def _is_look(line: Line, at: int) -> bool:
    return color_at(line, at) is not None or material_at(line, at) is not None


def _same_number(line: Line, first: int, second: int) -> bool:
    """Whether both phrases begin with an article or both with a number."""
    return (line.at(first) in wc.DETERMINERS) == (line.at(second) in wc.DETERMINERS)


def _without_speakers(line: Line) -> Line:
    """``line`` without who asks for it: "I have a startup, make ...", "the cook needs: ..."."""
    for pattern in (_ABOUT_ME, _WANTER):
        found = line.match(pattern, 0)
        if found is not None and (pattern is _ABOUT_ME or _is_person(found[0].group(1))):
            line = Line(line.words[found[1] :], line.truncated)
    return line


def _is_person(word: str) -> bool:
    known = named(word)
    row = noun_row(known.noun) if known is not None else None
    return word in _KIN or (row is not None and row.category == "person")


def _without_fillers(line: Line) -> Line:
    words: list[str] = []
    at = 0
    while at < len(line):
        found = line.match(_FILLER, at)
        if found is not None:
            at = found[1]
            continue
        words.append(line.at(at))
        at += 1
    return Line(tuple(words), line.truncated)
