"""Stand-ins for peers that can not be had here. Each says whose interface it speaks."""
