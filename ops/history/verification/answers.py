"""What clients were sent, made again from the log as the gateway makes it, against the fold."""

from __future__ import annotations

import json
from collections.abc import Iterator

from gateway.effects import Effect, Send
from gateway.session_v1 import V1Session
from ops.history.verification import shown
from ops.history.verification.problem import Problem
from schemas import events as e
from schemas.ids import RequestId, SessionId
from schemas.scene import Scene
from schemas.state import SessionState

SHOWS = ("generate_3d_scene", "modify_3d_scene")


class Answers:
    """Is shown the events of a session in order. ``count``: answers that show a scene."""

    def __init__(self, session: SessionId) -> None:
        self._client = V1Session(session, str)
        self._made: dict[RequestId, tuple[Scene | None, Scene | None]] = {}
        self.count = 0

    @property
    def state(self) -> SessionState:
        """What the events so far say."""
        return self._client.state

    def note(self, event: e.Event) -> Iterator[Problem]:
        """Fold ``event``, and compare what it has the gateway say. Raises ``PatchRefused``."""
        before, revision = self.state.scene, self.state.revision
        effects = self._client.events([event])
        if isinstance(event.data, e.SessionForked):
            for old, new in event.data.continued.items():
                self._made[new] = self._made.pop(old, (None, None))
        request = event.request
        if request is None:
            return
        if self.state.revision > revision:
            self._made[request] = before, self.state.scene
        if isinstance(event.data, e.RequestCompleted | e.AgentObserved) and event.data.kind:
            made = self._made.pop(request, (None, None))
            if event.data.kind in SHOWS:
                self.count += 1
                for what in _differences(effects, *made):
                    yield Problem(f"the answer to {request} shows another scene: {what}", event.id)


def _differences(effects: list[Effect], before: Scene | None, after: Scene | None) -> Iterator[str]:
    for sent in effects:
        if not isinstance(sent, Send):
            continue
        if not sent.frame.metadata or after is None:
            yield "it has none, or no event made one"
            continue
        document = json.loads(sent.frame.metadata)
        if sent.frame.type == "modify_3d_scene":
            yield from shown.of_update(document, before or Scene(name="Scene"), after)
            continue
        yield from shown.of_scene(document, after)
        if left := sorted(after.assets() - {attached.id for attached in sent.attach}):
            yield f"the mesh of {left[0]} is not sent with it"
