"""Things called by their names with a number where something new is put: "a book on crate 2".

What belongs here: such names as words that the reader of sentences takes for one thing that is
there. What does not: which things a command is about, which is in ``selection``.
"""

from __future__ import annotations

from collections.abc import Callable

from consumers.lexicon.edits.pointing import by_name
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.words.tokens import Line
from schemas.ids import NodeId

_MARKS = ("zqa", "zqb", "zqc", "zqd", "zqe", "zqf")
"""Words that no text has, one for each thing that is called so."""


def numbered(rest: Line, finder: Finder) -> tuple[Line, Callable[[Phrase], tuple[NodeId, ...]]]:
    """``rest`` with a mark for each such name, and what phrases mean then."""
    words: list[str] = []
    meant: dict[str, NodeId] = {}
    at = 0
    while at < len(rest):
        found = by_name(rest, at, finder.items) if len(meant) < len(_MARKS) and at else None
        if found is None:
            words.append(rest.at(at))
            at += 1
            continue
        mark = _MARKS[len(meant)]
        meant[mark] = found[0].id
        words += ["the", mark]
        at = found[1]
    if not meant:
        return rest, finder.nodes

    def known(phrase: Phrase) -> tuple[NodeId, ...]:
        return (meant[phrase.head],) if phrase.head in meant else finder.nodes(phrase)

    return Line(tuple(words), rest.truncated), known
