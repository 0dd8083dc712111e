"""Why a scene can not be given as a file."""

from __future__ import annotations

from schemas.errors import BadInput, NotFound, ScenestreamError, TooLarge


class NothingToExport(NotFound):
    """The session had no scene at that point; say what to build first, or name a later point."""


class ExportTooLarge(TooLarge):
    """The scene's meshes are more than one file holds; take them one by one, by their URLs."""


class BadMesh(ScenestreamError):
    """A mesh of the scene is no binary glTF 2.0 file; `scenestream gate` says what is wrong."""


class UnknownExtension(BadInput):
    """A mesh needs a glTF extension that is not understood here; take scene.zip, which has it as
    it is."""
