"""The agent on a language model: any LangChain chat model that calls tools, Ollama's first.

The model is offered exactly the six tools; what it calls is done, one tool after the other, and it
is asked again with what came of it. An answer that can not be used is fed back with the reason;
after that the rules decide, and the thought says so. A model that is not there is no answer: that
step fails for now, and is tried again as the deployment's settings say.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from consumers.agent.conversation import Message, messages
from consumers.agent.rules import Context, Decision, answered, decide, seen
from consumers.agent.tools import TOOLS, VIEW, NotTaken, read_calls, read_view, whole
from consumers.chat.bounds import Bounds, TooLong, TooSlow, bounded
from consumers.chat.errors import UselessAnswer, trouble
from consumers.chat.inquiry import Exchange, Inquiry
from consumers.chat.models import ChatModel, chat_model
from consumers.chat.parsing import Said, apart
from consumers.lexicon.talk.consent import plain_answer
from consumers.lexicon.words.tokens import read
from schemas.errors import ScenestreamError
from schemas.state import Deed

TRIES = 3
LONGEST_ANSWER = 16_000
"""Characters of an answer, its thoughts apart; what goes on after that is not read."""
LONGEST_THOUGHTS = 200_000
LONGEST_REPLY = 2_000
LONGEST_THOUGHT = 600


class Piece(Protocol):
    """A piece of an answer, and the sum of several (LangChain's ``AIMessageChunk``)."""

    tool_calls: list[dict[str, Any]]
    invalid_tool_calls: list[dict[str, Any]]
    tool_call_chunks: list[dict[str, Any]]
    additional_kwargs: dict[str, Any]

    @property
    def text(self) -> str: ...

    def __add__(self, more: Any) -> Piece: ...


@dataclass(slots=True)
class _Heard:
    """What came of an answer so far; kept when it breaks off."""

    pieces: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    thoughts: list[str] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self.words.append(str(piece.text))
        self.thoughts.append(str(piece.additional_kwargs.get("reasoning_content") or ""))

    def said(self) -> Said:
        whole = apart("".join(self.words))
        return Said(whole.words, "".join(self.thoughts) or whole.thought)

    def calls(self) -> list[dict[str, Any]]:
        """The tools that were called. Raises ``NotTaken`` where one can not be read."""
        parts = [piece for piece in self.pieces if piece.tool_call_chunks]
        if not parts:
            return []
        whole = parts[0]
        for piece in parts[1:]:
            whole = whole + piece
        if whole.invalid_tool_calls:
            raise NotTaken("the tool's arguments were no JSON")
        return whole.tool_calls


class LangChainDecider:
    """Implements ``Decider`` on a chat model that takes tools."""

    looks_back = True

    def __init__(self, model: ChatModel) -> None:
        self.name = model.name
        self._model = model
        self._bound = model.runnable.bind_tools(list(TOOLS))

    def decide(self, text: str, context: Context, inquiry: Inquiry) -> Decision:
        asked = context.pending
        if asked is not None and plain_answer(text, asked.action, asked.name) is not None:
            return decide(text, context)  # a confirmation is a matter of the rules alone
        known = None if context.deeds else answered(read(text), context)
        if known is not None:  # the scene itself says it: nothing to be asked, nothing invented
            return Decision("A question, answered from the scene.", "reply", reply=known)
        bounds = Bounds(time.monotonic() + self._model.patience_s, inquiry.check)
        told, errors = messages(text, context), list[str]()
        for _ in range(TRIES):
            heard = _Heard()
            try:
                self._listen(told, bounds, heard, inquiry)
                decision = _viewing(heard, context) or _decision(heard, context.deeds)
            except (UselessAnswer, NotTaken) as useless:
                errors.append(str(useless))
                inquiry.exchanges.append(self._exchange(told, heard, errors[-1]))
                if isinstance(useless, TooSlow):
                    break  # there is no time for another
                told = [*told, {"role": "user", "content": _fed_back(errors[-1])}]
            else:
                inquiry.exchanges.append(self._exchange(told, heard, ""))
                return decision
        why = f"{inquiry.give_up(self.name)[:-1]}: {errors[-1]}."
        return _by_rules(text, context, why)

    def _listen(
        self, told: Sequence[Message], bounds: Bounds, heard: _Heard, inquiry: Inquiry
    ) -> None:
        """Hear the model out, as long as it is wanted and within its bounds."""
        options = {"reasoning": True} if self._thinks() else {}
        words = thoughts = 0
        try:
            with bounded(bounds), closing(self._bound.stream(list(told), **options)) as pieces:
                for piece in pieces:
                    bounds.left_s()
                    heard.add(piece)
                    inquiry.say(heard.thoughts[-1], True)
                    inquiry.say(heard.words[-1])
                    words += len(heard.words[-1])
                    thoughts += len(heard.thoughts[-1])
                    if words > LONGEST_ANSWER or thoughts > LONGEST_THOUGHTS:
                        raise TooLong(TooLong.__doc__)
        except ScenestreamError:
            raise
        except Exception as failed:
            bounds.left_s()  # what a wait that was cut off raises is any package's own
            raise trouble(self.name, failed, began=bool(heard.pieces)) from failed

    def _thinks(self) -> bool:
        try:
            return self._model.thinks()
        except Exception as failed:
            raise trouble(self.name, failed, began=False) from failed

    def _exchange(self, told: Sequence[Message], heard: _Heard, error: str) -> Exchange:
        said = heard.said()
        called = [call for piece in heard.pieces for call in piece.tool_calls]
        words = "\n".join(part for part in (said.words, _shown(called)) if part)
        asked = [(str(m["role"]), f"{m['content']}{_shown(m.get('tool_calls', []))}") for m in told]
        return Exchange(self.name, asked, words, said.thought, error)


def langchain(name: str) -> LangChainDecider:
    """The decider on the model called ``name``. Raises ``MissingEngine``."""
    return LangChainDecider(chat_model(name))


def _by_rules(text: str, context: Context, why: str) -> Decision:
    """What is done when the model gave up: as the rules say, or, in the middle, no more."""
    if context.deeds:
        done = context.deeds[-1].observed or "Done."
        return Decision(f"{why} What was done stands.", "reply", reply=done)
    ruled = decide(text, context)
    return replace(ruled, thought=f"{why} {ruled.thought}")


def _viewing(heard: _Heard, context: Context) -> Decision | None:
    """What a change of the view comes to; None where the answer wants none. Raises ``NotTaken``."""
    words = read_view(heard.calls())
    if words is None:
        return None
    found = seen(words, context)
    if found is None:
        raise NotTaken(
            f"{VIEW} does not understand {words[:80]!r}; say for example: select the red sofa, "
            "show only the lamps, look at the table from above, reset the camera, frame 10"
        )
    thought = f"The model calls {VIEW}."
    return Decision(thought, "reply", reply=found.reply, view=found.changes)


def _decision(heard: _Heard, deeds: Sequence[Deed]) -> Decision:
    """What an answer wants. Raises ``NotTaken``."""
    said, calls = whole(heard.said().words), heard.calls()
    if not calls:
        if not said:
            raise NotTaken("it has neither words nor a tool")
        return Decision("The model answers in words.", "reply", reply=said[:LONGEST_REPLY])
    first, *then = read_calls(calls)
    if deeds and (deeds[-1].action, deeds[-1].input) == (first.action, first.input):
        raise NotTaken(f"{first.action} was just done with these words; say what was done instead")
    thought = said[:LONGEST_THOUGHT] or f"The model calls {first.action}."
    return Decision(thought, first.action, first.input, then=tuple(then))


def _shown(calls: Sequence[dict[str, Any]]) -> str:
    """Tool calls as the record of a conversation has them."""
    told = [{"tool": call.get("name"), "arguments": call.get("args")} for call in calls]
    return json.dumps(told, ensure_ascii=False) if told else ""


def _fed_back(wrong: str) -> str:
    return f"That answer was not taken: {wrong}. Call one of the tools, or answer in words."
