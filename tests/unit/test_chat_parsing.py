"""What a model wrote, read: thoughts apart, JSON out of whatever is around it."""

from __future__ import annotations

import time

import pytest
from pydantic import BaseModel

from consumers.chat.errors import UselessAnswer, trouble, without_secrets
from consumers.chat.parsing import apart, parsed


class Thing(BaseModel):
    name: str
    count: int = 1


@pytest.mark.parametrize(
    "words",
    [
        '{"name": "chair", "count": 2}',
        '```json\n{"name": "chair", "count": 2}\n```',
        '```\n{"name": "chair", "count": 2}',
        'Sure! Here it is:\n{"name": "chair", "count": 2}\nDo you like it {really}?',
        'An example is {"colour": 1}. Mine is {"name": "chair", "count": 2}',
        '{not json} {"name": "chair", "count": 2}',
        '{"name": "chair", "count": "2"}',
        '\ufeff{"name": "chair", "count": 2}',
    ],
)
def test_an_object_is_found_in_what_is_around_it(words: str) -> None:
    assert parsed(words, Thing) == Thing(name="chair", count=2)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "empty"),
        ("I can not do that.", "no JSON object"),
        ('{"name": "cha', "ended before it was complete"),
        ('{"name": "chair", "count": ', "ended before it was complete"),
        ('{"name" "chair"}', "no valid JSON"),
        ('{"name": "chair", "count": NaN}', "no JSON number"),
        ('{"name": "chair", "weight": 1e999}', "no number anybody can use"),
        ('{"count": 2}', "name: Field required"),
        ('{"name": "chair", "count": "many"}', "count: Input should be a valid integer"),
        ('{"name": "chair", "count": ' + "9" * 5000 + "}", "no valid JSON"),
        ('{"a":' * 100_000, "JSON"),
    ],
)
def test_what_is_wrong_is_told_in_words_for_the_model(words: str, told: str) -> None:
    with pytest.raises(UselessAnswer, match=told) as raised:
        parsed(words, Thing)
    assert len(str(raised.value)) < 2_000


def test_half_a_surrogate_pair_is_no_character() -> None:
    assert parsed('{"name": "a \\ud83d b \\ud83d\\ude00"}', Thing).name == "a ? b \U0001f600"


@pytest.mark.parametrize(
    ("text", "words", "thought"),
    [
        ("<think>hm</think>\n{}", "{}", "hm"),
        ("hm, two\n</think>{}", "{}", "hm, two"),
        ("<think>for ever", "", "for ever"),
        ("<THINKING>a</THINKING>b<think>c</think>d", "bd", "a\nc"),
        ("{}", "{}", ""),
    ],
)
def test_thoughts_are_kept_apart_from_words(text: str, words: str, thought: str) -> None:
    said = apart(text)
    assert (said.words, said.thought) == (words, thought)


@pytest.mark.parametrize("hostile", ["{" * 200_000, '{"a":' * 40_000, "<think>" * 30_000])
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    began = time.perf_counter()
    with pytest.raises(UselessAnswer):
        parsed(apart(hostile).words, Thing)
    assert time.perf_counter() - began < 2.0


@pytest.mark.parametrize(
    "said",
    [
        "Incorrect API key provided: sk-proj-abcdef1234567890",
        "401 for url https://user:hunter2hunter2@models.example/api",
        "Authorization: Bearer abcdef1234567890",
        "key MY-OWN-KEY-0123 is not known",
    ],
)
def test_no_secret_is_told(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACME_API_KEY", "MY-OWN-KEY-0123")
    told = without_secrets(said)
    for secret in ("abcdef1234567890", "hunter2", "MY-OWN-KEY-0123"):
        assert secret not in told


class Failed(Exception):
    def __init__(self, status_code: int | None) -> None:
        self.status_code = status_code
        super().__init__("it failed")


@pytest.mark.parametrize(
    ("failed", "began", "code", "remedy"),
    [
        (Failed(404), False, "ModelUnavailable", "ollama pull llama3.1"),
        (Failed(500), False, "ModelUnavailable", "server runs"),
        (Failed(429), True, "ModelUnavailable", "wait"),
        (Failed(401), False, "ModelRefuses", "key"),
        (Failed(400), False, "ModelRefuses", "choose a model"),
        (OSError("refused"), False, "ModelUnavailable", "server runs"),
        (OSError("reset"), True, "UselessAnswer", "answer again"),
        (ValueError("no chunks"), False, "UselessAnswer", "answer again"),
    ],
)
def test_every_failure_says_who_must_act(
    failed: Exception, began: bool, code: str, remedy: str
) -> None:
    told = trouble("ollama:llama3.1", failed, began=began)
    assert told.code == code
    assert remedy in str(told)
    assert told.category.is_permanent == (code != "ModelUnavailable")
