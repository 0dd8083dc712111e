"""Finding a place for each thing: what is free, what is good, and in which order."""
