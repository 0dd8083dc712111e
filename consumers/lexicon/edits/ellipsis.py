"""Commands that leave out what the one before said: "and the oven too", "the dog under it".

What belongs here: finding such words and filling in the verb, the thing or the place from the
command before. What does not: which command that was, which ``consumers/patch`` knows.
"""

from __future__ import annotations

import re

from consumers.lexicon.edits import amounts
from consumers.lexicon.edits.commands import Clause, clauses
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.rewording import is_done
from consumers.lexicon.edits.selection import Selection, select
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.measures import METRES, length_at
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line

_LONGEST = 14
_POLITE = r"(?:(?:oh|ok|okay|please|yes|great|nice|good|thanks|,|\.|well|hmm) )*"
_FRONT = re.compile(
    rf"{_POLITE}(?:(?:and|now|then|also|likewise|plus|ditto for|same (?:thing )?(?:for|with|to|goes"
    r" for)|the same (?:thing )?(?:for|with|to|goes for)|do (?:the same|that|it|so) (?:thing )?"
    r"(?:for|with|to)|ditto|the same) )+(?:also |with |for |to )*"
    r"|with (?=an? |two |three |some |one )"
)
_BACK = re.compile(
    r"(?: ,)? (?:too|as well|also|likewise|the same(?: way)?|while you are at it)"
    r"(?: (?:please|thanks))?(?: [.!?])*$"
)
_END = re.compile(r"(?: (?:please|thanks|now|[.!?,]))+$")
_FLOOR = re.compile(r"(?:down )?(?:on|onto|to) the (?:floor|ground)(?: |$)")
_SAME_FOR = re.compile(
    r"(?:(?:and|then|also|please) )*(?:do )?(?:the )?same (?:thing )?(?:for|with|to|goes for)(?= )"
)
_LATER = frozenset({"now", "then", "ok", "okay"})
_PLACED = frozenset({"put", "move", "add", ""})
_ANGLES = (("degrees",), ("percent",))
_MANY_MORE = re.compile(
    r"(?P<many>one|another|two|three|four|five|six|\d{1,2})"
    r"(?: (?:one|more|others?|of (?:them|those)))*(?= )"
)
_IT = frozenset({"it", "them", "that", "this"})


def further(line: Line) -> Line | None:
    """What ``line`` adds to the command before, without the words that only say so; None where it
    is a command by itself or not marked as going on ("and ...", "... too")."""
    text = line.text
    front = _FRONT.match(text)
    back = _BACK.search(text)
    if len(line) > _LONGEST or (front is None and back is None):
        return None
    text = text[front.end() if front else 0 : back.start() if back else len(text)]
    rest = Line(tuple(_END.sub("", text).split()))
    said = clauses(rest)
    if len(said) != 1 or said[0].op not in {"", "make"} or (said[0].op and len(said[0].verb)):
        return None
    found = phrase_at(rest, 0)
    vague = found is not None and not (found[0].definite or found[0].pronoun)
    if vague and back is None and front is not None and front.group().split()[0] in _LATER:
        return None  # "now a garden with a pond"
    named = found is not None or rest.at(0) in wc.DETERMINERS
    return rest if named or place_at(rest, 0) is not None else None


def filled(rest: Line, before: Line, there: Finder, finder: Finder) -> Line | None:
    """The whole command that ``rest`` is short for after the command ``before``; None for none.

    ``there``: what ``before`` was about, then; ``finder``: what there is now.
    """
    said = clauses(before)
    if not said:
        return None
    last = said[-1]
    if place_at(rest, 0) is not None and phrase_at(rest, 0) is None:
        return _elsewhere(rest, last)
    again = _one_more(rest, last)
    if again is not None:
        return again
    found = phrase_at(rest, 0)
    strange = found is not None and rest.at(0) in {"a", "an"} and not finder.find(found[0])
    if strange and last.op != "remove":
        return Line(("add", *rest.words))  # "move the desk", "and a globe too"
    first = select(last.rest, 0, there, filtered=last.op not in _PLACED, plain=_is_look(last))
    if first is None:
        return None
    if phrase_at(rest, 0) is not None or rest.at(0) in {"another", "other"}:
        return _of_other(rest, last, first, finder)
    return None


def _one_more(rest: Line, last: Clause) -> Line | None:
    """ "(add a parasol over the table) and one over each lounger": new ones at another place."""
    many = rest.match(_MANY_MORE, 0)
    named = phrase_at(last.rest, 0) if last.op in {"add", "put"} else None
    if many is None or named is None or place_at(rest, many[1]) is None:
        return None
    if named[0].definite or named[0].pronoun or not named[0].head:
        return None
    number = many[0].group("many")
    one = number in {"one", "another"}
    kind = [w for w in named[0].label.split() if w not in wc.DETERMINERS]
    head = singular(kind[-1]) if one else plural(singular(kind[-1]))
    words = ("a" if one else number, *kind[:-1], head)
    return Line(("add", *words, *rest.words[many[1] :]))


def the_same_for(clause: Clause) -> list[Clause]:
    """ "(paint) the bed blue and do the same for the desk" in two; empty for other words."""
    for at in range(1, len(clause.rest) - 1):
        found = clause.rest.match(_SAME_FOR, at + 1)
        if clause.op and clause.rest.at(at) in {"and", ","} and found is not None:
            first = Clause(clause.op, clause.verb, clause.rest.part(0, at))
            return [first, Clause("", "", clause.rest.part(at + 1, len(clause.rest)))]
    return []


def filled_after(before: Clause | None, clause: Clause, finder: Finder) -> list[Clause] | None:
    """ "(paint the left bed blue and) do the same for the other one" as a command of its own; None
    for other words."""
    words = Line((*clause.verb.split(), *clause.rest.words))
    found = words.match(_SAME_FOR, 0) if before is not None else None
    if found is None or before is None:
        return None
    rest = words.part(found[1], len(words))
    whole = filled(rest, _line(before.verb, before.rest.words), finder, finder)
    return clauses(whole) if whole is not None else None


def otherwise(rest: Line, before: Line) -> Line | None:
    """The command ``before`` with the place, the way or the measure ``rest``; None where it has
    none of the kind."""
    said = clauses(before)
    if not said:
        return None
    last = said[-1]
    if rest.at(0)[0].isdigit() or rest.at(0) in {"half", "a", "an"}:
        return _measured(rest, last)
    first = phrase_at(last.rest, 0)
    if last.op == "" and first is not None and first[0].definite and _placed(last.rest, first[1]):
        last = Clause("put", "put", last.rest)  # "the toolbox on the bench, please"
    if last.op not in _PLACED or last.op == "":
        return None
    at = first[1] if first else 0
    if first is None and last.op != "move":
        return None
    tail = last.rest.part(at, len(last.rest))
    way = place_at(rest, 0) is None or place_at(tail, 0) is None
    measure = _measure(tail) if way else ()
    return _line(last.verb, last.rest.words[:at], measure, named_place(rest, tail))


def _placed(rest: Line, start: int) -> bool:
    return any(place_at(rest, at) is not None for at in range(start, min(start + 6, len(rest))))


def _measure(tail: Line) -> tuple[str, ...]:
    """The words of the length that ``tail`` says; none where it says none."""
    for at in range(len(tail)):
        found = length_at(tail, at)
        if found is not None:
            return tail.words[at : at + found[2]]
    return ()


def _measured(rest: Line, last: Clause) -> Line | None:
    """The last command with another measure; the unit stays where none is said."""
    words = last.rest.words
    for at in range(len(words)):
        found = length_at(last.rest, at)
        angle = found is None and words[at + 1 : at + 2] in _ANGLES and words[at].isdigit()
        if found is None and not angle:
            continue
        stop = at + (found[2] if found else 2)
        unit = next((n for n in range(at, stop) if words[n] in METRES), at + 1)
        said = (*rest.words, words[unit]) if len(rest) == 1 else rest.words
        return _line(last.verb, words[:at], said, words[unit + 1 :])
    return None


def _is_look(last: Clause) -> bool:
    return last.op in {"make", "paint", "replace"}


def _elsewhere(rest: Line, last: Clause) -> Line | None:
    """ "(add a lamp on the desk) and on the shelf": the same thing at another place."""
    at = next((n for n in range(1, len(last.rest)) if place_at(last.rest, n)), None)
    if last.op not in _PLACED or at is None:
        return None
    return _line(last.verb, last.rest.words[:at], rest.words)


def _of_other(rest: Line, last: Clause, first: Selection, finder: Finder) -> Line | None:
    tail = last.rest.words[first.stop :]
    if re.fullmatch(r"(?:the )?(?:another|other)(?: one)?|one more", rest.text):
        named = phrase_at(last.rest, 0)
        kind = named[0].head if named and not named[0].pronoun else ""
        which = ("a",) if last.op == "remove" else ("the", "other")
        return _line(last.verb, (*which, kind), tail) if kind else None
    new = select(rest, 0, finder, filtered=False)
    if new is None:
        return None
    after = rest.part(new.stop, len(rest))
    if not len(after):
        if not new.definite and last.op == "add":
            return _line(last.verb, rest.words, ())
        return _line(last.verb, rest.words, tail)
    if place_at(after, 0) is not None and last.op in _PLACED:
        return _line(last.verb, rest.words[: new.stop], named_place(after, Line(tail)))
    moved = last.op in {"move", "rotate", "scale", "put"}
    if moved and (amounts.shift(after) is not None or quantity(after, 0) or after.at(0) == "by"):
        return _line(last.verb, rest.words, ())
    return None


def named_place(after: Line, tail: Line) -> tuple[str, ...]:
    """A place at "it" as one at what the command before named as its own place."""
    mine = place_at(after, 0)
    at = next((n for n in range(len(tail)) if place_at(tail, n) is not None), None)
    theirs = place_at(tail, at) if at is not None else None
    if mine is None or theirs is None or at is None or after.at(mine[1]) not in _IT:
        return after.words
    target = phrase_at(tail, at + theirs[1] - at)
    if target is None or target[0].pronoun:
        return after.words
    goal = tail.words[theirs[1] : target[1]]
    return (*after.words[: mine[1]], *goal, *after.words[mine[1] + 1 :])


def _line(verb: str, *words: tuple[str, ...]) -> Line:
    return Line((*verb.split(), *(w for part in words for w in part)))


def parted(clause: Clause, finder: Finder) -> list[Clause]:
    """ "move the fox left 1 m and the bag right 1 m", "paint the stool red and the ladder too" as a
    command each; the clause alone where it is one."""
    if clause.op in {"light", "undo"}:
        return [clause]
    rest, wish = clause.rest, clause.op in {"", "add"}
    first = select(rest, 0, finder, filtered=False, plain=_is_look(clause))
    if first is None or not first.items or "between" in rest.words:
        return [clause]
    if wish and not first.definite:
        return [clause]
    for at in range(2, len(rest) - 1):
        if rest.at(at) not in {"and", ","} or phrase_at(rest, at + 1) is None:
            continue
        other = select(rest, at + 1, finder, filtered=False, plain=_is_look(clause))
        if other is None or not other.items or not other.definite:
            continue
        begun = select(rest.part(0, at), 0, finder, filtered=False, plain=_is_look(clause))
        mine = rest.part(begun.stop if begun and begun.items else first.stop, at)
        after = rest.part(other.stop, len(rest))
        if after.text in {"too", "as well", "also", "likewise"}:
            named = rest.words[at + 1 : other.stop]
            again = Clause(clause.op, clause.verb, Line((*named, *mine.words)))
            return [Clause(clause.op, clause.verb, rest.part(0, at)), again]
        told = _goes(mine) and _goes(after) if clause.op in _TELLING else False
        floor = _FLOOR.match(mine.text) or _FLOOR.match(after.text)
        told = told or bool(floor and place_at(mine, 0) and place_at(after, 0))
        done = is_done(mine) and (is_done(after) or _goes(after))
        if told or (wish and done):
            head = Clause(clause.op, clause.verb, rest.part(0, at))
            other_part = _meaning(rest.part(at + 1, len(rest)), rest.words[: first.stop])
            return [head, *parted(Clause(clause.op, clause.verb, other_part), finder)]
    return [clause]


def _meaning(part: Line, thing: tuple[str, ...]) -> Line:
    """ "the bike next to it" with the ``thing`` that "it" means: what was named before."""
    own = phrase_at(part, 0)
    if own is None or own[0].pronoun or part.at(len(part) - 1) not in _IT:
        return part
    return Line((*part.words[:-1], *thing))


_TELLING = frozenset({"move", "rotate", "scale", "make"})


def _goes(tail: Line) -> bool:
    """Whether ``tail`` says by itself how far, where to or how much."""
    if not len(tail) or tail.at(0) in {"and", ","}:
        return False
    if amounts.shift(tail) is not None or amounts.factor(tail) is not None:
        return True
    told = amounts.degrees(tail.text) is not None or place_at(tail, 0) is not None
    return told or attributes_at(tail, 0) is not None
