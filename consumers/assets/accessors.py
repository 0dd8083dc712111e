"""Typed arrays of a glTF document's buffer, and what can be wrong with how they are described.

What does not belong here: what the numbers mean to a mesh.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeGuard, TypeVar

import numpy as np
import numpy.typing as npt

from consumers.assets.container import Container, Json

Array = npt.NDArray[Any]
T = TypeVar("T", int, str)

KINDS = {5120: "<i1", 5121: "<u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT2": 4, "MAT3": 9, "MAT4": 16}
FLOAT = 5126
MOST_VALUES = 1 << 28
"""An accessor may claim more than its file has, since what is not stored is zero."""


class BadAccessor(ValueError):
    """An array is not where, or what, the document says."""


def member(owner: Any, name: str) -> list[Any]:
    """The list ``name`` of an object, empty if there is none."""
    value = owner.get(name, []) if isinstance(owner, dict) else []
    return value if isinstance(value, list) else []


def item(document: Json, name: str, index: Any) -> Json:
    """Object ``index`` of the document's list ``name``. Raises ``BadAccessor``."""
    listed = member(document, name)
    if not is_count(index) or index >= len(listed) or not isinstance(listed[index], dict):
        raise BadAccessor(f"there is no {name}[{index!r}]")
    found: Json = listed[index]
    return found


def is_count(value: Any) -> TypeGuard[int]:
    """Whether it is a whole number from 0."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_one_of(value: Any, known: Collection[T]) -> TypeGuard[T]:
    """Whether it is one of the numbers or words that are ``known``."""
    return isinstance(value, int | str) and not isinstance(value, bool) and value in known


def view_bytes(file: Container, index: Any) -> memoryview:
    """The bytes of a buffer view. Raises ``BadAccessor``."""
    view = item(file.document, "bufferViews", index)
    buffer = item(file.document, "buffers", view.get("buffer"))
    start, length = view.get("byteOffset", 0), view.get("byteLength")
    if "uri" in buffer or view.get("buffer") != 0:
        raise BadAccessor("its bytes lie outside the file")
    if not is_count(start) or not is_count(length) or not length:
        raise BadAccessor(f"bufferViews[{index}] has no sound place")
    size = buffer.get("byteLength")
    if not is_count(size) or size > len(file.binary):
        raise BadAccessor("the buffer is longer than the file's binary part")
    if start + length > size:
        raise BadAccessor(f"bufferViews[{index}] ends behind its buffer")
    return memoryview(file.binary)[start : start + length]


def array(file: Container, index: Any) -> Array:
    """An accessor's values as they are stored, (count, width), sparse ones put in.

    Raises ``BadAccessor``.
    """
    accessor = item(file.document, "accessors", index)
    kind, width, count = _shape(accessor, index)
    if "bufferView" in accessor:
        values = _strided(file, accessor, index, kind, width, count)
    else:
        values = np.zeros((count, width), kind)
    if "sparse" in accessor:
        values = _sparse(file, accessor["sparse"], values, kind, index)
    return values


def numbers(file: Container, index: Any) -> npt.NDArray[np.float64]:
    """An accessor's values as floats, integers normalized where it says so."""
    accessor = item(file.document, "accessors", index)
    values = array(file, index)
    if values.dtype.kind == "f" or accessor.get("normalized") is not True:
        return values.astype(np.float64)
    most = float(np.iinfo(values.dtype).max)
    return np.asarray(np.maximum(values / most, -1.0), dtype=np.float64)


def _shape(accessor: Json, index: Any) -> tuple[str, int, int]:
    kind, shape, count = (accessor.get(n) for n in ("componentType", "type", "count"))
    if not is_one_of(kind, KINDS) or not is_one_of(shape, WIDTHS) or not is_count(count):
        raise BadAccessor(f"accessors[{index}] is of no known kind")
    if not 0 < count <= MOST_VALUES:
        raise BadAccessor(f"accessors[{index}] has {count:,} values")
    return KINDS[kind], WIDTHS[shape], int(count)


def _strided(
    file: Container, accessor: Json, index: Any, kind: str, width: int, count: int
) -> Array:
    raw = view_bytes(file, accessor["bufferView"])
    view = item(file.document, "bufferViews", accessor["bufferView"])
    size = np.dtype(kind).itemsize
    offset, stride = accessor.get("byteOffset", 0), view.get("byteStride", size * width)
    if not is_count(offset) or not is_count(stride) or stride < size * width:
        raise BadAccessor(f"accessors[{index}] has no sound place")
    if offset % size or (offset + view.get("byteOffset", 0)) % size or stride % size:
        raise BadAccessor(f"accessors[{index}] is not aligned")
    if offset + stride * (count - 1) + size * width > len(raw):
        raise BadAccessor(f"accessors[{index}] ends behind its view")
    if stride == size * width:
        return np.frombuffer(raw, kind, count * width, offset).reshape(count, width)
    return np.ndarray((count, width), kind, raw, offset, (stride, size))


def _sparse(file: Container, sparse: Any, values: Array, kind: str, index: Any) -> Array:
    if not isinstance(sparse, dict) or not is_count(sparse.get("count")) or not sparse["count"]:
        raise BadAccessor(f"accessors[{index}] has no sound sparse part")
    count = sparse["count"]
    at, put = sparse.get("indices"), sparse.get("values")
    if not isinstance(at, dict) or not isinstance(put, dict):
        raise BadAccessor(f"accessors[{index}] has no sound sparse part")
    if not is_one_of(at.get("componentType"), (5121, 5123, 5125)):
        raise BadAccessor(f"accessors[{index}] has sparse indices of no known kind")
    places = _plain(file, at, KINDS[at["componentType"]], count)[:, 0].astype(np.int64)
    if (np.diff(places) <= 0).any() or places[-1] >= len(values):
        raise BadAccessor(f"accessors[{index}] has sparse indices out of order, or too large")
    whole = values.copy()
    whole[places] = _plain(file, put, kind, count, values.shape[1])
    return whole


def _plain(file: Container, part: Json, dtype: str, count: int, width: int = 1) -> Array:
    """``count`` rows of a sparse accessor's indices or values."""
    offset = part.get("byteOffset", 0)
    if not is_count(offset):
        raise BadAccessor("a sparse part has no sound place")
    raw, size = view_bytes(file, part.get("bufferView")), np.dtype(dtype).itemsize
    if offset % size or offset + size * width * count > len(raw):
        raise BadAccessor("a sparse part ends behind its view")
    return np.frombuffer(raw, dtype, count * width, offset).reshape(count, width)
