"""The field's Redis frameworks, each in the settings that lose nothing, as programs of their own.

They run in an environment that the bench makes from ``requirements/bench.lock`` and import nothing
of this project. ``PROGRAM load URL N`` puts N jobs there; ``PROGRAM work URL CONSUMER`` is one
consumer process. A step is the same everywhere: take one durable job of about 300 bytes, do
nothing, publish one follow-up, acknowledge.
"""
