"""Scenes from words, and edits of them, judged as people would: the figure of scene intelligence.

The lists (``prompts.toml``, ``edits.toml``, ``infeasible.toml``, ``classes.toml``) say what people
expect; the judging modules know scenes, not engines. ``session`` drives the stages' own handlers in
this process. ``python -m ops.bench.scenes --failures`` prints what went wrong, ``--pictures`` draws
every prompt's scene.
"""

from __future__ import annotations

import json
from pathlib import Path

from ops.bench.figure import Figure
from ops.bench.scenes.cases import Case
from ops.bench.scenes.digest import digest, elsewhere
from ops.bench.scenes.edited import edited
from ops.bench.scenes.made import made
from ops.bench.scenes.pace import paces
from ops.bench.scenes.patches import patched
from ops.bench.scenes.refused import refused
from ops.bench.scenes.session import Session
from ops.bench.scenes.tally import Tally

FAILURES = Path(__file__).parents[1] / "results" / "scenes.json"
SHARES = (
    ("counts", "objects_exact_counts", 0.99),
    ("relations", "relations_kept", 0.97),
    ("listed", "unkept_relations_listed", 1.0),
    ("ways", "doors_and_walkways_free", 1.0),
    ("fronts", "fronts_reachable", 0.95),
    ("sizes", "sizes_within_class", 0.99),
    ("true", "certificates_true", 1.0),
    ("edits", "edits_as_asked", 0.95),
    ("untouched", "untouched_identical", 1.0),
    ("inverse", "inverse_exact", 1.0),
    ("client", "client_agrees", 1.0),
    ("same", "same_again", 1.0),
    ("infeasible", "infeasible_named", 1.0),
    ("settings", "setting_as_meant", None),
    ("times", "time_as_meant", None),
)
"""Tally's name, figure's name, target: shares from 0 to 1, more is better."""
FAULTS = (
    ("collisions", "collisions"),
    ("outside", "out_of_bounds"),
    ("unheld", "unsupported"),
    ("edit faults", "edit_collisions_or_outside"),
    ("infeasible faults", "infeasible_scene_faults"),
)
"""Tally's name, figure's name: there should be none."""
PACE_S = {30: 0.25, 80: 2.0}


def measure() -> list[Figure]:
    """The figures; what was not as expected goes to ``results/scenes.json``."""
    other = elsewhere()
    tally = Tally()
    mine: list[str] = []

    def keep(case: Case, session: Session) -> None:
        mine.append(digest(session))

    tally.merge(made(keep))
    for part in (edited, refused, patched):
        tally.merge(part())
    _compare(mine, other.communicate()[0].split(), tally)
    FAILURES.parent.mkdir(parents=True, exist_ok=True)
    listed = [f.document() for f in tally.failures]
    FAILURES.write_text(json.dumps(listed, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return [*_figures(tally), *_paces()]


def _compare(mine: list[str], theirs: list[str], tally: Tally) -> None:
    same = sum(a == b for a, b in zip(mine, theirs, strict=False))
    tally.add("same", same, len(mine))
    if mine != theirs:
        tally.fail("same again", "all prompts", f"{len(mine)} same scenes", f"{same}")


def _figures(tally: Tally) -> list[Figure]:
    hits, wrong = tally.right["hits"], tally.right["wrong objects"]
    f1 = 2 * hits / max(1, 2 * hits + wrong)
    shares = [_percent(name, _share(tally, key), target) for key, name, target in SHARES]
    faults = [Figure(f"scenes.{name}", tally.right[key], "faults", None, 0) for key, name in FAULTS]
    return [
        shares[0],
        _percent("objects_f1", f1, 0.98),
        *shares[1:],
        *faults,
    ]


def _percent(name: str, share: float, target: float | None) -> Figure:
    # In percent, since two digits of a share hide what is missing.
    goal = None if target is None else 100 * target
    return Figure(f"scenes.{name}", 100 * share, "%", None, goal, more_is_better=True)


def _share(tally: Tally, key: str) -> float:
    # Of relations that were not kept, none at all is the best that there can be.
    return 1.0 if key == "listed" and not tally.all[key] else tally.share(key)


def _paces() -> list[Figure]:
    return [
        Figure(f"scenes.planning_{size}_objects_p95", spent, "s", None, PACE_S[size])
        for size, spent in paces().items()
    ]
