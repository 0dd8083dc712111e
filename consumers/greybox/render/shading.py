"""How surfaces answer light: diffuse and glossy reflection of a rough or metallic material.

The glTF metallic-roughness model: a GGX lobe for the sun and lamps, and the sky's reflection by its
usual two-term fit. Everything is linear RGB, float32.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from consumers.greybox.render.camera import Camera
from consumers.greybox.render.drawable import Floats, Ints
from consumers.greybox.render.fragments import Fragments
from consumers.greybox.render.light import Lighting
from consumers.greybox.render.soup import Soup
from consumers.greybox.render.texture import Texture, prepared
from consumers.greybox.vectors import dot

Textures = dict[int, Texture]


@dataclass(frozen=True, eq=False)
class Surface:
    """What a fragment is made of: (f, 3) unit ``normal`` and ``towards`` the eye, (f, 3) ``facing``
    (the face's own normal, on the eye's side), (f, 4) ``color``, (f,) ``roughness``, ``metallic``,
    (f, 3) ``emissive``."""

    normal: Floats
    facing: Floats
    towards: Floats
    color: Floats
    roughness: Floats
    metallic: Floats
    emissive: Floats


def textures_of(soup: Soup) -> Textures:
    """The prepared textures of a soup's drawables, by their index; one made once is shared."""
    ready: dict[int, Texture] = {}
    result: Textures = {}
    for index, drawable in enumerate(soup.drawables):
        if drawable.texture is not None and drawable.uv is not None:
            key = id(drawable.texture)
            if key not in ready:
                ready[key] = prepared(drawable.texture)
            result[index] = ready[key]
    return result


def surface(fragments: Fragments, soup: Soup, camera: Camera, textures: Textures) -> Surface:
    """The materials and directions at fragments."""
    triangle, weights = fragments.triangle, fragments.weights
    owner = soup.owner[triangle]
    towards = _unit((np.asarray(camera.eye) - fragments.position).astype(np.float32))
    facing = soup.facing.astype(np.float32).take(triangle, axis=0)
    # Both sides of a face are drawn; the side that is seen is the outside.
    side = np.where(dot(facing, towards) < 0.0, np.float32(-1.0), np.float32(1.0))[:, None]
    normal = _unit(_mixed(soup.normals, triangle, weights)) * side
    # A smooth normal near an outline may turn away from the eye, which would shade black.
    normal = _unit(normal + towards * np.maximum(0.02 - dot(normal, towards), 0.0)[:, None])
    color = _mixed(soup.colors, triangle, weights)
    for index, texture in textures.items():
        mine = np.flatnonzero(owner == index)
        if len(mine):
            uv = _mixed(soup.uv, triangle[mine], weights[mine])
            color[mine] *= texture.at(uv, fragments.footprint[mine])
    table = np.array(
        [(max(d.roughness, 0.06), d.metallic, *d.emissive) for d in soup.drawables],
        dtype=np.float32,
    ).take(owner, axis=0)
    return Surface(normal, facing * side, towards, color, table[:, 0], table[:, 1], table[:, 2:])


def radiance(
    points: Surface, position: Floats, lighting: Lighting, sunlit: Floats, openness: Floats
) -> Floats:
    """Light that leaves surface points towards the eye, (f, 3).

    ``sunlit``: (f,) 0..1, what of the sun arrives; ``openness``: (f,) 0..1, what of the sky does.
    """
    base = points.color[:, :3]
    metallic = points.metallic[:, None]
    diffuse = base * (1.0 - metallic)
    mirror = 0.04 + (base - 0.04) * metallic
    # Light that is kept from a crevice bounces in it: pale materials stay lighter there.
    lit_crevice = openness[:, None] ** (1.0 - 0.5 * np.clip(base, 0.0, 1.0))
    light = diffuse * lighting.sky.irradiance(points.normal[:, 1]) * lit_crevice
    light += _sky_gloss(points, mirror, lighting) * openness[:, None]
    if lighting.sun is not None:
        direction = np.asarray(lighting.sun.direction, dtype=np.float32)
        lit = np.flatnonzero((sunlit > 0.0) & (points.normal @ direction > 0.0))
        color = np.asarray(lighting.sun.color, dtype=np.float32) * sunlit[lit, None]
        light[lit] += color * _answer(points, diffuse, mirror, lit, direction[None, :])
    for lamp in lighting.lamps:
        offset = (np.asarray(lamp.position) - position).astype(np.float32)
        distance = np.linalg.norm(offset, axis=1)
        lit = np.flatnonzero(distance < lamp.reach)
        fade = (1.0 - (distance[lit] / lamp.reach) ** 2) ** 2 / (1.0 + distance[lit] ** 2)
        towards = _unit(offset[lit])
        fade = fade * openness[lit] * lamp.within(towards)
        color = np.asarray(lamp.color, dtype=np.float32) * fade[:, None]
        light[lit] += color * _answer(points, diffuse, mirror, lit, towards)
    return np.asarray((light + points.emissive) * np.float32(lighting.exposure))


def _answer(
    points: Surface, diffuse: Floats, mirror: Floats, lit: Ints, towards_light: Floats
) -> Floats:
    """Reflection of light of strength 1 from a direction, its slant included, (lit, 3)."""
    normal, towards = points.normal[lit], points.towards[lit]
    half = _unit(towards + towards_light)
    light_slant = np.maximum(dot(normal, towards_light), 0.0)
    eye_slant = np.maximum(dot(normal, towards), 0.02)
    half_slant = np.maximum(dot(normal, half), 0.0)
    half_eye = np.maximum(dot(towards, half), 0.0)
    alpha = points.roughness[lit] ** 2
    spread = alpha * alpha
    lobe = spread / (half_slant * half_slant * (spread - 1.0) + 1.0) ** 2
    k = alpha * 0.5
    visibility = 0.25 / ((light_slant * (1 - k) + k) * (eye_slant * (1 - k) + k))
    fresnel = mirror[lit] + (1.0 - mirror[lit]) * ((1.0 - half_eye) ** 5)[:, None]
    # A lobe of a near mirror is a point of huge strength; an eye sees a clipped highlight.
    gloss = np.minimum(lobe * visibility * (1.0 / np.pi), 6.0)[:, None] * fresnel
    return np.asarray((diffuse[lit] * np.float32(1.0 / np.pi) + gloss) * light_slant[:, None])


def _sky_gloss(points: Surface, mirror: Floats, lighting: Lighting) -> Floats:
    """The sky as glossy surfaces mirror it."""
    slant = np.clip(dot(points.normal, points.towards), 0.0, 1.0)
    bounced = 2.0 * slant * points.normal[:, 1] - points.towards[:, 1]
    rough = points.roughness
    seen = lighting.sky.radiance(bounced, rough) * (1.0 - rough)[:, None]
    seen += lighting.sky.irradiance(points.normal[:, 1]) * rough[:, None]
    r_x, r_y = 1.0 - rough, 0.0425 - 0.0275 * rough
    r_z, r_w = 1.04 - 0.572 * rough, 0.022 * rough - 0.04
    a004 = np.minimum(r_x * r_x, np.exp2(-9.28 * slant)) * r_x + r_y
    scale, bias = -1.04 * a004 + r_z, 1.04 * a004 + r_w
    return np.asarray(seen * (mirror * scale[:, None] + bias[:, None]))


def _mixed(corners: Floats, triangle: Ints, weights: Floats) -> Floats:
    """A corner attribute at fragments, (f, k), float32."""
    mine = corners.astype(np.float32).take(triangle, axis=0)
    return np.asarray(np.einsum("fck,fc->fk", mine, weights))


def _unit(vectors: Floats) -> Floats:
    scale = 1.0 / np.sqrt(np.maximum(dot(vectors, vectors), 1e-30))
    return np.asarray(vectors * scale[:, None])
