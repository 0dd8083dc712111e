"""The chain of what led to a thing: events in order, each as deep as what it took. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ops.history.why.record import Change, Record, names
from ops.history.why.subject import Subject
from schemas import events as e
from schemas.decomposition import Relation, Wish
from schemas.edits import Add, Move, Replace
from schemas.events import Event
from schemas.ids import AssetId, NodeId, event_order
from streams.past.retrace import Step, Try


@dataclass(frozen=True, slots=True)
class Link:
    """One event of a chain. ``depth``: how many causes it took; ``failed``: tries before it.

    ``node``: the object it is told of, and ``wish``, ``relations``: what was wanted of that.
    ``made``: how a matched asset had come to be, maybe in another session.
    """

    event: Event
    depth: int
    step: Step | None = None
    failed: tuple[Try, ...] = ()
    change: Change | None = None
    node: NodeId | None = None
    wish: Wish | None = None
    relations: tuple[str, ...] = ()
    made: tuple[Link, ...] = ()


def chain(record: Record, subject: Subject) -> list[Link]:
    """What led to ``subject``, in the order of the log."""
    if subject.node is not None:
        links = _of_node(record, subject.node.id)
    elif subject.asset is not None:
        links = list(_of_asset(record, AssetId(subject.asset.id)))
    else:
        found = record.event(subject.event) if subject.event else None
        links = list(_path(record, found)) if found else []
    return _in_order(links)


def _in_order(links: Iterable[Link]) -> list[Link]:
    """Each event once, where it is told most of."""
    best: dict[str, Link] = {}
    for link in links:
        key = link.event.id or ""
        if key not in best or (link.change or link.wish) is not None:
            best[key] = link
    return sorted(best.values(), key=lambda link: event_order(link.event.id or "0-0"))


def matches(links: Iterable[Link]) -> Iterator[tuple[AssetId, Event]]:
    """The assets that came from the library, and the events that say so."""
    for link in links:
        if isinstance(link.event.data, e.AssetMatched):
            yield link.event.data.asset, link.event


def with_origin(links: Iterable[Link], event: Event, made: list[Link]) -> list[Link]:
    """``links`` with how what ``event`` matched had been made."""
    return [replace(k, made=tuple(made)) if k.event == event else k for k in links]


def _of_asset(record: Record, asset: AssetId) -> Iterator[Link]:
    settled = [
        event
        for event in record.events
        if isinstance(event.data, e.AssetMatched | e.AssetRegistered) and event.data.asset == asset
    ]
    made = [event for event in settled if isinstance(event.data, e.AssetRegistered)]
    for event in (made or settled)[:1]:
        yield from _path(record, event)


def origin(record: Record, made: Event) -> list[Link]:
    """How an asset that was registered with ``made`` came to be."""
    return _in_order(_path(record, made))


def _of_node(record: Record, node: NodeId) -> list[Link]:
    links: list[Link] = []
    asset: str | None = None
    for change in record.changes(node):
        shown = change.after.asset() if change.after else None
        links += _of_change(record, change, node, shown != asset or change.before is None)
        asset = shown
    return links


def _of_change(record: Record, change: Change, node: NodeId, new_look: bool) -> Iterator[Link]:
    """The words that led to a change, its plan, the asset if it brought one, and itself."""
    event = change.event
    root = list(_wish_of(record, event))
    yield from root
    depth = len({link.depth for link in root})
    slot = ""
    for planned in record.of_request(event):
        told = _planned(planned, node)
        if told is not None and _is_before(planned, event):
            wish, found = told
            slot = found or slot
            relations = _relations(planned, node)
            known = _link(record, planned, depth)
            yield replace(known, node=node, wish=wish, relations=relations)
    for blocked in record.of_request(event):
        if isinstance(blocked.data, e.SceneBlockedOut) and any(
            n.id == node for n in blocked.data.nodes
        ):
            yield replace(_link(record, blocked, depth + 1), node=node)
    settled = record.settled(event, slot) if slot and new_look else None
    if settled is not None:
        yield from _path(record, settled)
    yield replace(_link(record, event, depth + 1), change=change, node=node)


def _is_before(one: Event, other: Event) -> bool:
    return event_order(one.id or "0-0") < event_order(other.id or "0-0")


def _wish_of(record: Record, event: Event) -> Iterator[Link]:
    """From the request's beginning to the last action before ``event``."""
    acted = [
        other
        for other in record.of_request(event)
        if isinstance(other.data, e.AgentActed) and _is_before(other, event)
    ]
    if acted:
        yield from _path(record, acted[-1])


def _path(record: Record, event: Event) -> Iterator[Link]:
    """The causes of ``event`` and what was told beside them, down to itself."""
    for depth, one in enumerate(record.path(event)):
        for other in record.beside(one):
            if isinstance(one.data, e.AgentActed) and isinstance(other.data, e.AgentThought):
                yield _link(record, other, depth)
            if isinstance(other.data, e.ProvenanceRecorded):
                yield _link(record, other, depth)
            if isinstance(one.data, e.AssetWanted):
                yield from _wanted(record, other, one.data.slot, depth)
        yield _link(record, one, depth)


def _wanted(record: Record, plan: Event, slot: str, depth: int) -> Iterator[Link]:
    """The plan's first wish of ``slot``."""
    for wish in wishes(plan):
        if slot.partition("/")[2] == wish.slot:
            relations = _relations(plan, wish.id)
            yield replace(_link(record, plan, depth), wish=wish, relations=relations)
            return


def wishes(plan: Event) -> Iterator[Wish]:
    """The new things that a plan wants."""
    match plan.data:
        case e.SceneDecomposed(wishes=found):
            yield from found
        case e.EditPlanned(edits=edits):
            for edit in edits:
                if isinstance(edit, Add):
                    yield from edit.wishes


def _planned(plan: Event, node: NodeId) -> tuple[Wish | None, str] | None:
    """What a plan wants of ``node``, and the slot of its asset; None when it does not name it."""
    if not isinstance(plan.data, e.SceneDecomposed | e.EditPlanned):
        return None
    if not names(plan.data.model_dump(mode="json"), node):
        return None
    wish = next((w for w in wishes(plan) if w.id == node), None)
    slot = wish.slot if wish else ""
    if isinstance(plan.data, e.EditPlanned):
        again = [x for x in plan.data.edits if isinstance(x, Replace) and x.node == node]
        slot = again[0].slot if again else slot
    return wish, f"{plan.data.step}/{slot}" if slot else ""


def _relations(plan: Event, node: NodeId) -> tuple[str, ...]:
    """The relations that ``node`` is part of, in words."""
    called = {wish.id: wish.name for wish in wishes(plan)}
    found: list[Relation] = []
    match plan.data:
        case e.SceneDecomposed(relations=relations):
            found.extend(relations)
        case e.EditPlanned(edits=edits):
            for edit in edits:
                if isinstance(edit, Add):
                    found.extend(edit.relations)
                elif isinstance(edit, Move) and edit.relation is not None:
                    found.append(edit.relation)
    return tuple(
        " ".join(
            [called.get(r.subject, r.subject), r.kind.replace("_", " "), _and(r, called)]
        ).strip()
        for r in found
        if node == r.subject or node in r.targets
    )


def _and(relation: Relation, called: dict[NodeId, str]) -> str:
    return " and ".join(called.get(target, target) for target in relation.targets)


def _link(record: Record, event: Event, depth: int) -> Link:
    return Link(event, depth, record.step(event), tuple(record.failed(event)))
