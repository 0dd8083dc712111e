"""`scenestream audit`: read the session, judge what it has, print that."""

from __future__ import annotations

import json
from dataclasses import dataclass

from ops.audit import telling
from ops.audit.inventory import of_scene, of_session
from ops.audit.telling import Finding
from ops.audit.tracing import trace
from ops.looking import one, opened, past
from ops.settings import Settings
from schemas.shipping import Use, Verdict, judge
from schemas.territories import territory
from streams.past.points import resolve


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which session, at what point (None: now). ``whole``: all it ever had, not only what the
    scene shows. ``strict``: what nobody knows the terms of may not be shipped."""

    session: str
    at: str | None
    whole: bool = False
    strict: bool = False


def use_of(commercial: bool, territories: tuple[str, ...]) -> Use:
    """What is meant to be done. ``territories``: codes, several with commas between. Raises
    ``UnknownTerritory``."""
    codes = [code for text in territories for code in text.split(",")]
    return Use(commercial, tuple(dict.fromkeys(territory(code) for code in codes)))


async def audit(settings: Settings, asked: Asked, use: Use, as_json: bool) -> int:
    """Print what may be shipped; 1 when something may not be."""
    async with opened(settings) as shards:
        session = await one(shards, asked.session)
        history = await past(settings, shards)
        upto = await resolve(history, session, asked.at)
        state = await history.state(session, upto)
        events = await history.read(session, upto=upto)
        items = of_session(state, events) if asked.whole else of_scene(state, events)
        traced = await trace(history, events, items)
    findings = [Finding(one, judge(one.provenance, use)) for one in traced]
    findings.sort(key=lambda finding: (-finding.judgement.verdict, finding.traced.item.name))
    if as_json:
        where = {"session": session, "at": state.at, "revision": state.revision}
        print(json.dumps(telling.document(where, use, findings), ensure_ascii=False))
    else:
        telling.show(f"session {session}, revision {state.revision}", use, findings)
        if not findings and not asked.whole:
            print("(--all also looks at what the scene does not show)")
    worst = Verdict.UNKNOWN if asked.strict else Verdict.NO
    return int(any(finding.judgement.verdict >= worst for finding in findings))
