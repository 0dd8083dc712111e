"""Lists, tables and data sheets that people paste: bullets, "(a)", "| desk | 4 |", "H 200 cm".

What belongs here: the marks of such texts to words in a row, which ``notation`` and ``tokens`` then
read. What does not: any meaning.
"""

from __future__ import annotations

import re

from consumers.lexicon.words.sheets import filled_in

_BULLET = re.compile(r"(?m)^[ \t]*(?:[-*•·‣▪◦–—]+|\[[ x]?\]|\(?\d{1,2}[.)]|\(?[a-h]\))[ \t]+(?=\S)")
_BETWEEN = re.compile(r"(?<=[:;,.])\s+\(?[a-h]\)\s+(?=\w)|(?<=[:;,.])\s+\(\d{1,2}\)\s+(?=\w)")
_NUMBERED = re.compile(r"(?:^|\s)\(?1\)\s.*\s\(?2\)\s+[a-z]", re.DOTALL)
_INLINE = re.compile(r"[,;.]?\s+\(?\d{1,2}\)\s+(?=[a-z])")
"""Numbers of a list that goes on in one line: "1) a bench 2) a fountain"."""
_TIMES = re.compile(
    r"(?:(?<=^)|(?<=[\n,;:(])|(?<=[,;:] )|(?<= and ))[ \t]*(\d{1,2}) ?[x×] ?(?=[a-z]{3})",
    re.MULTILINE,
)
_RULE = re.compile(r"[\s|:+=-]+")
_COUNT = re.compile(r"[x×]? ?(\d{1,3})(?: ?[x×]| ?pcs\.?| pieces)?")
_DEALT = re.compile(r"\b(?:each|every|per)\b")
_TITLES = frozenset({
    "item", "items", "object", "objects", "thing", "things", "name", "furniture", "what", "qty",
    "quantity", "count", "number", "amount", "no", "no.", "#", "pcs", "position", "place", "where",
    "location", "color", "colour", "material", "size", "notes", "note", "placement", "description",
})  # fmt: skip
"""What the columns of a table are headed."""
_AXES = {"h": "high", "w": "wide", "d": "deep", "l": "long", "height": "high", "width": "wide",
         "depth": "deep", "length": "long", "diameter": "diameter"}  # fmt: skip
_UNIT = r"(?:mm|cm|m|ft|in|inch(?:es)?|feet|met(?:er|re)s?|centimet(?:er|re)s?)"
_SIDE = re.compile(
    rf"(:\s*)?(?<![\w'])(height|width|depth|length|diameter|[hwdl])\s?[:=]?\s?(\d+(?:\.\d+)?)\s?({_UNIT})(?![\w²])"
)
_EQUAL = re.compile(
    r"(?<![\w'])(?:with )?(r|radius|height|width|depth|length|[hwla])\s?=\s?(\d+(?:\.\d+)?)"
    rf"(?:\s?({_UNIT}))?(?!\w|\.\d)"
)
"""A side set equal to a number, of metres where no unit is said: "r=0.5", "h = 80 cm"."""
_ROUND = re.compile(rf"[ø⌀]\s?(\d+(?:\.\d+)?)\s?({_UNIT})(?!\w)")
_DECADE = re.compile(
    r"(?:,? ?\b(?:from|of|in|out of) (?:the )?)?(?<![\w.])(?:the )?"
    r"(?:(?:early|mid|late)[ -])?'?(?:1[5-9]|20)?\d0'?s\b(?: style)?"
)
_HEADED_AREA = re.compile(
    rf"(?m)^([^\n:;.,\d]{{3,40}}):[ \t]*(\d+(?:\.\d+)?\s?{_UNIT}?)\s?(?:x|×|by)\s?"
    rf"(\d+(?:\.\d+)?\s?{_UNIT})(?=[\s.,;]|$)"
)
_SPOT = re.compile(
    r"\((?:in )?(?:the )?(center|centre|middle|left|right|(?:(?:back|front|far|near) )?"
    r"(?:(?:left|right) )?(?:corner|side)|back|front|background|foreground)\)"
)
_SIDES = frozenset({"left", "right", "side"})
_CORNER = re.compile(r"\b(n|s)(?:orth|outh)?[ -]?(e|w)(?:ast|est)?(?:ern)? corner\b")


def in_a_row(text: str) -> str:
    """``text`` (lower case) with the marks of lists, tables and data sheets read as words."""
    if text.count("|") > 1:
        text = "\n".join(_table_row(row) for row in text.splitlines())
    text = filled_in(text) if ":" in text or "=" in text else text
    numbered = _NUMBERED.search(text) is not None
    text = _BETWEEN.sub(" ", _BULLET.sub("", text))
    if numbered:
        text = _INLINE.sub("\n", text)
    text = _TIMES.sub(r"\1 ", text)
    if any(char.isdigit() for char in text):
        text = _HEADED_AREA.sub(r"\1 \2 x \3", text)
        text = _EQUAL.sub(_equal, text) if "=" in text else text
        text = _ROUND.sub(r"\1 \2 in diameter", text)
        text = _SIDE.sub(_side, text)
        text = _DECADE.sub("", text)
    if "(" in text:
        text = _SPOT.sub(_spot, text)
    return _CORNER.sub(_corner, text)


def _table_row(row: str) -> str:
    """A row of a table as a line of a list: "| desk | 4 | in a row |" is "4 desk, in a row"."""
    if row.count("|") < 2 and not row.strip().startswith("|"):
        return row
    if _RULE.fullmatch(row):
        return ""
    cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
    if all(cell in _TITLES or not cell for cell in cells):
        return ""
    counts = [found[1] for cell in cells if (found := _COUNT.fullmatch(cell))]
    said = [cell for cell in cells if cell and cell != "-" and not _COUNT.fullmatch(cell)]
    dealt = any(_DEALT.search(cell) for cell in said)  # "chair | 4 | behind each desk": 4 in all
    return " ".join([*([] if dealt else counts[:1]), ", ".join(said)])


def _spot(found: re.Match[str]) -> str:
    """ "table (center)" is "table in the center"."""
    side = found[1].rpartition(" ")[2] in _SIDES
    return f"{'on' if side else 'in'} the {found[1]}"


def _equal(found: re.Match[str]) -> str:
    size = f"{found[2]} {found[3] or 'm'}"
    if found[1] in {"r", "radius"}:
        return f"with a radius of {size}"
    return f"{size} {_AXES.get(found[1], 'wide')}"


def _side(found: re.Match[str]) -> str:
    return f"{', ' if found[1] else ''}{found[3]} {found[4]} {_AXES[found[2]]}"


def _corner(found: re.Match[str]) -> str:
    deep = "back" if found[1] == "n" else "front"
    return f"{deep} {'right' if found[2] == 'e' else 'left'} corner"
