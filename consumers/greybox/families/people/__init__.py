"""People and those shaped like them."""
