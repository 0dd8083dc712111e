"""The asset library's index, on a real SQLite file, used by several processes at once."""

from __future__ import annotations

import multiprocessing
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from consumers.library.index import FILE, Library, LibraryUnavailable, key_of
from consumers.library.past import as_it_was
from schemas.artifacts import GLB, ArtifactRef
from schemas.asset_parts import Lod
from schemas.ids import EventId
from schemas.recipe import Recipe

MESH = ArtifactRef(sha256="0" * 64, size=1, media_type=GLB)
CHAIR = Recipe(noun="chair", label="red chair", size=(0.5, 0.9, 0.5), color="#ff0000")


def other_mesh(digit: str) -> ArtifactRef:
    return MESH.model_copy(update={"sha256": digit * 64})


def add(library: Library, recipe: Recipe = CHAIR) -> str:
    key = key_of(recipe, "greybox")
    library.register(key, recipe.label, MESH, recipe, stand_in=False)
    return key


def hammer(folder: Path, worker: int) -> None:
    """What an engine process does: open the library at once with others, and write."""
    for n in range(10):
        library = Library(folder)
        add(library, CHAIR.model_copy(update={"seed": worker * 100 + n}))
        library.delete(f"nothing {worker} {n}", by=f"{worker}-{n}")


def test_what_was_registered_is_found_by_what_it_shows(tmp_path: Path) -> None:
    library = Library(tmp_path)
    key = add(library)
    found = library.find(key)
    assert found is not None
    assert (found.label, found.recipe) == ("red chair", CHAIR)


@pytest.mark.parametrize(
    "other", [{"color": "#0000ff"}, {"material": "metal"}, {"size": (1.0, 1.8, 1.0)}, {"noun": ""}]
)
def test_another_colour_material_size_or_noun_is_another_asset(
    tmp_path: Path, other: dict[str, object]
) -> None:
    library = Library(tmp_path)
    add(library)
    assert library.find(key_of(CHAIR.model_copy(update=other), "greybox")) is None


def test_an_asset_keeps_its_levels_of_detail_and_its_collider(tmp_path: Path) -> None:
    library = Library(tmp_path)
    lods = tuple(Lod(mesh=other_mesh(digit), triangles=9) for digit in "12")
    key = key_of(CHAIR, "greybox")
    library.register(key, "chair", MESH, CHAIR, False, lods, other_mesh("3"))
    found = library.find(key)
    assert found is not None
    assert (found.lods, found.collider) == (lods, other_mesh("3"))
    assert [ref.sha256[0] for ref in found.artifacts] == ["0", "1", "2", "3"]


def test_a_library_of_an_earlier_release_is_read_and_goes_on(tmp_path: Path) -> None:
    key = add(Library(tmp_path))
    with closing(sqlite3.connect(tmp_path / FILE)) as db, db:
        db.execute("alter table asset drop column lods")
        db.execute("alter table asset drop column collider")
    library = Library(tmp_path)
    found = library.find(key)
    assert found is not None
    assert (found.mesh, found.lods, found.collider) == (MESH, (), None)
    add(library, CHAIR.model_copy(update={"seed": 1}))
    assert len(library.entries()) == 2


def test_the_words_around_a_known_noun_do_not_count(tmp_path: Path) -> None:
    library = Library(tmp_path)
    add(library)
    reworded = CHAIR.model_copy(update={"label": "chair that is red"})
    assert library.find(key_of(reworded, "greybox")) is not None


def test_the_first_of_two_registrations_counts(tmp_path: Path) -> None:
    library = Library(tmp_path)
    key = add(library)
    other = MESH.model_copy(update={"sha256": "1" * 64})
    kept = library.register(key, "later", other, CHAIR, stand_in=False)
    assert (kept.label, kept.mesh) == ("red chair", MESH)


def test_deleting_by_label_noun_or_id_answers_the_same_when_made_twice(tmp_path: Path) -> None:
    library = Library(tmp_path)
    for number, name in enumerate(("Red Chair", "chair")):
        add(library)
        gone = library.delete(name, by=f"wish-{number}")
        assert len(gone) == 1
        assert library.delete(name, by=f"wish-{number}") == gone
        assert library.labels() == []
    assert library.delete("chair", by="another") == []


def test_clearing_removes_all_and_a_new_start_registers_again(tmp_path: Path) -> None:
    library = Library(tmp_path)
    key = add(library)
    assert len(library.clear(by="wish")) == 1
    assert library.find(key) is None
    add(library)
    assert library.labels() == ["red chair"]


def test_processes_that_open_and_write_at_once_wait_for_each_other(tmp_path: Path) -> None:
    spawning = multiprocessing.get_context("spawn")
    workers = [spawning.Process(target=hammer, args=(tmp_path, n)) for n in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0] * 4
    with_all = Library(tmp_path)
    assert len(with_all.clear(by="count")) == 40


def test_a_copy_of_the_past_lacks_what_came_later_and_has_what_was_deleted_since(
    tmp_path: Path,
) -> None:
    library = Library(tmp_path / "own")
    kept, gone, new, back = (
        add(library, CHAIR.model_copy(update={"label": label, "seed": n}))
        for n, label in enumerate(("kept", "gone", "new", "back"))
    )
    library.delete("gone", by="1772368215249-9")
    library.delete("back", by="1772368215240-1")
    before = (tmp_path / "own" / "library.sqlite").read_bytes()
    later = library.find(new)
    assert later is not None

    moment, wish = EventId("1772368215250-1"), EventId("1772368215240-1")
    then = as_it_was(tmp_path / "own", tmp_path / "then", moment, [later.id], wish)
    assert [then.find(key) is not None for key in (kept, gone, new, back)] == [
        True,
        False,
        False,
        True,
    ]
    assert len(then.delete("back", by=wish)) == 1
    then.clear(by="x")
    assert library.labels() == ["kept", "new"]
    assert (tmp_path / "own" / "library.sqlite").read_bytes() == before


def test_a_library_that_is_not_there_was_empty(tmp_path: Path) -> None:
    then = as_it_was(tmp_path / "none", tmp_path / "then", EventId("1772368215250-1"))
    assert then.labels() == []
    assert not (tmp_path / "none").exists()


def test_a_library_that_can_not_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(LibraryUnavailable, match=r"library\.sqlite"):
        as_it_was(tmp_path, tmp_path / "then", EventId("1772368215250-1"))
