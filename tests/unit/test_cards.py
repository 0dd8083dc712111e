"""The table of models and their terms."""

from __future__ import annotations

import re

import pytest

from consumers.cards import card, card_of_engine, known
from consumers.greybox.card import GREYBOX
from schemas.provenance import UNKNOWN_LICENCE
from schemas.territories import GROUPS, territory

SPDX = {"Apache-2.0", "MIT", "BSD-2-Clause"}


@pytest.mark.parametrize(
    ("model", "licence", "commercial", "excluded"),
    [
        ("scenestream/greybox", "Apache-2.0", "yes", ()),
        ("pocketsphinx:mixed-en", "BSD-2-Clause", "yes", ()),
        ("Systran/faster-whisper-small", "MIT", "yes", ()),
        (
            "stabilityai/stable-diffusion-3.5-medium",
            "LicenseRef-Stability-AI-Community",
            "conditions",
            (),
        ),
        ("black-forest-labs/FLUX.1-schnell", "Apache-2.0", "yes", ()),
        ("black-forest-labs/FLUX.1-dev", "LicenseRef-FLUX.1-dev-Non-Commercial", "conditions", ()),
        ("microsoft/TRELLIS-image-large", "MIT", "conditions", ()),
        ("microsoft/TRELLIS.2-4B", "MIT", "conditions", ()),
        (
            "tencent/Hunyuan3D-2mini",
            "LicenseRef-Tencent-Hunyuan-3D-Community",
            "conditions",
            ("EU", "GB", "KR"),
        ),
        ("facebook/sam-3d-objects", "LicenseRef-SAM", "conditions", ()),
    ],
)
def test_a_known_model_has_its_terms(
    model: str, licence: str, commercial: str, excluded: tuple[str, ...]
) -> None:
    found = card(model, "rev1")
    assert (found.name, found.revision) == (model, "rev1")
    assert (found.licence, found.commercial, found.excluded) == (licence, commercial, excluded)
    assert not found.is_unknown


def test_what_the_table_does_not_know_is_never_taken_for_free() -> None:
    found = card("somebody/finetune", licence="apache-2.0")
    assert (found.licence, found.commercial, found.is_unknown) == ("apache-2.0", "conditions", True)
    assert card("somebody/finetune").licence == UNKNOWN_LICENCE


def test_an_engines_name_leads_to_its_models_card() -> None:
    assert card_of_engine("hunyuan3d:tencent/Hunyuan3D-2mini").name.startswith("hunyuan3d:")
    assert card_of_engine("hunyuan3d:/models/mine").excluded == ("EU", "GB", "KR")
    assert card_of_engine("diffusers:black-forest-labs/FLUX.1-schnell").licence == "Apache-2.0"
    assert card_of_engine("clay").is_unknown


def test_the_embedded_engines_card_is_the_tables() -> None:
    assert card("scenestream/greybox") == GREYBOX


def test_every_row_says_where_its_terms_were_read() -> None:
    for row in known():
        assert row.source
        assert row.licence_url.startswith("https://")
        assert row.licence in SPDX or re.fullmatch(r"LicenseRef-[A-Za-z0-9.-]+", row.licence)
        assert all(model == model.lower() for model in row.models), "case does not count"
        assert (row.commercial == "conditions") == bool(row.conditions)
        assert all(place in GROUPS or territory(place) == place for place in row.excluded)
