"""Which artifacts texts name: the references that keep bytes alive.

Any digest in any text counts, whatever the event's type and version and whoever wrote it: to keep
bytes that nobody needs costs room, to delete what somebody needs costs a scene. What does not
belong here: where the texts are (``contents``), and what is deleted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from schemas.artifacts import ArtifactRef
from streams.erasure.contents import contents
from streams.past.history import History

_DIGEST = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_MEMBERS = {"sha256", "size", "media_type"}


def digests(text: str) -> list[str]:
    """Everything in ``text`` that may be an artifact's address."""
    return _DIGEST.findall(text)


def refs(text: str) -> Iterator[ArtifactRef]:
    """The artifacts that a JSON document names, at any depth; of another text, its digests."""
    try:
        yield from _refs(json.loads(text))
    except (ValueError, RecursionError):
        for digest in digests(text):
            yield ArtifactRef(sha256=digest, size=0, media_type="")


def _refs(value: Any) -> Iterator[ArtifactRef]:
    if isinstance(value, dict):
        if value.keys() == _MEMBERS:
            try:
                yield ArtifactRef.model_validate(value)
            except ValidationError:
                return
        for member in value.values():
            yield from _refs(member)
    elif isinstance(value, list):
        for member in value:
            yield from _refs(member)


async def referenced(history: History) -> set[bytes]:
    """The digest, as 32 bytes, of everything that the deployment's Redis and archive may name.

    Raises ``Unreadable`` where that can not be known.
    """
    found: set[bytes] = set()
    async for page in contents(history):
        for text in page:
            found.update(map(bytes.fromhex, digests(text.text)))
    return found
