"""The clients' door: appends what they ask for, shows them what became of it. It makes nothing.

``session_v1`` is sans-I/O (frames and events in, effects out); ``server`` is the thin shell of
sockets around it.
"""
