"""A stand-in for safetensors, as far as the painter names it."""


class SafetensorError(Exception):
    pass
