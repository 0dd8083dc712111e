"""Figures, one command each: ``python -m ops.bench --only NAME``. Never part of the tests.

A module of this folder named in ``FIGURES`` has ``measure() -> list[Figure]``. Every figure is
printed beside its target or its peer of the same run, and written to ``results/latest.json``.
"""
