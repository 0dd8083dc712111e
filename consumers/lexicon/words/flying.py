"""What is in the sky by itself, of things that a list names before "in the sky"."""

from __future__ import annotations

FLYING = frozenset({
    "bird", "seagull", "pigeon", "owl", "bat", "dragon", "fairy", "butterfly", "bee", "cloud",
    "sun", "moon", "star", "balloon", "hot air balloon", "kite", "airplane", "helicopter", "drone",
    "ufo", "rainbow", "rocket", "spaceship", "ghost", "angel", "eagle", "hawk", "falcon", "vulture",
    "crow", "raven", "parrot", "dragonfly", "hummingbird", "duck", "goose", "swan", "stork",
    "pterodactyl", "blimp", "glider", "parachute", "witch", "superhero", "pegasus", "phoenix",
    "wasp", "fly",
})  # fmt: skip
"""Nouns of the table."""
