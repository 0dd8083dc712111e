"""The season of a scene in the open: its ground, and what grows on it.

"Make it winter", "put snow on the ground", "autumn, please". What belongs here: which colours a
season is, of what is there. What does not: rain and falling snow, which no scene shows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from consumers.lexicon.edits.items import is_shell
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

Season = Literal["winter", "autumn", "summer"]

_ASKED = (
    r"(?:(?:please|now|and|then|can you|could you|i want|i would like|let us|let|make|have|turn|set"
    r"|change|put|add|cover|spread|give|it|the|this|scene|season|whole|everything|place|garden|park"
    r"|to|be|is|should|must|look|looks|like|into|as|in|some|a|an|lot|of|more|fresh|deep|thick|with"
    r"|layer|all|season) )*"
)
_END = r"(?: (?:please|now|again|here|outside|time|season|scene|landscape|weather|instead|[.!]))*"
_GROUND = (
    r"(?:on|over|onto|across) (?:the |all the |all over the )?(?:ground|floor|grass|lawn|field)"
)
_SEASONS: tuple[tuple[Season, re.Pattern[str]], ...] = (
    ("winter", re.compile(
        rf"{_ASKED}(?:winter|wintry|winterly|snowy|snow covered|covered (?:in|with) snow|snowed in"
        rf"|snow (?:{_GROUND}|everywhere|all over)|(?:the )?(?:ground|grass|lawn) (?:with|in) snow)"
        rf"{_END}")),
    ("autumn", re.compile(rf"{_ASKED}(?:autumn|autumnal|fall(?= (?:season|time|please|now|$)|$))"
                          rf"{_END}")),
    ("summer", re.compile(rf"{_ASKED}(?:summer|spring|summery|springlike){_END}")),
)  # fmt: skip
_OF_GROUND: dict[Season, str] = {"winter": "#eef3f7", "autumn": "#94804a", "summer": "#6f9a4e"}
_OF_LEAVES: dict[Season, str] = {"autumn": "orange", "summer": "green"}
_LEAFY = frozenset({"tree", "oak tree", "birch", "maple tree", "apple tree", "bush", "hedge"})
INDOORS = "A season shows in the open alone: in a room, say what shall be otherwise"


def season_of(line: Line) -> Season | None:
    """The season that ``line`` asks for and nothing besides; None for any other words."""
    for season, said in _SEASONS:
        if said.fullmatch(line.text) is not None and len(line) > 1:
            return season
    return None


def ground_of(items: Sequence[SceneItem]) -> SceneItem | None:
    """The ground of a scene in the open; None in a room."""
    return next((i for i in items if is_shell(i) and i.name.lower() == "ground"), None)


def color_of_ground(season: Season) -> str:
    """``#rrggbb``: snow, dry grass or grass."""
    return _OF_GROUND[season]


def leaves_of(season: Season, items: Sequence[SceneItem]) -> tuple[str, list[SceneItem]]:
    """The colour word of leaves in ``season``, and what has such; pines keep theirs."""
    return _OF_LEAVES.get(season, ""), [i for i in items if i.noun in _LEAFY]
