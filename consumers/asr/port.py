"""What a speech engine is: samples in, a transcript out.

What does not belong here: engines, audio files, settings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 16_000
"""Hertz; every engine hears at this rate."""

Samples = NDArray[np.float32]
"""One channel, in [-1, 1]."""


@dataclass(frozen=True, slots=True)
class Word:
    """One heard word; ``start_s`` and ``end_s`` in seconds from the start of the samples."""

    text: str
    start_s: float
    end_s: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was heard.

    ``text`` is one plain sentence, never empty. ``confidence`` runs from 0 to 1, is the engine's
    own opinion and can be compared only within one engine. ``language`` is an ISO 639-1 code.
    ``engine`` names the engine and its model. ``duration_s`` is the length of the audio. ``words``
    is empty when the engine does not tell.
    """

    text: str
    confidence: float
    language: str
    engine: str
    duration_s: float
    words: tuple[Word, ...] = ()


def unheard(fraction: float) -> None:
    """The progress of what nobody waits for."""


class Recognizer(Protocol):
    """A speech engine. One object serves many threads; it hears one utterance at a time."""

    @property
    def name(self) -> str:
        """The engine and its model, ``pocketsphinx:mixed-en``."""

    def transcribe(
        self,
        samples: Samples,
        *,
        hints: Sequence[str] = (),
        cancelled: Callable[[], bool],
        progress: Callable[[float], None] = unheard,
    ) -> Transcript:
        """The words in ``samples`` (16 kHz).

        ``hints`` are words that are likely to be said, such as the names of the scene's objects.
        ``cancelled`` is asked between parts of the work, and ``progress`` told how much of the
        audio (0-1) is done.

        Raises NoSpeech when nothing was said, EngineUnavailable when the engine can not start,
        TranscriptionCancelled when ``cancelled`` said so.
        """
