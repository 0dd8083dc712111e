"""What each deed that is told of a scene comes to, as a plain command: "remove one sheep".

What belongs here: one function a kind of deed. What does not: sentences (``happening``), who does
it (``doers``), the way to a place (``whereto``).
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.items import label_of, with_article
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.sentences.fronts import is_somebody
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.talk.doers import Doer
from consumers.lexicon.talk.giving import given
from consumers.lexicon.talk.happenings import Verb
from consumers.lexicon.talk.whereto import FROM, beside, whereto
from consumers.lexicon.talk.whom import all_of_them, may_be, whom
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

_AWAY = re.compile(
    r"(?:(?:quickly|slowly|suddenly|just|right|all) )*(?:away|off|home|out|outside|for good)"
    r"(?: (?:of|from|into|through|over|across) (?:here|(?:the|this) (?:room|scene|house|garden"
    r"|door|window|picture|building|distance|sky|night|forest|woods|hills|horizon|kitchen|place|park)))?"
    r"(?: (?:now|again|too|together|forever|quickly|suddenly))*"
)
_LEFT = re.compile(
    r"(?:(?:the|this|our) (?:room|scene|house|garden|party|place|picture|building|kitchen|park|shop"
    r"|table|bar|cafe|table|stage|group))?(?: ?(?:now|again|too|together|forever|quickly|suddenly"
    r"|for good|early|into (?:the|thin) \w+))*"
)
_ALONG = re.compile(r"(?:too|as well|also|along|by|in|over|up|here|with (?:us|me|them)|[,.!])")
_OF_OBJECT = re.compile(r"(?:at|to|towards?|up at|down at|over at|over to|up|away from|upon)(?= )")
_OBJECT = re.compile(r"\b(?:him|her|them)\b(?!['’])")
_HE = re.compile(r"\b(?:he|she|him|they|them)\b|\bher\b(?! \w)")
_FALLING = frozenset({"fall", "drop", "roll", "slide", "slip"})
"""What a thing that does not live does by itself."""
_WITH = re.compile(r"(?:to|with|at)(?= )")
_NO_MORE = frozenset({"down", "up", "around", "there", "here", "too", "over", "about", "along"})
_HIS = frozenset({"his", "her", "their", "its", "my", "our", "your", "the", "that", "this"})


def outcome(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str | None:
    """The command for one deed; "" for one that a scene does not show, None for one that is not
    read."""
    kinds = verb.kinds
    rest = _with_names(rest, doer, finder)
    if _HE.search(rest.text) is not None and (doer.items or doer.is_many):
        return None  # nobody knows who that is
    for kind, come_to in (
        ("leave", _left), ("go", _went_off), ("turn", _turned), ("give", _gave), ("put", _put),
        ("take", _took), ("spend", _spent), ("meet", _met), ("follow", _followed),
        ("climb", _climbed), ("surround", _surrounded), ("ride", _rode), ("be", _is),
        ("talk", _talked),
        ("aim", _aimed),
        ("have", _had),
        ("stay", _placed), ("go", _placed), ("come", _came),
    ):  # fmt: skip
        told = come_to(doer, verb, rest, finder) if kind in kinds else ""
        if told:
            return told
    used = _used(doer, verb, rest, finder)
    if used:
        return used
    newcomer = doer.name and not doer.items and kinds & {"stay", "turn", "unseen"}
    mine = doer.name.split()[:1] in (["my"], ["our"]) and verb.form != "ing"
    mine = mine or verb.lemma == "belong"
    if newcomer and doer.is_alive and not mine and verb.form in {"s", "ing"}:
        return f"add {doer.said} {verb.doing} {rest.text}".strip()  # "the arbiter watches ..."
    return "" if not len(rest) or rest.text in _NO_MORE else None


def _used(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    """ "(the teacher) reads a book": a deed is shown by what it is done with."""
    named = phrase_at(rest, 0)
    if named is None or named[1] < len(rest) or not doer.items or not doer.is_alive:
        return ""
    thing = _thing(rest, finder)
    new = thing.split()[0] in {"a", "an", "some"} or named[0].counted
    row = noun_row(named[0].noun)
    known = row is not None and row.category not in {"person", "building"}
    shown = verb.kinds & {"unseen", "stay", "spend"} and verb.form != "wish"
    return f"put {thing} next to {doer.said}" if new and known and shown else ""


def _with_names(rest: Line, doer: Doer, finder: Finder) -> Line:
    """``rest`` with whom "him", "her" and "them" mean, where that is plain."""
    words: list[str] = []
    own = {i.id for i in doer.items}
    for at, word in enumerate(rest.words):
        after = rest.at(at + 1)
        is_object = word in {"him", "them"} or (
            word == "her"
            and (not after or after in wc.PREPOSITIONS or after in {"and", ",", "the", "a"})
        )
        if not is_object:
            words.append(word)
            continue
        if word != "them" and _is_self(doer, rest, at):
            words.extend(doer.said.split() if doer.items else [word])
            continue
        meant = all_of_them(finder, own) if word == "them" else whom(finder, word, own)
        words.extend(_name(meant[-1]).split() if meant else [word])
    return Line(tuple(words))


def _is_self(doer: Doer, rest: Line, at: int) -> bool:
    """Whether "her" at ``at`` is who does it: "(a lady waits) with her suitcase next to her"."""
    if doer.is_many or not all(may_be(rest.at(at), i) for i in doer.items):
        return False
    return not {"with", "her", "his"}.isdisjoint(rest.words[:at])


def _covers(words: Line, finder: Finder) -> bool:
    """Whether ``words`` are the name of one thing or several, and nothing else: "player 5"."""
    named = phrase_at(words, 0)
    if named is None or named[1] == len(words):
        return named is not None
    chosen = select(words, 0, finder)
    return chosen is not None and chosen.stop == len(words) and bool(chosen.items)


def _name(item: SceneItem) -> str:
    return f"the {item.name.lower()}"


def goes_off(verb: Verb, rest: Line) -> bool:
    """Whether a deed is one after which who does it is not there any more."""
    if "leave" in verb.kinds and _LEFT.fullmatch(rest.text.strip()) is not None:
        return True
    return "go" in verb.kinds and _AWAY.fullmatch(rest.text) is not None


def _went_off(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    """ "(one sheep) ran off"."""
    if not doer.items or doer.is_vague or _AWAY.fullmatch(rest.text) is None:
        return ""
    return f"remove {doer.said}"


def _left(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    lives = doer.is_alive or verb.lemma in {"vanish", "disappear"}
    if not doer.items or not lives or _LEFT.fullmatch(rest.text.strip()) is None:
        return ""
    return f"remove {doer.said}"


def _turned(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    """ "(the guards) turn to him", "(she) looks at the sea"."""
    if not doer.items or not doer.is_alive:
        return ""
    if rest.text in {"around", "round", "away"} and verb.lemma == "turn":
        return f"turn {doer.said} around"
    led = rest.match(_OF_OBJECT, 0)
    target = rest.part(led[1] if led else 0, len(rest))
    if not _covers(target, finder) or (led is None and verb.lemma in {"look", "turn"}):
        return ""
    chosen = select(target, 0, finder)
    goals = chosen.items if chosen is not None else []
    said, others = doer.said, [i for i in doer.items if i not in goals]
    if others and len(others) < len(doer.items):  # "they all look at the butler"
        said = " and ".join(_name(i) for i in others)
    return f"turn {said} to {target.text}"


def _gave(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    """ "(he) gives the sword to the king", "(he) gives the king a sword"."""
    first = phrase_at(rest, 0)
    to = first[1] + 1 if first is not None and rest.at(first[1]) == "to" else None
    if first is None or doer.is_unknown:
        return ""
    start = to if to is not None else first[1]
    if not _covers(rest.part(start, len(rest)), finder):
        return ""
    thing, owner = rest.part(0, first[1]), rest.part(start, len(rest))
    if to is None:
        thing, owner = owner, thing
    given_to = f"put {_thing(thing, finder)} next to {owner.text}"
    return given_to if doer.items else f"{doer.put(f'next to {owner.text}')}. {given_to}"


def _put(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    """ "(he) puts the sword on the table"; what is dropped lies beside who drops it."""
    named = phrase_at(rest, 0)
    if named is not None and named[1] == len(rest) and not doer.items and not doer.is_unknown:
        carried = verb.lemma in {"bring", "carry"} and not named[0].pronoun
        return doer.put(f"with {rest.text}") if carried and doer.is_alive else ""
    if named is None or not doer.is_alive or not (doer.items or doer.is_unknown):
        return ""
    thing = _thing(rest.part(0, named[1]), finder)
    if named[1] == len(rest):
        dropped = verb.lemma in {"drop"} and bool(doer.items)
        return f"put {thing} next to {doer.said}" if dropped else ""
    where = whereto(rest.part(named[1], len(rest)))
    if not where:
        return ""
    is_new = thing.split()[0] in {"a", "an", "some"}
    return (
        f"put {thing} {beside(where)}"
        if is_new or not where.startswith("to ")
        else (f"move {thing} {where}")
    )


def _took(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    """ "(she) takes the book": it is with her; "(the players) take the red one": it is gone."""
    rest = rest.part(1, len(rest)) if rest.at(0) == "up" else rest
    named = phrase_at(rest, 0)
    if named is None or not doer.items or not doer.is_alive:
        return ""
    thing, tail = _thing(rest.part(0, named[1]), finder), rest.part(named[1], len(rest))
    led = tail.match(FROM, 0)
    origin = phrase_at(tail, led[1]) if led else None
    if len(tail) and (origin is None or origin[1] < len(tail)) and tail.text not in {"up", "away"}:
        where = whereto(tail)
        return f"put {thing} {beside(where)}" if where else ""
    if doer.is_many or tail.text == "away":
        return f"remove {thing}" if named[0].definite or named[0].pronoun else ""
    return f"put {thing} next to {doer.said}"


def _spent(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    """ "(the dog) eats the sausage": it is gone."""
    named = phrase_at(rest, 0)
    tail = rest.part(named[1], len(rest)) if named is not None else rest
    led = tail.match(FROM, 0)
    origin = phrase_at(tail, led[1]) if led else None
    over = not len(tail) or tail.text in {"up", "away"} or (origin and origin[1] == len(tail))
    if named is None or not over or not finder.find(named[0]) or not doer.is_alive:
        return ""
    if not (named[0].definite or named[0].counted or named[0].quantifier):
        return ""
    return f"remove {rest.span(0, named[1])}"


def _met(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    """ "(a dog) joins them"."""
    if not _covers(rest, finder):
        return "" if verb.lemma != "join" or len(rest) else _came(doer, verb, rest, finder)
    return doer.put("" if rest.text == "us" else f"next to {_thing(rest, finder)}")


def _followed(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    return doer.put(f"behind {_thing(rest, finder)}") if _covers(rest, finder) else ""


def _surrounded(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    """ "(the goblins) surround the wizard"."""
    named = phrase_at(rest, 0)
    whole = named is not None and named[1] == len(rest)
    return doer.put(f"around {rest.text}") if whole and doer.is_many else ""


def _climbed(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    """ "(a squirrel) climbs up the tree"."""
    start = int(rest.at(0) in {"up", "onto"})
    target = rest.part(start, len(rest))
    return doer.put(f"on {target.text}") if len(target) and _covers(target, finder) else ""


def _rode(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    """ "(the farmer) drives the tractor"."""
    named = phrase_at(rest, 0)
    ridden = finder.find(named[0]) if named is not None and named[1] == len(rest) else []
    row = noun_row(ridden[0].noun) if ridden else None
    carries = row is not None and (row.category in {"vehicle", "animal", "toy"} or row.seat)
    return doer.put(f"on {rest.text}") if carries and doer.is_alive else ""


def _talked(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    """ "(the officer) talks to the witness"."""
    led = rest.match(_WITH, 0)
    named = phrase_at(rest, led[1]) if led else None
    if led is None or named is None or named[1] < len(rest) or not doer.is_alive:
        return ""
    return doer.put(f"next to {_thing(rest.part(led[1], len(rest)), finder)}")


def _aimed(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    """ "(the witness) points at the first car"."""
    return _turned(doer, verb, rest, finder) if rest.at(0) in {"at", "to", "towards"} else ""


def _had(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    """ "(one of them) has a stretcher"."""
    named = phrase_at(rest, 0)
    if named is None or named[1] < len(rest) or not doer.is_alive or doer.is_unknown:
        return ""
    if not doer.items:
        mine = doer.name.split()[:1] in (["my"], ["our"])
        told = doer.name and verb.form != "wish" and not mine
        return doer.put(f"with {rest.text}") if told else ""
    if named[0].quantifier or named[0].pronoun:
        return ""
    if named[0].definite:
        return f"put {rest.text} next to {doer.said}" if finder.find(named[0]) else ""
    return given(Line(("give", *doer.said.split(), *rest.words)), finder)


def _is(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    """ "her shoes are next to the stool", where there are none yet."""
    if rest.text in {"back", "back again"} and doer.name and not doer.items:
        return f"bring back {doer.name}"
    place = place_at(rest, 0)
    target = phrase_at(rest, place[1]) if place is not None and place[0].targeted else None
    there = target is not None and (target[0].pronoun or finder.find(target[0]))
    fits = place is not None and (there or (not place[0].targeted and place[0].kind is not None))
    return doer.put(rest.text) if fits and doer.name and not doer.items else ""


def _placed(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    """ "(the cat) is lying in front of the stove", "(the owl) lands on the bookcase"."""
    where = whereto(rest, by_way="stay" not in verb.kinds)
    led = rest.match(FROM, 0) if "go" in verb.kinds and doer.items else None
    origin = phrase_at(rest, led[1]) if led else None
    leaps = doer.is_alive or verb.lemma in _FALLING
    if leaps and origin is not None and origin[1] == len(rest):  # "(the cat) jumps off the sofa"
        where = f"next to {rest.span(led[1] if led else 0, len(rest))}"
    if not where or doer.is_unknown:
        return ""
    if verb.lemma == "belong" and _is_owner(where, finder):
        return ""
    if verb.lemma == "lean" and doer.is_alive:
        where = re.sub(r"^(?:on|against|at) ", "next to ", where)
    if doer.items and where.startswith(("to ", "away from ")):
        return f"move {doer.said} {where}"
    return doer.put(beside(where), verb)


def _is_owner(where: str, finder: Finder) -> bool:
    """ "(the dog belongs) to the knight"."""
    named = phrase_at(Line(tuple(where.split())), 1) if where.startswith("to ") else None
    owners = finder.find(named[0]) if named is not None else []
    if named is not None and is_somebody(named[0].noun, named[0].head):
        return True
    return any(is_somebody(i.noun, label_of(i)) for i in owners)


def _came(doer: Doer, verb: Verb, rest: Line, finder: Finder) -> str:
    """ "(my bunny) comes too": it is there, where it was not."""
    if not doer.items and doer.name and (rest.text == "back" or verb.lemma == "return"):
        return f"bring back {doer.name}" if rest.text in {"", "back"} else ""
    words = [w for w in rest.words if not (_ALONG.fullmatch(w) or w.endswith("ing"))]
    if words[:1] == ["with"] and phrase_at(Line(tuple(words)), 1) and not doer.items:
        return doer.put(" ".join(words))  # "(my sister) comes with her baby"
    where = whereto(Line(tuple(words))) if words else ""
    entered = _LEFT.fullmatch(" ".join(words)) is not None
    led = Line(tuple(words)).match(FROM, 0)
    if doer.items or (words and not (where or entered or led)):
        return ""
    return doer.put(beside(where))


def _thing(words: Line, finder: Finder) -> str:
    """The words for a thing that somebody does something with: as said where it is there, else as
    a new one."""
    named = phrase_at(words, 0)
    if named is None or named[0].pronoun or not named[0].definite or finder.find(named[0]):
        return words.text
    if noun_row(named[0].noun) is None or words.at(0) not in _HIS:
        return words.text
    bare = words.part(1, len(words)).text
    return bare if named[0].counted else f"some {bare}" if named[0].plural else with_article(bare)
