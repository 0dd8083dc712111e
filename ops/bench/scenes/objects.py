"""Which things of a scene answer which wants, and so counts and F1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ops.bench.scenes.cases import Case, Want
from ops.bench.scenes.view import Thing, View
from ops.bench.scenes.words import tokens

SIZE_SLACK = 0.05
"""Metres by which a measure that was said may be missed, and a twentieth of it."""


@dataclass(frozen=True)
class Counted:
    """``of``: things by want's key. ``right``: wants (of those that must be there) with the right
    count, ``wanted`` of them; ``hits``, ``extra``, ``missing``: things, for F1."""

    of: dict[str, list[Thing]]
    right: int
    wanted: int
    hits: int
    extra: int
    missing: int
    wrong: tuple[str, ...]


def count(case: Case, view: View) -> Counted:
    """The things of ``view`` held against what ``case`` has: each thing answers one want."""
    wants = sorted(case.has, key=lambda w: (-len(w.looks), -len(w.nouns[0].split()), w.low == 0))
    given = assign(wants, view.things)
    taken = {t.id for things in given for t in things}
    left = [t for t in view.things if t.id not in taken]
    right = hits = missing = wanted = 0
    wrong: list[str] = []
    for one, got in zip(wants, given, strict=True):
        if one.low == 0:
            continue
        wanted += 1
        hits += len(got)
        missing += max(0, one.low - len(got))
        more = [t for t in left if one.names(t)]
        if len(got) >= one.low and not more:
            right += 1
        else:
            also = "".join(f", and a {t.name} ({t.color}, {t.material})" for t in more)
            wrong.append(f"{one.low} {one.key}: {len(got)} there{also}")
    named = {t.id for one in wants for t in left if one.names(t)}
    wrong.extend(f"nobody asked for a {t.name}" for t in left if t.id not in named)
    of = {one.key: got for one, got in zip(wants, given, strict=True)}
    return Counted(of, right, wanted, hits, len(left), missing, tuple(wrong))


def assign(wants: Sequence[Want], things: Sequence[Thing]) -> list[list[Thing]]:
    """Things for each want, no thing twice: first what must be there, then up to the most."""
    owner: dict[int, int] = {}
    room = [0] * len(wants)
    ranked = [_best_first(one, things) for one in wants]

    def seek(at: int, seen: set[int]) -> bool:
        for n in ranked[at]:
            if n in seen:
                continue
            seen.add(n)
            if n not in owner or seek(owner[n], seen):
                owner[n] = at
                return True
        return False

    for most in ("low", "high"):
        for at, one in enumerate(wants):
            while room[at] < getattr(one, most) and seek(at, set()):
                room[at] += 1
    return [[things[n] for n in sorted(owner) if owner[n] == at] for at in range(len(wants))]


def _best_first(one: Want, things: Sequence[Thing]) -> list[int]:
    """The things that fit, those first that are called by its very name."""
    fitting = [n for n, thing in enumerate(things) if one.fits(thing)]
    return sorted(fitting, key=lambda n: tokens(things[n].name) != tokens(one.key))


def mismeasured(one: Want, got: Sequence[Thing]) -> list[str]:
    """Things that are not as large as was said, in words."""
    return [
        f"{t.name} is not {metres} m in {side}, but {seen:.2f} m"
        for t in got
        for side, metres in one.size.items()
        if abs((seen := measured(t, side)) - metres) > SIZE_SLACK + 0.05 * metres
    ]


def measured(thing: Thing, side: str) -> float:
    """Metres of w(idth), h(eight), d(epth) or l(onger side)."""
    if side == "l":
        return thing.longest
    return float(2 * thing.box.half["whd".index(side)])
