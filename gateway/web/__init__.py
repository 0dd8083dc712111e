"""The page at ``/app/``: what serves it, its sources and what they were built to."""
