"""One session, looked at whole: its order, its keyframes, its answers, its artifacts."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field

from ops.history.verification.answers import Answers
from ops.history.verification.keyframes import differences
from ops.history.verification.order import Order
from ops.history.verification.problem import Problem
from schemas.artifacts import ArtifactRef
from schemas.errors import ScenestreamError
from schemas.events import Event, SceneKeyframed, Unknown
from schemas.ids import EventId, SessionId
from schemas.patch import PatchRefused
from streams.artifacts import ArtifactStore, CorruptArtifact, MissingArtifact
from streams.bundles.bundle import Said, references
from streams.past.history import History


@dataclass(slots=True)
class Report:
    """What was looked at, and what is wrong with it. ``unknown``: events of a newer version."""

    session: SessionId
    events: int = 0
    keyframes: int = 0
    answers: int = 0
    artifacts: int = 0
    unknown: int = 0
    problems: list[Problem] = field(default_factory=list)


async def examined(history: History, session: SessionId, said: Said) -> Report:
    """Everything that is wrong with ``session``; what can not be read is a problem, too."""
    report = Report(session)
    try:
        await _examine(history, report, said)
    except ScenestreamError as unreadable:
        report.problems.append(Problem(f"it can not be read whole: {unreadable}"))
    return report


async def _examine(history: History, report: Report, said: Said) -> None:
    session = report.session
    newest = await history.shards.of(session).rows(session, limit=1, newest_first=True)
    if not newest:
        report.problems.append(Problem("it is listed, and has no events"))
        return
    upto = EventId(newest[0][0])
    frames, total = await _keyframes(history, session, upto)
    reader = _Reader(session, history.artifacts, frames)
    async for page in history.pages(session, upto=upto):
        for event in page:
            report.problems.extend(reader.note(event))
            report.unknown += isinstance(event.data, Unknown)
        report.events += len(page)
        said("events", report.events, total)
        await asyncio.sleep(0)  # Ctrl-C is heard
    report.keyframes, report.answers = reader.keyframes, reader.answers.count
    report.artifacts = len(reader.named)
    for n, (ref, at) in enumerate(reader.named.values(), 1):
        report.problems.extend(await asyncio.to_thread(_of_artifact, history.artifacts, ref, at))
        said("artifacts", n, report.artifacts)


Frames = dict[EventId, list[tuple[EventId, SceneKeyframed]]]
"""Keyframes by the event after which they were taken: what tells of each, and what it tells."""


async def _keyframes(history: History, session: SessionId, upto: EventId) -> tuple[Frames, int]:
    """All keyframes up to ``upto``, and how many events there are."""
    found: Frames = {}
    count = 0
    async for page in history.facts(session, upto=upto):
        count += len(page)
        for event in page:
            if isinstance(event.data, SceneKeyframed) and event.id is not None:
                found.setdefault(event.data.at, []).append((event.id, event.data))
    return found, count


class _Reader:
    """Is shown the events in order, and keeps what is to be compared later."""

    def __init__(self, session: SessionId, artifacts: ArtifactStore, frames: Frames) -> None:
        self.answers = Answers(session)
        self.named: dict[str, tuple[ArtifactRef, EventId | None]] = {}
        self.keyframes = 0
        self._order, self._artifacts, self._frames = Order(), artifacts, frames
        self._folds = True

    def note(self, event: Event) -> Iterator[Problem]:
        yield from self._order.note(event)
        for ref in references(event):
            self.named.setdefault(ref.sha256, (ref, event.id))
        if self._folds:
            try:
                yield from self.answers.note(event)
                yield from self._of_keyframes(event)
            except (PatchRefused, ValueError) as refused:
                self._folds = False
                what = f"{event.type} does not fit what was before, so all after it was not folded"
                yield Problem(f"{what}: {refused}", event.id)

    def _of_keyframes(self, event: Event) -> Iterator[Problem]:
        for at, told in self._frames.pop(event.id or EventId(""), ()):
            self.keyframes += 1
            yield from differences(at, told, self.answers.state, self._artifacts)
        if isinstance(event.data, SceneKeyframed) and event.data.at in self._frames:
            del self._frames[event.data.at]
            yield Problem(f"the keyframe is of {event.data.at}, which is not there", event.id)


def _of_artifact(artifacts: ArtifactStore, ref: ArtifactRef, at: EventId | None) -> list[Problem]:
    try:
        size = len(artifacts.get(ref))
    except (MissingArtifact, CorruptArtifact) as wrong:
        return [Problem(str(wrong), at)]
    if size != ref.size:
        return [Problem(f"the artifact {ref.sha256} has {size} bytes, not {ref.size}", at)]
    return []
