"""What things are like: how many, how big, which is the biggest, their colours and materials."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from consumers.lexicon.sentences.settings import named_setting
from consumers.lexicon.talk import facts
from consumers.lexicon.talk.asking import Asked, be, begun, is_generic, none_of, some, the
from consumers.lexicon.talk.locating import place_of, placed_at
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.looks import color_at, color_word, material_at
from consumers.lexicon.words.plurals import plural, singular
from consumers.lexicon.words.tokens import read
from schemas.edits import SceneItem

_HOW_MANY = re.compile(
    r"how many |count |(?:what is )?(?:the )?number of |how much (?=\w+s (?:are|is|do|does|can"
    r"|have)\b)"
    r"|how much "
)
_SEATED = re.compile(
    r"how many(?: (?:people|persons|guests|visitors|of us|kids|children|students|friends))? (?:can"
    r"|could|may|will|do|would|are able to) (?:\w+ )?(?:sit|be seated|have a seat|fit|dine|eat)\b"
)
_NO_SEATS = "There is nothing to sit on in the scene."
_HOW_BIG = re.compile(
    r"how (?P<how>big|large|small|tall|high|wide|broad|long|deep|thick|low|short)\b"
    r"|what (?:is |are )?(?:the |its |their )?(?P<side>size|dimensions?|measurements?|height|width"
    r"|length|depth|area|thickness)\b"
)
_ROOM = re.compile(
    r"\b(?:of |is |are )(?:the |this |my |our |whole )*(?:scene|room|floor|ground|space|place|area"
    r"|house|garden|ceiling|living room|kitchen|bedroom|bathroom|office|hall)\b"
)
_AREA = re.compile(r"\b(?:area|square met(?:er|re)s?|m2|floor space|surface)\b")
_SIDES = {
    "tall": 1, "high": 1, "low": 1, "height": 1, "wide": 0, "broad": 0, "width": 0, "deep": 2,
    "depth": 2, "thick": 2, "thickness": 2,
}  # fmt: skip
_RANKS: dict[str, Callable[[SceneItem], float]] = {
    "tallest": lambda i: i.size[1], "highest": lambda i: i.size[1],
    "shortest": lambda i: -i.size[1], "lowest": lambda i: -i.size[1],
    "biggest": facts.volume, "largest": facts.volume, "hugest": facts.volume,
    "smallest": lambda i: -facts.volume(i), "littlest": lambda i: -facts.volume(i),
    "tiniest": lambda i: -facts.volume(i),
    "widest": lambda i: i.size[0], "narrowest": lambda i: -i.size[0],
    "longest": lambda i: max(i.size[0], i.size[2]), "deepest": lambda i: i.size[2],
}  # fmt: skip
_RANK = re.compile(rf"\b(?:the )?(?P<rank>{'|'.join(_RANKS)})\b")
_THAN: dict[str, Callable[[SceneItem], float]] = {
    "bigger": facts.volume, "larger": facts.volume, "smaller": lambda i: -facts.volume(i),
    "taller": lambda i: i.size[1], "higher": lambda i: i.size[1],
    "shorter": lambda i: -i.size[1], "lower": lambda i: -i.size[1],
    "wider": lambda i: i.size[0], "narrower": lambda i: -i.size[0],
    "longer": lambda i: max(i.size[0], i.size[2]), "deeper": lambda i: i.size[2],
}  # fmt: skip
_COMPARED = re.compile(rf"(?:is|are) (?:.+?) (?P<how>{'|'.join(_THAN)}) than (?=\w)")
_RATHER = re.compile(
    r"(?:which|what|who)(?: one| thing| of (?:them|these|those|the two))* (?:is|are|was)(?: the)? "
    rf"(?P<how>{'|'.join(_THAN)})(?: one)?(?: ,| :)? (?=\w)"
)
_COLOR = re.compile(r"(?:what|which)(?: is| are)?(?: the)? colou?rs?\b|how is .* colou?red")
_MATERIAL = re.compile(
    r"what (?:is|are) .*\bmade (?:of|from|out of)|(?:what|which)(?: is)?(?: the)? materials?\b"
)
_ABOUT = re.compile(
    r"(?:(?:tell (?:me|us) about|what about|how about|describe|what (?:is|are)(?! there)) )?"
)
_REST = re.compile(r"(?:(?:is|are|do|we|you|i|have|see|there|here|in|the|this|scene|room) ?)*")
_PARTS = re.compile(r"\bdo(?:es)? (?!we|you|i\b|(?:the|this|my|our) (?:room|scene)).* have$")


def how_many(asked: Asked) -> str | None:
    """ "how many chairs are around the table?" """
    found = _HOW_MANY.match(asked.text)
    if found is None or _PARTS.search(asked.text) or _AREA.search(asked.text):
        return None
    if _SEATED.search(asked.text):
        seats = [i for i in asked.things if i.noun in wc.SEATS]
        starts = range(4, len(asked.line))
        placed = next((p for at in starts if (p := placed_at(asked, at)) is not None), None)
        if placed is not None and placed.missing:
            return placed.missing
        if placed is not None and placed.targets:
            seats = placed.among(seats)
            told = some(seats) if seats else "nothing"
            return f"There {be(seats) if seats else 'is'} {told} to sit on {placed.words}."
        return f"There {be(seats)} {some(seats)} to sit on." if seats else _NO_SEATS
    named = asked.named(asked.word(found.end()))
    if named is None or (found.group().startswith("how much") and not named[0].plural):
        return None
    phrase, fitting, stop = named
    where = ""
    placed = placed_at(asked, stop)
    if placed is not None:
        fitting, where = placed.among(fitting), f" {placed.words}"
    if asked.line.at(stop) == "and" and (second := asked.named(stop + 1)) is not None:
        both = [*fitting, *second[1]]
        return f"There {be(both)} {some(both)}." if both else none_of(phrase, asked.items)
    noun = singular(phrase.label) if phrase.plural else phrase.label
    if not fitting:
        return f"There is no {noun}{where or ' in the scene'}."
    if len(fitting) == 1:
        return f"There is one {noun}{where}."
    return f"There are {len(fitting)} {plural(noun)}{where}."


def size_of_room(asked: Asked) -> str | None:
    """ "how big is the room?", "how many square metres has it?", "how high is the ceiling?" """
    area = _AREA.search(asked.text)
    if not (area or _HOW_BIG.match(asked.text)):
        return None
    if not (area or _ROOM.search(asked.text) or _is_setting(asked)):
        return None
    size = facts.room(asked.items)
    if size is None:
        return None
    wide, deep, high = size
    if area:
        return f"The floor is {wide:.3g} m by {deep:.3g} m, {wide * deep:.3g} square metres."
    told = f"{wide:.2g} m wide, {deep:.2g} m deep"
    if high and facts.in_the_open(asked.items):
        return f"The ground is {told}; its walls are {high:.2g} m high, and there is no roof."
    if high:
        return f"The room is {told} and {high:.2g} m high."
    return f"The ground is {told}; there are no walls."


def _is_setting(asked: Asked) -> bool:
    """Whether the room is asked after by what it is: "how long is the garage"."""
    found = re.search(r"\b(?:of|is|are) (?:the|this|my|our) (?=\w)", asked.text)
    named = asked.named(asked.word(found.end()) - 1) if found else None
    if named is None or named[1]:
        return False
    return named[2] >= len(asked.line) and named_setting(named[0].label) is not None


def how_big(asked: Asked) -> str | None:
    """ "how tall is the lamp?", "what are the dimensions of the bed?" """
    found = _HOW_BIG.match(asked.text)
    named = asked.subject(asked.word(found.end())) if found else None
    if found is None or named is None:
        return None
    phrase, fitting, _ = named
    if not fitting:
        return none_of(phrase, asked.items)
    joint = named[2]
    with_other = asked.line.span(joint, joint + 2) in {"compared to", "compared with", "next to"}
    other = asked.named(joint + 2) if with_other else None
    if other is not None and other[1]:
        return (
            f"{begun(the(fitting[:1]))} is {_measured(fitting[0])}; {the(other[1][:1])} is "
            f"{_measured(other[1][0])}."
        )
    item = fitting[0]
    axis = _SIDES.get(found.group("how") or found.group("side") or "")
    wide, high, deep = item.size
    lone = the(fitting[:1])
    if axis is not None:
        word = ("wide", "tall", "deep")[axis]
        return f"{begun(lone)} is {item.size[axis]:.2g} m {word}."
    if (found.group("how") or found.group("side")) in ("long", "length"):
        return f"{begun(lone)} is {max(wide, deep):.2g} m long."
    return f"{begun(lone)} is {wide:.2g} m wide, {high:.2g} m tall and {deep:.2g} m deep."


def extreme(asked: Asked) -> str | None:
    """ "which is the tallest?", "what is the smallest chair?" """
    if not re.match(r"(?:what|which|who)\b", asked.text):
        return None
    found = _RANK.search(asked.text)
    if found is None:
        return None
    pool: Sequence[SceneItem] = asked.things
    named = asked.named(asked.word(found.end()) if found.end() < len(asked.text) else 99)
    named = named or asked.named(1)
    if named is not None and not named[0].pronoun and not is_generic(named[0]):
        pool = named[1]
        if not pool:
            return none_of(named[0], asked.items)
    if not pool:
        return None
    best = max(pool, key=_RANKS[found.group("rank")])
    wide, high, deep = best.size
    size = f"{wide:.2g} m wide, {high:.2g} m tall and {deep:.2g} m deep"
    key = _RANKS[found.group("rank")]
    alike = [i for i in pool if abs(key(i) - key(best)) < 1e-3]
    if len(alike) > 1:
        every = " all" if len(alike) > 2 else ""
        return f"{begun(the(alike))} are{every} the {found.group('rank')}: each {size}."
    return f"{begun(the([best]))} is the {found.group('rank')}: {size}."


def compared(asked: Asked) -> str | None:
    """ "is the sofa bigger than the bed?" """
    found = _COMPARED.match(asked.text)
    if found is None:
        return None
    first, second = asked.subject(1), asked.subject(asked.word(found.end()))
    if first is None or second is None:
        return None
    for phrase, fitting, _ in (first, second):
        if not fitting:
            return none_of(phrase, asked.items)
    key, how = _THAN[found.group("how")], found.group("how")
    one, other = first[1][0], second[1][0]
    is_so = key(one) > key(other) + 1e-6
    verdict = "Yes" if is_so else "No"
    return (
        f"{verdict}, {the([one])} is {'' if is_so else 'not '}{how} than {the([other])}: "
        f"{_measured(one)} against {_measured(other)}."
    )


def rather(asked: Asked) -> str | None:
    """ "which one is bigger, the sofa or the bed?" """
    found = _RATHER.match(asked.text)
    first = asked.subject(asked.word(found.end())) if found else None
    second = asked.subject(first[2] + 1) if first and asked.line.at(first[2]) == "or" else None
    if found is None or first is None or second is None:
        return None
    for phrase, fitting, _ in (first, second):
        if not fitting:
            return none_of(phrase, asked.items)
    key, how = _THAN[found.group("how")], found.group("how")
    one, other = sorted((first[1][0], second[1][0]), key=key, reverse=True)
    measures = f"{_measured(one)} against {_measured(other)}"
    if abs(key(one) - key(other)) < 1e-6:
        return f"Neither: {the([one])} and {the([other])} are the same, {_measured(one)}."
    return f"{begun(the([one]))} is {how} than {the([other])}: {measures}."


def color(asked: Asked) -> str | None:
    """ "what colour is the sofa?" """
    found = _COLOR.match(asked.text)
    named = asked.subject(asked.word(found.end())) if found else None
    if named is None:
        return None
    phrase, fitting, _ = named
    if not fitting:
        return none_of(phrase, asked.items)
    if not any(i.color for i in fitting):
        return f"No colour was chosen for {the(fitting)}."
    return f"{begun(the(fitting))} {be(fitting)} {_colors(fitting)}."


def material(asked: Asked) -> str | None:
    """ "what is the table made of?" """
    found = _MATERIAL.match(asked.text)
    if found is None:
        return None
    named = asked.subject(1 if " made " in found.group() else asked.word(found.end()))
    if named is None:
        return None
    phrase, fitting, _ = named
    if not fitting:
        return none_of(phrase, asked.items)
    made = [i.material for i in fitting if i.material]
    if not made:
        return f"No material was chosen for {the(fitting)}."
    return f"{begun(the(fitting))} {be(fitting)} made of {_and(dict.fromkeys(made))}."


def is_like(asked: Asked) -> str | None:
    """ "is the sofa red?", "are the chairs wooden?" """
    if not re.match(r"(?:is|are) ", asked.text):
        return None
    named = asked.named(1)
    if named is None or named[0].head == "one":
        return None
    phrase, fitting, stop = named
    while asked.line.at(stop) in {"really", "made", "of", "a", "very", "all", "painted"}:
        stop += 1
    hue, stuff = color_at(asked.line, stop), material_at(asked.line, stop)
    if hue is None and stuff is None:
        return None
    if not fitting:
        return none_of(phrase, asked.items)
    if stuff is not None and any(i.material for i in fitting):
        is_so = all(i.material == stuff[0] for i in fitting)
        made = _and(dict.fromkeys(i.material for i in fitting if i.material))
        return f"{'Yes' if is_so else 'No'}, {the(fitting)} {be(fitting)} made of {made}."
    if hue is None:
        return f"No material was chosen for {the(fitting)}."
    if not any(i.color for i in fitting):
        return f"No colour was chosen for {the(fitting)}."
    is_so = all(
        i.color and (i.color == hue[0] or color_word(i.color) == color_word(hue[0]))
        for i in fitting
    )
    return f"{'Yes' if is_so else 'No'}, {the(fitting)} {be(fitting)} {_colors(fitting)}."


def which_are(asked: Asked) -> str | None:
    """ "what is red?", "which things are made of wood?", "what animals are there?" """
    words = asked.line
    if words.at(0) not in {"what", "which", "who", "list", "name", "show", "are", "is"}:
        return None
    for at in range(1, len(words)):
        hue, stuff = color_at(words, at), material_at(words, at)
        if hue is None and stuff is None:
            continue
        wanted = color_word(hue[0]) if hue else ""
        fit = [
            i
            for i in asked.things
            if (wanted and i.color and color_word(i.color) == wanted)
            or (stuff and i.material == stuff[0])
        ]
        what = wanted or (f"made of {stuff[0]}" if stuff else "")
        return f"{begun(some(fit))} {be(fit)} {what}." if fit else f"Nothing is {what}."
    return _of_category(asked)


def about(asked: Asked) -> str | None:
    """ "tell me about the sofa", "what about the lamp?", "what is the dog like?" """
    about_it = _ABOUT.match(asked.text)
    named = asked.named(asked.word(about_it.end())) if about_it else None
    if named is None or not named[0].definite or named[0].pronoun:
        return None
    phrase, fitting, stop = named
    rest = asked.line.span(stop, len(asked.line))
    if rest not in {"", "like", "doing", "here", "there", "for"}:
        return None
    if not fitting:
        return none_of(phrase, asked.items)
    if rest == "doing":
        return f"{begun(the(fitting))} {be(fitting)} {place_of(fitting[0], asked)}."
    told = f"{_described(fitting[0])}, {place_of(fitting[0], asked)}"
    return f"{begun(the(fitting))} {be(fitting)} {told}."


def _of_category(asked: Asked) -> str | None:
    if asked.text.split(" ", 1)[0] not in {"what", "which", "list", "name", "show"}:
        return None
    named = asked.subject(1)
    if named is None or named[0].pronoun or (named[0].definite and not named[0].plural):
        return None
    rest = asked.line.span(named[2], len(asked.line))
    if not _REST.fullmatch(rest):
        return None
    if is_generic(named[0]) and named[0].head != "furniture":
        return None
    return f"There {be(named[1])} {some(named[1])}." if named[1] else none_of(named[0], asked.items)


def _described(item: SceneItem) -> str:
    hue = f"{color_word(item.color)}, " if item.color else ""
    made = f"made of {item.material}, " if item.material else ""
    return f"{hue}{made}{_measured(item)}"


def _measured(item: SceneItem) -> str:
    return f"{item.size[0]:.2g} m wide, {item.size[1]:.2g} m tall, {item.size[2]:.2g} m deep"


def _hue(item: SceneItem) -> str:
    """Its colour as it was said ("navy"), else by the nearest plain word."""
    name = read(item.name)
    for at in range(len(name)):
        said = color_at(name, at)
        if said is not None and said[0] == item.color:
            return name.span(at, at + said[1])
    return color_word(item.color or "#000000")


def _colors(items: Sequence[SceneItem]) -> str:
    known = dict.fromkeys(_hue(i) for i in items if i.color)
    return _and(known)


def _and(words: dict[str, None]) -> str:
    named = list(words)
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
