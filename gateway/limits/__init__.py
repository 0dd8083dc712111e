"""What keeps a gateway well among slow and hostile clients: rates, connections, quotas, backlog."""
