"""Where an asset comes from: the model that made it, on what terms, of what.

What belongs here: facts that go into events and files. What does not: whether an asset may be
shipped somewhere, which is asked of these facts (``schemas.shipping``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from pydantic import Field, JsonValue

from schemas.artifacts import ArtifactRef
from schemas.model import Frozen
from schemas.payload import Data

Commerce = Literal["yes", "conditions", "no"]
Short = Annotated[str, Field(max_length=300)]
"""Room for a sentence: cards go into every event and file of what their models made."""

UNKNOWN_LICENCE = "LicenseRef-unknown"
"""Of a model that nobody here knows the terms of."""
TERMS_UNKNOWN = "its terms are not known here: read its licence"

PROMPT_CHARS = 500
FITS = 12_000
"""Bytes of a provenance, so that an event with it stays below the log's 16 KiB."""


class ModelCard(Frozen):
    """A model and its terms. ``name``: as its publisher calls it, e.g. a repository's id.

    ``revision``: of its weights or code; "" where none is known. ``licence``: an SPDX identifier,
    or ``LicenseRef-`` and a name; ``licence_url``: its text. ``commercial``: whether what it makes
    may be used commercially; ``conditions`` says what has to be met. ``excluded``: where its
    licence does not hold: ISO 3166-1 alpha-2 codes, and ``EU``.
    """

    name: Short
    revision: Short = ""
    licence: Short
    licence_url: Short = ""
    commercial: Commerce = "yes"
    conditions: Annotated[tuple[Short, ...], Field(max_length=8)] = ()
    excluded: Annotated[tuple[Short, ...], Field(max_length=300)] = ()

    @property
    def is_unknown(self) -> bool:
        """Whether its terms are not known here: of a licence that is only named, too."""
        return self.licence == UNKNOWN_LICENCE or TERMS_UNKNOWN in self.conditions


def unknown_card(name: str, revision: str = "", licence: str = "") -> ModelCard:
    """The card of a model whose terms nobody here knows. ``licence``: what its files call it."""
    return ModelCard(
        name=name,
        revision=revision,
        licence=licence or UNKNOWN_LICENCE,
        commercial="conditions",
        conditions=(TERMS_UNKNOWN,),
    )


class Provenance(Frozen):
    """How a picture or a mesh came to be.

    ``model`` made it; None: a person brought it, on terms that are not known here. ``engine``: what
    ran the model, as events name it. ``prompt``: the words that it was given, the beginning of long
    ones; ``prompt_by``: the engine that wrote them. ``seed``, ``parameters``: what it was run with.
    ``parents``: what it was made of. ``sha256``: of the bytes; "" in a stamp, which lies in them.
    ``territory``: where it was made, an ISO 3166-1 code or ``EU``, as the operator says; "": nobody
    said. ``version``: of the program that ran the model. There is no time in it: the same recipe
    gives the same bytes.
    """

    kind: Literal["picture", "mesh"]
    model: ModelCard | None = None
    engine: str = ""
    prompt: str = ""
    prompt_by: str = ""
    seed: int = 0
    parameters: dict[str, JsonValue] = Field(default_factory=dict)
    parents: tuple[Provenance, ...] = ()
    sha256: str = ""
    territory: str = ""
    version: str = ""

    def chain(self) -> Iterator[Provenance]:
        """This, and all that it was made of, the nearest first."""
        yield self
        for parent in self.parents:
            yield from parent.chain()

    def fitting(self) -> Provenance:
        """This, without the longest of what it says where that is more than an event takes. Models
        and terms always stay."""
        lean = self
        for own, behind in _LEANER:
            lean = self._without(own, behind)
            if len(lean.model_dump_json(exclude_defaults=True).encode()) <= FITS:
                break
        return lean

    def _without(self, own: Sequence[str], behind: Sequence[str]) -> Provenance:
        parents = tuple(parent._without(behind, behind) for parent in self.parents)
        said = {
            name: field.get_default(call_default_factory=True)
            for name, field in Provenance.model_fields.items()
            if name in own
        }
        return self.model_copy(update={**said, "parents": parents})


_LEANER: Sequence[tuple[Sequence[str], Sequence[str]]] = (
    ((), ()),
    ((), ("parameters",)),
    (("parameters",), ("parameters",)),
    (("parameters", "prompt"), ("parameters", "prompt")),
)
"""What is left out of a long one, and of what is behind it: as little as does."""


class ProvenanceRecorded(Data):
    """How what a step made came to be. ``artifacts``: its bytes, of all levels of detail, and
    whatever else was made of it in the same step."""

    type = "provenance.recorded"
    artifacts: tuple[ArtifactRef, ...]
    provenance: Provenance
