"""Events that pass: on the feed for whoever watches now, never in a log, told to nobody twice."""

from __future__ import annotations

from schemas.payload import Data


class TokenEmitted(Data):
    """Transient: some more of what a language model says in a step, as it says it. ``thought``: of
    its thoughts, not of its answer. The whole is in ``model.answered``, once the step is over."""

    type = "token.emitted"
    transient = True
    stage: str
    text: str
    thought: bool = False
