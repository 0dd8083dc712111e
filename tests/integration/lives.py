"""Sessions with something in every place that there is: what the tests of erasing begin from."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from consumers.library.index import Library, key_of
from ops.keeping.places import Places
from schemas import events as e
from schemas.artifacts import GLB, WAV
from schemas.errors import Category
from schemas.flow import Stage
from schemas.ids import RequestId, SessionId
from schemas.recipe import Recipe
from streams.commit import Taken
from streams.erasure.holdings import look
from streams.failing import failed
from streams.keys import snapshot_key
from streams.lease import Leases
from streams.log import Log
from streams.past import keyframes
from streams.past.history import History
from streams.step import Failure, RetryPolicy
from tests.golden.samples import AT
from tests.integration.pasts import begin, edit, opened

ALL = tuple(Stage)


@asynccontextmanager
async def deployment(redis_url: str, folder: Path) -> AsyncIterator[Places]:
    """A deployment whose artifacts and library lie below ``folder``."""
    async with opened(redis_url, folder) as (shards, history):
        await shards.agree("artifacts", str(folder / "artifacts"))
        await shards.agree("library", str(folder / "library"))
        yield Places(history, Library(folder / "library"))


def secret(session: str, what: str) -> str:
    """Words that only ``session`` says, of ``what``."""
    return f"zanzibar-{session}-{what}"


async def live(here: Places, session: SessionId, mesh: bytes = b"glTF of a chair") -> None:
    """A session with a scene, edits, a keyframe, speech, a mesh, an asset, a snapshot; a wish that
    failed and left a letter, and one whose step is tried again later. Nothing may be queued."""
    log = here.history.shards.of(session)
    await begin(log, session)
    await edit(log, session, 1)
    frame = keyframes.of(await here.history.state(session))
    await keyframes.write(log, here.artifacts, session, frame)
    await _speak(here, session)
    await make(here, session, mesh)
    for name, retried in (("failed", False), ("retried", True)):
        await ask(log, session, name)
        await _fail(log, await take(log), retried)
    await log.redis.set(snapshot_key(session), json.dumps({"name": secret(session, "snapshot")}))


async def ask(log: Log, session: SessionId, name: str) -> None:
    """A wish in words that nobody else says."""
    accepted = e.RequestAccepted(kind="text", text=secret(session, name))
    await log.append(session, RequestId(f"{name}-{session}"), "accepted", [accepted])


async def take(log: Log, consumer: str = "c1") -> Taken:
    """The next piece of work."""
    (taken,) = await Leases(log, consumer, ALL, recover=False).take(1)
    return taken


def chair(label: str = "red chair") -> Recipe:
    return Recipe(noun="chair", label=label, size=(0.5, 0.9, 0.5), color="#ff0000")


async def _speak(here: Places, session: SessionId) -> None:
    voice = here.artifacts.put(b"RIFF" + secret(session, "voice").encode(), WAV)
    said: list[e.Data] = [
        e.RequestAccepted(kind="audio"),
        e.SpeechCaptured(audio=voice),
        e.AgentThought(text=secret(session, "said"), engine="test"),
        e.RequestCancelled(reason="only the recording matters here"),
    ]
    log = here.history.shards.of(session)
    await log.append(session, RequestId(f"spoken-{session}"), "said", said)


async def make(here: Places, session: SessionId, mesh: bytes) -> None:
    """A mesh and, registered, an asset; sessions that make the same one share both."""
    ref = here.artifacts.put(mesh, GLB)
    assert here.library is not None
    recipe = chair(mesh.decode())
    entry = here.library.register(
        key_of(recipe, f"test {mesh.decode()}"), recipe.label, ref, recipe, stand_in=False
    )
    registered = e.AssetRegistered(
        slot="0/chair", asset=entry.id, label=entry.label, mesh=ref, recipe=recipe,
        stand_in=False, engine="test", prompt=secret(session, "prompt"),
    )  # fmt: skip
    log = here.history.shards.of(session)
    await log.append(session, None, f"registered:{ref.sha256}", [registered])


async def _fail(log: Log, taken: Taken, retried: bool) -> None:
    category = Category.UNAVAILABLE if retried else Category.INTERNAL
    why = Failure(category, "Broken", secret(taken.session, "error"), "Traceback …", "test", {})
    await log.commit(failed(taken, why, RetryPolicy(base_s=3600, cap_s=3600), "c1", AT))


async def everything(history: History) -> dict[str, Any]:
    """All keys of the deployment's Redis with what they hold, its own settings apart."""
    redis = history.shards.redis
    found: dict[str, Any] = {}
    async for key in redis.scan_iter(match="*"):
        found[key] = await _value(redis, key)
    return found


async def _value(redis: Any, key: str) -> Any:
    match await redis.type(key):
        case "stream":
            return await redis.xrange(key)
        case "hash":
            return await redis.hgetall(key)
        case "zset":
            return await redis.zrange(key, 0, -1)
        case "list":
            return await redis.lrange(key, 0, -1)
        case _:
            return await redis.get(key)


async def of_session(here: Places, session: SessionId) -> dict[str, Any]:
    """Everything in Redis that names the session, its log and its artifacts' bytes."""
    kept: dict[str, Any] = {}
    for key, value in (await everything(here.history)).items():
        if session in key:
            kept[key] = value
        elif isinstance(value, list):
            kept[key] = [row for row in value if session in json.dumps(row)]
        elif session in json.dumps(value):
            kept[key] = value
    for named in (await look(here.history, session)).artifacts.values():
        kept[named.ref.sha256] = here.artifacts.get(named.ref)
    return {key: value for key, value in kept.items() if value}
