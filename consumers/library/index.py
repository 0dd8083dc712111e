"""The asset library's index: what meshes exist, by what they show. SQLite, one file.

A row can be rebuilt from ``asset.registered`` events; the bytes are in the artifact store. Reuse is
decided by structured equality (the thing, its colour, material and size), never by likeness alone:
"two red chairs" and "two blue chairs" are close as sentences and wrong as assets.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from schemas.artifacts import ArtifactRef
from schemas.asset_parts import Lod
from schemas.errors import Unavailable
from schemas.ids import AssetId, asset_id
from schemas.recipe import Recipe

_SCHEMA = """
create table if not exists asset (
    key text primary key,
    id text not null,
    label text not null,
    mesh text not null,
    recipe text not null,
    noun text not null,
    stand_in integer not null,
    deleted_by text,
    lods text not null default '[]',
    collider text
)
"""
_LATER = {"lods": "text not null default '[]'", "collider": "text"}
"""Columns that files of earlier releases lack."""
_SHOWN = "id, label, mesh, recipe, stand_in, lods, collider"
_LODS: TypeAdapter[tuple[Lod, ...]] = TypeAdapter(tuple[Lod, ...])
WAIT_S = 10.0
FILE = "library.sqlite"


class LibraryUnavailable(Unavailable):
    """The library's file can not be read or written; check its folder's disk and rights."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One asset of the library. ``lods``: its levels of detail 1 and 2, if it has any."""

    id: AssetId
    label: str
    mesh: ArtifactRef
    recipe: Recipe
    stand_in: bool
    lods: tuple[Lod, ...] = ()
    collider: ArtifactRef | None = None

    @property
    def artifacts(self) -> tuple[ArtifactRef, ...]:
        """Every file of the asset."""
        more = () if self.collider is None else (self.collider,)
        return (self.mesh, *(lod.mesh for lod in self.lods), *more)


def key_of(recipe: Recipe, engine: str) -> str:
    """What makes two wishes the same asset: everything that the mesh depends on.

    For a known noun the words around it do not count; for an unknown one the label does.
    """
    return json.dumps(
        [
            recipe.noun or f"?{recipe.label.lower()}",
            [round(v, 3) for v in recipe.size],
            recipe.color,
            recipe.material,
            recipe.seed,
            engine,
        ]
    )


class Library:
    """The index in ``folder``; several processes may use it at once."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        folder.mkdir(parents=True, exist_ok=True)
        with self._open() as db:
            db.execute("begin immediate")  # several processes may find an old file at once
            db.execute(_SCHEMA)
            there = {row[1] for row in db.execute("pragma table_info(asset)")}
            for column in _LATER.keys() - there:
                db.execute(f"alter table asset add column {column} {_LATER[column]}")

    def find(self, key: str) -> Entry | None:
        """The asset of ``key``, if there is one."""
        with self._open() as db:
            row = db.execute(
                f"select {_SHOWN} from asset where key = ? and deleted_by is null",
                (key,),
            ).fetchone()
        return _entry(row) if row else None

    def register(
        self,
        key: str,
        label: str,
        mesh: ArtifactRef,
        recipe: Recipe,
        stand_in: bool,
        lods: tuple[Lod, ...] = (),
        collider: ArtifactRef | None = None,
    ) -> Entry:
        """Add the asset of ``key``; when another was faster, theirs is returned and ours unused."""
        values = (
            key,
            asset_id(key),
            label,
            mesh.model_dump_json(),
            recipe.model_dump_json(),
            recipe.noun,
            int(stand_in),
            _LODS.dump_json(lods).decode(),
            None if collider is None else collider.model_dump_json(),
        )
        with self._open() as db:
            db.execute("delete from asset where key = ? and deleted_by is not null", (key,))
            db.execute(
                "insert or ignore into asset"
                " (key, id, label, mesh, recipe, noun, stand_in, lods, collider)"
                " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values,
            )
        entry = self.find(key)
        if entry is None:
            raise LibraryUnavailable(f"{self._path} lost what was just written; try again")
        return entry

    def delete(self, name: str, by: str) -> list[AssetId]:
        """Remove the assets of that id, label (any case) or, failing those, noun; their ids.

        ``by`` names the wish: made twice, as after a crash, it gives the same answer.
        """
        name = name.strip().lower()
        with self._open() as db:
            for column in ("id", "label", "noun"):
                db.execute(
                    f"update asset set deleted_by = ? where lower({column}) = ?"
                    " and deleted_by is null"
                    " and not exists (select 1 from asset where deleted_by = ?)",
                    (by, name, by),
                )
            return self._deleted_by(db, by)

    def clear(self, by: str) -> list[AssetId]:
        """Remove everything, by the wish ``by`` as in ``delete``; the ids."""
        with self._open() as db:
            db.execute("update asset set deleted_by = ? where deleted_by is null", (by,))
            return self._deleted_by(db, by)

    def _deleted_by(self, db: sqlite3.Connection, by: str) -> list[AssetId]:
        rows = db.execute("select id from asset where deleted_by = ? order by id", (by,))
        return [AssetId(row[0]) for row in rows]

    def entries(self) -> list[Entry]:
        """All assets that can be found."""
        with self._open() as db:
            rows = db.execute(f"select {_SHOWN} from asset where deleted_by is null").fetchall()
        return [_entry(row) for row in rows]

    def known(self, assets: Collection[str]) -> dict[AssetId, bool]:
        """Which of ``assets`` are written down here, and whether they can still be found."""
        with self._open() as db:
            rows = db.execute("select id, deleted_by is null from asset").fetchall()
        return {AssetId(row[0]): bool(row[1]) for row in rows if row[0] in assets}

    def forget(self, assets: Collection[AssetId]) -> None:
        """Remove assets for good, deleted ones too: the file does not hold them any more either."""
        with self._open() as db:
            db.execute("pragma secure_delete = on")
            db.executemany("delete from asset where id = ?", [(asset,) for asset in assets])

    def labels(self) -> list[str]:
        """The labels of all assets, sorted."""
        with self._open() as db:
            rows = db.execute(
                "select distinct label from asset where deleted_by is null order by label"
            ).fetchall()
        return [row[0] for row in rows]

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            # IMMEDIATE: a writer that waits for its turn, instead of two that deadlock
            db = sqlite3.connect(self._path, timeout=WAIT_S, isolation_level="IMMEDIATE")
            try:
                with db:
                    yield db
            finally:
                db.close()
        except sqlite3.Error as broken:
            raise LibraryUnavailable(
                f"{self._path}: {broken}; {LibraryUnavailable.__doc__}"
            ) from broken


def _entry(row: tuple[str, str, str, str, int, str, str | None]) -> Entry:
    return Entry(
        AssetId(row[0]),
        row[1],
        ArtifactRef.model_validate_json(row[2]),
        Recipe.model_validate_json(row[3]),
        bool(row[4]),
        _LODS.validate_json(row[5]),
        None if row[6] is None else ArtifactRef.model_validate_json(row[6]),
    )
