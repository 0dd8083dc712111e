"""The frozen pydantic model every schema inherits, and the scalar types they share.

What belongs here: the model configuration and vector types. What does not: any event or
scene type, which have modules of their own.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, JsonValue, SkipValidation


class Frozen(BaseModel):
    """An immutable value. Unknown members are kept out: a typo is an error, not a guess."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def tag(kind: str) -> Any:
    """The default of a member that tells its model from the others of a union.

    Made anew each time, so that it is no default to pydantic, and is always written.
    """
    return Field(default_factory=lambda _: kind)


class Vec3(Frozen):
    """Three finite numbers; the owner's docstring gives unit and frame."""

    x: float = 0.0
    y: float = 0.0
    z: float = 0.0


HexColor = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
"""An sRGB colour as ``#rrggbb``, lower case."""

Operation = dict[str, Annotated[JsonValue, SkipValidation]]
"""One operation of an RFC 6902 patch. What it puts where is checked when it is applied, not when it
is read: an event's JSON is JSON."""
