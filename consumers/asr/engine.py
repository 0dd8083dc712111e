"""Which speech engine this machine gets, and why not a better one.

What does not belong here: the engines, reading settings.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from consumers.asr import pocketsphinx_engine
from consumers.asr.errors import EngineUnavailable, UnknownRecognizer
from consumers.asr.pocketsphinx_engine import PocketsphinxRecognizer
from consumers.asr.port import Recognizer
from consumers.asr.whisper_engine import WhisperRecognizer, fetch_command, import_package

WHISPER = "faster-whisper"
KNOWN = ("auto", "pocketsphinx", f"{WHISPER}:<size or folder>")
FOR_GPU = ("large-v3-turbo", "large-v3", "distil-large-v3.5", "medium", "small", "base", "tiny")
FOR_CPU = ("small", "base", "large-v3-turbo", "distil-large-v3.5", "medium", "tiny", "large-v3")
"""Best first: a large model on a CPU keeps the speaker waiting."""


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether an engine can run here; ``remedy`` is a command, empty when usable."""

    name: str
    usable: bool
    reason: str
    remedy: str


def choose(settings: str, cache: Path, *, package: Any = None) -> Recognizer:
    """The engine that ``settings`` names: ``auto``, ``pocketsphinx``, ``faster-whisper:small``.

    ``auto`` is faster-whisper when its package and a model are on this machine, else pocketsphinx.
    ``cache`` keeps pocketsphinx's unpacked model, and whisper models as folders of
    ``cache/whisper``. ``package`` stands in for the faster_whisper module.
    Raises UnknownRecognizer. A named engine that can not start says so at its first use.
    """
    engine, _, model = settings.partition(":")
    if settings == "auto":
        found = _whisper_model(cache, package)
        if isinstance(found, str):
            return WhisperRecognizer(found, package=package)
        return PocketsphinxRecognizer(cache)
    if engine == "pocketsphinx" and model in ("", "mixed-en"):
        return PocketsphinxRecognizer(cache)
    if engine == WHISPER:
        return WhisperRecognizer(model or FOR_CPU[0], package=package)
    raise UnknownRecognizer(settings, KNOWN)


def available(cache: Path | None = None, *, package: Any = None) -> list[Availability]:
    """Every engine, best first, with what it lacks."""
    found = _whisper_model(cache, package)
    if isinstance(found, str):
        whisper = Availability(f"{WHISPER}:{Path(found).name}", True, "a model is on disk", "")
    else:
        whisper = Availability(WHISPER, False, found.reason, found.remedy)
    name = pocketsphinx_engine.NAME
    if find_spec("pocketsphinx"):
        embedded = Availability(name, True, "embedded; US English", "")
    else:
        embedded = Availability(name, False, "its package is missing", "pip install pocketsphinx")
    return [whisper, embedded]


def _whisper_model(cache: Path | None, package: Any) -> str | EngineUnavailable:
    """The best model on disk (a folder), or why there is none."""
    try:
        package = package or import_package(WHISPER)
    except EngineUnavailable as missing:
        return missing
    sizes = FOR_GPU if _has_gpu() else FOR_CPU
    own = sorted(file.parent for file in cache.glob("whisper/*/model.bin")) if cache else []
    for size in sizes:
        for folder in own:
            if folder.name in (size, f"faster-whisper-{size}"):
                return str(folder)
        downloaded = _downloaded(size, package)
        if downloaded:
            return downloaded
    if own:
        return str(own[0])
    remedy = fetch_command(sizes[0])
    return EngineUnavailable(WHISPER, "none of its models is on this machine", remedy)


def _downloaded(size: str, package: Any) -> str | None:
    try:
        folder = Path(package.download_model(size, local_files_only=True))
    except (OSError, ValueError):
        return None
    return str(folder) if (folder / "model.bin").exists() else None


def _has_gpu() -> bool:
    try:
        return bool(import_module("ctranslate2").get_cuda_device_count())
    except ImportError:
        return False
