"""What a person may set of the image engine, and how a prompt is made to fit."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consumers.image.errors import EmptyPrompt
from consumers.image.options import BadOption, PaintOptions, Value, read
from consumers.image.prompts import fitted
from ops.settings import read as read_settings
from ops.settings_errors import BadSetting
from schemas.errors import Misconfigured
from schemas.flow import Stage


def words(text: str) -> int:
    return len(text.split())


def test_options_are_read_as_the_file_or_the_environment_has_them() -> None:
    of_file = {"steps": 20, "guidance": 4, "size": 768, "t5": False, "download": True}
    of_variable = {"steps": "20", "guidance": "4", "size": "768", "t5": "off", "download": "true"}
    wanted = PaintOptions(steps=20, guidance=4.0, size=768, t5="off", download=True)
    assert read(of_file) == read(of_variable) == wanted
    assert read({}) == PaintOptions()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("stps", 20, "sets 'stps'; options are steps, guidance"),
        ("steps", 0, "sets steps to 0; expected 1 to 500"),
        ("steps", 2.5, "expected 1 to 500"),
        ("steps", True, "expected 1 to 500"),
        ("steps", "many", "sets steps to 'many'; expected 1 to 500"),
        ("guidance", "nan", "expected 0 to 50"),
        ("size", 1000, "expected 64 to 4096, a multiple of 16"),
        ("dtype", "int4", "expected auto, fp16, bf16, fp32"),
        ("offload", "disk", "expected auto, none, model, sequential"),
        ("download", "perhaps", "expected true or false"),
    ],
)
def test_what_makes_no_sense_is_named(name: str, value: Value, said: str) -> None:
    with pytest.raises(BadOption) as caught:
        read({name: value}, "scenestream.toml [engines.image]")
    assert str(caught.value).startswith("scenestream.toml [engines.image] sets ")
    assert said in str(caught.value)


def settings(folder: Path, toml: str = "", **env: str) -> dict[str, Value]:
    (folder / "scenestream.toml").write_text(toml)
    found = read_settings(env, data=str(folder))
    return dict(found.options.get(Stage.IMAGE, {}), engine=found.engines.get(Stage.IMAGE, ""))


def test_a_stages_table_holds_its_engine_and_options(tmp_path: Path) -> None:
    toml = '[engines.image]\nengine = "diffusers:x/y"\nsteps = 20\nsize = 512\n'
    assert settings(tmp_path, toml) == {"engine": "diffusers:x/y", "steps": 20, "size": 512}
    assert settings(tmp_path, '[engines]\nimage = "greybox"\n') == {"engine": "greybox"}


def test_the_variable_goes_before_the_file(tmp_path: Path) -> None:
    toml = "[engines.image]\nsteps = 20\nsize = 512\n"
    told = settings(tmp_path, toml, SCENESTREAM_IMAGE='steps=8 negative="text, people"')
    assert told == {"engine": "", "steps": "8", "size": 512, "negative": "text, people"}


@pytest.mark.parametrize(
    ("toml", "variable", "said"),
    [
        ("[engines.image]\nstps = 2\n", "", "[engines.image] sets 'stps'"),
        ("[engines.library]\nsteps = 2\n", "", "[engines.library] sets 'steps'"),
        ("[engines]\nimage = [1]\n", "steps=none", "SCENESTREAM_IMAGE sets steps to 'none'"),
        ("", "steps", "SCENESTREAM_IMAGE has 'steps'; expected NAME=VALUE"),
        ("", 'negative="a', "No closing quotation"),
    ],
)
def test_bad_options_are_told_at_once(tmp_path: Path, toml: str, variable: str, said: str) -> None:
    with pytest.raises((BadSetting, BadOption)) as caught:
        settings(tmp_path, toml, SCENESTREAM_IMAGE=variable)
    assert isinstance(caught.value, Misconfigured)
    assert said in str(caught.value)


def test_a_long_prompt_loses_words_before_its_last_phrases() -> None:
    found = fitted("a b c d e f, front view, white background, alone", 9, words)
    assert (found.text, found.dropped) == ("a b c d, front view, white background, alone", 2)
    found = fitted("one two three four five", 3, words)
    assert (found.text, found.dropped) == ("one two three", 2)


def test_a_prompt_that_fits_stays_as_it_is() -> None:
    assert fitted("a  red\tchair,\nfront view", 9, words).text == "a red chair, front view"


@given(st.text(max_size=300), st.integers(1, 40))
def test_whatever_is_written_fits_or_is_empty(prompt: str, limit: int) -> None:
    try:
        found = fitted(prompt, limit, words)
    except EmptyPrompt:
        assert not "".join(c if c.isprintable() else " " for c in prompt).split()
        return
    assert 0 < words(found.text) <= limit
    assert found.text.isprintable()
    assert found.dropped >= 0
