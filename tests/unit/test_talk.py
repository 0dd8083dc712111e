"""Whose yes counts, what a session remembers of its talk, and how far a request is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from schemas import events as e
from schemas.fold import fold
from schemas.ids import EventId, RequestId, SessionId
from schemas.state import TURNS_KEPT, SessionState
from schemas.talk import LAPSES_MS, LONGEST_TURN, consents
from tests.golden.samples import AT

Told = tuple[int, str, e.Data]
"""When, in ms; of which request; what."""


def said(text: str) -> e.Data:
    return e.RequestAccepted(kind="text", text=text)


def asks(action: e.Action = "clear_database", name: str = "") -> e.Data:
    return e.AgentReplied(text="For good?", confirms=action, input=name)


def after(told: Sequence[Told]) -> SessionState:
    return fold(
        e.Event(
            id=EventId(f"{1_772_368_000_000 + ms}-{n}"),
            session=SessionId("s"),
            request=RequestId(request),
            at=AT,
            data=data,
        )
        for n, (ms, request, data) in enumerate(told)
    )


def answer() -> e.Data:
    return e.RequestCompleted(kind="unrelated_response", text="Fine.")


ASKED: tuple[Told, ...] = (
    (0, "r1", said("clear the library")),
    (1, "r1", asks()),
    (1, "r1", answer()),
)
YES = said("yes")


def test_the_next_words_may_answer_the_question() -> None:
    state = after([*ASKED, (2, "r2", YES)])
    question = consents(state, "r2")
    assert question is not None
    assert (question.action, question.input) == ("clear_database", "")


LAPSED: dict[str, Sequence[Told]] = {
    "nothing was asked": [(2, "r2", YES)],
    "the yes came before the question": [
        (0, "r1", said("clear the library")), (0, "r2", YES), (1, "r1", asks()),
    ],
    "something was said in between": [*ASKED, (2, "r0", said("a chair")), (3, "r2", YES)],
    "something was said in between, and not heard out yet": [
        *ASKED, (2, "r0", e.RequestAccepted(kind="audio")), (3, "r2", YES),
    ],
    "it was answered already": [
        *ASKED, (2, "r0", YES), (2, "r0", e.AgentActed(action="clear_database", input="")),
        (3, "r2", YES),
    ],
    "it was declined": [
        *ASKED, (2, "r0", said("no")), (2, "r0", e.AgentReplied(text="All right.")), (3, "r2", YES),
    ],
    "the agent said something else since": [
        *ASKED, (2, "r0", e.AgentReplied(text="By the way.")), (3, "r2", YES),
    ],
    "too much time has passed": [*ASKED, (LAPSES_MS + 2, "r2", YES)],
}  # fmt: skip


@pytest.mark.parametrize("told", LAPSED.values(), ids=LAPSED.keys())
def test_a_yes_counts_for_nothing_when(told: Sequence[Told]) -> None:
    assert consents(after(told), "r2") is None


def test_a_yes_is_used_up_by_the_action_it_allowed() -> None:
    state = after([*ASKED, (2, "r2", YES)])
    assert consents(state, "r2") is not None
    acted = e.AgentActed(action="clear_database", input="")
    state = after([*ASKED, (2, "r2", YES), (3, "r2", acted)])
    assert consents(state, "r2") is None
    assert state.pending is None


def test_a_later_question_takes_the_place_of_an_earlier_one() -> None:
    state = after(
        [*ASKED, (2, "r0", said("delete a chair")), (2, "r0", asks("delete_asset", "chair")),
         (3, "r2", YES)]
    )  # fmt: skip
    question = consents(state, "r2")
    assert question is not None
    assert (question.action, question.input) == ("delete_asset", "chair")


def test_a_request_knows_its_thoughts_deeds_and_plan() -> None:
    follows = e.Planned(action="modify_3d_scene", input="add a bench")
    state = after(
        [
            (0, "r1", said("a garden, and a bench then")),
            (1, "r1", e.AgentThought(text="First the garden.", engine="m", plan=(follows,))),
            (1, "r1", e.AgentActed(action="generate_3d_scene", input="a garden")),
            (2, "r1", e.AgentObserved(step=0, text="A garden is there.", goes_on=True)),
        ]
    )
    request = state.requests[RequestId("r1")]
    (deed,) = request.deeds
    assert (deed.thought, deed.action, deed.observed) == (
        "First the garden.", "generate_3d_scene", "A garden is there.",
    )  # fmt: skip
    assert request.plan == (follows,)


def test_the_last_turns_are_remembered_cut_short_failures_included() -> None:
    failed = e.RequestFailed.model_validate(
        {"category": "unavailable", "code": "x", "message": "no model"}
    )
    told: list[Told] = []
    for n in range(TURNS_KEPT + 3):
        told += [(2 * n, f"r{n}", said(f"{n} " + "x" * 999)), (2 * n + 1, f"r{n}", answer())]
    told += [(99, "last", said("a cat")), (99, "last", failed)]
    talk = after(told).talk
    assert len(talk) == TURNS_KEPT
    assert (talk[-1].said, talk[-1].answered) == ("a cat", "It failed: no model")
    assert len(talk[0].said) == LONGEST_TURN
