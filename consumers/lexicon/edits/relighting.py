"""Edits to the light of the whole scene: the time of day, brighter and darker, further lights."""

from __future__ import annotations

import re

from consumers.lexicon.edits.amounts import brightness
from consumers.lexicon.edits.commands import Clause
from consumers.lexicon.edits.lamps import shone_on, sky, switched, tinted
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.sentences.roles import is_light, light_wish
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind
from schemas.edits import Relight

_SCENE = re.compile(
    r"\b(?:light|lights|lighting|brightness|lamps?|scene|room|sky|it|everything|time|atmosphere"
    r"|mood|illumination|sun)\b"
)
_TIME = re.compile(
    rf"\b(?:{'|'.join(sorted(wc.TIMES, key=len, reverse=True))})\b(?! (?:stand|table|lamp|light)\b)"
)
_TOO = re.compile(
    r"(?:(?:it|this|that|everything|here|(?:the |this )?(?:room|scene|light|lighting)) )?"
    r"(?:(?:is|was|looks|seems|gets|are) )?(?:(?:a bit|a little|much|way|far|still) )*"
    r"too (dark|dim|gloomy|bright|light|harsh|strong)(?: (?:in )?here| now| for me)*[ .!]*"
)
_MADE_OF = re.compile(r"\bmade (?:out )?(?:of|from)\b")
_CARRIED = re.compile(r"(?:take|get|bring|keep|leave) ")
_POWER = re.compile(
    r"\b(?:(?:turn|switch|put|shut|flip|flick|get|bring)\b(?=.*\b(?:on|off|out)\b)"
    r"|(?:back )?on(?: again)?|off|out)\b(?! to\b| \d)"
)
_OFF = re.compile(r"\b(?:off|out)\b")
_LIT = re.compile(r"\b(?:lights?|lighting|brightness|lamps?)\b")
_DARK = frozenset({"dark", "dim", "gloomy"})
_BRIGHTNESS = re.compile(
    r"\b(?:brighter|brighten|darker|darken|dim|dimmer|more light|less light|lighter|bright|dark"
    r"|on|off|out"
    r"|illuminate|light up|lighten|softer|soft|up|down|well lit|moody|gloomy|raise|lower|increase"
    r"|reduce"
    r"|decrease|pitch)\b"
)


def relight(clause: Clause, finder: Finder) -> Relight | None:
    """The change of light that ``clause`` asks for; None when it is about something else."""
    line = Line((*clause.verb.split(), *clause.rest.words))
    if _MADE_OF.search(line.text):
        return None
    special = switched(line, finder) or sky(line) or tinted(line, finder)
    return special or _relight(clause, finder)


def _relight(clause: Clause, finder: Finder) -> Relight | None:
    text = f"{clause.verb} {clause.rest.text}".strip()
    complaint = _TOO.fullmatch(clause.rest.text) if clause.op == "" else None
    if complaint is not None:
        return Relight(brightness=1.5 if complaint.group(1) in _DARK else 0.667)
    time = _TIME.search(text)
    timed = clause.op in {"make", "light", "", "put", "add", "rotate", "replace"}
    if time is not None and timed and not _about_thing(clause, finder):
        return Relight(time=wc.TIMES[time.group()])
    if clause.op in {"add", "put"} or (clause.op == "" and not _only_light(clause.rest)):
        return _new_light(clause.rest, finder)
    about_light = (
        clause.op == "light"
        or _only_light(clause.rest)
        or (_SCENE.search(text) is not None and _BRIGHTNESS.search(text) is not None)
    )
    if not about_light or clause.op not in {"light", "make", "rotate", "scale", "move", ""}:
        return None
    if _about_thing(clause, finder):
        return None
    if clause.op in {"rotate", "scale", "move"} and not re.search(
        r"\b(?:light|lights|lighting|brightness)\b", text
    ):
        return None
    if clause.op == "make" and _CARRIED.match(text) and _LIT.search(text) is None:
        return None  # "take it down"
    factor = brightness(text)
    if _POWER.search(text) is None:
        return Relight(brightness=factor) if factor is not None else None
    softer = brightness(_POWER.sub(" ", text))
    on = _OFF.search(text) is None
    return Relight(power="on" if on else "off", brightness=softer or 1.0 if on else 1.0)


def _only_light(rest: Line) -> bool:
    """Whether the clause is no more than "darker" or "a bit brighter"."""
    return re.fullmatch(
        r"(?:a (?:little|bit|lot) |much |even |way )*(?:brighter|darker|dimmer|lighter|more light"
        r"|less light)"
        r"(?: by \d+ percent| please| here| in here)*", re.sub(
            r"^\d+ percent ", "", rest.text)) is not None  # fmt: skip


def _about_thing(clause: Clause, finder: Finder) -> bool:
    """Whether the clause names a thing of the scene that is no light: "make the sofa darker"."""
    found = phrase_at(clause.rest, 0)
    if found is None:
        return False
    phrase = found[0]
    if phrase.pronoun:
        return clause.op not in {"light"} and _BRIGHTNESS.search(clause.rest.text) is None and (
            _TIME.search(clause.rest.text) is None)  # fmt: skip
    return bool(phrase.noun) and phrase.noun != "lamp" and bool(finder.find(phrase))


def _new_light(rest: Line, finder: Finder) -> Relight | None:
    """ "a warm spotlight from above", "more light": light, and no lamp that stands somewhere."""
    found = phrase_at(rest, 0)
    if found is None or not is_light(found[0]):
        return None
    many = min(4, max(1, found[0].count))
    goal = shone_on(rest, found[1], finder)
    if goal is not None and found[0].head != "lamp":
        return Relight(lights=(light_wish(found[0]),) * many, over=goal.id)
    if _stands(rest, *found):
        return None
    return Relight(lights=(light_wish(found[0]),) * many)


def _stands(rest: Line, phrase: Phrase, stop: int) -> bool:
    place = place_at(rest, stop)
    if phrase.noun != "lamp" or phrase.looks or phrase.described:
        return place is not None and place[0].kind not in {Kind.ABOVE, Kind.IN, Kind.NEAR, None}
    return place is not None and place[0].kind is not Kind.ABOVE
