"""What may be shipped: territories x commerce x what an asset was made of."""

from __future__ import annotations

import pytest

from consumers.cards import card
from schemas.provenance import ModelCard, Provenance, unknown_card
from schemas.shipping import NOT_KNOWN, Use, Verdict, judge
from schemas.territories import UnknownTerritory

OURS = card("scenestream/greybox")
SCHNELL = card("black-forest-labs/FLUX.1-schnell")
SD35 = card("stabilityai/stable-diffusion-3.5-medium")
HUNYUAN = card("tencent/Hunyuan3D-2")
TRELLIS = card("microsoft/TRELLIS-image-large")
RESEARCH = ModelCard(name="lab/research", licence="CC-BY-NC-4.0", commercial="no")
UNKNOWN = unknown_card("somebody/finetune")
OK, CONDITIONS, NOT, MAYBE = Verdict.OK, Verdict.CONDITIONS, Verdict.NO, Verdict.UNKNOWN


def picture(model: ModelCard | None) -> Provenance:
    return Provenance(kind="picture", model=model, territory="US", sha256="c" * 64)


def mesh(model: ModelCard, of: Provenance, territory: str = "US") -> Provenance:
    return Provenance(kind="mesh", model=model, parents=(of,), territory=territory)


FREE = mesh(OURS, picture(OURS))
HUNYUAN_MESH = mesh(HUNYUAN, picture(SCHNELL))


@pytest.mark.parametrize(
    ("provenance", "commercial", "territories", "verdict"),
    [
        (FREE, False, (), OK),
        (FREE, True, ("EU", "GB", "KR", "US"), OK),
        (FREE, True, ("WORLD",), OK),
        (mesh(OURS, picture(SD35)), False, (), CONDITIONS),
        (mesh(OURS, picture(SD35)), True, ("EU",), CONDITIONS),
        (mesh(TRELLIS, picture(SCHNELL)), True, ("EU",), CONDITIONS),
        (HUNYUAN_MESH, False, (), CONDITIONS),
        (HUNYUAN_MESH, False, ("US",), CONDITIONS),
        (HUNYUAN_MESH, False, ("EU",), NOT),
        (HUNYUAN_MESH, True, ("DE",), NOT),
        (HUNYUAN_MESH, True, ("uk",), NOT),
        (HUNYUAN_MESH, True, ("US", "KR"), NOT),
        (HUNYUAN_MESH, True, ("RE",), NOT),  # Réunion is of the Union
        (HUNYUAN_MESH, True, ("CH", "NO", "US"), CONDITIONS),
        (HUNYUAN_MESH, True, ("WORLD",), NOT),
        (mesh(HUNYUAN, picture(SCHNELL), "DE"), True, ("US",), NOT),  # it was made there
        (mesh(OURS, picture(RESEARCH)), True, ("US",), NOT),  # its picture must not be sold
        (mesh(OURS, picture(RESEARCH)), False, ("US",), CONDITIONS),
        (mesh(OURS, picture(None)), False, (), MAYBE),
        (mesh(UNKNOWN, picture(OURS)), False, (), MAYBE),
        (mesh(UNKNOWN, picture(RESEARCH)), True, (), NOT),
        (mesh(HUNYUAN, picture(None)), True, ("EU",), NOT),
        (mesh(HUNYUAN, picture(None)), True, ("US",), MAYBE),
        (None, False, (), MAYBE),
    ],
)
def test_whether_it_may_be_shipped(
    provenance: Provenance | None,
    commercial: bool,
    territories: tuple[str, ...],
    verdict: Verdict,
) -> None:
    assert judge(provenance, Use(commercial, territories)).verdict is verdict


def test_every_link_of_the_chain_says_what_it_wants() -> None:
    found = judge(mesh(HUNYUAN, picture(SD35)), Use(True, ("FR", "US")))
    worst = found.reasons[0]
    assert (worst.verdict, worst.why) == (NOT, "its licence does not hold in FR")
    asked = {r.model.name for r in found.reasons if r.model is not None}
    assert asked == {HUNYUAN.name, SD35.name}
    wanted = {*HUNYUAN.conditions, *SD35.conditions}
    assert wanted <= {r.why for r in found.reasons}


def test_the_worst_is_said_first_and_nothing_twice() -> None:
    twice = Provenance(kind="mesh", model=SD35, parents=(picture(SD35),))
    found = judge(twice, Use()).reasons
    assert len(found) == len(SD35.conditions)
    verdicts = [r.verdict for r in judge(mesh(HUNYUAN, picture(None)), Use(True, ("EU",))).reasons]
    assert verdicts == sorted(verdicts, reverse=True)


def test_what_a_person_brought_is_named_by_its_bytes() -> None:
    (reason,) = judge(mesh(OURS, picture(None)), Use()).reasons
    assert (reason.why, reason.sha256, reason.model) == (NOT_KNOWN, "c" * 64, None)


@pytest.mark.parametrize("territory", ["", "US"])
def test_that_nobody_said_where_it_was_made_is_told_where_it_matters(territory: str) -> None:
    made = mesh(HUNYUAN, picture(OURS), territory)
    told = [r.why for r in judge(made, Use(False, ("US",))).reasons if "nobody said where" in r.why]
    assert bool(told) is not bool(territory)


@pytest.mark.parametrize("territory", ["", "US"])
def test_where_a_free_model_ran_does_not_matter(territory: str) -> None:
    assert judge(mesh(OURS, picture(OURS), territory), Use(True, ("EU",))).reasons == ()


def test_a_place_that_nobody_knows_is_not_taken_for_nowhere() -> None:
    odd = ModelCard(name="lab/x", licence="x", excluded=("Europe", "KR"))
    assert judge(mesh(odd, picture(OURS)), Use(False, ("US",))).verdict is MAYBE
    assert judge(mesh(odd, picture(OURS)), Use(False, ("KR",))).verdict is NOT
    somewhere = mesh(HUNYUAN, picture(OURS), "Atlantis")
    assert judge(somewhere, Use(False, ("US",))).verdict is MAYBE


def test_a_territory_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownTerritory):
        judge(HUNYUAN_MESH, Use(False, ("Europe",)))


def test_verdicts_have_words() -> None:
    assert [verdict.words for verdict in Verdict] == ["ok", "conditions", "unknown", "may not ship"]
