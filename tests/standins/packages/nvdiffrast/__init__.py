"""A stand-in for nvdiffrast: it is there."""
