"""How hard property tests try: many small examples, whatever else the machine is doing."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A slow machine is no fault of the code under test, so time is not judged here.
PROPERTY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEWER = settings(PROPERTY, max_examples=15)
