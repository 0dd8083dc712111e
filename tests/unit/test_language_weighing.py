"""Changes that are only thought of aloud, the "yes" after them, and questions about the program."""

from __future__ import annotations

import pytest

from consumers.agent.decision import Context
from consumers.agent.rules import decide
from consumers.lexicon.talk.supposing import supposed
from consumers.lexicon.words.tokens import read
from schemas.edits import SceneItem
from schemas.ids import NodeId
from schemas.state import Turn

ITEMS = (
    SceneItem(id=NodeId("floor"), name="Floor", size=(6, 0.1, 5)),
    SceneItem(id=NodeId("sofa"), name="sofa", noun="sofa", size=(2, 0.85, 0.9)),
    SceneItem(id=NodeId("vase"), name="vase", noun="vase", size=(0.2, 0.3, 0.2)),
)
SCENE = Context(has_scene=True, items=ITEMS)


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("should I add a gnome?", "add a gnome"),
        ("do you think we should move the sofa to the wall?", "move the sofa to the wall"),
        ("should the vase be blue?", "the vase should be blue"),
        ("do you think the vase should go on the sofa?", "put the vase on the sofa"),
        ("what would happen if I removed the sofa?", "remove the sofa"),
        ("would a piano fit in here?", "add a piano"),
        ("would a rug look good under the sofa?", "add a rug under the sofa"),
        ("is there room for another armchair?", "add another armchair"),
        ("can we fit a bed in here?", "add a bed"),
        ("I wonder how it would look with a bigger sofa", "a bigger sofa"),
        ("would it be better with a plant", "add a plant"),
    ],
)
def test_a_change_that_is_only_weighed_waits_for_a_yes(said: str, wish: str) -> None:
    weighed = decide(said, SCENE)
    assert weighed.action == "reply"
    assert wish in (weighed.reply or "")
    after = Context(has_scene=True, items=ITEMS, talk=(Turn(said, (), weighed.reply or ""),))
    for yes in ("yes please", "ok", "do it anyway", "sure, go ahead", "add it then"):
        assert (decide(yes, after).action, decide(yes, after).input) == ("modify_3d_scene", wish)
    assert decide("no", after).action == "reply"


@pytest.mark.parametrize(
    "said",
    [
        "can you add a gnome?", "could the sofa be red?", "would you move the sofa to the wall?",
        "what if the sofa were red?", "would you put a rug under the sofa?", "make it red",
        "is the sofa red?", "how many sofas are there?", "could you add two chairs",
    ],
)  # fmt: skip
def test_a_wish_or_a_question_is_not_weighed(said: str) -> None:
    assert supposed(read(said)) is None


def test_a_yes_alone_does_nothing() -> None:
    done = Turn("add a lamp", ("modify_3d_scene",), "Added a lamp.")
    assert decide("yes", Context(has_scene=True, items=ITEMS, talk=(done,))).action == "reply"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("can I undo things?", "undo"), ("is there an undo?", "redo"),
        ("what file formats can I export to?", "GLB"), ("how do I get this into Unity?", "Unity"),
        ("can I save this?", "GLB"), ("is it saved?", "kept"), ("does it cost anything?", "free"),
        ("can I sell it commercially?", "licences"), ("do you speak German?", "English only"),
        ("can my friends see it too?", "session"), ("are you chatgpt?", "grammar"),
        ("what else can I change?", "recolour"), ("can I talk to you by voice?", "speak"),
    ],
)  # fmt: skip
def test_questions_about_the_program_are_answered(said: str, told: str) -> None:
    for context in (SCENE, Context()):
        decision = decide(said, context)
        assert decision.action == "reply"
        assert told in (decision.reply or "")
