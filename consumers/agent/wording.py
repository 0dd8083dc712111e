"""What a person is told of a model's own words: nothing that no tool did, nothing that is not so.

A model may end a request in words alone. Whether that is right is told by the grammar of what was
asked, by what the tools led to, and by the scene; where it is not, the model hears why, and after
that the rules decide. What does not belong here: reading tools, which is in ``tools``.
"""

from __future__ import annotations

from collections.abc import Sequence

from consumers.agent.decision import Action, Context, Decision
from consumers.agent.tools import NotTaken
from consumers.lexicon.edits.commands import command_at, without_politeness
from consumers.lexicon.talk.claims import claimed, claims_deletion, declines
from consumers.lexicon.talk.languages import other_language
from consumers.lexicon.talk.smalltalk import NOT_UNDERSTOOD
from consumers.lexicon.talk.statements import contradicted
from consumers.lexicon.words.tokens import read
from schemas.state import Deed
from schemas.talk import DESTRUCTIVE

NOTHING = "Nothing was made or changed."
NO_TOOL = "no tool was called for this request, so nothing was made, changed, shown or deleted"
OUTSIDE = frozenset({"generate_image", "generate_3d_object"})
"""Actions whose results are not in the scene."""


class Doubtful(NotTaken):
    """An answer that does not fit the request as the rules read it: told once, since they may be
    wrong."""


class Idle(Doubtful):
    """Words alone where something was to be done, or that say it was."""


def doubt(first: Action, text: str, context: Context, ruled: Decision | None) -> None:
    """Raise ``Doubtful`` where the tool that is called first is not what ``text`` asks for: a new
    scene in place of a change, or anything done where the words are but talk."""
    if ruled is None or first in ("reply", "confirm", *DESTRUCTIVE):  # a deletion is asked back
        return
    if ruled.action == "modify_3d_scene" and first == "generate_3d_scene":
        if context.has_scene:
            raise Doubtful(
                "there is a scene, and the words seem to change it: call modify_3d_scene; a new "
                "scene would take its place. Call it again if that is meant"
            )
    elif not _is_to_be_done(ruled) and ruled.reply != NOT_UNDERSTOOD and not _is_foreign(text):
        raise Doubtful(
            "the words seem to ask for nothing to be done: answer them in words. Call the tool "
            "again if it is meant"
        )


def told(said: str, text: str, context: Context, ruled: Decision | None, *, warned: bool) -> str:
    """What the person is told of ``said``, with which a model ends a request.

    ``text``: the request; ``ruled``: how the rules read it, None once something was done for it.
    ``warned``: the model has heard already that no tool ran. Raises ``NotTaken`` with what is
    wrong.
    """
    if ruled is not None and claimed(said):
        raise Idle(f"{NO_TOOL}; call the tool that does it, or say only what is so")
    made = all(deed.action not in OUTSIDE for deed in context.deeds)
    wrong = contradicted(said, context.items, made=made) if context.has_scene else []
    if wrong:
        raise NotTaken(f"that is not so: {'; '.join(wrong)}; say only what is so")
    if ruled is None:
        return _after(said, context.deeds)
    if _is_to_be_done(ruled):
        if not warned:
            raise Idle(_told_to_act(ruled))
        return _instead(said, text, ruled)
    return said if _is_clear(said, ruled) else f"{said} {NOTHING}"


def _is_to_be_done(ruled: Decision) -> bool:
    """Whether the words ask for more than words, as the rules read them."""
    return ruled.action != "reply" or bool(ruled.view)


def _told_to_act(ruled: Decision) -> str:
    wanted = "" if ruled.action in ("reply", "confirm") else f" (as it seems, {ruled.action})"
    return (
        f"{NO_TOOL}; the person asks for something to be done{wanted}: call the tool. Only if you "
        "must ask back, or refuse, or nothing was asked for, answer in words again"
    )


def _instead(said: str, text: str, ruled: Decision) -> str:
    """What is told where something was to be done and the model insists on words: a question back,
    a refusal, or any words where the request is no plain order, which the rules may have
    misread."""
    line = without_politeness(read(text))
    ordered = ruled.action != "modify_3d_scene" or command_at(line, 0) is not None
    if ruled.action == "confirm" or (ordered and not (_asks(said) or declines(said))):
        raise Idle(f"{NO_TOOL}, though the person asks for something to be done")
    return f"{said} {NOTHING}"


def _is_clear(said: str, ruled: Decision) -> bool:
    """Whether nobody could think that something was done: small talk, a question, a question back.

    Claims are known in English alone, and of words that the rules do not understand anything may
    have been wished.
    """
    if _is_foreign(said):
        return False
    return ruled.reply != NOT_UNDERSTOOD or _asks(said) or declines(said)


def _after(said: str, deeds: Sequence[Deed]) -> str:
    """The last word after ``deeds``: what went wrong and was not told yet goes before it."""
    if claims_deletion(said):  # after a deletion no model is asked
        raise NotTaken("nothing of the library was deleted; say only what is so")
    untold = [deed.observed for deed in deeds if deed.observed and not deed.told]
    if not untold:
        return said
    return " ".join(dict.fromkeys(untold if claimed(said) else [*untold, said]))


def _asks(said: str) -> bool:
    return said.rstrip(" )*_\"'”’").endswith(("?", "？"))


def _is_foreign(said: str) -> bool:
    return other_language(read(said)) is not None
