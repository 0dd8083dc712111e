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
