"""The better speech engine: faster-whisper, where its package and a model are on this machine.

Nothing is downloaded here: weights are fetched on purpose, by the command that the error names.
What does not belong here: reading WAV files, choosing between engines.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from consumers.asr.errors import EngineUnavailable, NoSpeech, TranscriptionCancelled
from consumers.asr.port import SAMPLE_RATE, Samples, Transcript, Word, unheard
from consumers.handler import OutOfDeviceMemory

NO_SPEECH = 0.6
UNLIKELY = -1.0
"""A segment is dropped if it is likelier than NO_SPEECH no speech and its mean log probability is
below UNLIKELY: Whisper writes "Thank you." into silence otherwise."""
MOST_HINTS = 50
CUDA_COMMAND = "pip install nvidia-cublas-cu12 nvidia-cudnn-cu12"
VOICE = {"min_silence_duration_ms": 400}
"""Options of the voice detector: commands have shorter pauses than lectures."""


class HeardWord(Protocol):
    """A word as faster-whisper tells it; times in seconds."""

    start: float
    end: float
    word: str
    probability: float


class HeardSegment(Protocol):
    """A segment as faster-whisper tells it; times in seconds."""

    start: float
    end: float
    text: str
    avg_logprob: float
    no_speech_prob: float
    words: Sequence[HeardWord] | None


class WhisperRecognizer:
    """Hears with faster-whisper. Loads on first use.

    ``model``: a size (``small``) or a folder of CTranslate2 weights. ``language``: ISO 639-1 code,
    None to let the model tell. ``package``: the faster_whisper module, imported when None.
    """

    def __init__(
        self,
        model: str | Path,
        device: str = "auto",
        compute_type: str = "default",
        *,
        language: str | None = None,
        local_files_only: bool = True,
        package: Any = None,
    ) -> None:
        self.name = f"faster-whisper:{Path(model).name}"
        self._model = str(model)
        self._options = {
            "device": device,
            "compute_type": compute_type,
            "local_files_only": local_files_only,
        }
        self._language = language
        self._package = package
        self._lock = threading.Lock()
        self._loaded: Any = None

    def transcribe(
        self,
        samples: Samples,
        *,
        hints: Sequence[str] = (),
        cancelled: Callable[[], bool],
        progress: Callable[[float], None] = unheard,
    ) -> Transcript:
        """The words in ``samples`` (16 kHz); see the port for what it raises."""
        with self._lock:
            if cancelled():
                raise TranscriptionCancelled
            heard, language = self._heard(samples, hints, cancelled, progress)
        kept = [segment for segment in heard if not _is_silence(segment)]
        text = _plain(" ".join(segment.text for segment in kept))
        if not text:
            raise NoSpeech
        return Transcript(
            text=text,
            confidence=_confidence(kept),
            language=language,
            engine=self.name,
            duration_s=len(samples) / SAMPLE_RATE,
            words=tuple(_words(kept)),
        )

    def _heard(
        self,
        samples: Samples,
        hints: Sequence[str],
        cancelled: Callable[[], bool],
        progress: Callable[[float], None],
    ) -> tuple[list[HeardSegment], str]:
        """The segments and the language."""
        model = self._ready()
        duration_s = len(samples) / SAMPLE_RATE
        try:
            segments, info = model.transcribe(
                samples,
                language=self._language,
                vad_filter=True,
                vad_parameters=VOICE,
                condition_on_previous_text=False,
                word_timestamps=True,
                hotwords=_hotwords(hints),
            )
            # The segments are made while they are asked for: this loop is the work.
            return _until_cancelled(segments, cancelled, progress, duration_s), info.language
        except RuntimeError as error:
            if "out of memory" in str(error):
                raise OutOfDeviceMemory(f"{duration_s:.0f} s of speech", str(error)) from error
            # CTranslate2 looks for CUDA's libraries when it first computes, not when it loads.
            if "is not found or cannot be loaded" not in str(error):
                raise
            raise EngineUnavailable(self.name, str(error), CUDA_COMMAND) from error

    def _ready(self) -> Any:
        if self._loaded is None:
            package = self._package or import_package(self.name)
            try:
                self._loaded = package.WhisperModel(self._model, **self._options)
            # The hub's missing file is an OSError, a wrong size a ValueError, CTranslate2's faults
            # (half a model, no CUDA library) are RuntimeErrors.
            except (OSError, ValueError, RuntimeError) as error:
                raise EngineUnavailable(
                    self.name, f"its model does not load ({error})", fetch_command(self._model)
                ) from error
        return self._loaded


def import_package(engine: str) -> Any:
    """The faster_whisper module. Raises EngineUnavailable when it is not installed."""
    try:
        return import_module("faster_whisper")
    except ImportError as error:
        raise EngineUnavailable(
            engine, f"its package is missing ({error})", "pip install 'scenestream[whisper]'"
        ) from error


def fetch_command(model: str) -> str:
    """What puts ``model`` on this machine: a command, or for a folder what has to be in it."""
    if "/" in model or "\\" in model:
        return f"put CTranslate2 weights (model.bin) into {model} or name a size such as small"
    return f"python -c \"import faster_whisper; faster_whisper.download_model('{model}')\""


def _hotwords(hints: Sequence[str]) -> str | None:
    return ", ".join(list(dict.fromkeys(hints))[:MOST_HINTS]) or None


def _until_cancelled(
    segments: Iterable[HeardSegment],
    cancelled: Callable[[], bool],
    progress: Callable[[float], None],
    duration_s: float,
) -> list[HeardSegment]:
    heard: list[HeardSegment] = []
    done = 0.0
    for segment in segments:
        if cancelled():
            raise TranscriptionCancelled
        heard.append(segment)
        # What a model says of times may go backwards.
        done = max(done, min(float(segment.end) / duration_s, 1.0))
        progress(done)
    return heard


def _is_silence(segment: HeardSegment) -> bool:
    return segment.no_speech_prob > NO_SPEECH and segment.avg_logprob < UNLIKELY


def _confidence(segments: Sequence[HeardSegment]) -> float:
    """The mean probability of a token, long segments counting for more."""
    weights = [max(segment.end - segment.start, 0.01) for segment in segments]
    sure = [math.exp(min(segment.avg_logprob, 0.0)) for segment in segments]
    return float(sum(w * s for w, s in zip(weights, sure, strict=True)) / sum(weights))


def _words(segments: Sequence[HeardSegment]) -> Iterable[Word]:
    for segment in segments:
        for word in segment.words or ():
            # It counts in NumPy's floats, which is nobody else's business.
            times = float(word.start), float(word.end)
            yield Word(_plain(word.word), *times, float(word.probability))


def _plain(text: str) -> str:
    """One line of what can be read: a model may write any token, control characters too."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
