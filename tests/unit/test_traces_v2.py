"""The golden traces of the new protocol: what was sent once is read the same by every client."""

from __future__ import annotations

import pytest

from tests.golden import traces
from tests.golden.write import TRACES

GOLDEN = [golden for file in TRACES for golden in traces.read(file.read_text("utf-8"))]


def test_there_are_enough_and_no_two_of_a_name() -> None:
    assert len({trace.name for trace, _ in GOLDEN}) == len(GOLDEN) >= 100


@pytest.mark.parametrize(("trace", "said"), GOLDEN, ids=lambda v: getattr(v, "name", ""))
def test_a_trace_of_the_past_is_shown_as_it_was(trace: traces.Trace, said: list[str]) -> None:
    told = [account.line() if account else "breaks" for account in traces.accounts(trace.frames)]
    assert told == said


def test_todays_server_sends_what_the_golden_one_sent() -> None:
    sent = {trace.name: trace.frames for trace in (*traces.traces(), *traces.later())}
    assert {trace.name: trace.frames for trace, _ in GOLDEN}.items() <= sent.items()
