"""What somebody or something shall have: "give the knight a sword", "the bard should wear a hat".

What belongs here: from such words to a plain command, "put a sword next to the knight". A thing has
no hands here: what is held stands beside its holder, what is worn on the head is on it. What does
not: clothes of people that are only being made, which ``sentences/worn`` reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from consumers.lexicon.edits.commands import without_politeness
from consumers.lexicon.edits.holders import by_place
from consumers.lexicon.edits.items import is_shell, label_of, with_article
from consumers.lexicon.edits.references import Finder
from consumers.lexicon.edits.selection import select
from consumers.lexicon.phrases.phrases import Phrase, phrase_at
from consumers.lexicon.sentences.attachment import is_small
from consumers.lexicon.sentences.fronts import is_somebody
from consumers.lexicon.talk.whom import whom
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.garments import GARMENTS, HEADWEAR
from consumers.lexicon.words.gazetteer import names_nothing, noun_row
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.tokens import Line
from schemas.edits import SceneItem

_MODAL = (
    r"(?:(?:should|must|shall|ought to|needs? to|has to|have to|could|can|may|might|is to|are to"
    r"|is supposed to|are supposed to|is going to|would)(?: (?:also|all|both|each|really|now))*"
    r" (?P<deed>have|hold|carry|wear|get|receive|own|bear|sport|be (?:holding|carrying"
    r"|wearing|given"
    r"|armed with|equipped with|dressed in)))"
)
_HAS = re.compile(
    rf"(?:(?:also|all|both|each|now|really|still) )*(?:{_MODAL}"
    rf"|(?P<bare>could (?:really )?(?:use|do"
    r" with)|can do with|(?:is|are) (?:holding|carrying|wearing|missing)|holds?|carr(?:y|ies)"
    r"|would (?:really |also )?(?:like|love)|asks? for|asked for"
    r"|wears?|lacks?|needs?|wants?|deserves?|gets?|receives?))(?: (?:also|now))? "
)
_GIVES = re.compile(r"(?:give|giving|hand|handing|lend|equip|provide|supply|arm)(?: also)? (?=\w)")
_WITHOUT_WITH = frozenset({"give", "giving", "hand", "handing", "lend"})
_LETS = re.compile(r"(?:let|make|have|can|could|may|might) (?=\w)")
_LET = re.compile(r"(?P<deed>have|hold|carry|wear|get|bear) ")
_DRESSES = re.compile(r"dress(?: up)? (?=\w)")
_I_WANT = re.compile(r"(?:i|we) (?:(?:really|also|just) )*(?:want|would like|need|wish)(?: for)? ")
_TO_HAVE = re.compile(r"to (?:have|hold|carry|wear|get|own|bear|be (?:holding|carrying|wearing)) ")
_DOES = re.compile(
    r"(?:should|must|shall|could|can|has to|needs? to|ought to)(?: (?:be|all|also|each))* (?:play"
    r"|read|eat|drink|smoke|use|swing|wave|push|pull|ring|feed|milk|aim|raise|brandish|wield|clutch"
    r"|grip|juggle|throw|catch|lead|walk|lean on|play(?:ing)?(?: on| with)|playing|reading|eating"
    r"|drinking|smoking|using|swinging|waving|pushing|pulling|feeding|milking|wielding|leading) "
    r"(?=(?:an?|some|two|three) )"
)
"""Deeds that are shown by what they are done with, beside who does them."""
_WITH = re.compile(r"(?:with|in|up in) ")
_POINTING = frozenset({"it", "they", "them", "this", "that", "these", "those"})
_SOMEBODY = frozenset({"he", "she", "him", "her"})
_HELD_IN = re.compile(
    r"(?:, )?(?:in|into|with|under|between) (?:his|her|its|their|the|one|each|every|both|either"
    r"|of)(?: (?:left|right|other|of|his|her|its|their))*(?: (?:hands?|paws?|arms?|mouths?|claws?"
    r"|beaks?|teeth|fists?))"
)
_ON_HEAD = re.compile(
    r"(?:, )?(?:up)?on (?:his|her|its|their|the|each) (?:head|lap|back"
    r"|shoulder)s?"
)
_TO_PLAY = re.compile(r"(?:, )?(?:to|for) (?:\w+ing|play|eat|drink|read|work|sleep|him|her|it)\b.*")
_ASIDE = re.compile(
    r"(?:, )?(?:on|to|at) (?:his|her|its|their) (?P<side>left|right|side|feet)(?: (?:hand )?side)?"
)
_AT_IT = re.compile(
    r"(?P<place>on|in|above|under|around|beside|next to|behind|in front of|over|near) (?:top of )?"
    r"(?:them|it|him|her|each)(?: all)?|(?P<bare>above|under|below|behind|beside)(?:neath)?"
)
_ENDS = re.compile(
    r"(?:,? ?(?:please|too|as well|instead|now|then|each|of (?:its|their|his|her) own"
    r"|as a (?:gift|present)|,)(?= |$) ?)+"
)
_NEEDS = frozenset({"needs", "need", "wants", "want", "deserves", "deserve"})
"""Verbs after which what is no known thing is a deed: "the sofa needs a wash"."""
_COMPANIONS = frozenset({
    "companion", "friend", "partner", "buddy", "mate", "playmate", "colleague", "pal", "sidekick",
    "company", "helper",
})  # fmt: skip
_ASPECTS = frozenset({
    "color", "colour", "look", "coat", "feel", "touch", "shape", "space", "room", "name", "break",
    "rest", "makeover", "turn", "push", "chance", "size", "texture", "finish", "material", "style",
    "vibe", "atmosphere", "mood", "height", "width", "depth", "tint", "shade", "hue", "polish",
    "position", "place", "side", "meter", "metre", "cm", "degree", "bit", "lot", "view", "layer",
    "twist", "spin", "tone", "pattern", "glow", "shine", "hand", "one", "more", "life", "light",
})  # fmt: skip
"""What things have that is no thing of its own."""
_AROUND = frozenset(
    {"ring", "rings", "fence", "hedge", "moat", "rope", "railing", "border", "path"}
)
_UNDER = frozenset({"rug", "carpet", "mat", "doormat"})
_TOO = re.compile(r" (?:too|as well|also|likewise|the same)$")
_MOST = 5
"""Things given at once."""
CLOTHES = (
    "People are of one piece with what they wear: say it when one is added, for example: a knight "
    "in a red cape."
)


BODY = "People and animals are of one piece here: I can not give them another {part}."


@dataclass(frozen=True, slots=True)
class _Owner:
    """Who or what shall have something: its words, and the things they mean."""

    said: str
    items: Sequence[SceneItem]

    @property
    def each(self) -> tuple[str, ...]:
        """Words for each of them: "the knights" as "each knight", else one after the other."""
        labels = {label_of(i) for i in self.items}
        if len(labels) == 1:
            return (f"each {labels.pop()}",)
        return tuple(f"the {i.name.lower()}" for i in self.items)

    @property
    def is_somebody(self) -> bool:
        return all(is_somebody(i.noun, label_of(i)) for i in self.items)

    @property
    def is_figure(self) -> bool:
        """Whether none of them lives: a snowman, a doll."""
        rows = [noun_row(i.noun) for i in self.items]
        return not any(row is not None and row.category in {"person", "animal"} for row in rows)


def given(said: Line, finder: Finder) -> str:
    """The plain command in "give the knight a sword", "the bard should wear a hat"; "" for other
    words, and for what can not be told as one."""
    read = _read(said, finder)
    if read is None:
        return ""
    owner, start = read
    wanted = _wanted(said, start, finder)
    if not wanted or (said.at(start - 1) in _NEEDS and not all(p.noun for p, _, _ in wanted)):
        return ""
    stop = wanted[-1][1]
    after, filled = _filled(said, stop, wanted)
    tail = _tail(after, owner)
    if tail is None:
        return ""
    commands: dict[str, list[str]] = {}
    for phrase, end, begin in wanted:
        place = tail or _place(phrase, owner)
        if not place:
            return ""
        several = len(owner.items) > 1 and owner.said.split()[:1] not in (["each"], ["every"])
        one_each = several and not phrase.counted and not phrase.pronoun
        thing = with_article(singular(phrase.label)) if one_each else said.span(begin, end)
        for whom_ in _each(owner, finder) if one_each else (owner.said,):
            commands.setdefault(f"{place} {whom_}", []).append(thing)
    told = [f"put {' and '.join(some)} {place}" for place, some in commands.items()]
    return ". ".join([*told, *filled])


def _filled(
    said: Line, stop: int, wanted: Sequence[tuple[Phrase, int, int]]
) -> tuple[str, list[str]]:
    """The words after the things but for "with a flower (in it)", and the command that this is."""
    rest = said.part(stop, len(said))
    inside = phrase_at(rest, 1) if rest.at(0) == "with" and len(wanted) == 1 else None
    if inside is None or inside[0].definite or inside[0].pronoun or not inside[0].noun:
        return rest.text, []
    end = inside[1] + (2 if rest.span(inside[1], inside[1] + 2) in {"in it", "in them"} else 0)
    holder = singular(wanted[0][0].head)
    return rest.part(end, len(rest)).text, [f"put {inside[0].said} in each {holder}"]


def _each(owner: _Owner, finder: Finder) -> tuple[str, ...]:
    """Words for each of the owners: "each desk" where they are all there are of a kind."""
    labels = {label_of(i) for i in owner.items}
    alike = [i for i in finder.items if label_of(i) in labels]
    if len(alike) == len(owner.items):
        return owner.each
    placed = [" ".join(by_place([item], finder)) for item in owner.items]
    return tuple(placed) if all(placed) else owner.each


def _all_named(said: Line, at: int) -> list[Phrase]:
    """What is named in "a hat and a coat", things or none."""
    found: list[Phrase] = []
    while (named := phrase_at(said, at)) is not None:
        found.append(named[0])
        if said.at(named[1]) not in {"and", ","}:
            break
        at = named[1] + 1
    return found


def given_too(said: Line, before: Line, finder: Finder) -> str:
    """ "the queen too" after "the king wants a crown"; "" for any other words."""
    too = _TOO.search(said.text)
    stop = len(said.text[: too.start()].split()) if too else 0
    other = select(said.part(0, stop), 0, finder) if stop else None
    if other is None or other.stop != stop or not other.items or other.missing:
        return ""
    before = without_politeness(before)
    read = _read(before, finder)
    if read is None or {i.id for i in read[0].items} & {i.id for i in other.items}:
        return ""
    at = next(
        (
            n
            for n in range(len(before))
            if before.part(n, len(before)).text.startswith(f"{read[0].said} ")
        ),
        None,
    )
    if at is None:
        return ""
    after = at + len(read[0].said.split())
    return given(Line((*before.words[:at], *said.words[:stop], *before.words[after:])), finder)


def part_of_it(said: Line, finder: Finder) -> str:
    """What is said to clothes or a part for what is there already; "" for any other words."""
    read = _read(said, finder)
    found = phrase_at(said, read[1]) if read is not None else None
    if read is None or found is None or found[0].definite or not read[0].is_somebody:
        return ""
    if read[0].is_figure:
        return ""  # what is put on a snowman is a thing of its own
    if any(_is_clothing(phrase) for phrase in _all_named(said, read[1])):
        return CLOTHES
    part = singular(found[0].head.split()[-1])
    return BODY.format(part=part) if part in wc.PARTS else ""


def _read(said: Line, finder: Finder) -> tuple[_Owner, int] | None:
    """Who shall have something, and the word at which that is named."""
    return _gives(said, finder) or _lets(said, finder) or _has(said, finder)


def _gives(said: Line, finder: Finder) -> tuple[_Owner, int] | None:
    """ "give the knight ...", "equip him with ...", "dress the bard in ..."."""
    verb = said.match(_GIVES, 0) or said.match(_DRESSES, 0)
    owner = _owner(said, verb[1], finder) if verb else None
    if verb is None or owner is None:
        return None
    found, stop = owner
    joint = said.match(_WITH, stop)
    if said.at(0) not in _WITHOUT_WITH and joint is None:
        return None
    return found, joint[1] if joint else stop


def _lets(said: Line, finder: Finder) -> tuple[_Owner, int] | None:
    """ "let the knight hold ...", "make the bard wear ..."."""
    verb = said.match(_LETS, 0)
    owner = _owner(said, verb[1], finder) if verb else None
    deed = said.match(_LET, owner[1]) if owner else None
    return (owner[0], deed[1]) if owner and deed else None


def _has(said: Line, finder: Finder) -> tuple[_Owner, int] | None:
    """ "the knight should carry ...", "one of the kids could use ..."."""
    wants = said.match(_I_WANT, 0)
    owner = _owner(said, wants[1] if wants else 0, finder)
    if owner is None:
        return None
    deed = said.match(_TO_HAVE if wants else _HAS, owner[1])
    if deed is None and owner[0].is_somebody and not wants:
        deed = said.match(_DOES, owner[1])
    return (owner[0], deed[1]) if deed else None


def _owner(said: Line, at: int, finder: Finder) -> tuple[_Owner, int] | None:
    """Who is named at word ``at``, and the word after; None where nobody there is."""
    if said.at(at) in _SOMEBODY:
        meant = whom(finder, said.at(at))
        return (_Owner(f"the {meant[0].name.lower()}", meant), at + 1) if meant else None
    if said.at(at) in _POINTING and not finder.last:
        return None  # nobody knows what
    for stop in range(min(len(said), at + 9), at, -1):
        part = said.part(0, stop)
        chosen = select(part, at, finder, filtered=True)
        if chosen is None or chosen.stop != stop or chosen.missing or not chosen.items:
            continue
        if all(is_shell(i) for i in chosen.items):
            continue
        if said.at(at) in {"a", "an", "some"} or not _goes_on(said, stop):
            continue
        return _Owner(part.part(at, stop).text, chosen.items), stop
    return None


def _goes_on(said: Line, stop: int) -> bool:
    """Whether what follows an owner is a deed or a thing that is given."""
    following = said.at(stop)
    return (
        said.match(_HAS, stop) is not None
        or said.match(_DOES, stop) is not None
        or said.match(_TO_HAVE, stop) is not None
        or said.match(_LET, stop) is not None
        or said.match(_WITH, stop) is not None
        or (following in wc.DETERMINERS and following not in wc.PRONOUNS)
        or phrase_at(said, stop) is not None
    )


def _wanted(said: Line, at: int, finder: Finder) -> list[tuple[Phrase, int, int]]:
    """The things named from word ``at`` on, with where each stops and begins; none where one of
    them is no thing that could be had."""
    found: list[tuple[Phrase, int, int]] = []
    while len(found) < _MOST:
        begin = at
        named = phrase_at(said, at)
        if named is None or named[0].pronoun:
            break
        phrase, stop = named
        if singular(phrase.head) in _COMPANIONS:
            if said.at(stop) not in {":", ","}:
                return []
            at = stop + 1
            continue
        if not _is_thing(phrase, finder):
            return []
        found.append((phrase, stop, begin))
        at = stop
        if said.at(at) == "," and said.at(at + 1) == "and":
            at += 1
        following = phrase_at(said, at + 1) if said.at(at) in {"and", ","} else None
        if following is None or not (following[0].noun or following[0].counted):
            break
        at += 1
    return found


def _is_thing(phrase: Phrase, finder: Finder) -> bool:
    head = singular(phrase.head.split()[-1]) if phrase.head else ""
    if not head or head in _ASPECTS or names_nothing(phrase.head) or head in wc.PARTS:
        return False
    if phrase.definite:
        return bool(finder.fitting(phrase))
    if phrase.noun:
        return True
    return phrase.counted or phrase.plural or phrase.said.split()[:1] in (["a"], ["an"], ["some"])


def _tail(text: str, owner: _Owner) -> str | None:
    """The place that the words after the things say; "" where they say none, None where they say
    what is not understood."""
    text = _ENDS.sub("", text.strip(" .!?")).strip(" ,.!?")
    if not text or _HELD_IN.fullmatch(text) or _TO_PLAY.fullmatch(text):
        return ""
    if _ON_HEAD.fullmatch(text):
        return "on"
    there = _AT_IT.fullmatch(text)
    if there is not None:
        return there["place"] or there["bare"]
    side = _ASIDE.fullmatch(text)
    if side is not None:
        return f"to the {side['side']} of" if side["side"] in {"left", "right"} else "next to"
    return None


def _place(phrase: Phrase, owner: _Owner) -> str:
    """Where a thing is that ``owner`` has; "" where it is part of it."""
    if owner.is_somebody:
        if _is_headwear(phrase):
            return "on"
        worn = "on" if owner.is_figure else ""
        return worn if _is_clothing(phrase) else "next to"
    row = noun_row(owner.items[0].noun)
    own = noun_row(phrase.noun)
    head = singular(phrase.head.split()[-1])
    if head in _AROUND:
        return "around"
    if head in _UNDER:
        return "under"
    if row is not None and row.hollow and row.top is None and is_small(phrase):
        return "in"
    if row is not None and row.top is not None and own is not None and own.seat:
        return "at"
    carried = is_small(phrase) and (own is None or own.placement not in {"floor", "wall"})
    if row is not None and (row.top is not None or row.seat) and carried:
        return "on"
    if row is not None and row.category == "vehicle":
        return "on"
    return "next to"


def _is_headwear(phrase: Phrase) -> bool:
    head = singular(phrase.head)
    return not {head, head.split()[-1]}.isdisjoint(HEADWEAR)


def _is_clothing(phrase: Phrase) -> bool:
    head = singular(phrase.head)
    return not {phrase.head, head, head.split()[-1]}.isdisjoint(GARMENTS)
