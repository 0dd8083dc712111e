"""Colours of shells, skies and lights by setting: the looks of what no wish describes.

Values only, sRGB ``#rrggbb`` as people and Unity's inspector write them; ``paint`` makes the
scene's ``Color`` of one.
"""

from __future__ import annotations

from consumers.lexicon.words.colors import parse_color
from consumers.lexicon.words.nouns import noun_table
from schemas.decomposition import Setting
from schemas.recipe import Recipe
from schemas.scene import Color

UNKNOWN = "#b9b4ac"
"""The block-out colour of a thing that has none of its own."""

WALLS: tuple[tuple[str, str, str], ...] = (
    ("sheriff", "#a97b4d", "#8a5f38"),
    ("shed", "#a4774c", "#8a6a48"),
    ("greenhouse", "#d3e4dc", "#8f7a5c"),
    ("glass", "#d3e4dc", "#8f7a5c"),
    ("barn", "#8f4a3a", "#b09a68"),
    ("stable", "#94683f", "#b09a68"),
    ("airport", "#e9edf0", "#a9b0b8"),
    ("station", "#d9dcda", "#9a9c9a"),
    ("bath", "#dfe9ea", "#b9c6c9"),
    ("kitchen", "#efe9dc", "#c9a77c"),
    ("bed", "#e3ddd3", "#b08d66"),
    ("living", "#ece4d6", "#a97f56"),
    ("dining", "#e6dccb", "#9b7148"),
    ("office", "#e4e7ea", "#8d8f93"),
    ("study", "#d9d2c3", "#8a6342"),
    ("class", "#e9ecdf", "#b79b72"),
    ("garage", "#cfd1d2", "#8b8d8f"),
    ("museum", "#f0efec", "#b5aea3"),
    ("child", "#f3e6da", "#c9a77c"),
    ("dungeon", "#7d7a76", "#5d5a57"),
    ("castle", "#9a948a", "#77726a"),
    ("alley", "#9c6b55", "#6b6d70"),
    ("prison", "#a8a8a2", "#8b8d8f"),
    ("ruin", "#b3a98f", "#8f8a7c"),
    ("arena", "#c9a878", "#dcb878"),
    ("colosseum", "#cdb68c", "#dcb878"),
    ("deck", "#8a5f38", "#9a7448"),
    ("subway", "#d5dade", "#6f757b"),
    ("train", "#d9d3c4", "#7a6f63"),
    ("bus", "#d8dcde", "#5f656a"),
    ("plane", "#eef0f2", "#6d7784"),
    ("submarine", "#8c979c", "#5f686c"),
    ("space", "#dfe3e8", "#9aa3ad"),
    ("boat", "#a97b4d", "#8a5f38"),
    ("ship", "#a97b4d", "#8a5f38"),
    ("roof", "#b4afa6", "#a5a5a2"),
    ("balcony", "#d8d2c6", "#a5a5a2"),
    ("patio", "#e2d8c6", "#9a968f"),
    ("court", "#b9b0a0", "#9a968f"),
    ("garden", "#b08a6c", "#6f9a4e"),
    ("cave", "#6d6660", "#5d5751"),
    ("photo", "#f2f2f0", "#c9c9c6"),
)
"""Wall and floor colours by a word in the setting's name."""

WALL, FLOOR = "#e9e3d8", "#b28a60"

GROUNDS: tuple[tuple[str, str], ...] = (
    ("grass", "#6f9a4e"),
    ("lawn", "#6f9a4e"),
    ("meadow", "#7ba552"),
    ("garden", "#6f9a4e"),
    ("park", "#6f9a4e"),
    ("forest", "#5d7a43"),
    ("jungle", "#4d7038"),
    ("farm", "#85914f"),
    ("table", "#8a5f3c"),
    ("seabed", "#c9b98c"),
    ("sand", "#e0c690"),
    ("beach", "#e6cf9d"),
    ("desert", "#dcb878"),
    ("snow", "#eef3f7"),
    ("ice", "#d5e6ef"),
    ("asphalt", "#6b6d70"),
    ("street", "#75777a"),
    ("city", "#7d7f82"),
    ("parking", "#6b6d70"),
    ("concrete", "#a5a5a2"),
    ("stone", "#9a968f"),
    ("dirt", "#8f6f4c"),
    ("deck", "#9a7448"),
    ("wood", "#9a7448"),
    ("water", "#4c8bb0"),
    ("sea", "#3f7fa8"),
    ("ocean", "#2f6f9c"),
    ("moon", "#8c8c8c"),
    ("mars", "#b5613a"),
    ("space", "#5a5a62"),
)
"""Ground colours by a word in the setting's ground or name."""


def paint(color: str) -> Color:
    """The scene's colour of ``#rrggbb``, its channels divided by 255."""
    r, g, b = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return Color(r=round(r, 4), g=round(g, 4), b=round(b, 4))


def named(color: str | None, otherwise: str) -> Color:
    """The colour that words or a hex value name, else the other one."""
    found = parse_color(color) if color else None
    return paint(found or otherwise)


def wall_color(setting: Setting) -> Color:
    return named(setting.wall_color, _indoors(setting)[0])


def floor_color(setting: Setting) -> Color:
    """The floor's or the ground's colour."""
    if setting.kind == "room":
        return named(setting.floor_color, _indoors(setting)[1])
    said = (setting.ground or "").lower(), setting.name.lower()
    found = (color for told in said for word, color in GROUNDS if word in told)
    usual = next(found, GROUNDS[0][1])  # a car park is no park
    return named(setting.floor_color, usual)


def block_color(recipe: Recipe) -> Color:
    """The colour of the box that stands for a thing until its mesh is there."""
    if recipe.color is not None:
        return paint(recipe.color)
    noun = noun_table().get(recipe.noun)
    return paint(noun.color if noun is not None else UNKNOWN)


def _indoors(setting: Setting) -> tuple[str, str]:
    name = setting.name.lower()
    return next(((wall, floor) for word, wall, floor in WALLS if word in name), (WALL, FLOOR))
