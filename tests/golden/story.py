"""One session from its first frame to its second edit: what the golden session is made of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from schemas import events as e
from schemas.artifacts import GLB
from schemas.decomposition import Setting
from schemas.ids import EventId, NodeId, RequestId, SessionId
from schemas.model import Vec3
from schemas.patch import between
from schemas.scene import Dynamic, Node, Primitive, Scene
from tests.golden.samples import AT, CHAIR, GRADIENT, OAK, RECIPE, WISH, ref

_BLOCK = Primitive(shape="cube", color=OAK)
_FLOOR = Node(id=NodeId("floor"), name="floor", components=(_BLOCK,), scale=Vec3(x=5, y=0.1, z=4))
_CHAIR_NODE = Node(
    id=NodeId("chair-1"),
    name="chair 1",
    position=Vec3(x=0.5, z=1.25),
    rotation=Vec3(y=180),
    components=(Dynamic(id=CHAIR),),
)
_CUSHION = Node(
    id=NodeId("cushion"), name="подушка", parent_id=NodeId("chair-1"), position=Vec3(y=0.45)
)
_MOVED = _CHAIR_NODE.model_copy(update={"position": Vec3(x=-1.5, z=1.25)})


def _steps() -> Iterator[tuple[str | None, e.Data]]:
    first, second = "r-1", "r-2"
    composed = Scene.of("office", [_FLOOR, _CHAIR_NODE, _CUSHION], GRADIENT)
    moved = Scene.of("office", [_FLOOR, _MOVED, _CUSHION], GRADIENT)
    emptied = Scene.of("office", [_FLOOR, _MOVED], GRADIENT)
    yield None, e.SessionOpened(protocol="scener.v1", client="UnityPlayer/2022.3")
    yield first, e.RequestAccepted(kind="text", text="офис с красным стулом")
    yield first, e.AgentThought(text="a whole scene is wanted", engine="rules")
    yield first, e.AgentActed(action="generate_3d_scene", input="офис с красным стулом")
    yield (
        first,
        e.SceneDecomposed(
            name="office", setting=Setting(), wishes=(WISH,), slots=("0/chair",), engine="rules"
        ),
    )
    block = _CHAIR_NODE.model_copy(update={"components": (_BLOCK,)})
    yield first, e.SceneBlockedOut(name="office", skybox=GRADIENT, nodes=(_FLOOR, block))
    yield (
        first,
        e.AssetRegistered(
            slot="0/chair",
            asset=CHAIR,
            label="red wooden chair",
            mesh=ref("b", GLB),
            recipe=RECIPE,
            engine="greybox",
            prompt="one red wooden chair",
        ),
    )
    whole = tuple(composed.nodes.values())
    for part, nodes in enumerate((whole[:2], whole[2:])):
        yield (
            first,
            e.SceneComposed(part=part, parts=2, name="office", skybox=GRADIENT, nodes=nodes),
        )
    yield first, e.RequestCompleted(kind="generate_3d_scene", text="Here is an office.")
    yield second, e.RequestAccepted(kind="text", text="move the chair left, lose the cushion")
    yield second, e.AgentActed(action="modify_3d_scene", input="move the chair left")
    patches = between(composed, moved), between(moved, emptied)
    inverses = between(emptied, moved), between(moved, composed)
    for part, (patch, inverse) in enumerate(zip(patches, inverses, strict=True)):
        yield (
            second,
            e.ScenePatched(
                part=part,
                parts=2,
                patch=tuple(patch),
                inverse=tuple(inverse),
                summary="The chair stands to the left.",
                touched=("chair-1",),
            ),
        )
    yield second, e.RequestCompleted(kind="modify_3d_scene", text="The chair stands to the left.")


def session() -> list[e.Event]:
    """The session's events, as its log has them."""
    return [
        e.Event(
            id=EventId(f"1772368215250-{n}"),
            session=SessionId("5d1d0b3e-6d5c-4a57-8f0e-2b8a0c9a7e10"),
            request=RequestId(request) if request else None,
            at=AT + timedelta(seconds=n),
            data=data,
        )
        for n, (request, data) in enumerate(_steps())
    ]
