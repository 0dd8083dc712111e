"""Walls in the open: a courtyard, a patio at a house, a roof with its parapet."""

from __future__ import annotations

import pytest

from consumers.layout.model import Layout
from consumers.layout.scenes.readback import room_of
from consumers.layout.scenes.scene import build_scene
from consumers.layout.scenes.shell import BACK, FLOOR, LEFT, RIGHT
from consumers.layout.solve import lay_out
from schemas.decomposition import (
    Decomposition,
    Relation,
    RelationKind,
    Setting,
    Wish,
)
from schemas.ids import NodeId
from schemas.recipe import Recipe
from schemas.scene import SunSkybox

COURT = Setting(kind="outdoor", name="courtyard", height=3.0, walls=("back", "left", "right"))
PATIO = Setting(kind="outdoor", name="patio", height=2.8, walls=("back",))
ROOF = Setting(kind="outdoor", name="roof", height=1.0, walls=("back", "left"), raised=True)


def plan(setting: Setting, kind: RelationKind, *targets: str) -> Decomposition:
    picture = Recipe(noun="picture frame", label="picture", size=(0.6, 0.8, 0.04))
    if kind is RelationKind.AGAINST_WALL:
        picture = Recipe(noun="barrel", label="barrel", size=(0.6, 0.9, 0.6))
    wish = Wish(id=NodeId("it"), name="it", slot="it", recipe=picture, prompt="it")
    relation = Relation(
        kind=kind, subject=NodeId("it"), targets=tuple(NodeId(target) for target in targets)
    )
    return Decomposition(name="it", setting=setting, wishes=(wish,), relations=(relation,))


def laid(setting: Setting, kind: RelationKind, *targets: str) -> Layout:
    return lay_out(plan(setting, kind, *targets))


@pytest.mark.parametrize("setting", [COURT, PATIO, ROOF], ids=lambda s: str(s.name))
def test_a_scene_with_walls_in_the_open_is_read_back_as_it_was(setting: Setting) -> None:
    wishes = plan(setting, RelationKind.AGAINST_WALL)
    layout = lay_out(wishes)
    scene = build_scene(wishes, layout)
    there = room_of(scene)
    assert (there.kind, there.walls, there.raised) == ("outdoor", setting.walls, setting.raised)
    assert (there.width, there.depth, there.height) == pytest.approx(
        (layout.room.width, layout.room.depth, setting.height), abs=1e-3
    )
    shown = {"back": BACK, "left": LEFT, "right": RIGHT}
    assert {side for side, node in shown.items() if node in scene.nodes} == set(setting.walls)
    assert FLOOR in scene.nodes


def test_the_open_has_sky_and_no_ceiling_lamp_though_it_has_walls() -> None:
    wishes = plan(COURT, RelationKind.ON_WALL)
    scene = build_scene(wishes, lay_out(wishes))
    shown = [c for n in scene.nodes.values() for c in n.components]
    lights = [c for c in shown if c.component_type == "light"]
    assert isinstance(scene.skybox, SunSkybox)
    assert [light.type for light in lights] == ["directional"]


@pytest.mark.parametrize(
    ("setting", "kind", "wall"),
    [
        (COURT, RelationKind.ON_WALL, "room-left-wall"),
        (COURT, RelationKind.AGAINST_WALL, "room-back-wall"),
        (PATIO, RelationKind.AGAINST_WALL, "room-back-wall"),
        (ROOF, RelationKind.AGAINST_WALL, "room-left-wall"),
    ],
)
def test_things_stand_and_hang_at_walls_in_the_open(
    setting: Setting, kind: RelationKind, wall: str
) -> None:
    layout = laid(setting, kind, wall)
    assert layout.unmet == ()
    assert layout.certificate is not None
    assert layout.certificate.valid


@pytest.mark.parametrize(
    ("setting", "kind", "targets", "why"),
    [
        (COURT, RelationKind.HANGING_FROM, (), "there is no ceiling outdoors"),
        (PATIO, RelationKind.ON_WALL, ("room-left-wall",), "there is no such wall outdoors"),
        (
            Setting(kind="outdoor", name="meadow"),
            RelationKind.ON_WALL,
            (),
            "there are no walls outdoors",
        ),
    ],
)
def test_what_the_open_lacks_is_said(
    setting: Setting, kind: RelationKind, targets: tuple[str, ...], why: str
) -> None:
    layout = laid(setting, kind, *targets)
    assert [why in unmet.reason for unmet in layout.unmet] == [True]
