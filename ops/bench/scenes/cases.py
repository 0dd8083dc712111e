"""The lists of this folder, read: what was said, and what a person would accept.

``has``: things, by comma: an optional count ("3", "2-5"; "0-3": may be there), colours and
materials, and the noun with other nouns that will do ("couch|sofa"). "{w=3}" says metres of width,
h of height, d of depth, l of the longer side. ``so``: relations, by semicolon: a thing by its first
name, a kind of ``relations.py``, and the targets by "&". ``is``: "room", "outdoor" or "" (either).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ops.bench.scenes.relations import ALONE, PAIRS
from ops.bench.scenes.view import Thing
from ops.bench.scenes.words import ends_with, looks, split_looks, tokens

FOLDER = Path(__file__).parent
KINDS = (*PAIRS, *(f"{k}~" for k in PAIRS), *ALONE, "row", "stacked", "around", "between")
_COUNT = re.compile(r"^(\d+)(?:-(\d+))?\s+(.*)$")
_SIZE = re.compile(r"\{([^}]*)\}")


class BadList(ValueError):
    """A list of this folder is not written as ``cases.py`` says."""


@dataclass(frozen=True)
class Want:
    """``low`` to ``high`` things that are one of ``nouns`` and look like ``looks``."""

    key: str
    low: int
    high: int
    looks: tuple[str, ...]
    nouns: tuple[str, ...]
    size: dict[str, float] = field(default_factory=dict)

    def names(self, thing: Thing) -> bool:
        """Whether ``thing`` is one by its noun."""
        return any(ends_with(thing.name, n) or ends_with(thing.label, n) for n in self.nouns)

    def fits(self, thing: Thing) -> bool:
        """Whether ``thing`` is one by its noun and its looks."""
        return self.names(thing) and self.looks_like(thing)

    def looks_like(self, thing: Thing) -> bool:
        """Whether ``thing`` has all the looks, whatever it is."""
        return all(
            looks(look, color=thing.color, material=thing.material, name=thing.name)
            for look in self.looks
        )


@dataclass(frozen=True)
class Link:
    """A relation of a list, by keys of its things."""

    subject: str
    kind: str
    targets: tuple[str, ...]


@dataclass(frozen=True)
class Case:
    group: str
    said: str
    kind: str
    time: str
    has: tuple[Want, ...]
    so: tuple[Link, ...]


@dataclass(frozen=True)
class Base:
    """A scene to edit, and the conversations about it: words and the outcome, each."""

    name: str
    said: str
    talks: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True)
class Infeasible:
    said: str
    names: tuple[str, ...]
    reason: str


def prompts() -> tuple[Case, ...]:
    """The 120 prompts."""
    return tuple(_case(row) for row in _rows("prompts", "case"))


def edits() -> tuple[Base, ...]:
    """The twelve scenes with their edits."""
    return tuple(
        Base(
            row["name"], row["said"], tuple(tuple(_turn(t) for t in talk) for talk in row["talks"])
        )
        for row in _rows("edits", "base")
    )


def infeasible() -> tuple[Infeasible, ...]:
    """The 20 wishes that can not all be had."""
    return tuple(
        Infeasible(row["said"], tuple(row["names"]), row["reason"])
        for row in _rows("infeasible", "case")
    )


def classes() -> dict[str, tuple[float, float, float, float]]:
    """Usual sizes in metres: height from and to, longest horizontal side from and to."""
    with (FOLDER / "classes.toml").open("rb") as file:
        return {noun: tuple(row) for noun, row in tomllib.load(file)["metres"].items()}


def want(text: str) -> Want:
    """A thing of a list: "2 red chair|stool{w=1}"."""
    text = text.strip()
    size: dict[str, float] = {}
    measured = _SIZE.search(text)
    if measured:
        size = {k: float(v) for k, v in (m.split("=") for m in measured.group(1).split(","))}
        text = _SIZE.sub("", text)
    low = high = 1
    counted = _COUNT.match(text)
    if counted:
        low, high = int(counted.group(1)), int(counted.group(2) or counted.group(1))
        text = counted.group(3)
    first, *others = (n.strip() for n in text.split("|"))
    adjectives, noun = split_looks(first)
    nouns = (noun, *(split_looks(o)[1] for o in others))
    return Want(first, low, high, adjectives, nouns, size)


def link(text: str, kinds: tuple[str, ...] = KINDS) -> Link:
    """A relation of a list: "lamp on table"."""
    words = text.split()
    at = next((n for n, word in enumerate(words) if n and word in kinds), None)
    if at is None:
        raise BadList(f"{text!r} has no relation; {BadList.__doc__}")
    targets = tuple(t.strip() for t in " ".join(words[at + 1 :]).split("&") if t.strip())
    return Link(" ".join(words[:at]), words[at], targets)


def _case(row: dict[str, Any]) -> Case:
    has = tuple(want(part) for part in row["has"].split(","))
    so = tuple(link(part) for part in row["so"].split(";") if part.strip())
    known = {w.key for w in has}
    for one in so:
        unknown = {one.subject, *one.targets} - known
        if unknown:
            raise BadList(f"{row['said'][:40]!r} relates {unknown}, which it does not have")
    return Case(row["group"], row["said"].strip(), row["is"], row.get("time", ""), has, so)


def _turn(text: str) -> tuple[str, str]:
    said, arrow, outcome = text.partition("=>")
    if not arrow or not outcome.strip():
        raise BadList(f"{text!r} has no outcome; {BadList.__doc__}")
    return said.strip(), outcome.strip()


def _rows(name: str, table: str) -> list[dict[str, Any]]:
    with (FOLDER / f"{name}.toml").open("rb") as file:
        rows: list[dict[str, Any]] = tomllib.load(file)[table]
    return rows


def mentions(text: str, name: str) -> bool:
    """Whether ``text`` names the thing, by its noun's last word, singular or plural."""
    last = tokens(split_looks(name)[1])[-1]
    return any(w in (last, f"{last}s", f"{last}es") for w in tokens(text))
