"""What the Unity package's files say, read without Unity or mono."""

from __future__ import annotations

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "gateway" / "sdk" / "unity"


def assets() -> list[Path]:
    """What Unity imports: everything but folders that end with ~, and what lies in them."""
    return [
        path
        for path in PACKAGE.rglob("*")
        if path.suffix != ".meta"
        and not any(p.endswith("~") for p in path.relative_to(PACKAGE).parts)
    ]


def test_every_file_has_a_meta_file_with_an_id_of_its_own() -> None:
    metas = {path: Path(f"{path}.meta") for path in assets()}
    assert [str(path) for path, meta in metas.items() if not meta.is_file()] == []
    ids = [
        re.findall(r"^guid: ([0-9a-f]{32})$", m.read_text(), re.MULTILINE) for m in metas.values()
    ]
    assert all(len(found) == 1 for found in ids)
    assert len({found[0] for found in ids}) == len(ids)
    orphans = set(PACKAGE.rglob("*.meta")) - set(metas.values())
    assert orphans == set()


def test_assemblies_refer_to_what_is_there() -> None:
    found = [json.loads(path.read_text("utf-8")) for path in PACKAGE.rglob("*.asmdef")]
    names = {assembly["name"] for assembly in found}
    elsewhere = {"glTFast", "Unity.Cloud.Gltfast"}
    for assembly in found:
        assert set(assembly.get("references", [])) <= names | elsewhere, assembly["name"]
    core = next(a for a in found if a["name"] == "Scenestream.Core")
    assert core["noEngineReferences"] is True


def test_the_core_names_nothing_of_unity() -> None:
    sources = (PACKAGE / "Runtime" / "Core").glob("*.cs")
    assert [p.name for p in sources if "UnityEngine" in p.read_text("utf-8")] == []


def test_the_package_says_what_it_is() -> None:
    told = json.loads((PACKAGE / "package.json").read_text("utf-8"))
    assert told["name"] == "com.scenestream.client"
    assert f"## {told['version']}" in (PACKAGE / "CHANGELOG.md").read_text("utf-8")
    for sample in told["samples"]:
        assert (PACKAGE / sample["path"]).is_dir()
    assert (PACKAGE / "README.md").is_file()
