"""Dishes and food."""
