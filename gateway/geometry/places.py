"""Files that callers name: read and written below the allowed roots, and nowhere else.

A path is absolute, has no "..", and nothing in it below its root is a symbolic link: each folder
is opened from the one above it, so that a link that is put there meanwhile is not followed either.
What does not belong here: what the files hold.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from schemas.errors import BadInput, Category, NotFound, ScenestreamError, TooLarge, Unavailable

MAX_PICTURE_BYTES = 64 * 1024 * 1024
MOST_NAME_BYTES = 200
"""Of a mesh's file name: file systems take 255, and there must be room for a number."""
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK})


class ForbiddenPath(ScenestreamError):
    """A path leads to where the geometry server may not go."""

    category = Category.FORBIDDEN

    def __init__(self, path: str, why: str, roots: Sequence[Path]) -> None:
        self.path, self.why = path, why
        allowed = ", ".join(map(str, roots)) or "no folder at all"
        super().__init__(
            f"{path!r} {why}; use an absolute path below {allowed}, without '..' and symbolic "
            "links, or allow another folder with SCENESTREAM_GEOMETRY_ROOTS"
        )


class NoSuchPath(NotFound):
    """A file or folder that was named is not there, or is not what it should be."""

    def __init__(self, path: str, why: str) -> None:
        self.path, self.why = path, why
        super().__init__(
            f"{path!r} can not be used ({why}); check that it is there, and that this server's "
            "user may use it"
        )


class BadFileName(BadInput):
    """A mesh's file name is no plain name that ends in .glb."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"output_filename is {name[:200]!r}; expected a plain name of at most "
            f"{MOST_NAME_BYTES} bytes that ends in .glb, without a folder"
        )


class PictureFileTooLarge(TooLarge):
    """A picture's file has more bytes than are read."""

    def __init__(self, path: str, size: int) -> None:
        self.path, self.size = path, size
        super().__init__(
            f"{path!r} has {size:,} bytes, the limit is {MAX_PICTURE_BYTES:,}; make it smaller"
        )


class Undeliverable(Unavailable):
    """A mesh was made and could not be written to where it was wanted."""

    def __init__(self, folder: str, why: str) -> None:
        self.folder, self.why = folder, why
        super().__init__(
            f"the mesh was made and could not be written to {folder!r} ({why}); make room or give "
            "this server's user the right to write there, and ask again"
        )


class Places:
    """The file system as far as ``roots`` allow it."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self.roots = tuple(roots)

    def within(self, path: str) -> tuple[Path, tuple[str, ...]]:
        """The root of ``path`` and the names that lead from there to it. Raises ``ForbiddenPath``.

        By its text alone: whether it is there, and through no link, shows when it is opened.
        """
        if "\0" in path or not path.isprintable():
            raise ForbiddenPath(path, "has characters that no path should have", self.roots)
        plain = PurePosixPath(path)
        if not plain.is_absolute():
            raise ForbiddenPath(path, "is relative", self.roots)
        if ".." in plain.parts:
            raise ForbiddenPath(path, "has '..' in it", self.roots)
        for root in self.roots:
            if plain.is_relative_to(root):
                return root, plain.relative_to(root).parts
        raise ForbiddenPath(path, "is not below an allowed folder", self.roots)

    def read(self, path: str) -> bytes:
        """A picture's bytes. Raises ``ForbiddenPath``, ``NoSuchPath``, ``PictureFileTooLarge``."""
        root, parts = self.within(path)
        if not parts:
            raise NoSuchPath(path, "it is a folder")
        with self._folder(path, root, parts[:-1]) as folder:
            # Not to be kept waiting by a pipe that somebody put there.
            flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
            try:
                file = os.open(parts[-1], flags, dir_fd=folder)
            except OSError as failed:
                raise self._refusal(path, failed) from failed
            try:
                return self._bytes(path, file)
            except OSError as failed:
                raise self._refusal(path, failed) from failed
            finally:
                os.close(file)

    def _bytes(self, path: str, file: int) -> bytes:
        found = os.fstat(file)
        if not stat.S_ISREG(found.st_mode):
            raise NoSuchPath(path, "it is no file")
        if found.st_size > MAX_PICTURE_BYTES:
            raise PictureFileTooLarge(path, found.st_size)
        with open(file, "rb", closefd=False) as opened:
            return opened.read(MAX_PICTURE_BYTES)

    def write(self, folder: str, name: str, data: bytes, *, replace: bool) -> str:
        """Put ``data`` into ``folder``, whole or not at all; the path it has then.

        ``replace``: as ``name``, whatever is there; else as ``name`` or, where that is taken, with
        a number before its ending. Raises ``ForbiddenPath``, ``NoSuchPath``, ``Undeliverable``.
        """
        root, parts = self.within(folder)
        with self._folder(folder, root, parts) as at:
            beside = f".{secrets.token_hex(8)}.part"
            try:
                _write_whole(at, beside, data)
                if replace:
                    os.rename(beside, name, src_dir_fd=at, dst_dir_fd=at)
                else:
                    name = _name_anew(at, beside, name)
            except OSError as failed:
                with contextlib.suppress(OSError):
                    os.unlink(beside, dir_fd=at)
                raise Undeliverable(folder, failed.strerror or str(failed)) from failed
        return str(PurePosixPath(folder) / name)

    @contextlib.contextmanager
    def _folder(self, path: str, root: Path, parts: Sequence[str]) -> Iterator[int]:
        """The folder that ``parts`` lead to from ``root``, open."""
        flags = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
        at = -1
        try:
            at = os.open(root, flags)
            for part in parts:
                below = os.open(part, flags | os.O_NOFOLLOW, dir_fd=at)
                os.close(at)
                at = below
        except OSError as failed:
            if at >= 0:
                os.close(at)
            raise self._refusal(path, failed) from failed
        try:
            yield at
        finally:
            os.close(at)

    def _refusal(self, path: str, failed: OSError) -> ScenestreamError:
        # A link is no folder to the kernel, and a file is none to anybody.
        if failed.errno in (errno.ELOOP, errno.ENOTDIR):
            return ForbiddenPath(path, "goes through a symbolic link or a file", self.roots)
        return NoSuchPath(path, failed.strerror or str(failed))


def checked_name(name: str) -> str:
    """``name`` as that of a mesh's file. Raises ``BadFileName``."""
    plain = name == PurePosixPath(name).name and name.isprintable()
    fits = len(name.encode(errors="replace")) <= MOST_NAME_BYTES
    if not (plain and fits and name.lower().endswith(".glb") and len(name) > len(".glb")):
        raise BadFileName(name)
    return name


def default_name(prompt: str, at_s: float) -> str:
    """The name of a mesh that was asked for without one."""
    digest = hashlib.md5(prompt.encode(errors="replace"), usedforsecurity=False).hexdigest()[:8]
    return f"geometry_{digest}_{int(at_s)}.glb"


def _write_whole(folder: int, name: str, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    with open(os.open(name, flags, 0o666, dir_fd=folder), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _name_anew(folder: int, beside: str, name: str) -> str:
    """Give the file ``beside`` a name that no other file has: ``name``, or one like it."""
    stem, _, ending = name.rpartition(".")
    count = 1
    while True:
        free = name if count == 1 else f"{stem}_{count}.{ending}"
        count += 1
        try:
            _link(folder, beside, free)
        except FileExistsError:
            continue
        return free


def _link(folder: int, beside: str, name: str) -> None:
    """Rename, unless there is something of that name. Raises ``FileExistsError``."""
    try:
        os.link(beside, name, src_dir_fd=folder, dst_dir_fd=folder, follow_symlinks=False)
    except OSError as failed:
        if failed.errno not in _NO_LINKS:
            raise
        # No hard links here: the name is taken first, and for a moment has nothing in it.
        os.close(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666, dir_fd=folder))
        os.rename(beside, name, src_dir_fd=folder, dst_dir_fd=folder)
    else:
        os.unlink(beside, dir_fd=folder)
