"""The README's twelve scenes, each from one sentence: ``python -m ops.pictures.twelve FILE.png``.

What does not belong here: the bench's own prompts, which ``ops.bench.scenes --pictures`` draws.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from ops.bench.scenes.pictures import picture
from ops.bench.scenes.session import Session, engines

TILE, ACROSS = (280, 210), 4
"""Pixels of a scene's picture, which is drawn twice as large; pictures in a line."""

SENTENCES = (
    "a bedroom with a double bed, a nightstand on each side, a lamp on each nightstand and a green"
    " rug under the bed",
    "a kitchen with a fridge, a stove, a sink, a dishwasher, three cabinets and a kitchen island"
    " with three bar stools",
    "a classroom with a blackboard, a teacher's desk and twelve student desks with chairs in three"
    " rows",
    "a campfire with five people sitting around it, two tents and four pine trees",
    "a sushi bar with a counter, eight bar stools, a chef behind the counter and three paper"
    " lanterns",
    "a church with an altar at the front, ten pews and two candlesticks",
    "a farm with a red barn, a tractor, three cows, a fence and a scarecrow in a field",
    "a living room with a sofa, a tv stand with a tv on it, an armchair, a coffee table on a rug"
    " and a floor lamp in the corner",
    "a hospital room with a patient in a hospital bed, a nurse next to the bed and an iv stand",
    "a japanese garden with a koi pond, a red bridge over it, three stone lanterns and cherry"
    " trees",
    "a zoo with an elephant, two giraffes, three penguins and a lion",
    "a theatre with a stage, a grand piano on the stage and thirty theater seats in five rows",
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the sheet to the file that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m ops.pictures.twelve", description=__doc__)
    parser.add_argument("file", type=Path, help="the PNG to write")
    file: Path = parser.parse_args(arguments).file
    wide, high = TILE
    sheet = Image.new("RGB", (ACROSS * wide, -(-len(SENTENCES) // ACROSS) * high), "white")
    stages = engines()
    for number, sentence in enumerate(SENTENCES):
        session = Session(stages)
        session.say(sentence)
        drawn = picture(session, (2 * wide, 2 * high)).resize(TILE, Image.Resampling.LANCZOS)
        sheet.paste(drawn, (number % ACROSS * wide, number // ACROSS * high))
    sheet.save(file, optimize=True)


if __name__ == "__main__":
    main()
