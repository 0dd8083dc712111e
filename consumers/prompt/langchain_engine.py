"""The prompt improver on a language model: it describes the subject; the view is ours.

Whatever the model says, a mesh's picture shows one isolated subject from the front, or a room at an
angle from above: those words are appended by code. The person's words decide what the thing is;
only one that the lexicon does not know is read from the model's label.
"""

from __future__ import annotations

from pydantic import BaseModel, Field

from consumers.chat.asking import as_data, ask
from consumers.chat.inquiry import Inquiry
from consumers.chat.models import ChatModel
from consumers.chat.things import LONGEST_NAME, noun_of, tidy
from consumers.lexicon.words.looks import color_at, material_at
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.tokens import read
from consumers.prompt.port import Improved, Wanted
from consumers.prompt.rules import (
    ALONE,
    FRONT,
    MOST_WORDS,
    ROOM,
    STYLE,
    improve_by_rules,
    is_room,
    parse_object,
)

ROLE = {
    "asset": (
        "You write prompts for an image generator; a 3D model is made from the picture. Describe "
        "one object: shape, parts, material, colour, surface. Keep all that the words say. No "
        "background, no scenery, no camera, no second object, no text, at most 40 words."
    ),
    "image": (
        "You write prompts for an image generator. Describe what the picture shows, with subject, "
        "surroundings, light and mood. Keep all that the words say, at most 50 words."
    ),
}


class PromptSaid(BaseModel):
    """``label``: the subject's looks and noun, singular, without article, e.g. 'red chair'."""

    label: str = Field(description="at most 6 words, e.g. 'red wooden chair'")
    prompt: str = Field(description="the description for the image generator")


class LangChainImprover:
    """Implements ``PromptImprover`` on a chat model."""

    def __init__(self, model: ChatModel) -> None:
        self._model, self.name = model, model.name

    def improve(self, wanted: Wanted, inquiry: Inquiry) -> Improved:
        ruled = improve_by_rules(wanted)
        asked = ask(
            self._model,
            PromptSaid,
            [("system", ROLE[wanted.purpose]), ("human", as_data("WORDS", wanted.words))],
            check=_useless,
            better=lambda said: _doubtful(said, wanted, ruled),
            inquiry=inquiry,
        )
        if asked.value is None:
            inquiry.give_up(self.name)
            return ruled
        label, recipe = ruled.label, ruled.recipe
        unread = wanted.recipe is None and not recipe.known and not is_room(wanted.words)
        if unread and noun_of(asked.value.label):
            label, recipe = parse_object(tidy(asked.value.label), wanted.seed)
        return Improved(label, _prompt(asked.value, wanted, label), recipe)


def _prompt(said: PromptSaid, wanted: Wanted, label: str) -> str:
    """The model's description and our view of it; it is about the thing, or it is told to be."""
    subject = " ".join(said.prompt.split()[:MOST_WORDS])[: MOST_WORDS * 12].strip(" .,;:!?")
    if not _is_about(subject, label):
        subject = f"{label}, {subject}"
    if wanted.purpose == "image":
        return f"{subject}, {STYLE}"
    return ", ".join([subject, ROOM if is_room(wanted.words) else FRONT, ALONE])


def _useless(said: PromptSaid) -> list[str]:
    letters = sum(c.isalpha() for c in said.prompt)
    return [] if letters >= 3 else ["prompt: it is empty; describe what the words ask for"]


def _doubtful(said: PromptSaid, wanted: Wanted, ruled: Improved) -> list[str]:
    told: list[str] = []
    if len(said.prompt.split()) > MOST_WORDS:
        told.append(f"prompt: it is longer than {MOST_WORDS} words")
    if not _is_about(said.prompt, ruled.label):
        told.append(f"prompt: it is not about {ruled.label[:LONGEST_NAME]!r}")
    line, written = read(wanted.words), f" {' '.join(read(said.prompt).words)} "
    for at in range(min(len(line), MOST_WORDS)):
        found = color_at(line, at) or material_at(line, at)
        if found is not None and f" {line.span(at, at + found[1])} " not in written:
            told.append(f"prompt: the words say {line.span(at, at + found[1])!r}")
    return list(dict.fromkeys(told))[:5]


def _is_about(prompt: str, label: str) -> bool:
    """Whether the last word of ``label``, what the thing is, is in the prompt."""
    words = {singular(word) for word in read(prompt).words}
    heads = read(label.partition(" of ")[0]).words
    return not heads or singular(heads[-1]) in words
