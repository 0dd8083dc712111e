"""The answer to a question, with what "it" is in it.

What does not belong here: what the answers say, which is in ``lexicon/talk/answers``.
"""

from __future__ import annotations

from consumers.agent.decision import Context
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.sentences.mending import in_full
from consumers.lexicon.talk.answers import answer, named_first
from consumers.lexicon.words.tokens import Line, read
from schemas.ids import NodeId


def answered(line: Line, context: Context) -> str | None:
    """The answer to a question about the scene, the library or the talk; None for anything else."""
    return answer(
        in_full(line),
        context.items,
        has_scene=context.has_scene,
        assets=context.assets,
        talk=context.talk,
        about=_about_now(context),
    )


def _about_now(context: Context) -> tuple[NodeId, ...]:
    """What "it" is in a question: what the question before was about, or what was changed last."""
    last = context.talk[-1] if context.talk else None
    if last is not None and not last.did:
        fitting = named_first(read(last.said), Finder(context.items))[1]
        if fitting:
            return tuple(item.id for item in fitting)
    if last is None or "generate_3d_scene" in last.did:
        return ()  # all of it was made at once
    return tuple(reversed(context.touched))
