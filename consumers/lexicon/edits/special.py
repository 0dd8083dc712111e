"""Commands that are told by more than their verb: counts, swaps, looks after others, light, copies.

What belongs here: trying each kind on a clause and collecting what it comes to. Reading one of them
is in a module of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from consumers.lexicon.edits.collecting import Collected
from consumers.lexicon.edits.commands import Clause
from consumers.lexicon.edits.copying import STAYS, like
from consumers.lexicon.edits.counting import counted
from consumers.lexicon.edits.dressing import Dress, swapped
from consumers.lexicon.edits.from_each import from_each
from consumers.lexicon.edits.glowing import glowing
from consumers.lexicon.edits.items import is_shell, label_of
from consumers.lexicon.edits.lamps import LAMPS, impossible
from consumers.lexicon.edits.levels import angle_set
from consumers.lexicon.edits.moods import mood
from consumers.lexicon.edits.ordering import ordered
from consumers.lexicon.edits.parcelling import shared_out
from consumers.lexicon.edits.rearranging import rearranged
from consumers.lexicon.edits.relighting import relight
from consumers.lexicon.edits.reshaping import reshape
from consumers.lexicon.edits.seasons import (
    INDOORS,
    color_of_ground,
    ground_of,
    leaves_of,
    season_of,
)
from consumers.lexicon.edits.selection import select
from consumers.lexicon.edits.sets import seated
from consumers.lexicon.phrases.phrases import phrase_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.colors import parse_color
from consumers.lexicon.words.gazetteer import noun_row
from consumers.lexicon.words.looks import color_word
from consumers.lexicon.words.plurals import word_classes
from consumers.lexicon.words.tokens import Line
from schemas.edits import Recolor, Relight, Remove, Rotate, SceneItem

_OWN = frozenset({"the", "my", "our", "this", "that", "these", "those", "all"})
_ALL = frozenset({"everything", "all", "anything"})
_SOMETHING = re.compile(r"(?:something|anything|some things?|stuff)(?: else)?(?= |$)")
_TIDY = re.compile(
    r"(?:tidy|neaten|straighten|organi[sz]e|clean|sort)(?: it| things| everything| the \w+| this)?"
    r"(?: up| out)?(?: please| now| a bit| a little)*[ .!]*"
)
_ASPECT_KEPT = re.compile(
    r"(?:(?:its|their|the|same|current|present|old|original) )+(?:width|height|depth|length|size"
    r"|shape|place|position|spot)s?(?: (?:as it is|the same|unchanged|please|there|[.!]))*"
)
TIDY = (
    "Tell me what should go where. Say for example: put the chairs in a row, or: clear the table."
)


def _vague(clause: Clause, line: Line, to: Collected) -> bool:
    """ "add something on the desk", "tidy up": what can only be asked back."""
    some = clause.rest.match(_SOMETHING, 0) if clause.op in {"add", "put"} else None
    if some is not None:
        tail = clause.rest.part(some[1], len(clause.rest)).text.strip(" .!?")
        to.unmet.append(f"What shall it be? Say for example: add a vase {tail}".rstrip())
    elif _TIDY.fullmatch(line.text):
        to.unmet.append(TIDY)
    else:
        return False
    return True


_DEEDS = "add, remove, move, turn, resize, recolour and replace them"


def unable(rest: Line) -> str | None:
    """What is said to a deed that no scene can show, on a thing: "open the door"; None for other
    words."""
    at = 2 if rest.at(1) in {"up", "down", "out", "off", "open", "shut", "over"} else 1
    if "VERB" not in word_classes(rest.at(0)) or rest.at(at) not in _OWN:
        return None
    if rest.at(0) in wc.FUNCTION | wc.DETERMINERS | wc.PREPOSITIONS | wc.COPULA:
        return None
    named = phrase_at(rest, at)
    if named is None or named[1] < len(rest) or named[0].pronoun or not named[0].noun:
        return None
    return f"I can not {rest.span(0, at)} things; I can {_DEEDS}"


def special(clause: Clause, rest: Line, to: Collected) -> bool:
    """Collect what ``clause`` asks for, if it is such a command; whether it was.

    ``rest``: its words after the verb, without an aspect such as "the colour of".
    """
    line = Line((*clause.verb.split(), *clause.rest.words))
    never = impossible(line)
    if never is not None:
        to.unmet.append(never)
        return True
    return (
        _vague(clause, line, to)
        or _angle(clause, to)
        or _glow(clause, to)
        or _mood(line, to)
        or _season(line, to)
        or _share_out(line, to)
        or _reshape(line, to)
        or _order(line, to)
        or _from_each(clause, to)
        or _rearrange(clause, to)
        or _swap_looks(line, to)
        or _relight(clause, to)
        or _count(line, to)
        or (clause.verb in {"clear", "empty"} and _clear(rest, to))
        or (clause.verb in {"keep", "leave", "take"} and _keep(clause.verb, rest, to))
        or (clause.op in {"add", "make", ""} and _like(line, to))
    )


def _angle(clause: Clause, to: Collected) -> bool:
    """ "set the rotation of the lamp to 90": turned until its yaw is that."""
    found = angle_set(clause.rest, to.finder)
    if found is None:
        return False
    items, yaw = found
    to.edits.extend(Rotate(node=i.id, degrees=(yaw - i.yaw) % 360.0) for i in items)
    to.touch(tuple(i.id for i in items))
    return True


def _glow(clause: Clause, to: Collected) -> bool:
    """ "make the ball glow purple": a light of that colour in it, and the thing in the colour,
    unless it is a lamp."""
    found = glowing(clause, to.finder)
    if found is None:
        return False
    items, color = found
    plain = [i for i in items if i.noun not in LAMPS and i.color != color]
    if color is not None and plain:
        to.dress([Dress(i, color, i.material, color_word(color)) for i in plain])
    to.edits.append(Relight(lamps=tuple(i.id for i in items), tint=color))
    to.touch(tuple(i.id for i in items))
    return True


def _season(line: Line, to: Collected) -> bool:
    season = season_of(line)
    if season is None:
        return False
    ground = ground_of(to.finder.items)
    if ground is None:
        to.unmet.append(INDOORS)
        return True
    to.edits.append(Recolor(node=ground.id, color=color_of_ground(season)))
    said, plants = leaves_of(season, to.finder.items)
    if said:
        color = parse_color(said)
        to.edits.extend(to.makeovers.look(plant, color, None, said) for plant in plants)
    to.touch((ground.id,))
    return True


def _mood(line: Line, to: Collected) -> bool:
    found = mood(line)
    if isinstance(found, str):
        to.unmet.append(found)
    elif found is not None:
        to.edits.append(found)
    return found is not None


def _reshape(line: Line, to: Collected) -> bool:
    found = reshape(line, to.finder)
    if isinstance(found, str):
        to.unmet.append(found)
    elif found is not None:
        to.edits.append(found)
    return found is not None


def _rearrange(clause: Clause, to: Collected) -> bool:
    found = rearranged(clause, to.finder)
    if found is None:
        return False
    for phrase in found.missing.missing if found.missing else ():
        to.say_missing(phrase)
    to.edits.extend(found.edits)
    to.touch(tuple(i.id for i in found.touched))
    return True


def _order(line: Line, to: Collected) -> bool:
    found = ordered(line, to.finder)
    if isinstance(found, str):
        to.unmet.append(found)
    elif found is not None:
        to.edits.extend(found[0])
        to.touch(tuple(i.id for i in found[1]))
    return found is not None


def _swap_looks(line: Line, to: Collected) -> bool:
    worn = swapped(line, to.finder)
    if worn is None:
        return False
    to.dress(worn)
    return True


def _share_out(line: Line, to: Collected) -> bool:
    worn = shared_out(line, to.finder)
    if worn:
        to.dress(worn)
    return bool(worn)


def _relight(clause: Clause, to: Collected) -> bool:
    lit = relight(clause, to.finder)
    if lit is None:
        return False
    to.edits.append(lit)
    to.touch(lit.lamps)
    return True


def _count(line: Line, to: Collected) -> bool:
    """As many of a kind as shall be."""
    many = counted(line, to.finder)
    if many is None:
        return False
    gone = tuple(i.id for i in many.surplus)
    if gone:
        to.edits.append(Remove(nodes=gone))
        to.forget(set(gone))
    elif many.lacking:
        more = to.makeovers.copies(many.present[0], many.lacking)
        to.add_copies(seated(more, many.present, to.finder))
    else:
        to.unmet.append(f"There are {many.wanted} of that kind already.")
    return True


def _from_each(clause: Clause, to: Collected) -> bool:
    gone = from_each(clause, to.finder)
    if gone:
        to.edits.append(Remove(nodes=tuple(i.id for i in gone)))
        to.forget({i.id for i in gone})
    elif gone is not None:
        to.unmet.append("I find none of them there.")
    return gone is not None


def _clear(rest: Line, to: Collected) -> bool:
    """ "clear the table", "empty the shelf": what is on or in it goes."""
    chosen = select(rest, 0, to.finder) if rest.at(0) not in _ALL else None
    carriers = {i.id for i in chosen.items if not is_shell(i)} if chosen else set()
    guests = tuple(i.id for i in to.finder.items if i.on in carriers)
    if chosen is None or not carriers or chosen.stop < len(rest):
        return False
    if not guests:
        return _is_bare(chosen.items, to)
    to.edits.append(Remove(nodes=guests))
    to.forget(set(guests))
    to.touch(tuple(carriers))
    return True


def _is_bare(items: Sequence[SceneItem], to: Collected) -> bool:
    """Whether "clear the table" means the top of one thing, on which there is nothing; then that
    is said."""
    row = noun_row(items[0].noun)
    if len(items) != 1 or row is None or row.top is None:
        return False
    to.unmet.append(f"There is nothing on the {label_of(items[0])}.")
    to.touch((items[0].id,))
    return True


def _keep(verb: str, rest: Line, to: Collected) -> bool:
    """ "keep the sofa as it is", "take the lamp (and put it ...)": nothing, but named."""
    if _ASPECT_KEPT.fullmatch(rest.text):
        return True  # "(longer, but) keep its width": a size is given along one side
    chosen = select(rest, 0, to.finder)
    if chosen is None or not chosen.items:
        return False
    if verb != "take" and not STAYS.fullmatch(rest.part(chosen.stop, len(rest)).text):
        return False
    to.touch(tuple(i.id for i in chosen.items))
    return True


def _like(line: Line, to: Collected) -> bool:
    """ "another chair like the red one", "a nicer table": after what is there."""
    found = like(line, to.finder)
    if found is None:
        return False
    if found.anew:
        to.edits.extend(to.makeovers.again(i) for i in found.items)
        to.touch(tuple(i.id for i in found.items))
        return True
    new = to.makeovers.copies(found.items[0], found.many)
    to.add_copies(new)
    to.touch(tuple(w.id for w in new.wishes))
    return True
