"""Mesh models through the whole product: real processes that find the stand-ins for their packages.

While the machine's ``hold`` file is there, a model waits in its second step of sampling.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
from pathlib import Path

import pytest

from schemas import events as e
from schemas.flow import Stage
from schemas.ids import SessionId
from streams.connection import connect
from streams.log import Log
from tests.acceptance.stack import Up, cli, up
from tests.acceptance.unity import dynamic_ids, unity
from tests.gltf.validator import validate
from tests.sculptors import Machine

OTHERS = ",".join(["gateway", *(stage for stage in Stage if stage is not Stage.MESH)])
LEASE = {"SCENESTREAM_LEASE_S": "2"}


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """One that could run all three."""
    folder = tmp_path / "machine"
    folder.mkdir()
    ready = Machine(folder)
    ready.has_trellis()
    ready.has_trellis2()
    ready.has_hunyuan()
    ready.has_gpu()
    return ready


async def sampling(machine: Machine, times: int = 1) -> list[int]:
    """Wait until a model was in its second step so often; the processes that were."""
    async with asyncio.timeout(60):
        while True:
            steps = [call for call in machine.calls("step") if call["number"] == 1]
            if len(steps) >= times:
                return [int(step["pid"]) for step in steps]
            await asyncio.sleep(0.02)


async def meshes(stack: Up, session: str) -> list[e.MeshGenerated]:
    log = Log(await connect(stack.redis))
    events = await log.read(SessionId(session))
    await log.close()
    return [event.data for event in events if isinstance(event.data, e.MeshGenerated)]


async def previews(stack: Up) -> int:
    """How many times clients were shown how a thing looks by now."""
    log = Log(await connect(stack.redis))
    rows = await log.redis.xrange(log.keys.feed)
    await log.close()
    told = [json.loads(fields["e"]) for _, fields in rows]
    return sum(1 for e in told if e["type"] == "progress.reported" and "preview" in str(e))


@pytest.mark.parametrize("kind", ["trellis", "trellis2", "hunyuan3d"])
async def test_a_scenes_meshes_come_from_the_model(
    tmp_path: Path, machine: Machine, kind: str
) -> None:
    env = {**machine.env, "SCENESTREAM_TERRITORY": "US"}
    with up(tmp_path, "--engine", f"mesh={kind}", "--workers", "1", **env) as stack:
        async with unity(stack.ws) as client:
            document, glbs = await client.scene("a room with a red chair and a wooden table")
            made = await meshes(stack, client.session)
    assert dynamic_ids(document) == set(glbs)
    assert len(glbs) == 2
    assert {mesh.engine.partition(":")[0] for mesh in made} == {kind}
    for glb in glbs.values():
        assert validate(glb).errors == 0
        assert b"scenestream" in glb
    what = {"trellis": "trellis.to_glb", "trellis2": "o_voxel.to_glb", "hunyuan3d": "hy3dgen.paint"}
    assert len(machine.calls(what[kind])) == 2


async def test_cancelled_in_the_middle_of_sampling_it_stops_at_a_step(
    tmp_path: Path, machine: Machine
) -> None:
    machine.hold.touch()
    env = {**machine.env, "STANDIN_STEP_S": "0.25"}  # of 24 steps: 6 s
    with up(tmp_path, "--engine", "mesh=trellis", "--workers", "1", **env) as stack:
        async with unity(stack.ws) as client:
            await client.send(type="text", text="a red chair")
            await sampling(machine)
            done = await asyncio.to_thread(cli, tmp_path, "cancel", client.session)
            assert done.returncode == 0, done.stderr
            frame = await client.answer()
            assert (frame.type, "was cancelled" in frame.text) == ("error", True)
            machine.hold.unlink()
            _, glbs = await client.scene("a room with a wooden table")
            made = await meshes(stack, client.session)
        assert await previews(stack) > 3
    assert len(glbs) == len(made) == 1
    assert len(machine.calls("trellis.run")) == 2
    assert len(machine.calls("trellis.to_glb")) == 1
    steps = [call["number"] for call in machine.calls("step")]
    whole = [*range(12), *range(12)]
    assert steps[-24:] == whole
    # Of the cancelled one the step that it was in, and those before it heard.
    assert steps[:-24] == whole[: len(steps) - 24]
    assert len(steps) < 24 + 6


async def test_a_consumer_that_dies_in_the_middle_of_sampling_has_it_done_once_elsewhere(
    tmp_path: Path, machine: Machine
) -> None:
    machine.hold.touch()
    mesh = ("--only", "mesh", "--engine", "mesh=trellis", "--workers", "1")
    with up(tmp_path, "--only", OTHERS, "--workers", "2", **LEASE) as rest:
        env = {**machine.env, **LEASE, "REDIS_URL": rest.redis}
        async with unity(rest.ws) as client:
            with up(tmp_path / "a", *mesh, **env) as first:
                await client.send(type="text", text="a red chair")
                await sampling(machine)
                first.kill()
            machine.hold.unlink()
            with up(tmp_path / "b", *mesh, **env):
                frame = await client.answer()
                made = await meshes(rest, client.session)
    assert frame.type == "generate_3d_object", frame.text
    assert len(made) == 1
    runs = machine.calls("trellis.run")
    assert len({run["pid"] for run in runs}) == len(runs) == 2
    assert runs[0]["seed"] == runs[1]["seed"]
    assert len(machine.calls("trellis.to_glb")) == 1


async def test_an_engine_process_that_is_killed_while_sampling_is_replaced(
    tmp_path: Path, machine: Machine
) -> None:
    machine.hold.touch()
    with up(tmp_path, "--engine", "mesh=trellis2", "--workers", "1", **machine.env) as stack:
        async with unity(stack.ws) as client:
            await client.send(type="text", text="a red chair")
            (pid,) = await sampling(machine)
            machine.hold.unlink()
            os.kill(pid, signal.SIGKILL)
            frame = await client.answer()
            made = await meshes(stack, client.session)
    assert frame.type == "generate_3d_object", frame.text
    assert len(made) == 1


async def test_a_device_that_is_lost_costs_one_try(tmp_path: Path, machine: Machine) -> None:
    """The process that lost it ends, and the step is tried again in one that starts anew."""
    fault = machine.folder / "fault"
    fault.write_text("lost")
    env = {**machine.env, "STANDIN_FAULT_ONCE": str(fault)}
    with up(tmp_path, "--engine", "mesh=trellis", "--workers", "1", **env) as stack:
        async with unity(stack.ws) as client:
            frame = await client.ask("a red chair")
            made = await meshes(stack, client.session)
    assert frame.type == "generate_3d_object", frame.text
    assert len(made) == 1
    assert len({run["pid"] for run in machine.calls("trellis.run")}) == 2


def test_up_refuses_an_engine_that_can_not_run_with_what_is_missing(
    tmp_path: Path, machine: Machine
) -> None:
    nobody = cli(tmp_path, "up", "--port", "0", "--engine", "mesh=hunyuan3d", **machine.env)
    assert nobody.returncode != 0
    assert "SCENESTREAM_TERRITORY" in nobody.stderr
    small = cli(
        tmp_path, "up", "--port", "0", "--engine", "mesh=trellis2",
        **machine.env, STANDIN_CUDA_MIB="16000",
    )  # fmt: skip
    assert small.returncode != 0
    assert "it needs 22500 MiB of GPU memory and the device has 16000" in small.stderr
