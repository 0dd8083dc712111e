"""What `scenestream why` prints: a timeline, indented by cause, and the same for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ops.history.why.chain import Link
from ops.history.why.subject import Subject
from ops.history.why.words import bytes_of, cut, more, place, told
from schemas import events as e
from schemas.state import SessionState
from streams.codec import document

FIRST_SHOWN, LAST_SHOWN = 60, 120
"""Of a long chain: how the thing came to be, and what became of it at last."""


def lines(session: str, subject: Subject, state: SessionState, links: Sequence[Link]) -> list[str]:
    """For people."""
    found = [_head(session, subject, state), *_is_now(subject, state), ""]
    if not links:
        found.append("nothing in the log led to it")
        return found
    start, left_out = links[0].event, max(0, len(links) - FIRST_SHOWN - LAST_SHOWN)
    for link in links[:FIRST_SHOWN]:
        found.extend(_rows(link, start, 0))
    if left_out:
        found.append(f"... {left_out} events between (--json has them)")
    for link in links[FIRST_SHOWN + left_out :]:
        found.extend(_rows(link, start, 0))
    return found


def documents(links: Sequence[Link]) -> list[dict[str, Any]]:
    """For programs."""
    return [_document(link) for link in links]


def _head(session: str, subject: Subject, state: SessionState) -> str:
    if subject.node is not None:
        what = f"{subject.node.name} ({subject.node.id})"
    elif subject.asset is not None:
        what = f"{subject.asset.label} (asset {subject.asset.id})"
    else:
        what = f"event {subject.event}"
    return f"{what} in session {session}, revision {state.revision}"


def _is_now(subject: Subject, state: SessionState) -> Iterator[str]:
    if subject.node is not None:
        yield f"it is     {place(subject.node, state.scene)}"
        shown = subject.node.asset()
        asset = state.assets.get(shown or "")
    else:
        asset = subject.asset
    if asset is not None:
        stand_in = ", a stand-in" if asset.stand_in else ""
        yield f"shows     {bytes_of(asset.mesh)}, asset {asset.id}{stand_in}"


def _rows(link: Link, start: e.Event, deeper: int) -> Iterator[str]:
    indent = "  " * (link.depth + deeper)
    for one in link.failed:
        yield f"{_when(one.events[0], start)}  {indent}{_failed(one.events[0])}"
    what, text = told(link)
    said = cut(text)
    yield f"{_when(link.event, start)}  {indent}{what:<11} {said}{_by(link)}"
    for row in more(link):
        yield f"{'':<{len(_when(link.event, start))}}  {indent}{'':<11} {row}"
    if link.made:
        session = link.made[0].event.session
        yield f"{'':<{len(_when(link.event, start))}}  {indent}  it was made in session {session}:"
        for other in link.made:
            yield from _rows(other, link.made[0].event, link.depth + deeper + 2)


def _when(event: e.Event, start: e.Event) -> str:
    at = event.at.astimezone().strftime("%H:%M:%S.%f")[:-3]
    since = (event.at - start.at).total_seconds()
    took = f"{event.took_ms:,.0f} ms" if event.took_ms is not None else ""
    return f"{at} {since:>+9.3f} {took:>9}"


def _by(link: Link) -> str:
    step = f"{link.step.name} " if link.step else ""
    engine = getattr(link.event.data, "engine", "")
    by = f", {link.event.by}" if link.event.by else ""
    runs = f"{step}{engine}".strip()
    return f"  [{', '.join(part for part in (runs, link.event.id or '') if part)}{by}]"


def _failed(event: e.Event) -> str:
    match event.data:
        case e.StageRetried() | e.StageDeadLettered() as why:
            gave_up = isinstance(why, e.StageDeadLettered)
            what = "gave up" if gave_up else "retried"
            return f"{what:<11} {why.stage}, attempt {why.attempt}: {cut(why.code)}: " + cut(
                why.message
            )
        case _:
            return event.type


def _document(link: Link) -> dict[str, Any]:
    what, text = told(link)
    found: dict[str, Any] = {
        **document(link.event),
        "depth": link.depth,
        "what": what,
        "said": text,
        "step": link.step.name if link.step else None,
        "failed": [document(event) for one in link.failed for event in one.events],
        "relations": list(link.relations),
        "wish": link.wish.model_dump(mode="json") if link.wish else None,
    }
    if link.change is not None:
        change = link.change
        for side, node in (("before", change.before), ("after", change.after)):
            found[side] = node.model_dump(mode="json") if node else None
    if link.made:
        found["made"] = documents(link.made)
    return found
