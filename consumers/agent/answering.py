"""The answer to a question, with what "it" is in it.

What does not belong here: what the answers say, which is in ``lexicon/talk/answers``.
"""

from __future__ import annotations

import re

from consumers.agent.decision import Context
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.sentences.mending import in_full
from consumers.lexicon.talk.answers import answer, named_first
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.tokens import Line, read
from schemas.ids import NodeId


def answered(line: Line, context: Context) -> str | None:
    """The answer to a question about the scene, the library or the talk; None for anything else."""
    return answer(
        _with_kind(in_full(line), context),
        context.items,
        has_scene=context.has_scene,
        assets=context.assets,
        talk=context.talk,
        about=_about_now(context),
    )


def _with_kind(line: Line, context: Context) -> Line:
    """ "how many are left?" with the kind that the words before were about."""
    found = _HOW_MANY.match(line.text)
    last = context.talk[-1] if context.talk else None
    if found is None or last is None:
        return line
    said = read(last.said)
    for at in range(len(said)):
        named = phrase_at(said, at, plain=True)
        if named is not None and named[0].noun and not named[0].pronoun:
            kind = plural(singular(named[0].label))
            there = Finder(context.items).fitting(named[0])
            return Line(("how", "many", *kind.split(), "are", "there")) if there else line
    return line


_HOW_MANY = re.compile(
    r"(?:(?:and|so|now|ok|then) )*how many(?: of (?:them|those|these))? (?:are|do we have|have we"
    r" got|is)(?: (?:there|left|remaining|now|still|in (?:all|total)|over))*(?: \?)?$"
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
