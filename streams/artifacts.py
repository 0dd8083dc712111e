"""Where the bytes are: a content-addressed store behind an fsspec URL.

An artifact's address is the SHA-256 of its bytes and its place ``<root>/ab/cdef…``, so equal bytes
are stored once and nothing stored ever changes. Each has the time when it was last put, whether its
bytes were new or not. What does not belong here: what the bytes mean, and when to throw them away.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from schemas.artifacts import ArtifactRef
from schemas.errors import Category, Misconfigured, NotFound, ScenestreamError, Unavailable

_SHA256 = re.compile(r"[0-9a-f]{64}")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

PUT_AGAIN = timedelta(hours=1)
"""Where a time can not be set, as on S3, equal bytes that are older than this are written again."""


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


@dataclass(frozen=True, slots=True)
class Stored:
    """An artifact as it lies in the store. ``put``: when it last was put, by the storage's clock,
    or, where that can not be set, at most ``PUT_AGAIN`` before that. ``head``: its first bytes."""

    sha256: str
    size: int
    put: datetime
    head: bytes = b""


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
        """Store ``data``; again, only its time. Local files appear whole or not at all."""
        sha256 = hashlib.sha256(data).hexdigest()
        ref = ArtifactRef(sha256=sha256, size=len(data), media_type=media_type)
        place = self._place(sha256)
        with _Trouble(self.url):
            if self._folder is None:
                if not self._holds(sha256, len(data)):
                    self._fs.pipe_file(place, data)
            elif not (_is_intact(Path(place), ref) and _is_noted(Path(place))):
                _write_whole(Path(place), data)
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

    def stat(self, artifact: ArtifactRef | str, head: int = 0) -> Stored | None:
        """What is known of the artifact, with its first ``head`` bytes; None when it is not there.

        Raises ``ArtifactStoreUnusable`` where the storage does not tell times.
        """
        sha256 = _address(artifact)
        place = self._place(sha256)
        with _Trouble(self.url):
            try:
                size, put = self._told(place)
                begins = self._fs.cat_file(place, end=min(head, size)) if head else b""
            except FileNotFoundError:
                return None
        return Stored(sha256, size, put, begins)

    def may_be_put_since(self, artifact: ArtifactRef | str, at: datetime) -> bool:
        """Whether it was put after ``at``, or may have been: see ``PUT_AGAIN``."""
        stored = self.stat(artifact)
        if stored is None or stored.put > at:
            return stored is not None
        return self._folder is None and datetime.now(UTC) - stored.put < PUT_AGAIN

    def delete_unused(self, artifact: ArtifactRef | str, since: datetime) -> bool:
        """Delete the artifact unless it was put after ``since``; whether it was deleted.

        In a folder, a put at the very same time either is noticed here or finds nothing and writes
        its bytes anew. Elsewhere there is the time of one call between the look and the deletion.
        """
        stored = self.stat(artifact)
        if stored is None or stored.put > since:
            return False
        if self._folder is None:
            return self.delete(artifact)
        place = Path(self._place(stored.sha256))
        aside = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
        with _Trouble(self.url):
            try:
                place.rename(aside)
            except FileNotFoundError:
                return False
            if _modified(aside) > since:
                aside.replace(place)
                return False
            aside.unlink()
        return True

    def delete_leftovers(self, since: datetime) -> int:
        """Delete what writers left half written that were killed before ``since``; how many."""
        if self._folder is None:
            return 0
        gone = 0
        with _Trouble(self.url):
            for beside in self._folder.glob("??/.*"):
                if _modified(beside) <= since:
                    beside.unlink(missing_ok=True)
                    gone += 1
        return gone

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
            self._fs.invalidate_cache()
            folders = sorted(self._fs.ls(self._root, False)) if self._fs.exists(self._root) else []
        for folder in folders:  # one at a time: there may be millions of artifacts
            with _Trouble(self.url):
                places = sorted(self._fs.find(folder))
            for place in places:
                sha256 = "".join(place.rsplit("/", 2)[-2:])
                if _SHA256.fullmatch(sha256):
                    yield sha256

    def _place(self, sha256: str) -> str:
        return f"{self._root}/{sha256[:2]}/{sha256[2:]}"

    def _holds(self, sha256: str, size: int) -> bool:
        """Whether it is there in full and put of late, without reading it over the network."""
        try:
            stored, put = self._told(self._place(sha256))
        except (FileNotFoundError, ArtifactStoreUnusable):
            return False
        return stored == size and datetime.now(UTC) - put < PUT_AGAIN

    def _told(self, place: str) -> tuple[int, datetime]:
        """The size of a file and when it was written. Raises ``ArtifactStoreUnusable``."""
        self._fs.invalidate_cache(place)
        size = int(self._fs.size(place))
        try:
            at: datetime = self._fs.modified(place)
        except NotImplementedError as silent:
            why = "it does not tell when a file was written; use a storage that does"
            raise ArtifactStoreUnusable(self.url, why) from silent
        return size, at if at.tzinfo else at.replace(tzinfo=UTC)


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


def _is_noted(place: Path) -> bool:
    """Note that ``place`` was put now; False when it went meanwhile, or is another user's."""
    try:
        os.utime(place)
    except (FileNotFoundError, PermissionError):
        return False
    return True


def _modified(place: Path) -> datetime:
    return datetime.fromtimestamp(place.stat().st_mtime, UTC)


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
