"""What a stage says of what its engine made: for the event, and for the stamp in the bytes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version
from typing import Literal, Protocol

from pydantic import JsonValue

from consumers.cards import card_of_engine
from consumers.provenance import glb
from schemas.events import ImageGenerated
from schemas.provenance import PROMPT_CHARS, ModelCard, Provenance


class Engine(Protocol):
    """What made it: a painter, a sculptor."""

    @property
    def name(self) -> str: ...

    @property
    def card(self) -> ModelCard: ...


def provenance_of(
    kind: Literal["picture", "mesh"],
    engine: Engine,
    territory: str,
    *,
    prompt: str,
    prompt_by: str = "",
    seed: int = 0,
    parameters: Mapping[str, JsonValue],
    parents: Sequence[Provenance] = (),
) -> Provenance:
    """How what ``engine`` made in ``territory`` came to be; the rest as ``Provenance`` has it."""
    return Provenance(
        kind=kind,
        model=engine.card,
        engine=engine.name,
        prompt=_text(prompt[:PROMPT_CHARS]),
        prompt_by=prompt_by,
        seed=seed,
        parameters={_text(name): _plain(value) for name, value in parameters.items()},
        parents=tuple(parents),
        territory=territory,
        version=_version(),
    ).fitting()


def brought(sha256: str) -> Provenance:
    """That a person, or a person's program, brought the picture of that hash."""
    return Provenance(kind="picture", sha256=sha256)


def picture_of(event: ImageGenerated, stamp: Provenance | None) -> Provenance:
    """How the picture of ``event`` came to be: as the ``stamp`` in its bytes says; in one without,
    which an earlier version or an engine of another format drew, as far as the event tells."""
    if stamp is not None:
        return stamp.model_copy(update={"sha256": event.image.sha256})
    return Provenance(
        kind="picture",
        model=card_of_engine(event.engine),
        engine=event.engine,
        prompt=_text(event.prompt[:PROMPT_CHARS]),
        seed=event.seed,
        sha256=event.image.sha256,
    )


def as_stamped_before(made_here: Provenance, mesh: bytes) -> Provenance:
    """``made_here``, by the model that the stamp in ``mesh`` names, if it has one: an engine that
    only asks another server, whose terms nobody knows, passes on what that one says of itself."""
    if made_here.model is None or not made_here.model.is_unknown:
        return made_here
    before = glb.read(mesh)
    if before is None:
        return made_here
    heard = {
        "model": before.model,
        "territory": before.territory or made_here.territory,
        "parameters": {**before.parameters, **made_here.parameters},
    }
    return made_here.model_copy(update=heard).fitting()


def _plain(value: JsonValue) -> JsonValue:
    """``value`` as JSON can say it: numbers that it has no way to write become their names."""
    match value:
        case dict():
            return {_text(name): _plain(member) for name, member in value.items()}
        case list():
            return [_plain(member) for member in value]
        case float() if not math.isfinite(value):
            return str(value)
        case str():
            return _text(value)
        case _:
            return value


def _text(text: str) -> str:
    """Half a surrogate pair, which JSON's escapes let in, is no text: UTF-8 has "?" for it."""
    return text.encode(errors="replace").decode()


@cache
def _version() -> str:
    return version("scenestream")
