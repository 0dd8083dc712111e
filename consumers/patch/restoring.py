"""Things as they were: their old looks, size or turn, as the changes of the session tell them."""

from __future__ import annotations

from collections.abc import Sequence

from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.restoring import Aspect, Restore, restoring
from consumers.lexicon.words.tokens import Line
from consumers.patch.change import change
from consumers.patch.draft import Draft
from consumers.patch.errors import NothingChanged
from consumers.patch.places import rotate
from consumers.patch.returning import to_old_place
from consumers.patch.sizes import resize
from consumers.patch.summing import reasons, summary, the
from consumers.scene_view import items_of
from schemas import undo
from schemas.edits import Resize, Rotate, SceneItem
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.scene import Scene
from schemas.state import SessionState
from schemas.transform import rounded
from streams.step import Outcome

_OF = {"look": "looks", "size": "size", "turn": "turn", "all": "state"}
_SAME = 1e-3


def restored(state: SessionState, line: Line, seed: int) -> Outcome | None:
    """ "give the rug its old colour back"; None when ``line`` asks for no such thing.

    Raises ``NothingChanged`` where no other state of the thing is known.
    """
    wish = restoring(line)
    scene = state.scene
    if wish is None or scene is None:
        return None
    present = items_of(scene, state.assets)
    last = tuple(reversed(state.touched))
    finder = Finder(present, last)
    found = finder.find(wish.phrase) if wish.phrase is not None else finder.touched()
    if not found:
        raise NothingChanged("I did not find out what shall be as it was. Name the thing")
    draft = Draft.of(scene, present)
    for item in found:
        _restore(state, draft, item, wish, seed)
    if draft.scene() == scene:
        raise NothingChanged(reasons(draft.unmet) or NothingChanged.__doc__)
    names = {n.name for nodes in (scene.nodes, draft.nodes) for n in nodes.values()}
    told = summary(draft.told, names)
    return change(state, scene, draft.scene(), told, draft.touched[::-1], draft.unmet)


def _restore(state: SessionState, draft: Draft, item: SceneItem, wish: Restore, seed: int) -> None:
    aspects: Sequence[Aspect] = ("look", "size", "turn") if wish.aspect == "all" else (wish.aspect,)
    known = _states(state, item.id)
    done = False
    for aspect in aspects:
        others = [(s, old) for s, old in known if _differs(draft, item, s, old, aspect)]
        if others:
            scene, old = others[-1] if wish.first else others[0]
            _as_it_was(draft, item, scene, old, aspect, seed)
            done = True
    if wish.aspect == "all":
        done = _to_place(state, draft, item, known, first=wish.first) or done
    if not done:
        draft.unmet.append(
            f"as far as I know, {the(item.name)} never had another {_OF[wish.aspect]} than now"
        )


def _to_place(
    state: SessionState,
    draft: Draft,
    item: SceneItem,
    known: Sequence[tuple[Scene, SceneItem]],
    *,
    first: bool,
) -> bool:
    """Put a thing to where it was; whether it was elsewhere."""
    others = [(s, old) for s, old in known if old.position != item.position]
    if not others:
        return False
    scene, _ = others[-1] if first else others[0]
    to_old_place(draft, Draft.of(scene, items_of(scene, state.assets)), item.id)
    return True


def _states(state: SessionState, node: NodeId) -> list[tuple[Scene, SceneItem]]:
    """The scenes before each change in which the thing was, the latest first, and what it was."""
    found: list[tuple[Scene, SceneItem]] = []
    for _, before in undo.back(state.scene, state.changes):
        if before is None or node not in before.nodes:
            break
        old = next((i for i in items_of(before, state.assets) if i.id == node), None)
        if old is None:
            break
        found.append((before, old))
    return found


def _differs(draft: Draft, item: SceneItem, scene: Scene, old: SceneItem, aspect: Aspect) -> bool:
    if aspect == "look":
        return scene.nodes[item.id].components != draft.nodes[item.id].components
    if aspect == "size":
        return any(abs(a - b) > _SAME for a, b in zip(item.size, old.size, strict=True))
    return abs((item.yaw - old.yaw + 180.0) % 360.0 - 180.0) > 0.1


def _as_it_was(
    draft: Draft, item: SceneItem, scene: Scene, old: SceneItem, aspect: Aspect, seed: int
) -> None:
    node, was = draft.nodes[item.id], scene.nodes[item.id]
    if aspect == "look":
        # The old mesh in the size that the thing has now.
        x, y, z = (a / b for a, b in zip(draft.sizes[item.id], old.size, strict=True))
        scale = rounded(Vec3(x=was.scale.x * x, y=was.scale.y * y, z=was.scale.z * z))
        draft.change(item.id, name=was.name, components=was.components, scale=scale)
        draft.nouns[item.id] = old.noun
        draft.told.append(f"gave {the(node.name)} its looks back, as {the(was.name)}")
    elif aspect == "size":
        x, y, z = (b / a for a, b in zip(draft.sizes[item.id], old.size, strict=True))
        resize(draft, Resize(node=item.id, factor=1.0, axes=(x, y, z)), seed)
    else:
        rotate(draft, Rotate(node=item.id, degrees=old.yaw - item.yaw))
