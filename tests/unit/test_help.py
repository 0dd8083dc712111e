"""What `scenestream --help` says of the commands."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from ops.cli import SECTIONS, main


def test_every_command_has_its_place_once() -> None:
    listed = [name for names in SECTIONS.values() for name in names.split()]
    assert sorted(listed) == sorted(main.commands)


def test_each_takes_a_line_of_a_usual_terminal() -> None:
    shown = CliRunner().invoke(main, ["--help"], terminal_width=80).output.splitlines()
    for name in main.commands:
        (line,) = [line for line in shown if line.strip().startswith(f"{name} ")]
        assert line.endswith("."), line


@pytest.mark.parametrize("name", sorted(main.commands))
def test_each_says_what_its_own_options_are_for(name: str) -> None:
    command = main.commands[name]
    group = command.commands.values() if isinstance(command, click.Group) else [command]
    for one in group:
        options = [param for param in one.params if isinstance(param, click.Option)]
        assert [option.name for option in options if not option.help] == []
