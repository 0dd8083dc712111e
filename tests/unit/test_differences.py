"""What differs between two documents, and that nothing does between equal ones."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.differences import ABSENT, Difference, differences

ARTIFACT = {"sha256": "a" * 64, "size": 1, "media_type": "model/gltf-binary"}
OTHER = {**ARTIFACT, "sha256": "b" * 64, "size": 2}

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.text("ab", max_size=2),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "slot", "x"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1, "b": {"c": 2}}, {"a": 1, "b": {"c": 3}}, [Difference("b.c", 2, 3)]),
        ({"a": 1}, {"b": 1}, [Difference("a", 1, ABSENT), Difference("b", ABSENT, 1)]),
        ({"a": [1, 2]}, {"a": [1]}, [Difference("a[1]", 2, ABSENT)]),
        ({"a": None}, {"a": {}}, [Difference("a", None, {})]),
        ({"a": 1}, {"a": True}, [Difference("a", 1, True)]),
        ({"mesh": ARTIFACT}, {"mesh": OTHER}, [Difference("mesh", ARTIFACT, OTHER)]),
    ],
)
def test_each_member_that_differs_is_named(
    before: Any, after: Any, found: list[Difference]
) -> None:
    assert list(differences(before, after)) == found


def test_things_of_a_list_are_told_apart_by_their_ids() -> None:
    before = {"nodes": [{"id": "sofa", "x": 1}, {"id": "lamp", "x": 2}]}
    after = {"nodes": [{"id": "rug", "x": 0}, {"id": "sofa", "x": 5}, {"id": "lamp", "x": 2}]}
    assert list(differences(before, after)) == [
        Difference("nodes[sofa].x", 1, 5),
        Difference("nodes[rug]", ABSENT, {"id": "rug", "x": 0}),
    ]


def test_another_order_is_a_difference() -> None:
    before, after = [{"id": "a"}, {"id": "b"}], [{"id": "b"}, {"id": "a"}]
    assert list(differences(before, after)) == [Difference(" (order)", ["a", "b"], ["b", "a"])]


@given(JSON, JSON)
def test_there_is_a_difference_exactly_where_two_documents_are_not_equal(
    before: Any, after: Any
) -> None:
    ours, theirs = (json.dumps(one, sort_keys=True) for one in (before, after))
    assert (not list(differences(before, after))) == (ours == theirs)
