"""What a noun phrase is to a scene: a thing, the setting, a light, the shell, a time, or nothing.

What does not belong here: where things stand.
"""

from __future__ import annotations

from typing import Literal

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.ambience import WEATHER
from consumers.lexicon.sentences.settings import setting_of
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import names_nothing
from consumers.lexicon.words.looks import material_color
from consumers.lexicon.words.plurals import singular
from schemas.decomposition import LightWish

Role = Literal["thing", "setting", "light", "shell", "time", "part", "nothing", "pronoun"]

_WARM, _COOL, _MOON = "#ffd6a3", "#cfe3ff", "#b9c9ff"
_BRIGHTNESS = {
    "bright": 1.6, "brighter": 1.6, "strong": 2.0, "harsh": 2.0, "intense": 2.2, "powerful": 2.2,
    "soft": 0.7, "dim": 0.4, "faint": 0.3, "low": 0.5, "gentle": 0.6, "subtle": 0.5, "weak": 0.4,
    "dimmed": 0.4, "moody": 0.5, "dark": 0.3,
}  # fmt: skip
_ABOARD = frozenset({"stern", "bow", "prow", "helm", "deck"})
"""Where something is on a ship that is the setting."""
_NAMES_NOTHING = frozenset({"center", "centre", "middle", "side", "corner", "end", "half"})


def role_of(phrase: Phrase, *, in_place: bool = False, setting_known: bool = False) -> Role:
    """What ``phrase`` is. ``in_place``: "in" or "on" stands before it, so it may be the setting."""
    if phrase.pronoun:
        return "pronoun"
    head, single = phrase.head, singular(phrase.head)
    if not phrase.noun and (head in wc.TIMES or phrase.label in wc.TIMES):
        return "time"
    if _is_shell(phrase, setting_known=setting_known):
        return "shell"
    if is_light(phrase):
        return "light"
    found = setting_of(phrase)
    if found is not None and not (phrase.counted and phrase.count != 1):
        row = found[0]
        if not phrase.noun or row is None or (in_place and row.building):
            return "setting"
        if row.building == "" and len(found[1].split()) > len(head.split()):
            return "setting"  # a barber shop is a place, though a shop is a building
    if not phrase.noun and (
        head in wc.ABSTRACT or single in wc.ABSTRACT or single in _NAMES_NOTHING | WEATHER
        or names_nothing(phrase.head)
    ):  # fmt: skip
        return "nothing"
    spots = wc.PARTS | (_ABOARD if in_place and setting_known else frozenset())
    if not phrase.noun and single in spots and (phrase.definite or in_place):
        return "part"
    return "thing"


def shell_part(phrase: Phrase) -> str:
    """ "wall" or "floor" (or "ceiling") for a phrase of the shell."""
    if phrase.noun == "wall":
        return "wall"
    return wc.SHELL.get(phrase.head) or wc.SHELL.get(singular(phrase.head), "floor")


def is_light(phrase: Phrase) -> bool:
    """Whether the phrase is light itself ("a warm light") and not a lamp."""
    if phrase.noun and phrase.noun != "lamp":
        return False
    return phrase.head in wc.LIGHT_HEADS or singular(phrase.head) in wc.LIGHT_HEADS


def light_wish(phrase: Phrase) -> LightWish:
    """The light that the phrase wishes for."""
    head = phrase.head if phrase.head in wc.LIGHT_HEADS else singular(phrase.head)
    words = {*phrase.described, *phrase.label.split()}
    kind = wc.LIGHT_HEADS[head]
    if "spot" in words:
        kind = "spot"
    elif "directional" in words or words & {"sun", "moon"}:
        kind = "directional"
    elif "area" in words:
        kind = "area"
    color = phrase.color or "#ffffff"
    if words & {"warm", "cozy", "golden", "candle"} and phrase.color in {None, "#ffffff"}:
        color = _WARM
    elif words & {"cool", "cold"} and phrase.color in {None, "#ffffff"}:
        color = _COOL
    elif head == "moonlight" or "moon" in words:
        color = _MOON
    elif head in {"candlelight", "lamplight"}:
        color = _WARM
    brightness = 0.4 if color == _MOON else 1.0
    for word in words & _BRIGHTNESS.keys():
        brightness = _BRIGHTNESS[word]
    return LightWish(kind=kind, color=color, intensity=brightness)


def looks_color(phrase: Phrase) -> str | None:
    """The colour a phrase gives a surface: said, or its material's own."""
    if phrase.color is not None:
        return phrase.color
    return material_color(phrase.material) if phrase.material else None


def _is_shell(phrase: Phrase, *, setting_known: bool) -> bool:
    if phrase.noun not in ("", "wall"):
        return False
    if phrase.noun == "wall" and phrase.plural and setting_known:
        return True  # "brick walls"
    if phrase.head not in wc.SHELL and singular(phrase.head) not in wc.SHELL:
        return False
    if shell_part(phrase) != "wall":
        return True
    return phrase.definite or phrase.plural or setting_known
