"""Contact sheets of all greybox models, for people to look at: ``python -m ops.pictures.sheet``.

One picture a noun as the image stage draws it, labelled, so many a page; scenes are shown by
``ops.bench.scenes.pictures``. What does not belong here: judging them.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from consumers.greybox.build import build
from consumers.greybox.glb import to_glb
from consumers.greybox.recipes import recipe_for
from consumers.greybox.render import drawables_from_glb, render_object
from consumers.lexicon.words.nouns import noun_table

TILE, ACROSS, LINES = 190, 10, 8
"""Pixels of a model's picture; pictures in a line; lines on a page."""

_TITLE = 16


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the pages that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m ops.pictures.sheet", description=__doc__)
    parser.add_argument("folder", type=Path, help="where page-1.png and so on are written")
    parser.add_argument("nouns", nargs="*", help="these alone, or e.g. 'red wooden chair' whole")
    options = parser.parse_args(arguments)
    for page in pages(options.folder, options.nouns or sorted(noun_table())):
        print(page)


def pages(folder: Path, wishes: Sequence[str]) -> list[Path]:
    """Draw every wish, a noun or a whole noun phrase, ``ACROSS * LINES`` a page; the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    most = ACROSS * LINES
    for start in range(0, len(wishes), most):
        files.append(folder / f"page-{start // most + 1}.png")
        _page(wishes[start : start + most]).save(files[-1])
    return files


def _page(wishes: Sequence[str]) -> Image.Image:
    lines = -(-len(wishes) // ACROSS)
    sheet = Image.new("RGB", (ACROSS * TILE, lines * (TILE + _TITLE)), "white")
    pen = ImageDraw.Draw(sheet)
    for number, wish in enumerate(wishes):
        x, y = number % ACROSS * TILE, number // ACROSS * (TILE + _TITLE)
        sheet.paste(_portrait(wish).convert("RGB"), (x, y))
        pen.text((x + 4, y + TILE + 1), wish, "black")
    return sheet


def _portrait(wish: str) -> Image.Image:
    if wish in noun_table():
        recipe = recipe_for(wish, wish)
    else:
        from consumers.prompt.rules import parse_object

        recipe = parse_object(wish)[1]
    return render_object(drawables_from_glb(to_glb(build(recipe))), TILE, closed=True)


if __name__ == "__main__":
    main()
