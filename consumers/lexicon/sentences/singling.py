"""Single ones of several things: "one red and one blue", "the first holds a globe", "just two".

What belongs here: members and numbers as the subject of a clause. What does not: members as the
target of a place ("a lamp on one"), which is in ``standing``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.attributes import Attributes
from consumers.lexicon.sentences.discourse import Discourse
from consumers.lexicon.sentences.members import NEXT, member_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.sentences.reading import Look, Reading, Thing
from consumers.lexicon.sentences.sentence import Sentence
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.looks import color_at, material_at
from consumers.lexicon.words.measures import SIZE_WORDS
from consumers.lexicon.words.quantities import Quantity, quantity
from consumers.lexicon.words.tokens import STOPS, Line

_OF_THEM = frozenset({"of them", "of these", "of those"})
_SHARED = {"sides": 2, "corners": 4}
"""How many places "each side" and "each corner" are."""
_THE_REST = re.compile(
    r"(?:all )?the (?:rest|others?|other ones?|remaining ones?"
    r"|(?:other|remaining) (?:two|three|four|five|six|seven|eight|nine|ten))"
    r"(?: of (?:them|these))?(?: (?:is|are|in|all))*(?= )"
)
_CALLED = frozenset({"is", "are", "in", "being"})


class Singling:
    """Reads members as subjects; ``reading`` and ``talk`` are shared with the reader."""

    def __init__(self, line: Line, reading: Reading, talk: Discourse) -> None:
        self.line, self.reading, self.talk = line, reading, talk
        self.attributes = Attributes(line, reading, talk)

    def looks(self, at: int, state: Sentence) -> int | None:
        """Read "one red and one blue", "one big, one small" or "two of them red", of several."""
        found = self._number(at)
        listed = self._colors_listed(at, state) if found is None else None
        if listed is not None:
            return listed
        if found is None or not found.exact or not state.subjects:
            return None
        thing = self.reading.things[state.subjects[-1]]
        start = at + found.length
        start += 2 * (self.line.span(start, start + 2) in _OF_THEM)
        start += self.line.at(start) in _CALLED
        color, material = color_at(self.line, start), material_at(self.line, start)
        size = self.line.at(start) if self.line.at(start) in SIZE_WORDS else ""
        if thing.count < max(2, found.count) or not (color or material or size):
            return None
        if thing.phrase.color and color and self.line.at(start + color[1]) in {"one", "ones"}:
            return None  # "two white benches and a green one": three
        if thing.phrase.material and material and not color and (
            self.line.at(start + material[1]) in {"one", "ones"}):  # fmt: skip
            return None
        stop = start + max(color[1] if color else 0, material[1] if material else 0, len(size) > 0)
        stop += self.line.at(stop) in {"one", "ones"} and not self._is_look(stop + 1)
        further = self._number(stop) is not None and self._is_look(stop + 1)
        ends = self.line.at(stop) in {"and", ",", "", "."}
        if not (further or ends) and phrase_at(self.line, stop):
            return None
        own = Look(color[0] if color else None, material[0] if material else None, size)
        thing.variants.extend([own] * found.count)
        following = self.line.span(stop, stop + 4).removeprefix(", ").removeprefix("and ")
        ahead = stop + (self.line.at(stop) == ",")
        ahead += self.line.at(ahead) == "and"
        rest = self._rest(ahead, thing)
        if rest is not None:
            return rest
        goes_on = following.startswith(("the other", "another")) or self._number(ahead)
        if len(thing.variants) < thing.count and not goes_on:
            thing.variants.append(Look())  # the others are as they were
        if not thing.phrase.counted and not thing.present and len(thing.variants) > found.count:
            thing.count = len(thing.variants) - (thing.variants[-1] == Look())
        return stop

    def _rest(self, at: int, thing: Thing) -> int | None:
        """Read "the rest white" after "one red": what those look like that nothing else told of."""
        found = self.line.match(_THE_REST, at)
        if found is None or len(thing.variants) >= thing.count:
            return None
        color, material = color_at(self.line, found[1]), material_at(self.line, found[1])
        size = self.line.at(found[1]) if self.line.at(found[1]) in SIZE_WORDS else ""
        if not (color or material or size):
            return None
        own = Look(color[0] if color else None, material[0] if material else None, size)
        thing.variants.append(own)
        return found[1] + max(color[1] if color else 0, material[1] if material else 0, size != "")

    def _colors_listed(self, at: int, state: Sentence) -> int | None:
        """Read "red, green and blue" after three things of which nothing else was said."""
        if self.line.at(at - 1) not in {":", ","} or not state.subjects:
            return None
        thing, stop = self.reading.things[state.subjects[-1]], at
        colors: list[str] = []
        while (color := color_at(self.line, stop)) is not None:
            colors.append(color[0])
            stop += color[1]
            after = stop + (self.line.at(stop) == ",")
            after += self.line.at(after) == "and"
            if after == stop or color_at(self.line, after) is None:
                break
            stop = after
        ends = self.line.at(stop) in STOPS or self.line.at(stop) == ""
        if not ends or len(colors) < 2 or len(colors) != thing.count or thing.present:
            return None
        thing.variants = [Look(color) for color in colors]
        return stop

    def _is_look(self, at: int) -> bool:
        looks = color_at(self.line, at) or material_at(self.line, at)
        return bool(looks) or self.line.at(at) in SIZE_WORDS

    def _number(self, at: int) -> Quantity | None:
        """How many are told of at ``at``: "two", or one by "a blue one"."""
        color = color_at(self.line, at + 1) if self.line.at(at) in {"a", "an"} else None
        if color is not None and self.line.at(at + 1 + color[1]) == "one":
            return Quantity(1, 1)
        return quantity(self.line, at)

    def member(self, at: int, state: Sentence) -> int | None:
        """Read "the first holds three books": one of several is the sentence's subject."""
        some = self._some_of_them(at, state)
        if some is not None:
            return some
        found = member_at(self.line, at)
        named = found is not None and self.line.span(found[1] - 2, found[1]) in _OF_THEM
        if found is None or (self._is_guest(found[1], state) and not named):
            return None
        placed = self._is_placed(state) and not named
        if self.line.at(at) == "one" and placed and place_at(self.line, found[1]):
            return None  # a further one, which ``further`` reads
        another = self._of_another_kind(at, found[1], state)
        if another is not None:
            return another
        index = self.talk.member(found[0])
        if index is None and self.line.span(at, at + 2) == "the other":
            index = self._second(state)
        if index is None:
            return None
        state.host, state.chain, state.subjects = None, None, [index]
        state.open, state.joined, state.shell = True, False, ""
        has = self.line.at(found[1]) in wc.HAVING  # "one full of apples"
        stop = found[1] if has else self.attributes.read(found[1], state) or found[1]
        if stop > found[1] and self.line.at(at) == "one" and self.line.at(stop) == ",":
            state.subjects = [self._last_named(state)]  # "two candles, one half as tall, on a ..."
        if self.line.at(stop) not in wc.HAVING and self._verb_left_out(stop, state):
            state.guest, state.host, state.open, state.given = None, index, False, False
        return stop

    def _some_of_them(self, at: int, state: Sentence) -> int | None:
        """Read "three of them" as the subject: so many members that no words have singled out."""
        found = quantity(self.line, at)
        stop = at + found.length if found is not None else at
        if found is None or found.count < 2 or self.line.span(stop, stop + 2) not in _OF_THEM:
            return None
        group = self.talk.member(NEXT)
        alias = None if group is None else self.reading.things[group].alias
        if group is None or alias is None or self.reading.things[alias[0]].count <= found.count:
            return None
        self.reading.things[group].count = found.count
        state.host, state.chain, state.subjects = None, None, [group]
        state.open, state.joined, state.shell = True, False, ""
        return stop + 2

    def _of_another_kind(self, at: int, stop: int, state: Sentence) -> int | None:
        """ "three dogs, one a poodle": a new thing in the stead of one of them; where its phrase
        begins."""
        before, last = self.line.at(at - 1), state.subjects[-1] if state.subjects else None
        if before not in {",", "("} and self.line.at(at - 2) != "numbering" and not state.open:
            return None
        found = phrase_at(self.line, stop) if self.line.at(stop) in {"a", "an"} else None
        if last is None or found is None or state.held or place_at(self.line, found[1]):
            return None
        thing = self.reading.things[last]
        if self.line.at(at) != "one" or thing.count < 2 or thing.present or thing.alias:
            return None
        theirs, own = noun_row(thing.phrase.noun), noun_row(found[0].noun)
        if theirs is None or (own is not None and own.category != theirs.category):
            return None
        thing.count -= 1
        state.open = state.joined = True
        return stop

    def _second(self, state: Sentence) -> int | None:
        """ "the other" of what was named as one: "one lamp on the desk, the other on the shelf"."""
        first = next((i for i in reversed(state.earlier)
                      if self.reading.things[i].phrase.said.startswith("one ")), None)  # fmt: skip
        if first is None or self.reading.things[first].present:
            return None
        index = self.talk.add(Thing(replace(self.reading.things[first].phrase, definite=False)))
        state.earlier.append(index)
        return index

    def further(self, at: int, state: Sentence) -> tuple[Phrase, int] | None:
        """Read "three" in "two trees on the left, three on the right": more of the same.

        Where the things named before have no place yet, it is so many of them instead.
        """
        found = quantity(self.line, at)
        if found is None or not self.talk.mentions:
            return None
        if not state.joined:
            self._all_at_sides(at, found, state)
            return None
        stop = at + found.length
        place = place_at(self.line, stop)
        if place is None or place[0].spread in {"group", "mutual", "act"}:
            return None
        last = self._last_named(state)
        thing = self.reading.things[last]
        if found.count * _SHARED.get(place[0].spread, 0) == thing.count and thing.phrase.counted:
            state.in_all = True  # "two guards at the gate, one on each side": those two
            return None
        more = replace(
            thing.phrase,
            count=found.count,
            counted=True,
            plural=found.count > 1,
            quantifier="",
            definite=False,
        )
        if self._has_place(last, state):
            return (more, stop) if thing.alias is None else None
        taken = [t.alias[1] + max(1, t.count) for t in self.reading.things if t.alias
                 and t.alias[0] == last]  # fmt: skip
        used = max(taken, default=0)
        told = thing.phrase.counted or thing.present or not self.talk.many(last)
        if place[0].spread in {"sides", "corners"} or (told and found.count >= thing.count):
            state.in_all = True
            return None
        if not told:
            thing.count = used + found.count  # "trees, two on the left, three on the right"
        index = self.talk.add(Thing(more, found.count, alias=(last, used)))
        self.talk.mentions.pop()
        state.subjects, state.open, state.joined = [index], True, False
        return None

    def _all_at_sides(self, at: int, found: Quantity, state: Sentence) -> None:
        """ "six pillars - three on each side": those six."""
        place = place_at(self.line, at + found.length)
        if place is None or not state.open or not state.subjects:
            return
        thing = self.reading.things[state.subjects[-1]]
        if found.count * _SHARED.get(place[0].spread, 0) == thing.count and thing.phrase.counted:
            state.in_all = True

    def amount(self, at: int, state: Sentence) -> int | None:
        """Read "..., just two": a number by itself, of what was named last."""
        if not state.subjects or self.line.at(at - 1) not in wc.ADVERBS:
            return None
        found = quantity(self.line, at)
        following = self.line.at(at + found.length) if found else "?"
        if found is None or self.line.at(at) == "one":
            return None
        if following in STOPS or following in {"", ",", "and", "of"}:
            self.reading.things[state.subjects[-1]].count = max(1, found.count)
            return at + found.length
        return None

    def _last_named(self, state: Sentence) -> int:
        """The things that a number alone is about: of the present list, or of a group of it."""
        last = state.subjects[-1] if state.subjects else self.talk.mentions[-1]
        alias = self.reading.things[last].alias
        return alias[0] if alias else last

    def _is_placed(self, state: Sentence) -> bool:
        return bool(state.subjects) and self._has_place(state.subjects[-1], state)

    def _has_place(self, index: int, state: Sentence) -> bool:
        links = [k for k in self.reading.links if k.subject == index and k.spread != "group"]
        guessed = state.guesses.get(index)
        return any(k != guessed for k in links) and self.reading.things[index].alias is None

    def _is_guest(self, stop: int, state: Sentence) -> bool:
        """Whether a member before ``stop`` is no subject: another list goes on with it."""
        following = self.line.at(stop)
        if following in wc.COPULA or following in wc.HAVING or following in wc.VERBS:
            return False
        hosted = state.host is not None and self.reading.things[state.host].alias is None
        return state.front is not None or hosted

    def _verb_left_out(self, at: int, state: Sentence) -> bool:
        """Whether the verb of the clause before is meant again: "..., the second a globe"."""
        found = phrase_at(self.line, at)
        return found is not None and state.held and not (found[0].pronoun or found[0].definite)
