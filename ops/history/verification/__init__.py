"""What `scenestream verify` looks at, a module each; ``session`` brings them together."""
