"""HTTP on the gateway's port: the front that tells WebSockets from the rest, and what answers."""
