"""What a text says is where: things, links between them, the setting, lights and colours.

What belongs here: the values that reading a text gives. The reader itself is ``reader``; turning
them into wishes and relations with ids is ``expansion``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from consumers.lexicon.phrases.phrases import Phrase
from consumers.lexicon.sentences.places import Spread
from consumers.lexicon.sentences.settings import SettingRow
from consumers.lexicon.words.measures import UNSAID, Extent
from schemas.decomposition import LightWish, RelationKind
from schemas.ids import NodeId


@dataclass(frozen=True, slots=True)
class Comparison:
    """``factor`` times as large along ``axis`` ("" = all in all) as thing ``target``; of the axis
    "color" it looks the same."""

    axis: str
    factor: float
    target: int


@dataclass(frozen=True, slots=True)
class Look:
    """What single members look like; ``size``: a word such as "big", or ""; ``extent`` and
    ``beside``: how large this member is said to be."""

    color: str | None = None
    material: str | None = None
    size: str = ""
    extent: Extent = UNSAID
    beside: Comparison | None = None


@dataclass
class Thing:
    """One phrase's things: ``count`` alike, or things of the present scene (``nodes``).

    ``alias``: it is a member of another thing (its index, which member; -1 the last).
    ``variants``: looks of single members, in order ("two chairs, one red and one blue").
    ``dealt``: one of them belongs to each of another thing's. ``per``: a thing of which every
    member has as many ("a plate for each of the chairs"). ``implied``: people who are counted and
    not there ("each person has a desk"). ``beside``: the thing that its size is told by.
    """

    phrase: Phrase
    count: int = 1
    nodes: tuple[NodeId, ...] = ()
    alias: tuple[int, int] | None = None
    variants: list[Look] = field(default_factory=list)
    dealt: bool = False
    per: int | None = None
    implied: bool = False
    beside: Comparison | None = None

    @property
    def present(self) -> bool:
        """Whether it stands for things that are in the scene already."""
        return bool(self.nodes)


@dataclass(frozen=True, slots=True)
class Link:
    """Thing ``subject`` (an index) stands in ``kind`` to things ``targets``.

    ``each``: once for every member of the target. ``spread`` as in ``places.Place``. ``walls``:
    ids of the shell it is about. ``distance``: metres between edges. ``rows``: how many rows the
    members of the subject stand in. ``corners``: as in ``places.Place``.
    """

    kind: RelationKind
    subject: int
    targets: tuple[int, ...] = ()
    each: bool = False
    spread: Spread = ""
    walls: tuple[NodeId, ...] = ()
    distance: float | None = None
    rows: int = 1
    corners: tuple[str, ...] = ()


@dataclass
class Reading:
    """All that a text says, in the order said. ``party``: for how many people it is meant,
    ``seated``: the table that they sit at.
    ``compared``: the comparison read last."""

    things: list[Thing] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    setting: SettingRow | None = None
    setting_said: str = ""
    setting_phrase: Phrase | None = None
    time: str | None = None
    lights: list[LightWish] = field(default_factory=list)
    ground: str | None = None
    floor_color: str | None = None
    wall_color: str | None = None
    ceiling: float | None = None
    left_out: list[Phrase] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    party: int | None = None
    seated: int | None = None
    compared: Comparison | None = None

    @property
    def has_place(self) -> bool:
        """Whether a place was named, be it only "a room"."""
        return self.setting is not None or self.setting_phrase is not None

    def dealt_out(self, index: int) -> bool:
        """Whether there is one of thing ``index`` for every member of another thing."""
        thing = self.things[index]
        each = any(link.each for link in self.links if link.subject == index)
        return each or thing.dealt or thing.per is not None
