"""Steps that failed: to be tried again, or for good."""

from __future__ import annotations

from pydantic import AwareDatetime

from schemas.errors import Category
from schemas.payload import Data


class StageRetried(Data):
    """A step failed for now and will run again at ``due`` (attempt ``attempt`` + 1)."""

    type = "stage.retried"
    stage: str
    attempt: int
    category: Category
    code: str
    message: str
    due: AwareDatetime


class StageDeadLettered(Data):
    """A step failed for good; its input lies in the stage's dead letters."""

    type = "stage.dead_lettered"
    stage: str
    attempt: int
    category: Category
    code: str
    message: str
