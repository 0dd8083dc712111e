"""Wishes that begin with the place or the thing: "over every sink must hang a mirror", "a cat
should lie on the sofa".

What belongs here: such a sentence as a plain command, "put a mirror over every sink".
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.items import with_article
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.tokens import Line

_MODAL = (
    r"(?:should|must(?: to)?|shall|has to|have to|needs? to|ought to|could|can|may|might|is to"
    r"|are to)"
)
_STANDS = (
    r"(?:be (?:placed|put|standing|hanging|lying|sitting|hung|waiting|sleeping|floating|growing)"
    r"|hang|stand|be|lie|lay|sit|go|live|come|rest|lean|sleep|wait|float|hover|grow|belong)"
)
_MUST_STAND = re.compile(
    rf"(?:there )?(?:{_MODAL}(?: (?:also|always|really|still|now|there))* {_STANDS}"
    r"|(?:i|we)(?: would)?(?: really| also| still)* (?:want|need|like|love|wish for)(?: to have)?"
    r"|(?:there |it )?(?:sits?|stands?|hangs?|lies?|sleeps?|waits?|rests?|leans?|floats?|lives?)"
    r"|there (?:is|are|'s)|(?:is|are) (?:standing|lying|hanging|sitting|sleeping|waiting)"
    r"|(?:i|we) (?:have(?: got)?|see)|please(?: put| place| hang| add)?"
    r"|put|place|set|add|hang|stand|lay|belongs?"
    r"|goes|comes|there (?:should|must|could) be)"
    r"(?: also| always| another(?= one))* (?=\w)"
)
_THING_STANDS = re.compile(
    rf"{_MODAL}(?: (?:also|always|really|still|now|there))* {_STANDS}(?: (?:right|just))? (?=\w)"
)
_LEFT_THERE = re.compile(
    r"(?:someone|somebody|he|she|they|(?:the|my|our) [a-z]+)(?: (?:has|have|had|just|must have))* "
    r"(?:left|forgot|forgotten|placed|dropped|hung|lost|parked|abandoned|laid) "
    r"(?P<thing>(?:an?|some|two|three|four|five|\d+|several) .+)"
)
_THEY_STAND = re.compile(
    rf"(?: ?, )?(?:and )?(?:they|it|he|she|who|which|that) (?:all |both )?{_MODAL}"
    rf"(?: (?:also|all|both))* {_STANDS} (?=\w)"
)
_THERE_MUST = re.compile(
    r"there (?:must|has to|have to|needs? to|ought to|could|shall|might|may|can|would"
    r"|had better)"
    r"(?: also| still| really)* (?:be|hang|stand|sit|lie|live|sleep|float)(?: also)? (?=\w)"
)
_SOMEBODY_THERE = re.compile(
    r"(?:someone|somebody|something|some animal|anybody) (?:should|must|could|has to|needs to) "
    r"(?:also )?(?:be )?(?:waiting|wait|standing|stand|sitting|sit|there|sleeping|sleep|lying|lie"
    r"|working|work|be|hanging|hang|walking|walk)(?P<where>(?: [a-z]+){0,6}?)(?: ?[,:-])? "
    r"(?:like |maybe |perhaps |say )?(?P<who>(?:an?|two|three|some) .+)"
)
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|a dozen|\d+)"
_OF_THEM = re.compile(
    rf"\b(?P<kind>[a-z]+)(?P<place> (?:on|in|at|around|under|by|near|behind|beside|along) (?:the"
    rf"|my|our|that) [a-z]+(?: [a-z]+)?)?? ?, ?(?:(?:like|say|maybe|about|around|perhaps"
    rf"|let us say|probably) )*"
    rf"(?P<many>{_NUMBER}) of them\b(?= ?(?:,|:|$))"
)
_ROOM_NEEDS = re.compile(
    r"(?:the|this|my|our) (?:whole |entire )?(?:room|scene|place|house|garden|kitchen"
    r"|bedroom|office"
    r"|hall|corner|shop|picture|view) (?:(?:really|also|still|just|definitely) )*(?:needs|wants"
    r"|lacks|is missing|could use|should have|must have|deserves|calls for) (?:also )?"
    r"(?P<thing>(?:an?|some|another|one|two|three|four|five|more) .+)"
)
_MISSING = re.compile(
    r"(?:(?:what|only) )?(?:(?:there )?is missing|(?:i am|we are) (?:still |also )?missing"
    r"|i (?:still |also )?miss|(?:the"
    r"|this|my|our) (?:room|scene|place) (?:is|lacks)(?: still)?(?: missing)?|what is missing is) "
    r"(?P<thing>(?:an?|some|another|one|two|three|four|five) .+)"
    r"|(?:the|an?|our|my) (?P<lost>[a-z]+(?: [a-z]+)?) (?:is|are) (?:still )?missing"
    r"(?P<where>(?: [a-z]+)*)"
)
_STAYS = re.compile(rf"{_MODAL} (?:stay|remain|be kept)(?: right| just)? (?=\w)")
_WHERE_WAS = re.compile(
    r"(?P<where>where (?:it|he|she|they|(?:the|my|our|that) [a-z]+(?: [a-z]+)?) (?:was|were|stood"
    r"|sat|lay|hung|used to (?:be|stand|sit|lie)|had been)(?: before)?)(?: ,)? (?:please )?"
    r"(?:put|place|add|i (?:want|would like|need)|there should be|should be"
    r"|(?:should |must )?(?:stands?|comes?|goes)|set|let us have)(?: now)? "
    r"(?P<what>(?:an?|the|my|our|two|three|some|another|it) ?.*)"
)
_NO_PLACE = frozenset({"there", "here", "somewhere", ""})


def fronted(said: Line, finder: Finder) -> str:
    """The plain command in such words; "" for any other."""
    return (
        where_it_was(said)
        or _place_first(said, finder)
        or _thing_first(said, finder)
        or _there_must(said)
        or _somebody(said)
        or _left_there(said)
        or _they_should(said)
        or _some_of_them(said)
        or _needed(said)
        or _missing(said, finder)
        or _stays(said, finder)
    )


def where_it_was(said: Line) -> str:
    """ "where it was, put a motorbike" as "put a motorbike where it was"."""
    found = _WHERE_WAS.fullmatch(said.text)
    return f"put {found['what']} {found['where']}" if found else ""


def _place_first(said: Line, finder: Finder) -> str:
    """ "over every sink must hang a mirror"."""
    found = place_at(said, 0) if said.at(0) in wc.PREPOSITIONS else None
    if found is None:
        return ""
    place, stop = found
    if place.targeted:
        target = phrase_at(said, stop)
        if target is None or not (finder.fitting(target[0]) or target[0].pronoun):
            return ""
        stop = target[1]
        while said.at(stop) == "of" and (whole := phrase_at(said, stop + 1)) is not None:
            stop = whole[1]
    start = stop + (said.at(stop) == ",")
    stands = said.match(_MUST_STAND, start)
    begin = stands[1] if stands is not None else start
    thing = phrase_at(said, begin)
    if thing is None or thing[0].pronoun or not thing[0].head:
        return ""
    alone = said.at(begin) in {"a", "an"} and thing[1] == len(said) and bool(thing[0].noun)
    if stands is None and not alone:
        return ""
    rest = _looks_before(said.part(begin, len(said)))
    return f"put {rest} {said.span(0, stop)}"


def _looks_before(things: Line) -> str:
    """ "three towels, white" as "three white towels"."""
    at = next((n for n in range(len(things)) if things.at(n) == ","), 0)
    named = phrase_at(things.part(0, at), 0) if at else None
    looks = attributes_at(things, at + 1) if named is not None and named[1] == at else None
    if named is None or looks is None or looks[1] < len(things):
        return things.text
    head = at - len(named[0].head.split())
    return " ".join((*things.words[:head], *things.words[at + 1 :], *things.words[head:at]))


def _thing_first(said: Line, finder: Finder) -> str:
    """ "a mirror must hang over every sink": a new one, even where there is one already."""
    thing = phrase_at(said, 0)
    if thing is None or thing[0].definite or thing[0].pronoun or not thing[0].noun:
        return ""
    if said.at(0) not in wc.DETERMINERS and not thing[0].counted:
        return ""
    stands = said.match(_THING_STANDS, thing[1])
    place = place_at(said, stands[1]) if stands else None
    if stands is None or place is None:
        return ""
    target = phrase_at(said, place[1]) if place[0].targeted else None
    if place[0].targeted and (target is None or not _is_there(target[0], finder)):
        return ""
    return f"put {said.span(0, thing[1])} {said.part(stands[1], len(said)).text}"


def _is_there(target: Phrase, finder: Finder) -> bool:
    return bool(target.pronoun or finder.fitting(target))


def _there_must(said: Line) -> str:
    """ "there has to be a cat on the sofa" as "there should be ..."."""
    found = said.match(_THERE_MUST, 0)
    return f"there should be {said.part(found[1], len(said)).text}" if found else ""


def _somebody(said: Line) -> str:
    """ "someone should be waiting there, an old woman with a bag": who, and where."""
    found = _SOMEBODY_THERE.match(said.text)
    if found is None:
        return ""
    where = found["where"].strip()
    return f"add {found['who']}" if where in _NO_PLACE else f"put {found['who']} {where}"


def _they_should(said: Line) -> str:
    """ "two rats, they should sit next to the bucket": new ones, there."""
    thing = phrase_at(said, 0)
    if thing is None or thing[0].definite or thing[0].pronoun or not thing[0].noun:
        return ""
    stands = said.match(_THEY_STAND, thing[1])
    place = place_at(said, stands[1]) if stands else None
    if stands is None or place is None:
        return ""
    return f"put {said.span(0, thing[1])} {said.part(stands[1], len(said)).text}"


def _left_there(said: Line) -> str:
    """ "someone left a cup on the workbench": it shall be there."""
    found = _LEFT_THERE.fullmatch(said.text)
    line = Line(tuple(found["thing"].split())) if found else Line(())
    thing = phrase_at(line, 0) if found else None
    if thing is None or not thing[0].noun or place_at(line, thing[1]) is None:
        return ""
    return f"put {line.text}"


def _stays(said: Line, finder: Finder) -> str:
    """ "the lamp should stay beside the sofa": there, wherever it is now."""
    thing = phrase_at(said, 0)
    stays = said.match(_STAYS, thing[1]) if thing and thing[0].definite else None
    place = place_at(said, stays[1]) if stays else None
    if thing is None or stays is None or place is None or not place[0].targeted:
        return ""
    if not finder.fitting(thing[0]):
        return ""
    return f"put {said.span(0, thing[1])} {said.part(stays[1], len(said)).text}"


def _missing(said: Line, finder: Finder) -> str:
    """ "I am missing a barrel in the corner", "the barkeeper is missing"."""
    found = _MISSING.fullmatch(said.text)
    if found is None:
        return ""
    wish = found["thing"] or f"{with_article(found['lost'])}{found['where']}"
    thing = phrase_at(Line(tuple(wish.split())), 0)
    if thing is None or not thing[0].noun or (found["lost"] and finder.fitting(thing[0])):
        return ""
    return f"add {wish}"


def _needed(said: Line) -> str:
    """ "the room needs a plant": anywhere in it."""
    found = _ROOM_NEEDS.fullmatch(said.text)
    thing = phrase_at(Line(tuple(found["thing"].split())), 0) if found else None
    return f"add {found['thing']}" if found and thing is not None and thing[0].noun else ""


def _some_of_them(said: Line) -> str:
    """ "kids, like four of them, two in the sandbox ..." as "four kids, two in the sandbox ..."."""
    found = _OF_THEM.search(said.text)
    if found is None:
        return ""
    text, many = said.text, f"{found['many']} {found['kind']}{found['place'] or ''}"
    return f"{text[: found.start()]}{many}{text[found.end() :]}"
