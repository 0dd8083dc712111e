"""The random patches of the scenes figure: there, back, refused twice, and the client's way."""

from __future__ import annotations

import json
import random

import pytest

from ops.bench.scenes import patches
from schemas.patch import between
from schemas.scene_v1 import scene_document, update_document
from schemas.transform import worlds
from tests.unity.client import Client


def test_random_patches_come_back_and_reach_the_client() -> None:
    tally = patches.patched(count=200)
    assert (tally.share("inverse"), tally.share("client")) == (1.0, 1.0)
    assert (tally.all["inverse"], tally.all["client"]) == (200, 20)


def test_the_contract_client_agrees_with_the_small_model() -> None:
    dice = random.Random(7)
    for _ in range(40):
        before = patches.random_scene(dice, 7)
        after = patches.random_edit(dice, before)
        client = Client()
        client.create(json.dumps(scene_document(before)))
        client.apply(json.dumps(update_document(before, after)))
        assert client.objects.keys() == after.nodes.keys()
        for node, world in worlds(after).items():
            shown = client.objects[node].local_to_world()[:3, 3]
            place = (world.position.x, world.position.y, world.position.z)
            assert tuple(shown) == pytest.approx(place, abs=1e-3)
        assert patches.client_agrees(before, after)


def test_a_patch_that_leads_elsewhere_does_not_come_back() -> None:
    dice = random.Random(3)
    before = patches.random_scene(dice, 5)
    after = before.model_copy(update={"name": "another"})
    assert patches.returns(before, after, between(before, after))
    assert not patches.returns(before, after, [])
    elsewhere = before.model_copy(update={"name": "elsewhere"})
    assert not patches.returns(before, after, between(before, elsewhere))
