"""Light of single lamps, the colour of light and sky: "turn the lamp off", "warmer light", "a pink
sky"; and what no scene can show, such as fog."""

from __future__ import annotations

import re

from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words.looks import color_at
from consumers.lexicon.words.tokens import Line
from schemas.edits import Relight, SceneItem

LAMPS = frozenset({
    "floor lamp", "lamp", "desk lamp", "ceiling lamp", "chandelier", "wall lamp", "street lamp",
    "lantern", "candle", "candlestick", "campfire", "fireplace", "torch", "string lights",
})  # fmt: skip
"""Nouns of things that can be lit."""

WARM, COOL = "#ffc98a", "#c4dcff"
_SWITCH = re.compile(r"(?:turn|switch|put|shut|blow|light|flip)(?: (on|off|out|up))?(?= )")
_STATE = re.compile(r"(?:back )?(on|off|out)(?: again| please| now)*$")
_LIGHT = re.compile(r"\b(?:lights?|lighting|illumination|light colou?r|sunlight|glow)\b")
_WARMER = re.compile(r"\b(?:warm(?:er)?|cozier|cosier|golden)\b")
_COOLER = re.compile(r"\b(?:cool(?:er)?|cold(?:er)?|bluish|icy)\b")
_SKY = re.compile(r"\b(?:sky|skybox|background)\b")
_ADDED = re.compile(r"(?:add|put|place|insert|hang|create|give|include|install|there)\b")
_SHINES = re.compile(
    r"(?:(?:that |which )?(?:is )?(?:shin(?:es|ing)|point(?:s|ed|ing)|aimed|directed|focused) )?"
    r"(?:on|onto|at|above|over|to|towards?|for)(?= )"
)
_WEATHER = re.compile(
    r"\b(?:fog|foggy|mist|misty|haze|hazy|rain|raining|rainy"
    r"|snow(?= please| now| outside| here|$)|snowing|snowfall|storm|stormy|thunder"
    r"|lightning|wind|windy|breeze|smoke|smoky|clouds?|cloudy|overcast|music|sounds?|noise|smell"
    r"|animations?|animate|moving|dance|dancing|temperature)\b"
)
_MADE = re.compile(r"(?:make|add|put|let|give|turn|create|i want|there|more|some|a|it|is|the|be)\b")


def switched(line: Line, finder: Finder) -> Relight | None:
    """ "turn the lamp off", "switch on both lamps": lamps that are there, and not the room's
    light."""
    verb = line.match(_SWITCH, 0)
    if verb is None:
        return None
    chosen = select(line, verb[1], finder, filtered=True, plain=True)
    items = [i for i in chosen.items if i.noun in LAMPS] if chosen else []
    if chosen is None or not items or _is_whole(line, verb[1]):
        return None
    after = line.part(chosen.stop, len(line)).match(_STATE, 0)
    state = verb[0].group(1) or (after[0].group(1) if after else None)
    if state is None and line.at(0) == "light" and chosen.stop == len(line):
        state = "on"
    if state not in {"on", "off", "out"} or (verb[0].group(1) and chosen.stop < len(line)):
        return None
    return Relight(lamps=tuple(i.id for i in items), on=state == "on")


def _is_whole(line: Line, at: int) -> bool:
    found = phrase_at(line, at)
    return found is not None and found[0].head in {"light", "lighting"}


def sky(line: Line) -> Relight | None:
    """ "make the sky pink", "a green sky": the sky's own colour."""
    if _SKY.search(line.text) is None or len(line) > 12:
        return None
    for at in range(len(line)):
        color = color_at(line, at)
        if color is not None and not line.span(at, at + color[1]).startswith("sky"):
            return Relight(sky=color[0])
    return None


def tinted(line: Line, finder: Finder) -> Relight | None:
    """ "warmer light", "make the lights blue": the colour of the light that is there."""
    if _LIGHT.search(_without_shades(line)) is None or _ADDED.match(line.text) or len(line) > 12:
        return None
    if _names_thing(line, finder):
        return None
    if _WARMER.search(line.text):
        return Relight(tint=WARM)
    if _COOLER.search(line.text):
        return Relight(tint=COOL)
    for at in range(len(line)):
        color = color_at(line, at)
        if color is not None and not line.span(at, at + color[1]).startswith("light"):
            return Relight(tint=color[0])
    return None


def _without_shades(line: Line) -> str:
    """The words of ``line`` but for colours such as "light blue"."""
    words: list[str] = []
    at = 0
    while at < len(line):
        color = color_at(line, at)
        if color is None or color[1] < 2:
            words.append(line.at(at))
        at += color[1] if color else 1
    return " ".join(words)


def _names_thing(line: Line, finder: Finder) -> bool:
    """Whether a thing of the scene is named, whose colour it may be then."""
    for at in range(len(line)):
        found = phrase_at(line, at, plain=True) if line.at(at) in {"the", "my", "this"} else None
        whole = found is not None and found[0].head in {"light", "lighting"}
        if found is not None and found[0].noun and not whole and finder.find(found[0]):
            return True
    return False


def shone_on(rest: Line, at: int, finder: Finder) -> SceneItem | None:
    """The thing that a new light is to shine on: "a spotlight on the statue"."""
    found = rest.match(_SHINES, at)
    target = phrase_at(rest, found[1]) if found else None
    goals = finder.find(target[0]) if target is not None and target[0].definite else []
    return goals[0] if goals else None


def impossible(line: Line) -> str | None:
    """Why a wish for weather, sound or movement can not be met; None for any other."""
    found = _WEATHER.search(line.text)
    if found is None or len(line) > 8 or not _only(line, found.group()):
        return None
    return (
        f"I can not make {found.group()} yet: a scene has things, light, a time of day and a sky; "
        "say for example: make the sky grey"
    )


def _only(line: Line, word: str) -> bool:
    """Whether the words name nothing but that, its colour and amount."""
    for at in range(len(line)):
        said = line.at(at)
        known = said == word or _MADE.match(said) or color_at(line, at)
        if not known and said not in {"very", "bit", "little", "lot", "of", "and", "please", ","}:
            return False
    return True
