"""``trellis.utils`` of the stand-in."""
