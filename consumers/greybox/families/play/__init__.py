"""Toys and musical instruments."""
