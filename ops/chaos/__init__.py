"""Fault runs: real processes, a real Redis, a seed, and a checker of the logs afterwards."""
