"""A spoken prompt, in the formats that microphones and headsets deliver."""

from __future__ import annotations

import io
import wave
from pathlib import Path

import numpy as np
import pytest
from scipy.io import wavfile
from scipy.signal import resample_poly

from tests.acceptance.stack import Up
from tests.acceptance.unity import unity

SPEECH = Path(__file__).parents[1] / "fixtures" / "speech"


def spoken() -> tuple[np.ndarray, int]:
    with wave.open(str(SPEECH / "create_room_rms.wav")) as wav:
        frames = np.frombuffer(wav.readframes(wav.getnframes()), dtype=np.int16)
        return frames.astype(np.float32) / 32768, wav.getframerate()


@pytest.mark.parametrize(
    ("rate", "channels", "kind"),
    [(8_000, 1, np.int16), (16_000, 1, np.int16), (44_100, 2, np.int16), (48_000, 2, np.float32)],
)
async def test_the_transcript_comes_before_the_answer(
    stack: Up, rate: int, channels: int, kind: type
) -> None:
    samples, source = spoken()
    sound = resample_poly(samples, rate, source)
    sound = np.clip(sound, -1, 1)
    sound = sound if kind is np.float32 else (sound * 32767).astype(np.int16)
    file = io.BytesIO()
    wavfile.write(file, rate, np.stack([sound.astype(kind)] * channels, axis=1))
    async with unity(stack.ws) as client:
        frames = await client.say(file.getvalue())
    assert frames[0].type == "convert_speech"
    assert "red sofa" in frames[0].text
    assert frames[-1].status == 200, frames[-1].text
