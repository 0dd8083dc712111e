"""Every word of a scene's sentence is read or told: what did nothing comes back in a note."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from consumers.decompose.rules import decompose
from consumers.lexicon.sentences.account import MOST_TOLD
from tests.invented import bench_prompts, injected, table_sentences

LEFT_OUT = "Not understood, so left out: "
PLAINLY = "Shown as its plain kind: "
TOLD_SHARE = 0.99
"""The least share of invented words that come back; measured 0.998 over 1,888 places."""
SAMPLED = 33
"""Every so many'th place of an invented word is tried here."""
MOST_NOTED = {"bench": 0.02, "tables": 0.08}
"""The largest share of sentences with a note; each note of them names what is not shown."""

LOST = """
two archaeologists kneeling and a wheelbarrow => kneeling
a loft with exposed brick walls and a sofa => exposed
a signpost with three arms and a shrine => with three arms
a house with a red roof and a chimney => red roof | chimney
a cabinet whose doors are green, next to a fridge => doors are green
a sofa grubbed => grubbed
a terrace overlooking the city with two chairs => overlooking the city
a glass of water on the table => of water
a nightstand with a lamp on it. the drawer is closed => drawer
a row of five bikes from smallest to biggest and a helmet => from smallest to biggest
a snowman with a carrot nose and a sled => with a carrot nose
"""

READ = """
a cat sleeping on the sofa
a lovely little old house with a tree to the left of it, please
a table with four chairs around it and a vase of flowers on it
Could you show me a kitchen with a fridge and an oven in it?
a long table with eight chairs, four on each side
a table for two, so two chairs
a ladder leaning against the wall
two tables, each with a candle on it, and a lamp on the floor
I walk into my grandmother's kitchen; there's an old stove
a waiter with a tray in his hand beside a round table
a sofa with its back to the wall
an L-shaped living room with a sofa
a museum with a bench for visitors
There are two nightstands beside the bed. Put a lamp on the left one and a clock on the right one.
a red, no, blue sofa
on the table is a bowl, under the table sleeps a cat
umm so there's like a sofa
"""

PLAIN_KINDS = {
    "a biscuit drum in the corner": "biscuit drum (drum)",
    "two biscuit towers on a stage": "biscuit tower (tower)",
    "a biscuit mast and a whisky ladder": "biscuit mast (mast), whisky ladder (ladder)",
}
NO_PLAIN_KIND = (
    "a kitchen chair", "the teacher's desk", "a garden bench", "a round wooden table",
    "an old blue armchair", "a coffee table", "a hot air balloon", "an oak tree", "a moray eel",
    "a tall glass vase", "a witch hut", "a toy train", "an iron gate",
)  # fmt: skip


def _pieces(sentence: str) -> list[str]:
    notes = [n for n in decompose(sentence).notes if n.startswith(LEFT_OUT)]
    return [piece for note in notes for piece in re.findall(r'"([^"]+)"', note)]


@pytest.mark.parametrize("line", LOST.strip().splitlines())
def test_what_did_nothing_is_told(line: str) -> None:
    sentence, _, pieces = line.partition(" => ")
    assert _pieces(sentence) == pieces.split(" | ")


@pytest.mark.parametrize("sentence", READ.strip().splitlines())
def test_what_was_read_is_not_told(sentence: str) -> None:
    assert _pieces(sentence) == []


@pytest.mark.parametrize("sentence", PLAIN_KINDS)
def test_a_compound_known_by_its_head_alone_is_told(sentence: str) -> None:
    assert f"{PLAINLY}{PLAIN_KINDS[sentence]}." in decompose(sentence).notes


@pytest.mark.parametrize("words", NO_PLAIN_KIND)
def test_looks_places_and_owners_make_no_other_kind(words: str) -> None:
    assert not [n for n in decompose(words).notes if n.startswith(PLAINLY)]


def test_invented_words_come_back_wherever_they_stand() -> None:
    places = [found for s in (*table_sentences(), *bench_prompts()) for found in injected(s)]
    tried, silent = Counter[str](), []
    for found in places[::SAMPLED]:
        plan = decompose(found.sentence)
        told = " ".join([plan.name.lower(), *plan.notes, *(w.recipe.label for w in plan.wishes)])
        tried[found.role] += 1
        if found.word not in told:
            silent.append(found)
    assert set(tried) == {"adjective", "modifier", "verb", "deed", "place", "relation"}
    assert len(silent) <= (1 - TOLD_SHARE) * tried.total(), silent


@pytest.mark.parametrize(("where", "every"), [("bench", 1), ("tables", 2)])
def test_sentences_that_are_read_rightly_get_few_notes(where: str, every: int) -> None:
    sentences = {"bench": bench_prompts, "tables": table_sentences}[where]()[::every]
    noted = [s for s in sentences if _pieces(s)]
    assert len(noted) <= MOST_NOTED[where] * len(sentences), noted


def test_a_note_quotes_a_few_short_pieces_of_however_much() -> None:
    hostile = "a sofa <script>alert('x')</script> zo\x00ggle\x1b[31m “at” " + "q" * 900
    deeds = ("grubbed", "mumbled", "dozed", "sneezed", "yawned", "giggled", "snored")
    many = " ".join(f"A sofa {deed}." for deed in deeds)
    for text in (hostile, many, "a red chair next to a wibble at quindly " * 400):
        for note in decompose(text).notes:
            if note.startswith(LEFT_OUT):
                assert len(note) < 400
                assert note.count('"') <= 2 * MOST_TOLD
                assert re.fullmatch(r"[\w \",.:']+", note)
    assert "and more." in next(n for n in decompose(many).notes if n.startswith(LEFT_OUT))
