"""``scenestream gate``: what the asset gate says of a file, and what it makes of it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from consumers.assets.gate import Passed, passed
from consumers.assets.limits import AssetLimits
from schemas.errors import BadInput

Size = tuple[float, float, float]


class BadSize(BadInput):
    """A size is three lengths in metres above 0, as 0.5,0.9,0.5: width, height, depth."""


class UnreadableFile(BadInput):
    """The file can not be read or written; check its path and rights."""


def size_of(text: str | None) -> Size | None:
    """Metres (width, height, depth) of W,H,D. Raises ``BadSize``."""
    if text is None:
        return None
    try:
        width, height, depth = (float(part) for part in text.split(","))
    except ValueError as wrong:
        raise BadSize(f"{text!r}: {BadSize.__doc__}") from wrong
    if not all(0.0 < edge <= 500.0 for edge in (width, height, depth)):
        raise BadSize(f"{text!r}: {BadSize.__doc__}")
    return width, height, depth


def check(
    file: str, size: Size | None, output: str | None, as_json: bool, limits: AssetLimits
) -> int:
    """Print the report; with ``output``, write the asset there and its levels and collider beside
    it. Raises ``AssetRefused`` and ``UnreadableFile``."""
    try:
        glb = Path(file).read_bytes()
        asset = passed(glb, size, limits)
        written = _write(asset, Path(output)) if output is not None else []
    except OSError as failed:
        raise UnreadableFile(f"{failed}: {UnreadableFile.__doc__}") from failed
    report = {
        "untouched": asset.glb == glb,
        "mended": list(asset.mended),
        "size": list(asset.size),
        "fit": asset.fit,
        "watertight": asset.watertight,
        "triangles": [asset.triangles, *(lod.triangles for lod in asset.lods)],
        "bytes": len(asset.glb),
        "files": [str(path) for path in written],
    }
    if as_json:
        click.echo(json.dumps(report))
        return 0
    verdict = "all right as it is" if asset.glb == glb else "all right once it is written anew"
    click.echo(f"{file}: {verdict}")
    click.echo(f"size       {' x '.join(f'{edge:.3f}' for edge in asset.size)} m ({asset.fit})")
    levels = ", ".join(f"{lod.triangles:,}" for lod in asset.lods)
    closed = "watertight" if asset.watertight else "not watertight"
    click.echo(f"triangles  {asset.triangles:,}, {closed}; levels of detail {levels}")
    for note in asset.mended:
        click.echo(f"mended     {note}")
    for path in written:
        click.echo(f"wrote      {path}")
    return 0


def _write(asset: Passed, output: Path) -> list[Path]:
    files = {output: asset.glb}
    for number, lod in enumerate(asset.lods, start=1):
        files[output.with_suffix(f".lod{number}{output.suffix}")] = lod.glb
    if asset.collider is not None:
        files[output.with_suffix(f".collider{output.suffix}")] = asset.collider
    for path, data in files.items():
        path.write_bytes(data)
    return list(files)
