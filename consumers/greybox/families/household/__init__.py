"""Machines, lamps and screens of a household."""
