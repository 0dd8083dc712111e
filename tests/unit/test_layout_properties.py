"""Whatever is asked of whatever things: what is placed is sound, and the same in every process."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from consumers.layout import Layout, lay_out
from consumers.layout.model import TOUCH
from schemas.decomposition import Decomposition, RelationKind
from tests.wishes import scene

NOUNS = (
    "chair", "table", "sofa", "bed", "bookshelf", "desk", "rug", "lamp", "cup", "book", "vase",
    "picture frame", "ceiling lamp", "door", "tree", "bench", "car", "barrel", "ladder", "cat",
)  # fmt: skip

SETTINGS: tuple[dict[str, object], ...] = ({}, {"width": 3.0, "depth": 2.5}, {"shape": "l"})

SOLID = 0.05
"""Metres: lower things may lie below others."""


@st.composite
def wishes(draw: st.DrawFn) -> Decomposition:
    """A dozen things with some relations, possible or not, in a room or outdoors."""
    nouns = draw(st.lists(st.sampled_from(NOUNS), min_size=1, max_size=12))
    names = [f"n{i}" for i in range(len(nouns))]
    related = draw(
        st.lists(
            st.tuples(
                st.sampled_from(names),
                st.sampled_from(list(RelationKind)),
                st.lists(st.sampled_from(names), max_size=2, unique=True),
            ),
            max_size=10,
        )
    )
    said = "; ".join(f"{s} {kind.value} {','.join(targets)}" for s, kind, targets in related)
    kind = draw(st.sampled_from(("room", "outdoor")))
    size = draw(st.sampled_from(SETTINGS))
    things = ", ".join(f"{n}={noun}" for n, noun in zip(names, nouns, strict=True))
    return scene(things, said, kind=kind, **size)


@given(wishes())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
def test_whatever_is_asked_what_is_placed_is_sound(asked: Decomposition) -> None:
    layout = lay_out(asked)
    certificate = layout.certificate
    assert certificate is not None
    assert (certificate.collisions, certificate.out_of_bounds, certificate.unsupported) == (0, 0, 0)
    assert certificate.relations_kept + _unkept(layout) == certificate.relations_total
    assert _entered(layout) == []
    left_out = {u.node for u in layout.unmet if u.relation is None}
    assert {w.id for w in asked.wishes} == {*layout.placed, *left_out}


def _unkept(layout: Layout) -> int:
    return sum(u.relation is not None for u in layout.unmet)


def _entered(layout: Layout) -> list[tuple[str, str]]:
    """Right-angled things on the same floor that enter each other, by plain arithmetic."""
    found: list[tuple[str, str]] = []
    standing = [
        p
        for p in layout.placed.values()
        if p.kind == "floor" and p.size[1] > SOLID and p.yaw % 90.0 == 0.0
    ]
    for a, b in combinations(standing, 2):
        (aw, ad), (bw, bd) = (
            (p.size[0], p.size[2]) if p.yaw % 180.0 == 0.0 else (p.size[2], p.size[0])
            for p in (a, b)
        )
        apart = max(
            abs(a.position.x - b.position.x) - (aw + bw) / 2,
            abs(a.position.z - b.position.z) - (ad + bd) / 2,
        )
        if apart < -TOUCH:
            found.append((a.id, b.id))
    return found


PLACES = """
import json
from consumers.layout import lay_out
from tests.wishes import scene
layout = lay_out(scene("3*chair, table, sofa, 4*book, door, rug", "chair* around table; "
    "book* on table; sofa against_wall; rug under table"))
print(json.dumps([[n, *p.position.model_dump().values(), p.yaw] for n, p in layout.placed.items()]))
"""


def test_another_process_with_another_hash_seed_places_everything_alike() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", PLACES],
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2")
    ]
    assert len(json.loads(runs[0])) == 11
    assert runs[0] == runs[1]
