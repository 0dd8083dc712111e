"""The ground of places: roads between pavements, water beside land, pitches, railway lines; and who
stands on which part of it."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from consumers.layout import build_scene, is_shell, is_tract, lay_out, room_of
from consumers.layout.model import Land, Layout, Placed
from consumers.layout.scenes.shell import TRACT_LOOKS
from consumers.layout.space.land import ROAD, road_middle, shoreline, track_middle
from consumers.scene_view import items_of
from schemas.decomposition import Decomposition


def laid(text: str) -> tuple[Decomposition, Layout]:
    asked = decompose(text)
    return asked, lay_out(asked)


def those(asked: Decomposition, layout: Layout, *nouns: str) -> list[Placed]:
    return [layout.placed[w.id] for w in asked.wishes if w.recipe.noun in nouns]


def test_houses_stand_on_both_sides_of_a_road_and_look_at_it() -> None:
    asked, layout = laid("A street with houses on both sides and two cars")
    assert layout.room.land == Land("road")
    houses = those(asked, layout, "house")
    assert len(houses) == 4
    for house in houses:
        assert abs(house.position.x) - house.size[2] / 2 > ROAD / 2
        assert house.yaw == (90.0 if house.position.x < 0 else 270.0)
    for car in those(asked, layout, "car"):
        assert abs(car.position.x) + car.size[0] / 2 <= ROAD / 2
        assert car.yaw % 180.0 == 0.0


def test_cars_drive_along_a_street_and_people_walk_beside_it() -> None:
    asked, layout = laid("A city street with a bus, a taxi and three people")
    assert layout.room.land == Land("street")
    middle = road_middle(layout.room)
    for driven in those(asked, layout, "bus", "taxi"):
        assert abs(driven.position.z - middle) < ROAD / 2
        assert driven.yaw % 180.0 == 90.0
    for walker in those(asked, layout, "person"):
        assert abs(walker.position.z - middle) >= ROAD / 2


@pytest.mark.parametrize("place", ["harbour", "beach", "marina"])
def test_boats_are_in_the_water_and_what_is_not_on_the_land(place: str) -> None:
    asked, layout = laid(f"A {place} with two sailboats, a bench and a man")
    line = shoreline(layout.room)
    assert layout.room.land.lie == "shore"
    assert all(p.position.z > line for p in those(asked, layout, "sailboat"))
    assert all(p.position.z < line for p in those(asked, layout, "bench", "person"))


def test_goals_stand_at_both_ends_of_a_pitch_and_look_along_it() -> None:
    asked, layout = laid("A football pitch with two goals and a ball in the middle")
    left, right = sorted(those(asked, layout, "soccer goal"), key=lambda p: p.position.x)
    assert (left.yaw, right.yaw) == (90.0, 270.0)
    assert right.position.x - left.position.x > 0.8 * layout.room.width


def test_a_train_stands_on_the_rails_of_a_station() -> None:
    asked, layout = laid("A railway station with a train and four benches")
    (train,) = those(asked, layout, "train")
    assert abs(train.position.z - track_middle(layout.room)) < 0.3
    assert train.yaw % 180.0 == 90.0
    assert not laid("A railway station with four benches")[1].room.land.lie


@pytest.mark.parametrize(
    "text",
    [
        "A street with houses on both sides",
        "A street with a car and a tree",
        "A harbour with a boat and a bench",
        "A tennis court with a bench",
        "A railway station with a train",
        "A garden with a tree",
    ],
)
def test_the_ground_is_the_same_when_a_scene_is_read_back(text: str) -> None:
    asked, layout = laid(text)
    scene = build_scene(asked, layout)
    read = room_of(scene)
    assert read.land.lie == layout.room.land.lie
    assert read.land.share == pytest.approx(layout.room.land.share, abs=0.01)
    assert read.width == pytest.approx(layout.room.width, abs=0.01)


def test_parts_of_the_ground_are_the_rooms_and_no_things() -> None:
    asked, layout = laid("A street with a car and a tree")
    scene = build_scene(asked, layout)
    parts = [node for node in scene.nodes.values() if is_tract(node.id)]
    assert {node.name for node in parts} == {
        TRACT_LOOKS[kind][0] for kind in ("road", "pavement", "mark")
    }
    assert all(is_shell(node.id) for node in parts)
    assert not {item.id for item in items_of(scene, {})} & {node.id for node in parts}


def test_a_place_too_small_for_a_road_has_none() -> None:
    _, layout = laid("A street 5 m wide and 6 m long with a lamp post")
    assert layout.room.land == Land()
