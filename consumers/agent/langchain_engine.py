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

from consumers.agent.answering import answered
from consumers.agent.conversation import Message, messages
from consumers.agent.decision import Context, Decision
from consumers.agent.rules import decide, seen
from consumers.agent.spelled import spelled_calls
from consumers.agent.tools import TOOLS, VIEW, NotTaken, read_calls, read_view
from consumers.agent.wording import Doubtful, doubt, told
from consumers.chat.bounds import MOST_PIECES, Bounds, TooLong, TooSlow, bounded
from consumers.chat.cleaning import clean
from consumers.chat.errors import UselessAnswer, trouble
from consumers.chat.inquiry import Exchange, Inquiry
from consumers.chat.models import ChatModel, chat_model
from consumers.chat.parsing import Said, apart
from consumers.chat.tokens import NONE, Tokens, counted
from consumers.lexicon.talk.consent import plain_answer
from consumers.lexicon.words.tokens import read
from schemas.errors import ScenestreamError
from schemas.state import Deed
from schemas.talk import LONGEST_TURN

TRIES = 3
LONGEST_ANSWER = 16_000
"""Characters of an answer, its thoughts apart; what goes on after that is not read."""
LONGEST_THOUGHTS = 200_000
LONGEST_CALLS = 64_000
"""Characters of what tools are called with."""
LONGEST_REPLY = 2_000
LONGEST_THOUGHT = 600
LONGEST_WRONG = 400
MOST_SHOWN = 20
"""Calls of an answer that its record holds."""


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
    spoken: int = 0
    thought: int = 0
    called: int = 0
    tokens: Tokens = NONE

    def add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self.tokens += counted(piece)
        self.words.append(clean(str(piece.text)))
        self.thoughts.append(clean(str(piece.additional_kwargs.get("reasoning_content") or "")))
        self.spoken += len(self.words[-1])
        self.thought += len(self.thoughts[-1])
        for chunk in piece.tool_call_chunks:
            self.called += len(str(chunk.get("name") or "")) + len(str(chunk.get("args") or ""))

    def said(self) -> Said:
        whole = apart("".join(self.words))
        return Said(whole.words, "".join(self.thoughts) or whole.thought)

    def too_long(self) -> bool:
        """Whether it is more than any answer needs."""
        return (
            self.spoken > LONGEST_ANSWER
            or self.thought > LONGEST_THOUGHTS
            or self.called > LONGEST_CALLS
            or len(self.pieces) > MOST_PIECES
        )

    def by_tools(self) -> bool:
        """Whether it calls tools as such, and does not write them into its words."""
        return any(piece.tool_call_chunks for piece in self.pieces)

    def calls(self) -> list[dict[str, Any]]:
        """The tools that were called. Raises ``NotTaken`` where one can not be read."""
        parts = [piece for piece in self.pieces if piece.tool_call_chunks]
        if not parts:
            return spelled_calls(self.said().words)
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
        open_ = context.pending
        if open_ is not None and plain_answer(text, open_.action, open_.name) is not None:
            return decide(text, context)  # a confirmation is a matter of the rules alone
        known = None if context.deeds else answered(read(text), context)
        if known is not None:  # the scene itself says it: nothing to be asked, nothing invented
            return Decision("A question, answered from the scene.", "reply", reply=known)
        bounds = Bounds(time.monotonic() + self._model.patience_s, inquiry.check)
        ruled = None if context.deeds else decide(text, context)
        asked, wrong, warned = messages(text, context), "", False
        for _ in range(TRIES):
            heard = _Heard()
            try:
                self._listen(asked, bounds, heard, inquiry)
                decision = _viewing(heard, context) or _called(heard, context.deeds)
                if decision is None:
                    decision = _worded(heard, text, context, ruled, warned)
                elif not warned:
                    doubt(decision.action, text, context, ruled)
            except (UselessAnswer, NotTaken) as useless:
                wrong, warned = (
                    str(useless)[:LONGEST_WRONG],
                    warned or isinstance(useless, Doubtful),
                )
                inquiry.exchanges.append(self._exchange(asked, heard, wrong))
                if isinstance(useless, TooSlow):
                    break  # there is no time for another
                asked = [*asked, *_fed_back(heard, wrong)]
            else:
                inquiry.exchanges.append(self._exchange(asked, heard, ""))
                return decision
        return _by_rules(ruled, context.deeds, inquiry.give_up(self.name), wrong)

    def _listen(
        self, told: Sequence[Message], bounds: Bounds, heard: _Heard, inquiry: Inquiry
    ) -> None:
        """Hear the model out, as long as it is wanted and within its bounds."""
        options = {"reasoning": True} if self._thinks() else {}
        try:
            with bounded(bounds), closing(self._bound.stream(list(told), **options)) as pieces:
                for piece in pieces:
                    bounds.left_s()
                    heard.add(piece)
                    inquiry.say(heard.thoughts[-1], True)
                    inquiry.say(heard.words[-1])
                    if heard.too_long():
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
        called = [call for piece in heard.pieces[:MOST_PIECES] for call in piece.tool_calls]
        words = "\n".join(part for part in (said.words, _shown(called[:MOST_SHOWN])) if part)
        asked = [(str(m["role"]), f"{m['content']}{_shown(m.get('tool_calls', []))}") for m in told]
        return Exchange(self.name, asked, words, said.thought, error, heard.tokens)


def langchain(name: str) -> LangChainDecider:
    """The decider on the model called ``name``. Raises ``MissingEngine``."""
    return LangChainDecider(chat_model(name))


def _by_rules(ruled: Decision | None, deeds: Sequence[Deed], given_up: str, wrong: str) -> Decision:
    """What is done when the model gave up: as the rules say, or, in the middle, no more."""
    why = f"{given_up[:-1]}: {wrong}."
    if ruled is None:
        done = deeds[-1].observed or "Done."
        no_more = given_up.replace("the rules decided", "no more was done")
        return Decision(f"{why} What was done stands.", "reply", reply=f"{done} {no_more}")
    reply = f"{ruled.reply} {given_up}" if ruled.reply else ruled.reply
    return replace(ruled, thought=f"{why} {ruled.thought}", reply=reply)


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


def _called(heard: _Heard, deeds: Sequence[Deed]) -> Decision | None:
    """The actions that an answer wants; None for words alone. Raises ``NotTaken``."""
    calls = heard.calls()
    if not calls:
        return None
    first, *then = read_calls(calls)
    done = {(deed.action, deed.input) for deed in deeds}
    for call in (first, *then):
        if (call.action, call.input[:LONGEST_TURN]) in done:
            raise NotTaken(f"{call.action} was done with these words; say what was done instead")
    said = heard.said().words if heard.by_tools() else ""
    thought = said[:LONGEST_THOUGHT] or f"The model calls {first.action}."
    return Decision(thought, first.action, first.input, then=tuple(then))


def _worded(
    heard: _Heard, text: str, context: Context, ruled: Decision | None, warned: bool
) -> Decision:
    """The reply that an answer in words alone comes to. Raises ``NotTaken``."""
    said = heard.said().words
    if not said:
        raise NotTaken("it has neither words nor a tool")
    reply = told(said[:LONGEST_REPLY], text, context, ruled, warned=warned)
    return Decision("The model answers in words.", "reply", reply=reply)


def _shown(calls: Sequence[dict[str, Any]]) -> str:
    """Tool calls as the record of a conversation has them."""
    called = [{"tool": call.get("name"), "arguments": call.get("args")} for call in calls]
    return json.dumps(called, ensure_ascii=False)[:LONGEST_CALLS] if called else ""


def _fed_back(heard: _Heard, wrong: str) -> list[Message]:
    """What the model is shown of its answer, where that was words, and what is wrong with it."""
    said = heard.said().words[:LONGEST_REPLY]
    again = f"That answer was not taken: {wrong}. Call one of the tools, or answer in words."
    own: list[Message] = [{"role": "assistant", "content": said}] if said else []
    return [*own, {"role": "user", "content": again}]
