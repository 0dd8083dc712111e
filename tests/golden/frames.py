"""A frame of every type of the shipping protocol, both ways: what golden bytes are made of."""

from __future__ import annotations

from collections.abc import Mapping

from schemas.wire_v1 import Attachment, Frame

_CHAIR = "3f0c3a52-6a0b-5e0e-9a39-3a1d1e7f4c11"
_GLB = Attachment(_CHAIR, b"glTF\x02\x00\x00\x00", f"{_CHAIR}.glb")
_SCENE = '{"name": "room", "skybox": null, "graph": []}'
_UPDATE = (
    '{"name": "room", "skybox": null, "objects_to_add": [], "objects_to_update": [], '
    '"objects_to_delete": ["sofa"], "objects_to_regenerate": [], "json_patch": []}'
)

FRAMES: Mapping[str, Frame] = {
    "client.text": Frame("text", "a room with a red chair, пожалуйста"),
    "client.audio": Frame(
        "audio", assets=(Attachment("voice", b"RIFF\x24\x00\x00\x00WAVE", "voice.wav"),)
    ),
    "client.gesture": Frame("gesture", '{"hand": "left", "pinch": true}'),
    "client.error": Frame("error", "the scene could not be built", status=500),
    "server.session_start": Frame("session_start", "5d1d0b3e-6d5c-4a57-8f0e-2b8a0c9a7e10"),
    "server.convert_speech": Frame("convert_speech", "a room with a red chair"),
    "server.unrelated_response": Frame("unrelated_response", "I make 3D scenes; ask for one."),
    "server.generate_image": Frame(
        "generate_image",
        "Here is a picture of a chair.",
        (Attachment("c" * 64, b"\x89PNG\r\n\x1a\n", "cccccccccccccccc.png"),),
    ),
    "server.generate_3d_object": Frame("generate_3d_object", "Here is a chair.", (_GLB,)),
    "server.generate_3d_scene": Frame(
        "generate_3d_scene", "Here is a room.", (_GLB,), metadata=_SCENE
    ),
    "server.modify_3d_scene": Frame("modify_3d_scene", "The sofa is gone.", metadata=_UPDATE),
    "server.error": Frame("error", "the prompt is empty", status=400, error="the prompt is empty"),
}
