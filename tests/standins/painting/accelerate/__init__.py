"""A stand-in for accelerate, which diffusers moves parts of models by."""
