"""What people ask for in the open: camps, farms, moons and fairs, as counts and relations."""

from __future__ import annotations

import pytest

from consumers.agent.decision import Context
from consumers.agent.rules import decide
from consumers.decompose.rules import decompose
from consumers.layout import lay_out
from schemas.decomposition import RelationKind as Kind


def counts_of(text: str) -> dict[str, int]:
    """How many of each noun (or label, of what no table knows) come out."""
    found: dict[str, int] = {}
    for wish in decompose(text).wishes:
        name = wish.recipe.noun or wish.recipe.label
        found[name] = found.get(name, 0) + 1
    return found


def relations_of(text: str) -> list[str]:
    plan = decompose(text)
    names = {wish.id: wish.name for wish in plan.wishes}
    return [
        f"{names[r.subject]} {r.kind.value} {', '.join(names.get(t, t) for t in r.targets)}"
        for r in plan.relations
    ]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Two knights guarding a castle gate, one on each side.", {"knight": 2, "gate": 1}),
        ("Two lions in front of a temple, one on each side.", {"lion": 2, "temple": 1}),
        ("A pond with a bridge over it and three glowing mushrooms.",
         {"pond": 1, "bridge": 1, "mushroom": 3}),
        ("Three soldiers in helmets next to a jeep", {"soldier": 3, "helmet": 3, "jeep": 1}),
        ("An alien by a flying saucer and a cow under the saucer",
         {"alien": 1, "ufo": 1, "cow": 1}),
        ("A pile of bricks, cement mixer and a crane", {"brick": 3, "cement mixer": 1,
         "crane": 1}),
        ("A treehouse with a rope ladder hanging down and a tire swing",
         {"tree house": 1, "ladder": 1, "swing": 1}),
        ("Four trees in a row and a bench between each pair of trees", {"tree": 4, "bench": 3}),
        ("A wedding in the park: an arch and six chairs", {"arch": 1, "chair": 6}),
        ("A medieval siege: a castle with a catapult", {"castle": 1, "catapult": 1}),
        ("Horses in a paddock: two brown ones and a black one.", {"horse": 3}),
        ("Three pairs of skis and a sled", {"skis": 3, "sled": 1}),
        ("A garage sale on the lawn: two tables and a bike", {"table": 2, "bicycle": 1}),
        ("A carnival with a ferris wheel and a carousel", {"ferris wheel": 1, "carousel": 1}),
        ("A cave with a pile of treasure and a skull", {"treasure": 1, "skull": 1}),
        ("three balloons: two red ones and a blue one", {"balloon": 3}),
    ],
)  # fmt: skip
def test_as_many_as_said(text: str, counts: dict[str, int]) -> None:
    assert counts_of(text) == counts


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("a highway with three trucks one behind the other",
         ["truck 1 behind truck 2", "truck 2 behind truck 3"]),
        ("Four trees in a row and a bench between each pair of trees",
         ["bench 1 between tree 1, tree 2", "bench 3 between tree 3, tree 4"]),
        ("Two workers in yellow helmets stand by an excavator.",
         ["yellow helmet 2 on worker 2", "worker 2 near excavator"]),
        ("A chicken coop with two hens and a rooster on the roof",
         ["hen 1 in chicken coop", "rooster on chicken coop"]),
        ("A windmill on a hill and a cottage below the hill",
         ["windmill on hill", "cottage in_front_of hill"]),
        ("A treehouse in a huge oak", ["treehouse next_to huge oak"]),
        ("A boat with two fishermen, a net and a lighthouse on a rock", ["lighthouse on rock"]),
        ("A pond surrounded by mushrooms and ferns",
         ["mushroom 1 around pond", "fern 3 around pond"]),
        ("A tower next to a pond, with a bridge over it", ["bridge above pond"]),
        ("A treasure chest and a palm tree with a parrot in it", ["parrot on palm tree"]),
        ("A chariot pulled by two horses", ["chariot near horse 1, horse 2"]),
        ("Two domes connected by a tunnel", ["dome 1 near tunnel", "dome 2 near tunnel"]),
        ("A sandbox with a bucket and a shovel in it",
         ["bucket in sandbox", "shovel in sandbox"]),
        ("A ufo, and two cows under the ufo", ["ufo above cow 1, cow 2"]),
        ("A table with buns, and dad wearing an apron", ["bun 1 on table"]),
    ],
)  # fmt: skip
def test_where_the_words_say(text: str, relations: list[str]) -> None:
    assert set(relations) <= set(relations_of(text))


def test_who_is_named_after_a_laid_table_stands_beside_it() -> None:
    assert not [r for r in relations_of("A table with buns, and dad") if r.startswith("dad on")]


def test_animals_after_a_comma_are_not_on_what_was_told_of() -> None:
    assert relations_of("A haystack with a pitchfork in it, two ducks and a pig") == [
        "pitchfork on haystack"
    ]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("A birthday party outside. A long table with a cake.", "outdoor", "meadow"),
        ("An outdoor cinema with a big screen and ten chairs", "outdoor", "cinema"),
        ("A garden party with a buffet table and a stage", "outdoor", "garden"),
        ("A cinema with a big screen and ten chairs", "room", "cinema"),
        ("A kitchen with a plant outside the window and a table", "room", "kitchen"),
        ("Horses in a paddock", "outdoor", "paddock"),
        ("A construction site with a crane", "outdoor", "construction site"),
    ],
)
def test_scenes_are_outside_where_the_words_say_so(text: str, kind: str, name: str) -> None:
    setting = decompose(text).setting
    assert (setting.kind, setting.name) == (kind, name)


def test_towels_lie_under_a_beach_umbrella() -> None:
    assert lay_out(decompose("A beach umbrella with two towels under it")).unmet == ()


def test_a_picnic_is_spread_under_a_tree() -> None:
    plan = decompose("A blanket under an oak with a basket, two plates and a bottle on it")
    layout = lay_out(plan)
    on = [r for r in plan.relations if r.kind is Kind.ON]
    assert len(on) == 4
    assert layout.unmet == ()
    assert layout.certificate is not None
    assert layout.certificate.valid


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Three rubber ducks floating in a bathtub.", "generate_3d_scene"),
        ("A chicken coop with six hens and a rooster on the roof.", "generate_3d_scene"),
        ("A vase of flowers", "generate_3d_object"),
        ("A cage with a bird", "generate_3d_object"),
    ],
)
def test_several_in_something_are_a_scene(text: str, action: str) -> None:
    assert decide(text, Context()).action == action
