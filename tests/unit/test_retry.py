"""How often and how long each stage is tried: the policy, its usual values, and the settings."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from consumers.chat.models import PATIENCE_S
from ops.settings import read
from ops.settings_errors import BadSetting
from schemas import events as e
from schemas.artifacts import ArtifactRef
from schemas.errors import Category
from schemas.flow import Stage
from schemas.ids import EventId, SessionId
from streams import deadline
from streams.codec import encode
from streams.deadline import Clock, run_within
from streams.retry import RETRIES
from streams.step import Failure, Job, Outcome, Progress, RetryPolicy
from tests.golden.samples import AT

AWAY = Failure(Category.UNAVAILABLE, "Away", "later")
BAD = Failure(Category.BAD_INPUT, "Bad", "never")
HEARD = Failure(Category.UNAVAILABLE, "StepCancelled", "told to stop", "trace", "engine:1")
DONE = Outcome((e.RequestCompleted(kind="unrelated_response", text="late"),))
JOB = Job(
    Stage.MESH,
    "make",
    encode(e.Event(session=SessionId("s"), at=AT, data=e.RequestAccepted(kind="text"))),
    EventId("1-0"),
    SessionId("s"),
    None,
    None,
    1,
)


def test_every_stage_has_three_attempts_and_a_deadline_that_fits_it() -> None:
    assert set(RETRIES) == set(Stage)
    assert {policy.attempts for policy in RETRIES.values()} == {3}
    assert RETRIES[Stage.MESH].deadline_s == RETRIES[Stage.IMAGE].deadline_s == 30 * 60
    assert RETRIES[Stage.LIBRARY].deadline_s == 2 * 60
    for stage in (Stage.AGENT, Stage.PROMPT, Stage.DECOMPOSE, Stage.COMPOSE, Stage.PATCH):
        assert RETRIES[stage].deadline_s == 5 * 60 > PATIENCE_S  # a model is given up before


@pytest.mark.parametrize("attempt", range(1, 40))
def test_a_delay_doubles_with_jitter_up_to_its_cap(attempt: int) -> None:
    policy = RetryPolicy(base_s=0.5, cap_s=30.0, chance=random.Random(attempt))
    ceiling = min(30.0, 0.5 * 2 ** (attempt - 1))
    assert ceiling / 2 <= policy.delay_s(attempt) <= ceiling


def test_only_what_is_transient_is_tried_again_and_only_so_often() -> None:
    policy = RetryPolicy(attempts=3)
    assert [policy.gives_up(AWAY, attempt) for attempt in (1, 2, 3, 4)] == [
        False, False, True, True,
    ]  # fmt: skip
    assert policy.gives_up(BAD, 1)


class Slow:
    """A handler that does as the test says when it is told to stop, and when it is killed."""

    def __init__(self, told: Outcome | Failure | None, killed: Failure = AWAY) -> None:
        self.told, self.killed = told, killed
        self.result: asyncio.Future[Outcome | Failure] = asyncio.get_running_loop().create_future()
        self.heard: list[str] = []

    async def run(self, job: Job, mark: str, progress: Progress) -> Outcome | Failure:
        return await self.result

    def cancel(self, mark: str) -> None:
        self.heard.append(f"cancel {mark}")
        if self.told is not None:
            self.result.set_result(self.told)

    def kill(self, mark: str) -> None:
        self.heard.append(f"kill {mark}")
        self.result.set_result(self.killed)


class Nobody:
    """Who does not listen."""

    def report(self, fraction: float, label: str, preview: ArtifactRef | None) -> None: ...

    def say(self, text: str, thought: bool) -> None: ...


async def within(runner: Slow, deadline_s: float) -> Outcome | Failure:
    return await run_within(runner, JOB, "m", Nobody(), Clock(runner, "m", deadline_s))


async def test_a_step_that_ends_in_time_hears_nothing() -> None:
    runner = Slow(None)
    runner.result.set_result(BAD)
    assert await within(runner, 10) == BAD
    assert runner.heard == []


async def test_a_step_past_its_deadline_is_told_to_stop_and_fails_for_now() -> None:
    runner = Slow(HEARD)
    late = await within(runner, 0.01)
    assert runner.heard == ["cancel m"]
    assert isinstance(late, Failure)
    assert (late.category, late.code) == (Category.UNAVAILABLE, "DeadlineExceeded")
    assert (late.traceback, late.engine) == ("trace", "engine:1")
    assert late.message == (
        "the mesh step had not ended after 0.01 s and was stopped; if it needs longer, raise "
        "deadline_s under [retry.mesh] in scenestream.toml"
    )


async def test_a_step_that_does_not_stop_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadline, "GRACE_S", 0.01)
    runner = Slow(None)
    late = await within(runner, 0.01)
    assert runner.heard == ["cancel m", "kill m"]
    assert isinstance(late, Failure)
    assert late.code == "DeadlineExceeded"


async def test_an_outcome_that_comes_in_the_grace_counts() -> None:
    assert await within(Slow(DONE), 0.01) == DONE


async def test_a_worker_that_ends_leaves_no_handler_behind() -> None:
    runner = Slow(None)
    running = asyncio.create_task(within(runner, 60))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert runner.result.cancelled()


def settings(folder: Path, toml: str) -> dict[Stage, RetryPolicy]:
    (folder / "scenestream.toml").write_text(toml)
    return dict(read({}, data=str(folder)).retry)


def test_a_stage_is_set_alone_and_the_others_keep_their_usual_values(tmp_path: Path) -> None:
    policies = settings(tmp_path, "[retry.mesh]\nattempts = 5\ndeadline_s = 3600\n")
    mesh = policies.pop(Stage.MESH)
    assert (mesh.attempts, mesh.deadline_s) == (5, 3600)
    assert mesh.cap_s == RETRIES[Stage.MESH].cap_s
    assert policies == {stage: RETRIES[stage] for stage in policies}


def test_without_a_file_every_stage_has_its_usual_values(tmp_path: Path) -> None:
    assert read({}, data=str(tmp_path)).retry == RETRIES


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("retry = 3", "has retry = 3; expected tables, as [retry.mesh]"),
        ("[retry.teleport]\nattempts = 3", "has [retry.teleport]; stages are asr, agent"),
        ("[retry]\nmesh = 3", "[retry.mesh] is 3; expected a table"),
        ("[retry.mesh]\ntries = 3", "[retry.mesh] has no tries; its members are attempts"),
        ("[retry.mesh]\nattempts = 0", "attempts is 0; expected a whole number from 1 to 100"),
        ("[retry.mesh]\nattempts = 2.5", "attempts is 2.5; expected a whole number"),
        ("[retry.mesh]\nattempts = true", "attempts is True; expected a whole number"),
        ('[retry.mesh]\nattempts = "5"', "attempts is '5'; expected a whole number"),
        ("[retry.mesh]\ndeadline_s = 0", "deadline_s is 0; expected seconds from 0.1"),
        ("[retry.mesh]\ndeadline_s = -1.0", "deadline_s is -1.0; expected seconds"),
        ("[retry.mesh]\ndeadline_s = nan", "deadline_s is nan; expected seconds"),
        ("[retry.mesh]\ndeadline_s = inf", "deadline_s is inf; expected seconds"),
        ("[retry.mesh]\nbase_s = 9\ncap_s = 3", "expected base_s not to exceed cap_s"),
        ("engines = 3", "has engines = 3; expected a table, as [engines]"),
        ("[retry.mesh", "is not valid TOML"),
        (
            '[engine]\nmesh = "greybox"',
            "has engine, which nothing reads; it may have assets, engines",
        ),
    ],
)
def test_a_setting_that_makes_no_sense_is_named_with_what_was_expected(
    tmp_path: Path, toml: str, says: str
) -> None:
    with pytest.raises(BadSetting) as refused:
        settings(tmp_path, toml)
    assert says in str(refused.value)
    assert "scenestream.toml" in str(refused.value)


def test_a_data_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadSetting, match=r"can not be read: Not a directory; .* with --data"):
        read({}, data=str(tmp_path / "file"))
