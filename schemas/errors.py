"""Every error of the product has one root, a closed category, and a message that says what to do.

A category answers two questions: who must act, and does it help to try again. Rooms define their
own subclasses where they raise them; only what several rooms need is here.
"""

from __future__ import annotations

from enum import StrEnum


class Category(StrEnum):
    """Who must act. ``UNAVAILABLE`` and ``TOO_MANY`` alone are worth another try as they are."""

    BAD_INPUT = "bad_input"
    UNAUTHENTICATED = "unauthenticated"
    NOT_FOUND = "not_found"
    CONFLICT = "conflict"
    FORBIDDEN = "forbidden"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    UNAVAILABLE = "unavailable"
    MISCONFIGURED = "misconfigured"
    INTERNAL = "internal"

    @property
    def is_permanent(self) -> bool:
        """Whether the same step on the same input must fail again."""
        return self not in (Category.UNAVAILABLE, Category.TOO_MANY)

    @property
    def status(self) -> int:
        """The HTTP status that clients of every protocol are shown."""
        return _STATUS[self]


_STATUS = {
    Category.BAD_INPUT: 400,
    Category.UNAUTHENTICATED: 401,
    Category.FORBIDDEN: 403,
    Category.NOT_FOUND: 404,
    Category.CONFLICT: 409,
    Category.TOO_LARGE: 413,
    Category.TOO_MANY: 429,
    Category.INTERNAL: 500,
    Category.MISCONFIGURED: 501,
    Category.UNAVAILABLE: 503,
}


class ScenestreamError(Exception):
    """The root. The message names the cause, then the remedy. ``retry_after_s``: after how many
    seconds another try may help; 0: nobody knows."""

    category: Category = Category.INTERNAL
    retry_after_s: float = 0.0

    def __init_subclass__(cls) -> None:
        """A docstring is what most refusals say: in one line, however the source breaks it."""
        super().__init_subclass__()
        if cls.__doc__:
            cls.__doc__ = " ".join(cls.__doc__.split())

    @property
    def code(self) -> str:
        """A stable name for programs: the class's name."""
        return type(self).__name__


class BadInput(ScenestreamError):
    """What came in can not be used as it is; the message says how to change it."""

    category = Category.BAD_INPUT


class TooLarge(ScenestreamError):
    """What came in exceeds a limit; the message names the limit."""

    category = Category.TOO_LARGE


class NotFound(ScenestreamError):
    """What was named does not exist."""

    category = Category.NOT_FOUND


class Misconfigured(ScenestreamError):
    """A setting contradicts another or can not be honoured; the message names it."""

    category = Category.MISCONFIGURED


class Unavailable(ScenestreamError):
    """Something that is usually there is not, for now."""

    category = Category.UNAVAILABLE


class MissingEngine(Misconfigured):
    """No engine of a stage can run here; the message says what is missing and what to run."""
