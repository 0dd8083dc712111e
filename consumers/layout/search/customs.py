"""Customs: the table of which things belong together, and which furniture carries what.

What belongs here: rows of names and numbers. How they are applied is in ``habits``.
"""

from __future__ import annotations

from consumers.layout.search.goals import Habit, K, Kind
from consumers.layout.space.kinds import words

Custom = tuple[frozenset[str], Kind, tuple[str, ...], float, float]
"""Things, what they do, to the first of these that is there, weight, the gap in metres.

A name with "-" before it ends the custom where there is such a thing.
"""

TV_STANDS = ("tv stand", "sideboard", "cabinet", "dresser")
"""What carries a television; where none is, it hangs on the wall."""

CUSTOMS: tuple[Custom, ...] = (
    (words("coffee table"), Habit.AT_FRONT, ("sofa", "armchair"), 3.0, 0.42),
    (words("nightstand"), Habit.AT_SIDE, ("bed", "bunk bed", "mattress"), 4.0, 0.05),
    (words("side table"), Habit.AT_SIDE, ("sofa", "armchair", "bed"), 3.0, 0.06),
    (words("ottoman"), Habit.AT_FRONT, ("armchair", "sofa"), 1.5, 0.35),
    (words("tv stand"), Habit.ACROSS, ("sofa", "bed"), 1.5, 2.0),
    (words("tv"), Habit.ACROSS, (*(f"-{noun}" for noun in TV_STANDS), "sofa", "bed"), 1.5, 2.0),
    (words("fireplace"), Habit.ACROSS, ("-tv stand", "sofa"), 1.5, 2.0),
    (words("armchair, rocking chair"), K.NEAR, ("coffee table", "sofa", "fireplace"), 1.5, 0.7),
    (words("armchair, rocking chair"), K.FACING, ("coffee table", "sofa", "fireplace"), 1.5, 0.0),
    (words("rug"), Habit.BENEATH, ("coffee table", "table", "round table", "bed"), 1.2, 0.0),
    (words("chest"), Habit.AT_FRONT, ("bed",), 1.0, 0.05),
    (
        words("picture frame, poster, tapestry"),
        K.ABOVE,
        ("sofa", "bed", "fireplace", "sideboard", "dresser"),
        0.8,
        0.25,
    ),
    (words("mirror"), K.ABOVE, ("dresser", "sink", "sideboard", "fireplace"), 0.8, 0.25),
    (words("wall lamp"), K.ABOVE, ("desk", "sideboard"), 0.4, 0.4),
    (words("whiteboard, shelf"), K.ABOVE, ("desk",), 0.7, 0.5),
    (
        words("chandelier, ceiling lamp"),
        Habit.BENEATH,
        ("table", "round table", "pool table"),
        0.8,
        0.0,
    ),
    (words("keyboard"), Habit.AT_FRONT, ("monitor", "computer"), 2.0, 0.08),
    (words("computer mouse"), Habit.AT_HAND, ("keyboard", "laptop"), 2.0, 0.05),
    (words("moat"), Habit.BENEATH, ("castle", "fortress", "tower", "palace"), 3.0, 0.0),
    (words("drawbridge"), Habit.AT_FRONT, ("castle", "fortress"), 2.0, 0.0),
    (words("jetty"), K.NEXT_TO, ("lake", "river", "pond"), 1.5, 0.0),
    (words("microphone"), Habit.AT_FRONT, ("stage", "person"), 0.5, 0.3),
    (words("snowman, tombstone"), K.NEAR, ("tree", "pine tree"), 0.2, 1.0),
)

CARRIERS: tuple[tuple[frozenset[str], tuple[str, ...]], ...] = (
    (words("tv, game console"), TV_STANDS),
    (
        words(
            "monitor, computer, keyboard, computer mouse, laptop, desk lamp, printer, tablet, "
            "pencil, microscope, sewing machine"
        ),
        ("desk", "table"),
    ),
    (
        words("lamp, alarm clock, phone, telephone"),
        ("nightstand", "side table", "desk", "dresser", "sideboard"),
    ),
    (words("cushion, blanket"), ("sofa", "bed", "armchair")),
    (
        words(
            "plate, fork, knife, spoon, wine glass, bowl, pizza, cake, fruit bowl, soup, salad, "
            "noodles, sandwich, stack of pancakes"
        ),
        ("table", "round table", "kitchen island", "coffee table"),
    ),
    (
        words("microwave, toaster, kettle, coffee machine, blender, pot, pan, cutting board"),
        ("kitchen island", "cabinet", "oven", "sideboard", "table"),
    ),
    (
        words("book, stack of books, globe, bust, trophy"),
        ("desk", "coffee table", "shelf", "bookshelf", "sideboard", "side table"),
    ),
    (
        words("vase, candle, candlestick, cup, teapot"),
        ("table", "coffee table", "round table", "sideboard", "side table"),
    ),
    (words("record player, radio, speaker"), ("sideboard", "tv stand", "cabinet", "dresser")),
)
"""Which furniture carries which small things, the most fitting first."""
