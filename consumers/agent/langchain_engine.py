"""The agent on a language model: any LangChain chat model that calls tools, Ollama's first.

The model is offered exactly the six tools, and what it calls becomes the decision. Whatever it
says, deleting is asked back first: that rule is code, so no prompt can talk it away. A model that
answers with nothing usable is asked again; then the rules decide, and the thought says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, cast

from consumers.agent.rules import Action, Context, Decision, PendingConfirmation, decide
from consumers.chat.errors import ModelUnavailable
from consumers.lexicon.smalltalk import yes_or_no
from consumers.lexicon.tokens import read
from schemas.errors import MissingEngine

TRIES = 2
MOST_ITEMS = 40
"""Objects of the scene that the model is told of."""

SYSTEM = (
    "You turn what a person says into 3D scenes. Call one tool with the person's own words; for "
    "small talk and questions about the scene, answer in one or two short sentences, no tool."
)


def _tool(name: str, about: str, argument: str, what: str) -> dict[str, Any]:
    properties = {argument: {"type": "string", "description": what}} if argument else {}
    return {
        "type": "function",
        "function": {
            "name": name,
            "description": about,
            "parameters": {
                "type": "object",
                "properties": properties,
                "required": list(properties),
            },
        },
    }


WORDS = "what the person asks for, in their own words"
TOOLS = (
    _tool("generate_image", "Draw a picture.", "user_input", WORDS),
    _tool("generate_3d_object", "Make one 3D object on its own.", "user_input", WORDS),
    _tool("generate_3d_scene", "Make a whole new 3D scene.", "user_input", WORDS),
    _tool("modify_3d_scene", "Change the present scene.", "user_input", WORDS),
    _tool("delete_asset", "Delete an asset of the library.", "name", "the asset's name"),
    _tool("clear_database", "Delete all assets of the library.", "", ""),
)
"""The tools of the server this one replaces, by the same names."""

NAMES = {tool["function"]["name"] for tool in TOOLS}


class Answer(Protocol):
    """What a LangChain chat model returns (``AIMessage``)."""

    content: Any
    tool_calls: list[dict[str, Any]]


class ToolModel(Protocol):
    """A LangChain chat model that tools were bound to."""

    def invoke(self, messages: Sequence[tuple[str, str]]) -> Answer: ...


class LangChainDecider:
    """Implements ``Decider`` on a chat model with bound tools."""

    def __init__(self, model: ToolModel, name: str) -> None:
        self._model, self.name = model, name

    def decide(self, text: str, context: Context) -> Decision:
        if context.pending is not None and yes_or_no(read(text)) is not None:
            return decide(text, context)  # a confirmation is a matter of the rules alone
        messages = [("system", f"{SYSTEM}\n{_told(context)}"), ("human", text)]
        for _ in range(TRIES):
            decision = _decision(self._asked(messages))
            if decision is not None:
                return decision
            messages.append(("human", "That was no answer and no tool of mine. Try again."))
        ruled = decide(text, context)
        return Decision(
            f"{self.name} gave no usable answer; by the rules: {ruled.thought}",
            ruled.action,
            ruled.input,
            ruled.reply,
            ruled.confirms,
        )

    def _asked(self, messages: Sequence[tuple[str, str]]) -> Answer:
        try:
            return self._model.invoke(messages)
        except Exception as failed:  # every provider raises its own; all mean: not now
            raise ModelUnavailable(self.name, str(failed)) from failed


def ollama(model: str) -> LangChainDecider:
    """The decider on an Ollama model, as ``devstral:24b``. Raises ``MissingEngine``."""
    try:
        from langchain_ollama import ChatOllama
    except ImportError as missing:
        raise MissingEngine(
            f"agent=ollama:{model} needs the llm extra; run: pip install 'scenestream[llm]'"
        ) from missing
    bound = ChatOllama(model=model, temperature=0).bind_tools(list(TOOLS))
    return LangChainDecider(cast(ToolModel, bound), f"ollama:{model}")


def _decision(answer: Answer) -> Decision | None:
    said = answer.content if isinstance(answer.content, str) else ""
    if not answer.tool_calls:
        reply = said.strip()
        return Decision("The model answers in words.", "reply", reply=reply) if reply else None
    call = answer.tool_calls[0]
    action, arguments = call.get("name"), call.get("args")
    if action not in NAMES or not isinstance(arguments, dict):
        return None
    words = str(arguments.get("user_input") or arguments.get("name") or "").strip()
    thought = said.strip() or f"The model calls {action}."
    if action == "clear_database":
        return _asked_back(thought, PendingConfirmation("clear_database"))
    if not words:
        return None
    if action == "delete_asset":
        return _asked_back(thought, PendingConfirmation("delete_asset", words))
    return Decision(thought, cast(Action, action), words)


def _asked_back(thought: str, pending: PendingConfirmation) -> Decision:
    what = f'the asset "{pending.name}"' if pending.name else "the whole library of assets"
    return Decision(
        thought,
        "confirm",
        pending.name,
        f"Shall I delete {what} for good? Say yes or no.",
        pending,
    )


def _told(context: Context) -> str:
    if not context.has_scene:
        return "There is no scene yet."
    names = ", ".join(item.name for item in context.items[:MOST_ITEMS])
    return f"The present scene has: {names}."
