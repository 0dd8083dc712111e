"""Whether an edit did what was asked, and nothing else.

An outcome is clauses by ";", alternatives by "||". A thing is named as in ``cases.py``, with
"any 2" (two, whichever) or "@": leftmost, rightmost, front, back, middle, biggest, smallest,
nearest:X, furthest:X before it was edited. Clauses:

    - sofa            it is gone, all that fit                  + 2 red chair   they are new
    sofa = blue       colour or material                        sofa -> bed     another thing there
    sofa moved left 1 (metres; right, up, down, front, back, toward:X; or just "moved")
    sofa turned 90    degrees, either way                       sofa times 2    of its length
    sofa bigger       smaller, taller, wider                    sofa wide 3     metres; high, deep
    cat on sofa       a relation of ``relations.py``            ~ sofa          may be anything
    light night       day, sunset, darker, brighter, added      sky changed
    back 2            as two edits before                       none            nothing changes
    told chair|wall   the answer says a word of these; alone: and nothing changes
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ops.bench.scenes import changed, relations
from ops.bench.scenes.cases import Want, link, want
from ops.bench.scenes.chosen import Chosen, pick
from ops.bench.scenes.view import Thing, View
from ops.bench.scenes.words import SAME, is_color, is_look
from schemas.ids import NodeId
from schemas.scene import Scene

_ACTION = re.compile(
    r"^(?P<who>.+?) (?P<how>moved|turned|times|bigger|smaller|taller|wider|wide|high|deep)"
    r"(?: (?P<what>.+))?$"
)


@dataclass(frozen=True)
class Verdict:
    """``complaints``: what was asked and not done; ``strays``: what nobody asked for;
    ``untouched``: nodes that had to stay, ``identical`` of them to the byte."""

    complaints: tuple[str, ...]
    strays: tuple[str, ...]
    untouched: int
    identical: int

    @property
    def done(self) -> bool:
        return not self.complaints and not self.strays


@dataclass(frozen=True)
class Talk:
    """``history``: the scenes up to the present one, the latest last; ``exact``: "back" means to
    the byte; ``told``: the answer in words."""

    history: Sequence[Scene]
    exact: bool = False
    told: str = ""


@dataclass
class _Case:
    before: View
    after: View
    allowed: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)
    light: bool = False
    fresh: set[NodeId] = field(default_factory=set)

    def check(self, holds: bool, complaint: str) -> None:
        if not holds:
            self.complaints.append(complaint)


def judge(outcome: str, before: View, after: View, talk: Talk) -> Verdict:
    """The kindest verdict among the alternatives of ``outcome``."""
    verdicts = [_judge(part, before, after, talk) for part in outcome.split("||")]
    return min(verdicts, key=lambda v: (not v.done, len(v.complaints), len(v.strays)))


def _judge(outcome: str, before: View, after: View, talk: Talk) -> Verdict:
    case = _Case(before, after)
    case.fresh = {t.id for t in after.things} - {t.id for t in before.things}
    clauses = [c.strip() for c in outcome.split(";") if c.strip()]
    hints = [c for c in clauses if c.startswith("told ")]
    clauses = [c for c in clauses if c not in hints] or ["none"]
    for hint in hints:
        words = hint.removeprefix("told ").split("|")
        case.check(any(w in talk.told.lower() for w in words), f"no word of {' or '.join(words)}")
    if clauses == ["none"]:
        same = before.scene == after.scene
        total = len(before.scene.nodes)
        case.check(same, "something changed")
        return Verdict(
            tuple(case.complaints), (), total, changed.identical(before.scene, after.scene, set())
        )
    taken_back = re.fullmatch(r"back( \d+)?", clauses[0])
    if taken_back is not None:
        steps = int(taken_back[1] or 1)
        wanted = talk.history[-1 - steps] if len(talk.history) > steps else None
        fits = wanted is not None and changed.alike(wanted, after.scene, talk.exact)
        return Verdict(() if fits else ("it is not as it was",), (), 0, 0)
    for clause in sorted(clauses, key=lambda c: c[0] not in "+-~"):
        _clause(clause, case)
    return _verdict(case)


def _verdict(case: _Case) -> Verdict:
    allowed = case.allowed | changed.lights_of(case.before, case.after, case.allowed, case.light)
    strays = changed.strays(case.before, case.after, allowed, case.light)
    kept = [n for n in case.before.scene.nodes if n not in allowed]
    same = changed.identical(case.before.scene, case.after.scene, allowed)
    return Verdict(tuple(case.complaints), tuple(strays), len(kept), same)


def _clause(clause: str, case: _Case) -> None:
    if clause.startswith("light ") or clause == "sky changed":
        case.light = True
        told = changed.light(clause, case.before.scene, case.after.scene)
        case.check(told == "", told)
    elif clause[0] == "~":
        case.allowed |= case.before.scene.nodes.keys() & _family(case, clause[1:])
    elif clause[0] == "-":
        _removed(clause[1:].strip(), case)
    elif clause[0] == "+":
        _added(want(clause[1:]), case)
    elif " -> " in clause:
        who, by = clause.split(" -> ")
        _replaced(who, by, case)
    elif " = " in clause:
        who, look = clause.split(" = ")
        _recoloured(who, look, case)
    elif (found := _ACTION.match(clause)) is not None:
        _acted(found["who"], found["how"], found["what"] or "", case)
    else:
        _related(clause, case)


def _family(case: _Case, text: str) -> set[str]:
    """Ids of what is meant, and of all that stands on it."""
    chosen = pick(text.strip(), case.before)
    return {n for i in chosen.ids for n in case.before.scene.subtree(i)}


def _removed(text: str, case: _Case) -> None:
    chosen = pick(text, case.before)
    gone = [i for i in chosen.ids if i not in case.after.scene.nodes]
    _right_number(chosen, gone, f"{text} removed", case)
    for node in gone:
        case.allowed |= set(case.before.scene.subtree(node))


def _right_number(chosen: Chosen, done: Sequence[str], what: str, case: _Case) -> None:
    case.check(bool(chosen.ids), f"the scene had no {what}")
    if chosen.free:
        case.check(chosen.low <= len(done) <= chosen.high, f"{what}: {len(done)}")
    else:
        case.check(len(done) == len(chosen.ids), f"{what}: {len(done)} of {len(chosen.ids)}")


def _added(one: Want, case: _Case) -> None:
    new = [t for t in case.after.things if t.id in case.fresh and one.fits(t)]
    case.check(one.low <= len(new) <= one.high, f"added {len(new)} of {one.low} {one.key}")
    case.allowed |= {t.id for t in new}


def _replaced(who: str, by: str, case: _Case) -> None:
    chosen, one = pick(who, case.before), want(by)
    done = []
    for node in chosen.ids:
        now = case.after.thing(node)
        instead = [t for t in case.after.things if t.id in case.fresh and one.fits(t)]
        was = case.before.scene.nodes[node]
        if (now is not None and one.fits(now) and case.after.scene.nodes[node] != was) or (
            now is None and instead
        ):
            done.append(node)
        case.allowed |= {t.id for t in instead}
        case.allowed |= set(case.before.scene.subtree(node))
    _right_number(chosen, done, f"{who} became {by}", case)


def _recoloured(who: str, look: str, case: _Case) -> None:
    if who in ("floor", "walls"):
        case.allowed |= set(case.before.shell[who])
        tones = case.after.place.colors[who]
        shown = SAME.get(look, look)
        tone = "brown" if shown == "wooden" else "white" if shown == "marble" else look
        fits = bool(tones) and all(is_color(c, tone) for c in tones)
        case.check(fits, f"{who} are {tones}, not {look}")
        return
    chosen = pick(who, case.before)
    plain = Want("", 1, 1, (look,), ("",)) if is_look(look) else want(look)
    done = []
    for node in chosen.ids:
        now = case.after.thing(node)
        if now is not None and plain.looks_like(now) and _differs(case, node, chosen):
            done.append(node)
    _right_number(chosen, done, f"{who} = {look}", case)
    _allow(chosen, done, case)


def _differs(case: _Case, node: NodeId, chosen: Chosen) -> bool:
    """Of things that are free to choose, only what changed counts as done."""
    return not chosen.free or case.before.scene.nodes[node] != case.after.scene.nodes[node]


def _allow(chosen: Chosen, done: Sequence[str], case: _Case) -> None:
    case.allowed |= set(done) if chosen.free else set(chosen.ids)


def _acted(who: str, how: str, what: str, case: _Case) -> None:
    chosen = pick(who, case.before)
    fresh = [t for t in case.after.things if t.id in case.fresh and want(who).fits(t)]
    if not chosen.ids and fresh:
        return
    done = []
    for node in chosen.ids:
        old, new = case.before.thing(node), case.after.thing(node)
        if old is None or new is None:
            continue
        if changed.acted(how, what, old, new, case.before):
            done.append(node)
        if how not in ("moved", "turned"):
            case.allowed |= set(case.before.scene.subtree(node)[1:])
    _right_number(chosen, done, f"{who} {how} {what}".strip(), case)
    _allow(chosen, done, case)


def _related(clause: str, case: _Case) -> None:
    found = link(clause)
    chosen = pick(found.subject, case.before)
    fresh = [
        t
        for t in case.after.things
        if t.id in case.fresh and t.id in case.allowed and want(_noun(found.subject)).fits(t)
    ]
    subjects = fresh or [t for i in chosen.ids if (t := case.after.thing(i)) is not None]
    targets = [_targets(t, case) for t in found.targets]
    if found.targets and not all(targets):
        case.complaints.append(f"{clause}: there is no such thing")
        return
    answers = relations.kept(found.kind, subjects, targets, case.after.place)
    if chosen.free and not fresh:
        done = [s.id for s, a in zip(subjects, answers, strict=False) if a]
        moved = [d for d in done if case.before.scene.nodes[d] != case.after.scene.nodes[d]]
        case.check(chosen.low <= len(moved) <= chosen.high, f"{clause}: {len(moved)}")
        case.allowed |= set(moved)
        return
    case.check(all(answers), f"{clause}: not so")
    if not fresh:
        case.allowed |= {s.id for s in subjects}


def _noun(text: str) -> str:
    return re.sub(r"^(any )?(\d+(-\d+)? )?", "", text.split("@")[0]).strip()


def _targets(text: str, case: _Case) -> list[Thing]:
    if "@" in text:
        ids = pick(text, case.before).ids
        return [t for i in ids if (t := case.after.thing(i)) is not None]
    one = want(text)
    return [t for t in case.after.things if one.fits(t)]
