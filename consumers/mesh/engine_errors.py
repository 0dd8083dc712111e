"""Why a model can not be run here, or made nothing of use. Each message: the cause, the remedy.

What does not belong here: what is wrong with a picture (``errors``), and running out of a device's
memory (``consumers.handler``).
"""

from __future__ import annotations

from schemas.errors import BadInput, MissingEngine


class SculptorUnavailable(MissingEngine):
    """A mesh engine can not start on this machine until somebody brings what it lacks.

    ``engine``: its name. ``reason``: what is missing: package, weights, device, memory, licence.
    ``remedy``: what brings it. The message also says what runs without.
    """

    def __init__(self, engine: str, reason: str, remedy: str) -> None:
        self.engine, self.reason, self.remedy = engine, reason, remedy
        super().__init__(
            f"mesh engine {engine} can not start, {self.told}; until then, "
            "`--engine mesh=greybox` needs nothing"
        )

    @property
    def told(self) -> str:
        """The cause and the remedy alone."""
        return f"{self.reason}: {self.remedy}"


class OutsideTerritory(SculptorUnavailable):
    """The model's licence does not hold where this process runs, or nobody says where that is.

    ``territory``: an ISO 3166-1 code or ``EU``; "" where nobody says.
    """

    def __init__(self, engine: str, licence: str, excluded: str, territory: str) -> None:
        self.territory = territory
        if territory:
            reason = f"its licence ({licence}) does not hold in {territory}"
            remedy = "it may be run and its meshes be used elsewhere only; take another engine"
        else:
            reason = f"its licence ({licence}) does not hold in {excluded}, and nobody says where "
            reason += "this process runs"
            remedy = (
                "if it runs in another place, say so by SCENESTREAM_TERRITORY=US, or "
                'territory = "US" in scenestream.toml, an ISO 3166-1 code'
            )
        super().__init__(engine, reason, remedy)


class NothingMade(BadInput):
    """A model made no surface at all of a picture."""

    def __init__(self, engine: str, why: str = "its mesh is empty") -> None:
        self.engine = engine
        super().__init__(
            f"{engine} made no shape of the picture ({why}); show the whole thing, larger and on a "
            "plain background, or try another seed or engine"
        )


class BrokenMesh(BadInput):
    """A model made a mesh that is none: places that are no numbers, or all in one plane's point."""

    def __init__(self, engine: str, what: str) -> None:
        self.engine, self.what = engine, what
        super().__init__(
            f"{engine} made a mesh that can not be used ({what}); try another seed, another "
            "picture or another engine"
        )
