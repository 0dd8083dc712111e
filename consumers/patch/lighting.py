"""Edits of light and sky: the hour, brightness, colours, further lights, lamps on and off."""

from __future__ import annotations

from collections.abc import Iterable

from consumers.layout import (
    MOODS,
    SUN,
    Time,
    glow_node,
    is_shell,
    light_nodes,
    paint,
    room_of,
    skybox,
)
from consumers.lexicon.edits.lamps import COOL, LAMPS, WARM
from consumers.patch.draft import Draft
from consumers.patch.summing import listed, the
from schemas.edits import Relight
from schemas.ids import NodeId
from schemas.model import HexColor, Vec3
from schemas.scene import Component, GradientSkybox, Node
from schemas.transform import local_position, rounded, worlds

TIMES = {"day": "it is day", "night": "it is night", "sunset": "the sun sets"}


_TINTED = "changed the colour of the light"
_SHADES: dict[HexColor | None, str] = {WARM: "warmer", COOL: "cooler"}
_OFF = 0.1
"""The factor on the brightness from which the light is off."""


def relight(draft: Draft, edit: Relight) -> None:
    """The light as ``edit`` says. What it does not name keeps its values."""
    if edit.time is not None:
        _time(draft, edit)
    if edit.lights:
        _lights(draft, edit)
    if edit.lamps:
        _switch(draft, edit)
    if edit.power is not None:
        _power(draft, on=edit.power == "on")
    if edit.brightness != 1.0:
        _dim(draft, edit.brightness)
        draft.told.append(_dimming(edit.brightness))
    if edit.tint is not None and edit.lamps:
        for node in _lit(draft):
            if node.parent_id in edit.lamps:
                shown = tuple(_tinted(c, edit.tint) for c in node.components)
                draft.nodes[node.id] = node.model_copy(update={"components": shown})
    elif edit.tint is not None:
        for node in _lit(draft):
            shown = tuple(_tinted(c, edit.tint) for c in node.components)
            draft.change(node.id, components=shown)
        shade = _SHADES.get(edit.tint)
        if shade and _OFF < edit.brightness != 1.0:
            draft.told[-1] += f" and {shade}"
        else:
            draft.told.append(f"made the light {shade}" if shade else _TINTED)
    if edit.sky is not None:
        _sky(draft, edit.sky)


def _dim(draft: Draft, factor: float) -> None:
    for node in _lit(draft):
        draft.change(node.id, components=tuple(_dimmed(c, factor) for c in node.components))


def _power(draft: Draft, *, on: bool) -> None:
    """All light on or off: by the factor that brings the sun to what it is at its hour."""
    now = _brightest(_lit(draft))
    full = _brightest(light_nodes(room_of(draft.scene()), _hour(draft)))
    factor = (full if on else _OFF * full) / now if now else 0.0
    if not now or (factor <= 1.05 if on else factor >= 0.95):
        draft.unmet.append(f"the light is {'on' if on else 'off'} already")
        return
    _dim(draft, factor)
    draft.told.append("turned the light on again" if on else _dimming(_OFF))


def _brightest(nodes: Iterable[Node]) -> float:
    """The intensity of the sun among ``nodes``, else of their brightest light; 0 for none."""
    lights = [(n.id == SUN, c) for n in nodes for c in n.components if c.component_type == "light"]
    suns = [c.intensity for is_sun, c in lights if is_sun]
    return max(suns or [c.intensity for _, c in lights], default=0.0)


def _hour(draft: Draft) -> Time:
    """The hour that the scene's sun is called after."""
    name = draft.nodes[SUN].name if SUN in draft.nodes else ""
    return next((hour for hour, mood in MOODS.items() if mood.sun_name == name), "day")


def _dimming(factor: float) -> str:
    """What people are told of ``factor`` on the brightness."""
    if factor <= _OFF:
        return "turned the light off as far as one still sees"
    return "made the light " + ("brighter" if factor > 1 else "softer")


def is_light(node: Node) -> bool:
    """Whether a node gives light."""
    return any(c.component_type == "light" for c in node.components)


def _lit(draft: Draft) -> list[Node]:
    return [n for n in draft.nodes.values() if is_light(n)]


def _holder(draft: Draft) -> NodeId | None:
    return next((n.id for n in draft.nodes.values() if is_shell(n.id)), None)


def _time(draft: Draft, edit: Relight) -> None:
    room = room_of(draft.scene())
    hour = edit.time or "day"
    draft.skybox = skybox(room.kind, hour)
    for fresh in light_nodes(room, hour, parent=_holder(draft)):
        draft.nodes[fresh.id] = fresh
        draft.touch(fresh.id)
    draft.told.append(TIMES[hour])


def _lights(draft: Draft, edit: Relight) -> None:
    room = room_of(draft.scene())
    for fresh in light_nodes(room, edit.time or "day", edit.lights, parent=_holder(draft)):
        asked = fresh.id.startswith("room-light-")
        if not asked and fresh.id in draft.nodes and not _sun_asked(edit, fresh):
            continue
        node = _free_id(draft, fresh) if asked else fresh
        if edit.over is not None and edit.over in draft.nodes and asked:
            node = _above(draft, node, edit.over)
        draft.nodes[node.id] = node
        draft.touch(node.id)
    where = f" on {draft.name_of(edit.over)}" if edit.over in draft.nodes else ""
    draft.told.append(f"added a light{where}")


def _sun_asked(edit: Relight, fresh: Node) -> bool:
    sun = any(c.component_type == "light" and c.type == "directional" for c in fresh.components)
    return sun and any(wish.kind == "directional" for wish in edit.lights)


def _free_id(draft: Draft, node: Node) -> Node:
    """The light under a number that no light has."""
    number = 1
    while f"room-light-{number}" in draft.nodes:
        number += 1
    name = f"{node.name.rsplit(' ', 1)[0]} {number}"
    return node.model_copy(update={"id": NodeId(f"room-light-{number}"), "name": name})


def _above(draft: Draft, light: Node, thing: NodeId) -> Node:
    """The light straight above a thing, at its own height or 1.5 m above its top."""
    world = worlds(draft.scene())
    at, height = world[thing].position, draft.sizes.get(thing, (1.0, 1.0, 1.0))[1]
    room = room_of(draft.scene())
    y = max(room.y + light.position.y, at.y + height + 1.5)
    y = min(y, room.y + room.height - 0.1) if room.roofed else y
    parent = world[light.parent_id].position.y if light.parent_id is not None else 0.0
    there = Vec3(x=at.x, y=max(y, parent), z=at.z)
    if light.parent_id is not None:
        there = local_position(world[light.parent_id], there)
    return light.model_copy(update={"position": rounded(there, 4)})


def _switch(draft: Draft, edit: Relight) -> None:
    """Lamps on or off: each has a light of its own, which a dark one gets when it is lit."""
    names = []
    for lamp in edit.lamps:
        if lamp not in draft.nodes:
            draft.unmet.append(f"{lamp} is not in the scene any more")
            continue
        name = draft.nodes[lamp].name
        glows = [n for n in draft.nodes.values() if n.parent_id == lamp and is_light(n)]
        if edit.on and not glows:
            fresh = glow_node(lamp, name, draft.sizes.get(lamp, (0.3, 0.5, 0.3))[1])
            draft.nodes[fresh.id] = fresh
        elif not edit.on and glows:
            for glow in glows:
                draft.nodes.pop(glow.id)
        elif edit.tint is None:
            state = "is on" if draft.nouns.get(lamp) in LAMPS else "glows"
            draft.unmet.append(f"{the(name)} {state if edit.on else 'is off'} already")
            continue
        draft.touch(lamp)
        names.append(name)
    if names and edit.on and any(draft.nouns.get(n) not in LAMPS for n in edit.lamps):
        draft.told.append(f"made {listed(names)} glow")
    elif names:
        draft.told.append(f"switched {listed(names)} {'on' if edit.on else 'off'}")


def _sky(draft: Draft, color: HexColor) -> None:
    """The sky in another colour, lighter at the horizon."""
    shown = paint(color)
    pale = shown.model_copy(
        update={m: round((getattr(shown, m) + 1.0) / 2, 4) for m in ("r", "g", "b")}
    )
    room, old = room_of(draft.scene()), draft.skybox
    if old is None:
        old = skybox(room.kind, "day")
    if old.type == "sun":
        draft.skybox = old.model_copy(update={"top_color": shown, "horizon_color": pale})
    elif old.type == "cubed":
        draft.skybox = old.model_copy(update={"tint_color": shown})
    else:
        draft.skybox = GradientSkybox(
            color1=pale, color2=shown, intensity=old.intensity, exponent=old.exponent
        )
    draft.told.append("coloured the sky")


def _dimmed(component: Component, factor: float) -> Component:
    if component.component_type != "light":
        return component
    return component.model_copy(update={"intensity": round(component.intensity * factor, 4)})


def _tinted(component: Component, color: HexColor) -> Component:
    if component.component_type != "light":
        return component
    return component.model_copy(update={"color": paint(color)})
