"""GLB files for tests: plain ones, and what can be wrong with one.

What does not belong here: what is to become of them.
"""

from __future__ import annotations

import copy
import io
import json
import random
import struct
from collections.abc import Callable
from typing import Any

import numpy as np
from PIL import Image

from consumers.assets.container import Container, pack, unpack
from consumers.assets.model import Asset, Floats, Ints, Picture, Surface
from consumers.assets.writing import write

Document = dict[str, Any]


def sphere(rings: int = 12, around: int = 16, radius: float = 0.5) -> tuple[Floats, Ints]:
    """A closed ball: points (n, 3) about the origin, faces (m, 3) wound outward."""
    turn = np.arange(around) * 2.0 * np.pi / around
    tilt = np.arange(1, rings) * np.pi / rings
    middle = [[np.sin(t) * np.sin(p), np.cos(t), np.sin(t) * np.cos(p)] for t in tilt for p in turn]
    points = np.array([[0.0, 1.0, 0.0], *middle, [0.0, -1.0, 0.0]]) * radius
    last, faces = len(points) - 1, []
    for k in range(around):
        after = (k + 1) % around
        faces.append((0, 1 + k, 1 + after))
        for ring in range(rings - 2):
            a, b = 1 + ring * around + k, 1 + ring * around + after
            faces += [(a, a + around, b), (b, a + around, b + around)]
        low = 1 + (rings - 2) * around
        faces.append((low + k, last, low + after))
    return points, np.array(faces)


def png(size: tuple[int, int] = (8, 8), mode: str = "RGB", kind: str = "PNG") -> bytes:
    """A small picture."""
    file = io.BytesIO()
    Image.new(mode, size, 120 if len(Image.new(mode, (1, 1)).getbands()) == 1 else None).save(
        file, kind
    )
    return file.getvalue()


def textured(picture: Picture | None = None, rings: int = 12) -> Asset:
    """A ball with texture coordinates that have a seam, and one material."""
    around = 2 * rings
    rows, columns = np.mgrid[0 : rings + 1, 0 : around + 1]
    tilt, turn = rows.ravel() * np.pi / rings, columns.ravel() * 2.0 * np.pi / around
    points = np.stack(
        [np.sin(tilt) * np.sin(turn), np.cos(tilt), np.sin(tilt) * np.cos(turn)], axis=1
    )
    points[columns.ravel() == around] = points[columns.ravel() == 0]  # to the bit
    points[tilt == 0.0] = (0.0, 1.0, 0.0)
    points[rows.ravel() == rings] = (0.0, -1.0, 0.0)
    uv = np.stack([columns.ravel() / around, rows.ravel() / rings], axis=1)
    at = rows[:-1, :-1].ravel() * (around + 1) + columns[:-1, :-1].ravel()
    upper = np.stack([at, at + around + 1, at + 1], axis=1)[around:]
    lower = np.stack([at + 1, at + around + 1, at + around + 2], axis=1)[:-around]
    faces = np.concatenate([upper, lower])
    looks: Document = {
        "pbrMetallicRoughness": {"baseColorTexture": {"index": 0}, "metallicFactor": 0.0}
    }
    return Asset(
        "ball",
        {"version": "2.0", "generator": "a test", "extras": {"kept": [1, 2]}},
        (Surface("ball", points * 0.5, faces, points.copy(), {0: uv}, None, 0),),
        (looks,),
        ({"source": 0},),
        (),
        (picture or Picture(png(), "image/png", "skin"),),
    )


def ball(**changes: Any) -> Asset:
    """A plain ball of one surface, its normals given; ``changes`` of the surface."""
    points, faces = sphere()
    given: Document = {"normals": points * 2.0, **changes}
    return Asset("ball", {"version": "2.0"}, (Surface("ball", points, faces, **given),))


def of(points: Any, faces: Any, **more: Any) -> Asset:
    """An asset of one surface."""
    surface = Surface("thing", np.asarray(points, float), np.asarray(faces, int), **more)
    return Asset("thing", {"version": "2.0"}, (surface,))


def changed(glb: bytes, change: Callable[[Document], object]) -> bytes:
    """The file with its document changed in place."""
    file = unpack(glb)
    document = copy.deepcopy(file.document)
    change(document)
    return pack(document, file.binary)


def rewritten(glb: bytes, accessor: int, change: Callable[[Any], object]) -> bytes:
    """The file with an accessor's values changed in place; its bounds are left as they were."""
    from consumers.assets.accessors import KINDS, WIDTHS

    file = unpack(glb)
    described = file.document["accessors"][accessor]
    view = file.document["bufferViews"][described["bufferView"]]
    binary = bytearray(file.binary)
    values = np.frombuffer(
        binary,
        KINDS[described["componentType"]],
        described["count"] * WIDTHS[described["type"]],
        view.get("byteOffset", 0) + described.get("byteOffset", 0),
    ).reshape(described["count"], -1)
    change(values)
    return pack(file.document, bytes(binary))


def mutated(glb: bytes, rng: random.Random) -> bytes:
    """The file with one thing about it changed at random: a member of its JSON, or some bytes."""
    if rng.random() < 0.2:
        data = bytearray(glb)
        start = rng.randrange(len(data))
        for at in range(start, min(len(data), start + rng.choice((1, 4, 64)))):
            data[at] = rng.randrange(256)
        return bytes(data[: rng.randrange(len(data))] if rng.random() < 0.3 else data)
    file = unpack(glb)
    document = copy.deepcopy(file.document)
    _change(document, rng)
    return pack(document, file.binary)


def _change(document: Document, rng: random.Random) -> None:
    places = list(_places(document))
    owner, name = rng.choice(places)
    value = owner[name]
    what = rng.random()
    if what < 0.25:
        del owner[name]
    elif isinstance(value, bool) or not isinstance(value, int | float):
        owner[name] = rng.choice([None, 0, -1, "x", [], {}, 10**6, True])
    else:
        owner[name] = rng.choice([-1, 0, 1, 2, 3, value + 1, value - 1, 10**6, 0.5, "x", None])


def _places(value: Any) -> Any:
    """Every member of every object and list, extras left alone: those are free."""
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for name, member in list(entries):
        if name in ("extras", "name"):
            continue
        yield value, name
        if isinstance(member, dict | list):
            yield from _places(member)


def declared(glb: bytes) -> Document:
    """The file's document."""
    length = struct.unpack_from("<I", glb, 12)[0]
    document: Document = json.loads(glb[20 : 20 + length])
    return document


def container(asset: Asset) -> Container:
    """What the asset's file consists of."""
    return unpack(write(asset))
