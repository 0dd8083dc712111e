"""Reading WAV bytes: every width and layout recorders write, and what is wrong with the rest."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from consumers.asr import errors
from consumers.asr.errors import SpeechError
from consumers.asr.wav import decode_wav, to_16k

RATE = 16_000
TONE = 0.5 * np.sin(2 * np.pi * 440 * np.arange(RATE // 4) / RATE)


def chunk(name: bytes, body: bytes, size: int | None = None) -> bytes:
    length = len(body) if size is None else size
    return name + struct.pack("<I", length) + body + b"\0" * (len(body) & 1)


def wav(
    body: bytes,
    *,
    tag: int = 1,
    channels: int = 1,
    rate: int = RATE,
    bits: int = 16,
    before: bytes = b"",
    data_size: int | None = None,
    extensible: bool = False,
) -> bytes:
    block = channels * bits // 8
    layout = struct.pack("<HHIIHH", tag, channels, rate, rate * block, block, bits)
    if extensible:
        guid = struct.pack("<H", tag) + bytes.fromhex("000000001000800000aa00389b71")
        layout = struct.pack("<H", 0xFFFE) + layout[2:] + struct.pack("<HHI", 22, bits, 0) + guid
    chunks = chunk(b"fmt ", layout) + before + chunk(b"data", body, data_size)
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


def stored(samples: NDArray[np.float64], kind: str) -> bytes:
    if kind == "u1":
        return (samples * 127 + 128).round().astype(np.uint8).tobytes()
    if kind == "i3":
        whole = (samples * (2**23 - 1)).astype("<i4")
        return whole.view(np.uint8).reshape(-1, 4)[:, :3].tobytes()
    if kind.startswith("i"):
        samples = samples * (2 ** (8 * int(kind[1]) - 1) - 1)
    return bytes(samples.astype(f"<{kind}").tobytes())


@pytest.mark.parametrize("extensible", [False, True])
@pytest.mark.parametrize(
    ("kind", "tag", "bits", "tolerance"),
    [
        ("u1", 1, 8, 2e-2),
        ("i2", 1, 16, 1e-4),
        ("i3", 1, 24, 1e-6),
        ("i4", 1, 32, 1e-6),
        ("f4", 3, 32, 1e-6),
        ("f8", 3, 64, 1e-6),
    ],
)
def test_every_width_gives_the_same_samples(
    kind: str, tag: int, bits: int, tolerance: float, extensible: bool
) -> None:
    data = wav(stored(TONE, kind), tag=tag, bits=bits, extensible=extensible)
    samples, rate = decode_wav(data)
    assert rate == RATE
    assert samples.dtype == np.float32
    np.testing.assert_allclose(samples, TONE, atol=tolerance)


def test_stereo_is_averaged() -> None:
    both = np.stack([TONE, TONE / 2], axis=1).ravel()
    samples, _ = decode_wav(wav(stored(both, "i2"), channels=2))
    np.testing.assert_allclose(samples, TONE * 0.75, atol=1e-3)


def test_channels_that_cancel_each_other_are_still_heard() -> None:
    opposite = np.stack([TONE, -TONE], axis=1).ravel()
    samples, _ = decode_wav(wav(stored(opposite, "i2"), channels=2))
    np.testing.assert_allclose(samples, TONE, atol=1e-3)


@pytest.mark.parametrize("size", [0, 0xFFFF_FFFF, 0xFFFF_FF00, 10_000_000])
def test_a_streamed_or_wrong_length_reads_what_is_there(size: int) -> None:
    samples, _ = decode_wav(wav(stored(TONE, "i2"), data_size=size))
    assert len(samples) == len(TONE)


def test_a_file_cut_inside_a_sample_keeps_the_whole_samples() -> None:
    samples, _ = decode_wav(wav(stored(TONE, "i2"))[:-3])
    assert len(samples) == len(TONE) - 2


def test_odd_chunks_before_the_samples_are_passed_over() -> None:
    before = chunk(b"LIST", b"INFOISFT\x03\0\0\0abc") + chunk(b"junk", b"x")
    samples, _ = decode_wav(wav(stored(TONE, "i2"), before=before))
    assert len(samples) == len(TONE)


def test_floats_in_the_range_of_integers_are_scaled_not_clipped() -> None:
    samples, _ = decode_wav(wav(stored(TONE * 32768, "f4"), tag=3, bits=32))
    np.testing.assert_allclose(samples, TONE * 2, atol=1e-3)


def test_floats_that_are_no_numbers_are_silence() -> None:
    broken = TONE.copy()
    broken[3:6] = [np.nan, np.inf, -np.inf]
    samples, _ = decode_wav(wav(stored(broken, "f8"), tag=3, bits=64))
    assert samples[3:6].tolist() == [0, 0, 0]


@pytest.mark.parametrize("rate", [8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000, 192_000])
def test_every_rate_arrives_at_16_khz_with_its_tone(rate: int) -> None:
    tone = 0.5 * np.sin(2 * np.pi * 440 * np.arange(rate // 2) / rate)
    samples = to_16k(*decode_wav(wav(stored(tone, "i2"), rate=rate)))
    assert abs(len(samples) - 8_000) <= 1
    assert samples.dtype == np.float32
    assert int(np.abs(np.fft.rfft(samples)).argmax()) * 16_000 / len(samples) == pytest.approx(
        440, abs=3
    )


def test_resampling_folds_no_high_tone_into_speech() -> None:
    tone = 0.5 * np.sin(2 * np.pi * 15_000 * np.arange(48_000) / 48_000)
    assert np.abs(to_16k(tone.astype(np.float32), 48_000)[200:-200]).max() < 0.01


GOOD = stored(TONE, "i2")

MESSAGES: list[tuple[bytes, str]] = [
    (b"", "the audio is empty: send a recorded WAV file"),
    (b"ID3\x04rest of it", "the audio is MP3, not WAV: send RIFF WAV, PCM or float"),
    (b"OggS\0\x02rest of it", "the audio is Ogg, not WAV: send RIFF WAV, PCM or float"),
    (b"\x1aE\xdf\xa3webm", "the audio is WebM, not WAV: send RIFF WAV, PCM or float"),
    (b"\0\0\0\x20ftypM4A ", "the audio is MP4, not WAV: send RIFF WAV, PCM or float"),
    (
        b"RIFF\x10\0\0\0AVI ",
        "the audio is RIFF of another kind, not WAV: send RIFF WAV, PCM or float",
    ),
    (b"RI", "the audio is unknown, not WAV: send RIFF WAV, PCM or float"),
    (
        wav(GOOD, tag=0x55),
        "the WAV file holds MP3 samples: send PCM (8-32 bit) or float samples",
    ),
    (
        wav(GOOD, tag=0x1234),
        "the WAV file holds unknown (format 0x1234) samples: send PCM (8-32 bit) or float samples",
    ),
    (wav(b""), "the WAV file holds no samples: record for longer before sending"),
    (wav(GOOD)[:36], "the WAV file holds no samples: record for longer before sending"),
    (wav(GOOD)[:20], "the WAV file's format chunk is cut off: record it again"),
    (wav(GOOD)[:12], "the WAV file has no format chunk: record it again"),
    (wav(GOOD, rate=4_000), "the WAV file has 4000 samples a second: send 8000 to 192000"),
    (
        wav(GOOD, channels=0),
        "the WAV file claims 0 channels of 16 bits: "
        "send 8, 16, 24 or 32 bit PCM, or 32 or 64 bit float",
    ),
    (
        wav(bytes(2 * 8_000 * 121), rate=8_000),
        "the audio lasts 121 s, the limit is 120 s: say it in several shorter recordings",
    ),
]


@pytest.mark.parametrize(("data", "message"), MESSAGES)
def test_what_is_wrong_is_named_with_a_remedy(data: bytes, message: str) -> None:
    with pytest.raises(SpeechError) as caught:
        decode_wav(data)
    assert str(caught.value) == message


def test_the_limit_is_the_callers() -> None:
    with pytest.raises(errors.AudioTooLong) as caught:
        decode_wav(wav(GOOD), limit_s=0.1)
    assert caught.value.duration_s == 0.25


@given(st.binary(max_size=200))
def test_any_bytes_give_samples_or_a_speech_error(noise: bytes) -> None:
    for data in (noise, wav(GOOD)[:12] + noise, wav(noise), wav(GOOD)[:36] + noise):
        try:
            samples, rate = decode_wav(data)
        except SpeechError:
            continue
        assert rate >= 8_000
        assert np.isfinite(samples).all()
        assert np.abs(samples).max() <= 1
