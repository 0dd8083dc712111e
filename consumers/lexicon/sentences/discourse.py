"""Who is meant: "the table", "it", "them", "both", among what was named and what is in the scene.

What belongs here: the things named so far and finding them again. What does not: grammar.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.alike import is_human, same_kind
from consumers.lexicon.sentences.attachment import (
    holds,
    is_alive,
    lies_on_others,
    plausible,
)
from consumers.lexicon.sentences.before import Before
from consumers.lexicon.sentences.contents import carries_more, cut_to_fit, holds_one, is_drink
from consumers.lexicon.sentences.members import MIDDLE, NEXT, OTHERS
from consumers.lexicon.sentences.reading import Link, Look, Reading, Thing
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.quantities import SEVERAL
from schemas.decomposition import RelationKind as Kind
from schemas.ids import NodeId

_SIDES = {"left": 0, "middle": MIDDLE, "right": -1, "front": 0, "behind": -1}
"""Members by the side they are said to be on; the first of two is the left one, or the nearer."""
_EXTREMES = {"biggest": "big", "smallest": "small"}
"""How the one of several is that is called so."""
_PERSONS = frozenset({"he", "she", "him", "her"})
_HELD = frozenset({Kind.ON, Kind.IN, Kind.HANGING_FROM})
_GROUNDED = frozenset({"building", "structure", "nature", "vehicle"})
_APART = frozenset({
    Kind.NEXT_TO, Kind.NEAR, Kind.BEHIND, Kind.IN_FRONT_OF, Kind.LEFT_OF, Kind.RIGHT_OF,
    Kind.OPPOSITE, Kind.AROUND, Kind.ABOVE, Kind.UNDER,
})  # fmt: skip
"""How what is on the floor or a wall stands to what is on the floor, not to what lies on it."""

_OPPOSITE = {
    Kind.LEFT_OF: Kind.RIGHT_OF, Kind.RIGHT_OF: Kind.LEFT_OF, Kind.ABOVE: Kind.UNDER,
    Kind.UNDER: Kind.ABOVE, Kind.BEHIND: Kind.IN_FRONT_OF, Kind.IN_FRONT_OF: Kind.BEHIND,
}  # fmt: skip
"""Sides that are told of one and the same thing: "a cup left of a pot and a jug right of it"."""
_LANDMARKS = frozenset({"door", "window", "moon", "sun", "cloud", "star"})
"""What others are placed by, so that "it" is rather one of the others."""
Known = Callable[[Phrase], tuple[NodeId, ...]]


class Discourse:
    """The things of a reading as words refer back to them.

    ``mentions``: indices in the order said, repeats included. ``topic``: what the sentence before
    was about, ``newest``: what it put beside that. ``group``: whose members were named last.
    ``as_one``: several that were called "the grid" or "the pile", so that "it" may mean them.
    ``known`` finds things of the scene.
    """

    def __init__(self, reading: Reading, known: Known) -> None:
        self.reading, self.known = reading, known
        self.mentions: list[int] = []
        self.topic: list[int] = []
        self.newest: list[int] = []
        self.group: int | None = None
        self.as_one: int | None = None
        self.before = Before(reading, self.mentions)

    def refer(self, phrase: Phrase) -> int:
        """The thing that ``phrase`` names: one named before, one of the scene, or a new one."""
        other = phrase.quantifier == "other" and phrase.definite and not phrase.many
        single = self._other(phrase) if other else None
        if single is not None:
            return single
        if phrase.definite or phrase.quantifier in {"all", "both", "each"}:
            earlier = self._earlier(phrase)
            if earlier is not None and phrase.ordinal and self.reading.things[earlier].count > 1:
                member = phrase.ordinal - 1 if phrase.ordinal > 0 else -1
                return self.add(Thing(phrase, 0, alias=(earlier, member)))
            if earlier is not None and phrase.rank in _SIDES and self.many(earlier):
                place = _SIDES[phrase.rank]
                place = self._middle(earlier) if place == MIDDLE else place
                return self.add(Thing(phrase, 0, alias=(earlier, place)))
            if earlier is not None and phrase.rank in _EXTREMES and self.many(earlier):
                index = self.add(Thing(phrase, 0, alias=(earlier, 0)))
                self.vary(index, Look(None, None, _EXTREMES[phrase.rank]))
                return index  # "under the biggest one"
            if earlier is not None:
                self.mentions.append(earlier)
                return earlier
            nodes = self.known(phrase)
            if nodes:
                return self.add(Thing(phrase, len(nodes), nodes))
        announced = self._announced(phrase)
        if announced is not None:
            self.reading.things[announced].phrase = phrase
            self.mentions.append(announced)
            return announced
        awaited = self._awaited(phrase) if phrase.counted else None
        if awaited is not None:
            self.reading.things[awaited].count = phrase.count
            self.mentions.append(awaited)
            return awaited
        index = self.add(_thing(phrase))
        filled = phrase.contents is not None and not is_drink(phrase.contents)
        if phrase.contents is not None and filled and holds(phrase, phrase.contents):
            inside = cut_to_fit(phrase, phrase.contents)
            few = holds_one(phrase) and not inside.counted
            inner = self.add(Thing(inside, 1 if few else inside.count))
            self.mentions.pop()
            several = self.reading.things[index].count > 1
            if several and not inside.counted:
                self.reading.things[inner].per = index  # "three vases of roses"
            self.reading.links.append(Link(Kind.IN, inner, (index,), each=several))
        return index

    def index_of(self, phrase: Phrase) -> int | None:
        """The thing of the text that "the ..." names, if one does."""
        return self._earlier(phrase) if phrase.definite and not phrase.pronoun else None

    def named_before(self, phrase: Phrase) -> bool:
        """Whether "the ..." names a thing of the text."""
        return phrase.definite and self._earlier(phrase) is not None

    def add(self, thing: Thing) -> int:
        """File a thing; its index."""
        self.reading.things.append(thing)
        self.mentions.append(len(self.reading.things) - 1)
        return self.mentions[-1]

    def meant(
        self,
        phrase: Phrase,
        *,
        host: int | None = None,
        subjects: Sequence[int] = (),
        exclude: Sequence[int] = (),
        kind: Kind | None = None,
        topic: Sequence[int] = (),
        single: int | None = None,
        earlier: Sequence[int] = (),
        guest: Phrase | None = None,
    ) -> list[int]:
        """The things that a pronoun stands for; of the scene when none was named.

        ``host``: whom "with" is about. ``subjects``: the present list, its topic first. ``kind``:
        how it is to stand there, so that "on it" means something that carries. ``topic``: what a
        pronoun of the same sentence stood for, which the next one likely stands for, too.
        ``earlier``: all that stands by itself in the sentence so far, which "them" may mean.
        ``guest``: what is to stand there, where it comes after the pronoun.
        """
        things = self.reading.things
        order = [*([] if host is None else [host]), *topic]
        if kind is Kind.ON and not phrase.plural:
            newcomer = things[exclude[-1]].phrase if exclude else guest
            order += [i for i in self.newest if carries_more(things[i].phrase, newcomer)]
        if phrase.head == "that":  # what was told of last, and not what the sentence is about
            order = [*[m for m in reversed(self.mentions) if m not in exclude][:1], *order]
        if self.as_one is not None and not phrase.plural:
            order.append(self.as_one)
        if subjects:
            last = [m for m in self.mentions if m not in subjects][-1:]
            heads = [k.subject for k in self.reading.links if last and k.subject not in subjects
                     and k.kind in _APART and not k.spread and last[0] in k.targets
                     and _OPPOSITE.get(k.kind) is not kind]  # fmt: skip
            order += [*heads[-1:], *last, *subjects]
        order += [] if phrase.plural else self.holders_of(self.topic)
        order += [*reversed(self.topic), *reversed(self.mentions)]
        held = {k.subject for k in self.reading.links if k.kind in {Kind.ON, Kind.IN}
                and set(k.targets) & set(exclude)}  # fmt: skip
        order = [i for i in dict.fromkeys(order) if i not in exclude and i not in held]
        if phrase.head == "that" and not phrase.plural and order:
            return order[:1]
        if not order:
            nodes = self.known(phrase)
            return [self.add(Thing(phrase, len(nodes), nodes))] if nodes else []
        if phrase.head == "both":
            return [i for i in order if things[i].count == 2][:1] or sorted(order[:2])
        if phrase.plural and phrase.quantifier != "each":
            many = [i for i in order if self.many(i)]
            ridden = {t for k in self.reading.links if k.kind is Kind.ON and k.subject in many
                      and is_alive(things[k.subject].phrase) for t in k.targets}  # fmt: skip
            many = sorted(many, key=lambda i: i in ridden)  # not the horses of two knights
            together = [i for i in self.topic if i not in exclude]
            together = together if len(together) > 1 or kind is None else order[:2]
            told = kind is not None and len(self.topic) < 2 and len(earlier) > 1
            if told and kind is not Kind.BETWEEN:
                together = [i for i in earlier if i in order] or together
            return many[:1] or together
        guest = things[exclude[-1]].phrase if exclude else guest
        return self.likeliest(order, phrase, kind, guest, single)[:1]

    def holders_of(self, listed: Sequence[int]) -> list[int]:
        """What all of a list are on or in, which "it" means then rather than the last of them: "a
        desk with a laptop and a mug. Next to it a bin"."""
        if len(listed) < 2:
            return []
        at = [{t for k in self.reading.links if k.subject == i and k.kind in _HELD
               for t in k.targets} for i in listed]  # fmt: skip
        return sorted(set.intersection(*at), reverse=True)

    def kept(self) -> set[int]:
        """The things that are on or in another one; not a castle on a hill."""
        rows = {i: noun_row(t.phrase.noun) for i, t in enumerate(self.reading.things)}
        grounded = {i for i, row in rows.items() if row and row.category in _GROUNDED}
        held = {k.subject for k in self.reading.links if k.kind in _HELD and k.targets}
        for k in self.reading.links:  # a bible between candles that are on an altar
            if k.kind is Kind.BETWEEN and k.targets and set(k.targets) <= held:
                held.add(k.subject)
        return held - grounded

    def many(self, index: int) -> bool:
        """Whether thing ``index`` is several."""
        thing = self.reading.things[index]
        return thing.count > 1 or (thing.phrase.plural and thing.alias is None)

    def member(self, which: int, exclude: Sequence[int] = ()) -> int | None:
        """A thing that is one member of a group named before: ``which`` as in ``members``.

        None where no group was named.
        """
        groups = [i for i in reversed(self.mentions) if self.many(i) and i not in exclude]
        groups = [i for i in groups if self.reading.things[i].alias is None]
        groups = [i for i in groups if not self.reading.things[i].dealt] or groups
        if not groups:
            return None
        group = self.group if self.group in groups else groups[0]
        self.group = group
        used = [at for t in self.reading.things if t.alias and t.alias[0] == group
                for at in range(t.alias[1], t.alias[1] + max(1, t.count))]  # fmt: skip
        count = self.reading.things[group].count
        place = which - 1 if which > 0 else which
        if which == MIDDLE:
            place = self._middle(group)
        if which == NEXT:
            place = next((n for n in range(count) if n not in used), -1)
        phrase = self.reading.things[group].phrase
        alone = replace(phrase, count=1, plural=False, quantifier="")
        index = self.add(Thing(alone, 0, alias=(group, place)))
        self.mentions.pop()  # the group stays what "one" and "the other" are about
        return index

    def _middle(self, group: int) -> int:
        return (self.reading.things[group].count - 1) // 2

    def run(self, first: int, many: int, exclude: Sequence[int] = ()) -> int | None:
        """A thing that is ``many`` members of the group named last, from the ``first`` on."""
        alone = self.member(NEXT if first == OTHERS else 1, exclude)
        if alone is None:
            return None
        alias = self.reading.things[alone].alias
        thing = self.reading.things[alone]
        if alias is None or self.reading.things[alias[0]].count < many:
            return None
        thing.alias, thing.count = (alias[0], alias[1] if first == OTHERS else first), many
        return alone

    def colored(self, phrase: Phrase) -> int | None:
        """ "the blue one" of things that were said to have several colours."""
        for index in reversed(dict.fromkeys(self.mentions)):
            looks = [look.color for look in self.reading.things[index].variants]
            if phrase.color is not None and looks.count(phrase.color) == 1:
                member = Thing(self.reading.things[index].phrase, 0,
                               alias=(index, looks.index(phrase.color)))  # fmt: skip
                return self.add(member)
        return None

    def vary(self, index: int, look: Look) -> None:
        """Give the member that thing ``index`` is looks of its own."""
        alias = self.reading.things[index].alias
        if alias is None:
            return
        group, place = self.reading.things[alias[0]], alias[1]
        missing = group.count - len(group.variants)
        group.variants.extend([Look()] * missing)
        if -len(group.variants) <= place < len(group.variants):
            group.variants[place] = look

    def likeliest(
        self,
        order: Sequence[int],
        pronoun: Phrase,
        kind: Kind | None,
        guest: Phrase | None,
        single: int | None = None,
    ) -> list[int]:
        """``order`` with the likeliest first: those that agree with the pronoun, then those that
        ``guest`` may well stand at in ``kind``. ``single``: spoken of as each one by itself."""
        things = self.reading.things
        # A bin beside a desk with a lamp is beside the desk: both are on the floor.
        apart = kind in _APART and guest is not None and not lies_on_others(guest)
        kept = self.kept() if apart else set()

        def unlikely(index: int) -> tuple[bool, bool, bool]:
            thing = things[index]
            of_many = pronoun.quantifier == "each"
            at_odds = index not in {single, self.as_one} and self.many(index) != of_many
            if pronoun.head == "it" and is_human(thing.phrase):
                at_odds = True
            if pronoun.head in _PERSONS:
                named = noun_row(thing.phrase.noun) is not None
                at_odds = at_odds or (named and not is_alive(thing.phrase))
            at_odds = at_odds or thing.phrase.noun in _LANDMARKS
            fits = kind is None or plausible(guest, kind, thing.phrase)
            several = index not in {single, self.as_one} and self.many(index) and not of_many
            if kind in _HELD and several:
                return True, not fits, at_odds  # "two trees with a hammock, a man in it"
            if kind in _HELD:
                return not fits, at_odds, False
            return at_odds, not fits, index in kept

        return sorted(order, key=unlikely)

    def others(self, exclude: Sequence[int], host: int | None = None) -> list[int]:
        """Things other than ``exclude``, the likeliest first."""
        order = [*([] if host is None else [host]), *reversed(self.mentions)]
        return [i for i in dict.fromkeys(order) if i not in exclude]

    def _awaited(self, phrase: Phrase) -> int | None:
        """Things spoken of as "each ..." whose number ``phrase`` tells: "..., four desks"."""
        return next(
            (
                i
                for i, thing in enumerate(self.reading.things)
                if thing.phrase.quantifier == "each" and not thing.phrase.counted
                and not thing.present and same_kind(thing.phrase, phrase)
            ),
            None,
        )  # fmt: skip

    def _announced(self, phrase: Phrase) -> int | None:
        """What "the tv" named before it was told of: "a sofa facing the tv. A tv on a stand"."""
        if phrase.many or phrase.quantifier or phrase.counted or phrase.contents is not None:
            return None
        placed = {link.subject for link in self.reading.links}
        return next(
            (
                i
                for i, thing in enumerate(self.reading.things)
                if thing.phrase.definite and thing.count == 1 and not thing.present
                and thing.alias is None and i not in placed and not thing.phrase.rank
                and same_kind(thing.phrase, phrase) and thing.phrase.color in {None, phrase.color}
            ),
            None,
        )  # fmt: skip

    def repeats(self, phrase: Phrase) -> bool:
        """Whether a bare noun names what stands nowhere yet: "rug, table. Rug under table"."""
        earlier = self._earlier(phrase) if phrase.bare and not phrase.many else None
        if earlier is None or self.reading.things[earlier].count != 1:
            return False
        return all(link.subject != earlier for link in self.reading.links)

    def _other(self, phrase: Phrase) -> int | None:
        """ "the other lamp": the member that was not named yet, or the lamp not named last."""
        alike = [i for i, t in enumerate(self.reading.things) if same_kind(t.phrase, phrase)]
        groups = [i for i in alike if self.many(i) and self.reading.things[i].alias is None]
        if groups:
            self.group = groups[-1]
            return self.member(NEXT)
        apart = [i for i in alike if i not in [m for m in self.mentions if m in alike][-1:]]
        return apart[-1] if apart else None

    def _earlier(self, phrase: Phrase) -> int | None:
        found = self.before.alike(phrase)
        if found is None:
            found = self.as_one = self.before.grouped(phrase)
        return self.before.named_in(phrase) if found is None else found


def _thing(phrase: Phrase) -> Thing:
    """A new thing; "red and blue balls" are one of each, a "black and white cat" is one."""
    colors = phrase.colors
    if len(colors) > 1 and phrase.plural and (not phrase.counted or phrase.count == len(colors)):
        return Thing(phrase, len(colors), variants=[Look(color) for color in colors])
    each = phrase.quantifier == "each" and not phrase.counted
    return Thing(phrase, SEVERAL if each else max(1, phrase.count))
