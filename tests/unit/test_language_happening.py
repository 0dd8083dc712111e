"""Sentences that tell a state or an event of the scene: what they come to as plain commands."""

from __future__ import annotations

import pytest

from consumers.agent.decision import Context
from consumers.agent.rules import decide
from consumers.lexicon.talk.paraphrasing import in_plain_words
from schemas.edits import SceneItem
from schemas.ids import NodeId
from schemas.state import Turn
from tests.unit.test_language_answers import item

ITEMS = (
    SceneItem(id=NodeId("floor"), name="Floor", size=(6, 0.1, 5)),
    item("stove", "stove", -2, 1.5, (0.75, 0.9, 0.6)),
    item("table", "table", 0, 0, (1.6, 0.75, 0.9)),
    item("bench", "bench", 2, 1, (1.4, 0.45, 0.4)),
    item("red book", "book", 0, 0, (0.2, 0.04, 0.3), color="#c8322f"),
    item("waiter", "waiter", -1, -1, (0.6, 1.74, 0.5)),
    item("lady", "woman", 1, -1, (0.5, 1.7, 0.4)),
    item("sheep 1", "sheep", 2, -1, (0.5, 0.86, 1.15)),
    item("sheep 2", "sheep", 2, -2, (0.5, 0.86, 1.15)),
    item("sheep 3", "sheep", 3, -1, (0.5, 0.86, 1.15)),
)  # fmt: skip

STATES = (
    ("The cat is lying in front of the stove.", "add a cat lying in front of the stove."),
    ("The waiter he stands near the table", "put the waiter near the table."),
    ("the watering can belongs under the bench", "add a watering can under the bench."),
    ("her dog sleeps under the table", "add a dog sleeping under the table."),
    ("my two cats sit on the bench", "add two cats sitting on the bench."),
    ("She is sitting on the bench", "put the lady on the bench."),
    ("He's standing behind the table now", "put the waiter behind the table."),
    ("the waiter leans on the table", "put the waiter next to the table."),
    ("two sheep stand next to the stove", "put two of the sheep next to the stove."),
    ("a lady is waiting next to the table with her suitcase next to her",
     "add a lady waiting next to the table with her suitcase next to her."),
    ("the lady wants to sit at the table", "put the lady at the table."),
)  # fmt: skip
EVENTS = (
    ("The owl flies over and lands on the bench", "add an owl on the bench."),
    ("the waiter walks over to the lady", "move the waiter to the lady."),
    ("She walks to the bench and sits down", "move the lady on the bench."),
    ("a dog joins them", "add a dog next to the lady."),
    ("A spider drops from the ceiling onto the table", "add a spider onto the table."),
    ("One sheep ran off", "remove one sheep."), ("the waiter left the room", "remove the waiter."),
    ("Two of the sheep run away", "remove two of the sheep."),
    ("the sheep run away from the waiter", "move all the sheep away from the waiter."),
    ("he puts a sword on the table", "put a sword on the table."),
    ("she puts her hat on the bench", "put a hat on the bench."),
    ("the waiter takes the red book", "put the red book next to the waiter."),
    ("The sheep take the red book", "remove the red book."),
    ("he gives her the book", "put the book next to the lady."),
    ("the waiter turns to her", "turn the waiter to the lady."),
    ("he looks at the stove", "turn the waiter to the stove."),
    ("the lady follows him", "put the lady behind the waiter."),
    ("he walks to the table and takes the book",
     "move the waiter to the table. put the book next to the waiter."),
    ("the waiter sits down next to her", "put the waiter next to the lady."),
    ("the waiter rides the sheep", "put the waiter on the sheep."),
    ("the waiter brings her a coffee", "put a coffee next to the lady."),
    ("The dog chases the cat", "add a dog behind a cat."),
    ("the waiter steps off the bench", "put the waiter next to the bench."),
    ("the red book disappears", "remove the red book."), ("waiter goes to the stove",
     "move the waiter to the stove."),
    ("waiter picks up the book", "put the book next to the waiter."),
    ("our chef works at the stove", "add a chef at the stove."),
    ("her shoes are under the bench", "add some shoes under the bench."),
    ("two of the sheep died. Take them out", "take out two of the sheep"),
    ("one sheep died, throw it away", "throw away one sheep"),
    ("my sister comes with her baby", "add a sister with her baby."),
    ("The butler enters with a tray", "add a butler with a tray."),
    ("the dog begs next to him", "add a dog next to the waiter."),
    ("the waiter talks to the lady", "put the waiter next to the lady."),
    ("the lady points at the stove", "turn the lady to the stove."),
    ("the waiter has a tray", "put a tray next to the waiter."),
    ("next to the stove there's a lamp", "put a lamp next to the stove."),
    ("two of the kids play under the table", "add two kids under the table."),
    ("the butler is back", "bring back the butler."),
    ("they look at the waiter", "turn the lady to the waiter."),
    ("the chef comes running", "add a chef."),
    ("there comes a guest with a dog", "add a guest with a dog."),
    ("The dog he wants on the bench", "add a dog on the bench."),
    ("The sheep surround the waiter", "put all the sheep around the waiter."),
    ("my accountant thinks two sheep too many", "remove two sheep."),
    ("aunt Martha brings a cake and puts it on the table",
     "add an aunt martha with a cake. put it on the table."),
    ("he would like a blanket", "put a blanket next to the waiter."),
    ("the waiter has the red book", "put the red book next to the waiter."),
    ("he kicks the book under the table", "put the book under the table."),
    ("my dog would be lying on the bench", "add a dog lying on the bench."),
    ("could someone sit on the bench?", "add a person sitting on the bench."),
    ("in the corner we have a piano", "put a piano in the corner."),
    ("on the table are standing six cups", "put six cups on the table."),
    ("a squirrel climbs up the table", "add a squirrel on the table."),
    ("the kids are playing ball next to the bench", "add some kids next to the bench."),
    ("the winner has a trophy", "add a winner with a trophy."), ("they leave", "remove the"
     " waiter and the lady."), ("the old couple sits on the bench",
     "add two old people sitting on the bench."),
    ("Mary sits on the bench", "add a mary sitting on the bench."),
    ("seat a woman on the bench", "put a woman on the bench."),
    ("let the lady sit on the bench", "put the lady on the bench."),
    ("let him sit on the bench", "put the waiter on the bench."),
    ("tell the waiter to go to the stove", "move the waiter to the stove."),
    ("have a dog lie in front of the stove", "add a dog lying in front of the stove."),
    ("make the waiter leave", "remove the waiter."),
    ("the teacher sits on the bench and reads a book",
     "add a teacher sitting on the bench. put a book next to it."),
    ("the waiter is drinking a coffee", "put a coffee next to the waiter."),
    ("a merchant shows up with a cart", "add a merchant with a cart."),
    ("the waiter walks past the stove", "put the waiter past the stove."),
    ("the lady buys a hat", "put a hat next to the lady."),
    ("on her table it lies an apple", "put an apple on her table."),
)  # fmt: skip
WISHES = (
    ("can my bunny come too?", "add a bunny."), ("my grandson comes too", "add a grandson."),
    ("My grandson comes too, so one more plate and one more bench",
     "add a grandson. add one more plate and one more bench."),
    ("We are five people, so we need another bench", "we need another bench."),
    ("my husband thinks two sheep too many, so take two away", "take away two sheep."),
)  # fmt: skip


@pytest.mark.parametrize(("said", "plain"), [*STATES, *EVENTS, *WISHES])
def test_what_is_told_of_the_scene_is_a_plain_command(said: str, plain: str) -> None:
    assert in_plain_words(said, ITEMS) == plain


@pytest.mark.parametrize(
    "said",
    [
        "My husband hates it", "I was sitting on a bench yesterday", "my dog ran away last week",
        "the lady never sits on the bench",
        "if the waiter leaves I will cry", "the oak leaves", "I left my keys on the table",
        "the sheep always run to the stove", "the book belongs to the lady",
        "the dog belongs to the teacher", "the waiter runs",
        "my mum came over", "the benches come from my aunt",
        "have a look at the bench", "make the book stand out more", "my kids are watching me",
        "my daughter has a cat too", "it's going to rain", "the waiter goes to bed",
    ],
)  # fmt: skip
def test_what_is_no_state_of_the_scene_is_left_as_it_is(said: str) -> None:
    assert in_plain_words(said, ITEMS) == said


@pytest.mark.parametrize(
    "said",
    [
        "the waiter falls asleep",
        "the sheep kneel down",
        "the sheep is singing loudly",
        "she opens the stove",
        "they're drawing the bench",
    ],
)
def test_an_event_that_no_scene_shows_is_told(said: str) -> None:
    decision = decide(said, Context(has_scene=True, items=ITEMS))
    assert decision.action == "reply"
    assert "stands still" in (decision.reply or "")


def test_who_is_not_there_can_not_leave() -> None:
    decision = decide("the driver gets out", Context(has_scene=True, items=ITEMS))
    assert decision.reply == "There is no driver in the scene. Nothing is changed."


def test_he_is_who_was_spoken_of_before_and_may_be_a_he() -> None:
    talk = (
        Turn("a room", ("generate_3d_scene",), "Here it is."),
        Turn("move the waiter", ("modify_3d_scene",), "Moved the waiter."),
        Turn("move the lady", ("modify_3d_scene",), "Moved the lady."),
    )
    items = (*ITEMS, item("knight", "knight", 3, 2, (0.7, 1.85, 0.5)))
    context = Context(has_scene=True, items=items, talk=talk, touched=(NodeId("lady"),))
    assert (
        decide("he stands next to the stove", context).input == "put the waiter next to the stove."
    )
    assert (
        decide("she stands next to the stove", context).input == "put the lady next to the stove."
    )
