"""What people tell of a scene as plain commands: "the cat lies in front of the stove", "the owl
lands on the bookcase", "one sheep ran off".

A sentence about the scene says how it shall be: what is there goes where it is said to be, what is
not there comes there, what has left is removed. What belongs here: what each such deed comes to.
What does not: who does it (``doers``), the verbs (``happenings.toml``), and sentences about the
speaker or other days, which change nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.talk.doers import Doer, doer_at
from consumers.lexicon.talk.happenings import Verb, verb_at
from consumers.lexicon.talk.outcomes import goes_off, outcome
from consumers.lexicon.words.tokens import STOPS, Line, read
from schemas.edits import SceneItem
from schemas.ids import NodeId

_LONGEST = 40
_BEGINS = re.compile(
    r"(?:(?:and|then|so|now|but|next|suddenly|meanwhile|also|after that|afterwards|finally|oh|ok"
    r"|okay|later|well|there|yes|in the end|all of a sudden|,)(?= ) )*"
)
_ELSEWHERE = re.compile(
    r"\b(?:if|when|whenever|unless|because|not|never|always|usually|often|sometimes|yesterday"
    r"|tomorrow|today|tonight|ago|once|last (?:night|week|year|month|time|summer|winter)|every"
    r" (?:day|morning|evening|night|time|year)|used to|in real life|at home|real|really should have"
    r"|would have|could have|like an?|as if|than|instead)\b"
)
"""Words of other days, of doubt and of denial: what they tell is no state of the scene."""
_THERE_COMES = re.compile(
    r"(?:and |now |look )*(?:here|there) (?:comes?|appears?|enters?|arrives?|is coming|are coming)"
    r" (?P<who>(?:an?|two|three|four|some|another) .+)"
)
_SEAT = re.compile(r"\b(?:takes|takes her|takes his|has) (?:a )?seat\b")
_COUPLE = re.compile(
    r"^(?:an?|the) (?P<what>(?:young |old |elderly |happy |married )?)couple(?= (?:is|are|\w+s)\b)"
)
_SPEAKER = re.compile(r"(?<!with )\b(?:me|us|my|mine|upstairs|downstairs|next door)\b")
_UP = re.compile(r"\b(?:shows|turns|pops|drops) (?:up|by)\b(?! (?:the|a)\b)")
_MANNER = re.compile(r"(?:(?:\w+ly|now|again|up|down|out|loud|too|and|very|slow) ?)*")
_SEATED = frozenset({"sit", "lie"})


@dataclass(frozen=True, slots=True)
class _Deed:
    """One deed of a sentence: its verb and the words after it."""

    verb: Verb
    rest: Line


def happened(said: Line, finder: Finder) -> str:
    """The plain commands for what ``said`` tells of the scene; "" where it tells of none."""
    if not 1 < len(said) <= _LONGEST or _ELSEWHERE.search(said.text) is not None:
        return ""
    said = Line(tuple(_UP.sub("arrives", _SEAT.sub("sits down", said.text)).split()))
    couple = _COUPLE.match(said.text)
    if couple is not None:
        alone = Line(("a", "person", *said.text[couple.end() :].split()))
        return happened(alone, finder).replace("a person", f"two {couple['what']}people", 1)
    comes = _THERE_COMES.fullmatch(said.text)
    if comes is not None:
        return f"add {comes['who']}"  # "there comes a guest with a dog"
    begun = said.match(_BEGINS, 0)
    found = doer_at(said, begun[1] if begun else 0, finder)
    if found is None:
        return ""
    doer, verb = found
    if verb.form == "past" and not doer.items and doer.name.split()[:1] in (["my"], ["our"]):
        return ""  # "my mum came over" is told of another day
    if doer.name.split()[:1] in (["my"], ["our"]) and _SPEAKER.search(said.text, len(doer.name)):
        return ""  # "my kids are watching me"
    other = _other_sentence(said, verb.stop, finder)
    if other is not None:
        first, second = (happened(part, finder) for part in other)
        return f"{first}. {second}" if first and second and doer.items else ""
    deeds = _deeds(said, verb)
    told = _all_told(doer, deeds, finder)
    if any(one is None for one in told[1:]):
        return ""
    if _is_way_to_a_seat(deeds):
        return (told[0] or "").replace(" to ", " on ", 1).replace(" next to ", " on ", 1)
    kept = [one for one in told if one]
    places = ("add ", *(f"{verb} {who} " for verb in ("put", "move") for who in (doer.said, "it")))
    ways = all(deed.verb.kinds & {"go", "stay"} for deed in deeds)
    if len(kept) > 1 and ways and all(one.startswith(places) for one in kept):
        # "flies over to the stove and lands on the bookcase"
        return outcome(doer, deeds[-1].verb, deeds[-1].rest, finder) or ""
    return ". ".join(kept)


def told_of(said: Line, finder: Finder) -> str:
    """The words for what of the scene a sentence tells that changes nothing: "two of the plants"
    of "two of the plants died"; "" for any other."""
    begun = said.match(_BEGINS, 0)
    found = doer_at(said, begun[1] if begun else 0, finder)
    if found is None or not found[0].items or "end" not in found[1].kinds:
        return ""
    return found[0].said


def unseen(text: str, items: Sequence[SceneItem], touched: Sequence[NodeId] = ()) -> str:
    """What is said to an event that no scene can show: "the door opens"; "" for other words."""
    said = read(text)
    said = said.part(0, len(said) - (said.at(len(said) - 1) in STOPS))
    begun = said.match(_BEGINS, 0)
    found = doer_at(said, begun[1] if begun else 0, Finder(tuple(items), tuple(touched)))
    if found is None or _ELSEWHERE.search(said.text) is not None:
        return ""
    if found[0].name and goes_off(found[1], said.part(found[1].stop, len(said))):
        return f"There is no {found[0].name.partition(' ')[2]} in the scene. Nothing is changed."
    if not found[0].items:
        return ""
    verb, rest = found[1], said.part(found[1].stop, len(said)).text
    asleep = verb.lemma == "fall" and rest == "asleep"
    shown = "unseen" not in verb.kinds or verb.form not in {"s", "ing", "plain"}
    named = phrase_at(said, verb.stop)
    whole = named is not None and named[1] == len(said)
    if not asleep and (shown or not (whole or _MANNER.fullmatch(rest))):
        return ""
    what = said.span(begun[1] if begun else 0, len(said))
    return f"A scene stands still: I can not show that {what}. Nothing is changed."


def _other_sentence(said: Line, start: int, finder: Finder) -> tuple[Line, Line] | None:
    """The two sentences of "she sits on the bench and the dog lies next to her"."""
    for at in range(start, len(said) - 2):
        joined = said.at(at) in {"and", ",", "while"}
        begin = at + 1 + (said.at(at + 1) in {"and", "while"})
        if joined and verb_at(said, begin) is None and doer_at(said, begin, finder) is not None:
            return said.part(0, at), said.part(begin, len(said))
    return None


def _all_told(doer: Doer, deeds: Sequence[_Deed], finder: Finder) -> list[str | None]:
    """The command for each of the deeds, as ``outcome`` has it; who came by one is "it" later."""
    told: list[str | None] = []
    thing = ""
    for deed in deeds:
        rest = deed.rest
        if thing and rest.at(0) in {"it", "them"}:  # "brings a cake and puts it on the table"
            rest = Line((*thing.split(), *rest.words[1:]))
        told.append(outcome(doer, deed.verb, rest, finder))
        named = phrase_at(rest, 0)
        new = (told[-1] or "").startswith("add ")  # what is new with its owner is "it" after that
        if named is not None and named[0].noun and not named[0].pronoun and not new:
            thing = f"the {named[0].label}"
        if (told[-1] or "").startswith("add ") and not doer.items:
            doer = replace(doer, said="it", items=(SceneItem(id=NodeId("new"), name="it"),))
    return told


def _deeds(said: Line, verb: Verb) -> list[_Deed]:
    """The deeds of one doer: "walks to the table and takes the sword"."""
    found: list[_Deed] = []
    at = verb.stop
    for n in range(verb.stop, len(said)):
        joined = said.at(n) in {"and", ",", "then"}
        start = n + 1 + (said.at(n + 1) == "and") + (said.at(n + 1) == "then")
        following = verb_at(said, start, verb.form) if joined else None
        if following is None or following.stop > len(said):
            continue
        found.append(_Deed(verb, said.part(at, n)))
        verb, at = following, following.stop
    return [*found, _Deed(verb, _without_end(said.part(at, len(said))))]


def _without_end(rest: Line) -> Line:
    stop = len(rest)
    while stop and rest.at(stop - 1) in {"now", "please", "obviously", ",", "again", "too"}:
        stop -= 1
    return rest.part(0, stop)


def _is_way_to_a_seat(deeds: list[_Deed]) -> bool:
    """ "walks to the bench and sits down"."""
    if len(deeds) != 2 or "go" not in deeds[0].verb.kinds:
        return False
    loose = deeds[1].rest.text in {"", "down", "on it", "down on it", "on top", "in it"}
    return deeds[1].verb.lemma in _SEATED and loose
