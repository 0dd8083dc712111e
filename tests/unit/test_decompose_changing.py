"""Plans that nothing has been made of yet, changed by what people say of scenes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from consumers.decompose.changing import LATER, changed
from consumers.decompose.rules import decompose
from schemas.decomposition import Decomposition

PLAN = decompose(
    "a living room with a red sofa, a table with two chairs and a cat behind the table"
)


def names(plan: Decomposition) -> list[str]:
    return [wish.name for wish in plan.wishes]


NAMES = names(PLAN)
SAID: dict[str, Callable[[Decomposition], bool]] = {
    "without the cat": lambda p: "cat" not in names(p) and len(p.wishes) == 4,
    "no chairs": lambda p: names(p) == ["red sofa", "table", "cat"],
    "but without the cat and the chairs": lambda p: names(p) == ["red sofa", "table"],
    "remove the table": lambda p: "table" not in names(p),
    "make the table round": lambda p: "round table" in names(p),
    "with a lamp next to the sofa": lambda p: names(p)[-1] == "lamp",
    "a dog instead of the cat": lambda p: names(p)[-1] == "dog",
    "make it night": lambda p: p.setting.time == "night" and names(p) == NAMES,
    "put a vase on the table": lambda p: p.relations[-1].subject == p.wishes[-1].id,
    "make the cat twice as big": lambda p: (
        p.wishes[-1].recipe.size == tuple(2 * s for s in PLAN.wishes[-1].recipe.size)
    ),
}


@pytest.mark.parametrize("text", SAID)
def test_a_plan_is_changed_as_a_scene_is(text: str) -> None:
    done = changed(PLAN, text)
    assert done.unmet == ()
    assert SAID[text](done.plan), names(done.plan)


@pytest.mark.parametrize("text", SAID)
def test_what_is_left_hangs_together(text: str) -> None:
    plan = changed(PLAN, text).plan
    ids = {wish.id for wish in plan.wishes}
    assert len(ids) == len(plan.wishes)
    for relation in plan.relations:
        assert {relation.subject, *relation.targets} <= ids
    looks: dict[str, object] = {}
    for wish in plan.wishes:  # those that share an asset look the same
        assert looks.setdefault(wish.slot, wish.recipe) == wish.recipe


def test_one_of_two_that_share_an_asset_gets_its_own() -> None:
    chairs = [w for w in changed(PLAN, "make one chair red").plan.wishes if "chair" in w.name]
    assert len({chair.slot for chair in chairs}) == 2


@pytest.mark.parametrize(
    "text", ["hello there", "move the sofa one metre to the left", "\U0001f408"]
)
def test_what_can_not_be_done_yet_changes_nothing_and_is_said(text: str) -> None:
    done = changed(PLAN, text)
    assert done.plan == PLAN
    assert done.unmet
    assert (LATER in done.unmet) == ("metre" in text)
