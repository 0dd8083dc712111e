"""The light of a Scene JSON, as a picture of it is lit: its sky, its sun or moon, its lamps.

Unity's and the renderer's frames are joined as in ``build``. What does not belong here: how
surfaces answer light, which is the renderer's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from consumers.greybox.render.light import Lamp, Lighting, Rgb, Sky, Sun
from ops.client.build import MIRROR, TO_VIEWER
from schemas.model import Vec3
from schemas.transform import IDENTITY, Matrix, multiply, rotation

Floats = npt.NDArray[np.float64]

DAYLIGHT = 0.36
"""Mean linear brightness of the sky that the renderer's own daylight stands for."""

DARKEST = 0.17
"""What is left of daylight on a black night: an eye gets used to the dark."""

SUNSHINE = 2.3
"""The renderer's sun for an intensity of 1."""

BY_NIGHT, BY_DAY = 2.1, 0.2
"""The renderer's lamps for an intensity of 1: beside daylight a lamp is little."""

MOST_LAMPS = 16
"""The strongest of more lamps are shown, since each costs a pass over the picture."""


def lighting(document: Mapping[str, Any]) -> Lighting:
    """The light of the scene ``document``; the renderer's daylight where it says nothing."""
    sky, dark = _sky(document.get("skybox"))
    suns, lamps = [], []
    for world, component in _lights(document.get("graph", []), IDENTITY):
        if component["type"] == "directional":
            suns.append((component, _aim(world)))
        else:
            lamps.append(_lamp(world, component, BY_DAY + (BY_NIGHT - BY_DAY) * dark))
    lamps.sort(key=lambda lamp: -max(lamp.color) * lamp.reach)
    if not suns:
        sun = Sun() if document.get("skybox") is None and not lamps else None
        return Lighting(sky=sky, sun=sun, lamps=tuple(lamps[:MOST_LAMPS]))
    # One sun throws the shadows: the strongest.
    light, aim = max(suns, key=lambda found: float(found[0]["intensity"]))
    towards = (-aim[0], max(-aim[1], 0.12), -aim[2])
    sun = Sun(towards=towards, color=_rgb(_linear(light["color"]) * light["intensity"] * SUNSHINE))
    return Lighting(sky=sky, sun=sun, lamps=tuple(lamps[:MOST_LAMPS]))


def _sky(skybox: Mapping[str, Any] | None) -> tuple[Sky, float]:
    """The sky's light and backdrop, and how dark it is, 0 by day to 1 by night."""
    usual = Sky()
    if skybox is None:
        return usual, 0.0
    top, horizon, strength = _colors(skybox)
    mean = (top + horizon) / 2.0 * strength
    bright = float(np.clip(mean.mean() / DAYLIGHT, DARKEST, 1.0))
    # Half of the sky's hue: a scene below a sunset is warm, not orange all over.
    hue = mean / max(float(mean.mean()), 1e-6)
    tint = bright * (0.5 + 0.5 * np.clip(hue, 0.0, 2.0)) if bright < 0.95 else np.ones(3)
    backdrop = [_rgb(0.8 * c + 0.2 * bright * np.clip(hue, 0.0, 2.0)) for c in (top, horizon)]
    sky = Sky(
        zenith=_rgb(np.array(usual.zenith) * tint),
        horizon=_rgb(np.array(usual.horizon) * tint),
        ground=_rgb(np.array(usual.ground) * tint),
        backdrop_top=backdrop[0] if bright < 0.95 else usual.backdrop_top,
        backdrop_bottom=backdrop[1] if bright < 0.95 else usual.backdrop_bottom,
    )
    return sky, float(np.clip((1.0 - bright) / (1.0 - DARKEST), 0.0, 1.0))


def _colors(skybox: Mapping[str, Any]) -> tuple[Floats, Floats, float]:
    """The linear colours above and at the horizon, and the sky's strength."""
    match skybox["type"]:
        case "sun":
            strength = float(skybox["sky_intensity"])
            return _linear(skybox["top_color"]), _linear(skybox["horizon_color"]), strength
        case "gradient":
            return _linear(skybox["color2"]), _linear(skybox["color1"]), float(skybox["intensity"])
        case _:
            tint = _linear(skybox["tint_color"])
            return tint, tint, float(skybox["exposure"])


def _lights(graph: list[dict[str, Any]], parent: Matrix) -> Iterator[tuple[Floats, dict[str, Any]]]:
    for item in graph:
        turned = multiply(parent, rotation(Vec3.model_validate(item["rotation"])))
        world = np.eye(4)
        world[:3, :3] = np.array(turned)
        world[:3, 3] = [item["position"][axis] for axis in "xyz"]
        for component in item["components"]:
            if component["component_type"] == "light":
                yield TO_VIEWER @ MIRROR @ world, component
        yield from _lights(item["children"], turned)


def _lamp(world: Floats, component: Mapping[str, Any], strength: float) -> Lamp:
    """A lamp that shines every way, or, a spot, into its cone; an area's light goes forward."""
    reach = max(float(component["range"]), 0.1)
    # Unity's lamps fall off over their range, the renderer's over a metre: high ones are raised.
    strength *= float(component["intensity"]) * (1.0 + (0.25 * min(reach, 12.0)) ** 2)
    color = _rgb(_linear(component["color"]) * strength)
    at = (float(world[0, 3]), float(world[1, 3]), float(world[2, 3]))
    if component["type"] == "point":
        return Lamp(position=at, color=color, reach=reach)
    cone = float(component["spot_angle"]) if component["type"] == "spot" else 160.0
    return Lamp(position=at, color=color, reach=reach, aim=_aim(world), cone=cone)


def _aim(world: Floats) -> tuple[float, float, float]:
    """Where a light looks: Unity's forward, +Z."""
    ahead = world[:3, 2]
    return float(ahead[0]), float(ahead[1]), float(ahead[2])


def _linear(color: Mapping[str, float]) -> Floats:
    return np.array([max(float(color[c]), 0.0) for c in "rgb"]) ** 2.2


def _rgb(values: Floats) -> Rgb:
    return float(values[0]), float(values[1]), float(values[2])
