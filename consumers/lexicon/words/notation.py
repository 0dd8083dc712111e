"""Notations that people write instead of words: 5'6", rgb(255, 0, 0), #f80, 1,000, 2-3, kids', x4.

What belongs here: characters to characters that ``tokens`` then reads. What does not: any meaning.
"""

from __future__ import annotations

import re

from consumers.lexicon.words.coordinates import plotted
from consumers.lexicon.words.lists import in_a_row

_FEET = re.compile(r"(?<![\w.])(\d{1,3})\s?'\s?(?:(\d{1,2}(?:\.\d+)?)\s?(?:\"|''|″)?)?(?![\w'])")
_INCHES = re.compile(r"(?<![\w.])(\d{1,3}(?:\.\d+)?)\s?(?:\"|″)")
_IN = re.compile(r"(?<=\d) ?-?in\.?(?=[ -]?(?:wide|tall|high|deep|long|thick|x\b|by\b|across))")
_RGB = re.compile(r"\brgba?\s*\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,[^)]{0,12})?\)")
_SHORT_HEX = re.compile(r"#([0-9a-f])([0-9a-f])([0-9a-f])\b")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_RANGE = re.compile(r"(?<![\w.-])(\d+(?:\.\d+)?)\s?[-–—]\s?(\d+(?:\.\d+)?)(?![\w-]|\.\d)")
_OR_MORE = re.compile(r"(?<=\d)\+(?=\s)")
_HALF_AFTER = re.compile(r"(\d)\s?½")
_MIXED = re.compile(r"(?<![\d/.])(\d{1,3}) ([1-9])/([2-8])(?![\d/])")
_FRACTION = re.compile(r"(?<![\d/.])([1-9])/([2-8])(?![\d/])")
_PARTICLE = re.compile(
    r"\b(?:walk|built|drop|clip|plug|fitted|fold|pull|roll|stand|see|slide|cut|lift)"
    r"-(?:in|out|up|on|down|through|away)[ -](?=[a-z])"
)
"""Words like "walk-in" before a noun, whose second half is no place."""
_OWNED = re.compile(r"(?<=[^\W\d_]s)'(?=\s+[^\W\d_])")
_ARROW = re.compile(r"\s*(?:[-=]+>|[→⇒➔➜])\s*")
_QUOTE = re.compile(r"(?<![\w'])'(?=\w)")
_FEW = (
    r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|(?:half )?a dozen|a couple|a few|several"
)
_SET_APART = re.compile(
    r"\s*(?:\(|\s[-–—])\s*(?:(?:say|about|around|maybe|perhaps|roughly|just|only) )?(?:[x×] ?)?"
    rf"(?P<number>{_FEW})"
    r"(?: ?[x×]| of (?:them|these|those)| pieces| pcs| in (?:all|total)| total| altogether)?\s*"
    r"(?:\)|(?P<dash>\s[-–—])(?=[\s,.;])|(?=[,;\n]|\.(?!\d)|$))"
)
_TIMES_AFTER = re.compile(r"\b([a-z]{3,}),? ?(?: [x×] ?|×)(\d{1,2})(?=[\s,.;:)]|$)(?! ?[x×])")
_TIMES_LISTED = re.compile(
    r"(?:(?<=^)|(?<=[,;:\n])|(?<=[,;:] ))((?:[a-z]{3,} ){0,2}[a-z]{3,}) ?(?: [x×] ?|×)(\d{1,2})"
    r"(?=[\s,.;:)(]|$)(?! ?[x×])(?<!scale)"
)
_TIMES_BEFORE = re.compile(
    r"(?:(?<=^)|(?<=[,;:\n(])|(?<=[,;:] )|(?<=\band )|(?<=\bwith )|(?<=\badd ))(\d{1,2}) ?[x×] "
    r"(?=[a-z]{3,})(?!the\b|its\b|(?:bigg|larg|small|tall|wid|long|high|short|bright|deep|thick"
    r"|thinn)er\b)"
)
_MEASURES = frozenset({"feet", "foot", "inch", "inches", "meter", "meters", "metre", "metres",
                       "wide", "tall", "high", "long", "deep", "scale", "size"})  # fmt: skip
NUMBERING = "numbering"
"""The word that a number set apart after a noun is read with: "pigeons (4)", "palm trees x4"."""


_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
             "tenth", "eleventh", "twelfth")  # fmt: skip
_PAPER = re.compile(
    r"\ba([0-6])(?:[ -]sized?)?(?= (?:\w+ )?(?:print|poster|paper|sheet|picture|photo|frame|page"
    r"|flyer|drawing|notebook|photograph|painting|certificate)s?\b)"
)
_SHEETS = ("84 by 119", "59 by 84", "42 by 59", "30 by 42", "21 by 30", "15 by 21", "10 by 15")
"""Width and height of sheets of paper in centimetres: A0, A1, ..."""


def spelled(text: str) -> str:
    """``text`` (lower case, straight quotes) with notations written as words and plain numbers."""
    text = in_a_row(plotted(text.replace("′", "'")))
    if "-" in text:
        text = _PARTICLE.sub("", text)
    if "'" in text:
        text = _FEET.sub(_feet, text)
        if not _QUOTE.search(text):
            text = _OWNED.sub("'s", text)
    if '"' in text or "″" in text:
        text = _INCHES.sub(_inches, text)
    text = _PAPER.sub(lambda found: f"{_SHEETS[int(found.group(1))]} cm", text)
    if _ARROW.search(text):
        text = _ARROW.sub(" to ", text)
    if "½" in text:
        text = _HALF_AFTER.sub(r"\1.5", text).replace("½", "half")
    if "#" in text:
        text = _SHORT_HEX.sub(r"#\1\1\2\2\3\3", text)
    if "rgb" in text:
        text = _RGB.sub(_hex, text)
    if "/" in text:
        text = _MIXED.sub(_mixed, text)
        text = _FRACTION.sub(_fraction, text)
    text = _ORDINAL.sub(_ordinal, text)
    text = _set_apart(text)
    text = _THOUSANDS.sub(lambda found: found.group().replace(",", ""), text)
    text = _RANGE.sub(r"\1 to \2", text)
    return _OR_MORE.sub("", _IN.sub(" inch ", text))


def _set_apart(text: str) -> str:
    """``text`` with numbers in brackets, dashes or with an "x" as "numbering" so many."""
    if any(mark in text for mark in ("(", " -", " –", " —")):
        text = _SET_APART.sub(_apart, text)
    if "x" in text or "×" in text:
        text = _TIMES_LISTED.sub(r"\2 \1", text)
        text = _TIMES_AFTER.sub(_times, _TIMES_BEFORE.sub(r"\1 ", text))
    return text


def _apart(found: re.Match[str]) -> str:
    return f" {NUMBERING} {found['number']}{',' if found['dash'] else ''} "


def _times(found: re.Match[str]) -> str:
    if found.group(1) in _MEASURES:
        return found.group()
    return f"{found.group(1)} {NUMBERING} {found.group(2)}"


def _feet(found: re.Match[str]) -> str:
    feet = int(found.group(1)) + float(found.group(2) or 0) / 12.0
    return f"{feet:.3f}".rstrip("0").rstrip(".") + " ft"


def _ordinal(found: re.Match[str]) -> str:
    """ "2nd" is second; what no row of things has so many of ("the 19th century") stays."""
    number = int(found.group(1))
    return _ORDINALS[number - 1] if 0 < number <= len(_ORDINALS) else found.group()


def _mixed(found: re.Match[str]) -> str:
    whole, above, below = (int(number) for number in found.groups())
    return f"{whole + above / below:.3f}".rstrip("0").rstrip(".")


def _fraction(found: re.Match[str]) -> str:
    above, below = (int(number) for number in found.groups())
    return "half" if 2 * above == below else f"{above / below:.3f}".rstrip("0").rstrip(".")


def _inches(found: re.Match[str]) -> str:
    """Inches, but not a number at the end of a quotation ("a poster that says "2012"")."""
    quoted = found.string.count('"', 0, found.start()) % 2 == 1
    return found.group() if quoted else f"{found.group(1)} inch"


def _hex(found: re.Match[str]) -> str:
    return "#" + "".join(f"{min(255, int(channel)):02x}" for channel in found.groups())
