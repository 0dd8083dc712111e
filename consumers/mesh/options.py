"""What a person may set of the mesh models: ``[engines.mesh]`` of scenestream.toml, or
``SCENESTREAM_MESH``. Names and values are those of the models' own tools.

What does not belong here: which engine and model it is, and what each does when nothing is set.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

from schemas.errors import Misconfigured

Value = str | int | float | bool
FACES = 10_000
"""Triangles of a thing that is seen near, with its texture."""
PipelineType = Literal["512", "1024", "1024_cascade", "1536_cascade"]


class BadMeshOption(Misconfigured):
    """An option of the mesh engine that is not known, or has a value that makes no sense."""


@dataclass(frozen=True, slots=True)
class SculptOptions:
    """None: what each engine takes by itself. An engine leaves alone what is not its own.

    ``faces``: triangles aimed at; ``steps`` of each sampler. ``texture_size``: pixels of a side
    (TRELLIS, TRELLIS.2). ``pipeline_type``: voxels of a side, and how it gets there (TRELLIS.2).
    ``octree_resolution``: voxels of a side, ``paint``: whether it paints (Hunyuan3D).
    """

    faces: int | None = None
    steps: int | None = None
    texture_size: int | None = None
    pipeline_type: PipelineType | None = None
    octree_resolution: int | None = None
    paint: bool | None = None


BOUNDS: Mapping[str, tuple[int, int]] = {
    "faces": (500, 1_000_000),
    "steps": (1, 200),
    "texture_size": (128, 4096),
    "octree_resolution": (16, 512),
}
_SWITCH = {"true": True, "on": True, "1": True, "false": False, "off": False, "0": False}


def read(table: Mapping[str, Value], where: str = "[engines.mesh]") -> SculptOptions:
    """The options that ``table`` sets. Raises ``BadMeshOption``, which names ``where`` it was."""
    known = [option.name for option in fields(SculptOptions)]
    unknown = sorted(set(table) - set(known))
    if unknown:
        raise BadMeshOption(f"{where} sets {unknown[0]!r}; options are {', '.join(known)}")
    values: dict[str, Any] = {name: _read(name, table[name], where) for name in table}
    return SculptOptions(**values)


def _read(name: str, value: Value, where: str) -> Value:
    if name == "pipeline_type":
        if str(value) not in get_args(PipelineType):
            expected = ", ".join(get_args(PipelineType))
            raise BadMeshOption(f"{where} sets {name} to {value!r}; expected {expected}")
        return str(value)
    if name == "paint":
        found = _SWITCH.get(str(value).lower())
        if found is None:
            raise BadMeshOption(f"{where} sets {name} to {value!r}; expected true or false")
        return found
    low, high = BOUNDS[name]
    try:
        number = float("nan") if isinstance(value, bool) else float(value)
    except ValueError:
        number = float("nan")
    if not (low <= number <= high and number == int(number)):
        raise BadMeshOption(f"{where} sets {name} to {value!r}; expected {low} to {high}")
    return int(number)
