"""Books, alone and stacked."""

from __future__ import annotations

from consumers.greybox.families.furniture.joinery import BRASS
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import box, soft

PAGES = stuff("paper", "#f2ead6")


def _volume(
    b: Draft, w: float, h: float, d: float, y: float, color: str | None, turn: float, name: str
) -> None:
    """A closed book lying on its back, its spine towards -X."""
    cover = b.main if color is None else stuff("paper", color)
    t = min(0.12 * h, 0.005)
    for top in (0.0, h - t):
        b.add(f"cover {name}", box(w, t, d, 0, top).yaw(turn).move(0, y), cover)
    b.add(
        f"cover {name}",
        soft(0.05 * w, h, d, -w * 0.475, 0, 0, 0.024 * w).yaw(turn).move(0, y),
        cover,
    )
    b.add(
        "pages",
        box(w * 0.94, h - 2 * t, d * 0.95, -0.005 * w, t, 0, bevel=0.0005).yaw(turn).move(0, y),
        PAGES,
    )
    b.add(
        "gilding",
        box(0.056 * w, h * 0.7, d * 0.03, -w * 0.475, h * 0.15, d * 0.3).yaw(turn).move(0, y),
        BRASS,
    )
    b.add(
        "gilding",
        box(0.056 * w, h * 0.7, d * 0.03, -w * 0.475, h * 0.15, -d * 0.3).yaw(turn).move(0, y),
        BRASS,
    )


def book(b: Draft) -> None:
    _volume(b, b.w, b.h * 0.97, b.d, 0, None, 0, "one")
    b.add(
        "title", box(b.w * 0.5, 0.03 * b.h, b.d * 0.05, 0.03 * b.w, 0.96 * b.h, -0.2 * b.d), BRASS
    )
    b.add(
        "title", box(b.w * 0.3, 0.03 * b.h, b.d * 0.03, 0.03 * b.w, 0.96 * b.h, -0.1 * b.d), BRASS
    )
    b.add(
        "ribbon",
        box(0.05 * b.w, 0.03 * b.h, 0.1 * b.d, 0.2 * b.w, 0.4 * b.h, 0.48 * b.d),
        stuff("silk", "#c9242c"),
    )


def stack_of_books(b: Draft) -> None:
    colors = (None, "#8f3a3a", "#c9a24a", "#4a7a5a", "#6b4a7a")
    y = 0.0
    for i, (color, share, turn) in enumerate(
        zip(colors, (0.24, 0.2, 0.16, 0.22, 0.18), (0, 6, -7, 10, -14), strict=True)
    ):
        k = 1.0 - 0.07 * i
        _volume(b, b.w * 0.88 * k, share * b.h, b.d * 0.92 * k, y, color, turn, str(i))
        y += share * b.h


MODELS: dict[str, Family] = {
    "book": book,
    "stack of books": stack_of_books,
}
