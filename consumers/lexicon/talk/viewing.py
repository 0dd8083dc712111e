"""Words about what is seen of a scene: "select the red sofa", "look at it from above", "frame 10".

What belongs here: such words to changes of the view. What does not: changes of the scene.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.talk.courtesy import without_courtesy
from consumers.lexicon.talk.parts import Part, PartsOf, anywhere, in_parts, no_parts, parts_named
from consumers.lexicon.words.looks import color_at
from consumers.lexicon.words.plurals import is_plural
from consumers.lexicon.words.tokens import Line, read
from schemas.edits import SceneItem
from schemas.framing import framed
from schemas.ids import NodeId
from schemas.view_events import ViewChanged

HIGHLIGHT = "#ffcc00"
MOST_SELECTED = 100
MOST_CLAUSES = 6
_POLITE = re.compile(r"\A(?:(?:please|now|then|and|ok|okay|can you|could you|would you|just) )+")
_JOINT = re.compile(
    r" ?(?:[,.;!] ?(?:and |then )*|\band then |\bthen |\band )(?=(?:please )?(?:select|highlight|"
    r"outline|emphasi[sz]e|look|show|view|zoom|focus|reset|play|stop|pause|toggle|deselect|isolate|"
    r"go to frame|center|centre|point the camera|hide everything)\b)"
)
_CLEAR = re.compile(
    r"(?:clear|remove|reset|undo) (?:the |all |my )?(?:selections?|highlights?|highlighting)"
    r"|(?:select|highlight) nothing|(?:deselect|unselect)(?: everything| all)?"
    r"|(?:show|unhide|display) (?:me )?(?:everything|all)(?: of it)?(?: again)?"
)
_ONLY = re.compile(
    r"(?:show|display|select|highlight|view)(?: me)? (?:only|just|nothing but|nothing except) "
    r"|isolate |hide (?:everything|all)(?: else)?,? (?:but|except(?: for)?) "
)
_SELECT = re.compile(r"(?:select|highlight|outline|emphasi[sz]e|point out|point at) ")
_TOGGLE = re.compile(r"(?:toggle|deselect|unselect)(?: the (?:highlight|selection) of)? ")
_LOOK = re.compile(
    r"(?:look at|show(?: me)?|view|see|display|zoom (?:in )?(?:on|to|into)|zoom in on|focus on"
    r"|focus the (?:camera|view) on|cent(?:er|re) (?:the )?(?:(?:camera|view) )?on|go closer to"
    r"|(?:point|aim|move|turn) the (?:camera|view) (?:at|to|towards)) "
)
_NEEDS_SIDE = re.compile(r"(?:show|view|see|display)\b")
_SIDE = re.compile(
    r"(?: |^)(?:from )(?:the )?(?P<side>above|top|overhead|below|beneath|underneath|bottom|front"
    r"|back|behind|rear|left|right|side)(?: side)?$"
)
_VIEW = re.compile(
    r"(?:(?:show|give)(?: me)? )?(?:the |an? )?(?P<side>top|bird 's eye|birds eye|overhead|front"
    r"|back|rear|side|left|right)(?: side)?(?: |-)(?:down )?view(?: of (?P<what>.+))?"
)
_RESET = re.compile(
    r"(?:reset|restore|recenter|recentre)(?: the| my)? (?:camera|view(?:point)?|perspective)"
    r"|(?:go )?(?:back )?(?:to )?the (?:original|default|initial) (?:camera|view)"
)
_PLAY = re.compile(r"(?:play|start|run|resume|unpause)(?: the| all)? animations?(?: again)?")
_STOP = re.compile(r"(?:stop|pause|halt|freeze|end)(?: the| all)? animations?")
_FRAME = re.compile(
    r"(?:(?:go|jump|skip|scrub|move|set the animation) to |show(?: me)? |set |animation )?(?:the )?"
    r"(?:animation )?frame (?:number |to )?(?P<frame>\d{1,9})"
)
_SIDES = {
    "top": "above", "overhead": "above", "bird 's eye": "above", "birds eye": "above",
    "beneath": "below", "underneath": "below", "bottom": "below", "behind": "back", "rear": "back",
    "side": "right",
}  # fmt: skip
_WHOLE = re.compile(
    r"(?:everything|all(?: of it)?|(?:the )?(?:whole |entire )?(?:scene|room|place|world))?"
)
IT = frozenset({"it", "them", "that", "this", "these", "those"})


@dataclass(frozen=True, slots=True)
class Viewing:
    """What words about the view come to. ``about``: the things they name, for an "it" that
    follows; no ``changes``: they name nothing that is there."""

    changes: tuple[ViewChanged, ...]
    reply: str
    about: tuple[SceneItem, ...] = ()


def viewing(
    text: str,
    items: Sequence[SceneItem],
    before: Sequence[SceneItem] = (),
    parts_of: PartsOf = no_parts,
) -> Viewing | None:
    """What ``text`` wants of the view of ``items``; None where it is not about the view alone.

    ``before``: what was spoken of last, which "it" is. ``parts_of``: asked only where words seem
    to name parts.
    """
    words = read(without_courtesy(text[:400])).text.strip(" .!?")
    parts = [part for part in _JOINT.split(words) if part.strip(" .,!?")]
    if not items or not parts or len(parts) > MOST_CLAUSES:
        return None
    done: list[Viewing] = []
    for part in parts:
        about = next((v.about for v in reversed(done) if v.about), tuple(before))
        there = _There(items, about, parts_of)
        found = _clause(_POLITE.sub("", part.strip(" .,!?"), count=1), there)
        if found is None:
            return None
        done.append(found)
    return Viewing(
        tuple(change for v in done for change in v.changes),
        " ".join(dict.fromkeys(v.reply for v in done)),
        next((v.about for v in reversed(done) if v.about), ()),
    )


def looked_for(words: str) -> str | None:
    """The thing that ``words`` about the view name, "" for none; None for words about others."""
    said = _POLITE.sub("", read(without_courtesy(words[:400])).text.strip(" .,!?"), count=1)
    if _plain(said) is not None:
        return ""
    for pattern in (_ONLY, _SELECT, _TOGGLE):
        found = pattern.match(said)
        if found is not None:
            return _without_color(said[found.end() :])[0]
    look = _look(said)
    return None if look is None else "" if _WHOLE.fullmatch(look[0]) else look[0]


@dataclass(frozen=True, slots=True)
class _There:
    """What there is to be seen, what was spoken of last, and what parts things have."""

    items: Sequence[SceneItem]
    before: Sequence[SceneItem]
    parts_of: PartsOf


def _clause(said: str, there: _There) -> Viewing | None:
    plain = _plain(said)
    if plain is not None:
        return plain
    for pattern, change, only in (
        (_ONLY, "select", True), (_SELECT, "select", False), (_TOGGLE, "toggle", False)
    ):  # fmt: skip
        found = pattern.match(said)
        if found is not None:
            return _selected(said[found.end() :], change, only, there)
    return _looked(said, there)


def _plain(said: str) -> Viewing | None:
    """Words that name no thing."""
    if _CLEAR.fullmatch(said):
        return Viewing((ViewChanged(change="select"),), "Nothing is selected any more.")
    if _RESET.fullmatch(said):
        return Viewing((ViewChanged(change="reset_camera"),), "The camera is back where it was.")
    if _PLAY.fullmatch(said):
        return Viewing((ViewChanged(change="animation", playing=True),), "The animation plays.")
    if _STOP.fullmatch(said):
        return Viewing((ViewChanged(change="animation"),), "The animation is paused.")
    frame = _FRAME.fullmatch(said)
    if frame is not None:
        number = int(frame["frame"])
        return Viewing((ViewChanged(change="frame", frame=number),), f"This is frame {number}.")
    return None


def _selected(said: str, change: str, only: bool, there: _There) -> Viewing | None:
    said, color = _without_color(said)
    parts = in_parts(said, lambda whole: _meant(whole, there), there.before, there.parts_of)
    chosen = [] if parts else _meant(said, there)
    if not parts and not chosen:
        parts = anywhere(said, there.items, there.before, there.parts_of)
    if not parts:
        if chosen is None:
            return None
        if not chosen:
            return Viewing((), _missing(said))
    parts = (parts or [Part(item, item.name) for item in chosen or ()])[:MOST_SELECTED]
    told_of = ViewChanged(
        change="toggle" if change == "toggle" else "select",
        nodes=tuple(part.item.id for part in parts),
        names=tuple(part.name for part in parts),
        colors=(color,) * len(parts),
        only=only,
    )
    what = "Only {} shown." if only else "{} selected." if change == "select" else "{} toggled."
    named = _named(chosen) if chosen else parts_named(parts)
    one = len(parts) == 1 and (chosen or not is_plural(parts[0].name))
    reply = what.format(f"{named} {'is' if one else 'are'}")
    about = chosen or list(dict.fromkeys(part.item for part in parts))
    return Viewing((told_of,), reply[:1].upper() + reply[1:], tuple(about))


def _looked(said: str, there: _There) -> Viewing | None:
    look = _look(said)
    if look is None:
        return None
    what, side = look
    chosen = _meant(what, there)
    if chosen is None:
        return None
    if not chosen:
        return Viewing((), _missing(what))
    side = _SIDES.get(side, side)
    position, target = framed(chosen, side)
    whole = len(chosen) == len(there.items)
    named = "the scene" if whole else _named(chosen)
    where = side if side in ("above", "below") else f"the {side}"
    told = ViewChanged(change="camera", position=position, target=target)
    return Viewing((told,), f"This is {named} from {where}.", () if whole else tuple(chosen))


def _look(said: str) -> tuple[str, str] | None:
    """What is to be looked at, and from where; None: these words do not say so."""
    view = _VIEW.fullmatch(said)
    if view is not None:
        return view["what"] or "", view["side"]
    look = _LOOK.match(said)
    if look is None:
        return None
    what = said[look.end() :]
    found = _SIDE.search(what)
    if found is None and _NEEDS_SIDE.match(said):
        return None  # "show me a room" is a wish for one
    return what[: found.start()] if found else what, found["side"] if found else "front"


def _meant(said: str, there: _There) -> list[SceneItem] | None:
    """What ``said`` names, none where it is not there; None: it is no phrase for things."""
    items, before = there.items, there.before
    said = said.strip(" ,.!?")
    if said in IT:
        return list(before) or list(items)
    if _WHOLE.fullmatch(said):
        return list(items)
    line = read(said)
    exact = [i for i in items if i.name.lower() == said.removeprefix("the ")]
    if exact:
        return exact
    finder = Finder(tuple(items), last=tuple(NodeId(i.id) for i in before))
    chosen = select(line, 0, finder, filtered=True)
    if chosen is None or chosen.stop < len(line):
        return None
    return chosen.items


def _without_color(said: str) -> tuple[str, str]:
    """ "the sofa in blue": the words before the colour, and it."""
    head, joint, tail = said.rpartition(" in ")
    if not joint:
        return said, HIGHLIGHT
    line: Line = read(tail)
    found = color_at(line, 0)
    return (head, found[0]) if found is not None and found[1] == len(line) else (said, HIGHLIGHT)


def _named(items: Sequence[SceneItem]) -> str:
    if len(items) > 3:
        return f"{len(items)} things"
    names = [f"the {item.name}" for item in items]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _missing(said: str) -> str:
    what = said.strip(" ,.!?").removeprefix("the ")
    return f"There is no {what} in the scene to look at; say what is there by its name."
