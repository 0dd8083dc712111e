"""What a change that goes back to an earlier one has to know: the last command, the scene before
it, what "it" means, and whether the last wish was done at all.

What does not belong here: what becomes of the change, which is in ``restating``.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from consumers.lexicon.edits.adjusting import adjusting
from consumers.lexicon.edits.adjustments import Adjusting, Elsewhere, First, Further, Instead
from consumers.lexicon.edits.amending import Rather
from consumers.lexicon.edits.commands import clauses
from consumers.lexicon.edits.ellipsis import filled, otherwise
from consumers.lexicon.edits.items import is_shell
from consumers.lexicon.edits.references import Finder, kind_of
from consumers.lexicon.edits.saying import subject
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.words.tokens import Line, read
from consumers.patch.errors import NothingToRepeat, NothingToUndo
from consumers.scene_view import items_of
from schemas import talk, undo
from schemas.edits import EditPlan, SceneItem, TakeBack
from schemas.ids import NodeId
from schemas.scene import Scene
from schemas.state import SessionState

Planning = Callable[[str, Sequence[SceneItem], Sequence[NodeId], Scene], EditPlan]
"""Words, items, what was touched last (the latest last) and the scene to a plan."""


@dataclass(frozen=True, slots=True)
class Past:
    """The last change that says something by itself: its words, the scene it was made on, how many
    changes ago it was. ``amended``: the last change only says a word of it otherwise."""

    text: str
    scene: Scene
    ago: int
    amended: bool = False


def base(state: SessionState, many: int) -> tuple[int, Scene]:
    """How many of the last ``many`` changes can be taken back, and the scene before them."""
    scenes = [s for _, s in undo.back(state.scene, state.changes[-many:]) if s is not None]
    if not scenes:
        raise NothingToUndo(NothingToUndo.__doc__)
    return len(scenes), scenes[-1]


def latest_last(state: SessionState, present: Sequence[SceneItem]) -> tuple[SceneItem, ...]:
    """``present`` in the order in which the things came, as far as the changes tell."""
    came: dict[str, int] = {}
    for change in state.changes:
        for operation in change.inverse:
            path = str(operation["path"])
            if operation["op"] == "remove" and path.count("/") == 2:
                came[path.rsplit("/", 1)[1]] = change.revision
    return tuple(sorted(present, key=lambda item: came.get(item.id, 0)))


def reversed_touched(state: SessionState) -> list[NodeId]:
    """What the last change was about, the latest last."""
    return list(reversed(state.touched))


def still_there(nodes: Sequence[NodeId], scene: Scene) -> list[NodeId]:
    """Those of ``nodes`` that ``scene`` has."""
    return [n for n in nodes if n in scene.nodes]


def taking_back(state: SessionState, many: int, plan: EditPlan) -> EditPlan:
    """``plan`` on the scene before the last ``many`` changes."""
    back = TakeBack(many=many, revision=state.changes[-1].revision)
    return EditPlan(edits=(back, *plan.edits), unmet=plan.unmet)


def last_command(state: SessionState) -> Past:
    """The last change in words of its own, whose scene can still be reached; what was said to amend
    it since is in its words."""
    later: list[Adjusting] = []
    now = state.scene
    for ago, (change, scene) in enumerate(undo.back(state.scene, state.changes), 1):
        request = state.requests.get(change.request) if change.request else None
        if scene is None or request is None or not request.text or change.whole:
            break
        words = request.deeds[-1].input if request.deeds else request.text
        said = adjusting(read(words))
        if said is None or isinstance(said, First | Further):
            text = _words_of(state, said, words, ago, now)
            amended = bool(later) and isinstance(later[0], Rather | Elsewhere | Instead)
            for amendment in reversed(later):
                text = _amended(text, amendment)
            return Past(text, scene, ago, amended)
        later.append(said)
        now = scene
    raise NothingToRepeat(NothingToRepeat.__doc__)


def _words_of(
    state: SessionState, said: First | Further | None, words: str, ago: int, now: Scene | None
) -> str:
    """What the change that was made ``ago`` changes ago, and led to ``now``, says in full."""
    match said:
        case First(rest=rest):
            return rest.text
        case Further(rest=rest):
            earlier = _earlier(state, ago)
            whole = None
            if earlier is not None:
                then = Finder(items_of(earlier.scene, state.assets))
                whole = filled(rest, read(earlier.text), then, _finder(state, now))
            return (whole or by_itself(rest)).text
        case _:
            return words


def _earlier(state: SessionState, ago: int) -> Past | None:
    """The change in words of its own that was made before the last ``ago``."""
    before = copy.copy(state)
    scenes = [scene for _, scene in undo.back(state.scene, state.changes[-ago:])]
    before.scene, before.changes = scenes[-1], state.changes[:-ago]
    try:
        return last_command(before)
    except NothingToRepeat:
        return None


def _finder(state: SessionState, scene: Scene | None) -> Finder:
    return Finder(items_of(scene, state.assets) if scene is not None else ())


def by_itself(rest: Line) -> Line:
    """ "(and) a book", "(and) with a book": added; "shelf 1" is no new one."""
    found = phrase_at(rest, 0)
    new = found is not None and not found[0].definite and not found[0].pronoun
    if found is not None and rest.at(found[1]).isdigit():
        return rest
    return Line(("add", *rest.words)) if new else rest


def _amended(text: str, said: Adjusting) -> str:
    """The command ``text`` as it was after ``said``; the same where that left it as it was."""
    match said:
        case Rather(rest=rest):
            return rather(text, rest)
        case Elsewhere(rest=rest):
            whole = otherwise(rest, read(text))
            return whole.text if whole is not None else text
        case Instead(phrase=phrase) if not phrase.pronoun:
            return with_phrase(text, phrase)
        case _:
            return text


def rather(text: str, rest: Line) -> str:
    """The command ``text`` with what is to be in the stead of a word of it."""
    return f"{text.rstrip(' .!?')}, or rather {rest.text}"


def with_phrase(text: str, phrase: Phrase) -> str:
    """The command ``text`` about ``phrase`` in the stead of the first thing that it names; "" where
    it names none."""
    line = read(text)
    for at in range(len(line)):
        found = phrase_at(line, at, plain=True)
        if found is not None and (found[0].definite or found[0].pronoun):
            return Line((*line.words[:at], *phrase.said.split(), *line.words[found[1] :])).text
    return ""


def present_of(
    state: SessionState, scene: Scene
) -> tuple[Sequence[SceneItem], Sequence[NodeId], Scene]:
    """What a plan on ``scene`` as it is now goes by."""
    touched = still_there(spoken_of(state), scene)
    return latest_last(state, items_of(scene, state.assets)), touched, scene


def failed_last(state: SessionState) -> str:
    """The words of the edit that was asked for last, if it failed; "" where it did not."""
    last = state.talk[-1] if state.talk else None
    edit = last is not None and last.did == ("modify_3d_scene",)
    return last.said if last and edit and last.answered.startswith(talk.FAILED) else ""


def spoken_of(state: SessionState) -> list[NodeId]:
    """What "it" may mean, the latest last: what the last change was about, then what questions and
    failed edits since have named."""
    nodes = reversed_touched(state)
    since: list[str] = []
    for turn in reversed(state.talk):
        if turn.did and not turn.answered.startswith(talk.FAILED):
            break
        if not (turn.did and adds_only(turn.said)):
            since.append(turn.said)
    items = items_of(state.scene, state.assets) if state.scene else ()
    for said in reversed(since):
        named = subject(read(said), Finder(items, tuple(nodes)))
        ids = [i.id for i in named if not is_shell(i)]
        nodes = ids if len(ids) > 1 else [*nodes, *ids]  # "them" is what was asked about last
    return nodes


def adds_only(said: str) -> bool:
    """Whether the words were about a new thing, which is not there to be meant by "it"."""
    named = [phrase_at(c.rest, 0) for c in clauses(read(said))]
    first = named[0] if named else None
    return first is not None and bool(first[0].noun) and not (first[0].definite or first[0].pronoun)


_OTHER = re.compile(r"(?<=on |in |at |to )the other(?: one)?(?= |$)")


def of_other_host(state: SessionState, line: Line, phrase: Phrase | None = None) -> Line:
    """``line`` with the name of the thing that is like the one which the last change put something
    on, for "the other one"; with ``phrase``, in the stead of what the last command said of it."""
    host, others = _hosts(state)
    if host is None or not others:
        return line
    if phrase is None:
        if _OTHER.search(line.text) is None:
            return line
        return Line(tuple(_OTHER.sub(others[0].name.lower(), line.text).split()))
    wanted = replace(phrase, quantifier="") if phrase.quantifier == "other" else phrase
    meant = Finder(tuple(others)).fitting(wanted)
    for at in range(len(line)) if meant else ():
        found = phrase_at(line, at, plain=True)
        named = Finder((host,)).fitting(found[0]) if found is not None else []
        if found is not None and named and not found[0].pronoun:
            name = meant[0].name.lower().split()
            return Line((*line.words[:at], *name, *line.words[found[1] :]))
    return line


def _hosts(state: SessionState) -> tuple[SceneItem | None, list[SceneItem]]:
    """What the thing of the last change stands on, and the others of that kind."""
    items = items_of(state.scene, state.assets) if state.scene is not None else ()
    last = next((i for i in items if i.id in state.touched[:1]), None)
    host = next((i for i in items if last is not None and i.id == last.on), None)
    if host is None:
        return None, []
    return host, [i for i in items if kind_of(i) == kind_of(host) and i.id != host.id]
