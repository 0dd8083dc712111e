"""Whole requests in other words as plain commands: "instead of the lamp a candle", "barrels: two
less", "a lamp on each second desk", "cooler under left palm".

What belongs here: from a line to another one that means the same, by its form and by what is there.
What does not: single clauses, which are in ``rewording``, and doing any of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from consumers.lexicon.edits.commands import command_at, without_politeness
from consumers.lexicon.edits.holders import held
from consumers.lexicon.edits.items import is_shell
from consumers.lexicon.edits.parcelling import parcelled
from consumers.lexicon.edits.ranks import ranked
from consumers.lexicon.edits.rationing import rationed
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.edits.topics import about_topic, each_topic
from consumers.lexicon.edits.totals import totalled
from consumers.lexicon.edits.trailing import for_everyone, numbered
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.looks import color_at, material_at
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.quantities import ORDINALS, number_at, quantity
from consumers.lexicon.words.tokens import STOPS, Line

_LONGEST = 40
_COLORS = frozenset({"colors", "colours", "color", "colour"})
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})"
_END = r"(?: (?:please|now|then|instead|[.!,]))*"
_INSTEAD = re.compile(r"(?:instead of|in place of|rather than)(?= )")
_WISH = re.compile(
    r"(?:, |there )?(?:(?:i|we) (?:would (?:like|want|prefer|love|rather have)|want|need|prefer)"
    r"|(?:put|have|use|take|give me|let us have)|there should be|rather)?(?: to have)?(?= |$)"
)
_NOT_BUT = re.compile(
    rf"(?:(?:there should be|i want|we want|i need|we need|make it|have) )?not (?:{_NUMBER})"
    rf"(?P<kind>(?: [a-z]+)*?)(?: ,)? but (?:only |just )?(?P<many>{_NUMBER})"
    rf"(?P<more>(?: [a-z]+)*?){_END}"
)
_ALL_HERE = re.compile(
    r"(everything|all(?: of)?(?: the)? (?:things|objects|items|stuff))(?: that is| which is)?"
    r" (?:in|inside|of|from) (?:the|this|my|our) (?:(?:whole|entire) )?"
    r"(?:room|scene|place|picture|world)(?= |$)"
)
_EACH_NTH = re.compile(r"(?:every|each) (second|other|third|fourth)(?= )")
_SOME_OF = re.compile(r"(?:two|three|four|five|six|seven|eight|\d) of (?:the|my|these|those)(?= )")
_STEPS = {"second": (2, 2), "other": (1, 2), "third": (3, 3), "fourth": (4, 4)}
"""The first of every so many-th, and how many places the next is on."""
_HAVE_WHERE = re.compile(
    r"(?:please )?(?:have|(?:i|we) (?:want|would like)(?: to have)?) (?=(?:the|my|that) )"
    r"(?=.* where (?:the|my|that) .* (?:is|was|stands|are)(?: now)?$)"
)
_SWITCHED = re.compile(r"(?:swap|switch|exchange|shift|take)(?= )")
_TOPIC = re.compile(
    rf"(?:the |my )?(?P<kind>[a-z]+(?: [a-z]+)?) : (?:(?:only|just|exactly|make it) )*"
    rf"(?P<many>{_NUMBER})(?: (?:of them|in all|in total|is enough|are enough))*{_END}"
)
_ONE_EACH = re.compile(r"(?:the |my )?(?P<kind>[a-z]+(?: [a-z]+)?) [:,] (?P<each>one .+)")
_DESTROYING = frozenset({"remove", "delete", "erase", "discard"})
_NEITHER = re.compile(r"(?:neither|none|no)(?: of)?(?: the| my| these| those)?(?= )")
_MUST_BE = re.compile(r"(?:should|must|shall|may|has to|have to|needs? to)(?: ever)?(?: be)?(?= )")
_UP_TO = re.compile(r"(?:over )?to (?:the )?")


def worded(line: Line, finder: Finder) -> Line:
    """``line`` as plain commands, where it is a request in other words; else the same line."""
    if not 1 < len(line) <= _LONGEST:
        return line
    total = totalled(line, finder) or rationed(line, finder)
    if total is not None:
        return total
    line = numbered(for_everyone(_listed(line), finder))
    line = ranked(line, finder) or line
    line = held(line, finder) or line
    for plain in _WAYS:
        found = plain(line, finder)
        if found is not None:
            return found
    return line


def _listed(line: Line) -> Line:
    """ "different colours: red and green" without the colon, which ends no command there."""
    marks = [n for n in range(1, len(line)) if line.at(n) == ":" and line.at(n - 1) in _COLORS]
    return Line(tuple(w for n, w in enumerate(line.words) if n not in marks))


def _instead(line: Line, finder: Finder) -> Line | None:
    """ "instead of the glass I would want a vase": the glass is replaced with a vase."""
    said = without_politeness(line)
    said = line if line.match(_INSTEAD, 0) else said
    found = said.match(_INSTEAD, 0)
    old = select(said, found[1], finder, plain=True) if found is not None else None
    if found is None or old is None or not old.items or not old.definite:
        return None
    wish = said.match(_WISH, old.stop)
    at = wish[1] if wish is not None else old.stop
    at += said.at(at) == ","
    wish = said.match(_WISH, at)
    at = wish[1] if wish is not None else at
    new = phrase_at(said, at)
    if new is None or new[0].definite or new[0].pronoun or not new[0].head:
        return None
    return Line(("replace", *said.words[found[1] : old.stop], "with", *said.words[at:]))


def _not_but(line: Line, finder: Finder) -> Line | None:
    """ "not three lamp posts but two": there shall be so many."""
    found = _NOT_BUT.fullmatch(line.text)
    kind = (found["kind"].strip() or found["more"].strip()) if found is not None else ""
    named = phrase_at(Line(tuple(kind.split())), 0) if kind else None
    if found is None or named is None or not finder.fitting(named[0]):
        return None
    return Line(("there", "should", "be", "exactly", found["many"], *kind.split()))


def _of_topic(line: Line, finder: Finder) -> Line | None:
    """ "tyres: three": there shall be so many; "the balls: one red, one blue": a colour each."""
    many, each = _TOPIC.fullmatch(line.text), _ONE_EACH.fullmatch(line.text)
    found = many or each
    kind = phrase_at(Line(tuple(found["kind"].split())), 0) if found is not None else None
    if found is None or kind is None or len(finder.fitting(kind[0])) < 2:
        return None
    words = found["kind"].split()
    if many is not None:
        return Line(("there", "should", "be", "exactly", many["many"], *words))
    said = Line(tuple(w for w in found["each"].split() if w not in {"one", "and", ","}))
    at, colors = 0, 0
    while (color := color_at(said, at)) is not None:
        at, colors = at + color[1], colors + 1
    if at < len(said) or colors != found["each"].split().count("one"):
        return None
    return Line(("make", "the", *words, *said.words, "respectively"))


def _all_here(line: Line, finder: Finder) -> Line | None:
    """ "everything in the room" as "everything": the room is no thing."""
    at = next((n for n in range(len(line)) if line.match(_ALL_HERE, n)), None)
    found = line.match(_ALL_HERE, at) if at is not None else None
    if at is None or found is None:
        return None
    return Line((*line.words[:at], "everything", *line.words[found[1] :]))


def _everything_made(line: Line, finder: Finder) -> Line | None:
    """ "paint everything wooden blue" as "everything made of wood", "remove everything red" as "all
    red things": a look that says which things are meant."""
    command = command_at(line, 0)
    if command is None or line.at(command[1]) != "everything":
        return None
    at = command[1] + 1
    material, color = material_at(line, at), color_at(line, at)
    said = material or color
    if said is None:
        return None
    stop = at + said[1]
    more = attributes_at(line, stop) is not None or place_at(line, stop) is not None
    if not more and not (command[0] in _DESTROYING and stop >= len(line)):
        return None  # "make everything wooden"
    thing: tuple[str, ...] = ("all", *line.words[at:stop], "things")
    if material is not None:
        thing = ("everything", "made", "of", material[0])
    return Line((*line.words[: command[1]], *thing, *line.words[stop:]))


def _each_nth(line: Line, finder: Finder) -> Line | None:
    """ "put a lamp on each second desk" as "put a lamp on the second desk and on the fourth"."""
    at = next((n for n in range(2, len(line)) if line.match(_EACH_NTH, n)), None)
    place = next((n for n in range(1, at) if _leads_to(line, n, at)), None) if at else None
    found = line.match(_EACH_NTH, at) if at is not None else None
    if at is None:
        return _some_of(line, finder)
    new = phrase_at(line, 0)
    bare = command_at(line, 0) is None
    if at is None or found is None or place is None:
        return None
    if bare and (new is None or new[0].definite or new[0].pronoun or new[1] != place):
        return None
    kind = phrase_at(Line(("the", *line.words[found[1] :])), 0, plain=True)
    if kind is None or not kind[0].noun:
        return None
    many = len(finder.every(kind[0]))
    first, step = _STEPS[found[0].group(1)]
    names = list(ORDINALS)[: min(many, 8)]
    rest = line.words[found[1] :]
    lead = (*(("put",) if bare else ()), *line.words[:at])
    whole = [(*lead, "the", names[n - 1], *rest) for n in range(first, many + 1, step)
             if n <= len(names)]  # fmt: skip
    joined = [w for words in whole for w in ("and", *words)][1:]
    return Line(tuple(joined)) if joined else None


def _some_of(line: Line, finder: Finder) -> Line | None:
    """ "a bird in two of the trees" as "put a bird in the first tree and put a bird in the
    second tree"."""
    at = next((n for n in range(2, len(line)) if line.match(_SOME_OF, n)), None)
    place = next((n for n in range(1, at) if _leads_to(line, n, at)), None) if at else None
    found = line.match(_SOME_OF, at) if at is not None else None
    if at is None or found is None or place is None:
        return None
    start = command_at(line, 0)
    new = phrase_at(line, start[1] if start is not None else 0)
    kind = phrase_at(Line(("the", *line.words[found[1] :])), 0, plain=True)
    if new is None or new[1] != place or new[0].definite or new[0].counted or kind is None:
        return None
    many = number_at(line, at)
    stop = found[1] + kind[1] - 1
    if many is None or not 1 < many[0] <= min(8, len(finder.every(kind[0]))) or stop < len(line):
        return None
    noun = (*line.words[found[1] : stop - 1], singular(line.at(stop - 1)))
    lead = line.words[:at] if start is not None else ("put", *line.words[:at])
    whole = [(*lead, "the", name, *noun) for name in list(ORDINALS)[: many[0]]]
    return Line(tuple(w for words in whole for w in ("and", *words))[1:])


def _one_new(line: Line, finder: Finder) -> Line | None:
    """ "one bird on the fountain", where there is none: a new one."""
    new = phrase_at(line, 1, plain=True) if line.at(0) == "one" and line.at(1) != "of" else None
    if new is None or not new[0].noun or finder.fitting(new[0]) or new[0].pronoun:
        return None
    return Line(("add", "a", *line.words[1:])) if place_at(line, new[1]) is not None else None


def _leads_to(line: Line, at: int, stop: int) -> bool:
    place = place_at(line, at)
    return place is not None and place[0].targeted and place[1] == stop


def _have_where(line: Line, finder: Finder) -> Line | None:
    """ "have the pond where the bench is" as "move the pond where the bench is"."""
    found = line.match(_HAVE_WHERE, 0)
    return Line(("move", *line.words[found[1] :])) if found is not None else None


def _switched(line: Line, finder: Finder) -> Line | None:
    """ "swap the sofa to the left wall" as "move the sofa to the left wall"."""
    verb = line.match(_SWITCHED, 0)
    chosen = select(line, verb[1], finder, filtered=False, plain=True) if verb is not None else None
    if verb is None or chosen is None or not chosen.items or not chosen.definite:
        return None
    to = line.match(_UP_TO, chosen.stop)
    place = place_at(line, chosen.stop)
    if to is None and place is None:
        return None
    target = phrase_at(line, chosen.stop + (1 if line.at(chosen.stop) == "to" else 2))
    shell = target is not None and target[0].head in wc.SHELL
    other = target is not None and target[0].noun and line.at(chosen.stop) == "to" and not shell
    if other and place is None and line.at(0) != "take":
        return None  # "switch the lamp to a candle"
    return Line(("move", *line.words[verb[1] :]))


def _under_left(line: Line, finder: Finder) -> Line | None:
    """ "cooler under left palm": a new cooler, under the palm on the left that is there."""
    first = phrase_at(line, 0, plain=True)
    place = place_at(line, first[1]) if first is not None else None
    if first is None or place is None or not place[0].targeted or not first[0].noun:
        return None
    if not first[0].bare or command_at(line, 0) is not None or line.at(place[1]) in wc.DETERMINERS:
        return None
    target = _with_the(line, place[1], finder)
    if target is None:
        return None
    there = finder.fitting(first[0])
    lead = ("put", "the") if there else ("add",) if first[0].plural else ("add", "a")
    return Line((*lead, *line.words[: place[1]], "the", *line.words[place[1] :]))


def _with_the(line: Line, at: int, finder: Finder) -> Phrase | None:
    """The thing that is there which the words at ``at`` name without their article."""
    said = Line(("the", *line.words[at:]))
    found = phrase_at(said, 0, plain=True)
    if found is None or found[0].pronoun or not found[0].noun or found[0].plural:
        return None
    ends = said.at(found[1]) in STOPS or said.at(found[1]) in {"", ",", "and", "please"}
    items = finder.find(found[0])
    fits = items and not is_shell(items[0]) and (found[0].rank or len(finder.every(found[0])) == 1)
    return found[0] if ends and fits and quantity(line, at) is None else None


def _none_of(line: Line, finder: Finder) -> Line | None:
    """ "neither lamp should be on" as "turn off both lamps"; of other looks nobody knows what shall
    come instead, so they stay words that are not read."""
    found = line.match(_NEITHER, 0)
    kind = phrase_at(Line(("the", *line.words[found[1] :])), 0, plain=True) if found else None
    if found is None or kind is None or not finder.fitting(kind[0]):
        return None
    stop = found[1] + kind[1] - 1
    must = line.match(_MUST_BE, stop)
    if must is None:
        return None
    noun = (*line.words[found[1] : stop - 1], plural(singular(line.at(stop - 1))))
    rest = line.part(must[1], len(line)).text
    if re.fullmatch(rf"(?:on|lit|shining|burning){_END}", rest):
        return Line(("turn", "off", "all", "the", *noun))
    if re.fullmatch(rf"(?:left|there|here|visible){_END}", rest):
        return Line(("remove", "all", "the", *noun))
    return Line(("none", "of", "the", *noun, *line.words[stop:]))


_WAYS: tuple[Callable[[Line, Finder], Line | None], ...] = (
    _one_new, _none_of, parcelled, each_topic, about_topic, _instead, _not_but, _of_topic,
    _all_here, _everything_made, _each_nth, _have_where, _switched, _under_left,
)  # fmt: skip
