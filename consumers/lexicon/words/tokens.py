"""A sentence as words: lower case, contractions opened, hyphens and units split.

What belongs here: characters to words and the spans of joined words. What does not: any meaning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from consumers.lexicon.words.notation import spelled

MAX_WORDS = 700
"""Words of a text that are read. A scene needs fewer; an endless prompt must stay cheap."""

STOPS = frozenset({".", "!", "?", ";", ":", "\n"})

_PIECE = re.compile(
    r"#[0-9a-f]{6}\b"
    r"|\b3-?d\b"
    r"|\d+(?:[.,]\d+)?"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|[.,;:!?&+%°×\n\"“”]",
    re.IGNORECASE,
)
_OPENED = {
    "n't": "not",
    "'d": "would",
    "'ll": "will",
    "'re": "are",
    "'ve": "have",
    "'m": "am",
}
_IS_AFTER = frozenset({"there", "it", "that", "what", "where", "here", "who", "how", "he", "she"})
_SAME = {"&": "and", "+": "and", "×": "x", "°": "degrees", "%": "percent", "3-d": "3d"}
OPENED = {
    "let's": ("let", "us"), "can't": ("can", "not"), "won't": ("will", "not"),
    # As people type who leave the apostrophe out.
    "whats": ("what", "is"), "wheres": ("where", "is"), "hows": ("how", "is"),
    "whos": ("who", "is"), "thats": ("that", "is"), "theres": ("there", "is"),
    "im": ("i", "am"), "ive": ("i", "have"),
    "dont": ("do", "not"), "doesnt": ("does", "not"), "didnt": ("did", "not"),
    "isnt": ("is", "not"), "arent": ("are", "not"), "wasnt": ("was", "not"),
    "werent": ("were", "not"), "cant": ("can", "not"), "wont": ("will", "not"),
    "couldnt": ("could", "not"), "shouldnt": ("should", "not"), "wouldnt": ("would", "not"),
    "hasnt": ("has", "not"), "havent": ("have", "not"), "youre": ("you", "are"),
    # As people type in a hurry.
    "gonna": ("going", "to"), "wanna": ("want", "to"), "gimme": ("give", "me"),
    "lemme": ("let", "me"), "gotta": ("have", "to"), "pls": ("please",), "plz": ("please",),
    "teh": ("the",), "thru": ("through",), "nxt": ("next",), "em": ("them",), "da": ("the",),
    "cuz": ("because",), "ur": ("your",), "nvm": ("never", "mind"), "idk": ("i", "dunno"),
    "tbh": ("honestly",), "btw": ("also",),
}  # fmt: skip
"""Words that are short for others."""
_LETTERS = {"r": "are", "u": "you", "n": "and"}
"""Single letters that stand for a word between two others: "how many r there"."""
_NO_WORD_BEFORE = frozenset({"shape", "shaped", "turn", "bend"})


@dataclass(frozen=True)
class Line:
    """Words and punctuation marks of a text, in order."""

    words: tuple[str, ...]
    truncated: bool = False

    def __len__(self) -> int:
        return len(self.words)

    def at(self, index: int) -> str:
        """The word at ``index``, or "" outside the line."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def span(self, start: int, stop: int) -> str:
        """Words ``start`` to ``stop`` joined by single spaces."""
        return " ".join(self.words[start:stop])

    def part(self, start: int, stop: int) -> Line:
        """The words ``start`` to ``stop`` as a line of their own."""
        return Line(self.words[start:stop])

    @cached_property
    def _starts(self) -> list[int]:
        starts, offset = [], 0
        for word in self.words:
            starts.append(offset)
            offset += len(word) + 1
        return starts

    @cached_property
    def text(self) -> str:
        """All words joined by single spaces."""
        return " ".join(self.words)

    def match(self, pattern: re.Pattern[str], index: int) -> tuple[re.Match[str], int] | None:
        """``pattern`` matched from word ``index`` on, with the index after the last whole word."""
        if not 0 <= index < len(self.words):
            return None
        found = pattern.match(self.text, self._starts[index])
        if found is None or not found.group().strip():
            return None
        return found, index + len(found.group().split())


def read(text: str) -> Line:
    """``text`` as a line; at most ``MAX_WORDS`` words of it."""
    words: list[str] = []
    # Twelve characters a word is generous; cutting first keeps the pattern off endless input.
    bounded = text[: MAX_WORDS * 12].lower().replace("’", "'")
    for found in _PIECE.finditer(spelled(bounded)):
        words.extend(_opened(found.group(), words[-1] if words else ""))
        if len(words) >= MAX_WORDS:
            break
    truncated = len(words) >= MAX_WORDS or len(text) > len(bounded)
    return Line(tuple(_lettered(words[:MAX_WORDS])), truncated)


def _lettered(words: list[str]) -> list[str]:
    """``words`` with letters that stand for words written out; not "a u shaped sofa", "r 3"."""
    last = len(words) - 1
    return [
        _LETTERS[word]
        if word in _LETTERS
        and (0 < at < last or (word == "n" and at == 0 < last))
        and (words[at + 1].isalpha() or (word == "n" and words[at + 1].isdigit()))
        and words[at - 1] not in {"a", "an", "the"}
        and words[at + 1] not in _NO_WORD_BEFORE
        else word
        for at, word in enumerate(words)
    ]


def _opened(piece: str, before: str) -> tuple[str, ...]:
    if piece in _SAME:
        return (_SAME[piece],)
    if piece in '"“”':
        return ()
    if piece in OPENED:
        return OPENED[piece]
    if "'" not in piece:
        return (piece.replace(",", ".") if piece[0].isdigit() else piece,)
    for ending, word in _OPENED.items():
        if piece.endswith(ending) and len(piece) > len(ending):
            return (piece.removesuffix(ending), word)
    stem, _, tail = piece.partition("'")
    if tail == "s":
        return (stem, "is" if stem in _IS_AFTER else "'s")
    return (piece.replace("'", ""),)
