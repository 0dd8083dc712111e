"""The OpenAPI document, put right where the framework's own is not what is answered here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI

ERROR = {
    "type": "object",
    "required": ["error", "code", "category"],
    "properties": {
        "error": {"type": "string", "description": "the cause, then the remedy"},
        "code": {"type": "string", "description": "a stable name for programs"},
        "category": {"type": "string"},
    },
}
"""Of all errors, whoever raises them; see ``errors``."""


def truly(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """What tells of ``app``: as the framework does, but errors have the form and the statuses that
    they really have."""
    made = app.openapi

    def told() -> dict[str, Any]:
        document = made()
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        schemas["Error"] = ERROR
        content = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
        for operations in document["paths"].values():
            for operation in operations.values():
                operation["responses"].pop("422", None)  # bad input is a 400
                operation["responses"]["default"] = {
                    "description": "It could not be done: 400, 401, 403, 404, 409, 413, 429, 5xx",
                    "content": content,
                }
        return document

    return told
