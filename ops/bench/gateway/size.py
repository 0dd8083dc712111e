"""What a scene takes on the wire, against the shipping protocol: documents alone, without meshes.

The scenes are what the rules make of the first prompts of the scene figures.
"""

from __future__ import annotations

import json

from gateway.v2.show import Show
from ops.bench.figure import Figure
from ops.bench.scenes.cases import prompts
from ops.bench.scenes.session import Session, engines
from schemas import scene_v1
from schemas.ids import SessionId
from schemas.wire_v1 import Frame, encode

SCENES = 20
NAME = SessionId("size")


def measure() -> list[Figure]:
    """The figures of this file."""
    stages = engines()
    ours = theirs = nodes = 0
    for case in prompts()[:SCENES]:
        session = Session(stages)
        session.say(case.said)
        document = json.dumps(scene_v1.scene_document(session.scene))
        theirs += len(encode(Frame("generate_3d_scene", text="", metadata=document)))
        told = Show(NAME, session.state).whole()
        told.frame.ClearField("assets")  # the other document names them only where it uses them
        ours += told.frame.ByteSize()
        nodes += len(session.scene.nodes)
    return [
        Figure(
            "gateway.size.scene", ours / SCENES, "bytes", theirs / SCENES, 1.0, of_ratio=True
        ),
        Figure("gateway.size.node", ours / nodes, "bytes", theirs / nodes),
    ]  # fmt: skip
