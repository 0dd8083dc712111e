"""The Khronos validator over what was made. It lies with the tests, and is asked as a program."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ops.bench.crew import ROOT

PROGRAM = """
import sys
from pathlib import Path
from tests.gltf.validator import validate
print(sum(validate(path.read_bytes()).errors for path in Path(sys.argv[1]).iterdir()))
"""


def errors_of(glbs: Sequence[bytes]) -> int:
    """How many errors it finds in all. Raises ``CalledProcessError`` where it can not run."""
    with tempfile.TemporaryDirectory() as folder:
        for n, glb in enumerate(glbs):
            (Path(folder) / f"{n}.glb").write_bytes(glb)
        said = subprocess.run(
            [sys.executable, "-c", PROGRAM, folder],
            check=True,
            cwd=ROOT,
            stdout=subprocess.PIPE,
        )
    return int(said.stdout)
