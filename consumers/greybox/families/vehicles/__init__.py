"""Vehicles on land, on water and in the air."""
