"""What `scenestream audit` prints for people."""

from __future__ import annotations

import pytest

from ops.audit import telling
from ops.audit.inventory import Item
from ops.audit.telling import Finding, made_by
from ops.audit.tracing import Traced
from schemas.artifacts import GLB
from schemas.provenance import Provenance
from schemas.shipping import Use, judge
from tests.golden.samples import MADE, ref

TERMS = "tencent/Hunyuan3D-2 (LicenseRef-Tencent-Hunyuan-3D-Community)"


def finding(name: str, provenance: Provenance | None, *objects: str) -> Finding:
    item = Item("mesh", name, ref("b", GLB), objects=objects)
    traced = Traced(item, provenance, "log", ("ollama:llama3.1",))
    return Finding(traced, judge(provenance, Use(True, ("EU",))))


def printed(capsys: pytest.CaptureFixture[str], *findings: Finding) -> str:
    telling.show("session x, revision 1", Use(True, ("EU",)), findings)
    return capsys.readouterr().out


@pytest.mark.parametrize("name", ["[/b] chair", "[red]", ":smile: стул", "a\\[b]"])
def test_names_are_printed_as_people_wrote_them(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert name in printed(capsys, finding(name, None))


def test_a_reason_names_its_things_where_it_is_not_about_all(
    capsys: pytest.CaptureFixture[str],
) -> None:
    free = Provenance(kind="mesh", model=MADE.model, territory="US")
    said = printed(capsys, finding("chair", MADE, *"abcde"), finding("table", free))
    assert "its licence does not hold in EU\n" in said
    assert "not known here  [chair]\n" in said
    assert f"picture {'c' * 12}" in said
    assert "a, b, c and 2" in said
    assert "2 in all: 2 may not ship" in said
    assert "influenced by ollama:llama3.1" in said


def test_who_made_it_is_told_along_the_chain() -> None:
    assert made_by(None) == "?"
    assert made_by(MADE) == f"{TERMS}, of a picture by a person"
    twice = Provenance(
        kind="mesh", model=MADE.model, parents=(Provenance(kind="picture", model=MADE.model),)
    )
    assert made_by(twice) == TERMS
