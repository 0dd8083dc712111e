"""What engines share whose work is done by another server: its address, asking it, its files."""
