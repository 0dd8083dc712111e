"""Whether an asset may be shipped: what the terms of all that it was made of say of a use. Pure.

Everything in the chain counts: a mesh that a free model made of a picture which must not be sold
must not be sold. The models that wrote the words do not: their terms bind no outputs of others
(``ops/decisions/0027-provenance-and-audits.md``). What does not belong here: finding the chain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from schemas.provenance import TERMS_UNKNOWN, ModelCard, Provenance
from schemas.territories import is_known, overlap, told

NOT_KNOWN = "a person brought it: its terms are theirs, and not known here"


class Verdict(IntEnum):
    """What may be done, the worst last."""

    OK = 0
    CONDITIONS = 1
    UNKNOWN = 2
    NO = 3

    @property
    def words(self) -> str:
        return ("ok", "conditions", "unknown", "may not ship")[self]


@dataclass(frozen=True, slots=True)
class Use:
    """What is meant to be done. ``territories``: where, ISO 3166-1 codes and groups; none: that is
    left open, and excluded places are conditions."""

    commercial: bool = False
    territories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """What is to be heeded of one link of the chain. ``sha256``: of what a person brought."""

    verdict: Verdict
    why: str
    model: ModelCard | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """``verdict``: the worst of the ``reasons``; ok without any."""

    reasons: tuple[Reason, ...] = ()

    @property
    def verdict(self) -> Verdict:
        return max((reason.verdict for reason in self.reasons), default=Verdict.OK)


def judge(provenance: Provenance | None, use: Use) -> Judgement:
    """What ``use`` of an asset comes to. None: nobody knows how it was made."""
    if provenance is None:
        return Judgement((Reason(Verdict.UNKNOWN, "nothing tells how it was made"),))
    reasons = dict.fromkeys(reason for link in provenance.chain() for reason in _reasons(link, use))
    return Judgement(tuple(sorted(reasons, key=lambda reason: -reason.verdict)))


def _reasons(link: Provenance, use: Use) -> Iterator[Reason]:
    model = link.model
    if model is None:
        yield Reason(Verdict.UNKNOWN, NOT_KNOWN, None, link.sha256)
        return
    if model.is_unknown:
        yield Reason(Verdict.UNKNOWN, TERMS_UNKNOWN, model)
    for why in model.conditions:
        if why != TERMS_UNKNOWN:
            yield Reason(Verdict.CONDITIONS, why, model)
    if model.commercial == "no":
        worst = Verdict.NO if use.commercial else Verdict.CONDITIONS
        yield Reason(worst, "its licence allows no commercial use", model)
    yield from _of_places(link, model, use)


def _of_places(link: Provenance, model: ModelCard, use: Use) -> Iterator[Reason]:
    """Where its licence does not hold, it may neither be shipped nor have been made."""
    if not model.excluded:
        return
    places, excluded = ", ".join(model.excluded), [p for p in model.excluded if is_known(p)]
    if len(excluded) < len(model.excluded):
        yield Reason(Verdict.UNKNOWN, f"nobody here knows where all of {places} is", model)
    shipped = overlap(use.territories, excluded)
    if shipped:
        yield Reason(Verdict.NO, f"its licence does not hold in {told(shipped)}", model)
    elif not use.territories:
        yield Reason(Verdict.CONDITIONS, f"its licence does not hold in {places}", model)
    yield from _of_its_place(link.territory, model, excluded)


def _of_its_place(made_in: str, model: ModelCard, excluded: Sequence[str]) -> Iterator[Reason]:
    only = f"its licence holds for nothing made in {', '.join(model.excluded)}"
    if not made_in:
        yield Reason(Verdict.CONDITIONS, f"{only}, and nobody said where this was", model)
    elif not is_known(made_in):
        yield Reason(Verdict.UNKNOWN, f"{only}, and nobody knows where {made_in} is", model)
    elif overlap([made_in], excluded):
        why = f"it was made in {made_in}, where its licence does not hold"
        yield Reason(Verdict.NO, why, model)
