"""Noun phrases: "two big red wooden chairs, 80 cm tall" as one value.

What belongs here: the value, and reading one phrase from a place in a sentence. The words before
the head are read in ``determiners`` and ``modifiers``, those
after it in ``postmodifiers``. What does not: how
phrases stand to one another, which is in ``reading``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from consumers.lexicon.determiners import read_determiners
from consumers.lexicon.draft import Draft
from consumers.lexicon.measures import UNSAID, Extent
from consumers.lexicon.modifiers import read_words
from consumers.lexicon.plurals import singular
from consumers.lexicon.postmodifiers import read_after
from consumers.lexicon.quantities import SEVERAL
from consumers.lexicon.tokens import Line
from consumers.lexicon.wordclasses import PRONOUNS


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase.

    ``said``: verbatim. ``label``: its describing words and head, singular ("red wooden chair").
    ``head``: the head's singular as said; ``noun``: its name in the noun table, or "".
    ``count``: how many; ``counted`` when a number was said. ``quantifier``: "all", "each", "both",
    "another", "other", "no" or "". ``pronoun``: it stands for something named elsewhere.
    ``colors``: where several were said ("red, green and blue balls"). ``described``: further
    describing words. ``group``: "row", "stack", "circle" or "".
    ``rank``: "biggest", "smallest", "left", ... or ""; ``ordinal``: 1 for "the first", -1 last.
    ``like``: the noun whose size it should have. ``contents``: what it is full of.
    """

    said: str
    label: str
    head: str
    noun: str = ""
    count: int = 1
    counted: bool = False
    plural: bool = False
    definite: bool = False
    pronoun: bool = False
    quantifier: str = ""
    color: str | None = None
    colors: tuple[str, ...] = ()
    material: str | None = None
    extent: Extent = UNSAID
    described: tuple[str, ...] = ()
    group: str = ""
    rank: str = ""
    ordinal: int = 0
    like: str = ""
    contents: Phrase | None = None

    @property
    def many(self) -> bool:
        """Whether it names more than one thing."""
        return self.plural or self.count > 1 or self.quantifier in {"all", "both", "each"}

    @property
    def looks(self) -> bool:
        """Whether it says a colour or a material."""
        return self.color is not None or self.material is not None


def phrase_at(
    line: Line, index: int, *, depth: int = 0, plain: bool = False
) -> tuple[Phrase, int] | None:
    """The noun phrase that begins at word ``index`` and the index after it, if one begins there.

    ``depth`` bounds phrases within phrases ("a statue of a horse"). ``plain`` stops at the head,
    for commands where looks said after it are what shall become of it.
    """
    draft = Draft()
    at = read_determiners(line, index, draft)
    before = at
    at = read_words(line, at, draft)
    pronoun = _pronoun(line, index, before, draft)
    if pronoun is not None:
        return pronoun
    if draft.head == "":
        return None
    contents = None
    if plain:
        return _finished(line, index, at, draft, None), at
    at = read_after(line, at, draft)
    if depth < 2 and line.at(at) == "of" and draft.head != "one":
        inner = phrase_at(line, at + 1, depth=depth + 1)
        if inner is not None and not inner[0].definite and not inner[0].pronoun:
            contents, at = inner
            draft.tail = f"of {contents.said}"
            at = read_after(line, at, draft)
    return _finished(line, index, at, draft, contents), at


def with_looks(phrase: Phrase, color: str | None, material: str | None, extent: Extent) -> Phrase:
    """``phrase`` with looks that were said of it later ("it is red")."""
    merged = phrase.extent if not extent.said else extent
    return replace(
        phrase,
        color=color or phrase.color,
        material=material or phrase.material,
        extent=merged,
    )


def _finished(line: Line, start: int, stop: int, draft: Draft, contents: Phrase | None) -> Phrase:
    count = draft.count if draft.count is not None else (SEVERAL if draft.plural else 1)
    if draft.each and draft.count is None:
        count = 1
    return Phrase(
        said=line.span(start, stop),
        label=draft.label(),
        head=draft.head,
        noun=draft.noun,
        count=0 if draft.quantifier == "no" else count,
        counted=draft.count is not None,
        plural=draft.plural,
        definite=draft.definite,
        pronoun=draft.head == "one",
        quantifier=draft.quantifier,
        color=draft.color,
        colors=tuple(draft.colors) if len(draft.colors) > 1 else (),
        material=draft.material,
        extent=draft.extent,
        described=tuple(draft.described),
        group=draft.group,
        rank=draft.rank,
        ordinal=draft.ordinal,
        like=draft.like,
        contents=contents,
    )


def _pronoun(line: Line, start: int, at: int, draft: Draft) -> tuple[Phrase, int] | None:
    """A phrase without a noun: "it", "them", "both", "the other", "all of them", "two of them"."""
    if draft.head != "" or draft.pieces:
        return None
    word = line.at(at)
    if word in PRONOUNS and word not in {"one", "ones"}:
        stop = at + 1
    elif at > start and line.at(at - 1) in {
        "both", "all", "each", "other", "another", "this", "that", "these", "those", "one",
    }:  # fmt: skip
        word, stop = line.at(at - 1), at
    elif word in {"one", "ones"}:
        stop = at + 1
    elif at > start and draft.quantifier in {"other", "both", "all"}:
        word, stop = draft.quantifier, at
    else:
        return None
    many = word in {"them", "they", "these", "those", "both", "all", "each", "everything"}
    count = draft.count if draft.count is not None else (2 if word == "both" else 1)
    phrase = Phrase(
        said=line.span(start, stop),
        label=word,
        head=singular(word) if word == "ones" else word,
        count=count,
        counted=draft.count is not None,
        plural=many or count > 1,
        definite=True,
        pronoun=True,
        quantifier=draft.quantifier or (word if word in {"both", "each", "all", "other"} else ""),
        ordinal=draft.ordinal,
    )
    return phrase, stop
