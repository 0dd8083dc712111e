"""Whole scenes as files: one GLB, or a zip of the scene and its meshes."""
