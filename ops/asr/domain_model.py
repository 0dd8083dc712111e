"""What people say to a scene: sentences drawn from a grammar, and the n-gram counts of them.

The grammar is ``commands.toml``; its nouns come from the lexicon the product understands, and from
``nouns_heard.txt``. What does not belong here: general English, and probabilities.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from lemminflect import getInflection, getLemma

from consumers.lexicon.words.nouns import names

HERE = Path(__file__).parent
Grammar = Mapping[str, Sequence[str]]

_PIECE = re.compile(r"<(\w+)>|\((.*?)\)|([^<>()]+)")
_VOWEL_SOUND = re.compile(r"^(?!one\b|uni|use|eu)([aeiou]|hour)")
MODELLED_WEIGHT = 3
"""A noun the product can make is drawn this many times as often as one it only spells."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each run of one, two and three words was said. Sentences start with ``<s>``."""

    unigrams: Counter[tuple[str]]
    bigrams: Counter[tuple[str, str]]
    trigrams: Counter[tuple[str, str, str]]


def grammar(written: Container[str]) -> Grammar:
    """The rules of ``commands.toml`` with ``noun`` and ``nouns`` filled in.

    Of two spellings that sound the same the joined one is taken if it is among the words that are
    commonly ``written`` (``armchair``), else the one apart (``love seat``).
    """
    rules: dict[str, Sequence[str]] = tomllib.loads((HERE / "commands.toml").read_text("utf-8"))
    modelled = _one_spelling({spoken(name) for name in names()}, written)
    heard = [n for n in _lines(HERE / "nouns_heard.txt") if n not in modelled]
    rules["noun"] = modelled * MODELLED_WEIGHT + heard
    rules["nouns"] = [plural(noun) for noun in rules["noun"]]
    return rules


def spoken(text: str) -> str:
    """``text`` as the recognizer writes it: lower case, blanks for hyphens."""
    return " ".join(re.sub(r"[^a-z' ]", " ", text.lower().replace("-", " ")).split())


def plural(noun: str) -> str:
    """The plural of the last word: ``coffee table`` gives ``coffee tables``; plurals stay."""
    *front, last = noun.split()
    if getLemma(last, upos="NOUN")[0] == last:
        forms = getInflection(last, tag="NNS")
        # Nobody says "tubae" or "saunae".
        last = next((form for form in forms if not form.endswith("ae")), forms[0])
    return " ".join([*front, last])


def sentences(rules: Grammar, amount: int, seed: int) -> Iterator[list[str]]:
    """``amount`` sentences as words, the same ones for the same seed."""
    chance = random.Random(seed)
    for _ in range(amount):
        yield _articles(_expand("sentence", rules, chance).split())


def count(spoken_sentences: Iterator[list[str]]) -> Counts:
    """The n-grams of all sentences, with sentence ends."""
    counts = Counts(Counter(), Counter(), Counter())
    for words in spoken_sentences:
        bounded = ["<s>", *words, "</s>"]
        counts.unigrams.update((w,) for w in bounded[1:])
        counts.bigrams.update(pairwise(bounded))
        counts.trigrams.update(zip(bounded, bounded[1:], bounded[2:], strict=False))
    return counts


def _expand(rule: str, rules: Grammar, chance: random.Random) -> str:
    return _say(chance.choice(rules[rule]), rules, chance)


def _say(pattern: str, rules: Grammar, chance: random.Random) -> str:
    said = []
    for name, optional, plain in _PIECE.findall(pattern):
        if name:
            said.append(_expand(name, rules, chance))
        elif optional:
            said.append(_say(optional, rules, chance) if chance.random() < 0.5 else "")
        else:
            said.append(plain)
    return "".join(said)


def _articles(words: list[str]) -> list[str]:
    """``a`` before a vowel becomes ``an``, as people say it."""
    following = [*words[1:], ""]
    return [
        "an" if word == "a" and _VOWEL_SOUND.match(after) else word
        for word, after in zip(words, following, strict=True)
    ]


def _one_spelling(spellings: set[str], written: Container[str]) -> list[str]:
    joined = {"".join(spelling.split()): spelling for spelling in spellings if " " in spelling}
    doubled = joined.keys() & spellings
    dropped = {joined[word] if word in written else word for word in doubled}
    return sorted(spellings - dropped)


def _lines(path: Path) -> list[str]:
    lines = path.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
