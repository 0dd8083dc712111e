"""Facts of the log as messages of ``scenestream.v2``.

What does not belong here: when they are told (``show``).
"""

from __future__ import annotations

from collections.abc import Iterator

from gateway.v2.naming import command_of
from schemas import events as e
from schemas import wire_v2_pb2 as pb
from schemas.artifacts import ArtifactRef
from schemas.ids import SessionId
from schemas.state import Asset, RequestState


def asset_message(asset: Asset) -> pb.Asset:
    """A mesh, without its place."""
    return reference(asset.id, asset.mesh, asset.label)


def picture_message(data: e.ImageGenerated) -> pb.Asset:
    """A picture, without its place; its id is its hash."""
    return reference(data.image.sha256, data.image, data.label)


def reference(asset: str, ref: ArtifactRef, label: str) -> pb.Asset:
    """Bytes under the id ``asset``, without their place."""
    return pb.Asset(
        id=asset, sha256=ref.sha256, size=ref.size, media_type=ref.media_type, label=label
    )


def told_again(session: SessionId, request: RequestState) -> Iterator[pb.ServerFrame]:
    """That ``request`` is there, and its end if it has one: for a client whose connection ended
    before it heard of them."""
    accepted = pb.Accepted(text=request.text, command=command_of(session, request.id))
    yield pb.ServerFrame(request=request.id, accepted=accepted)
    frame = pb.ServerFrame(request=request.id)
    if request.completed is not None:
        frame.completed.kind, frame.completed.text = request.completed.kind, request.completed.text
        yield frame
    elif request.failure is not None:
        tell_failure(frame.failed, request.failure)
        yield frame
    elif not request.is_open:
        frame.cancelled.SetInParent()
        yield frame


def tell_failure(told: pb.Failed, data: e.RequestFailed) -> None:
    """Why a request came to nothing."""
    told.category, told.code = data.category, data.code
    told.message, told.stage = data.message, data.stage


def view_message(data: e.ViewChanged) -> pb.View:
    """A change of the view, in the canonical frame."""
    told = pb.View()
    match data.change:
        case "select" | "toggle" as change:
            chosen = told.select if change == "select" else told.toggle
            chosen.SetInParent()
            chosen.nodes.extend(data.nodes)
            chosen.names.extend(data.names)
            chosen.colors.extend(_color(color) for color in data.colors)
            chosen.only = data.only
        case "camera":
            at, to = data.position, data.target
            told.camera.position.CopyFrom(pb.Vec3(x=at.x, y=at.y, z=at.z))
            told.camera.target.CopyFrom(pb.Vec3(x=to.x, y=to.y, z=to.z))
        case "reset_camera":
            told.reset_camera = True
        case "frame":
            told.frame = data.frame
        case "animation":
            told.playing = data.playing
    return told


def _color(text: str) -> pb.Color:
    r, g, b = (int(text[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return pb.Color(r=r, g=g, b=b, a=1.0)


def tell_plan(told: pb.Decomposed, request: RequestState) -> None:
    """What a scene is to be made of."""
    plan = request.decomposition
    told.SetInParent()
    if plan is None:
        return
    told.name = plan.name
    told.notes.extend(plan.notes)
    for wish in plan.wishes:
        width, height, depth = wish.recipe.size
        told.items.append(
            pb.Decomposed.Item(
                node=wish.id,
                name=wish.name,
                prompt=wish.prompt,
                size=pb.Vec3(x=width, y=height, z=depth),
            )
        )


def tell_revision(told: pb.Revised, data: e.SceneComposed | e.ScenePatched) -> None:
    """How the scene came to its new revision."""
    told.SetInParent()
    told.unmet.extend(data.unmet)
    if isinstance(data, e.SceneComposed):
        told.how, told.summary = "composed", data.name
    else:
        told.how, told.summary = "patched", data.summary
        told.touched.extend(data.touched)
