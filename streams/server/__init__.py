"""The embedded redis-server: finding it, starting it, mending what a crash left."""
