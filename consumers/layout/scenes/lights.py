"""Light and sky of a scene: the sun, the room's lamp, lights that words ask for, the skybox.

Made for the shipping client: a directional light always, a point light below the ceiling indoors.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from consumers.layout.model import Room
from consumers.layout.scenes.palette import named, paint
from schemas.decomposition import LightWish
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import (
    AreaLight,
    Component,
    DirectionalLight,
    GradientSkybox,
    Node,
    PointLight,
    Skybox,
    SpotLight,
    SunSkybox,
    Vec4,
)
from schemas.transform import rotation, turn

Time = Literal["day", "sunset", "night"]

SUN = NodeId("room-sun")
LAMP = NodeId("room-lamp")


@dataclass(frozen=True, slots=True)
class Mood:
    """What an hour looks like. ``sun``: colour, intensity, Euler x and y of its node.

    ``lamp``: colour and intensity of the room's lamp. ``sky``: top, horizon, below the horizon.
    """

    sun_name: str
    sun: tuple[str, float, float, float]
    lamp: tuple[str, float]
    sky: tuple[str, str, str]
    exposure: float


MOODS: Mapping[Time, Mood] = {
    "day": Mood(
        "Sun",
        ("#fff4e0", 1.0, 50.0, -30.0),
        ("#fff1dc", 0.5),
        ("#4f8fd6", "#cfe4f5", "#8b9483"),
        1.0,
    ),
    "sunset": Mood(
        "Setting Sun",
        ("#ffb46b", 0.9, 14.0, -55.0),
        ("#ffdcae", 0.8),
        ("#4a4d86", "#ff9a5a", "#6d5149"),
        0.9,
    ),
    "night": Mood(
        "Moonlight",
        ("#9db4e8", 0.25, 55.0, -35.0),
        ("#ffd9a0", 1.1),
        ("#070b1e", "#1d2747", "#0b0d14"),
        0.5,
    ),
}

SEABED = "seabed"
"""The ground under water."""

WATER = ("#2f86a8", "#0d4a6b")
"""What is seen under water: above and far away."""

GLOWING = frozenset(
    (
        "floor lamp",
        "lamp",
        "desk lamp",
        "ceiling lamp",
        "chandelier",
        "wall lamp",
        "street lamp",
        "lantern",
        "candle",
        "candlestick",
        "torch",
        "string lights",
        "light bulb",
        "campfire",
        "fireplace",
    )
)
"""Things that give light at night."""

MOST_GLOWING = 4
"""More point lights than these cost a client too much."""


def light_nodes(
    room: Room, time: Time, wishes: Sequence[LightWish] = (), *, parent: NodeId | None = None
) -> list[Node]:
    """The sun, the room's lamp, and what the words ask for. A directional wish is the sun."""
    mood = MOODS[time]
    asked_sun = next((w for w in wishes if w.kind == "directional"), None)
    color, intensity, x, y = mood.sun
    sun = DirectionalLight(
        color=named(asked_sun.color if asked_sun else None, color),
        intensity=asked_sun.intensity if asked_sun else intensity,
    )
    nodes = [
        Node(
            id=SUN,
            name=mood.sun_name,
            parent_id=parent,
            position=Vec3(y=max(4.0, room.height + 1.0)),
            rotation=Vec3(x=x, y=y),
            components=(sun,),
        )
    ]
    if room.roofed:
        nodes.append(_lamp(room, mood, parent))
    others = [w for w in wishes if w.kind != "directional"]
    return nodes + [_asked(room, w, i, parent) for i, w in enumerate(others, start=1)]


def _lamp(room: Room, mood: Mood, parent: NodeId | None) -> Node:
    color, intensity = mood.lamp
    reach = round(1.6 * max(room.width, room.depth, room.height), 2)
    light = PointLight(color=paint(color), intensity=intensity, range=reach)
    at = Vec3(y=round(room.height - 0.25, 3))
    return Node(id=LAMP, name="Ceiling Light", parent_id=parent, position=at, components=(light,))


def _asked(room: Room, wish: LightWish, number: int, parent: NodeId | None) -> Node:
    color = named(wish.color, "#ffffff")
    height = round(room.height - 0.15, 3) if room.roofed else 5.0
    reach = round(1.5 * max(height, room.width / 2), 2)
    light: Component
    if wish.kind == "spot":
        light = SpotLight(color=color, intensity=wish.intensity, range=reach, spot_angle=60.0)
    elif wish.kind == "area":
        light = AreaLight(
            color=color, intensity=wish.intensity, shape="rectangle", range=reach, width=2, height=1
        )
    else:
        light = PointLight(color=color, intensity=wish.intensity, range=reach)
    return Node(
        id=NodeId(f"room-light-{number}"),
        name=f"{wish.kind.title()} Light {number}",
        parent_id=parent,
        position=Vec3(y=height),
        rotation=Vec3(x=90.0),
        components=(light,),
    )


def glow_node(holder: NodeId, name: str, height: float) -> Node:
    """The light of a lamp that stands in the dark: a child of it, near its top (metres)."""
    light = PointLight(color=paint("#ffcf8f"), intensity=0.9, range=round(3.0 + height, 2))
    return Node(
        id=NodeId(f"{holder}-light"),
        name=f"{name} light",
        parent_id=holder,
        position=Vec3(y=round(0.85 * height, 4)),
        components=(light,),
    )


def skybox(kind: Literal["room", "outdoor"], time: Time, *, under_water: bool = False) -> Skybox:
    """A gradient behind a room, a sky with a sun outdoors, water where the ground is the sea's."""
    mood = MOODS[time]
    if under_water:
        above, far = (paint(color) for color in WATER)
        return GradientSkybox(color1=far, color2=above, intensity=mood.exposure)
    top, horizon, below = (paint(c) for c in mood.sky)
    if kind == "room":
        return GradientSkybox(color1=horizon, color2=top, intensity=mood.exposure)
    color, intensity, x, y = mood.sun
    shine = turn(rotation(Vec3(x=x, y=y)), Vec3(z=1.0))
    return SunSkybox(
        top_color=top,
        top_exponent=1.2,
        horizon_color=horizon,
        bottom_color=below,
        bottom_exponent=1.2,
        sky_intensity=mood.exposure,
        sun_color=paint(color),
        sun_intensity=intensity,
        sun_alpha=550.0,
        sun_beta=1.0,
        sun_vector=Vec4(x=round(-shine.x, 4), y=round(-shine.y, 4), z=round(-shine.z, 4)),
    )
