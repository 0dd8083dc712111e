"""Questions are answered from the scene and the talk, and never act; what is not known is said.

The room: 6 by 5 m, 2.7 m high. A red sofa at the back wall on the left looks at a TV on a stand at
the front; two wooden chairs face a table on the right with a lamp and a vase on it; a rug under a
cat in the middle; a bed in the right back corner.
"""

from __future__ import annotations

import pytest

from consumers.agent.decision import Context
from consumers.agent.rules import decide
from consumers.lexicon.talk.answers import NO_SCENE, OFF_TOPIC, UNKNOWN
from consumers.lexicon.talk.questions import asked
from consumers.lexicon.words.tokens import read
from schemas.edits import SceneItem
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.state import Turn


def item(name: str, noun: str, x: float, z: float, size: tuple[float, float, float],
         **more: object) -> SceneItem:  # fmt: skip
    y = more.pop("y", 0.0)
    place = {"x": x, "y": y, "z": z}
    node = name.replace(" ", "-")
    return SceneItem.model_validate(
        {"id": node, "name": name, "noun": noun, "position": place, "size": size, **more}
    )


ITEMS = (
    SceneItem(id=NodeId("floor"), name="Floor", size=(6, 0.1, 5)),
    SceneItem(id=NodeId("wall"), name="Back Wall", position=Vec3(z=2.55), size=(6, 2.7, 0.1)),
    item("red sofa", "sofa", -1.5, 1.95, (2, 0.85, 0.9), color="#c8322f", yaw=180),
    item("tv stand", "tv stand", -1.5, -2.0, (1.4, 0.5, 0.4), material="oak"),
    item("tv", "tv", -1.5, -2.0, (1.2, 0.7, 0.1), y=0.5, on="tv-stand"),
    item("table", "table", 1.5, -0.5, (1.6, 0.75, 0.9), material="oak"),
    item("wooden chair 1", "chair", 0.35, -0.5, (0.5, 0.9, 0.5), material="wood", yaw=90),
    item("wooden chair 2", "chair", 2.65, -0.5, (0.5, 0.9, 0.5), material="wood", yaw=-90),
    item("lamp", "lamp", 1.2, -0.5, (0.3, 0.5, 0.3), y=0.75, on="table", color="#ffffff"),
    item("blue vase", "vase", 1.9, -0.5, (0.2, 0.3, 0.2), y=0.75, on="table", color="#2040c0"),
    item("rug", "rug", -1.5, 0, (2, 0.02, 1.6)),
    item("cat", "cat", -1.5, 0.1, (0.25, 0.3, 0.45)),
    item("bed", "bed", 2.1, 1.4, (1.6, 1, 2.1)),
)
TALK = (
    Turn("a picture of a boat", ("generate_image",), "Here is a picture of a boat."),
    Turn("a living room", ("generate_3d_scene",), "Here is your scene, living room."),
    Turn("thanks", (), "You are welcome!"),
)
SCENE = Context(has_scene=True, items=ITEMS, assets=("red sofa",), talk=TALK)

ANSWERS = (
    ("what is on the table?", "A lamp and a blue vase are on the table."),
    ("what's on the rug", "A cat is on the rug."),
    ("what is under the cat", "A rug is under the cat."),
    ("what is on the cat?", "There is nothing on the cat."),
    ("what is on the piano?", "There is no piano in the scene."),
    ("what is next to the table?", "2 wooden chairs and a bed are next to the table."),
    ("what is to the left of the table?", "A wooden chair, a rug and a cat are to the left of"),
    ("what is in front of the bed?", None),
    ("what is between the sofa and the tv?", "A rug and a cat are between the red sofa and"),
    ("which things are on the left?", "A red sofa, a tv stand, a tv, a rug and a cat are on"),
    ("what is in the corner?", "A bed is in a corner."),
    ("what stands against the wall?", "A red sofa, a tv stand, a wooden chair and a bed are"),
    ("how many chairs are there?", "There are 2 chairs."),
    ("how many lamps are on the table?", "There is one lamp on the table."),
    ("how many chairs are around the table?", "There are 2 chairs around the table."),
    ("how many cats and lamps are there?", "There are a cat and a lamp."),
    ("how many elephants are there?", "There is no elephant in the scene."),
    ("count the chairs", "There are 2 chairs."),
    ("where is the lamp?", "The lamp is on the table."),
    ("could you tell me where the vase is?", "The blue vase is on the table."),
    ("where's the bed", "The bed is on the right at the back, next to the table."),
    ("where is the dragon?", "There is no dragon in the scene."),
    ("what is the lamp standing on?", "The lamp is on the table."),
    ("what colour is the sofa?", "The red sofa is red."),
    ("what color is the bed?", "No colour was chosen for the bed."),
    ("is the sofa red?", "Yes, the red sofa is red."),
    ("is the vase green?", "No, the blue vase is blue."),
    ("what is blue?", "A blue vase is blue."),
    ("what is the table made of?", "The table is made of oak."),
    ("what material are the chairs?", "The 2 wooden chairs are made of wood."),
    ("are the chairs wooden?", "Yes, the 2 wooden chairs are made of wood."),
    ("which things are made of oak?", "A tv stand and a table are made of oak."),
    ("how big is the room?", "The room is 6 m wide, 5 m deep and 2.7 m high."),
    ("how tall is the room", "The room is 6 m wide, 5 m deep and 2.7 m high."),
    ("how many square meters is the room?", "The floor is 6 m by 5 m, 30 square metres."),
    ("how tall is the lamp?", "The lamp is 0.5 m tall."),
    ("how big is the sofa?", "The red sofa is 2 m wide, 0.85 m tall and 0.9 m deep."),
    ("what are the dimensions of the bed?", "The bed is 1.6 m wide, 1 m tall and 2.1 m deep."),
    ("how long is the table?", "The table is 1.6 m long."),
    ("which is the tallest?", "The bed is the tallest: 1.6 m wide, 1 m tall and 2.1 m deep."),
    ("what's the smallest thing in the room?", None),
    ("is the sofa wider than the bed?", None),
    ("is there a cat?", "Yes, there is one."),
    ("are there any windows?", "No, there is no window."),
    ("do we have chairs?", "Yes, there are 2."),
    ("does the room have a piano?", "No, there is no piano."),
    ("how many chairs does the room have?", "There are 2 chairs."),
    ("is there a vase on the table?", "Yes, there is one on the table."),
    ("is there anything on the bed?", "No, there is nothing on the bed."),
    ("is anything on the rug?", "Yes, a cat."),
    ("is the lamp on the table?", "Yes, the lamp is on the table."),
    ("is the cat on the bed?", None),
    ("how far is the sofa from the cat?", "The red sofa and the cat are 1.2 m apart."),
    ("how far apart are the sofa and the tv?", None),
    ("what is the distance between the lamp and the vase?", None),
    ("which chair is closest to the bed?", "The wooden chair 2 is, 0.6 m from the bed."),
    ("do the chairs face the table?", "Yes, the 2 wooden chairs face the table."),
    ("is the sofa facing the tv?", "Yes, the red sofa faces the tv."),
    ("does the sofa face the bed?", "No, the red sofa does not face the bed."),
    ("tell me about the vase", "The blue vase is blue, 0.2 m wide, 0.3 m tall, 0.2 m deep, on"),
    ("what about the lamp?", "The lamp is white, 0.3 m wide, 0.5 m tall, 0.3 m deep, on the"),
    ("what did I ask before?",
     'Before this you said, oldest first: "a picture of a boat", "a living room" and "thanks".'),
    ("what was my first request?", 'You said "a picture of a boat".'),
    ("what did you make?", 'For "a living room" I answered: Here is your scene, living room.'),
    ("which assets are in the library?", "The library has red sofa."),
)  # fmt: skip


@pytest.mark.parametrize(("question", "told"), ANSWERS, ids=[q for q, _ in ANSWERS])
def test_a_question_is_answered_from_what_is_there(question: str, told: str | None) -> None:
    decision = decide(question, SCENE)
    assert decision.action == "reply"
    if told is not None:
        assert (decision.reply or "").startswith(told)
    else:
        assert decision.reply not in (None, UNKNOWN, OFF_TOPIC)


WHOLE = (
    "list everything", "what is in the scene?", "tell me what is there",
    "what do you see?", "show me a list of the objects", "what does the room contain?",
    "hey, what have we got here?",
)  # fmt: skip


@pytest.mark.parametrize("question", WHOLE)
def test_what_there_is_is_listed(question: str) -> None:
    told = decide(question, SCENE).reply or ""
    assert told.startswith(
        "There is a red sofa, a tv stand, a tv, a table, 2 wooden chairs, a lamp"
    )


@pytest.mark.parametrize(
    "question",
    [
        "how heavy is the bed?", "how much does the sofa cost?", "who lives here?",
        "how many legs does the table have?", "what is the cat called?", "is it day or night?",
        "why is the sofa red?", "does the sofa have pillows?", "will the table fall over?",
    ],
)  # fmt: skip
def test_what_the_scene_does_not_say_is_not_invented(question: str) -> None:
    assert decide(question, SCENE).reply == UNKNOWN


@pytest.mark.parametrize(
    "question", ["who is the president of France?", "what is love?", "how do magnets work?"]
)
def test_what_is_of_another_world_is_kindly_left(question: str) -> None:
    assert (decide(question, SCENE).reply or "").startswith((OFF_TOPIC, "I can only help with"))


@pytest.mark.parametrize("question", [q for q, _ in ANSWERS[:60:7]])
def test_without_a_scene_it_is_said_that_there_is_none(question: str) -> None:
    assert decide(question, Context()).reply == NO_SCENE


WISHES = (
    "can you add a dog", "could you please make the sofa red?", "can I have a chair?",
    "how about a lamp?", "what about adding a lamp", "why don't you add a chair?",
    "would you mind moving the lamp?", "where the sofa is, put a lamp", "do a scene with two cats",
    "have a chair next to the table", "will you build me a house?", "what a lovely garden",
    "are you able to build a house?", "is it possible to add a lamp?", "can the sofa be red?",
    "could the sofa be bigger?", "can we make it night?", "show me a chair",
    "what if it were night",
    "do you think you could add a tree?", "can you put the lamp where the vase is?", "a chair",
    "may I get a table with six chairs?", "can you please delete the lamp?",
)  # fmt: skip


@pytest.mark.parametrize("wish", WISHES)
def test_a_wish_in_the_form_of_a_question_is_none(wish: str) -> None:
    assert asked(read(wish)) is None
