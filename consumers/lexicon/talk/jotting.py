"""Edits as people jot them down: "bench: blue", "table.color = red", "lamp, rug -> delete", lists.

What belongs here: writing such text out as commands in words. What does not: what the commands do,
and data that describes a scene, which is in ``datasheets``.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from consumers.lexicon.edits import amounts
from consumers.lexicon.edits.aspects import is_size
from consumers.lexicon.edits.commands import command_at
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line, read

_LONGEST = 1500
_MOST_PIECES = 24
_BULLET = re.compile(r"^[ \t]*(?:[-*•‣–·]+|\(?\d{1,2}[.):]|\(?[a-z]\))[ \t]+", re.MULTILINE)
_NUMBERED = re.compile(r"(?:^|(?<=\s))\(?(\d)[.)]\s+")
_INDEX = re.compile(r"\b([a-z][a-z ]{1,30}?)\s?\[\s?#?(\d{1,3})\s?\]", re.IGNORECASE)
_BOTH = re.compile(r"\s*&&?\s*")
_GOES = re.compile(r"^(?P<thing>[^:=<>]{2,60}?)\s*(?:[-=]+>|[→⇒➔➜]|:|=)\s*(?P<said>[^=<>]{2,80})$")
_FIELD = re.compile(
    r"^(?P<thing>\w[\w ]{0,40}?)(?:\.|'s |\s)(?P<field>\w{3,12})\s*(?:==?|:|->|\()\s*"
    r"[\"'(]*(?P<value>[#\w. -]{0,40}?)[\"')]*\s*(?P<asks>\?)?$",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"^(?P<verb>[a-z]+)(?:_(?P<field>[a-z]+))?\s*\(\s*(?P<inner>[^()]{0,80})\)$", re.IGNORECASE
)
_ASKED_FIELD = re.compile(r"^\w+\.\w+\s*\?+$")
_METHOD = re.compile(
    r"^(?P<thing>\w+)\.(?P<verb>[a-z]+)\(\s*(?P<inner>[^()]{0,60})\)$", re.IGNORECASE
)
_HOW_MANY = re.compile(
    r"^(?:print\s*\(\s*)?(?:len|count|size|length)\s*\(\s*(?P<thing>[\w ]{1,40})\s*\)+\s*\??$"
    r"|^(?P<own>\w[\w ]{0,40})\.(?:count|length|size)(?:\(\))?\s*(?:={1,3}\s*\?+|\?)?$",
    re.IGNORECASE,
)
_LOOKS = frozenset({
    "color", "colour", "material", "size", "width", "height", "depth", "length", "scale", "texture",
    "look", "style",
})  # fmt: skip
_TURNS = frozenset({"rotation", "angle", "yaw", "rotate", "turn"})
_PLACES = frozenset({"position", "place", "location", "pos"})
_ALL = frozenset({"scene", "room", "objects", "items", "things", "everything"})
_GONE = re.compile(
    r"(?:gone|out|off|away|not needed|none|no|null|nil|false|0|bye)(?: please| now)?[.!]*", re.I
)
_FEWER = re.compile(r"(?P<many>\w+) (?:less|fewer)[ .!]*", re.IGNORECASE)
_MORE = re.compile(r"(?P<many>\w+) more[ .!]*", re.IGNORECASE)
_LESS = re.compile(
    r"^(?:i want |we need |make it |and |maybe )?(?P<many>an?|one|two|three|four|five|six|\d+) "
    r"(?P<kind>[a-z]+(?: [a-z]+)?) (?:fewer|less)(?P<tail>(?: (?:at|on|in|around|by|near) [\w ]+)?)"
    r"(?: (?:would|will|might|could) be .*| please| thanks)?[.! ]*$",
    re.IGNORECASE,
)
_WAYS = re.compile(
    r"(?:(?:a (?:bit|little|lot|touch)|much|slightly|way|further|more|to the|to|on the) )*(?:left"
    r"|right"
    r"|forwards?|backwards?|back|up|down|closer|nearer|away|apart|together|higher|lower|bigger"
    r"|larger|smaller|taller|shorter|wider|narrower|longer)\b.*"
)
_LIGHT = re.compile(
    r"(?:the )?(?P<light>lights?|lighting)(?::| ?->)? (?P<how>(?:a (?:bit|little|lot) |much |way "
    r"|more )?"
    r"(?:dimmer|brighter|darker|softer|warmer|colder|cooler|dim|bright|soft|warm|cold|cool))[.! ]*",
    re.IGNORECASE,
)
_ONE_NUMBERED = re.compile(r"^\s*\(?\d{1,2}[.)]\s+(?=[a-z])", re.IGNORECASE)
_FOLLOWING = re.compile(
    r"^(?P<lead>(?:\s*(?:please|add|put|i need|we need|i want))*) (?:the )?following"
    r"(?: (?:things|items|objects))?\s*:?(?=\s)", re.I
)  # fmt: skip
_SIGNED = re.compile(
    r"^\s*(?:the )?(?P<kind>[a-z]+(?: [a-z]+)?)\s*(?P<sign>[+-])\s?(?P<many>\d{1,2})\s*[.!]*$", re.I
)
_SIGNED_FIRST = re.compile(
    r"^\s*(?P<sign>[+-])\s?(?P<many>\d{1,2})\s+(?P<kind>[a-z]+(?: [a-z]+)?)\s*[.!]*$", re.I
)
_TIMES_KIND = re.compile(
    r"^\s*(?:the )?(?P<kind>[a-z]+s(?: [a-z]+s)?)\s*(?:[*×]\s*|x\s?)(?P<many>[234])\s*[.!]*$", re.I
)
_TIMES = {"2": "twice", "3": "three times", "4": "four times"}
_IT = re.compile(r"^(?:it|them|this|that|these|those)\b\s*")
_JOINS = re.compile(r"\s*(?:,|\band\b|\+)\s*", re.IGNORECASE)


def written_out(text: str, present: Collection[str]) -> str:
    """``text`` with what is jotted down in it as commands in words; the same text where nothing is.

    ``present``: the last words of what things of the scene are called, one or several of them.
    """
    if len(text) > _LONGEST or not text.strip():
        return text
    text = _FOLLOWING.sub(r"\g<lead>", text)
    times = _TIMES_KIND.match(text)
    if times is not None and _named(times["kind"], present):
        return f"{_TIMES[times['many']]} as many {_kind(times['kind'])}"
    signed = _SIGNED.match(text) or _SIGNED_FIRST.match(text)
    if signed is not None and _named(signed["kind"], present):
        kind = plural(singular(_kind(signed["kind"]).lower()))
        many = signed["many"]
        return f"add {many} more {kind}" if signed["sign"] == "+" else f"remove {many} {kind}"
    text = _ONE_NUMBERED.sub("", text) if len(_NUMBERED.findall(text)) == 1 else text
    pieces = _pieces(text)
    if not 0 < len(pieces) <= _MOST_PIECES:
        return text
    told = [_written(piece, present) for piece in pieces]
    if len(pieces) == 1:
        return told[0] or text
    return ". ".join(new or piece for new, piece in zip(told, pieces, strict=True))


def _pieces(text: str) -> list[str]:
    """The lines of a list, bulleted, numbered or one below the other; else the text alone."""
    if [found.group(1) for found in _NUMBERED.finditer(text)][:2] == ["1", "2"]:
        lines = _NUMBERED.sub("\n", text).split("\n")
    elif _BULLET.match(text) or len(_BULLET.findall(text)) > 1:
        lines = _BULLET.sub("\n", text).split("\n")
    else:
        lines = re.split(r"\n|;\s+(?=[^;]*(?:->|=))", text)
        if len(lines) == 1 and "->" in text:
            lines = re.split(r"(?<=[a-z])[.!]\s+", text)
    return [line.strip(" \t.;,") for line in lines if line.strip(" \t.;,")]


def _written(piece: str, present: Collection[str]) -> str:
    """One jotting as a command; "" where it is none."""
    said = _INDEX.sub(r"\1 \2", _BOTH.sub(" and ", piece)).strip().rstrip(";")
    light = _LIGHT.fullmatch(said)
    if light is not None:
        return f"make the {light['light']} {light['how']}"
    many = _HOW_MANY.match(said)
    if many is not None:
        return _counted(many["thing"] or many["own"], present)
    fewer = _LESS.match(said)
    if fewer is not None and _named(fewer["kind"], present):
        few = f" {fewer['tail'].strip()}" if fewer["tail"].strip() else ""
        return f"remove {fewer['many']} {fewer['kind']}{few}"
    bare = _bare(said, present)
    if bare:
        return bare
    if _ASKED_FIELD.match(said) is not None:
        said = said.replace("?", " = ?")
    for pattern, written in ((_CALL, _called), (_METHOD, _sent), (_FIELD, _set), (_GOES, _gone_to)):
        found = pattern.match(said)
        told = written(found, present) if found is not None else ""
        if told:
            return told
    return said if said != piece else ""


def _bare(said: str, present: Collection[str]) -> str:
    """ "flowers to the left", "chairs closer to the table": things that are there, without "the";
    "" for any other words."""
    line = read(said)
    if line.at(0) in wc.DETERMINERS | wc.COPULA | {"line"} or quantity(line, 0) is not None:
        return ""
    for stop in range(1, min(4, len(line))):
        tail = line.part(stop, len(line))
        if line.at(stop - 1) not in present or _WAYS.fullmatch(tail.text) is None:
            continue
        thing = line.span(0, stop)
        if set(line.words[1:stop]) & wc.DETERMINERS:
            return ""  # "cut the chairs down to three"
        if singular(line.at(stop - 1)) == line.at(stop - 1) or command_at(line, 0) is not None:
            return ""  # one thing is read as it is
        verb = "make" if is_size(tail) else "move"
        return f"{verb} the {thing} {tail.text}"
    return ""


def _counted(thing: str, present: Collection[str]) -> str:
    if thing.lower().strip() in _ALL:
        return "how many things are there?"
    return f"how many {thing.strip()} are there?" if _named(thing, present) else ""


def _called(found: re.Match[str], present: Collection[str]) -> str:
    """ "delete(lamp)", "move(lamp, left)", "set_color(lamp, red)", "add(chair)"."""
    inner = [part.strip(" \"'") for part in found["inner"].split(",")]
    verb = found["verb"].lower()
    if verb == "print":
        return _written(found["inner"], present)
    if verb in {"set", "change", "make"} and len(inner) == 2:
        thing = _named(inner[0], present)
        return f"make {thing} {inner[1]}" if thing else ""
    op = command_at(Line((verb,)), 0)
    if op is None or not inner[0]:
        return ""
    if op[0] in {"add", "put"} and len(inner) == 1:
        return f"add {_new(inner[0])}"
    things = [_named(part, present) for part in inner]
    if all(things):
        return f"{verb} {' and '.join(things)}"
    return f"{verb} {things[0]} {' '.join(inner[1:])}" if things[0] else ""


def _sent(found: re.Match[str], present: Collection[str]) -> str:
    """ "lamp.scale(2)", "bed.rotate(90)", "rug.delete()"."""
    thing, verb = _named(found["thing"], present), found["verb"].lower()
    inner = found["inner"].strip(" \"'")
    field = re.sub(r"^set_?", "", verb)
    if not thing:
        return ""
    if field in _LOOKS and field != "scale":
        return f"make {thing} {inner}" if inner else ""
    if command_at(Line((verb,)), 0) is None:
        return ""
    return _turned(verb, thing, inner)


def _set(found: re.Match[str], present: Collection[str]) -> str:
    """ "table.color = red", "table width: 2 m", "sofa.color == ?"."""
    thing, field = _named(found["thing"], present), found["field"].lower()
    value = found["value"].strip()
    if not thing or (field not in _LOOKS and field not in _TURNS and field not in _PLACES):
        return ""
    if found["asks"] or value in {"", "?"}:
        return f"what is the {field} of {thing}?"
    if field in _PLACES:
        return f"move {thing} {value}"
    if field in _TURNS:
        return _turned("rotate", thing, value)
    if field in {"width", "height", "depth", "length"}:
        return f"make the {field} of {thing} {_metres(value)}"
    if field in {"scale", "size"} and re.fullmatch(r"[\d.]+", value):
        return f"make {thing} {value} times as big"
    return f"make {thing} {value}"


def _turned(verb: str, thing: str, inner: str) -> str:
    numbers = re.fullmatch(r"-?[\d.]+", inner)
    if numbers and command_at(Line((verb,)), 0) == ("rotate", 1):
        return f"rotate {thing} {inner} degrees"
    if numbers and verb in {"scale", "resize", "grow", "enlarge"}:
        return f"make {thing} {inner} times as big"
    return f"{verb} {thing} {inner}".strip()


def _gone_to(found: re.Match[str], present: Collection[str]) -> str:
    """ "bench: blue", "lamp and rug -> delete", "stool: gone", "chairs: two less"."""
    thing, said = _named(found["thing"], present), found["said"].strip(" \"'")
    if not thing:
        return ""
    line = read(said)
    less, more = _FEWER.fullmatch(said), _MORE.fullmatch(said)
    if less is not None and quantity(line, 0) is not None:
        return f"remove {less['many']} {_kind(found['thing'])}"
    if more is not None and quantity(line, 0) is not None:
        return f"add {more['many']} more {_kind(found['thing'])}"
    if _GONE.fullmatch(said):
        return f"remove {thing}"
    command = command_at(line, 0)
    if command is not None and _of_another(line, command[1]):
        return ""  # "first desk: remove the phones"
    if command is not None:
        rest = _IT.sub("", line.part(command[1], len(line)).text)
        return f"{line.span(0, command[1])} {thing} {rest}".strip()
    if attributes_at(line, 0) is not None or is_size(line) or amounts.factor(line) is not None:
        return f"make {thing} {said}"
    if place_at(line, 0) is not None or amounts.shift(line) is not None:
        return f"move {thing} {said}"
    return ""


def _of_another(line: Line, at: int) -> bool:
    """Whether a command names a thing of its own, so that what stands before it is where."""
    found = phrase_at(line, at) if line.at(at) in wc.DETERMINERS else None
    return found is not None and bool(found[0].noun) and not found[0].pronoun


def _named(said: str, present: Collection[str]) -> str:
    """What is named, with articles: "lamp, rug" as "the lamp and the rug"; "" where one of them is
    not there."""
    parts = [part for part in _JOINS.split(said.strip(" \"'")) if part]
    told = []
    for part in parts:
        words = read(part).words
        last = [word for word in words if not word.isdigit()][-1:]
        if not last or (last[0] not in present and singular(last[0]) not in present):
            return ""
        bare = words[0] not in wc.DETERMINERS and quantity(Line(words), 0) is None
        told.append(f"the {part}" if bare else part)
    return " and ".join(told)


def _kind(said: str) -> str:
    words = [word for word in read(said).words if word not in wc.DETERMINERS]
    return " ".join(words)


def _new(thing: str) -> str:
    words = read(thing).words
    bare = bool(words) and words[0] not in wc.DETERMINERS and quantity(Line(words), 0) is None
    plural = bare and singular(words[-1]) != words[-1]
    return thing if not bare or plural else f"a {thing}"


def _metres(value: str) -> str:
    return f"{value} m" if re.fullmatch(r"[\d.]+", value) else value
