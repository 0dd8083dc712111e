"""A picture of a scene is lit as the scene says: its hour, its sun's place, its lamps."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from consumers.greybox.render import Drawable, Lamp, Lighting, Sky, Sun, render_scene
from consumers.greybox.render.drawable import Floats
from ops.bench.scenes.session import Session, engines
from ops.client.build import drawables
from ops.client.light import MOST_LAMPS, lighting
from schemas.scene_v1 import scene_document

SIZE = (96, 64)
HERE = {"x": 0.0, "y": 0.0, "z": 0.0}
WHITE = {"r": 1.0, "g": 1.0, "b": 1.0, "a": 1.0}


def document_of(prompt: str) -> dict[str, Any]:
    session = Session(engines())
    session.say(prompt)
    return scene_document(session.scene)


def node(position: dict[str, float], rotation: dict[str, float], **light: Any) -> dict[str, Any]:
    component = {"component_type": "light", "color": WHITE, "intensity": 1.0, **light}
    return {"position": position, "rotation": rotation, "components": [component], "children": []}


def brightness(prompt: str) -> float:
    document = document_of(prompt)
    picture = render_scene(drawables(document, {}), size=SIZE, lighting=lighting(document))
    return float(np.asarray(picture, dtype=float).mean())


def test_a_scene_without_a_sky_has_daylight() -> None:
    assert lighting({"graph": []}) == Lighting()


def test_day_is_brighter_than_sunset_and_sunset_than_night() -> None:
    day, sunset, night = (
        brightness(f"a meadow {when}") for when in ("by day", "at sunset", "at night")
    )
    assert day > 1.2 * sunset
    assert sunset > 1.2 * night


def test_a_scene_by_day_has_the_usual_sky() -> None:
    assert lighting(document_of("a meadow with a tree")).sky == Sky()


def test_a_lamp_at_night_lights_what_is_near_it() -> None:
    light = lighting(document_of("a bedroom with a bed and a lamp on a nightstand at night"))
    assert 2 <= len(light.lamps) <= MOST_LAMPS
    assert max(max(lamp.color) for lamp in light.lamps) > 1.0


def test_lights_are_where_unity_has_them_as_the_viewer_sees_it() -> None:
    lamp = node({"x": 1.0, "y": 2.0, "z": 3.0}, HERE, type="point", range=5.0)
    (seen,) = lighting({"graph": [lamp]}).lamps
    assert seen.position == pytest.approx((1.0, 2.0, -3.0))
    assert seen.aim is None


def test_the_sun_stands_against_where_it_shines() -> None:
    sun = node(HERE, {"x": 50.0, "y": -30.0, "z": 0.0}, type="directional")
    seen = lighting({"graph": [sun]}).sun
    assert seen is not None
    assert seen.direction == pytest.approx((0.321, 0.766, 0.557), abs=1e-3)


def test_a_spot_lights_its_cone_alone() -> None:
    down = node({"x": 0, "y": 2, "z": 0}, {"x": 90, "y": 0, "z": 0}, type="spot", range=6.0)
    down["components"][0]["spot_angle"] = 60.0
    (lamp,) = lighting({"graph": [down]}).lamps
    assert lamp.aim == pytest.approx((0.0, -1.0, 0.0), abs=1e-9)
    towards = np.array([[0.0, 1.0, 0.0], [0.8, 0.6, 0.0]])
    assert lamp.within(towards) == pytest.approx([1.0, 0.0])


def test_no_more_lamps_are_shown_than_a_picture_can_take() -> None:
    many = [node({"x": n, "y": 1, "z": 0}, HERE, type="point", range=3.0) for n in range(40)]
    assert len(lighting({"graph": many}).lamps) == MOST_LAMPS


def test_a_lamp_brightens_a_floor_where_it_hangs() -> None:
    floor = Drawable(
        vertices=np.array([[-2.0, 0, -2], [-2, 0, 2], [2, 0, 2], [2, 0, -2]]),
        faces=np.array([[0, 1, 2], [0, 2, 3]]),
        color=np.array([0.5, 0.5, 0.5, 1.0]),
    )
    dark = Sky(zenith=(0.05,) * 3, horizon=(0.05,) * 3, ground=(0.05,) * 3)

    def shown(lamps: tuple[Lamp, ...]) -> Floats:
        light = Lighting(sky=dark, sun=Sun(color=(0.0, 0.0, 0.0)), lamps=lamps)
        return np.asarray(render_scene([floor], size=SIZE, lighting=light), dtype=float)

    lit = shown((Lamp(position=(0.0, 0.5, 0.0), reach=1.5),)) - shown(())
    assert lit.max() > 40.0
    assert np.abs(lit[0]).max() == 0.0
