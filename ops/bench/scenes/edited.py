"""The edits: each conversation begins with its scene as it was made."""

from __future__ import annotations

from ops.bench.scenes import outcomes, sound
from ops.bench.scenes.cases import Base, edits
from ops.bench.scenes.patches import returns
from ops.bench.scenes.session import Session, engines
from ops.bench.scenes.tally import Tally
from ops.bench.scenes.view import View, view
from schemas.patch import between
from schemas.scene import Scene


def edited() -> Tally:
    """Whether edits did what was asked, left the rest alone, and can be taken back."""
    stages, tally = engines(), Tally()
    for base in edits():
        session = Session(stages)
        session.say(base.said)
        for talk in base.talks:
            _talk(base, session.copy(), talk, tally)
    return tally


def _talk(base: Base, session: Session, talk: tuple[tuple[str, str], ...], tally: Tally) -> None:
    history = [session.scene]
    said: list[str] = []
    for words, outcome in talk:
        said.append(words)
        before = view(session.scene, session.recipes)
        answer = session.say(words)
        after = view(session.scene, session.recipes)
        heard = outcomes.Talk(history, exact="undo" in words.lower(), told=answer.told)
        verdict = outcomes.judge(outcome, before, after, heard)
        tally.add("edits", int(verdict.done), 1)
        if not verdict.complaints:
            tally.add("untouched", verdict.identical, verdict.untouched)
        if not verdict.done:
            got = "; ".join((*verdict.complaints, *verdict.strays))
            tally.fail(
                "edit", f"[{base.name}] {' / '.join(said)}", outcome, f"{got} | {answer.told}"
            )
        _stays_sound(base, before, after, " / ".join(said), tally)
        if session.scene != history[-1]:
            _comes_back(history[-1], session.scene, tally)
            history.append(session.scene)


def _stays_sound(base: Base, before: View, after: View, said: str, tally: Tally) -> None:
    """No edit brings a new collision, or something out of bounds."""
    old = {*sound.collisions(before), *sound.outside(before)}
    new = [c for c in (*sound.collisions(after), *sound.outside(after)) if c not in old]
    tally.add("edit faults", len(new), 0)
    for complaint in new:
        tally.fail("soundness after an edit", f"[{base.name}] {said}", "a sound scene", complaint)


def _comes_back(before: Scene, after: Scene, tally: Tally) -> None:
    tally.add("inverse", int(returns(before, after, between(before, after))), 1)
