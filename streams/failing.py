"""What a failed step commits: the work put back for later, or a dead letter and the news of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from schemas.events import AssetFailed, Data, StageDeadLettered, StageRetried
from schemas.flow import failure
from streams import letter
from streams.codec import decode_or_keep
from streams.commit import Commit, Taken
from streams.log import envelopes
from streams.step import Failure, RetryPolicy

MAX_MESSAGE_CHARS = 2_000
"""What an event tells of an error, whatever its script: an encoded event has 16 KiB."""


def failed(taken: Taken, why: Failure, policy: RetryPolicy, consumer: str, now: datetime) -> Commit:
    """The commit that ends ``taken`` after ``why``, as ``policy`` decides."""
    whole, why = why, replace(why, message=why.message[:MAX_MESSAGE_CHARS])
    if policy.gives_up(why, taken.attempt):
        final = _final(taken, why)
        slot = next((data.slot for data in final if isinstance(data, AssetFailed)), "")
        return _commit(
            taken, consumer, final, dead_letter=letter.written(taken, whole, slot, consumer, now)
        )
    delay = timedelta(seconds=policy.delay_s(taken.attempt))
    retried = StageRetried(
        stage=taken.stage,
        attempt=taken.attempt,
        category=why.category,
        code=why.code,
        message=why.message,
        due=now + delay,
    )
    return _commit(taken, consumer, (retried,), retry_in_ms=int(delay.total_seconds() * 1000))


def _final(taken: Taken, why: Failure) -> tuple[Data, ...]:
    event = decode_or_keep(taken.body, taken.session, taken.event_id, taken.request)
    dead = StageDeadLettered(
        stage=taken.stage,
        attempt=taken.attempt,
        category=why.category,
        code=why.code,
        message=why.message,
    )
    return dead, failure(event.data, taken.stage, why.category, why.code, why.message)


def _commit(
    taken: Taken,
    consumer: str,
    payloads: tuple[Data, ...],
    retry_in_ms: int | None = None,
    dead_letter: dict[str, object] | None = None,
) -> Commit:
    events = envelopes(payloads, taken.session, taken.request, taken.event_id, consumer)
    return Commit(
        taken.session,
        taken.request,
        taken.mark,
        tuple(events),
        taken,
        consumer,
        retry_in_ms=retry_in_ms,
        dead_letter=dead_letter,
    )
