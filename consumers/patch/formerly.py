"""Places that something left: "put a motorbike where the bear was", "move it where it stood".

What belongs here: which thing is meant and when it stood there, by the session's history, and the
place as it was. What does not: putting a thing back where it was itself, which is in ``returning``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from consumers.layout import Placed
from consumers.lexicon.edits.commands import without_politeness
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words.tokens import STOPS, Line
from consumers.patch.draft import Draft
from consumers.patch.errors import NothingChanged
from consumers.patch.returning import is_moved
from consumers.scene_view import items_of
from schemas import undo
from schemas.edits import Add, Edit, EditPlan, Move, SceneItem
from schemas.ids import NodeId
from schemas.scene import Scene
from schemas.state import SessionState

_VERB = re.compile(
    r"(?:put|move|add|place|set|bring|stand|hang|park|lay|send|shift)(?: also| now)? "
)
_THERE = re.compile(
    r"(?: right| exactly| back| over| to| (?:to|in|at) the (?:place|spot))*"
    r" where (?P<what>it|he|she|they|(?:the|my|our|that) [a-z]+(?: [a-z]+)?) (?:was|were|stood|sat"
    r"|lay|hung|used to (?:be|stand|sit|lie|hang)|had been|has been)(?: standing| sitting| lying"
    r"| hanging| before| once| earlier| originally| at first| then| until now)*$"
)
_AT = "@"
"""Between a thing and the revision in whose scene it stood there, in what a move goes to."""

Plan = Callable[[str], EditPlan]


def put_where_was(state: SessionState, line: Line, plan: Plan) -> EditPlan | None:
    """The edits for something at a place that another thing left; None for any other words.

    ``plan`` reads what is to be new. Raises ``NothingChanged`` where no such place is known.
    """
    said = without_politeness(line)
    said = said.part(0, len(said) - (said.at(len(said) - 1) in STOPS))
    verb, there = said.match(_VERB, 0), _THERE.search(said.text)
    if verb is None or there is None or state.scene is None:
        return None
    thing = Line(tuple(said.text[: there.start()].split())[verb[1] :])
    touched = tuple(reversed(state.touched))
    finder = Finder(items_of(state.scene, state.assets), touched)
    chosen = select(thing, 0, finder)
    named = phrase_at(thing, 0)
    if named is None:
        return None
    goal = _left(state, Line(tuple(there["what"].split())), finder)
    if chosen is not None and chosen.items and chosen.stop == len(thing) and chosen.definite:
        return EditPlan(edits=tuple(Move(node=i.id, to=goal) for i in chosen.items))
    new = plan(f"add {thing.text}")
    wishes = [wish for edit in new.edits if isinstance(edit, Add) for wish in edit.wishes]
    moves = tuple(Move(node=wish.id, to=goal) for wish in wishes)
    return EditPlan(edits=(*new.edits, *moves), unmet=new.unmet)


def former_places(state: SessionState, edits: Sequence[Edit]) -> dict[NodeId, Placed]:
    """Where the things stood that the moves among ``edits`` name by a revision."""
    found: dict[NodeId, Placed] = {}
    for edit in edits:
        if not isinstance(edit, Move) or edit.to is None or _AT not in edit.to:
            continue
        node, _, revision = edit.to.rpartition(_AT)
        for change, before in undo.back(state.scene, state.changes):
            if before is not None and str(change.base) == revision:
                standing = Draft.of(before, items_of(before, state.assets)).standing()
                found.update((edit.to, p) for p in standing if p.id == node)
    return found


def _left(state: SessionState, words: Line, finder: Finder) -> NodeId:
    """The latest place that what ``words`` name has left, as a move goes to it."""
    named = phrase_at(words, 0)
    if named is not None and not named[0].pronoun:
        for change, before in undo.back(state.scene, state.changes):
            if before is None:
                break
            old = Finder(items_of(before, state.assets)).find(named[0])
            gone = next((i for i in old if _is_gone(i, before, state.scene)), None)
            if gone is not None:
                return NodeId(f"{gone.id}{_AT}{change.base}")
        if finder.find(named[0]):
            raise NothingChanged(f"{words.text} has not been moved, as far as I know")
        raise NothingChanged(f"I know of no {named[0].label} that was there before")
    meant = set(finder.last)
    for change, before in undo.back(state.scene, state.changes):
        if before is None:
            break
        old = [i for i in items_of(before, state.assets) if _is_gone(i, before, state.scene)]
        mine = [i for i in old if i.id in meant] or [i for i in old if not meant]
        if mine:
            return NodeId(f"{mine[0].id}{_AT}{change.base}")
    raise NothingChanged("I know of nothing that was moved or taken away before")


def _is_gone(item: SceneItem, before: Scene, now: Scene | None) -> bool:
    """Whether an item no longer stands where it stood ``before``."""
    if now is None or item.id not in now.nodes:
        return True
    return is_moved(before, now, item.id)
