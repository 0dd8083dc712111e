"""A stand-in for TRELLIS.2 as of commit 5565d24: its image pipeline. ``o_voxel`` lies beside it."""
