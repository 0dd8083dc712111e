"""The embedded speech engine: pocketsphinx with a language model of English and of scene commands.

It needs no network, no GPU and no download, hears US English, and one processor core keeps up with
it five times over. What does not belong here: reading WAV files, building the model (ops/asr).
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from consumers.asr.errors import EngineUnavailable, NoSpeech, TranscriptionCancelled
from consumers.asr.model_files import MODEL, unpack
from consumers.asr.port import SAMPLE_RATE, Samples, Transcript, Word, unheard
from consumers.asr.utterance import Utterance, utterances

NAME = f"pocketsphinx:{MODEL}"
FRAMES_PER_SECOND = 100
MOST_HINTS = 64
"""Hinted words taught for one utterance."""
MOST_TAUGHT = 256
"""Taught words after which the decoder starts afresh: each takes a little from all others."""

# The default beams drop the right word's last phone too early: wider ones make a third fewer faults
# and still take a seventh of real time. "batch" levels each utterance by itself, so that what was
# heard before does not change what is heard now. Chosen by ops/asr/measure_wer.py --tuning.
_DECODER = {
    "beam": 1e-60,
    "wbeam": 1e-40,
    "lpbeam": 1e-50,
    "lponlybeam": 1e-40,
    "bestpathlw": 12.0,
    "cmn": "batch",
    "loglevel": "FATAL",
}
_SILENCE = re.compile(r"^[<\[+]")
_VARIANT = re.compile(r"\(\d+\)$")


class PocketsphinxRecognizer:
    """Hears with pocketsphinx. Loads (0.1 s) on first use; ``cache`` keeps the unpacked model."""

    name = NAME

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._lock = threading.Lock()
        self._decoder: Any = None
        self._taught = 0

    def transcribe(
        self,
        samples: Samples,
        *,
        hints: Sequence[str] = (),
        cancelled: Callable[[], bool],
        progress: Callable[[float], None] = unheard,
    ) -> Transcript:
        """The words in ``samples`` (16 kHz); see the port for what it raises.

        Only hints that the model does not know make a difference: they become hearable.
        """
        parts = utterances(samples)
        words: list[Word] = []
        with self._lock:
            decoder = self._ready(hints)
            for done, part in enumerate(parts, 1):
                if cancelled():
                    raise TranscriptionCancelled
                words.extend(_heard(decoder, part))
                progress(done / len(parts))
        if not words:
            raise NoSpeech
        return Transcript(
            text=" ".join(word.text for word in words),
            confidence=sum(word.confidence for word in words) / len(words),
            language="en",
            engine=NAME,
            duration_s=len(samples) / SAMPLE_RATE,
            words=tuple(words),
        )

    def _ready(self, hints: Sequence[str]) -> Any:
        if self._decoder is None or self._taught > MOST_TAUGHT:
            self._decoder, self._taught = _loaded(self._cache), 0
        self._taught += _teach(self._decoder, hints)
        return self._decoder


def _loaded(cache: Path) -> Any:
    try:
        from pocketsphinx import Decoder
    except ImportError as error:
        raise EngineUnavailable(NAME, str(error), "pip install pocketsphinx") from error
    model = unpack(cache)
    return Decoder(lm=str(model.language_model), dict=str(model.dictionary), **_DECODER)


def _heard(decoder: Any, part: Utterance) -> Iterator[Word]:
    decoder.start_utt()
    try:
        decoder.process_raw((part.samples * 32767).astype(np.int16).tobytes(), full_utt=True)
    finally:
        decoder.end_utt()
    for segment in decoder.seg() or ():
        if not _SILENCE.match(segment.word):
            yield Word(
                text=_VARIANT.sub("", segment.word).lower(),
                start_s=part.start_s + segment.start_frame / FRAMES_PER_SECOND,
                end_s=part.start_s + (segment.end_frame + 1) / FRAMES_PER_SECOND,
                confidence=min(1.0, float(segment.prob)),
            )


def _teach(decoder: Any, hints: Sequence[str]) -> int:
    """Adds the hinted words that the model lacks and the full dictionary can pronounce."""
    words = {word for hint in hints for word in re.findall(r"[a-z']+", hint.lower())}
    unknown = [word for word in sorted(words) if decoder.lookup_word(word) is None][:MOST_HINTS]
    sounds = _pronunciations(unknown) if unknown else {}
    for number, (word, phones) in enumerate(sounds.items(), start=1):
        decoder.add_word(word, phones, number == len(sounds))
    return len(sounds)


def _pronunciations(words: Sequence[str]) -> dict[str, str]:
    """How ``words`` sound by the dictionary pocketsphinx bundles, which has 130 000 of them."""
    from pocketsphinx import get_model_path

    wanted, sounds = set(words), {}
    with Path(get_model_path(), "en-us", "cmudict-en-us.dict").open(encoding="utf-8") as lines:
        for line in lines:
            word, _, phones = line.partition(" ")
            if word in wanted:
                sounds[word] = phones.strip()
    return sounds
