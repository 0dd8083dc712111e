"""The terms of the models that engines run: one table, ``cards.toml``, with its sources.

What belongs here: finding a model's card by its name. What does not: whether what it made may be
shipped (``schemas.shipping``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files

from schemas.provenance import ModelCard, unknown_card


class KnownCard(ModelCard):
    """A row of the table. ``models``: names it is for; ``source``: where its terms were read."""

    name: str = ""
    models: tuple[str, ...]
    source: str


def card(name: str, revision: str = "", licence: str = "") -> ModelCard:
    """The card of the model ``name``, of those weights.

    One that the table does not know has the ``licence`` that its own files tell, an SPDX identifier
    ("": they tell none), and its terms are unknown.
    """
    for row in known():
        if any(fnmatchcase(name.lower(), model) for model in row.models):
            terms = row.model_dump(exclude={"models", "source", "name", "revision"})
            return ModelCard(name=name, revision=revision, **terms)
    return unknown_card(name, revision, licence)


def card_of_engine(engine: str) -> ModelCard:
    """The card of what an event's ``engine`` names: ``ENGINE:MODEL``, or an engine alone."""
    _, _, model = engine.partition(":")
    found = card(engine)
    return card(model) if model and found.is_unknown else found


@cache
def known() -> Sequence[KnownCard]:
    """The table's rows."""
    text = files("consumers").joinpath("cards.toml").read_text("utf-8")
    return [KnownCard.model_validate(row) for row in tomllib.loads(text)["card"]]
