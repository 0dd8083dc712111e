"""The pinhole camera: where it stands, what it sees, and how it finds a good place by itself.

Screen coordinates are pixels, x to the right, y down, (0, 0) at the picture's top left corner.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from consumers.greybox.render.drawable import Floats
from consumers.greybox.vectors import cross


@dataclass(frozen=True)
class Camera:
    """A perspective camera at ``eye`` that looks at ``target`` (world metres, Y up).

    ``fov``: vertical field of view in degrees.
    """

    eye: tuple[float, float, float]
    target: tuple[float, float, float]
    fov: float = 32.0

    @property
    def axes(self) -> Floats:
        """Rows: the camera's right, up and backward directions, unit length, in the world."""
        return _axes(np.subtract(self.eye, self.target))

    @property
    def near(self) -> float:
        """Nothing closer than this many metres is drawn."""
        return max(1e-4, 2e-3 * float(np.linalg.norm(np.subtract(self.eye, self.target))))

    def scale(self, height: int) -> float:
        """Pixels for one unit of sideways distance per unit of depth."""
        return height / (2.0 * math.tan(math.radians(self.fov) / 2.0))

    def to_view(self, points: Floats) -> Floats:
        """World points, (..., 3), in camera axes; z is the depth in front of the camera."""
        view = (points - np.asarray(self.eye)) @ self.axes.T
        view[..., 2] *= -1.0
        return np.asarray(view)

    def rays(self, x: Floats, y: Floats, size: tuple[int, int]) -> Floats:
        """World directions through screen points, (n, 3), scaled to one metre of depth."""
        width, height = size
        scale = self.scale(height)
        right, up, back = self.axes
        sideways, upward = (x - width / 2.0) / scale, (height / 2.0 - y) / scale
        result = np.empty((len(x), 3))
        for axis in range(3):  # rows of three are slow to spread over
            result[:, axis] = sideways * right[axis] + upward * up[axis] - back[axis]
        return result


def to_screen(view: Floats, camera: Camera, size: tuple[int, int]) -> Floats:
    """View points (from ``Camera.to_view``, depth > 0) as (x, y, 1 / depth)."""
    width, height = size
    nearness = 1.0 / view[..., 2]
    scale = camera.scale(height) * nearness
    return np.stack(
        [width / 2.0 + view[..., 0] * scale, height / 2.0 - view[..., 1] * scale, nearness], axis=-1
    )


def framing(
    points: Floats,
    size: tuple[int, int],
    *,
    azimuth: float,
    elevation: float,
    fov: float = 32.0,
    margin: float = 0.08,
) -> Camera:
    """The closest camera in a given direction that has all points in the picture.

    ``azimuth``: degrees from +Z towards +X; ``elevation``: degrees above the horizon; ``margin``:
    the share of the picture left free at each side. Points: world metres, (n, 3), n > 0.
    """
    swing, rise = math.radians(azimuth), math.radians(elevation)
    back = np.array(
        [math.sin(swing) * math.cos(rise), math.sin(rise), math.cos(swing) * math.cos(rise)]
    )
    axes = _axes(back)
    right, up, depth = (points @ axes.T).T
    slope_up = math.tan(math.radians(fov) / 2.0) * (1.0 - 2.0 * margin)
    slope_right = slope_up * size[0] / size[1]
    # Each side of the frustum touches its outermost point; where opposite sides meet is the
    # nearest the eye may come in that direction.
    left_reach, right_reach = _reach(right, depth, slope_right)
    low_reach, high_reach = _reach(up, depth, slope_up)
    distance = max(
        (left_reach + right_reach) / (2.0 * slope_right),
        (low_reach + high_reach) / (2.0 * slope_up),
    )
    distance = max(distance, float(depth.max()) + 1e-3)
    eye = np.array([(right_reach - left_reach) / 2.0, (high_reach - low_reach) / 2.0, distance])
    middle = (float(depth.min()) + float(depth.max())) / 2.0
    target = np.array([eye[0], eye[1], min(middle, distance - 1e-2)])
    return Camera(_triple(eye @ axes), _triple(target @ axes), fov)


def _reach(along: Floats, depth: Floats, slope: float) -> tuple[float, float]:
    return float((-along + slope * depth).max()), float((along + slope * depth).max())


def _axes(back: Floats) -> Floats:
    back = back / max(float(np.linalg.norm(back)), 1e-30)
    # Looking straight up or down has no "right" of its own: the picture's top is then -Z.
    up = np.array([0.0, 1.0, 0.0]) if abs(float(back[1])) < 0.999 else np.array([0.0, 0.0, -1.0])
    right = cross(up, back)
    right /= max(float(np.linalg.norm(right)), 1e-30)
    return np.stack([right, cross(back, right), back])


def _triple(vector: Floats) -> tuple[float, float, float]:
    return float(vector[0]), float(vector[1]), float(vector[2])
