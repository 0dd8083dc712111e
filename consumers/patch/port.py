"""What the patch stage asks of an engine: what an edit in words means."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from consumers.chat.inquiry import Inquiry
from schemas.edits import EditPlan, SceneItem
from schemas.ids import NodeId


class Planner(Protocol):
    """Turns an edit in words into a plan on the scene's items. ``name`` goes into the events."""

    name: str

    def plan(
        self,
        text: str,
        items: Sequence[SceneItem],
        *,
        last_touched: Sequence[NodeId],
        gone: str = "",
        taken_ids: Collection[str],
        seed: int,
        inquiry: Inquiry,
    ) -> EditPlan:
        """The edits of ``text``; ``last_touched`` has the latest last; ``gone`` is the kind of
        what was removed, where the edit before removed something.

        ``inquiry``: for an engine that asks a model.
        """
        ...
