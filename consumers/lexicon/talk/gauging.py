"""Questions that only measuring answers: which of these is closer, is there a metre between, how
much floor a thing takes, how high it hangs.

What belongs here: comparing distances of exactly the things that are named. What does not: how far
two things are apart as such, and what is nearest of all, which are in ``locating``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from consumers.lexicon.edits.items import is_shell, listed
from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.talk import facts
from consumers.lexicon.talk.asking import Asked, begun, is_generic, none_of, the
from consumers.lexicon.words.measures import length_at
from schemas.edits import SceneItem

CLOSER_UNKNOWN = (
    "I can not tell which is meant. Say for example: which is closer to the door, the sofa or the "
    "table?"
)
_NEARER = (
    r"(?P<how>close(?:r|st)|near(?:er|est)|furthe(?:r|st)|farthe(?:r|st)|more distant)(?: away)?"
)
_WITHIN = re.compile(
    r"(?:is|are) (?=.*\b(?:within|closer|nearer|less than|more than|further|farther|at (?:least"
    r"|most))\b)(?=.* (?:to|from|of) )(?!.* between )"
)
_OF_THESE = re.compile(
    rf"(?:which|what|who)(?: one| thing| object)?(?: (?:is|are|stands?|lies?|hangs?|sits?))?"
    rf"(?: the)? {_NEARER} (?:to|from|away from) (?=\w)"
)
_THAN = re.compile(rf"(?:is|are|does|do) (?=\w).*? (?:any )?{_NEARER} (?:to|from) (?=\w)")
_CLOSER = re.compile(r"\b(?:closer|nearer|further|farther)\b")
_FAR = frozenset({"further", "furthest", "farther", "farthest", "more distant"})
_EVEN_M = 0.01
"""Metres of difference up to which two distances are the same."""
_BETWEEN = re.compile(r"\bbetween (?=\w)")
_ROOM_BETWEEN = re.compile(
    r"(?:is|are) (?:there )?(?:(?:an?|the|enough|any|still|really|some|least|at|more|less|over"
    r"|under|than|minimum|of|about|around|exactly|only|,) )*(?P<much>.*?)\b(?:space|room|gap"
    r"|distance|clearance|free|left|between)\b"
)
_APART = re.compile(r"(?:is|are) .*\b(?:apart|away from|from each other|from one another)\b")
_BEFORE = frozenset({"between", "of", "is", "are", "both", "all", "there"})
_LESS = re.compile(
    r"\b(?:less than|under|below|within|at most|no more than|not more than|closer than|up to"
    r"|smaller than|narrower than)\b"
)
_WALK = re.compile(r"\b(?:walk|get|go|pass|squeeze|fit|move) (?:through|by|past)\b|\bto pass\b")
_WHEELS = re.compile(r"\b(?:wheelchair|pram|stroller|pushchair|trolley)s?\b")
_PERSON_M, _WHEELCHAIR_M = 0.6, 0.9
"""Widths in metres that a person and a wheelchair go through."""
_FOOTPRINT = re.compile(
    r"(?:what|how (?:big|large|much)) .*?\bfoot ?print (?:of|does|has|have|for) (?=\w)"
    r"|how much (?:floor|floor space|floor area|ground|space|room|area)(?: space)? (?:does|do|is"
    r" (?:taken|covered|used|occupied)(?: up)? by|are taken by) (?=\w)"
)
_POSITION = re.compile(
    r"(?:what|which) (?:is|are) (?:the )?(?:exact |current )?(?:position|location|coordinates?"
    r"|transform|pos)s? (?:of|for) (?=\w)|what (?:position|location|coordinates) (?:is|are|does|do"
    r"|has|have) (?=\w)"
)
_ROTATION = re.compile(
    r"(?:what|which) (?:is|are) (?:the )?(?:exact |current |y )?(?:rotation|orientation|heading|yaw"
    r"|angle)s? (?:of|for) (?=\w)|(?:how|by how (?:much|many degrees)|which way) (?:is|are)"
    r" (?=.* (?:rotated|turned)$)"
)
_MOST_PLACES = 6
_TAKES = re.compile(r" (?:take|need|occupy|cover|use|require|have)(?: up)?(?: (?:in all|now))?$")
_HANGS = re.compile(
    r"(?:how|at (?:what|which)) (?:high|low|height)(?: up)? (?:is|are|does|do) (?=\w)"
)
_ABOVE_FLOOR = re.compile(
    r"\b(?:hang|hangs|hanging|hung|float|floats|floating|mounted|fixed|from the (?:floor|ground)"
    r"|above the (?:floor|ground)|off the (?:floor|ground))\b|^how (?:high|low) up\b"
)


def within(asked: Asked) -> str | None:
    """ "is the dog within two metres of the sofa?", "are they closer to it than 1 m?" """
    if _WITHIN.match(asked.text) is None:
        return None
    limits = [(i, m) for i in range(len(asked.line)) if (m := length_at(asked.line, i))]
    first = asked.subject(1)
    goals = (i + 1 for i, w in enumerate(asked.line.words) if w in {"to", "from", "of"})
    goal = next((n for at in goals if (n := asked.named(at)) and not n[0].pronoun), None)
    if not limits or first is None or goal is None or first[0].pronoun:
        return None
    for phrase, fitting, _ in (first, goal):
        if not fitting:
            return none_of(phrase, asked.items)
    pairs = [
        (i, min(goal[1], key=lambda g, i=i: facts.gap(i, g)))  # type: ignore[misc]
        for i in first[1]
    ]
    near = re.search(r"\b(?:closer|nearer|within|less|at most)\b", asked.text) is not None
    pair = (max if near else min)(pairs, key=lambda p: facts.gap(*p))
    far, limit = facts.gap(*pair), limits[0][1][0]
    is_so = far <= limit if near else far >= limit
    told = f"{_name(pair[0])} and {_name(pair[1])} are {_metres(far)} apart."
    return f"{'Yes' if is_so else 'No'}, {told}"


def closer(asked: Asked) -> str | None:
    """ "which is closer to the door, the counter or the mirror?", of exactly these."""
    words = _OF_THESE.match(asked.text)
    if words is not None:
        goal = asked.named(asked.word(words.end()))
        rest = _listed(asked, goal[2]) if goal else []
        if goal is not None and len(rest) > 1:
            return _closest(asked, goal, rest, words["how"] in _FAR)
        return CLOSER_UNKNOWN if _CLOSER.search(asked.text) else None
    than = _THAN.match(asked.text)
    if than is not None:
        return _than(asked, than)
    if _CLOSER.search(asked.text) and re.match(r"(?:which|what|who|is|are)\b", asked.text):
        return CLOSER_UNKNOWN
    return None


Named = tuple[Phrase, list[SceneItem], int]


def _listed(asked: Asked, at: int) -> list[Named]:
    """The things in ", the counter or the mirror" from word ``at`` on."""
    found: list[Named] = []
    while at < len(asked.line):
        if asked.line.at(at) in {",", "or", ":", "and", "is", "it"}:
            at += 1
            continue
        named = asked.named(at)
        if named is None:
            break
        found.append(named)
        at = named[2]
    return found


def _closest(asked: Asked, goal: Named, named: Sequence[Named], far: bool) -> str:
    """Which of ``named`` is closest to ``goal``, with all their distances."""
    for phrase, fitting, _ in (goal, *named):
        if not fitting:
            return none_of(phrase, asked.items)
    apart = [(_nearest_gap(fitting, goal[1]), fitting) for _, fitting, _ in named]
    apart.sort(key=lambda pair: pair[0], reverse=far)
    way = "further from" if far else "closer to"
    (first, best), others = apart[0], apart[1:]
    told = listed([f"{the(items)} {_metres(far_off)}" for far_off, items in others])
    if abs(first - others[0][0]) < _EVEN_M:
        both = f"{the(best)} and {the(others[0][1])}"
        return f"Neither: {both} are as far from {the(goal[1])}, {_metres(first)}."
    verb = "is" if len(best) == 1 else "are"
    return f"{begun(the(best))} {verb} {way} {the(goal[1])}: {_metres(first)}, {told}."


def _than(asked: Asked, found: re.Match[str]) -> str:
    """ "is the counter closer to the door than the mirror?", "is the sofa closer to the tv or the
    window?", "is the man or the woman closer to the bar?" """
    first = asked.subject(1)
    goal = asked.named(asked.word(found.end()))
    if first is None or goal is None:
        return CLOSER_UNKNOWN
    other = asked.named(first[2] + 1) if asked.line.at(first[2]) == "or" else None
    if other is not None:
        return _closest(asked, goal, [first, other], found["how"] in _FAR)
    joint, after = asked.line.at(goal[2]), goal[2] + 1
    after += asked.line.at(after) in {"to", "from"}
    second = asked.named(after) if joint in {"or", "than"} else None
    if second is None:
        return CLOSER_UNKNOWN
    if joint == "or":
        return _closest(asked, first, [goal, second], found["how"] in _FAR)
    for phrase, fitting, _ in (first, goal, second):
        if not fitting:
            return none_of(phrase, asked.items)
    to_goal = asked.line.at(goal[2] + 1) not in {"to", "from"}
    pairs = ((first[1], goal[1]), (second[1], goal[1]) if to_goal else (first[1], second[1]))
    one, two = (_nearest_gap(a, b) for a, b in pairs)
    is_so = one > two + _EVEN_M if found["how"] in _FAR else one < two - _EVEN_M
    named = (first[1], second[1]) if to_goal else (goal[1], second[1])
    return (
        f"{'Yes' if is_so else 'No'}: from {the(goal[1] if to_goal else first[1])} it is "
        f"{_metres(one)} to {the(named[0])} and {_metres(two)} to {the(named[1])}."
    )


def apart(asked: Asked) -> str | None:
    """ "is there at least one metre between the desk and the door?", "are they 1 m apart?" """
    if not re.match(r"(?:is|are) ", asked.text):
        return None
    between = _BETWEEN.search(asked.text)
    space = between is not None and _ROOM_BETWEEN.match(asked.text) is not None
    loose = _APART.match(asked.text) is not None
    if not (space or loose):
        return None
    limit = next((m[0] for i in range(len(asked.line)) if (m := length_at(asked.line, i))), None)
    walks = _WALK.search(asked.text) is not None or _WHEELS.search(asked.text) is not None
    if limit is None and not walks:
        return None
    named = _two(asked, asked.word(between.end()) if between is not None else 1)
    if not named:
        return None
    for phrase, fitting, _ in named:
        if not fitting:
            return none_of(phrase, asked.items)
    pair = _closest_pair(named)
    if pair is None:
        return f"There is only {the(named[0][1])}."
    return _judged(asked.text, facts.gap(*pair), pair, limit)


def _judged(text: str, far: float, pair: tuple[SceneItem, SceneItem], limit: float | None) -> str:
    """Whether ``far`` metres are what was asked for, and between which two things."""
    names = f"{_name(pair[0])} and {_name(pair[1])}"
    told = f"{names} are {_metres(far)} apart" if far >= facts.TOUCHING_M else f"{names} touch"
    if limit is None:
        wheels = _WHEELS.search(text) is not None
        limit, who = (_WHEELCHAIR_M, "a wheelchair") if wheels else (_PERSON_M, "a person")
        return f"{'Yes' if far >= limit else 'No'}, {told}; {who} goes through {limit} m."
    less = _LESS.search(text) is not None
    is_so = far <= limit + 1e-6 if less else far >= limit - 1e-3
    return f"{'Yes' if is_so else 'No'}, {told}."


def _two(asked: Asked, at: int) -> list[Named]:
    """The things named at word ``at`` and after "and" or "from"."""
    while length_at(asked.line, at) is not None or asked.line.at(at) in _BEFORE:
        at += 1
    first = asked.named(at)
    if first is None or first[0].pronoun:
        return []
    joint = first[2]
    while joint < len(asked.line) and asked.line.at(joint) not in {"and", "from"}:
        if asked.line.at(joint) == "to":
            return [first]
        joint += 1
    second = asked.named(joint + 1) if joint < len(asked.line) else None
    return [first] if second is None or second[0].pronoun else [first, second]


def _closest_pair(named: Sequence[Named]) -> tuple[SceneItem, SceneItem] | None:
    """The two things nearest to each other: of a kind, or one of each of two."""
    if len(named) == 1:
        pairs = list(combinations(named[0][1], 2))
    else:
        pairs = [(a, b) for a in named[0][1] for b in named[1][1] if a.id != b.id]
    return min(pairs, key=lambda pair: facts.gap(*pair), default=None)


def position(asked: Asked) -> str | None:
    """ "what is the position of the sphere?": where it is, in metres from the scene's middle."""
    found = _POSITION.match(asked.text)
    named = asked.subject(asked.word(found.end())) if found else None
    if named is None:
        return None
    if not named[1]:
        return none_of(named[0], asked.items)
    items, stop = list(named[1]), named[2]
    while asked.line.at(stop) in {"and", ","} and (more := asked.named(stop + 1)) is not None:
        items, stop = [*items, *more[1]], more[2]
    told = [
        f"{_name(i)} is at x {i.position.x:.2f}, y {i.position.y:.2f}, z {i.position.z:.2f} m"
        for i in items[:_MOST_PLACES]
    ]
    return f"{begun('; '.join(told))}."


def rotation(asked: Asked) -> str | None:
    """ "what is the rotation of the chest?": degrees about the vertical axis, clockwise seen from
    above, 0 to 360; 180 looks at the viewer."""
    found = _ROTATION.match(asked.text)
    named = asked.subject(asked.word(found.end())) if found else None
    if named is None:
        return None
    if not named[1]:
        return none_of(named[0], asked.items)
    told = [f"{_name(i)} is turned {i.yaw % 360.0:g} degrees" for i in named[1][:_MOST_PLACES]]
    return f"{begun('; '.join(told))} about the vertical (y) axis; 180 faces the viewer."


def footprint(asked: Asked) -> str | None:
    """ "what is the footprint of a desk?", "how much floor does the bed take up?" """
    found = _FOOTPRINT.match(asked.text)
    taking = _TAKES.search(asked.text)
    whole = replace(asked, line=asked.line.part(0, asked.word(taking.start()))) if taking else asked
    named = whole.subject(asked.word(found.end())) if found else None
    if named is None or is_generic(named[0]):
        return None
    phrase, fitting, _ = named
    fitting = [i for i in fitting if not is_shell(i)]
    if not fitting:
        return none_of(phrase, asked.items)
    sizes: dict[tuple[float, float], list[SceneItem]] = {}
    for item in fitting:
        sizes.setdefault((round(item.size[0], 2), round(item.size[2], 2)), []).append(item)
    told = [
        f"{the(some)} {'takes' if len(some) == 1 else 'take'} {wide:g} m by {deep:g} m of floor"
        f"{' each' if len(some) > 1 else ''}, {wide * deep:.3g} square metres"
        for (wide, deep), some in sizes.items()
    ]
    return f"{begun('; '.join(told[:6]))}."


def hung(asked: Asked) -> str | None:
    """ "how high does the mirror hang?": from the floor to its lower edge."""
    found = _HANGS.match(asked.text)
    if found is None or _ABOVE_FLOOR.search(asked.text) is None:
        return None
    named = asked.subject(asked.word(found.end()))
    if named is None:
        return None
    phrase, fitting, _ = named
    if not fitting:
        return none_of(phrase, asked.items)
    low = sorted({round(i.position.y, 2) for i in fitting})
    if len(low) == 1 and low[0] < facts.TOUCHING_M:
        return f"{begun(the(fitting))} {_stands(fitting)} on the floor."
    heights = f"{low[0]:g} m" if len(low) == 1 else f"{low[0]:g} to {low[-1]:g} m"
    verb = "begins" if len(fitting) == 1 else "begin"
    return f"{begun(the(fitting))} {verb} {heights} above the floor."


def _stands(items: Sequence[SceneItem]) -> str:
    return "stands" if len(items) == 1 else "stand"


def _nearest_gap(items: Sequence[SceneItem], goals: Sequence[SceneItem]) -> float:
    return min(facts.gap(i, g) for i in items for g in goals)


def _name(item: SceneItem) -> str:
    name = item.name.lower()
    return name if name[-1:].isdigit() else f"the {name}"


def _metres(far: float) -> str:
    return "0 m" if far < 0.005 else f"{far:.2g} m"
