"""The commands that keep sessions, move them, and get rid of them."""
