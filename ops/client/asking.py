"""One wish over ``scenestream.v2`` by the Python client, and what came of it, for the command line.

Errors are the product's: what the server or the client says, in its category.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from gateway.sdk.python.scenestream_client import (
    Answer,
    AsyncClient,
    Dropped,
    Event,
    Mirror,
    Notice,
    Rejoined,
    Request,
    RequestCancelled,
    RequestFailed,
    SceneClientError,
    ServerError,
    pb,
)
from ops.client.v1 import GatewayUnreachable
from schemas import wire_v2_pb2 as wire
from schemas.errors import Category, ScenestreamError
from schemas.scene import Scene
from schemas.scene_v2 import read_nodes, read_skybox

MODEL, PICTURE = ".glb", ".png"
SCENES = ("generate_3d_scene", "modify_3d_scene")


class GatewayRefused(ScenestreamError):
    """The gateway did not take it; its own words say why."""

    def __init__(self, told: ServerError) -> None:
        super().__init__(f"{told} ({told.code})")
        known = told.category in list(Category)
        self.category = Category(told.category) if known else Category.INTERNAL


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a request is, for people. ``done`` of ``total`` assets; 0 of 0: it has none by now.
    ``eta_s``: seconds until its end, 0 for not known."""

    doing: str = "waiting for its turn"
    done: int = 0
    total: int = 0
    eta_s: float = 0.0

    def after(self, event: Event) -> Standing:
        """How far it is after ``event`` of the same request."""
        match event.what:
            case pb.Accepted(ahead=ahead, estimate_s=estimate):
                doing = f"waiting for {ahead} before it" if ahead else "heard"
                return replace(self, doing=doing, eta_s=estimate)
            case pb.Transcript(text=text):
                return replace(self, doing=f"heard “{text}”")
            case pb.Thinking(text=text):
                return replace(self, doing=text or self.doing)
            case pb.ToolCall(action=action, estimate_s=estimate):
                doing = action.replace("_", " ")
                return replace(self, doing=doing, done=0, total=0, eta_s=estimate or self.eta_s)
            case pb.Decomposed(items=items):
                return replace(self, doing=f"laying out {len(items)} things")
            case pb.BlockedOut(objects=objects):
                return replace(self, doing=f"{objects} blocks stand")
            case pb.AssetReady(label=label, done=done, total=total):
                return replace(self, doing=label, done=done, total=total)
            case pb.AssetFailed(label=label, done=done, total=total):
                return replace(self, doing=f"{label} failed", done=done, total=total)
            case pb.Retried(stage=stage, attempt=attempt):
                return replace(self, doing=f"{stage} again, try {attempt + 1}")
            case pb.Progress(stage=stage, label=label, done=done, total=total, eta_s=eta):
                doing = f"{stage}: {label}" if label else stage
                total = max(total, self.total)
                return Standing(doing, max(done, self.done if total else 0), total, eta)
            case _:
                return self

    def noticed(self, notice: Notice) -> Standing:
        """How far it is as the connection ended, or came back."""
        match notice:
            case Dropped():
                return replace(self, doing="the connection ended; reconnecting")
            case Rejoined():
                return replace(self, doing="connected again")
            case _:
                return self


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a wish. ``text``: what people are told; ``end``: the answer, None where it was
    an error's; ``code``: the error's."""

    text: str
    end: Answer | None = None
    code: str = ""
    category: str = ""


async def outcome(request: Request) -> Outcome:
    """Wait for it. Raises what is no end of the request: ``SceneClientError``."""
    try:
        answer = await request.answer()
    except RequestFailed as failed:
        return Outcome(failed.message, code=failed.code, category=failed.category)
    except RequestCancelled as cancelled:
        return Outcome(str(cancelled), code=type(cancelled).__name__)
    return Outcome(answer.text, answer)


@contextmanager
def in_our_words() -> Iterator[None]:
    """Raises the client's errors as the product's: ``GatewayUnreachable``, ``GatewayRefused``."""
    try:
        yield
    except ServerError as refused:
        raise GatewayRefused(refused) from refused
    except SceneClientError as away:
        raise GatewayUnreachable(str(away)) from away


def scene_of(mirror: Mirror) -> Scene:
    """The canonical scene that a client shows."""
    nodes = [wire.Node.FromString(node.SerializeToString()) for node in mirror.nodes.values()]
    sky = mirror.skybox
    told = wire.Skybox.FromString(sky.SerializeToString()) if sky is not None else None
    return Scene.of(mirror.name, read_nodes(nodes), read_skybox(told) if told else None)


async def brought(client: AsyncClient, answer: Answer) -> dict[str, bytes]:
    """The files that an answer is about, by name: a scene's meshes, or what was asked for."""
    wanted = [answer.asset] if answer.asset else []
    if answer.kind in SCENES:
        wanted = sorted(scene_of(client.scene).assets())
    found = {}
    for asset in wanted:
        kind = PICTURE if client.scene.assets[asset].media_type.startswith("image/") else MODEL
        found[f"{asset}{kind}"] = await client.asset(asset)
    return found
