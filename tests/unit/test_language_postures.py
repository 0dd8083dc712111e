"""People sit on seats and lie in beds, and on the ground where words say so."""

from __future__ import annotations

import numpy as np
import pytest

from consumers.decompose.rules import decompose
from consumers.greybox.build import build
from consumers.greybox.recipes import recipe_for
from consumers.layout import lay_out
from consumers.lexicon.phrases.postures import can_bend, postured, postured_size
from consumers.lexicon.words.nouns import noun_table
from schemas.edits import Add
from schemas.recipe import Recipe
from tests.edited_scenes import edited

PEOPLE = [n.name for n in noun_table().values() if not n.model and can_bend(n.name)]


def person(text: str) -> Recipe:
    return next(w.recipe for w in decompose(text).wishes if can_bend(w.recipe.noun))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("a king on a throne", "sitting king"),
        ("an old man in an armchair", "sitting old man"),
        ("three people on a sofa", "sitting people"),
        ("a campfire with five people sitting around it", "sitting people"),
        ("a patient on a hospital bed", "lying patient"),
        ("a woman asleep in the bed", "lying woman"),
        ("a man lying on the grass under a tree", "lying man"),
        ("a woman sitting on a bed", "sitting woman"),
        ("a man next to a chair", "man"),
        ("a woman sitting on a chair and a man standing next to her", "sitting woman"),
        ("six people sitting at a table", "people"),
        ("a man on a horse", "man"),
        ("a family having a picnic on a blanket", "sitting people"),
        ("a boat lying upside down and a keeper beside it", "keeper"),
        ("a dragon asleep in a cave and a knight with his sword lying on the ground", "knight"),
        ("three people waiting, one of them is sitting on a suitcase", "people"),
    ],
)
def test_people_hold_themselves_as_words_say(text: str, label: str) -> None:
    singular = label.replace("people", "person")
    assert person(text).label in (label, singular)


@pytest.mark.parametrize(
    "text",
    [
        "a king on a throne",
        "a man sitting on a park bench",
        "three people on a sofa",
        "a patient on a hospital bed",
        "a doctor on a stool",
        "a table with four chairs and a woman on one of the chairs",
        "a woman on a sun lounger",
    ],
)
def test_there_is_room_for_them(text: str) -> None:
    layout = lay_out(decompose(text))
    assert not layout.unmet, [u.reason for u in layout.unmet]
    assert layout.certificate is not None
    assert layout.certificate.valid


def test_only_who_sits_is_smaller() -> None:
    wishes = decompose("a man on a chair and a man next to the chair").wishes
    high = sorted(w.recipe.size[1] for w in wishes if w.recipe.noun == "person")
    assert high[0] < 1.0 < high[1]
    assert len({w.slot for w in wishes}) == 3


@pytest.mark.parametrize("noun", PEOPLE)
@pytest.mark.parametrize("posture", ["sitting", "lying"])
def test_models_bend_to_the_size_of_the_posture(noun: str, posture: str) -> None:
    recipe = postured(recipe_for(noun, noun), posture)  # type: ignore[arg-type]
    model = build(recipe)
    low, high = model.bounds
    assert high - low == pytest.approx(recipe.size, rel=1e-6)
    assert all(np.isfinite(p.mesh.vertices).all() for p in model.parts)
    assert [len(p.mesh.faces) for p in model.parts] == [
        len(p.mesh.faces) for p in build(recipe_for(noun, noun)).parts
    ]


def test_who_sits_has_a_head_above_and_legs_below() -> None:
    model = build(postured(recipe_for("person", "man"), "sitting"))
    parts = {p.name: p.mesh.vertices for p in model.parts}
    assert parts["head"][:, 1].min() > 0.6 * model.recipe.size[1]
    assert parts["legs"][:, 1].max() < 0.35 * model.recipe.size[1]
    assert np.ptp(parts["legs"][:, 0]) > 0.6 * model.recipe.size[0]


def test_who_is_put_on_a_chair_that_is_there_sits() -> None:
    (added,) = edited("hall", "add a man on the red chair").edits
    assert isinstance(added, Add)
    assert [w.recipe.label for w in added.wishes] == ["sitting man"]
    assert added.wishes[0].recipe.size == postured_size(noun_table()["person"].size, "sitting")
