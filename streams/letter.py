"""A dead letter: what a step that failed for good was given, why it failed, and where it ran.

A pure value and its two forms: the document in Redis, and what ``streams.dead`` hands out. What
becomes of letters does not belong here.
"""

from __future__ import annotations

import json
import platform
import socket
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from schemas.errors import Category
from schemas.flow import Stage
from schemas.ids import EventId, RequestId, SessionId
from streams.commit import Taken
from streams.step import Failure

MAX_TRACEBACK_CHARS = 20_000
"""The end of a traceback is what tells; a recursion's can have megabytes."""


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """``id`` is ``<stage>/<entry>``. ``input``: the event that the step was given, as JSON text.

    ``slot``: the asset that the step was to make, when its request went on without it.
    ``environment``: where the step ran, by name.
    """

    id: str
    stage: Stage
    task: str
    session: SessionId
    request: RequestId | None
    event: EventId
    attempt: int
    category: Category
    code: str
    message: str
    at: datetime
    input: str
    traceback: str = ""
    engine: str = ""
    slot: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def entry(self) -> str:
        """Its place in the stage's stream of dead letters."""
        return self.id.partition("/")[2]

    def document(self) -> dict[str, Any]:
        """The letter as JSON shows it; an input that is a document is shown as one."""
        shown = {**asdict(self), "at": self.at.isoformat()}
        try:
            return {**shown, "input": json.loads(self.input)}
        except ValueError:
            return shown


def written(taken: Taken, why: Failure, slot: str, consumer: str, at: datetime) -> dict[str, Any]:
    """The document that a failed step leaves in Redis."""
    return {
        "session": taken.session,
        "request": taken.request,
        "event": taken.event_id,
        "task": taken.task,
        "attempt": taken.attempt,
        "category": why.category,
        "code": why.code,
        "message": why.message,
        "traceback": why.traceback[-MAX_TRACEBACK_CHARS:],
        "engine": why.engine,
        "environment": {**environment(), "consumer": consumer, **why.environment},
        "slot": slot,
        "input": taken.body,
        "at": at.isoformat(),
    }


def read(stage: Stage, entry: str, text: str) -> DeadLetter:
    """The letter of a document; members that an older version did not write are empty."""
    body = json.loads(text)
    return DeadLetter(
        id=f"{stage}/{entry}",
        stage=stage,
        task=body["task"],
        session=SessionId(body["session"]),
        request=RequestId(body["request"]) if body.get("request") else None,
        event=EventId(body["event"]),
        attempt=body["attempt"],
        category=Category(body["category"]),
        code=body["code"],
        message=body["message"],
        at=datetime.fromisoformat(body["at"]).astimezone(UTC),
        input=body["input"],
        traceback=body.get("traceback", ""),
        engine=body.get("engine", ""),
        slot=body.get("slot", ""),
        environment=body.get("environment", {}),
    )


@cache
def environment() -> Mapping[str, str]:
    """What this process runs in and as."""
    try:
        ours = version("scenestream")
    except PackageNotFoundError:  # run from a source tree that was never installed
        ours = "unknown"
    return {
        "python": platform.python_version(),
        "platform": platform.platform(),
        "scenestream": ours,
        "host": socket.gethostname(),
    }
