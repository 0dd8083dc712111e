"""A changed scene as ``scene.patched``: what every kind of change in this stage ends in."""

from __future__ import annotations

from collections.abc import Sequence

from consumers.parts import split_together
from schemas.events import ScenePatched
from schemas.patch import between
from schemas.scene import Scene
from schemas.state import SessionState
from streams.step import Outcome


def change(
    state: SessionState,
    before: Scene,
    after: Scene,
    summary: str,
    touched: Sequence[str],
    unmet: Sequence[str] = (),
    *,
    undoes: int | None = None,
    redoes: int | None = None,
) -> Outcome:
    """The guarded patch from ``before``, the present scene, to ``after``, with its inverse."""
    parts = split_together(between(before, after), between(after, before))
    return Outcome(
        tuple(
            ScenePatched(
                part=n,
                parts=len(parts),
                patch=there,
                inverse=back,
                summary=summary,
                touched=tuple(touched),
                unmet=tuple(unmet),
                undoes=undoes,
                redoes=redoes,
            )
            for n, (there, back) in enumerate(parts)
        ),
        revision=state.revision,
    )
