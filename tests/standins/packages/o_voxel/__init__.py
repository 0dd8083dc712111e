"""A stand-in for o_voxel, of TRELLIS.2's repository: its ``postprocess``."""
