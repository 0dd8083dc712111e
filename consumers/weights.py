"""Where models' weights lie on this machine, found without asking a package or the network.

Nothing is downloaded by the engines here: who wants a model fetches it on purpose, by the command
that the error names. What belongs here: folders and the cache that Hugging Face's libraries share
(its layout: their documentation's "Hub local cache"), and keeping those libraries from the network.
What does not: which files a model needs, which is its engine's to know.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

REVISION_CHARS = 16
"""How much of a hash tells a folder's weights from others."""


@dataclass(frozen=True, slots=True)
class Weights:
    """``model``: as it was asked for. ``folder``: holds its files. ``revision``: the hub's commit;
    "" of a plain folder."""

    model: str
    folder: Path
    revision: str = ""

    @property
    def is_local(self) -> bool:
        """Whether a plain folder was named; what lies there may be anything."""
        return not self.revision

    def lacking(self, files: Iterable[str]) -> list[str]:
        """Those of ``files`` (paths below the folder) that are not there, or link to nothing."""
        return [file for file in files if not (self.folder / file).is_file()]

    def revision_by(self, index: str) -> str:
        """The revision; of a plain folder a hash of ``index``, the file that lists its parts."""
        if self.revision:
            return self.revision
        digest = hashlib.sha256((self.folder / index).read_bytes()).hexdigest()
        return f"sha256:{digest[:REVISION_CHARS]}"


def find(model: str, env: Mapping[str, str] = os.environ) -> Weights | None:
    """The weights of ``model``, a folder or a name of the hub (OWNER/NAME); None: not here."""
    folder = Path(model).expanduser()
    if folder.is_dir():
        return Weights(model, folder)
    owner, _, name = model.partition("/")
    if not owner or not name or "/" in name:
        return None
    cached = hub_cache(env) / f"models--{owner}--{name}"
    try:
        commit = (cached / "refs" / "main").read_text("utf-8").strip()
    except OSError:
        return None
    snapshot = cached / "snapshots" / commit
    return Weights(model, snapshot, commit) if commit and snapshot.is_dir() else None


def hub_cache(env: Mapping[str, str] = os.environ) -> Path:
    """The folder that Hugging Face's libraries keep models in."""
    if env.get("HF_HUB_CACHE"):
        return Path(env["HF_HUB_CACHE"]).expanduser()
    home = env.get("HF_HOME") or f"{env.get('XDG_CACHE_HOME') or '~/.cache'}/huggingface"
    return Path(home).expanduser() / "hub"


def short_name(model: str) -> str:
    """``model`` as events may name it: of a folder its last part, as paths are this machine's."""
    is_path = model.startswith(("/", ".", "~")) or "\\" in model or Path(model).is_dir()
    return Path(model).name if is_path else model


def fetch_command(model: str, *parts: str) -> str:
    """What puts ``model``, or those of its files that match ``parts``, into the hub's cache."""
    wanted = "".join(f" --include '{part}'" for part in parts)
    return f"`hf download {model}{wanted}`"


OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}


@contextmanager
def offline() -> Iterator[None]:
    """Within, Hugging Face's libraries take what is in their cache, and ask nobody.

    They read the variables when they are imported; one that is loaded already is told itself.
    """
    before = {name: os.environ.get(name) for name in OFFLINE}
    os.environ.update(OFFLINE)
    constants = sys.modules.get("huggingface_hub.constants")
    was = getattr(constants, "HF_HUB_OFFLINE", None)
    if constants is not None:
        constants.HF_HUB_OFFLINE = True  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        if constants is not None:
            constants.HF_HUB_OFFLINE = was  # type: ignore[attr-defined]
