"""The question what "it" is, right after a scene of several things was made at once.

What belongs here: telling that nothing says which thing a command means. What does not: whom "he"
means (``paraphrasing``), and what was changed or spoken of before, which is what "it" is then.
"""

from __future__ import annotations

from collections.abc import Sequence

from consumers.lexicon.edits import amounts
from consumers.lexicon.edits.aspects import is_size
from consumers.lexicon.edits.commands import clauses
from consumers.lexicon.edits.items import label_of, things, with_article
from consumers.lexicon.phrases.postmodifiers import attributes_at
from consumers.lexicon.words.looks import color_at, material_at
from consumers.lexicon.words.plurals import plural
from consumers.lexicon.words.tokens import Line, read
from schemas.edits import SceneItem

_IT = frozenset({"it", "this", "that"})
_MOST_NAMED = 5
_ENDS = frozenset({"please", "now", "then", "instead", "too", ".", "!"})


def which_is_it(text: str, items: Sequence[SceneItem]) -> str:
    """The question which thing "it" is in a command that only says so; "" where it may be plain."""
    present = things(items)
    names = list(dict.fromkeys(label_of(i) for i in present))
    said = clauses(read(text))
    if len(names) < 2 or len(said) != 1 or not _is_of_it(said[0].op, said[0].rest):
        return ""
    many = {n: sum(label_of(i) == n for i in present) for n in names}
    told = [f"the {plural(n) if many[n] > 1 else n}" for n in names[:_MOST_NAMED]]
    choice = f"{', '.join(told[:-1])} or {told[-1]}"
    one = with_article(names[0]).split(" ", 1)[1]
    return (
        f"Which thing do you mean: {choice}? Nothing is changed yet. Say for example: "
        f'"the {one}" and what shall become of it.'
    )


def _is_of_it(op: str, rest: Line) -> bool:
    """Whether a command is about "it" alone, and says how it shall look or how big it shall be."""
    words = list(rest.words)
    while words and words[-1] in _ENDS:
        words.pop()
    if not words or words[0] not in _IT or op not in {"make", "paint", "scale"}:
        return False
    tail = Line(tuple(words[1:]))
    said = attributes_at(tail, 0)
    looks = color_at(tail, 0) is not None or material_at(tail, 0) is not None
    if looks and said is not None and said[1] == len(tail):
        return True
    return is_size(tail) or (op == "scale" and amounts.factor(tail) is not None)
