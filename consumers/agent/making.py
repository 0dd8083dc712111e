"""What words want made or changed: a picture, one thing, a scene, an edit, or several one by one.

What belongs here: the last step of deciding, where words are neither a question nor about what was
done. What does not: those, which are in ``rules``.
"""

from __future__ import annotations

from dataclasses import replace

from consumers.agent.decision import Context, Decision, reply
from consumers.lexicon.edits.commands import without_politeness
from consumers.lexicon.edits.doubts import understood
from consumers.lexicon.edits.lamps import impossible
from consumers.lexicon.edits.offering import offer
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.talk import smalltalk
from consumers.lexicon.talk.anew import place_instead
from consumers.lexicon.talk.answers import nouns_of
from consumers.lexicon.talk.declaring import forgotten, tells, too_few, too_many
from consumers.lexicon.talk.intent import (
    edits_scene,
    looks_like_edit,
    one_thing,
    wants_scene,
)
from consumers.lexicon.talk.remarks import Remark, remark
from consumers.lexicon.talk.wishing import (
    asks_for_scene,
    drawing_subject,
    model_subject,
    picture_subject,
    several,
    without_command,
)
from consumers.lexicon.words.tokens import MAX_WORDS, Line, read
from schemas.events import Planned


def planned(said: str, context: Context) -> Decision | None:
    """Several things that are asked for by name, one after the other; None for one."""
    parts = several(said)
    wished = [made(part, read(part), context) for part in parts]
    actions = [
        Planned(action=d.action, input=d.input)
        for d in wished
        if d.action != "reply" and d.action != "confirm"
    ]
    if len(actions) < 2 or len(actions) < len(parts):
        return None
    return replace(wished[0], thought="Several things are wanted.", then=tuple(actions[1:]))


def made(said: str, line: Line, context: Context) -> Decision:
    """What the words want made or changed."""
    picture = picture_subject(said) or _drawing(said, line, context)
    if picture is not None:
        return Decision("A picture is wanted.", "generate_image", picture)
    model = model_subject(said)
    if model is not None and one_thing(read(model)):
        return Decision("One thing is wanted by itself.", "generate_3d_object", model)
    if context.has_scene and impossible(without_politeness(line)) is not None:
        return Decision("A wish that no scene can show.", "modify_3d_scene", said)
    if smalltalk.is_gibberish(line):
        return reply("No English words that name anything.", smalltalk.NOT_UNDERSTOOD)
    left_out = forgotten(line, Finder(context.items)) if context.has_scene else ""
    if left_out:
        return Decision("Something was left out.", "modify_3d_scene", left_out)
    told = _remarked(line, context)
    if told is not None:
        return told
    line = understood(line) if context.has_scene else line
    if context.has_scene and not asks_for_scene(said) and edits_scene(line, context.items):
        return Decision("A change to the scene is wanted.", "modify_3d_scene", said)
    if not context.has_scene and looks_like_edit(line):
        return Decision("An edit, but there is no scene.", "modify_3d_scene", said)
    if smalltalk.talks(line):
        return reply("Words about somebody, and no thing.", smalltalk.NOT_UNDERSTOOD)
    place = place_instead(line) if context.has_scene else None
    wished = place.text if place is not None else without_command(said)
    if not asks_for_scene(said) and one_thing(read(wished)):
        return Decision("One thing is wanted by itself.", "generate_3d_object", wished)
    if asks_for_scene(said) or wants_scene(line):
        note = f" Only the first {MAX_WORDS} words are read." if line.truncated else ""
        return Decision(f"A scene is wanted.{note}", "generate_3d_scene", wished)
    meant = offer(line, Finder(context.items)) if context.has_scene else ""
    return reply(
        "Nothing to make was named.",
        f"{smalltalk.OPEN} {meant}" if meant else smalltalk.NOT_UNDERSTOOD,
    )


def _remarked(line: Line, context: Context) -> Decision | None:
    """The reply to words that tell of things or judge them, and ask for nothing to be done.

    "The sofa is too small" is a wish where there is a scene.
    """
    found = remark(line, nouns_of(context.items))
    counted = too_many(line) or too_few(line)
    if found is None and counted:
        found = Remark(complains=True, about="")
    if found is None and context.has_scene and tells(line, Finder(context.items)):
        found = Remark(complains=False, about="")
    if found is None or (context.has_scene and "too" in line.words and not counted):
        return None
    if not context.has_scene:
        return reply("A remark, and no wish.", smalltalk.REMARKED)
    if counted:
        return reply("There is too much or too little.", counted)
    there = found.about if context.has_scene else ""
    told = smalltalk.complained(there) if found.complains else smalltalk.PRAISED
    return reply("A remark about the scene, and no wish.", told)


def _drawing(said: str, line: Line, context: Context) -> str | None:
    """What is to be drawn, unless it is to be painted where it stands ("paint the sofa red")."""
    subject = drawing_subject(said)
    if subject is None or looks_like_edit(line):
        return None
    return None if context.has_scene and edits_scene(line, context.items) else subject
