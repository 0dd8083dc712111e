"""One client of the shipping protocol (``scener.v1``), without I/O.

Frames and log events go in, effects come out; ids come from a function that is passed in. What the
client is owed is derived from the log alone, so any gateway can serve any session.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from gateway.effects import Append, Attach, Effect, Send, Store
from schemas import events as e
from schemas import scene_v1, undo, wire_v1
from schemas.artifacts import PNG, WAV, ArtifactRef
from schemas.errors import Category, ScenestreamError
from schemas.flow import object_slot
from schemas.fold import fold
from schemas.hand_edits import rebased
from schemas.ids import RequestId, SessionId
from schemas.scene import Node, Scene
from schemas.state import RequestState, SessionState
from schemas.wire_v1 import Frame

MAX_PROMPT_CHARS = 8_000
MAX_PROMPT_BYTES = 12 * 1024
"""What a prompt may take in an event, whatever its script: an encoded event has 16 KiB."""
MAX_REPORT_CHARS = 2_000
"""What is kept of a client's own error message; escaped, it still fits an event."""
LOST_WISH = "the server lost your last message when its database failed over; send it again"
SHOWING = ("generate_3d_scene", "modify_3d_scene")
"""Answers after which the client shows the scene as it is."""
PART_NODES = 12
"""Nodes of a snapshot that one event holds: a node of four components stays under 1 KiB."""


class V1Session:
    """The protocol core of one connection. ``new_id`` gives a fresh request id."""

    def __init__(self, session: SessionId, new_id: Callable[[], str]) -> None:
        self.session = session
        self.state = SessionState()
        self._new_id = new_id
        self._shown = 0  # the revision that the client was last told of
        self._read = ""  # the digest of its last snapshot
        self._looked_at, self._old = 0, ""  # which snapshot lay there when that was told

    def open(self, client: str = "", user: str = "") -> list[Effect]:
        """What to do when the client has connected, ``user``'s if that is known."""
        opened = e.SessionOpened(protocol="scener.v1", client=client, user=user)
        return [
            Append(None, "opened", (opened,)),
            Send(Frame("session_start", text=self.session)),
        ]

    def receive(self, message: bytes | str, snapshot: str | None = None) -> list[Effect]:
        """What to do about a frame. ``snapshot``: what the client keeps under its scene key."""
        try:
            if isinstance(message, str):
                raise wire_v1.BadFrame(
                    "text frames are not part of this protocol; send protobuf Content messages as "
                    "binary frames"
                )
            return self._receive(wire_v1.decode(message), snapshot)
        except ScenestreamError as refused:
            return [Send(wire_v1.error(str(refused), refused.category.status))]

    def by_hand(self, snapshot: str | None) -> list[Append]:
        """What to append of a snapshot that came without a message: what the hand did, if the
        scene is still what we know it to be.

        One that lay there when the client had just been told of a change may be from before it had
        made it, and would revert it: it waits for the next one, or for the client's next message.
        """
        seen = hashlib.sha256((snapshot or "").encode()).hexdigest()
        if self._looked_at != self._shown or any(r.is_open for r in self.state.requests.values()):
            self._looked_at, self._old = self._shown, seen
        if seen == self._old:
            return []
        payloads = tuple(self._synced(snapshot))
        if not payloads:
            return []
        return [Append(None, f"hand:{self._read}", payloads, revision=self.state.revision)]

    def unread(self) -> None:
        """The last snapshot was not taken: it is read again."""
        self._read = ""

    def events(self, events: Iterable[e.Event]) -> list[Effect]:
        """What to tell the client about new events of its session, in order."""
        effects: list[Effect] = []
        for event in events:
            seen = self.state.at
            caught_up = self._shown == self.state.revision
            if fold([event], self.state).at == seen:
                continue  # told before
            request = self.state.requests.get(event.request) if event.request else None
            told = self._told(event, request) if request is not None else []
            if any(send.frame.type in SHOWING for send in told) or (
                caught_up and isinstance(event.data, e.SceneSynced)
            ):
                self._shown = self.state.revision
            effects.extend(told)
        return effects

    def whole_scene(self, text: str, scene: Scene) -> Send:
        """``scene`` in place of what the client shows, with all its meshes."""
        document = json.dumps(scene_v1.scene_document(scene))
        frame = Frame("generate_3d_scene", text=text, metadata=document)
        return Send(frame, self._attached(scene.assets()))

    def _receive(self, frame: Frame, snapshot: str | None) -> list[Effect]:
        match frame.type:
            case "text":
                return self._text(frame.text.strip(), snapshot)
            case "audio":
                return self._audio(frame, snapshot)
            case "gesture":
                return []  # part of the protocol; nothing here moves by gestures
            case "error":
                failed = e.ClientFailed(status=frame.status, text=frame.text[:MAX_REPORT_CHARS])
                return [Append(None, f"client:{self._new_id()}", (failed,))]
            case unknown:
                raise wire_v1.BadFrame(
                    f"unknown message type {unknown[:40]!r}; send text, audio, gesture or error"
                )

    def recovered(self, events: Iterable[e.Event]) -> list[Effect]:
        """Start anew from all ``events`` the log still holds, after it lost some.

        What the client heard before is not said again; a wish that is gone is said to be.
        """
        waiting = {r.id for r in self.state.requests.values() if r.is_open}
        self.state = fold(events)
        self._shown = self.state.revision
        gone = waiting - {r.id for r in self.state.requests.values()}
        return [Send(wire_v1.error(LOST_WISH, Category.UNAVAILABLE.status)) for _ in gone]

    def _text(self, text: str, snapshot: str | None) -> list[Effect]:
        if not text:
            raise wire_v1.BadFrame("the prompt is empty; say what to create or change")
        size = len(json.dumps(text, ensure_ascii=False).encode())
        if len(text) > MAX_PROMPT_CHARS or size > MAX_PROMPT_BYTES:
            return [_too_long(len(text), size)]
        accepted = e.RequestAccepted(kind="text", text=text)
        return self._accept((*self._synced(snapshot), accepted), [])

    def _audio(self, frame: Frame, snapshot: str | None) -> list[Effect]:
        data = frame.assets[0].data if frame.assets else b""
        if not data:
            raise wire_v1.BadFrame("the audio message has no sound; attach one WAV file")
        ref = ArtifactRef(sha256=hashlib.sha256(data).hexdigest(), size=len(data), media_type=WAV)
        accepted = e.RequestAccepted(kind="audio")
        captured = e.SpeechCaptured(audio=ref)
        return self._accept((*self._synced(snapshot), accepted, captured), [Store(ref, data)])

    def _accept(self, payloads: tuple[e.Data, ...], before: list[Effect]) -> list[Effect]:
        request = RequestId(self._new_id())
        return [*before, Append(request, "accepted", payloads)]

    def _synced(self, snapshot: str | None) -> list[e.Data]:
        """The scene with what a person changed at the client since we last saw it, as events.

        A snapshot that was written before the client heard of our last changes does not revert
        them: what the hand did is told from what the client was shown.
        """
        if not snapshot:
            return []
        digest = hashlib.sha256(snapshot.encode()).hexdigest()[:16]
        if digest in (self._read, self.state.snapshot_digest):
            return []
        self._read = digest
        try:
            scene = scene_v1.read_snapshot(snapshot)
        except scene_v1.BadSnapshot as broken:  # the wish still counts; our own fold is the base
            return [e.ClientFailed(status=broken.category.status, text=str(broken)[:500])]
        nothing = Scene(name=scene.name)
        ours = self.state.scene or nothing
        scene = rebased(undo.scene_of(self.state, self._shown) or nothing, scene, ours)
        if scene == ours:
            return []
        nodes = list(scene.nodes.values())
        runs = [tuple(nodes[i : i + PART_NODES]) for i in range(0, len(nodes) or 1, PART_NODES)]
        return [_synced_part(scene, run, n, len(runs), digest) for n, run in enumerate(runs)]

    def _told(self, event: e.Event, request: RequestState) -> list[Send]:
        match event.data:
            case e.SpeechTranscribed(text=text):
                return [Send(Frame("convert_speech", text=text))]
            case e.AgentObserved(kind=kind, text=text) if kind is not None:
                return [_with_more(self._answer(kind, text, request))]
            case e.RequestCompleted(kind=kind, text=text):
                return [self._answer(kind, text, request)]
            case e.RequestFailed(category=category, message=message):
                return [Send(wire_v1.error(message, category.status))]
            case e.RequestCancelled(reason=reason):
                return [Send(wire_v1.error(_cancelled(reason), Category.CONFLICT.status))]
            case _:
                return []

    def _answer(self, kind: e.AnswerKind, text: str, request: RequestState) -> Send:
        frame = Frame(kind, text=text)
        match kind:
            case "generate_image" if request.image is not None:
                image = request.image.image
                name = f"{image.sha256[:16]}.{'png' if image.media_type == PNG else 'jpg'}"
                return Send(frame, (Attach(image.sha256, name, image),))
            case "generate_3d_object":
                made = request.slots.get(object_slot(request.step))
                return Send(frame, self._attached([made] if made else []))
            case "generate_3d_scene" if request.after is not None:
                return self.whole_scene(frame.text, request.after)
            case "modify_3d_scene" if request.after is not None:
                return self._update(frame, request.before or Scene(name="Scene"), request.after)
            case _:
                return Send(frame)

    def _update(self, frame: Frame, before: Scene, after: Scene) -> Send:
        labels = {a.id: a.label for a in self.state.assets.values()}
        document = scene_v1.update_document(before, after, labels)
        shown = {r["new_id"] for r in document["objects_to_regenerate"]}
        for added in document["objects_to_add"]:
            shown |= _dynamic_ids(added["scene_object"])
        return Send(
            Frame(frame.type, frame.text, metadata=json.dumps(document)), self._attached(shown)
        )

    def _attached(self, assets: Iterable[str]) -> tuple[Attach, ...]:
        known = self.state.assets
        return tuple(Attach(a, f"{a}.glb", known[a].mesh) for a in sorted(assets) if a in known)


def _with_more(answer: Send) -> Send:
    """An answer that is not the last to its request: clients that care can tell by ``more``."""
    document = {**json.loads(answer.frame.metadata or "{}"), "more": True}
    return replace(answer, frame=replace(answer.frame, metadata=json.dumps(document)))


def _cancelled(reason: str) -> str:
    why = f": {reason}" if reason else ""
    return f"the request was cancelled{why}; ask again if it is still wanted"


def _dynamic_ids(scene_object: dict[str, Any]) -> set[str]:
    found = {str(c["id"]) for c in scene_object["components"] if c["component_type"] == "dynamic"}
    for child in scene_object["children"]:
        found |= _dynamic_ids(child)
    return found


def _synced_part(
    scene: Scene, nodes: tuple[Node, ...], part: int, parts: int, digest: str
) -> e.SceneSynced:
    return e.SceneSynced(
        part=part, parts=parts, name=scene.name, skybox=scene.skybox, nodes=nodes, digest=digest
    )


def _too_long(length: int, size: int) -> Send:
    message = (
        f"the prompt has {length:,} characters ({size:,} bytes), the limit is "
        f"{MAX_PROMPT_CHARS:,} ({MAX_PROMPT_BYTES:,}); "
        "say it in fewer words, or in several messages"
    )
    return Send(wire_v1.error(message, Category.TOO_LARGE.status))
