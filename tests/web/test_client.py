"""The TypeScript client under node: the golden traces, and its own rules."""

from __future__ import annotations

from tests.golden import traces
from tests.golden.write import TRACES
from tests.web import workshop


def test_the_golden_traces_are_shown_as_they_were() -> None:
    text = "".join(file.read_text("utf-8") for file in TRACES)
    told = workshop.run(workshop.bundled("traces"), stdin=text).splitlines()
    expected = [line for _, said in traces.read(text) for line in said]
    assert len(expected) > 1000
    assert told == expected


def test_its_own_rules_hold() -> None:
    said = workshop.run("--test-reporter=tap", "--test", workshop.bundled("rules"))
    assert "# fail 0" in said
    assert "# pass 0" not in said
