"""A client of ``scener.v1`` that plays the shipping Unity client's part, for demo and CLI."""
