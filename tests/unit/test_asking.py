"""How far a request is, as `scenestream send` shows it."""

from __future__ import annotations

import pytest

from gateway.sdk.python.scenestream_client import Dropped, Event, Rejoined, ServerError, pb
from ops.client.asking import GatewayRefused, Standing, in_our_words
from ops.client.watching import Watch
from schemas.errors import Category


def after(*frames: pb.ServerFrame) -> Standing:
    standing = Standing()
    for frame in frames:
        standing = standing.after(Event(frame))
    return standing


def test_stages_assets_and_the_time_left_are_told() -> None:
    told = after(
        pb.ServerFrame(accepted=pb.Accepted(text="a room", estimate_s=12.0)),
        pb.ServerFrame(tool_call=pb.ToolCall(action="generate_3d_scene")),
        pb.ServerFrame(progress=pb.Progress(stage="mesh", label="chair", done=1, total=3, eta_s=8)),
    )
    assert told == Standing("mesh: chair", 1, 3, 8.0)
    assert after(pb.ServerFrame(accepted=pb.Accepted(ahead=2))).doing == "waiting for 2 before it"


def test_assets_that_failed_count_as_settled() -> None:
    failed = pb.AssetFailed(label="chair", done=2, total=3)
    assert after(pb.ServerFrame(asset_failed=failed)) == Standing("chair failed", 2, 3)


def test_a_drop_is_told_and_loses_no_figures() -> None:
    before = Standing("mesh: chair", 1, 3, 8.0)
    during = before.noticed(Dropped("gone", 1.0))
    assert (during.doing, during.done, during.total) == (
        "the connection ended; reconnecting", 1, 3,
    )  # fmt: skip
    assert during.noticed(Rejoined(resumed=True)).doing == "connected again"


def test_what_came_before_the_request_was_known_counts_and_others_requests_do_not() -> None:
    watch = Watch(None)
    mine = pb.AssetReady(label="chair", done=1, total=2)
    theirs = pb.AssetReady(label="cat", done=9, total=9)
    watch.happened(Event(pb.ServerFrame(request="r1", asset_ready=mine)))
    watch.happened(Event(pb.ServerFrame(request="r2", asset_ready=theirs)))
    watch.follow("r1")
    watch.happened(Event(pb.ServerFrame(request="r2", asset_ready=theirs)))
    assert watch.standing == Standing("chair", 1, 2)


@pytest.mark.parametrize(
    ("category", "ours"),
    [("forbidden", Category.FORBIDDEN), ("of the future", Category.INTERNAL)],
)
def test_a_servers_error_has_its_category_and_words(category: str, ours: Category) -> None:
    with pytest.raises(GatewayRefused, match=r"no \(NotYours\)") as refused, in_our_words():
        raise ServerError(category, "NotYours", "no")
    assert refused.value.category is ours
