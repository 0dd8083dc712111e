"""Edits do what they are about and nothing else, whatever the scene and whatever the edit.

``tests.random_edits`` makes the scenes (as built, as hands left them) and the plans of edits;
``tests.edit_account`` finds what is wrong with an edit.
"""

from __future__ import annotations

import json
import random
from functools import cache

import jsonpatch
import jsonpointer
import pytest

from schemas.patch import PatchRefused, apply, between, document
from schemas.scene import Scene
from tests import edit_account as account
from tests import random_edits as drawn
from tests.random_edits import Done

PLANS = 48


@cache
def did(number: int) -> Done:
    """One plan of edits, the same every time."""
    dice = random.Random(number)
    here = drawn.crowd(dice, 300) if number == 0 else drawn.furnished(dice)
    return drawn.done(here, drawn.plan_of(dice, here))


def canonical(scene: Scene) -> str:
    return json.dumps(document(scene), sort_keys=True)


def test_the_plans_are_of_every_kind_and_most_change_something() -> None:
    plans = [did(n) for n in range(PLANS)]
    assert {edit.op for plan in plans for edit in plan.edits} == {
        "add", "remove", "move", "arrange", "rotate", "resize", "replace", "relight", "recolor",
    }  # fmt: skip
    assert sum(plan.before.scene != plan.after.scene for plan in plans) > PLANS / 2


@pytest.mark.parametrize("number", range(PLANS))
def test_what_no_edit_is_about_stays_the_same_to_the_byte(number: int) -> None:
    assert account.strays(did(number)) == []


@pytest.mark.parametrize("number", range(PLANS))
def test_nothing_begins_to_collide_to_stick_out_or_to_hang_in_the_air(number: int) -> None:
    assert account.faults(did(number)) == []


@pytest.mark.parametrize("number", range(PLANS))
def test_the_patch_leads_there_and_its_inverse_back_to_the_byte(number: int) -> None:
    before, after = did(number).before.scene, did(number).after.scene
    there, back = between(before, after), between(after, before)
    assert jsonpatch.apply_patch(document(before), there) == document(after)
    assert canonical(apply(before, there)) == canonical(after)
    assert canonical(apply(after, back)) == canonical(before)


@pytest.mark.parametrize("number", range(PLANS))
def test_a_patch_is_refused_wherever_what_it_replaces_is_another_by_now(number: int) -> None:
    before, after = did(number).before.scene, did(number).after.scene
    patch = between(before, after)
    for guard in [o for o in patch if o["op"] == "test"]:
        stale = document(before)
        jsonpointer.set_pointer(stale, str(guard["path"]), "someone else's")
        with pytest.raises(jsonpatch.JsonPatchTestFailed):
            jsonpatch.apply_patch(stale, patch)
    if any(o["op"] == "test" for o in patch):
        with pytest.raises(PatchRefused):
            apply(after, patch)


@pytest.mark.parametrize("number", range(PLANS))
def test_the_shipping_client_comes_to_the_same_scene(number: int) -> None:
    assert account.client_differs(did(number)) == ""
