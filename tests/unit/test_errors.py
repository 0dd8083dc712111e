"""Every error of every room: one root, a closed category, a message with a cause and a remedy."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.errors import Category, ScenestreamError

ROOT = Path(__file__).parents[2]
ROOMS = ("schemas", "streams", "consumers", "gateway", "ops")
ONE_HALF_IS_ENOUGH = {
    "StepCancelled": "told to nobody",
    "NothingChanged": "the person's own words are the only thing to change",
    "NothingToSend": "a command's usage is remedy enough",
}


PEERS = "ops.bench.peers."


def every_error() -> list[type[ScenestreamError]]:
    """The root's subclasses in all modules of all rooms, by name."""
    for room in ROOMS:
        package = importlib.import_module(room)
        for module in pkgutil.walk_packages(package.__path__, f"{room}."):
            # Peers' packages are in the bench's own environment alone.
            if not module.name.endswith("__main__") and not module.name.startswith(PEERS):
                importlib.import_module(module.name)
    found: set[type[ScenestreamError]] = set()
    waiting: list[type[ScenestreamError]] = [ScenestreamError]
    for kind in waiting:
        waiting.extend(kind.__subclasses__())
        found.update(kind.__subclasses__())
    ours = [kind for kind in found if kind.__module__.split(".")[0] in ROOMS]
    return sorted(ours, key=lambda kind: (kind.__module__, kind.__name__))


ERRORS = every_error()
NAMES = {kind.__name__ for kind in ERRORS}
DOCUMENTED = {kind.__name__: inspect.cleandoc(kind.__doc__ or "") for kind in ERRORS}


def has_remedy(message: str) -> bool:
    """Whether ``message`` goes on after its cause."""
    cause, mark, remedy = message.partition(";" if ";" in message else ":")
    return bool(cause.strip() and mark and remedy.strip())


def sources() -> Iterator[tuple[str, ast.Module]]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_an_error_has_a_category_a_code_and_a_sentence(kind: type[ScenestreamError]) -> None:
    assert isinstance(kind.category, Category)
    own = kind.__dict__.get("__doc__")
    assert own is not None
    sentence = " ".join(inspect.cleandoc(own).split("\n\n")[0].split())
    assert sentence.endswith(".")
    assert sentence[0].isupper() or sentence[0] == "`"
    assert len(sentence.split()) >= 4
    made = kind.__new__(kind)
    assert made.code == kind.__name__
    assert isinstance(made, Exception)


def test_rooms_bring_their_own_errors() -> None:
    assert {kind.__module__.split(".")[0] for kind in ERRORS} == set(ROOMS)


def test_a_code_stands_for_one_error() -> None:
    assert [
        name for name, times in Counter(kind.__name__ for kind in ERRORS).items() if times > 1
    ] == []


@pytest.mark.parametrize(
    ("category", "status", "permanent"),
    [
        ("bad_input", 400, True),
        ("unauthenticated", 401, True),
        ("forbidden", 403, True),
        ("not_found", 404, True),
        ("conflict", 409, True),
        ("too_large", 413, True),
        ("too_many", 429, False),
        ("internal", 500, True),
        ("misconfigured", 501, True),
        ("unavailable", 503, False),
    ],
)
def test_a_category_tells_the_status_and_whether_to_try_again(
    category: str, status: int, permanent: bool
) -> None:
    assert Category(category).status == status
    assert Category(category).is_permanent is permanent


def test_the_table_of_categories_is_whole() -> None:
    assert len({category.status for category in Category}) == len(Category) == 10


def test_the_root_is_somebodys_mistake_in_here() -> None:
    assert ScenestreamError("x").category is Category.INTERNAL


@pytest.mark.parametrize(
    "kind",
    [
        kind
        for kind in ERRORS
        if kind.__init__ is not Exception.__init__
        and len(inspect.signature(kind.__init__).parameters) == 1
    ],
    ids=lambda kind: kind.__name__,
)
def test_a_message_that_never_varies_has_a_cause_and_a_remedy(
    kind: type[ScenestreamError],
) -> None:
    assert has_remedy(str(kind()))


def test_a_docstring_that_serves_as_a_message_has_a_cause_and_a_remedy() -> None:
    told = {
        node.value.id
        for _, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr == "__doc__"
        and isinstance(node.value, ast.Name)
        and node.value.id in NAMES
    }
    assert told >= {"PatchRefused", "BadFrame", "BadSnapshot"}
    assert sorted(n for n in told - set(ONE_HALF_IS_ENOUGH) if not has_remedy(DOCUMENTED[n])) == []


def test_no_error_is_raised_without_a_message() -> None:
    silent = {kind.__name__ for kind in ERRORS if kind.__init__ is Exception.__init__}
    assert [
        f"{path}:{node.lineno}"
        for path, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise) and _bare(node.exc) in silent
    ] == []


def _bare(raised: ast.expr | None) -> str:
    """The name of what is raised, where nothing is said with it."""
    if isinstance(raised, ast.Call) and not raised.args and not raised.keywords:
        raised = raised.func
    return raised.id if isinstance(raised, ast.Name) else ""


def test_what_refusals_say_is_in_one_line() -> None:
    broken = [kind.__name__ for kind in every_error() if "\n" in str(kind.__doc__)]
    assert broken == []
