"""``BackgroundRemover``."""

from PIL import Image
from rembg import new_session, remove


class BackgroundRemover:
    def __init__(self) -> None:
        self.session = new_session()

    def __call__(self, image: Image.Image) -> Image.Image:
        return remove(image, session=self.session, bgcolor=[255, 255, 255, 0])
