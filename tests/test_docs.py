"""What the documents name exists: paths, make targets, commands, options, variables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from ops.cli import main
from streams.keys import STAGES

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
ROOMS = "schemas|streams|consumers|gateway|ops|tests|requirements"
SOURCE = "".join(
    path.read_text("utf-8")
    for folder in ("ops", "gateway", "consumers", "streams")
    for path in (ROOT / folder).rglob("*.py")
)


def text(document: str) -> str:
    return (ROOT / document).read_text("utf-8")


def code(document: str) -> Iterator[str]:
    """Every line of a fenced block, and every inline code span."""
    fenced = re.findall(r"^```\w*\n(.*?)^```", text(document), re.MULTILINE | re.DOTALL)
    for block in fenced:
        yield from block.splitlines()
    unfenced = re.sub(r"^```.*?^```", "", text(document), flags=re.MULTILINE | re.DOTALL)
    yield from re.findall(r"`([^`\n]+)`", unfenced)


def command(words: list[str]) -> click.Command:
    """The (sub)command that ``words`` begin with; KeyError when there is none."""
    found = main.commands[words[0]]
    return found.commands[words[1]] if isinstance(found, click.Group) else found


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_exists(document: str) -> None:
    links = re.findall(r"\]\((?!\w+:|#)([^)#]+)\)", text(document))
    named = [
        span
        for span in code(document)
        if re.fullmatch(rf"(?:{ROOMS})/[\w./*-]*", span) and "results" not in span
    ]
    missing = [path for path in [*links, *named] if not any(ROOT.glob(path.rstrip("/")))]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_make_target_exists(document: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    named = {
        target for line in code(document) for target in re.findall(r"(?:^|\s)make ([a-z]+)", line)
    }
    assert named - targets == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_and_its_options_exist(document: str) -> None:
    wrong = []
    for line in code(document):
        for call in re.findall(r"scenestream ((?:[a-z]+)(?:\s[^|&;#]*)?)", line):
            words = call.split()
            known = {o for p in command(words).params for o in p.opts}
            wrong += [(call, o) for o in words if o.startswith("--") and o not in known]
    assert wrong == []


def test_the_readme_names_each_option_and_variable_as_the_program_has_it() -> None:
    groups = [c for c in main.commands.values() if isinstance(c, click.Group)]
    commands = [*main.commands.values(), *(c for g in groups for c in g.commands.values())]
    options = {o for c in commands for p in c.params for o in p.opts}
    wrong = [
        span
        for span in code("README.md")
        if (re.fullmatch(r"--[a-z-]+", span) and span not in options)
        or (re.fullmatch(r"[A-Z]+_[A-Z_]+", span) and span not in SOURCE)
    ]
    assert wrong == []


def test_the_readme_says_of_every_stage_what_runs_it() -> None:
    table = text("README.md").split("## What works with which engine")[1].split("##")[0]
    rows = {
        name.strip()
        for row in re.findall(r"^\| ([a-z, ]+) \|", table, re.MULTILINE)
        for name in row.split(",")
    }
    assert {stage.value for stage in STAGES} - rows == set()
