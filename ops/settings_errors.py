"""What is wrong with a setting."""

from __future__ import annotations

from schemas.errors import Misconfigured


class BadSetting(Misconfigured):
    """A setting has a value that makes no sense."""
