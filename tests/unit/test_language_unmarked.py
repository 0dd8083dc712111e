"""Lists whose commas are left out, and compounds that are none."""

from __future__ import annotations

import pytest

from consumers.lexicon.sentences.unmarked import marked
from consumers.lexicon.words.tokens import read


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("bedroom with bed desk gaming chair pc on desk",
         "bedroom with bed , desk , gaming chair , pc on desk"),
        ("a garden with bench tree pond gnome", "a garden with bench , tree , pond , gnome"),
        ("farm with cow pig barn", "farm with cow , pig , barn"),
        ("bedroom king bed two nightstands rug", "bedroom with king bed , two nightstands , rug"),
        ("sofa tv lamp rug", "sofa , tv , lamp , rug"),
        ("kitchen with table lamp and a rug", "kitchen with table lamp and a rug"),
        ("a pirate ship wheel", "a pirate ship wheel"),
        ("a room with a kitchen table lamp", "a room with a kitchen table lamp"),
        ("a red sofa, a lamp and a coffee table", "a red sofa , a lamp and a coffee table"),
    ],
)  # fmt: skip
def test_nouns_one_after_the_other_are_a_list(said: str, meant: str) -> None:
    assert marked(read(said)).text == meant
