"""The infeasible wishes: is the conflict named, and is the rest a sound scene?"""

from __future__ import annotations

from ops.bench.scenes import sound
from ops.bench.scenes.cases import Infeasible, classes, infeasible, mentions
from ops.bench.scenes.session import Answer, Session, engines
from ops.bench.scenes.tally import Tally
from ops.bench.scenes.view import view

CAUSES = {
    "order": "left right front behind each other contradict both same under on cannot circle "
    "corner middle at once",
    "space": "room fit wide long narrow large big small space",
    "holding": "fit hold carry heavy large big small bear inside under on size",
    "setting": "wall ceiling outdoors outside none no",
    "height": "high tall height ceiling",
    "itself": "itself",
}
"""Words of which one is in an answer that tells the cause."""


def refused() -> Tally:
    """How many of the conflicts are named with all who take part, and whether the rest is sound."""
    stages, tally = engines(), Tally()
    for case in infeasible():
        session = Session(stages)
        answer = session.say(case.said)
        complaint = unnamed(case, answer)
        tally.add("infeasible", int(not complaint), 1)
        if complaint:
            tally.fail("infeasible", case.said, f"{case.names}: {case.reason}", complaint)
        seen = view(session.scene, session.recipes)
        found = sound.check(seen, classes())
        for fault in (*found.collisions, *found.outside, *found.unheld):
            tally.add("infeasible faults", 1, 0)
            tally.fail("soundness", case.said, "a sound scene without it", fault)
    return tally


def unnamed(case: Infeasible, answer: Answer) -> str:
    """What the answer does not tell of the conflict; "" when it names everyone and the cause.

    One entry must have all the names: two that each name one thing tell no conflict.
    """
    naming = [u for u in answer.unmet if all(mentions(u, n) for n in case.names)]
    if not naming:
        return f"not named together; told: {answer.told}"
    causes = CAUSES[case.reason].split()
    if not any(w in s.lower() for s in naming for w in causes):
        return f"the cause is not told: {naming[0]}"
    return ""
