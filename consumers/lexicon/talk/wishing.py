"""The words with which people ask: "please make me a 3D model of ...", and what they ask for."""

from __future__ import annotations

import re

_POLITE = (
    r"(?:(?:hey|hi|hello|ok|okay|please|pls|plz|u+h+|u+m+|er+m*|hm+|cool|great|alright"
    r"|now|so|well|and|then|just|also|yes|dear|um|uh|could you"
    r"|can you"
    r"|would you|will you|can i|could i|may i|i want you to|i would like you to|i'd like you to"
    r"|i need you to|let's|let us|try to|go ahead and|kindly|maybe|perhaps|do you think you could"
    r"|are you able to|is it possible to|help me(?: to)?|i want to|i would like to|i'd like to"
    r"|i wanna)[\s,!.]+)*"
)
_VERB = (
    r"(?:(?:make|create|generate|build|design|model|sculpt|produce|construct|render|draw|paint"
    r"|sketch"
    r"|show|give|gimme|lemme have|lemme see|get|imagine|picture|visuali[sz]e|compose|craft|bring"
    r"|illustrate|depict|prepare|set up|set|see|add|insert|i want|i would like|i'd like"
    r"|i would love|i'd love|i am looking for|i'm looking for"
    r"|i need|we need|we want|want|need|let there be|do|have)"
    r"(?:\s+(?:me|us|for me|up|to see|to have|see))*\s+)?"
)
_PICTURE = (
    r"(?:an?|the|some|one|another|my)?\s*(?:(?:nice|beautiful|realistic|quick|new|cool|good"
    r"|simple|single|detailed|high quality|photorealistic)\s+)*"
    r"(?:images?|pictures?|photos?|photographs?|drawings?|paintings?|illustrations?|sketch(?:es)?"
    r"|portraits?|renderings?|artworks?|pics?|wallpapers?|posters?|concept art|artwork)"
)
_MODEL = (
    r"(?:an?|the|some|one|another|single)?\s*(?:(?:nice|new|realistic|detailed|simple|single)\s+)*"
    r"(?:3-?d\s+)?(?:models?|objects?|assets?|mesh(?:es)?|things?|glb|3-?d)\s+(?:of|for|:|showing"
    r"|called|named|like)?\s*"
)
_SCENE = (
    r"(?:an?|the|some|one|another|new|whole)*\s*(?:(?:nice|new|realistic|detailed|simple"
    r"|whole)\s+)*(?:3-?d\s+)?"
    r"(?:scenes?|worlds?|environments?|spaces?|settings?|layouts?)\s+(?:of|with|showing|where"
    r"|containing|in which there is|that has)\s+"
)
_COMMAND = re.compile(rf"^\s*{_POLITE}{_VERB}", re.IGNORECASE)
_IMAGE = re.compile(
    rf"^\s*{_POLITE}{_VERB}{_PICTURE}\s+(?:of|showing|with|depicting|that shows|for|about)\s+",
    re.IGNORECASE,
)
_DRAW = re.compile(
    rf"^\s*{_POLITE}(?:draw|sketch|paint|illustrate|photograph|depict)(?:\s+(?:me|us"
    rf"|for me))?\s+(?=\S)",
    re.IGNORECASE,
)
_ONE_MODEL = re.compile(rf"^\s*{_POLITE}{_VERB}{_MODEL}", re.IGNORECASE)
_ONE_SCENE = re.compile(rf"^\s*{_POLITE}{_VERB}{_SCENE}", re.IGNORECASE)
_HUNG = re.compile(r"\bon (?:the|a|one|each) (?:\w+ )?walls?\b", re.IGNORECASE)
_A_SCENE = re.compile(
    r"\b(?:an?|another|new|whole) (?:[\w-]+ ){0,3}(?:scene|environment|diorama|world)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\s,.!]+(?:please|pls|plz|asap|thanks|thank you|thx|right now|for me|if you can"
    r"|if possible)$",
    re.IGNORECASE,
)
_PART = re.compile(r"\s*[;.!]\s+|,?\s+(?:and then|and also|then|and|plus)\s+", re.IGNORECASE)
_BEGINS_SCENE = re.compile(
    rf"^\s*{_POLITE}{_VERB}(?:an?|the|another)\s+(?:[\w-]+\s+){{0,3}}"
    r"(?:scene|environment|diorama|world)\b",
    re.IGNORECASE,
)
_BEGINS_DRAWING = re.compile(r"^\s*(?:draw|sketch|illustrate)\s", re.IGNORECASE)
_PLACED = re.compile(r"(?:on|in|under|next|near|at|by|behind|above|between)\b", re.IGNORECASE)
"""Where it is to stand, and nothing that it could be: "(add something) on the desk"."""
_BEGINS_MODEL = re.compile(
    rf"^\s*{_POLITE}{_VERB}(?:an?|the|one|another)\s+(?:[\w-]+\s+)?"
    r"(?:3-?d\s+(?:models?|objects?|assets?)|models?)\s+of\b",
    re.IGNORECASE,
)
MOST_PARTS = 4
_EDGE = " \t\n.!?,;:"


def picture_subject(text: str) -> str | None:
    """What a picture is asked of by that name ("a photo of a cat"); None for none."""
    found = _IMAGE.match(text[:400])
    if found is None or _HUNG.search(text[:400]):
        return None
    return text[found.end() :].strip(_EDGE) or None


def drawing_subject(text: str) -> str | None:
    """What is to be drawn or painted ("draw me a cat"); None when nothing is."""
    found = _DRAW.match(text[:400])
    return text[found.end() :].strip(_EDGE) or None if found else None


def model_subject(text: str) -> str | None:
    """What a 3D model is asked of by that name; None when the words do not say so."""
    found = _ONE_MODEL.match(text[:400])
    subject = text[found.end() :].strip(_EDGE) if found else ""
    return None if not subject or _PLACED.match(subject) else subject


def asks_for_scene(text: str) -> bool:
    """Whether the words ask for a scene by that name."""
    return bool(_ONE_SCENE.match(text[:400]) or _A_SCENE.search(text[:400]))


def without_command(text: str) -> str:
    """``text`` without the words of asking; all of it when nothing else would be left."""
    subject = model_subject(text)
    if subject:
        return subject
    found = _COMMAND.match(text[:400])
    rest = text[found.end() :].strip(_EDGE) if found else text.strip()
    return _TAIL.sub("", rest).strip(_EDGE) or text.strip()


def several(text: str) -> list[str]:
    """The wishes of a text that asks, by name, for pictures, models and scenes one after the other
    ("a picture of a dragon and a garden scene"); only the text itself where it does not."""
    if len(text) > 1000:
        return [text]
    cuts = [
        found for found in _PART.finditer(text) if _names_its_kind(text[found.end() :].lstrip())
    ]
    if not cuts or len(cuts) >= MOST_PARTS or not _names_its_kind(text):
        return [text]
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    return [text[start:end].strip(_EDGE) for start, end in zip(starts, ends, strict=True)]


def _names_its_kind(text: str) -> bool:
    """Whether a text begins by saying what is to be made: a picture, a model or a scene."""
    return any(
        pattern.match(text) for pattern in (_IMAGE, _BEGINS_DRAWING, _BEGINS_MODEL, _BEGINS_SCENE)
    )
