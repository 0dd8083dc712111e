"""Words that want changes taken back, made again, or an earlier scene: "undo the last two changes".

What belongs here: reading a whole request as such a wish. What does not: which changes there are
and whether it can be done, which is in ``consumers/patch``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from consumers.lexicon.edits.commands import clauses, without_politeness
from consumers.lexicon.words.quantities import ORDINALS, number_value
from consumers.lexicon.words.tokens import Line

ALL = 1_000_000
"""As many as there are."""
_LONGEST = 16
"""Words of a wish to take something back; a longer text wants something else, too."""


_LONGEST_REMARK = 30
_REMARK = re.compile(
    r"(?:(?:hmm+|no|nah|nope|oops|whoops|oh|ah|ugh|ok|okay|well|wait|sorry|damn|argh|actually|thanks"
    r"|thank you|hm|um|uh|my bad|ops|yikes|eh|meh|stop) ?)*"
    r"(?:(?:i (?:do|did|am|was|think|guess|preferred|liked|made|have|meant|changed)|that|this|it"
    r"|they|those"
    r"|(?:the|my) \w+|not|too|way too) .{1,60})?"
)
"""What people say of a change that they want taken back."""
_DISLIKED = re.compile(
    r"(?:i )?do not (?:like|want|need) (?:it|that|this|them|the \w+)(?: .{1,30})?"
)


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last ``many`` changes back."""

    many: int = 1


@dataclass(frozen=True, slots=True)
class Redo:
    """Make the last ``many`` again that were taken back."""

    many: int = 1


@dataclass(frozen=True, slots=True)
class GoTo:
    """Show the scene of ``revision`` again."""

    revision: int


@dataclass(frozen=True, slots=True)
class UndoOf:
    """Take back the change that was about ``things``; with ``since``, those after it, too."""

    things: tuple[str, ...]
    since: bool = False


Undoing = Undo | Redo | GoTo | UndoOf

_SECOND_THOUGHTS = re.compile(
    r"(?:(?:oh|hmm+|ah|oops|ops|whoops|uh|um|ugh|well|sorry|wait|ok|okay|but|and|no|nah|nope|stop|damn|my"
    r" bad|yikes|argh|please|,|\.|!) ?)*"
    r"(?:(?:actually|wait|oh|no|oops|ops|whoops|hmm+|sorry) ?,? (?:no|nope|nah|not that|do not)"
    r"|(?:actually|wait|oh|no) ,? ?(?:never ?mind|forget)(?: that| it)?|no (?:no|wait)(?: no)*"
    r"|(?:scratch|cancel|strike|ignore) (?:that|it|this)(?: change| last one)?"
    r"|(?:on second thoughts?|i changed my mind|i have changed my mind)(?: ,? ?no)?"
    r"|i did not (?:mean|want|say|ask for) (?:that|it|this|to)(?: to)?(?: happen)?"
    r"|(?:that|this|it) (?:is|was) not what i (?:meant|wanted|said|asked for)"
    r"|(?:(?:that|it|this) (?:was|is) (?:an? )?)?(?:my )?mistake)"
    r"(?: (?:please|sorry|thanks|then|again|[,.!]|after all))*"
)
"""Words that take the last change back without saying so."""

_FILLING = frozenset({
    "the", "my", "your", "our", "that", "this", "it", "its", "these", "those", "them", "a", "an",
    "please", "just", "now", "again", "more", "too", "of", "by", "very", "thanks", "bit", "part",
})  # fmt: skip
"""Words that such a wish means the same without: "undo that", "take it back again please"."""
_JOINING = frozenset({"and", "then", "but", "instead", "or"})
_NOT_THINGS = frozenset({
    "i", "you", "we", "was", "were", "is", "did", "to", "in", "on", "at", "change", "changes",
    "changed", "changing", "edit", "added", "adding", "add", "moved", "moving", "move", "removed",
    "removing", "remove", "made", "making", "make", "put", "came", "there", "thing", "one",
    "since", "all", "everything", "last", "redo", "zero",
})  # fmt: skip
_MANY = {
    "once": 1, "twice": 2, "thrice": 3, "couple": 2, "both": 2, "few": 3, "hundred": 100,
    "all": ALL, "everything": ALL,
}  # fmt: skip

_N = r"(?P<many>\d{1,6}|[a-z]+(?: [a-z]+)??)"
_CHANGE = r"(?:change|edit|modification|step|action|thing|move|one|command|request)s?"
_LAST = r"(?:last|latest|previous|recent|most recent|undone)"
_UNDO = r"(?:undo|un do|revert|reverse|take back|roll back|rollback)"
_REDO = r"(?:redo|re do|reapply|re apply)"
_BACK = (
    r"(?:(?:go|come|get|jump|switch|return|revert|roll|change|reset|rewind|undo|restore|take|bring"
    r"|put|set)(?: me| us| everything| scene)?(?: back| forward)?(?: to)?|back(?: to)?)"
)
_SHOW = r"(?:(?:show|load|open|display|give)(?: me| us)?(?: back)?)"
_REVISION = r"(?:revision|version|rev|r)(?: number| no)?"
_WAS = (
    r"(?:how|way|what|as|where)(?: things| everything| scene| room)? (?:was|were|looked|had been)"
)

_REDOES = (
    _REDO,
    rf"{_REDO}(?: {_LAST})*(?: {_N})?(?: undone)? {_CHANGE}",
    rf"{_REDO}(?: {_LAST})? (?!everything){_N}(?: times)?",  # all things are made anew by that
    rf"{_UNDO}(?: {_LAST})? undo",
    rf"(?:go|step) forward(?: (?:{_N} )?{_CHANGE})?",
    rf"bring(?: {_LAST})? {_CHANGE} back",
)
_UNDOES = (
    rf"{_UNDO}(?: redo)?",
    rf"{_UNDO} (?P<many>all|everything)(?: (?:changes|edits))?",
    rf"{_UNDO} what (?:you|i)(?: have)? (?:did|done)",
    rf"{_UNDO}(?: {_LAST})?(?: {_N})? {_CHANGE}(?: (?:you|i) (?:did|made))?",
    rf"{_UNDO}(?: {_LAST})? {_N}(?: times)?",
    rf"(?:take|change|put|set) back(?:(?: to)? {_WAS}(?: before)?)?",
    rf"(?:take|roll)(?: {_LAST})? {_CHANGE} back",
    rf"(?:go|step|move|roll) back(?: (?:{_N} )?{_CHANGE})?",
    rf"(?:go|take|step|move) {_N} {_CHANGE} back",
    rf"{_BACK} {_WAS}(?: before)?",
    rf"{_BACK} (?:previous|last|earlier) (?:revision|version|scene|state|step)",
    r"show(?: me| us)? (?:previous|earlier) (?:revision|version|scene|state)",
    rf"(?:leave|keep|have|want|like|bring|make|let)(?: back)? {_WAS}(?: before)?",
    r"(?:back )?(?:as|like|how|to) (?:was )?(?:earlier|before)",
    r"(?:(?:make|put|set|change|go|turn|get) )?(?:back )?(?:to )?normal(?: size| color| colour)?",
    rf"(?:(?:go|step) )?back {_N}(?: {_CHANGE})?",
    r"restore|recover|un ?delete",
    r"(?:let|leave|keep|make|put|want) (?:as|like|how) (?:was )?before",
    r"wrong (?:one|thing|object|place)",
    r"(?:is |was )?(?:all )?(?:wrong|mistake|not right|not correct|incorrect)",
)
_GOES = (
    rf"(?:(?:{_BACK}|{_SHOW}) )?{_REVISION} (?P<number>\d{{1,9}}|[a-z]+(?: [a-z]+)?)",
    rf"(?:(?:{_BACK}|{_SHOW}) )?(?P<nth>[a-z]+) (?:revision|version)",
    rf"{_BACK} (?P<begin>original|beginning|start)(?: scene| version)?",
    r"(?:put|set|bring|take|change|reset|restore|turn|make) (?:everything|whole scene|scene|room"
    r"|all)(?: back)?(?: (?:to|like|as|how|was|were|at|in|from|way))* (?P<begin>start|beginning"
    r"|original|originally|outset|first)(?: (?:state|scene|version))?",
    rf"{_BACK} {_WAS} (?:in |at |from )?(?:first |right |all )*(?P<begin>originally|original"
    r"|beginning|start|first|outset)",
)
_ABOUT = (
    rf"(?P<since>{_BACK} (?:{_WAS} )?before) (?P<things>.+)",
    rf"(?P<since>{_UNDO}(?: everything| changes)? (?:since|after|from)) (?P<things>.+)",
    r"(?:undo|take back) (?P<things>.+)",
)


def undoing(line: Line) -> Undoing | None:
    """What ``line`` wants taken back, made again or shown again, if it wants that and no more."""
    said = without_politeness(_after_remarks(line))
    words = [w for w in said.words if w not in _FILLING]
    while words and not words[-1][0].isalnum():
        words.pop()
    if words[1:] == ["last"]:
        words.pop()  # "undo that last bit"
    is_one = all(w[0].isalnum() and w not in _JOINING for w in words)
    if not words or len(words) > _LONGEST or not is_one:
        return None
    text = " ".join(words)
    if (again := _counted(_REDOES, text)) is not None:
        return Redo(again)
    if (back := _counted(_UNDOES, text)) is not None:
        return Undo(back)
    return _revision(text) or _about(text)


def _after_remarks(line: Line) -> Line:
    """What follows the last full stop or comma, where all before it only remarks on something:
    "hmm, that looks weird, undo it"."""
    marks = [at for at, word in enumerate(line.words[:-1]) if not word[0].isalnum()]
    if not marks or len(line) > _LONGEST_REMARK:
        return line
    before = line.part(0, marks[-1])
    told = all(_REMARK.fullmatch(c.rest.text) for c in clauses(before) if not c.op)
    return line.part(marks[-1] + 1, len(line)) if told and not _commands(before) else line


def _commands(line: Line) -> bool:
    """Whether ``line`` says to do something; "I do not like that" says nothing of the kind."""
    return any(c.op and not _DISLIKED.fullmatch(f"{c.verb} {c.rest.text}") for c in clauses(line))


def _counted(patterns: tuple[str, ...], text: str) -> int | None:
    """How many changes the words speak of; None when they speak of something else."""
    for pattern in patterns:
        found = re.fullmatch(pattern, text)
        many = _number(found.groupdict().get("many") or "one") if found else None
        if many:
            return many
    return None


def _revision(text: str) -> GoTo | None:
    for pattern in _GOES:
        found = re.fullmatch(pattern, text)
        said = found.groupdict() if found else {}
        if said.get("begin"):
            return GoTo(1)
        number = _number(said["number"]) if "number" in said else ORDINALS.get(said.get("nth", ""))
        if number is not None and number >= 0:
            return GoTo(number)
    return None


def _about(text: str) -> UndoOf | None:
    for pattern in _ABOUT:
        found = re.fullmatch(pattern, text)
        if found is not None:
            things = tuple(w for w in found["things"].split() if w not in _NOT_THINGS)
            return UndoOf(things, bool(found.groupdict().get("since"))) if things else None
    return None


def _number(said: str) -> int | None:
    if said in _MANY:
        return _MANY[said]
    values = [number_value(word) for word in said.split()]
    return None if None in values else int(sum(value or 0 for value in values))


def second_thoughts(line: Line) -> bool:
    """Whether ``line`` only says that what was just done should not have been: "actually no"."""
    return _SECOND_THOUGHTS.fullmatch(line.text) is not None
