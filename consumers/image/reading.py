"""How much of a prompt a pipeline reads: by which tokenizer, and up to how many tokens.

What does not belong here: shortening a prompt to that (``prompts``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from consumers.image.models import Habit
from consumers.image.prompts import Fitted, fitted

CLIP_TOKENS = 77
LONG_CHARS, LONG_TOKENS = 768, 512
"""A prompt of more characters is read by the longer of the lengths that T5 has in SD 3 and FLUX. It
makes each step slower, and another picture, so it depends on nothing but the prompt."""
READ_LONG = ("StableDiffusion3", "Flux")
TOKENS = "max_sequence_length"


@dataclass(frozen=True, slots=True)
class Reader:
    """``usual`` and ``long``: tokens of a prompt that count, of one that is long or not.

    ``told``: whether the pipeline's call is told how many.
    """

    tokenizer: Any
    usual: int
    long: int
    told: bool

    def most(self, prompt: str) -> int:
        """How many tokens of ``prompt`` count."""
        return self.long if is_long(prompt) else self.usual

    def fitted(self, prompt: str) -> Fitted:
        """``prompt``, shortened to what is read of it. Raises ``EmptyPrompt``."""
        return fitted(prompt, self.most(prompt), self._count)

    def _count(self, text: str) -> int:
        if self.tokenizer is None:
            return len(text.split())
        return len(self.tokenizer(text).input_ids)


def is_long(prompt: str) -> bool:
    """Whether ``prompt`` is read by the longer length, where there are two."""
    return len(prompt) > LONG_CHARS


def reader_of(pipeline: Any, call: Mapping[str, Any], habit: Habit) -> Reader:
    """How ``pipeline`` reads. ``call``: the arguments of its call, with their defaults."""
    named = [getattr(pipeline, f"tokenizer{which}", None) for which in ("_3", "_2", "")]
    there = [tokenizer for tokenizer in named if tokenizer is not None]
    if TOKENS in call:
        usual = int(habit.more.get(TOKENS) or call[TOKENS] or CLIP_TOKENS)
        kind = type(pipeline).__name__
        long = LONG_TOKENS if kind.startswith(READ_LONG) and TOKENS not in habit.more else usual
        for tokenizer in there:
            if "CLIP" not in type(tokenizer).__name__:
                return Reader(tokenizer, usual, long, told=True)
    return Reader(there[0] if there else None, CLIP_TOKENS, CLIP_TOKENS, told=False)
