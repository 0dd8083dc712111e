"""Moods of a scene as light: "make it cosier", "a bit more romantic in here".

What belongs here: which light a mood is, and what is said of a mood that light alone can not make.
What does not: colours and brightness that are named as such (``lamps``, ``relighting``).
"""

from __future__ import annotations

import re

from consumers.lexicon.edits import amounts
from consumers.lexicon.edits.lamps import COOL, WARM
from consumers.lexicon.words.tokens import Line
from schemas.edits import Relight

_LIGHTS: tuple[tuple[str, str | None, float], ...] = (
    (r"co[sz]y|co[sz]ier|co[sz]iness|home ?ly|home ?like|homey|homier|hygge|snug|intimate|romantic"
     r"|inviting|welcoming|warm|warmer|comfy|relaxed|relaxing|calm|calmer|peaceful", WARM, 0.85),
    (r"moody|moodier|dramatic|mysterious|atmospheric", WARM, 0.6),
    (r"gloomy|gloomier|spooky|spookier|scary|scarier|creepy|creepier|eerie|sinister|haunted", COOL,
     0.5),
    (r"cheerful|cheerier|happy|happier|lively|livelier|friendly|friendlier|sunny|airy|airier"
     r"|joyful|uplifting", None, 1.3),
    (r"cold|colder|cool|cooler|clinical|sterile|frosty|wintry|futuristic", COOL, 1.0),
)  # fmt: skip
"""Words of a mood, the colour of its light, and the factor on its brightness."""
_UNLIT = (
    r"modern|elegant|luxurious|fancy|fancier|stylish|rustic|minimalist|minimalistic|festive"
    r"|professional|realistic|interesting|beautiful|nicer|prettier|better|cooler|cuter|tidier"
    r"|tidy|clean|cleaner|lived in|colou?rful|unique|magical|exciting|fun|funnier|funky|posh"
    r"|expensive|classy|classier|vintage|retro|natural|spacious|open|livable|inspiring|special"
)
_SUBJECT = re.compile(
    r"(?:(?:make|give|turn|let|have|get|render|i want|want|would like|set|keep|can you|all|of) )*"
    r"(?:(?:it|this|that|everything|all|things|here|(?:the |this |my |our )?(?:whole |entire )*"
    r"(?:room|scene|place|space|thing|house|garden|bedroom|kitchen|office|atmosphere|mood|vibe"
    r"|ambien[ct]e|feeling|feel|look)s?)(?: (?:in|of|around) (?:here|there|it|the room|the scene))?"
    r" )*(?:(?:should|could|needs? to|has to|must|to|be|look|looks|feel|feels|seem|get|is|are|was"
    r"|into|something) )*"
)
_AMOUNT = (
    r"(?:(?:an?|just|lot|bit|little|tiny|much|more|even|slightly|somewhat|way|far|very|really) )*"
)
_END = (
    r"(?: (?:in|around) (?:here|there)| (?:please|now|again|thanks|atmosphere|mood|vibe|feeling"
    r"|feel|look|place|room|light|lights|lighting|[.!]))*"
)
_MOODS = tuple(
    (re.compile(rf"{_AMOUNT}(?:{said}){_END}"), tint, brightness)
    for said, tint, brightness in _LIGHTS
)
_STYLE = re.compile(rf"{_AMOUNT}(?P<style>{_UNLIT}){_END}")


def mood(line: Line) -> Relight | str | None:
    """The light that ``line`` asks for as a mood of the whole scene; what to say of one that no
    light makes; None for other words."""
    subject = line.match(_SUBJECT, 0)
    said = line.part(subject[1] if subject else 0, len(line)).text
    if subject is None and not said.startswith(("more ", "a ")):
        return None
    for pattern, tint, brightness in _MOODS:
        if pattern.fullmatch(said):
            share = 0.5 if amounts.is_little(said) else 1.0
            factor = round(1.0 + (brightness - 1.0) * share, 3) if brightness != 1.0 else 1.0
            return Relight(tint=tint, brightness=factor)
    style = _STYLE.fullmatch(said)
    return None if style is None else _which(style["style"])


def _which(style: str) -> str:
    return (
        f"I can not tell what would make it look {style}. Say what should be otherwise, for "
        "example: make the walls white, warmer light, or: add a plant in the corner"
    )
