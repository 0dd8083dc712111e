"""What a place is made of though nobody says so: a forest is trees, a graveyard is tombstones.

"A tent in a forest" on a bare lawn is no forest. What belongs here: adding those things where the
place is named with other things in it. What does not: furnishing a place that is named alone.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.alike import same_kind
from consumers.lexicon.sentences.reader import read_scene
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.tokens import read

_TALL = 2.5
"""Metres from which a plant is a tree of some kind."""


def add_essence(reading: Reading, notes: list[str]) -> None:
    """Add what the place named in ``reading`` is made of, unless some of that is named; ``notes``
    says so."""
    row = reading.setting
    if row is None or not row.made_of or not reading.things:
        return
    made = read_scene(read(row.made_of))
    named = [*(thing.phrase for thing in reading.things), *reading.left_out]
    if any(_alike(phrase, thing.phrase) for phrase in named for thing in made.things):
        return
    first = len(reading.things)
    reading.things.extend(made.things)
    reading.links.extend(
        replace(k, subject=k.subject + first, targets=tuple(t + first for t in k.targets))
        for k in made.links
    )
    said = reading.setting_said or row.name
    what = f"{row.made_of[0].lower()}{row.made_of[1:]}".rstrip(".").replace(" at the back", "")
    kind = plural(singular(made.things[-1].phrase.head))
    notes.append(f"There is no {said} without {kind}, so I added {what}.")


def _alike(phrase: Phrase, made: Phrase) -> bool:
    """Whether ``phrase`` names what the place is made of, or as good as that."""
    rows = [noun_row(p.noun) for p in (phrase, made)]
    trees = [r is not None and r.category == "plant" and r.size[1] >= _TALL for r in rows]
    return all(trees) or same_kind(phrase, made) or same_kind(made, phrase)
