"""What is done to things and adds things, once it is known which: each deed as edits.

What belongs here: turning, sizing, moving, dressing and adding, and saying why one can not be done.
What does not: reading which command a clause is, which is in ``changes``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from consumers.lexicon.edits import amounts, moving, turning
from consumers.lexicon.edits.additions import added
from consumers.lexicon.edits.collecting import Collected
from consumers.lexicon.edits.commands import Clause
from consumers.lexicon.edits.completing import completed, for_kind
from consumers.lexicon.edits.copying import aside, beside, copies
from consumers.lexicon.edits.crossing import across
from consumers.lexicon.edits.doubts import absent
from consumers.lexicon.edits.dressing import has_looks
from consumers.lexicon.edits.escorts import seats_along, with_stands
from consumers.lexicon.edits.items import item_of, label_of
from consumers.lexicon.edits.narrowing import narrowed
from consumers.lexicon.edits.references import Finder, kind_of
from consumers.lexicon.edits.saying import subject
from consumers.lexicon.edits.selection import Selection, select
from consumers.lexicon.edits.sets import together
from consumers.lexicon.edits.sizing import resized
from consumers.lexicon.phrases.draft import Draft
from consumers.lexicon.phrases.patterns import colors_in, pattern_in
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.contents import carries
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.looks import color_word
from consumers.lexicon.words.tokens import Line
from schemas.edits import Move, SceneItem

_BY_SIDE = re.compile(r"\bon (?:the |my )?(?:far )?(?:left|right)(?: hand)?(?: side)?$")
_NEW = frozenset({"a", "an", "another", "some", "more", "one"})


class Deeds:
    """Collects edits in ``to``. ``aspect``: the side that the clause at hand names before a thing;
    ``crowded``: what a remark called something too near to; ``absent``: whether the remark before
    was about what is not there; ``landmarks``: what the clause before named as a place; ``before``:
    the command before."""

    def __init__(self, finder: Finder, taken: Collection[str], seed: int) -> None:
        self.to = Collected(finder, taken, seed)
        self.seed = seed
        self.aspect = ""
        self.crowded: Line | None = None
        self.landmarks: list[SceneItem] = []
        self.before: Clause | None = None
        self.absent = False

    def _hear(self, remark: Line) -> None:
        """Take what is remarked on for what later words mean, or say that there is none."""
        missing = absent(remark, self.to.finder)
        self.absent = missing is not None
        if missing is not None:
            self.to.say_missing(missing)
            return
        self.to.touch(tuple(i.id for i in subject(remark, self.to.finder)))
        self.crowded = moving.too_near_to(remark)

    def _is_topic(self, said: Line) -> bool:
        """Whether a clause only names a thing that is there, which the next is about: "lamp: "
        "on"."""
        named = phrase_at(said, 0, plain=True)
        if named is None or named[1] < len(said) or named[0].counted or said.at(0) in _NEW:
            return False
        items = [] if named[0].pronoun else self.to.finder.find(named[0])
        if named[0].plural:  # "barrels: two less": none of them is named by itself
            self.to.finder = replace(self.to.finder, last=tuple(i.id for i in items))
        else:
            self.to.touch(tuple(i.id for i in items))
        return bool(items)

    def _select(
        self, line: Line, *, plain: bool = False, filtered: bool = True
    ) -> Selection | None:
        chosen = select(line, 0, self.to.finder, plain=plain, filtered=filtered)
        if chosen is None:
            return None
        for phrase in chosen.missing:
            self.to.say_missing(phrase)
        return chosen

    def _last_alike(self, op: str) -> list[SceneItem]:
        """What was touched last: several of one kind in "a bit shorter", else the last of it."""
        last = [i for n in self.to.finder.last for i in self.to.finder.items if i.id == n]
        alike = op == "scale" and len({kind_of(i) for i in last}) == 1
        return last if alike else self.to.finder.touched()

    def _rotate(self, item: SceneItem, verb: str, tail: Line) -> None:
        turned = turning.turned(item, verb, tail, self.to.finder)
        if isinstance(turned, Phrase):
            self.to.say_missing(turned)
        elif isinstance(turned, str):
            self.to.unmet.append(turned)
        else:
            self.to.edits.append(turned)

    def _resize(self, item: SceneItem, verb: str, tail: Line) -> None:
        found = resized(item, verb, tail, self.to.finder, self.aspect)
        if found is None:
            self.to.unmet.append(f"How large should {item.name} be? Say for example: twice as big.")
        else:
            self.to.edits.append(found)

    def _move(
        self,
        clause: Clause,
        rest: Line,
        meant: Sequence[SceneItem] = (),
        whereto: Line | None = None,
    ) -> None:
        """``meant`` and ``whereto``, where they were read already: the things and the rest."""
        chosen = select(rest, 0, self.to.finder, filtered=False) if not meant else None
        if chosen is None:
            chosen = Selection(list(meant) or self.to.finder.touched(), [], 0)
        for phrase in chosen.missing:
            self.to.say_missing(phrase)
        if not chosen.items:
            return
        tail = whereto or rest.part(chosen.stop, len(rest))
        named = chosen.items
        chosen.items = with_stands(named, tail, self.to.finder)
        if moving.is_only_away(tail):
            little = ("a", "bit") if amounts.is_little(tail.text) else ()
            crowded = self.crowded or moving.nearest_to(chosen.items, self.to.finder)
            tail = Line((*little, "away", "from", *crowded.words)) if crowded else tail
        moves = moving.moves(clause.verb, chosen.items, tail, self.to.finder)
        along = chosen.along or seats_along(chosen.items, tail, self.to.finder)
        if moves:
            if any(isinstance(m, Move) and m.by is not None and m.by.y for m in moves):
                along = chosen.along  # what is lifted leaves its seats below
            self.to.touch(tuple(i.id for i in named))
            self.to.edits.extend(together(moves, along, self.to.finder))
            return
        self.to.touch(tuple(i.id for i in chosen.items))
        lost = moving.missing_goal(tail, self.to.finder)
        if lost is not None:
            self.to.say_missing(lost)
            return
        word = "it" if len(chosen.items) == 1 else "them"
        whither = moving.whither(chosen.items, tail, self.to.finder)
        start = len(self.to.edits)
        self._add(Line((word, *whither.words)), putting=True, moving_only=True)
        self.to.edits[start:] = together(self.to.edits[start:], along, self.to.finder)
        self.to.touch(tuple(i.id for i in named))

    def _add(
        self, rest: Line, *, putting: bool, stacking: bool = False, moving_only: bool = False
    ) -> None:
        chosen = select(rest, 0, self.to.finder) if putting else None
        if chosen is not None and chosen.items:
            tail = rest.part(chosen.stop, len(rest))
            origin = chosen.items[0].on is not None and "from" in rest.words[: chosen.stop]
            if origin or _by_side(
                rest, chosen
            ):  # "the lamp from the nightstand": the rest is about the lamp alone
                self.to.touch(tuple(i.id for i in chosen.items))
                rest = Line(("it" if len(chosen.items) == 1 else "them", *tail.words))
            down = moving.to_floor(chosen.items, tail, self.to.finder)
            over = down or across(chosen.items, rest, self.to.finder)
            self.to.edits.extend(over)
            if over:
                self.to.touch(tuple(i.id for i in chosen.items))
                return
            stands = with_stands(chosen.items, tail, self.to.finder)
            if stands != chosen.items and len(tail):
                self.to.touch(tuple(i.id for i in stands))
                rest = Line(("it" if len(stands) == 1 else "them", *tail.words))
        self._carrier(rest)
        rest, among = narrowed(completed(rest, self.to.finder), self.to.finder)
        among = for_kind(rest, among)
        rest = rest if putting else moving.added_to(rest, self.to.finder)
        result = added(rest, among, self.to.taken, self.seed, putting=putting, stacking=stacking)
        if moving_only and result.add is not None and not result.late:
            self.to.unmet.append("I did not find out where that should go.")
            result.add = None
        self.to.unmet.extend(result.unmet)
        going = {m.node for m in result.moves}
        along = seats_along([i for i in among.items if i.id in going], rest, self.to.finder)
        self.to.edits.extend(together(result.moves, along, self.to.finder))
        if result.add is not None:
            self.to.edits.append(result.add)
            self.to.taken.update(w.id for w in result.add.wishes)
            new = tuple(item_of(wish) for wish in result.add.wishes)
            self.to.finder = replace(self.to.finder, items=(*self.to.finder.items, *new))
        self.to.edits.extend(result.late)
        self.to.touch(result.touched)
        if not result.add and not result.moves and not result.unmet:
            self.to.unmet.append("I did not find out what to add or where.")

    def _carrier(self, rest: Line) -> None:
        """ "(hang a lamp above the island and put) a bowl on it": on what the words before named as
        a place, where a bowl can not stand on what they hung there."""
        new, at = phrase_at(rest, 0), rest.text.split(" on it")[0].count(" ") + 1
        last = self.to.finder.touched()
        if new is None or rest.span(at, at + 2) != "on it" or not last:
            return
        if not carries(last[0].noun, new[0].noun):
            held = [i for i in self.landmarks if carries(i.noun, new[0].noun)]
            self.to.touch(tuple(i.id for i in held[:1]))

    def _note_landmarks(self, rest: Line) -> None:
        """Remember the things that ``rest`` names as places."""
        for at in range(len(rest)):
            place = place_at(rest, at)
            target = phrase_at(rest, place[1]) if place and place[0].targeted else None
            if target is not None and not target[0].pronoun:
                self.landmarks = self.to.finder.find(target[0]) or self.landmarks

    def _look(self, items: Sequence[SceneItem], draft: Draft, said: str) -> None:
        """Give ``items`` the looks of ``draft``, ``said`` in words, where they are others."""
        colors = colors_in(said)
        if len(colors) > 1 and not pattern_in(f"{said} ."):
            first = color_word(colors[0])
            draft.color, said = colors[0], first
            self.to.unmet.append(
                f"I made the {label_of(items[0])} {first} alone; I can not colour parts of it."
            )
        others = [i for i in items if not has_looks(i, draft)]
        for item in others or items:
            look = self.to.makeovers.look(item, draft.color, draft.material, said)
            self.to.edits.append(look)
        self.to.wear({i.id: (draft.color, draft.material or i.material) for i in others or items})

    def _duplicate(self, item: SceneItem, verb: str, tail: Line) -> None:
        """Further ones of ``item``: next to it, so far from it, or at a place."""
        new = self.to.makeovers.copies(item, copies(verb, tail))
        tail = beside(tail)
        way = amounts.shift(tail) if moving.is_way(tail) else None
        if way is not None and (way.x or way.z):
            self.to.add_copies(aside(new, item, way))
            return
        self.to.add_copies(new)
        if moving.first_place(tail) is not None:
            self.to.touch(tuple(w.id for w in new.wishes))
            word = "it" if len(new.wishes) == 1 else "them"
            self._add(Line((word, *tail.words)), putting=True)

    def _size(self, items: Sequence[SceneItem], said: Line) -> None:
        """Give ``items`` the size that words say besides looks."""
        sizes = [resized(i, "", said, self.to.finder) for i in items]
        self.to.edits.extend(size for size in sizes if size is not None)


def _by_side(rest: Line, chosen: Selection) -> bool:
    """Whether a side tells which thing is meant, and a place follows: "the desk on the right next
    to the sofa"."""
    told = _BY_SIDE.search(rest.span(0, chosen.stop)) is not None
    return told and chosen.definite and place_at(rest, chosen.stop) is not None
