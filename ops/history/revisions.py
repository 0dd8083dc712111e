"""`scenestream history`: what changed a session's scene, one revision a line."""

from __future__ import annotations

import json

from consumers.chat.cleaning import clean
from ops.looking import one, opened, past
from ops.settings import Settings
from streams.codec import time_of
from streams.past.revisions import Revision, revisions


async def history(settings: Settings, prefix: str, as_json: bool) -> int:
    """Print the session's revisions, oldest first."""
    async with opened(settings) as shards:
        session = await one(shards, prefix)
        found = False
        async for revision in revisions(await past(settings, shards), session):
            found = True
            print(
                json.dumps(revision.document(), ensure_ascii=False) if as_json else line(revision)
            )
        if not found and not as_json:
            print("no scene yet")
    return 0


def line(revision: Revision) -> str:
    """One line for a revision, as a person wants to see it."""
    at = time_of(revision.event).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    which = f"undoes {revision.undoes}" if revision.undoes else ""
    which = which or (f"redoes {revision.redoes}" if revision.redoes else "")
    words = f'"{_cut(revision.text, 60)}"  ' if revision.text else ""
    told = f"{words}{_cut(revision.summary, 90)}"
    return f"{revision.revision:>5}  {revision.event:<18}  {at}  {which:<11}  {told}".rstrip()


def _cut(text: str, longest: int) -> str:
    flat = " ".join(clean(text).split())
    return flat if len(flat) <= longest else f"{flat[: longest - 1]}…"
