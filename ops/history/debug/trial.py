"""A step's handler, run in this process on what it was given then. Nothing is written anywhere.

Bytes that it puts into the artifact store stay in memory; its library is a copy of what the
library held when the step ran.
"""

from __future__ import annotations

import hashlib
import pdb
import tempfile
import time
from bdb import BdbQuit
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from consumers.going import attempt
from consumers.handler import Context, Handler, engine_of
from consumers.library.past import as_it_was
from consumers.registry import STATEFUL, load
from consumers.settings import EngineSettings
from ops.history.debug.finding import Case
from ops.settings import Settings
from schemas.artifacts import ArtifactRef
from schemas.errors import BadInput
from schemas.events import Event, Unknown
from schemas.flow import Stage
from schemas.ids import EventId
from schemas.state import Options
from streams.artifacts import ArtifactStore
from streams.codec import decode, encode
from streams.errors import EventTooLarge
from streams.log import envelopes
from streams.step import Failure, Job, Outcome


class DebuggerLeft(BadInput):
    """The debugger was left before the step had ended; nothing was written: run it again."""


class ReadOnlyStore(ArtifactStore):
    """A store whose bytes can be read; what is put there is kept in memory (``kept``)."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self._kept: dict[str, bytes] = {}

    @property
    def kept(self) -> Mapping[str, bytes]:
        """What was put, by its address."""
        return MappingProxyType(self._kept)

    def put(self, data: bytes, media_type: str) -> ArtifactRef:
        """The reference that ``data`` would have; it is not stored."""
        ref = _reference(data, media_type)
        self._kept[ref.sha256] = data
        return ref

    def get(self, artifact: ArtifactRef | str) -> bytes:
        """As the store's, or what was put here."""
        kept = self._kept.get(_address(artifact))
        return super().get(artifact) if kept is None else kept

    def has(self, artifact: ArtifactRef | str) -> bool:
        """As the store's, or whether it was put here."""
        return _address(artifact) in self._kept or super().has(artifact)

    def delete(self, artifact: ArtifactRef | str) -> bool:
        """Forget what was put here; what is in the store stays there."""
        return self._kept.pop(_address(artifact), None) is not None


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be otherwise than recorded. ``engine`` is the step's own stage's."""

    engines: Mapping[Stage, str]
    engine: str | None = None
    seed: int | None = None
    pdb: bool = False


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of the run: the events it would commit, or why it failed.

    ``engine``: what it ran on; ``artifacts``: the bytes it made, by address.
    """

    events: tuple[Event, ...]
    failure: Failure | None
    engine: str
    seed: int
    took_ms: float
    artifacts: Mapping[str, bytes]


def run(case: Case, settings: Settings, artifacts: str, choice: Choice) -> Trial:
    """Run ``case``'s handler. Raises ``MissingEngine`` and ``DebuggerLeft``."""
    work, options = case.step.work, case.state.options
    engines = {**settings.engines, **_engines(options), **choice.engines}
    if choice.engine is not None:
        engines[work.stage] = choice.engine
    seed = next((s for s in (choice.seed, options.seed) if s is not None), 0)
    store = ReadOnlyStore(artifacts)
    with tempfile.TemporaryDirectory(prefix="scenestream-debug-") as scratch:
        told = _told(case, settings, artifacts, engines, seed, Path(scratch))
        handler = load(work.stage, told)[work.task]
        context = Context(
            artifacts=store,
            state=case.state if work.stage in STATEFUL else None,
            progress=lambda fraction, label, preview=None: None,
            cancelled=lambda: False,
        )
        job = _job(case)
        started = time.perf_counter()
        try:
            result = attempt(job, context, lambda: _call(handler, job, context, choice.pdb))
        except _Left as left:
            raise DebuggerLeft(DebuggerLeft.__doc__) from left
        took_ms = (time.perf_counter() - started) * 1000
    events, failure = _committed(case, result)
    asked = engines.get(work.stage, "auto")
    engine = engine_of(handler) or ("embedded" if asked == "auto" else asked)
    return Trial(events, failure, engine, seed, took_ms, store.kept)


def _told(
    case: Case,
    settings: Settings,
    artifacts: str,
    engines: Mapping[Stage, str],
    seed: int,
    scratch: Path,
) -> EngineSettings:
    """The engine settings of the run, its library a copy in ``scratch``."""
    library = scratch / "library"
    if case.step.work.stage is Stage.LIBRARY:
        place = Path(case.library or settings.data / "library")
        as_it_was(place, library, case.began, case.later, wish=case.step.input.id)
    cache = settings.data / "cache"
    return EngineSettings(
        artifacts=artifacts,
        library=library,
        # What an engine unpacks, it unpacks where nothing is kept, unless it lies there already.
        cache=cache if cache.exists() else scratch / "cache",
        engines=engines,
        seed=seed,
        territory=settings.territory,
        assets=settings.assets,
        options=settings.options,
    )


def _job(case: Case) -> Job:
    given, work = case.step.input, case.step.work
    undecoded = given.data.raw.get("e") if isinstance(given.data, Unknown) else None
    return Job(
        stage=work.stage,
        task=work.task,
        body=undecoded if isinstance(undecoded, str) else encode(given),
        event_id=given.id or EventId("0-0"),
        session=case.session,
        request=case.step.request,
        state=case.state,
        attempt=1,
    )


def _call(handler: Handler, job: Job, context: Context, debugging: bool) -> Outcome:
    event = job.event
    if not debugging:
        return handler(event, context)
    try:
        outcome = pdb.Pdb().runcall(handler, event, context)
    except BdbQuit as left:
        raise _Left from left
    except Exception as raised:
        print(f"{type(raised).__name__}: {raised}")
        with suppress(BdbQuit):
            pdb.post_mortem(raised.__traceback__)
        raise
    if outcome is None:
        raise _Left
    return outcome


class _Left(BaseException):
    """Passes every ``except Exception`` on its way out of the handler."""


def _committed(case: Case, result: Outcome | Failure) -> tuple[tuple[Event, ...], Failure | None]:
    """The events of ``result`` as the log would have them, or the failure it would have told."""
    if isinstance(result, Failure):
        return (), result
    step = case.step
    made = envelopes(result.payloads, case.session, step.request, step.input.id, "debug")
    try:
        return tuple(_as_read(event) for event in made), None
    except EventTooLarge as refused:
        return (), Failure(refused.category, refused.code, str(refused))


def _as_read(event: Event) -> Event:
    """What a reader of the log would get for ``event``."""
    text = encode(event)
    at = datetime.now(UTC).timestamp()
    return decode(text, f"{int(at * 1000)}-0", event.session, event.request)


def _engines(options: Options) -> dict[Stage, str]:
    """What a fork chose, of the stages that this version knows."""
    known = {str(stage): stage for stage in Stage}
    return {known[name]: engine for name, engine in options.engines if name in known}


def _address(artifact: ArtifactRef | str) -> str:
    return artifact.sha256 if isinstance(artifact, ArtifactRef) else artifact


def _reference(data: bytes, media_type: str) -> ArtifactRef:
    """What refers to ``data``."""
    return ArtifactRef(
        sha256=hashlib.sha256(data).hexdigest(), size=len(data), media_type=media_type
    )
