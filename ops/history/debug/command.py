"""`scenestream debug`: find the step, run it, say how it differs; 0 the same, 3 otherwise."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

from ops.history.debug.finding import Case, find
from ops.history.debug.telling import Told
from ops.history.debug.trial import Choice, run
from ops.history.debug.verdict import judge
from ops.looking import artifacts_of, opened, past
from ops.settings import Settings
from schemas.errors import BadInput
from schemas.flow import Stage
from streams.artifacts import ArtifactStore

SAME, DIFFERS = 0, 3
"""Exit statuses; an error has 1 or 2."""


class TwoEngines(BadInput):
    """Several engines are named for the step's own stage; name one, and others as STAGE=ENGINE."""


def choice(engines: Sequence[str], seed: int | None, pdb: bool) -> Choice:
    """What the options ask for: ``STAGE=ENGINE`` of any stage, ``ENGINE`` of the step's own."""
    named: dict[Stage, str] = {}
    own: list[str] = []
    for asked in engines:
        stage, _, engine = asked.partition("=")
        if engine and stage in set(Stage):
            named[Stage(stage)] = engine
        else:
            own.append(asked)
    if len(own) > 1:
        raise TwoEngines(f"{', '.join(own)}: {TwoEngines.__doc__}")
    return Choice(named, own[0] if own else None, seed, pdb)


def debug(
    settings: Settings, names: Sequence[str], stage: str | None, chosen: Choice, as_json: bool
) -> int:
    """Run the step that ``names`` mean and print it beside its record.

    Not a coroutine: the handler has this thread to itself, as it has in an engine process.
    """
    case, artifacts = asyncio.run(_found(settings, names, stage))
    trial = run(case, settings, artifacts, chosen)
    recorded = case.tried.events if case.tried else ()
    verdict = judge(recorded, case.why, trial.events, trial.failure)
    told = Told(case, trial, verdict, ArtifactStore(artifacts))
    if as_json:
        print(json.dumps(told.document(), ensure_ascii=False))
    else:
        print("\n".join(told.lines()))
    return SAME if verdict.same else DIFFERS


async def _found(settings: Settings, names: Sequence[str], stage: str | None) -> tuple[Case, str]:
    async with opened(settings) as shards:
        case = await find(await past(settings, shards), names, stage)
        return case, await artifacts_of(settings, shards)
