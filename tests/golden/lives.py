"""Whole sessions with an event of every type: what the golden sessions are made of.

A new event type goes into a new life, never into one that is here: those are history.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter

from schemas import events as e
from schemas import keyframe
from schemas.artifacts import GLB, PNG, WAV
from schemas.decomposition import ProposedPlace, Setting
from schemas.errors import Category
from schemas.fold import fold
from schemas.ids import AssetId, EventId, NodeId, RequestId, SessionId, event_order
from schemas.model import Vec3
from schemas.patch import between
from schemas.scene import Dynamic, Node, PointLight, Primitive, Scene
from schemas.state import SessionState
from streams.codec import decode, encode, time_of
from streams.past.keyframes import KEYFRAME
from tests.golden.samples import (
    AT,
    CHAIR,
    GRADIENT,
    MADE,
    OAK,
    ON_TABLE,
    RECIPE,
    REQUESTED,
    SKY,
    SUN,
    UNKNOWN_THING,
    WISH,
    ref,
)

LIFE = SessionId("0f6f5c1e-8a53-4a4e-9d0c-5a1b7c2d3e4f")
FORK = SessionId("7d1e2f3a-4b5c-4d6e-8f90-a1b2c3d4e5f6")
AGENT = SessionId("1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f")
BATCH = SessionId("2d3e4f5a-6b7c-4d8e-9f0a-1b2c3d4e5f60")
VASE = AssetId("b2d5c1a0-1111-5222-8333-444455556666")
_STATE: TypeAdapter[SessionState] = TypeAdapter(SessionState)
Told = tuple[str | None, Sequence[e.Data]]
"""A request, or none, and what one commit says of it."""


def _of(request: str | None, *data: e.Data) -> Told:
    return request, data


_FLOOR = Node(
    id=NodeId("floor"),
    name="пол",
    scale=Vec3(x=5, y=0.1, z=4),
    components=(Primitive(shape="cube", color=OAK),),
)
_CHAIR = Node(
    id=NodeId("chair-1"),
    name="chair 1",
    position=Vec3(x=0.5, z=1.25),
    rotation=Vec3(y=180),
    components=(Dynamic(id=CHAIR),),
)
_VASE = Node(
    id=NodeId("vase"),
    name="ваза 🏺",
    parent_id=NodeId("chair-1"),
    position=Vec3(y=0.45),
    components=(Dynamic(id=VASE),),
)
_LAMP = Node(id=NodeId("lamp"), name="lamp", components=(PointLight(color=SKY, range=3.5),))


def _moved(node: Node, x: float) -> Node:
    return node.model_copy(update={"position": node.position.model_copy(update={"x": x})})


COMPOSED = Scene.of("office", [_FLOOR, _CHAIR, _VASE], GRADIENT)
MOVED = Scene.of("office", [_FLOOR, _moved(_CHAIR, -1.5), _VASE], GRADIENT)
LIT = Scene.of("office", [_FLOOR, _moved(_CHAIR, -1.5), _VASE, _LAMP], SUN)
SYNCED = Scene.of("my office", [_FLOOR, _moved(_CHAIR, 2), _VASE, _LAMP], SUN)
EMPTIED = Scene.of("my office", [_FLOOR, _moved(_CHAIR, 2), _LAMP], SUN)


def _patch(before: Scene, after: Scene, summary: str, **more: Any) -> e.ScenePatched:
    return e.ScenePatched(
        patch=tuple(between(before, after)),
        inverse=tuple(between(after, before)),
        summary=summary,
        **more,
    )


def _failed(model: type[e.Data], **more: Any) -> e.Data:
    why = {"category": Category.UNAVAILABLE, "code": "EngineAway", "message": "no answer"}
    return model.model_validate({**why, **more})


def _asset(slot: str) -> dict[str, Any]:
    return {"slot": slot, "label": "chair", "prompt": "one chair", "recipe": RECIPE}


def _scene() -> Iterator[Told]:
    """A spoken wish becomes a scene of a new chair and a vase that the library had."""
    r = "r-scene"
    yield _of(r, e.RequestAccepted(kind="audio"), e.SpeechCaptured(audio=ref("a", WAV)))
    yield _of(
        r,
        e.SpeechTranscribed(
            text="офис со стулом", confidence=0.75, language="ru", engine="x", duration_s=2.5
        ),
    )
    yield _of(
        r,
        e.AgentThought(text="a whole scene is wanted", engine="rules"),
        e.AgentActed(action="generate_3d_scene", input="офис со стулом"),
    )
    vase = WISH.model_copy(update={"id": NodeId("vase"), "name": "vase", "slot": "0/vase"})
    setting = Setting(name="office", width=5.0, depth=4.0, height=2.5)
    decomposed = {"name": "office", "setting": setting, "engine": "rules"}
    yield _of(
        r,
        e.SceneDecomposed(part=0, parts=2, wishes=(WISH,), relations=(ON_TABLE,), **decomposed),
        e.SceneDecomposed(part=1, parts=2, wishes=(vase,), slots=("0/chair",), **decomposed),
        *(e.AssetWanted.model_validate(_asset(slot)) for slot in ("0/chair", "0/vase")),
    )
    block = _CHAIR.model_copy(update={"components": _FLOOR.components})
    yield _of(r, e.SceneBlockedOut(name="office", skybox=GRADIENT, nodes=(_FLOOR, block)))
    yield _of(r, e.PromptImproved.model_validate({**_asset("0/chair"), "engine": "rules"}))
    yield _of(r, e.AssetMissed.model_validate(_asset("0/chair")))
    image = {**_asset("0/chair"), "image": ref("c", PNG), "engine": "greybox", "seed": 7}
    yield _of(r, e.ImageGenerated.model_validate(image))
    mesh = {"mesh": ref("b", GLB), "engine": "greybox"}
    size = {"size": (0.5, 0.9, 0.5), "triangles": 480}
    yield _of(r, e.MeshGenerated.model_validate({**_asset("0/chair"), **mesh, **size}))
    yield _of(r, e.AssetRegistered.model_validate({**_asset("0/chair"), **mesh, "asset": CHAIR}))
    yield _of(
        r,
        e.AssetMatched(
            slot="0/vase",
            asset=VASE,
            label="vase",
            mesh=ref("e", GLB),
            recipe=UNKNOWN_THING,
            stand_in=True,
            score=0.5,
        ),
    )
    whole = tuple(COMPOSED.nodes.values())
    part = {"parts": 2, "name": "office", "skybox": GRADIENT}
    yield _of(
        r,
        e.SceneComposed(part=0, nodes=whole[:2], **part),
        e.SceneComposed(part=1, nodes=whole[2:], unmet=("no piano here",), **part),
    )
    yield _of(r, e.AgentObserved(step=0, text="scene.composed"))
    yield _of(r, e.RequestCompleted(kind="generate_3d_scene", text="Here is an office."))


def _edits() -> Iterator[Told]:
    """Edits: one that fails in part, one that fails whole and is redriven, undo and redo."""
    r = "r-edit"
    yield _of(r, e.RequestAccepted(kind="text", text="move the chair, add a piano"))
    yield _of(r, e.AgentActed(action="modify_3d_scene", input="move the chair, add a piano"))
    yield _of(r, e.EditPlanned(edits=(), slots=("0/piano",), engine="rules"))
    yield _of(r, _failed(e.StageRetried, stage="mesh", attempt=1, due=AT))
    yield _of(
        r,
        _failed(e.StageDeadLettered, stage="mesh", attempt=3),
        _failed(e.AssetFailed, slot="0/piano", stage="mesh"),
    )
    yield _of(r, _patch(COMPOSED, MOVED, "I moved the chair.", touched=("chair-1",)))
    yield _of(r, e.RequestCompleted(kind="modify_3d_scene", text="I moved the chair."))
    r = "r-redriven"
    yield _of(r, e.RequestAccepted(kind="text", text="a lamp, please"))
    yield _of(r, e.AgentActed(action="modify_3d_scene", input="a lamp, please"))
    yield _of(
        r,
        _failed(e.StageDeadLettered, stage="patch", attempt=3),
        _failed(e.RequestFailed, stage="patch"),
    )
    yield _of(r, e.RequestReopened(stage="patch", letter="patch/1772368216000-0", attempt=3))
    yield _of(r, _patch(MOVED, LIT, "I added a lamp.", touched=("lamp",)))
    yield _of(r, e.RequestCompleted(kind="modify_3d_scene", text="I added a lamp."))
    r = "r-undo"
    yield _of(r, e.RequestAccepted(kind="text", text="undo that"))
    yield _of(r, _patch(LIT, MOVED, "I took back: I added a lamp.", undoes=3))
    yield _of(r, e.RequestCompleted(kind="modify_3d_scene", text="I took it back."))
    r = "r-redo"
    yield _of(r, e.RequestAccepted(kind="text", text="redo"))
    yield _of(r, _patch(MOVED, LIT, "I added a lamp.", redoes=3))
    yield _of(r, e.RequestCompleted(kind="modify_3d_scene", text="I added the lamp again."))


def _others() -> Iterator[Told]:
    """A picture, a cancelled wish, the client's own changes, the library, what went wrong."""
    r = "r-image"
    yield _of(r, e.RequestAccepted(kind="text", text="a picture of a chair"))
    yield _of(r, e.AgentActed(action="generate_image", input="a picture of a chair"))
    image = {**_asset(""), "image": ref("c", PNG), "engine": "greybox"}
    yield _of(r, e.ImageGenerated.model_validate(image))
    yield _of(r, e.RequestCompleted(kind="generate_image", text="Here is a picture."))
    r = "r-cancelled"
    yield _of(r, e.RequestAccepted(kind="text", text="a castle"))
    yield _of(r, e.RequestCancelled(reason="the person left"))
    r, whole = "r-synced", tuple(SYNCED.nodes.values())
    part = {"parts": 2, "name": "my office", "skybox": SUN, "digest": "0f" * 8}
    yield _of(
        r,
        e.SceneSynced(part=0, nodes=whole[:3], **part),
        e.SceneSynced(part=1, nodes=whole[3:], **part),
        e.RequestAccepted(kind="text", text="lose the vase"),
    )
    yield _of(r, _patch(SYNCED, EMPTIED, "The vase is gone."))
    yield _of(r, e.RequestCompleted(kind="modify_3d_scene", text="The vase is gone."))
    r = "r-library"
    yield _of(r, e.RequestAccepted(kind="text", text="delete the chair for good"))
    asks = e.AgentReplied(text="For good?", confirms="delete_asset", input="chair")
    yield _of(r, asks, e.RequestCompleted(kind="unrelated_response", text="For good?"))
    yield _of("r-yes", e.RequestAccepted(kind="text", text="yes"), e.AgentReplied(text="It is."))
    yield _of("r-yes", e.AssetDeleted(name="chair", assets=(CHAIR,)), e.LibraryCleared(count=2))
    yield _of(None, e.ClientFailed(status=500, text="NullReferenceException"))
    yield _of(None, e.LogGapFound(seen=EventId("1772368299000-0"), after=None))
    yield _of("r-open", e.RequestAccepted(kind="text", text="a tree"))


def _keyframe(events: Sequence[e.Event]) -> e.SceneKeyframed:
    state = fold(events)
    return e.SceneKeyframed(
        at=state.at or EventId("0-0"),
        state=ref("d", KEYFRAME),
        revision=state.revision,
        scene=keyframe.digest(state.scene),
    )


def _append(events: list[e.Event], session: SessionId, told: Told) -> None:
    """One commit: its events share their ms, their cause and their author."""
    request, data = told
    last = event_order(events[-1].id or "0-0")[0] if events else int(AT.timestamp() * 1000)
    mine = [event.id for event in events if request and event.request == request]
    for n, payload in enumerate(data):
        place = EventId(f"{last + 125}-{n}")
        events.append(
            e.Event(
                id=place,
                session=session,
                request=RequestId(request) if request else None,
                cause=mine[-1] if mine else None,
                at=time_of(place),
                by="worker-1" if mine else "gateway",
                took_ms=12.5 if mine else None,
                data=payload,
            )
        )


def life() -> list[e.Event]:
    """A session that had everything happen to it but a fork."""
    events: list[e.Event] = []
    _append(events, LIFE, _of(None, e.SessionOpened(protocol="scener.v1", client="U", user="ada")))
    for told in (*_scene(), *_edits()):
        _append(events, LIFE, told)
    _append(events, LIFE, _of(None, _keyframe(events)))
    for told in _others():
        _append(events, LIFE, told)
    return events


def fork() -> list[e.Event]:
    """A fork of it with its whole past: from the middle of an edit on, with a will of its own."""
    shared = life()
    at = next(n for n, ev in enumerate(shared) if ev.request == "r-redriven") + 2
    events = shared[:at]
    begun = e.SessionForked(
        parent=LIFE,
        at=events[-1].id or EventId(""),
        continued={RequestId("r-redriven"): RequestId("f-lamp")},
        dropped=(),
        seed=11,
        engines={"mesh": "greybox"},
    )
    _append(events, FORK, _of(None, begun))
    _append(events, FORK, _of("f-lamp", _patch(MOVED, LIT, "I added a lamp.")))
    _append(events, FORK, _of("f-lamp", e.RequestCompleted(kind="modify_3d_scene", text="Lit.")))
    _append(events, FORK, _of(None, _keyframe(events)))
    future = e.Unknown(raw_type="scene.dreamt", raw_v=3, raw={"of": ["a lake", None, 1.5]})
    _append(events, FORK, _of("f-dream", e.RequestAccepted(kind="text", text="dream"), future))
    return events


def agent() -> list[e.Event]:
    """A session whose agent did several things for one request, and was told yes and no."""
    events: list[e.Event] = []
    opened = e.SessionOpened(protocol="scener.v1", client="U", user="ada")
    _append(events, AGENT, _of(None, opened))
    r, engine, nodes = "r-both", "ollama:devstral:24b", tuple(COMPOSED.nodes.values())
    bench = e.Planned(action="modify_3d_scene", input="move the chair")
    _append(events, AGENT, _of(r, e.RequestAccepted(kind="text", text="a room; move the chair")))
    thought = e.AgentThought(text="A room first.", engine=engine, plan=(bench,))
    acted = e.AgentActed(action="generate_3d_scene", input="a room")
    _append(events, AGENT, _of(r, thought, acted))
    _append(events, AGENT, _of(r, e.SceneComposed(name="room", nodes=nodes)))
    seen = {"goes_on": True, "result": events[-1].id}
    made = e.AgentObserved(step=0, text="A room.", kind="generate_3d_scene", **seen)
    _append(events, AGENT, _of(r, made))
    again = e.AgentActed(action="modify_3d_scene", input="move the chair", step=1)
    _append(events, AGENT, _of(r, e.AgentThought(text="Next.", engine=engine), again))
    _append(events, AGENT, _of(r, _patch(COMPOSED, MOVED, "I moved the chair.")))
    failed = e.AgentObserved(step=1, text="That could not be made.", goes_on=True)
    _append(events, AGENT, _of(r, failed))
    words = e.AgentReplied(text="A room, its chair moved.")
    ended = e.RequestCompleted(kind="unrelated_response", text=words.text)
    _append(events, AGENT, _of(r, e.AgentThought(text="Done.", engine=engine), words, ended))
    for n, yes in enumerate(("no", "yes")):
        asks = e.AgentReplied(text="For good?", confirms="clear_database")
        asked = e.RequestCompleted(kind="unrelated_response", text="For good?")
        wish = e.RequestAccepted(kind="text", text="clear the library")
        _append(events, AGENT, _of(f"r-ask{n}", wish, asks, asked))
        _append(events, AGENT, _of(f"r-{yes}", e.RequestAccepted(kind="text", text=yes)))
        if yes == "no":
            _append(events, AGENT, _of("r-no", e.AgentReplied(text="Kept."), asked))
    return events


def sealed() -> list[e.Event]:
    """What Redis keeps of an archived session that went on."""
    events: list[e.Event] = []
    table = ref("f", "application/vnd.apache.parquet").model_dump()
    first, last = EventId("1772360000000-0"), EventId("1772361000000-0")
    segment = {"table": table, "first": first, "last": last, "events": 400}
    forked = e.SessionForked(parent=LIFE, at=first, seed=11)
    payload = {"segments": [segment], "forked": forked.model_dump()}
    _append(events, FORK, _of(None, e.SessionSealed.model_validate(payload)))
    _append(events, FORK, _of("r-again", e.RequestAccepted(kind="text", text="a room")))
    nodes = tuple(COMPOSED.nodes.values())
    _append(events, FORK, _of("r-again", e.SceneComposed(name="room", nodes=nodes)))
    return events


def advised() -> list[e.Event]:
    """A session whose steps asked language models."""
    events: list[e.Event] = []
    _append(events, LIFE, _of(None, e.SessionOpened(protocol="scener.v1", client="U", user="ada")))
    r, model = "r-scene", "ollama:deepseek-r1:32b"
    transcript = ref("9", "application/json")
    _append(events, LIFE, _of(r, e.RequestAccepted(kind="text", text="a room with a chair")))
    _append(events, LIFE, _of(r, e.AgentActed(action="generate_3d_scene", input="a room")))
    plan = e.SceneDecomposed(
        name="room", setting=Setting(), wishes=(WISH,), slots=("0/chair",), engine=model
    )
    wanted = e.AssetWanted(slot="0/chair", label="chair", prompt="a red chair", recipe=RECIPE)
    answered = e.ModelAnswered(
        stage="decompose", engine=model, said="{}", thought="стул", transcript=transcript
    )
    _append(events, LIFE, _of(r, plan, wanted, answered))
    place = ProposedPlace(node=WISH.id, x=1.25, z=-0.5, yaw=180.0)
    proposed = e.LayoutProposed(places=(place,), engine=model)
    answered = e.ModelAnswered(
        stage="compose", engine=model, said="{}", errors=("no",), tries=2, transcript=transcript
    )
    blocks = e.SceneBlockedOut(name="room", nodes=(_FLOOR, _CHAIR))
    _append(events, LIFE, _of(r, blocks, proposed, answered))
    return events


def reviewed() -> list[e.Event]:
    """A session whose plan was changed once, and then approved of; another one waits."""
    events: list[e.Event] = []
    _append(events, LIFE, _of(None, e.SessionOpened(protocol="scenestream.v2", user="ada")))
    r, words = "r-scene", "a room with a chair"
    asked = e.RequestAccepted(kind="text", text=words, review=True)
    _append(events, LIFE, _of(r, asked))
    _append(events, LIFE, _of(r, e.AgentActed(action="generate_3d_scene", input=words)))
    plan: dict[str, Any] = {"name": "room", "setting": Setting(), "engine": "rules"}
    held = e.SceneDecomposed(wishes=(WISH,), slots=("0/chair",), held=True, **plan)
    _append(events, LIFE, _of(r, held))
    _append(events, LIFE, _of(r, e.DecompositionChanged(text="ночью", command="c-1")))
    plan["setting"] = Setting(time="night")
    held = e.SceneDecomposed(wishes=(WISH,), slots=("0/chair",), held=True, **plan)
    _append(events, LIFE, _of(r, held))
    _append(events, LIFE, _of(r, e.DecompositionApproved(command="c-2")))
    told = e.SceneDecomposed(wishes=(WISH,), slots=("0/chair",), **plan)
    wanted = e.AssetWanted(slot="0/chair", label="chair", prompt="a red chair", recipe=RECIPE)
    _append(events, LIFE, _of(r, told, wanted))
    _append(events, LIFE, _of("r-waits", asked))
    _append(events, LIFE, _of("r-waits", e.AgentActed(action="generate_3d_scene", input=words)))
    _append(events, LIFE, _of("r-waits", held))
    return events


def geometry() -> list[e.Event]:
    """A batch of two pictures: one becomes a mesh, the other one shows nothing."""
    events: list[e.Event] = []
    _append(events, BATCH, _of(None, e.SessionOpened(protocol="geometry.v1", client="сцена 7")))
    _append(events, BATCH, _of("r-0", e.RequestAccepted(kind="geometry", text="стул"), REQUESTED))
    blank = REQUESTED.model_copy(update={"index": 1, "source": "/data/blank.png"})
    _append(events, BATCH, _of("r-1", e.RequestAccepted(kind="geometry", text="стул"), blank))
    made = e.GeometryGenerated(
        mesh=ref("b", GLB),
        size=(0.5, 1.0, 0.5),
        triangles=480,
        backend="sam3d",
        engine="greybox",
    )
    done = e.RequestCompleted(kind="unrelated_response", text="The mesh of стул is made.")
    _append(events, BATCH, _of("r-0", made, done))
    delivered = e.GeometryDelivered(of=RequestId("r-0"), path="/data/out/стул.glb")
    _append(events, BATCH, _of(None, delivered))
    failed = _failed(e.StageDeadLettered, stage="mesh", attempt=1)
    _append(events, BATCH, _of("r-1", failed, _failed(e.RequestFailed, stage="mesh")))
    return events


def provenance() -> list[e.Event]:
    """A session whose picture and mesh tell how they came to be."""
    events: list[e.Event] = []
    _append(events, LIFE, _of(None, e.SessionOpened(protocol="scener.v1", client="U", user="ada")))
    r, mesh = "r-chair", ref("b", GLB)
    _append(events, LIFE, _of(r, e.RequestAccepted(kind="text", text="a red chair")))
    _append(events, LIFE, _of(r, e.AgentActed(action="generate_3d_object", input="a red chair")))
    missed = {**_asset("0/object"), "prompt_by": "ollama:llama3.1"}
    _append(events, LIFE, _of(r, e.AssetMissed.model_validate(missed)))
    said = {"mesh": mesh, "size": RECIPE.size, "triangles": 480, "engine": "hunyuan3d"}
    made = e.MeshGenerated.model_validate({**_asset("0/object"), **said})
    recorded = e.ProvenanceRecorded(artifacts=(mesh,), provenance=MADE)
    _append(events, LIFE, _of(r, made, recorded))
    return events


def viewed() -> list[e.Event]:
    """A session in which somebody looked around."""
    events: list[e.Event] = []
    opened = e.SessionOpened(protocol="scenestream.v2", client="U", user="ada")
    _append(events, AGENT, _of(None, opened))
    nodes = tuple(COMPOSED.nodes.values())
    _append(events, AGENT, _of("v-room", e.RequestAccepted(kind="text", text="a room")))
    _append(events, AGENT, _of("v-room", e.SceneComposed(name="room", nodes=nodes)))
    _append(events, AGENT, _of("v-look", e.RequestAccepted(kind="text", text="look around")))
    chosen = nodes[0]
    changes = [
        e.ViewChanged(
            change="select", nodes=(chosen.id,), names=(chosen.name,), colors=("#ffcc00",)
        ),
        e.ViewChanged(change="toggle", nodes=(chosen.id,), names=(chosen.name,)),
        e.ViewChanged(change="camera", position=Vec3(y=4, z=-0.5), target=Vec3(y=0.5)),
        e.ViewChanged(change="frame", frame=10),
        e.ViewChanged(change="animation", playing=True),
        e.ViewChanged(change="reset_camera"),
    ]
    told = e.AgentReplied(text="Seen.")
    ended = e.RequestCompleted(kind="unrelated_response", text="Seen.")
    _append(events, AGENT, _of("v-look", *changes, told, ended))
    return events


def pointed() -> list[e.Event]:
    """A session in which somebody pointed at something."""
    events: list[e.Event] = []
    opened = e.SessionOpened(protocol="scenestream.v2", client="U", user="ada")
    _append(events, LIFE, _of(None, opened))
    _append(events, LIFE, _of(None, e.GestureMade(text='{"point": [0, 1]}', command="g-1")))
    return events


LIVES: Mapping[str, tuple[SessionId, list[e.Event]]] = {
    "life": (LIFE, life()),
    "fork": (FORK, fork()),
    "sealed": (FORK, sealed()),
    "agent": (AGENT, agent()),
    "advised": (LIFE, advised()),
    "reviewed": (LIFE, reviewed()),
    "geometry": (BATCH, geometry()),
    "provenance": (LIFE, provenance()),
    "viewed": (AGENT, viewed()),
    "pointed": (LIFE, pointed()),
}
"""By the golden folder's name: the session and its events, those before a fork included."""


def entries(events: Sequence[e.Event]) -> Iterator[dict[str, str]]:
    """The events as entries of the session's stream in Redis."""
    for event in events:
        yield {"id": event.id or "", "request": event.request or "", "e": encode(event)}


def read_entry(line: str, session: SessionId) -> e.Event:
    """The event of such an entry."""
    entry = json.loads(line)
    return decode(entry["e"], entry["id"], session, entry["request"])


def told(state: SessionState) -> dict[str, Any]:
    """What a state says, as a golden file holds it.

    Without the ways back and forth: how they are kept is the fold's own affair.
    """
    own = {"_parts", "changes", "undone"}
    document = _STATE.dump_python(state, mode="json", exclude=own)
    return {"digest": keyframe.digest(state.scene), "state": document}


BY_ID = {"nodes", "requests", "assets", "slots"}
"""Members whose own members are things, not statements: no more of them may be there later."""


def still_says(golden: Any, now: Any, member: str = "") -> bool:
    """Whether ``now`` says all that ``golden`` does. What later versions say beside that is theirs
    to say."""
    if isinstance(golden, dict) and isinstance(now, dict):
        same = golden.keys() == now.keys() if member in BY_ID else golden.keys() <= now.keys()
        return same and all(still_says(golden[key], now[key], key) for key in golden)
    if isinstance(golden, list) and isinstance(now, list):
        pairs = zip(golden, now, strict=False)
        return len(golden) == len(now) and all(still_says(a, b) for a, b in pairs)
    return bool(golden == now)
