"""The describing words and head of a noun phrase, word by word.

What belongs here: reading up to the head noun. What does not: the words before (``determiners``)
and after it (``postmodifiers``), and the finished value (``phrases``).
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.phrases.boundaries import (
    COMPARATIVES,
    describes,
    ends_in_color,
    goes_on,
    is_deed,
    is_head,
    is_predicate,
    is_verb_here,
    opens_list,
)
from consumers.lexicon.phrases.describing import OF_A_PART, read_compound, read_look, read_size
from consumers.lexicon.phrases.draft import Draft
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.beings import company
from consumers.lexicon.words.gazetteer import Found, named, noun_at, noun_row
from consumers.lexicon.words.looks import color_at, material_at
from consumers.lexicon.words.measures import length_at
from consumers.lexicon.words.plurals import is_plural, singular, word_classes
from consumers.lexicon.words.quantities import TENS, UNITS
from consumers.lexicon.words.tokens import STOPS, Line

_ROOMS = frozenset({"room", "bedroom", "playroom"})
"""Words that a plural may stand before ("the kids room")."""

_COMPANIES = frozenset({"family", "herd", "flock", "pair", "couple", "group", "trio", "crowd"})
"""Words after a noun that make several of it."""
_COMPANY = 3
"""Members of a family."""

KINDS = {
    "round": "round", "circular": "round", "dining": "dining", "bedside": "bedside",
    "standing": "standing", "rocking": "rocking", "grand": "grand", "bunk": "bunk",
}  # fmt: skip
"""Words that make another kind of thing of a noun wherever they stand before it, as the noun table
has them: "round wooden table" is a round table, though "hot brown dog" is no hot dog."""


_CREATURES = frozenset({
    "skeleton", "robot", "ghost", "alien", "goblin", "elf", "vampire", "mummy", "mermaid",
})  # fmt: skip
"""What a guard, a nurse or a knight may be besides: "a skeleton guard" is a skeleton."""


def read_words(line: Line, index: int, draft: Draft) -> int:
    """Read describing words and the head at ``index``; the index after the head."""
    at = index
    heads: list[tuple[int, Found | None]] = []
    while True:
        step = _step(line, at, draft, heads)
        if step == 0:
            break
        at += step
    _settle(draft, heads)
    return at


def _step(line: Line, at: int, draft: Draft, heads: list[tuple[int, Found | None]]) -> int:
    """Read what stands at ``at`` into ``draft``; the words read, 0 where the phrase ends."""
    word = line.at(at)
    if word == "" or word in STOPS:
        return 0
    if word in {",", "and"}:
        begun = draft.pieces or draft.extent.said
        if draft.group and is_plural(line.at(at - 1)):
            return 0  # "a pile of bricks, cement bags"
        return 1 if not heads and begun and describes(line, at + 1) else 0
    if word == "'s":
        return _possessive(draft, heads)
    if heads and (word in UNITS or word in TENS):
        return 0  # "a table three metres long"
    begun = (draft.pieces or draft.determined) and not heads
    goes_before = length_at(line, at) is not None or line.at(at + 1) in OF_A_PART
    if word in {"one", "ones"} and begun and not goes_before:  # "a one-eyed dragon"
        draft.head, draft.plural = "one", word == "ones"
        return 1
    if draft.head == "one":
        return 0
    if heads and word not in _ROOMS and _is_plural_head(heads[-1]):
        return 0
    if heads and (is_predicate(line, at, heads[-1][1]) or is_deed(line, at)):
        return 0
    if heads and opens_list(line, at):
        return 0
    known = noun_at(line, at, counted=draft.count is not None and not draft.pairs)
    if known is not None and ends_in_color(line, at, known):
        known = noun_at(line.part(0, at + known.length - 1), at)
    if not heads:
        said = read_compound(line, at, draft, known)
        if said == 0 and (known is None or known.length == 1):
            said = read_look(line, at, draft, known)
        if said:
            return said
    if known is not None:
        return _known(line, at, draft, heads, known)
    if word in {"nearer", "closer"} and draft.definite and not heads:
        return read_size(line, at, draft)  # "on the nearer bench"
    if (
        word in wc.PREPOSITIONS
        or word in wc.COPULA
        or word in wc.FUNCTION
        or _is_having(word, draft, heads)
    ):
        return 0
    return (0 if heads else read_size(line, at, draft)) or _unknown(line, at, draft, heads)


def _is_having(word: str, draft: Draft, heads: list[tuple[int, Found | None]]) -> bool:
    """Whether the word is one like "with"; "full" before a head describes it ("a full moon")."""
    return word in wc.HAVING and not (word == "full" and draft.determined and not heads)


def _known(
    line: Line, at: int, draft: Draft, heads: list[tuple[int, Found | None]], known: Found
) -> int:
    word = line.at(at)
    following = line.at(at + 1)
    looked = any(kind == "look" for _, kind in draft.pieces)  # "full of gold watches"
    if known.length == 1 and word in wc.VERBS and (heads or not (draft.determined or looked)):
        return 0
    if known.length == 1 and heads and word in {"fish", "saw", "range", "display", "present"}:
        return 0
    if known.length == 1 and word == "range" and following == "of":
        return 0
    if draft.pairs and not known.plural and known.name.endswith("s") and known.noun != "shoe":
        draft.count = draft.pairs  # "a pair of glasses" is one thing
    if known.noun == "scale" and word.endswith("s") and (draft.pairs or draft.count is None):
        draft.count = draft.pairs or 1  # and so are scales, pair or no pair
    heads.append((len(draft.pieces), known))
    draft.pieces.append((known.name, "noun"))
    return known.length


def _unknown(line: Line, at: int, draft: Draft, heads: list[tuple[int, Found | None]]) -> int:
    word = line.at(at)
    classes = word_classes(word)
    if not word[0].isalpha() or word in wc.PRONOUNS or word in wc.DETERMINERS:
        return 0
    if word in COMPARATIVES and line.at(at + 1) == "than":
        return 0  # "each taller than the one before"
    if word == "back" and not heads and noun_at(line, at + 1) is not None:
        draft.pieces.append((word, "word"))
        return 1  # "beside the back door"
    if word in wc.ADVERBS or classes == {"ADV"}:
        after = at + 1
        while line.at(after) in wc.ADVERBS:
            after += 1
        return after - at if not heads and describes(line, after) else 0
    if word.endswith("ed") and line.at(at + 1) in {"by", "with"} and not heads:
        return 0  # "three tables, each flanked by two benches"
    looks = color_at(line, at + 1) or material_at(line, at + 1)
    if heads and draft.determined and word.endswith("ed") and goes_on(line, at + 1) and not looks:
        draft.pieces.append((word, "word"))
        return 1
    if heads and heads[-1][1] is not None and word.endswith("ing") and "VERB" in classes:
        return 0  # "an old man feeding pigeons"
    if heads:
        if word == "stand" and draft.determined and draft.count in {None, 1} and not draft.plural:
            draft.pieces.append((word, "word"))
            heads.append((len(draft.pieces) - 1, None))
            return 1  # "a newspaper stand": a single one stands with an "s"
        if word in wc.VERBS or not (classes == frozenset() or "NOUN" in classes):
            return 0
        awaited = (draft.count or 1) > 1 and is_plural(word) and not _is_plural_head(heads[-1])
        if "VERB" in classes and is_verb_here(line, at) and not awaited:
            return 0  # but "four pallet racks" are racks
    elif _is_done(line, at, draft):
        draft.pieces.append((word, "word"))
        draft.described.append(word)
        return 1
    elif word in wc.VERBS and not (draft.determined and (goes_on(line, at + 1) or (
        "NOUN" in classes and not word.endswith(("ing", "ed"))))):  # fmt: skip
        return 0
    elif classes and "NOUN" not in classes:
        if not draft.determined and not draft.pieces and "ADJ" not in classes:
            return 0
        draft.pieces.append((word, "word"))
        draft.described.append(word)
        return 1
    heads.append((len(draft.pieces), None)) if is_head(line, at, classes) else None
    draft.pieces.append((word, "word"))
    return 1


def _is_done(line: Line, at: int, draft: Draft) -> bool:
    """Whether what was done to a thing describes it: "with exposed brick walls"."""
    before, following = line.at(at - 1) if at else "", line.at(at + 1)
    named = color_at(line, at + 1) or material_at(line, at + 1) or noun_at(line, at + 1)
    return (
        before in {"with", "has", "have", "having"}
        and not draft.pieces
        and line.at(at).endswith("ed")
        and (named is not None or following in wc.SHELL or describes(line, at + 1))
    )


def _possessive(draft: Draft, heads: list[tuple[int, Found | None]]) -> int:
    """ "the dog's bed": what came before describes what follows."""
    if not heads:
        return 0
    draft.owner = heads[-1][1]
    heads.clear()
    return 1


def _is_plural_head(head: tuple[int, Found | None]) -> bool:
    return head[1] is not None and head[1].plural


def _settle(draft: Draft, heads: list[tuple[int, Found | None]]) -> None:
    """Choose the head: the last noun read, else the last word that could be one."""
    if draft.head == "one":
        return
    if heads:
        place, found = heads[-1]
    elif (
        draft.pieces
        and draft.determined
        and (
            draft.pieces[-1][1] in {"word", "size"}
            or (draft.count is not None and is_plural(draft.pieces[-1][0]))
        )
    ):
        place, found = len(draft.pieces) - 1, None
    else:
        return
    last = draft.pieces[place][0]
    if found is None and last in _COMPANIES and len(heads) > 1 and heads[-2][1] is not None:
        place, found = heads[-2]  # "a penguin family"
        last = draft.pieces[place][0]
        draft.count = draft.count if (draft.count or 1) > 1 else _COMPANY
    if found is not None:
        found = _of_kind(found, [text for text, _ in draft.pieces[:place]])
        draft.head, draft.noun, draft.plural = found.name, found.noun, found.plural
    elif not draft.definite and (members := company(_tail(draft, place))) is not None:
        draft.head, draft.noun, draft.plural = members[0], _row_of(members[0]), True
        draft.count = members[1] * (draft.count or 1)
    else:
        draft.head, draft.plural = singular(last), is_plural(last)
    if draft.head in {"sheep", "fish", "deer"} and not draft.determined:
        draft.plural = True
    draft.pieces[place] = (draft.head, "noun")
    del draft.pieces[place + 1 :]
    draft.described.extend(
        text for text, kind in draft.pieces[:place] if kind in {"word", "noun"}
        and text not in draft.described
    )  # fmt: skip


def _tail(draft: Draft, place: int) -> str:
    """The last two words before ``place`` and that there, the last in the singular."""
    words = [text for text, _ in draft.pieces[:place]][-1:]
    return " ".join([*words, singular(draft.pieces[place][0])])


def _row_of(name: str) -> str:
    known = named(name)
    return known.noun if known is not None else ""


def _of_kind(found: Found, described: list[str]) -> Found:
    """The kind of ``found`` that a word before other describing words names, else ``found``."""
    whole = named(f"{described[-1]} {found.name}") if described else None
    if whole is not None and whole.noun:
        return replace(found, noun=whole.noun)  # "a rubik's cube", "a director's chair"
    for word in (word for word in described if word in KINDS):
        for name in (found.name, found.noun):
            kind = named(f"{KINDS[word]} {name}") if name else None
            if kind is not None and kind.noun:
                return replace(found, noun=kind.noun)
    row = noun_row(found.noun)
    if row is not None and row.category == "person" and found.noun not in _CREATURES:
        kinds = (named(word) for word in described)
        who = next((k.noun for k in kinds if k is not None and k.noun in _CREATURES), None)
        return replace(found, noun=who) if who else found
    return found
