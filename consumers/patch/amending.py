"""The last change with a word of it said otherwise, or not at all: "I meant blue", "not a vase".

What belongs here: from such words and the session to a plan of edits. The words are read in
``consumers/lexicon/edits/amending.py`` and ``adjusting.py``.
"""

from __future__ import annotations

from consumers.lexicon.edits.adjustments import Meant, Onward
from consumers.lexicon.edits.amending import Denied, Rather
from consumers.lexicon.edits.commands import clauses
from consumers.lexicon.edits.correcting import corrected
from consumers.lexicon.edits.items import is_shell, label_of
from consumers.lexicon.edits.references import Finder, kind_of
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.tokens import Line, read
from consumers.patch.errors import NothingChanged, NothingToRepeat
from consumers.patch.recalling import (
    Planning,
    base,
    failed_last,
    last_command,
    present_of,
    rather,
    still_there,
    taking_back,
)
from consumers.scene_view import items_of
from schemas.edits import EditPlan, SceneItem
from schemas.scene import Scene
from schemas.state import SessionState

_MANNERS = frozenset({"please", "then", "thanks", "one", "ones", "a", "an", "the", "so", "that"})


def amended(
    state: SessionState, said: Rather | Denied | Meant | Onward, planning: Planning
) -> EditPlan:
    """The plan for ``said``.

    Raises ``NothingToUndo`` and ``NothingToRepeat`` where there is no change to go by, and
    ``NothingChanged`` where the last one says nothing of the kind.
    """
    scene = state.scene
    if scene is None:
        raise NothingToRepeat(NothingToRepeat.__doc__)
    match said:
        case Rather():
            return _rather(state, scene, said, planning)
        case Denied(rest=rest):
            return _denied(state, scene, rest)
        case Meant():
            return _meant(state, scene, said, planning)
        case Onward(command=command):
            return planning(_of_all(state, scene, command).text, *present_of(state, scene))


def _rather(state: SessionState, scene: Scene, said: Rather, planning: Planning) -> EditPlan:
    """The last command as amended, in its stead; where it has no such word, what was changed last
    is to be so."""
    failed = failed_last(state)
    if failed:
        whole = rather(failed, said.rest)
        return planning(_read_as(state, scene, whole) or said.rest.text, *present_of(state, scene))
    try:
        past = last_command(state)
    except NothingToRepeat:
        return _by_itself(state, scene, said, planning)
    many, ground = base(state, past.ago)
    says = said.kind != "look" or _says_looks(past.text)
    whole = _read_as(state, ground, rather(past.text, said.rest)) if says else ""
    if not whole:
        return _by_itself(state, scene, said, planning)
    return taking_back(state, many, planning(whole, *present_of(state, ground)))


def _says_looks(text: str) -> bool:
    """Whether a command says how something shall look, or makes something new."""
    last = clauses(read(text))[-1:]
    if not last:
        return False
    if last[0].op in {"paint", "make", ""}:
        spots = range(len(last[0].rest))
        return any(attributes_at(last[0].rest, at) is not None for at in spots)
    named = phrase_at(last[0].rest, 0)
    fresh = named is not None and not named[0].definite and not named[0].pronoun
    return last[0].op in {"add", "put"} and fresh


def _read_as(state: SessionState, scene: Scene, whole: str) -> str:
    """The command that ``whole`` comes to on ``scene``; "" where its correction fits nothing."""
    line = read(whole)
    told = corrected(line, Finder(items_of(scene, state.assets), tuple(reversed(state.touched))))
    return told.text if told != line else ""


def _by_itself(state: SessionState, scene: Scene, said: Rather, planning: Planning) -> EditPlan:
    """What was changed last is to look so, or to be so many; a new thing is added."""
    last = _touched(state, scene)
    text = said.rest.text
    if said.kind == "look":
        text = f"make {_it(last)} {text}"
    elif said.kind == "number":
        if not last or not _is_of_number(state):
            raise NothingChanged(f'I did not find out what there shall be "{text}" of')
        label = label_of(last[-1])
        many = label if text in {"one", "1"} else plural(label)
        text = f"there should be exactly {text} {many}"
    return planning(text, *present_of(state, scene))


def _is_of_number(state: SessionState) -> bool:
    """Whether the last change made there be more or fewer of something."""
    try:
        said = clauses(read(last_command(state).text))
    except NothingToRepeat:
        return False
    return bool(said) and said[-1].op in {"add", "put", "remove", "duplicate", ""}


def _denied(state: SessionState, scene: Scene, rest: Line) -> EditPlan:
    """The last change taken back, if it brought what is not wanted."""
    words = {singular(w) for w in rest.words if w not in _MANNERS}
    labels = {singular(w) for i in _touched(state, scene) for w in label_of(i).split()}
    if failed_last(state) or not words or not words <= labels:
        raise NothingChanged(
            f'I did not find out what is to be instead of "{rest.text}". To take the last change'
            " back, say: undo"
        )
    many, _ = base(state, 1)
    return taking_back(state, many, EditPlan(edits=()))


def _meant(state: SessionState, scene: Scene, said: Meant, planning: Planning) -> EditPlan:
    """What was meant, in the stead of the last change if that was of what was not meant."""
    done = not failed_last(state) and bool(state.talk) and bool(state.talk[-1].did)
    about = said.about
    if about is not None and done:
        wrong = {i.id for i in Finder(items_of(scene, state.assets)).every(about)}
        done = bool(wrong & set(state.touched))
    if not done:
        return planning(said.rest.text, *present_of(state, scene))
    many, ground = base(state, 1)
    return taking_back(state, many, planning(said.rest.text, *present_of(state, ground)))


def _of_all(state: SessionState, scene: Scene, command: Line) -> Line:
    """ "move it left" as "move them left" where the last change was of several alike."""
    pronoun = _it(_touched(state, scene))
    return Line(tuple(pronoun if w == "it" else w for w in command.words))


def _it(last: list[SceneItem]) -> str:
    kinds = {kind_of(i) for i in last}
    return "them" if len(last) > 1 and len(kinds) == 1 else "it"


def _touched(state: SessionState, scene: Scene) -> list[SceneItem]:
    """The things of the last change that are there, the latest last."""
    items = {i.id: i for i in items_of(scene, state.assets)}
    nodes = still_there(list(reversed(state.touched)), scene)
    return [items[n] for n in nodes if n in items and not is_shell(items[n])]
