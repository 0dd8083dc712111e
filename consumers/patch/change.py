"""A changed scene as ``scene.patched``: what every kind of change in this stage ends in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pydantic import JsonValue

from consumers.layout import certificate_of_scene, is_shell
from consumers.parts import split_together
from consumers.scene_view import items
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
    certificate = _certificate(state, after)
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
                certificate=certificate,
            )
            for n, (there, back) in enumerate(parts)
        ),
        revision=state.revision,
    )


def _certificate(state: SessionState, after: Scene) -> dict[str, JsonValue]:
    """What a check of the changed scene finds: its things as words see them, the shell apart."""
    things = [i for i in items(replace(state, scene=after)) if not is_shell(i.id)]
    return certificate_of_scene(
        after, {i.id: i.size for i in things}, {i.id: i.noun for i in things}
    )
