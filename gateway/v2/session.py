"""One client of ``scenestream.v2``, without I/O: what its frames ask for.

Frames and the session's state go in, effects come out; ids come from a function that is passed in.
What a session has to tell is ``gateway.v2.show``'s. A command that comes twice counts once: its id
is that of the request, and the mark of what is appended.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from google.protobuf.message import DecodeError

from gateway.effects import Append, Store
from gateway.v2.messages import told_again
from gateway.v2.naming import request_of
from schemas import events as e
from schemas import undo
from schemas import wire_v2_pb2 as pb
from schemas.artifacts import JPEG, PNG, WAV, ArtifactRef
from schemas.errors import BadInput, Category, ScenestreamError, TooLarge
from schemas.hand_edits import conflicts, rebased
from schemas.ids import NodeId, RequestId, SessionId, is_safe_id
from schemas.scene import Scene
from schemas.scene_v2 import read_nodes, read_skybox
from schemas.state import SessionState

SUBPROTOCOL = "scenestream.v2"
MAX_PROMPT_CHARS = 8_000
MAX_PROMPT_BYTES = 12 * 1024
"""What a prompt may take in an event, whatever its script: an encoded event has 16 KiB."""
MAX_COMMAND_CHARS = 64
MAX_GESTURE_CHARS = 4_000
PART_NODES = 12
"""Nodes of a hand edit that one event holds: a node of four components stays under 1 KiB."""
_ANSWERED = ("cancel", "scene_state", "gesture", "failure", "approve")
"""Commands of which nothing else tells that they were done."""
_PICTURES = {b"\x89PNG": PNG, b"\xff\xd8\xff": JPEG, b"RIFF": "image/webp", b"GIF8": "image/gif"}


class BadClientFrame(BadInput):
    """The frame is no ClientFrame of scenestream.v2; send one binary frame a command."""


class NoHello(BadInput):
    """The first frame was no Hello; it must be one."""


class CommandTooLong(TooLarge):
    """What was said exceeds a limit; say it in fewer words, or in several commands."""


class ReadOnly(ScenestreamError):
    """This connection may watch the session, not change it; ask its owner for an invitation."""

    category = Category.FORBIDDEN


class NothingToApprove(ScenestreamError):
    """No decomposition of that request waits for an answer; see the last Decomposed, or its end."""

    category = Category.CONFLICT


class Role(Enum):
    """What a connection may do to its session."""

    EDIT = "edit"
    READ = "read"
    REPLAY = "replay"


@dataclass(frozen=True, slots=True)
class Enter:
    """The client is there: find the session it asks for, welcome it, and tell it what it missed."""

    hello: pb.Hello


@dataclass(frozen=True, slots=True)
class Answer:
    """Tell this client alone."""

    frame: pb.ServerFrame


@dataclass(frozen=True, slots=True)
class CancelRequests:
    """End ``request``, or all that are open (None)."""

    request: RequestId | None


Effect = Store | Append | Enter | Answer | CancelRequests


class V2Session:
    """The protocol core of one connection.

    ``new_id`` names commands that came without an id. ``session``, ``role``: set by ``entered``.
    """

    def __init__(self, new_id: Callable[[], str]) -> None:
        self.session: SessionId | None = None
        self.role = Role.EDIT
        self._new_id = new_id
        self._said_hello = self._reviews = False

    def entered(self, session: SessionId, role: Role) -> None:
        """The client is in ``session`` from now on."""
        self.session, self.role = session, role

    def welcomed(self, session: SessionId, role: Role) -> None:
        """The client is in ``session`` without a Hello of its own: by another door."""
        self._said_hello = True
        self.entered(session, role)

    def receive(self, message: bytes | str, state: SessionState) -> list[Effect]:
        """What to do about a frame. ``state``: of the session, as the client was told of it."""
        command = ""
        try:
            frame = read_frame(message)
            command = frame.id
            return self._receive(frame, state)
        except ScenestreamError as refused:
            return [refusal(refused, command)]

    def _receive(self, frame: pb.ClientFrame, state: SessionState) -> list[Effect]:
        kind = frame.WhichOneof("command")
        if not self._said_hello:
            if kind != "hello":
                raise NoHello(NoHello.__doc__)
            self._said_hello, self._reviews = True, frame.hello.review
            return [Enter(frame.hello)]
        if self.session is None:
            raise NoHello("the Hello was refused; connect again with another")
        match kind:
            case "hello":
                raise BadClientFrame(
                    "a connection says Hello once; connect again for another session"
                )
            case "playback":
                raise BadClientFrame(
                    "this is no replay; say so in the Hello to watch a session again"
                )
            case None:
                raise BadClientFrame("the frame holds no command that this server knows")
        if self.role is not Role.EDIT:
            raise ReadOnly(ReadOnly.__doc__)
        command = _checked(frame.id) or self._new_id()
        return list(self._do(kind, frame, command, self.session, state))

    def _do(
        self,
        kind: str,
        frame: pb.ClientFrame,
        command: str,
        session: SessionId,
        state: SessionState,
    ) -> Iterator[Effect]:
        request = request_of(session, command)
        known = state.requests.get(request)
        if known is not None:  # it comes again, from a client that may have missed what came of it
            yield from (Answer(frame) for frame in told_again(session, known))
            return
        match kind:
            case "text":
                review = self._reviews or frame.text.review
                yield _asked(request, _prompt(frame.text.text), review)
            case "undo":
                yield _asked(request, _undo(frame.undo.count))
            case "redo":
                yield _asked(request, _redo(frame.redo.count))
            case "confirm":
                yield _asked(request, "yes" if frame.confirm.yes else "no")
            case "audio":
                yield from _audio(request, frame.audio.wav, self._reviews or frame.audio.review)
            case "picture":
                yield from _picture(request, frame.picture)
            case "cancel":
                named = frame.cancel.request
                yield CancelRequests(RequestId(named) if named else None)
            case "approve":
                yield from approved(command, frame.approve, state)
            case "scene_state":
                yield from _by_hand(command, frame.scene_state, state)
            case "gesture":
                yield _gesture(command, frame.gesture.json)
            case "failure":
                failed = e.ClientFailed(status=500, text=frame.failure.message[:2_000])
                yield Append(None, f"client:{command}", (failed,))
            case _:
                raise BadClientFrame(f"this server knows no {kind}")
        if kind in _ANSWERED:
            yield Answer(pb.ServerFrame(taken=pb.Taken(command=command)))


def read_frame(message: bytes | str) -> pb.ClientFrame:
    """The frame that ``message`` is. Raises ``BadClientFrame``."""
    if isinstance(message, str):
        raise BadClientFrame(BadClientFrame.__doc__)
    frame = pb.ClientFrame()
    try:
        frame.ParseFromString(message)
    except DecodeError as broken:
        raise BadClientFrame(f"{BadClientFrame.__doc__} ({broken})") from broken
    return frame


def refusal(refused: ScenestreamError, command: str = "") -> Answer:
    """What a client is told of an error in what it sent."""
    told = pb.Refused(
        command=command[:MAX_COMMAND_CHARS],
        category=refused.category,
        code=refused.code,
        message=str(refused),
        retry_after_s=refused.retry_after_s,
    )
    return Answer(pb.ServerFrame(refused=told))


def _checked(command: str) -> str:
    if command and not (is_safe_id(command) and len(command) <= MAX_COMMAND_CHARS):
        raise BadClientFrame(
            f"the command's id {command[:MAX_COMMAND_CHARS]!r} is not one; give a UUID, or up to "
            f"{MAX_COMMAND_CHARS} letters, digits and dashes"
        )
    return command


def _asked(request: RequestId, text: str, review: bool = False) -> Append:
    accepted = e.RequestAccepted(kind="text", text=text, review=review)
    return Append(request, "accepted", (accepted,))


def approved(command: str, answer: pb.Approve, state: SessionState) -> Iterator[Append]:
    """A person's word on a plan that waits; nothing where it was said before."""
    named = answer.request or next((r.id for r in state.requests.values() if r.awaits_approval), "")
    request = state.requests.get(RequestId(named))
    review = request.review if request else None
    if request is None or review is None:
        raise NothingToApprove(NothingToApprove.__doc__)
    if review.command == command or (review.approved and not answer.text):
        return
    if review.waits is None or not request.is_open:
        raise NothingToApprove(NothingToApprove.__doc__)
    step, told = request.step, e.DecompositionApproved(step=request.step, command=command)
    change = _prompt(answer.text) if answer.text else ""
    changed = e.DecompositionChanged(step=step, text=change, command=command)
    # The mark is the plan's: of two clients that answer it at once, the first counts.
    yield Append(request.id, f"review:{review.waits}", (changed if change else told,))


def _prompt(text: str) -> str:
    text = text.strip()
    if not text:
        raise BadInput("the prompt is empty; say what to create or change")
    size = len(json.dumps(text, ensure_ascii=False).encode())
    if len(text) > MAX_PROMPT_CHARS or size > MAX_PROMPT_BYTES:
        raise CommandTooLong(
            f"the prompt has {len(text):,} characters ({size:,} bytes), the limit is "
            f"{MAX_PROMPT_CHARS:,} ({MAX_PROMPT_BYTES:,}); say it in fewer words, or in several"
        )
    return text


def _undo(count: int) -> str:
    return "undo that" if count <= 1 else f"undo the last {count} changes"


def _redo(count: int) -> str:
    return "redo that" if count <= 1 else f"redo the last {count} changes"


def _audio(request: RequestId, wav: bytes, review: bool) -> Iterator[Effect]:
    if not wav:
        raise BadInput("the audio has no sound; send one WAV file")
    ref = _ref(wav, WAV)
    yield Store(ref, wav)
    accepted = e.RequestAccepted(kind="audio", review=review)
    yield Append(request, "accepted", (accepted, e.SpeechCaptured(audio=ref)))


def _gesture(command: str, told: str) -> Append:
    if len(told) > MAX_GESTURE_CHARS:
        raise CommandTooLong(f"a gesture may have {MAX_GESTURE_CHARS} characters; say it in fewer")
    try:
        json.loads(told)
    except (ValueError, RecursionError) as broken:
        raise BadInput(f"the gesture is no JSON: {broken}; send a document") from broken
    return Append(None, f"gesture:{command}", (e.GestureMade(text=told, command=command),))


def _picture(request: RequestId, picture: pb.Picture) -> Iterator[Effect]:
    media_type = next((t for head, t in _PICTURES.items() if picture.data.startswith(head)), "")
    if not media_type:
        raise BadInput("the picture is no PNG, JPEG, WebP or GIF; send one of these")
    text = picture.text.strip()
    if text:
        text = _prompt(text)
    ref = _ref(picture.data, media_type)
    yield Store(ref, picture.data)
    wanted = e.GeometryRequested(
        index=0, image=ref, source="", prompt=text, backend="auto", output_dir=""
    )
    accepted = e.RequestAccepted(kind="geometry", text=text)
    yield Append(request, "accepted", (accepted, wanted))


def _ref(data: bytes, media_type: str) -> ArtifactRef:
    digest = hashlib.sha256(data).hexdigest()
    return ArtifactRef(sha256=digest, size=len(data), media_type=media_type)


def _by_hand(command: str, told: pb.SceneState, state: SessionState) -> Iterator[Effect]:
    """The scene with what a person changed at the client, member by member, as events."""
    ours = state.scene or Scene(name="Scene")
    base = undo.scene_of(state, told.base) if told.base else Scene(name=ours.name)
    if base is None:
        raise BadInput(
            f"revision {told.base} is too old to be told what was changed since; take the scene "
            "as it is, and make the change again"
        )
    theirs = _snapshot(told, base)
    scene = rebased(base, theirs, ours)
    kept = [
        pb.Conflict.Member(node=node, member=member)
        for node, member in conflicts(base, theirs, ours)
    ]
    if kept:
        yield Answer(pb.ServerFrame(conflict=pb.Conflict(base=told.base, kept=kept)))
    if scene != ours:
        parts = tuple(_synced(scene, command))
        yield Append(None, f"hand:{command}", parts, revision=state.revision)


def _snapshot(told: pb.SceneState, base: Scene) -> Scene:
    """What the client shows. Raises ``BadScene``, ``BadInput``."""
    nodes: dict[NodeId, Any] = {} if told.whole else dict(base.nodes)
    for node in read_nodes(told.upserts):
        nodes[node.id] = node
    for gone in told.removed:
        nodes.pop(NodeId(gone), None)
    while lost := [n for n in nodes.values() if n.parent_id not in (None, *nodes)]:
        if told.whole or any(n.id not in base.nodes for n in lost):
            raise BadInput(f"node {lost[0].id!r} has no parent {lost[0].parent_id!r} in the scene")
        for node in lost:  # it went with what carried it
            del nodes[node.id]
    sky = read_skybox(told.skybox) if told.HasField("skybox") else base.skybox
    try:
        return Scene.of(told.name or base.name, nodes.values(), sky)
    except ValueError as broken:
        raise BadInput(str(broken).splitlines()[0]) from broken


def _synced(scene: Scene, command: str) -> Iterator[e.SceneSynced]:
    nodes = list(scene.nodes.values())
    runs = [tuple(nodes[i : i + PART_NODES]) for i in range(0, len(nodes) or 1, PART_NODES)]
    for part, run in enumerate(runs):
        yield e.SceneSynced(
            part=part,
            parts=len(runs),
            name=scene.name,
            skybox=scene.skybox,
            nodes=run,
            digest=f"v2:{command}"[:80],
        )
