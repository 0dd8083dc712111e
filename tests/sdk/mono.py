"""Compiles and runs the C# of the Unity package under mono, for tests.

It installs nothing: what is missing is an error that says what to do. mono keeps ``Unsafe`` to
itself, and its compiler reads ``Descriptor.cs`` only if that is first: so it is built here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "gateway" / "sdk" / "unity"
CHECKS = Path(__file__).parent / "unity"
VARIABLE = "GOOGLE_PROTOBUF"
REMEDY = (
    "Install Debian's mono-mcs and mono-runtime, and set GOOGLE_PROTOBUF to a Google.Protobuf.dll "
    "(3.15 or newer) or to the folder csharp/src/Google.Protobuf of protobuf's v3.15.8"
)


class MonoMissing(RuntimeError):
    """Something is not there that the Unity package is tested with; the text says how to get it."""


class CompilerRefused(AssertionError):
    """The compiler's errors."""


@dataclass(frozen=True, slots=True)
class Mono:
    """The tools, the library, and the folder that is built in."""

    compiler: str
    runtime: str
    protobuf: Path
    folder: Path

    def compile(
        self,
        name: str,
        sources: Iterable[Path],
        references: Iterable[Path] = (),
        defines: Iterable[str] = (),
    ) -> Path:
        """The .exe or .dll ``name``, every warning an error. Raises ``CompilerRefused``."""
        target = self.folder / name
        kind = "exe" if name.endswith(".exe") else "library"
        dlls = [self.protobuf, *references]
        _compile(
            self.compiler,
            ["-langversion:7.2", "-warnaserror", "-nowarn:1591,649,67,414", f"-target:{kind}"]
            + [f"-r:{dll}" for dll in dlls]
            + [f"-define:{name}" for name in defines]
            + ["-r:System.Net.Http.dll", f"-out:{target}", *map(str, sources)],
        )
        return target

    def run(self, program: Path, *arguments: str, timeout_s: float = 100) -> str:
        """What ``program`` prints. Raises ``CalledProcessError``."""
        done = subprocess.run(
            [self.runtime, "--debug", program, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=timeout_s,
            env={**os.environ, "MONO_PATH": str(self.protobuf.parent)},
            check=False,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout


def find(folder: Path) -> Mono:
    """mono and Google.Protobuf; what is built goes into ``folder``. Raises ``MonoMissing``."""
    compiler, runtime = shutil.which("mcs"), shutil.which("mono")
    if compiler is None or runtime is None:
        raise MonoMissing(f"mono is not installed. {REMEDY}")
    told = os.environ.get(VARIABLE)
    if not told:
        raise MonoMissing(f"{VARIABLE} is not set. {REMEDY}")
    given = Path(told)
    if given.suffix == ".dll" and given.is_file():
        return Mono(compiler, runtime, given, folder)
    if not (given / "Reflection" / "Descriptor.cs").is_file():
        raise MonoMissing(f"{VARIABLE}={told} is neither. {REMEDY}")
    return Mono(compiler, runtime, _built(compiler, given, folder), folder)


def _built(compiler: str, sources: Path, folder: Path) -> Path:
    target = folder / "Google.Protobuf.dll"
    first = sources / "Reflection" / "Descriptor.cs"
    rest = sorted(path for path in sources.rglob("*.cs") if path != first)
    flags = ["-langversion:latest", "-nowarn:436,618,1591", "-unsafe", "-target:library"]
    files = [str(path) for path in (first, *rest, CHECKS / "Unsafe.cs")]
    _compile(compiler, [*flags, f"-out:{target}", *files])
    return target


def _compile(compiler: str, arguments: list[str]) -> None:
    done = subprocess.run(
        [compiler, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CompilerRefused(done.stdout)
