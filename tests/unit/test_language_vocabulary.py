"""The nouns of 25 kinds of place are known, and outlines and plain solids have models of their own.

What is listed here is what people usually ask for in such a place.
"""

from __future__ import annotations

import numpy as np
import pytest

from consumers.greybox.build import build
from consumers.greybox.families.shaped import outline
from consumers.greybox.glb import to_glb
from consumers.greybox.mesh import Floats
from consumers.greybox.recipes import recipe_for
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.phrases.recipes_of import recipe_of
from consumers.lexicon.words.gazetteer import guessed_size
from consumers.lexicon.words.nouns import noun_table
from consumers.lexicon.words.tokens import read
from schemas.recipe import Recipe

PLACES = {
    "gym": "treadmill, exercise bike, dumbbells, weight bench, barbell, kettlebell, yoga mat, "
    "punching bag, rowing machine, mirror, locker, exercise ball, weight rack, boxing ring, fan",
    "hospital": "hospital bed, IV stand, heart monitor, wheelchair, stretcher, curtain, nurse, "
    "medicine cabinet, doctor, X-ray machine, operating table, syringe, crutches, oxygen tank",
    "lab": "lab bench, microscope, beaker, flask, test tube, bunsen burner, centrifuge, fume hood, "
    "whiteboard, computer, stool, robot arm, safety goggles, test tube rack",
    "church": "pew, altar, pulpit, cross, candle, organ, stained glass window, bible, bell, "
    "confessional, chandelier, statue, candelabra, priest",
    "spaceship": "control panel, captain's chair, screen, airlock, cryo pod, hologram, robot, "
    "reactor, bunk, window, engine, satellite dish, console, helmet",
    "submarine": "periscope, torpedo, control panel, hatch, pipe, bunk, porthole, valve, wheel, "
    "ladder, gauge, captain, engine",
    "farm": "barn, tractor, hay bale, cow, pig, chicken coop, fence, windmill, scarecrow, silo, "
    "trough, well, pitchfork, wheelbarrow, plow, horse, milk churn, farmer",
    "market": "market stall, crate, basket, fruit stand, scale, barrel, awning, cart, vegetables, "
    "sack, merchant, bread, cheese",
    "theatre": "stage, curtain, theatre seat, microphone, backdrop, piano, mask, megaphone, "
    "stage light, exit sign, musician",
    "stadium": "goal, bleachers, scoreboard, floodlight, football, bench, flag, hurdle, trophy, "
    "referee, hot dog stand, dugout",
    "harbour": "boat, crane, lighthouse, anchor, buoy, jetty, fishing net, container, barrel, "
    "seagull, rope, bollard, ship, lobster trap, fisherman",
    "graveyard": "gravestone, coffin, cross, angel statue, dead tree, iron fence, crow, bat, "
    "pumpkin, lantern, skeleton, ghost, mausoleum, shovel, cobweb",
    "wizard's tower": "cauldron, crystal ball, spell book, potion, wand, broomstick, orb, candle, "
    "telescope, scroll, staff, owl, magic carpet, bookshelf, skull",
    "pirate ship": "cannon, ship's wheel, mast, barrel, treasure chest, anchor, rope, plank, "
    "parrot, hammock, treasure map, cannonball, pirate, lifeboat",
    "arcade": "arcade machine, pinball machine, air hockey table, claw machine, jukebox, stool, "
    "neon sign, racing simulator, disco ball, popcorn machine",
    "barber shop": "barber chair, barber pole, mirror, scissors, comb, hair dryer, sink, razor, "
    "towel, cash register, bench, magazine rack, hair clippers, spray bottle",
    "bakery": "display case, oven, bread, croissant, baguette, rolling pin, flour sack, mixer, "
    "counter, cake, cash register, tray, cooling rack, muffin, apron",
    "library": "bookshelf, ladder, globe, desk lamp, book cart, armchair, table, card catalogue, "
    "librarian, clock, rug, computer, magazine rack",
    "museum": "display case, statue, dinosaur skeleton, vase, painting, rope barrier, pedestal, "
    "sarcophagus, suit of armour, meteorite, guard, diorama, sword, totem pole",
    "prison cell": "bunk bed, toilet, sink, bars, bucket, cot, window, handcuffs, prisoner, tray, "
    "blanket, ball and chain, door, rat",
    "train station": "bench, clock, train, ticket machine, turnstile, departure board, suitcase, "
    "luggage trolley, kiosk, vending machine, escalator, timetable, conductor, handrail",
    "airport": "check-in counter, conveyor belt, baggage carousel, metal detector, suitcase, "
    "airplane, control tower, luggage cart, escalator, passport booth, pilot, flight board",
    "nursery": "crib, changing table, rocking chair, mobile, toy box, teddy bear, stroller, "
    "high chair, playpen, toy train, building blocks, rocking horse, bib",
    "laundry": "washing machine, dryer, ironing board, laundry basket, drying rack, socks, "
    "detergent, clothesline, shirt, sewing machine",
    "workshop": "workbench, toolbox, vise, drill, saw, anvil, forge, sawhorse, ladder, lathe, "
    "hammer, nails, paint can, plank, tool rack, air compressor, clamp",
    "outdoors": "tent, campfire, canoe, trampoline, seesaw, hammock, barbecue, greenhouse, "
    "beach umbrella, deck chair, surfboard, sandcastle, sandbox, picnic table, fire pit",
    "crafts": "loom, spinning wheel, throne, chandelier, projector, hook, student desk, "
    "gold coin, mantelpiece, server rack, drum kit, easel",
}


@pytest.mark.parametrize("place", PLACES)
def test_what_a_place_usually_has_is_known(place: str) -> None:
    """By a model of its own or, where none fits, by a size of its own."""
    unknown = []
    for thing in PLACES[place].split(", "):
        line = read(f"a {thing}")
        found = phrase_at(line, 0)
        sized = found is not None and guessed_size(found[0].label) != guessed_size("*")
        if found is None or not (found[0].noun or sized) or found[1] != len(line):
            unknown.append(thing)
    assert unknown == []


def test_most_of_it_has_a_model_of_its_own() -> None:
    things = [thing for place in PLACES.values() for thing in place.split(", ")]
    heads = [phrase_at(read(f"a {thing}"), 0) for thing in things]
    known = sum(found is not None and found[0].noun != "" for found in heads)
    assert known >= 0.9 * len(things)


@pytest.mark.parametrize(
    ("words", "noun", "least", "most"),
    [
        ("a beach umbrella", "beach umbrella", 1.8, 3.0),
        ("a neon sign", "neon sign", 0.5, 1.5),
        ("a student desk", "student desk", 0.5, 0.9),
        ("a gold coin", "coin", 0.01, 0.08),
        ("a projector", "projector", 0.2, 0.5),
        ("a surfboard", "surfboard", 1.8, 2.8),
        ("a hospital bed", "hospital bed", 1.9, 2.3),
        ("a market stall", "market stall", 1.8, 3.0),
        ("a shipping container", "shipping container", 5.5, 12.5),
    ],
)
def test_a_thing_has_a_size_of_its_own(words: str, noun: str, least: float, most: float) -> None:
    found = phrase_at(read(words), 0)
    assert found is not None
    assert found[0].noun == noun
    assert least <= max(recipe_of(found[0]).size) <= most


def level_area(recipe: Recipe) -> float:
    """The share of the footprint that the model's outline, seen from above, covers."""
    model = build(recipe)
    points = np.concatenate([part.mesh.vertices[:, [0, 2]] for part in model.parts])
    return _hull_area(points) / (recipe.size[0] * recipe.size[2])


def _hull_area(points: Floats) -> float:
    """The area of the convex hull (Andrew's monotone chain)."""
    ordered = sorted({(round(float(x), 6), round(float(y), 6)) for x, y in points})
    half: list[list[tuple[float, float]]] = []
    for run in (ordered, ordered[::-1]):
        chain: list[tuple[float, float]] = []
        for p in run:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], p) <= 0:
                chain.pop()
            chain.append(p)
        half.append(chain[:-1])
    ring = half[0] + half[1]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1],
                                                             strict=True))) / 2  # fmt: skip


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("a rectangular rug", 1.0),
        ("a round rug", 0.785),
        ("an oval rug", 0.785),
        ("a hexagonal rug", 0.75),
        ("a triangular rug", 0.5),
        ("an octagonal table", 0.828),
        ("an oval coffee table", 0.785),
        ("a round mattress", 0.785),
        ("a round cushion", 0.785),
        ("a triangle-shaped table", 0.5),
    ],
)
def test_a_model_has_the_outline_that_was_said(words: str, share: float) -> None:
    found = phrase_at(read(words), 0)
    assert found is not None
    assert level_area(recipe_of(found[0])) == pytest.approx(share, abs=0.03)


@pytest.mark.parametrize(
    "shape", ["round", "triangular", "hexagonal", "heart", "star", "half-round"]
)
def test_an_outline_fills_the_unit_square_counter_clockwise(shape: str) -> None:
    points = outline(shape)
    assert points.max(axis=0) - points.min(axis=0) == pytest.approx([1.0, 1.0])
    after = np.roll(points, -1, axis=0)
    assert float(np.sum(points[:, 0] * after[:, 1] - after[:, 0] * points[:, 1])) > 0.0


@pytest.mark.parametrize("words", ["L-shaped", "U-shaped", "corner"])
@pytest.mark.parametrize("kind", ["sofa", "desk"])
def test_cornered_seats_and_tables_leave_a_gap_in_front(words: str, kind: str) -> None:
    found = phrase_at(read(f"a {words} {kind}"), 0)
    assert found is not None
    model = build(recipe_of(found[0]))
    width, _, depth = model.recipe.size
    spot = np.array([0.1 * width, 0.45 * depth])
    for part in model.parts:
        corners = part.mesh.vertices[part.mesh.faces][:, :, [0, 2]]
        low, high = corners.min(axis=1), corners.max(axis=1)
        assert not np.any(np.all((low <= spot) & (spot <= high), axis=1)), part.name


@pytest.mark.parametrize(
    ("noun", "share"),
    [
        ("cube", 1.0),
        ("block", 1.0),
        ("sphere", np.pi / 6),
        ("cylinder", np.pi / 4),
        ("cone", np.pi / 12),
        ("solid pyramid", 1 / 3),
        ("flat plane", 1.0),
    ],
)
def test_a_plain_solid_has_the_volume_of_its_form(noun: str, share: float) -> None:
    model = build(recipe_for(noun, noun, color="#c8322f"))
    a, b, c = (model.parts[0].mesh.vertices[model.parts[0].mesh.faces[:, i]] for i in range(3))
    volume = float(np.einsum("ij,ij->", a, np.cross(b, c))) / 6.0
    assert volume == pytest.approx(share * np.prod(model.recipe.size), rel=0.03)
    assert model.parts[0].material.color == "#c8322f"


def test_a_noun_drawn_as_another_differs_in_size_colour_or_material() -> None:
    alike = [
        row.name
        for row in noun_table().values()
        if row.model
        and (row.size, row.color, row.material)
        == (
            noun_table()[row.model].size,
            noun_table()[row.model].color,
            noun_table()[row.model].material,
        )
    ]
    assert alike == []


def test_a_shape_changes_the_file_and_a_plain_word_does_not() -> None:
    size = (2.0, 0.02, 2.0)
    plain, star, worn = (
        build(recipe_for("rug", label, size=size)).parts
        for label in ("rug", "star shaped rug", "worn rug")
    )
    assert [p.name for p in plain] == [p.name for p in worn]
    assert [p.name for p in plain] != [p.name for p in star]
    assert to_glb(build(recipe_for("rug", "star shaped rug", size=size)))
