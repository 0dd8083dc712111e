"""One step's dealings with a model: whether it is wanted still, and all that was said, for the log.

The whole exchange is an artifact, since it may be long; the event names it. What does not belong
here: how an answer is had, which is in ``asking``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field

from consumers.chat.cleaning import clean
from consumers.chat.tokens import NONE, Tokens
from consumers.handler import Context, Preview, Report, Say, unheard
from schemas.events import Data, ModelAnswered
from schemas.flow import Stage
from streams.artifacts import ArtifactStore

TRANSCRIPT = "application/json"
LONGEST_TOLD = 2_000
"""Characters of the last answer and of its thoughts that the event itself has."""
MOST_ERRORS = 6


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and its answer. ``error``: why the answer was of no use; "" when it was."""

    model: str
    asked: Sequence[tuple[str, str]]
    said: str
    thought: str = ""
    error: str = ""
    tokens: Tokens = NONE


def _never() -> None:
    """Nobody cancels."""


def _nobody(fraction: float, label: str, preview: Preview | None = None) -> None:
    """Nobody looks."""


@dataclass(slots=True)
class Inquiry:
    """``check`` raises when the step is not wanted any more; ``progress`` and ``say`` as a
    handler's.

    ``engine``: what made the result, where it is not the one that was chosen; else "".
    """

    check: Callable[[], None] = _never
    progress: Report = _nobody
    say: Say = unheard
    exchanges: list[Exchange] = field(default_factory=list)
    engine: str = ""

    @classmethod
    def of(cls, context: Context) -> Inquiry:
        """That of a handler's step."""
        return cls(context.check, context.progress, context.say)

    def give_up(self, model: str, instead: str = "rules") -> str:
        """Note that the engine ``instead`` decides and not ``model``; the note, for people."""
        self.engine = instead
        return given_up(model, instead)

    def events(self, artifacts: ArtifactStore, stage: Stage, slot: str = "") -> tuple[Data, ...]:
        """What was said, as an event; none when no model was asked."""
        if not self.exchanges:
            return ()
        last = self.exchanges[-1]
        document = json.dumps([asdict(e) for e in self.exchanges], ensure_ascii=False)
        return (
            ModelAnswered(
                stage=stage,
                slot=slot,
                engine=last.model,
                said=_cut(last.said),
                thought=_cut(last.thought),
                errors=tuple(clean(e.error[:300]) for e in self.exchanges if e.error)[
                    -MOST_ERRORS:
                ],
                tries=len(self.exchanges),
                tokens_in=sum(e.tokens.read for e in self.exchanges),
                tokens_out=sum(e.tokens.written for e in self.exchanges),
                used=not self.engine,
                transcript=artifacts.put(document.encode("utf-8", "replace"), TRANSCRIPT),
            ),
        )


def given_up(model: str, instead: str = "rules") -> str:
    """What people are told where ``instead`` decided and not ``model``."""
    return f"{model} gave no usable answer, so the {instead} decided."


def _cut(text: str) -> str:
    whole = clean(text)
    return whole if len(whole) <= LONGEST_TOLD else whole[: LONGEST_TOLD - 1] + "…"
