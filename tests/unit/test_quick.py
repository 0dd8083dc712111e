"""Connections that another task closes under way: what redis-py stumbles over is a lost one."""

from __future__ import annotations

import pytest
from redis.asyncio.cluster import ClusterNode
from redis.exceptions import ConnectionError

from streams.quick import QuickCluster, QuickConnection


class ClosedMeanwhile(QuickConnection):
    """Connecting returns, and it is closed again."""

    async def connect_check_health(self, *_: object, **__: object) -> None:
        return None


class Broken(ClosedMeanwhile):
    """There is a slip in it."""

    async def check_health(self) -> None:
        self.missing  # noqa: B018


@pytest.mark.parametrize("limit_s", [None, 5.0])
async def test_a_connection_that_is_closed_while_it_is_made_is_a_lost_one(
    limit_s: float | None,
) -> None:
    connection = ClosedMeanwhile(socket_timeout=limit_s)
    with pytest.raises(ConnectionError, match="closed while it was made"):
        await connection.send_command("PING")


async def test_another_slip_stays_what_it_is() -> None:
    with pytest.raises(AttributeError, match="missing"):
        await Broken().send_command("PING")


async def test_all_connections_to_a_cluster_are_quick_ones() -> None:
    cluster = QuickCluster(startup_nodes=[ClusterNode("127.0.0.1", 1)])
    nodes = [*cluster.startup_nodes, ClusterNode("127.0.0.1", 2, **cluster.connection_kwargs)]
    assert {node.connection_class for node in nodes} == {QuickConnection}
    assert cluster.nodes_manager.connection_kwargs is cluster.connection_kwargs
    assert cluster.nodes_manager.startup_nodes["127.0.0.1:1"] in cluster.startup_nodes
