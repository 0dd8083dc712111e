"""Kinds that the company tells: what a thing holds, stands on or is beside, and places as they are
called."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose


@pytest.mark.parametrize(
    ("text", "word", "noun"),
    [
        ("A petrol station with two pumps", "pump", "gas pump"),
        ("A garage with a pump and a bicycle", "pump", "air compressor"),
        ("A stable with a horse in a stall", "stall", "horse stall"),
        ("A market with a stall and a fountain", "stall", "market stall"),
        ("A rack with five test tubes on a bench", "rack", "test tube rack"),
        ("A warehouse with a rack and a forklift", "rack", "pallet rack"),
        ("A locomotive and three wagons", "wagon", "railway carriage"),
        ("An ox and two wagons", "wagon", "cart"),
        ("A princess in a carriage", "carriage", "carriage"),
        ("A bus beside a shelter", "shelter", "bus stop"),
        ("A sofa with a runner in front of it", "runner", "carpet runner"),
        ("A stadium with a runner", "runner", "person"),
        ("A jail with a guard and a cell", "cell", "prison cell"),
        ("A living room with a palm in the corner", "palm", "potted palm"),
        ("A beach with a palm", "palm", "palm tree"),
        ("A boxing gym with a ring and three punching bags", "ring", "boxing ring"),
        ("A chemistry lab with two benches", "bench", "lab bench"),
        ("A subway platform with a train", "train", "subway car"),
        ("A workshop with a car on a lift", "lift", "car lift"),
        ("A cave with a pile of gold", "pile", "treasure"),
        ("A desert with a cactus", "cactus", "saguaro"),
        ("A farm with a field of wheat", "wheat", "corn field"),
    ],
)
def test_company_tells_the_kind(text: str, word: str, noun: str) -> None:
    named = {wish.recipe.noun for wish in decompose(text).wishes if word in wish.recipe.label}
    assert named == {noun}


@pytest.mark.parametrize(
    ("text", "place", "kind"),
    [
        ("A camp site with three tents", "camp site", "outdoor"),
        ("My allotment with four raised beds", "allotment", "outdoor"),
        ("An airport gate with rows of seats and a desk", "airport gate", "room"),
        ("A sheriff's office with a desk and a cell", "sheriff office", "room"),
        ("A stable with four stalls", "stable", "room"),
        ("The dentist's surgery with a patient chair", "dentist surgery", "room"),
        ("A ship's bridge with a map table", "ship bridge", "room"),
        ("A rooftop bar with three stools", "rooftop bar", "outdoor"),
        ("Inside a bank branch with two counters", "bank branch", "room"),
    ],
)
def test_places_are_where_things_are(text: str, place: str, kind: str) -> None:
    scene = decompose(text)
    assert (scene.setting.name, scene.setting.kind) == (place, kind)
    assert place not in {wish.recipe.label for wish in scene.wishes}
    assert not any("Not understood" in note for note in scene.notes)


def test_a_petrol_station_is_seen_from_outside() -> None:
    scene = decompose("A petrol station with two pumps and a car")
    assert scene.setting.ground == "asphalt"
    assert [w.recipe.noun for w in scene.wishes].count("gas station") == 1


def test_a_sheriffs_office_in_a_street_is_a_building_there() -> None:
    scene = decompose("A dusty street with a saloon, a sheriff's office and a bank")
    assert len(scene.wishes) == 3


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("A harbour with lobster pots on the quay and a boat in the water", 4),
        ("A railway station with a train at the platform and a bench on the platform", 2),
        ("A street with a car on the road and a dog on the pavement", 2),
        ("A beach with a sailing boat on the sea and a parasol on the sand", 2),
    ],
)
def test_parts_of_the_ground_are_no_things(text: str, things: int) -> None:
    scene = decompose(text)
    assert len(scene.wishes) == things
    assert not any("Not understood" in note for note in scene.notes)


def test_water_that_is_a_thing_is_what_the_water_means() -> None:
    scene = decompose(
        "A river with a bridge over it, two ducks on the water and a tree on the bank"
    )
    told = {(r.subject.rstrip("-12"), r.kind.value, r.targets) for r in scene.relations}
    assert ("duck", "on", ("river",)) in told
    assert ("tree", "next_to", ("river",)) in told
    assert scene.setting.ground == "grass"


def test_a_place_beside_water_is_called_so() -> None:
    assert decompose("A camp by a lake with three tents").setting.name == "camp by a lake"


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("A 10 m long hedge and a tree", (10.0, 1.1, 0.6)),
        ("A 20 m long barn and a tree", (10.0, 8.0, 20.0)),
        ("A linear water basin 8 m long and a tree", (8.0, 0.45, 1.6)),
        ("A 10 m long table and a chair", (10.0, 0.75, 0.9)),
    ],
)
def test_one_measure_of_a_long_thing_is_its_own(text: str, size: tuple[float, ...]) -> None:
    assert decompose(text).wishes[0].recipe.size == pytest.approx(size)


@pytest.mark.parametrize(
    "text",
    [
        "On the carpet there is a toy track with a train and three wagons",
        "A nursery with a crib, a train and a fire truck",
        "Flat lay of a passport and a camera on a wooden table",
        "Product shot of a perfume bottle on a marble table",
    ],
)
def test_what_is_among_toys_or_on_a_table_is_small(text: str) -> None:
    scene = decompose(text)
    assert scene.setting.kind == "room"
    assert all(max(wish.recipe.size) < 2.2 for wish in scene.wishes)
    assert all(wish.recipe.known for wish in scene.wishes)


@pytest.mark.parametrize(
    "text",
    [
        "A great hall with a mosaic floor, brick walls and a throne",
        "A loft with panelled walls, a parquet floor and a sofa",
        "An office with a green carpeted floor, a tiled wall and two desks",
        "A cellar with an earth floor, stone walls and two barrels",
    ],
)
def test_what_covers_floors_and_walls_is_their_colour(text: str) -> None:
    scene = decompose(text)
    assert len({wish.recipe.noun for wish in scene.wishes}) == 1
    assert scene.setting.floor_color is not None
    assert scene.setting.wall_color is not None
    assert not any("Not understood" in note for note in scene.notes)
