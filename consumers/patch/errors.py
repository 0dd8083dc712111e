"""Why a change of the scene can not be made: what a person is told instead of it."""

from __future__ import annotations

from schemas.errors import BadInput
from schemas.ids import SessionId


class NoScene(BadInput):
    """There is no scene to change yet; ask for one first, as "a room with a sofa and a lamp"."""


class NothingChanged(BadInput):
    """The words change nothing in this scene."""


class NothingToUndo(BadInput):
    """There is no change to take back: nothing was changed since the first scene was made."""


class NothingToRedo(BadInput):
    """There is nothing to make again: only what was taken back last can be, until the next change.
    To have a thing made anew, name it, as "redo the chair"."""


class NothingToRepeat(BadInput):
    """I do not know any more what the last change was; please say in full what to do."""


class NoSuchChange(BadInput):
    """No change that can be taken back was about that; "undo" takes back the last one."""

    def __init__(self, things: str, last: str) -> None:
        self.things = things
        super().__init__(
            f"I know of no change about {things} that can be taken back; the last one was: {last}"
        )


class NotTheLast(BadInput):
    """Other changes were made after that one; take them back with it."""

    def __init__(self, summary: str, later: int) -> None:
        self.later = later
        more = "one more change was" if later == 1 else f"{later} more changes were"
        super().__init__(
            f'since then ("{summary}") {more} made; to take back all of it, say: '
            f"undo the last {later + 1} changes"
        )


class OutOfReach(BadInput):
    """The revision is in the log alone; a fork begins there."""

    def __init__(self, revision: int, session: SessionId) -> None:
        self.revision = revision
        super().__init__(
            f"revision {revision} is too far back to be shown here; `scenestream fork {session} "
            f"--at {revision}` makes a session that goes on from it"
        )
