"""The judge of the scenes figure finds every fault that is planted, and no other."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from pathlib import Path

import pytest

from ops.bench.scenes import cases, objects, outcomes, relations, sound
from ops.bench.scenes.outcomes import Talk
from ops.bench.scenes.view import Thing, View, depth, view
from ops.bench.scenes.words import ends_with, several
from schemas.ids import NodeId
from schemas.model import Vec3
from schemas.recipe import Recipe
from schemas.scene import Color, Dynamic, Node, PointLight, Primitive, Scene

FOLDER = Path(cases.__file__).parent
JUDGES = several(
    "cases changed chosen objects outcomes patches relations sound tally view walking words"
)
GREY = Color(r=0.5, g=0.5, b=0.5)
WIDE, DEEP, HIGH, THICK = 5.0, 4.0, 2.6, 0.1
Size = tuple[float, float, float]
SIZES: dict[str, Size] = {
    "table": (1.2, 0.75, 0.8),
    "chair": (0.5, 0.9, 0.5),
    "cup": (0.08, 0.1, 0.08),
    "sofa": (2.0, 0.85, 0.9),
    "wardrobe": (1.2, 2.0, 0.6),
    "door": (0.9, 2.1, 0.1),
    "lamp": (0.3, 0.5, 0.3),
    "rug": (2.0, 0.01, 1.5),
    "box": (0.4, 0.4, 0.4),
}


def slab(name: str, x: float, y: float, z: float, size: Size) -> Node:
    return Node(
        id=NodeId(f"room-{name.lower().replace(' ', '-')}"),
        name=name,
        position=Vec3(x=x, y=y, z=z),
        scale=Vec3(x=size[0], y=size[1], z=size[2]),
        components=(Primitive(shape="cube", color=GREY),),
    )


SHELL = [
    slab("Floor", 0, -THICK / 2, 0, (WIDE, THICK, DEEP)),
    slab("Back Wall", 0, HIGH / 2, (DEEP + THICK) / 2, (WIDE, HIGH, THICK)),
    slab("Left Wall", -(WIDE + THICK) / 2, HIGH / 2, 0, (THICK, HIGH, DEEP)),
    slab("Right Wall", (WIDE + THICK) / 2, HIGH / 2, 0, (THICK, HIGH, DEEP)),
]


def thing(
    name: str,
    x: float = 0,
    z: float = 0,
    y: float = 0,
    yaw: float = 180,
    on: str | None = None,
    scale: float = 1.0,
) -> Node:
    """A thing with its base at ``y``; its kind is its name's last word ("red chair 2")."""
    return Node(
        id=NodeId(name.replace(" ", "-")),
        name=name,
        parent_id=NodeId(on) if on else None,
        position=Vec3(x=x, y=y, z=z),
        rotation=Vec3(y=yaw),
        scale=Vec3(x=scale, y=scale, z=scale),
        components=(Dynamic(id=name),),
    )


COLORS = {"red": "#c8322f", "blue": "#3a6fc4"}


def seen(*nodes: Node, walls: bool = True) -> View:
    shell = SHELL if walls else SHELL[:1]
    recipes = {}
    for node in nodes:
        words = [w for w in node.name.split() if not w.isdigit()]
        color = COLORS.get(words[0])
        recipes[node.name] = Recipe(
            noun=words[-1], label=" ".join(words), size=SIZES[words[-1]], color=color
        )
        recipes[str(node.asset())] = recipes[node.name]
    return view(Scene.of("Room", [*shell, *nodes]), recipes)


def told(*nodes: Node) -> list[str]:
    return sound.check(seen(*nodes), cases.classes()).said()


def test_a_sound_scene_has_no_complaints() -> None:
    assert (
        told(
            thing("table", z=0.5),
            thing("cup", y=0.75, on="table"),
            thing("chair", z=-0.35, yaw=0),
            thing("wardrobe", x=1.8, z=1.7),
            thing("rug", x=-1, z=-1),
            thing("box", x=-1, z=-1, y=0.0),
            thing("door", x=-2.0, z=1.95),
        )
        == []
    )


@pytest.mark.parametrize(
    ("nodes", "complaint"),
    [
        ([thing("table"), thing("cup", y=0.85)], "cup hangs in the air, 0.85 m up"),
        ([thing("table"), thing("cup", x=0.7, y=0.75)], "cup hangs in the air, 0.75 m up"),
        ([thing("box"), thing("box 2", x=0.398)], "box and box 2 enter each other by 2 mm"),
        ([thing("table"), thing("cup", y=0.745)], "table and cup enter each other by 5 mm"),
        ([thing("box", x=2.4)], "box stands out of bounds"),
        ([thing("box", y=-0.1)], "box is sunk in the floor"),
        ([thing("box", y=2.4, x=2.3)], "box goes through the ceiling"),
        (
            [thing("door", z=1.95), thing("box", z=1.3)],
            "box stands in the way of the door",
        ),
        ([thing("chair", scale=3.0)], "chair is 2.70 m high and 1.50 m long"),
        (
            [thing("wardrobe", x=1.8, z=1.7, yaw=0)],
            "nobody can get to the front of wardrobe",
        ),
        (
            [thing(f"sofa {n}", x=-1.5 + 2 * n, z=-0.5) for n in range(2)]
            + [thing("sofa 9", x=2.05, z=-1.42, yaw=90)],
            "from the entrance only",
        ),
    ],
)
def test_a_planted_fault_is_found(nodes: list[Node], complaint: str) -> None:
    assert any(complaint in said for said in told(*nodes)), told(*nodes)


def test_boxes_may_touch_and_enter_by_less_than_a_millimetre() -> None:
    assert told(thing("box"), thing("box 2", x=0.3995)) == []


def test_turned_boxes_are_measured_as_they_stand() -> None:
    a, b = seen(thing("box"), thing("box 2", x=0.47, yaw=45)).things
    assert depth(a.box, b.box) == pytest.approx(0.2 + 0.2 * 2**0.5 - 0.47)


def test_what_hangs_below_a_turned_and_scaled_parent_is_where_it_is_seen() -> None:
    scene = seen(
        thing("table", x=1, z=0.5, yaw=90, scale=2.0), thing("cup", x=0.2, y=0.75, on="table")
    )
    cup = scene.things[1]
    assert tuple(cup.box.middle) == pytest.approx((1.0, 1.6, 0.1))
    assert cup.box.half[1] == pytest.approx(0.1)


CASE = cases.Case(
    "x", "x", "room", "", tuple(cases.want(t) for t in ("2 chair", "red sofa", "0-1 rug")), ()
)


@pytest.mark.parametrize(
    ("names", "right", "hits", "extra", "missing"),
    [
        (["chair 1", "chair 2", "red sofa"], 2, 3, 0, 0),
        (["chair 1", "chair 2", "red sofa", "rug"], 2, 3, 0, 0),
        (["chair 1", "red sofa"], 1, 2, 0, 1),
        (["chair 1", "chair 2", "chair 3", "red sofa"], 1, 3, 1, 0),
        (["chair 1", "chair 2", "blue sofa"], 1, 2, 1, 1),
        (["chair 1", "chair 2", "red sofa", "box"], 2, 3, 1, 0),
    ],
)
def test_counts_are_exact(
    names: list[str], right: int, hits: int, extra: int, missing: int
) -> None:
    got = objects.count(CASE, seen(*(thing(n, x=i) for i, n in enumerate(names))))
    assert (got.right, got.hits, got.extra, got.missing) == (right, hits, extra, missing)


@pytest.mark.parametrize(
    ("link", "holds", "fails"),
    [
        ("cup on table", (thing("cup", y=0.75),), (thing("cup", y=0.77),)),
        ("box next_to table", (thing("box", x=1.2),), (thing("box", x=2.2, z=1.8),)),
        ("box left_of table", (thing("box", x=-1.2),), (thing("box", x=1.2),)),
        ("box in_front_of table", (thing("box", z=-1),), (thing("box", z=1),)),
        ("box behind table", (thing("box", z=1),), (thing("box", x=-1.2),)),
        ("box under table", (thing("box"),), (thing("box", x=1.4),)),
        ("lamp above table", (thing("lamp", y=1.5),), (thing("lamp", x=1),)),
        ("chair facing table", (thing("chair", z=-1, yaw=0),), (thing("chair", z=-1),)),
        ("box in_corner", (thing("box", x=-2.2, z=1.7),), (thing("box", x=-2.2),)),
        ("box against_wall", (thing("box", x=-2.3),), (thing("box", x=-2.0),)),
        ("lamp hanging", (thing("lamp", y=2.1),), (thing("lamp", y=1.5),)),
        (
            "chair around table",
            tuple(thing(f"chair {n}", x=x, z=z) for n, (x, z) in enumerate(((1, 0), (-1, 0)))),
            tuple(thing(f"chair {n}", x=x, z=z) for n, (x, z) in enumerate(((1, 0), (1, 0.6)))),
        ),
        (
            "box row",
            tuple(thing(f"box {n}", x=n - 1, z=-1) for n in range(3)),
            tuple(thing(f"box {n}", x=n - 1, z=-(n % 2)) for n in range(3)),
        ),
        (
            "box stacked",
            (thing("box 1", x=2), thing("box 2", x=2, y=0.4)),
            (thing("box 1", x=2), thing("box 2", x=1)),
        ),
    ],
)
def test_words_of_place_mean_what_people_mean(
    link: str, holds: tuple[Node, ...], fails: tuple[Node, ...]
) -> None:
    found = cases.link(link)

    def answers(nodes: tuple[Node, ...]) -> list[bool]:
        scene = seen(thing("table"), *nodes)
        subjects = [t for t in scene.things if cases.want(found.subject).fits(t)]
        targets = [[t for t in scene.things if cases.want(w).fits(t)] for w in found.targets]
        return relations.kept(found.kind, subjects, targets, scene.place)

    assert all(answers(holds))
    assert not all(answers(fails))


def test_one_each_wants_another_target_for_each() -> None:
    scene = seen(
        thing("table 1"), thing("table 2", x=2), thing("cup 1", y=0.75), thing("cup 2", 0.2, y=0.75)
    )
    tables, cups = scene.things[:2], scene.things[2:]
    assert relations.kept("on", cups, [tables], scene.place) == [True, True]
    assert sum(relations.kept("on~", cups, [tables], scene.place)) == 1


BEFORE = (thing("red sofa"), thing("chair 1", x=-2), thing("chair 2", x=2), thing("lamp", z=1.5))


def instead(**changed: Node | None) -> View:
    """``BEFORE`` with nodes changed, gone (None) or new, by id."""
    nodes = {n.id.replace("-", "_"): n for n in BEFORE}
    return seen(*(n for n in {**nodes, **changed}.values() if n is not None))


@pytest.mark.parametrize(
    ("outcome", "after"),
    [
        ("- lamp", instead(lamp=None)),
        ("- any 1 chair", instead(chair_2=None)),
        ("- chair@leftmost", instead(chair_1=None)),
        ("+ box", instead(box=thing("box", z=-1))),
        ("+ box; box left_of lamp", instead(box=thing("box", x=-1, z=1.5))),
        ("lamp moved left 0.5", instead(lamp=thing("lamp", x=-0.5, z=1.5))),
        ("lamp moved toward:sofa", instead(lamp=thing("lamp", z=1.0))),
        ("sofa turned 90", instead(red_sofa=thing("red sofa", yaw=270))),
        ("sofa bigger", instead(red_sofa=thing("red sofa", scale=1.2))),
        ("sofa times 0.5", instead(red_sofa=thing("red sofa", scale=0.5))),
        ("none", instead()),
        ("- lamp || none", instead()),
    ],
)
def test_an_edit_that_did_what_was_asked_is_known(outcome: str, after: View) -> None:
    before = instead()
    verdict = outcomes.judge(outcome, before, after, Talk([before.scene]))
    assert verdict.done, (verdict.complaints, verdict.strays)
    assert verdict.identical == verdict.untouched


@pytest.mark.parametrize(
    ("outcome", "after"),
    [
        ("- lamp", instead()),
        ("- lamp", instead(lamp=None, chair_1=thing("chair 1", x=-2.001))),
        ("- any 1 chair", instead(chair_1=None, chair_2=None)),
        ("- chair@leftmost", instead(chair_2=None)),
        ("+ box", instead(box=thing("box", z=-1), box_2=thing("box 2", z=-1.5))),
        ("+ red box", instead(box=thing("box", z=-1))),
        ("+ box; box left_of lamp", instead(box=thing("box", x=1, z=1.5))),
        ("lamp moved left 0.5", instead(lamp=thing("lamp", x=0.5, z=1.5))),
        ("sofa turned 90", instead(red_sofa=thing("red sofa", yaw=0))),
        ("sofa = blue", instead()),
        ("sofa bigger", instead(red_sofa=thing("red sofa", scale=0.8))),
        ("none", instead(lamp=None)),
        ("back", instead(lamp=None)),
        ("light night", instead()),
    ],
)
def test_an_edit_that_did_something_else_is_known(outcome: str, after: View) -> None:
    before = instead()
    assert not outcomes.judge(outcome, before, after, Talk([before.scene])).done


def test_what_was_taken_back_is_as_it_was() -> None:
    first, second = instead(), instead(lamp=None)
    history = [first.scene, second.scene]
    assert outcomes.judge("back", second, first, Talk(history, exact=True)).done
    assert not outcomes.judge("back", second, second, Talk(history)).done


@pytest.mark.parametrize(
    ("outcome", "told", "done"),
    [
        ("sofa bigger || told chair", "chair 1 is in the way", True),
        ("sofa bigger || told chair", "I can not", False),
        ("any 1-2 chair = red; told chair", "chair 1 is in the way", False),
    ],
)
def test_a_refusal_must_say_what_is_in_the_way(outcome: str, told: str, done: bool) -> None:
    before = instead()
    assert outcomes.judge(outcome, before, before, Talk([], told=told)).done is done


def test_a_light_that_goes_down_is_night() -> None:
    def lit(intensity: float) -> View:
        light = PointLight(color=Color(r=1, g=1, b=1), intensity=intensity, range=5)
        lamp = Node(id=NodeId("sun"), name="Sun", components=(light,))
        return view(Scene.of("Room", [*SHELL, lamp]), {})

    assert outcomes.judge("light night", lit(1.0), lit(0.2), Talk([])).done
    assert not outcomes.judge("light night", lit(0.2), lit(1.0), Talk([])).done


@pytest.mark.parametrize(
    ("name", "noun", "fits"),
    [
        ("red office chair 2", "chair", True),
        ("table lamp", "table", False),
        ("bowl of fruit", "bowl", True),
        ("bowl of fruit", "fruit", False),
        ("toy blocks 3", "toy block", True),
        ("armchair", "chair", False),
    ],
)
def test_a_name_is_read_by_its_last_words(name: str, noun: str, fits: bool) -> None:
    assert ends_with(name, noun) is fits


def test_the_lists_are_as_long_as_the_figure_says() -> None:
    groups = Counter(c.group for c in cases.prompts())
    assert set(groups.values()) == {10}
    assert len(groups) == 12
    assert sum(len(t) for b in cases.edits() for t in b.talks) >= 300
    assert len(cases.infeasible()) == 20
    assert len(cases.classes()) >= 150


@pytest.mark.parametrize("module", JUDGES)
def test_the_judge_knows_scenes_and_no_engine(module: str) -> None:
    ours = {f"ops.bench.scenes.{name}" for name in JUDGES} | {"ops.bench.scenes"}
    for node in ast.walk(ast.parse((FOLDER / f"{module}.py").read_text("utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            if name == "ops.bench.scenes" and isinstance(node, ast.ImportFrom):
                assert {a.name for a in node.names} <= set(JUDGES)
            room = name.split(".")[0]
            assert name in ours or room in {"schemas", "numpy", *sys.stdlib_module_names}, name


def test_a_thing_knows_where_it_looks() -> None:
    assert isinstance(seen(thing("chair")).things[0], Thing)
    assert tuple(seen(thing("chair", yaw=90)).things[0].front) == pytest.approx((1.0, 0.0))
