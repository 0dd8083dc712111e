"""Furniture of streets and playgrounds."""
