"""What `scenestream audit` prints: a table and the reasons for people, JSON for programs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table

from ops.audit.tracing import Traced
from schemas.provenance import Provenance
from schemas.shipping import Judgement, Reason, Use, Verdict

OBJECTS_SHOWN = 3
SOURCES = {
    "log": "the log",
    "stamp": "the stamp in its bytes",
    "engine": "its engine's name in the log",
    "": "nothing",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A thing of the session, and whether it may be shipped."""

    traced: Traced
    judgement: Judgement


def show(where: str, use: Use, findings: Sequence[Finding]) -> None:
    """Print for people."""
    print(f"{where}, {_purpose(use)}")
    if not findings:
        print("there is nothing to ship")
        return
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for column in ("asset", "shown as", "made by", "verdict"):
        table.add_column(column, overflow="fold")
    for finding in findings:
        item = finding.traced.item
        made = made_by(finding.traced.provenance)
        table.add_row(item.name, _objects(item.objects), made, finding.judgement.verdict.words)
    print()
    # People's words are no markup: "[/b] chair" is a label like any other.
    Console(markup=False, emoji=False, highlight=False).print(table)
    for line in _reasons(findings):
        print(line)
    print()
    print(_summary(findings))


def document(where: dict[str, Any], use: Use, findings: Sequence[Finding]) -> dict[str, Any]:
    """For programs."""
    counts = Counter(finding.judgement.verdict for finding in findings)
    return {
        **where,
        "commercial": use.commercial,
        "territories": list(use.territories),
        "verdicts": {verdict.words: counts[verdict] for verdict in Verdict},
        "assets": [_asset(finding) for finding in findings],
    }


def made_by(provenance: Provenance | None) -> str:
    """What made it on which licence, and of what: "TRELLIS (MIT), of a picture by a person"."""
    if provenance is None:
        return "?"
    model = provenance.model
    name = f"{model.name} ({model.licence})" if model else "a person"
    others = dict.fromkeys(made_by(parent) for parent in provenance.parents)
    return ", of a picture by ".join([name, *(other for other in others if other != name)])


def _asset(finding: Finding) -> dict[str, Any]:
    traced, item = finding.traced, finding.traced.item
    return {
        "kind": item.kind,
        "name": item.name,
        "asset": item.asset or None,
        "sha256": item.artifact.sha256 if item.artifact else None,
        "objects": list(item.objects),
        "verdict": finding.judgement.verdict.words,
        "reasons": [_reason(reason) for reason in finding.judgement.reasons],
        "provenance": traced.provenance.model_dump(mode="json") if traced.provenance else None,
        "known_from": SOURCES[traced.source],
        "influenced_by": list(traced.influences),
    }


def _reason(reason: Reason) -> dict[str, Any]:
    model = reason.model
    return {
        "verdict": reason.verdict.words,
        "why": reason.why,
        "model": model.name if model else None,
        "revision": model.revision if model else None,
        "licence": model.licence if model else None,
        "licence_url": model.licence_url if model else None,
        "sha256": reason.sha256 or None,
    }


def _reasons(findings: Sequence[Finding]) -> Iterator[str]:
    """Every reason once, under its verdict and model, with the things that it is about."""
    about: dict[Reason, list[str]] = defaultdict(list)
    for finding in findings:
        for reason in finding.judgement.reasons:
            about[reason].append(finding.traced.item.name)
    for verdict in sorted(Verdict, reverse=True):
        of_models: dict[str, list[str]] = defaultdict(list)
        for reason, names in about.items():
            if reason.verdict is verdict:
                of_models[_terms(reason)].append(f"    {reason.why}{_of(names, findings)}")
        if of_models:
            yield ""
            yield verdict.words
            for terms, lines in of_models.items():
                yield f"  {terms}"
                yield from lines
    words = dict.fromkeys(name for finding in findings for name in finding.traced.influences)
    if words:
        yield ""
        yield f"influenced by {', '.join(words)}: words, whose models' terms do not bind these"


def _terms(reason: Reason) -> str:
    model = reason.model
    if model is None:
        return f"picture {reason.sha256[:12]}" if reason.sha256 else "of unknown making"
    revision = f" at {model.revision[:12]}" if model.revision else ""
    return f"{model.name}{revision}, {model.licence} {model.licence_url}".rstrip()


def _of(names: Sequence[str], findings: Sequence[Finding]) -> str:
    """Which things a reason is about; nothing where it is about all."""
    return "" if len(names) == len(findings) else f"  [{', '.join(dict.fromkeys(names))}]"


def _objects(names: Sequence[str]) -> str:
    more = f" and {len(names) - OBJECTS_SHOWN} more" if len(names) > OBJECTS_SHOWN else ""
    return ", ".join(names[:OBJECTS_SHOWN]) + more


def _purpose(use: Use) -> str:
    how = "for commercial use" if use.commercial else "for use without profit"
    return f"{how} in {', '.join(use.territories)}" if use.territories else how


def _summary(findings: Sequence[Finding]) -> str:
    counts = Counter(finding.judgement.verdict for finding in findings)
    told = [f"{counts[verdict]} {verdict.words}" for verdict in Verdict if counts[verdict]]
    return f"{len(findings)} in all: {', '.join(told)}"
