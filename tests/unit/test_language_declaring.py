"""Sentences that only tell something, what is to stay as it is, and wishes that are taken back."""

from __future__ import annotations

import pytest

from consumers.agent.decision import Context
from consumers.agent.rules import decide
from consumers.lexicon.edits.correcting import corrected
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.words.tokens import read
from schemas.edits import SceneItem
from schemas.ids import NodeId
from schemas.state import Turn

ITEMS = (
    SceneItem(id=NodeId("floor"), name="Floor", size=(6, 0.1, 5)),
    SceneItem(id=NodeId("sofa"), name="grey sofa", noun="sofa", color="#8c8f92", size=(2, 0.8, 1)),
    SceneItem(id=NodeId("vase"), name="vase", noun="vase", size=(0.2, 0.3, 0.2)),
    SceneItem(id=NodeId("clock"), name="clock", noun="clock", size=(0.3, 0.3, 0.1)),
    SceneItem(id=NodeId("chair-1"), name="chair 1", noun="chair", size=(0.5, 0.9, 0.5)),
    SceneItem(id=NodeId("chair-2"), name="chair 2", noun="chair", size=(0.5, 0.9, 0.5)),
)
SAID = Turn("a room with a sofa, a vase and two chairs", ("generate_3d_scene",), "Here it is.")
SCENE = Context(has_scene=True, items=ITEMS, talk=(SAID,))


@pytest.mark.parametrize(
    "said",
    [
        "it feels cramped in here", "there's nothing on the walls", "I can't see the sofa",
        "the vase reminds me of something", "chairs are always a mess", "the clock stopped",
        "I would never put a vase near a clock", "my aunt owned a clock like that",
        "oh great, another grey sofa, just what I needed", "wow a clock. groundbreaking.",
        "sure, because everybody loves a lobby without plants", "the lamp annoys me",
        "nobody will ever sit in those chairs", "they are ugly", "this room has no soul",
        "the sofa looks kinda lonely", "that vase is a mistake",
        "the clock would never stand on the sofa", "the sofa looks like my aunt's",
        "it looks like the sofa is about to break", "there are too many chairs",
    ],
)  # fmt: skip
def test_what_only_tells_changes_nothing(said: str) -> None:
    assert decide(said, SCENE).action == "reply"


@pytest.mark.parametrize(
    "said",
    [
        "the sofa is red", "the sofa is too small", "there's a cat on the sofa", "two more chairs",
        "the vase should be on the floor", "it's too dark", "it's night", "the walls are white",
        "the chairs are facing each other", "the sofa could be longer", "both chairs",
        "I need a bigger vase", "we could use a rug", "the sofa is made of leather", "bigger"
        " chairs",
        "the clock needs to go", "you forgot the rug", "don't touch the sofa",
    ],
)  # fmt: skip
def test_what_describes_or_wishes_is_an_edit(said: str) -> None:
    assert decide(said, SCENE).action == "modify_3d_scene"


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("don't touch the sofa but delete the rest of the furniture",
         "delete everything except the sofa"),
        ("do not remove the vase, move it to the sofa", "move the vase to the sofa"),
        ("you forgot the rug", "add a rug"),
        ("keep the sofa, get rid of the rest", "get rid of everything except the sofa"),
    ],
)  # fmt: skip
def test_what_is_spared_or_forgotten_is_told_by_a_plain_wish(said: str, wish: str) -> None:
    assert decide(said, SCENE).input == wish


@pytest.mark.parametrize(
    "said",
    [
        "make the sofa white, no, leave it",
        "remove the vase, actually no, keep it", "delete the clock, never mind",
        "paint the sofa white wait no black actually no leave it as it is",
    ],
)  # fmt: skip
def test_a_wish_that_is_taken_back_changes_nothing(said: str) -> None:
    assert decide(said, SCENE).action == "reply"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("do we have two sofas?", "only one"), ("do we have two chairs?", "Yes"),
        ("which chair is the biggest?", "The 2 chairs are"), ("where is it?", "please name it"),
        ("what colour is the sofa and where is it?", "grey. The grey sofa is"),
        ("can you see the clock from the sofa?", "Not wholly"),
        ("are they next to each other?", "please name it"),
        ("are all chairs the same colour?", "No colour was chosen"),
        ("new scene please", "What shall the new scene be"),
        ("is there anything grey here?", "a grey sofa"),
        ("is there anything blue?", "nothing blue"),
        ("is there still a dog?", "no dog"), ("what was it that I said at the start", "two chairs"),
        ("I fear the sofa is rather drab", "better"), ("can you make a video?", "videos"),
        ("what a masterpiece, Michelangelo would weep", "I see"),
    ],
)  # fmt: skip
def test_nothing_is_told_that_is_not_so(said: str, told: str) -> None:
    decision = decide(said, SCENE)
    assert decision.action == "reply"
    assert told in (decision.reply or "")


def test_it_is_what_the_question_before_was_about() -> None:
    before = Turn("where is the vase?", (), "The vase is on the sofa.")
    context = Context(has_scene=True, items=ITEMS, talk=(SAID, before))
    assert (decide("and how big is it?", context).reply or "").startswith("The vase is")


def test_questions_about_the_talk_and_shares() -> None:
    done = Turn("make the vase red", ("modify_3d_scene",), "Replaced the vase with a red vase.")
    context = Context(has_scene=True, items=ITEMS, talk=(SAID, done))
    told = {
        "what did I just ask you to do?": "make the vase red",
        "and uh what did I just say": "make the vase red",
        "what was my first request?": "a room with a sofa",
        "what changed since the beginning?": "red vase",
        "why is the clock there?": "tell",
        "why is the vase there?": "a room with a sofa",
        "what percentage of the chairs are red?": "0 of the 2 chairs",
        "which chair has a lamp?": "There is no lamp",
    }
    for said, words in told.items():
        assert words in (decide(said, context).reply or ""), said


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("add two bookcases, no, three", "add three bookcases"),
        ("add a chair, no make it two", "add two chair"),
        ("make the sofa red no green", "make the sofa green"),
        ("add a vase on the sofa, actually on the floor", "add a vase on the floor"),
        (
            "move the vase no wait the clock to the wall no to the left",
            "move the clock to the left",
        ),
        ("turn the chairs, just the sofa, around", "turn the sofa , around"),
        ("add a big plant, I mean small", "add a small plant"),
        ("add a table with no legs", "add a table with no legs"),
    ],
)
def test_corrections_are_followed_to_the_last(said: str, left: str) -> None:
    assert corrected(read(said), Finder(ITEMS)).text == left
