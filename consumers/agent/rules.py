"""The embedded agent: what a person's words need, by grammar and tables, no model.

What belongs here: choosing one of the six actions, a question back, or a reply. What does not:
doing it. Telling what came of it is in ``telling``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from consumers.lexicon import smalltalk
from consumers.lexicon.adjusting import adjusting
from consumers.lexicon.answers import answer
from consumers.lexicon.destruction import PendingAction, destructive
from consumers.lexicon.intent import edits_scene, looks_like_edit, one_thing, wants_scene
from consumers.lexicon.tokens import MAX_WORDS, Line, read
from consumers.lexicon.undoing import undoing
from consumers.lexicon.wishing import (
    asks_for_scene,
    drawing_subject,
    model_subject,
    picture_subject,
    without_command,
)
from schemas.edits import SceneItem

Action = Literal[
    "generate_image", "generate_3d_object", "generate_3d_scene", "modify_3d_scene",
    "delete_asset", "clear_database", "reply", "confirm",
]  # fmt: skip

_LONGEST_INPUT = 8000


@dataclass(frozen=True, slots=True)
class PendingConfirmation:
    """A destructive action that awaits a yes. ``name``: the asset's words; "" for the database."""

    action: PendingAction
    name: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What the agent knows of a session.

    ``has_scene``: a scene exists or is being made. ``items``: what is in it. ``assets``: labels of
    known assets. ``pending``: what was asked back and not yet answered.
    """

    has_scene: bool = False
    items: tuple[SceneItem, ...] = ()
    assets: tuple[str, ...] = ()
    pending: PendingConfirmation | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do. ``input``: what the action gets; ``reply``: what to say (reply and confirm)."""

    thought: str
    action: Action
    input: str = ""
    reply: str | None = None
    confirms: PendingConfirmation | None = None


def decide(text: str, context: Context) -> Decision:
    """What to do about ``text``. Total: every text gets a decision; work is bounded."""
    said = text[:_LONGEST_INPUT].strip()
    line = read(said)
    if not any(word[0].isalnum() for word in line.words):
        return _reply("Nothing was said.", smalltalk.EMPTY)
    if context.pending is not None:
        answered = _confirmed(line, context.pending)
        if answered is not None:
            return answered
    if undoing(line) is not None:
        return Decision("An earlier state of the scene is wanted.", "modify_3d_scene", said)
    if context.has_scene and adjusting(line) is not None:
        return Decision("The last change is to be another one.", "modify_3d_scene", said)
    asked = _destructive(line, context)
    if asked is not None:
        return asked
    talk = smalltalk.reply_to(line)
    if talk is not None:
        return _reply("Small talk.", talk)
    told = answer(line, context.items, has_scene=context.has_scene, assets=context.assets)
    if told is not None:
        return _reply("A question about what is there.", told)
    return _made(said, line, context)


def _made(said: str, line: Line, context: Context) -> Decision:
    """What the words want made or changed."""
    picture = picture_subject(said) or _drawing(said, line, context)
    if picture is not None:
        return Decision("A picture is wanted.", "generate_image", picture)
    model = model_subject(said)
    if model is not None and one_thing(read(model)):
        return Decision("One thing is wanted by itself.", "generate_3d_object", model)
    if smalltalk.is_gibberish(line):
        return _reply("No English words that name anything.", smalltalk.NOT_UNDERSTOOD)
    if context.has_scene and not asks_for_scene(said) and edits_scene(line, context.items):
        return Decision("A change to the scene is wanted.", "modify_3d_scene", said)
    if not context.has_scene and looks_like_edit(line):
        return Decision("An edit, but there is no scene.", "modify_3d_scene", said)
    wished = without_command(said)
    if not asks_for_scene(said) and one_thing(read(wished)):
        return Decision("One thing is wanted by itself.", "generate_3d_object", wished)
    if asks_for_scene(said) or wants_scene(line):
        note = f" Only the first {MAX_WORDS} words are read." if line.truncated else ""
        return Decision(f"A scene is wanted.{note}", "generate_3d_scene", wished)
    return _reply("Nothing to make was named.", smalltalk.NOT_UNDERSTOOD)


def _drawing(said: str, line: Line, context: Context) -> str | None:
    """What is to be drawn, unless it is to be painted where it stands ("paint the sofa red")."""
    subject = drawing_subject(said)
    if subject is None or looks_like_edit(line):
        return None
    return None if context.has_scene and edits_scene(line, context.items) else subject


def _confirmed(line: Line, pending: PendingConfirmation) -> Decision | None:
    """What a yes or a no to the question asked before means; None when it is neither."""
    verdict = smalltalk.yes_or_no(line)
    if verdict is None:
        return None
    if not verdict:
        return _reply("The person said no.", "All right, nothing was deleted.")
    return Decision("The person confirmed.", pending.action, pending.name)


def _destructive(line: Line, context: Context) -> Decision | None:
    """Deleting for good is asked back first, whatever else the words say."""
    found = destructive(line, context.items, context.assets)
    if found is None:
        return None
    action, name = found
    if action == "delete_asset" and not name:
        return _reply(
            "An asset is to be deleted, but which?", "Which one? Say: delete the asset red chair."
        )
    pending = PendingConfirmation(action, name)
    what = f'the asset "{name}"' if action == "delete_asset" else "the whole library of assets"
    return Decision(
        thought="Deleting can not be undone, so ask first.",
        action="confirm",
        input=name,
        reply=f"Shall I delete {what} for good? Say yes or no.",
        confirms=pending,
    )


def _reply(thought: str, reply: str) -> Decision:
    return Decision(thought=thought, action="reply", reply=reply)
