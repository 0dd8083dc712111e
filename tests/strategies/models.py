"""Random values of any schema model, read from its fields: types, bounds, patterns.

What belongs here: how a kind of annotation is drawn. What does not: values that must make sense
together, such as a tree of nodes (``tests.strategies.scenes``).
"""

from __future__ import annotations

import types
from datetime import UTC
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, NewType, TypeVar, Union, get_args, get_origin

import annotated_types as at
from hypothesis import strategies as st
from pydantic import AwareDatetime, BaseModel, JsonValue
from pydantic.fields import FieldInfo

from schemas.scene import AreaLight

Model = TypeVar("Model", bound=BaseModel)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(
    ["", "красный стул", "椅子", "🪑 one", 'quo"te\\', "line\nbreak", "a/b~c", "\x00"]
)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | NUMBERS | TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=4,
)


@cache
def models(model: type[Model]) -> st.SearchStrategy[Model]:
    """Valid values of ``model``; every field is drawn, its default or not."""
    return st.deferred(lambda: _drawn(model))  # a model may hold others of its own kind


def _drawn(model: type[Model]) -> st.SearchStrategy[Model]:
    fields = {
        name: _annotated(field.annotation, tuple(field.metadata))
        for name, field in model.model_fields.items()
    }
    drawn: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(fields)
    if model is AreaLight:
        drawn = drawn.map(_measured)
    return drawn.map(model.model_validate)


def _measured(light: dict[str, Any]) -> dict[str, Any]:
    """An area light has what its shape is measured by."""
    sizes = ("radius",) if light["shape"] == "disk" else ("width", "height")
    return {**light, **{size: light[size] or 1.0 for size in sizes}}


def _annotated(kind: Any, metadata: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    limits: dict[str, Any] = {}
    for item in metadata:
        for rule in item.metadata if isinstance(item, FieldInfo) else (item,):
            match rule:
                case at.Ge(ge=bound):
                    limits["min_value"] = bound
                case at.Gt(gt=bound):
                    limits.update(min_value=bound, exclude_min=True)
                case at.Le(le=bound):
                    limits["max_value"] = bound
                case at.Lt(lt=bound):
                    limits.update(max_value=bound, exclude_max=True)
                case _ if pattern := getattr(rule, "pattern", None):
                    return st.from_regex(pattern, fullmatch=True)
    if limits and kind is float:
        return st.floats(allow_nan=False, allow_infinity=False, **limits)
    if limits and kind is int:
        if limits.pop("exclude_max", False):
            limits["max_value"] -= 1
        if limits.pop("exclude_min", False):
            limits["min_value"] += 1
        return st.integers(**limits)
    return _kind(kind)


_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(-(2**40), 2**40),
    float: NUMBERS,
    bool: st.booleans(),
    type(None): st.none(),
    AwareDatetime: st.datetimes(timezones=st.just(UTC)),
    JsonValue: JSON,
}


def _kind(kind: Any) -> st.SearchStrategy[Any]:
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, NewType):
        return _kind(kind.__supertype__)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return models(kind)
    return _generic(get_origin(kind), get_args(kind))


def _generic(origin: Any, args: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if origin is Annotated:
        return _annotated(args[0], args[1:])
    if origin in (Union, types.UnionType):
        return st.one_of([_kind(arg) for arg in args])
    if origin is Literal:
        return st.sampled_from(args)
    if origin is tuple and args[-1] is Ellipsis:
        return st.lists(_kind(args[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*[_kind(arg) for arg in args])
    if origin is dict:
        return st.dictionaries(_kind(args[0]), _kind(args[1]), max_size=2)
    raise TypeError(f"no way to draw {origin}[{args}]; teach tests.strategies.models")
