"""What the clauses of a request come to, as it is collected: edits, what could not be done, and
what later words may mean.

What belongs here: keeping edits and the finder in step. What does not: reading words.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from consumers.lexicon.edits.dressing import Dress
from consumers.lexicon.edits.items import contents, item_of
from consumers.lexicon.edits.makeovers import Makeovers
from consumers.lexicon.edits.references import Finder, kind_of
from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.words.naming import Names
from schemas.edits import Add, Edit
from schemas.ids import NodeId


class Collected:
    """``edits`` in order, ``unmet`` in words for people, ``finder`` for what words mean by now.

    ``taken``: ids that nothing new may have.
    """

    def __init__(self, finder: Finder, taken: Collection[str], seed: int) -> None:
        self.finder = finder
        self.taken = {*taken, *(item.id for item in finder.items)}
        self.makeovers = Makeovers(Names(), self.taken, seed)
        self.edits: list[Edit] = []
        self.unmet: list[str] = []

    def say_missing(self, phrase: Phrase) -> None:
        """Say that there is no such thing, and what there is."""
        there = contents(self.finder.items)
        if not there:
            self.unmet.append("The scene is empty: there is nothing to change yet.")
        elif phrase.pronoun and phrase.plural:
            self.unmet.append("There is nothing of that kind there.")
        else:
            self.unmet.append(f"There is no {phrase.label} in the scene. It has {there}.")

    def touch(self, nodes: tuple[NodeId, ...]) -> None:
        """Remember what the words were about: "it" means that, "the rest" all else."""
        if nodes:
            named = tuple(dict.fromkeys((*self.finder.named, *nodes)))
            self.finder = replace(self.finder, last=nodes, named=named, gone="")

    def forget(self, gone: set[NodeId]) -> None:
        """Leave out what is gone from what later words may mean."""
        kept = tuple(i for i in self.finder.items if i.id not in gone)
        last = tuple(n for n in self.finder.last if n not in gone)
        kind = next((kind_of(i) for i in self.finder.items if i.id in gone), "")
        self.finder = replace(self.finder, items=kept, last=last, gone=kind)

    def add_copies(self, new: Add) -> None:
        """New things that later words may mean."""
        self.edits.append(new)
        self.taken.update(w.id for w in new.wishes)
        fresh = tuple(item_of(wish) for wish in new.wishes)
        self.finder = replace(self.finder, items=(*self.finder.items, *fresh))

    def wear(self, worn: Mapping[NodeId, tuple[str | None, str | None]]) -> None:
        """Remember the colour and material that things have by now: "and the table the same"."""
        items = tuple(
            i.model_copy(update={"color": worn[i.id][0], "material": worn[i.id][1]})
            if i.id in worn
            else i
            for i in self.finder.items
        )
        self.finder = replace(self.finder, items=items)

    def dress(self, worn: Sequence[Dress]) -> None:
        """Give things other looks."""
        for dress in worn:
            look = self.makeovers.look(dress.item, dress.color, dress.material, dress.said)
            self.edits.append(look)
        self.wear({d.item.id: (d.color, d.material) for d in worn})
        self.touch(tuple(d.item.id for d in worn))
