"""Commands to edits: what each kind of command does to the things it means.

What belongs here: turning one clause into edits. Which things are meant is in ``references``, how
much in ``amounts``, new things in ``additions``, other looks in ``makeovers``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from consumers.lexicon.edits import amounts, aspects, moving
from consumers.lexicon.edits.commands import Clause
from consumers.lexicon.edits.dealing import dealt
from consumers.lexicon.edits.deeds import Deeds
from consumers.lexicon.edits.doubts import is_of_that, is_place, not_done, unread
from consumers.lexicon.edits.dressing import (
    dresses,
    look_words,
    looks_last,
    preferred,
    printed,
    shape_and_looks,
    to_be_shaped,
)
from consumers.lexicon.edits.ellipsis import filled_after, parted, the_same_for
from consumers.lexicon.edits.finishes import finished, is_bare
from consumers.lexicon.edits.items import is_shell
from consumers.lexicon.edits.judging import judged
from consumers.lexicon.edits.portions import of_a_part
from consumers.lexicon.edits.remaining import one_more
from consumers.lexicon.edits.reshaping import painted
from consumers.lexicon.edits.rewording import reworded
from consumers.lexicon.edits.saying import (
    SAID_OF,
    describes_present,
    goes_on,
    is_pronoun,
    is_remark,
)
from consumers.lexicon.edits.selection import Selection, select
from consumers.lexicon.edits.sets import copied, together
from consumers.lexicon.edits.sizing import ANOTHER_SIZE, is_like, resized
from consumers.lexicon.edits.special import special, unable
from consumers.lexicon.edits.telegrams import placed, spelt_out
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.tokens import Line
from schemas.edits import Remove, SceneItem

_LIKE_A = re.compile(r"(?:look |be )?like (?=an? )")
_EVERY = re.compile(r"(?:all|both|each|entirely|completely|totally|every one)(?= )")
_AIMED = re.compile(
    r"\b(?:towards?|facing|faces?|turned|so that|so it|away from|look(?:s|ing)? at)\b"
)
_BETTER = re.compile(
    r"(?:(?:a (?:little |bit )?|bit|much|look|even|way|lot) ?)*(?:nicer|better|prettier|fancier"
    r"|cooler|newer|cuter|different|differently|more (?:beautiful|modern|elegant|detailed|realistic"
    r"|interesting|stylish))(?: please| now| again| [.!])*"
)
_LOOKS_AT = re.compile(
    r"(?:(?:should|must|has|have|needs?|ought|to|is|are|be|shall|will) )*(?:look|looks|looking|face"
    r"|faces|facing|point|points|pointing|turned)(?: (?:at|to|towards?|in the direction of))?"
    r"(?= (?:the|my|our|it|them|each|that|this|me)\b)"
)
_TELLING = frozenset({"paint", "move", "scale", "rotate", "replace", "duplicate", "put", "add"})
"""What is done or told of in any case; others may only lead to what follows: "take the vase"."""
_ASPECTS = frozenset({"color", "colour", "look", "finish", "tone", "coat", "paint"})
_ANYTHING = frozenset({"something", "anything", "stuff", "thing", "things", "else"})
_INTO = re.compile(r"(?:in ?to|to|with|for|by|as|to be)(?= )")


class Editor(Deeds):
    """Collects the edits of several clauses; "it" in a later one means what an earlier touched."""

    def apply(self, clause: Clause, *, alone: bool = True) -> None:
        """Add the edits that ``clause`` asks for, or say why there are none.

        ``alone``: there is no other clause, so a complaint ("it is too big") is a wish.
        """
        several = the_same_for(clause) or parted(clause, self.to.finder)
        if len(several) > 1:
            for each in several:
                self.apply(each, alone=False)
            return
        again = filled_after(self.before, clause, self.to.finder)
        if again is not None:
            for each in again:
                self.apply(each, alone=False)
            return
        self.before = clause if clause.op else self.before
        part = of_a_part(clause, aspects.without_aspect(clause.rest), self.to.finder)
        if part is not None:
            self.to.unmet.append(part)
            return
        clause, left_out = finished(clause, self.to.finder)
        self.to.unmet.extend(left_out)
        if left_out and is_bare(clause.rest, self.to.finder):
            return
        clause = reworded(clause, self.to.finder)
        if clause.op == "":
            clause = placed(
                reworded(spelt_out(clause, self.to.finder), self.to.finder), self.to.finder
            )
        turned = clause.verb == "have" and _AIMED.search(clause.rest.text) is not None
        if turned and clause.rest.at(0) in wc.DEFINITE:
            clause = replace(clause, op="make")
        if clause.op == "" and not alone and is_remark(clause.rest):
            self._hear(clause.rest)
            return
        if self.absent and is_of_that(clause.rest):
            return
        if clause.op == "" and not alone and self._is_topic(clause.rest):
            return
        before = len(self.to.edits), len(self.to.unmet)
        self._do(clause)
        nothing = before == (len(self.to.edits), len(self.to.unmet))
        if nothing and clause.op in _TELLING:
            self.to.unmet.append(not_done(clause.verb, clause.rest))
        self._note_landmarks(clause.rest)

    def _do(self, clause: Clause) -> None:
        """Add the edits of a clause that is a command of its own."""
        op, rest = clause.op, aspects.without_aspect(clause.rest)
        self.aspect = aspects.aspect_of(clause.rest)
        if aspects.is_side(self.aspect) and op in {"put", "make", "move", ""}:
            op = "scale"
        if special(clause, rest, self.to):
            return
        never = unable(rest) if op == "" else None
        if never is not None:
            self.to.unmet.append(never)
        elif op == "undo":
            self.to.unmet.append('To take changes back, say just that: "undo the last two changes"')
        elif op in {"remove", "regenerate", "duplicate", "rotate", "scale"}:
            self._on_each(op, clause.verb, rest)
        elif op == "replace":
            self._replace(rest)
        elif op == "move":
            self._move(clause, rest)
        elif op == "paint" or (op in {"make", "rotate", ""}):
            self._make(op, clause, rest)
        elif op == "put" or not self._describes_present(clause, rest):
            self._add(rest, putting=op == "put", stacking=clause.verb == "stack")

    # Commands on things that are there.

    def _on_each(self, op: str, verb: str, rest: Line) -> None:
        aimed = op == "rotate" and _AIMED.search(rest.text) is not None
        chosen = self._select(rest, filtered=not (aimed or "cop" in verb))
        becomes = chosen is not None and (
            attributes_at(rest, chosen.stop) or rest.at(chosen.stop) == "into"
        )
        if op == "rotate" and becomes:
            self._make("make", Clause("make", verb, rest), rest)
            return
        if chosen is None:
            named = next((s for n in (1, 2) if (s := select(rest, n, self.to.finder))), None)
            again = op in {"rotate", "scale", "regenerate"} and not (named and named.items)
            chosen = Selection(self._last_alike(op) if again else [], [], 0)
        if not chosen.items and not chosen.missing:
            self.to.unmet.append(f"I did not find out what to {verb or 'change'}.")
            return
        tail = rest.part(chosen.stop, len(rest))
        among = replace(self.to.finder, items=tuple(chosen.items))
        spared = aspects.spared(tail, among)
        items = [i for i in chosen.items if not is_shell(i) and i.id not in spared]
        if chosen.items and not items:
            self.to.unmet.append(
                "The floor and the walls stay where they are; I can recolour them."
            )
        doubt = unread(items, tail, self.to.finder) if op == "remove" else None
        if doubt is not None:
            self.to.unmet.append(doubt)
            return
        if op == "remove":
            went = self.to.edits and isinstance(self.to.edits[-1], Remove)
            if went and is_pronoun(rest):
                return  # "I don't like the tv, take it away": it has gone already
            if items:
                self.to.edits.append(Remove(nodes=tuple(i.id for i in items)))
                self.to.forget({i.id for i in items})
            return
        start = len(self.to.edits)
        along = chosen.along if op == "rotate" else {}
        for item in items:
            self._one(op, verb, item, tail)
        self.to.edits[start:] = together(self.to.edits[start:], along, self.to.finder)
        if op == "duplicate" and chosen.along:
            self.to.edits[start:] = copied(self.to.edits[start:], items, chosen.along)
        self.to.touch(tuple(i.id for i in items))

    def _one(self, op: str, verb: str, item: SceneItem, tail: Line) -> None:
        if op == "rotate":
            self._rotate(item, verb, tail)
        elif op == "scale":
            self._resize(item, verb, tail)
        elif op == "regenerate":
            self.to.edits.append(self.to.makeovers.again(item))
        elif op == "duplicate":
            self._duplicate(item, verb, tail)

    # New things, other looks.

    def _describes_present(self, clause: Clause, rest: Line) -> bool:
        """Whether "I want the sofa in blue" was about a thing that is there; then it is done."""
        if not describes_present(rest, self.to.finder):
            return False
        self._make("make", clause, rest)
        return True

    def _replace(self, rest: Line) -> None:
        chosen = self._select(rest, plain=True)
        if chosen is None or not chosen.items:
            return
        found = rest.match(_INTO, chosen.stop)
        new = phrase_at(rest, found[1]) if found else None
        if new is None or new[0].head in _ANYTHING:
            self.to.unmet.append("Say with what to replace it, for example: with a bench.")
            return
        if is_place(new[0]):  # "switch the chair to the other side of the bed"
            self._move(Clause("move", "move", rest), rest)
            return
        other_look = aspects.said_of_one(new[0])
        if other_look is not None:  # "for a rectangular one"
            self._change(Clause("make", "make", rest), list(chosen.items), other_look, 0)
            self.to.touch(tuple(i.id for i in chosen.items))
            return
        self.to.edits.extend(self.to.makeovers.other(item, new[0]) for item in chosen.items)
        if new[0].counted and new[0].count > 1 and len(chosen.items) == 1:
            more = self.to.makeovers.more(chosen.items[0], new[0], min(50, new[0].count - 1))
            self.to.add_copies(more)
        self.to.touch(tuple(i.id for i in chosen.items))
        if place_at(rest, new[1]) is not None:  # "with a vase on a pedestal"
            word = "it" if len(chosen.items) == 1 else "them"
            self._add(Line((word, *rest.words[new[1] :])), putting=True)
            return
        other = phrase_at(rest, new[1] + 1) if rest.at(new[1]) == "and" else None
        if other is not None and rest.match(_INTO, other[1]) is not None and other[0].definite:
            self._replace(rest.part(new[1] + 1, len(rest)))
        elif other is not None:
            self._add(rest.part(new[1] + 1, len(rest)), putting=False)

    def _make(self, op: str, clause: Clause, rest: Line) -> None:
        """ "make X red", "X should be bigger", "turn X into Y", "paint X and Z blue"."""
        if op in {"", "make"} and aspects.is_size(rest) and self.to.finder.last:
            self._on_each("scale", rest.text, Line(()))  # "a bit bigger"
            return
        resized = rest.match(ANOTHER_SIZE, 0) if op in {"", "make"} else None
        chosen = select(rest, resized[1] if resized else 0, self.to.finder, plain=True)
        chosen = to_be_shaped(rest, self.to.finder) or chosen
        if resized and chosen and chosen.items:
            self._on_each("scale", resized[0].group(), Line(("the", *rest.words[resized[1] :])))
            return
        better = preferred(rest, self.to.finder) if "prefer" in clause.verb else []
        if better:
            self.to.dress(better)
            return
        if self._is_new(op, chosen, rest):
            self._add_if_named(op, rest)
            return
        if chosen is None:
            chosen = Selection(self.to.finder.touched(), [], 0)
        for phrase in chosen.missing:
            self.to.say_missing(phrase)
        tail = rest.part(chosen.stop, len(rest))
        among = replace(self.to.finder, items=tuple(chosen.items)) if chosen.items else None
        spared = aspects.spared(tail, among or self.to.finder)
        chosen.items = [i for i in chosen.items if i.id not in spared]
        at = chosen.stop
        while chosen is not None and chosen.items:
            at = self._change(clause, chosen.items, rest, chosen.stop)
            self.to.touch(tuple(i.id for i in chosen.items))
            if rest.at(at) not in {"and", ","}:
                break
            at += rest.at(at) == "," and rest.at(at + 1) == "and"
            dealt = one_more(rest, at + 1, chosen.items, self.to.finder)
            if dealt is not None:  # "one chair red, one blue"
                chosen.items, chosen.stop = [dealt[0]], dealt[1]
                continue
            going_on = goes_on(rest, at, chosen.items, self.to.finder)
            if going_on is not None:  # "darker, and also a bit smaller"
                chosen.stop = going_on
                continue
            chosen = select(rest, at + 1, self.to.finder, plain=True)

    def _is_new(self, op: str, chosen: Selection | None, rest: Line) -> bool:
        """Whether a clause is about a new thing: "a lamp on the table", "more chairs"."""
        if op == "paint" or (self.to.finder.last and aspects.only_describes(rest)):
            return False
        if chosen is None or (not chosen.items and not chosen.definite):
            return True
        tail = rest.part(chosen.stop, len(rest))
        return rest.at(0) in {"another", "more"} or (
            not chosen.definite and not (SAID_OF.match(tail.text) or aspects.only_describes(tail))
        )

    def _add_if_named(self, op: str, rest: Line) -> None:
        found = phrase_at(rest, 0)
        if op == "" and (found is None or not (found[0].noun or rest.at(0) in wc.DETERMINERS)):
            self.to.touch(about := judged(rest, self.to.finder))
            if not about:
                self.to.unmet.append(f"I did not understand: {rest.text[:60]}.")
        else:
            self._add(rest, putting=False)

    def _change(self, clause: Clause, items: list[SceneItem], rest: Line, at: int) -> int:
        """Apply what is said of ``items`` from word ``at`` on; the index after it."""
        tail = rest.part(at, len(rest))
        every = tail.match(_EVERY, 0)
        if every is not None:
            at, tail = at + every[1], tail.part(every[1], len(tail))
        if tail.match(_LOOKS_AT, 0) is not None and not is_shell(items[0]):
            for item in items:  # "has to look at the barrels"
                self._rotate(item, "face", tail)
            return at + len(tail)
        said_of = tail.match(SAID_OF, 0)
        if said_of is not None:
            at, tail = at + said_of[1], tail.part(said_of[1], len(tail))
        if is_like(tail) and any(resized(i, "", tail, self.to.finder) for i in items):
            for item in items:  # "as wide as the tub"
                self._resize(item, "", tail)
            return at + len(tail)
        into = tail.match(_INTO, 0)
        start = into[1] if into else 0
        if tail.at(start) in {"a", "an"} and tail.at(len(tail) - 1) in _ASPECTS:
            start += 1  # "give the sofa a pink colour"
        each = dealt(items, tail) or dealt(items, tail.part(start, len(tail)))
        if each is not None:
            self.to.dress(each)
            return at + len(tail)
        patterned = printed(items, tail.part(start, len(tail)))
        if patterned is not None:
            self.to.dress(patterned)
            return at + len(tail)
        shaped = shape_and_looks(tail.part(start, len(tail)))
        if shaped is not None:  # "round and yellow"
            look, said = shaped
            edits = [self.to.makeovers.look(i, look.color, look.material, said) for i in items]
            self.to.edits.extend(edits)
            return at + len(tail)
        found = attributes_at(tail, start)
        if found is not None and (found[0].color or found[0].material):
            draft, stop = found
            items = painted(rest, items, self.to.finder)
            self._look(items, draft, look_words(tail.part(start, stop)))
            if draft.extent.said:  # "bigger and green"
                self._size(items, tail.part(start, stop))
            return at + stop
        worn = dresses(items, tail.part(start, len(tail)), self.to.finder)
        if worn is not None:
            self.to.dress(worn[0])
            return at + start + worn[1]
        placed = place_at(tail, 0) is not None and tail.at(0) not in {"into", "like"}
        if placed and not is_shell(items[0]):
            self._move(clause, clause.rest, items, tail)  # "should be to the left of the saw"
            return at + len(tail)
        alike = tail.match(_LIKE_A, 0)
        if alike is not None and phrase_at(tail, alike[1]) is not None:
            into, start = alike, alike[1]
        new = (
            phrase_at(tail, start) if into or clause.verb in {"turn", "change", "convert"} else None
        )
        if new is not None and new[0].definite and new[0].noun and tail.at(0) == "to":
            if self.to.finder.find(new[0]):
                self._move(clause, clause.rest, items, tail)  # "give the bear to the cat"
            else:
                self.to.say_missing(new[0])
            return at + len(tail)
        if new is not None and new[0].head and not new[0].pronoun:
            self.to.edits.extend(self.to.makeovers.other(item, new[0]) for item in items)
            return at + new[1]
        return self._grow_or_turn(clause, items, tail, at)

    def _grow_or_turn(self, clause: Clause, items: list[SceneItem], tail: Line, at: int) -> int:
        hung = moving.raised(items, tail)
        if hung:  # "(the mirror) is too high"
            self.to.edits.extend(hung)
        elif moving.is_way(tail) or moving.is_too_near(tail):  # "30 cm to the left"
            self._move(clause, clause.rest, items, tail)
        elif re.search(r"\b(?:fac(?:e|ing)|look(?:ing)? at|rotated?|turned)\b", tail.text):
            for item in items:
                self._rotate(item, clause.verb, tail)
        elif moving.is_nearer(tail):  # "(should be) 30 cm closer to the table"
            self._move(clause, clause.rest, items, tail)
        elif any(resized(i, "", tail, self.to.finder, self.aspect) is not None for i in items):
            looks = looks_last(tail)
            if looks is not None:  # "a bit bigger and blue"
                self._look(items, looks[0], looks[1])
            for item in items:
                self._resize(item, "", tail)
        elif _BETTER.fullmatch(tail.text):  # "(make the bed) nicer"
            self.to.edits.extend(self.to.makeovers.again(i) for i in items if not is_shell(i))
        elif moving.first_place(tail) is not None or amounts.shift(tail) is not None:
            self._move(clause, clause.rest, items, tail)
        else:
            self.to.unmet.append(f"I did not understand how to change {items[0].name}.")
        return at + len(tail)
