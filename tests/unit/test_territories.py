"""Codes of places, and groups of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ops.settings import read
from ops.settings_errors import BadSetting
from schemas.territories import (
    CODES,
    EU_MEMBERS,
    UnknownTerritory,
    overlap,
    place,
    places,
    territory,
    told,
)


def test_the_union_has_its_27_members_and_their_outer_regions() -> None:
    assert len(EU_MEMBERS) == 27
    assert EU_MEMBERS < places("EU") < CODES
    assert "RE" in places("EU")
    assert not {"GB", "CH", "NO"} & places("EU")


@pytest.mark.parametrize(("said", "code"), [("uk", "GB"), (" kr ", "KR"), ("eu", "EU")])
def test_codes_are_read_as_people_write_them(said: str, code: str) -> None:
    assert territory(said) == code


@pytest.mark.parametrize("said", ["", "XX", "Germany", "EUR", "D E"])
def test_an_unknown_code_is_refused_with_what_there_is(said: str) -> None:
    with pytest.raises(UnknownTerritory) as refused:
        territory(said)
    assert repr(said) in str(refused.value)
    assert "EU is AT AX BE" in str(refused.value)


def test_something_is_made_in_one_place() -> None:
    assert place("eu") == "EU"
    with pytest.raises(UnknownTerritory):
        place("world")


@pytest.mark.parametrize(
    ("env", "toml", "expected"),
    [
        ({}, "", ""),
        ({}, 'territory = "us"', "US"),
        ({"SCENESTREAM_TERRITORY": "uk"}, 'territory = "us"', "GB"),
    ],
)
def test_the_operator_says_where_things_are_made(
    env: dict[str, str], toml: str, expected: str, tmp_path: Path
) -> None:
    (tmp_path / "scenestream.toml").write_text(toml)
    assert read(env, data=str(tmp_path)).territory == expected


def test_a_setting_that_names_no_place_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="SCENESTREAM_TERRITORY names the territory 'Europe'"):
        read({"SCENESTREAM_TERRITORY": "Europe"}, data=str(tmp_path))
    (tmp_path / "scenestream.toml").write_text("territory = 5")
    with pytest.raises(BadSetting, match=r"scenestream.toml names the territory '5'"):
        read({}, data=str(tmp_path))


def test_what_two_lists_share_is_told_by_the_group_where_all_of_it_is_shared() -> None:
    assert told(overlap(["WORLD"], ["EU", "GB", "KR"])) == "EU, GB, KR"
    assert told(overlap(["DE", "US"], ["EU", "GB"])) == "DE"
    assert told(overlap(["US"], ["EU"])) == ""
    assert told(overlap(["WORLD"], ["WORLD"])) == "anywhere"
