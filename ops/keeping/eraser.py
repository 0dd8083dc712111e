"""The whole of an erasure, in the order that a kill at any point of it can be made good.

What is to go is written down before anything goes, names and all; what names the session goes
before the bytes do; everything is looked through; the names that were written down go; Redis writes
its files anew; and only then there is a receipt. Which sessions: ``ops.keeping.choosing``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from ops.keeping.choosing import HasForks
from ops.keeping.places import Places
from schemas.artifacts import ArtifactRef
from schemas.flow import Stage
from schemas.ids import AssetId, SessionId
from streams.erasure import erasing, receipts
from streams.erasure.holdings import Holding, look
from streams.erasure.persistence import write_anew
from streams.erasure.receipts import Fate, Receipt, hashed
from streams.erasure.survey import Survey, survey
from streams.errors import ErasureIncomplete
from streams.past.history import History

AT_ONCE = 200
"""Sessions that one look through everything serves."""
QUIET_S = 10.0
"""How long steps that run are given to hear that they are not wanted any more, or to end."""
A_MS = timedelta(milliseconds=1)
"""Events have their time to the ms: what was put within the same one may have come before."""
TRIES = 3
"""How often what a step that would not stop still told of is taken away."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What an erasure of ``holding`` would take away. ``assets``: of the library."""

    holding: Holding
    artifacts: tuple[Fate, ...]
    assets: tuple[str, ...]


async def forecast(
    here: Places, sessions: Sequence[SessionId], keep_library: bool
) -> list[Forecast]:
    """What would go; nothing is changed. Raises ``Unreadable``."""
    begun, _ = await broken_off(here.history)
    holdings = [await look(here.history, session) for session in sessions]
    for holding in holdings:
        for before in begun:
            if before.session == holding.session:
                holding.add(before)
    found = await survey(here.history, holdings)
    busy = await erasing.work_is_in_flight(here.history)
    going = set() if keep_library else await _unused_assets(here, holdings, found)
    kept = await asyncio.to_thread(_kept_by_library, here, going)
    return [
        Forecast(
            holding,
            tuple(await asyncio.to_thread(_fates, here, holding, found.artifacts | kept, busy)),
            tuple(sorted(going & holding.assets)),
        )
        for holding in holdings
    ]


async def erase(
    here: Places, sessions: Sequence[SessionId], keep_library: bool = False
) -> list[Receipt]:
    """Erase ``sessions``, and what erasures that were broken off have left; their receipts.

    Raises ``Unreadable``, ``ErasureIncomplete``; made again, it goes on. Raises ``HasForks`` when
    one of them is the past of another session that is not among them.
    """
    begun, drafts = await broken_off(here.history)
    known = {holding.session for holding in begun}
    waiting = await _forks_first(here.history, known | set(sessions))
    for n in range(0, len(waiting), AT_ONCE):
        some = waiting[n : n + AT_ONCE]
        for session in some:
            await erasing.begin(here.history.shards.of(session), session)
        await _refuse_other_forks(here.history, set(some) - known, set(waiting))
        drafts += await _take_away(here, some, keep_library)
    if not drafts:
        return []
    files = await write_anew(here.history.shards.redis)
    made = [replace(each, files=files) for _, each in drafts]
    for (shard, _), receipt in zip(drafts, made, strict=True):
        await receipts.keep(here.history.shards.logs[shard], receipt)
    return made


Drafts = list[tuple[int, Receipt]]
"""Receipts to be, with the shard that each is kept in."""


async def broken_off(history: History) -> tuple[list[Holding], Drafts]:
    """What erasures that did not come to their end have left to take away, and their drafts."""
    holdings: list[Holding] = []
    drafts: Drafts = []
    for log in history.shards:
        begun, drafted = await receipts.unfinished(log)
        holdings += begun
        drafts += [(log.keys.shard, receipt) for receipt in drafted]
    return holdings, drafts


async def _take_away(here: Places, sessions: Sequence[SessionId], keep_library: bool) -> Drafts:
    history, shards = here.history, here.history.shards
    for log in shards:
        await erasing.is_quiet(log, {s for s in sessions if shards.of(s) is log}, QUIET_S)
    holdings = [
        await receipts.intend(shards.of(session), await look(history, session))
        for session in sessions
    ]
    for log in shards:
        await erasing.remove(log, [h for h in holdings if shards.of(h.session) is log])
    found = await _look_through(history, holdings)
    going = set() if keep_library else await _unused_assets(here, holdings, found)
    if here.library is not None and going:
        await asyncio.to_thread(
            here.library.forget, going
        )  # a step may have found them right before
        await erasing.ended(history, Stage.LIBRARY, QUIET_S)
        found = await _look_through(history, holdings)
    drafts = []
    for holding in holdings:
        receipt = await _bytes_gone(here, holding, found, going)
        await receipts.draft(shards.of(holding.session), receipt)
        drafts.append((shards.of(holding.session).keys.shard, receipt))
    return drafts


async def _forks_first(history: History, sessions: set[SessionId]) -> list[SessionId]:
    """The sessions in an order in which none is left without its past."""
    parents = await erasing.parents(history)

    def depth(session: SessionId) -> int:
        above = 0
        while session in parents:
            session, above = parents[session], above + 1
        return above

    return sorted(sessions, key=lambda session: (-depth(session), session))


async def _refuse_other_forks(
    history: History, whole: set[SessionId], going: set[SessionId]
) -> None:
    """Raises ``HasForks`` when a session that stays begins with the past of one of ``whole``, of
    which nothing was taken away yet; then they can be written to again."""
    forks = erasing.forks_of(await erasing.parents(history), whole)
    if other := {fork: parent for fork, parent in forks.items() if fork not in going}:
        for session in whole:
            await erasing.let_be(history.shards.of(session), session)
        raise HasForks(other)


async def _look_through(history: History, holdings: Sequence[Holding]) -> Survey:
    """A look through everything that finds nothing of them. Raises ``ErasureIncomplete``."""
    for _ in range(TRIES):
        found = await survey(history, holdings)
        if not found.left:
            return found
        await erasing.clear(history, found.left)
    key = found.left[0][0]
    raise ErasureIncomplete(f"{len(found.left)} texts, as in {key}: {ErasureIncomplete.__doc__}")


async def _unused_assets(here: Places, holdings: Sequence[Holding], found: Survey) -> set[AssetId]:
    """The library's assets that no other session made or used, or that somebody deleted."""
    theirs = {asset for holding in holdings for asset in holding.assets}
    if here.library is None or not theirs:
        return set()
    known = await asyncio.to_thread(here.library.known, theirs)
    return {asset for asset, is_live in known.items() if asset not in found.assets or not is_live}


async def _bytes_gone(
    here: Places, holding: Holding, found: Survey, going: set[AssetId]
) -> Receipt:
    """Delete what nothing else needs of the session's artifacts; the receipt of it all."""
    busy = await erasing.work_is_in_flight(here.history)
    kept = found.artifacts | await asyncio.to_thread(_kept_by_library, here, going)

    def delete() -> tuple[Fate, ...]:
        fates = tuple(_fates(here, holding, kept, busy))
        for fate in fates:
            if fate.outcome == "deleted":
                here.artifacts.delete(fate.sha256)
        return fates

    return Receipt(
        session=hashed(holding.session),
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        erased=dict(sorted(holding.counts.items())),
        artifacts=await asyncio.to_thread(delete),
        assets=len(going & holding.assets),
        checked={"keys": found.keys, "texts": found.texts},
    )


def _kept_by_library(here: Places, going: set[AssetId]) -> set[str]:
    """The files of the library's other assets."""
    entries = here.library.entries() if here.library is not None else []
    return {ref.sha256 for entry in entries if entry.id not in going for ref in entry.artifacts}


def _fates(here: Places, holding: Holding, kept: set[str], busy: bool) -> Iterator[Fate]:
    """What becomes of each artifact. One that was put after this session last named it was put by
    another's step: while there are any, that may be about to name it."""
    for sha256, named in sorted(holding.artifacts.items()):
        ref: ArtifactRef = named.ref
        if sha256 in kept:
            outcome = "shared"
        elif not here.artifacts.has(sha256):
            outcome = "missing"
        elif busy and here.artifacts.may_be_put_since(sha256, named.at + A_MS):
            outcome = "used"
        else:
            outcome = "deleted"
        yield Fate(sha256, ref.size, ref.media_type, outcome)
