"""New things after what is there: copies, "another chair like the red one", "a nicer table"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from consumers.lexicon.edits.references import Finder
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.sentences.places import place_at
from consumers.lexicon.words.quantities import number_value, quantity
from consumers.lexicon.words.tokens import Line
from schemas.decomposition import Relation
from schemas.decomposition import RelationKind as Kind
from schemas.edits import Add, SceneItem
from schemas.model import Vec3

MOST = 50
"""Copies that one request makes at most."""
STAYS = re.compile(
    r"(?:just )?(?:(?:as|where|how|the way) (?:it|they|he|she)(?: is| are)?|alone|untouched|there"
    r"|in place|unchanged|the same|be|please|for now)?(?: please| for now)?[ .!]*"
)
_TIMES = re.compile(r"(?:(\d+|[a-z]+) (?:times|copies|more)|(twice|thrice|once))(?: |$)")
_FAR = r"(\d\S* (?:m|cm|met(?:er|re)s?|feet|foot|ft|units?) )"
_BEHIND = re.compile(rf"{_FAR}behind(?: it| that| the original)?(?= [.!]|$)")
_BEFORE = re.compile(rf"{_FAR}in front(?: of (?:it|that|the original))?(?= [.!]|$)")
_COUNTED = re.compile(r"(?:make|add|create|give me) (?:more )?(\w+) (?:more )?(?:cop|dup|clo)")
_LIKE = re.compile(r"(?:just |exactly )?(?:like|similar to|identical to|the same as|matching)(?= )")
_ASKED = re.compile(
    r"(?:(?:please|i|we|would|want|like|need|prefer|give|get|make|try|show|me|us|to|have|add|put"
    r"|create|generate|build|insert|in|can|could|you|let|use|find) )*"
)
_BETTER = re.compile(
    r"(?:(?:it|that|this|them) )?(?:an?|some|a much|a more|another) (?:much |even |slightly )?"
    r"(?:nicer|better|different|prettier|fancier|cooler|newer|more (?:beautiful|modern|elegant"
    r"|detailed|realistic|interesting|stylish)|beautiful|fancy|elegant) (?=\w)"
)


@dataclass(frozen=True, slots=True)
class Like:
    """``items`` that are to be copied, the first ``many`` times; or, with ``anew``, made anew."""

    items: Sequence[SceneItem]
    many: int = 1
    anew: bool = False


def copies(verb: str, tail: Line) -> int:
    """How many copies the words of "duplicate" ask for."""
    before = _COUNTED.match(verb)
    said = before.group(1) if before else ""
    after = _TIMES.search(tail.text)
    if after is not None:
        said = after.group(1) or {"twice": "2", "thrice": "3"}.get(after.group(2), "1")
    return min(MOST, max(1, int(number_value(said) or 1)))


def beside(tail: Line) -> Line:
    """ "2 m behind (it)" as "2 m back": from the thing that is copied."""
    return Line(tuple(_BEHIND.sub(lambda f: f"{f[1]}back", _BEFORE.sub(
        lambda f: f"{f[1]}forward", tail.text)).split()))  # fmt: skip


def aside(new: Add, item: SceneItem, way: Vec3) -> Add:
    """The copies ``new`` of ``item`` so many metres to a side, each from the one before."""
    kind, far, own = (
        (Kind.LEFT_OF if way.x < 0 else Kind.RIGHT_OF, abs(way.x), item.size[0])
        if abs(way.x) >= abs(way.z)
        else (Kind.BEHIND if way.z > 0 else Kind.IN_FRONT_OF, abs(way.z), item.size[2])
    )
    before = item.id
    relations = []
    for wish in new.wishes:
        apart = round(max(0.0, far - own), 3)
        relation = Relation(kind=kind, subject=wish.id, targets=(before,), distance=apart)
        relations.append(relation)
        before = wish.id
    return new.model_copy(update={"relations": tuple(relations)})


def like(line: Line, finder: Finder) -> Like | None:
    """What of the scene ``line`` wants another one of, or a better one; None for other wishes."""
    asked = line.match(_ASKED, 0)
    start = asked[1] if asked else 0
    better = line.match(_BETTER, start)
    if better is not None:
        found = phrase_at(Line(("the", *line.words[better[1] :])), 0)
        items = finder.find(found[0]) if found and found[0].noun else []
        whole = found is not None and found[1] >= len(line) - better[1]
        return Like(items[:1], anew=True) if items and whole else None
    at = next((n for n in range(start + 1, len(line)) if line.match(_LIKE, n)), None)
    kind = phrase_at(line.part(start, at), 0) if at is not None else None
    if at is None or kind is None or kind[1] < at - start or kind[0].definite:
        return None
    return _alike(line, at, kind[0].noun, _many(line, start), finder)


def _alike(line: Line, at: int, noun: str, many: int, finder: Finder) -> Like | None:
    found = line.match(_LIKE, at)
    target = phrase_at(line, found[1]) if found else None
    if target is None or not target[0].definite:
        return None
    if place_at(line, target[1]) is not None:
        return None  # "another car like it behind the first one": the place is read with the rest
    among = tuple(i for i in finder.items if not noun or i.noun == noun)
    narrowed = Finder(among, finder.last, finder.named).find(target[0])
    items = narrowed or finder.find(target[0])
    kept = [i for i in items if not noun or i.noun == noun]
    return Like(kept[:1], many) if kept else None


def _many(line: Line, start: int) -> int:
    found = quantity(line, start)
    return min(MOST, max(1, found.count)) if found else 1
