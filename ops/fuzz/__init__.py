"""Mutated frames for every door of the gateway: nothing may come of them but typed refusals."""
