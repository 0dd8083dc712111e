"""Which engine each stage is to take, and what is set of it: ``[engines]`` of scenestream.toml,
``--engine``, and variables of the environment.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping

from consumers.image import options as image_options
from consumers.mesh import options as mesh_options
from ops.settings_errors import BadSetting
from schemas.flow import Stage

Value = str | int | float | bool
ENGINE = "engine"
"""Beside its options, in a stage's own table."""
OPTIONS: Mapping[Stage, tuple[Callable[[Mapping[str, Value], str], object], str]] = {
    Stage.IMAGE: (image_options.read, "SCENESTREAM_IMAGE"),
    Stage.MESH: (mesh_options.read, "SCENESTREAM_MESH"),
}
"""What checks the options of the stages that have any, and the variable that sets some."""


def read_engines(
    table: object, file: str, options: tuple[str, ...], env: Mapping[str, str]
) -> tuple[dict[Stage, str], dict[Stage, dict[str, Value]]]:
    """Engines and their options, by stage. ``table``: ``[engines]`` of ``file``, where a stage has
    a name or a table with ``engine`` and options; ``options``: STAGE=ENGINE each.

    Raises ``BadSetting``, and what checks an option.
    """
    if not isinstance(table, dict):
        raise BadSetting(f"{file} has engines = {table!r}; expected a table, as [engines]")
    chosen: dict[Stage, str] = {}
    told: dict[Stage, dict[str, Value]] = {}
    for name, engine in table.items():
        stage = _stage(name, file)
        if isinstance(engine, dict):
            told[stage] = {key: value for key, value in engine.items() if key != ENGINE}
            engine = engine.get(ENGINE)
        if engine is not None:
            chosen[stage] = str(engine)
    for option in options:
        name, is_pair, engine = option.partition("=")
        if not is_pair or not engine:
            raise BadSetting(f"--engine is {option!r}; expected STAGE=ENGINE, as mesh=greybox")
        chosen[_stage(name, "--engine")] = engine
    return chosen, _options(told, file, env)


def _options(
    told: dict[Stage, dict[str, Value]], file: str, env: Mapping[str, str]
) -> dict[Stage, dict[str, Value]]:
    """Those of the file, with those of the environment before them."""
    for stage, of_file in told.items():
        where = f"{file} [engines.{stage}]"
        if of_file and stage not in OPTIONS:
            raise BadSetting(f"{where} sets {next(iter(of_file))!r}; engines of it have no options")
        if of_file:
            OPTIONS[stage][0](of_file, where)
    for stage, (check, variable) in OPTIONS.items():
        of_variable = pairs(variable, env.get(variable, ""))
        check(of_variable, variable)
        if of_variable:
            told[stage] = {**told.get(stage, {}), **of_variable}
    return {stage: options for stage, options in told.items() if options}


def pairs(variable: str, text: str) -> dict[str, Value]:
    """``steps=20 negative="text, people"``: words as a shell has them."""
    try:
        words = shlex.split(text)
    except ValueError as unclosed:
        raise BadSetting(f"{variable} is {text!r}: {unclosed}") from unclosed
    wrong = next((word for word in words if "=" not in word), None)
    if wrong is not None:
        raise BadSetting(f"{variable} has {wrong!r}; expected NAME=VALUE, as steps=20")
    return {name: value for name, _, value in (word.partition("=") for word in words)}


def _stage(name: str, where: str) -> Stage:
    try:
        return Stage(name)
    except ValueError as unknown:
        raise BadSetting(
            f"{where} names the stage {name!r}; stages are {', '.join(Stage)}"
        ) from unknown
