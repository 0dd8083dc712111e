"""What must be quick by itself: the embedded Redis's start, and the rules' reading of words.

A person waits for the first before anything runs, and for the others before anything is made.
Endless prompts are what a hostile client sends: they must not hold a consumer up.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from consumers.agent.decision import Context
from consumers.agent.rules import decide
from consumers.decompose.rules import decompose
from consumers.patch.rules import plan
from ops.bench.figure import Figure
from schemas.edits import SceneItem
from schemas.ids import NodeId
from schemas.model import Vec3
from streams.server.embedded import EmbeddedRedis

TRIES = 5
START_MS, SENTENCE_MS, ENDLESS_MS = 100, 20, 2_000
SCENE = "A bedroom with a bed, two nightstands, one on each side, and a lamp on each nightstand."
EDIT = "remove the rug, make the sofa blue and put a lamp on each chair"
ROOM = (
    SceneItem(id=NodeId("rug"), name="rug", noun="rug", size=(2, 0.02, 1.5)),
    SceneItem(id=NodeId("sofa"), name="sofa", noun="sofa", size=(2, 0.85, 0.9)),
    SceneItem(
        id=NodeId("chair"), name="chair", noun="chair", position=Vec3(x=1), size=(0.5, 0.9, 0.5)
    ),
)
ENDLESS = ("word " * 10_000, "a red sofa next to a table and " * 2_000, "x" * 100_000)


def measure() -> list[Figure]:
    """The figures of this file: the best of some tries, since machines are noisy."""
    held = Context(has_scene=True, items=ROOM)
    return [
        Figure("quick.redis_start", _start_ms(), "ms", None, START_MS),
        Figure("quick.scene_sentence", _best_ms(lambda: decompose(SCENE)), "ms", None, SENTENCE_MS),
        Figure("quick.edit_sentence", _best_ms(_plan), "ms", None, SENTENCE_MS),
        Figure(
            "quick.endless_scene",
            _best_ms(lambda: decompose("a red chair next to a wibble " * 1500)),
            "ms", None, ENDLESS_MS,
        ),
        Figure(
            "quick.endless_prompt",
            max(_best_ms(partial(decide, text, held)) for text in ENDLESS),
            "ms", None, ENDLESS_MS,
        ),
    ]  # fmt: skip


def _plan() -> None:
    plan(EDIT, ROOM, last_touched=[], taken_ids={item.id for item in ROOM})


def _best_ms(work: Callable[[], object]) -> float:
    took = []
    for _ in range(TRIES):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return min(took) * 1000


def _start_ms() -> float:
    took = []
    for _ in range(TRIES):
        with tempfile.TemporaryDirectory() as folder:
            began = time.perf_counter()
            with EmbeddedRedis.start(Path(folder)):
                took.append(time.perf_counter() - began)
    return min(took) * 1000
