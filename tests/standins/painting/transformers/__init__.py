"""A stand-in for transformers, which diffusers loads text encoders by."""
