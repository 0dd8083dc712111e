"""Changes that people only think aloud about: "should I add a gnome?", "would a piano fit here?".

What belongs here: recognizing such words, and the wish that they weigh, so that a "yes" after them
can do it. What does not: "what if the sofa were red?", which is a wish (``edits/commands``);
whether it would look good, which nobody here can judge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from consumers.lexicon.edits.commands import command_at
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.talk.questions import unprefaced
from consumers.lexicon.words.tokens import STOPS, Line

_LONGEST = 24
_SHOULD = re.compile(
    r"(?:(?:do you think|would you say|do you (?:suggest|recommend)|what do you think)"
    r"(?: ,| that| about)* )?(?:should|shall|ought|must|would|could)? ?(?:i|we|you) "
    r"(?:should |could |ought to |might |better |rather |maybe |also |perhaps |just )*(?=[a-z]+)"
)
_SHOULD_BE = re.compile(
    r"(?:should|shall|ought|must) (?=(?:the|my|our|this|that|these|those|it|they|there)\b)"
    r"|(?:do you think|would you say|do you (?:suggest|recommend))(?: that)? "
    r"(?=(?:the|my|our|this|that|these|those|it|they|there|an?) .*\b(?:should|could|would|might"
    r"|ought"
    r"|(?:be|look|looks|is) better|needs?|fits?)\b)"
)
_HAPPENS = re.compile(
    r"(?:what (?:would|will|might|could)? ?happens?(?: to (?:\w+ ){1,3}?)? ?(?:if|when)"
    r"|what if(?= (?:i|we) (?:lost|removed|deleted|got rid of|took away))) "
    r"(?:i|we|you|somebody|someone) (?P<wish>\w+ .+)"
)
_FITS = re.compile(
    r"(?:would|will|could|does|do|can|might) (?:(?:i|we|you) (?:also |even |possibly )?fit )?"
    r"(?P<thing>(?:an?|another|two|three|four|five|six|some|more|\d+|the|my|one) .+?)"
    r"(?: (?:also |even |still |all )?(?P<verb>fit|go|work|have room|have space|look (?:good|nice"
    r"|better|right|out of place|too much|ok|okay|weird|silly|stupid)|be too (?:much|big|large"
    r"|many)))?"
    r"(?P<where>(?: (?:in|on|into|onto|under|next to|beside|behind|between|by|near|at|against|over"
    r"|above|here|there|in here|in there|too|as well)\b.*)?)$"
)
_ROOM_FOR = re.compile(
    r"(?:is|are|would|will|do|have|has)(?: there(?: be)?| we(?: have)?| you(?: have)?)?(?: got)?"
    r"(?: still| any| enough| some| more)* (?:room|space|place)(?: left| enough)?"
    r"(?P<first>(?: (?:in|on|under|next to|behind|between|by|near|here) (?:\w+ ){0,4}?)?) ?for "
    r"(?P<thing>.+)$"
)
_WITH = re.compile(
    r"(?:(?:i wonder|wondering|curious|no idea|not sure|do you think|would) )?(?:how|what|if"
    r"|whether"
    r"|it|this|that)? ?(?:it|this|that|the (?:room|scene|place|whole thing)|they|everything)? ?"
    r"(?:would|will|might|could) ?(?:it|this|that|the (?:room|scene|place|whole thing)|they)?"
    r" ?(?:look|be|seem|feel|work)(?: like| better| nicer| good| nice| cool| prettier| ok| okay)*"
    r" with (?P<thing>.+)$"
)
_HERE = re.compile(r"^ (?:in here|in there|here|there|too|as well|in the (?:room|scene))$")
_MODALS = re.compile(r"^(?:(?:should|would|could|might|ought to|must) )*")
_GOES = re.compile(r"(?:go|be|stand|sit|hang|be (?:moved|put)|move|come)(?: over| back)? ")
_YES = re.compile(
    r"(?:(?:yes|yeah|yep|yup|sure|ok|okay|fine|alright|please|why not|of course|absolutely"
    r"|definitely"
    r"|go ahead|go for it|do (?:it|that|so)|let us (?:do (?:it|that)|try(?: it| that)?)|try (?:it"
    r"|that)"
    r"|(?:add|put|place|make|do|move|remove|include) (?:it|that|one|them|those|this)|i (?:think"
    r"|guess)"
    r" so|sounds good|good idea|then|anyway|anyways|and|now|,|[.!]|in|there|here|please do|do) ?)+"
)
_AGREES = frozenset({
    "yes", "yeah", "yep", "yup", "sure", "ok", "okay", "do", "go", "try", "add", "put", "place",
    "make", "move", "remove", "include", "absolutely", "definitely", "why", "let", "sounds",
    "please",
    "good", "alright", "fine", "of", "i",
})  # fmt: skip
_PAST = {
    "removed": "remove", "lost": "remove", "got": "get", "deleted": "delete", "moved": "move",
    "added": "add", "made": "make",
    "painted": "paint", "turned": "turn", "rotated": "rotate", "put": "put", "took": "take",
    "placed": "place", "replaced": "replace", "swapped": "swap", "changed": "change",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Supposed:
    """A change that was only weighed. ``wish``: it as a command; "" where it is none. ``fits``:
    whether there is room for it was asked."""

    wish: str
    fits: bool = False


def supposed(line: Line) -> Supposed | None:
    """The change that ``line`` only weighs; None for a wish or any other words."""
    said = unprefaced(line)
    stop = next((i for i, word in enumerate(said.words) if word in STOPS), len(said))
    said = said.part(0, stop)
    if not 2 < len(said) <= _LONGEST:
        return None
    for read_as in (_whether_to, _whether_it_is, _what_happens, _for_room, _whether_it_fits, _how):
        found = read_as(said)
        if found is not None:
            return found
    return None


def asked_for(weighed: Supposed) -> str:
    """What is said to words that only weigh a change."""
    if not weighed.wish:
        return "That is for you to judge. Say what I shall do; to take it back, say: undo."
    begun = (
        "I know that when I have tried; nothing is changed yet. To try"
        if weighed.fits
        else "That is for you to judge; nothing is changed yet. To see it"
    )
    return f"{begun}, say yes, or: {weighed.wish}. To take it back then, say: undo."


def agrees(line: Line) -> bool:
    """Whether ``line`` only says yes to what was weighed: "sure", "add it anyway"."""
    return line.at(0) in _AGREES and _YES.fullmatch(line.text) is not None


def _whether_to(said: Line) -> Supposed | None:
    """ "should I add a gnome", "do you think I should move the bed"."""
    if not re.match(r"(?:should|shall|ought|do you think|would you say)\b", said.text):
        return None
    found = said.match(_SHOULD, 0)
    if found is None or command_at(said, found[1]) is None:
        return None
    return Supposed(said.part(found[1], len(said)).text)


def _whether_it_is(said: Line) -> Supposed | None:
    """ "should the table be rounder", "do you think the globe should go on the shelf"."""
    found = said.match(_SHOULD_BE, 0)
    if found is None:
        return None
    rest = said.part(found[1], len(said))
    named = phrase_at(rest, 0)
    if named is None:
        return Supposed("")
    if rest.at(0) in {"a", "an"}:
        return Supposed(f"add {rest.span(0, named[1])}")
    thing, tail = rest.span(0, named[1]), _MODALS.sub("", rest.part(named[1], len(rest)).text)
    placed = _GOES.match(tail)
    if placed is not None and place_at(Line(tuple(tail[placed.end() :].split())), 0) is not None:
        return Supposed(f"put {thing} {tail[placed.end() :]}")
    return Supposed(f"{thing} should {tail}" if tail else "")


def _what_happens(said: Line) -> Supposed | None:
    """ "what would happen if I removed the canoe"."""
    found = _HAPPENS.fullmatch(said.text)
    if found is None:
        return None
    first, _, rest = found["wish"].partition(" ")
    return Supposed(f"{_PAST.get(first, first)} {rest}")


def _for_room(said: Line) -> Supposed | None:
    """ "is there room for a piano"."""
    found = _ROOM_FOR.fullmatch(said.text)
    if "between" in said.words:
        return None  # which is measured
    if found is None or phrase_at(Line(tuple(found["thing"].split())), 0) is None:
        return None
    return Supposed(f"add {found['thing']}{found['first'].rstrip()}", fits=True)


def _whether_it_fits(said: Line) -> Supposed | None:
    """ "would a piano fit in here", "would a rug look good under the table"."""
    found = _FITS.fullmatch(said.text)
    thing = Line(tuple(found["thing"].split())) if found else None
    named = phrase_at(thing, 0) if thing is not None else None
    if found is None or thing is None or named is None or named[1] < len(thing):
        return None
    fits = found["verb"] or re.match(r"\w+ (?:i|we|you) \w* ?fit\b", said.text)
    if not fits or (found["verb"] in {"go", "work"} and not said.text.startswith("would")):
        return None
    where = re.sub(
        r"^ (?:in here|in there|here|there|too|as well|in the (?:room|scene))$", "", found["where"]
    )
    verb = "put" if named[0].definite else "add"
    wish = f"{verb} {thing.text}{where}" if verb == "add" or where else ""
    return Supposed(wish, fits=not (found["verb"] or "fit").startswith(("look", "be")))


def _how(said: Line) -> Supposed | None:
    """ "I wonder how it would look with a bigger desk"."""
    if not re.match(r"(?:i wonder|how|what|if|whether|would|do you think|it|the)\b", said.text):
        return None
    found = _WITH.fullmatch(said.text)
    thing = Line(tuple(found["thing"].split())) if found else None
    if thing is None or phrase_at(thing, 0) is None:
        return None
    compared = any(re.fullmatch(r"\w{2,}er", word) for word in thing.words[1:3])
    return Supposed(thing.text if compared else f"add {thing.text}")
