"""The image stage: a picture of what was wished, as an answer or for a mesh to be made of."""

from __future__ import annotations

from dataclasses import dataclass

from consumers.handler import Context, Tasks, Watch, WrongInput
from consumers.image.port import Painter, Wish
from consumers.plugins import plugged
from consumers.settings import EngineSettings
from schemas.errors import MissingEngine, ScenestreamError
from schemas.events import AssetMissed, Event, ImageGenerated, PromptImproved
from schemas.flow import Stage
from streams.step import Outcome


@dataclass(frozen=True, slots=True)
class Draw:
    """Handles ``draw``: an improved prompt of a picture, or an asset that the library missed."""

    engine: Painter

    def __call__(self, event: Event, context: Context) -> Outcome:
        wish = event.data
        if not isinstance(wish, PromptImproved | AssetMissed):
            raise WrongInput(f"the image stage got {event.type}; {WrongInput.__doc__}")
        asked = Wish(wish.prompt, wish.recipe, alone=bool(wish.slot), seed=wish.recipe.seed)
        (picture,) = self.engine.paint([asked], [Watch(context, wish.label)])
        if isinstance(picture, ScenestreamError):
            raise picture
        context.check()
        drawn = ImageGenerated(
            slot=wish.slot,
            label=wish.label,
            prompt=wish.prompt,
            image=context.artifacts.put(picture.data, picture.media_type),
            recipe=wish.recipe,
            engine=self.engine.name,
            seed=wish.recipe.seed,
            stand_in=picture.stand_in,
        )
        return Outcome((drawn,))


def tasks(settings: EngineSettings) -> Tasks:
    """The stage's handlers with the engine that ``settings`` choose."""
    chosen = settings.engine(Stage.IMAGE)
    other: Painter | None = plugged(Stage.IMAGE, chosen, settings)
    if other is not None:
        return {"draw": Draw(other)}
    if chosen not in ("auto", "greybox"):
        raise MissingEngine(f"image has no engine {chosen!r}; known: greybox")
    from consumers.image.greybox_engine import GreyboxPainter

    return {"draw": Draw(GreyboxPainter())}
