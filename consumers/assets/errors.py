"""Why a mesh can not be sent, and can not be mended either. Each message: the cause, the remedy."""

from __future__ import annotations

from schemas.errors import BadInput


class AssetRefused(BadInput):
    """A mesh is no asset that clients can load. ``why``: what is wrong with it."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(
            f"the mesh can not be used: {why}; make it again with other words, another picture or "
            "another mesh engine"
        )


class NotGlb(AssetRefused):
    """The bytes are no binary glTF 2.0 file, or only a part of one."""


class UnreadableAsset(AssetRefused):
    """The file says things that nobody here can read, or that lie outside it."""


class NothingThere(AssetRefused):
    """No triangle of the file is left that could be shown."""


class TooManyTriangles(AssetRefused):
    """The mesh is larger than what can be made smaller in bounded memory and time."""

    def __init__(self, triangles: int, vertices: int, most: int) -> None:
        self.triangles, self.vertices, self.most = triangles, vertices, most
        super().__init__(
            f"it has {triangles:,} triangles over {vertices:,} vertices, the most that are read is "
            f"{most:,} triangles, half as many if they share no vertices (most_triangles)"
        )


class HugeTexture(AssetRefused):
    """A texture has more pixels than may be decoded."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(f"a texture has more than {most:,} pixels, the most that are decoded")
