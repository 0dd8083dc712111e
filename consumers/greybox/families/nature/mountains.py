"""Mountains, hills and volcanoes."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from consumers.greybox.mesh import Floats, Ints, Mesh
from consumers.greybox.model import Draft, Family, stuff
from consumers.greybox.solids import blob, cylinder
from consumers.greybox.sweeps import curve, loft, tube

SNOW = stuff("snow")


def _massif(
    b: Draft, peaks: list[tuple[float, float, float, float]], rough: float, n: int = 26
) -> tuple[Mesh, Floats]:
    """A solid landscape on the unit square: ``peaks`` are (x, z, radius, height)."""
    line = np.linspace(-0.5, 0.5, n)
    x, z = (g.ravel() for g in np.meshgrid(line, line, indexing="ij"))
    height = np.zeros(len(x))
    for px, pz, r, tall in peaks:
        away = np.hypot(x - px, z - pz) / r
        height = np.maximum(height, tall * np.clip(1 - away, 0, None) ** 1.25)
    wave = np.zeros(len(x))
    for i in range(10):
        way = b.rng.normal(size=2) * (8 + 4 * i)
        wave += np.sin(x * way[0] + z * way[1] + b.rng.uniform(0, 6.28)) / (2 + i)
    edge = np.clip(4 * np.minimum(0.5 - np.abs(x), 0.5 - np.abs(z)), 0, 1)
    height = np.clip(height * (1 + rough * wave), 0, None) * np.minimum(1.0, edge + 0.001)
    top = np.stack([x, height + 0.004, z], axis=1)
    low = np.stack([x, np.zeros(len(x)), z], axis=1)
    # A round foot instead of a square one: squeeze the grid's corners.
    far = np.maximum(np.abs(x), np.abs(z))
    k = np.where(far > 0, far / np.maximum(np.hypot(x, z), 1e-9), 1.0)
    for layer in (top, low):
        layer[:, 0] *= k
        layer[:, 2] *= k
    return Mesh(np.concatenate([top, low]), _slab(n)), height


def _slab(n: int) -> Ints:
    """Faces of a solid between an n by n grid of upper vertices and one of lower vertices."""
    row, column = (
        g.ravel() for g in np.meshgrid(np.arange(n - 1), np.arange(n - 1), indexing="ij")
    )
    a, c = row * n + column, row * n + column + 1
    f, e = a + n, c + n
    up = np.concatenate([np.stack([a, c, e], 1), np.stack([a, e, f], 1)])
    step = np.arange(n - 1)
    rim = np.concatenate([step, step * n + n - 1, n * n - 1 - step, (n - 1 - step) * n])
    after = np.roll(rim, -1)
    m = n * n
    side = [np.stack([rim, after + m, after], 1), np.stack([rim, rim + m, after + m], 1)]
    return np.concatenate([up, up[:, ::-1] + m, *side])


def mountain(b: Draft) -> None:
    peaks = [
        (0.02, -0.02, 0.5, 1.0),
        (-0.24, 0.1, 0.3, 0.62),
        (0.26, 0.08, 0.26, 0.52),
        (0.08, 0.26, 0.22, 0.36),
    ]
    mesh, _ = _massif(b, peaks, 0.14, 30)
    b.add("rock", mesh, None, 28)
    b.add("snow", _crest(mesh, 0.56), SNOW, 28)


def _crest(mesh: Mesh, share: float) -> Mesh:
    """A closed cap over everything of ``mesh`` above a share of its height, ragged at its rim."""
    v, f = mesh.vertices, mesh.faces
    top = float(v[:, 1].max())
    jitter = 0.06 * np.sin(v[:, 0] * 37.0) * np.cos(v[:, 2] * 41.0)
    high = v[:, 1] > (share + jitter) * top
    keep = f[high[f].all(axis=1)]
    used = np.unique(keep)
    place = np.full(len(v), -1)
    place[used] = np.arange(len(used))
    skin = place[keep]
    over = v[used] + np.array([0.0, 0.012 * top, 0.0])
    under = v[used] - np.array([0.0, 0.03 * top, 0.0])
    edges = np.concatenate([skin[:, [0, 1]], skin[:, [1, 2]], skin[:, [2, 0]]])
    known = {(int(p), int(q)) for p, q in edges}
    rim = np.array([(p, q) for p, q in known if (q, p) not in known])
    rim = rim[np.lexsort((rim[:, 1], rim[:, 0]))]
    n = len(used)
    side = np.concatenate(
        [
            np.stack([rim[:, 1], rim[:, 0], rim[:, 0] + n], 1),
            np.stack([rim[:, 1], rim[:, 0] + n, rim[:, 1] + n], 1),
        ]
    )
    return Mesh(np.concatenate([over, under]), np.concatenate([skin, skin[:, ::-1] + n, side]))


def hill(b: Draft) -> None:
    mesh, height = _massif(b, [(0, 0, 0.5, 1.0), (0.2, 0.1, 0.3, 0.6)], 0.03, 22)
    smooth = mesh.vertices.copy()
    top = height.max()
    smooth[: len(height), 1] = np.sin(np.clip(height / top, 0, 1) * pi / 2) ** 1.3 + 0.004
    b.add("grass", Mesh(smooth, mesh.faces), None, 70)
    for i in range(16):
        a, r = i * 2.4, 0.08 + 0.3 * (i / 16)
        x, z = r * sin(a), r * cos(a)
        near = int(
            np.argmin((smooth[: len(height), 0] - x) ** 2 + (smooth[: len(height), 2] - z) ** 2)
        )
        y = smooth[near, 1]
        b.add(
            "bushes",
            blob(b.rng, 0.016, 0.08, 0.018, smooth[near, 0], y + 0.02, smooth[near, 2], 0.2, 1),
            b.tone(0.75),
            50,
        )


def volcano(b: Draft) -> None:
    profile = [
        (0.5, 0.0),
        (0.38, 0.16),
        (0.26, 0.42),
        (0.17, 0.72),
        (0.125, 0.9),
        (0.1, 0.9),
        (0.08, 0.8),
    ]
    n = 30
    a = np.arange(n) * (2 * pi / n)
    rings = []
    for r, y in profile:
        wob = 1 + 0.09 * np.sin(a * 5 + 7 * y) + 0.05 * np.sin(a * 11 + 3)
        rings.append(
            np.stack(
                [
                    r * wob * np.sin(a),
                    np.full(n, y) + (0.03 * np.sin(a * 3) if y > 0.85 else 0.0),
                    r * wob * np.cos(a),
                ],
                axis=1,
            )
        )
    b.add("rock", loft(rings), None, 24)
    lava = stuff("light", "#f25a1a")
    b.add("lava", cylinder(0.1, 0.04, 0, 0.82, n=20), lava)
    for turn in (10, 100, 190, 290):
        flow = curve(
            [
                (0, 0.9, 0.1),
                (0.015, 0.88, 0.15),
                (-0.01, 0.66, 0.2),
                (0.02, 0.42, 0.285),
                (0.0, 0.24, 0.355),
            ],
            3,
        )
        count = len(flow)
        b.add(
            "lava",
            tube(flow, [(0.022 * (1.2 - 0.7 * i / count), 0.02) for i in range(count)], 7).yaw(
                turn
            ),
            lava,
        )
    for x, y, r in ((0.0, 0.96, 0.07), (0.05, 1.05, 0.09), (-0.02, 1.15, 0.11)):
        b.add("smoke", blob(b.rng, r, r * 0.9, r, x, y, 0, 0.15, 2), stuff("cloud", "#b5b0ac"))


MODELS: dict[str, Family] = {
    "mountain": mountain,
    "hill": hill,
    "volcano": volcano,
}
