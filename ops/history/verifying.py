"""`scenestream verify`: is what was recorded of sessions, and sent, what their events say?"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from ops.history.verification.session import Report, examined
from ops.looking import one, opened, past
from ops.progress import progress
from ops.settings import Settings
from schemas.errors import BadInput

MOST_SESSIONS = 1_000_000
PROBLEMS_SHOWN = 20


class NothingToVerify(BadInput):
    """It is not said what to verify; name a session, or say ``--all``."""


async def verify(settings: Settings, prefix: str | None, every: bool, as_json: bool) -> int:
    """Verify a session, or all; one line each, and what is wrong. 1 if anything is."""
    if (prefix is not None) == every:
        raise NothingToVerify(f"{NothingToVerify.__doc__}")
    wrong = 0
    async with opened(settings) as shards:
        history = await past(settings, shards)
        if prefix is not None:
            sessions = [await one(shards, prefix)]
        else:
            sessions = [summary.session for summary in await shards.sessions(MOST_SESSIONS)]
        for session in sessions:
            with progress(f"verifying {session}") as said:
                report = await examined(history, session, said)
            wrong += bool(report.problems)
            _print(report, as_json)
    if every and not as_json:
        print(f"{len(sessions) - wrong:,} sessions are sound, {wrong:,} are not", file=sys.stderr)
    return 1 if wrong else 0


def _print(report: Report, as_json: bool) -> None:
    if as_json:
        document = {**asdict(report), "sound": not report.problems}
        print(json.dumps(document, ensure_ascii=False), flush=True)
        return
    seen = f"{report.events:,} events, {report.keyframes:,} keyframes, {report.answers:,} answers"
    more = f", {report.unknown:,} events of another version" if report.unknown else ""
    verdict = f"{len(report.problems):,} problems" if report.problems else "sound"
    print(f"{report.session}  {verdict}: {seen}, {report.artifacts:,} artifacts{more}")
    for problem in report.problems[:PROBLEMS_SHOWN]:
        print(f"  {problem}")
    if (left := len(report.problems) - PROBLEMS_SHOWN) > 0:
        print(f"  and {left:,} more (--json lists them)")
    sys.stdout.flush()
