"""Who makes meshes at present, over all shards of the deployment."""

from __future__ import annotations

from dataclasses import replace

from schemas.flow import Stage
from streams.members import Done, Member, Members
from streams.shards import Shards


async def crew_of(shards: Shards) -> list[Member]:
    """The consumers of the mesh stage by name, silent ones included; each once, with all it did.

    Raises a ``LOST`` error or ``RedisUnavailable`` when Redis is away.
    """
    found: dict[str, Member] = {}
    for log in shards:
        for member in await Members(log).all():
            if Stage.MESH not in member.known_stages or member.beat == 0:
                continue
            known = found.get(member.consumer)
            found[member.consumer] = member if known is None else _together(known, member)
    return list(found.values())


def slots_of(crew: list[Member]) -> int:
    """How many meshes the living can make at once."""
    return sum(member.slots for member in crew if member.is_alive)


def _together(one: Member, other: Member) -> Member:
    """What a consumer did in two shards; it lives if it was heard of in either."""
    a, b = (m.done.get(Stage.MESH, Done()) for m in (one, other))
    both = Done(a.steps + b.steps, a.failed + b.failed, a.ms + b.ms)
    done = {**one.done, Stage.MESH.value: both}
    return replace(one, done=done, silent_ms=min(one.silent_ms, other.silent_ms))
