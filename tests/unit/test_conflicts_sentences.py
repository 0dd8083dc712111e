"""What people say that can not be: from the sentence to the answer."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from consumers.layout import lay_out

CIRCLE = "can not both be; I gave up the second."

SAID: list[tuple[str, tuple[str, ...]]] = [
    (
        "A lamp to the left of the sofa, and the sofa to the left of the lamp.",
        ("The lamp to the left of the sofa", "the sofa to the left of the lamp", CIRCLE),
    ),
    (
        "The red chair is in front of the table and the table is in front of the red chair.",
        ("The red chair in front of the table", "the table in front of the red chair", CIRCLE),
    ),
    ("Put the box on the crate and the crate on the box.", ("on the crate", "on the box")),
    (
        "A sofa to the left of the table, the table to the left of the tv and the tv to the left "
        "of the sofa.",
        ("the tv to the left of the sofa can not all be; I gave up the last.",),
    ),
    (
        "A floor lamp behind the armchair, the armchair behind the table, the table behind the "
        "floor lamp",
        ("the table behind the floor lamp can not all be; I gave up the last.",),
    ),
    ("A dog to the left of a cat and to the right of the cat.", ("to the right", CIRCLE)),
    ("A chair behind the desk and in front of the desk.", ("behind the desk", CIRCLE)),
    ("The cat is on the table and under the table.", ("The cat on", "the cat under", CIRCLE)),
    ("The book is on the desk and the book is in the bookshelf.", ("on the desk", "in the book")),
    ("A room with a sofa in the middle and the sofa in the corner.", ("in the middle", CIRCLE)),
    ("A picture above the sofa and below the sofa.", ("The picture can not be under the sofa",)),
    (
        "A room 3 m wide and 3 m deep with ten sofas.",
        ("Only 4 of the 10 sofas fit in the room of 3.0 x 3.0 m; I left 6 out.", "larger room"),
    ),
    ("A living room 2 m wide and 2 m deep with four sofas.", ("Only 2 of the 4 sofas fit",)),
    ("An office 2 m wide and 2 m deep with six desks.", ("Only 2 of the 6 desks fit",)),
    ("A garage 4 m wide and 4 m deep with two cars.", ("The 2 cars are 1.8 x 4.3 m",)),
    ("A bedroom 1.5 m wide with a bed that is 2 m wide.", ("The bed is 2.0 x 2.1 m", "1.5 x")),
    ("A room 2 m wide and 2 m deep with a bus.", ("The bus is", "so I left it out", "larger room")),
    ("A tree, 4 m high, in a room 2.5 m high.", ("tree is 4.0 m high and the room only 2.5 m",)),
    ("A room with an elephant in a wardrobe.", ("The elephant can not be in the wardrobe",)),
    (
        "A stool with a table on it in a kitchen.",
        ("table can not be on the stool",),
    ),
    ("A beach with a chandelier hanging from the ceiling.", ("there is no ceiling outdoors",)),
    ("A garden with a picture on the wall and a bench.", ("picture can not be on a wall",)),
    ("A park with a wardrobe against the wall.", ("there are no walls outdoors",)),
    ("A forest with a lamp on the back wall and a tent.", ("there are no walls outdoors",)),
    (
        "A room that is 2.4 m high with a 6 m tall tree in it.",
        ("room only 2.4 m",),
    ),
    ("A room, 3 m high, with a giraffe that is 5 m tall.", ("giraffe is 5.0 m high", "only 3.0 m")),
    ("The ceiling is 2.2 m high. A bookshelf 3 m tall.", ("3.0 m high and the room only 2.2 m",)),
    ("A kitchen with a 2 m high ceiling and a fridge 2.5 m tall.", ("fridge is 2.5 m high",)),
    ("A bedroom that is 2 m wide and 2 m long with a 3 m wide bed.", ("The bed is 3.0 x 2.1 m",)),
    ("A room of 3 x 3 m with a 5 m long sofa.", ("The sofa is 5.0 x 0.9 m", "only 3.0 x 3.0 m")),
    ("The room is 3 x 3 m. There is a sofa that is 5 m long.", ("The sofa is 5.0 x 0.9 m",)),
    ("A room with a piano under a coffee table.", ("has 0.3 m of room below", "1.2 m high")),
    ("A room with a wardrobe on a stool.", ("The wardrobe can not be on the stool", "too large")),
    ("A room with a car under the table.", ("The car can not be under the table",)),
    ("A bed on a nightstand.", ("The bed can not be on the nightstand",)),
    ("A ladder in a cup.", ("The ladder can not be in the cup",)),
    ("A room with twenty books in a cup.", ("The 20 books can not be in the cup",)),
    ("A room with forty vases on a side table.", ("of the 40 vases", "on the side table")),
    (
        "A dining room with a table that is 1 m wide and 1 m deep and 12 chairs around it.",
        ("Only 8 of the 12 chairs have room around the table (1.0 x 1.0 m)",),
    ),
    (
        "A room 2.7 m high with a fridge on a table on a bed.",
        ("through the ceiling at 2.7 m", "Ask for a higher room"),
    ),
]


@pytest.mark.parametrize(("said", "parts"), SAID, ids=lambda v: str(v)[:60])
def test_what_can_not_be_is_answered_by_name(said: str, parts: tuple[str, ...]) -> None:
    layout = lay_out(decompose(said, seed=0))
    reasons = list(dict.fromkeys(u.reason for u in layout.unmet))
    assert len(reasons) == 1
    assert [part for part in parts if part not in reasons[0]] == []
    assert layout.certificate is not None
    assert layout.certificate.valid


FEASIBLE = [
    "A lamp to the left of the sofa and a plant to the right of the sofa.",
    "A box on a crate and a ball on the box.",
    "A table with eight chairs around it.",
    "A round table with six chairs around it.",
    "A room 3 m wide and 3 m deep with four sofas.",
    "A bedroom 3 m wide and 3 m deep with a bed, a wardrobe and a desk.",
    "A dog on the sofa and a cat under the table.",
    "A sofa facing a tv and a lamp behind the sofa.",
    "Three books in a row on the shelf.",
    "A vase between two candles on the table.",
    "A tree, 2 m high, in a room 2.5 m high.",
    "A garage 5 m wide and 5 m deep with two cars.",
]


@pytest.mark.parametrize("said", FEASIBLE)
def test_what_can_be_is_not_said_to_be_impossible(said: str) -> None:
    assert [u.reason for u in lay_out(decompose(said, seed=0)).unmet] == []


EACH = (
    ("A table with a horse, a cow and a car on it in a kitchen.", ("horse", "cow", "car")),
    ("A desk with two cars and a bus on it.", ("2 cars", "bus")),
    ("A kitchen with a stool with an elephant and a piano on it.", ("elephant", "piano")),
)


@pytest.mark.parametrize(("said", "names"), EACH)
def test_everything_that_is_too_large_for_one_place_is_named(
    said: str, names: tuple[str, ...]
) -> None:
    reasons = dict.fromkeys(u.reason for u in lay_out(decompose(said, seed=0)).unmet)
    assert len(reasons) == len(names)
    for name, reason in zip(names, reasons, strict=True):
        assert reason.startswith(f"The {name} can not be on the")
        assert "too large" in reason
