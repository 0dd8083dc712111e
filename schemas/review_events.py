"""What people answer to a decomposition that is shown to them before anything of it is made."""

from __future__ import annotations

from schemas.payload import Data


class DecompositionApproved(Data):
    """The request's ``step``-th action is built as it was told. ``command``: that of the answer."""

    type = "decomposition.approved"
    step: int = 0
    command: str = ""


class DecompositionChanged(Data):
    """It is to be otherwise, as ``text`` says ("without the cat"), and told again. ``command``: as
    above."""

    type = "decomposition.changed"
    step: int = 0
    text: str
    command: str = ""
