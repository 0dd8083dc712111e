"""Tools that a model wrote into its words: taken where the answer is nothing else."""

from __future__ import annotations

import pytest

from consumers.agent.spelled import spelled_calls
from consumers.agent.tools import NotTaken

CALL = '{"name": "modify_3d_scene", "arguments": {"user_input": "add a lamp"}}'
ADD = {"name": "modify_3d_scene", "args": {"user_input": "add a lamp"}}


@pytest.mark.parametrize(
    "words",
    [
        CALL,
        f"```json\n{CALL}\n```",
        f"<tool_call>\n{CALL}\n</tool_call>",
        f"[TOOL_CALLS] [{CALL}]",
        f"<|python_tag|>{CALL}",
        f'{{"tool_calls": [{{"type": "function", "function": {CALL}}}]}}',
        '{"tool": "modify_3d_scene", "parameters": {"user_input": "add a lamp"}}',
        '{"name": "modify_3d_scene", "arguments": "{\\"user_input\\": \\"add a lamp\\"}"}',
        '{"action": "modify_3d_scene", "action_input": {"user_input": "add a lamp"}}',
        'modify_3d_scene(user_input="add a lamp")',
        "modify_3d_scene('add a lamp')",
    ],
)
def test_an_answer_that_is_a_call_is_one(words: str) -> None:
    assert spelled_calls(words) == [ADD]


def test_several_are_several() -> None:
    other = CALL.replace("lamp", "cup")
    both = [ADD, {"name": "modify_3d_scene", "args": {"user_input": "add a cup"}}]
    assert spelled_calls(f"{CALL}\n{other}") == both
    assert spelled_calls(f"[{CALL}, {other}]") == both


def test_a_tool_without_arguments_needs_none() -> None:
    assert spelled_calls("clear_database()") == [{"name": "clear_database", "args": {}}]


@pytest.mark.parametrize(
    "words",
    [
        f"I will add a lamp: {CALL}",
        'I call modify_3d_scene(user_input="add a lamp") now.',
        "modify_3d_scene(user_input=1, x=2)",
        '{"name": "format_disk", "arguments": {}}',
        '{"answer": "hello"}',
        "[1, 2, 3]",
        '[{"name": "modify_3d_scene"}, 7]',
        "<tool_call>modify the scene</tool_call>",
        '{"name": "modify_3d_scene", "arguments": {"user_in',
    ],
)
def test_what_only_looks_like_one_is_told_to_the_model(words: str) -> None:
    with pytest.raises(NotTaken):
        spelled_calls(words)


@pytest.mark.parametrize(
    "words",
    [
        "Hello there.",
        "I can make scenes, objects and pictures.",
        "The scene {as it is} has a sofa.",
        "",
        "[sic] a sofa",
        "{" * 50_000,
        "[" * 11_000,
        "{" * 11_000,
    ],
)
def test_plain_words_are_words(words: str) -> None:
    assert spelled_calls(words) == []
