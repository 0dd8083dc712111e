"""The library as it was: a copy of the index without what came later, for steps that run again.

The copy is its reader's own; the index itself is read and not even locked for long.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from consumers.library.index import WAIT_S, Library, LibraryUnavailable
from schemas.ids import AssetId, EventId, event_order

FILE = "library.sqlite"
_EVENT = re.compile(r"\d+-\d+")


def as_it_was(
    folder: Path,
    into: Path,
    moment: EventId,
    later: Collection[AssetId] = (),
    wish: EventId | None = None,
) -> Library:
    """A library in ``into`` that holds what the one in ``folder`` held at ``moment``.

    ``later``: assets that were registered only afterwards. What ``wish``, or one at ``moment`` or
    later, deleted is there again. Raises ``LibraryUnavailable``.
    """
    into.mkdir(parents=True, exist_ok=True)
    if (folder / FILE).exists():
        try:
            _copy(folder / FILE, into / FILE)
        except sqlite3.Error as broken:
            raise LibraryUnavailable(
                f"{folder / FILE}: {broken}; {LibraryUnavailable.__doc__}"
            ) from broken
    library = Library(into)
    with closing(sqlite3.connect(into / FILE)) as db, db:
        for (by,) in db.execute("select distinct deleted_by from asset").fetchall():
            if by is not None and (by == wish or _is_at_or_after(by, moment)):
                db.execute("update asset set deleted_by = null where deleted_by = ?", (by,))
        db.executemany("delete from asset where id = ?", [(asset,) for asset in later])
    return library


def _is_at_or_after(by: str, moment: EventId) -> bool:
    """Whether ``by`` is an event's id, not before ``moment``."""
    return bool(_EVENT.fullmatch(by)) and event_order(by) >= event_order(moment)


def _copy(index: Path, into: Path) -> None:
    source = sqlite3.connect(f"{index.as_uri()}?mode=ro", uri=True, timeout=WAIT_S)
    with closing(source), closing(sqlite3.connect(into)) as target:
        source.backup(target)
