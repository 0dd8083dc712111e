"""How many each of several shall have: "reduce the phones to two per table", "only one chair at
each desk", "three cups per table is enough".

What belongs here: which go so that each has so many, as a plain command that names them. What does
not: so many fewer at each (``from_each``), and new things for each ("a lamp on every desk").
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.from_each import is_at
from consumers.lexicon.edits.items import is_shell
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.totals import END, NUMBER
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.quantities import quantity
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

_EACH = (
    r"(?:(?:per|for each|for every|on each|on every|at each|at every|around each|around every|each"
    r"|in each|in every) (?P<owner>[a-z]+(?: [a-z]+)??))"
)
_FEWER = re.compile(
    r"(?:(?:please|ok|okay|no|and|so|now|,) )*(?:reduce|cut|limit|decrease|bring|get|take|trim"
    r"|lower|keep|leave)(?: down)?(?: the (?:number|amount|count) of)? "
    rf"(?:(?P<kind>(?:the |my |our |all )*[a-z ]+?) (?:down )?to )?(?:only |just )?"
    rf"(?P<many>{NUMBER})"
    rf"(?: (?P<what>[a-z]+))? {_EACH}(?: only)?{END}"
    rf"|(?:(?:please|ok|okay|no|and|so|now|i want|we need|,) )*(?:only|just|make it|no more than)"
    rf" (?P<few>{NUMBER}) (?P<of>[a-z]+(?: [a-z]+)?) {_EACH.replace('owner', 'host')}{END}"
    rf"|(?P<some>{NUMBER}) (?P<their>[a-z]+(?: [a-z]+)?) {_EACH.replace('owner', 'whose')}"
    rf" (?:is|are) (?:enough|plenty|fine|sufficient){END}"
)


def rationed(line: Line, finder: Finder) -> Line | None:
    """The command that takes what each has too many of; None for other words, or where none has."""
    found = _FEWER.fullmatch(line.text)
    if found is None:
        return None
    kind = _every(found["kind"] or found["what"] or found["of"] or found["their"] or "", finder)
    hosts = _every(found["owner"] or found["host"] or found["whose"] or "", finder)
    many = quantity(Line(tuple((found["many"] or found["few"] or found["some"]).split())), 0)
    if not kind or not hosts or many is None:
        return None
    gone = [i for host in hosts for i in _at(host, kind, hosts)[many.count :]]
    names = [i.name.lower().split() for i in gone]
    if not gone or not all(name[-1].isdigit() for name in names):
        return None
    listed = [w for name in names for w in (",", *name)][1:]
    return Line(("remove", *listed))


def _every(said: str, finder: Finder) -> list[SceneItem]:
    kind = [w for w in said.split() if w not in {"the", "my", "our", "all"}]
    words = Line(("all", *kind[:-1], *(plural(singular(w)) for w in kind[-1:])))
    named = phrase_at(words, 0) if kind else None
    if named is None or named[1] < len(words) or not named[0].noun:
        return []
    return [i for i in finder.every(named[0]) if not is_shell(i)]


def _at(host: SceneItem, kind: list[SceneItem], hosts: list[SceneItem]) -> list[SceneItem]:
    return [i for i in kind if is_at(i, host, hosts)]
