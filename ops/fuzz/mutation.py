"""Input that was changed at random, drawn from a seed: bytes, and fields of commands."""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Sequence

from schemas import wire_v2_pb2 as pb

LONGEST = 64 * 1024
INTERESTING = (b"\x00", b"\xff", b"\x7f", b"\x80", b"\xff\xff\xff\xff\x0f", b"\xc0\xaf", b"\r\n")
WORDS = (
    b"..", b"%00", b"\xed\xa0\x80", b"NaN", b"-1", b"1e999", b"null", b"{}", b"[[[[", b"'", b'"',
    b"9" * 40, b"\xf0\x9f\xaa\x91" * 9, b"A" * 300,
)  # fmt: skip
NUMBERS = (0, 1, -1, 0.5, 1e-40, 3.4e38, float("nan"), float("inf"), -float("inf"))
COUNTS = (0, 1, 2, 3, 2**16, 2**31 - 1, 2**32 - 1)
TEXTS = ("", "a", "n0", "n1", "\x00", "стол", "🪑", "a b", "../..", "x" * 200, "x" * 9_000, "\n")

Mutation = Callable[[bytearray, random.Random, Sequence[bytes]], None]


def mutated(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    """``data`` with some changes; parts of ``others`` may get into it."""
    changed = bytearray(data)
    for _ in range(1 + int(chance.expovariate(0.7))):
        chance.choice(_MUTATIONS)(changed, chance, others)
    return bytes(changed[:LONGEST])


def _flip(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _set(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    if data:
        data[chance.randrange(len(data))] = chance.randrange(256)


def _insert(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    at = chance.randint(0, len(data))
    data[at:at] = chance.choice(INTERESTING + WORDS)


def _remove(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    begin, end = _span(data, chance)
    del data[begin:end]


def _repeat(data: bytearray, chance: random.Random, _: Sequence[bytes]) -> None:
    begin, end = _span(data, chance)
    if len(data) < LONGEST:
        data[begin:begin] = data[begin:end] * chance.choice((1, 2, 8))


def _splice(data: bytearray, chance: random.Random, others: Sequence[bytes]) -> None:
    if others:
        other = chance.choice(others)
        at, begin = chance.randint(0, len(data)), chance.randint(0, len(other))
        data[at:] = other[begin:]


def _span(data: bytearray, chance: random.Random) -> tuple[int, int]:
    begin = chance.randint(0, len(data))
    return begin, min(len(data), begin + int(chance.expovariate(0.1)))


_MUTATIONS: tuple[Mutation, ...] = (_flip, _set, _insert, _remove, _repeat, _splice)


def command(chance: random.Random) -> bytes:
    """A ClientFrame whose fields are right in form, with any values."""
    frame = pb.ClientFrame(id=chance.choice(("", "c1", "c-2", _text(chance))))
    kinds = frame.DESCRIPTOR.oneofs_by_name["command"].fields
    _fill(getattr(frame, chance.choice(kinds).name), chance, 0)
    return bytes(frame.SerializeToString())


def _fill(message: object, chance: random.Random, depth: int) -> None:
    """Set some of a message's fields, and of the messages in them."""
    message.SetInParent()  # type: ignore[attr-defined]
    for field in message.DESCRIPTOR.fields:  # type: ignore[attr-defined]
        if chance.random() < 0.4 or depth > 4:
            continue
        there = getattr(message, field.name)
        if field.message_type is not None and field.is_repeated:
            for _ in range(chance.choice((0, 1, 2, 5))):
                _fill(there.add(), chance, depth + 1)
        elif field.message_type is not None:
            _fill(there, chance, depth + 1)
        elif field.is_repeated:
            there.extend(_value(field, chance) for _ in range(chance.choice((0, 1, 3))))
        else:
            setattr(message, field.name, _value(field, chance))


def _value(field: object, chance: random.Random) -> object:
    kind = field.cpp_type  # type: ignore[attr-defined]
    match kind:
        case field.CPPTYPE_STRING:  # type: ignore[attr-defined]
            is_bytes = field.type == field.TYPE_BYTES  # type: ignore[attr-defined]
            return chance.randbytes(chance.choice((0, 3, 40))) if is_bytes else _text(chance)
        case field.CPPTYPE_FLOAT | field.CPPTYPE_DOUBLE:  # type: ignore[attr-defined]
            return chance.choice((*NUMBERS, chance.uniform(-100, 100)))
        case field.CPPTYPE_BOOL:  # type: ignore[attr-defined]
            return chance.random() < 0.5
        case field.CPPTYPE_ENUM:  # type: ignore[attr-defined]
            return chance.choice((0, 1, 2, 3, 4, 5, 6, 99))
        case _:
            return chance.choice(COUNTS)


def _text(chance: random.Random) -> str:
    if chance.random() < 0.7:
        return chance.choice(TEXTS)
    return "".join(chance.choices(string.printable, k=chance.randrange(30)))
