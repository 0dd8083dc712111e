"""Greybox: the embedded parametric models, one for every noun, and their pictures."""
