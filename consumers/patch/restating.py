"""Requests about the last change: once more, more, less, of another thing, or after an undo.

What belongs here: from such words and the session to a plan of edits. The words are read in
``consumers/lexicon/edits/adjusting.py``; what the changes are is in the session's state.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from consumers.lexicon.edits.adjustments import (
    Adjusting,
    Again,
    Elsewhere,
    First,
    Further,
    Instead,
    Meant,
    MoreOf,
    Onward,
    Spared,
)
from consumers.lexicon.edits.amending import Denied, Rather
from consumers.lexicon.edits.commands import clauses
from consumers.lexicon.edits.ellipsis import filled, otherwise
from consumers.lexicon.edits.items import label_of, with_article
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.plurals import plural
from consumers.lexicon.words.tokens import Line, read
from consumers.patch.amending import amended
from consumers.patch.errors import NothingChanged, NothingToRepeat
from consumers.patch.recalling import (
    Planning,
    adds_only,
    base,
    by_itself,
    failed_last,
    last_command,
    of_other_host,
    present_of,
    reversed_touched,
    still_there,
    taking_back,
    with_phrase,
)
from consumers.scene_view import items_of
from schemas.decomposition import Relation
from schemas.edits import (
    Arrange,
    Edit,
    EditPlan,
    Move,
    Recolor,
    Relight,
    Remove,
    Replace,
    Resize,
    Rotate,
    SceneItem,
)
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import Scene
from schemas.state import SessionState


def restated(state: SessionState, said: Adjusting, planning: Planning) -> EditPlan:
    """The plan for ``said``.

    Raises ``NothingToUndo`` and ``NothingToRepeat`` where there is no change to go by.
    """
    match said:
        case First(undo=wish, rest=rest):
            many, scene = base(state, wish.many)
            touched = still_there(reversed_touched(state), scene)
            planned = planning(rest.text, items_of(scene, state.assets), touched, scene)
            return taking_back(state, many, planned)
        case MoreOf(many=many):
            return _more_of(state, many, planning)
        case Again():
            return _again(state, said, planning)
        case Further(rest=rest):
            return _further(state, rest, planning)
        case Elsewhere(rest=rest):
            return _elsewhere(state, rest, planning)
        case Spared(rest=rest):
            return _spared(state, rest, planning)
        case Instead():
            return _instead(state, said, planning)
        case Rather() | Denied() | Meant() | Onward():
            return amended(state, said, planning)


def _again(state: SessionState, said: Again, planning: Planning) -> EditPlan:
    """The last change once more, or in its own stead. Raises ``NothingChanged`` where it was not
    done, or is none that there can be more or less of."""
    if failed_last(state):
        raise NothingChanged("That was not done, so there is no more or less of it")
    past = last_command(state)
    scene = state.scene
    if scene is None:
        raise NothingToRepeat(NothingToRepeat.__doc__)
    back = past.ago if past.amended else 1
    many, ground = base(state, back) if said.instead else (0, scene)
    touched = still_there(reversed_touched(state), ground)
    planned = planning(past.text, items_of(ground, state.assets), touched, ground)
    if said.graded and not any(_is_graded(e) for e in planned.edits):
        raise NothingChanged("There is no more or less of the last change. Say what shall be how")
    edits = tuple(_scaled(e, said.share) for e in planned.edits)
    scaled = planned.model_copy(update={"edits": edits})
    return taking_back(state, many, scaled) if many else scaled


def _is_graded(edit: Edit) -> bool:
    """Whether there can be more or less of an edit."""
    return isinstance(edit, Move | Rotate | Resize | Arrange | Relight)


def _scaled(edit: Edit, share: float) -> Edit:
    """An edit ``share`` times as strong, where it has a strength."""
    power = share
    match edit:
        case Move(by=Vec3() as by):
            moved = Vec3(x=by.x * share, y=by.y * share, z=by.z * share)
            return edit.model_copy(update={"by": moved})
        case Rotate(facing=None):
            return edit.model_copy(update={"degrees": edit.degrees * share})
        case Resize():
            x, y, z = (_power(a, power) for a in edit.axes)
            changed = {"factor": _power(edit.factor, power), "axes": (x, y, z)}
            return edit.model_copy(update=changed)
        case Arrange():
            return edit.model_copy(update={"factor": _power(edit.factor, power)})
        case Relight():
            return edit.model_copy(update={"brightness": _power(edit.brightness, power)})
        case _:
            return edit


def _power(factor: float, share: float) -> float:
    return round(min(99.0, max(0.02, math.pow(factor, share))), 4)


def _more_of(state: SessionState, many: int, planning: Planning) -> EditPlan:
    if state.scene is None:
        raise NothingToRepeat(NothingToRepeat.__doc__)
    again = _filled(state, read("another")) if many == 1 and _takes_others(state) else None
    if again is not None:
        return planning(again.text, *present_of(state, state.scene))
    present, touched, _ = present_of(state, state.scene)
    last = [i for n in touched[-1:] for i in present if i.id == n]
    if not last:
        raise NothingToRepeat(NothingToRepeat.__doc__)
    label = label_of(last[0])
    words = f"add {many} more {plural(label)}" if many > 1 else f"add another {label}"
    return planning(words, present, touched, state.scene)


def _takes_others(state: SessionState) -> bool:
    """Whether "another" means the last command on another thing, rather than one more thing."""
    try:
        said = clauses(read(last_command(state).text))
    except NothingToRepeat:
        return False
    return bool(said) and said[-1].op == "remove"


def _further(state: SessionState, rest: Line, planning: Planning) -> EditPlan:
    """The last command for other things; by itself, where it fits none."""
    if state.scene is None:
        raise NothingToRepeat(NothingToRepeat.__doc__)
    failed = failed_last(state)
    if failed:
        return _like_failed(state, state.scene, rest, failed, planning)
    rest = of_other_host(state, rest)
    whole = _filled(state, rest) or by_itself(rest)
    return planning(whole.text, *present_of(state, state.scene))


def _like_failed(
    state: SessionState, scene: Scene, rest: Line, failed: str, planning: Planning
) -> EditPlan:
    """What was asked for last and not done, for other things; never what was done before it."""
    if adds_only(failed) and {"it", "them"} & set(rest.words):
        raise NothingChanged(f'"{failed}" was not done, so nothing is there that "it" could be')
    now = Finder(items_of(scene, state.assets))
    own = by_itself(rest)
    whole = filled(rest, read(failed), now, now) if own == rest else None
    if whole is None and own == rest and place_at(rest, 0) is None and _names_only(rest):
        raise NothingChanged(f'I do not know what is to be the same for "{rest.text}"')
    return planning((whole or own).text, *present_of(state, scene))


def _names_only(rest: Line) -> bool:
    found = phrase_at(rest, 0, plain=True)
    return found is not None and found[1] == len(rest)


def _elsewhere(state: SessionState, rest: Line, planning: Planning) -> EditPlan:
    """The last command with another place or measure, in its stead; one that failed changed
    nothing that could be taken back."""
    now = state.scene
    failed = failed_last(state)
    if failed and now is not None:
        whole = otherwise(rest, read(failed))
        if whole is None and place_at(rest, 0) is not None:
            whole = Line(("put", "it", *rest.words))
        return planning((whole or rest).text, *present_of(state, now))
    past = last_command(state)
    rest = of_other_host(state, rest)
    whole = otherwise(rest, read(past.text))
    if whole is None and now is not None and state.touched and place_at(rest, 0) is not None:
        return planning(f"put it {rest.text}", *present_of(state, now))
    if whole is None:
        raise NothingChanged(f"I do not know what should go there: {rest.text}")
    many, scene = base(state, past.ago)
    return taking_back(state, many, planning(whole.text, *present_of(state, scene)))


def _spared(state: SessionState, rest: Line, planning: Planning) -> EditPlan:
    """The last command once more in its own stead, without what ``rest`` names."""
    past = last_command(state)
    many, scene = base(state, past.ago)
    text = f"{past.text.rstrip(' .!?')} except {rest.text}"
    return taking_back(state, many, planning(text, *present_of(state, scene)))


def _filled(state: SessionState, rest: Line) -> Line | None:
    """``rest`` as the whole command that it is short for after the last one."""
    try:
        past = last_command(state)
    except NothingToRepeat:
        return None
    then = Finder(items_of(past.scene, state.assets))
    now = Finder(items_of(state.scene, state.assets)) if state.scene else then
    if adds_only(past.text) and {"and", ","} & {*read(past.text).words} and _names_only(rest):
        return _added(rest, now)  # "(three apples and a loaf) and the dog": no second loaf
    return filled(rest, read(past.text), then, now)


def _added(rest: Line, now: Finder) -> Line | None:
    """The command for one more thing that is not there yet; None where it is."""
    found = phrase_at(rest, 0, plain=True)
    if found is None or found[0].pronoun or not found[0].noun or now.find(found[0]):
        return None
    said = with_article(found[0].label) if found[0].definite else found[0].said
    return Line(("add", *said.split()))


def _instead(state: SessionState, said: Instead, planning: Planning) -> EditPlan:
    failed = failed_last(state)
    if failed and state.scene is not None:
        text = with_phrase(failed, said.phrase)
        if not text:
            raise NothingChanged(f"I do not know which one you mean instead: {said.phrase.said}")
        return planning(text, *present_of(state, state.scene))
    past = last_command(state)
    many, scene = base(state, past.ago)
    present = items_of(scene, state.assets)
    planned = planning(past.text, present, still_there(reversed_touched(state), scene), scene)
    planned = _as_done(planned, present, state.scene)
    meant = list(dict.fromkeys(_nodes(planned.edits)))
    kinds = {i.noun or label_of(i) for i in present if i.id in meant}
    phrase = said.phrase
    if not meant:
        before = read(past.text)
        stead_of = of_other_host(state, before, phrase=said.phrase)
        if stead_of != before:
            moved = planning(stead_of.text, *present_of(state, scene))
            return taking_back(state, many, moved)
    others = [i for i in present if i.id not in meant]
    alike = [i for i in others if (i.noun or label_of(i)) in kinds]
    among = alike if phrase.pronoun or phrase.head in {"other", "one", "ones"} else others
    wanted = replace(phrase, quantifier="") if phrase.quantifier == "other" else phrase
    found = Finder(tuple(among)).find(wanted) if phrase.head not in {"other", "others"} else among
    if not found or not meant:
        raise NothingChanged(f"I do not know which one you mean instead: {phrase.said}")
    if {i.noun or label_of(i) for i in found} != kinds and not phrase.pronoun:
        text = _with_other(past.text, Finder(tuple(present)), set(meant), phrase)
        if text:
            again = planning(text, present, still_there(reversed_touched(state), scene), scene)
            return taking_back(state, many, again)
    stead = dict(zip(meant, [*found, *[found[-1]] * len(meant)], strict=False))
    numbers = {i.id: i.name for i in found}
    edits = tuple(dict.fromkeys(_of(e, {n: i.id for n, i in stead.items()}) for e in planned.edits))
    renamed = tuple(_numbered(e, numbers) for e in edits)
    return taking_back(state, many, planned.model_copy(update={"edits": renamed}))


def _as_done(planned: EditPlan, present: Sequence[SceneItem], now: Scene | None) -> EditPlan:
    """``planned`` with what was in fact removed: "one of the cups" may mean another one by now."""
    gone = tuple(i.id for i in present if now is not None and i.id not in now.nodes)
    removes = [e for e in planned.edits if isinstance(e, Remove)]
    if len(removes) != 1 or len(removes[0].nodes) != len(gone):
        return planned
    edits = tuple(Remove(nodes=gone) if e is removes[0] else e for e in planned.edits)
    return planned.model_copy(update={"edits": edits})


def _with_other(text: str, finder: Finder, meant: set[NodeId], other: Phrase) -> str:
    """The command ``text`` about ``other`` in the stead of what it named; "" where it named none:
    a plant that was made green by mistake tells nothing of a green sofa's name."""
    line = read(text)
    for at in range(len(line)):
        found = phrase_at(line, at, plain=True)
        named = found[0].definite or found[0].pronoun if found else False
        if found is None or not named:
            continue
        nodes = {i.id for i in finder.find(found[0])}
        if found[0].pronoun or (nodes and nodes <= meant):
            return Line((*line.words[:at], *other.said.split(), *line.words[found[1] :])).text
    return ""


def _numbered(edit: Edit, names: Mapping[NodeId, str]) -> Edit:
    """A replacement with the number of the thing that it is of now."""
    if not isinstance(edit, Replace) or edit.name is None or edit.node not in names:
        return edit
    number = re.search(r"\s\d+$", names[edit.node])
    name = re.sub(r"\s\d+$", "", edit.name) + (number.group() if number else "")
    return edit.model_copy(update={"name": name})


def _nodes(edits: Sequence[Edit]) -> list[NodeId]:
    nodes: list[NodeId] = []
    for edit in edits:
        match edit:
            case Move() | Rotate() | Resize() | Replace() | Recolor():
                nodes.append(edit.node)
            case Remove() | Arrange():
                nodes.extend(edit.nodes)
            case _:
                pass
    return nodes


def _of(edit: Edit, stead: dict[NodeId, NodeId]) -> Edit:
    """An edit as one of other nodes."""
    match edit:
        case Remove() | Arrange():
            nodes = tuple(stead.get(n, n) for n in edit.nodes)
            return edit.model_copy(update={"nodes": nodes})
        case Move(relation=Relation() as relation):
            node = stead.get(edit.node, edit.node)
            about = relation.model_copy(update={"subject": node})
            return edit.model_copy(update={"node": node, "relation": about})
        case Move() | Rotate() | Resize() | Replace() | Recolor():
            return edit.model_copy(update={"node": stead.get(edit.node, edit.node)})
        case _:
            return edit
