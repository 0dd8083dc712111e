"""What the agent knows of a session, and what it can decide to do.

What belongs here: the values that its engines share. What does not: how one decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from consumers.lexicon.talk.destruction import PendingAction
from consumers.lexicon.talk.parts import PartsOf, no_parts
from schemas.edits import SceneItem
from schemas.events import Planned, ViewChanged
from schemas.ids import NodeId
from schemas.state import Deed, Turn

Action = Literal[
    "generate_image", "generate_3d_object", "generate_3d_scene", "modify_3d_scene",
    "delete_asset", "clear_database", "reply", "confirm",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class PendingConfirmation:
    """A destructive action that awaits a yes. ``name``: the asset's words; "" for the database."""

    action: PendingAction
    name: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What the agent knows of a session.

    ``has_scene``: a scene exists or is being made. ``items``: what is in it. ``assets``: labels of
    known assets. ``pending``: what was asked back, where these words may answer it. ``talk``:
    earlier requests, oldest first. ``deeds``: what was done for this request so far.
    ``touched``: nodes of the last change, the newest first. ``parts_of``: the named parts of an
    item's mesh.
    """

    has_scene: bool = False
    items: tuple[SceneItem, ...] = ()
    assets: tuple[str, ...] = ()
    pending: PendingConfirmation | None = None
    talk: tuple[Turn, ...] = ()
    deeds: tuple[Deed, ...] = ()
    touched: tuple[NodeId, ...] = ()
    parts_of: PartsOf = no_parts


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do. ``input``: what the action gets; ``reply``: what to say (reply and confirm).
    ``then``: actions to follow, in order; ``view``: changes of the view, which a reply tells of or
    which go before the action."""

    thought: str
    action: Action
    input: str = ""
    reply: str | None = None
    confirms: PendingConfirmation | None = None
    then: tuple[Planned, ...] = ()
    view: tuple[ViewChanged, ...] = ()


def asking(wanted: PendingConfirmation, thought: str) -> Decision:
    """The question whether ``wanted`` is meant."""
    what = f'the asset "{wanted.name}"' if wanted.name else "the whole library of assets"
    return Decision(
        thought,
        "confirm",
        wanted.name,
        f"Shall I delete {what} for good? Say yes or no.",
        wanted,
    )


def reply(thought: str, reply: str) -> Decision:
    return Decision(thought=thought, action="reply", reply=reply)
