"""What can be wrong with a picture that is to become a mesh. Each message: the cause, the remedy.

What does not belong here: faults of engines or servers.
"""

from __future__ import annotations

from schemas.errors import BadInput


class PictureError(BadInput):
    """A picture cannot become a mesh; sending the same picture again fails again."""


class UnreadablePicture(PictureError):
    """The bytes are not a whole picture. ``detail``: what the decoder said."""

    def __init__(self, detail: str) -> None:
        self.detail = detail
        super().__init__(
            f"the picture cannot be read ({detail}); send a whole PNG, JPEG, WebP or GIF file"
        )


class PictureSizeError(PictureError):
    """The picture has too many pixels, or too few. Sizes in pixels; judged before decoding."""

    def __init__(self, width: int, height: int, accepted: str) -> None:
        self.width, self.height, self.accepted = width, height, accepted
        super().__init__(
            f"the picture is {width} x {height} pixels, accepted is {accepted}; resize it"
        )


class NoForeground(PictureError):
    """Nothing stands out from the background."""

    def __init__(self) -> None:
        super().__init__(
            "no object stands out from the picture's background; send one object on a plain "
            "background of another colour, or with a transparent background"
        )


class NoBackground(PictureError):
    """The object fills the whole picture, so that it has no outline."""

    def __init__(self) -> None:
        super().__init__(
            "the object has no outline inside the picture; leave plain background around it, or "
            "make the background transparent"
        )


class ImpossibleRequest(PictureError):
    """The caller's own figures cannot be met. ``name``, ``value``, ``expected``."""

    def __init__(self, name: str, value: object, expected: str) -> None:
        self.name, self.value, self.expected = name, value, expected
        super().__init__(f"{name} is {value}, expected is {expected}; ask for that")
