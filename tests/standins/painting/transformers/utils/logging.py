def set_verbosity_error() -> None:
    """Nothing is said here."""


def disable_progress_bar() -> None:
    """Nothing is drawn here."""
