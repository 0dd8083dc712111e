"""What people say, as they would write it: without what frames it, an example as what it stands
for, one long breath as sentences, questions in the order of English.

What belongs here: the order in which that is done. What does not: the forms (``framing``,
``examples``, ``breathing``, ``inverted``, ``plainly``).
"""

from __future__ import annotations

from consumers.lexicon.edits.adjusting import adjusting
from consumers.lexicon.edits.amending import bare
from consumers.lexicon.edits.aspects import is_size
from consumers.lexicon.edits.commands import command_at, without_politeness
from consumers.lexicon.talk import smalltalk
from consumers.lexicon.talk.breathing import breathed
from consumers.lexicon.talk.examples import exemplified
from consumers.lexicon.talk.framing import unframed, without_cries
from consumers.lexicon.talk.inverted import inverted
from consumers.lexicon.talk.plainly import begun_plainly, plainly
from consumers.lexicon.words.tokens import read


def for_new_scene(text: str) -> str:
    """``text`` where nothing is there yet that it could be about."""
    calm = without_cries(text)
    return text if smalltalk.reply_to(read(calm)) is not None else begun_plainly(exemplified(calm))


def _wishes(text: str) -> bool:
    """Whether words after a laugh are more than a laugh: "haha make it red", "lol no, smaller"."""
    line = read(text)
    said, _ = bare(line)
    command = command_at(without_politeness(line), 0)
    return command is not None or adjusting(line) is not None or is_size(said)


def about_scene(text: str) -> str:
    """``text`` as words about a scene that is there, without fillers and thanks."""
    calm = without_cries(text)
    chats = smalltalk.reply_to(read(calm)) is not None
    laughs = smalltalk.reply_to(read(text)) is not None and not _wishes(calm)
    said = text if chats or laughs else unframed(calm)
    return smalltalk.after_thanks(plainly(breathed(exemplified(inverted(said)))))
