"""A thousand random seeks: each gives what the fold gives, and what a live client had on screen."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from gateway.effects import Send
from gateway.session_v1 import V1Session
from ops.bench import long_session
from schemas import scene_v1
from schemas.fold import fold
from schemas.ids import EventId
from schemas.keyframe import digest
from schemas.state import SessionState
from streams.past import keyframes
from tests.integration.pasts import opened
from tests.unity.client import Client

EVENTS = 2_500
SEEKS = 1_000


async def test_a_thousand_seeks_are_what_was_folded_and_what_a_client_saw(
    redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyframes, "EVERY", 60)
    async with opened(redis_url, tmp_path) as (shards, history):
        made = await long_session.write(shards.logs[0], history.artifacts, EVENTS, 0)
        gateway, unity, state = V1Session(made.session, lambda: "unused"), Client(), SessionState()
        folded: dict[EventId, tuple[int, str]] = {}
        seen: dict[EventId, str] = {}
        for event in await history.read(made.session):
            assert event.id is not None
            fold([event], state)
            folded[event.id] = state.revision, digest(state.scene)
            for effect in gateway.events([event]):
                assert isinstance(effect, Send)
                show = unity.create if effect.frame.type == "generate_3d_scene" else unity.apply
                show(effect.frame.metadata)
                seen[event.id] = unity.export()
        assert len(seen) == state.revision > 300

        for at in random.Random(1).sample(made.ids, SEEKS):
            there = await history.state(made.session, at)
            assert (there.revision, digest(there.scene)) == folded[at]
            if at in seen:
                assert there.scene is not None
                assert scene_v1.same(scene_v1.read_snapshot(seen[at]), there.scene)
