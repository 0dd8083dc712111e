"""The stages: one folder each, with a handler, a port, and one file an engine.

Beside them stand the kits that several stages share (``lexicon``, ``greybox``, ``layout``) and the
processes that run handlers. Nothing here imports redis or the gateway; no stage imports another.
"""
