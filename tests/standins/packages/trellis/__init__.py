"""A stand-in for TRELLIS as of commit 6b0d647: its image pipeline and ``to_glb``."""
