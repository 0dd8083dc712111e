"""Places: "on", "to the left of", "in the corner", "on each side of", "side by side".

What belongs here: the words of a relation up to its target. What does not: the target (a noun
phrase) and who stands there, which is in ``reading``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from consumers.lexicon.tokens import Line
from schemas.decomposition import RelationKind as Kind

Spread = Literal["", "sides", "mutual", "group", "shell", "act", "corners"]


@dataclass(frozen=True, slots=True)
class Place:
    """A relation's words. ``targeted``: a noun phrase follows that names the target.

    ``spread``: "act": the subject does something to the target, so it must just have been named;
    "sides": one on the left and one on the right of the
    target; "mutual": of each other; "group": an arrangement of the subjects among themselves;
    "shell": to the room itself; "corners": one in every corner.
    ``kind`` None: where the thing stands anyway ("on the floor").
    """

    kind: Kind | None
    targeted: bool
    spread: Spread = ""


_ROUND_THING = re.compile(r"round (?!the |a |it|them|an |this |that |each )")


def place_at(line: Line, index: int) -> tuple[Place, int] | None:
    """The relation whose words begin at ``index`` and the index after them."""
    if line.at(index) == "round" and line.match(_ROUND_THING, index):
        return None
    for pattern, place in _rows():
        found = line.match(pattern, index)
        if found is not None:
            return place, found[1]
    return None


@cache
def _rows() -> tuple[tuple[re.Pattern[str], Place], ...]:
    table = tomllib.loads(files("consumers.lexicon").joinpath("places.toml").read_text("utf-8"))
    fragments: dict[str, str] = table["fragments"]
    rows = []
    for row in table["place"]:
        said = row["said"]
        for name, text in fragments.items():
            said = said.replace("{" + name + "}", text)
        kind = None if row["kind"] == "none" else Kind(row["kind"])
        place = Place(kind, row.get("target", True), row.get("spread", ""))
        rows.append((re.compile(rf"{fragments['NEARLY']}(?:{said})(?= |$)"), place))
    return tuple(rows)
