"""The embedded prompt stage: one thing's words to its recipe, and to words for image engines.

What belongs here: the enrichment that makes an image engine show the subject and nothing else.
Reading the words is in ``consumers/lexicon``.
"""

from __future__ import annotations

from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.phrases.recipes_of import recipe_of
from consumers.lexicon.sentences.reader import read_scene
from consumers.lexicon.sentences.settings import setting_of
from consumers.lexicon.talk.wishing import without_command
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.looks import color_word
from consumers.lexicon.words.tokens import read
from consumers.prompt.port import Improved, Purpose, Wanted
from schemas.recipe import Recipe

ALONE = "placed on a white and empty background, completely detached from surroundings"
FRONT = "front camera view"
ROOM = "three-quarter top-down camera view of the whole room, no ceiling"
STYLE = "detailed, natural light, sharp focus, high quality"
_LONGEST_LABEL = 60
MOST_WORDS = 60


def improve_by_rules(wanted: Wanted) -> Improved:
    """The prompt and recipe of ``wanted``, by grammar and tables."""
    label, recipe = wanted.label, wanted.recipe
    if recipe is None:
        label, recipe = parse_object(wanted.words, seed=wanted.seed)
    room = wanted.purpose == "asset" and is_room(wanted.words)
    prompt = improve(label, wanted.words, purpose=wanted.purpose, room=room)
    return Improved(label, prompt, recipe)


def is_room(words: str) -> bool:
    """Whether the words name a room and no thing: "a cosy kitchen", not "a kitchen chair"."""
    found = phrase_at(read(without_command(words)), 0)
    setting = setting_of(found[0]) if found is not None and not found[0].noun else None
    if setting is None:
        return False
    row, said = setting
    return row.kind == "room" if row is not None else said == "room"


def improve(label: str, prompt: str, *, purpose: Purpose, room: bool = False) -> str:
    """The prompt for an image engine; the subject stays what ``prompt`` says.

    ``purpose`` "asset": the isolated subject, so that a mesh can be made from the picture.
    ``room``: the subject is a room, seen from above at an angle.
    """
    subject = " ".join(prompt.split()[:MOST_WORDS]).strip(" .,;:!?") or label or "an object"
    view = ROOM if room else FRONT
    if purpose == "image":
        return f"{subject}, {STYLE}" if not room else f"{subject}, {view}, {STYLE}"
    looks = _looks(label, subject)
    return ", ".join([subject, *looks, view, ALONE])


def parse_object(text: str, seed: int = 0) -> tuple[str, Recipe]:
    """The label and recipe of the one thing that ``text`` asks for, e.g. "a big red chair".

    A thing nobody knows keeps its words and gets a size that fits its kind, in metres.
    """
    phrase = _wanted(text)
    if phrase is None:
        words = " ".join(read(text).words[:6]).strip(" .,;:!?")
        phrase = Phrase(said=text[:200], label=words or "thing", head=words or "thing")
    label = phrase.label[:_LONGEST_LABEL].strip() or "thing"
    recipe = recipe_of(phrase, seed)
    return label, recipe


def _wanted(text: str) -> Phrase | None:
    """The first thing that the words name, with what is said of it later."""
    line = read(without_command(text))
    reading = read_scene(line)
    if reading.things:
        return reading.things[0].phrase
    for at in range(len(line)):
        found = phrase_at(line, at)
        if found is not None and not found[0].pronoun:
            return found[0]
    return None


def _looks(label: str, subject: str) -> list[str]:
    """Material and colour words that the subject leaves to the noun's own."""
    found = phrase_at(read(label), 0) or phrase_at(read(subject), 0)
    row = noun_row(found[0].noun) if found else None
    if found is None or row is None or found[0].looks:
        return []
    return [f"made of {row.material}", f"{color_word(row.color)} tones"]
