"""Steps without engines: what each stage would commit, at once, for requests whose words say what
they want ("scene 5": a scene of five assets, "edit 1", "object", "hello").
"""

from __future__ import annotations

from typing import Any

from schemas import events as e
from schemas.artifacts import GLB, PNG, ArtifactRef
from schemas.decomposition import Setting
from schemas.flow import Stage, object_slot
from schemas.ids import AssetId
from schemas.recipe import Recipe
from streams.codec import decode
from streams.commit import Commit, Committed, Taken
from streams.lease import Leases
from streams.log import Log, envelopes

CHAIR = Recipe(noun="chair", label="chair", size=(0.5, 0.9, 0.5))
BYTES = "0" * 64


def outcome(stage: Stage, task: str, data: e.Data) -> tuple[e.Data, ...]:
    """The payloads that a stage's ``task`` on ``data`` leads to."""
    slot = str(getattr(data, "slot", ""))
    match str(stage), task:
        case "agent", "decide":
            return _decided(data)
        case "agent", "observe":
            return (e.RequestCompleted(kind="unrelated_response", text="done"),)
        case "decompose", _:
            slots = _slots(data)
            scene = e.SceneDecomposed(
                name="s", setting=Setting(name="room"), wishes=(), slots=slots, engine="plain"
            )
            return (scene, *map(_wanted, slots))
        case "patch", "plan":
            slots = _slots(data)
            return (e.EditPlanned(edits=(), slots=slots, engine="plain"), *map(_wanted, slots))
        case "patch", "apply":
            return (e.ScenePatched(patch=(), inverse=(), summary="s"),)
        case "compose", "block_out":
            return (e.SceneBlockedOut(name="s", nodes=()),)
        case "compose", "compose":
            return (e.SceneComposed(name="s", nodes=()),)
        case "prompt", _:
            slot = slot or object_slot(0)
            return (e.PromptImproved(slot=slot, **_NAMED, engine="plain"),)
        case "library", "find":
            return (e.AssetMissed(slot=slot, **_NAMED),)
        case "image", _:
            picture = ArtifactRef(sha256=BYTES, size=1, media_type=PNG)
            return (e.ImageGenerated(slot=slot, **_NAMED, image=picture, engine="plain"),)
        case "mesh", _:
            mesh = ArtifactRef(sha256=BYTES, size=1, media_type=GLB)
            made = e.MeshGenerated(
                slot=slot, **_NAMED, mesh=mesh, size=(1, 1, 1), triangles=1, engine="plain"
            )
            return (made,)
        case "library", "register":
            mesh = ArtifactRef(sha256=BYTES, size=1, media_type=GLB)
            asset = AssetId("a")
            kept = e.AssetRegistered(slot=slot, asset=asset, **_NAMED, mesh=mesh, engine="plain")
            return (kept,)
        case unexpected:
            raise AssertionError(unexpected)


_NAMED: dict[str, Any] = {"label": "chair", "prompt": "chair", "recipe": CHAIR}


def _decided(data: e.Data) -> tuple[e.Data, ...]:
    text = str(getattr(data, "text", ""))
    actions: dict[str, e.Action] = {
        "scene": "generate_3d_scene",
        "edit": "modify_3d_scene",
        "object": "generate_3d_object",
    }
    action = actions.get(text.split()[0])
    if action is None:
        return (e.RequestCompleted(kind="unrelated_response", text="hello"),)
    return (e.AgentThought(text="hm", engine="plain"), e.AgentActed(action=action, input=text))


def _slots(data: e.Data) -> tuple[str, ...]:
    count = int(str(getattr(data, "input", "x 1")).split()[1])
    return tuple(f"0/asset {n}" for n in range(count))


def _wanted(slot: str) -> e.AssetWanted:
    return e.AssetWanted(slot=slot, **_NAMED)


async def step(log: Log, taken: Taken, consumer: str) -> Committed:
    """Commit the outcome of ``taken``."""
    data = decode(taken.body, taken.event_id, taken.session).data
    payloads = outcome(taken.stage, taken.task, data)
    events = envelopes(payloads, taken.session, taken.request, taken.event_id, consumer)
    return await log.commit(
        Commit(taken.session, taken.request, taken.mark, tuple(events), taken, consumer)
    )


async def drain(log: Log, leases: Leases, most_steps: int = 10_000) -> int:
    """Run steps until there is no more work, or ``most_steps``; how many were run."""
    done = 0
    while done < most_steps:
        taken = await leases.take(min(5, most_steps - done), reclaim=True)
        if not taken:
            break
        for one in taken:
            await step(log, one, leases.consumer)
            leases.release(one)
            done += 1
    return done
