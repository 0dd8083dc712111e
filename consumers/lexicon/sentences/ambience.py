"""Light and weather in words: "candlelit", "at golden hour", "on a foggy morning".

What belongs here: words that say how a scene is lit or what the weather is, wherever they stand.
What does not: lights that are things or wishes of their own ("a warm spotlight"), which are noun
phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from consumers.lexicon.sentences.reading import Reading
from consumers.lexicon.words.plurals import singular, word_classes
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import LightWish

_WARM, _COOL, _FIRE = "#ffd6a3", "#cfe3ff", "#ffb066"

_LIT: dict[str, tuple[str | None, LightWish | None]] = {
    "candlelit": (None, LightWish(kind="point", color=_WARM, intensity=0.5)),
    "candle lit": (None, LightWish(kind="point", color=_WARM, intensity=0.5)),
    "lit by candles": (None, LightWish(kind="point", color=_WARM, intensity=0.5)),
    "lamplit": (None, LightWish(kind="point", color=_WARM, intensity=0.7)),
    "lantern lit": (None, LightWish(kind="point", color=_WARM, intensity=0.6)),
    "torchlit": (None, LightWish(kind="point", color=_FIRE, intensity=0.7)),
    "torch lit": (None, LightWish(kind="point", color=_FIRE, intensity=0.7)),
    "firelit": (None, LightWish(kind="point", color=_FIRE, intensity=0.7)),
    "fire lit": (None, LightWish(kind="point", color=_FIRE, intensity=0.7)),
    "neon lit": (None, LightWish(kind="point", color="#ff5cd6", intensity=0.9)),
    "dimly lit": (None, LightWish(kind="point", color=_WARM, intensity=0.4)),
    "softly lit": (None, LightWish(kind="point", color=_WARM, intensity=0.7)),
    "brightly lit": (None, LightWish(kind="point", color="#ffffff", intensity=1.6)),
    "well lit": (None, LightWish(kind="point", color="#ffffff", intensity=1.4)),
    "moonlit": ("night", None),
    "moon lit": ("night", None),
    "starlit": ("night", None),
    "sunlit": ("day", None),
    "sun lit": ("day", None),
    "sun drenched": ("day", None),
    "sun dappled": ("day", None),
    "golden hour": ("sunset", None),
    "blue hour": ("sunset", None),
    "magic hour": ("sunset", None),
    "at daybreak": ("sunset", None),
    "at first light": ("sunset", None),
}
_WORDS = re.compile("(?:" + "|".join(sorted(_LIT, key=len, reverse=True)) + ")(?= |$)")

WEATHER = frozenset({
    "rain", "storm", "thunderstorm", "snowstorm", "blizzard", "fog", "mist", "haze", "drizzle",
    "lightning", "thunder", "wind", "breeze", "hail", "hurricane", "tornado", "rainstorm",
    "sandstorm", "snowfall", "downpour", "rainfall", "heatwave",
})  # fmt: skip
"""What the air does; it is no thing, and scenes do not show it yet."""
_ADJECTIVES = frozenset({"rainy", "stormy", "foggy", "misty", "hazy", "windy", "overcast"})


_PALETTE = re.compile(
    r"(?:all )?(?:in|with|of) (?:(?:soft|warm|cool|bright|light|dark|muted|earthy|natural|neutral"
    r"|vivid|bold|calm|gentle|pastel|autumn|summer|spring|winter|cheerful|soothing|cold|deep|rich"
    r"|pale|vibrant|subtle|earth|jewel|candy|monochrome) (?:and )?(?:, )?)+"
    r"(?:colou?rs?|tones?|shades?|hues?|pastels|palette|tints?)(?= |$)"
)
"""What says of all colours what they are like, and names none."""


def without_ambience(line: Line, reading: Reading) -> Line:
    """``line`` without words like "candlelit"; what they say goes into ``reading``."""
    words: list[str] = []
    at = 0
    while at < len(line):
        found = line.match(_PALETTE, at)
        if found is not None:
            at = found[1]
            continue
        found = line.match(_WORDS, at)
        if found is None:
            words.append(line.at(at))
            at += 1
            continue
        time, light = _LIT[found[0].group()]
        reading.time = time or reading.time
        reading.lights.extend([light] if light else [])
        at = found[1]
    unseen = sorted(set(_weather(line)))
    if unseen:
        reading.notes.append(f"Weather is not shown: {', '.join(unseen)}.")
    return Line(tuple(words), line.truncated)


def _weather(line: Line) -> Iterator[str]:
    for word in line.words:
        if word in _ADJECTIVES or (singular(word) in WEATHER and "NOUN" in word_classes(word)):
            yield word
