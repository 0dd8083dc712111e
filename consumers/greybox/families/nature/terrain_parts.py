"""What landscapes share. No noun of its own."""

from __future__ import annotations

from consumers.greybox.mesh import Floats, Mesh


def cut(mesh: Mesh, level: float) -> Mesh:
    """Flatten what reaches below a level: a stone that lies firmly."""

    def flat(v: Floats) -> Floats:
        below = v[:, 1] < level
        v[below, 1] = level + (v[below, 1] - level) * 0.04
        return v

    return mesh.warp(flat)
