"""One contract for every artifact store, and what only a folder promises."""

from __future__ import annotations

import errno
import hashlib
import os
import subprocess
import sys
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.artifacts import GLB, ArtifactRef
from schemas.errors import Category
from streams.artifacts import (
    ArtifactStore,
    ArtifactStoreFull,
    ArtifactStoreUnavailable,
    ArtifactStoreUnusable,
    CorruptArtifact,
    MissingArtifact,
)

ROOT = Path(__file__).parents[2]
ABSENT = "0" * 64


@pytest.fixture(params=["folder", "file://", "memory://"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> ArtifactStore:
    urls = {
        "folder": str(tmp_path / "artifacts"),
        "file://": (tmp_path / "artifacts").as_uri(),
        "memory://": f"memory://{uuid.uuid4()}/artifacts",
    }
    return ArtifactStore(urls[request.param])


@pytest.fixture
def folder(tmp_path: Path) -> ArtifactStore:
    return ArtifactStore(str(tmp_path / "artifacts"))


def file_of(store: ArtifactStore, ref: ArtifactRef) -> Path:
    path = store.path(ref)
    assert path is not None
    return path


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(data=st.binary(max_size=4096))
def test_what_was_put_is_got(store: ArtifactStore, data: bytes) -> None:
    ref = store.put(data, GLB)
    assert ref == ArtifactRef(
        sha256=hashlib.sha256(data).hexdigest(), size=len(data), media_type=GLB
    )
    assert store.get(ref) == store.get(ref.sha256) == data


def test_equal_bytes_are_stored_once(store: ArtifactStore) -> None:
    first, second = store.put(b"same", "a/b"), store.put(b"same", "c/d")
    assert first.sha256 == second.sha256
    assert list(store.iter()) == [first.sha256]


def test_iter_names_everything_in_order(store: ArtifactStore) -> None:
    refs = [store.put(bytes([n]), GLB) for n in range(20)]
    assert list(store.iter()) == sorted(ref.sha256 for ref in refs)


def test_an_empty_store_holds_nothing(store: ArtifactStore) -> None:
    assert list(store.iter()) == []
    assert not store.has(ABSENT)
    assert store.path(ABSENT) is None


def test_what_is_deleted_is_gone(store: ArtifactStore) -> None:
    ref = store.put(b"short-lived", GLB)
    assert store.has(ref)
    assert store.delete(ref)
    assert not store.has(ref)
    assert not store.delete(ref)


def aged(store: ArtifactStore, ref: ArtifactRef, hours: float) -> datetime:
    """When ``ref`` was put from now on, which is ``hours`` ago."""
    at = datetime.now(UTC) - timedelta(hours=hours)
    if store.path(ref) is None:
        store._fs.store[store._fs._strip_protocol(store._place(ref.sha256))].modified = at
    else:
        os.utime(file_of(store, ref), (at.timestamp(), at.timestamp()))
    return at


def test_an_artifact_is_known_by_its_size_its_first_bytes_and_when_it_was_put(
    store: ArtifactStore,
) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    ref = store.put(b"glTF and more", GLB)
    stored = store.stat(ref, head=4)
    assert stored is not None
    assert (stored.sha256, stored.size, stored.head) == (ref.sha256, 13, b"glTF")
    assert before < stored.put < datetime.now(UTC) + timedelta(seconds=1)
    assert store.stat(ABSENT) is None


def test_equal_bytes_that_are_put_again_count_as_new(store: ArtifactStore) -> None:
    ref = store.put(b"the same chair", GLB)
    aged(store, ref, hours=50)
    yesterday = datetime.now(UTC) - timedelta(hours=24)
    store.put(b"the same chair", GLB)
    assert not store.delete_unused(ref, since=yesterday)
    assert store.get(ref) == b"the same chair"


def test_what_nobody_put_of_late_is_deleted(store: ArtifactStore, tmp_path: Path) -> None:
    old, new = store.put(b"old", GLB), store.put(b"new", GLB)
    aged(store, old, hours=25)
    yesterday = datetime.now(UTC) - timedelta(hours=24)
    assert [store.delete_unused(ref, since=yesterday) for ref in (old, new)] == [True, False]
    assert not store.delete_unused(ABSENT, since=yesterday)
    assert list(store.iter()) == [new.sha256]
    files = [path for path in (tmp_path / "artifacts").rglob("*") if path.is_file()]
    assert len(files) in (0, 1)  # nothing set aside


def test_a_put_while_its_artifact_is_being_deleted_is_not_lost(
    folder: ArtifactStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = folder.put(b"a chair", GLB)
    aged(folder, ref, hours=25)
    rename = Path.rename

    def put_first(place: Path, aside: Path) -> Path:
        folder.put(b"a chair", GLB)
        return rename(place, aside)

    monkeypatch.setattr(Path, "rename", put_first)
    assert not folder.delete_unused(ref, since=datetime.now(UTC) - timedelta(hours=24))
    assert folder.get(ref) == b"a chair"


def test_a_put_that_finds_its_artifact_just_deleted_writes_it_anew(
    folder: ArtifactStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = folder.put(b"a chair", GLB)

    def gone_first(place: Path) -> None:
        Path(place).unlink()
        raise FileNotFoundError(place)

    monkeypatch.setattr(os, "utime", gone_first)
    folder.put(b"a chair", GLB)
    assert folder.get(ref) == b"a chair"


def test_a_missing_artifact_is_named_with_its_store(store: ArtifactStore) -> None:
    with pytest.raises(MissingArtifact, match=f"{ABSENT} is not in .*run the step") as seen:
        store.get(ABSENT)
    assert (seen.value.sha256, seen.value.store) == (ABSENT, store.url)
    assert seen.value.category is Category.NOT_FOUND


@pytest.mark.parametrize("address", ["", "../../etc/passwd", "A" * 64, "0" * 63])
def test_what_is_no_address_is_no_path(store: ArtifactStore, address: str) -> None:
    with pytest.raises(ValueError, match="no SHA-256"):
        store.get(address)


def test_a_file_lies_where_its_digest_says(folder: ArtifactStore, tmp_path: Path) -> None:
    ref = folder.put(b"found by name", GLB)
    place = tmp_path / "artifacts" / ref.sha256[:2] / ref.sha256[2:]
    assert folder.path(ref) == place
    assert place.read_bytes() == b"found by name"


def test_damage_is_noticed_and_putting_the_bytes_again_mends_it(folder: ArtifactStore) -> None:
    ref = folder.put(b"precious", GLB)
    file_of(folder, ref).write_bytes(b"Precious")
    with pytest.raises(CorruptArtifact, match="changed it") as seen:
        folder.get(ref)
    assert seen.value.sha256 == ref.sha256
    folder.put(b"precious", GLB)
    assert folder.get(ref) == b"precious"


def test_a_file_cut_short_is_mended_too(store: ArtifactStore) -> None:
    ref = store.put(b"precious", GLB)
    with store._fs.open(store._place(ref.sha256), "wb") as file:
        file.write(b"prec")
    with pytest.raises(CorruptArtifact):
        store.get(ref)
    store.put(b"precious", GLB)
    assert store.get(ref) == b"precious"


def test_leftovers_of_a_killed_writer_are_not_artifacts(folder: ArtifactStore) -> None:
    ref = folder.put(b"whole", GLB)
    place = file_of(folder, ref)
    place.with_name(f".{place.name}.0a1b2c3d").write_bytes(b"who")
    assert list(folder.iter()) == [ref.sha256]
    now = datetime.now(UTC)
    assert folder.delete_leftovers(now - timedelta(hours=1)) == 0
    assert folder.delete_leftovers(now + timedelta(hours=1)) == 1
    assert list(place.parent.iterdir()) == [place]


def test_many_threads_may_put_the_same_bytes(folder: ArtifactStore, tmp_path: Path) -> None:
    data = os.urandom(200_000)
    with ThreadPoolExecutor(8) as pool:
        refs = set(pool.map(lambda _: folder.put(data, GLB), range(16)))
    (ref,) = refs
    assert folder.get(ref) == data
    assert [path for path in (tmp_path / "artifacts").rglob("*") if path.is_file()] == [
        file_of(folder, ref)
    ]


def test_two_processes_may_put_the_same_bytes(folder: ArtifactStore, tmp_path: Path) -> None:
    program = (
        "import sys; from streams.artifacts import ArtifactStore\n"
        "store = ArtifactStore(sys.argv[1]); print('ready', flush=True); sys.stdin.readline()\n"
        "for n in range(50): store.put(bytes([n]) * 10000, 'a/b')"
    )
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(tmp_path / "artifacts")],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.communicate("go\n")
        assert writer.returncode == 0
    assert {folder.get(sha256) for sha256 in folder.iter()} == {
        bytes([n]) * 10000 for n in range(50)
    }


@pytest.mark.parametrize(
    ("number", "error", "category"),
    [
        (errno.ENOSPC, ArtifactStoreFull, Category.UNAVAILABLE),
        (errno.EDQUOT, ArtifactStoreFull, Category.UNAVAILABLE),
        (errno.EIO, ArtifactStoreUnavailable, Category.UNAVAILABLE),
        (errno.EROFS, ArtifactStoreUnusable, Category.MISCONFIGURED),
        (errno.EACCES, ArtifactStoreUnusable, Category.MISCONFIGURED),
    ],
)
def test_trouble_with_the_disk_is_typed_and_leaves_nothing_behind(
    folder: ArtifactStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    error: type[ArtifactStoreUnavailable | ArtifactStoreUnusable],
    category: Category,
) -> None:
    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(error, match=os.strerror(number)) as seen:
        folder.put(b"too much", GLB)
    assert type(seen.value) is error
    assert seen.value.category is category
    assert [path for path in (tmp_path / "artifacts").rglob("*") if path.is_file()] == []


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(ArtifactStoreUnusable, match="pip install s3fs"):
        ArtifactStore("s3://bucket/prefix")


def test_an_unknown_protocol_is_named() -> None:
    with pytest.raises(ArtifactStoreUnusable, match="telegraph"):
        ArtifactStore("telegraph://office")


def test_a_password_in_the_url_is_not_shown() -> None:
    store = ArtifactStore("memory://someone:secret@host/artifacts")
    assert store.url == "memory://host/artifacts"
    with pytest.raises(MissingArtifact) as seen:
        store.get(ABSENT)
    assert "secret" not in str(seen.value)
