"""The log: keys, codec, the atomic step, leases, joins, the feed, artifacts, the embedded Redis.

The only room that imports redis. It knows events and the flow (``schemas``), and no stage, engine
or client.
"""
