"""The npm packages that build and check the page and its client, beside the Python that runs this.

Node comes from a wheel of requirements/dev.lock, packages from gateway/web/package-lock.json. They
lie in one folder a lock file, with copies of the sources, so that a checkout stays clean. As a
program, ``web`` builds the page, and ``proto`` the client's messages.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.gltf.install import node

ROOT = Path(__file__).parents[2]
WEB, SDK = Path("gateway/web"), Path("gateway/sdk/typescript")
HOME = Path(sys.prefix) / "share" / "scenestream-web"
QUIET = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
_LOCK = WEB / "package-lock.json"


def workshop() -> Path:
    """The folder of the page with its packages and today's sources: ``node_modules`` is in it.

    Raises ``NodeMissing``, or ``CalledProcessError`` with npm's words on standard error.
    """
    if not _is_installed():
        _install()
    for room in (WEB, SDK):
        for part in (ROOT / room).iterdir():
            if part.name in ("node_modules", "built", "__pycache__"):
                continue
            there = HOME / room / part.name
            if part.is_dir():
                shutil.rmtree(there, ignore_errors=True)
                shutil.copytree(part, there)
            else:
                shutil.copy(part, there)
    return HOME / WEB


def run(*command: str | Path, stdin: str = "") -> str:
    """What node says to this, in the workshop. Raises ``AssertionError`` with all that it said."""
    there = workshop()
    done = subprocess.run(
        [node(), *command], cwd=there, input=stdin, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def bundled(program: str) -> Path:
    """A program of the client's ``checks/``, as one file that node runs."""
    out = HOME / f"{program}.mjs"
    esbuild = "node_modules/esbuild/bin/esbuild"
    source = f"node_modules/scenestream-client/checks/{program}.ts"
    how = ("--bundle", "--platform=node", "--format=esm", "--preserve-symlinks")
    run(esbuild, source, *how, f"--outfile={out}", "--log-level=error")
    return out


def _install() -> None:
    npm = node().parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    HOME.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=HOME.parent) as beside:
        new = Path(beside) / "new"
        for room in (WEB, SDK):
            (new / room).mkdir(parents=True)
            shutil.copy(ROOT / room / "package.json", new / room)
        shutil.copy(ROOT / _LOCK, new / WEB)
        command = [str(node()), str(npm), "ci", *QUIET]
        subprocess.run(command, cwd=new / WEB, check=True, stdout=subprocess.DEVNULL)
        # Whole or not at all, so that a run that was broken off is made up for by the next.
        shutil.rmtree(HOME, ignore_errors=True)
        new.rename(HOME)


def _is_installed() -> bool:
    lock = HOME / _LOCK
    return lock.exists() and lock.read_bytes() == (ROOT / _LOCK).read_bytes()


def _messages() -> None:
    """Write the client's messages; grpc_tools is in build/proto, where `make proto` puts it."""
    plugin = workshop() / "node_modules/@bufbuild/protoc-gen-es/bin/protoc-gen-es"
    command: list[str] = [sys.executable, "-m", "grpc_tools.protoc", "-I", "schemas"]
    command += [f"--plugin=protoc-gen-es={plugin}", f"--es_out={SDK / 'src'}"]
    command += ["--es_opt=target=ts", "schemas/wire_v2.proto"]
    path = f"{node().parent}{os.pathsep}{os.environ.get('PATH', '')}"
    env = {**os.environ, "PATH": path, "PYTHONPATH": "build/proto"}
    subprocess.run(command, cwd=ROOT, env=env, check=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["web"]:
            run("build.mjs", ROOT / WEB / "built")
        case ["proto"]:
            _messages()
        case asked:
            sys.exit(f"{asked}: say web or proto")
