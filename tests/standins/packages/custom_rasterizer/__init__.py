"""Compiled apart from hy3dgen in the real one; here it only is there."""
