"""Questions and their answers, from what is there and what was said; never invented.

What belongs here: which kind of question it is, and the kinds about the session as a whole. What
things are like is answered in ``qualities``, where they are in ``locating``. Without a fact to
answer from there is no answer: ``UNKNOWN`` says what can be asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from consumers.lexicon.edits.items import contents, label_of, listed
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.talk import (
    apiece,
    describing,
    facings,
    gauging,
    holding,
    likeness,
    locating,
    people,
    qualities,
    reasons,
    shares,
    sight,
)
from consumers.lexicon.talk.asking import Asked
from consumers.lexicon.talk.questions import asked
from consumers.lexicon.words.plurals import plural
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem
from schemas.ids import NodeId
from schemas.state import Turn

OFF_TOPIC = (
    "That is not for me: I only build 3D scenes, objects and pictures, and know what is in yours. "
    "What shall I build?"
)
NO_SCENE = "There is no scene yet. Say for example: a living room with a red sofa."
UNKNOWN = (
    "I can not tell that from the scene. I can say what is there, how many, where, how big, how "
    "far apart, and what colour or material it is."
)

_WHOLE = re.compile(
    r"(?:what|which things?|which objects?|which items?)(?: \w+){0,3} (?:there|here|in it|so far"
    r"|in (?:the|this|my|our) (?:scene|room|world|garden|house|place))$"
    r"|(?:list|enumerate|describe|name|summari[sz]e|inventory|show|give|read)\b.*\b(?:scene|room"
    r"|everything|things|objects|items|all|list|inventory|overview|summary|here|it)\b"
    r"|(?:list|describe|inventory)$|tell (?:me|us) (?:everything|all|more|about (?:the|this|my|our)"
    r" (?:scene|room|place))|what (?:do|can) (?:you|we|i) (?:see|have)|what (?:all )?(?:is|do we"
    r" have) (?:there|here|in it|in the scene|in the room)"
    r"|(?:what|which things?) (?:is|are|do we have|have we got) (?:still )?(?:left|remaining)"
    r"|what remains"
    r"|what does (?:the|this|my|our) (?:scene|room|\w+) (?:contain|hold|look like|have)"
)
_ASSETS = re.compile(r"\b(?:assets?|library|database|models do|saved)\b")
_SAID = re.compile(
    r"what (?:was|is) it (?:that )?(?:i|we) (?:\w+ )?(?:said|asked|wanted|told|typed|wrote)\b|"
    r"(?:what|which)(?: \w+)? (?:did|have|had) (?:i|we) (?:just )?(?:ask|asked|say|said|request"
    r"|requested|want|wanted|tell|told|write|written|wish|type|typed)\b"
    r"|what (?:was|were|is|are) (?:my|our|the) (?:\w+ )?(?:requests?|questions?|wish(?:es)?"
    r"|messages?"
    r"|prompts?|words|commands?)|(?:list|show)(?: me)? (?:my|our) (?:\w+ )?(?:requests?|questions?"
    r"|wishes|messages?|prompts?)"
)
_DONE = re.compile(
    r"(?:what|which)(?: \w+)? (?:did|have|had) (?:you|we|i) (?:just )?(?:make|made|do|done|build"
    r"|built|create|created|change|changed|add|added|remove|removed|delete|deleted|move|moved|draw"
    r"|drawn|answer|answered|say|said)\b"
    r"|what (?:has )?(?:happened|changed)\b|what was (?:the last|that)(?: \w+)?$"
    r"|what is new"
)
_OVERALL = re.compile(
    r"\b(?:since|so far|overall|all|altogether|everything|in total|until now|up to now|today)\b"
)
_JUST = re.compile(r"\b(?:just|last|previous|previously|a (?:moment|second|minute) ago)\b")
_BEFORE_THAT = re.compile(r"\bbefore (?:that|this|it)\b")
_IT = re.compile(r"\b(?:they|them|he|she|him|her)\b|(?:where|how \w+|what \w+) (?:is|are) it\b")
_FIRST = re.compile(r"\b(?:first|at the (?:start|beginning|outset)|initially|originally)\b")
_HERE = re.compile(r"\b(?:scene|room|here|there|everything|anything|it|this|they|floor|wall)\b")
_ASKS = re.compile(
    r"(?:what|where|which|who|how (?:many|much|big|tall|wide|long|high|far|large|deep|close)"
    r"|is there|are there|is the|are the)\b"
)
_WHERE_TO = re.compile(
    r"where (?:would|should|could|can|shall|might|do|does) (?:you|i|we|it|(?:the|an?|my) \w+)\b"
)
_MINE = re.compile(
    r"\b(?:behind|above|below|beside|next to|near|around|under) (?:me|us)\b"
    r"|\bin front of (?:me|us)\b"
    r"|\b(?:to|on) my (?:left|right)\b"
)
WHERE_YOU_ARE = (
    "I do not know where you stand and look in the scene. Ask by a thing that is there, for "
    "example: what is behind the sofa?"
)
FINDS_PLACE = (
    "Say for example: add a desk, and I find a free place for it; or name one: a desk next to the "
    "window."
)
MOST_TURNS_TOLD = 5


def answer(
    line: Line,
    items: Sequence[SceneItem],
    *,
    has_scene: bool,
    assets: Sequence[str] = (),
    talk: Sequence[Turn] = (),
    about: Sequence[NodeId] = (),
) -> str | None:
    """The answer in a sentence or two; None where nothing here answers the words.

    ``about``: what "it" and "they" are, the latest last.
    """
    question = asked(line)
    if question is None:
        return None
    several = _several(question, Finder(tuple(items)))
    if several:
        all_told = [
            answer(q, items, has_scene=has_scene, assets=assets, talk=talk, about=about)
            for q in several
        ]
        known = [told for told in all_told if told is not None]
        return " ".join(known) if len(known) == len(several) else None
    text = question.text
    if _SAID.match(text):
        return _said(_meant_turns(text, talk))
    if _DONE.match(text):
        return _all_done(talk) if _OVERALL.search(text) else _done(talk)
    if _ASSETS.search(text):
        return _assets(assets)
    reason = reasons.why(question, items, talk) if has_scene else None
    if reason is not None:
        return reason
    told = _of_the_scene(Asked(question, tuple(items), tuple(about)))
    if told is not None and not has_scene and not items:
        return NO_SCENE
    return told


def named_first(line: Line, finder: Finder) -> tuple[str, list[SceneItem]]:
    """The first words of ``line`` that name things of the scene, and those; "" for none."""
    for at in range(len(line)):
        found = phrase_at(line, at, plain=True)
        if found is None or found[0].pronoun:
            continue
        fitting = finder.fitting(found[0])
        if fitting:
            return line.span(at, found[1]), list(fitting)
    return "", []


def _several(question: Line, finder: Finder) -> list[Line]:
    """The questions that "how tall is the plant and how wide is the table" is; none for one. "It"
    in a later one is what the first names."""
    starts = [0]
    for at in range(2, len(question) - 1):
        if question.at(at - 1) in {"and", ","} and _ASKS.match(question.span(at, len(question))):
            starts.append(at)
    stops = [*starts[1:], len(question) + 1]
    parts = [question.part(a, b - 1) for a, b in zip(starts, stops, strict=True)]
    if len(parts) < 2:
        return []
    name = named_first(parts[0], finder)[0].split()
    pointing = {"it", "they", "them"} if name else frozenset[str]()
    return [
        Line(tuple(w for word in part.words for w in (name if word in pointing else (word,))))
        for part in parts
    ]


def not_answered(line: Line, items: Sequence[SceneItem], *, has_scene: bool) -> str | None:
    """What is said to a question that nothing here answers; None where the words ask nothing."""
    question = asked(line)
    if question is None:
        return None
    if _WHERE_TO.match(question.text):
        return FINDS_PLACE
    if has_scene and _MINE.search(question.text) is not None:
        return WHERE_YOU_ARE
    if has_scene and _IT.search(question.text) is not None:
        return f"{UNKNOWN} If you mean one of the things with that, please name it."
    about = _HERE.search(question.text) or not nouns_of(items).isdisjoint(question.words)
    if not about:
        return OFF_TOPIC
    return UNKNOWN if has_scene or items else NO_SCENE


def nouns_of(items: Sequence[SceneItem]) -> set[str]:
    """The last words of what the things are called, one or several of them."""
    last = {label_of(item).split()[-1] for item in items if label_of(item)}
    return last | {plural(word) for word in last}


def _of_the_scene(question: Asked) -> str | None:
    kinds: tuple[Callable[[Asked], str | None], ...] = (
        gauging.within,
        gauging.closer,
        people.who,
        people.how_many,
        sight.sees,
        sight.in_the_way,
        gauging.position,
        gauging.rotation,
        likeness.as_tall,
        likeness.room_for,
        gauging.apart,
        gauging.footprint,
        gauging.hung,
        apiece.each_has,
        apiece.how_many_have,
        apiece.all_have,
        describing.described,
        shares.more_of,
        shares.share,
        holding.which_has,
        qualities.how_many,
        locating.how_far,
        qualities.size_of_room,
        qualities.compared,
        qualities.rather,
        shares.same,
        qualities.extreme,
        locating.nearest,
        qualities.how_big,
        qualities.color,
        qualities.material,
        facings.facing,
        locating.where,
        locating.is_there,
        locating.is_placed,
        qualities.is_like,
        locating.at_place,
        qualities.which_are,
        _whole,
        qualities.about,
    )
    return next((told for kind in kinds if (told := kind(question)) is not None), None)


def _whole(question: Asked) -> str | None:
    if not _WHOLE.match(question.text):
        return None
    there = contents(question.items)
    if not there:
        return "The scene is empty so far."
    return f"There {'are' if there[:1].isdigit() else 'is'} {there}."


def _assets(assets: Sequence[str]) -> str:
    """What the library holds, as far as this session knows."""
    if not assets:
        return "The library has no assets of this session yet."
    more = " and more" if len(assets) > 8 else ""
    return f"The library has {listed(list(assets[:8]))}{more}."


def _meant_turns(text: str, talk: Sequence[Turn]) -> Sequence[Turn]:
    """The turns that a question about what was said is about."""
    if _FIRST.search(text):
        return talk[:1]
    if _BEFORE_THAT.search(text) and len(talk) > 2:
        return talk[-3:-2]  # the question before this one was about the turn after that
    return talk[-1:] if _JUST.search(text) else talk[-MOST_TURNS_TOLD:]


def _said(turns: Sequence[Turn]) -> str:
    if not turns:
        return "Nothing yet: these are your first words in this session."
    said = listed([f'"{_short(turn.said) or "(spoken)"}"' for turn in turns])
    if len(turns) == 1:
        return f"You said {said}."
    return f"Before this you said, oldest first: {said}."


def _all_done(talk: Sequence[Turn]) -> str:
    """What was changed since the scene was made, the latest last."""
    made = max((n for n, turn in enumerate(talk) if "generate_3d_scene" in turn.did), default=-1)
    done = [turn for turn in talk[made + 1 :] if turn.did]
    if not done:
        return "Nothing was changed since the scene was made."
    told = " ".join(_short(turn.answered, 100) for turn in done[-MOST_TURNS_TOLD:])
    return f"Since the scene was made: {told}"


def _done(talk: Sequence[Turn]) -> str:
    done = [turn for turn in talk if turn.did]
    if not done:
        return "I have made nothing in this session yet."
    return f'For "{_short(done[-1].said)}" I answered: {_short(done[-1].answered, 160)}'


def _short(text: str, longest: int = 50) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else f"{flat[: longest - 1]}…"
