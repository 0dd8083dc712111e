"""Where the speech is in a recording, by its energy, and at a level that recognizers expect.

Enough for a headset or a quiet room; engines with a trained voice detector do not need it. What
does not belong here: words, files.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, sosfiltfilt

from consumers.asr.errors import NoSpeech
from consumers.asr.port import SAMPLE_RATE, Samples

FRAME = SAMPLE_RATE // 50
"""Samples of one frame, 20 ms."""
SILENT_DB = -65.0
"""Level (dB of full scale) below which nothing counts as speech, however quiet the rest is."""
ABOVE_NOISE_DB = 6.0
LEAST_SPEECH = 6
"""Frames of speech below which it was a click."""
PADDING = 12
"""Frames kept around the speech: soft consonants lie below the threshold."""
TARGET_RMS = 0.1
MOST_GAIN = 300.0
SHORTEST, LONGEST = 8 * 50, 20 * 50
"""Frames. A long recording is cut in parts of such lengths, where it is quietest."""
PAUSE = 10
"""Frames over which "quietest" is judged."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A stretch of speech at an even level; ``start_s`` in seconds from the recording's start."""

    start_s: float
    samples: Samples


def utterances(samples: Samples) -> list[Utterance]:
    """The speech in ``samples`` (16 kHz), silence trimmed, in parts of at most 20 seconds.

    Raises NoSpeech for silence, clicks and steady noise.
    """
    padded = np.pad(samples, (0, -len(samples) % FRAME))
    # Hum and rumble below speech would hide pauses; 0.1 s is the filter's own settling time.
    band = butter(2, 90, "highpass", fs=SAMPLE_RATE, output="sos")
    if len(padded) < LEAST_SPEECH * FRAME:
        raise NoSpeech
    clean = sosfiltfilt(band, padded.astype(np.float64))
    levels = _levels(clean)
    spoken = _spoken(levels)
    first = max(0, int(spoken[0]) - PADDING)
    last = min(len(levels), int(spoken[-1]) + 1 + PADDING)
    rms = np.sqrt(np.mean(np.square(clean.reshape(-1, FRAME)[spoken])))
    even = clean * min(TARGET_RMS / rms, MOST_GAIN)
    even = (even / max(1.0, float(np.abs(even[first * FRAME : last * FRAME]).max()))).astype(
        np.float32
    )
    cuts = [first, *_cuts(levels, first, last), last]
    return [
        Utterance(start * FRAME / SAMPLE_RATE, even[start * FRAME : end * FRAME])
        for start, end in pairwise(cuts)
    ]


def _levels(samples: NDArray[np.float64]) -> NDArray[np.float64]:
    power = np.square(samples.reshape(-1, FRAME)).mean(axis=1)
    return np.asarray(10 * np.log10(power + 1e-12))


def _spoken(levels: NDArray[np.float64]) -> NDArray[np.intp]:
    """The frames that hold speech: louder than the noise, which is what the quietest tenth is."""
    noise = float(np.percentile(levels, 10))
    spoken = np.flatnonzero(levels > max(noise + ABOVE_NOISE_DB, SILENT_DB))
    if len(spoken) < LEAST_SPEECH:
        raise NoSpeech
    return spoken


def _cuts(levels: NDArray[np.float64], first: int, last: int) -> list[int]:
    smooth = np.convolve(levels, np.ones(PAUSE) / PAUSE, "same")
    cuts: list[int] = []
    start = first
    while last - start > LONGEST:
        start += SHORTEST + int(np.argmin(smooth[start + SHORTEST : start + LONGEST]))
        cuts.append(start)
    return cuts
