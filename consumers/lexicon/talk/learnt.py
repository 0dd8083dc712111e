"""Wishes in English that was learnt: "I want that the chair is red", "is possible to remove the
rug?", "must be green", "want sofa red".

What belongs here: such a sentence as the plain command that it means, by its form and by what is in
the scene. What does not: languages that are not English (``languages``).
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.commands import command_at, without_politeness
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.talk.elliptic import without_object
from consumers.lexicon.talk.orders import named_so, reordered, thing_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.looks import color_at, material_at
from consumers.lexicon.words.measures import SIZE_WORDS, STRETCH_WORDS
from consumers.lexicon.words.tokens import Line

_POSSIBLE = re.compile(
    r"(?:(?:and|so|but|please|also) )*(?:(?:it |would it |would |will it |will )?(?:is|be)(?: it)?"
    r"(?: also| maybe| perhaps)* possible(?: also| for you| please| maybe)*(?: to(?: have)?| that"
    r"(?: you)?| if(?: you| we)?)?)(?= )"
)
_WANT_THAT = re.compile(
    r"(?:(?:please|and|but|so|now|also|only|just) )*(?:(?:i|we)(?: would)? (?:(?:also|really|only"
    r"|just) )*(?:want|like|love|need|wish|prefer|ask|say|said)(?: it| to have)?|(?:make|let|see|do"
    r"|take care|please|be so kind)(?: it)?(?: so)?) that(?= )"
)
_BECOMES = re.compile(
    r"(?:is|are|be|becomes?|will be|shall be|turns?|gets?|would be|should be|must be|to be|were)"
    r"(?= )"
)
_STANDS = re.compile(
    r"(?:goes|go|stands?|comes?|moves?|sits?|hangs?|lies|lie|stays?|should|must|has|have|can|may"
    r"|will|disappears?|vanish(?:es)?|gets?)(?= |$)"
)
_BARE = {
    "goes": "go", "stands": "stand", "comes": "come", "moves": "move", "sits": "sit",
    "hangs": "hang", "lies": "lie", "stays": "stay", "has": "have", "disappears": "disappear",
    "vanishes": "vanish", "gets": "get",
}  # fmt: skip
_WANTS = re.compile(r"(?:(?:i|we)(?: would)? )?(?:want|need|like|wish|prefer)(?= )")
_OF_SIDE = re.compile(
    r"(?P<thing>(?:the|that|this|my) (?:[a-z]+ ){1,2}?)of the "
    r"(?P<side>left|right|middle|center|centre|front)(?: side)?"
    r"(?= (?:paint|make|put|move|remove|is|should|must|can|in|to|please|and|,|[.!])|$)"
)
_HAS_COLOR = re.compile(
    r"\b(?:have|has|get|gets|take|takes|receive|receives|become|becomes|be|is|are|in|of|with)"
    r" (?:the |a |an )?colou?r (?:of )?(?=[a-z#])"
)
_GIVE_TO = re.compile(r"give to (?=(?:the|my|him|her|it|them|that|every|each|all|both)\b)")
_GIVE_COLOR = re.compile(
    r"^(?:please )?give (?P<thing>(?:the|my|it|them|all the) ?(?:[a-z]+ ){0,3}?)(?:the |a )?colou?r"
    r" (?P<color>[a-z]+)$"
)
_INSTEAD_THE = re.compile(r"\binstead (?:the|that) (?=[a-z])")
_CHANGE_BY = re.compile(
    r"^(?:please )?(?:change|exchange|substitute|swap) (?P<thing>it|him|her|them|(?:the|my"
    r"|that) [a-z]+(?: [a-z]+)?)"
    r" (?:by|for|against|to) (?=(?:an?|some|another|two|three) (?!different|other|new colou?r))"
)
_MODAL = r"(?:must|should|can|could|may|would|has to|have to)"
_OTHERWISE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(said), meant)
    for said, meant in (
        (r"\b((?:can|could|would|will|must) (?:you|we)|let us|please) to (?=[a-z]+ )", r"\1 "),
        (r"\b(must|should|can|could|may) to (?=[a-z])", r"\1 "),
        (rf"\b({_MODAL})(?: (?:rather|better|perhaps|maybe|actually|probably|really|please))+"
         r" (?=[a-z])", r"\1 "),
        (r"\bthere (should|must|can|could|would) have\b", r"there \1 be"),
        (r"\b(?:in|on|at) the wall of the (back|left|right)\b", r"on the \1 wall"),
        (r"^(?:please )?(?:make|let) (.{2,40}?) (?:to )?become (?=[a-z])", r"make \1 "),
        (r"^(?:please )?(?:put|set|do) (the lights?|the lighting)(?: of the [a-z]+)? more "
         r"(?=[a-z])", r"make \1 more "),
        (r"^((?:on|in|at|under|near|next to|behind) (?:the|my) [a-z ]{2,40}?) ,? ?(?:it |there )?"
         r"(?:is missing|misses|lacks|is lacking) (an? [a-z ]+)$", r"put \2 \1"),
        (r"\brot (?=-?\d)", "rotate "),
        (r"^(.*\brotate .*?)(-?\d{1,3})$", r"\1\2 degrees"),
    )
)  # fmt: skip
_LACKS = re.compile(
    r"(?:(?:it|there|here|the (?:room|scene|place)|the table|(?:on|in|at) (?:the|my) [a-z]+) )?"
    r"(?:also |still )*(?:lacks?|misses|fails|is lacking|is missing|are missing)(?: still| also"
    r"| there| here)* (?=(?:an?|some|one|two|three|four|\d+) )"
)
_NO_SUBJECT = re.compile(
    r"(?:please )?(?=(?:must|should|has to|have to|needs to|ought to|could|can) (?:be|have|stand|go"
    r"|get|become|look|stay|hang|come|to be)\b|(?:is|are) (?:too|not|still|very|a bit|a little)"
    r" (?!(?:the|there|it|that|this|my)\b))"
)


def learnt(said: Line, finder: Finder) -> str:
    """The plain command in such words; "" for any other."""
    line = _plainer(said, finder)
    asked = without_politeness(line)
    told = _told(line, finder) or (_told(asked, finder) if asked != line else "")
    return told or (line.text if line != said else "")


def _told(line: Line, finder: Finder) -> str:
    return (
        _wanted_that(line, finder)
        or reordered(line, finder)
        or _wanted_bare(line, finder)
        or _no_subject(line, finder)
        or _bare_looks(line, finder)
        or without_object(line, finder)
    )


def _plainer(said: Line, finder: Finder) -> Line:
    """``said`` without what other languages put before, and with their words for ours."""
    possible = said.match(_POSSIBLE, 0)
    line = said.part(possible[1], len(said)) if possible else said
    if possible is not None and line.at(len(line) - 1) == "?":
        line = line.part(0, len(line) - 1)
    if possible is not None and place_at(line, 0) is None and command_at(line, 0) is None:
        line = Line(("i", "want", *line.words)) if line.at(0) in {"a", "an", "some"} else line
    text = _GIVE_TO.sub("give ", line.text)
    for said_so, meant in _OTHERWISE:
        text = said_so.sub(meant, text)
    text = _HAS_COLOR.sub(_is_color, text)
    text = _GIVE_COLOR.sub(r"make \g<thing> \g<color>", text)
    text = _INSTEAD_THE.sub("instead of the ", text)
    text = _CHANGE_BY.sub(r"replace \g<thing> with ", text)
    text = _LACKS.sub("add ", text) if _LACKS.match(text) else text
    side = _OF_SIDE.search(text)
    if side is not None and _present(Line(tuple(side["thing"].split())), finder):
        words = side["thing"].split()
        named = " ".join((words[0], side["side"], *words[1:]))
        text = f"{text[: side.start()]}{named}{text[side.end() :]}"
    return Line(tuple(text.split()), said.truncated)


def _is_color(found: re.Match[str]) -> str:
    """ "have the colour (red)" as "be (red)"."""
    line = Line(tuple(found.string[found.end() :].split()[:3]))
    if color_at(line, 0) is None:
        return found.group()
    verb = found.group().split()[0]
    if verb in {"has", "gets", "takes", "receives", "becomes", "is", "are"}:
        return "is "
    return "" if verb in {"in", "of", "with"} else "be "


def _present(line: Line, finder: Finder) -> bool:
    found = phrase_at(line, 0, plain=True)
    return found is not None and bool(finder.fitting(found[0]))


def _wanted_that(line: Line, finder: Finder) -> str:
    """ "I want that the chair becomes red" as "the chair should be red"."""
    found = line.match(_WANT_THAT, 0)
    if found is None:
        return ""
    rest = line.part(found[1], len(line))
    if rest.at(0) in {"you", "we"} and command_at(rest, 1) is not None:
        return rest.part(1, len(rest)).text
    named = phrase_at(rest, 0, plain=True)
    if named is None:
        return ""
    thing = rest.span(0, named[1])
    if thing_at(rest, 0, finder) is not None:
        thing = named_so(rest, 0, named[1])
    becomes = rest.match(_BECOMES, named[1])
    if becomes is not None:
        return f"{thing} should be {rest.part(becomes[1], len(rest)).text}"
    stands = rest.match(_STANDS, named[1])
    if stands is None:
        return ""
    verb = stands[0].group()
    tail = rest.part(stands[1], len(rest)).text
    if verb in {"should", "must", "can", "may", "will"}:
        return f"{thing} {verb} {tail}"
    return f"{thing} should {_BARE.get(verb, verb)} {tail}".strip()


def _wanted_bare(line: Line, finder: Finder) -> str:
    """ "want sofa red" as "make the sofa red"; no second sofa."""
    wants = line.match(_WANTS, 0)
    if wants is None or line.at(wants[1]) in wc.DETERMINERS:
        return ""
    named = thing_at(line, wants[1], finder)
    if named is None or named[0].looks:
        return ""
    tail = line.part(named[1], len(line))
    said = attributes_at(tail, 0)
    if said is None or said[1] < len(tail):
        return ""
    return f"make the {line.part(wants[1], len(line)).text}"


def _no_subject(line: Line, finder: Finder) -> str:
    """ "must be green" as "it must be green", "is too small the rug" as "the rug is too small"."""
    found = _NO_SUBJECT.match(line.text)
    if found is None:
        return ""
    rest = Line(tuple(line.text[found.end() :].split()))
    for at in range(1, len(rest)):
        if rest.at(at) in {"the", "my", "this", "that"}:
            named = thing_at(rest, at, finder)
            if named is not None and named[1] == len(rest):
                return f"{rest.span(at, named[1])} {rest.span(0, at)}"
            break
    looks = any(color_at(rest, n) or material_at(rest, n) for n in range(len(rest)))
    sized = any(w in SIZE_WORDS or w in STRETCH_WORDS or w.endswith("er") for w in rest.words)
    placed = any(place_at(rest, n) for n in range(1, len(rest)))
    return f"it {rest.text}" if looks or sized or placed else ""


def _bare_looks(line: Line, finder: Finder) -> str:
    """ "chairs oak and the rug cream" as "make the chairs oak and the rug cream"."""
    named = None if line.at(0) in wc.DETERMINERS else thing_at(line, 0, finder)
    if named is None or not named[0].plural or named[0].looks:
        return ""
    said = attributes_at(line, named[1])
    ends = said is not None and line.at(said[1]) in {"", "and", ","}
    return f"make the {line.text}" if ends else ""
