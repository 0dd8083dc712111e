"""What a failed step commits: the work put back for later, or a dead letter and the news of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from schemas.events import Data, StageDeadLettered, StageRetried
from schemas.flow import failure
from streams.codec import decode_or_keep
from streams.commit import Commit, Taken
from streams.log import envelopes
from streams.step import Failure, RetryPolicy


def failed(taken: Taken, why: Failure, policy: RetryPolicy, consumer: str, now: datetime) -> Commit:
    """The commit that ends ``taken`` after ``why``, as ``policy`` decides."""
    if policy.gives_up(why, taken.attempt):
        return _commit(taken, consumer, _final(taken, why), letter=_letter(taken, why, now))
    due = now + timedelta(seconds=policy.delay_s(taken.attempt))
    retried = StageRetried(
        stage=taken.stage,
        attempt=taken.attempt,
        category=why.category,
        code=why.code,
        message=why.message,
        due=due,
    )
    return _commit(taken, consumer, (retried,), retry_at_ms=int(due.timestamp() * 1000))


def _final(taken: Taken, why: Failure) -> tuple[Data, ...]:
    event = decode_or_keep(taken.body, taken.session, taken.event_id)
    dead = StageDeadLettered(
        stage=taken.stage,
        attempt=taken.attempt,
        category=why.category,
        code=why.code,
        message=why.message,
    )
    return dead, failure(event.data, taken.stage, why.category, why.code, why.message)


def _letter(taken: Taken, why: Failure, now: datetime) -> dict[str, object]:
    return {
        "session": taken.session,
        "request": taken.request,
        "event": taken.event_id,
        "task": taken.task,
        "attempt": taken.attempt,
        "category": why.category,
        "code": why.code,
        "message": why.message,
        "traceback": why.traceback,
        "input": taken.body,
        "at": now.isoformat(),
    }


def _commit(
    taken: Taken,
    consumer: str,
    payloads: tuple[Data, ...],
    retry_at_ms: int | None = None,
    letter: dict[str, object] | None = None,
) -> Commit:
    events = envelopes(payloads, taken.session, taken.request, taken.event_id, consumer)
    return Commit(
        taken.session,
        taken.request,
        taken.mark,
        tuple(events),
        taken,
        consumer,
        retry_at_ms=retry_at_ms,
        dead_letter=letter,
    )
