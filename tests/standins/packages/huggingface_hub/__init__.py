"""A stand-in for huggingface_hub: it reads the real one's cache, and fetches nothing."""

from __future__ import annotations

import os
from pathlib import Path

import standin

from . import constants as constants


class LocalEntryNotFoundError(FileNotFoundError):
    pass


def hf_hub_download(repo_id: str, filename: str) -> str:
    standin.record("hf_hub_download", repo=repo_id, file=filename)
    if not constants.HF_HUB_OFFLINE:
        raise RuntimeError(f"{repo_id}/{filename} would be asked of the hub's server")
    root = os.environ.get("HF_HUB_CACHE") or "~/.cache/huggingface/hub"
    cached = Path(root).expanduser() / f"models--{repo_id.replace('/', '--')}"
    try:
        commit = (cached / "refs" / "main").read_text()
    except OSError:
        commit = "none"
    path = cached / "snapshots" / commit / filename
    if not path.is_file():
        raise LocalEntryNotFoundError(f"{repo_id}/{filename} is not in the cache")
    return str(path)


def snapshot_download(repo_id: str, allow_patterns: list[str]) -> str:
    (pattern,) = allow_patterns
    part = pattern.removesuffix("/*")
    name = "config.yaml" if "dit" in part or "vae" in part else "model_index.json"
    return str(Path(hf_hub_download(repo_id, f"{part}/{name}")).parents[1])
