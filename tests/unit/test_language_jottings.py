"""Edits and scenes as people jot them down: lists, assignments, calls, data, emoji, fillers."""

from __future__ import annotations

import pytest

from consumers.lexicon.talk.datasheets import scene_of
from consumers.lexicon.talk.jotting import written_out
from consumers.lexicon.talk.plainly import plainly
from consumers.lexicon.talk.signs import signs_read

PRESENT = frozenset({"sofa", "sofas", "lamp", "lamps", "chair", "chairs", "table", "tables"})


@pytest.mark.parametrize(
    ("jotted", "told"),
    [
        ("sofa: blue", "make the sofa blue"),
        ("the sofa: remove", "remove the sofa"),
        ("lamp: gone", "remove the lamp"),
        ("lamp -> to the left", "move the lamp to the left"),
        ("lamp && sofa -> delete", "delete the lamp and the sofa"),
        ("lamp, sofa => delete", "delete the lamp and the sofa"),
        ("chairs: two less", "remove two chairs"),
        ("chairs: 3 more", "add 3 more chairs"),
        ("chairs: bigger", "make the chairs bigger"),
        ('table.color = "red"', "make the table red"),
        ("table.width = 2", "make the width of the table 2 m"),
        ("sofa.color == ?", "what is the color of the sofa?"),
        ("chairs.count == ?", "how many chairs are there?"),
        ("print(len(scene))", "how many things are there?"),
        ("delete(chair[2])", "delete the chair 2"),
        ("sofa.rotate(90)", "rotate the sofa 90 degrees"),
        ("lamp.scale(2)", "make the lamp 2 times as big"),
        ("move(lamp, left)", "move the lamp left"),
        ("add(stool)", "add a stool"),
        ("- sofa: red\n- lamp: gone\n- add a rug", "make the sofa red. remove the lamp. add a rug"),
        ("1) sofa: red 2) lamp to the left", "make the sofa red. lamp to the left"),
    ],
)  # fmt: skip
def test_jottings_are_written_out(jotted: str, told: str) -> None:
    assert written_out(jotted, PRESENT) == told


@pytest.mark.parametrize(
    "text",
    [
        "make the sofa blue", "stool: blue", "a kitchen: table, two chairs, fridge", "lamp -> sofa",
        "bedroom with a bed; lamp on the nightstand", "what is this: a sofa?", "sofa", "foo(bar)",
        "",
    ],
)  # fmt: skip
def test_other_words_stay(text: str) -> None:
    assert written_out(text, PRESENT) == text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            '{"scene": "kitchen", "objects": ["table", "4 chairs", "fridge"]}',
            "a kitchen with a table, 4 chairs and a fridge",
        ),
        ('scene = ["bed", "lamp", "rug"]', "a bed, a lamp and a rug"),
        ("['a red chair', 'table']", "a red chair and a table"),
        (
            '{"room": "office", "items": [{"name": "desk", "color": "white"},'
            ' {"type": "chair", "count": 2}]}',
            "an office with a white desk and 2 chairs",
        ),
        ('{"action": "generate_3d_scene", "prompt": "a room"}', ""),
        ('["a", "b"]', ""),
        ('{"scene": "kitchen", "objects": ["qqq"]}', ""),
        ("[" * 3000, ""),
        ("a kitchen with a table", ""),
    ],
)  # fmt: skip
def test_data_that_names_only_things_is_a_scene(data: str, told: str) -> None:
    assert scene_of(data) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("remove the 📺", "remove the television"),
        ("add 2 🪴 please 😊", "add 2 potted plant please 😊"),
        ("make the sofa 🔴", "make the sofa red"),
        ("add a cat 🐱", "add a cat 🐱"),
        ("plain words", "plain words"),
        ("👍", "👍"),
    ],
)
def test_signs_stand_for_words_where_one_is_missing(said: str, told: str) -> None:
    assert " ".join(signs_read(said).split()) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("how many uh how many chairs are there", "how many chairs are there"),
        ("uh yeah can you make them like a bit bigger I guess", "can you make them a bit bigger"),
        ("you know what put it back", "put it back"),
        ("put some plants in, genius", "put some plants in"),
        ("make it look like a lot of fun", "make it look like a lot of fun"),
        ("a table, a chair, a computer", "a table, a chair, a computer"),
        ("I want not two sinks but three", "I want three sinks, not two"),
        ("have the well where the cart is, and vice versa", "swap the well and the cart"),
        ("the cart and the well should trade places", "swap the cart and the well"),
        ("put the lamp where the vase is", "put the lamp where the vase is"),
    ],
)
def test_fillers_carry_nothing(said: str, told: str) -> None:
    assert " ".join(plainly(said).split()) == told
