"""The place of a scene, its time and light: told outright, by its contents, or empty."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import EMPTY, decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = """
A reading nook: an armchair and a floor lamp.
= reading nook | armchair, floor-lamp

spaceship bridge with an armchair
= spaceship bridge | armchair

medieval village square with a well in the center
= village square | well
- well in_center

an L-shaped living room with a sofa
= living room | sofa

a rooftop terrace at dusk overlooking the city with two chairs
= rooftop terrace | 2 chair

inside a submarine there is a control panel
= submarine | control-panel

a bedroom in the style of Van Gogh with a bed and a chair
= bedroom | bed, chair

a lighthouse on a cliff during a storm
= meadow | lighthouse, cliff
- lighthouse on cliff

a picnic table at the beach
= beach | picnic-table

a foggy morning in the forest with a deer
= forest | deer, 5 pine-tree, 4 tree
- pine-tree-* behind; tree-* behind

a candlelit dining room with a table
= dining room | table

a moonlit garden with a statue
= garden | statue

a tree on a snowy day
= snow field | tree

a bar counter with a neon sign on the wall behind
= room | bar-counter, neon-sign
- neon-sign on_wall; neon-sign behind bar-counter

a prison cell with a bed and a toilet
= prison cell | bed, toilet

an airport lounge with a row of seats
= airport | 4 seat
- seat-1 in_row seat-2 seat-3 seat-4

a train station with a bench and a clock
= train station | bench, clock
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_sentence_becomes_its_things_and_relations(case: Case) -> None:
    result = decompose(case.sentence)
    assert counted(result) == case.things
    assert stated(result) == expanded(case, result)
    assert result.setting.name == case.place


LIGHT: tuple[tuple[str, str, list[tuple[str, float]]], ...] = (
    ("a candlelit dining room with a table", "day", [("point", 0.5)]),
    ("a dimly lit bar with a stool", "day", [("point", 0.4)]),
    ("a moonlit garden with a statue", "night", []),
    ("a terrace at golden hour with two chairs", "sunset", []),
    ("a sunlit kitchen with a table", "day", []),
    ("a torchlit dungeon at midnight with a chest", "night", [("point", 0.7)]),
)


@pytest.mark.parametrize(("sentence", "time", "lights"), LIGHT)
def test_words_of_light_set_time_and_lights_and_are_no_things(
    sentence: str, time: str, lights: list[tuple[str, float]]
) -> None:
    result = decompose(sentence)
    assert result.setting.time == time
    assert [(light.kind, light.intensity) for light in result.lights] == lights
    assert len({wish.slot for wish in result.wishes}) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "a bench in the rain",
        "a foggy street with a car",
        "a ship in a storm",
        "a stormy sea, a boat",
    ],
)
def test_weather_is_no_thing_and_a_note_says_that_it_is_not_shown(sentence: str) -> None:
    result = decompose(sentence)
    assert len(result.wishes) == 1
    assert any(note.startswith("Weather is not shown") for note in result.notes)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("an empty room", "room"),
        ("a completely empty kitchen with white walls", "kitchen"),
        ("a bare attic", "attic"),
        ("a hall with nothing in it", "hall"),
        ("an unfurnished office", "office"),
    ],
)
def test_an_empty_place_holds_nothing_and_the_notes_say_that_this_was_asked(
    sentence: str, name: str
) -> None:
    result = decompose(sentence)
    assert (result.wishes, result.setting.name) == ((), name)
    assert EMPTY in result.notes


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("a sign on the wall and a counter", "room"),
        ("a lamp in the corner", "room"),
        ("two beach umbrellas", "outdoor"),
        ("a goldfish in a bowl", "room"),
        ("a barber shop with two mirrors", "room"),
        ("a train station with a bench", "room"),
        ("a rooftop terrace with a table", "outdoor"),
        ("a stadium with a ball", "outdoor"),
        ("a house with a ladder against the wall", "outdoor"),
    ],
)
def test_what_is_named_tells_indoors_from_outdoors(sentence: str, kind: str) -> None:
    assert decompose(sentence).setting.kind == kind
