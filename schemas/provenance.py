"""Where an asset comes from: the model that made it, on what terms, of what.

What belongs here: facts that go into events and files. What does not: whether an asset may be
shipped somewhere, which is asked of these facts.
"""

from __future__ import annotations

from typing import Literal

from schemas.model import Frozen

Commerce = Literal["yes", "conditions", "no"]

UNKNOWN_LICENCE = "LicenseRef-unknown"
"""Of a model that nobody here knows the terms of."""


class ModelCard(Frozen):
    """A model and its terms. ``name``: as its publisher calls it, e.g. a repository's id.

    ``revision``: of its weights or code; "" where none is known. ``licence``: an SPDX identifier,
    or ``LicenseRef-`` and a name; ``licence_url``: its text. ``commercial``: whether what it makes
    may be used commercially; ``conditions`` says what has to be met. ``excluded``: where its
    licence does not hold: ISO 3166-1 alpha-2 codes, and ``EU``.
    """

    name: str
    revision: str = ""
    licence: str
    licence_url: str = ""
    commercial: Commerce = "yes"
    conditions: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    @property
    def is_unknown(self) -> bool:
        """Whether its terms are not known here: of a licence that is only named, too."""
        return self.licence == UNKNOWN_LICENCE or TERMS_UNKNOWN in self.conditions


TERMS_UNKNOWN = "its terms are not known here: read its licence"


def unknown_card(name: str, revision: str = "", licence: str = "") -> ModelCard:
    """The card of a model whose terms nobody here knows. ``licence``: what its files call it."""
    return ModelCard(
        name=name,
        revision=revision,
        licence=licence or UNKNOWN_LICENCE,
        commercial="conditions",
        conditions=(TERMS_UNKNOWN,),
    )
