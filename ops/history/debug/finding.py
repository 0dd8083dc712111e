"""Which step is meant: from an event's or a dead letter's id to a step as it was when it ran."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from consumers.registry import STATEFUL
from ops.history.registered import registered_since
from ops.looking import one
from schemas.errors import BadInput, Category, NotFound
from schemas.events import Event, StageDeadLettered, Unknown
from schemas.flow import Stage, Work
from schemas.fold import FOLDED
from schemas.ids import AssetId, EventId, SessionId, event_order
from schemas.state import SessionState
from streams.codec import decode_or_keep
from streams.dead import DeadLetters
from streams.errors import NoSuchEvent
from streams.failing import MAX_MESSAGE_CHARS
from streams.letter import DeadLetter
from streams.past.history import History, before
from streams.past.points import EVENT, resolve
from streams.past.retrace import Step, Try, retrace

MOST_SESSIONS = 10_000
"""How many sessions an event is looked for in, newest first, when its session is not given."""


class NoStep(NotFound):
    """No step led to that event, and it started none."""


class AmbiguousStep(BadInput):
    """Several steps have to do with that event; choose one with `--stage STAGE` or `STAGE.TASK`."""


class AmbiguousEvent(BadInput):
    """Several sessions have an event of that id; give the session, too: `debug SESSION EVENT`."""


class NotAStep(BadInput):
    """That is no event's id, nor a dead letter's; `scenestream tail` and `dead list` show them."""


@dataclass(frozen=True, slots=True)
class Why:
    """A recorded failure: what a dead letter and the log say of it alike."""

    category: Category
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Case:
    """A step to run again. ``tried``: the commit to compare with; None when there was none yet.

    ``state``: the session's, right before that commit; ``during``: what the session's log got while
    the step ran and that it may not have known. ``later``: assets of the library that were not
    there yet; ``library``: where it is; ``unsure``: why it may have been otherwise.
    ``also``: other steps that have to do with the event that was asked for.
    """

    session: SessionId
    step: Step
    tried: Try | None
    state: SessionState
    during: int = 0
    later: frozenset[AssetId] = frozenset()
    library: str | None = None
    unsure: str = ""
    letter: DeadLetter | None = None
    also: tuple[Step, ...] = ()

    @property
    def began(self) -> EventId:
        """About when the step began, as an event's id: not before its input, to the ms."""
        given = self.step.input.id or EventId("0-0")
        commit = self.tried.events[0] if self.tried else None
        if commit is None or commit.took_ms is None:
            return given
        since = commit.at - timedelta(milliseconds=commit.took_ms)
        return max(given, EventId(f"{int(since.timestamp() * 1000)}-0"), key=event_order)

    @property
    def why(self) -> Why | None:
        """Why the step failed, if that is what is recorded."""
        if self.letter is not None:
            said = self.letter
            return Why(said.category, said.code, said.message[:MAX_MESSAGE_CHARS])
        failed = self.tried.failure if self.tried else None
        return Why(failed.category, failed.code, failed.message) if failed else None


async def find(history: History, names: Sequence[str], stage: str | None) -> Case:
    """The step that ``names`` mean: ``[SESSION] EVENT|LETTER``; ``stage`` chooses among several.

    Raises ``NoStep``, ``AmbiguousStep``, ``AmbiguousEvent``, ``NotAStep``, ``NoSuchEvent`` and
    what the session's and the letter's prefix may.
    """
    name = names[-1]
    session = await one(history.shards, names[0]) if len(names) > 1 else None
    if "/" in name:
        return await _of_letter(history, session, name)
    if session is None:
        if not EVENT.fullmatch(name):
            raise NotAStep(f"{name!r}: {NotAStep.__doc__}")
        session = await _owner(history, EventId(name))
        event = EventId(name)
    else:
        event = await _own(history, session, name)
    events = await history.read(session)
    step, also = choose(retrace(events), events, event, stage)
    tried = step.of(event) or (step.tries[-1] if step.tries else None)
    case = Case(session, step, tried, SessionState(), also=also)
    return await _placed(history, case, events)


def choose(
    steps: Collection[Step], events: Collection[Event], event: EventId, stage: str | None
) -> tuple[Step, tuple[Step, ...]]:
    """The step that ``event`` stands for, and the others that it could.

    The one that made it, else the one it started; ``stage`` ("mesh", "mesh.make") says otherwise.
    """
    made = [step for step in steps if step.of(event)]
    began = [step for step in steps if step.input.id == event]
    found = [*made, *(step for step in began if step not in made)]
    if not found:
        raise NoStep(_nothing(next(e for e in events if e.id == event)))
    if stage is None:
        meant = made or began
    else:
        meant = [step for step in found if stage in (step.work.stage, step.name)]
        if not meant:
            there = ", ".join(step.name for step in found)
            raise NoStep(f"no step of {stage} has to do with {event}, but these: {there}")
    if len(meant) > 1:
        there = ", ".join(step.name for step in meant)
        raise AmbiguousStep(f"{event} ({there}): {AmbiguousStep.__doc__}")
    return meant[0], tuple(step for step in found if step != meant[0])


def _nothing(event: Event) -> str:
    """Why no step has to do with ``event``."""
    if isinstance(event.data, Unknown):
        return (
            f"{event.id} is a {event.type}, version {event.data.raw_v}, of a newer version, which "
            "alone knows its step; debug it there"
        )
    if event.cause is not None:
        return (
            f"{event.type} {event.id} was led to by {event.cause}, but what that started is not "
            "known here; a newer version may have written it"
        )
    return (
        f"{event.type} {event.id} came from outside ({event.by or 'a client'}): nothing ran for "
        "it; `scenestream tail` shows what followed"
    )


async def _own(history: History, session: SessionId, name: str) -> EventId:
    """The event of ``session`` that ``name`` (its id, a revision, a time) means."""
    try:
        found = await resolve(history, session, name)
    except NoSuchEvent as not_here:
        owners = await _owners(history, EventId(name)) if EVENT.fullmatch(name) else []
        if not owners:
            raise
        raise NoSuchEvent(
            f"{session} has no event {name}; it is an event of {', '.join(owners)}"
        ) from not_here
    if found is None:
        raise NoSuchEvent(f"{session} has no events; `scenestream tail` shows those of others")
    return found


async def _owner(history: History, event: EventId) -> SessionId:
    owners = await _owners(history, event)
    if not owners:
        raise NoSuchEvent(f"no session has an event {event}; `scenestream tail` lists a session's")
    if len(owners) > 1:
        raise AmbiguousEvent(f"{event} ({', '.join(owners)}): {AmbiguousEvent.__doc__}")
    return owners[0]


async def _owners(history: History, event: EventId) -> list[SessionId]:
    """The sessions whose own event it is. Those that ended before it can not have it."""
    ms, _ = event_order(event)
    found = []
    for summary in await history.shards.sessions(MOST_SESSIONS):
        if int(summary.at.timestamp() * 1000) + 1 < ms:
            break
        try:
            if (await history.event(summary.session, event)).session == summary.session:
                found.append(summary.session)
        except NoSuchEvent:
            continue
    return found


async def _of_letter(history: History, session: SessionId | None, prefix: str) -> Case:
    """The step that a dead letter is of: its own input, which the log may have lost."""
    letter = await DeadLetters(*history.shards).get(prefix)
    if session not in (None, letter.session):
        raise NoSuchEvent(f"{letter.id} is a dead letter of {letter.session}, not of {session}")
    events = await history.read(letter.session)
    told = [
        event
        for event in events
        if event.cause == letter.event
        and isinstance(event.data, StageDeadLettered)
        and event.data.stage == letter.stage
    ]
    given = decode_or_keep(letter.input, letter.session, letter.event, letter.request)
    tried = Try((told[-1],)) if told else None
    tries = (tried,) if tried else ()
    step = Step(given, Work(letter.stage, letter.task), letter.request, tries)
    case = Case(letter.session, step, tried, SessionState(), letter=letter)
    return await _placed(history, case, events)


async def _placed(history: History, case: Case, events: Sequence[Event]) -> Case:
    """``case`` with what was around the step when it ran."""
    commit = case.tried.events[0] if case.tried else None
    upto = before(commit.id) if commit and commit.id else None
    state = await history.state(case.session, upto)
    asks = case.step.work.stage in STATEFUL
    during = _during(case.began, commit, events) if commit and asks else 0
    case = replace(case, state=state, during=during)
    if case.step.work.stage is not Stage.LIBRARY:
        return case
    later, unsure = await registered_since(history, case.session, case.began)
    library = await history.shards.agreed("library")
    return replace(case, later=later, library=library, unsure=unsure)


def _during(began: EventId, commit: Event, events: Sequence[Event]) -> int:
    """How many events came after the step began and before it committed, as far as is known."""
    if commit.id is None or commit.took_ms is None:
        return 0
    since, end = event_order(began), event_order(commit.id)
    return sum(
        event.id is not None and since < event_order(event.id) < end and event.type in FOLDED
        for event in events
    )
