"""The canonical scene as ``scenestream.v2`` writes and reads it: messages, changes, the hash.

Same frame, same local transforms; numbers are 32-bit floats on the wire. What belongs here: a scene
to messages and back. What does not: what a session has to tell (``gateway.v2``).

**The hash** of a scene lets a client prove that it shows what the log says. It is the sum, modulo
2^64, of one number for each node, one for the sky (if there is one) and one for the name: the first
eight bytes, least significant first, of the SHA-256 of the ``Node`` message, of ``sky:`` and the
``Skybox`` message, of ``name:`` and the name in UTF-8. Messages are encoded with their fields in
the order of their numbers and defaults left out, as every Protocol Buffers library writes them. A
sum is the same in any order, and follows a change in the time of the change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from struct import Struct

from pydantic import ValidationError

from schemas import wire_v2_pb2 as pb
from schemas.errors import BadInput
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import (
    AreaLight,
    Color,
    Component,
    CubedSkybox,
    DirectionalLight,
    Dynamic,
    GradientSkybox,
    Node,
    PointLight,
    Primitive,
    Scene,
    Skybox,
    SpotLight,
    SunSkybox,
    Vec4,
)

_MASK = 2**64 - 1
_FLOAT = Struct("<f")
_SHAPES = ("cube", "sphere", "capsule", "cylinder", "plane", "quad")
_MODES = ("realtime", "mixed", "baked")
_SHADOWS = ("no_shadows", "hard_shadows", "soft_shadows")


class BadScene(BadInput):
    """The scene that the client sent can not be read; send nodes as scenestream.v2 has them."""


@dataclass(slots=True)
class _Shown:
    node: Node
    number: int


@dataclass(slots=True)
class View:
    """A scene that a client shows, and what turns it into another. ``hash``: of the scene."""

    scene: Scene | None = None
    hash: int = 0
    _nodes: dict[NodeId, _Shown] = field(default_factory=dict)
    _rest: int = 0

    def whole(self, scene: Scene | None) -> pb.SceneChange:
        """``scene`` in place of whatever is shown; None clears it."""
        self.scene, self.hash, self._rest = None, 0, 0
        self._nodes.clear()
        change = self.become(scene or Scene(name="")) or pb.SceneChange(hash=self.hash)
        self.scene = scene
        change.whole = True
        return change

    def become(self, scene: Scene) -> pb.SceneChange | None:
        """What turns the shown scene into ``scene``; None where there is nothing to change."""
        if scene is self.scene:
            return None
        old = self.scene or Scene(name="")
        change = pb.SceneChange()
        for node in scene.nodes.values():
            known = self._nodes.get(node.id)
            if known is not None and (known.node is node or known.node == node):
                continue
            message = node_message(node)
            self._keep(node, message)
            change.upserts.append(message)
        for node_id in [n for n in reversed(old.nodes) if n not in scene.nodes]:
            self.hash = (self.hash - self._nodes.pop(node_id).number) & _MASK
            change.removed.append(node_id)
        if scene.skybox != old.skybox:
            change.skybox.CopyFrom(skybox_message(scene.skybox))
        if scene.name != old.name:
            change.name = scene.name
        if scene.skybox != old.skybox or scene.name != old.name or self.scene is None:
            self._tell_rest(scene)
        is_empty = change.ByteSize() == 0
        self.scene = scene
        change.hash = self.hash
        return None if is_empty else change

    def _keep(self, node: Node, message: pb.Node) -> None:
        known = self._nodes.get(node.id)
        number = _number(message.SerializeToString(deterministic=True))
        self.hash = (self.hash + number - (known.number if known else 0)) & _MASK
        self._nodes[node.id] = _Shown(node, number)

    def _tell_rest(self, scene: Scene) -> None:
        rest = _rest(scene)
        self.hash = (self.hash + rest - self._rest) & _MASK
        self._rest = rest


def scene_hash(scene: Scene | None) -> int:
    """The hash of ``scene``, 0 <= hash < 2^64; that of no scene is that of an empty one."""
    if scene is None:
        return _rest(Scene(name=""))
    nodes = (node_message(n).SerializeToString(deterministic=True) for n in scene.nodes.values())
    return (sum(map(_number, nodes)) + _rest(scene)) & _MASK


def _rest(scene: Scene) -> int:
    told = _number(b"name:" + scene.name.encode())
    if scene.skybox is not None:
        sky = skybox_message(scene.skybox).SerializeToString(deterministic=True)
        told += _number(b"sky:" + sky)
    return told & _MASK


def _number(data: bytes) -> int:
    return int.from_bytes(hashlib.sha256(data).digest()[:8], "little")


def node_message(node: Node) -> pb.Node:
    """The node on the wire."""
    return pb.Node(
        id=node.id,
        name=node.name,
        parent=node.parent_id or "",
        position=_vec3(node.position),
        rotation=_vec3(node.rotation),
        scale=_vec3(node.scale),
        components=[_component(c) for c in node.components],
    )


def skybox_message(sky: Skybox | None) -> pb.Skybox:
    """The sky on the wire; one without a kind for none."""
    match sky:
        case GradientSkybox():
            return pb.Skybox(
                gradient=pb.Skybox.Gradient(
                    color1=_color(sky.color1),
                    color2=_color(sky.color2),
                    up_vector=_vec4(sky.up_vector),
                    intensity=sky.intensity,
                    exponent=sky.exponent,
                )
            )
        case SunSkybox():
            return pb.Skybox(
                sun=pb.Skybox.Sun(
                    top_color=_color(sky.top_color),
                    top_exponent=sky.top_exponent,
                    horizon_color=_color(sky.horizon_color),
                    bottom_color=_color(sky.bottom_color),
                    bottom_exponent=sky.bottom_exponent,
                    sky_intensity=sky.sky_intensity,
                    sun_color=_color(sky.sun_color),
                    sun_intensity=sky.sun_intensity,
                    sun_alpha=sky.sun_alpha,
                    sun_beta=sky.sun_beta,
                    sun_vector=_vec4(sky.sun_vector),
                )
            )
        case CubedSkybox():
            return pb.Skybox(
                cubed=pb.Skybox.Cubed(
                    tint_color=_color(sky.tint_color),
                    exposure=sky.exposure,
                    rotation=sky.rotation,
                    cube_map=sky.cube_map,
                )
            )
        case None:
            return pb.Skybox()


def read_nodes(messages: Iterable[pb.Node]) -> Iterator[Node]:
    """The nodes of a client's scene. Raises ``BadScene``."""
    for message in messages:
        try:
            yield _read_node(message)
        except (ValidationError, ValueError) as broken:
            raise BadScene(
                f"node {message.id[:64]!r}: {_why(broken)}; {BadScene.__doc__}"
            ) from broken


def read_skybox(message: pb.Skybox) -> Skybox | None:
    """The sky of a client's scene; None for one without a kind. Raises ``BadScene``."""
    try:
        return _read_skybox(message)
    except (ValidationError, ValueError) as broken:
        raise BadScene(f"skybox: {_why(broken)}; {BadScene.__doc__}") from broken


def _why(broken: Exception) -> str:
    if isinstance(broken, ValidationError):
        first = broken.errors(include_url=False, include_input=False)[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return str(broken)


def _read_node(message: pb.Node) -> Node:
    if not message.id:
        raise ValueError("it has no id")
    return Node(
        id=NodeId(message.id),
        name=message.name or message.id,
        parent_id=NodeId(message.parent) if message.parent else None,
        position=_read_vec3(message.position),
        rotation=_read_vec3(message.rotation),
        scale=_read_vec3(message.scale) if message.HasField("scale") else Vec3(x=1, y=1, z=1),
        components=tuple(_read_component(c) for c in message.components),
    )


def _component(component: Component) -> pb.Component:
    match component:
        case Primitive(shape=shape, color=color):
            kind = pb.Primitive.Shape.Value(shape.upper())
            return pb.Component(primitive=pb.Primitive(shape=kind, color=_color(color)))
        case Dynamic(id=asset):
            return pb.Component(mesh=pb.Mesh(asset=asset))
        case light:
            return pb.Component(light=_light(light))


def _light(light: SpotLight | DirectionalLight | PointLight | AreaLight) -> pb.Light:
    told = pb.Light(
        color=_color(light.color),
        intensity=light.intensity,
        indirect_multiplier=light.indirect_multiplier,
    )
    if isinstance(light, AreaLight):
        told.type = pb.Light.DISK if light.shape == "disk" else pb.Light.RECTANGLE
        told.range = light.range
        told.width, told.height = light.width or 0.0, light.height or 0.0
        told.radius = light.radius or 0.0
        return told
    told.type = pb.Light.Type.Value(light.type.upper())
    told.mode = pb.Light.Mode.Value(light.mode.upper())
    told.shadows = pb.Light.Shadows.Value(light.shadow_type.upper())
    if not isinstance(light, DirectionalLight):
        told.range = light.range
    if isinstance(light, SpotLight):
        told.spot_angle = light.spot_angle
    return told


def _read_component(message: pb.Component) -> Component:
    match message.WhichOneof("kind"):
        case "primitive":
            shape = _named(_SHAPES, message.primitive.shape)
            return Primitive(shape=shape, color=_read_color(message.primitive.color))
        case "mesh":
            return Dynamic(id=message.mesh.asset)
        case "light":
            return _read_light(message.light)
        case _:
            raise ValueError("a component is neither primitive nor mesh nor light")


def _named(names: Sequence[str], number: int) -> str:
    """The ``number``-th of ``names``: an enum's value comes as any number that the client likes."""
    if not 0 <= number < len(names):
        raise ValueError(f"{number} is none of {', '.join(names)}")
    return names[number]


def _read_light(m: pb.Light) -> Component:
    color = _read_color(m.color)
    base = (color, m.intensity, m.indirect_multiplier)
    mode, shadows = _named(_MODES, m.mode), _named(_SHADOWS, m.shadows)
    named = dict(zip(("color", "intensity", "indirect_multiplier"), base, strict=True))
    match m.type:
        case pb.Light.SPOT:
            return SpotLight.model_validate(
                {**named, "range": m.range, "spot_angle": m.spot_angle, "mode": mode}
                | {"shadow_type": shadows}
            )
        case pb.Light.DIRECTIONAL:
            return DirectionalLight.model_validate({**named, "mode": mode, "shadow_type": shadows})
        case pb.Light.POINT:
            return PointLight.model_validate(
                {**named, "range": m.range, "mode": mode, "shadow_type": shadows}
            )
        case pb.Light.DISK:
            return AreaLight.model_validate(
                {**named, "shape": "disk", "range": m.range, "radius": m.radius}
            )
        case _:
            sides = {"width": m.width, "height": m.height}
            return AreaLight.model_validate(
                {**named, "shape": "rectangle", "range": m.range, **sides}
            )


def _read_skybox(message: pb.Skybox) -> Skybox | None:
    match message.WhichOneof("kind"):
        case "gradient":
            g = message.gradient
            return GradientSkybox(
                color1=_read_color(g.color1),
                color2=_read_color(g.color2),
                up_vector=_read_vec4(g.up_vector),
                intensity=g.intensity,
                exponent=g.exponent,
            )
        case "sun":
            s = message.sun
            return SunSkybox(
                top_color=_read_color(s.top_color),
                top_exponent=s.top_exponent,
                horizon_color=_read_color(s.horizon_color),
                bottom_color=_read_color(s.bottom_color),
                bottom_exponent=s.bottom_exponent,
                sky_intensity=s.sky_intensity,
                sun_color=_read_color(s.sun_color),
                sun_intensity=s.sun_intensity,
                sun_alpha=s.sun_alpha,
                sun_beta=s.sun_beta,
                sun_vector=_read_vec4(s.sun_vector),
            )
        case "cubed":
            c = message.cubed
            return CubedSkybox(
                tint_color=_read_color(c.tint_color),
                exposure=c.exposure,
                rotation=c.rotation,
                cube_map=c.cube_map,
            )
        case _:
            return None


def _vec3(v: Vec3) -> pb.Vec3:
    # No negative zeros: some libraries leave them out, and then hash another message.
    return pb.Vec3(x=v.x + 0.0, y=v.y + 0.0, z=v.z + 0.0)


def _vec4(v: Vec4) -> pb.Vec4:
    return pb.Vec4(x=v.x + 0.0, y=v.y + 0.0, z=v.z + 0.0, w=v.w + 0.0)


def _color(c: Color) -> pb.Color:
    return pb.Color(r=c.r, g=c.g, b=c.b, a=c.a)


def _read_vec3(m: pb.Vec3) -> Vec3:
    return Vec3(x=_plain(m.x), y=_plain(m.y), z=_plain(m.z))


def _read_vec4(m: pb.Vec4) -> Vec4:
    return Vec4(x=_plain(m.x), y=_plain(m.y), z=_plain(m.z), w=_plain(m.w))


def _read_color(m: pb.Color) -> Color:
    return Color(r=_plain(m.r), g=_plain(m.g), b=_plain(m.b), a=_plain(m.a))


def _plain(value: float) -> float:
    """A float of the wire as people write it, 0.1 and not 0.10000000149; the same on the wire."""
    for digits in (6, 7, 8):
        shorter = float(f"{value:.{digits}g}")
        if _FLOAT.pack(shorter) == _FLOAT.pack(value):
            return shorter
    return value
