"""The image stage: a picture of what was wished, as an answer or for a mesh to be made of."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial

from consumers.handler import Context, Tasks, Watch, WrongInput
from consumers.image.lodged import lodged
from consumers.image.options import read as read_options
from consumers.image.port import Painter, Picture, Wish
from consumers.names import part
from consumers.plugins import plugged
from consumers.provenance.making import provenance_of
from consumers.provenance.pictures import stamp
from consumers.settings import EngineSettings
from schemas.errors import MissingEngine, ScenestreamError
from schemas.events import AssetMissed, Event, ImageGenerated, PromptImproved, ProvenanceRecorded
from schemas.flow import Stage
from streams.step import Outcome

WISHES = (PromptImproved, AssetMissed)


@dataclass(frozen=True, slots=True)
class Draw:
    """Handles ``draw``: an improved prompt of a picture, or an asset that the library missed.

    Implements ``consumers.handler.BatchHandler``: an engine may draw several at once.
    """

    engine: Painter
    territory: str = ""

    @property
    def batch(self) -> int:
        return self.engine.batch

    def alike(self, event: Event) -> Hashable:
        return self.engine.alike(_wish(event.data)) if isinstance(event.data, WISHES) else None

    def __call__(self, event: Event, context: Context) -> Outcome:
        (outcome,) = self.together([(event, context)])
        if isinstance(outcome, ScenestreamError):
            raise outcome
        return outcome

    def together(
        self, work: Sequence[tuple[Event, Context]]
    ) -> Sequence[Outcome | ScenestreamError]:
        wished = [_wished(event) for event, _ in work]
        watches = [
            Watch(context, wish.label) for wish, (_, context) in zip(wished, work, strict=True)
        ]
        drawn = self.engine.paint([_wish(wish) for wish in wished], watches)
        return [
            self._outcome(wish, picture, context)
            for wish, picture, (_, context) in zip(wished, drawn, work, strict=True)
        ]

    def _outcome(
        self,
        wish: PromptImproved | AssetMissed,
        picture: Picture | ScenestreamError,
        context: Context,
    ) -> Outcome | ScenestreamError:
        if isinstance(picture, ScenestreamError):
            return picture
        provenance = provenance_of(
            "picture",
            self.engine,
            self.territory,
            prompt=wish.prompt,
            prompt_by=wish.engine if isinstance(wish, PromptImproved) else wish.prompt_by,
            seed=wish.recipe.seed,
            parameters=picture.parameters,
        )
        try:
            context.check()
            stamped = stamp(picture.data, picture.media_type, provenance)
            image = context.artifacts.put(stamped, picture.media_type)
        except ScenestreamError as failed:
            return failed
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


def _wished(event: Event) -> PromptImproved | AssetMissed:
    if not isinstance(event.data, WISHES):
        raise WrongInput(f"the image stage got {event.type}; {WrongInput.__doc__}")
    return event.data


def _wish(wish: PromptImproved | AssetMissed) -> Wish:
    return Wish(wish.prompt, wish.recipe, alone=bool(wish.slot), seed=wish.recipe.seed)


def tasks(settings: EngineSettings) -> Tasks:
    """The stage's handlers with the engine that ``settings`` choose."""
    chosen = settings.engine(Stage.IMAGE)
    other: Painter | None = plugged(Stage.IMAGE, chosen, settings)
    engine = other if other is not None else _own(chosen, settings)
    return {"draw": Draw(engine, settings.territory)}


def _own(chosen: str, settings: EngineSettings) -> Painter:
    engine, model = part(chosen)
    if engine == "diffusers" and model:
        from consumers.image.diffusers_engine import DiffusersPainter, alike

        options = read_options(settings.options.get(Stage.IMAGE, {}))
        if settings.residency is None:
            return DiffusersPainter.load(model, options)
        load = partial(DiffusersPainter.load, model, options, settings.residency.has_mib)
        return lodged(settings.residency, chosen, load, alike)
    if chosen not in ("auto", "greybox"):
        raise MissingEngine(f"image has no engine {chosen!r}; known: greybox, diffusers:MODEL")
    from consumers.image.greybox_engine import GreyboxPainter

    return GreyboxPainter()
