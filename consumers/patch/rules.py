"""The embedded edit planner: words and what is in the scene to a plan of edits, no model.

What belongs here: one function a kind of command. Splitting commands, finding the things meant and
reading amounts are in ``consumers/lexicon``. Every text gives a plan; what can not be done is said
in ``unmet``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from consumers.lexicon.edits.changes import Editor
from consumers.lexicon.edits.commands import clauses
from consumers.lexicon.edits.correcting import corrected
from consumers.lexicon.edits.doubts import settled
from consumers.lexicon.edits.folding import folded
from consumers.lexicon.edits.forming import up_last
from consumers.lexicon.edits.holders import held, not_held
from consumers.lexicon.edits.items import label_of
from consumers.lexicon.edits.offering import with_offer
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.rewording import joined
from consumers.lexicon.edits.roofs import whose_roof
from consumers.lexicon.edits.sitting import with_postures
from consumers.lexicon.edits.sparing import all_stay, sparing, without
from consumers.lexicon.edits.totals import totalled
from consumers.lexicon.edits.vouching import unvouched
from consumers.lexicon.edits.wordings import worded
from consumers.lexicon.sentences.lettering import without_lettering
from consumers.lexicon.sentences.mending import spelled
from consumers.lexicon.words.tokens import read
from schemas.edits import EditPlan, SceneItem
from schemas.ids import NodeId

MOST_EDITS = 120


def plan(
    text: str,
    items: Sequence[SceneItem],
    *,
    last_touched: Sequence[NodeId] = (),
    gone: str = "",
    taken_ids: Collection[str] = (),
    seed: int = 0,
) -> EditPlan:
    """The edits that ``text`` asks for.

    ``last_touched``: what the edit before was about, the latest last; "it" means that. ``gone``:
    the kind of what it removed; "the other one" means one of that kind.
    ``taken_ids``: node ids that new things may not have. ``seed`` varies organic shapes.
    """
    text, written = without_lettering(text)
    commands_of = up_last(read(text))
    finder = Finder(tuple(items), tuple(last_touched), gone=gone)
    editor = Editor(finder, taken_ids, seed)
    names = frozenset(word for item in items for word in label_of(item).split())
    said = whose_roof(spelled(commands_of, names), finder)
    doubts = settled(totalled(said, finder) or held(said, finder) or said, finder)
    stops = doubts.stops or not_held(doubts.line, finder)
    if stops:
        return EditPlan(unmet=(stops,))
    kept = sparing(worded(doubts.line, finder), finder)
    if kept.only:
        return EditPlan(unmet=(all_stay(kept.items),))
    commands = joined(clauses(corrected(kept.line, finder)))
    for clause in commands:
        editor.apply(clause, alone=len(commands) == 1)
    if not editor.to.edits and not editor.to.unmet:
        editor.to.unmet.append("I did not understand what to change. Try: make the sofa blue.")
    editor.to.unmet.extend((*doubts.told, *written))
    doubtful = unvouched(commands_of, editor.to.edits, items, last_touched)
    if doubtful is not None:
        return EditPlan(unmet=(doubtful,))
    edits = without(folded(editor.to.edits), {i.id for i in kept.items})
    edits = with_postures(edits, items, editor.to.makeovers)
    unmet = tuple(dict.fromkeys(editor.to.unmet))
    if not edits:
        unmet = with_offer(unmet, commands_of, finder)
    return EditPlan(edits=tuple(edits[:MOST_EDITS]), unmet=unmet)
