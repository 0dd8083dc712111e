"""The image stage: a picture of what was wished, as an answer or for a mesh to be made of."""

from __future__ import annotations

from dataclasses import dataclass

from consumers.handler import Context, Tasks, Watch, WrongInput
from consumers.image.port import Painter, Wish
from consumers.plugins import plugged
from consumers.provenance.making import provenance_of
from consumers.provenance.pictures import stamp
from consumers.settings import EngineSettings
from schemas.errors import MissingEngine, ScenestreamError
from schemas.events import AssetMissed, Event, ImageGenerated, PromptImproved, ProvenanceRecorded
from schemas.flow import Stage
from streams.step import Outcome


@dataclass(frozen=True, slots=True)
class Draw:
    """Handles ``draw``: an improved prompt of a picture, or an asset that the library missed."""

    engine: Painter
    territory: str = ""

    def __call__(self, event: Event, context: Context) -> Outcome:
        wish = event.data
        if not isinstance(wish, PromptImproved | AssetMissed):
            raise WrongInput(f"the image stage got {event.type}; {WrongInput.__doc__}")
        asked = Wish(wish.prompt, wish.recipe, alone=bool(wish.slot), seed=wish.recipe.seed)
        (picture,) = self.engine.paint([asked], [Watch(context, wish.label)])
        if isinstance(picture, ScenestreamError):
            raise picture
        context.check()
        provenance = provenance_of(
            "picture",
            self.engine,
            self.territory,
            prompt=wish.prompt,
            prompt_by=wish.engine,
            seed=wish.recipe.seed,
            parameters=picture.parameters,
        )
        stamped = stamp(picture.data, picture.media_type, provenance)
        image = context.artifacts.put(stamped, picture.media_type)
        drawn = ImageGenerated(
            slot=wish.slot,
            label=wish.label,
            prompt=wish.prompt,
            image=image,
            recipe=wish.recipe,
            engine=self.engine.name,
            seed=wish.recipe.seed,
            stand_in=picture.stand_in,
        )
        recorded = ProvenanceRecorded(artifacts=(image,), provenance=provenance)
        return Outcome((drawn, recorded))


def tasks(settings: EngineSettings) -> Tasks:
    """The stage's handlers with the engine that ``settings`` choose."""
    chosen = settings.engine(Stage.IMAGE)
    other: Painter | None = plugged(Stage.IMAGE, chosen, settings)
    if other is not None:
        return {"draw": Draw(other, settings.territory)}
    if chosen not in ("auto", "greybox"):
        raise MissingEngine(f"image has no engine {chosen!r}; known: greybox")
    from consumers.image.greybox_engine import GreyboxPainter

    return {"draw": Draw(GreyboxPainter(), settings.territory)}
