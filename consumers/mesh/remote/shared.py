"""The folder that this machine shares with a geometry server, and reading what lies there.

A wish has a folder of its own in it, which is gone when the wish is done. What does not belong
here: asking the server.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from consumers.mesh.port import Made
from consumers.mesh.remote.errors import CutOff, NoMesh, RemoteTooLarge, SharedFolder
from consumers.mesh.remote.exchange import Bounds
from consumers.mesh.remote.mesh_file import MOST_BYTES, made_of
from schemas.errors import Unavailable

SETTING = "SCENESTREAM_REMOTE_FOLDER"
LATE_S = 5.0
"""How long a network file system may take to show the whole of what another machine wrote."""
LOOK_S = 0.1
PREFIX = "scenestream-"
LEFT_S = 24 * 3600.0
"""From what age on a wish's folder is one that a killed process has left."""


class NoSpace(Unavailable):
    """The disk of the folder shared with the geometry server is full; make room on it."""


def shared_folder() -> Path:
    """The folder that the settings name. Raises ``SharedFolder``."""
    said = os.environ.get(SETTING, "")
    if not said:
        raise SharedFolder("(unset)", f"{SETTING} names none")
    folder = Path(said).expanduser()
    if not folder.is_absolute() or not folder.is_dir():
        raise SharedFolder(said, "it is no folder here, named by an absolute path")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise SharedFolder(said, "it can not be written to")
    return folder.resolve()


@contextmanager
def wish_folder(shared: Path) -> Iterator[Path]:
    """A folder below ``shared`` for one wish. Raises ``SharedFolder`` and ``NoSpace``, also for
    what fails while it is used."""
    folder = shared / f"{PREFIX}{uuid.uuid4().hex}"
    try:
        folder.mkdir()
        yield folder
    except OSError as broken:
        if broken.errno in (errno.ENOSPC, errno.EDQUOT):
            raise NoSpace(NoSpace.__doc__) from broken
        raise SharedFolder(str(shared), str(broken)) from broken
    finally:
        # A server that was told to stop, and did not, finds no place for its mesh.
        shutil.rmtree(folder, ignore_errors=True)


def sweep(shared: Path) -> None:
    """Take away what killed processes have left in ``shared``. Somebody else may do so, too."""
    for folder in shared.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            if time.time() - folder.stat().st_mtime > LEFT_S:
                shutil.rmtree(folder, ignore_errors=True)


def whole_mesh(path: str, folder: Path, bounds: Bounds) -> Made:
    """The mesh at ``path``, which the server says that it wrote below ``folder``.

    Raises ``NoMesh`` for what is none or lies elsewhere, ``CutOff`` for what stays a part.
    """
    file = Path(os.path.realpath(path))
    if folder not in file.parents:
        raise NoMesh(bounds.server, "it lies outside the folder that was asked for")
    late = time.monotonic() + LATE_S
    while True:
        try:
            return made_of(_bytes(file, bounds.server), bounds.server)
        except (CutOff, FileNotFoundError) as early:
            if time.monotonic() > late:
                if isinstance(early, FileNotFoundError):
                    raise NoMesh(bounds.server, f"{file.name} is not there") from early
                raise
            bounds.pause(LOOK_S)


def _bytes(file: Path, server: str) -> bytes:
    with file.open("rb") as opened:
        if os.fstat(opened.fileno()).st_size > MOST_BYTES:
            raise RemoteTooLarge(server, MOST_BYTES)
        return opened.read(MOST_BYTES + 1)
