"""What to do when the person would rather have what was just changed as it was.

What belongs here: from such words and the last turn to taking the change back, or to the question
whether to. What does not: the words, which are in ``lexicon/edits/regretting``.
"""

from __future__ import annotations

import re

from consumers.agent.decision import Context, Decision, reply
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.regretting import declines, is_about, kept, regretted, removes
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.talk import smalltalk
from consumers.lexicon.talk.supposing import agrees
from consumers.lexicon.words.tokens import Line, read
from schemas.state import Turn

OFFERED = "Shall I take the last change back"
"""How the question begins that a bare "no!" is answered with."""
_UNDO = Decision("The last change is regretted.", "modify_3d_scene", "undo that")
_FORGET = re.compile(
    r"(?:(?:oh|ah|no|ok|okay|well|actually|just|,) )*(?:never ?mind|forget (?:it|that|about it"
    r"|about"
    r" that|this))(?: (?:please|then|thanks|sorry|[,.!]))*"
)
_SHOWN = 120
"""Characters of the last answer that the question repeats."""


def regret(line: Line, context: Context, last: Turn | None) -> Decision | None:
    """What to do about words that regret a change; None for any others.

    ``last``: the turn before, if it changed the scene.
    """
    before = context.talk[-1] if context.talk else None
    if before is not None and before.answered.startswith(OFFERED):
        if agrees(line):
            return _UNDO
        if declines(line):
            return reply("The change is kept.", smalltalk.LEFT_AS_IT_IS)
    stays = kept(line)
    if stays is not None:
        return _kept(stays, context, last)
    wish = regretted(line)
    if wish is not None:
        if last is not None and is_about(wish.thing, last.said, last.answered):
            return _UNDO
        if not (wish.sure and wish.thing and _is_there(wish.thing, context)):
            return None
        about = " ".join(wish.thing)
        return Decision("An earlier change is regretted.", "modify_3d_scene", f"undo the {about}")
    if last is None:
        return None
    if _FORGET.fullmatch(line.text) is not None:
        return reply("Nothing more is wanted.", smalltalk.LEFT_AS_IT_IS)
    if declines(line):
        told = last.answered.strip()
        done = f" ({told[:_SHOWN].rstrip(' .')})" if told else ""
        return reply("The last change is not liked.", f"{OFFERED}{done}? Say yes, or: undo.")
    return None


def _kept(thing: tuple[str, ...], context: Context, last: Turn | None) -> Decision | None:
    """What to do about "keep the plant", where it was just taken away or is there no more."""
    gone = last is not None and (removes(last.said) or last.answered.startswith("Removed "))
    if last is not None and gone and is_about(thing, last.said, last.answered):
        return _UNDO
    if not thing or _is_there(thing, context) or last is None:
        return None
    words = " ".join(thing)
    return Decision("What is gone shall stay.", "modify_3d_scene", f"bring the {words} back")


def _is_there(thing: tuple[str, ...], context: Context) -> bool:
    found = phrase_at(read(f"the {' '.join(thing)}"), 0, plain=True)
    return found is not None and bool(Finder(context.items).find(found[0]))
