"""Commands to edits: what each kind of command does to the things it means.

What belongs here: turning one clause into edits. Which things are meant is in ``references``, how
much in ``amounts``, new things in ``additions``, other looks in ``makeovers``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from consumers.lexicon import amounts, aspects, moving
from consumers.lexicon import wordclasses as wc
from consumers.lexicon.additions import added
from consumers.lexicon.commands import Clause
from consumers.lexicon.copying import STAYS, copies, like
from consumers.lexicon.dressing import Dress, dresses, preferred, swapped
from consumers.lexicon.items import contents, is_shell, item_of
from consumers.lexicon.lamps import impossible
from consumers.lexicon.makeovers import Makeovers
from consumers.lexicon.naming import Names
from consumers.lexicon.phrases import Phrase, phrase_at
from consumers.lexicon.postmodifiers import attributes_at
from consumers.lexicon.rearranging import Rearranged, rearranged
from consumers.lexicon.references import Finder
from consumers.lexicon.relighting import relight
from consumers.lexicon.selection import Selection, select
from consumers.lexicon.sizing import resized
from consumers.lexicon.tokens import Line
from schemas.edits import Add, Edit, Remove, Rotate, SceneItem
from schemas.ids import NodeId

_SAID_OF = re.compile(
    r"(?:(?:should|must|needs?|ought|has|have|is|are|was|were|to|be|looks?|that|which|will) ?)+"
    r"(?= )"
)
_ANOTHER_SIZE = re.compile(
    r"(?:an? )?(?:much |bit |slightly )?(?:bigger|larger|smaller|taller|shorter|wider"
    r"|longer) (?=\w)"
)
_EVERY = re.compile(r"(?:all|both|each|entirely|completely|totally|every one)(?= )")
_ASPECTS = frozenset({"color", "colour", "look", "finish", "tone", "coat", "paint"})
_INTO = re.compile(r"(?:in ?to|to|with|for|by|as|to be)(?= )")


class Editor:
    """Collects the edits of several clauses; "it" in a later one means what an earlier touched."""

    def __init__(self, finder: Finder, taken: Collection[str], seed: int) -> None:
        self.finder, self.seed = finder, seed
        self.taken = {*taken, *(item.id for item in finder.items)}
        self.makeovers = Makeovers(Names(), self.taken, seed)
        self.edits: list[Edit] = []
        self.unmet: list[str] = []
        self.aspect = ""

    def apply(self, clause: Clause, *, alone: bool = True) -> None:
        """Add the edits that ``clause`` asks for, or say why there are none.

        ``alone``: there is no other clause, so a complaint ("it is too big") is a wish.
        """
        op, rest = clause.op, aspects.without_aspect(clause.rest)
        self.aspect = aspects.aspect_of(clause.rest)
        if aspects.is_side(self.aspect) and op in {"put", "make", "move", ""}:
            op = "scale"
        if op == "" and "too" in rest.words and not alone:
            chosen = select(rest, 0, self.finder, plain=True)
            self._touch(tuple(i.id for i in chosen.items) if chosen else ())
            return
        if self._special(clause, rest):
            return
        if op == "undo":
            self.unmet.append('To take changes back, say just that: "undo the last two changes"')
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

    def _say_missing(self, phrase: Phrase) -> None:
        there = contents(self.finder.items)
        if not there:
            self.unmet.append("The scene is empty: there is nothing to change yet.")
        elif phrase.pronoun and phrase.plural:
            self.unmet.append("There is nothing of that kind there.")
        else:
            self.unmet.append(f"There is no {phrase.label} in the scene. It has {there}.")

    def _select(self, line: Line, *, plain: bool = False) -> Selection | None:
        chosen = select(line, 0, self.finder, plain=plain)
        if chosen is None:
            return None
        for phrase in chosen.missing:
            self._say_missing(phrase)
        return chosen

    def _touch(self, nodes: tuple[NodeId, ...]) -> None:
        if nodes:
            named = tuple(dict.fromkeys((*self.finder.named, *nodes)))
            self.finder = replace(self.finder, last=nodes, named=named)

    def _special(self, clause: Clause, rest: Line) -> bool:
        """Commands that are told by more than their verb; whether this was one of them."""
        line = Line((*clause.verb.split(), *clause.rest.words))
        never = impossible(line)
        if never is not None:
            self.unmet.append(never)
            return True
        again = rearranged(clause, self.finder)
        if again is not None:
            self._rearrange(again)
            return True
        worn = swapped(line, self.finder)
        if worn is not None:
            self._dress(worn)
            return True
        lit = relight(clause, self.finder)
        if lit is not None:
            self.edits.append(lit)
            return True
        if clause.verb in {"keep", "leave", "take"} and self._kept(clause.verb, rest):
            return True
        return clause.op in {"add", "make", ""} and self._like(line)

    def _rearrange(self, found: Rearranged) -> None:
        for phrase in found.missing.missing if found.missing else ():
            self._say_missing(phrase)
        self.edits.extend(found.edits)
        self._touch(tuple(i.id for i in found.touched))

    # Commands on things that are there.

    def _on_each(self, op: str, verb: str, rest: Line) -> None:
        chosen = self._select(rest)
        becomes = chosen is not None and (
            attributes_at(rest, chosen.stop) or rest.at(chosen.stop) == "into"
        )
        if op == "rotate" and becomes:
            self._make("make", Clause("make", verb, rest), rest)
            return
        if chosen is None:
            again = op in {"rotate", "scale", "regenerate"}
            chosen = Selection(self.finder.touched() if again else [], [], 0)
        if not chosen.items and not chosen.missing:
            self.unmet.append(f"I did not find out what to {verb or 'change'}.")
            return
        tail = rest.part(chosen.stop, len(rest))
        items = [i for i in chosen.items if not is_shell(i)] if op != "scale" else chosen.items
        if chosen.items and not items:
            self.unmet.append("The floor and the walls stay where they are; I can recolour them.")
        if op == "remove":
            if items:
                self.edits.append(Remove(nodes=tuple(i.id for i in items)))
                self._forget({i.id for i in items})
            return
        for item in items:
            self._one(op, verb, item, tail)
        self._touch(tuple(i.id for i in items))

    def _one(self, op: str, verb: str, item: SceneItem, tail: Line) -> None:
        if op == "rotate":
            self._rotate(item, verb, tail)
        elif op == "scale":
            self._resize(item, verb, tail)
        elif op == "regenerate":
            self.edits.append(self.makeovers.again(item))
        elif op == "duplicate":
            self._add_copies(self.makeovers.copies(item, copies(verb, tail)))

    def _forget(self, gone: set[NodeId]) -> None:
        kept = tuple(i for i in self.finder.items if i.id not in gone)
        last = tuple(n for n in self.finder.last if n not in gone)
        self.finder = replace(self.finder, items=kept, last=last)

    def _add_copies(self, new: Add) -> None:
        self.edits.append(new)
        self.taken.update(w.id for w in new.wishes)
        fresh = tuple(item_of(wish) for wish in new.wishes)
        self.finder = replace(self.finder, items=(*self.finder.items, *fresh))

    def _rotate(self, item: SceneItem, verb: str, tail: Line) -> None:
        faced = re.search(r"\b(?:fac(?:e|es|ing)|towards?|to|at)\b", f"{verb} {tail.text}")
        for at in range(len(tail) if faced else 0):
            found = phrase_at(tail, at)
            named = found is not None and not found[0].pronoun
            targets = self.finder.find(found[0]) if found and named else []
            if targets and targets[0].id != item.id:
                self.edits.append(Rotate(node=item.id, facing=targets[0].id))
                return
            if found and named and found[0].definite and found[0].noun and not targets:
                self._say_missing(found[0])
                return
        if re.match(r"(?:back )?(?:on|off)\b", tail.text) and not len(tail) > 2:
            self.unmet.append(f"{item.name} can not be switched on or off; lamps can.")
            return
        degrees = amounts.turn(Line((*verb.split(), *tail.words)))
        self.edits.append(Rotate(node=item.id, degrees=degrees))

    def _resize(self, item: SceneItem, verb: str, tail: Line) -> None:
        found = resized(item, verb, tail, self.finder, self.aspect)
        if found is None:
            self.unmet.append(f"How large should {item.name} be? Say for example: twice as big.")
        else:
            self.edits.append(found)

    def _move(self, clause: Clause, rest: Line) -> None:
        chosen = select(rest, 0, self.finder, filtered=False)
        if chosen is None:
            last = self.finder.touched()
            chosen = Selection(last, [], 0)
        for phrase in chosen.missing:
            self._say_missing(phrase)
        if not chosen.items:
            return
        tail = rest.part(chosen.stop, len(rest))
        moves = moving.moves(clause.verb, chosen.items, tail, self.finder)
        self._touch(tuple(i.id for i in chosen.items))
        if moves:
            self.edits.extend(moves)
            return
        word = "it" if len(chosen.items) == 1 else "them"
        whither = moving.whither(chosen.items, tail, self.finder)
        self._add(Line((word, *whither.words)), putting=True)
        self._touch(tuple(i.id for i in chosen.items))

    # New things, other looks.

    def _describes_present(self, clause: Clause, rest: Line) -> bool:
        """Whether "I want the sofa in blue" was about a thing that is there; then it is done."""
        chosen = select(rest, 0, self.finder, plain=True)
        if chosen is None or not chosen.items or not chosen.definite:
            return False
        if attributes_at(rest, chosen.stop) is None:
            return False
        self._make("make", clause, rest)
        return True

    def _add(self, rest: Line, *, putting: bool, stacking: bool = False) -> None:
        chosen = select(rest, 0, self.finder) if putting else None
        if chosen is not None and chosen.items:
            tail = rest.part(chosen.stop, len(rest))
            down = moving.to_floor(chosen.items, tail, self.finder)
            self.edits.extend(down)
            if down:
                return
        rest = rest if putting else moving.added_to(rest, self.finder)
        result = added(rest, self.finder, self.taken, self.seed, putting=putting, stacking=stacking)
        self.unmet.extend(result.unmet)
        self.edits.extend(result.moves)
        if result.add is not None:
            self.edits.append(result.add)
            self.taken.update(w.id for w in result.add.wishes)
            new = tuple(item_of(wish) for wish in result.add.wishes)
            self.finder = replace(self.finder, items=(*self.finder.items, *new))
        self._touch(result.touched)
        if not result.add and not result.moves and not result.unmet:
            self.unmet.append("I did not find out what to add or where.")

    def _replace(self, rest: Line) -> None:
        chosen = self._select(rest, plain=True)
        if chosen is None or not chosen.items:
            return
        found = rest.match(_INTO, chosen.stop)
        new = phrase_at(rest, found[1]) if found else None
        if new is None:
            self.unmet.append("Say with what to replace it, for example: with a bench.")
            return
        self.edits.extend(self.makeovers.other(item, new[0]) for item in chosen.items)
        self._touch(tuple(i.id for i in chosen.items))

    def _make(self, op: str, clause: Clause, rest: Line) -> None:
        """ "make X red", "X should be bigger", "turn X into Y", "paint X and Z blue"."""
        spared = aspects.spared(rest, self.finder)
        resized = rest.match(_ANOTHER_SIZE, 0) if op in {"", "make"} else None
        chosen = select(rest, resized[1] if resized else 0, self.finder, plain=True)
        if resized and chosen and chosen.items:
            self._on_each("scale", resized[0].group(), Line(("the", *rest.words[resized[1] :])))
            return
        better = preferred(rest, self.finder) if "prefer" in clause.verb else []
        if better:
            self._dress(better)
            return
        if self._is_new(op, chosen, rest):
            self._add_if_named(op, rest)
            return
        if chosen is None:
            chosen = Selection(self.finder.touched(), [], 0)
        for phrase in chosen.missing:
            self._say_missing(phrase)
        chosen.items = [i for i in chosen.items if i.id not in spared]
        at = chosen.stop
        while chosen is not None and chosen.items:
            at = self._change(clause, chosen.items, rest, chosen.stop)
            self._touch(tuple(i.id for i in chosen.items))
            if rest.at(at) not in {"and", ","}:
                break
            chosen = select(rest, at + 1, self.finder, plain=True)

    def _kept(self, verb: str, rest: Line) -> bool:
        """ "keep the sofa as it is", "take the lamp (and put it ...)": nothing, but named."""
        chosen = select(rest, 0, self.finder)
        if chosen is None or not chosen.items:
            return False
        if verb != "take" and not STAYS.fullmatch(rest.part(chosen.stop, len(rest)).text):
            return False
        self._touch(tuple(i.id for i in chosen.items))
        return True

    def _like(self, line: Line) -> bool:
        """ "another chair like the red one", "a nicer table": after what is there."""
        found = like(line, self.finder)
        if found is None:
            return False
        if found.anew:
            self.edits.extend(self.makeovers.again(i) for i in found.items)
            self._touch(tuple(i.id for i in found.items))
            return True
        new = self.makeovers.copies(found.items[0], found.many)
        self._add_copies(new)
        self._touch(tuple(w.id for w in new.wishes))
        return True

    def _dress(self, worn: Sequence[Dress]) -> None:
        for dress in worn:
            look = self.makeovers.look(dress.item, dress.color, dress.material, dress.said)
            self.edits.append(look)
        self._touch(tuple(d.item.id for d in worn))

    def _is_new(self, op: str, chosen: Selection | None, rest: Line) -> bool:
        """Whether a clause is about a new thing: "a lamp on the table", "more chairs"."""
        if op == "paint" or (self.finder.last and aspects.only_describes(rest)):
            return False
        if chosen is None or (not chosen.items and not chosen.definite):
            return True
        tail = rest.part(chosen.stop, len(rest))
        return not chosen.definite and not (
            _SAID_OF.match(tail.text) or aspects.only_describes(tail)
        )

    def _add_if_named(self, op: str, rest: Line) -> None:
        found = phrase_at(rest, 0)
        if op == "" and (found is None or not (found[0].noun or rest.at(0) in wc.DETERMINERS)):
            self.unmet.append(f"I did not understand: {rest.text[:60]}.")
        else:
            self._add(rest, putting=False)

    def _change(self, clause: Clause, items: list[SceneItem], rest: Line, at: int) -> int:
        """Apply what is said of ``items`` from word ``at`` on; the index after it."""
        tail = rest.part(at, len(rest))
        every = tail.match(_EVERY, 0)
        if every is not None:
            at, tail = at + every[1], tail.part(every[1], len(tail))
        said_of = tail.match(_SAID_OF, 0)
        if said_of is not None:
            at, tail = at + said_of[1], tail.part(said_of[1], len(tail))
        into = tail.match(_INTO, 0)
        start = into[1] if into else 0
        if tail.at(start) in {"a", "an"} and tail.at(len(tail) - 1) in _ASPECTS:
            start += 1  # "give the sofa a pink colour"
        found = attributes_at(tail, start)
        if found is not None and (found[0].color or found[0].material):
            draft, stop = found
            said = tail.span(start, stop)
            for item in items:
                self.edits.append(self.makeovers.look(item, draft.color, draft.material, said))
            return at + stop
        worn = dresses(items, tail.part(start, len(tail)), self.finder)
        if worn is not None:
            self._dress(worn[0])
            return at + start + worn[1]
        new = (
            phrase_at(tail, start) if into or clause.verb in {"turn", "change", "convert"} else None
        )
        if new is not None and new[0].head and not new[0].pronoun:
            self.edits.extend(self.makeovers.other(item, new[0]) for item in items)
            return at + new[1]
        return self._grow_or_turn(clause, items, tail, at)

    def _grow_or_turn(self, clause: Clause, items: list[SceneItem], tail: Line, at: int) -> int:
        if re.search(r"\b(?:fac(?:e|ing)|look(?:ing)? at|rotated?|turned)\b", tail.text):
            for item in items:
                self._rotate(item, clause.verb, tail)
        elif any(resized(i, "", tail, self.finder, self.aspect) is not None for i in items):
            for item in items:
                self._resize(item, "", tail)
        elif moving.first_place(tail) is not None:
            self._add(clause.rest, putting=True)
        else:
            self.unmet.append(f"I did not understand how to change {items[0].name}.")
        return at + len(tail)
