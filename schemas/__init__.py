"""The language of the product: ids, events, scenes, errors, the client wire, the flow.

Everything here is pure: no I/O, no clock, no environment, no redis. Other rooms import it; it
imports none of them.
"""
