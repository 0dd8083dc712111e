"""Edits with words put in that nobody can read, and whether another change comes of them.

An edit with "zoggled" before a noun, or "that flurbs" behind it, must come to the very change that
it comes to without them, or to none: never to another one. Edits are those of the bench and of the
tables in ``tests/unit``; each is planned alone, on its scene as it was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from consumers.agent.decision import Context
from consumers.agent.rules import decide
from consumers.lexicon.edits.items import is_shell
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.tokens import Line, read
from consumers.patch.rules import plan
from consumers.scene_view import items_of
from ops.bench.scenes.cases import edits
from ops.bench.scenes.session import Session, engines
from schemas.edits import EditPlan, SceneItem
from tests.edited_scenes import room

BEFORE = ("zoggled", "borrowed")
"""Put before the noun of a thing that is there: "the zoggled chair"."""
BEHIND = (
    "that flurbs", "which my uncle broke", "she never liked", "by the zoggle",
    "the sailors left behind", "with the crack", "full of dust", "bought in Turkey",
)  # fmt: skip
"""Put behind it: "the chair that flurbs"."""
ANYWHERE = frozenset(" ".join((*BEFORE, *BEHIND, "flurb quindly")).split()) - {"by", "the", "she"}
"""Of all that is put in: what an answer that mentions it repeats."""
_THE = frozenset({"the", "my", "that", "this", "those", "these", "both", "all", "every", "each"})


@dataclass(frozen=True)
class Trial:
    """``plain``: an edit as it was said; ``strange``: with words put in, by ``kind``. ``several``:
    whether what they are put to is one of several that would fit as well."""

    plain: str
    strange: str
    kind: str
    several: bool
    items: tuple[SceneItem, ...]


def outcome(said: str, items: tuple[SceneItem, ...]) -> tuple[str, EditPlan]:
    """What is done ("edit", "reply" or "other"), and the plan of an edit."""
    decision = decide(said, Context(has_scene=True, items=items))
    if decision.action in ("reply", "confirm"):
        return "reply", EditPlan(unmet=(decision.reply or "",))
    if decision.action != "modify_3d_scene":
        return "other", EditPlan()
    return "edit", plan(decision.input, items, taken_ids={i.id for i in items})


def verdict(trial: Trial) -> str:
    """ "same" (and that was right), "asked", or what was wrong: "guessed", "dropped", "other"."""
    _, plain = outcome(trial.plain, trial.items)
    how, strange = outcome(trial.strange, trial.items)
    if how == "other":
        return "other"
    if not strange.edits:
        return "asked"
    if strange.edits != plain.edits:
        return "other"
    told = any(word in text for text in strange.unmet for word in ANYWHERE)
    if trial.kind in ("front", "back"):
        return "same" if told else "dropped"
    return "guessed" if trial.several and not told else "same"


def trials(said: str, items: tuple[SceneItem, ...]) -> Iterator[Trial]:
    """``said`` with each of the strange words at each place where they can be put."""
    line, finder = read(said), Finder(items)
    if not outcome(said, items)[1].edits:
        return
    for at, phrase, stop in _named(line, finder):
        several = _is_one_of_several(line, at, phrase, finder)
        start = next(n for n in range(at, stop + 1) if line.at(n) not in _THE)
        for word in BEFORE:
            words = (*line.words[:start], word, *line.words[start:])
            yield Trial(said, " ".join(words), "before", several, items)
        for word in BEHIND:
            words = (*line.words[:stop], word, *line.words[stop:])
            yield Trial(said, " ".join(words), "behind", several, items)
    plain = said.rstrip(" .!?")
    yield Trial(said, f"flurb it and {plain}", "front", False, items)
    yield Trial(said, f"{plain} quindly", "back", False, items)


def _named(line: Line, finder: Finder) -> Iterator[tuple[int, Phrase, int]]:
    """Where ``line`` names things that are there by a noun: start, phrase, index after."""
    at = 0
    while at < len(line):
        found = phrase_at(line, at, plain=True) if line.at(at) in _THE else None
        if found is not None and found[0].noun and not found[0].pronoun:
            items = finder.find(found[0])
            last = singular(line.at(found[1] - 1)) == found[0].head.split()[-1]
            if items and last and not is_shell(items[0]):
                yield at, found[0], found[1]
            at = found[1]
        else:
            at += 1


def _is_one_of_several(line: Line, at: int, phrase: Phrase, finder: Finder) -> bool:
    """Whether the phrase at ``at`` leaves open, without its noun, which things are meant."""
    if phrase.rank or phrase.ordinal:
        return False  # "the left chair"
    fitting = finder.every(phrase)
    chosen = select(line, at, finder)
    narrowed = chosen is not None and 0 < len(chosen.items) < len(fitting)
    narrowed = narrowed and (phrase.counted or not phrase.many)
    told = phrase.counted or phrase.quantifier == "both"
    if narrowed and chosen is not None and chosen.stop > at + len(phrase.said.split()):
        return False  # "the chair next to the door"
    return len(fitting) > (phrase.count if told else 1)


@cache
def bench() -> tuple[tuple[str, tuple[SceneItem, ...]], ...]:
    """The bench's edits that begin a conversation, each with what is in its scene."""
    stages, found = engines(), []
    for base in edits():
        session = Session(stages)
        session.say(base.said)
        items = items_of(session.scene, session.state.assets)
        found += [(talk[0][0], items) for talk in base.talks]
    return tuple(found)


def of_table(words: str) -> Iterator[tuple[str, tuple[SceneItem, ...]]]:
    """The edits of a table of ``tests/unit``, "where: said" a line, with what is there."""
    for line in words.splitlines():
        where, colon, said = line.partition(": ")
        if colon and where in ("hall", "yard"):
            yield said, room(where).items


def tried(sources: Sequence[tuple[str, tuple[SceneItem, ...]]]) -> Iterator[tuple[Trial, str]]:
    for said, items in sources:
        for trial in trials(said, items):
            yield trial, verdict(trial)
