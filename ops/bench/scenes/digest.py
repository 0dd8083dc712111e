"""The scenes of all prompts as digests, a line each: run in another process, they are the same.

``python -m ops.bench.scenes.digest``
"""

from __future__ import annotations

import hashlib

from ops.bench.scenes.cases import prompts
from ops.bench.scenes.session import Session, engines


def digests() -> list[str]:
    """A digest for each prompt's scene, in the list's order."""
    stages = engines()
    found = []
    for case in prompts():
        session = Session(stages)
        session.say(case.said)
        text = session.scene.model_dump_json()
        found.append(hashlib.sha256(text.encode()).hexdigest())
    return found


if __name__ == "__main__":
    print("\n".join(digests()))
