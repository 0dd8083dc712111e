"""Texts before they are read: slips of the pen, words taken back, fillers, abbreviations."""

from __future__ import annotations

import pytest

from consumers.lexicon.sentences.mending import mended
from consumers.lexicon.words.tokens import read

SLIPS = (
    ("a tabel", "a table"),
    ("an armchiar", "an armchair"),
    ("a matress", "a mattress"),
    ("two cusions", "two cushions"),
    ("a fireplce", "a fireplace"),
    ("a yelow sofa", "a yellow sofa"),
    ("a woden chair", "a wooden chair"),
    ("a kitchn", "a kitchen"),
    ("a chair besid a table", "a chair beside a table"),
)


@pytest.mark.parametrize(("said", "meant"), SLIPS)
def test_a_word_one_slip_away_from_a_known_one_is_read_as_it_and_a_note_says_so(
    said: str, meant: str
) -> None:
    line, notes = mended(read(said))
    assert line.text == meant
    assert notes


@pytest.mark.parametrize(
    "said",
    [
        "a gramophone on a samovar",
        "a wibble",
        "a zorgon and a flumph",
        "a cat and a hat",
        "a boar, a bark and a coach",
        "two thrones and a stool",
        "une table et deux chaises",
        "a red lamp on a desk",
    ],
)
def test_words_that_are_right_or_like_none_stay_as_they_are(said: str) -> None:
    assert mended(read(said)) == (read(said), [])


TAKEN_BACK = (
    ("a red, no, blue sofa", "a blue sofa"),
    ("two -- actually three chairs", "three chairs"),
    ("a table, sorry, a desk", "a desk"),
    ("a sofa, i mean an armchair", "an armchair"),
    ("a lamp, or rather two lamps", "two lamps"),
    ("a chair, scratch that, a stool by the door", "a stool by the door"),
    ("a sofa, a lamp, no wait, two lamps, and a rug", "a sofa , two lamps , and a rug"),
    ("a wooden, no wait, metal table", "a metal table"),
)


@pytest.mark.parametrize(("said", "meant"), TAKEN_BACK)
def test_what_is_taken_back_is_taken_out(said: str, meant: str) -> None:
    assert mended(read(said))[0].text == meant


@pytest.mark.parametrize(
    "said",
    ["a room with no rug", "a chair, no table", "a lamp but no shade", "a sofa, not a chair"],
)
def test_a_no_that_takes_nothing_back_stays(said: str) -> None:
    assert mended(read(said))[0] == read(said)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("um, a table", "a table"),
        ("a table w/ two chairs", "a table with two chairs"),
        ("like ten chairs", "ten chairs"),
        ("a rug shaped like a star", "a rug shaped like a star"),
        ("the sofa's on the left", "the sofa is on the left"),
        ("a dog's bed", "a dog 's bed"),
    ],
)
def test_fillers_go_and_short_forms_are_written_out(said: str, meant: str) -> None:
    assert mended(read(said))[0].text == meant
