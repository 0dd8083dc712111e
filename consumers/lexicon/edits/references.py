"""Which things of the scene words mean: "the red chair", "both lamps", "the lamp on the table".

What belongs here: matching by noun, synonym, colour, material, size, order and place. It is
deterministic: of several that fit equally, the one touched last, else the first in the scene.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from consumers.lexicon.edits.formation import at_spot, from_middle
from consumers.lexicon.edits.items import bare_label, is_shell, label_of, things
from consumers.lexicon.edits.outlines import gap, is_on_side, stands_at
from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.settings import named_setting
from consumers.lexicon.words.gazetteer import is_kind_of, noun_row
from consumers.lexicon.words.looks import color_distance
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.wordclasses import GROUNDS, SHELL
from schemas.decomposition import RelationKind as Kind
from schemas.edits import SceneItem
from schemas.ids import NodeId

_EVERYTHING = frozenset({"everything", "all", "object", "thing", "item", "stuff", "scene", "room"})
_SHORTEST_PART = 4
"""Letters of a word that may name a thing whose name ends with it."""
_COPIES = frozenset({"copy", "duplicate", "clone"})
"""Words for what was added last, which comes last in a scene."""
_FILLED = frozenset({"empty", "full", "filled"})
"""Words that say whether something is in or on a thing."""
_CATEGORIES = {
    "furniture": "furniture", "plant": "plant", "animal": "animal", "vehicle": "vehicle",
    "building": "building", "person": "person", "tool": "tool", "toy": "toy", "food": "food",
    "decoration": "decor", "appliance": "appliance", "creature": "animal", "pet": "animal",
}  # fmt: skip
_AT = 1.0
"""Metres between a thing and what it is called by: "the counter stools"."""
_NEAR_COLOR = 0.62
"""Redmean distance up to which a thing may still be called by a colour word."""
_SIZES = {
    "big": 1,
    "large": 1,
    "huge": 1,
    "tall": 1,
    "small": -1,
    "little": -1,
    "tiny": -1,
    "short": -1,
}


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds items. ``last``: nodes touched by the edit before, the latest last. ``named``: what
    this request has spoken of so far. ``gone``: the kind of what was removed last, where nothing
    was touched since. ``heard``: who was spoken of in earlier requests, the latest last."""

    items: tuple[SceneItem, ...]
    last: tuple[NodeId, ...] = ()
    named: tuple[NodeId, ...] = ()
    gone: str = ""
    heard: tuple[NodeId, ...] = ()

    def find(self, phrase: Phrase) -> list[SceneItem]:
        """The items that ``phrase`` means; empty when there is no such thing."""
        if phrase.pronoun and phrase.head != "one":
            return self._pronoun(phrase)
        return self.chosen(phrase, self.fitting(phrase))

    def nodes(self, phrase: Phrase) -> tuple[NodeId, ...]:
        """The ids of what ``phrase`` means."""
        return tuple(item.id for item in self.find(phrase))

    def find_at(self, phrase: Phrase, kind: Kind, targets: Sequence[SceneItem]) -> list[SceneItem]:
        """The items that ``phrase`` means and that stand in ``kind`` to ``targets``."""
        ones = phrase.head in {"one", "ones"}
        fitting = self._pool(phrase) if phrase.pronoun and not ones else self.every(phrase)
        others = [i for i in fitting if i.id not in {t.id for t in targets}]
        placed = [i for i in others if any(stands_at(i, kind, t, self.items) for t in targets)]
        if not placed and kind in {Kind.ON, Kind.IN}:  # the flower in a pot on the shelf
            placed = [i for i in others if self.carriers(i) & {t.id for t in targets}]
        if not placed:
            placed = [i for i in others if any(is_on_side(i, kind, t) for t in targets)]
        if (
            not placed
            and kind in {Kind.NEAR, Kind.NEXT_TO, Kind.AROUND, Kind.AGAINST_WALL}
            and targets
        ):
            placed = sorted(others, key=lambda i: gap(i, targets[0]))[:1]
        if not phrase.many and targets:
            placed = sorted(placed, key=lambda i: gap(i, targets[0]))
        return self.chosen(phrase, placed)

    def carriers(self, item: SceneItem) -> set[NodeId]:
        """What carries an item, and what carries that."""
        on = {i.id: i.on for i in self.items}
        found: set[NodeId] = set()
        at = item.on
        while at is not None and at not in found:
            found.add(at)
            at = on.get(at)
        return found

    def touched(self) -> list[SceneItem]:
        """The item touched last, if it is still there."""
        known = [i for node in self.last[-1:] for i in self.items if i.id == node]
        return known[-1:]

    def item(self, node: NodeId) -> SceneItem:
        """The item with the id ``node``; KeyError when there is none."""
        for item in self.items:
            if item.id == node:
                return item
        raise KeyError(node)

    def _pool(self, phrase: Phrase) -> list[SceneItem]:
        return things(self.items)

    def _pronoun(self, phrase: Phrase) -> list[SceneItem]:
        known = [i for node in self.last for i in self.items if i.id == node]
        if phrase.head in _EVERYTHING:
            return things(self.items)
        if phrase.head in {"other", "another"}:
            kinds = {self.gone} if self.gone else {kind_of(i) for i in known}
            rest = [i for i in things(self.items) if i not in known]
            alike = [i for i in rest if kind_of(i) in kinds]
            return alike or ([] if phrase.counted else rest[:1])
        if phrase.plural:
            left = [i for i in things(self.items) if self.gone and kind_of(i) == self.gone]
            meant = things(known) or known or left or things(self.items)
            some = phrase.counted and phrase.said.split()[-1:] == ["them"]  # "one of them"
            return meant[: phrase.count] if some else meant
        if known:
            return known[-1:]
        present = things(self.items)
        return present if len(present) == 1 else present[-1:]

    def fitting(self, phrase: Phrase) -> list[SceneItem]:
        """Items of the kind and looks that the phrase says, in the scene's order."""
        kind = self._of_kind(phrase)
        exact = [i for i in kind if _looks_like(i, phrase)]
        if phrase.looks and not exact:
            return []
        fitting = exact or kind
        words = [w for w in phrase.described if w not in _SIZES]
        if _FILLED & {*words} and not any(_FILLED & {*label_of(i).split()} for i in fitting):
            holding = {i.on for i in self.items}
            fitting = [i for i in fitting if (i.id in holding) is ("empty" not in words)]
            words = [w for w in words if w not in _FILLED]
        named = [i for i in fitting if all(w in label_of(i).split() for w in words)]
        many = phrase.count if phrase.counted else 0
        spot = at_spot(words, fitting, many) if not named else None
        if spot is not None:
            return spot
        found = named or self._hosted(fitting, words)
        return found or ([] if len(fitting) > 1 and _by_a_thing(words) else fitting)

    def _hosted(self, fitting: Sequence[SceneItem], words: Sequence[str]) -> list[SceneItem]:
        """ "(the) student (chairs)", where it is the desks that are called so: those of the fitting
        that stand nearest to such a desk, of all desks; empty where the words name no such thing.
        """
        others = [i for i in things(self.items) if i not in fitting]
        hosts = [i for i in others if words and label_of(i).split()[: len(words)] == [*words]]
        called = [h for h in hosts if label_of(h).split() == [*words]]
        if called:  # "the counter stools"
            return [i for i in fitting if min(gap(i, h) for h in called) <= _AT]
        kinds = {label_of(h).split()[-1] for h in hosts}
        alike = [i for i in others if label_of(i).split()[-1] in kinds]
        if not hosts or len(alike) == len(hosts):
            return []
        return [i for i in fitting if min(alike, key=lambda h: gap(i, h)) in hosts]

    def every(self, phrase: Phrase) -> list[SceneItem]:
        """Items of the kind and looks of ``phrase``, those with more to their names as well: what
        words that follow it choose from ("the chair in the corner" may be the red one)."""
        return self.fitting(replace(phrase, quantifier=phrase.quantifier or "all"))

    def _of_kind(self, phrase: Phrase) -> list[SceneItem]:
        head = singular(phrase.head)
        if SHELL.get(phrase.head) or SHELL.get(head):
            return self._shell(phrase)
        present = things(self.items)
        if head == "one":
            return self._ones(phrase, present)
        if head in _COPIES and phrase.definite and not any(_last_words(i, head) for i in present):
            return present[-phrase.count :] if phrase.counted else present[-1:]
        if head in _EVERYTHING:
            return present
        exact = [i for i in present if label_of(i) == phrase.label]
        if exact and (phrase.rank or phrase.ordinal):  # of red and of plain desks
            return [i for i in present if bare_label(i) == phrase.label]
        if exact and not (phrase.many and phrase.label == phrase.head):
            return exact
        by_head = [i for i in present if _last_words(i, head)]
        by_noun = [i for i in present if phrase.noun and i.noun == phrase.noun]
        by_noun = by_noun or [i for i in present if is_kind_of(i.noun, phrase.noun)]
        found = [i for i in present if i in by_head or i in by_noun]
        if by_head and any(_is_other(i, by_head) for i in by_noun):
            return by_head  # "the crates", where there are pallets, which look like crates
        if found:
            return found
        wider = [i for i in present if phrase.noun and i.noun.endswith(phrase.noun)]
        wider = wider or [i for i in present if head and i.noun.endswith(" " + head)]
        if not wider and len(head) >= _SHORTEST_PART:  # "the bench" of a workbench
            wider = [i for i in present if label_of(i).split()[-1:] and _ends_with(i, head)]
        if not wider and _many_of(head):  # "the glasses", which may also be worn
            wider = [i for i in present if _last_words(i, _many_of(head))]
        if wider:
            return wider
        if head in GROUNDS:
            return self._shell(replace(phrase, head="floor"))
        category = _CATEGORIES.get(head)
        rows = [(i, noun_row(i.noun)) for i in present]
        return [i for i, row in rows if category and row and row.category == category]

    def _ones(self, phrase: Phrase, present: list[SceneItem]) -> list[SceneItem]:
        """ "the right one": one of the kind that was named last, if one of them is like that."""
        latest = self.named[-1:] or self.last[-1:]
        named = [i for i in present if i.id in latest]
        kinds = {self.gone} if self.gone else {kind_of(i) for i in named}
        alike = [i for i in present if kind_of(i) in kinds]
        if alike and (self.gone or (phrase.ordinal and self.named)):
            return alike
        fits = [i for i in alike if i not in named and _looks_like(i, phrase)]
        return alike if fits else present

    def _shell(self, phrase: Phrase) -> list[SceneItem]:
        part = SHELL.get(phrase.head) or SHELL[singular(phrase.head)]
        names = {
            "floor": ("floor", "ground", "terrain"),
            "wall": ("wall",),
            "ceiling": ("ceiling",),
        }
        found = [
            i for i in self.items if is_shell(i) and any(n in i.name.lower() for n in names[part])
        ]
        said = [w for w in (*phrase.described, phrase.rank) if w]
        narrowed = [i for i in found if said and any(w in i.name.lower().split() for w in said)]
        return narrowed or found

    def chosen(self, phrase: Phrase, fitting: list[SceneItem]) -> list[SceneItem]:
        """As many of the fitting items as the phrase means."""
        if not fitting:
            return []
        if is_shell(fitting[0]):
            return fitting
        if _is_one_word_for_many(phrase, fitting):
            phrase = replace(phrase, plural=True)
        if phrase.ordinal:
            ordered = self._ranked(phrase, fitting) if phrase.rank else fitting
            many = max(1, phrase.count) if phrase.counted else 1  # "the last two desks"
            place = phrase.ordinal - 1 if phrase.ordinal > 0 else max(0, len(ordered) - many)
            return ordered[place : place + many]
        ranked = self._ranked(phrase, fitting)
        single = bool(phrase.rank or _size_rank(phrase)) and not phrase.plural  # "smallest thing"
        if phrase.said.startswith("any ") and not phrase.plural and not phrase.pronoun:
            return ranked[:1]  # "any candle": no matter which
        every = phrase.quantifier in {"all", "each"}
        if every or (phrase.head in _EVERYTHING and not single):
            return ranked
        if phrase.quantifier == "both":
            return ranked[:2]
        if phrase.quantifier == "other":
            others = [i for i in ranked if i.id not in self.last] or ranked
            return others if phrase.plural else others[: max(1, phrase.count)]
        if phrase.counted and phrase.count > 0:
            return self._plain_first(phrase, ranked)[: phrase.count]
        return ranked if phrase.plural else ranked[:1]

    def _plain_first(self, phrase: Phrase, ranked: list[SceneItem]) -> list[SceneItem]:
        """ "Two desks" are not the teacher's where there are others, unless it was spoken of."""
        told = [i.id in self.last for i in ranked]
        if any(told) and not all(told):
            return ranked
        plain = singular(phrase.label)
        return sorted(ranked, key=lambda i: label_of(i) != plain)

    def _ranked(self, phrase: Phrase, fitting: list[SceneItem]) -> list[SceneItem]:
        def touched(item: SceneItem) -> int:
            return -self.last.index(item.id) - 1 if item.id in self.last else 0

        def volume(item: SceneItem) -> float:
            return item.size[0] * item.size[1] * item.size[2]

        rank = phrase.rank or _size_rank(phrase)
        keys = {
            "biggest": lambda i: -volume(i), "smallest": volume,
            "tallest": lambda i: -i.size[1], "shortest": lambda i: i.size[1],
            "left": lambda i: i.position.x, "right": lambda i: -i.position.x,
            "front": lambda i: i.position.z, "behind": lambda i: -i.position.z,
        }  # fmt: skip
        if rank == "middle":
            return from_middle(fitting)
        if rank in keys:
            return sorted(fitting, key=keys[rank])
        if phrase.color is not None:
            wanted = phrase.color
            return sorted(
                fitting,
                key=lambda i: (round(color_distance(i.color or wanted, wanted), 2), touched(i)),
            )
        return sorted(fitting, key=touched)


def kind_of(item: SceneItem) -> str:
    """What kind of thing an item is: its noun, or what it is called."""
    return item.noun or label_of(item)


def _is_other(item: SceneItem, named: Sequence[SceneItem]) -> bool:
    """Whether an item is called otherwise than ``named``, by a word that is another thing's."""
    last = label_of(item).split()[-1]
    return last != item.noun.split()[-1] and all(label_of(n).split()[-1] != last for n in named)


def _by_a_thing(words: Sequence[str]) -> bool:
    """Whether one of the words before a noun names a thing, and so says which of several: of "the
    door lamps" and "the nice lamps", the former are not just any lamps."""
    return any(
        noun_row(word) is not None and word not in SHELL and named_setting(word) is None
        for word in words
    )


def _is_one_word_for_many(phrase: Phrase, fitting: Sequence[SceneItem]) -> bool:
    """Whether "books", which names a stack of them as well, means the single ones there are."""
    if phrase.plural or phrase.counted:
        return False
    one = _many_of(phrase.head)
    if one and fitting and all(_last_words(i, one) for i in fitting):
        return True
    if singular(phrase.head) == phrase.head:
        return False
    return bool(fitting) and all(i.noun != phrase.noun for i in fitting)


def _many_of(head: str) -> str:
    """What a noun that is always in the plural would be one of; "" for other nouns."""
    return head.removesuffix("es") if head.endswith("sses") else ""


def _ends_with(item: SceneItem, head: str) -> bool:
    """Whether the thing's own name is written in one word with ``head``: "workbench"."""
    last = singular(label_of(item).split()[-1])
    return last != head and last.endswith(head)


def _size_rank(phrase: Phrase) -> str:
    if phrase.extent.factor == 1.0:
        return ""
    return "biggest" if phrase.extent.factor > 1.0 else "smallest"


def _last_words(item: SceneItem, head: str) -> bool:
    label = label_of(item)
    return label == head or label.endswith(" " + head)


def _looks_like(item: SceneItem, phrase: Phrase) -> bool:
    words = label_of(item).split()
    if phrase.color is not None:
        said = any(w in words for w in phrase.label.split()[:-1])
        near = item.color is not None and color_distance(item.color, phrase.color) < _NEAR_COLOR
        if not (said or near):
            return False
    if phrase.material is not None:
        return item.material == phrase.material or any(
            w in words for w in phrase.label.split()[:-1]
        )
    return True
