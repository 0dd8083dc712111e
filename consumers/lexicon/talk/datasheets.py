"""Scenes written as data: {"scene": "kitchen", "objects": ["table", "4 chairs"]}, ["bed", "lamp"].

What belongs here: such data as a sentence, where all of it names places and things. What does not:
data of any other kind, which stays code (``offtopic``), and edits (``jotting``).
"""

from __future__ import annotations

import json
import re

from consumers.lexicon.edits.items import listed, with_article
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.sentences.settings import named_setting
from consumers.lexicon.words.plurals import plural
from consumers.lexicon.words.tokens import Line, read
from consumers.lexicon.words.wordclasses import DETERMINERS

_LONGEST = 2000
_MOST = 40
_ASSIGNED = re.compile(r"^\s*(?:(?:const|let|var)\s+)?\w{1,30}\s*[:=]\s*(?=[\[{])")
_PLACES = ("scene", "setting", "place", "room", "environment", "location", "background")
_THINGS = ("objects", "items", "things", "furniture", "contents", "props", "assets", "models")
_NAMES = ("name", "type", "object", "kind", "what", "label", "noun")
_COUNTS = ("count", "number", "quantity", "amount", "n", "qty")
_LOOKS = ("size", "color", "colour", "material", "style")


def scene_of(text: str) -> str:
    """The scene that ``text`` describes as data, in words; "" for any other text."""
    if len(text) > _LONGEST or not re.search(r"[\[{]", text):
        return ""
    said = _ASSIGNED.sub("", text).strip().rstrip(";")
    for written in (said, said.replace("'", '"')):
        try:
            data = json.loads(written)
        except (ValueError, RecursionError):
            continue
        return _scene(data)
    return ""


def _scene(data: object) -> str:
    place = ""
    held = data
    if isinstance(data, dict):
        place = next((str(data[k]) for k in _PLACES if isinstance(data.get(k), str)), "")
        held = next((data[k] for k in _THINGS if isinstance(data.get(k), list)), None)
    if place and named_setting(read(place).text) is None:
        return ""
    things = [_thing(each) for each in held[:_MOST]] if isinstance(held, list) else []
    if not things or not all(things):
        return ""
    return f"{with_article(place)} with {listed(things)}" if place else listed(things)


def _thing(data: object) -> str:
    """ "table", "4 chairs", {"name": "table", "color": "red", "count": 2}; "" for no thing."""
    if isinstance(data, dict):
        name = next((str(data[k]) for k in _NAMES if isinstance(data.get(k), str)), "")
        looks = [data[k] for k in _LOOKS if isinstance(data.get(k), str)]
        count = next((data[k] for k in _COUNTS if isinstance(data.get(k), int)), 1)
        label = " ".join([*looks, name]).strip()
        said = label if count == 1 else f"{count} {plural(label)}"
        return _thing(said) if name else ""
    if not isinstance(data, str):
        return ""
    line = read(data)
    found = phrase_at(line, 0)
    if found is None or not found[0].noun or found[1] < len(line):
        return ""
    bare = not found[0].counted and not found[0].plural and not _is_article(line)
    return with_article(line.text) if bare else line.text


def _is_article(line: Line) -> bool:
    return line.at(0) in DETERMINERS
