"""Edits in many phrasings against one scene: what they mean and which things they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from consumers.layout.search.goals import SHELL
from consumers.lexicon.words.colors import parse_color
from consumers.patch.rules import plan
from schemas.edits import (
    Add,
    Edit,
    EditPlan,
    Move,
    Recolor,
    Replace,
    Resize,
    Rotate,
    SceneItem,
)
from schemas.ids import NodeId
from schemas.model import Vec3

# One case a paragraph: the words; "= edit" lines as ``told`` writes them ("+" goes on with one);
# "? unmet" where something could not be done.
EDITS = """
remove the lamp
= remove lamp

delete the red sofa please
= remove red-sofa

get rid of both chairs
= remove wooden-chair-1 wooden-chair-2

take away the rug
= remove blue-rug

erase everything
= remove red-sofa wooden-chair-1 wooden-chair-2 table lamp floor-lamp blue-rug window

remove all chairs except the first one
= remove wooden-chair-2

could you remove the window?
= remove window

I don't want the floor lamp anymore
= remove floor-lamp

delete the lamp on the table and the rug
= remove lamp blue-rug

remove the smallest chair
= remove wooden-chair-1

throw out the wooden chairs
= remove wooden-chair-1 wooden-chair-2

add a cat under the table
= add cat / cat under table

add two plants, one on each side of the sofa
= add plant-1, plant-2 / plant-1 left_of red-sofa / plant-2 right_of red-sofa

put a big green plant in the corner
= add big-green-plant / big-green-plant in_corner

add a tall bookshelf against the wall behind the sofa
= add tall-bookshelf / tall-bookshelf against_wall / tall-bookshelf behind red-sofa

there should be a tv opposite the sofa
= add tv / tv opposite red-sofa

place three books on the table
= add book-1, book-2, book-3 / book-1 on table / book-2 on table / book-3 on table

also add a dog
= add dog

put a vase between the sofa and the table
= add vase / vase between red-sofa table

insert a 2 m tall statue next to the floor lamp
= add statue / statue next_to floor-lamp

put a lamp on each chair
= add lamp-2, lamp-3 / lamp-2 on wooden-chair-1 / lamp-3 on wooden-chair-2

hang a painting above the sofa
= add painting / painting above red-sofa

let there be a chandelier hanging from the ceiling
= add chandelier / chandelier hanging_from

can I have a coffee table in front of the sofa?
= add coffee-table / coffee-table in_front_of red-sofa

a bowl of fruit on the table
= add bowl-of-fruit / bowl-of-fruit on table

move the lamp next to the sofa
= move lamp next_to red-sofa

move the red sofa to the center of the room
= move red-sofa in_center

move both chairs behind the table
= move wooden-chair-1 behind table
= move wooden-chair-2 behind table

shift the sofa left by 50 cm
= move red-sofa by -0.5 0 0

push the table back
= move table by 0 0 1

slide the rug 1 m to the right
= move blue-rug by 1 0 0

put the chairs around the table
= move wooden-chair-1 around table
= move wooden-chair-2 around table

put the lamp in the corner
= move lamp in_corner

place the floor lamp to the left of the sofa
= move floor-lamp left_of red-sofa

move the chair away from the table by 1 meter
= move wooden-chair-1 by -0.949 0 -0.316

pull the table forward a little
= move table by 0 0 -0.3

lift the lamp
= move lamp by 0 1 0

move everything to the left
= move red-sofa by -1 0 0
= move wooden-chair-1 by -1 0 0
= move wooden-chair-2 by -1 0 0
= move table by -1 0 0
= move lamp by -1 0 0
= move floor-lamp by -1 0 0
= move blue-rug by -1 0 0
= move window by -1 0 0

rotate the table 30 degrees
= rotate table 30

turn the sofa 180 degrees
= rotate red-sofa 180

spin the chair around
= rotate wooden-chair-1 180

rotate the chair to the left
= rotate wooden-chair-1 -90

make the chairs face the table
= rotate wooden-chair-1 to table
= rotate wooden-chair-2 to table

turn the floor lamp clockwise by 45°
= rotate floor-lamp 45

make the sofa face the window
= rotate red-sofa to window

make the lamp bigger
= resize lamp 1.5

make the rug much larger
= resize blue-rug 2

make the chairs smaller
= resize wooden-chair-1 0.667
= resize wooden-chair-2 0.667

make the table half as big
= resize table 0.5

scale the sofa by 1.5
= resize red-sofa 1.5

double the size of the lamp
= resize lamp 2

make the floor lamp 3 m tall
= resize floor-lamp 1.88

increase the size of the rug by 20%
= resize blue-rug 1.2

the table is too big, make it smaller
= resize table 0.667

triple the size of the rug
= resize blue-rug 3

make the sofa green
= replace red-sofa green-sofa

color the table black
= replace table black-table

paint the chairs white
= replace wooden-chair-1 white-chair
= replace wooden-chair-2 white-chair

make the rug dark red
= replace blue-rug dark-red-rug

turn the sofa yellow
= replace red-sofa yellow-sofa

change the table to glass
= replace table glass-table

make the sofa out of leather
= replace red-sofa leather-sofa

I want the sofa in blue
= replace red-sofa blue-sofa

can you make the chairs metal?
= replace wooden-chair-1 metal-chair
= replace wooden-chair-2 metal-chair

give the sofa a pink color
= replace red-sofa pink-sofa

the walls should be light gray
= recolor back-wall
= recolor left-wall

make the walls white and the floor dark brown
= recolor back-wall
= recolor left-wall
= recolor floor

paint the left wall yellow
= recolor left-wall

change the floor to marble
= recolor floor

replace the table with a desk
= replace table desk

swap the lamp for a candle
= replace lamp candle

change the sofa into a bed
= replace red-sofa bed

replace both chairs with red armchairs
= replace wooden-chair-1 red-armchair
= replace wooden-chair-2 red-armchair

exchange the rug with a round table
= replace blue-rug round-table

replace it with a vase
= replace lamp vase

regenerate the sofa
= replace red-sofa red-sofa-2

redo the chairs
= replace wooden-chair-1 wooden-chair
= replace wooden-chair-2 wooden-chair

give me another version of the table
= replace table table-2

make it sunset
= relight sunset

switch to night
= relight night

brighten the room
= relight x1.5

turn on the lights
= relight x1.5

make the lights dimmer
= relight x0.5

less light please
= relight x0.5

add a blue spotlight
= relight +spot

set it to daytime
= relight day

make the scene a bit darker
= relight x0.825

remove the sofa, add a bed, and make the table red
= remove red-sofa
= add bed
= replace table red-table

first delete the rug, then put a plant next to the window
= remove blue-rug
= add plant / plant next_to window

make the lamp red and move it to the floor
= replace lamp red-lamp
= move lamp next_to table

duplicate the chair
= add wooden-chair / wooden-chair next_to wooden-chair-1

copy the lamp
= add lamp-2 / lamp-2 next_to lamp

remove the piano
? unmet

make the dragon bigger
? unmet

move the piano to the left
? unmet

put it there
? unmet

what if the sofa was red?
= replace red-sofa red-sofa-2

remove the rug
= remove blue-rug

remove the rug and make the sofa blue
= remove blue-rug
= replace red-sofa blue-sofa

delete all the chairs
= remove wooden-chair-1 wooden-chair-2

remove the two chairs
= remove wooden-chair-1 wooden-chair-2

remove everything except the sofa
= remove wooden-chair-1 wooden-chair-2 table lamp floor-lamp blue-rug window

get rid of the lamp on the table
= remove lamp

add a lamp
= add lamp-2

add a red vase on the table
= add red-vase / red-vase on table

put a plant next to the sofa and a cat on it
= add plant, cat / plant next_to red-sofa / cat on red-sofa

put the lamp on the sofa
= move lamp on red-sofa

move the chair to the left by 2 m
= move wooden-chair-1 by -2 0 0

move the sofa against the wall
= move red-sofa against_wall

move the sofa next to the window
= move red-sofa next_to window

move the floor lamp to the corner
= move floor-lamp in_corner

move it closer to the sofa
= move lamp by -0.889 0 0.445

put it on the rug
= move lamp on blue-rug

rotate the sofa by 45 degrees
= rotate red-sofa 45

turn the chair around
= rotate wooden-chair-1 180

turn the sofa to face the window
= rotate red-sofa to window

make the sofa bigger
= resize red-sofa 1.5

make the table twice as big
= resize table 2

scale the lamp down by 50%
= resize lamp 0.5

make it 2 m tall
= resize lamp 4

shrink the rug
= resize blue-rug 0.667

make it red
= replace lamp red-lamp

paint the walls green
= recolor back-wall
= recolor left-wall

make the floor wooden
= recolor floor

make the floor blue
= recolor floor

change the color of the sofa to yellow
= replace red-sofa yellow-sofa

change the sofa's color to green
= replace red-sofa green-sofa

the sofa should be purple
= replace red-sofa purple-sofa

make the table out of glass
= replace table glass-table

replace the sofa with a bench
= replace red-sofa bench

swap the rug for a green carpet
= replace blue-rug green-carpet

turn the sofa into a bed
= replace red-sofa bed

regenerate the lamp
= replace lamp lamp-2

try another version of the sofa
= replace red-sofa red-sofa-2

make it night
= relight night

make it a sunny day
= relight day

dim the lights
= relight x0.5

make the room brighter
= relight x1.5

turn off the lights
= relight x0.1

add a warm spotlight from above
= relight +spot

put a lamp on the desk
= add lamp-2
? unmet

remove the elephant
? unmet

duplicate the red sofa
= add red-sofa-2 / red-sofa-2 next_to red-sofa

add two more chairs around the table
= add chair-1, chair-2 / chair-1 around table / chair-2 around table

add another chair
= add chair

make the chairs red and the table white
= replace wooden-chair-1 red-chair
= replace wooden-chair-2 red-chair
= replace table white-table

move the lamp on the table to the sofa
= move lamp on red-sofa

put a book on the table and remove the rug
= add book / book on table
= remove blue-rug

paint the back wall light blue
= recolor back-wall

bigger
= resize lamp 1.5

darker please
= relight x0.5

I don't like the rug
= remove blue-rug

can you please move the red sofa a bit to the right?
= move red-sofa by 0.3 0 0

raise the lamp
= move lamp by 0 1 0

bring the chair closer to the table
= move wooden-chair-1 next_to table

place a chair on each side of the sofa
= add chair-1, chair-2 / chair-1 left_of red-sofa / chair-2 right_of red-sofa

hang a picture on the wall above the sofa
= add picture / picture on_wall / picture above red-sofa

make the sofa blue, remove the rug and add a plant in the corner
= replace red-sofa blue-sofa
= remove blue-rug
= add plant / plant in_corner

make the second chair black
= replace wooden-chair-2 black-chair

delete the left chair
= remove wooden-chair-1

change the chairs to stools
= replace wooden-chair-1 stool
= replace wooden-chair-2 stool

rotate all chairs to face the sofa
= rotate wooden-chair-1 to red-sofa
= rotate wooden-chair-2 to red-sofa

what about a bigger table?
= resize table 1.5

more chairs
= add chair-1, chair-2, chair-3

put the two chairs in front of the sofa
= move wooden-chair-1 in_front_of red-sofa
= move wooden-chair-2 in_front_of red-sofa

remove the chair next to the window
= remove wooden-chair-1

make everything white
= replace red-sofa white-sofa
= replace wooden-chair-1 white-chair
= replace wooden-chair-2 white-chair
= replace table white-table
= replace lamp white-lamp
= replace floor-lamp white-floor-lamp
= replace blue-rug white-rug
= replace window white-window

make the wooden chairs metal
= replace wooden-chair-1 metal-chair
= replace wooden-chair-2 metal-chair

set the time to sunset
= relight sunset

make the sky dark
= relight x0.5

make the lamp brighter
= relight x1.5

add a bookshelf to the right of the sofa with books on it
= add bookshelf, books / bookshelf right_of red-sofa / books on bookshelf

move the table 1 meter forward
= move table by 0 0 -1

paint it dark green
= replace lamp dark-green-lamp

move the lamp from the table to the rug
= move lamp next_to blue-rug

put the lamp under the table
= move lamp under table

make both chairs green and move them next to the sofa
= replace wooden-chair-1 green-chair
= replace wooden-chair-2 green-chair
= move wooden-chair-1 next_to red-sofa
= move wooden-chair-2 next_to red-sofa

delete the chair on the right
= remove wooden-chair-2

add a black cat on the red sofa
= add black-cat / black-cat on red-sofa

put three candles and a plate on the table
= add candle-1, candle-2, candle-3, plate / candle-1 on table / candle-2 on table / candle-3 on
+ table / plate on table

get me a bigger rug
= resize blue-rug 1.5

exchange the window with a door
= replace window door

let the floor lamp be taller
= resize floor-lamp 1.5

please remove all of the chairs
= remove wooden-chair-1 wooden-chair-2

turn the left chair 45 degrees to the right
= rotate wooden-chair-1 45

place the table in the middle of the room
= move table in_center

hang a mirror on the back wall
= add mirror / mirror on_wall room-back-wall

move the sofa a little bit closer to the window
= move red-sofa next_to window

add a bench opposite the red sofa and paint it green
= add bench / bench opposite red-sofa

remove the things on the table
= remove lamp

replace all chairs by stools
= replace wooden-chair-1 stool
= replace wooden-chair-2 stool

recolor the blue rug to beige
= replace blue-rug beige-rug

the lamp on the table should be taller
= resize lamp 1.5

put the other chair in the corner
= move wooden-chair-1 in_corner

make the walls brick
= recolor back-wall
= recolor left-wall

add four stools around the table
= add stool-1, stool-2, stool-3, stool-4 / stool-1 around table / stool-2 around table / stool-3
+ around table / stool-4 around table

turn the lights down a bit
= relight x0.825

rotate the sofa so that it faces the table
= rotate red-sofa to table

remove the second chair and the window
= remove wooden-chair-2 window

I'd like to have a fireplace against the wall
= add fireplace / fireplace against_wall

put a tv on the wall and a tv stand under it
= add tv, tv-stand / tv on_wall / tv-stand under tv

shrink the sofa by half
= resize red-sofa 0.5

make the floor lamp gold
= replace floor-lamp gold-floor-lamp

could you shift the table half a meter to the right please
= move table by 0.5 0 0

let's have the lamp on the sofa instead
= move lamp on red-sofa

swap out both chairs for something like stools
= replace wooden-chair-1 stool
= replace wooden-chair-2 stool

the rug needs to be green
= replace blue-rug green-rug

add some flowers in a vase on the table
= add flower-1, flower-2, flower-3, vase / flower-1 in vase / flower-2 in vase / flower-3 in
+ vase / vase on table

turn all the chairs so they face the window
= rotate wooden-chair-1 to window
= rotate wooden-chair-2 to window

I'd prefer a wooden sofa
= replace red-sofa wooden-sofa

make the window twice as wide
= resize window 2x1x1

nudge the lamp slightly left
= move lamp by -0.3 0 0

paint everything blue except the table
= replace red-sofa blue-sofa
= replace wooden-chair-1 blue-chair
= replace wooden-chair-2 blue-chair
= replace lamp blue-lamp
= replace floor-lamp blue-floor-lamp
= replace window blue-window

throw away the lamp that is on the table
= remove lamp

place the sofa against the left wall
= move red-sofa against_wall room-left-wall

stack three books on the table
= add book-1, book-2, book-3 / book-1 on table / book-2 stacked book-1 / book-3 stacked book-2

put the chairs side by side in front of the sofa
= move wooden-chair-1 in_row wooden-chair-2
= move wooden-chair-1 in_front_of red-sofa
= move wooden-chair-2 in_front_of red-sofa

add a painting to the left of the window
= add painting / painting left_of window

get rid of the chair closest to the sofa
= remove wooden-chair-1

change the lighting to evening
= relight sunset

can we get a second lamp next to the first one
= add lamp-2 / lamp-2 next_to lamp

make the left chair red and the right chair blue
= replace wooden-chair-1 red-chair
= replace wooden-chair-2 blue-chair

delete it
= remove lamp
"""


def item(
    node: str,
    noun: str,
    at: tuple[float, float, float],
    size: tuple[float, float, float],
    *,
    color: str | None = None,
    material: str | None = None,
    on: str | None = None,
) -> SceneItem:
    return SceneItem(
        id=NodeId(node),
        name=node.replace("-", " "),
        noun=noun,
        color=color,
        material=material,
        position=Vec3(x=at[0], y=at[1], z=at[2]),
        size=size,
        on=None if on is None else NodeId(on),
    )


ROOM = (
    item("floor", "", (0, 0, 0), (6, 0.1, 5)),
    item("back-wall", "", (0, 0, 2.5), (6, 2.7, 0.1)),
    item("left-wall", "", (-3, 0, 0), (0.1, 2.7, 5)),
    item("red-sofa", "sofa", (-1, 0, 1.5), (2, 0.85, 0.9), color="#c8322f", material="fabric"),
    item("wooden-chair-1", "chair", (1, 0, 0), (0.5, 0.9, 0.5), material="wood"),
    item("wooden-chair-2", "chair", (2.2, 0, 0), (0.5, 0.9, 0.5), material="wood"),
    item("table", "table", (1.6, 0, 0.2), (1.6, 0.75, 0.9), material="wood"),
    item("lamp", "lamp", (1.6, 0.75, 0.2), (0.3, 0.5, 0.3), on="table"),
    item("floor-lamp", "floor lamp", (-2.5, 0, 2), (0.4, 1.6, 0.4)),
    item("blue-rug", "rug", (-1, 0, 0.2), (2, 0.02, 1.4), color="#3a6fc4"),
    item("window", "window", (0, 1, 2.4), (1.2, 1.3, 0.1)),
)
"""The lamp was touched last."""


def planned(text: str, items: Sequence[SceneItem] = ROOM, *, last: str = "lamp") -> EditPlan:
    taken = {i.id for i in items}
    return plan(text, items, last_touched=[NodeId(last)], taken_ids=taken)


def told(edit: Edit) -> str:
    """An edit in a line, as the table below writes it."""
    match edit.op:
        case "add":
            stands = [" ".join([r.subject, r.kind.value, *r.targets]) for r in edit.relations]
            return " / ".join([f"add {', '.join(w.id for w in edit.wishes)}", *stands])
        case "remove":
            return f"remove {' '.join(edit.nodes)}"
        case "move":
            if edit.relation is not None:
                return " ".join(["move", edit.node, edit.relation.kind, *edit.relation.targets])
            by = edit.by or Vec3()
            return f"move {edit.node} by {by.x:g} {by.y:g} {by.z:g}"
        case "rotate":
            to = f"to {edit.facing}" if edit.facing else f"{edit.degrees:g}"
            return f"rotate {edit.node} {to}"
        case "resize":
            factors = {f"{factor:.3g}" for factor in edit.factors}
            return (
                f"resize {edit.node} {'x'.join(f'{f:.3g}' for f in edit.factors)}"
                if (len(factors) > 1)
                else f"resize {edit.node} {factors.pop()}"
            )
        case "replace":
            return f"replace {edit.node} {edit.slot}"
        case "recolor":
            return f"recolor {edit.node}"
        case "relight":
            lights = "".join(f" +{light.kind}" for light in edit.lights)
            bright = "" if edit.brightness == 1.0 else f" x{edit.brightness:g}"
            hour = "" if edit.time is None else f" {edit.time}"
            return f"relight{hour}{bright}{lights}"
    raise AssertionError(edit)


def cases() -> Iterator[tuple[str, list[str], bool]]:
    for paragraph in EDITS.strip().split("\n\n"):
        said: list[str] = []
        edits: list[str] = []
        for line in paragraph.splitlines():
            if line.startswith("= "):
                edits.append(line[2:])
            elif line.startswith("+ "):
                edits[-1] += " " + line[2:]
            elif not line.startswith("? "):
                said.append(line)
        yield " ".join(said), edits, "? unmet" in paragraph


@pytest.mark.parametrize(("said", "edits", "unmet"), list(cases()), ids=lambda v: str(v)[:60])
def test_words_become_edits_of_the_things_they_mean(
    said: str, edits: list[str], unmet: bool
) -> None:
    result = planned(said)
    assert [told(edit) for edit in result.edits] == edits
    assert bool(result.unmet) == unmet


@pytest.mark.parametrize(("said", "edits", "unmet"), list(cases()), ids=lambda v: str(v)[:60])
def test_edits_name_only_things_that_are_there_or_are_added(
    said: str, edits: list[str], unmet: bool
) -> None:
    present = {i.id for i in ROOM}
    for edit in planned(said).edits:
        if isinstance(edit, Add):
            new = {w.id for w in edit.wishes}
            assert not new & present
            named = {n for r in edit.relations for n in (r.subject, *r.targets)}
            assert named <= new | present | set(SHELL)
        elif edit.op == "remove" or edit.op == "arrange":
            assert set(edit.nodes) <= present
        elif isinstance(edit, Move | Rotate | Resize | Replace | Recolor):
            assert edit.node in present


def only(text: str, items: Sequence[SceneItem] = ROOM) -> Edit:
    (edit,) = planned(text, items).edits
    return edit


def test_another_colour_keeps_noun_size_and_material_and_gives_a_new_name() -> None:
    edit = only("make the sofa dark blue")
    assert isinstance(edit, Replace)
    assert edit.recipe.noun == "sofa"
    assert edit.recipe.size == (2.0, 0.85, 0.9)
    assert edit.recipe.material == "fabric"
    assert edit.recipe.color == parse_color("dark blue")
    assert edit.name == "dark blue sofa"


def test_another_material_drops_the_colour_of_the_old_one() -> None:
    edit = only("make the sofa out of leather")
    assert isinstance(edit, Replace)
    assert (edit.recipe.material, edit.recipe.color) == ("leather", None)


def test_a_replacement_has_the_size_of_the_new_thing() -> None:
    edit = only("replace the sofa with a stool")
    assert isinstance(edit, Replace)
    assert edit.recipe.noun == "stool"
    assert edit.recipe.size[0] < 1.0
    assert edit.name == "stool"


def test_walls_and_floor_are_coloured_without_a_new_mesh() -> None:
    for text, color in (("paint the walls green", "green"), ("make the floor blue", "blue")):
        for edit in planned(text).edits:
            assert isinstance(edit, Recolor)
            assert edit.color == parse_color(color)


def test_slots_are_fresh_so_that_an_old_mesh_is_not_shown() -> None:
    edit = only("make the sofa red")
    assert isinstance(edit, Replace)
    assert edit.slot not in {i.id for i in ROOM}
    again = only("regenerate the sofa")
    assert isinstance(again, Replace)
    assert again.recipe.seed != 0
    assert again.recipe.color == "#c8322f"


def test_numbered_things_keep_their_numbers_in_new_names() -> None:
    names = [e.name for e in planned("make the chairs red").edits if isinstance(e, Replace)]
    assert names == ["red chair 1", "red chair 2"]


def test_new_things_get_ids_that_nothing_has() -> None:
    result = plan("add three lamps", ROOM, taken_ids={"lamp", "lamp-1", "lamp-3"}, seed=5)
    (edit,) = result.edits
    assert isinstance(edit, Add)
    assert [w.id for w in edit.wishes] == ["lamp-2", "lamp-4", "lamp-5"]
    assert {w.recipe.seed for w in edit.wishes} == {5}


def test_another_one_looks_like_the_one_there_is() -> None:
    edit = only("add another chair")
    assert isinstance(edit, Add)
    assert edit.wishes[0].recipe.material == "wood"


def test_what_is_added_can_be_changed_in_the_same_breath() -> None:
    edit = only("add a cat, make it black, make it twice as big and put it on the sofa")
    assert isinstance(edit, Add)
    (cat,) = edit.wishes
    assert cat.recipe.color == parse_color("black")
    plain = only("add a cat")
    assert isinstance(plain, Add)
    assert cat.recipe.size[1] == pytest.approx(2 * plain.wishes[0].recipe.size[1])
    assert [(r.kind.value, r.targets) for r in edit.relations] == [("on", ("red-sofa",))]
    assert planned("add two stools and remove them").edits == ()


def test_what_is_not_there_is_said_with_what_is() -> None:
    (unmet,) = planned("remove the elephant").unmet
    assert "no elephant" in unmet
    assert "red sofa" in unmet
    assert "2 wooden chairs" in unmet


def test_a_thing_goes_on_without_a_target_that_is_missing() -> None:
    result = planned("put a lamp on the desk")
    assert [told(e) for e in result.edits] == ["add lamp-2"]
    assert "no desk" in result.unmet[0]


def test_pronouns_mean_what_was_touched_last_and_then_what_the_words_touched() -> None:
    assert told(planned("make it red", last="red-sofa").edits[0]).startswith("replace red-sofa")
    edits = planned("move the floor lamp to the corner and make it black").edits
    assert [told(e) for e in edits] == [
        "move floor-lamp in_corner",
        "replace floor-lamp black-floor-lamp",
    ]


@pytest.mark.parametrize(
    "text",
    ["make it red", "remove it", "move it to the left", "rotate it", "bigger", "", "paint it",
     "put it on the table", "and and and", ", . !", "remove all except", "make the red",
     "x" * 5000],
)  # fmt: skip
def test_an_empty_scene_and_odd_words_give_no_edit_but_a_reason(text: str) -> None:
    result = plan(text, [], last_touched=[NodeId("gone")], taken_ids=())
    assert result.edits == ()
    assert result.unmet


def test_a_plan_is_deterministic() -> None:
    text = "remove the rug, make the sofa blue and put a lamp on each chair"
    assert planned(text) == planned(text)
