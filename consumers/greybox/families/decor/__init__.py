"""What adorns a room, and what people carry, wear and read."""
