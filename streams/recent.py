"""What happened lately in all sessions: the newest entries of the feeds."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from schemas.events import Data, Event
from streams.codec import decode_or_keep
from streams.scripts import until_answered
from streams.shards import Shards

LOOKED_AT = 5_000
"""Entries of each feed."""


async def recent(shards: Shards, types: Collection[type[Data]]) -> list[Event]:
    """The newest events of these types, oldest first in each shard. Raises ``RedisUnavailable``."""
    heads = tuple(f'{{"type":"{model.type}"' for model in types)
    found: list[Event] = []
    for log in shards:
        rows = await until_answered(partial(log.redis.xrevrange, log.keys.feed, count=LOOKED_AT))
        for _, fields in reversed(rows):
            if fields["e"].startswith(heads):
                found.append(
                    decode_or_keep(
                        fields["e"], fields["session"], fields["id"] or None, fields["request"]
                    )
                )
    return found
