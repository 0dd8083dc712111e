"""A stand-in for huggingface_hub, as far as the painter names it."""
