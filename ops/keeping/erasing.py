"""`scenestream erase`, `retention` and `receipts`: for people and programs."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ops.keeping import choosing, eraser
from ops.keeping.eraser import Forecast
from ops.keeping.places import Places, places
from ops.looking import NoSuchSession, opened
from ops.settings import Settings
from schemas.errors import BadInput
from schemas.ids import SessionId
from streams.erasure import receipts
from streams.erasure.receipts import Receipt, hashed


class UnconfirmedErasure(BadInput):
    """Sessions would be erased for good; see what would go with --dry-run, then add --yes."""


@dataclass(frozen=True, slots=True)
class How:
    """``receipt``: a file that the receipts are added to, one a line."""

    dry_run: bool = False
    yes: bool = False
    as_json: bool = False
    keep_library: bool = False
    receipt: str | None = None


async def erase(
    settings: Settings, prefix: str | None, user: str | None, with_forks: bool, how: How
) -> int:
    """Erase a session (an id or a unique prefix), or all of ``user``, and print receipts."""
    if (prefix is None) == (user is None):
        raise choosing.WhichSessions(choosing.WhichSessions.__doc__)
    async with places(settings) as here:
        begun, _ = await eraser.broken_off(here.history)
        if prefix is None:
            chosen = await choosing.of_user(here.history, user or "")
        else:
            try:
                chosen = [await choosing.named(here.history, begun, prefix)]
            except NoSuchSession:
                earlier = await _receipts(here, prefix)
                if not earlier:
                    raise
                _tell(earlier, how)
                return 0
        chosen = await choosing.with_forks(here.history, chosen, with_forks)
        await _carry_out(here, chosen, how)
    return 0


async def retention(settings: Settings, age: timedelta, how: How) -> int:
    """Erase the sessions whose last event is older than ``age``, and print receipts."""
    async with places(settings) as here:
        silent = await choosing.silent_since(here.history, datetime.now(UTC) - age)
        if not how.as_json:
            for session, why in sorted(silent.kept.items()):
                print(f"{session}  kept: {why}")
        await _carry_out(here, silent.sessions, how)
    return 0


async def show_receipts(settings: Settings, session: str | None, as_json: bool) -> int:
    """Print the receipts of ``session`` (its whole id), or all; 1 when there is none of it."""
    async with opened(settings) as shards:
        found = [receipt for log in shards async for receipt in receipts.kept(log)]
    if session is not None:
        found = [receipt for receipt in found if receipt.session == hashed(session)]
    for receipt in found:
        print(json.dumps(receipt.document()) if as_json else line(receipt))
    if not found:
        print("no receipt of it" if session else "nothing was erased yet", file=sys.stderr)
    return 1 if session is not None and not found else 0


async def _carry_out(here: Places, sessions: list[SessionId], how: How) -> None:
    if how.dry_run:
        for each in await eraser.forecast(here, sessions, how.keep_library):
            print(json.dumps(_document(each)) if how.as_json else _page(each))
        if not how.as_json:
            print(f"{len(sessions)} sessions would be erased; nothing was changed")
        return
    if sessions and not how.yes:
        raise UnconfirmedErasure(f"{len(sessions)} sessions: {UnconfirmedErasure.__doc__}")
    _tell(await eraser.erase(here, sessions, how.keep_library), how)


async def _receipts(here: Places, session: str) -> list[Receipt]:
    """Finishes what was broken off, so that a receipt that was about to be made is made."""
    await eraser.erase(here, [])
    log = here.history.shards.of(session)
    return [r async for r in receipts.kept(log) if r.session == hashed(session)]


def _tell(made: list[Receipt], how: How) -> None:
    if how.receipt is not None:
        with Path(how.receipt).open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(receipt.document()) + "\n" for receipt in made)
    for receipt in made:
        print(json.dumps(receipt.document()) if how.as_json else line(receipt))
    if not made and not how.as_json:
        print("nothing was erased")


def line(receipt: Receipt) -> str:
    """A receipt for reading."""
    fates = Counter(fate.outcome for fate in receipt.artifacts)
    erased = ", ".join(f"{count:,} {what}" for what, count in receipt.erased.items())
    went = ", ".join(f"{count:,} {outcome}" for outcome, count in sorted(fates.items()))
    looked = ", ".join(f"{count:,} {what}" for what, count in receipt.checked.items())
    files = ", ".join(f"{server}: {done}" for server, done in receipt.files.items())
    return "\n".join(
        (
            f"erased {receipt.at}, sha256 of its id {receipt.session}",
            f"  there was  {erased or 'nothing'}",
            f"  artifacts  {went or 'none'}; assets of the library: {receipt.assets:,}",
            f"  checked    {looked}: nothing of it is left",
            f"  files      {files}",
        )
    )


def _document(each: Forecast) -> dict[str, object]:
    return {
        "session": each.holding.session,
        "dry_run": True,
        "erased": dict(sorted(each.holding.counts.items())),
        "artifacts": [
            {
                "sha256": fate.sha256,
                "size": fate.size,
                "media_type": fate.media_type,
                "outcome": fate.outcome,
            }
            for fate in each.artifacts
        ],
        "assets": list(each.assets),
    }


def _page(each: Forecast) -> str:
    counts = ", ".join(f"{n:,} {what}" for what, n in sorted(each.holding.counts.items()))
    rows = [f"{each.holding.session}: {counts}"]
    for fate in each.artifacts:
        outcome = {"deleted": "goes", "used": "stays: running work may name it"}.get(
            fate.outcome, "stays: something else names it" if fate.outcome == "shared" else "gone"
        )
        rows.append(f"  {fate.sha256[:12]} {fate.size:>12,} B  {fate.media_type:<24} {outcome}")
    rows += [f"  asset {asset} of the library goes" for asset in each.assets]
    return "\n".join(rows)
