"""The commands that look at sessions: at any point of them, and how it came to that."""
