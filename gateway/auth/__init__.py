"""Who a client is, and what it may do to whose session."""
