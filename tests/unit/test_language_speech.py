"""How people talk and paste: speech, courtesy, lists, tables, data sheets, brackets."""

from __future__ import annotations

import pytest

from consumers.agent.decision import Context
from consumers.agent.rules import decide
from consumers.decompose.rules import decompose
from consumers.lexicon.sentences.brackets import with_brackets_read
from consumers.lexicon.sentences.speech import plain_speech
from consumers.lexicon.talk.courtesy import without_courtesy
from consumers.lexicon.words.lists import in_a_row
from consumers.lexicon.words.tokens import read
from schemas.decomposition import RelationKind

SPOKEN = (
    ("a uh a kitchen", "a kitchen"),
    ("some logs around the fire yeah and a tent", "some logs around the fire and a tent"),
    ("it is a bedroom right and the bed is big", "it is a bedroom and the bed is big"),
    ("the bed is like against the wall", "the bed is against the wall"),
    ("a bike two bikes actually and a car", "two bikes and a car"),
    ("a chest full of gold, no make that two chests", "two chests full of gold"),
    ("a bed and a window of course", "a bed and a window"),
    ("on the table you can see a candle", "on the table there is a candle"),
    ("i walked into the tavern and saw three tables", "in the tavern there is three tables"),
    ("a fridge left from the stove", "a fridge left of the stove"),
    ("a table near of the bed", "a table near the bed"),
    ("a dog sits front of a house", "a dog sits in front of a house"),
    ("torches left and right of the door", "torches on both sides of the door"),
    ("in the picture must be a dog", "there is a dog"),
    ("a hall where my family spends its winters , a sofa", "a hall , a sofa"),
    ("a couple waiting in front", "two people waiting in front"),
    ("a candle was burning on the shelf", "a candle was on the shelf"),
    ("a lamp and the light is warm .", "a lamp and warm light ."),
    ("mood : dark , creepy . a bed", "dark mood . a bed"),
    ("a table , on table bottle", "a table , on table there is bottle"),
    ("a bed , on left wall picture", "a bed , on left wall there is picture"),
)
WRITTEN = (
    "a plate, a glass to the right and a fork to the left",
    "a well with a fence around it",
    "a bike and two cars",
    "a lamp on the left and a chair on the right",
    "a dog in front of the house",
    "a table where the cat lies on the sofa",
    "a lamp , on table lamp a moth",
    "a man waiting on a bench",
)


@pytest.mark.parametrize(("said", "meant"), SPOKEN)
def test_speech_is_read_as_plain_english(said: str, meant: str) -> None:
    assert plain_speech(read(said)).text == meant


@pytest.mark.parametrize("said", WRITTEN)
def test_plain_english_stays_as_it_is(said: str) -> None:
    assert plain_speech(read(said)) == read(said)


KIND = (
    ("I hope you are well. Make a kitchen", "Make a kitchen"),
    ("Sorry to bother you, but show me a vase", "show me a vase"),
    ("Would you be so kind as to make me a desk?", "make me a desk?"),
    ("I was wondering whether you might be able to create a hall", "create a hall"),
    ("If it's not too much trouble, make a hut. Many thanks!", "make a hut."),
    ("a table and, if possible, a chair", "a table and a chair"),
    ("Let me think, a cave with a bear", "a cave with a bear"),
    ("a desk please. Thank you very much in advance!", "a desk please."),
    ("When I was a boy, my aunt had a shop", "my aunt had a shop"),
    ("Last summer we rented a cabin", "we rented a cabin"),
    ("I hope so", "I hope so"),
    ("a thank you card on a desk", "a thank you card on a desk"),
)


@pytest.mark.parametrize(("said", "wish"), KIND)
def test_kind_words_around_a_wish_are_no_part_of_it(said: str, wish: str) -> None:
    assert without_courtesy(said) == wish


@pytest.mark.parametrize("said", ["Good morning, how are you?", "hey there :)", "many thanks!"])
def test_kind_words_alone_are_small_talk(said: str) -> None:
    assert decide(said, Context()).action == "reply"


PASTED = (
    ("* 1x bed\n* 2x nightstand", "1 bed\n2 nightstand"),
    ("1. low table (center)\n2. four cushions", "low table in the center\nfour cushions"),
    ("it needs: (a) a table; (b) ten chairs", "it needs: a table; ten chairs"),
    ("| item | qty |\n|---|---|\n| desk | 4 |", "\n\n4 desk"),
    ("| chair | 4 | behind each desk |", "chair, behind each desk"),
    ("shelf: h 200 cm, w 80 cm", "shelf, 200 cm high, 80 cm wide"),
    ("a living room: 3 m wide sofa", "a living room: 3 m wide sofa"),
    ("a table ø 45 cm", "a table 45 cm in diameter"),
    ("living room: 5.5 m x 4.2 m. sofa", "living room 5.5 m x 4.2 m. sofa"),
    ("a lamp in the ne corner", "a lamp in the back right corner"),
    ("a barber shop from the 50s with a chair", "a barber shop with a chair"),
    ("a bar, 5 stools and a t-shirt", "a bar, 5 stools and a t-shirt"),
)


@pytest.mark.parametrize(("pasted", "row"), PASTED)
def test_marks_of_lists_and_tables_are_read_as_words(pasted: str, row: str) -> None:
    assert in_a_row(pasted) == row


BRACKETS = (
    ("desk (oak, 1.4 m)", "desk 1.4 m long in oak"),
    ("chair (black leather)", "chair  in black leather"),
    ("two stools (metal, red)", "two stools  in red metal"),
    ("plant (0.5 m high)", "plant 0.5 m high"),
    ("a room (with a bed)", "a room (with a bed)"),
    ("pigeons (4)", "pigeons (4)"),
)


@pytest.mark.parametrize(("written", "said"), BRACKETS)
def test_looks_and_measures_in_brackets_are_said_of_what_is_before(written: str, said: str) -> None:
    assert with_brackets_read(written) == said


STORIES = (
    "It was night. A lamp lit the bench and a dog slept beside it.",
    "Picture a garden with a bench and a tree",
    "When I was a boy my grandfather had a workshop with a bench and a stove",
)


@pytest.mark.parametrize("said", STORIES)
def test_a_story_is_a_wish_for_its_scene(said: str) -> None:
    assert decide(said, Context()).action == "generate_3d_scene"


def test_what_a_thing_is_full_of_ends_where_its_place_is_said() -> None:
    result = decompose("a cooler full of beer next to a grill, some lawn chairs and a swing")
    held = {r.subject for r in result.relations if r.kind is RelationKind.IN}
    assert held == {"beer"}
