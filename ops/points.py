"""A point of a session as the command line's users name it: what clients of the gateway may say."""

from streams.points import BadPoint as BadPoint
from streams.points import resolve as resolve
