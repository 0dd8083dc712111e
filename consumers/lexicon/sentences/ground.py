"""What phrases say of the scene as a whole: setting, time, lights, floor and walls."""

from __future__ import annotations

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.sentences.roles import Role, light_wish, looks_color, shell_part
from consumers.lexicon.sentences.settings import named_setting, setting_of
from consumers.lexicon.sentences.terrain import by_water
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.measures import Extent
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.tokens import STOPS, Line

_MOST_LIGHTS = 4
_SNOWY = frozenset({"snowy", "snowed", "snow", "wintry", "winter"})
"""Words before a place that say what covers it."""
LANDS = {
    "snow": "snow field", "sand": "beach", "ice": "snow field", "seabed": "underwater",
    "water": "pond",
}  # fmt: skip
"""What is underfoot, and the setting where nobody names another."""
_USUAL_HEIGHT = 2.7
"""Metres from floor to ceiling."""
_LOWEST = 2.1
"""Metres: a "low ceiling" that people still stand under."""
_MOST_BEFORE = 3
"""Words up to the name of the ground: "the deep snow"."""
_EVENTS = frozenset({
    "party", "wedding", "picnic", "ceremony", "celebration", "competition", "tournament", "battle",
    "meeting", "hunt", "parade", "festival", "race", "duel",
})  # fmt: skip
"""What takes place at a place that the words before it may name."""
_FLOORED = frozenset({"paved", "tiled", "floored", "cobbled", "carpeted"})
"""What was done to the floor of a place that is said to be so: "a plaza paved in granite"."""
_COVERED = {
    "mosaic": "#b59f86", "parquet": "#9c6b3f", "terrazzo": "#cfcac0", "earth": "#7a5c40",
    "earthen": "#7a5c40", "flagstone": "#9a958c", "cobbled": "#8f8b84", "tiled": "#dde3e2",
    "tile": "#dde3e2", "linoleum": "#a9a48f", "carpeted": "#8d8078", "planked": "#9c6b3f",
    "panelled": "#8a6342", "paneled": "#8a6342", "plastered": "#ece6da", "sandy": "#e0c690",
}  # fmt: skip
"""What covers floors and walls, and is no material of things."""
_SEASONS = frozenset({"snowy", "winter"})
"""Words before a time of day that also say where one is."""


def note(reading: Reading, role: Role, phrase: Phrase) -> None:
    """Note a phrase that names no thing. Its words may also tell the time ("a night scene")."""
    if role == "setting":
        _set_setting(reading, phrase)
    elif role == "light":
        reading.lights.extend([light_wish(phrase)] * min(_MOST_LIGHTS, phrase.count))
    elif role == "shell":
        paint(reading, shell_part(phrase), looks_color(phrase) or _covered(phrase))
        raise_ceiling(reading, shell_part(phrase), phrase.extent)
    if role == "nothing" and singular(phrase.head) in _EVENTS and reading.setting is None:
        places = [named_setting(word) for word in phrase.label.split()[:-1]]
        place = next((row for row in places if row is not None), None)
        if place is not None:
            reading.setting, reading.setting_said = place, place.name  # "a garden party"
    for word in (phrase.head, *phrase.described, *phrase.label.split()):
        reading.time = wc.TIMES.get(word, reading.time)
        if role == "setting" and word in _SNOWY:
            reading.ground = "snow"
        if role == "time" and word in _SEASONS and reading.setting is None:
            reading.setting = named_setting(word)


def _covered(phrase: Phrase) -> str | None:
    """The colour that what lies on a floor or covers a wall usually has: "a parquet floor"."""
    words = (*phrase.described, *phrase.label.split())
    return next((_COVERED[word] for word in words if word in _COVERED), None)


def is_building_there(reading: Reading, phrase: Phrase) -> bool:
    """Whether the name of an indoor place names a building of the place outdoors told before."""
    known, found = reading.setting, setting_of(phrase)
    if known is None or known.kind != "outdoor" or found is None or found[0] is None:
        return False
    return found[0].kind == "room" and not (phrase.definite or phrase.noun)


def is_wall_there(reading: Reading, phrase: Phrase) -> bool:
    """Whether a single wall of stone is one of the open, and no room's."""
    outdoors = reading.setting is not None and reading.setting.kind == "outdoor"
    return outdoors and phrase.noun == "wall" and not (phrase.plural or phrase.definite)


def has_walls(reading: Reading) -> bool:
    """Whether the setting is in the open and has walls of its own, as an alley does."""
    return reading.setting is not None and bool(reading.setting.walls)


def paint(reading: Reading, part: str, color: str | None) -> None:
    """Colour the floor or the walls."""
    if color is not None and part == "wall":
        reading.wall_color = color
    elif color is not None and part == "floor":
        reading.floor_color = color


def raise_ceiling(reading: Reading, part: str, extent: Extent) -> None:
    """Note how high the ceiling is: "with a 2.2 m high ceiling", "the ceiling is low"."""
    if part in {"ceiling", "wall"} and (extent.height or extent.stretch[1] != 1.0):
        high = extent.fitted((_USUAL_HEIGHT,) * 3)[1]
        reading.ceiling = high if extent.height else max(_LOWEST, high)


def land_at(line: Line, at: int) -> tuple[str, int] | None:
    """The setting that "(in) the deep snow" tells of and the index after it."""
    for stop in range(at, at + _MOST_BEFORE):
        after = line.at(stop + 1)
        ends = after in {"", ",", "and"} or after in STOPS
        if line.at(stop) in LANDS and (ends or after in wc.HAVING or after in wc.PREPOSITIONS):
            return LANDS[line.at(stop)], stop + 1
    return None


def tell_land(reading: Reading, name: str) -> None:
    """Take the setting ``name`` where none was said."""
    row = named_setting(name)
    if reading.setting is None and row is not None:
        reading.setting, reading.setting_said = row, name
    elif row is not None and row.ground == "water" and (beside := by_water(reading, "water")):
        reading.setting_said = beside  # "houses along the water"
    elif row is not None and row.ground == "snow":
        reading.ground = row.ground  # "a camp on the ice"


def tell_view(reading: Reading, phrase: Phrase) -> None:
    """Take the place that one looks at such a view from, where none was said."""
    if phrase.head in {"sea", "ocean"}:
        tell_land(reading, "beach")
    elif phrase.head in {"sunset", "sunrise"}:
        reading.time = "sunset"


def _set_setting(reading: Reading, phrase: Phrase) -> None:
    found = setting_of(phrase)
    if found is None:
        return
    row, said = found
    if row is not None and reading.setting is None:
        reading.setting, reading.setting_said = row, said
    elif row is not None and (beside := by_water(reading, said)):
        reading.setting_said = beside
    if phrase.color is not None and singular(phrase.head).endswith("room"):
        reading.wall_color = reading.wall_color or phrase.color  # "a white room"
    if _FLOORED & set(phrase.said.split()):
        reading.floor_color = reading.floor_color or looks_color(phrase)
    if reading.setting_phrase is None or phrase.extent.said:
        reading.setting_phrase = phrase
