"""Meshes of engines at the gate: mended, made once more with another seed, or refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from consumers.assets.errors import AssetRefused
from consumers.assets.limits import AssetLimits
from consumers.assets.writing import write
from consumers.greybox.card import GREYBOX
from consumers.handler import Context, Watch
from consumers.mesh.engine_errors import BrokenMesh
from consumers.mesh.gated import gated
from consumers.mesh.handler import Make, Reconstruct
from consumers.mesh.port import Made, Wish
from schemas.artifacts import PNG
from schemas.events import (
    Event,
    GeometryGenerated,
    GeometryRequested,
    ImageGenerated,
    MeshGenerated,
    ProvenanceRecorded,
)
from schemas.ids import RequestId, SessionId
from streams.artifacts import ArtifactStore
from tests.glbs import of, png, sphere
from tests.golden.samples import AT, RECIPE

POINTS, FACES = sphere(40, 60)
FINE = write(of(POINTS, FACES))
NOWHERE = write(of(np.where(POINTS > 0.2, 1e9, POINTS), FACES))


class Kiln:
    """Makes of each seed what it was given for it, and notes the seeds."""

    name = "kiln"
    card = GREYBOX

    def __init__(self, make: Callable[[int], bytes]) -> None:
        self.make, self.seeds = make, list[int]()

    def sculpt(self, wish: Wish, watch: Watch) -> Made:
        self.seeds.append(wish.seed)
        return Made(self.make(wish.seed), (1.0, 1.0, 1.0), 2)


@pytest.fixture
def context(tmp_path: Path) -> Context:
    store = ArtifactStore(tmp_path.as_uri())
    return Context(store, None, lambda *_: None, lambda: False)


def event(data: ImageGenerated | GeometryRequested) -> Event:
    return Event(
        session=SessionId("s"), request=RequestId("r"), cause=None, at=AT, by="x", took_ms=0.0,
        trace="", data=data,
    )  # fmt: skip


def drawn(context: Context) -> Event:
    picture = context.artifacts.put(png(), PNG)
    data = ImageGenerated(
        slot="0/chair", label="chair", prompt="a chair", image=picture, recipe=RECIPE,
        engine="other", seed=4,
    )  # fmt: skip
    return event(data)


def test_a_mesh_is_made_again_with_another_seed_when_it_can_not_be_used(context: Context) -> None:
    kiln = Kiln(lambda seed: FINE if seed == 5 else NOWHERE)
    wish = Wish(b"", size=(1.0, 1.0, 1.0), seed=4)
    made_of, _, asset = gated(kiln, wish, Watch(context), AssetLimits(), coarser=False)
    assert (kiln.seeds, made_of.seed) == ([4, 5], 5)
    assert asset.mended[0].startswith("made again with seed 5, since the mesh can not be used")


def test_an_engines_own_complaint_is_worth_another_seed_too(context: Context) -> None:
    def make(seed: int) -> bytes:
        if seed == 4:
            raise BrokenMesh("kiln", "it fell apart")
        return FINE

    kiln = Kiln(make)
    gated(kiln, Wish(b"", seed=4), Watch(context), AssetLimits(), coarser=False)
    assert kiln.seeds == [4, 5]


def test_what_fails_twice_is_refused_for_what_was_wrong_first(context: Context) -> None:
    kiln = Kiln(lambda seed: NOWHERE if seed == 4 else b"")
    with pytest.raises(AssetRefused, match="no numbers"):
        gated(kiln, Wish(b"", seed=4), Watch(context), AssetLimits(), coarser=True)
    assert kiln.seeds == [4, 5]


def test_an_asset_has_its_levels_and_its_provenance_in_every_file(context: Context) -> None:
    limits = AssetLimits(triangles=1000, colliders="hull")
    generated, recorded = Make(Kiln(lambda _: FINE), "", limits)(drawn(context), context).payloads
    assert isinstance(generated, MeshGenerated)
    assert isinstance(recorded, ProvenanceRecorded)
    assert generated.triangles == 1000
    assert [lod.triangles for lod in generated.lods] == [400, 120]
    assert (generated.watertight, generated.fit) == (True, "inside")
    assert generated.collider is not None
    assert max(size / wanted for size, wanted in zip(generated.size, RECIPE.size, strict=True)) == (
        pytest.approx(1.0)
    )
    files = (generated.mesh, *(lod.mesh for lod in generated.lods), generated.collider)
    assert recorded.artifacts == files
    assert all(b'"scenestream"' in context.artifacts.get(ref) for ref in files)


def test_a_geometry_clients_mesh_has_no_levels_and_is_a_metre_high(context: Context) -> None:
    wanted = GeometryRequested(
        index=0, image=context.artifacts.put(png(), PNG), source="/x.png", prompt="a ball",
        backend="kiln", output_dir="/out",
    )  # fmt: skip
    kiln = Kiln(lambda _: write(of(POINTS * 20.0, FACES)))
    generated, recorded, _ = Reconstruct(kiln)(event(wanted), context).payloads
    assert isinstance(generated, GeometryGenerated)
    assert isinstance(recorded, ProvenanceRecorded)
    assert generated.size == pytest.approx((1.0, 1.0, 1.0), rel=0.01)
    assert generated.watertight is True
    assert recorded.artifacts == (generated.mesh,)
