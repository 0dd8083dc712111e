"""The recipe of an embedded ("greybox") asset: everything its parametric model needs.

A recipe travels in events from the prompt stage to the image and mesh stages, so that the picture
and the mesh of one wish agree. It is data; the builders live in ``consumers/greybox``.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from schemas.model import Frozen, HexColor

Extent = Annotated[float, Field(gt=0.0, le=500.0)]


class Recipe(Frozen):
    """What to build.

    ``noun``: a name of the noun table (``consumers/lexicon/words/nouns.toml``), or "" for a thing
    that the table does not know, which becomes a sized, labelled stand-in.
    ``label``: the words of the wish, singular, e.g. "red wooden chair".
    ``size``: metres, (width x, height y, depth z), glTF frame: right-handed, Y up, front +Z.
    ``color``: the main part's colour, sRGB; None = the noun's own.
    ``material``: the main part's material (a name of ``consumers/lexicon/words/materials.toml``);
    None = the noun's own. ``seed`` varies organic shapes; the same recipe gives the same bytes.
    """

    noun: str = ""
    label: str
    size: tuple[Extent, Extent, Extent]
    color: HexColor | None = None
    material: str | None = None
    seed: int = 0

    @property
    def known(self) -> bool:
        """Whether a parametric model exists for the noun, as opposed to a stand-in."""
        return self.noun != ""
