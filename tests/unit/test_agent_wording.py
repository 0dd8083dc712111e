"""A model's own words are told only as far as they are so: over HTTP, against recorded answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from consumers.agent.decision import Context, Decision
from consumers.agent.langchain_engine import TRIES, langchain
from consumers.agent.wording import NO_TOOL, NOTHING
from consumers.chat.inquiry import Inquiry, given_up
from schemas.edits import SceneItem
from schemas.events import Action
from schemas.ids import NodeId
from schemas.state import Deed
from tests.ollama.answers import Answer, calling, saying
from tests.ollama.server import Ollama, ollama

MODEL = "ollama:devstral:24b"
SOFA = SceneItem(id=NodeId("s"), name="red sofa", noun="sofa")
LAMP = SceneItem(id=NodeId("l"), name="lamp", noun="lamp")
ROOM = Context(has_scene=True, items=(SOFA, LAMP))
RULES = given_up(MODEL)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ollama]:
    with ollama(saying()) as served:
        monkeypatch.setenv("OLLAMA_HOST", served.url)
        yield served


def decided(
    served: Ollama, text: str, *answers: Answer | str, context: Context = ROOM
) -> tuple[Decision, Inquiry]:
    """What comes of ``answers``, the last of them again and again."""
    told = [Answer(content=a) if isinstance(a, str) else a for a in answers]
    served.play(saying(*told[:-1], told[-1].model_copy(update={"times": None})))
    inquiry = Inquiry()
    return langchain(MODEL).decide(text, context, inquiry), inquiry


def done(observed: str, action: Action = "modify_3d_scene", told: bool = True) -> Context:
    """The room, after one action of the request."""
    deed = Deed("", action, "what it was given", observed, told)
    return Context(has_scene=True, items=ROOM.items, deeds=(deed,))


CLAIMS = {
    "add a cat next to the sofa": ("I've added the cat.", "modify_3d_scene"),
    "remove the sofa": ("Done! The sofa has been removed.", "modify_3d_scene"),
    "make the lamp blue": ("Sure.", "modify_3d_scene"),
    "could you please make it night": ("The room is dark now, enjoy!", "modify_3d_scene"),
    "show me a new scene: a kitchen with a fridge": ("Here is your kitchen.", "generate_3d_scene"),
    "draw a picture of a dragon": ("Here's your picture of a dragon!", "generate_image"),
    "delete all assets of the library": ("I have deleted all assets.", "confirm"),
    "clear the database": ("Shall I?", "confirm"),
}


@pytest.mark.parametrize(("text", "words", "action"), [(t, *c) for t, c in CLAIMS.items()])
def test_what_no_tool_did_is_not_told_but_done_by_the_rules(
    server: Ollama, text: str, words: str, action: str
) -> None:
    decision, inquiry = decided(server, text, words)
    assert decision.action == action
    assert words not in (decision.reply or "")
    assert decision.thought.startswith(RULES[:-1])
    assert inquiry.engine == "rules"
    assert len(server.asked) == TRIES
    assert NO_TOOL in server.asked[1].messages[-1]["content"]


def test_the_model_that_hears_so_may_still_call_the_tool(server: Ollama) -> None:
    add = calling("modify_3d_scene", user_input="add a cat")
    decision, inquiry = decided(server, "add a cat", "I've added the cat.", add)
    assert (decision.action, decision.input) == ("modify_3d_scene", "add a cat")
    assert not inquiry.engine
    assert server.asked[1].messages[-2]["content"] == "I've added the cat."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("make the lamp red", "Which lamp do you mean?"),
        ("add a guillotine", "I'm sorry, but I can't help with that."),
        ("the lamp is too small", "It is rather small, yes."),
        ("füge eine Lampe hinzu", "Ich habe eine Lampe hinzugefügt."),
        ("qwrt zxpl mnbv", "That sounds fun!"),
    ],
)
def test_a_refusal_or_a_question_back_is_told_with_what_was_done(
    server: Ollama, text: str, words: str
) -> None:
    decision, _ = decided(server, text, words)
    assert (decision.action, decision.reply) == ("reply", f"{words} {NOTHING}")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hello", "Hello! What shall we build?"),
        ("thanks", "You're welcome. Tell me what you'd like and I'll build it!"),
        ("who painted the Mona Lisa?", "Leonardo da Vinci, in Florence."),
        ("qwrt zxpl mnbv", "What do you mean?"),
        ("is this a nice room?", "Yes, the red sofa makes it cosy."),
    ],
)
def test_small_talk_is_told_as_it_is(server: Ollama, text: str, words: str) -> None:
    decision, inquiry = decided(server, text, words)
    assert (decision.action, decision.reply) == ("reply", words)
    assert len(inquiry.exchanges) == 1


def test_small_talk_that_claims_a_deed_is_the_rules_own_in_the_end(server: Ollama) -> None:
    decision, _ = decided(server, "thanks", "You're welcome! I have deleted the library for you.")
    assert decision.action == "reply"
    assert "deleted" not in str(decision.reply)
    assert str(decision.reply).endswith(RULES)


def test_what_the_scene_contradicts_is_told_to_the_model(server: Ollama) -> None:
    text = "is this room suited for a party of ten"
    wrong = "Yes, there are five sofas and a piano."
    decision, _ = decided(server, text, wrong, "Hardly: there is one sofa.")
    assert decision.reply == "Hardly: there is one sofa."
    again = server.asked[1].messages[-1]["content"]
    assert "there is 1 x sofa" in again
    assert "there is no piano" in again


def test_what_the_scene_contradicts_to_the_end_is_not_told(server: Ollama) -> None:
    decision, _ = decided(server, "is this room fit for a party", "Yes, there are five sofas.")
    assert "five" not in str(decision.reply)


def test_a_failure_that_was_not_told_goes_before_the_last_word(server: Ollama) -> None:
    failed = done("That could not be made: no mesh.", "generate_3d_object", told=False)
    sorry = "Shall I try something else?"
    decision, _ = decided(server, "a red chair", sorry, context=failed)
    assert decision.reply == f"That could not be made: no mesh. {sorry}"


@pytest.mark.parametrize("words", ["I've made the chair.", "Done!", "Here is your chair."])
def test_a_claim_after_a_failure_is_not_told(server: Ollama, words: str) -> None:
    failed = done("That could not be made: no mesh.", "generate_3d_object", told=False)
    decision, _ = decided(server, "a red chair", words, context=failed)
    assert decision.reply == "That could not be made: no mesh."


def test_a_claim_of_more_than_was_done_is_fed_back(server: Ollama) -> None:
    added = done("Added a lamp.")
    words = ("I've added a lamp and a cat.", "I've added a lamp.")
    decision, inquiry = decided(server, "add a lamp and a cat", *words, context=added)
    assert decision.reply == "I've added a lamp."
    assert "no cat" in inquiry.exchanges[0].error


def test_what_was_made_elsewhere_need_not_be_in_the_scene(server: Ollama) -> None:
    made = done("Here is a red chair.", "generate_3d_object")
    words = "I've made a red chair for you."
    decision, inquiry = decided(server, "a red chair alone", words, context=made)
    assert decision.reply == words
    assert not inquiry.engine


def test_no_deletion_is_told_that_was_none(server: Ollama) -> None:
    words = "Added, and I've cleared the whole library."
    decision, _ = decided(server, "add a lamp", words, context=done("Added a lamp."))
    assert decision.reply == f"Added a lamp. {MODEL} gave no usable answer, so no more was done."


def test_the_same_action_again_is_fed_back_however_long_ago(server: Ollama) -> None:
    deeds = tuple(Deed("", "modify_3d_scene", f"add a {x}", "Added.") for x in ("cup", "lamp"))
    context = Context(has_scene=True, items=ROOM.items, deeds=deeds)
    again = calling("modify_3d_scene", user_input="add a cup")
    decision, inquiry = decided(server, "a cup and a lamp", again, "All there.", context=context)
    assert decision.reply == "All there."
    assert "was done with these words" in inquiry.exchanges[0].error


def test_a_tool_that_is_called_twice_in_one_answer_is_fed_back(server: Ollama) -> None:
    both = Answer(tool_calls=(("modify_3d_scene", {"user_input": "add a cat"}),) * 2)
    good = calling("modify_3d_scene", user_input="add a cat")
    decision, inquiry = decided(server, "add a cat", both, good)
    assert (decision.input, decision.then) == ("add a cat", ())
    assert "twice" in inquiry.exchanges[0].error


def test_what_steers_a_terminal_is_taken_out(server: Ollama) -> None:
    hostile = "\x1b[31mHello\x1b]0;owned\x07\x00 \u202ethere\x9b1m"
    decision, _ = decided(server, "hello", hostile)
    assert decision.reply == "[31mHello]0;owned there1m"
    call = calling("modify_3d_scene", user_input=f"add a cat {hostile}")
    decision, _ = decided(server, "add a cat", call)
    assert decision.input == "add a cat [31mHello]0;owned there1m"


@pytest.mark.parametrize(
    ("text", "tool", "doubted"),
    [
        ("make the lamp blue", "generate_3d_scene", "there is a scene"),
        ("thanks", "modify_3d_scene", "nothing to be done"),
        ("who painted the Mona Lisa?", "generate_image", "nothing to be done"),
    ],
)
def test_a_tool_that_the_words_do_not_ask_for_is_doubted_once(
    server: Ollama, text: str, tool: str, doubted: str
) -> None:
    decision, inquiry = decided(server, text, calling(tool, user_input="something"))
    assert decision.action == tool  # the model insists
    assert doubted in inquiry.exchanges[0].error
    assert [bool(x.error) for x in inquiry.exchanges] == [True, False]


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("make the lamp blue", "modify_3d_scene"),
        ("show me a new scene: a kitchen with a fridge", "generate_3d_scene"),
        ("füge eine Lampe hinzu", "modify_3d_scene"),
        ("qwrt zxpl mnbv", "generate_image"),
        ("thanks", "clear_database"),
    ],
)
def test_a_tool_that_they_may_ask_for_is_called(server: Ollama, text: str, tool: str) -> None:
    decision, inquiry = decided(server, text, calling(tool, user_input="something"))
    assert decision.action == tool
    assert len(inquiry.exchanges) == 1


HUGE = {
    "an argument of 2 MB": calling("modify_3d_scene", user_input="x" * 2_000_000),
    "an argument of 100 kB": calling("modify_3d_scene", user_input="x" * 100_000),
    "20,000 calls": Answer(tool_calls=(("modify_3d_scene", {"user_input": "x"}),) * 20_000),
    "pieces that say nothing": Answer(
        raw=('{"message":{"role":"assistant","content":""},"done":false}',) * 14_000
    ),
}


@pytest.mark.parametrize("huge", HUGE.values(), ids=HUGE)
def test_what_is_too_much_is_not_read_to_its_end(server: Ollama, huge: Answer) -> None:
    decision, inquiry = decided(server, "add a cat", huge, calling("clear_database"))
    assert "did not come to an end" in inquiry.exchanges[0].error
    assert sum(len(x.said) for x in inquiry.exchanges) < 200_000
    assert decision.action == "clear_database"  # which the handler makes a question


def test_what_the_server_counts_is_kept(server: Ollama) -> None:
    _, inquiry = decided(server, "hello", "Hello.")
    assert [(x.tokens.read, x.tokens.written) for x in inquiry.exchanges] == [(1, 1)]
