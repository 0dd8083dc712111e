"""What a request is about as a whole: one thing, a scene, or a change to the present scene."""

from __future__ import annotations

from collections.abc import Sequence

from consumers.lexicon.edits.commands import clauses
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.attachment import is_alive
from consumers.lexicon.sentences.insides import with_insides_read
from consumers.lexicon.sentences.reader import read_scene
from consumers.lexicon.sentences.reading import Link, Thing
from consumers.lexicon.sentences.settings import named_setting
from consumers.lexicon.talk.anew import asks_anew, says_something
from consumers.lexicon.words.tokens import Line, read
from consumers.lexicon.words.wordclasses import TIMES
from schemas.decomposition import RelationKind as Kind
from schemas.edits import SceneItem

_EDIT_OPS = frozenset({
    "remove", "regenerate", "replace", "duplicate", "rotate", "move", "scale", "paint", "light",
    "undo",
})  # fmt: skip
_LONGEST_ONE = 60
"""Words in which one thing is asked for at most."""


def one_thing(line: Line) -> bool:
    """Whether the words name one kind of thing by itself, with nothing about where it is."""
    if len(line) > _LONGEST_ONE:
        return False
    reading = read_scene(read(with_insides_read(line.text)))
    if reading.setting is not None or reading.setting_phrase is not None:
        return False
    if any(link.kind not in {Kind.IN, Kind.AROUND} for link in reading.links):
        return False
    if any(
        named_setting(t.phrase.head) and (len(reading.things) > 1 or t.phrase.noun == "river")
        for t in reading.things
    ):
        return False  # "a lake with a boat", "a river"
    if _is_peopled(reading.things, reading.links):
        return False  # "three ducks in a bathtub", "a coop with six hens and a rooster"
    own = [t for i, t in enumerate(reading.things) if not _content(reading.links, i)]
    return len(own) == 1 and own[0].count == 1 and own[0].per is None and not own[0].variants


def wants_scene(line: Line) -> bool:
    """Whether the words name things or a place to build."""
    reading = read_scene(line)
    return bool(reading.things or reading.setting is not None or reading.setting_phrase is not None)


def edits_scene(line: Line, items: Sequence[SceneItem]) -> bool:
    """Whether the words change the scene that is there, rather than asking for something new."""
    if wants_anew(line, items):
        return False
    return says_something(line, Finder(tuple(items))) or wants_scene(line)


def wants_anew(line: Line, items: Sequence[SceneItem]) -> bool:
    """Whether the words ask for a new scene or thing though there is a scene."""
    return asks_anew(line, Finder(tuple(items)))


def looks_like_edit(line: Line) -> bool:
    """Whether the words only make sense with a scene: "remove the chair", "make it red"."""
    parts = clauses(line)
    if not parts or wants_setting(line):
        return False
    if line.at(0) == "it" and (line.at(1) == "was" or line.at(2) in TIMES):
        return False  # "It was dark. A lamp ...": the time of a story
    first = parts[0]
    if first.op in _EDIT_OPS and first.op != "paint":
        return not (first.op == "light" and wants_scene(first.rest))
    found = phrase_at(first.rest, 0)
    if first.op == "paint":
        named = phrase_at(first.rest, 0, plain=True)
        return named is not None and attributes_at(first.rest, named[1]) is not None
    if first.op in {"make", "put", "add", ""} and found is not None:
        return found[0].pronoun and found[0].head != "one"
    return False


def wants_setting(line: Line) -> bool:
    """Whether the words name a place to build."""
    reading = read_scene(line)
    return reading.setting is not None


def _is_peopled(things: Sequence[Thing], links: Sequence[Link]) -> bool:
    """Whether several that were counted first are in something, or several kinds of animals."""
    held = [i for i in range(len(things)) if _content(links, i)]
    alive = [i for i in held if is_alive(things[i].phrase)]
    return len(alive) > 1 or (held[:1] == [0] and things[0].phrase.counted and things[0].count > 1)


def _content(links: Sequence[Link], index: int) -> bool:
    """Whether thing ``index`` is what another holds ("a vase of flowers")."""
    return any(k.subject == index and k.kind is Kind.IN for k in links)
