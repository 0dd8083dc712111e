"""What a noun is: compounds whose last word misleads, people whose name no table has."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from consumers.decompose.rules import decompose
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.settings import spelled_settings
from consumers.lexicon.words.beings import company
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.nouns import names
from consumers.lexicon.words.tokens import read


def compounds() -> Any:
    text = files("consumers.lexicon.words").joinpath("compounds.toml").read_text("utf-8")
    return tomllib.loads(text)


def phrase(words: str) -> Phrase:
    found = phrase_at(read(words), 0)
    assert found is not None, words
    return found[0]


@pytest.mark.parametrize(
    ("compound", "misleading"),
    [
        ("oil drum", "drum"), ("water basin", "sink"), ("water tower", "control tower"),
        ("speaker tower", "tower"), ("paint pot", "pot"), ("arc lamp", "lamp"),
        ("information board", "plank"), ("tire rack", "pallet rack"), ("paper crane", "crane"),
        ("trojan horse", "horse"), ("snow bank", "bank"), ("salad bar", "bar counter"),
        ("key ring", "ring"), ("ski boot", "boots"), ("nail gun", "pistol"),
        ("potted palm", "palm tree"), ("power plant", "potted plant"), ("wax seal", "seal"),
        ("hand fan", "fan"), ("barrel organ", "organ"), ("hair bow", "bow"),
        ("solar cell", "prison bars"), ("tea chest", "chest"), ("coal mine", "sea mine"),
        ("tobacco pipe", "pipe"), ("roulette wheel", "wheel"), ("bumper car", "car"),
        ("pedal boat", "boat"), ("trap door", "door"), ("climbing wall", "wall"),
        ("iv bag", "handbag"), ("picnic basket", "basket"), ("chess clock", "clock"),
        ("corn dog", "dog"), ("diving bell", "bell"), ("hot plate", "plate"),
        ("ghost train", "train"), ("prayer wheel", "wheel"), ("toilet seat", "chair"),
        ("shower screen", "monitor"), ("lion tamer", "lion"), ("pile driver", "person"),
    ],
)  # fmt: skip
def test_a_compound_is_not_what_its_last_word_names(compound: str, misleading: str) -> None:
    found = phrase(f"a {compound}")
    assert found.noun not in {"", misleading}
    assert found.label == compound


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("a fire fly", "firefly"), ("a foot stool", "footstool"), ("two sea horses", "seahorse"),
        ("a coffeetable", "coffee table"), ("three barstools", "bar stool"),
        ("a pine apple", "pineapple"), ("a skate board", "skateboard"),
    ],
)  # fmt: skip
def test_a_name_may_be_written_apart_or_in_one(words: str, noun: str) -> None:
    assert phrase(words).noun == noun


@pytest.mark.parametrize("words", ["a green house", "a black bird", "a cab in the street"])
def test_words_that_only_happen_to_join_stay_apart(words: str) -> None:
    assert phrase(words).noun in {"house", "bird", "taxi"}


@pytest.mark.parametrize(
    "words",
    [
        "a zoologist", "a cheesemonger", "an old herbalist", "a tinsmith", "a lumberman",
        "a passenger", "an anesthesiologist", "a stagehand", "a general", "two germans",
        "three nomads", "juliet", "romeo", "an angry customer", "a streaker", "a goalkeeper",
        "a tired planner kneeling in the garden", "a snake charmer", "the flumper is reading",
        "a grumpy flumper", "zorblax kneels before the throne",
    ],
)  # fmt: skip
def test_somebody_is_a_person(words: str) -> None:
    row = noun_row(phrase(words).noun)
    assert row is not None
    assert row.category == "person"
    assert row.name != "doctor"


@pytest.mark.parametrize(
    "words",
    [
        "a printer", "a toaster", "a boiler", "a planter", "a mixer", "a hanger", "a tape recorder",
        "a general store", "a roman bust", "a german shepherd", "a talisman", "a checklist",
        "a juliet balcony", "a printer sitting on a desk", "an old flumper", "a screwdriver",
    ],
)  # fmt: skip
def test_a_thing_is_no_person(words: str) -> None:
    row = noun_row(phrase(words).noun)
    assert row is None or row.category != "person" or words == "an old flumper"


@pytest.mark.parametrize(
    ("words", "noun"),
    [("a lungfish", "fish"), ("a wolfhound", "dog"), ("two allosauruses", "dinosaur")],
)
def test_the_ending_of_an_animal_tells_its_family(words: str, noun: str) -> None:
    assert phrase(words).noun == noun


@pytest.mark.parametrize(
    ("words", "head", "count"),
    [
        ("a choir", "singer", 6), ("two string quartets", "musician", 8),
        ("an audience", "spectator", 6), ("a choir of four singers", "singer", 4),
        ("three ppl", "person", 3), ("two folks", "folk", 2), ("a team of four riders", "rider", 4),
    ],
)  # fmt: skip
def test_a_company_is_as_many_as_it_has(words: str, head: str, count: int) -> None:
    found = phrase(words)
    assert (found.head, found.count) == (head, count)
    row = noun_row(found.noun)
    assert row is not None
    assert row.category == "person"


COMPOUNDS = {
    word
    for rows in compounds()["alike"].values()
    for name, row in rows.items()
    for word in (name, *row.get("synonyms", ()))
}
PLAIN = frozenset({"red", "green", "blue", "white", "black", "yellow", "brown", "pink", "purple"})


def test_no_compound_takes_a_colour_for_itself() -> None:
    """A red bridge is a bridge that is red; a black hole is none."""
    colored = [word for word in COMPOUNDS if word.partition(" ")[0] in PLAIN]
    told = {word for word in colored if word.partition(" ")[2] in names()}
    assert told <= {"black hole", "black smoker"}


def test_a_rubber_band_is_no_company() -> None:
    assert company("rubber band") is None


def test_a_compound_that_is_a_place_too_stays_a_place() -> None:
    places = sorted(COMPOUNDS & spelled_settings())
    scenes = {place: decompose(f"A {place} with a table and two chairs") for place in places}
    told = [place for place, scene in scenes.items() if len(scene.wishes) != 3]
    assert places
    assert told == []
