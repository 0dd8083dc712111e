"""Buildings and built structures."""
