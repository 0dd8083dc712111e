"""Boxes, poses and rooms, and how relations are measured in them. Metres, the canonical frame."""
