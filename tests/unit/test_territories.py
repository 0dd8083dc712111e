"""Codes of places, and groups of them."""

from __future__ import annotations

import pytest

from schemas.territories import (
    CODES,
    EU_MEMBERS,
    UnknownTerritory,
    overlap,
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


def test_what_two_lists_share_is_told_by_the_group_where_all_of_it_is_shared() -> None:
    assert told(overlap(["WORLD"], ["EU", "GB", "KR"])) == "EU, GB, KR"
    assert told(overlap(["DE", "US"], ["EU", "GB"])) == "DE"
    assert told(overlap(["US"], ["EU"])) == ""
    assert told(overlap(["WORLD"], ["WORLD"])) == "anywhere"
