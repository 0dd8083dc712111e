"""A session's state as a document, so that a seek need not fold from the first event on.

Pure. What belongs here: the state to text and back, and the digest that proves two scenes equal.
What does not: when a keyframe is written, and where it lies (``streams.past.keyframes``).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

from pydantic import TypeAdapter

from schemas.patch import document
from schemas.scene import Scene
from schemas.state import RequestState, SessionState

VERSION = 1
"""Of the document. A keyframe of another version is passed over: the events before it tell all."""

_STATE: TypeAdapter[SessionState] = TypeAdapter(SessionState)
_OMITTED = {"_parts"}


def dump(state: SessionState) -> bytes:
    """The document of ``state``, which is between two commits. ``load`` gives an equal state.

    Of settled requests it keeps what people list; the rest of them is in their events.
    """
    requests = {r.id: _brief(r) if r.is_settled else r for r in state.requests.values()}
    text = _STATE.dump_json(replace(state, requests=requests), exclude=_OMITTED)
    return b'{"version":%d,"state":%b}' % (VERSION, text)


def load(text: bytes) -> SessionState | None:
    """The state of a document; None for one of another version."""
    head = b'{"version":%d,"state":' % VERSION
    if not text.startswith(head):
        return None
    return _STATE.validate_json(text[len(head) : -1])


def digest(scene: Scene | None) -> str:
    """SHA-256 of the canonical scene, in hex: equal scenes have equal ones. "" without a scene."""
    if scene is None:
        return ""
    text = json.dumps(document(scene), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _brief(request: RequestState) -> RequestState:
    return RequestState(
        request.id,
        request.text,
        request.audio,
        request.status,
        request.opened,
        request.closed,
        request.action,
        request.step,
        deeds=request.deeds,
        unmet=request.unmet,
        slots=request.slots,
        completed=request.completed,
    )
