"""What people say around a wish and that changes nothing of it: laughter, an announcement before a
colon, a purpose or a reason after it, "will you?".

What belongs here: taking such words off a text by their form. What does not: fillers within a
sentence (``plainly``), kind words (``courtesy``).
"""

from __future__ import annotations

import re

from consumers.lexicon.edits.commands import command_at, without_politeness
from consumers.lexicon.sentences.settings import named_setting
from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.gazetteer import noun_at
from consumers.lexicon.words.tokens import Line, read

_LONGEST = 1200
"""Characters of a text that is looked at."""
_LAUGHS = r"(?:(?:a*h+a+)+h*|(?:he){2,}h?|heh|(?:hi){2,}|lo+l+|rofl|lmao|xd+|yay|woo+|aw+)"
_CRIES = re.compile(rf"^\s*(?:{_LAUGHS}\b[\s,.!:)]+)+(?=\w)", re.IGNORECASE)
_CRIED = re.compile(rf"(?<=\w)(?:[\s,.!]+(?:{_LAUGHS}|:-?[)D])(?![\w-]))+[\s.!]*$", re.IGNORECASE)
_ONE_MORE = re.compile(
    r"^\s*(?:(?:oh|ah|and|but|ok|okay|so|also|wait|just)[\s,]+)*(?:(?:yes|yeah)[\s,]+)?"
    r"(?:(?:there is|there's) )?(?:(?:one|a|my|the)? ?(?:more|other|another|last|final|next|quick"
    r"|small|little|tiny|minor|first|second|third)+(?: (?:more|other|last|final|quick|small"
    r"|little))*"
    r" (?:thing|request|change|point|note|wish|question|idea|thought|one|tweak|fix|step|edit"
    r"|favou?r|detail)|while you(?: are|'re) at it|before i forget|by the way|speaking of which"
    r"|come to think of it|now that i (?:see|look at) it|thinking about it)\s*(?:[,:;.!-]+|–|—)\s*"
    r"(?=\w)",
    re.IGNORECASE,
)
"""What announces a wish: "one more thing, ..."."""
_TAGS = re.compile(
    r"(?:[,\s]+(?:(?:will|would|can|could|won't) (?:you|u)|ok(?:ay)?|yeah|if possible"
    r"|if (?:you|u) (?:can|would|please|like|don't mind)|when(?:ever)? (?:you|u) (?:get (?:a"
    r"|the) (?:chance|moment|minute|sec)"
    r"|have (?:a )?(?:chance|moment|minute|sec|time)|can|are ready)|in your own time|cheers|ta"
    r"|mate|asap|for me)(?=[\s,?!.]|$))+[\s?!.]*$",
    re.IGNORECASE,
)
_SUBJECT = (
    r"(?:i|we|you|he|she|they|it|that|this|there|people|everyone|everybody|nobody|no one"
    r"|(?:the|my|our|your|his|her|their) [a-z]+(?: [a-z]+)?)"
)
_STATES = (
    r"(?:can(?: not)?|can't|could|may|might|will|would|do(?: not)?|don't|does(?: not)?|doesn't"
    r"|stays?|keeps?|gets?|feels?|knows?|has|have|had|looks?(?! at\b)|seems?|likes?|loves?|wants?"
    r"|needs?|prefers?|comes?|sees?|is|are|was|were|am|'s|'re|'m)"
)
_PLACED = re.compile(
    r"\b(?:fac(?:e|es|ing)|look(?:s|ing)? (?:at|to|towards?)|point(?:s|ing)?|touch(?:es|ing)?"
    r"|(?:is|are|be|stands?|sits?|hangs?|lies) (?:right |just |exactly |also )*(?:on|in|at|under"
    r"|next|near|behind|above|against|between|beside|by|opposite|in front|to the|left|right|as|\d)"
    r"|match(?:es)?|align(?:s|ed)?|fits? (?:the|in|on|under|between|into|an?|it)|fill(?:s)?"
    r"|parallel|level|cent(?:er|re)(?:d|s)?|turn(?:s|ed)"
    r"|as \w+ as|(?:bigger|smaller|taller|higher|wider|lower|longer|further|closer))\b",
    re.IGNORECASE,
)
"""Purposes that tell how a thing shall stand or how big it shall be, and are read elsewhere."""
_WHY = re.compile(
    rf"[\s,]+(?:so that(?= [a-z])|so(?= {_SUBJECT} {_STATES}\b)|because|cos|coz|cuz|'cause"
    rf"|since(?= {_SUBJECT} ?{_STATES}\b)|as(?= (?:it is|it's|it was|i|we|he|she"
    rf"|they) ?{_STATES}\b)"
    rf"|in order to|in case|for the simple reason that|otherwise(?= {_SUBJECT}\b)"
    rf"|or else(?= {_SUBJECT}\b))\s[^.;!?\n]{{2,120}}",
    re.IGNORECASE,
)
_WHY_FIRST = re.compile(
    r"^\s*(?:because|since|as) (?P<why>[^.;!?\n,]{5,90}),\s*(?:so |then |please |can you "
    r"|could you )*"
    r"(?P<wish>\w.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ASKS = re.compile(
    r"^\s*(?:and |so |but )*(?:why|what|how|where|who|when|which|is|are|did|does|do|was|were)\b",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"\b(?:should|could|can|must|want|wants|need|needs|would like|has to|have to|let)\b",
    re.IGNORECASE,
)
_NEXT_WISH = re.compile(r"(?:,| and| so| then) (?=\w)")
_COLON = re.compile(r"^(?P<frame>[^:;.!?\n]{2,48}):\s+(?P<wish>\w[^\n]*)$", re.DOTALL)
_ON_IT = re.compile(r"(?:it|this|that|things|everything|them|you|me|us|the (?:scene|room|set))")


_TOO_SCARY = re.compile(
    r"^\s*(?:(?:oh|no|eh|ugh|hmm+|ok|okay|well|wait|but)[\s,!.]+)*(?:that|this|it|he|she)(?:'s|s"
    r"| is| was|"
    r" looks)? (?:way |far |much |a bit |a little )?too (?!big|small|large|tall|short|high|low|far"
    r"|close"
    r"|near|much|many|little|dark|bright|wide|narrow|long|light|thin|thick|deep|loud|few)[a-z]+"
    r"[,.!;]+\s*(?=(?:an?|the|make|put|move|give|can|could|please|take|remove|i want|maybe) ?\w)",
    re.IGNORECASE,
)
"""A remark that no reader can act on, before what is wanted: "that's too scary, a small one"."""


_PRAISED = re.compile(
    r"^\s*(?:(?:ok|okay|yeah|yes|oh|alright|and|wow|hm+)[\s,]+)*(?:cool|great|nice|perfect|awesome"
    r"|lovely|good|super|excellent|sweet|fine|thanks|thank you|brilliant|beautiful)[\s,.!]+"
    r"(?:(?:and|now|then|so|but|next|ok|okay|um+|uh+)\b[\s,]*)+(?=\w)",
    re.IGNORECASE,
)
"""Praise that runs on into a wish: "okay cool and one more on the other one"."""
_KINDLY = re.compile(
    r"\b(?:(?:could|would|can|will) (?:you|u) )?(?:please )?be so (?:kind|nice|good|sweet|lovely)"
    r"(?: as)?(?: to| and)\s+(?=\w)",
    re.IGNORECASE,
)
_DEAR = re.compile(
    r"(?:(?<=please)|(?<=thanks)|(?<=thank you)|(?<=\bno)|(?<=\boh)|(?<=\byes)|(?<=\bwell)"
    r"|(?<=\bok)|(?<=\bokay)|(?<=\bnow)|(?<=\bsorry)),? (?:my )?(?:dear|darling|love|sweetie|honey"
    r"|mate|buddy|pal|bro|dude|man|sir|madam|ma'am|boss|friend)(?= ?(?:[,.!?]|$| no\b| not\b"
    r"| please\b))",
    re.IGNORECASE,
)
"""Whom people speak to: "please dear"."""
_SILLY = re.compile(
    r"^\s*(?:(?:oh|no|haha|ok|okay|hm+|wait|but)[\s,!.]+)*(?:that|this|it)(?:'?s| is| was| looks?)"
    r" (?:so |very |really |a bit |just |too )*(?:silly|funny|weird|ugly|wrong|stupid|bad|scary|odd"
    r"|strange|crazy|boring|nice|good|great|ok|okay|cool|fine|better|perfect)[,.!;]*\s+(?:and "
    r"|but |so"
    r" |now |then |please )*(?=(?:put|make|move|take|turn|remove|delete|add|paint|give|change) \w)",
    re.IGNORECASE,
)
"""A judgement without a mark before what is wanted: "that's silly put it down"."""


_FORGET = re.compile(
    r"^\s*(?:(?:oh|ah|ok|okay|no|well|hm+|actually|wait|sorry)[\s,]+)*(?:forget (?:that|it|about it"
    r"|about that|this)|never ?mind(?: that| it)?|scratch that|nvm)[\s,.!;-]+(?:(?:and|but|instead"
    r"|just|rather|now|please|let's)[\s,]+)*(?=\w)",
    re.IGNORECASE,
)
"""A wish that is dropped before another one: "forget that, put the bed at the wall"."""
_MUSING = re.compile(
    r"^\s*(?:(?:now|so|well|hm+|um+|ok|okay)[\s,]+)*(?:what (?:was|is) it(?: again)?|what else"
    r"(?: was there)?|let me (?:think|see)|where was i)[\s,.!?]+(?:(?:oh|ah|hm+|yes|right|um+|ok"
    r"|okay)[\s,]+)*(?=(?:an?|the|some|and|put|add|make) )",
    re.IGNORECASE,
)
_THOUGHT = re.compile(
    r"^\s*(?:on reflection|having thought about it|all things considered|if i may|forgive me"
    r"|come to think of it|all in all|strictly speaking|to be fair)\s*,\s*(?=\w)",
    re.IGNORECASE,
)
_ITS = re.compile(
    r"\bits (?=(?:fine|good|ok|okay|great|perfect|nice|too|not|so|very|a|still|better|bad|wrong"
    r"|ugly"
    r"|cool|all|just|enough|really|the)\b)",
    re.IGNORECASE,
)
_PLUS = re.compile(r"^\s*\+\s?(\d{1,2})\s+(?=[a-z])", re.IGNORECASE)
_UNDO_ME = re.compile(
    r"^\s*i (?:want|need|would like|wanna)(?: an?| the| to)? (?=(?:undo|redo)\b)", re.I
)


def unframed(text: str) -> str:
    """``text`` without what frames its wishes; the same text where nothing else would be left."""
    if not text.strip() or len(text) > _LONGEST:
        return text
    said = without_cries(text)
    said = _PLUS.sub(r"add \1 more ", said)
    for pattern in (_DEAR, _UNDO_ME, _MUSING, _THOUGHT, _PRAISED, _ONE_MORE, _TOO_SCARY, _SILLY):
        said = pattern.sub("", said)
    said = _without_dropped(_ITS.sub("it is ", _KINDLY.sub("", said)))
    said = _without_announcement(said)
    said = _without_tag(said)
    said = _without_reasons(said)
    return said if read(said).words else text


def without_cries(text: str) -> str:
    """ "hahaha make it huge lol" as "make it huge"; the same text where nothing else is left."""
    said = _DEAR.sub("", _CRIED.sub("", _CRIES.sub("", text[:_LONGEST])))
    return f"{said}{text[_LONGEST:]}" if said.strip() else text


def _without_dropped(text: str) -> str:
    """ "forget that. instead put the bed there" as "put the bed there"."""
    found = _FORGET.match(text)
    line = without_politeness(read(text[found.end() :])) if found is not None else read("")
    return text[found.end() :] if found is not None and command_at(line, 0) is not None else text


def _without_tag(text: str) -> str:
    """ "put a rug there, will you?" as "put a rug there"; a question of another kind stays."""
    found = _TAGS.search(text)
    if found is None or not found.start():
        return text
    if _ASKS.match(text) is not None:
        return text
    line = without_politeness(read(text[: found.start()]))
    is_wish = len(line) > 1 and not _is_question(text, found)
    return text[: found.start()] if is_wish else text


def _is_question(text: str, tag: re.Match[str]) -> bool:
    """Whether a "?" at the end is of the whole text: "is it red, ok?"."""
    wished = command_at(without_politeness(read(text[: tag.start()])), 0)
    return "?" in tag.group() and wished is None


def _without_announcement(text: str) -> str:
    """ "stage it a bit: a throw on the sofa" as "a throw on the sofa"."""
    found = _COLON.match(text.strip())
    if found is None:
        return text
    frame = read(found["frame"])
    at = 1 if frame.at(0) in {"please", "now", "so", "ok", "okay", "and"} else 0
    verb_of_it = len(frame) > at + 1 and frame.match(_ON_IT, at + 1) is not None
    ends = range(at + 1 if verb_of_it else 0, len(frame))
    if command_at(frame, at) is not None and not verb_of_it:
        return text  # "add: a lamp" is read as it is
    if any(_names(frame, n) for n in ends) or not 0 < len(frame) <= 8:
        return text
    return found["wish"]


def _names(frame: Line, at: int) -> bool:
    """Whether a word names a thing, a place or a part of the scene, of which more is told then."""
    word = frame.at(at)
    if (
        word in wc.SHELL
        or word in wc.LIGHT_HEADS
        or word in wc.GENERIC_PLACES
        or word in wc.ABSTRACT - _SAID_OF_WISHES
    ):
        return True
    if any(ch.isdigit() for ch in word):
        return True
    known = noun_at(frame, at)
    named = known is not None and bool(known.noun) and word not in _SAID_OF_WISHES
    return named or named_setting(word) is not None


_SAID_OF_WISHES = frozenset({
    "thing", "things", "idea", "change", "note", "one", "bit", "moment", "time", "rest", "detail",
    "order", "request", "command", "instruction", "everything", "something", "lot", "touch",
    "please", "thanks", "kind", "way", "point", "style", "mood", "hint",
})  # fmt: skip


def _without_reasons(text: str) -> str:
    """ "a rug there so that it stays warm" as "a rug there": what it is for changes nothing."""
    if _ASKS.match(text) is not None:
        return text
    first = _WHY_FIRST.match(text)
    if first is not None and command_at(without_politeness(read(first["wish"])), 0) is not None:
        return first["wish"]
    found = _WHY.search(text)
    while found is not None:
        before = without_politeness(read(text[: found.start()]))
        wished = _wishes(before, text[: found.start()])
        if not wished or _PLACED.search(found.group()) is not None:
            return text
        stop = _until_next_wish(text, found)
        text = f"{text[: found.start()]}{text[stop:]}"
        found = _WHY.search(text)
    return text


def _wishes(line: Line, text: str) -> bool:
    """Whether words wish for something: a command, or a modal of the person's or the thing's."""
    return len(line) > 1 and (
        any(command_at(line, at) is not None for at in range(min(3, len(line))))
        or _WISHES.search(text) is not None
        or line.at(0) in {"a", "an", "another", "some", "two", "three", "more"}
    )


def _until_next_wish(text: str, why: re.Match[str]) -> int:
    """Where a reason ends: at the next command of the same breath, or at its sentence's end."""
    for found in _NEXT_WISH.finditer(text, why.start() + 1, why.end()):
        line = without_politeness(read(text[found.end() : why.end()]))
        if command_at(line, 0) is not None and len(line) > 1:
            return found.start()
    return why.end()
