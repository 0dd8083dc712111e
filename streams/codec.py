"""Events to the bytes in the log and back: the only place that does either.

An event is one JSON document of UTF-8 text, so that redis-cli and Redis Insight show it to people.
What the log says anyway is not in it: its key names the session, the entry's id is the event's and
its time, a field beside it is the request. Nor is a member that says what it says by default.
``document`` is the whole of an event, for files that leave the log.
"""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError, from_json

from schemas.events import EVENTS, Data, Event, Unknown
from schemas.fold import FOLDED, Fact
from schemas.ids import EventId, RequestId, SessionId, event_order
from schemas.upcasts import upcast
from streams.errors import EventTooLarge, UndecodableEvent

logger = logging.getLogger(__name__)

MAX_EVENT_BYTES = 16 * 1024

SKIPPED = Unknown(raw_type="skipped", raw_v=0, raw={})
"""The payload of an event that was not decoded, since nobody looks at it."""
_TYPE_FIRST = '{"type":"'
_VERSION = re.compile(r',"v":(\d{1,9})')
_PASSED_OVER = frozenset(model.type for model in EVENTS.values()) - FOLDED
"""The types that the fold knows and does not read."""
_PAYLOADS = {
    key: model.__pydantic_validator__.validate_json
    for key, model in EVENTS.items()
    if model.type in FOLDED
}
"""How the payload of each newest version is read from its text: the shortest way there is."""

_quoted = json.encoder.encode_basestring
"""A JSON string, in UTF-8 rather than escapes."""


def encode(event: Event) -> str:
    """``event`` as the log keeps it. Raises ``EventTooLarge`` and names the largest field."""
    data = event.data
    # Put together from texts: a step's time goes into this, and pydantic writes a payload at once.
    text = f'{{"type":{_quoted(event.type)},{_envelope(event)}"data":{_payload_json(data)}}}'
    # Half a surrogate pair, which JSON's escapes let in, is no text: UTF-8 has "?" for it.
    utf8 = text.encode(errors="replace")
    size = len(utf8)
    if size > MAX_EVENT_BYTES:
        sizes = {k: len(json.dumps(v).encode()) for k, v in _payload(data).items()}
        largest = max(sizes, key=lambda k: sizes[k])
        raise EventTooLarge(
            f"{event.type} has {size} bytes, the log takes {MAX_EVENT_BYTES}; its largest field is "
            f"data.{largest} ({sizes[largest]} bytes): split it or store it as an artifact"
        )
    return text if text.isascii() else utf8.decode()


def _envelope(event: Event) -> str:
    """The members of the envelope, left out while they say nothing."""
    said = ""
    version = _version(event.data)
    if version != 1:
        said += f'"v":{version},'
    if event.cause is not None:
        said += f'"cause":{_quoted(event.cause)},'
    if event.data.transient:  # it gets no id to tell the time by
        said += f'"at":"{event.at.isoformat()}",'
    if event.by:
        said += f'"by":{_quoted(event.by)},'
    if event.took_ms is not None:
        said += f'"took_ms":{json.dumps(event.took_ms)},'
    if event.trace is not None:
        said += f'"trace":{_quoted(event.trace)},'
    if event.seed:
        said += f'"seed":{event.seed},'
    if event.reuses:
        said += f'"reuses":{_quoted(event.reuses)},'
    return said


def document(event: Event) -> dict[str, Any]:
    """All of ``event``, its place in the log included: what ``decode`` reads by itself."""
    said = json.loads(encode(event))
    payload = said.pop("data")
    place = {"id": event.id, "type": said.pop("type"), "v": said.pop("v", 1)}
    whose = {"session": event.session, "request": event.request, "at": event.at.isoformat()}
    shown = {**place, **whose, **said, "data": payload}
    return {member: value for member, value in shown.items() if value is not None}


def decode(
    text: str | bytes,
    event_id: str | None = None,
    session: str | None = None,
    request: str | None = None,
) -> Event:
    """The event of a document, and of what the log says beside it.

    A type or version from the future becomes ``Unknown``. Raises ``UndecodableEvent`` for anything
    else that is not an event.
    """
    try:
        body = from_json(text)
        return _event(body, _data(body), event_id, session, request)
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        ValidationError,
        RecursionError,  # a document nested deeper than any event
    ) as broken:
        raise UndecodableEvent(f"entry {event_id or '?'} is not an event: {broken}") from broken


def _data(body: dict[str, Any]) -> Data:
    kind = body["type"]
    version, payload = upcast(kind, body.get("v", 1), body["data"])
    model = EVENTS.get((kind, version))
    if model is None:
        return Unknown(raw_type=kind, raw_v=version, raw=payload)
    return model.model_validate(payload)


def _event(
    body: dict[str, Any], data: Data, event_id: str | None, session: str | None, request: str | None
) -> Event:
    """The envelope of a document. Raises ``TypeError`` or ``ValueError`` for a member that is none.

    Checked by hand: a model would take most of the time of reading a log.
    """
    told = body.get("at")
    at = time_of(event_id or body.get("id") or "") if told is None else datetime.fromisoformat(told)
    if at.tzinfo is None:
        raise ValueError(f"at {told!r} has no time zone")
    whose, took_ms = body.get("session", session), body.get("took_ms")
    if whose is None:
        raise ValueError("it does not say whose it is")
    if not (took_ms is None or isinstance(took_ms, int | float)):
        raise TypeError(f"took_ms {took_ms!r} is no number")
    seed = body.get("seed", 0)
    if not isinstance(seed, int):
        raise TypeError(f"seed {seed!r} is no number")
    return Event(
        id=_text(event_id or body.get("id")),
        session=_text(whose),
        request=_text(body.get("request", request) or None),
        cause=_text(body.get("cause")),
        at=at,
        by=_text(body.get("by") or ""),
        took_ms=took_ms,
        seed=seed,
        reuses=_text(body.get("reuses") or ""),
        trace=_text(body.get("trace")),
        data=data,
    )


def _text(value: Any) -> Any:
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def decode_or_keep(
    text: str, session: str, event_id: str | None, request: str | None = None
) -> Event:
    """Like ``decode``, but an entry that is no event is kept whole, as ``Unknown``."""
    try:
        return decode(text, event_id, session, request)
    except UndecodableEvent as broken:
        logger.error("event.undecodable", extra={"session": session, "error": str(broken)})
        return Event(
            id=EventId(event_id) if event_id else None,
            session=SessionId(session),
            request=RequestId(request) if request else None,
            at=time_of(event_id or "0-0"),
            data=Unknown(raw_type="undecodable", raw_v=0, raw={"e": text, "error": str(broken)}),
        )


def skim(text: str, session: str, event_id: str, request: str | None) -> Event | Fact:
    """What the fold reads of a log's entry: no envelope, and of other types no payload."""
    whose = RequestId(request) if request else None
    if text.startswith(_TYPE_FIRST):
        end = text.find('"', len(_TYPE_FIRST))
        kind = text[len(_TYPE_FIRST) : end]
        if kind in _PASSED_OVER:
            return Fact(EventId(event_id), whose, SKIPPED)
        # As we write it: the payload last, and before it nothing but texts and numbers, in which a
        # quote is escaped. Whatever is not so is read in the other way.
        version = _VERSION.match(text, end + 1)
        read = _PAYLOADS.get((kind, int(version[1]) if version else 1))
        if read is not None:
            try:
                payload = text[text.index('"data":', end) + len('"data":') : -1]
                return Fact(EventId(event_id), whose, read(payload))
            except ValueError:
                pass
    try:
        return Fact(EventId(event_id), whose, _data(from_json(text)))
    except (ValueError, KeyError, TypeError, AttributeError):
        return decode_or_keep(text, session, event_id, request)


def time_of(event_id: str) -> datetime:
    """When Redis gave out ``event_id``: UTC, to the ms."""
    return datetime.fromtimestamp(event_order(event_id)[0] / 1000, UTC)


def payload_text(data: Data) -> str:
    """A payload alone, as the engine processes pass it on."""
    return json.dumps({"type": data.type, "v": data.v, "data": _payload(data)})


def payload_of(text: str) -> Data:
    """The payload of ``payload_text``."""
    body = json.loads(text)
    return EVENTS[body["type"], body["v"]].model_validate(body["data"], strict=False)


def _payload_json(data: Data) -> str:
    if not isinstance(data, Unknown):
        try:
            return data.model_dump_json(exclude_defaults=True)
        except PydanticSerializationError:  # half a surrogate pair, which is mended later
            pass
    return json.dumps(_payload(data), ensure_ascii=False, separators=(",", ":"))


def _payload(data: Data) -> Any:
    return data.raw if isinstance(data, Unknown) else data.model_dump(mode="json")


def _version(data: Data) -> int:
    return data.raw_v if isinstance(data, Unknown) else data.v
