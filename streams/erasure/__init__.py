"""What there is of a session, and making sure that nothing of it is left."""
