"""Events that pass: on the feed for whoever watches now, never in a log, told to nobody twice."""

from __future__ import annotations

from schemas.artifacts import ArtifactRef
from schemas.payload import Data


class ProgressReported(Data):
    """Transient: on the feed, never in a log. ``fraction`` 0-1 of the stage's step. ``preview``: a
    picture of how far it is, which nothing keeps: a collection throws it away."""

    type = "progress.reported"
    v = 2
    transient = True
    stage: str
    label: str = ""
    fraction: float
    consumer: str = ""
    preview: ArtifactRef | None = None


class TokenEmitted(Data):
    """Transient: some more of what a language model says in a step, as it says it. ``thought``: of
    its thoughts, not of its answer. The whole is in ``model.answered``, once the step is over."""

    type = "token.emitted"
    transient = True
    stage: str
    text: str
    thought: bool = False


class BroadcastSent(Data):
    """Transient, and of no session: said to all sessions of ``user`` ("": of nobody), or to
    ``everybody``'s. ``id``: the sender's, so that who hears it in two sessions shows it once."""

    type = "broadcast.sent"
    transient = True
    id: str
    text: str
    user: str = ""
    everybody: bool = False
    from_operator: bool = False

    def is_for(self, owner: str) -> bool:
        """Whether it is said to the sessions of ``owner``."""
        return self.everybody or self.user == owner


class CompanyChanged(Data):
    """Transient, and of no session: in ``sessions``, digests, clients came or went at a gateway;
    others that have some of theirs count again."""

    type = "company.changed"
    transient = True
    sessions: tuple[str, ...]
