"""Reads the general English trigram model that the pocketsphinx wheel bundles.

The library can not write this model out again without loss, so the file is read here bit by bit. It
is a *trie language model*, little endian::

    "Trie Language Model"  order:u8  counts:u32[order]
    quantisation kind:i32  bigram prob, bigram back-off, trigram prob: float32[65536] each
    unigrams: (prob, back-off: float32, first bigram:u32)[counts[0] + 1]
    bigrams: packed (word, back-off code:16, prob code:16, first trigram)
    trigrams: packed (word, prob code:16)
    length:u32  words, each ended by NUL

Entries are stored last word first: below unigram ``w`` lie the words that come *before* ``w``.
Probabilities are logarithms to the base 1.0001. What does not belong here: mixing and writing.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

MAGIC = b"Trie Language Model"
LOG_BASE = 1.0001
CODES = 1 << 16


@dataclass(frozen=True, slots=True)
class GeneralModel:
    """A back-off trigram model. Arrays of one n-gram order run in parallel; probabilities in 0..1.

    ``bigrams`` is (n, 2) word indices in spoken order, ``trigrams`` (n, 3).
    """

    words: list[str]
    unigram: Floats
    bigrams: Ints
    bigram: Floats
    trigrams: Ints
    trigram: Floats


def read(path: Path) -> GeneralModel:
    """The model in ``path``. Raises ValueError when the file is of another kind."""
    data = path.read_bytes()
    if not data.startswith(MAGIC) or data[len(MAGIC)] != 3:
        raise ValueError(f"{path} is no trie trigram model: take the one pocketsphinx bundles")
    offset = len(MAGIC) + 1
    counts = struct.unpack_from("<3I", data, offset)
    offset += 12 + 4
    tables = np.frombuffer(data, "<f4", 3 * CODES, offset).reshape(3, CODES)
    offset += tables.nbytes
    record = np.dtype([("prob", "<f4"), ("backoff", "<f4"), ("first", "<u4")])
    unigrams = np.frombuffer(data, record, counts[0] + 1, offset)
    offset += unigrams.nbytes

    word_bits, next_bits = counts[0].bit_length(), counts[2].bit_length()
    stride2, stride3 = word_bits + 32 + next_bits, word_bits + 16
    middle = _Packed(data, offset, stride2)
    offset += _packed_size(counts[1], stride2)
    longest = _Packed(data, offset, stride3)
    offset += _packed_size(counts[2], stride3)
    words = data[offset + 4 :].decode("utf-8").split("\0")[:-1]

    first = unigrams["first"].astype(np.int64)
    n2 = int(first[-1])
    word2, before2 = np.repeat(np.arange(counts[0]), np.diff(first)), middle.field(n2, 0, word_bits)
    first3 = middle.field(n2 + 1, word_bits + 32, next_bits)
    n3 = int(first3[-1])
    owner, before3 = np.repeat(np.arange(n2), np.diff(first3)), longest.field(n3, 0, word_bits)
    return GeneralModel(
        words=words,
        unigram=_probability(unigrams["prob"][:-1]),
        bigrams=np.stack([before2, word2], axis=1),
        bigram=_probability(tables[0][middle.field(n2, word_bits + 16, 16)]),
        trigrams=np.stack([before3, before2[owner], word2[owner]], axis=1),
        trigram=_probability(tables[2][longest.field(n3, word_bits, 16)]),
    )


def _probability(log: NDArray[np.float32]) -> Floats:
    return np.power(LOG_BASE, log.astype(np.float64))


def _packed_size(entries: int, stride: int) -> int:
    """Bytes of a packed array: one entry more than is counted, and eight bytes of slack."""
    return ((1 + entries) * stride + 7) // 8 + 8


@dataclass(frozen=True, slots=True)
class _Packed:
    """Records of ``stride`` bits each, starting at byte ``offset``."""

    data: bytes
    offset: int
    stride: int

    def field(self, entries: int, start: int, width: int) -> Ints:
        """The ``width`` bits at bit ``start`` of each of the first ``entries`` records."""
        octets = np.frombuffer(self.data, np.uint8, offset=self.offset)
        position = start + self.stride * np.arange(entries, dtype=np.int64)
        value = np.zeros(entries, np.uint64)
        for i in range(5):
            value |= octets[(position >> 3) + i].astype(np.uint64) << np.uint64(8 * i)
        value >>= (position & 7).astype(np.uint64)
        return (value & np.uint64((1 << width) - 1)).astype(np.int64)
