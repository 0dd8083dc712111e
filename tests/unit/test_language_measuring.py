"""Questions that compare, measure and count of each are answered of exactly what they name.

The room is that of ``test_language_answers``; a boy on the sofa and a robot at the table besides.
"""

from __future__ import annotations

import pytest

from consumers.agent.decision import Context
from consumers.agent.rules import decide
from tests.unit.test_language_answers import ITEMS, item

PEOPLE = (
    item("boy", "child", -1.5, 1.9, (0.4, 1.2, 0.3), y=0.45, on="red-sofa", yaw=180),
    item("robot", "robot", 1.5, 0.4, (0.5, 1.5, 0.4), yaw=180),
    item("mirror", "mirror", 1.5, 2.46, (0.6, 0.9, 0.04), y=1.1, yaw=180),
)
SCENE = Context(has_scene=True, items=(*ITEMS, *PEOPLE))

ANSWERS = (
    ("Which is closer to the cat, the sofa or the bed?",
     "The red sofa is closer to the cat: 1.2 m, the bed 2.7 m."),
    ("which is nearer to the tv: the table or the bed",
     "The table is closer to the tv: 1.9 m, the bed 3.2 m."),
    ("what is closest to the bed, the cat, the table or the sofa?",
     "The table is closer to the bed: 0.4 m, the red sofa 1.8 m and the cat 2.7 m."),
    ("which is further from the sofa, the tv or the bed?",
     "The tv is further from the red sofa: 3.4 m, the bed 1.8 m."),
    ("is the table or the sofa closer to the bed?",
     "The table is closer to the bed: 0.4 m, the red sofa 1.8 m."),
    ("is the cat closer to the sofa than the table?",
     "Yes: from the red sofa it is 1.2 m to the cat and 2 m to the table."),
    ("is the cat closer to the sofa than to the tv?",
     "Yes: from the cat it is 1.2 m to the red sofa and 1.8 m to the tv."),
    ("which is closer to the piano, the sofa or the bed?", "There is no piano in the scene."),
    ("which is closer to the sofa, the bed or the harp?", "There is no harp in the scene."),
    ("Is there at least one metre between the table and the bed?",
     "No, the table and the bed are 0.4 m apart."),
    ("is there less than 50 cm between the table and the bed?",
     "Yes, the table and the bed are 0.4 m apart."),
    ("are the sofa and the bed at least 1.5 m apart?",
     "Yes, the red sofa and the bed are 1.8 m apart."),
    ("is the gap between the table and the bed more than 30 cm?",
     "Yes, the table and the bed are 0.4 m apart."),
    ("is there enough room between the table and the bed to walk through?",
     "No, the table and the bed are 0.4 m apart; a person goes through 0.6 m."),
    ("is there room between the sofa and the bed for a wheelchair?",
     "Yes, the red sofa and the bed are 1.8 m apart; a wheelchair goes through 0.9 m."),
    ("what's the footprint of the bed?",
     "The bed takes 1.6 m by 2.1 m of floor, 3.36 square metres."),
    ("how much floor does a chair take up?",
     "The 2 wooden chairs take 0.5 m by 0.5 m of floor each, 0.25 square metres."),
    ("how high does the mirror hang?", "The mirror begins 1.1 m above the floor."),
    ("what is the most wide thing?", "The red sofa"),
    ("What clearance is there between the table and the bed?",
     "The table and the bed are 0.4 m apart."),
    ("is anything blocking the way from the cat to the tv stand?", "Nothing is in the way"),
    ("what's in the way from the robot to the tv?", "Straight from the robot to the tv,"),
    ("what is the position of the cat?", "The cat is at x -1.50, y 0.00, z 0.10 m."),
    ("how many metres is the sofa long?", "The red sofa is 2 m long."),
    ("is the cat within two metres of the sofa?", "Yes, the cat and the red sofa are 1.2 m apart."),
    ("are the chairs closer to the table than one metre?", "Yes, wooden chair "),
    ("is the bed more than 2 m from the sofa?", "No, the bed and the red sofa are 1.8 m apart."),
    ("how long is the garage?", "The room is 6 m wide"),
    ("who is closer to the cat, the boy or the robot?", "The boy is closer to the cat"),
    ("how wide is the passage between the table and the bed?",
     "The table and the bed are 0.4 m apart."),
    ("is any chair not facing the table?", "No, the 2 wooden chairs face the table."),
    ("what are the coordinates of the cat and the rug?",
     "The cat is at x -1.50, y 0.00, z 0.10 m; the rug is at x -1.50, y 0.00, z 0.00 m."),
    ("is the sofa as tall as the bed?", "No, the red sofa is 0.85 m tall, the bed 1 m."),
    ("do the chairs have the same height as the table?",
     "No, the 2 wooden chairs are 0.9 m tall, the table 0.75 m."),
    ("is there room for a piano between the table and the bed?", "No, the table and the bed"),
    ("how tall is the sofa compared to the bed?", "The red sofa is 2 m wide, 0.85 m tall"),
    ("tell me what is where", "A room of 6 m by 5 m"),
    ("distance between the table and the bed?", "The table and the bed are 0.4 m apart."),
    ("how many chairs have a lamp?", "None of the 2 wooden chairs have a lamp."),
    ("give me a short description of the room", "A room of 6 m by 5 m"),
    ("how many chairs are at each table?", "The table has 2 chairs."),
    ("does every table have two chairs?", "Yes. The table has 2 chairs."),
    ("do all chairs have a cushion?", "No. Each of the 2 wooden chairs has no cushion."),
    ("who is on the sofa?", "A boy is on the red sofa."),
    ("who's sitting on the bed", "Nobody is on the bed."),
    ("is anybody at the table?", "Yes, a robot."),
    ("how many people are there?", "There are 2 people in the scene: a boy and a robot."),
    ("how many animals do you see?", "There is one animal in the scene: a cat."),
    ("are the boy and the robot facing each other?", "No, the boy and the robot do not face"),
    ("are the sofa and the robot facing the tv?", "No, only the red sofa faces the tv."),
    ("can you see the bed from the sofa?", "Yes, nothing stands between"),
    ("what lies beside the cat?", "There is nothing next to the cat; nearest is the"),
    ("what is behind me?", "I do not know where you stand"),
    ("what is on the floor?", "A red sofa"),
)  # fmt: skip


@pytest.mark.parametrize(("question", "told"), ANSWERS)
def test_what_is_asked_is_measured(question: str, told: str) -> None:
    decision = decide(question, SCENE)
    assert decision.action == "reply"
    assert (decision.reply or "").startswith(told)


def test_a_comparison_that_names_too_little_is_asked_for_again() -> None:
    told = decide("which is closer to the sofa?", SCENE).reply or ""
    assert told.startswith("I can not tell which is meant")


def test_a_description_goes_from_the_size_of_the_room_to_what_is_on_things() -> None:
    told = decide("describe the scene for a visitor", SCENE).reply or ""
    assert told.startswith("A room of 6 m by 5 m, 2.7 m high. On the ")
    assert "On the table are a lamp and a blue vase." in told
