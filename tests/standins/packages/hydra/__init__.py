"""A stand-in for hydra-core (1.3)."""
