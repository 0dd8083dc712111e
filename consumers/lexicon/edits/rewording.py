"""Wishes in other words as plain commands: "the tree should be removed" is "remove the tree".

What belongs here: from the form of a clause to another form of it that means the same. What does
not: doing it, which is in ``changes``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from consumers.lexicon.edits.aspects import aspect_of, is_side, without_aspect
from consumers.lexicon.edits.commands import Clause, Op, command_at
from consumers.lexicon.edits.lamps import LAMPS
from consumers.lexicon.edits.levels import from_level
from consumers.lexicon.edits.references import Finder, kind_of
from consumers.lexicon.edits.selection import Selection, select
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.tokens import Line
from consumers.lexicon.words.wordclasses import SHELL

_WANTED = re.compile(
    r"(?:(?:should|must|has|have|needs?|ought|can|could|may|will|would|is|are|to|be|get|gets|just"
    r"|now|all|both|please) )*"
)
_DONE: tuple[tuple[re.Pattern[str], Op, str], ...] = (
    (re.compile(
        r"(?:(?:be )?(?:gone|removed|deleted|erased|discarded|thrown (?:out|away)|taken (?:out|away"
        r"|off)|got rid of|out of (?:here|there|the (?:room|scene|picture))|disappear(?:ed)?|vanish"
        r"|go(?:es)? away|away|out|(?:not|no longer) (?:needed|wanted|required|necessary)"
        r"(?: any ?more| any longer)?|superfluous|unnecessary))(?= |$)"), "remove", "remove"),
    (re.compile(
        r"(?:moved?|shift(?:ed)?|pushed|pulled|slide?|dragged|relocated|come|scoot)(?= )|(?:moved"
        r"|shifted|relocated)$"), "move", "move"),
    (re.compile(r"(?:rotated|turned|spun)(?= |$)"), "rotate", "rotate"),
    (re.compile(r"(?:painted|recolou?red)(?= |$)"), "paint", "paint"),
    (re.compile(r"(?:replaced|swapped|exchanged)(?= |$)"), "replace", "replace"),
    (re.compile(r"(?:duplicated|copied|cloned)(?= |$)"), "duplicate", "duplicate"),
    (re.compile(r"(?:doubled)(?= |$)"), "scale", "double"),
    (re.compile(r"(?:enlarged)(?= |$)"), "scale", "enlarge"),
    (re.compile(r"(?:shrunk)(?= |$)"), "scale", "shrink"),
    (re.compile(r"(?:scaled)(?= |$)"), "scale", "scale"),
)  # fmt: skip
_STATE = re.compile(r"(on|off|out|lit|dark)(?: please| now| again| [.!])*")
_VERBS_LAST: frozenset[Op] = frozenset({
    "remove", "rotate", "move", "paint", "scale", "duplicate", "replace",
})  # fmt: skip
_GO = re.compile(r"(?:(?:should|must|has to|have to|needs? to|can|could) go)(?: please| now)?$")
_TO = re.compile(r"(?:back )?(?:to|in|into)(?= )")
_FLOOR = re.compile(r"(?:down )?(?:on|onto|to) the (?:floor|ground)(?: (?:please|now|[.!]))*")
_ONLY = re.compile(r"(?:only|just|nothing (?:but|except))(?= )")
_STEAD = re.compile(r"(?:(?:, )?(?:instead of|rather than)|(?:,|and) not)(?= )")
_BUT = re.compile(
    r"(?:, )?(?:(?:all|everything|each|both|every one) )?(?:but(?: not)?|except(?: for)?|besides"
    r"|excluding|apart from|other than|not)(?= (?:the|my|that|those|these|one|two|its)\b)"
)
"""What follows a command and leaves some of its things out."""
_ALONG = re.compile(r"(?:along with|together with|with (?:its|their|everything|all)|including)\b")
_CLOSELY = re.compile(
    r"\b(?:flush|tight(?:ly)?|snug(?:ly)?|right up|all the way|directly|straight|close up) "
    r"(?=(?:up )?(?:against|to the (?:left|right|back)? ?wall)\b)"
)
_AWAY = re.compile(r"\d.*\b(?:away from|closer to|nearer to|towards?)\b")
_FOR = re.compile(r"(?:, )?(?:instead of|in place of|rather than)(?= )")
_STEAD_OF = re.compile(
    r" (?:(?:in|at|on|into|to) (?:its|their|the same|that) (?:place|stead|spot|position)s?|instead"
    r"|in there|there instead)(?: please| instead| [.!])*$"
)
_PLEASE = re.compile(r"(?:please|thanks|now|instead|then|,|!|\.)")


_MORE = {
    "big": "bigger", "large": "larger", "small": "smaller", "tall": "taller", "high": "higher",
    "wide": "wider", "long": "longer", "short": "shorter", "low": "lower", "near": "nearer",
    "close": "closer", "far": "further", "soft": "softer", "dark": "darker",
    "light": "lighter", "bright": "brighter",
}  # fmt: skip
"""Words that are compared by an ending of their own, and what others say with "more"."""


def reworded(clause: Clause, finder: Finder) -> Clause:
    """``clause`` as a plain command, where it says one in other words."""
    clause = _pointed(_no_longer(_compared(_closely(clause))), finder)
    clause = _gathered(_excepted(clause, finder), finder)
    return (
        from_level(clause, finder)
        or _anew(clause, finder)
        or _replaced(clause, finder)
        or _lit(clause, finder)
        or _verb_last(clause, finder)
        or _done(clause, finder)
        or _set_to(clause, finder)
        or _kept(clause, finder)
        or _shell(clause)
        or _hung(clause)
        or _grounded(clause, finder)
        or clause
    )


def _compared(clause: Clause) -> Clause:
    """ "more big" as "bigger"."""
    words = list(clause.rest.words)
    for at in range(len(words) - 2, -1, -1):
        if words[at] == "more" and words[at + 1] in _MORE:
            words[at : at + 2] = [_MORE[words[at + 1]]]
    return (
        clause
        if len(words) == len(clause.rest)
        else Clause(clause.op, clause.verb, Line(tuple(words)))
    )


def _closely(clause: Clause) -> Clause:
    """ "flush against the wall" as "against the wall"; "take it 2 m away" as a move."""
    words = _CLOSELY.sub("", clause.rest.text)
    op, verb = clause.op, clause.verb
    if verb in {"take", "get"} and _AWAY.search(words) is not None:
        op, verb = "move", "move"
    if words == clause.rest.text and op == clause.op:
        return clause
    return Clause(op, verb, Line(tuple(words.split())))


def _pointed(clause: Clause, finder: Finder) -> Clause:
    """ "(make) that metal" as "it metal", or "them metal" after a change of several alike."""
    rest = clause.rest
    said = attributes_at(rest, 1) if rest.at(0) in {"that", "this"} else None
    if said is None or clause.op not in {"make", "paint"} or not finder.last:
        return clause
    if not all(_PLEASE.fullmatch(w) for w in rest.words[said[1] :]):
        return clause
    kinds = {kind_of(i) for i in finder.items if i.id in finder.last}
    word = "them" if len(kinds) == 1 and len(finder.last) > 1 else "it"
    return Clause(clause.op, clause.verb, Line((word, *rest.words[1:])))


def _no_longer(clause: Clause) -> Clause:
    """ "red instead of black", "red and not black" as "red"."""
    for at in range(1, len(clause.rest)):
        found = clause.rest.match(_STEAD, at)
        looks = attributes_at(clause.rest, found[1]) if found else None
        if looks is None or not (looks[0].color or looks[0].material):
            continue
        words = (*clause.rest.words[:at], *clause.rest.words[looks[1] :])
        return Clause(clause.op, clause.verb, Line(words))
    return clause


def _replaced(clause: Clause, finder: Finder) -> Clause | None:
    """ "(I want) a cat instead of the dog": the dog is replaced with a cat."""
    new = phrase_at(clause.rest, 0) if clause.op in {"", "add", "put", "make"} else None
    found = clause.rest.match(_FOR, new[1]) if new else None
    if new is None or found is None or new[0].definite or new[0].pronoun or not new[0].head:
        return None
    words = list(clause.rest.words[found[1] :])
    if words[-1] in {"one", "ones"}:  # "green chairs instead of the red ones"
        words[-1] = new[0].head
    if words in (["those"], ["them"], ["these"]) and finder.fitting(replace(new[0], color=None)):
        words = ["the", plural(singular(new[0].head))]  # those of its kind
    old = Line(tuple(words))
    chosen = select(old, 0, finder)
    if chosen is None or not chosen.items or chosen.stop < len(old):
        return None
    if not chosen.definite and new[0].head not in words:
        return None
    return Clause("replace", "replace", Line((*words, "with", *clause.rest.words[: new[1]])))


def joined(commands: list[Clause]) -> list[Clause]:
    """ "remove the hood and put a fridge in its place" as one replacement."""
    found: list[Clause] = []
    for clause in commands:
        last = found[-1] if found else None
        stead = _STEAD_OF.search(clause.rest.text) if clause.op in {"put", "add"} else None
        new = phrase_at(clause.rest, 0) if stead else None
        vague = new is not None and not new[0].definite and not new[0].pronoun
        if last is None or last.op != "remove" or stead is None or not vague:
            found.append(clause)
            continue
        words = (*last.rest.words, "with", *clause.rest.text[: stead.start()].split())
        found[-1] = Clause("replace", "replace", Line(words))
    return found


def _excepted(clause: Clause, finder: Finder) -> Clause:
    """ "the cakes pink, all but the middle one" as "the cakes except the middle one pink"."""
    rest = clause.rest
    first = select(rest, 0, finder, filtered=False, plain=True) if clause.op != "add" else None
    if first is None or len(first.items) < 2:
        return clause
    for at in range(first.stop + 1, len(rest) - 1):
        found = rest.match(_BUT, at)
        among = replace(finder, items=tuple(first.items))
        spared = select(rest, found[1], among, plain=True) if found else None
        if found is None or spared is None or not spared.items:
            continue
        if not all(_PLEASE.fullmatch(w) for w in rest.words[spared.stop :]):
            return clause
        thing, tail = rest.words[: first.stop], rest.words[first.stop : at]
        words = (*thing, "except", *rest.words[found[1] : spared.stop], *tail)
        return Clause(clause.op, clause.verb, Line(words))
    return clause


def _gathered(clause: Clause, finder: Finder) -> Clause:
    """ "(move) the bed to the wall with its nightstands" as "the bed together with its nightstands
    to the wall"."""
    if clause.op not in {"move", "rotate", "put", "duplicate"}:
        return clause
    rest = clause.rest
    first = select(rest, 0, finder, filtered=False)
    if first is None or not first.items:
        return clause
    if rest.at(first.stop) == "with" and rest.at(first.stop + 1) in {"the", "all", "both", "my"}:
        goes = select(rest, first.stop + 1, finder, filtered=False)
        if goes is not None and goes.items and not goes.missing:
            words = (*rest.words[: first.stop], "together", *rest.words[first.stop :])
            return Clause(clause.op, clause.verb, Line(words))
    for at in range(first.stop + 1, len(rest) - 1):
        if rest.match(_ALONG, at) is None:
            continue
        whole = Line((*rest.words[: first.stop], *rest.words[at:]))
        both = select(whole, 0, finder, filtered=False)
        if both is not None and both.followers and not both.missing:
            loose = whole.words[both.stop :]
            words = (*whole.words[: both.stop], *rest.words[first.stop : at], *loose)
            return Clause(clause.op, clause.verb, Line(words))
    return clause


def _anew(clause: Clause, finder: Finder) -> Clause | None:
    """ "redo the benches in blue": the looks are told, so that nothing else is to be another."""
    if clause.op != "regenerate":
        return None
    chosen = select(clause.rest, 0, finder, filtered=False, plain=True)
    looks = attributes_at(clause.rest, chosen.stop) if chosen and chosen.items else None
    return Clause("make", "make", clause.rest) if looks else None


def _done(clause: Clause, finder: Finder) -> Clause | None:
    """ "(I want) the lamp gone", "the sofa should be moved to the wall"."""
    if clause.op not in {"", "add", "make"} or clause.verb in {"keep", "leave"}:
        return None
    out = [w for w in clause.rest.words if not _PLEASE.fullmatch(w)][-1:] == ["out"]
    if clause.verb == "take" and "away" not in clause.rest.words and not out:
        return None
    rest = clause.rest
    chosen = select(rest, 0, finder)
    taken = clause.verb == "take"  # "take two chairs away"
    if chosen is None or not (chosen.definite or taken) or not (chosen.items or chosen.missing):
        return None
    thing = rest.words[: chosen.stop]
    tail = rest.part(chosen.stop, len(rest))
    if _GO.fullmatch(tail.text):
        return Clause("remove", "remove", Line(thing))
    wanted = tail.match(_WANTED, 0)
    start = wanted[1] if wanted else 0
    for pattern, op, verb in _DONE:
        found = tail.match(pattern, start)
        after = found[1] + (tail.at(found[1]) == ",") if found is not None else 0
        but = found is not None and op == "remove" and tail.at(after) in {"except", "but"}
        if found is not None and (but or _goes_on(op, tail, found[1])):
            return Clause(op, verb, Line((*thing, *tail.words[found[1] :])))
    return None


def _lit(clause: Clause, finder: Finder) -> Clause | None:
    """ "the lamp should be off" as "turn off the lamp"."""
    only = clause.rest.match(_ONLY, 0)
    rest = clause.rest.part(only[1] if only else 0, len(clause.rest))
    chosen = select(rest, 0, finder, filtered=False) if clause.op in {"", "make"} else None
    if chosen is None or not chosen.items or any(i.noun not in LAMPS for i in chosen.items):
        return None
    wanted = rest.match(_WANTED, chosen.stop)
    state = _STATE.fullmatch(rest.part(wanted[1] if wanted else chosen.stop, len(rest)).text)
    if state is None:
        return None
    verb = "turn on" if state.group(1) in {"on", "lit"} else "turn off"
    return Clause("light", verb, Line(rest.words[: chosen.stop]))


def _verb_last(clause: Clause, finder: Finder) -> Clause | None:
    """ "the second computer delete, please": the thing before the verb."""
    chosen = select(clause.rest, 0, finder, filtered=False) if clause.op == "" else None
    if chosen is None or not chosen.items or not chosen.definite:
        return None
    command = command_at(clause.rest, chosen.stop)
    if command is None or command[0] not in _VERBS_LAST:
        return None
    said = clause.rest.words
    verb = clause.rest.span(chosen.stop, command[1])
    rest = (*said[: chosen.stop], *said[command[1] :])
    kept = len(rest)
    while kept > chosen.stop and _PLEASE.fullmatch(rest[kept - 1]):
        kept -= 1
    return Clause(command[0], verb, Line(rest[:kept]))


def is_done(tail: Line) -> bool:
    """Whether ``tail`` begins with what shall have been done: "gone and ...", "moved to ..."."""
    wanted = tail.match(_WANTED, 0)
    return any(tail.match(done, wanted[1] if wanted else 0) for done, _, _ in _DONE)


def _goes_on(op: Op, tail: Line, stop: int) -> bool:
    """Whether nothing follows that makes a place of "away" or "out": "away from the wall"."""
    return op != "remove" or all(_PLEASE.fullmatch(w) for w in tail.words[stop:])


def _set_to(clause: Clause, finder: Finder) -> Clause | None:
    """ "set the walls to red": looks, and no place."""
    if clause.op != "put":
        return None
    if is_side(aspect_of(clause.rest)):
        return Clause("scale", "set", clause.rest)  # "set the player's height to 2"
    clause = Clause(clause.op, clause.verb, without_aspect(clause.rest))
    chosen = select(clause.rest, 0, finder, filtered=False, plain=True)
    to = clause.rest.match(_TO, chosen.stop) if chosen and chosen.items else None
    said = attributes_at(clause.rest, to[1]) if to else None
    if said is not None and chosen is not None and clause.rest.at(chosen.stop) == "back":
        words = (*clause.rest.words[: chosen.stop], *clause.rest.words[chosen.stop + 1 :])
        return Clause("make", "make", Line(words))  # "back to brown"
    if said is None or not (said[0].color or said[0].material or said[0].extent.said):
        return None
    return Clause("make", "make", clause.rest)


def _kept(clause: Clause, finder: Finder) -> Clause | None:
    """ "keep only the biggest crate": the other crates go; "leave only the sofa": all else does."""
    only = clause.rest.match(_ONLY, 0)
    if clause.verb not in {"keep", "leave"} or only is None:
        return None
    chosen = select(clause.rest, only[1], finder)
    if chosen is None or not chosen.items or chosen.stop < len(clause.rest):
        return None
    words = clause.rest.words[only[1] :]
    kind = _one_of_many(chosen, clause.rest.part(only[1], len(clause.rest)), finder)
    every = ("all", "the", kind) if kind else ("everything",)
    return Clause("remove", "remove", Line((*every, "except", *words)))


def _one_of_many(chosen: Selection, said: Line, finder: Finder) -> str:
    """The kind that ``said`` singles some things out of; "" where it names all of a kind."""
    kinds = {kind_of(i) for i in chosen.items}
    alike = [i for i in finder.items if kind_of(i) in kinds]
    named = phrase_at(said, 0)
    if len(kinds) != 1 or len(alike) <= len(chosen.items) or named is None:
        return ""
    return named[0].head if not named[0].pronoun else kinds.pop()


def _shell(clause: Clause) -> Clause | None:
    """ "a wooden floor (please)", "black walls": the room has one already."""
    found = phrase_at(clause.rest, 0) if clause.op in {"", "add", "make"} else None
    if found is None or not found[0].looks or found[0].definite or found[0].head not in SHELL:
        return None
    phrase, stop = found
    if not all(_PLEASE.fullmatch(w) for w in clause.rest.words[stop:]):
        return None
    looks = phrase.label.removesuffix(phrase.head).split()
    looks = looks or [w for w in phrase.said.split() if w not in {"a", "an", "some", phrase.head}]
    return Clause("make", "make", Line(("the", phrase.head, *looks)))


def _hung(clause: Clause) -> Clause | None:
    """ "hang a lantern from the tree": hanging from it, and not taken from there."""
    first = phrase_at(clause.rest, 0) if clause.verb == "hang" else None
    if first is None or clause.rest.at(first[1]) not in {"from", "off"}:
        return None
    words = clause.rest.words
    tail = ("hanging", "from", *words[first[1] + 1 :])
    return Clause("put", "hang", Line((*words[: first[1]], *tail)))


def _grounded(clause: Clause, finder: Finder) -> Clause | None:
    """ "(I want) the bowl on the floor": what is on something comes down."""
    if clause.op not in {"", "add", "make"}:
        return None
    chosen = select(clause.rest, 0, finder, filtered=False)
    if chosen is None or not chosen.items or not chosen.definite:
        return None
    tail = clause.rest.part(chosen.stop, len(clause.rest)).text
    held = any(item.on is not None for item in chosen.items)
    return Clause("put", "put", clause.rest) if held and _FLOOR.fullmatch(tail) else None
