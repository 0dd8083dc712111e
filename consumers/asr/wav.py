"""WAV bytes to samples: PCM and float, any sane rate, headers as bad as recorders write them.

What does not belong here: finding the speech in the samples, other containers.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from math import gcd
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.signal import resample_poly

from consumers.asr.errors import (
    AudioTooLong,
    CompressedCodec,
    EmptyAudio,
    NoSamples,
    NotWav,
    UnreadableWav,
)
from consumers.asr.port import SAMPLE_RATE, Samples

LIMIT_S = 120.0
RATES = range(8_000, 192_001)

_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
_CODECS = {2: "ADPCM", 6: "A-law", 7: "mu-law", 0x11: "IMA ADPCM", 0x31: "GSM 6.10",
           0x50: "MPEG", 0x55: "MP3", 0xFF: "AAC", 0x161: "WMA"}  # fmt: skip
_STARTS = {
    b"ID3": "MP3", b"\xff\xfb": "MP3", b"\xff\xf3": "MP3", b"\xff\xf2": "MP3", b"OggS": "Ogg",
    b"fLaC": "FLAC", b"\x1aE\xdf\xa3": "WebM", b"FORM": "AIFF", b"caff": "CAF", b"#!AMR": "AMR",
    b"RIFX": "big-endian RIFF", b"RIFF": "RIFF of another kind", b"\xff\xf1": "AAC", b"{": "JSON",
    b".snd": "AU",
}  # fmt: skip
_HUGE = 0xFFFF_FF00
"""Recorders that stream write a length of about 2**32 (or 0), for they do not know it yet."""
_QUIET_SUM = 0.1
"""Below this share of the loudest channel's power the channels cancel each other."""


@dataclass(frozen=True, slots=True)
class _Format:
    """The fmt chunk: ``bits`` a sample takes up in the file, ``tag`` PCM or float."""

    tag: int
    channels: int
    rate: int
    bits: int


def decode_wav(data: bytes, *, limit_s: float = LIMIT_S) -> tuple[Samples, int]:
    """One channel of samples in [-1, 1], and their rate in hertz.

    Channels are averaged. A data length that is wrong is not believed: what is there is read.
    Raises a SpeechError that names what is wrong.
    """
    layout, body = _parts(data)
    width = layout.channels * layout.bits // 8
    frames = len(body) // width
    if frames == 0:
        raise NoSamples
    if frames > limit_s * layout.rate:
        raise AudioTooLong(frames / layout.rate, limit_s)
    samples = _scaled(body[: frames * width], layout).reshape(frames, layout.channels)
    return _one_channel(samples), layout.rate


def to_16k(samples: Samples, rate: int) -> Samples:
    """``samples`` of ``rate`` hertz at 16 kHz, by polyphase filtering."""
    if rate == SAMPLE_RATE:
        return samples
    shared = gcd(rate, SAMPLE_RATE)
    resampled: Samples = resample_poly(samples, SAMPLE_RATE // shared, rate // shared)
    return resampled.clip(-1.0, 1.0).astype(np.float32)


def _parts(data: bytes) -> tuple[_Format, bytes]:
    """The format and the bytes of the samples."""
    if not data:
        raise EmptyAudio
    if data[:4] not in (b"RIFF", b"RF64") or data[8:12] != b"WAVE":
        raise NotWav(_named(data))
    layout: _Format | None = None
    for name, body in _chunks(data):
        if name == b"fmt ":
            layout = _format(body)
        elif name == b"data":
            if layout is None:
                break
            return layout, body
    if layout is None:
        raise UnreadableWav("the WAV file has no format chunk", "record it again")
    raise NoSamples


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk's name and body. A body that claims to be longer than the file ends with it."""
    at = 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        at += 8
        streamed = name == b"data" and (size == 0 or size >= _HUGE)
        end = len(data) if streamed else min(at + size, len(data))
        yield name, data[at:end]
        at = end + (size & 1)


def _format(body: bytes) -> _Format:
    if len(body) < 16:
        raise UnreadableWav("the WAV file's format chunk is cut off", "record it again")
    tag, channels, rate, _, block, bits = struct.unpack_from("<HHIIHH", body)
    if tag == _EXTENSIBLE and len(body) >= 26:
        tag = struct.unpack_from("<H", body, 24)[0]
    if tag not in (_PCM, _FLOAT):
        raise CompressedCodec(_CODECS.get(tag, f"unknown (format {tag:#06x})"))
    if rate not in RATES:
        raise UnreadableWav(f"the WAV file has {rate} samples a second", "send 8000 to 192000")
    # A 12-bit sample lies in 16 bits, aligned to the top: the block says how wide it is stored.
    stored = block * 8 // channels if channels else 0
    stored = stored if stored % 8 == 0 and stored >= bits else (bits + 7) // 8 * 8
    if channels == 0 or stored not in ((8, 16, 24, 32) if tag == _PCM else (32, 64)):
        raise UnreadableWav(
            f"the WAV file claims {channels} channels of {bits} bits",
            "send 8, 16, 24 or 32 bit PCM, or 32 or 64 bit float",
        )
    return _Format(tag, channels, rate, stored)


def _scaled(body: bytes, layout: _Format) -> Samples:
    if layout.tag == _FLOAT:
        values = np.nan_to_num(np.frombuffer(body, f"<f{layout.bits // 8}"), posinf=0.0, neginf=0.0)
        # Some writers store integers' range in floats: scaling keeps the shape, clipping would not.
        return _single(values, max(1.0, float(np.abs(values).max())))
    if layout.bits == 8:
        return _single(np.frombuffer(body, np.uint8), 128) - np.float32(1)
    if layout.bits == 24:
        octets = np.frombuffer(body, np.uint8).reshape(-1, 3)
        body = np.pad(octets, ((0, 0), (1, 0))).tobytes()
    bits = 32 if layout.bits == 24 else layout.bits
    return _single(np.frombuffer(body, f"<i{bits // 8}"), 2.0 ** (bits - 1))


def _single(values: NDArray[Any], full_scale: float) -> Samples:
    single: Samples = values.astype(np.float32 if values.itemsize < 8 else np.float64)
    return (single / full_scale).astype(np.float32)


def _one_channel(samples: Samples) -> Samples:
    """The average of the channels, or the loudest where they cancel each other."""
    if samples.shape[1] == 1:
        return samples[:, 0]
    average: Samples = samples.mean(axis=1, dtype=np.float32)
    power = np.square(samples).mean(axis=0)
    if np.square(average).mean() < _QUIET_SUM * power.max():
        return samples[:, int(power.argmax())].copy()
    return average


def _named(data: bytes) -> str:
    if data[4:8] == b"ftyp":
        return "MP4"
    return next((kind for start, kind in _STARTS.items() if data.startswith(start)), "unknown")
