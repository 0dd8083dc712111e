"""Whole conversations, from a first scene through edits, questions and small talk: after every turn
exactly what was asked is otherwise, and the answer says so.

A turn is a line: the words, then what became of the scene, then words of the answer. "- cup 2":
gone; "+ duck": new; "+ bowl on table"; "~ chair": another node, whose look or place is another one;
"light": the light or the sky. "=" before words that the answer has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from consumers.handler import Tasks
from consumers.scene_view import items_of
from ops.bench.scenes.session import Session, engines
from schemas.edits import SceneItem
from schemas.flow import Stage
from schemas.ids import NodeId

TALKS = """
a sitting room with a green settee, a rocking chair by the window, a small tea table with a \
teapot and two cups on it
Would you be so kind as to take away one of the cups? | - cup 2
oh no, the other one, sorry | + cup 2 on small tea table | - cup 1
and could the rocking chair come a bit closer to the tea table please | ~ rocking chair
what's standing on the tea table now? | = a teapot and a cup
Thank you, that's lovely. Put it back how it was at the very beginning please | + cup 1 on \
small tea table | ~ rocking chair

bedroom w/ gaming desk, monitor on desk, black chair, bed, neon lamp
desk -> left wall | ~ desk | ~ black chair
nah undo | ~ desk | ~ black chair
how many things r there | = 5 things

An open kitchen with an island in the center, three bar stools along the island, a fridge and a \
stove
Replace the bar stools with wooden chairs. | ~ bar stool 1 | ~ bar stool 2 | ~ bar stool 3
Actually make that metal, not wood. | ~ wooden chair 1 | ~ wooden chair 2 | ~ wooden chair 3
Hang a lamp above the island and put a fruit bowl on it. | + lamp | + fruit bowl on island

make a clasroom with a teachers desk, 4 student desks and a blackbord
add anoter chair nxt to the techers desk plz | + chair
ops i didnt mean that | - chair
meke the blackbord green an bigger | ~ blackboard
whats next to the techers desk | = next to the teacher desk
lol ur cool | = glad

a hotel room with a king size bed, two bedside tables with a lamp on each, a wardrobe and a carpet
Could you make the whole thing a little cosier? | light | = softer and warmer
make it look more elegant | = can not tell

A street at night with a bus stop, three cars parked in a row and a red phone booth
the phone booth should be 3 metres further right | ~ red phone booth
which car is closest to the bus stop? | = m from the bus stop

office with a meeting table, six chairs around it, a whiteboard on the wall and a plant in the \
corner
How tall is the plant and how wide is the table? | = 0.9 m tall | = 3.4 m wide
hmm that looks weird, revert it | = nothing
make the plant twice as tall | ~ plant
hmm that looks weird, revert it | ~ plant
actually no | ~ plant
why is there no lamp? | = nobody has asked
actually no | = leave everything

A workshop with a workbench, a red toolbox and a ladder leaning on the wall
copy the toolbox and place the copy on top of the workbench | + red toolbox 2 on workbench
Why is the ladder leaning? | = a ladder leaning on the wall
lift the ladder half a metre into the air | ~ ladder

a bathroom: bathtub, sink with a mirror above it
the mirror is too high | ~ mirror
too low now | ~ mirror
put a bath mat in front of the tub | + bath mat
the mat should be as wide as the tub | ~ bath mat
thx bye | = Goodbye

a picnic blanket with a basket
three apples and a loaf of bread too | + apple 1 | + apple 2 | + apple 3 | + loaf of bread
oh and the dog | + dog

a beach with a pirate ship, a treasure chest and a parrot
put a pirate next to the chest | + pirate

a terrace with two tables with three chairs each and two white parasols
Give me red parasols rather than those | ~ white parasol 1 | ~ white parasol 2

a street with a car and a tree
The car, make him red please. | ~ car

a bedroom with a bed and a lamp
turn off the lights | light | = off as far as one still sees
lights off | = off already
turn the lights back on | light | = on again
lights on | = on already

a beach with a palm tree, a treasure chest and a deck chair
smuggle the chest behind the deck chair | = Did you mean: move the chest behind the deck chair?
yes please | ~ treasure chest
zorp a parrot on the treasure chest | = Did you mean: add a parrot on the treasure chest?
no | = All right

small dorm room with a bed, a desk with a laptop and a lamp on it, a beanbag, a poster on the wall
yo can you put the beanbag in the corner | ~ beanbag
lamp should be on | light
wait where's the poster? | = on the wall
i want 2 more beanbags | + beanbag 2 | + beanbag 3
too many beanbags, leave just one | - beanbag 2 | - beanbag 3

a kids bedroom with a bunk bed, a toy box and a dollhouse
my daughter wants everything pink! | ~ bunk bed | ~ toy box | ~ dollhouse
but not the bunk bed | ~ pink bunk bed
Put a teddy on the bunk bed and another one on the toy box | + teddy on bunk bed \
| + teddy 2 on pink toy box
swap them | ~ teddy | ~ teddy 2
which one is bigger, the dollhouse or the toy box? | = dollhouse is bigger than the pink toy box
it feels empty | = add a plant
make the bunk bed nicer | ~ bunk bed | = made the bunk bed anew
add something on the toy box | = what shall it be
could you tidy up | = what should go where
where would you put a desk? | = add a desk

garden, pond, 3 bushes, gnome, shed
bushes next to shed | ~ bush 1 | ~ bush 2 | ~ bush 3
rm gnome | - gnome
count bushes | = 3 bushes
are there more bushes than ponds? | = yes, there are 3 bushes and 1 pond

a kitchen with a round table, four chairs, a fridge, a sink and an oven
the fridge is in the wrong place | = what would be better
NO not there, put it right of the oven | ~ fridge
why did you move the oven?? | = nothing to the oven
why did you move the fridge? | = you said
omg just delete all the chairs then | - chair 1 | - chair 2 | - chair 3 | - chair 4

an office with two desks, a computer on each desk and a plant between the desks
Please to change the color of plant in yellow | ~ plant
The second computer delete, please | - computer 2
How much desks are there? | = 2 desks
okay uh can you like make the uh the desks white | ~ desk 1 | ~ desk 2
okay thanks that's all i think | = Goodbye

a science lab with three workbenches in a row, a microscope on each and a fume hood
are the workbenches all the same size? | = yes
make them metal | ~ workbench 1 | ~ workbench 2 | ~ workbench 3
put a laptop next to the microscope on the middle workbench | + laptop on metal workbench 2
replace every microscope except the one on the middle bench with a flask \
| ~ microscope 1 | ~ microscope 3
Remove the fume hood and put a fridge in its place | ~ fume hood
move the fridge away from the window | = no window in the scene

a chapel with four pews, an altar with two candles on it
Thank you kindly. Might I trouble you for two more pews? | + pew 5 | + pew 6
I'm afraid the candles are rather too small. | ~ candle 1 | ~ candle 2
How lovely. Could you remind me what is on the altar? | = 2 candles

pirate ship deck with a mast, a treasure chest, three barrels, a cannon and a parrot
ARRR put the parrot on the treasure chest!!! | ~ parrot
now da cannon has to look at the barrels | ~ cannon
blow up the barrels | = can not blow up things
i mean delete them | - barrel 1 | - barrel 2 | - barrel 3
bring em back | + barrel 1 | + barrel 2 | + barrel 3
make a storm | = can not make storm

a restaurant with three tables, four chairs at each table and a bar
I want a candle on every table except the one nearest the bar | + candle 1 on table 3 \
| + candle 2 on table 2
How many guests can sit here? | = 12 chairs to sit on

a patio with a grill, a picnic table and an umbrella
maybe the grill could go a bit further from the table? | ~ grill
hmm no, the other direction | ~ grill
ok never mind the umbrella, get rid of it | - umbrella
what do you think, does it look good? | = can not judge
grill.color = green | ~ grill
could you angle the grill slightly to the left? | ~ green grill
"""


@pytest.fixture(scope="module")
def stages() -> dict[Stage, Tasks]:
    return engines()


def _talks() -> Iterator[list[str]]:
    for paragraph in TALKS.strip().split("\n\n"):
        yield paragraph.splitlines()


@pytest.mark.parametrize("talk", list(_talks()), ids=lambda talk: talk[0][:40])
def test_every_turn_does_what_was_asked_and_nothing_else(
    talk: list[str], stages: dict[Stage, Tasks]
) -> None:
    session = Session(stages)
    session.say(talk[0])
    for turn in talk[1:]:
        words, *wanted = (part.strip() for part in turn.split("|"))
        before = _things(session)
        told = session.say(words).told
        facts = sorted(w for w in wanted if not w.startswith("="))
        assert (words, sorted(_facts(before, _things(session)))) == (words, facts), told
        for part in wanted:
            if part.startswith("="):
                assert part[1:].strip().lower() in told.lower()


Things = tuple[Mapping[NodeId, SceneItem], Mapping[NodeId, object], object]


def _things(session: Session) -> Things:
    scene = session.scene
    items = {i.id: i for i in items_of(scene, session.state.assets)}
    rest = {n: node for n, node in scene.nodes.items() if n not in items}
    return items, dict(scene.nodes), (rest, scene.skybox)


def _facts(before: Things, after: Things) -> Iterator[str]:
    """What became of each thing, by the name that it had."""
    for node, item in before[0].items():
        if node not in after[0]:
            yield f"- {item.name}"
        elif before[1][node] != after[1][node]:
            yield f"~ {item.name}"
    for node, item in after[0].items():
        if node not in before[0]:
            on = f" on {after[0][item.on].name}" if item.on else ""
            yield f"+ {item.name}{on}"
    if before[2] != after[2]:
        yield "light"
