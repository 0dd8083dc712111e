"""Words with a scene are about it unless they clearly ask for something new; remarks build nothing.

Each paragraph holds requests, apart by "|"; the scenes are one indoors and one in a forest.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from consumers.agent.decision import Context
from consumers.agent.rules import decide
from schemas.edits import SceneItem
from schemas.ids import NodeId
from schemas.model import Vec3


def there(*names: str) -> Context:
    """A scene that holds things of these names, the last word of each being its noun."""
    shell = SceneItem(id=NodeId("floor"), name="Floor", size=(6, 0.1, 5))
    items = tuple(
        SceneItem(
            id=NodeId(name.replace(" ", "-")),
            name=name,
            noun=name.rstrip(" 0123456789").split()[-1],
            position=Vec3(x=1.2 * at - 3.0),
            size=(0.8, 0.8, 0.8),
        )
        for at, name in enumerate(names)
    )
    return Context(has_scene=True, items=(shell, *items))


NOWHERE = Context()
ROOM = there(
    "red sofa", "wooden chair 1", "wooden chair 2", "table", "floor lamp", "ladder", "cat", "vase"
)
WOOD = there("pine tree 1", "pine tree 2", "pine tree 3", "tent", "campfire", "log 1", "fox")
SCENES = {"nowhere": NOWHERE, "room": ROOM, "wood": WOOD}

REQUESTS = {
    ("room", "modify_3d_scene"): """
make the table square | make the table round | floor should be black | wooden floor please | a
bit bigger | smaller | much bigger please | white walls | walls white | dark floor | a marble
floor | I'd like a carpet floor | can we have blue walls | the walls could be lighter | the cat
is too small | the chairs are too close together | the lamp should be nearer to the sofa | more
chairs | two more chairs | one more | fewer chairs | another lamp | a vase on the table | a lamp
next to the sofa | lamp next to sofa | place a rug under the table | I want a rug | I'd like a
bookshelf against the wall | we need a plant | how about a plant in the corner | what about a
mirror above the sofa | what if the sofa was blue | can I have a dog | there should be a dog |
there's no clock on the wall, add one | it needs a clock | the room needs a clock | the room is
too small | make the room bigger | make it bigger | make it cosier | more light | warmer light |
it's too dark | too bright | sunset please | at night | make it winter | open the door | tidy up
| move everything to the left | closer together | the other way round | not that one, the other
chair | red, not blue | in red please | red | blue please | on the table | next to the sofa |
further left | to the right | a little to the left | higher | upside down | swap the chairs |
swap the sofa and the table | turn the chairs towards the table | chairs facing the table | the
cat on the sofa | cat under the table | could the cat be on the sofa? | can you put the cat on
the sofa? | sofa green | sofa should be green | the sofa needs to be green | I want the sofa to
be green | I'd prefer a green sofa | give the sofa a green colour | change the sofa to leather |
let the sofa be bigger | no vase | without the vase | the vase has to go | I want the vase gone
| take the vase off the table | a river | two dogs | two dogs and a bird | a dog next to the cat
| a picture on the wall | add a river | add a castle | add a beach | add a window | add a garden
behind it | put a fridge, an oven and a sink in | fill the room with plants | surround the table
with chairs | cover the floor with a rug | decorate the walls | spread the chairs out | line the
chairs up | stack the chairs | rename the cat to Tom | remove all | empty the room | start the
fire | sit the cat on the chair | have the cat sit on the chair | let the cat sit on a chair |
it would be nice to have a plant | maybe a plant? | paint it all white | all white | everything
in black | everything smaller | all chairs blue | both chairs | the vase belongs on the sofa |
ceiling higher | lower the ceiling | make the ceiling 4 m high | I'd like bigger windows | prop
the ladder against the table | the table should be made of glass | turn the walls pink | could
you paint the ceiling dark blue | brick walls please | parquet would be nice | slightly smaller
please | twice as big | half the size | a second cat | some flowers in the vase | flowers | a
big plant in each corner | an armchair opposite the sofa | put up some curtains | hang up a
picture | get rid of it | I want three more chairs around the table | I need more seats | let
there be light | can it be evening? | it should be dark outside | turn off the lamp | swap sofa
and table | the ladder doesn't belong here | take the ladder outside | switch the places of the
cat and the lamp | make them all face the window | the chairs should look at the cat | shrink
everything | sofa to the left wall | cat on the sofa please | ok now make the cat orange |
great, now add a dog | hmm, what about a fireplace instead of the lamp | replace chairs by
stools | use wooden chairs instead | change all the furniture to white | more colourful | darker
| more cozy | paint it green and move it to the corner | move | make a copy of the cat | make
another chair | create another lamp next to the first | build a wall behind the sofa | create a
bookshelf next to the sofa | make the vase a bowl | generate a cat on the sofa | I would like
the lamp to be on the table | would you please take away the ladder | a bookshelf with ten books
against the wall | glasses on the table | where the ladder is, put a plant
""",
    ("room", "reply"): """
the sofa is ugly | call the cat Tom | create a new scene | how many chairs are there | what's on
the table? | where is the cat | is there a lamp? | thanks | great, well done | my cat died | I
am tired | I like the sofa | nice sofa | the sofa is great | the sofa looks good | what do you
think of the sofa | blah blah foo | good morning | can you hear me | my grandmother had a sofa
like that | wow that's a cute cat | this is awesome | I think the cat is adorable | what did I
just say | can you see the cat | which chair is closest to the lamp | are there any plants | how
far is the sofa from the table | do you like cats | the weather is bad today | I had a bad day |
that took long | you are funny
""",
    ("room", "generate_3d_scene"): """
make this a beach | turn it into a bedroom | a beach with two palm trees | a cozy bedroom |
create a bedroom with a bed | make me a bedroom | make me a kitchen with a fridge | I want a
kitchen with a fridge and an oven | show me a forest | new scene: a beach | start over with a
beach | let's start over, a garden | create a forest at night with a cabin and a deer | a castle
on a hill at sunset | build me a city street with four cars | generate a classroom | forget this
and make a garden with a pond | now a garden with a pond | instead, a garden with a pond | could
you do a gym with two treadmills | a different room: a bathroom with a tub | please design an
office with three desks | how about a beach with two palm trees | make me two chairs and a table
| I need an office for two people | a table with four chairs in a kitchen | imagine a spaceship
bridge with a captain's chair | a small bathroom | scene: a table and a chair | build a dungeon
with chains | let's do a bedroom now | I'd like a garden with a fountain instead | please show
me a museum with three statues | next: a street with two cars | generate a scene with a bed and
a lamp | make a new room with a desk | can we start again with an office | Create a kitchen.
There is a fridge and an oven next to it. A table stands in the middle with four chairs. | A
farm with a red barn, three cows and a tractor | I want to see a harbour at dusk | create three
dogs | create a table with four chairs around it | design a cosy reading corner with an armchair
and a lamp
""",
    ("room", "generate_3d_object"): """
make me a chair | create a 3d model of a dog | generate a chair | make a dragon | give me a 3d
object of a teapot | build a robot | create a red dragon | model a violin | generate a 3d model
of a big oak tree
""",
    ("wood", "modify_3d_scene"): """
add a river | add a lake behind the tent | add a mountain in the background | add a house | add
a bridge | add a road | add a street lamp | add a second campfire | put a fish over the campfire
| put a boat on the river | I'd like a river | a river next to the tent | make it foggy | let it
snow | make it rain | snowy ground | green ground | make the ground sandy | grass should be
darker | more trees | double the trees | a denser forest | bigger trees | taller trees please |
the trees should be taller | make the fox red | the fox should sit next to the fire | fox next
to campfire | a bear behind the tent | logs around the campfire | full moon | a campfire in the
middle | can there be a deer | snow on the ground | a wolf next to the fire | add snow | add
some stars | stars in the sky | three rocks around the fire | plant ten more trees | cut down
two trees | a shark in the water!!! | a boat on the lake | the tent should be orange |
a cabin with a chimney behind the tent | a small lake |
put a path from the tent to the campfire | make the fire larger | one tree less | without the
fox
""",
    ("wood", "generate_3d_scene"): """
a desert with a camel | make a beach instead | create a lake with a boat | make me a village
with five houses | make it a city street instead with cars | create an underwater scene with a
shark | a snowy mountain with a ski lift and a hut
""",
    ("wood", "generate_3d_object"): """
create a sword
""",
    ("wood", "reply"): """
is it night? | nice | I love camping
""",
    ("nowhere", "reply"): """
my cat died | the sofa is ugly | I don't like the sofa | my dog is cute | my car broke down |
his house burned down | the chair is broken | I hate this lamp | our cat is called Tom | the
table is too small | I lost my keys | I bought a new car yesterday | my sister has a dog | we
went to the beach yesterday | the weather is nice in the garden | it is raining cats and dogs |
a bit bigger | wooden floor please | the floor should be black | is the table round? | I ate an
apple | cats are better than dogs | dogs are great | I love my cat | chairs are boring | my
phone is broken | my wife loves flowers | the table is ugly | I hate spiders | I had pizza for
lunch | she said the chair was nice | this sofa is comfortable | our garden is beautiful |
yesterday I saw a dog | the bus was late | I need a holiday | the world is beautiful | my
brother has a motorcycle | I am going to the beach tomorrow | why is the sky blue | people are
strange | who won the game | it was raining in the garden
""",
    ("nowhere", "modify_3d_scene"): """
make it bigger | remove the chair
""",
    ("nowhere", "generate_3d_scene"): """
the cat sat on the mat | my living room has a sofa and two chairs | the room has a sofa and a
table | there is a table with two chairs | a cat sits on a sofa | a cat is sleeping on a sofa
next to a lamp | the cat is on the table | in my room there is a bed and a desk | my bedroom: a
bed, a desk | a garden where children play | the sofa is next to the table | I have a sofa and
two chairs in my living room | we are in a classroom with ten desks | you are standing in a
forest with a tent | add a river | put a vase on a table | a river | beach | river | make it a
beach | the sofa is red and the table is round | the table has a vase on it | I am in a forest.
There is a tent. | my room: bed, desk, chair | two cats are playing in a garden | a dog and a
cat sleep on a rug | a man walks his dog in the park | my dream house has a pool and two palm
trees | a dragon guards a treasure chest | children play with a ball on a beach | the knight
stands in front of a castle | the cat is under the bed | there was once a castle with a dragon
""",
    ("nowhere", "generate_3d_object"): """
a cat | I want a cat | my dream car | a sleeping cat
""",
}


def requests() -> Iterator[tuple[str, str, str]]:
    """Where it is said, what is said, and what is to be done."""
    for (where, action), texts in REQUESTS.items():
        for text in texts.split("|"):
            yield where, " ".join(text.split()), action


@pytest.mark.parametrize(("where", "text", "action"), list(requests()))
def test_words_are_about_the_scene_that_is_there(where: str, text: str, action: str) -> None:
    assert decide(text, SCENES[where]).action == action


MADE_ANEW = (
    ("turn this into a beach", "a beach"),
    ("make it a bedroom", "a bedroom"),
    ("change the whole room into a kitchen with a fridge", "a kitchen with a fridge"),
)


@pytest.mark.parametrize(("text", "place"), MADE_ANEW)
def test_a_scene_that_is_to_become_another_place_is_made_anew(text: str, place: str) -> None:
    decision = decide(text, ROOM)
    assert (decision.action, decision.input) == ("generate_3d_scene", place)


def test_a_remark_with_a_wish_is_a_wish() -> None:
    assert decide("I don't like the sofa, take it away", ROOM).action == "modify_3d_scene"


FAULTS = (
    ("the sofa is ugly", "make the sofa blue"),
    ("I don't like it", "Tell me what to change"),
    ("my cat is boring", "remove my cat"),
)


@pytest.mark.parametrize(("text", "told"), FAULTS)
def test_who_finds_fault_is_asked_what_would_be_better(text: str, told: str) -> None:
    assert told in (decide(text, ROOM).reply or "")


@pytest.mark.parametrize("text", ["nice sofa", "beautiful garden", "cute cat", "lovely bedroom"])
def test_praise_of_what_is_not_there_is_a_wish(text: str) -> None:
    assert decide(text, NOWHERE).action in ("generate_3d_object", "generate_3d_scene")
