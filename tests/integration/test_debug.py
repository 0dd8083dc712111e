"""Steps of recorded sessions, found and run again: failures, retries, forks, strangers."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from ops.history.debug.finding import AmbiguousEvent, Case, NotAStep, find
from ops.history.debug.trial import Choice, ReadOnlyStore, Trial, run
from ops.history.debug.verdict import Verdict, judge
from ops.history.registered import made, registered_since
from ops.settings import Settings, read
from schemas import events as e
from schemas.artifacts import GLB, PNG
from schemas.errors import Category
from schemas.flow import Stage
from schemas.ids import AssetId, EventId, RequestId, SessionId, event_order
from schemas.recipe import Recipe
from streams.artifacts import ArtifactStore
from streams.codec import encode
from streams.commit import Commit
from streams.errors import NoSuchEvent
from streams.log import envelopes
from streams.past.history import History
from tests.golden.samples import AT, ref
from tests.integration.pasts import opened

S, OTHER = SessionId("session-1"), SessionId("session-2")
R = RequestId("r")
CHAIR = Recipe(noun="chair", label="chair", size=(0.5, 0.9, 0.5))
ABOUT = {"slot": "0/object", "label": "chair", "prompt": "a chair", "recipe": CHAIR}
GONE = ref("d", PNG)
IMAGE = e.ImageGenerated(**ABOUT, image=GONE, engine="greybox")
ASSET = AssetId("3ca330ae-537f-5c7c-9f95-a8b7a03a255f")
REGISTERED = e.AssetRegistered(
    slot="0/object", asset=ASSET, label="chair", mesh=ref("e", GLB), recipe=CHAIR,
    engine="greybox", prompt="a chair",
)  # fmt: skip


@dataclass
class Desk:
    """A deployment to debug in."""

    history: History
    settings: Settings

    async def commit(
        self,
        payloads: Sequence[e.Data],
        cause: EventId | None = None,
        session: SessionId = S,
        request: RequestId | None = R,
    ) -> list[EventId]:
        """Append ``payloads`` as one step would, in a ms of its own: ids differ by session, too."""
        log = self.history.shards.of(session)
        self._marks += 1
        while await log.time_ms() <= self._last_ms:
            continue
        events = envelopes(payloads, session, request, cause, "c-1", 5.0)
        done = await log.commit(Commit(session, request, f"m{self._marks}", tuple(events)))
        assert done.outcome == "done"
        self._last_ms, _ = event_order(done.ids[-1])
        return list(done.ids)

    _marks = _last_ms = 0

    async def debugged(
        self, *names: str, stage: str | None = None, choice: Choice | None = None
    ) -> tuple[Case, Trial, Verdict]:
        """Find, run, judge."""
        case = await find(self.history, names, stage)
        url = self.history.artifacts.url
        trial = run(case, self.settings, url, choice or Choice({}))
        recorded = case.tried.events if case.tried else ()
        return case, trial, judge(recorded, case.why, trial.events, trial.failure)


@pytest.fixture
async def desk(redis_url: str, tmp_path: Path) -> AsyncIterator[Desk]:
    async with opened(redis_url, tmp_path) as (_, history):
        yield Desk(history, read({}, data=str(tmp_path)))


def retried(code: str, message: str, category: Category) -> e.StageRetried:
    return e.StageRetried(
        stage="mesh", attempt=1, category=category, code=code, message=message, due=AT
    )


async def test_each_try_of_a_step_is_compared_with_itself(desk: Desk) -> None:
    (image,) = await desk.commit([IMAGE])
    (first,) = await desk.commit([retried("EngineDied", "died", Category.UNAVAILABLE)], image)
    missing = (
        f"Artifact {GONE.sha256} is not in {desk.history.artifacts.url}. Check that every process "
        "has the same artifact URL, or run the step that made it again."
    )
    gone = (Category.NOT_FOUND, "MissingArtifact", missing)
    dead = e.StageDeadLettered(
        stage="mesh", attempt=2, category=gone[0], code=gone[1], message=gone[2]
    )
    ended = e.AssetFailed(
        slot="0/object", category=gone[0], code=gone[1], message=gone[2], stage="mesh"
    )
    second, _ = await desk.commit([dead, ended], image)

    case, trial, verdict = await desk.debugged(S, first)
    assert (case.step.name, case.why and case.why.code) == ("mesh.make", "EngineDied")
    assert trial.failure is not None
    assert {found.what.path for found in verdict.found} == {"category", "code", "message"}

    for name in (second, image):  # the input stands for the last try
        case, trial, verdict = await desk.debugged(S, name, stage="mesh")
        assert verdict.same, verdict
        assert "MissingArtifact" in (trial.failure.traceback if trial.failure else "")


async def test_what_was_never_done_is_run_and_has_nothing_to_be_compared_with(desk: Desk) -> None:
    (wanted,) = await desk.commit([e.AssetWanted(**ABOUT)])
    case, trial, verdict = await desk.debugged(wanted)
    assert (case.tried, verdict.recorded, verdict.same) == (None, "nothing", False)
    assert [event.type for event in trial.events] == ["prompt.improved"]


async def test_an_event_of_another_session_is_said_to_be_that(desk: Desk) -> None:
    await desk.commit([e.AssetWanted(**ABOUT)])
    (theirs,) = await desk.commit([e.AssetWanted(**ABOUT)], session=OTHER)
    with pytest.raises(NoSuchEvent, match=f"it is an event of {OTHER}"):
        await find(desk.history, (S, theirs), None)
    with pytest.raises(NoSuchEvent, match="no session has"):
        await find(desk.history, ("1772368215250-0",), None)
    with pytest.raises(NotAStep, match="scenestream tail"):
        await find(desk.history, ("sofa",), None)


async def test_sessions_that_have_the_same_event_id_are_asked_about(desk: Desk) -> None:
    (ours,) = await desk.commit([e.AssetWanted(**ABOUT)])
    (event,) = envelopes([e.AssetWanted(**ABOUT)], OTHER, R, None, "c-1")
    log = desk.history.shards.of(OTHER)
    await log.redis.xadd(log.keys.log(OTHER), {"request": R, "e": encode(event)}, id=ours)
    await desk.commit([e.SessionOpened(protocol="test")], session=OTHER, request=None)
    with pytest.raises(AmbiguousEvent, match=r"session-\d, session-\d"):
        await find(desk.history, (ours,), None)
    assert (await find(desk.history, (OTHER, ours), None)).session == OTHER


async def test_a_forks_event_is_its_parents_and_the_forks_seed_holds_from_there(
    desk: Desk,
) -> None:
    acted = e.AgentActed(action="generate_3d_object", input="a tree")
    (shared,) = await desk.commit([acted])
    on = {R: RequestId("q")}
    forked = e.SessionForked(parent=S, at=shared, continued=on, seed=7)
    await desk.commit([forked], session=OTHER, request=None)
    assert (await find(desk.history, (shared,), None)).session == S

    case, trial, _ = await desk.debugged(OTHER, shared)
    assert (case.step.request, trial.seed) == ("q", 7)
    (improved,) = trial.events
    assert isinstance(improved.data, e.PromptImproved)
    assert improved.data.recipe.seed == 7
    (done,) = await desk.commit([improved.data], shared, OTHER, RequestId("q"))
    assert (await desk.debugged(OTHER, done))[2].same
    _, trial, verdict = await desk.debugged(OTHER, done, choice=Choice({}, seed=8))
    assert (trial.seed, [f.what.path for f in verdict.found]) == (8, ["recipe.seed"])


async def test_input_that_is_no_event_fails_here_as_it_did(desk: Desk) -> None:
    log = desk.history.shards.of(S)
    broken = await log.redis.xadd(log.keys.log(S), {"request": R, "e": "{"})
    dead = e.StageDeadLettered(
        stage="prompt", attempt=1, category=Category.INTERNAL, code="UndecodableEvent", message="?"
    )
    letter = {
        "session": S, "request": R, "event": broken, "task": "improve", "attempt": 1,
        "category": "internal", "code": "UndecodableEvent", "message": "?", "input": "{",
        "at": AT.isoformat(),
    }  # fmt: skip
    mine = tuple(envelopes([dead], S, R, EventId(broken), "c-1"))
    await log.commit(Commit(S, R, "m", mine))
    entry = await log.redis.xadd(log.keys.dead(Stage.PROMPT), {"d": json.dumps(letter)})
    case, trial, verdict = await desk.debugged(f"prompt/{entry}")
    assert case.letter is not None
    assert trial.failure is not None
    assert trial.failure.code == "UndecodableEvent"
    assert [found.what.path for found in verdict.found] == ["message"]
    await desk.commit([e.SessionOpened(protocol="t")], session=OTHER, request=None)
    with pytest.raises(NoSuchEvent, match="dead letter of session-1, not of session-2"):
        await find(desk.history, (OTHER, f"prompt/{entry}"), None)


async def test_what_was_registered_later_by_anyone_was_not_in_the_library(desk: Desk) -> None:
    (then,) = await desk.commit([e.PromptImproved(**ABOUT, engine="rules")])
    (theirs,) = await desk.commit([REGISTERED], session=OTHER)
    assert await registered_since(desk.history, S, then) == (frozenset({ASSET}), "")
    (again,) = await desk.commit([REGISTERED])
    first = await made(desk.history, ASSET, again)
    assert first is not None
    assert (first.id, first.session) == (theirs, OTHER)
    assert await registered_since(desk.history, S, again) == (frozenset(), "")
    assert await made(desk.history, ASSET, then) is None


def test_a_read_only_store_reads_and_keeps_what_is_put_to_itself(tmp_path: Path) -> None:
    real = ArtifactStore(str(tmp_path / "a"))
    there = real.put(b"there", PNG)
    store = ReadOnlyStore(real.url)
    new = store.put(b"new", PNG)
    assert (store.get(there), store.get(new), store.has(new)) == (b"there", b"new", True)
    assert dict(store.kept) == {new.sha256: b"new"}
    assert store.delete(there) is False
    assert list(real.iter()) == [there.sha256]
