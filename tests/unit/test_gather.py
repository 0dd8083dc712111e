"""Which steps go together: of one kind, not too many, in the order they came, and none for ever."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from consumers.gather import GROWS_AFTER, Gatherer, OfKey, Waiting, Widths


@dataclass(frozen=True)
class Step:
    session: int
    place: int


STEPS = st.lists(
    st.tuples(
        st.integers(0, 3),  # session
        st.sampled_from(["a", "b", None]),  # key
        st.booleans(),  # bulk
    ),
    max_size=40,
)


def line_of(steps: list[tuple[int, str | None, bool]], most: int) -> Gatherer[Step]:
    gatherer: Gatherer[Step] = Gatherer()
    for place, (session, key, bulk) in enumerate(steps):
        gatherer.add(Waiting(f"m{place}", key, most, bulk, Step(session, place)))
    return gatherer


def goes(gatherer: Gatherer[Step]) -> list[list[Waiting[Step]]]:
    made = []
    while go := gatherer.next():
        made.append(go)
    return made


@given(STEPS, st.integers(1, 9))
def test_a_go_is_of_one_kind_and_not_too_large_and_every_step_is_in_one(
    steps: list[tuple[int, str | None, bool]], most: int
) -> None:
    made = goes(line_of(steps, most))
    for go in made:
        assert len({waiting.key for waiting in go}) == 1
        assert len(go) <= (1 if go[0].key is None else most)
    assert sorted(w.item.place for go in made for w in go) == list(range(len(steps)))


@given(STEPS, st.integers(1, 9))
def test_the_steps_of_a_session_and_kind_start_in_the_order_they_came(
    steps: list[tuple[int, str | None, bool]], most: int
) -> None:
    last: dict[tuple[int, object, bool], int] = {}
    for go in goes(line_of(steps, most)):
        for waiting in go:
            of = (waiting.item.session, waiting.key, waiting.bulk)
            assert last.get(of, -1) < waiting.item.place
            last[of] = waiting.item.place


@given(STEPS, st.integers(1, 9))
def test_the_first_in_line_is_in_the_next_go_and_what_can_wait_comes_last(
    steps: list[tuple[int, str | None, bool]], most: int
) -> None:
    gatherer = line_of(steps, most)
    left = {f"m{place}": step for place, step in enumerate(steps)}
    while go := gatherer.next():
        first = min(left, key=lambda mark: (left[mark][2], int(mark[1:])))
        assert go[0].mark == first
        for waiting in go:
            del left[waiting.mark]


@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), st.booleans()), max_size=20))
def test_steps_of_a_kind_fill_a_go_whoever_s_they_are(steps: list[tuple[str, bool]]) -> None:
    made = goes(line_of([(n, key, bulk) for n, (key, bulk) in enumerate(steps)], 4))
    for key in ("a", "b"):
        sizes = [len(go) for go in made if go[0].key == key]
        assert all(size == 4 for size in sizes[:-1])


def test_a_step_that_is_dropped_is_in_no_go() -> None:
    gatherer = line_of([(0, "a", False)] * 3, 4)
    dropped = gatherer.drop("m1")
    assert dropped is not None
    assert dropped.item.place == 1
    assert gatherer.drop("m1") is None
    assert [waiting.mark for waiting in gatherer.next()] == ["m0", "m2"]
    assert len(gatherer) == 0


def test_what_ran_out_of_memory_goes_by_halves_and_slowly_grows_again() -> None:
    widths = Widths()
    assert widths.most("a", 8) == 8
    assert widths.ran_out("a", 8) == 4
    assert widths.ran_out("a", 3) == 2
    assert widths.ran_out("a", 2) == 1
    assert widths.most("a", 8) == 1
    assert widths.most("b", 8) == 8
    assert widths.ran_out("b", 8) == 4
    for _ in range(GROWS_AFTER - 1):
        widths.fitted("b", 4)
    widths.fitted("b", 2)  # says nothing of four
    assert widths.most("b", 8) == 4
    widths.fitted("b", 4)
    assert widths.most("b", 8) == 5
    assert widths.ran_out("b", 5) == 3
    for _ in range(2 * GROWS_AFTER - 1):
        widths.fitted("b", 3)
    assert widths.most("b", 8) == 3
    widths.fitted("b", 3)
    assert widths.most("b", 8) == 4


@given(st.lists(st.integers(1, 64), max_size=60))
def test_a_width_is_never_below_one_nor_above_what_is_usual(tried: list[int]) -> None:
    of_key = OfKey(Widths(), "a")
    for count in tried:
        of_key.ran_out(count)
        of_key.fitted(count)
        assert 1 <= of_key.most(8) <= 8


def test_a_go_is_as_wide_as_memory_allowed_of_late() -> None:
    gatherer = line_of([(0, "a", False)] * 5, 4)
    gatherer.widths.ran_out("a", 4)
    assert [len(go) for go in goes(gatherer)] == [2, 2, 1]
