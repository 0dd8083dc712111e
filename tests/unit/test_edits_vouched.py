"""A change that the words of a request do not vouch for is none: nothing is touched that is not
named, and nothing is made that was not asked for."""

from __future__ import annotations

import pytest

from consumers.lexicon.edits.vouching import unvouched
from consumers.lexicon.words.tokens import read
from schemas.edits import Add, Edit, Remove, Resize
from schemas.ids import NodeId
from tests.edited_scenes import edited, room
from tests.wishes import scene

HALL = room("hall").items


def node(name: str) -> NodeId:
    return next(item.id for item in HALL if item.name.lower() == name)


@pytest.mark.parametrize(
    ("said", "touched"),
    [
        ("make the vase bigger", "cat"),
        ("swap the first and the last table", "vase"),
        ("put the cushion on the right armchair", "lamp 1"),
        ("move the rug to the left", "chair 2"),
    ],
)
def test_what_is_not_named_is_not_touched(said: str, touched: str) -> None:
    edits: list[Edit] = [Resize(node=node(touched), factor=2.0), Remove(nodes=(node(touched),))]
    for edit in edits:
        why = unvouched(read(said), [edit], HALL, ())
        assert why is not None
        assert "changed nothing" in why


@pytest.mark.parametrize(
    ("said", "touched"),
    [
        ("make the cat bigger", "cat"),
        ("make it bigger", "cat"),
        ("remove all the furniture", "red sofa"),
        ("clear the table", "vase"),
        ("delete the seats", "chair 1"),
        ("bigger please", "cat"),
        ("remove the lamps", "lamp 2"),
    ],
)
def test_what_is_named_by_any_of_its_names_is(said: str, touched: str) -> None:
    assert unvouched(read(said), [Remove(nodes=(node(touched),))], HALL, ()) is None


def test_what_was_touched_last_needs_no_name() -> None:
    edit = Resize(node=node("cat"), factor=2.0)
    assert unvouched(read("closer to the table"), [edit], HALL, ()) is not None
    assert unvouched(read("closer to the table"), [edit], HALL, (node("cat"),)) is None


@pytest.mark.parametrize(
    "said",
    [
        "chairs face table",
        "chairs red blue",
        "move the chairs in a 2 m radius",
        "my wife says two chairs too many, so take one away at the ends",
    ],
)
def test_nothing_is_added_that_nobody_asked_for(said: str) -> None:
    made = edited("hall", said)
    assert not [e for e in made.edits if isinstance(e, Add)]


@pytest.mark.parametrize("said", ["add a chair", "three more chairs", "put a flurb on the table"])
def test_what_is_asked_for_is_added(said: str) -> None:
    assert [e for e in edited("hall", said).edits if isinstance(e, Add)]


def test_a_strange_word_with_an_article_may_be_a_new_thing() -> None:
    wish = scene("chair").wishes[0]
    strange = wish.model_copy(
        update={"recipe": wish.recipe.model_copy(update={"noun": "", "label": "flurb"})}
    )
    assert unvouched(read("and a flurb beside it"), [Add(wishes=(strange,))], HALL, ()) is None
    assert unvouched(read("sofa flurb"), [Add(wishes=(strange,))], HALL, ()) is not None
