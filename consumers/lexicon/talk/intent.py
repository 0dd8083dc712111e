"""What a request is about as a whole: one thing, a scene, or a change to the present scene."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from consumers.lexicon.edits.aspects import only_describes
from consumers.lexicon.edits.commands import Clause, clauses
from consumers.lexicon.edits.copying import like_present
from consumers.lexicon.edits.counting import counted
from consumers.lexicon.edits.lamps import impossible
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.relighting import relight
from consumers.lexicon.edits.telegrams import with_articles
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.sentences.reader import read_scene
from consumers.lexicon.sentences.reading import Link
from consumers.lexicon.sentences.settings import named_setting
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import RelationKind as Kind
from schemas.edits import SceneItem

_EDIT_OPS = frozenset({
    "remove", "regenerate", "replace", "duplicate", "rotate", "move", "scale", "paint", "light",
    "undo",
})  # fmt: skip
_LONGEST_ONE = 60
"""Words in which one thing is asked for at most."""
_NEW_SCENE = re.compile(
    r"\b(?:new|another|different|fresh) (?:scene|room|world|environment|place)\b|\bstart (?:over"
    r"|again|anew|from scratch)\b"
)


def one_thing(line: Line) -> bool:
    """Whether the words name one kind of thing by itself, with nothing about where it is."""
    if len(line) > _LONGEST_ONE:
        return False
    reading = read_scene(line)
    if reading.setting is not None or reading.setting_phrase is not None:
        return False
    if any(link.kind not in {Kind.IN, Kind.AROUND} for link in reading.links):
        return False
    own = [t for i, t in enumerate(reading.things) if not _content(reading.links, i)]
    return len(own) == 1 and own[0].count == 1 and own[0].per is None and not own[0].variants


def wants_scene(line: Line) -> bool:
    """Whether the words name things or a place to build."""
    reading = read_scene(line)
    return bool(reading.things or reading.setting is not None or reading.setting_phrase is not None)


def edits_scene(line: Line, items: Sequence[SceneItem]) -> bool:
    """Whether the words change the scene that is there, rather than asking for something new."""
    if _NEW_SCENE.search(line.text):
        return False
    finder = Finder(tuple(items))
    return any(_edits(clause, finder) for clause in clauses(line)[:6])


def looks_like_edit(line: Line) -> bool:
    """Whether the words only make sense with a scene: "remove the chair", "make it red"."""
    parts = clauses(line)
    if not parts or wants_setting(line):
        return False
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


def _edits(clause: Clause, finder: Finder) -> bool:
    reading = read_scene(clause.rest)
    if clause.op in _EDIT_OPS:
        return True
    if relight(clause, finder) is not None or impossible(clause.rest) is not None:
        return True
    if like_present(clause, finder) or counted(words_of(clause), finder) is not None:
        return True
    if clause.op == "put":
        return True
    if _opens_place(clause, reading.setting is not None):
        return False
    if clause.op == "" and with_articles(clause.rest, finder) != clause.rest:
        return True
    found = phrase_at(clause.rest, 0)
    if clause.op == "add":
        # "create", "build" and "I want" also open scenes and single things; "add" and "put" do not.
        if clause.verb in {
            "add",
            "insert",
            "include",
            "install",
            "plant",
            "bring in",
            "throw in",
            "introduce",
            "spawn",
        }:
            return True
        return _refers(clause, finder) or (found is not None and found[0].quantifier == "another")
    if found is None:
        return clause.op == "make" or (clause.op == "" and only_describes(clause.rest))
    phrase = found[0]
    if phrase.pronoun or phrase.quantifier == "another" or first_word(clause) == "more":
        return True
    kind = replace(phrase, color=None, material=None, described=(), label=phrase.head)
    if phrase.definite and (finder.find(phrase) or finder.find(kind)):
        return True
    return _refers(clause, finder)


def words_of(clause: Clause) -> Line:
    """All words of a clause."""
    return Line((*clause.verb.split(), *clause.rest.words))


def first_word(clause: Clause) -> str:
    """The first word after the verb."""
    return clause.rest.at(0)


def _opens_place(clause: Clause, named: bool) -> bool:
    """Whether the clause begins a new place: "a bedroom with ...", "make it a beach" does not."""
    found = phrase_at(clause.rest, 0)
    if found is None or found[0].definite:
        return False
    words = found[0].label.split()
    tail = any(named_setting(" ".join(words[i:])) for i in range(len(words)))
    return named and (tail or words[-1:] == ["room"] or words[-1:] == ["scene"])


def _refers(clause: Clause, finder: Finder) -> bool:
    """Whether the clause names a thing of the scene with "the", or "it"."""
    line = clause.rest
    for at in range(len(line)):
        if line.at(at) in wc.DEFINITE or line.at(at) in {"it", "them"}:
            found = phrase_at(line, at)
            if found is not None and found[0].definite and finder.find(found[0]):
                return True
    return False


def _content(links: Sequence[Link], index: int) -> bool:
    """Whether thing ``index`` is what another holds ("a vase of flowers")."""
    return any(k.subject == index and k.kind is Kind.IN for k in links)
