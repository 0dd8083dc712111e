"""Strict rotation between clients, round by round."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from gateway.geometry.rotation import Rotation


def asked(client: str, count: int) -> list[str]:
    return [f"{client}{n}" for n in range(1, count + 1)]


def all_of(rotation: Rotation[str]) -> list[str]:
    return list(iter(rotation.take, None))


def test_a_newcomer_is_served_in_the_round_that_is_under_way() -> None:
    rotation: Rotation[str] = Rotation()
    rotation.add("A", asked("A", 3))
    rotation.add("B", asked("B", 1))
    first = rotation.take()
    rotation.add("C", asked("C", 2))
    assert [first, *all_of(rotation)] == ["A1", "B1", "C1", "A2", "C2", "A3"]


def test_who_had_a_turn_and_comes_back_waits_for_the_next_round() -> None:
    rotation: Rotation[str] = Rotation()
    rotation.add("A", ["A1"])
    rotation.add("B", asked("B", 2))
    assert rotation.take() == "A1"
    rotation.add("A", ["A2"])
    assert all_of(rotation) == ["B1", "A2", "B2"]


def test_one_client_alone_is_served_in_its_own_order() -> None:
    rotation: Rotation[str] = Rotation()
    rotation.add("A", asked("A", 2))
    rotation.add("A", ["A3"])
    assert all_of(rotation) == ["A1", "A2", "A3"]
    rotation.add("A", ["A4"])
    assert all_of(rotation) == ["A4"]


def test_what_is_dropped_leaves_the_others_in_their_places() -> None:
    rotation: Rotation[str] = Rotation()
    for client in "ABC":
        rotation.add(client, asked(client, 2))
    assert rotation.take() == "A1"
    assert rotation.drop(lambda item: item.startswith("B") or item == "C1") == ["B1", "B2", "C1"]
    assert (len(rotation), sorted(rotation.clients)) == (2, ["A", "C"])
    assert all_of(rotation) == ["C2", "A2"]


def test_a_client_whose_items_were_dropped_may_come_again() -> None:
    rotation: Rotation[str] = Rotation()
    rotation.add("A", ["A1"])
    rotation.drop(lambda _: True)
    assert rotation.take() is None
    rotation.add("A", ["A2"])
    assert all_of(rotation) == ["A2"]


@given(st.lists(st.one_of(st.none(), st.sampled_from("ABCD")), max_size=60))
def test_nothing_is_lost_or_doubled_and_nobody_gets_two_turns_ahead(
    happens: list[str | None],
) -> None:
    """None: a turn is given; a name: that client brings one more item."""
    rotation: Rotation[tuple[str, int]] = Rotation()
    brought: Counter[str] = Counter()
    taken: list[tuple[str, int]] = []
    since: dict[str, Counter[str]] = {}  # turns of others while a client waited for its own
    for client in [*happens, *[None] * len(happens)]:
        if client is not None:
            if client not in rotation.clients:
                since[client] = Counter()
            brought[client] += 1
            rotation.add(client, [(client, brought[client])])
        elif (item := rotation.take()) is not None:
            taken.append(item)
            since.pop(item[0])
            for waiting in since.values():
                waiting[item[0]] += 1
                assert waiting[item[0]] <= 2
            if item[0] in rotation.clients:
                since[item[0]] = Counter()
    assert len(rotation) == 0
    assert sorted(taken) == sorted((c, n + 1) for c in brought for n in range(brought[c]))
    for one in brought:
        assert [n for c, n in taken if c == one] == list(range(1, brought[one] + 1))
