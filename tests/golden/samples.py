"""One event of every type, with every member set to something: what the golden files are made of.

A new event type or version gets a sample here, then ``python -m tests.golden.write``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from schemas import events as e
from schemas.artifacts import GLB, PNG, WAV, ArtifactRef
from schemas.asset_parts import Lod
from schemas.decomposition import LightWish, ProposedPlace, Relation, RelationKind, Setting, Wish
from schemas.edits import Add, Move, Recolor, Relight, Remove, Replace, Reshape, Resize, Rotate
from schemas.errors import Category
from schemas.geometry_events import Sam3d
from schemas.ids import AssetId, EventId, NodeId, RequestId, SessionId
from schemas.model import Vec3
from schemas.provenance import ModelCard, Provenance
from schemas.recipe import Recipe
from schemas.scene import (
    AreaLight,
    Color,
    CubedSkybox,
    DirectionalLight,
    Dynamic,
    GradientSkybox,
    Node,
    PointLight,
    Primitive,
    SpotLight,
    SunSkybox,
    Vec4,
)
from schemas.session_events import Segment

AT = datetime(2026, 3, 1, 12, 30, 15, 250_000, tzinfo=UTC)
OAK = Color(r=0.6, g=0.4, b=0.2)
SKY = Color(r=0.5, g=0.75, b=1.0, a=0.5)
RECIPE = Recipe(
    noun="chair",
    label="red wooden chair",
    size=(0.5, 0.9, 0.5),
    color="#c02020",
    material="wood",
    seed=7,
)
UNKNOWN_THING = Recipe(label="сепулька", size=(1.0, 1.0, 1.0))
CHAIR = AssetId("3f0c3a52-6a0b-5e0e-9a39-3a1d1e7f4c11")
FAILED = {"category": Category.UNAVAILABLE, "code": "EngineAway", "message": "no answer; try again"}
WISH = Wish(id=NodeId("chair-1"), name="chair 1", slot="chair", recipe=RECIPE, prompt="a red chair")
ON_TABLE = Relation(kind=RelationKind.ON, subject=NodeId("cup"), targets=(NodeId("table"),))

OPPOSITE_DOOR = Relation(
    kind=RelationKind.OPPOSITE,
    subject=NodeId("chair-1"),
    targets=(NodeId("door"),),
    distance=2.5,
)


def ref(digit: str, media_type: str) -> ArtifactRef:
    """A reference to bytes that exist nowhere."""
    return ArtifactRef(sha256=digit * 64, size=1234, media_type=media_type)


REQUESTED = e.GeometryRequested(
    index=0,
    image=ref("c", PNG),
    source="/data/стул.png",
    prompt="стул",
    backend="sam3d",
    strict=True,
    sam3d=Sam3d(
        sam3_checkpoint="sam3.pt",
        sam3d_checkpoint="sam3d.ckpt",
        mode="object_description",
        object_description="a red chair",
        text_prompt="chair",
        threshold=0.25,
    ),
    scene_id="сцена 7",
    output_dir="/data/out",
    output_filename="стул.glb",
)

MADE = Provenance(
    kind="mesh",
    model=ModelCard(
        name="tencent/Hunyuan3D-2",
        revision="rev-1",
        licence="LicenseRef-Tencent-Hunyuan-3D-Community",
        licence_url="https://example.org/licence",
        commercial="conditions",
        conditions=("at most 1,000,000 monthly active users",),
        excluded=("EU", "GB", "KR"),
    ),
    engine="hunyuan3d:tencent/Hunyuan3D-2",
    prompt="стул",
    prompt_by="ollama:llama3.1",
    seed=7,
    parameters={"steps": 5, "turbo": True, "cuts": [0.5, None]},
    parents=(Provenance(kind="picture", sha256="c" * 64),),
    sha256="b" * 64,
    territory="US",
    version="0.1.0",
)
"""How a mesh came to be, with every member set."""


NODES = (
    Node(
        id=NodeId("table"),
        name="дубовый стол",
        position=Vec3(x=1.5, y=0.0, z=-2.25),
        rotation=Vec3(y=90.0),
        scale=Vec3(x=1.0, y=2.0, z=1.0),
        components=(Dynamic(id=CHAIR), Primitive(shape="cube", color=OAK)),
    ),
    Node(
        id=NodeId("lamp"),
        name="lamp",
        parent_id=NodeId("table"),
        components=(
            SpotLight(color=OAK, intensity=2.0, range=5.0, spot_angle=45.0, mode="baked"),
            PointLight(color=OAK, range=3.0, shadow_type="hard_shadows"),
            DirectionalLight(color=SKY, indirect_multiplier=0.5, mode="mixed"),
            AreaLight(color=SKY, shape="rectangle", range=2.0, width=1.0, height=0.5),
            AreaLight(color=SKY, shape="disk", range=2.0, radius=0.25),
        ),
    ),
)
GRADIENT = GradientSkybox(color1=SKY, color2=OAK, intensity=0.9, exponent=1.5)
SUN = SunSkybox(
    top_color=SKY,
    horizon_color=OAK,
    bottom_color=OAK,
    sun_color=SKY,
    sun_vector=Vec4(x=0.0, y=0.5, z=0.5),
)
CUBED = CubedSkybox(tint_color=SKY, exposure=1.2, rotation=30.0, cube_map="harbour")
EDITS = (
    Add(wishes=(WISH,), relations=(ON_TABLE,)),
    Remove(nodes=(NodeId("sofa"),)),
    Move(node=NodeId("cup"), relation=ON_TABLE),
    Move(node=NodeId("cup"), by=Vec3(x=-0.5)),
    Move(node=NodeId("chair-1"), relation=OPPOSITE_DOOR),
    Rotate(node=NodeId("chair-1"), degrees=45.0, facing=NodeId("table")),
    Resize(node=NodeId("table"), factor=1.5),
    Replace(node=NodeId("cup"), slot="glass", recipe=UNKNOWN_THING, prompt="a glass", name="glass"),
    Relight(time="night", lights=(LightWish(kind="point"),), brightness=0.5),
    Recolor(node=NodeId("floor"), color="#806040"),
    Reshape(size=(8.0, None, 6.5), factors=(1.0, 1.2, 1.0), by=(0.0, 0.0, -0.5)),
)
LODS = (Lod(mesh=ref("4", GLB), triangles=192), Lod(mesh=ref("5", GLB), triangles=57))
ASSET = {"slot": "0/chair", "label": "red wooden chair", "prompt": "one red wooden chair"}

SAMPLES: tuple[e.Data, ...] = (
    e.SessionOpened(protocol="scener.v1", client="UnityPlayer/2022.3", user="ada"),
    e.SessionForked(
        parent=SessionId("5d1d0b3e-6d5c-4a57-8f0e-2b8a0c9a7e10"),
        at=EventId("1772368215250-3"),
        continued={RequestId("r-1"): RequestId("r-9")},
        dropped=(RequestId("r-2"),),
        seed=7,
        engines={"mesh": "greybox"},
    ),
    e.SessionSealed(
        segments=(
            Segment(
                table=ref("c", "application/vnd.apache.parquet"),
                first=EventId("1772368215250-0"),
                last=EventId("1772368215250-9"),
                events=10,
            ),
        ),
        forked=e.SessionForked(parent=SessionId("p-1"), at=EventId("1772368215250-3")),
    ),
    e.SceneKeyframed(
        at=EventId("1772368215250-3"),
        state=ref("d", "application/vnd.scenestream.keyframe+json"),
        revision=2,
        scene="e" * 64,
    ),
    e.RequestAccepted(kind="text", text="создай комнату с красным стулом 🪑", review=True),
    e.RequestCompleted(kind="generate_3d_scene", text="Here it is.", result=EventId("7-0")),
    e.RequestFailed.model_validate({**FAILED, "stage": "mesh"}),
    e.RequestCancelled(reason="the person left"),
    e.LogGapFound(seen=EventId("1772368215250-3"), after=EventId("1772368215250-0")),
    e.RequestReopened(stage="asr", letter="asr/1772368215250-0", attempt=3),
    e.ClientFailed(status=500, text="NullReferenceException"),
    e.GestureMade(text='{"point": [0, 1, "там"]}', command="c-1"),
    e.SpeechCaptured(audio=ref("a", WAV)),
    e.SpeechTranscribed(
        text="create a room", confidence=0.5, language="en", engine="pocketsphinx", duration_s=2.5
    ),
    e.AgentThought(
        text="a whole scene is wanted",
        engine="rules",
        plan=(e.Planned(action="modify_3d_scene", input="add a лампа"),),
    ),
    e.AgentActed(action="generate_3d_scene", input="a room with a red chair", step=1),
    e.AgentObserved(
        step=1,
        text="scene.composed",
        goes_on=True,
        kind="generate_3d_scene",
        result=EventId("1772368215250-3"),
    ),
    e.AgentReplied(text="Delete it for good?", confirms="delete_asset", input="red chair"),
    e.ModelAnswered(
        stage="decompose",
        slot="1/chair",
        engine="ollama:deepseek-r1:32b",
        said='{"objects":[]}',
        thought="стул…",
        errors=("objects: there is none",),
        tries=2,
        used=False,
        tokens_in=1830,
        tokens_out=412,
        transcript=ref("9", "application/json"),
    ),
    e.PromptImproved(
        slot="0/chair", label="chair", prompt="one chair", recipe=RECIPE, engine="rules"
    ),
    e.SceneDecomposed(
        part=1,
        parts=2,
        step=1,
        name="office",
        setting=Setting(
            name="office",
            width=5.0,
            depth=4.0,
            height=2.5,
            floor_color="#806040",
            shape="l",
            walls=("back", "left"),
            raised=True,
        ),
        wishes=(WISH,),
        relations=(
            ON_TABLE,
            Relation(kind=RelationKind.IN_CENTER, subject=NodeId("table")),
            OPPOSITE_DOOR,
        ),
        lights=(LightWish(kind="spot", color="#ffeecc", intensity=1.5),),
        notes=("no walls were asked for",),
        slots=("1/chair",),
        engine="rules",
    ),
    e.DecompositionApproved(step=1, command="3f0c5a7e"),
    e.DecompositionChanged(step=1, text="без вазы", command="3f0c5a7f"),
    e.LayoutProposed(
        part=1,
        parts=2,
        step=1,
        places=(
            ProposedPlace(node=NodeId("chair-1"), x=1.25, z=-0.5, yaw=180.0),
            ProposedPlace(node=NodeId("table"), x=0.0, z=0.0),
        ),
        engine="ollama:deepseek-r1:32b",
    ),
    e.SceneBlockedOut(name="office", skybox=GRADIENT, nodes=NODES, step=1),
    e.SceneComposed(
        name="office",
        skybox=SUN,
        nodes=NODES,
        unmet=("the piano does not fit",),
        certificate={"overlaps": 0, "by": {"solver": "layout"}, "notes": [None, True, 1.5]},
    ),
    e.SceneSynced(part=0, parts=2, name="office", skybox=CUBED, nodes=NODES, digest="0f" * 8),
    e.EditPlanned(
        step=2, edits=EDITS, unmet=("no piano here",), slots=("2/chair", "2/glass"), engine="rules"
    ),
    e.ScenePatched(
        patch=({"op": "replace", "path": "/nodes/cup/name", "value": "glass"},),
        inverse=({"op": "replace", "path": "/nodes/cup/name", "value": "cup"},),
        summary="The cup is a glass now.",
        touched=("cup",),
        unmet=("the piano",),
        undoes=3,
        redoes=2,
        certificate={"version": 2, "collisions": 0, "bounds_margin": 0.25},
    ),
    e.AssetWanted.model_validate({**ASSET, "recipe": RECIPE}),
    e.AssetMatched(
        slot="0/chair",
        asset=CHAIR,
        label="chair",
        mesh=ref("b", GLB),
        recipe=RECIPE,
        score=0.75,
        lods=LODS,
        collider=ref("6", GLB),
    ),
    e.AssetRegistered(
        slot="0/сепулька",
        asset=CHAIR,
        label="сепулька",
        mesh=ref("b", GLB),
        recipe=UNKNOWN_THING,
        stand_in=True,
        engine="greybox",
        prompt="one сепулька",
        lods=LODS,
        collider=ref("6", GLB),
    ),
    e.AssetMissed.model_validate({**ASSET, "recipe": RECIPE, "prompt_by": "ollama:llama3.1"}),
    e.AssetFailed.model_validate({**FAILED, "slot": "0/chair", "stage": "image"}),
    e.AssetDeleted(name="red chair", assets=(CHAIR,)),
    e.LibraryCleared(count=12),
    e.ViewChanged(
        change="select",
        nodes=(NodeId("chair-1"),),
        names=("красный стул",),
        colors=("#ffcc00",),
        only=True,
    ),
    e.ImageGenerated.model_validate(
        {**ASSET, "image": ref("c", PNG), "recipe": RECIPE, "engine": "greybox", "seed": 7}
    ),
    e.MeshGenerated.model_validate(
        {
            **ASSET,
            "mesh": ref("b", GLB),
            "recipe": RECIPE,
            "size": (0.5, 0.9, 0.5),
            "triangles": 480,
            "engine": "greybox",
            "lods": LODS,
            "watertight": True,
            "fit": "stretched",
            "mended": ("12 flat triangles were left out",),
            "collider": ref("6", GLB),
        }
    ),
    e.ProvenanceRecorded(artifacts=(ref("b", GLB), ref("5", GLB)), provenance=MADE),
    e.StageRetried.model_validate({**FAILED, "stage": "image", "attempt": 1, "due": AT}),
    e.StageDeadLettered.model_validate({**FAILED, "stage": "image", "attempt": 5}),
    REQUESTED,
    e.GeometryGenerated(
        mesh=ref("b", GLB),
        size=(0.5, 1.0, 0.5),
        triangles=480,
        backend="sam3d",
        engine="greybox",
        watertight=False,
        mended=("a texture was made smaller",),
    ),
    e.GeometryDelivered(of=RequestId("r-1"), path="/data/out/стул.glb"),
    e.ProgressReported(
        stage="mesh", label="chair", fraction=0.25, consumer="mesh-1", preview=ref("4", PNG)
    ),
    e.TokenEmitted(stage="agent", text="стул and a table", thought=True),
    e.BroadcastSent(
        id="b-1", text="We restart at noon — save", user="ada", everybody=True, from_operator=True
    ),
    e.CompanyChanged(sessions=("0123456789abcdef0123456789abcdef",)),
)


def events() -> Mapping[str, e.Event]:
    """A full envelope around each sample, by the golden file's name without its ending."""
    return {
        f"{data.type}.v{data.v}": e.Event(
            session=SessionId("5d1d0b3e-6d5c-4a57-8f0e-2b8a0c9a7e10"),
            request=RequestId("r-1"),
            cause=EventId("1772368215250-3"),
            at=AT,
            by="mesh-1@host",
            took_ms=12.5,
            trace="00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            data=data,
        )
        for data in SAMPLES
    }
