"""Where the bytes are: a content-addressed store behind an fsspec URL.

An artifact's address is the SHA-256 of its bytes and its place ``<root>/ab/cdef…``, so equal bytes
are stored once and nothing stored ever changes. What does not belong here: what the bytes mean, and
when to throw them away.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from schemas.artifacts import ArtifactRef
from schemas.errors import Category, Misconfigured, NotFound, ScenestreamError, Unavailable

_SHA256 = re.compile(r"[0-9a-f]{64}")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class MissingArtifact(NotFound):
    """The log names bytes that the store does not have."""

    def __init__(self, sha256: str, store: str) -> None:
        self.sha256, self.store = sha256, store
        super().__init__(
            f"Artifact {sha256} is not in {store}. Check that every process has the same artifact"
            " URL, or run the step that made it again."
        )


class CorruptArtifact(ScenestreamError):
    """The stored bytes are not those that were put."""

    category = Category.INTERNAL

    def __init__(self, sha256: str, store: str, found: str) -> None:
        self.sha256, self.store, self.found = sha256, store, found
        super().__init__(
            f"Artifact {sha256} in {store} now hashes to {found}: the storage changed it. Delete it"
            " and run the step that made it again; putting the same bytes mends it too."
        )


class ArtifactStoreUnavailable(Unavailable):
    """The storage did not do what was asked; the message quotes it."""

    def __init__(self, store: str, why: str) -> None:
        self.store, self.why = store, why
        super().__init__(f"The artifact store {store} failed: {why}. It is worth another try.")


class ArtifactStoreFull(ArtifactStoreUnavailable):
    """No space is left in the artifact store; free some, the step is tried again."""

    def __init__(self, store: str, why: str) -> None:
        super().__init__(store, f"{why}; free some space or enlarge the quota")


class ArtifactStoreUnusable(Misconfigured):
    """The artifact URL can not be used as it is; the message says what to change."""

    def __init__(self, store: str, why: str) -> None:
        self.store, self.why = store, why
        super().__init__(f"The artifact store {store} can not be used: {why}.")


class ArtifactStore:
    """Bytes by their SHA-256, in a folder, in ``memory://``, in ``s3://bucket/prefix``, …

    ``url``: an fsspec URL or a local path. Any number of processes may share one store. Every
    method raises ``ArtifactStoreUnavailable`` when the storage fails and ``ArtifactStoreUnusable``
    when it refuses.
    """

    def __init__(self, url: str) -> None:
        self.url = re.sub(r"//[^/@]*@", "//", url)
        self._fs, root = _open(url, self.url)
        self._root = root.rstrip("/")
        self._folder = Path(self._root) if _is_local(self._fs) else None

    def put(self, data: bytes, media_type: str) -> ArtifactRef:
        """Store ``data``; storing it again is free. Local files appear whole or not at all."""
        sha256 = hashlib.sha256(data).hexdigest()
        ref = ArtifactRef(sha256=sha256, size=len(data), media_type=media_type)
        with _Trouble(self.url):
            if self._folder is None:
                if not self._holds(sha256, len(data)):
                    self._fs.pipe_file(self._place(sha256), data)
            elif not _is_intact(Path(self._place(sha256)), ref):
                _write_whole(Path(self._place(sha256)), data)
        return ref

    def get(self, artifact: ArtifactRef | str) -> bytes:
        """The bytes, checked. Raises ``MissingArtifact`` or ``CorruptArtifact``."""
        sha256 = _address(artifact)
        with _Trouble(self.url):
            try:
                data: bytes = self._fs.cat_file(self._place(sha256))
            except FileNotFoundError as missing:
                raise MissingArtifact(sha256, self.url) from missing
        found = hashlib.sha256(data).hexdigest()
        if found != sha256:
            raise CorruptArtifact(sha256, self.url, found)
        return data

    def has(self, artifact: ArtifactRef | str) -> bool:
        with _Trouble(self.url):
            return bool(self._fs.exists(self._place(_address(artifact))))

    def delete(self, artifact: ArtifactRef | str) -> bool:
        """Whether there was something to delete."""
        with _Trouble(self.url):
            try:
                self._fs.rm_file(self._place(_address(artifact)))
            except FileNotFoundError:
                return False
        return True

    def path(self, artifact: ArtifactRef | str) -> Path | None:
        """The file that holds the bytes; None when the store is not local or lacks them.

        For reading only: a change would make the artifact corrupt.
        """
        if self._folder is None:
            return None
        place = Path(self._place(_address(artifact)))
        return place if place.is_file() else None

    def iter(self) -> Iterator[str]:
        """The SHA-256 of everything stored, in order."""
        with _Trouble(self.url):
            places = sorted(self._fs.find(self._root)) if self._fs.exists(self._root) else []
        for place in places:
            sha256 = "".join(place.rsplit("/", 2)[-2:])
            if _SHA256.fullmatch(sha256):
                yield sha256

    def _place(self, sha256: str) -> str:
        return f"{self._root}/{sha256[:2]}/{sha256[2:]}"

    def _holds(self, sha256: str, size: int) -> bool:
        """Whether it is there in full, without reading it over the network."""
        try:
            return bool(self._fs.size(self._place(sha256)) == size)
        except FileNotFoundError:
            return False


class _Trouble:
    """Turns what a storage driver raises into the store's typed errors."""

    def __init__(self, store: str) -> None:
        self._store = store

    def __enter__(self) -> None:
        return None

    def __exit__(self, _: object, trouble: BaseException | None, __: object) -> None:
        if not isinstance(trouble, OSError):
            return
        if trouble.errno in _FULL:
            raise ArtifactStoreFull(self._store, str(trouble)) from trouble
        if trouble.errno in _FORBIDDEN:
            raise ArtifactStoreUnusable(self._store, str(trouble)) from trouble
        raise ArtifactStoreUnavailable(self._store, str(trouble)) from trouble


def _open(url: str, shown: str) -> tuple[Any, str]:
    """fsspec's file system for ``url`` and the root in it."""
    from fsspec.core import url_to_fs

    location = url if "://" in url else str(Path(url).expanduser().resolve())
    try:
        fs, root = url_to_fs(location)
    except ImportError as missing:
        raise ArtifactStoreUnusable(shown, _how_to_get_driver(location, missing)) from missing
    except ValueError as unknown:
        raise ArtifactStoreUnusable(shown, str(unknown)) from unknown
    return fs, root


def _how_to_get_driver(location: str, missing: ImportError) -> str:
    from fsspec.registry import known_implementations

    protocol = location.partition("://")[0]
    known = known_implementations.get(protocol, {})
    # "s3fs.S3FileSystem": the module is named as the package that brings it.
    package = known.get("class", "").partition(".")[0]
    if not package or package == "fsspec":
        package = missing.name or protocol
    return f"{protocol}:// needs the package {package}; run `pip install {package}`"


def _is_local(fs: Any) -> bool:
    return "file" in ((fs.protocol,) if isinstance(fs.protocol, str) else fs.protocol)


def _address(artifact: ArtifactRef | str) -> str:
    """The digest. Raises ``ValueError`` when a string is none: it becomes part of a path."""
    sha256 = artifact.sha256 if isinstance(artifact, ArtifactRef) else artifact
    if not _SHA256.fullmatch(sha256):
        raise ValueError(f"{sha256!r} is no SHA-256 in hex")
    return sha256


def _is_intact(place: Path, ref: ArtifactRef) -> bool:
    """Whether ``place`` holds exactly ``ref``: reading costs less than writing and mends damage."""
    try:
        if place.stat().st_size != ref.size:
            return False
        return hashlib.sha256(place.read_bytes()).hexdigest() == ref.sha256
    except FileNotFoundError:
        return False


def _write_whole(place: Path, data: bytes) -> None:
    """On the disk before it has its name: an event that names it may outlive a power cut."""
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
