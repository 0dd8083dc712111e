"""What a thing is to the layout: its size, where such things stand, what they carry.

From the noun table, or guessed from the size for what the table does not know. Which things belong
together is in ``habits``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consumers.layout.model import FLAT, Hold, Size
from consumers.layout.space.kinds import CANOPY, CLEAR, DRAPED, ENTERED, INNER, SHADES, SPANS
from consumers.lexicon.words.nouns import Noun, Placement, noun_table
from schemas.decomposition import Wish, of_one_kind
from schemas.ids import NodeId

OVERHANG = 0.3
"""The share of a thing's width that may stick out over a carrier that words ask for."""

PERCHED = 0.75
"""The same for small animals, which sit on fences and lie on what is smaller than they are."""

SEATED = 0.6
"""The same for people, who sit on what need not be as wide as they are: stools, thrones, horses."""

RESTING = 1.2
"""Metres: what is no higher is sat on, and an animal no longer than that lies on it."""

LAID_OVER = 0.85
"""The same for what is draped over a fence or a rail."""

PERCHING = 0.9
"""Metres up to which an animal is small enough for that."""

SLACK = 1e-6
"""Metres of rounding."""

LOW = 0.5
"""Metres up to which a thing is low enough to be spanned by a bridge."""

PILED = 0.7
"""The share of its shorter side that a thing may be high to be piled."""


@dataclass(frozen=True, slots=True)
class Item:
    """A thing to place. ``slot``: equal things share one. ``noun``: "" when unknown.

    ``top``: height of the surface that carries things as a fraction of the height, or None;
    ``raised``: that of the free space below it, 0 for what stands solid; ``model``: the noun whose
    shape it has, where that is another.
    """

    id: NodeId
    name: str
    slot: str
    noun: str
    size: Size
    placement: Placement
    category: str = ""
    top: float | None = None
    hollow: bool = False
    front: bool = False
    seat: bool = False
    raised: float = 0.0
    model: str = ""

    @property
    def flat(self) -> bool:
        """Whether things may stand on it as if it were floor."""
        return self.size[1] < FLAT and self.placement in ("floor", "outdoor")

    @property
    def span(self) -> float:
        """Its longer side seen from above, metres."""
        return max(self.size[0], self.size[2])

    @property
    def area(self) -> float:
        return self.size[0] * self.size[2]

    @property
    def clear(self) -> float:
        """Height of the free space below it, metres; 0 for what stands solid."""
        return self.raised * self.size[1]

    @property
    def stem(self) -> float:
        """The width (metres) of what carries a crown, in the middle of a thing; 0: nothing does."""
        return 0.12 * self.span if {self.noun, self.model} & CANOPY else 0.0

    @property
    def shades(self) -> bool:
        """Whether lower things may stand below it anywhere beside its stem."""
        return bool({self.noun, self.model} & SHADES) and self.clear > 0.0

    @property
    def perches(self) -> bool:
        """Whether it sits or hangs on what is smaller than it is: cats, birds, saddles."""
        alive = self.category == "animal" and max(self.size) <= PERCHING
        return alive or self.noun in DRAPED

    @property
    def overhang(self) -> float:
        """The share of its width that may stick out over what words put it on."""
        if self.noun in DRAPED:
            return LAID_OVER
        return PERCHED if self.perches else OVERHANG

    @property
    def pileable(self) -> bool:
        """Whether equal ones (books, plates) may be piled: they are lower than they are wide."""
        return self.size[1] <= PILED * min(self.size[0], self.size[2])

    @property
    def worktop(self) -> bool:
        """Whether people put things down on it without being told to."""
        return self.top is not None and not self.seat and 0.1 < self.size[1] < 1.45

    @property
    def small_seat(self) -> bool:
        """A seat for one that is drawn up to tables: a chair, a stool."""
        return self.seat and self.size[0] < 0.72 and self.noun != "ottoman"


def item_of(wish: Wish) -> Item:
    """A wish as the layout sees it."""
    return _item(wish.id, wish.name, of_one_kind(wish.slot), wish.recipe.noun, wish.recipe.size)


def known_item(node: NodeId, noun: str, size: Size) -> Item:
    """A thing that stands already, of which only the noun (or "") and the size are known."""
    return _item(node, noun or str(node), str(node), noun, size)


def items_of(wishes: Sequence[Wish]) -> dict[NodeId, Item]:
    return {wish.id: item_of(wish) for wish in wishes}


def _item(node: NodeId, name: str, slot: str, noun: str, size: Size) -> Item:
    known = noun_table().get(noun)
    if known is None:
        return _stranger(node, name, slot, size)
    return Item(
        id=node,
        name=name,
        slot=slot,
        noun=known.name,
        size=size,
        placement=_placement(known, size),
        category=known.category,
        top=known.top,
        hollow=known.hollow or known.name in ENTERED,
        front=known.front,
        seat=known.seat,
        model=known.model or "",
        raised=CLEAR.get(noun) or CLEAR.get(known.model or "", 0.0),
    )


def _placement(noun: Noun, size: Size) -> Placement:
    """The noun's own, unless this one is far too large to be put on furniture."""
    if noun.placement == "surface" and (max(size) > 1.6 or max(size) > 3 * max(noun.size)):
        return "floor"
    return noun.placement


def _stranger(node: NodeId, name: str, slot: str, size: Size) -> Item:
    width, height, depth = size
    handy = max(size) <= 0.45
    steady = 0.25 < height < 1.3 and min(width, depth) >= 0.35
    return Item(
        id=node,
        name=name,
        slot=slot,
        noun="",
        size=size,
        placement="surface" if handy else "floor",
        top=1.0 if steady else None,
    )


def top_height(item: Item, kind: Hold = "top") -> float:
    """Metres from the base to where things on (or in) it stand."""
    height = item.size[1]
    if kind == "inside":
        return min(0.04, 0.08 * height)
    return height * (1.0 if item.top is None else item.top)


def top_region(item: Item) -> tuple[float, float, float, float]:
    """Where things may stand on it: local x from, to, z from, to (metres).

    A seat below the item's full height leaves out its back and arms.
    """
    width, _, depth = item.size
    if item.noun == "backdrop":
        return -0.45 * width, 0.45 * width, -0.18 * depth, 0.44 * depth  # its foot, ahead of it
    if item.top is None or item.top >= 0.99 or not item.front:
        return -width / 2, width / 2, -depth / 2, depth / 2
    if item.seat:
        arms = 0.36 if width > 0.8 else 0.46
        return -arms * width, arms * width, -0.18 * depth, 0.46 * depth
    return -0.46 * width, 0.46 * width, -0.42 * depth, 0.46 * depth


def sits_on(item: Item, below: Item) -> bool:
    """Whether somebody sits on a seat, rides, or rests on a stump or a crate."""
    low = 0.2 < below.size[1] <= RESTING
    if item.category == "animal":
        return low and item.span <= RESTING
    return item.category == "person" and (low or below.seat or below.category == "animal")


def least_overhang(item: Item, below: Item) -> float:
    """The share of its width that may stick out: what perches does so only where it must."""
    if rests_on(item, below, OVERHANG):
        return OVERHANG
    return max(SEATED, item.overhang) if sits_on(item, below) else item.overhang


def rests_on(item: Item, below: Item, overhang: float | None = None) -> bool:
    """Whether it can lie on top, along or across, and stick out by no more than it may."""
    most = overhang
    if most is None:
        most = max(SEATED, item.overhang) if sits_on(item, below) else item.overhang
    west, east, south, north = top_region(below)
    wide, deep = east - west + SLACK, north - south + SLACK
    small, large = ((1.0 - most) * side for side in (item.size[0], item.size[2]))
    return (small <= wide and large <= deep) or (small <= deep and large <= wide)


def before_who_sits(item: Item, seat: Item) -> bool:
    """Whether in front of a seat means on the table there: "a laptop in front of each chair"."""
    return seat.small_seat and seat.front and item.placement == "surface"


def spans(item: Item, below: Item) -> bool:
    """Whether a bridge or the like stands over a thing that lies low, a parasol over a table."""
    if item.shades:
        return below.top is not None and below.worktop and below.size[1] < 0.9 * item.clear
    return item.noun in SPANS and below.size[1] <= LOW and below.placement in ("floor", "outdoor")


def inner_region(item: Item) -> tuple[float, float, float, float]:
    """Where things may stand in it, as ``top_region``."""
    width, _, depth = item.size
    wide, deep = INNER.get(item.noun) or INNER.get(item.model, (0.9, 0.9))
    return -wide * width / 2, wide * width / 2, -deep * depth / 2, deep * depth / 2


def shelves(item: Item) -> bool:
    """Whether it has boards one above the other."""
    return item.noun == "bookshelf"


def shelf_room(item: Item) -> float:
    """Metres between two boards; all its height where it has none."""
    heights = sorted(shelf_heights(item))
    return heights[1] - heights[0] - 0.03 if len(heights) > 1 else item.size[1]


def shelf_heights(item: Item) -> list[float]:
    """Heights above its base (metres) at which things stand in it, the handiest first."""
    height = item.size[1]
    if not shelves(item):
        return [top_height(item, "inside")]
    board = min(0.03, 0.05 * item.size[0])
    rows = max(2, min(7, round(height / 0.38)))
    boards = [i * (height - board) / rows + board for i in range(rows)]
    return sorted(boards, key=lambda y: abs(y - 0.55 * height))
