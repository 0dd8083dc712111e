"""Errors over HTTP: one JSON form for all, whoever raises them."""

from __future__ import annotations

import math

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from schemas.errors import Category, ScenestreamError


async def as_json(request: Request, error: Exception) -> JSONResponse:
    """The error as ``{"error": message, "code": name, "category": …}`` with its status."""
    match error:
        case ScenestreamError(category=category):
            status, code, message = category.status, error.code, str(error)
        case RequestValidationError():
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            category, status, code = Category.BAD_INPUT, 400, "BadRequest"
            message = f"{where}: {first['msg']}; see /openapi.json"
        case HTTPException(status_code=404):
            category, status, code = Category.NOT_FOUND, 404, "NoSuchPath"
            message = f"nothing at {request.url.path}; see /openapi.json"
        case HTTPException(status_code=status):
            category, code = Category.BAD_INPUT, "BadRequest"
            message = f"{request.method} {request.url.path}: {error.detail}; see /openapi.json"
        case _:
            category, status, code = Category.INTERNAL, 500, type(error).__name__
            message = "internal error; the session is kept"
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    if isinstance(error, ScenestreamError) and error.retry_after_s:
        headers["Retry-After"] = str(math.ceil(error.retry_after_s))
    return JSONResponse({"error": message, "code": code, "category": category}, status, headers)
