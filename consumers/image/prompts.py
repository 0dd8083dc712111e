"""A prompt that fits the model: what it can not read would be cut off at the end, and the end is
where it says that the subject stands alone. Pure.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from consumers.image.errors import EmptyPrompt

logger = logging.getLogger(__name__)

KEPT_PHRASES = 3
"""Phrases at the end that a long prompt keeps: the view and the background, which the prompt stage
appends."""
MOST_CHARS = 20_000
"""More than any model reads; tokenizers take their time over megabytes."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """``text`` fits; ``dropped`` words of the prompt are not in it."""

    text: str
    dropped: int = 0


def fitted(prompt: str, limit: int, count: Callable[[str], int]) -> Fitted:
    """``prompt`` with at most ``limit`` tokens, as ``count`` counts them: words go from before its
    last phrases. Raises ``EmptyPrompt``.
    """
    # A lone surrogate is no text, and tokenizers refuse it.
    text = prompt.encode("utf-8", "replace").decode("utf-8")
    words = "".join(c if c.isprintable() else " " for c in text).split()
    if not words:
        raise EmptyPrompt
    whole = " ".join(words)
    if len(whole) <= MOST_CHARS and count(whole) <= limit:
        return Fitted(whole)
    subject, end = _parted(whole)
    found = _longest(subject.split(), end, limit, count)
    if found is None:
        found = _longest(words, "", limit, count) or words[0][:limit]
    kept = Fitted(found, max(len(words) - len(found.split()), 0))
    logger.warning("prompt.shortened", extra={"dropped": kept.dropped, "limit": limit})
    return kept


def _parted(whole: str) -> tuple[str, str]:
    phrases = whole.split(", ")
    if len(phrases) <= KEPT_PHRASES:
        return whole, ""
    return ", ".join(phrases[:-KEPT_PHRASES]), ", ".join(phrases[-KEPT_PHRASES:])


def _longest(words: list[str], end: str, limit: int, count: Callable[[str], int]) -> str | None:
    """As many of ``words`` as fit before ``end``; None if not even one does."""

    def text(kept: int) -> str:
        first = " ".join(words[:kept]).rstrip(" ,;.")
        return f"{first}, {end}" if end else first

    low, high = 0, min(len(words), limit)
    while low < high:
        middle = (low + high + 1) // 2
        said = text(middle)
        if len(said) <= MOST_CHARS and count(said) <= limit:
            low = middle
        else:
            high = middle - 1
    return text(low) if low else None
