"""An archiver that comes to one point and stays there: `… -m …mortal_archiver URL FOLDER POINT`.

``POINT``: "taken", "stored" or "sealed". It prints a line there, and is to be killed.
"""

from __future__ import annotations

import asyncio
import sys
import time
from typing import Any, NoReturn

from streams.artifacts import ArtifactStore
from streams.connection import connect
from streams.log import Log
from streams.past import archiver, sealing
from streams.past.archive import Archive
from streams.past.archiver import Archiver
from streams.past.segments import Writer

LEASE_S = 0.3


def stay() -> NoReturn:
    """Say so, and do nothing any more: no heartbeat either."""
    print("here", flush=True)
    while True:
        time.sleep(60)


def stops(point: str) -> dict[tuple[Any, str], Any]:
    """What is put in place of what, so that it stops there and finds every session idle."""
    keep = Archive.keep

    def stored(archive: Archive, writer: Writer) -> NoReturn:
        keep(archive, writer)
        stay()

    async def taken(*_: Any) -> NoReturn:
        stay()

    async def sealed(*of: Any) -> NoReturn:
        await sealing.seal(*of)
        stay()

    at: dict[str, tuple[Any, str, Any]] = {
        "taken": (archiver, "seal", taken),
        "stored": (Archive, "keep", stored),
        "sealed": (archiver, "seal", sealed),
    }
    where, name, stop = at[point]
    return {
        (where, name): stop,
        (archiver, "QUIET_S"): 0.0,
        (sealing, "KEEP_CLOSED_S"): 0,
    }


async def main(url: str, folder: str, point: str) -> None:
    """Archive until that point."""
    for (where, name), instead in stops(point).items():
        setattr(where, name, instead)
    log = Log(await connect(url))
    await Archiver(log, Archive(ArtifactStore(folder)), point, 0.0, LEASE_S).run()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
