"""Invented words put into sentences: what a reader does not know must come back in what is told."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import named
from tests.unit.sentences import cases

_HERE = Path(__file__).parent
_PROMPTS = _HERE.parent / "ops" / "bench" / "scenes" / "prompts.toml"
_TOKENS = re.compile(r"[\w']+|\s+|[^\w\s]+")
_COUNTING = frozenset({"a", "an", "the", "two", "three", "four"})
_PLACING = frozenset({
    "on", "in", "under", "above", "over", "behind", "between", "beside", "near", "around",
    "opposite", "facing", "below", "against",
})  # fmt: skip


class Injected(NamedTuple):
    """A sentence with an invented ``word`` where ``role`` says."""

    role: str
    sentence: str
    word: str


def table_sentences() -> list[str]:
    """The sentences of the tables of scenes, each once."""
    found: dict[str, None] = {}
    for file in sorted((_HERE / "unit").glob("test_language_scenes*.py")):
        for value in vars(import_module(f"tests.unit.{file.stem}")).values():
            if isinstance(value, str) and "\n= " in value:
                found.update(dict.fromkeys(case.sentence for case in cases(value)))
    return list(found)


def bench_prompts() -> list[str]:
    """The prompts of the benchmark of scenes."""
    return [case["said"] for case in tomllib.loads(_PROMPTS.read_text("utf-8"))["case"]]


def injected(sentence: str) -> Iterator[Injected]:
    """``sentence`` with one invented word, at each of the places where one may stand."""
    tokens = _TOKENS.findall(sentence)
    words = [at for at, token in enumerate(tokens) if token[0].isalnum()]
    for n, at in enumerate(words):
        word, follows = tokens[at].lower(), tokens[at + 1] if at + 1 < len(tokens) else ""
        before, after = tokens[:at], tokens[at + 1 :]
        if word in _COUNTING and n + 1 < len(words):
            yield _said("adjective", [*before, tokens[at], " flurbish", *after], "flurbish")
        if word in _PLACING:
            yield _said("relation", [*before, "snorpwise", *after], "snorpwise")
            if n and _is_thing(tokens[words[n - 1]]) and tokens[at - 1].isspace():
                yield _said("verb", [*before, "zoggled ", tokens[at], *after], "zoggled")
        if not _is_thing(word):
            continue
        yield _said("modifier", [*before, "quindle ", tokens[at], *after], "quindle")
        if follows[:1] in {"", ",", ".", ";"}:
            yield _said("place", [*before, tokens[at], " at quindly", *after], "quindly")
            yield _said("deed", [*before, tokens[at], " zoggling the brumph", *after], "zoggling")


def _said(role: str, tokens: list[str], word: str) -> Injected:
    return Injected(role, "".join(tokens), word)


def _is_thing(word: str) -> bool:
    known = named(word.lower())
    return known is not None and known.noun != "" and word.lower() not in wc.VERBS
