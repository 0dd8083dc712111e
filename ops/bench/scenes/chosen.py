"""Which things of a scene an outcome means: "any 2 chair", "2 tree@furthest:house"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ops.bench.scenes.cases import want
from ops.bench.scenes.view import Thing, View, gap
from schemas.ids import NodeId

_WORDS = re.compile(
    r"^(?P<free>any )?(?:(?P<low>\d+)(?:-(?P<high>\d+))? )?(?P<noun>[^@]+)"
    r"(?:@(?P<key>\w+)(?::(?P<of>.+))?)?$"
)


@dataclass(frozen=True)
class Chosen:
    """``ids`` of all that fit; of ``free`` ones ``low`` to ``high`` are meant, whichever."""

    ids: tuple[NodeId, ...]
    free: bool
    low: int
    high: int


def pick(text: str, view: View) -> Chosen:
    """The things of ``view`` that ``text`` names, in the scene's order."""
    text = text.strip()
    if text in view.shell:
        return Chosen(view.shell[text], False, 1, 1)
    found = _WORDS.match(text)
    if found is None:
        return Chosen((), False, 1, 1)
    low = int(found["low"] or 1)
    high = int(found["high"] or low)
    one = want(found["noun"])
    fitting = [t for t in view.things if one.fits(t)]
    if found["key"]:
        fitting = _ordered(found["key"], found["of"] or "", fitting, view)[:low]
    return Chosen(tuple(t.id for t in fitting), bool(found["free"]), low, high)


ORDERS: Mapping[str, Callable[[Thing], float]] = {
    "leftmost": lambda t: float(t.box.middle[0]),
    "rightmost": lambda t: -float(t.box.middle[0]),
    "front": lambda t: float(t.box.middle[2]),
    "back": lambda t: -float(t.box.middle[2]),
    "biggest": lambda t: -float(np.prod(t.box.half)),
    "smallest": lambda t: float(np.prod(t.box.half)),
}


def _ordered(key: str, of: str, things: Sequence[Thing], view: View) -> list[Thing]:
    if key == "middle":
        line = sorted(things, key=lambda t: float(t.box.middle[0]))
        return line[len(line) // 2 :]
    if key in ORDERS:
        return sorted(things, key=ORDERS[key])
    others = [t for t in view.things if want(of).fits(t)]
    sign = 1 if key == "nearest" else -1
    return sorted(
        things,
        key=lambda t: sign * min((gap(t.box, o.box) for o in others), default=0.0),
    )
