"""A real Chromium with the page in it, for tests: what a person does, and what they see."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.gltf.install import node
from tests.web.workshop import workshop

NAMED = "SCENESTREAM_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome")


class NoBrowser(RuntimeError):
    """There is no Chromium here; install one (apt-get install chromium), or name one in
    SCENESTREAM_CHROMIUM."""


class PageFailed(AssertionError):
    """What was to be done in the page could not be, or did not happen in time."""


def chromium() -> str:
    """The browser. Raises ``NoBrowser``."""
    found = os.environ.get(NAMED) or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise NoBrowser(NoBrowser.__doc__)
    return found


class Browser:
    """One tab. Each method waits until it is done; raises ``PageFailed``."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def open(self, url: str, width: int = 800, height: int = 500) -> None:
        self._do("open", url=url, width=width, height=height)

    def evaluate(self, code: str) -> Any:
        return self._do("evaluate", code=code)

    def until(self, code: str) -> Any:
        """What ``code`` gives in the page, as soon as that is true."""
        return self._do("until", code=f"(() => {{ if (globalThis.scenestream) {{ {code} }} }})()")

    def say(self, text: str) -> None:
        self._do("fill", where="#text", text=text)
        self._do("press", key="Enter")

    def click(self, where: str) -> None:
        self._do("click", where=where)

    def press(self, key: str) -> None:
        self._do("press", key=key)

    def point(self, at: dict[str, float]) -> None:
        self._do("point", x=at["x"], y=at["y"])

    def drag(self, start: dict[str, float], end: dict[str, float]) -> None:
        self._do("drag", **{"from": start, "to": end})

    def prefer(self, scheme: str) -> None:
        self._do("media", scheme=scheme)

    def picture(self, path: Path) -> Path:
        self._do("picture", path=str(path))
        return path

    def download(self, where: str, path: Path) -> Path:
        """What a click there has the browser save."""
        self._do("download", where=where, path=str(path))
        return path

    def complaints(self) -> list[str]:
        """Errors and warnings of the page since the last call."""
        told: list[str] = self._do("complaints")
        return told

    @property
    def account(self) -> dict[str, Any]:
        """What the page shows."""
        told: dict[str, Any] = self.evaluate("scenestream.account()")
        return told

    def settled(self, revision: int = 1) -> dict[str, Any]:
        """What the page shows once that revision is there with all its meshes, nothing open."""
        told: dict[str, Any] = self.until(
            f"const a = scenestream.account(); return a.revision >= {revision} && !a.draft && "
            "!a.open && !a.waiting && a"
        )
        return told

    def node(self, name: str) -> dict[str, Any]:
        """What is shown under that name."""
        (found,) = [n for n in self.account["nodes"] if n["name"] == name]
        return dict(found)

    def text(self, where: str) -> str:
        return str(self.evaluate(f"document.querySelector({json.dumps(where)}).textContent"))

    def _do(self, does: str, **how: Any) -> Any:
        asked, answered = self._process.stdin, self._process.stdout
        assert asked is not None
        assert answered is not None
        asked.write(json.dumps({"does": does, **how}) + "\n")
        asked.flush()
        line = answered.readline()
        if not line:
            raise PageFailed(f"the browser ended at {does} {how}")
        told = json.loads(line)
        if "error" in told:
            raise PageFailed(f"{does} {how}: {told['error']}")
        return told["value"]


@contextmanager
def browser() -> Iterator[Browser]:
    """A tab of a browser of its own."""
    bridge = Path(__file__).with_name("bridge.cjs")
    command = [str(part) for part in (node(), bridge, workshop(), chromium())]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Browser(process)
        assert process.stdin is not None
        process.stdin.close()
        process.wait(timeout=30)
