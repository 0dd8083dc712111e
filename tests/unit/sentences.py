"""Paragraphs of sentences with what is to be read in them, and what a decomposition says.

A paragraph is the sentence, "= setting | things" with counts, "- relations" apart by ";". "chair-*"
stands for every chair ("lamp-* on table-*": each on its own table), "@1.5" for metres between
edges. A line that begins with "\\" is one of a list: it is read with its line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from schemas.decomposition import Decomposition


class Case(NamedTuple):
    """A sentence and what is to be read in it."""

    sentence: str
    place: str
    things: str
    relations: frozenset[str]


def cases(paragraphs: str) -> Iterator[Case]:
    """The cases of a text of paragraphs."""
    for paragraph in paragraphs.strip().split("\n\n"):
        lines = paragraph.splitlines()
        said = "".join(
            f"\n{line[1:]}" if line.startswith("\\") else f" {line}"
            for line in lines
            if line[:2] not in {"= ", "- "}
        )
        found = " ".join(line[2:] for line in lines if line.startswith("= "))
        stands = " ".join(line[2:] for line in lines if line.startswith("- "))
        place, _, things = found.partition(" | ")
        relations = frozenset(part.strip() for part in stands.split(";") if part.strip())
        yield Case(said.strip(), place, things, relations)


def name_of(case: Case) -> str:
    """The beginning of the sentence, as the test's id."""
    return case.sentence[:60].replace("\n", " ")


def expanded(case: Case, result: Decomposition) -> set[str]:
    """The relations a case states, with "chair-*" written out."""
    written: set[str] = set()
    for relation in case.relations:
        subject, _, rest = relation.partition(" ")
        if not subject.endswith("-*"):
            written.add(relation)
            continue
        stem = re.compile(re.escape(subject[:-1]) + r"\d+")
        for wish in result.wishes:
            if stem.fullmatch(wish.id):
                written.add(f"{wish.id} {rest.replace('*', wish.id.rpartition('-')[2])}")
    return written


def counted(result: Decomposition) -> str:
    """ "2 chair, table": the wishes by name, in order."""
    named: list[tuple[str, bool]] = []
    counts: dict[str, int] = {}
    for wish in result.wishes:
        stem = re.sub(r"-\d+$", "", wish.id)
        counts[stem] = counts.get(stem, 0) + 1
        if (stem, stem != wish.id) not in named:
            named.append((stem, stem != wish.id))
    return ", ".join(f"{counts[stem]} {stem}" if many else stem for stem, many in named)


def stated(result: Decomposition) -> set[str]:
    """The relations of a decomposition as cases write them."""
    return {" ".join([r.subject, r.kind.value, *r.targets, *_apart(r)]) for r in result.relations}


def _apart(relation: object) -> list[str]:
    distance = getattr(relation, "distance", None)
    return [] if distance is None else [f"@{distance:g}"]
