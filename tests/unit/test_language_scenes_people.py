"""Sentences as people type them: holders, piles, words run together, telegrams and asides."""

from __future__ import annotations

import pytest

from consumers.decompose.rules import decompose
from tests.unit.sentences import Case, cases, counted, expanded, name_of, stated

SENTENCES = """
a knight infront of a tower and an owl ontop of it
= meadow | knight, tower, owl
- knight in_front_of tower; owl on tower

Place a crate, put a lantern on top of it and a rope to the left of the crate
= room | crate, lantern, rope
- lantern on crate; rope left_of crate

a desk with a notebook with a pencil on it
= room | desk, notebook, pencil
- notebook on desk; pencil on notebook

a 1x3 grid of barrels with a ladder to the right of the grid and a cart in front of it
= meadow | 3 barrel, ladder, cart
- cart in_front_of barrel-1 barrel-2 barrel-3; ladder right_of barrel-1 barrel-2 barrel-3

four boxes stacked on a table, a cup on top of the boxes
= room | 4 box, table, cup
- box-1 on table; box-2 stacked box-1; box-3 stacked box-2; box-4 stacked box-3; cup on box-4

two desks separated by a curtain
= room | 2 desk, curtain
- curtain between desk-1 desk-2

two cannons with a stack of two cannonballs beside each
= room | 2 cannon, 4 cannonball
- cannonball-1 next_to cannon-1; cannonball-2 next_to cannon-1; cannonball-2 stacked
- cannonball-1; cannonball-3 next_to cannon-2; cannonball-4 next_to cannon-2; cannonball-4
- stacked cannonball-3

On the shelf: a jar, two books in a basket and a vase
= room | shelf, jar, 2 book, basket, vase
- basket on shelf; book-* in basket; jar on shelf; vase on shelf

a tv opposite the sofa on a low cabinet
= room | tv, sofa, low-cabinet
- low-cabinet opposite sofa; tv on low-cabinet

a wooden box. It is open and there are silver coins in it
= room | wooden-box, 3 silver-coin
- silver-coin-* on wooden-box

two tables with red and white checkered tablecloths
= room | 2 table, 2 red-white-checkered-tablecloth
- red-white-checkered-tablecloth-* on table-*

two tables each with one chair and a plate on top
= room | 2 table, 2 chair, 2 plate
- chair-* around table-*; plate-* on table-*

one rose in a bottle on each of three tables
= room | 3 rose, 3 bottle, 3 table
- bottle-* on table-*; rose-* in bottle-*

a wagon loaded with hay, two goats
= meadow | wagon, hay, 2 goat
- goat-* on wagon; hay on wagon

a tiny bakery? I would like a counter with two croissants on it
= bakery | counter, 2 croissant
- croissant-* on counter

my garage. a workbench along the left wall and a car in the middle
= garage | workbench, car
- car in_center; workbench against_wall room-left-wall

a house with a wheelbarrow before the door
= meadow | house, wheelbarrow
- wheelbarrow in_front_of house

a slide, a sandbox, a swing and a fence all around
= meadow | slide, sandbox, swing, 10 fence
- fence-* around

city street at night with a taxi and two lamps along the sidewalk
= city street | taxi, 2 lamp
- lamp-1 in_row lamp-2

tree chairs, too tables and an umbrella with two loungers under it
= meadow | 3 chair, 2 table, umbrella, 2 lounger
- lounger-* under umbrella

A nightstand with a lamp on it. The drawer is closed. Above hangs a picture
= room | nightstand, lamp, picture
- lamp on nightstand; picture above nightstand

a robot and a smaller robot and the smaller robot is holding a flower and a rocket is behind them
= meadow | robot, smaller-robot, flower, rocket
- flower next_to smaller-robot; rocket behind robot smaller-robot

objects: table x1 (wood), bowl x1 (on table, ceramic), orange x3 (in bowl)
= room | table, bowl, 3 orange
- bowl on table; orange-* in bowl

1) a bench 2) a lamp behind the bench 3) two pigeons on the bench
= room | bench, lamp, 2 pigeon
- lamp behind bench; pigeon-* on bench

Three cubes in a row from left to right: red, green and blue. A cone stands on the middle one and a
ball lies behind the blue one
= room | red-cube, green-cube, blue-cube, cone, ball
- ball behind blue-cube; cone on green-cube; red-cube in_row green-cube blue-cube

a bowl on the table, a dog bed beside the back door
= room | bowl, table, dog-bed, door
- bowl on table; dog-bed next_to door

eggs in a basket and two bottles, all on a long table
= room | 3 egg, basket, 2 bottle, long-table
- basket on long-table; bottle-* on long-table; egg-* in basket

two poufs instead of a coffee table
= room | 2 pouf

a kitchen with a kitchen island with three stools on the left and a table in the middle
= kitchen | kitchen-island, 3 stool, table
- stool-* around kitchen-island; kitchen-island left_of; table in_center

a pirate. Behind him is his ship, and a barrel stands in front of it
= meadow | pirate, ship, barrel
- barrel in_front_of ship; ship behind pirate

a cactus in a pot to the right
= room | cactus, pot
- cactus in pot; pot right_of

a desk with a fish tank on it and two goldfish in the tank
= room | desk, fish-tank, 2 goldfish
- fish-tank on desk; goldfish-* in fish-tank

There is sofa in the corner, in front is little table
= room | sofa, little-table
- little-table in_front_of sofa; sofa in_corner

a bathtub against the back wal
= room | bathtub
- bathtub against_wall room-back-wall

a bed with a nightstand on each side with a lamp on top
= room | bed, 2 nightstand, 2 lamp
- nightstand-1 left_of bed; nightstand-2 right_of bed; lamp-* on nightstand-*

two cars parked one behind the other along the road
= road | 2 car
- car-1 behind car-2

a writing desk with a pile of papers on it; a chair is pushed under it
= room | writing-desk, pile-of-paper, chair
- pile-of-paper on writing-desk; chair around writing-desk

My grandma used to have this kitchen. A stove with a teapot on it, and on the floor lie three toys
= kitchen | stove, teapot, 3 toy
- teapot on stove

nursery in pastel colours, a walk-in closet in the corner, a night light on the floor
= nursery | closet, night-light
- closet in_corner; night-light on
"""


@pytest.mark.parametrize("case", list(cases(SENTENCES)), ids=name_of)
def test_a_sentence_becomes_its_things_and_relations(case: Case) -> None:
    result = decompose(case.sentence)
    assert counted(result) == case.things
    assert stated(result) == expanded(case, result)
    assert result.setting.name == case.place


@pytest.mark.parametrize(
    ("said", "noun"),
    [
        ("a skeleton guard", "skeleton"),
        ("a robot waiter next to a table", "robot"),
        ("a beach with an umbrella", "beach umbrella"),
        ("three consoles in front of a robot", "control panel"),
        ("a tv and a console", "game console"),
        ("two beds separated by a curtain", "room divider"),
        ("a sphere next to a pyramid", "solid pyramid"),
        ("a long striped runner on the floor", "carpet runner"),
    ],
)
def test_words_around_a_thing_say_what_it_is(said: str, noun: str) -> None:
    assert noun in {wish.recipe.noun for wish in decompose(said).wishes}
