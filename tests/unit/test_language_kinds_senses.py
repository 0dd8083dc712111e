"""What a word names by its company, slips that are heard, colours by name and hue, set sides."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words.colors import color_table, parse_color
from consumers.lexicon.words.materials import material_table
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.sounds import distance, sound
from consumers.lexicon.words.tokens import read
from schemas.decomposition import RelationKind


def nouns_of(text: str) -> set[str]:
    return {wish.recipe.noun for wish in decompose(text).wishes}


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("A keyboard and a mouse on a desk", "computer mouse"),
        ("A cat, a mouse and a laptop", "mouse"),
        ("A pitcher, a batter and a bat", "baseball bat"),
        ("Six bats hanging in a cave", "bat"),
        ("A pond with two cranes and a frog", "crane bird"),
        ("A harbour with two cranes", "crane"),
        ("A pen with four pigs", "sheep pen"),
        ("A pen and a notebook on a desk", "pen"),
        ("A letter with a seal", "wax seal"),
        ("A seal on a rock", "seal"),
        ("A bolt, a nut and a spanner", "screw"),
        ("A rack with swords and shields", "weapon rack"),
        ("A gym with dumbbells and a rack", "weight rack"),
        ("A police car with a siren", "air raid siren"),
        ("A committee board behind a desk", "bulletin board"),
        ("A wooden board on a table", "plank"),
    ],
)
def test_a_word_of_several_senses_is_told_by_its_company(text: str, noun: str) -> None:
    assert noun in nouns_of(text)


@pytest.mark.parametrize("words", ["a vampire bat", "a light bulb", "a wine rack", "a bowler hat"])
def test_a_compound_says_it_whatever_the_company(words: str) -> None:
    alone = phrase_at(read(words), 0)
    among = phrase_at(read(f"{words} , swords , a baseball , a tulip and a batsman"), 0)
    assert alone is not None
    assert among is not None
    assert alone[0].noun == among[0].noun


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("desck", "desk"), ("moniter", "monitor"), ("shelv", "shelf"), ("tabel", "table"),
        ("matress", "mattress"), ("piller", "pillar"), ("wardrob", "wardrobe"),
    ],
)  # fmt: skip
def test_a_slip_is_read_as_what_it_sounds_like_and_told(slip: str, meant: str) -> None:
    scene = decompose(f"A {slip} and a lamp")
    assert meant in {wish.name for wish in scene.wishes}
    assert f'Read "{slip}" as "{meant}".' in scene.notes


@pytest.mark.parametrize("word", ["share", "charm", "moat", "planner", "chute", "tile"])
def test_a_word_of_the_dictionary_is_no_slip(word: str) -> None:
    assert not any(note.startswith("Read ") for note in decompose(f"A {word} and a lamp").notes)


def test_sounds_and_distances() -> None:
    assert sound("chair") == sound("chare") != sound("car")
    assert sound("physics") == sound("fizzicks")
    assert [distance("desk", other) for other in ("desk", "desck", "dsek", "dock")] == [0, 1, 1, 2]


@pytest.mark.parametrize(
    ("several", "one"),
    [
        ("amphorae", "amphora"), ("cacti", "cactus"), ("fungi", "fungus"), ("loaves", "loaf"),
        ("spearmen", "spearman"), ("chateaux", "chateau"), ("folks", "folk"), ("ppl", "person"),
    ],
)  # fmt: skip
def test_plurals_that_follow_no_rule(several: str, one: str) -> None:
    assert singular(several) == one


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("sage green", "sage"), ("mustard yellow", "mustard"), ("rust red", "rust"),
        ("teal blue", "teal"), ("charcoal grey", "charcoal"), ("coral pink", "coral"),
    ],
)  # fmt: skip
def test_a_colour_with_the_hue_that_it_is_of(words: str, named: str) -> None:
    assert parse_color(words) == color_table()[named]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("A sphere, r=0.5, and a lamp", (1.0, 1.0, 1.0)),
        ("A cube with a = 80 cm and a lamp", (0.8, 0.8, 0.8)),
        ("A sphere with radius=25cm and a lamp", (0.5, 0.5, 0.5)),
    ],
)
def test_a_side_set_equal_to_a_number(text: str, size: tuple[float, float, float]) -> None:
    first = decompose(text).wishes[0]
    assert first.recipe.size == pytest.approx(size)


@pytest.mark.parametrize(
    ("text", "color", "material"),
    [
        ("A sofa in sage green and a lamp", "sage", None),
        ("An armchair in cognac leather and a lamp", "cognac", "leather"),
        ("A ginger cat and a lamp", "ginger", None),
        ("A chest stained walnut and a lamp", "walnut", None),
        ("A mirror framed in brass and a lamp", None, "brass"),
    ],
)
def test_looks_said_as_nouns(text: str, color: str | None, material: str | None) -> None:
    scene = decompose(text)
    recipe = scene.wishes[0].recipe
    assert recipe.color == (color_table()[color] if color else None)
    assert recipe.material == material
    assert not any("Not understood" in note for note in scene.notes)


@pytest.mark.parametrize(
    "walls", ["brick walls", "exposed brick walls", "whitewashed walls", "stone walls"]
)
def test_walls_of_a_room_are_painted_and_no_things(walls: str) -> None:
    scene = decompose(f"A room with {walls} and a bed")
    assert {wish.recipe.noun for wish in scene.wishes} == {"bed"}
    assert scene.setting.wall_color is not None


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("A plaza paved in granite with a fountain", "granite"),
        ("A courtyard paved with marble and a well", "marble"),
        ("A hall carpeted in wool with a throne", "wool"),
    ],
)
def test_what_a_place_is_paved_with_is_its_floor(text: str, color: str) -> None:
    scene = decompose(text)
    assert scene.setting.floor_color == material_table()[color].color
    assert not any("Not understood" in note for note in scene.notes)


@pytest.mark.parametrize(
    ("text", "hats"),
    [
        ("A crane and four builders in hard hats", 4),
        ("Two girls in party hats beside a cake", 2),
        ("A king in a golden crown on a throne", 1),
    ],
)
def test_hats_that_people_are_in_are_on_them(text: str, hats: int) -> None:
    scene = decompose(text)
    on = [r.subject for r in scene.relations if r.kind is RelationKind.ON]
    assert sum("hat" in subject or "crown" in subject for subject in on) == hats
    assert not any(r.kind is RelationKind.IN for r in scene.relations)
