"""Counts, colours, materials, owners and parts in noun phrases.

Tables of words and what they say; sizes are in ``test_language_phrases``.
"""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.words.colors import parse_color
from consumers.lexicon.words.tokens import read


def whole_phrase(words: str) -> Phrase:
    """The phrase that all of ``words`` are."""
    line = read(words)
    found = phrase_at(line, 0)
    assert found is not None
    assert found[1] == len(line), f"left over: {line.span(found[1], len(line))}"
    return found[0]


@pytest.mark.parametrize(
    ("words", "count", "noun"),
    [
        ("a dozen eggs", 12, "egg"),
        ("half a dozen eggs", 6, "egg"),
        ("two dozen roses", 24, "rose"),
        ("two or three dozen eggs", 36, "egg"),
        ("a dozen or so candles", 12, "candle"),
        ("dozens of candles", 24, "candle"),
        ("a couple of chairs", 2, "chair"),
        ("a couple chairs", 2, "chair"),
        ("a few chairs", 3, "chair"),
        ("several lamps", 3, "lamp"),
        ("a pair of armchairs", 2, "armchair"),
        ("a pair of glasses", 1, "glasses"),
        ("two pairs of scissors", 2, "scissors"),
        ("six pairs of shoes", 12, "shoe"),
        ("a trio of candles", 3, "candle"),
        ("both chairs", 2, "chair"),
        ("a handful of coins", 3, "coin"),
        ("five or six chairs", 6, "chair"),
        ("three to five chairs", 4, "chair"),
        ("between five and ten candles", 8, "candle"),
        ("3-4 plants", 4, "potted plant"),
        ("at least three chairs", 3, "chair"),
        ("around 20 chairs", 20, "chair"),
        ("some twenty people", 20, "person"),
        ("no fewer than 4 chairs", 4, "chair"),
        ("up to ten chairs", 10, "chair"),
        ("a single chair", 1, "chair"),
        ("ten-odd chairs", 10, "chair"),
        ("twenty-five chairs", 25, "chair"),
        ("a hundred and twenty chairs", 120, "chair"),
        ("1,000 balloons", 1000, "balloon"),
        ("twelve hundred bricks", 1200, "brick"),
        ("a million chairs", 1_000_000, "chair"),
        ("a set of six dining chairs", 6, "chair"),
        ("a flock of sheep", 5, "sheep"),
        ("no chairs", 0, "chair"),
        ("the two apple trees", 2, "apple tree"),
        ("the two-tone car", 1, "car"),
        ("a four-poster bed", 1, "four poster bed"),
        ("a 12-string guitar", 1, "guitar"),
        ("three two-drawer cabinets", 3, "cabinet"),
        ("ten feet of rope", 1, "rope"),
        ("half a pizza", 1, "pizza"),
        ("a hand-painted ceramic vase", 1, "vase"),
        ("a well-worn brown leather sofa", 1, "sofa"),
        ("a half-open door", 1, "door"),
        ("a one-eyed dragon", 1, "dragon"),
    ],
)
def test_a_phrase_says_how_many(words: str, count: int, noun: str) -> None:
    phrase = whole_phrase(words)
    assert (phrase.count, phrase.noun) == (count, noun)


@pytest.mark.parametrize(
    ("words", "noun", "groups", "members", "kind"),
    [
        ("four rows of five desks", "desk", 4, 5, "row"),
        ("three rows of chairs", "chair", 3, 4, "row"),
        ("a 3x4 grid of crates", "crate", 3, 4, "row"),
        ("three stacks of two boxes", "box", 3, 2, "stack"),
        ("two sets of four chairs", "chair", 2, 4, "set"),
        ("two circles of six stones", "rock", 2, 6, "circle"),
    ],
)
def test_groups_are_counted_with_their_members(
    words: str, noun: str, groups: int, members: int, kind: str
) -> None:
    phrase = whole_phrase(words)
    assert (phrase.noun, phrase.count) == (noun, groups * members)
    assert (phrase.groups, phrase.grouped_as) == (groups, kind)


def test_an_absurd_count_is_cut_and_said_so() -> None:
    result = decompose("a million chairs")
    assert 0 < len(result.wishes) <= 80
    assert any("Left out" in note for note in result.notes)


@pytest.mark.parametrize(
    ("words", "color", "material"),
    [
        ("a dark forest green sofa", "dark forest green", None),
        ("a navy armchair", "navy", None),
        ("an off-white rug", "off white", None),
        ("a cream-coloured sofa", "cream", None),
        ("a sofa in dark red", "dark red", None),
        ("a sofa the colour of wine", "wine", None),
        ("a #ff8800 sofa", "#ff8800", None),
        ("a #f80 sofa", "#ff8800", None),
        ("an rgb(255, 0, 0) sofa", "#ff0000", None),
        ("a red and white striped umbrella", "red", None),
        ("a red-roofed house", None, None),
        ("a blue-eyed doll", None, None),
        ("a table made of solid oak", None, "oak"),
        ("a chair of solid walnut", None, "walnut"),
        ("a brushed steel fridge", None, "steel"),
        ("a wrought iron gate", None, "iron"),
        ("a leather-bound book", None, "leather"),
        ("a marble-topped table", None, "marble"),
        ("a gold-framed mirror", None, "gold"),
        ("a bottle made of green glass", "green", "glass"),
        ("a statue carved from white marble", "white", "marble"),
        ("a chair upholstered in green velvet", "green", "velvet"),
        ("a box wrapped in red paper", "red", "paper"),
        ("a table made out of old pallets", None, "wood"),
        ("a chair, red and wooden", "red", "wood"),
    ],
)
def test_a_phrase_says_what_a_thing_looks_like(
    words: str, color: str | None, material: str | None
) -> None:
    phrase = whole_phrase(words)
    assert (phrase.color, phrase.material) == (parse_color(color) if color else None, material)


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [
        ("greyish blue", "gray", "blue"),
        ("bluish grey", "blue", "gray"),
        ("blue-green", "blue", "green"),
        ("reddish brown", "red", "brown"),
    ],
)
def test_a_blended_colour_lies_between_its_two(words: str, first: str, second: str) -> None:
    blend = parse_color(words)
    ends = [parse_color(first), parse_color(second)]
    assert blend is not None
    assert blend not in ends
    for i in (1, 3, 5):
        low, high = sorted(int(end[i : i + 2], 16) for end in ends if end is not None)
        assert low <= int(blend[i : i + 2], 16) <= high


def test_a_tinted_material_is_the_material_in_another_tone() -> None:
    dark, light = whole_phrase("a dark-wood desk"), whole_phrase("a light wood desk")
    assert dark.material == light.material == "wood"
    assert dark.color is not None
    assert light.color is not None
    assert int(dark.color[1:3], 16) < int(light.color[1:3], 16)


@pytest.mark.parametrize(
    ("words", "noun", "count"),
    [
        ("kids' bikes", "bicycle", 3),
        ("two kids' bikes", "bicycle", 2),
        ("a teacher's desk", "desk", 1),
        ("my grandmother's old clock", "clock", 1),
        ("men's shoes", "shoe", 1),
        ("a child's drawing", "drawing", 1),
        ("a captain's chair", "captain chair", 1),
        ("a ship's wheel", "ship wheel", 1),
        ("the king's throne", "throne", 1),
        ("a dog's old wooden bed", "dog bed", 1),
        ("a pirate's treasure chest", "chest", 1),
    ],
)
def test_an_owner_is_no_thing(words: str, noun: str, count: int) -> None:
    phrase = whole_phrase(words)
    assert (phrase.noun, phrase.count) == (noun, count)


@pytest.mark.parametrize(
    ("words", "noun", "part"),
    [
        ("the mantelpiece of the fireplace", "fireplace", "mantelpiece"),
        ("the fireplace's mantelpiece", "fireplace", "mantelpiece"),
        ("the leg of the table", "table", "leg"),
        ("the branches of the tree", "tree", "branch"),
        ("the windows of the house", "house", "window"),
        ("the bottom shelf of the bookcase", "bookshelf", "shelf"),
        ("the back of the sofa", "sofa", "back"),
    ],
)
def test_a_part_refers_to_its_whole(words: str, noun: str, part: str) -> None:
    phrase = whole_phrase(words)
    assert (phrase.noun, phrase.part) == (noun, part)


@pytest.mark.parametrize("words", ["a shelf of books", "a wheel of cheese", "a door of oak"])
def test_what_only_sounds_like_a_part_is_a_thing(words: str) -> None:
    assert whole_phrase(words).part == ""


@pytest.mark.parametrize(
    ("sentence", "things"),
    [
        ("a gym with a treadmill, lots of space", ["treadmill"]),
        ("a cozy room with a lamp, a good vibe and a warm atmosphere", ["lamp"]),
        ("a room with a chair and lots of glass", ["chair"]),
        ("a table twice as long as usual next to a chair", ["table", "chair"]),
        ("a table made of old bricks next to a chair", ["table", "chair"]),
        ("a 2 m wide and 1 m deep bed next to a chair", ["bed", "chair"]),
        ("a room with a bed and a blue and white colour scheme", ["bed"]),
        ("a neon-lit room with a sofa", ["sofa"]),
        ("a stage with around twenty chairs in front of it", ["stage", *["chair"] * 20]),
    ],
)
def test_what_is_no_thing_is_not_built(sentence: str, things: list[str]) -> None:
    assert [wish.recipe.noun for wish in decompose(sentence).wishes] == things


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("a kitchen with an island", "kitchen island"),
        ("an island in the sea", "island"),
        ("a living room with a big screen on the wall", "projection screen"),
        ("a desk with a screen on it", "monitor"),
        ("a red pyramid next to a chair", "solid pyramid"),
        ("a pyramid in the desert", "pyramid"),
        ("a 2 m lamp in the corner of the room", "floor lamp"),
        ("a bar with a neon sign on the wall", "neon sign"),
    ],
)
def test_size_looks_and_room_tell_which_thing_is_meant(sentence: str, noun: str) -> None:
    assert noun in [wish.recipe.noun for wish in decompose(sentence).wishes]
