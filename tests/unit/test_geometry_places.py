"""Callers' files: only below the roots, through no link, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gateway.geometry.places import (
    MAX_PICTURE_BYTES,
    BadFileName,
    ForbiddenPath,
    NoSuchPath,
    PictureFileTooLarge,
    Places,
    Undeliverable,
    checked_name,
    default_name,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "root"
    (folder / "out").mkdir(parents=True)
    (folder / "a.png").write_bytes(b"picture")
    (tmp_path / "secret.png").write_bytes(b"secret")
    (tmp_path / "elsewhere").mkdir()
    return folder


def test_a_picture_below_a_root_is_read(root: Path) -> None:
    assert Places([root]).read(str(root / "a.png")) == b"picture"


def test_a_root_that_is_a_link_itself_is_its_owners_wish(root: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    assert Places([tmp_path / "link"]).read(f"{tmp_path}/link/a.png") == b"picture"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("a.png", "is relative"),
        ("", "is relative"),
        ("./a.png", "is relative"),
        ("{root}/../secret.png", "has '..' in it"),
        ("{root}/out/../../secret.png", "has '..' in it"),
        ("{root}/out/../a.png", "has '..' in it"),
        ("{root}-not/a.png", "is not below an allowed folder"),
        ("/etc/passwd", "is not below an allowed folder"),
        ("//etc/passwd", "is not below an allowed folder"),
        ("{root}/a\0.png", "has characters that no path should have"),
        ("{root}/a\n.png", "has characters that no path should have"),
        ("{root}/\ud800.png", "has characters that no path should have"),
        ("{root}/link.png", "goes through a symbolic link or a file"),
        ("{root}/folder-link/secret.png", "goes through a symbolic link or a file"),
        ("{root}/inner-link/x.png", "goes through a symbolic link or a file"),
        ("{root}/a.png/b.png", "goes through a symbolic link or a file"),
    ],
)
def test_a_path_that_leads_elsewhere_is_refused(root: Path, path: str, why: str) -> None:
    (root / "link.png").symlink_to(root.parent / "secret.png")
    (root / "folder-link").symlink_to(root.parent)
    (root / "inner-link").symlink_to(root / "out")
    (root / "out" / "x.png").write_bytes(b"below the root, but through a link")
    with pytest.raises(ForbiddenPath) as refused:
        Places([root]).read(path.format(root=root))
    assert refused.value.why == why


def test_without_roots_nothing_is_allowed(root: Path) -> None:
    with pytest.raises(ForbiddenPath, match="below no folder at all"):
        Places([]).read(str(root / "a.png"))


def test_what_is_not_there_or_no_file_is_said_to_be_so(root: Path) -> None:
    places = Places([root])
    os.mkfifo(root / "pipe")
    for name, why in [
        ("no.png", "No such file"),
        ("no/a.png", "No such file"),
        ("out", "no file"),
        ("pipe", "no file"),
        ("", "folder"),
    ]:
        with pytest.raises(NoSuchPath, match=why):
            places.read(f"{root}/{name}")


def test_a_file_of_too_many_bytes_is_not_read(root: Path) -> None:
    with (root / "huge.png").open("wb") as file:
        file.truncate(MAX_PICTURE_BYTES + 1)
    with pytest.raises(PictureFileTooLarge):
        Places([root]).read(str(root / "huge.png"))


def test_a_mesh_replaces_what_has_the_name_that_was_asked_for(root: Path) -> None:
    places, out = Places([root]), root / "out"
    for data in (b"old", b"new"):
        path = places.write(str(out), "chair.glb", data, replace=True)
        assert path == str(out / "chair.glb")
    assert Path(path).read_bytes() == b"new"
    assert [p.name for p in out.iterdir()] == ["chair.glb"]


def test_a_mesh_replaces_a_link_and_not_what_it_leads_to(root: Path) -> None:
    (root / "out" / "chair.glb").symlink_to(root.parent / "secret.png")
    Places([root]).write(str(root / "out"), "chair.glb", b"mesh", replace=True)
    assert (root.parent / "secret.png").read_bytes() == b"secret"
    assert not (root / "out" / "chair.glb").is_symlink()


@pytest.mark.parametrize("has_links", [True, False])
def test_meshes_of_one_name_do_not_overwrite_each_other(
    root: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    def no_link(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    if not has_links:
        monkeypatch.setattr(os, "link", no_link)
    places, name = Places([root]), default_name("chair", 1_700_000_000.9)
    assert name == "geometry_a09272b5_1700000000.glb"
    paths = [places.write(str(root / "out"), name, data, replace=False) for data in (b"1", b"2")]
    assert [Path(p).name for p in paths] == [name, "geometry_a09272b5_1700000000_2.glb"]
    assert [Path(p).read_bytes() for p in paths] == [b"1", b"2"]
    assert len(list((root / "out").iterdir())) == 2


def test_a_folder_that_takes_nothing_is_told_of_and_nothing_is_left(root: Path) -> None:
    (root / "out" / "chair.glb").mkdir()
    with pytest.raises(Undeliverable, match="directory"):
        Places([root]).write(str(root / "out"), "chair.glb", b"mesh", replace=True)
    assert [p.name for p in (root / "out").iterdir()] == ["chair.glb"]
    with pytest.raises(NoSuchPath):
        Places([root]).write(str(root / "no"), "chair.glb", b"mesh", replace=True)


@pytest.mark.parametrize(
    "name",
    ["", ".glb", "a", "a.png", "../a.glb", "b/a.glb", "/a.glb", "a\n.glb", "ж" * 99 + ".glb"],
)
def test_a_name_that_is_no_plain_glb_is_refused(name: str) -> None:
    with pytest.raises(BadFileName):
        checked_name(name)


def test_a_plain_name_is_taken_as_it_is() -> None:
    assert checked_name("стул 1.GLB") == "стул 1.GLB"
