"""Pictures of diffusers through the whole product: real processes and packages, a tiny model."""

from __future__ import annotations

import asyncio
import io
import signal
from contextlib import ExitStack
from pathlib import Path

import pytest
from PIL import Image

from schemas import events as e
from schemas.flow import Stage
from schemas.ids import SessionId
from streams.artifacts import ArtifactStore
from streams.connection import connect
from streams.log import Log
from tests.acceptance.stack import Up, cli, up
from tests.acceptance.unity import unity

OTHERS = ",".join(["gateway", *(stage for stage in Stage if stage is not Stage.IMAGE)])
FEW, ENDLESS = {"SCENESTREAM_IMAGE": "steps=4 batch=2"}, {"SCENESTREAM_IMAGE": "steps=500 size=512"}
NAME = "diffusers:tiny-sd3"

pytestmark = pytest.mark.timeout(480)


@pytest.fixture
def engine(sd3: Path) -> str:
    return f"image=diffusers:{sd3}"


async def events(stack: Up, session: str) -> list[e.Data]:
    log = Log(await connect(stack.redis))
    found = await log.read(SessionId(session))
    await log.close()
    return [event.data for event in found]


async def denoising(stack: Up) -> e.ProgressReported:
    """Wait for the first word of a picture that is being drawn, with a preview of it."""
    log = Log(await connect(stack.redis))
    try:
        async with asyncio.timeout(120):
            async for entry in log.feed("0-0"):
                told = entry.event.data
                if isinstance(told, e.ProgressReported) and told.stage == "image" and told.preview:
                    return told
    finally:
        await log.close()
    raise AssertionError("the feed ended")


async def test_a_picture_and_a_mesh_of_one_are_made_and_accounted_for(
    tmp_path: Path, engine: str
) -> None:
    with up(tmp_path, "--engine", engine, "--workers", "1", **FEW) as stack:
        async with unity(stack.ws) as client:
            shown = await client.ask("draw a picture of a cat")
            thing = await client.ask("make a red chair")
            told = await events(stack, client.session)
    assert (shown.type, shown.status) == ("generate_image", 200)
    assert Image.open(io.BytesIO(shown.assets[0].data)).size == (64, 64)
    # A mesh of noise, or that there is no outline in it: either is an answer.
    assert thing.type == "generate_3d_object" or "background" in thing.text, thing.text
    drawn = [data for data in told if isinstance(data, e.ImageGenerated)]
    assert {image.engine for image in drawn} == {NAME}
    made = next(data for data in told if isinstance(data, e.ProvenanceRecorded)).provenance
    assert made.model is not None
    assert made.model.revision.startswith("sha256:")
    assert (made.engine, made.parameters["steps"]) == (NAME, 4)


async def test_previews_come_and_a_cancelled_picture_stops_at_a_step(
    tmp_path: Path, engine: str
) -> None:
    with up(tmp_path, "--engine", engine, "--workers", "1", **ENDLESS) as stack:
        async with unity(stack.ws) as client:
            await client.send(type="text", text="draw a picture of a cat")
            told = await denoising(stack)
            assert told.fraction < 0.9
            assert told.preview is not None
            preview = ArtifactStore((tmp_path / "artifacts").as_uri()).get(told.preview)
            assert Image.open(io.BytesIO(preview)).size == (256, 256)
            done = await asyncio.to_thread(cli, tmp_path, "cancel", client.session)
            assert done.returncode == 0, done.stderr
            frame = await client.answer()
            assert (frame.type, "was cancelled" in frame.text) == ("error", True)
            assert (await client.ask("is there a chair?")).type == "unrelated_response"
            after = await events(stack, client.session)
    assert not any(isinstance(data, e.ImageGenerated) for data in after)


async def test_told_to_stop_in_the_middle_it_hands_the_picture_over(
    tmp_path: Path, engine: str
) -> None:
    image = ("--only", "image", "--engine", engine, "--workers", "1")
    brief = {"SCENESTREAM_DRAIN_S": "0.5"}
    with up(tmp_path, "--only", OTHERS, "--workers", "1") as rest:
        redis = {"REDIS_URL": rest.redis}
        with ExitStack() as ups:
            first = ups.enter_context(up(tmp_path / "a", *image, **redis, **ENDLESS, **brief))
            async with unity(rest.ws) as client:
                await client.send(type="text", text="draw a picture of a cat")
                await denoising(rest)
                assert await asyncio.to_thread(first.stop, signal.SIGTERM) == 0
                # Beside this loop, which the client needs to stay connected.
                second = up(tmp_path / "b", *image, **redis, **FEW)
                await asyncio.to_thread(ups.enter_context, second)
                frame = await client.answer()
                told = await events(rest, client.session)
    assert frame.type == "generate_image", frame.text
    assert len([data for data in told if isinstance(data, e.ImageGenerated)]) == 1


async def test_two_that_load_at_once_share_what_waits(tmp_path: Path, engine: str) -> None:
    with up(tmp_path, "--engine", engine, "--workers", "2", **FEW) as stack:
        async with unity(stack.ws) as one, unity(stack.ws) as other:
            asked = (one.ask("draw a picture of a cat"), other.ask("draw a picture of a vase"))
            frames = await asyncio.gather(*asked)
    assert [frame.type for frame in frames] == ["generate_image", "generate_image"]


def test_a_model_that_is_not_here_is_said_at_the_start(tmp_path: Path) -> None:
    engine = "image=diffusers:stabilityai/stable-diffusion-3.5-medium"
    env = {"HF_HUB_CACHE": str(tmp_path / "hub")}
    said = cli(tmp_path, "up", "--port", "0", "--engine", engine, **env)
    assert said.returncode != 0
    assert "its weights are not on this machine" in said.stderr
    doctor = cli(tmp_path, "doctor", **env)
    assert "--engine image=diffusers:" in doctor.stdout
