"""Questions about the scene ("what is on the table?", "how many chairs?") and their answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from consumers.lexicon.items import contents, is_shell, label_of, listed, things, with_article
from consumers.lexicon.looks import color_word
from consumers.lexicon.phrases import Phrase, phrase_at
from consumers.lexicon.places import place_at
from consumers.lexicon.plurals import plural
from consumers.lexicon.references import Finder
from consumers.lexicon.tokens import Line
from schemas.decomposition import RelationKind as Kind
from schemas.edits import SceneItem

_QUESTION = re.compile(
    r"(?:(?:can|could) you tell me |tell me |do you know |please )*"
    r"(what|where|how many|how big|how large|how tall|how high|how wide|which|is there|are there"
    r"|is|are|do you see|list|describe|name|what all|do we have|does)\b"
)
_WHOLE = re.compile(
    r"(?:what|which things?|which objects?|list|describe|name)(?: \w+){0,3} (?:there|scene|room"
    r"|here|in it|have|see|everything|things|objects|items|now|far)\b|describe (?:it|the scene"
    r"|the room)|list (?:everything|all.*|the .*)|what (?:is|do you) (?:in|see).*(?:scene|room)"
    r"|what is (?:there|here|in it)"
)
_ASSETS = re.compile(r"\b(?:assets?|library|database|models do)\b")
_KINDS = {
    "on": "on", "in": "in", "under": "under", "above": "above", "near": "near",
    "next_to": "next to",
    "left_of": "to the left of", "right_of": "to the right of", "in_front_of": "in front of",
    "behind": "behind",
}  # fmt: skip


def answer(
    line: Line, items: Sequence[SceneItem], *, has_scene: bool, assets: Sequence[str] = ()
) -> str | None:
    """The answer in a sentence or two; None when the words are no question about the scene."""
    found = line.match(_QUESTION, 0)
    if found is None:
        return None
    asked, at = found[0].group(1), found[1]
    if _ASSETS.search(line.text) and asked in {"what", "which", "list", "how many", "name"}:
        return _assets(assets)
    if asked in {"list", "describe", "name"} and not _WHOLE.search(line.text):
        return None
    finder = Finder(tuple(items))
    told = _told(asked, line, at, finder)
    if told is not None and not has_scene and not items:
        return "There is no scene yet. Say for example: a living room with a red sofa."
    return told


def _told(asked: str, line: Line, at: int, finder: Finder) -> str | None:
    if asked == "how many":
        return _how_many(line, at, finder)
    if asked == "where":
        return _where(line, at, finder)
    if asked.startswith("how"):
        return _how_big(line, at, finder)
    if asked in {"is there", "are there", "do we have", "do you see"}:
        return _is_there(line, at, finder)
    if re.search(r"\bcolou?r\b", line.text) and asked in {"what", "which"}:
        return _color(line, at, finder)
    placed = _at_place(line, at, finder)
    if placed is not None:
        return placed
    if _WHOLE.search(line.text) or re.fullmatch(r"what .*(?:scene|room)\W*", line.text):
        there = contents(finder.items)
        return f"There is {there}." if there else "The scene is empty so far."
    return _statement(asked, line, at, finder)


def _assets(assets: Sequence[str]) -> str:
    """What the library holds."""
    if not assets:
        return "The library has no assets of this session yet."
    more = " and more" if len(assets) > 8 else ""
    return f"The library has {listed(list(assets[:8]))}{more}."


def _first(line: Line, at: int) -> tuple[Phrase, int] | None:
    for start in range(at, min(len(line), at + 8)):
        if line.at(start) in {"is", "are", "there", "does", "do", "it", "you"}:
            continue
        found = phrase_at(line, start)
        if found is not None and not found[0].pronoun:
            return found
    return None


def _how_many(line: Line, at: int, finder: Finder) -> str | None:
    found = phrase_at(line, at)
    if found is None:
        return None
    phrase, stop = found
    group = _as_group(phrase)
    matched = finder.find(group)
    place = _place_in(line, stop)
    if place is not None:
        kind, target, _ = place
        matched = finder.find_at(group, kind, finder.find(target))
    count = len(matched)
    label = phrase.label
    where = "" if place is None else f" {place[2]} the {place[1].label}"
    if count == 0:
        return f"There is no {label}{where or ' in the scene'}."
    if count == 1:
        return f"There is one {label}{where}."
    return f"There are {count} {plural(label)}{where}."


def _as_group(phrase: Phrase) -> Phrase:
    return replace(phrase, quantifier="all", definite=True)


def _where(line: Line, at: int, finder: Finder) -> str | None:
    found = _first(line, at)
    if found is None:
        return None
    matched = finder.find(found[0])
    if not matched:
        return _none(found[0], finder)
    item = matched[0]
    if item.on is not None:
        carrier = next((i for i in finder.items if i.id == item.on), None)
        if carrier is not None:
            return f"{_the(item)} is on {_the(carrier).lower()}."
    others = [i for i in things(finder.items) if i.id != item.id and i.on != item.id]
    side = _side(item)
    if not others:
        return f"{_the(item)} is {side}."
    near = min(
        others,
        key=lambda o: (o.position.x - item.position.x) ** 2 + (o.position.z - item.position.z) ** 2,
    )
    return f"{_the(item)} is {side}, near {_the(near).lower()}."


def _side(item: SceneItem) -> str:
    across = (
        "on the left"
        if item.position.x < -0.6
        else "on the right"
        if item.position.x > 0.6
        else "in the middle"
    )
    along = (
        " at the back"
        if item.position.z > 0.8
        else " at the front"
        if item.position.z < -0.8
        else ""
    )
    return across + along


def _how_big(line: Line, at: int, finder: Finder) -> str | None:
    found = _first(line, at)
    matched = finder.find(found[0]) if found else []
    if found is None:
        return None
    if not matched:
        return _none(found[0], finder)
    w, h, d = matched[0].size
    return f"{_the(matched[0])} is {w:.2g} m wide, {h:.2g} m tall and {d:.2g} m deep."


def _is_there(line: Line, at: int, finder: Finder) -> str | None:
    found = phrase_at(line, at)
    if found is None:
        return None
    matched = finder.find(_as_group(found[0]))
    place = _place_in(line, found[1])
    if place is not None:
        matched = finder.find_at(_as_group(found[0]), place[0], finder.find(place[1]))
    if not matched:
        where = "" if place is None else f" {place[2]} the {place[1].label}"
        return f"No, there is no {found[0].label}{where}."
    count = len(matched)
    return f"Yes, there {'is one' if count == 1 else f'are {count}'}."


def _color(line: Line, at: int, finder: Finder) -> str | None:
    for start in range(at, len(line)):
        if line.at(start) in {"color", "colour", "is", "are", "what", "of"}:
            continue
        found = phrase_at(line, start)
        matched = finder.find(found[0]) if found else []
        if matched and matched[0].color is not None:
            return f"{_the(matched[0])} is {color_word(matched[0].color)}."
        if matched:
            return f"{_the(matched[0])} has its natural colour."
        if found is not None and found[0].definite:
            return _none(found[0], finder)
    return None


def _place_in(line: Line, at: int) -> tuple[Kind, Phrase, str] | None:
    for start in range(at, len(line)):
        place = place_at(line, start)
        if place is None or not place[0].targeted or place[0].kind is None:
            continue
        target = phrase_at(line, place[1])
        if target is None or target[0].head in {"scene", "room", "it"}:
            return None
        return place[0].kind, target[0], _KINDS.get(place[0].kind.value, "near")
    return None


def _at_place(line: Line, at: int, finder: Finder) -> str | None:
    """ "what is on the table?" """
    place = _place_in(line, at)
    if place is None or line.at(0) not in {"what", "which", "who"}:
        return None
    kind, target, words = place
    goals = finder.find(target)
    if not goals:
        return _none(target, finder)
    everything = Phrase(said="everything", label="thing", head="everything", plural=True,
                        pronoun=True, quantifier="all", definite=True)  # fmt: skip
    found = finder.find_at(everything, kind, goals)
    named = listed([with_article(label_of(i)) for i in found[:8]])
    if not named:
        return f"There is nothing {words} {_the(goals[0]).lower()}."
    be = "is" if len(found) == 1 else "are"
    return f"{named[:1].upper()}{named[1:]} {be} {words} {_the(goals[0]).lower()}."


def _statement(asked: str, line: Line, at: int, finder: Finder) -> str | None:
    """ "is the sofa red?": only when it is about something that is there."""
    if asked not in {"is", "are"}:
        return None
    found = phrase_at(line, at, plain=True)
    matched = finder.find(found[0]) if found and found[0].definite else []
    if not matched or is_shell(matched[0]):
        return None
    item = matched[0]
    look = f"{color_word(item.color)}, " if item.color else ""
    return f"{_the(item)} is {look}{item.size[1]:.2g} m tall and {_side(item)}."


def _none(phrase: Phrase, finder: Finder) -> str:
    there = contents(finder.items)
    return f"There is no {phrase.label} in the scene." + (f" It has {there}." if there else "")


def _the(item: SceneItem) -> str:
    return f"The {label_of(item)}"
