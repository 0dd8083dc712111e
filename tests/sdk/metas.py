"""Writes the .meta files that Unity wants beside a package's files: ``python -m tests.sdk.metas``.

Packages are read-only in Unity: what has no such file is not imported. An id is the hash of the
path, so that it is the same wherever this is run; files that are there stay as they are.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.sdk.mono import PACKAGE

_IMPORTERS = {
    ".cs": "MonoImporter",
    ".asmdef": "AssemblyDefinitionImporter",
    ".md": "TextScriptImporter",
}


def write() -> list[Path]:
    """The files that were written."""
    written = []
    for path in sorted(PACKAGE.rglob("*")):
        place = path.relative_to(PACKAGE)
        meta = path.with_name(f"{path.name}.meta")
        is_seen = path.suffix != ".meta" and not any(part.endswith("~") for part in place.parts)
        if is_seen and not meta.exists():
            meta.write_text(_meta(path, place), "utf-8")
            written.append(meta)
    return written


def _meta(path: Path, place: Path) -> str:
    guid = hashlib.md5(f"com.scenestream.client/{place.as_posix()}".encode()).hexdigest()
    folder = "folderAsset: yes\n" if path.is_dir() else ""
    importer = _IMPORTERS.get(path.suffix, "DefaultImporter")
    if path.name == "package.json":
        importer = "PackageManifestImporter"
    return (
        f"fileFormatVersion: 2\nguid: {guid}\n{folder}{importer}:\n"
        "  externalObjects: {}\n  userData: \n  assetBundleName: \n  assetBundleVariant: \n"
    )


if __name__ == "__main__":
    for file in write():
        print(file)
