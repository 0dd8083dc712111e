"""The 120 prompts: said, made, and looked at."""

from __future__ import annotations

from collections.abc import Callable

from ops.bench.scenes import objects, relations, sound
from ops.bench.scenes.cases import Case, Link, classes, mentions, prompts
from ops.bench.scenes.session import Answer, Session, engines
from ops.bench.scenes.tally import Tally
from ops.bench.scenes.view import Place, Thing, View, view
from schemas.events import SceneDecomposed


def made(show: Callable[[Case, Session], None] = lambda case, session: None) -> Tally:
    """Counts, relations, soundness, sizes and setting of every prompt's scene.

    ``show`` is given each case and its session.
    """
    stages, tally, usual = engines(), Tally(), classes()
    for case in prompts():
        session = Session(stages)
        answer = session.say(case.said)
        show(case, session)
        seen = view(session.scene, session.recipes)
        counted = _count(case, seen, answer, tally)
        _relate(case, seen, counted, answer, tally)
        _look(case, seen, counted, answer, usual, tally)
        _set(case, seen, answer, tally)
    return tally


def _count(case: Case, seen: View, answer: Answer, tally: Tally) -> objects.Counted:
    counted = objects.count(case, seen)
    tally.add("scenes", int(bool(seen.things)), 1)
    tally.add("counts", counted.right, counted.wanted)
    tally.add("hits", counted.hits, counted.hits)
    tally.add("wrong objects", counted.extra + counted.missing, 0)
    if not seen.things:
        tally.fail("no scene", case.said, "a scene", f"{answer.action or 'a reply'}: {answer.told}")
    elif counted.wrong:
        wanted = ", ".join(f"{w.low} {w.key}" for w in case.has)
        tally.fail("objects", case.said, wanted, "; ".join(counted.wrong))
    return counted


def _relate(case: Case, seen: View, counted: objects.Counted, answer: Answer, tally: Tally) -> None:
    for one in case.so:
        subjects = counted.of[one.subject]
        answers = held(one, counted.of, seen.place)
        tally.add("relations", sum(answers), len(answers))
        if all(answers):
            continue
        listed = bool(subjects) and any(mentions(u, one.subject) for u in answer.unmet)
        tally.add("listed", answers.count(False) if listed else 0, answers.count(False))
        told = "listed as unmet" if listed else "not listed as unmet"
        where = "; ".join(_where(t) for t in subjects[:4]) or "not there"
        words = f"{one.subject} {one.kind} {' & '.join(one.targets)}".strip()
        tally.fail("relation", case.said, words, f"{where} ({told})")


def held(one: Link, of: dict[str, list[Thing]], place: Place) -> list[bool]:
    """Whether a relation holds, an answer an instance; of things that are not there, it does
    not."""
    targets = [of[t] for t in one.targets]
    if not all(targets):
        return [False] * max(1, len(of[one.subject]))
    return relations.kept(one.kind, of[one.subject], targets, place)


def _where(t: Thing) -> str:
    x, _, z = t.box.middle
    return f"{t.name} at ({x:.2f}, {t.box.base:.2f}, {z:.2f})"


def _look(
    case: Case,
    seen: View,
    counted: objects.Counted,
    answer: Answer,
    usual: dict[str, tuple[float, float, float, float]],
    tally: Tally,
) -> None:
    if not seen.things:
        return
    floating = {
        t.id for one in case.so if one.kind in ("above", "hanging") for t in counted.of[one.subject]
    }
    measured = {t.id for w in case.has if w.size for t in counted.of[w.key]}
    found = sound.check(seen, usual, sound.Excused(frozenset(floating), frozenset(measured)))
    physical = bool(found.collisions or found.outside or found.unheld)
    claimed = [answer.certificate.get(k) for k in ("collisions", "out_of_bounds", "unsupported")]
    tally.add("true", int((claimed == [0, 0, 0] and not physical) or any(claimed)), 1)
    tally.add("collisions", len(found.collisions), 0)
    tally.add("outside", len(found.outside), 0)
    tally.add("unheld", len(found.unheld), 0)
    tally.add("ways", int(not found.doors and not found.walkway), 1)
    tally.add("fronts", found.front_count - len(found.fronts), found.front_count)
    tally.add("sizes", found.size_count - len(found.sizes), found.size_count)
    for want in case.has:
        for complaint in objects.mismeasured(want, counted.of[want.key]):
            tally.fail("size", case.said, want.key, complaint)
            tally.add("sizes", -1, 0)
        tally.add("sizes", *[len(want.size) * len(counted.of[want.key])] * 2)
    for complaint in found.said():
        tally.fail("soundness", case.said, "a sound scene", complaint)


def _set(case: Case, seen: View, answer: Answer, tally: Tally) -> None:
    plan = next((d for d in answer.events if isinstance(d, SceneDecomposed)), None)
    if plan is None:
        return
    seen_as = "room" if seen.place.walls and not seen.place.open else "outdoor"
    fits = case.kind in ("", seen_as)
    tally.add("settings", int(fits), 1)
    if not fits:
        tally.fail("setting", case.said, case.kind, seen_as)
    if case.time:
        tally.add("times", int(plan.setting.time == case.time), 1)
        if plan.setting.time != case.time:
            tally.fail("time", case.said, case.time, plan.setting.time)
