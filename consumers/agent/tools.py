"""The six tools that a language model is offered, and what counts as a call of one.

What belongs here: their names, which are those of the server this one replaces, and the checks of
what a model calls. What does not: doing it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from consumers.chat.cleaning import clean
from schemas.events import Action, Planned

MOST_CALLS = 4
"""Tools that one answer may call; they are done one after the other."""
LONGEST_INPUT = 2000
LONGEST_OF_SEVERAL = 400
"""Characters of what a tool is given; the rest is cut, since an event has a limit."""

VIEW = "change_view"
"""The tool that changes what is seen, not the scene: no action of a request's, and done at once."""
SEEN = (
    "Select or highlight things, show only some, look at one from a side or from above, reset the "
    "camera, play or stop the animation, go to a frame of it. Nothing of the scene changes."
)
WORDS = "what the person asks for, in their own words"
_ARGUMENT = {"delete_asset": "name", "clear_database": ""}


def _tool(name: str, about: str, argument: str, what: str) -> dict[str, Any]:
    properties = {argument: {"type": "string", "description": what}} if argument else {}
    parameters = {"type": "object", "properties": properties, "required": list(properties)}
    about_it = {"name": name, "description": about, "parameters": parameters}
    return {"type": "function", "function": about_it}


TOOLS = (
    _tool("generate_image", "Draw a picture.", "user_input", WORDS),
    _tool("generate_3d_object", "Make one 3D object on its own.", "user_input", WORDS),
    _tool("generate_3d_scene", "Make a whole new 3D scene.", "user_input", WORDS),
    _tool("modify_3d_scene", "Change the present scene.", "user_input", WORDS),
    _tool("delete_asset", "Delete an asset of the library.", "name", "the asset's name"),
    _tool("clear_database", "Delete all assets of the library.", "", ""),
    _tool(VIEW, SEEN, "user_input", WORDS),
)
NAMES: tuple[Action, ...] = get_args(Action)


class NotTaken(ValueError):
    """An answer of the model that can not be used; the message tells the model why."""


def read_calls(calls: Sequence[Mapping[str, Any]]) -> tuple[Planned, ...]:
    """The actions that ``calls`` ask for, in order. Raises ``NotTaken``: all of them or none."""
    if len(calls) > MOST_CALLS:
        raise NotTaken(f"{len(calls)} tools were called at once; call {MOST_CALLS} at most")
    longest = LONGEST_INPUT if len(calls) == 1 else LONGEST_OF_SEVERAL
    read = tuple(_read(call, longest) for call in calls)
    if len(set(read)) < len(read):
        raise NotTaken(
            "a tool was called twice with the same words; call it once, and say how many"
        )
    return read


def read_view(calls: Sequence[Mapping[str, Any]]) -> str | None:
    """The words of a call that changes the view; None: there is none. Raises ``NotTaken``."""
    called = [call for call in calls if call.get("name") == VIEW]
    if not called:
        return None
    if len(calls) > 1:
        raise NotTaken(f"{VIEW} is called alone; call the other tools first, or not at all")
    arguments = called[0].get("args")
    words = arguments.get("user_input") if isinstance(arguments, Mapping) else None
    if not isinstance(words, str) or not words.strip():
        raise NotTaken(f"{VIEW} needs 'user_input', a text that is not empty")
    return clean(words.strip()[:LONGEST_OF_SEVERAL])


def argument_of(action: Action) -> str:
    """The name of the tool's only argument; "" when it has none."""
    return _ARGUMENT.get(action, "user_input")


def _read(call: Mapping[str, Any], longest: int) -> Planned:
    name, arguments = str(call.get("name")), call.get("args")
    if name not in NAMES:
        raise NotTaken(f"there is no tool {name[:60]!r}; the tools are {', '.join(NAMES)}")
    action: Action = name
    argument = argument_of(action)
    if not argument:
        return Planned(action=action, input="")
    given = arguments.get(argument) if isinstance(arguments, Mapping) else None
    if not isinstance(given, str) or not given.strip():
        raise NotTaken(f"{name} needs {argument!r}, a text that is not empty")
    return Planned(action=action, input=clean(given.strip()[:longest]))
