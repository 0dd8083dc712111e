"""The decomposition on a language model: what it says, held against the words and the tables.

The model names things, how many, how they look and how they stand to one another; ids, slots,
recipes and the counting out are the lexicon's, as with the rules. An answer of no use makes the
rules decide, and the event says so.
"""

from __future__ import annotations

import re
from typing import Literal

from pydantic import BaseModel, Field

from consumers.chat.asking import as_data, ask
from consumers.chat.inquiry import Inquiry
from consumers.chat.models import ChatModel
from consumers.chat.things import SHELL, ThingSaid, Words, doubts, exact, phrase_of, tidy
from consumers.decompose.rules import decompose
from consumers.lexicon.sentences import compounds
from consumers.lexicon.sentences.expansion import MOST_WISHES, expand
from consumers.lexicon.sentences.reading import Link, Reading, Thing
from consumers.lexicon.sentences.settings import named_setting
from consumers.lexicon.words.colors import parse_color
from schemas.decomposition import Decomposition, LightWish, Relation, RelationKind, Setting

ROLE = (
    "You plan 3D scenes. From a person's words, list the objects that the scene needs: every one "
    "they name, with the number they say; only if they name no object, those that such a place "
    "usually has. No floor, walls, ceiling, people or extras that were not asked for. Say how "
    "objects stand to one another as the words do; relations name objects by their exact names. "
    "left, right, in front and behind are as seen by someone who looks into the scene. in_corner, "
    "against_wall, on_wall, in_center and hanging_from need no targets."
)
_NO_TITLE = re.compile(r"[^\w\s'’,.&:!?()+-]")
ALONE = frozenset({
    RelationKind.AGAINST_WALL, RelationKind.IN_CORNER, RelationKind.IN_CENTER, RelationKind.ON_WALL,
    RelationKind.HANGING_FROM, RelationKind.IN_ROW, RelationKind.STACKED, RelationKind.AROUND,
})  # fmt: skip
"""Relations that may be to the room, or of several alike among themselves."""
WALLED = frozenset({
    RelationKind.ON_WALL, RelationKind.AGAINST_WALL, RelationKind.IN_CORNER,
    RelationKind.HANGING_FROM,
})  # fmt: skip
AMONG_THEMSELVES = frozenset({RelationKind.IN_ROW, RelationKind.STACKED, RelationKind.AROUND})
MOST_RELATIONS = 400
"""Of an answer that are looked at."""
MOST_OF_ONE = 4
"""Relations of one thing, and targets of one: what goes beyond no layout could keep."""
MOST_KEPT = 120
"""Relations of one scene, the first ones: a solver that is told to keep thousands finds no end."""
MOST_OBJECTS = 400
MOST_LIGHTS = 8
SMALLEST_M, LARGEST_M = 1.0, 200.0
"""Of a room or a piece of ground."""


class RelationSaid(BaseModel):
    kind: RelationKind
    subject: str = Field(description="an object's name")
    targets: list[str] = Field(default_factory=list, description="names of objects")


class PlaceSaid(BaseModel):
    """Where it is. Sizes only if the words say them."""

    kind: Literal["room", "outdoor"] = "room"
    name: str = Field("room", description="e.g. 'living room', 'garden'")
    width_m: float | None = None
    depth_m: float | None = None
    height_m: float | None = None
    time: Literal["day", "sunset", "night"] = "day"
    floor_color: str | None = None
    wall_color: str | None = None


class LightSaid(BaseModel):
    """A light that is no lamp: only if the words ask for one."""

    kind: Literal["spot", "directional", "point", "area"]
    color: str = "#ffffff"
    intensity: float = 1.0


class SceneSaid(BaseModel):
    title: str
    setting: PlaceSaid = Field(default_factory=PlaceSaid)
    objects: list[ThingSaid]
    relations: list[RelationSaid] = Field(default_factory=list)
    lights: list[LightSaid] = Field(default_factory=list)


class LangChainDecomposer:
    """Implements ``Decomposer`` on a chat model."""

    def __init__(self, model: ChatModel) -> None:
        self._model, self.name = model, model.name

    def decompose(self, text: str, seed: int, inquiry: Inquiry) -> Decomposition:
        words = Words(text)
        asked = ask(
            self._model,
            SceneSaid,
            [("system", ROLE), ("human", as_data("WORDS", text))],
            check=_useless,
            better=lambda scene: _doubtful(scene, words),
            inquiry=inquiry,
        )
        if asked.value is not None:
            return planned(asked.value, words, seed)
        ruled = decompose(text, seed=seed)
        note = inquiry.give_up(self.name)
        return ruled.model_copy(update={"notes": (*ruled.notes, note)})


def planned(scene: SceneSaid, words: Words, seed: int) -> Decomposition:
    """The decomposition that a model's scene amounts to; what names nothing is left out."""
    said = _things(scene)
    things = [Thing(phrase_of(t, words), count=max(1, t.count)) for t in said]
    links, lost = _links(scene, said, things)
    setting = _setting(scene.setting)
    expanded = expand(Reading(things=things, links=links), seed=seed)
    unknown = sorted({w.recipe.label for w in expanded.wishes if not w.recipe.known})
    notes = [*expanded.notes, *lost[:4]]
    if unknown:
        notes.append(f"No model of its own, so shown as a stand-in: {', '.join(unknown[:8])}.")
    plainly = compounds.note_of(wish.recipe for wish in expanded.wishes)
    notes.extend([plainly] if plainly else [])
    return Decomposition(
        name=_title(scene.title) or setting.name.title(),
        setting=setting,
        wishes=expanded.wishes,
        relations=tuple(_cut(r) for r in expanded.relations if _sensible(r, setting))[:MOST_KEPT],
        lights=tuple(_light(light) for light in scene.lights[:MOST_LIGHTS]),
        notes=tuple(notes),
    )


def _title(said: str) -> str:
    """A scene's name as people are shown it: letters, digits and what stands between words."""
    return " ".join(_NO_TITLE.sub(" ", said).split())[:40].strip()


def _things(scene: SceneSaid) -> list[ThingSaid]:
    """The objects that are something, and none of the room's parts; doubles are one."""
    things: dict[str, ThingSaid] = {}
    for thing in scene.objects[:MOST_OBJECTS]:
        kind, name = tidy(thing.kind) or tidy(thing.name), exact(thing.name) or exact(thing.kind)
        if kind in SHELL or not any(c.isalpha() for c in kind):
            continue
        count = max(1, thing.count) + (things[name].count if name in things else 0)
        things[name] = things.get(name, thing).model_copy(update={"name": name, "count": count})
    return list(things.values())


def _useless(scene: SceneSaid) -> list[str]:
    if not _things(scene):
        return ["objects: there is none; list at least one that the words ask for"]
    return []


def _doubtful(scene: SceneSaid, words: Words) -> list[str]:
    things = _things(scene)
    told = doubts(scene.objects[:MOST_OBJECTS], words)
    count = sum(max(1, t.count) for t in things)
    if count > MOST_WISHES:
        told.insert(0, f"{count} objects are too many; at most {MOST_WISHES} in all")
    named = sorted(t.name for t in things)[:20]
    for relation in scene.relations[:MOST_RELATIONS]:
        for name in (relation.subject, *relation.targets[: 2 * MOST_OF_ONE]):
            if not _found(name, things) and tidy(name) not in SHELL:
                told.append(f"{name[:60]!r} is no object's name; the names are {named}")
        if not relation.targets and relation.kind not in ALONE:
            told.append(f"{relation.kind} of {relation.subject[:60]!r} needs a target")
    return list(dict.fromkeys(told))[:10]


def _found(name: str, things: list[ThingSaid]) -> tuple[int, ...]:
    """The things called ``name``: one by its whole name, or all that are without their numbers."""
    whole = exact(name)
    one = tuple(n for n, thing in enumerate(things) if thing.name == whole)
    return one or tuple(n for n, thing in enumerate(things) if tidy(thing.name) == tidy(name))


def _links(
    scene: SceneSaid, said: list[ThingSaid], things: list[Thing]
) -> tuple[list[Link], list[str]]:
    """Relations between things that are there, and what is said of the others."""
    links: list[Link] = []
    lost: list[str] = []
    for relation in scene.relations[:MOST_RELATIONS]:
        subjects = _found(relation.subject, said)
        told = relation.targets[: 2 * MOST_OF_ONE]
        names = [name for name in told if tidy(name) not in SHELL]
        groups = [_found(name, said) for name in names]
        targets = tuple(t for group in groups for t in group if t not in subjects)
        if not subjects or not all(groups) or not _complete(relation, targets):
            lost.append(f"{tidy(relation.subject)} {relation.kind}: not clear to what.")
        elif _is_group(relation, subjects, targets, things):
            links.append(Link(relation.kind, subjects[0], subjects[1:], spread="group"))
        else:
            links += [Link(relation.kind, subject, targets[:MOST_OF_ONE]) for subject in subjects]
    return _few(links), lost


def _few(links: list[Link]) -> list[Link]:
    """Each link once, and the first ones of each thing."""
    kept: dict[int, list[Link]] = {}
    for link in dict.fromkeys(links):
        own = kept.setdefault(link.subject, [])
        if len(own) < MOST_OF_ONE:
            own.append(link)
    return [link for own in kept.values() for link in own]


def _is_group(
    relation: RelationSaid,
    subjects: tuple[int, ...],
    targets: tuple[int, ...],
    things: list[Thing],
) -> bool:
    """Whether several alike are arranged among themselves, as in a row."""
    many = sum(things[n].count for n in subjects) > 1
    return many and not targets and relation.kind in AMONG_THEMSELVES


def _complete(relation: RelationSaid, targets: tuple[int, ...]) -> bool:
    """Whether it has what it is to; a stack of one on itself has not."""
    return bool(targets) or relation.kind in ALONE


def _cut(relation: Relation) -> Relation:
    """A relation to so many at most; a row or a stack names all that are in it."""
    if relation.kind in AMONG_THEMSELVES or len(relation.targets) <= MOST_OF_ONE:
        return relation
    return relation.model_copy(update={"targets": relation.targets[:MOST_OF_ONE]})


def _sensible(relation: Relation, setting: Setting) -> bool:
    """Relations to walls only where there are any."""
    return setting.kind == "room" or bool(relation.targets) or relation.kind not in WALLED


def _setting(said: PlaceSaid) -> Setting:
    name = tidy(said.name) or ("room" if said.kind == "room" else "meadow")
    row = named_setting(name)
    outdoor = said.kind == "outdoor"
    return Setting(
        kind=said.kind,
        name=name[:40],
        width=_metres(said.width_m),
        depth=_metres(said.depth_m),
        height=_metres(said.height_m),
        time=said.time,
        ground=((row.ground if row else None) or "grass") if outdoor else None,
        floor_color=parse_color((said.floor_color or "").lower()),
        wall_color=None if outdoor else parse_color((said.wall_color or "").lower()),
    )


def _metres(said: float | None) -> float | None:
    """A measure as said; what can not be one is none, what is out of bounds comes to them."""
    if said is None or not said > 0:
        return None
    return min(LARGEST_M, max(SMALLEST_M, said))


def _light(said: LightSaid) -> LightWish:
    intensity = said.intensity if said.intensity >= 0 else 1.0
    color = parse_color(said.color.lower()) or "#ffffff"
    return LightWish(kind=said.kind, color=color, intensity=min(10.0, intensity))
