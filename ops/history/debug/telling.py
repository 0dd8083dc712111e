"""What `scenestream debug` prints: the step, what it would commit, and how that differs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ops.history.debug.contents import contents
from ops.history.debug.finding import Case
from ops.history.debug.trial import Trial
from ops.history.debug.verdict import EVENTS, FAILED, NOTHING, Found, Verdict, members
from ops.looking import line
from schemas.artifacts import ArtifactRef
from schemas.differences import ABSENT, is_artifact
from schemas.errors import ScenestreamError
from schemas.events import Event
from streams.artifacts import ArtifactStore

MEMBERS_SHOWN = 40
"""Of one payload; a scene has hundreds. ``--json`` has them all."""
DIFFERENCES_SHOWN = 60
CHARS_SHOWN = 160


@dataclass(frozen=True, slots=True)
class Told:
    """All there is to tell of one run. ``store``: where what is recorded has its bytes."""

    case: Case
    trial: Trial
    verdict: Verdict
    store: ArtifactStore

    def lines(self) -> Iterator[str]:
        """For people."""
        yield from self._head()
        yield ""
        yield from self._commit()
        yield ""
        yield from self._verdict()

    def document(self) -> dict[str, Any]:
        """For programs."""
        case, trial, step = self.case, self.trial, self.case.step
        recorded = case.tried.events if case.tried else ()
        return {
            "session": case.session,
            "request": step.request,
            "stage": step.work.stage,
            "task": step.work.task,
            "input": _document(step.input),
            "engine": trial.engine,
            "seed": trial.seed,
            "took_ms": round(trial.took_ms, 1),
            "recorded": {
                "events": [_document(event) for event in recorded],
                "failure": _failure(case.why),
                "letter": case.letter.id if case.letter else None,
            },
            "here": {
                "events": [_document(event) for event in trial.events],
                "failure": _failure(trial.failure),
                "traceback": trial.failure.traceback if trial.failure else "",
            },
            "same": self.verdict.same,
            "differences": [self._difference(found) for found in self.verdict.found],
            "unsure": list(self._unsure()),
            "also": [{"step": s.name, "input": s.input.id} for s in case.also],
        }

    def _head(self) -> Iterator[str]:
        case, trial, step = self.case, self.trial, self.case.step
        yield f"step      {step.name} in session {case.session}"
        yield f"input     {line(step.input, as_json=False)}"
        if step.input.cause is None and case.letter is None:
            yield "          (it came from outside, and started this step)"
        if case.letter is not None:
            where = case.letter
            yield f"letter    {where.id}, attempt {where.attempt}, engine {where.engine or '?'}"
        yield f"recorded  {self._recorded()}"
        yield f"here      engine {trial.engine}, seed {trial.seed}, {trial.took_ms:.0f} ms"
        for why in self._unsure():
            yield f"note      {why}"
        for other in case.also:
            yield f"also      {other.name} has to do with that event: --stage {other.name}"

    def _recorded(self) -> str:
        tried = self.case.tried
        if tried is None:
            return "this dead letter" if self.case.letter else "nothing: the step was not done yet"
        first = tried.events[0]
        took = f", {first.took_ms:.0f} ms" if first.took_ms is not None else ""
        tries = len(self.case.step.tries)
        which = f", try {self.case.step.tries.index(tried) + 1} of {tries}" if tries > 1 else ""
        return f"{first.id} by {first.by or '?'}{took}{which}"

    def _unsure(self) -> Iterator[str]:
        """Why the same step may have had to do with something else then."""
        if self.case.during:
            many = self.case.during
            yield f"{many} event{'s'[: many > 1]} came while it ran, which it may not have known"
        if self.case.unsure:
            yield f"the library may have been otherwise: {self.case.unsure}"

    def _commit(self) -> Iterator[str]:
        failure = self.trial.failure
        if failure is not None:
            yield f"would fail: {failure.category} {failure.code}: {failure.message}"
            yield from (f"  {row}" for row in failure.traceback.rstrip().splitlines())
            return
        yield "would commit"
        for event in self.trial.events:
            yield f"  {event.type}"
            rows = list(flat(members(event)))
            for path, value in rows[:MEMBERS_SHOWN]:
                yield f"    {path:<22} {self._value(value)}"
            if len(rows) > MEMBERS_SHOWN:
                yield f"    ... and {len(rows) - MEMBERS_SHOWN} more members (--json)"

    def _verdict(self) -> Iterator[str]:
        verdict, why = self.verdict, self.case.why
        if verdict.same:
            yield "the same as recorded"
            return
        if verdict.recorded == NOTHING:
            yield "nothing is recorded to compare it with"
            return
        if verdict.recorded == FAILED and why is not None and verdict.here == EVENTS:
            yield f"differs from what was recorded, a failure: {why.code}: {why.message}"
            return
        if verdict.here == FAILED and verdict.recorded == EVENTS:
            types = ", ".join(e.type for e in (self.case.tried.events if self.case.tried else ()))
            yield f"differs from what was recorded, which did not fail: {types}"
            return
        yield f"differs from what was recorded in {len(verdict.found)} members"
        for found in verdict.found[:DIFFERENCES_SHOWN]:
            place = "" if found.place is None else f"{found.place + 1} "
            yield f"  {place}{found.type}  {found.what.path}"
            yield f"      recorded  {self._value(found.what.before)}"
            yield f"      here      {self._value(found.what.after)}"
        if len(verdict.found) > DIFFERENCES_SHOWN:
            yield f"  ... and {len(verdict.found) - DIFFERENCES_SHOWN} more (--json)"

    def _value(self, value: Any) -> str:
        if is_artifact(value):
            ref = ArtifactRef.model_validate(value)
            return f"{ref.sha256[:12]}  {ref.size:,} B  {self._contents(ref)}".rstrip()
        if value is ABSENT:
            return "(not there)"
        text = json.dumps(value, ensure_ascii=False)
        return text if len(text) <= CHARS_SHOWN else f"{text[:CHARS_SHOWN]} ..."

    def _contents(self, ref: ArtifactRef) -> str:
        data = self.trial.artifacts.get(ref.sha256)
        try:
            return contents(self.store.get(ref) if data is None else data, ref.media_type)
        except (ScenestreamError, ValueError) as gone:
            return f"({type(gone).__name__})"

    def _difference(self, found: Found) -> dict[str, Any]:
        told: dict[str, Any] = {"event": found.place, "type": found.type, "path": found.what.path}
        for side, value in (("recorded", found.what.before), ("here", found.what.after)):
            if value is ABSENT:
                continue
            told[side] = value
            if is_artifact(value):
                told[f"{side}_holds"] = self._contents(ArtifactRef.model_validate(value))
        return told


def flat(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every member that holds no other, with its place; short lists and bytes are one."""
    if isinstance(value, Mapping) and value and not is_artifact(value):
        for key, member in value.items():
            yield from flat(member, f"{path}.{key}".removeprefix("."))
    elif isinstance(value, Sequence) and not isinstance(value, str) and _has_parts(value):
        for place, member in enumerate(value):
            yield from flat(member, f"{path}[{place}]")
    else:
        yield path, value


def _has_parts(items: Sequence[Any]) -> bool:
    return any(isinstance(item, Mapping | list) for item in items)


def _document(event: Event) -> dict[str, Any]:
    return {"id": event.id, "type": event.type, "data": members(event)}


def _failure(failed: Any) -> dict[str, str] | None:
    if failed is None:
        return None
    return {"category": failed.category, "code": failed.code, "message": failed.message}
