"""Whose roof is meant where nobody says so: "put the cow on the roof" of the house."""

from __future__ import annotations

import re

from consumers.lexicon.edits.items import label_of, things
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.tokens import Line

_ROOF = re.compile(
    r"\b(?P<on>on|onto|over|above|from|to) (?:the |its )?(?:roof|rooftop)\b"
    r"(?! (?:of|terrace|garden|bar|deck)\b)"
)


def whose_roof(line: Line, finder: Finder) -> Line:
    """``line`` with the building whose roof it is about: the one that was touched last, else the
    first; as it is where there is none, or something is called a roof."""
    if "roof" not in line.words and "rooftop" not in line.words:
        return line
    present = things(finder.items)
    if any("roof" in label_of(item) for item in present):
        return line
    built = [i for i in present if (row := noun_row(i.noun)) and row.category == "building"]
    latest = [i for i in built if i.id in finder.last]
    if not built:
        return line
    name = label_of((latest or built)[0])
    text = _ROOF.sub(rf"\g<on> the roof of the {name}", line.text)
    return line if text == line.text else Line(tuple(text.split()), line.truncated)
