from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ClientFrame(_message.Message):
    __slots__ = ("id", "hello", "text", "audio", "picture", "gesture", "scene_state", "cancel", "undo", "redo", "confirm", "approve", "playback", "failure")
    ID_FIELD_NUMBER: _ClassVar[int]
    HELLO_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    AUDIO_FIELD_NUMBER: _ClassVar[int]
    PICTURE_FIELD_NUMBER: _ClassVar[int]
    GESTURE_FIELD_NUMBER: _ClassVar[int]
    SCENE_STATE_FIELD_NUMBER: _ClassVar[int]
    CANCEL_FIELD_NUMBER: _ClassVar[int]
    UNDO_FIELD_NUMBER: _ClassVar[int]
    REDO_FIELD_NUMBER: _ClassVar[int]
    CONFIRM_FIELD_NUMBER: _ClassVar[int]
    APPROVE_FIELD_NUMBER: _ClassVar[int]
    PLAYBACK_FIELD_NUMBER: _ClassVar[int]
    FAILURE_FIELD_NUMBER: _ClassVar[int]
    id: str
    hello: Hello
    text: Text
    audio: Audio
    picture: Picture
    gesture: Gesture
    scene_state: SceneState
    cancel: Cancel
    undo: Undo
    redo: Redo
    confirm: Confirm
    approve: Approve
    playback: Playback
    failure: Failure
    def __init__(self, id: _Optional[str] = ..., hello: _Optional[_Union[Hello, _Mapping]] = ..., text: _Optional[_Union[Text, _Mapping]] = ..., audio: _Optional[_Union[Audio, _Mapping]] = ..., picture: _Optional[_Union[Picture, _Mapping]] = ..., gesture: _Optional[_Union[Gesture, _Mapping]] = ..., scene_state: _Optional[_Union[SceneState, _Mapping]] = ..., cancel: _Optional[_Union[Cancel, _Mapping]] = ..., undo: _Optional[_Union[Undo, _Mapping]] = ..., redo: _Optional[_Union[Redo, _Mapping]] = ..., confirm: _Optional[_Union[Confirm, _Mapping]] = ..., approve: _Optional[_Union[Approve, _Mapping]] = ..., playback: _Optional[_Union[Playback, _Mapping]] = ..., failure: _Optional[_Union[Failure, _Mapping]] = ...) -> None: ...

class Hello(_message.Message):
    __slots__ = ("client", "session", "cursor", "assets", "progress", "review", "accepts", "token", "replay", "invitation")
    class Delivery(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        REFERENCE: _ClassVar[Hello.Delivery]
        INLINE: _ClassVar[Hello.Delivery]
    REFERENCE: Hello.Delivery
    INLINE: Hello.Delivery
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    ASSETS_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_FIELD_NUMBER: _ClassVar[int]
    REVIEW_FIELD_NUMBER: _ClassVar[int]
    ACCEPTS_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    REPLAY_FIELD_NUMBER: _ClassVar[int]
    INVITATION_FIELD_NUMBER: _ClassVar[int]
    client: str
    session: str
    cursor: str
    assets: Hello.Delivery
    progress: bool
    review: bool
    accepts: _containers.RepeatedScalarFieldContainer[str]
    token: str
    replay: Playback
    invitation: str
    def __init__(self, client: _Optional[str] = ..., session: _Optional[str] = ..., cursor: _Optional[str] = ..., assets: _Optional[_Union[Hello.Delivery, str]] = ..., progress: _Optional[bool] = ..., review: _Optional[bool] = ..., accepts: _Optional[_Iterable[str]] = ..., token: _Optional[str] = ..., replay: _Optional[_Union[Playback, _Mapping]] = ..., invitation: _Optional[str] = ...) -> None: ...

class Text(_message.Message):
    __slots__ = ("text", "review")
    TEXT_FIELD_NUMBER: _ClassVar[int]
    REVIEW_FIELD_NUMBER: _ClassVar[int]
    text: str
    review: bool
    def __init__(self, text: _Optional[str] = ..., review: _Optional[bool] = ...) -> None: ...

class Audio(_message.Message):
    __slots__ = ("wav", "review")
    WAV_FIELD_NUMBER: _ClassVar[int]
    REVIEW_FIELD_NUMBER: _ClassVar[int]
    wav: bytes
    review: bool
    def __init__(self, wav: _Optional[bytes] = ..., review: _Optional[bool] = ...) -> None: ...

class Picture(_message.Message):
    __slots__ = ("data", "text")
    DATA_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    data: bytes
    text: str
    def __init__(self, data: _Optional[bytes] = ..., text: _Optional[str] = ...) -> None: ...

class Gesture(_message.Message):
    __slots__ = ("json",)
    JSON_FIELD_NUMBER: _ClassVar[int]
    json: str
    def __init__(self, json: _Optional[str] = ...) -> None: ...

class SceneState(_message.Message):
    __slots__ = ("base", "whole", "upserts", "removed", "skybox", "name")
    BASE_FIELD_NUMBER: _ClassVar[int]
    WHOLE_FIELD_NUMBER: _ClassVar[int]
    UPSERTS_FIELD_NUMBER: _ClassVar[int]
    REMOVED_FIELD_NUMBER: _ClassVar[int]
    SKYBOX_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    base: int
    whole: bool
    upserts: _containers.RepeatedCompositeFieldContainer[Node]
    removed: _containers.RepeatedScalarFieldContainer[str]
    skybox: Skybox
    name: str
    def __init__(self, base: _Optional[int] = ..., whole: _Optional[bool] = ..., upserts: _Optional[_Iterable[_Union[Node, _Mapping]]] = ..., removed: _Optional[_Iterable[str]] = ..., skybox: _Optional[_Union[Skybox, _Mapping]] = ..., name: _Optional[str] = ...) -> None: ...

class Cancel(_message.Message):
    __slots__ = ("request",)
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    request: str
    def __init__(self, request: _Optional[str] = ...) -> None: ...

class Undo(_message.Message):
    __slots__ = ("count",)
    COUNT_FIELD_NUMBER: _ClassVar[int]
    count: int
    def __init__(self, count: _Optional[int] = ...) -> None: ...

class Redo(_message.Message):
    __slots__ = ("count",)
    COUNT_FIELD_NUMBER: _ClassVar[int]
    count: int
    def __init__(self, count: _Optional[int] = ...) -> None: ...

class Confirm(_message.Message):
    __slots__ = ("yes",)
    YES_FIELD_NUMBER: _ClassVar[int]
    yes: bool
    def __init__(self, yes: _Optional[bool] = ...) -> None: ...

class Approve(_message.Message):
    __slots__ = ("request", "text")
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    request: str
    text: str
    def __init__(self, request: _Optional[str] = ..., text: _Optional[str] = ...) -> None: ...

class Playback(_message.Message):
    __slots__ = ("paused", "step", "speed", "seek")
    PAUSED_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    SPEED_FIELD_NUMBER: _ClassVar[int]
    SEEK_FIELD_NUMBER: _ClassVar[int]
    paused: bool
    step: bool
    speed: float
    seek: str
    def __init__(self, paused: _Optional[bool] = ..., step: _Optional[bool] = ..., speed: _Optional[float] = ..., seek: _Optional[str] = ...) -> None: ...

class Failure(_message.Message):
    __slots__ = ("message",)
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    message: str
    def __init__(self, message: _Optional[str] = ...) -> None: ...

class ServerFrame(_message.Message):
    __slots__ = ("cursor", "request", "at_ms", "assets", "scene", "welcome", "accepted", "transcript", "thinking", "tool_call", "tool_result", "decomposed", "blocked_out", "asset_ready", "asset_failed", "revised", "completed", "failed", "cancelled", "progress", "token", "refused", "retried", "picture_ready", "played", "reopened", "conflict", "joined", "view", "taken", "broadcast")
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    AT_MS_FIELD_NUMBER: _ClassVar[int]
    ASSETS_FIELD_NUMBER: _ClassVar[int]
    SCENE_FIELD_NUMBER: _ClassVar[int]
    WELCOME_FIELD_NUMBER: _ClassVar[int]
    ACCEPTED_FIELD_NUMBER: _ClassVar[int]
    TRANSCRIPT_FIELD_NUMBER: _ClassVar[int]
    THINKING_FIELD_NUMBER: _ClassVar[int]
    TOOL_CALL_FIELD_NUMBER: _ClassVar[int]
    TOOL_RESULT_FIELD_NUMBER: _ClassVar[int]
    DECOMPOSED_FIELD_NUMBER: _ClassVar[int]
    BLOCKED_OUT_FIELD_NUMBER: _ClassVar[int]
    ASSET_READY_FIELD_NUMBER: _ClassVar[int]
    ASSET_FAILED_FIELD_NUMBER: _ClassVar[int]
    REVISED_FIELD_NUMBER: _ClassVar[int]
    COMPLETED_FIELD_NUMBER: _ClassVar[int]
    FAILED_FIELD_NUMBER: _ClassVar[int]
    CANCELLED_FIELD_NUMBER: _ClassVar[int]
    PROGRESS_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    REFUSED_FIELD_NUMBER: _ClassVar[int]
    RETRIED_FIELD_NUMBER: _ClassVar[int]
    PICTURE_READY_FIELD_NUMBER: _ClassVar[int]
    PLAYED_FIELD_NUMBER: _ClassVar[int]
    REOPENED_FIELD_NUMBER: _ClassVar[int]
    CONFLICT_FIELD_NUMBER: _ClassVar[int]
    JOINED_FIELD_NUMBER: _ClassVar[int]
    VIEW_FIELD_NUMBER: _ClassVar[int]
    TAKEN_FIELD_NUMBER: _ClassVar[int]
    BROADCAST_FIELD_NUMBER: _ClassVar[int]
    cursor: str
    request: str
    at_ms: int
    assets: _containers.RepeatedCompositeFieldContainer[Asset]
    scene: SceneChange
    welcome: Welcome
    accepted: Accepted
    transcript: Transcript
    thinking: Thinking
    tool_call: ToolCall
    tool_result: ToolResult
    decomposed: Decomposed
    blocked_out: BlockedOut
    asset_ready: AssetReady
    asset_failed: AssetFailed
    revised: Revised
    completed: Completed
    failed: Failed
    cancelled: Cancelled
    progress: Progress
    token: Token
    refused: Refused
    retried: Retried
    picture_ready: PictureReady
    played: Played
    reopened: Reopened
    conflict: Conflict
    joined: Joined
    view: View
    taken: Taken
    broadcast: Broadcast
    def __init__(self, cursor: _Optional[str] = ..., request: _Optional[str] = ..., at_ms: _Optional[int] = ..., assets: _Optional[_Iterable[_Union[Asset, _Mapping]]] = ..., scene: _Optional[_Union[SceneChange, _Mapping]] = ..., welcome: _Optional[_Union[Welcome, _Mapping]] = ..., accepted: _Optional[_Union[Accepted, _Mapping]] = ..., transcript: _Optional[_Union[Transcript, _Mapping]] = ..., thinking: _Optional[_Union[Thinking, _Mapping]] = ..., tool_call: _Optional[_Union[ToolCall, _Mapping]] = ..., tool_result: _Optional[_Union[ToolResult, _Mapping]] = ..., decomposed: _Optional[_Union[Decomposed, _Mapping]] = ..., blocked_out: _Optional[_Union[BlockedOut, _Mapping]] = ..., asset_ready: _Optional[_Union[AssetReady, _Mapping]] = ..., asset_failed: _Optional[_Union[AssetFailed, _Mapping]] = ..., revised: _Optional[_Union[Revised, _Mapping]] = ..., completed: _Optional[_Union[Completed, _Mapping]] = ..., failed: _Optional[_Union[Failed, _Mapping]] = ..., cancelled: _Optional[_Union[Cancelled, _Mapping]] = ..., progress: _Optional[_Union[Progress, _Mapping]] = ..., token: _Optional[_Union[Token, _Mapping]] = ..., refused: _Optional[_Union[Refused, _Mapping]] = ..., retried: _Optional[_Union[Retried, _Mapping]] = ..., picture_ready: _Optional[_Union[PictureReady, _Mapping]] = ..., played: _Optional[_Union[Played, _Mapping]] = ..., reopened: _Optional[_Union[Reopened, _Mapping]] = ..., conflict: _Optional[_Union[Conflict, _Mapping]] = ..., joined: _Optional[_Union[Joined, _Mapping]] = ..., view: _Optional[_Union[View, _Mapping]] = ..., taken: _Optional[_Union[Taken, _Mapping]] = ..., broadcast: _Optional[_Union[Broadcast, _Mapping]] = ...) -> None: ...

class Welcome(_message.Message):
    __slots__ = ("session", "resumed", "role", "open", "max_frame", "server")
    SESSION_FIELD_NUMBER: _ClassVar[int]
    RESUMED_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    OPEN_FIELD_NUMBER: _ClassVar[int]
    MAX_FRAME_FIELD_NUMBER: _ClassVar[int]
    SERVER_FIELD_NUMBER: _ClassVar[int]
    session: str
    resumed: bool
    role: str
    open: _containers.RepeatedScalarFieldContainer[str]
    max_frame: int
    server: str
    def __init__(self, session: _Optional[str] = ..., resumed: _Optional[bool] = ..., role: _Optional[str] = ..., open: _Optional[_Iterable[str]] = ..., max_frame: _Optional[int] = ..., server: _Optional[str] = ...) -> None: ...

class Accepted(_message.Message):
    __slots__ = ("kind", "text", "command", "ahead", "estimate_s")
    class Kind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        TEXT: _ClassVar[Accepted.Kind]
        AUDIO: _ClassVar[Accepted.Kind]
        PICTURE: _ClassVar[Accepted.Kind]
    TEXT: Accepted.Kind
    AUDIO: Accepted.Kind
    PICTURE: Accepted.Kind
    KIND_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    COMMAND_FIELD_NUMBER: _ClassVar[int]
    AHEAD_FIELD_NUMBER: _ClassVar[int]
    ESTIMATE_S_FIELD_NUMBER: _ClassVar[int]
    kind: Accepted.Kind
    text: str
    command: str
    ahead: int
    estimate_s: float
    def __init__(self, kind: _Optional[_Union[Accepted.Kind, str]] = ..., text: _Optional[str] = ..., command: _Optional[str] = ..., ahead: _Optional[int] = ..., estimate_s: _Optional[float] = ...) -> None: ...

class Transcript(_message.Message):
    __slots__ = ("text", "confidence", "language")
    TEXT_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_FIELD_NUMBER: _ClassVar[int]
    text: str
    confidence: float
    language: str
    def __init__(self, text: _Optional[str] = ..., confidence: _Optional[float] = ..., language: _Optional[str] = ...) -> None: ...

class Thinking(_message.Message):
    __slots__ = ("text", "engine")
    TEXT_FIELD_NUMBER: _ClassVar[int]
    ENGINE_FIELD_NUMBER: _ClassVar[int]
    text: str
    engine: str
    def __init__(self, text: _Optional[str] = ..., engine: _Optional[str] = ...) -> None: ...

class ToolCall(_message.Message):
    __slots__ = ("action", "input", "step", "estimate_s")
    ACTION_FIELD_NUMBER: _ClassVar[int]
    INPUT_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    ESTIMATE_S_FIELD_NUMBER: _ClassVar[int]
    action: str
    input: str
    step: int
    estimate_s: float
    def __init__(self, action: _Optional[str] = ..., input: _Optional[str] = ..., step: _Optional[int] = ..., estimate_s: _Optional[float] = ...) -> None: ...

class ToolResult(_message.Message):
    __slots__ = ("step", "text")
    STEP_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    step: int
    text: str
    def __init__(self, step: _Optional[int] = ..., text: _Optional[str] = ...) -> None: ...

class Decomposed(_message.Message):
    __slots__ = ("name", "items", "notes", "waits")
    class Item(_message.Message):
        __slots__ = ("node", "name", "prompt", "size")
        NODE_FIELD_NUMBER: _ClassVar[int]
        NAME_FIELD_NUMBER: _ClassVar[int]
        PROMPT_FIELD_NUMBER: _ClassVar[int]
        SIZE_FIELD_NUMBER: _ClassVar[int]
        node: str
        name: str
        prompt: str
        size: Vec3
        def __init__(self, node: _Optional[str] = ..., name: _Optional[str] = ..., prompt: _Optional[str] = ..., size: _Optional[_Union[Vec3, _Mapping]] = ...) -> None: ...
    NAME_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    NOTES_FIELD_NUMBER: _ClassVar[int]
    WAITS_FIELD_NUMBER: _ClassVar[int]
    name: str
    items: _containers.RepeatedCompositeFieldContainer[Decomposed.Item]
    notes: _containers.RepeatedScalarFieldContainer[str]
    waits: bool
    def __init__(self, name: _Optional[str] = ..., items: _Optional[_Iterable[_Union[Decomposed.Item, _Mapping]]] = ..., notes: _Optional[_Iterable[str]] = ..., waits: _Optional[bool] = ...) -> None: ...

class BlockedOut(_message.Message):
    __slots__ = ("objects",)
    OBJECTS_FIELD_NUMBER: _ClassVar[int]
    objects: int
    def __init__(self, objects: _Optional[int] = ...) -> None: ...

class AssetReady(_message.Message):
    __slots__ = ("asset", "label", "done", "total", "stand_in", "reused", "nodes")
    ASSET_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    DONE_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    STAND_IN_FIELD_NUMBER: _ClassVar[int]
    REUSED_FIELD_NUMBER: _ClassVar[int]
    NODES_FIELD_NUMBER: _ClassVar[int]
    asset: str
    label: str
    done: int
    total: int
    stand_in: bool
    reused: bool
    nodes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, asset: _Optional[str] = ..., label: _Optional[str] = ..., done: _Optional[int] = ..., total: _Optional[int] = ..., stand_in: _Optional[bool] = ..., reused: _Optional[bool] = ..., nodes: _Optional[_Iterable[str]] = ...) -> None: ...

class AssetFailed(_message.Message):
    __slots__ = ("label", "code", "message", "done", "total")
    LABEL_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    DONE_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    label: str
    code: str
    message: str
    done: int
    total: int
    def __init__(self, label: _Optional[str] = ..., code: _Optional[str] = ..., message: _Optional[str] = ..., done: _Optional[int] = ..., total: _Optional[int] = ...) -> None: ...

class Revised(_message.Message):
    __slots__ = ("summary", "unmet", "touched", "how")
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    UNMET_FIELD_NUMBER: _ClassVar[int]
    TOUCHED_FIELD_NUMBER: _ClassVar[int]
    HOW_FIELD_NUMBER: _ClassVar[int]
    summary: str
    unmet: _containers.RepeatedScalarFieldContainer[str]
    touched: _containers.RepeatedScalarFieldContainer[str]
    how: str
    def __init__(self, summary: _Optional[str] = ..., unmet: _Optional[_Iterable[str]] = ..., touched: _Optional[_Iterable[str]] = ..., how: _Optional[str] = ...) -> None: ...

class Completed(_message.Message):
    __slots__ = ("kind", "text", "confirms", "asset")
    KIND_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    CONFIRMS_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    kind: str
    text: str
    confirms: str
    asset: str
    def __init__(self, kind: _Optional[str] = ..., text: _Optional[str] = ..., confirms: _Optional[str] = ..., asset: _Optional[str] = ...) -> None: ...

class Failed(_message.Message):
    __slots__ = ("category", "code", "message", "stage")
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    STAGE_FIELD_NUMBER: _ClassVar[int]
    category: str
    code: str
    message: str
    stage: str
    def __init__(self, category: _Optional[str] = ..., code: _Optional[str] = ..., message: _Optional[str] = ..., stage: _Optional[str] = ...) -> None: ...

class Cancelled(_message.Message):
    __slots__ = ("reason",)
    REASON_FIELD_NUMBER: _ClassVar[int]
    reason: str
    def __init__(self, reason: _Optional[str] = ...) -> None: ...

class Reopened(_message.Message):
    __slots__ = ("stage",)
    STAGE_FIELD_NUMBER: _ClassVar[int]
    stage: str
    def __init__(self, stage: _Optional[str] = ...) -> None: ...

class Retried(_message.Message):
    __slots__ = ("stage", "attempt", "message", "due_ms")
    STAGE_FIELD_NUMBER: _ClassVar[int]
    ATTEMPT_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    DUE_MS_FIELD_NUMBER: _ClassVar[int]
    stage: str
    attempt: int
    message: str
    due_ms: int
    def __init__(self, stage: _Optional[str] = ..., attempt: _Optional[int] = ..., message: _Optional[str] = ..., due_ms: _Optional[int] = ...) -> None: ...

class Progress(_message.Message):
    __slots__ = ("stage", "label", "fraction", "done", "total", "eta_s", "preview")
    STAGE_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    FRACTION_FIELD_NUMBER: _ClassVar[int]
    DONE_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    ETA_S_FIELD_NUMBER: _ClassVar[int]
    PREVIEW_FIELD_NUMBER: _ClassVar[int]
    stage: str
    label: str
    fraction: float
    done: int
    total: int
    eta_s: float
    preview: Asset
    def __init__(self, stage: _Optional[str] = ..., label: _Optional[str] = ..., fraction: _Optional[float] = ..., done: _Optional[int] = ..., total: _Optional[int] = ..., eta_s: _Optional[float] = ..., preview: _Optional[_Union[Asset, _Mapping]] = ...) -> None: ...

class Token(_message.Message):
    __slots__ = ("text", "stage", "thought")
    TEXT_FIELD_NUMBER: _ClassVar[int]
    STAGE_FIELD_NUMBER: _ClassVar[int]
    THOUGHT_FIELD_NUMBER: _ClassVar[int]
    text: str
    stage: str
    thought: bool
    def __init__(self, text: _Optional[str] = ..., stage: _Optional[str] = ..., thought: _Optional[bool] = ...) -> None: ...

class Refused(_message.Message):
    __slots__ = ("command", "category", "code", "message", "retry_after_s")
    COMMAND_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    RETRY_AFTER_S_FIELD_NUMBER: _ClassVar[int]
    command: str
    category: str
    code: str
    message: str
    retry_after_s: float
    def __init__(self, command: _Optional[str] = ..., category: _Optional[str] = ..., code: _Optional[str] = ..., message: _Optional[str] = ..., retry_after_s: _Optional[float] = ...) -> None: ...

class PictureReady(_message.Message):
    __slots__ = ("asset",)
    ASSET_FIELD_NUMBER: _ClassVar[int]
    asset: str
    def __init__(self, asset: _Optional[str] = ...) -> None: ...

class Played(_message.Message):
    __slots__ = ("at", "revision", "paused", "speed", "live")
    AT_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    PAUSED_FIELD_NUMBER: _ClassVar[int]
    SPEED_FIELD_NUMBER: _ClassVar[int]
    LIVE_FIELD_NUMBER: _ClassVar[int]
    at: str
    revision: int
    paused: bool
    speed: float
    live: bool
    def __init__(self, at: _Optional[str] = ..., revision: _Optional[int] = ..., paused: _Optional[bool] = ..., speed: _Optional[float] = ..., live: _Optional[bool] = ...) -> None: ...

class Conflict(_message.Message):
    __slots__ = ("base", "kept")
    class Member(_message.Message):
        __slots__ = ("node", "member")
        NODE_FIELD_NUMBER: _ClassVar[int]
        MEMBER_FIELD_NUMBER: _ClassVar[int]
        node: str
        member: str
        def __init__(self, node: _Optional[str] = ..., member: _Optional[str] = ...) -> None: ...
    BASE_FIELD_NUMBER: _ClassVar[int]
    KEPT_FIELD_NUMBER: _ClassVar[int]
    base: int
    kept: _containers.RepeatedCompositeFieldContainer[Conflict.Member]
    def __init__(self, base: _Optional[int] = ..., kept: _Optional[_Iterable[_Union[Conflict.Member, _Mapping]]] = ...) -> None: ...

class Taken(_message.Message):
    __slots__ = ("command", "revision")
    COMMAND_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    command: str
    revision: int
    def __init__(self, command: _Optional[str] = ..., revision: _Optional[int] = ...) -> None: ...

class View(_message.Message):
    __slots__ = ("select", "toggle", "camera", "reset_camera", "frame", "playing")
    class Selection(_message.Message):
        __slots__ = ("nodes", "names", "colors", "only")
        NODES_FIELD_NUMBER: _ClassVar[int]
        NAMES_FIELD_NUMBER: _ClassVar[int]
        COLORS_FIELD_NUMBER: _ClassVar[int]
        ONLY_FIELD_NUMBER: _ClassVar[int]
        nodes: _containers.RepeatedScalarFieldContainer[str]
        names: _containers.RepeatedScalarFieldContainer[str]
        colors: _containers.RepeatedCompositeFieldContainer[Color]
        only: bool
        def __init__(self, nodes: _Optional[_Iterable[str]] = ..., names: _Optional[_Iterable[str]] = ..., colors: _Optional[_Iterable[_Union[Color, _Mapping]]] = ..., only: _Optional[bool] = ...) -> None: ...
    class Camera(_message.Message):
        __slots__ = ("position", "target")
        POSITION_FIELD_NUMBER: _ClassVar[int]
        TARGET_FIELD_NUMBER: _ClassVar[int]
        position: Vec3
        target: Vec3
        def __init__(self, position: _Optional[_Union[Vec3, _Mapping]] = ..., target: _Optional[_Union[Vec3, _Mapping]] = ...) -> None: ...
    SELECT_FIELD_NUMBER: _ClassVar[int]
    TOGGLE_FIELD_NUMBER: _ClassVar[int]
    CAMERA_FIELD_NUMBER: _ClassVar[int]
    RESET_CAMERA_FIELD_NUMBER: _ClassVar[int]
    FRAME_FIELD_NUMBER: _ClassVar[int]
    PLAYING_FIELD_NUMBER: _ClassVar[int]
    select: View.Selection
    toggle: View.Selection
    camera: View.Camera
    reset_camera: bool
    frame: int
    playing: bool
    def __init__(self, select: _Optional[_Union[View.Selection, _Mapping]] = ..., toggle: _Optional[_Union[View.Selection, _Mapping]] = ..., camera: _Optional[_Union[View.Camera, _Mapping]] = ..., reset_camera: _Optional[bool] = ..., frame: _Optional[int] = ..., playing: _Optional[bool] = ...) -> None: ...

class Joined(_message.Message):
    __slots__ = ("clients",)
    CLIENTS_FIELD_NUMBER: _ClassVar[int]
    clients: int
    def __init__(self, clients: _Optional[int] = ...) -> None: ...

class Broadcast(_message.Message):
    __slots__ = ("id", "text", "from_operator")
    ID_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    FROM_OPERATOR_FIELD_NUMBER: _ClassVar[int]
    id: str
    text: str
    from_operator: bool
    def __init__(self, id: _Optional[str] = ..., text: _Optional[str] = ..., from_operator: _Optional[bool] = ...) -> None: ...

class SceneChange(_message.Message):
    __slots__ = ("revision", "whole", "draft", "upserts", "removed", "skybox", "name", "hash")
    REVISION_FIELD_NUMBER: _ClassVar[int]
    WHOLE_FIELD_NUMBER: _ClassVar[int]
    DRAFT_FIELD_NUMBER: _ClassVar[int]
    UPSERTS_FIELD_NUMBER: _ClassVar[int]
    REMOVED_FIELD_NUMBER: _ClassVar[int]
    SKYBOX_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    HASH_FIELD_NUMBER: _ClassVar[int]
    revision: int
    whole: bool
    draft: bool
    upserts: _containers.RepeatedCompositeFieldContainer[Node]
    removed: _containers.RepeatedScalarFieldContainer[str]
    skybox: Skybox
    name: str
    hash: int
    def __init__(self, revision: _Optional[int] = ..., whole: _Optional[bool] = ..., draft: _Optional[bool] = ..., upserts: _Optional[_Iterable[_Union[Node, _Mapping]]] = ..., removed: _Optional[_Iterable[str]] = ..., skybox: _Optional[_Union[Skybox, _Mapping]] = ..., name: _Optional[str] = ..., hash: _Optional[int] = ...) -> None: ...

class Vec3(_message.Message):
    __slots__ = ("x", "y", "z")
    X_FIELD_NUMBER: _ClassVar[int]
    Y_FIELD_NUMBER: _ClassVar[int]
    Z_FIELD_NUMBER: _ClassVar[int]
    x: float
    y: float
    z: float
    def __init__(self, x: _Optional[float] = ..., y: _Optional[float] = ..., z: _Optional[float] = ...) -> None: ...

class Vec4(_message.Message):
    __slots__ = ("x", "y", "z", "w")
    X_FIELD_NUMBER: _ClassVar[int]
    Y_FIELD_NUMBER: _ClassVar[int]
    Z_FIELD_NUMBER: _ClassVar[int]
    W_FIELD_NUMBER: _ClassVar[int]
    x: float
    y: float
    z: float
    w: float
    def __init__(self, x: _Optional[float] = ..., y: _Optional[float] = ..., z: _Optional[float] = ..., w: _Optional[float] = ...) -> None: ...

class Color(_message.Message):
    __slots__ = ("r", "g", "b", "a")
    R_FIELD_NUMBER: _ClassVar[int]
    G_FIELD_NUMBER: _ClassVar[int]
    B_FIELD_NUMBER: _ClassVar[int]
    A_FIELD_NUMBER: _ClassVar[int]
    r: float
    g: float
    b: float
    a: float
    def __init__(self, r: _Optional[float] = ..., g: _Optional[float] = ..., b: _Optional[float] = ..., a: _Optional[float] = ...) -> None: ...

class Node(_message.Message):
    __slots__ = ("id", "name", "parent", "position", "rotation", "scale", "components")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    PARENT_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    ROTATION_FIELD_NUMBER: _ClassVar[int]
    SCALE_FIELD_NUMBER: _ClassVar[int]
    COMPONENTS_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    parent: str
    position: Vec3
    rotation: Vec3
    scale: Vec3
    components: _containers.RepeatedCompositeFieldContainer[Component]
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., parent: _Optional[str] = ..., position: _Optional[_Union[Vec3, _Mapping]] = ..., rotation: _Optional[_Union[Vec3, _Mapping]] = ..., scale: _Optional[_Union[Vec3, _Mapping]] = ..., components: _Optional[_Iterable[_Union[Component, _Mapping]]] = ...) -> None: ...

class Component(_message.Message):
    __slots__ = ("primitive", "mesh", "light")
    PRIMITIVE_FIELD_NUMBER: _ClassVar[int]
    MESH_FIELD_NUMBER: _ClassVar[int]
    LIGHT_FIELD_NUMBER: _ClassVar[int]
    primitive: Primitive
    mesh: Mesh
    light: Light
    def __init__(self, primitive: _Optional[_Union[Primitive, _Mapping]] = ..., mesh: _Optional[_Union[Mesh, _Mapping]] = ..., light: _Optional[_Union[Light, _Mapping]] = ...) -> None: ...

class Primitive(_message.Message):
    __slots__ = ("shape", "color")
    class Shape(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        CUBE: _ClassVar[Primitive.Shape]
        SPHERE: _ClassVar[Primitive.Shape]
        CAPSULE: _ClassVar[Primitive.Shape]
        CYLINDER: _ClassVar[Primitive.Shape]
        PLANE: _ClassVar[Primitive.Shape]
        QUAD: _ClassVar[Primitive.Shape]
    CUBE: Primitive.Shape
    SPHERE: Primitive.Shape
    CAPSULE: Primitive.Shape
    CYLINDER: Primitive.Shape
    PLANE: Primitive.Shape
    QUAD: Primitive.Shape
    SHAPE_FIELD_NUMBER: _ClassVar[int]
    COLOR_FIELD_NUMBER: _ClassVar[int]
    shape: Primitive.Shape
    color: Color
    def __init__(self, shape: _Optional[_Union[Primitive.Shape, str]] = ..., color: _Optional[_Union[Color, _Mapping]] = ...) -> None: ...

class Mesh(_message.Message):
    __slots__ = ("asset",)
    ASSET_FIELD_NUMBER: _ClassVar[int]
    asset: str
    def __init__(self, asset: _Optional[str] = ...) -> None: ...

class Light(_message.Message):
    __slots__ = ("type", "color", "intensity", "indirect_multiplier", "range", "spot_angle", "mode", "shadows", "width", "height", "radius")
    class Type(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        SPOT: _ClassVar[Light.Type]
        DIRECTIONAL: _ClassVar[Light.Type]
        POINT: _ClassVar[Light.Type]
        RECTANGLE: _ClassVar[Light.Type]
        DISK: _ClassVar[Light.Type]
    SPOT: Light.Type
    DIRECTIONAL: Light.Type
    POINT: Light.Type
    RECTANGLE: Light.Type
    DISK: Light.Type
    class Mode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        REALTIME: _ClassVar[Light.Mode]
        MIXED: _ClassVar[Light.Mode]
        BAKED: _ClassVar[Light.Mode]
    REALTIME: Light.Mode
    MIXED: Light.Mode
    BAKED: Light.Mode
    class Shadows(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        NO_SHADOWS: _ClassVar[Light.Shadows]
        HARD_SHADOWS: _ClassVar[Light.Shadows]
        SOFT_SHADOWS: _ClassVar[Light.Shadows]
    NO_SHADOWS: Light.Shadows
    HARD_SHADOWS: Light.Shadows
    SOFT_SHADOWS: Light.Shadows
    TYPE_FIELD_NUMBER: _ClassVar[int]
    COLOR_FIELD_NUMBER: _ClassVar[int]
    INTENSITY_FIELD_NUMBER: _ClassVar[int]
    INDIRECT_MULTIPLIER_FIELD_NUMBER: _ClassVar[int]
    RANGE_FIELD_NUMBER: _ClassVar[int]
    SPOT_ANGLE_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    SHADOWS_FIELD_NUMBER: _ClassVar[int]
    WIDTH_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RADIUS_FIELD_NUMBER: _ClassVar[int]
    type: Light.Type
    color: Color
    intensity: float
    indirect_multiplier: float
    range: float
    spot_angle: float
    mode: Light.Mode
    shadows: Light.Shadows
    width: float
    height: float
    radius: float
    def __init__(self, type: _Optional[_Union[Light.Type, str]] = ..., color: _Optional[_Union[Color, _Mapping]] = ..., intensity: _Optional[float] = ..., indirect_multiplier: _Optional[float] = ..., range: _Optional[float] = ..., spot_angle: _Optional[float] = ..., mode: _Optional[_Union[Light.Mode, str]] = ..., shadows: _Optional[_Union[Light.Shadows, str]] = ..., width: _Optional[float] = ..., height: _Optional[float] = ..., radius: _Optional[float] = ...) -> None: ...

class Skybox(_message.Message):
    __slots__ = ("gradient", "sun", "cubed")
    class Gradient(_message.Message):
        __slots__ = ("color1", "color2", "up_vector", "intensity", "exponent")
        COLOR1_FIELD_NUMBER: _ClassVar[int]
        COLOR2_FIELD_NUMBER: _ClassVar[int]
        UP_VECTOR_FIELD_NUMBER: _ClassVar[int]
        INTENSITY_FIELD_NUMBER: _ClassVar[int]
        EXPONENT_FIELD_NUMBER: _ClassVar[int]
        color1: Color
        color2: Color
        up_vector: Vec4
        intensity: float
        exponent: float
        def __init__(self, color1: _Optional[_Union[Color, _Mapping]] = ..., color2: _Optional[_Union[Color, _Mapping]] = ..., up_vector: _Optional[_Union[Vec4, _Mapping]] = ..., intensity: _Optional[float] = ..., exponent: _Optional[float] = ...) -> None: ...
    class Sun(_message.Message):
        __slots__ = ("top_color", "top_exponent", "horizon_color", "bottom_color", "bottom_exponent", "sky_intensity", "sun_color", "sun_intensity", "sun_alpha", "sun_beta", "sun_vector")
        TOP_COLOR_FIELD_NUMBER: _ClassVar[int]
        TOP_EXPONENT_FIELD_NUMBER: _ClassVar[int]
        HORIZON_COLOR_FIELD_NUMBER: _ClassVar[int]
        BOTTOM_COLOR_FIELD_NUMBER: _ClassVar[int]
        BOTTOM_EXPONENT_FIELD_NUMBER: _ClassVar[int]
        SKY_INTENSITY_FIELD_NUMBER: _ClassVar[int]
        SUN_COLOR_FIELD_NUMBER: _ClassVar[int]
        SUN_INTENSITY_FIELD_NUMBER: _ClassVar[int]
        SUN_ALPHA_FIELD_NUMBER: _ClassVar[int]
        SUN_BETA_FIELD_NUMBER: _ClassVar[int]
        SUN_VECTOR_FIELD_NUMBER: _ClassVar[int]
        top_color: Color
        top_exponent: float
        horizon_color: Color
        bottom_color: Color
        bottom_exponent: float
        sky_intensity: float
        sun_color: Color
        sun_intensity: float
        sun_alpha: float
        sun_beta: float
        sun_vector: Vec4
        def __init__(self, top_color: _Optional[_Union[Color, _Mapping]] = ..., top_exponent: _Optional[float] = ..., horizon_color: _Optional[_Union[Color, _Mapping]] = ..., bottom_color: _Optional[_Union[Color, _Mapping]] = ..., bottom_exponent: _Optional[float] = ..., sky_intensity: _Optional[float] = ..., sun_color: _Optional[_Union[Color, _Mapping]] = ..., sun_intensity: _Optional[float] = ..., sun_alpha: _Optional[float] = ..., sun_beta: _Optional[float] = ..., sun_vector: _Optional[_Union[Vec4, _Mapping]] = ...) -> None: ...
    class Cubed(_message.Message):
        __slots__ = ("tint_color", "exposure", "rotation", "cube_map")
        TINT_COLOR_FIELD_NUMBER: _ClassVar[int]
        EXPOSURE_FIELD_NUMBER: _ClassVar[int]
        ROTATION_FIELD_NUMBER: _ClassVar[int]
        CUBE_MAP_FIELD_NUMBER: _ClassVar[int]
        tint_color: Color
        exposure: float
        rotation: float
        cube_map: str
        def __init__(self, tint_color: _Optional[_Union[Color, _Mapping]] = ..., exposure: _Optional[float] = ..., rotation: _Optional[float] = ..., cube_map: _Optional[str] = ...) -> None: ...
    GRADIENT_FIELD_NUMBER: _ClassVar[int]
    SUN_FIELD_NUMBER: _ClassVar[int]
    CUBED_FIELD_NUMBER: _ClassVar[int]
    gradient: Skybox.Gradient
    sun: Skybox.Sun
    cubed: Skybox.Cubed
    def __init__(self, gradient: _Optional[_Union[Skybox.Gradient, _Mapping]] = ..., sun: _Optional[_Union[Skybox.Sun, _Mapping]] = ..., cubed: _Optional[_Union[Skybox.Cubed, _Mapping]] = ...) -> None: ...

class Asset(_message.Message):
    __slots__ = ("id", "sha256", "size", "media_type", "url", "data", "label")
    ID_FIELD_NUMBER: _ClassVar[int]
    SHA256_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    MEDIA_TYPE_FIELD_NUMBER: _ClassVar[int]
    URL_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    id: str
    sha256: str
    size: int
    media_type: str
    url: str
    data: bytes
    label: str
    def __init__(self, id: _Optional[str] = ..., sha256: _Optional[str] = ..., size: _Optional[int] = ..., media_type: _Optional[str] = ..., url: _Optional[str] = ..., data: _Optional[bytes] = ..., label: _Optional[str] = ...) -> None: ...
