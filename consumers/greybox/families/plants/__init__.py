"""Plants of all sizes."""
