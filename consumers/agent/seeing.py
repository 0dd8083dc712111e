"""What is to be seen once an action is done: "make the sofa red and look at it".

What belongs here: the view that a request's words want behind its action. What does not: what words
about the view mean (``consumers.lexicon.talk.viewing``).
"""

from __future__ import annotations

from consumers.assets.parts import parts_of_glb
from consumers.lexicon.talk.besides import besides
from consumers.lexicon.talk.parts import PartsOf
from consumers.lexicon.talk.viewing import Viewing, viewing
from consumers.scene_view import items
from schemas.edits import SceneItem
from schemas.events import Data, SceneComposed, ScenePatched
from schemas.state import RequestState, SessionState
from streams.artifacts import ArtifactStore


def seen_after(
    data: Data, request: RequestState, state: SessionState, parts_of: PartsOf
) -> Viewing | None:
    """What ``request`` wants of the view now that ``data`` ended its last action; None: nothing,
    or its words about the view were taken as a part of the action."""
    split = besides(request.text) if isinstance(data, SceneComposed | ScenePatched) else None
    if split is None or not split.after:
        return None
    if any(words in deed.input for deed in request.deeds for words in split.after):
        return None
    there = items(state)
    touched = frozenset(data.touched) if isinstance(data, ScenePatched) else frozenset()
    before = tuple(item for item in there if item.id in touched)
    return viewing(" and ".join(split.after), there, before, parts_of)


def parts_in(state: SessionState, artifacts: ArtifactStore) -> PartsOf:
    """Reads the parts of a thing from its mesh, each mesh once."""
    known: dict[str, tuple[str, ...]] = {}

    def parts_of(item: SceneItem) -> tuple[str, ...]:
        node = state.scene.nodes.get(item.id) if state.scene is not None else None
        asset = state.assets.get(node.asset() or "") if node is not None else None
        if asset is None:
            return ()
        if asset.mesh.sha256 not in known:
            known[asset.mesh.sha256] = parts_of_glb(artifacts.get(asset.mesh))
        return known[asset.mesh.sha256]

    return parts_of
