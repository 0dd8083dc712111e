"""The `scenestream.v2` protocol: sessions that many clients watch and edit, over any disconnect."""
