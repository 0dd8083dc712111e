from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class MediaAsset(_message.Message):
    __slots__ = ("id", "data", "filename")
    ID_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    id: str
    data: bytes
    filename: str
    def __init__(self, id: _Optional[str] = ..., data: _Optional[bytes] = ..., filename: _Optional[str] = ...) -> None: ...

class Content(_message.Message):
    __slots__ = ("type", "text", "assets", "status", "error", "metadata")
    TYPE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    ASSETS_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    ERROR_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    type: str
    text: str
    assets: _containers.RepeatedCompositeFieldContainer[MediaAsset]
    status: int
    error: str
    metadata: str
    def __init__(self, type: _Optional[str] = ..., text: _Optional[str] = ..., assets: _Optional[_Iterable[_Union[MediaAsset, _Mapping]]] = ..., status: _Optional[int] = ..., error: _Optional[str] = ..., metadata: _Optional[str] = ...) -> None: ...
