"""What is set in brackets after a thing: "desk (oak, 1.4 m)" is a "desk 1.4 m long in oak".

What belongs here: brackets of looks and measures alone. Numbers in brackets are read in
``notation``; the rest is read as if the brackets were not there.
"""

from __future__ import annotations

import re

from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.looks import color_at, material_at
from consumers.lexicon.words.measures import length_at
from consumers.lexicon.words.tokens import Line, read

_BRACKETS = re.compile(r"(?<=\w)\s*\(\s*([^()\n]{3,60}?)\s*\)")
_BETWEEN = re.compile(r"\s*(?:[,;/]|\band\b)\s*")


def with_brackets_read(text: str) -> str:
    """``text`` with looks and measures in brackets said as people say them without."""
    return _BRACKETS.sub(_said, text) if "(" in text else text


def _said(found: re.Match[str]) -> str:
    colors: list[str] = []
    materials: list[str] = []
    measures: list[str] = []
    places: list[str] = []
    for piece in _BETWEEN.split(found[1]):
        line = read(piece)
        length = length_at(line, 0)
        if length is not None and length[2] == len(line):
            measures.append(piece if length[1] is not None else f"{piece} long")
        elif place_at(line, 0) is not None:
            places.append(piece)
        elif not _looks(line, colors, materials):
            return found[0]
    looks = " ".join([*colors, *materials])
    told = f" {' '.join(measures)}{' in ' if looks else ''}{looks}".rstrip()
    return " ".join([told, *places])


def _looks(line: Line, colors: list[str], materials: list[str]) -> bool:
    """Whether ``line`` is a colour and a material at most; they are added to their lists."""
    at = 0
    while at < len(line):
        color, material = color_at(line, at), material_at(line, at)
        if color is not None and not colors:
            colors.append(line.span(at, at + color[1]))
            at += color[1]
        elif material is not None and not materials:
            materials.append(line.span(at, at + material[1]))
            at += material[1]
        else:
            return False
    return len(line) > 0
