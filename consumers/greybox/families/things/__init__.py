"""Tools and gear."""
