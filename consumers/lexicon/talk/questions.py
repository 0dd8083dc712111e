"""Whether words ask something, and what is asked, without the words around it.

What belongs here: telling a question from a wish ("can you see the dog?", "can you add a dog?").
What does not: the answer, which is in ``answers``.
"""

from __future__ import annotations

import re

from consumers.lexicon.words import wordclasses as wc
from consumers.lexicon.words.tokens import STOPS, Line

_PREFACE = re.compile(
    r"(?:(?:hey|hi|hello|ok|okay|please|so|well|and|but|then|now|um|uh|er|oh|thanks|cool|great"
    r"|just|also"
    r"|wait|sorry|hmm+|no|yes|yeah|ah|nah|hold on|excuse me|quick question|one question|by the way"
    r"|first|actually|listen|question|i have a question|another question|tell me(?= ,| :)|btw"
    r"|alright"
    r"|right(?= ,)|out of curiosity|just out of curiosity|just curious|i am just curious|,|\.|!"
    r"|:)(?: |$))+"
)
_EMBEDDED = re.compile(
    r"(?:(?:can|could|would|will) you (?:please )?(?:tell|say|show|remind|explain to|describe to)"
    r"(?: me| us)?|tell (?:me|us)|remind me|do you (?:know|remember)|i (?:wonder|am wondering)"
    r"|i (?:just )?(?:want|wanted|would like|would love|need|wish) to (?:know|hear|see(?= (?:what"
    r"|how many|where|which)))"
    r"|i (?:would be|am) (?:\w+ )?(?:delighted|glad|happy|curious|interested|keen) (?:to know|to"
    r" hear|to learn)?"
    r"|i (?:do not|cannot|can not) (?:know|remember|recall|see|tell)(?= (?:how|what|where|which"
    r"|whether|if|why))"
    r"|i (?:forgot|forget|have forgotten)|i am curious|any idea|say|let me know|explain"
    r"|remind me(?: again)?|might i ask|may i ask|can i ask(?: you)?|could i ask(?: you)?)"
    r"(?: about)?(?: (?=what|which|where|who|how|if|whether|when|why))"
)
_WHETHER = re.compile(r"(?:if|whether) ")
_POLAR = re.compile(
    r"(?:is|are|was|were|does|did|has|have|do|can|could|will|would|should|may|am|isn|aren|doesn"
    r"|don)"
    r"(?: not)? (?:there|the|this|that|these|those|it|they|you|we|i|my|our|any|anything|everything"
    r"|[a-z]+ \d+|anybody|anyone|all|both|some|something|he|she|its|your|a|an|one|two|three"
    r"|each|every)\b"
)
_ASKED = re.compile(
    r"(?:what|which|where|who|whose|when|why|how)\b(?! a\b| an\b| about\b| if\b| lovely| nice"
    r"| beautiful| cute)"
)
_WISH = re.compile(
    r"(?:can|could|would|will|may|do) (?:you|we|i|it|they|the)(?: \w+)??(?: please| maybe| also"
    r"| just| kindly| then| now| all| perhaps| think you could| want to| mind| like to"
    r"| be able to)* (?:(?:be )?(?P<verb>[a-z]+))"
)
_POSSIBLE = re.compile(
    r"(?:are you able|is it possible|would it be possible|is there (?:a|any) way)(?: for you)? to\b"
)
_BECOMES = re.compile(
    r"\b(?:be|get|become|go|move|turn|have)\b"
    r"|^(?:can|could|would|will|may) (?:the|my|it|they|that|this|those|these)(?: \w+){0,3}? "
    r"(?:please )?(?:come|stand|sit|face|grow|shrink|shift|slide|swap|point|hang)\b"
)
_LETS = re.compile(
    r"have (?:two|three|four|five|six|some|any|more|another|\d+) (?!of\b)|"
    r"(?:can|could|may) (?:i|we) (?:\w+ )?(?:have|get)\b|(?:have|do|will) (?:a|an)\b"
    r"|(?:can|could|may|might) (?:he|she|they|it|(?:the|each|every) [a-z]+) (?:please |also )?have"
    r" (?:an?|some|two|three) "
    r"|(?:can|could|may|might|should) there (?:also |please |maybe )?be\b"
    r"|(?:can|could|would|will) you (?:also |please |maybe |now )?do (?:an?|some|the|two|three) "
    r"|have (?:the|my|our|both|all|that|this) .*\b(?:higher|lower|bigger|larger|smaller|taller"
    r"|shorter|wider|longer|closer|nearer|further|brighter|darker|instead)\b"
    r"|have (?:the|my|both|all|that|this) (?:\w+ ){1,4}?(?:sit|stand|face|lie|lean|hang|look|turn"
    r"|be|move|go|point|sleep|float)\b"
)
_ASKING_VERBS = frozenset({
    "tell", "say", "see", "list", "describe", "name", "count", "explain", "remember", "hear",
    "know", "understand", "speak", "mean", "face", "faces", "match", "fit", "touch", "stand",
    "sit", "like", "think", "look", "looks", "go", "do", "help", "find", "walk", "reach",
    "work", "feel", "exist", "have", "has", "recognize", "read", "talk", "live", "come", "cost",
    "weigh", "lie", "belong", "hang", "overlap", "collide", "float",
})  # fmt: skip
_LIST = re.compile(
    r"(?:list|enumerate|describe|count|summari[sz]e|inventory)\b(?! (?:it|this|that) (?:as|to))"
    r"|name (?:all|every|everything|the \w+s$)"
    r"|(?:show|give|read)(?: me| us)? (?:a |the |an )?(?:(?:short|brief|full|complete"
    r"|detailed|quick"
    r"|rough) )?"
    r"(?:list|inventory|overview|summary|description)"
    r"|tell (?:me|us) (?:about|everything|all|more)"
)
_ABOUT = re.compile(r"(?:(?:what|how) about )?(?:the|my|our|this|that) [a-z ]{2,30}$")
_MEASURE = re.compile(
    r"(?:the )?(?:distance|gap|clearance|height|width|depth|length|size|dimensions|position"
    r"|location"
    r"|coordinates|footprint|colou?r|material) (?:of|between|from) "
)
_IN_ALL = re.compile(
    r"(?: ,)? (?:in total|altogether|in all|all in all|overall|all together|now|then|please"
    r"|again|at the"
    r" moment|at this (?:point|moment|time)|at this stage|right now|currently|exactly|so far)+$"
)
_WHY_NOT = re.compile(r"(?:why|how) (?:do not you|not|do not we|about|do you not|would you not)\b")


def asked(line: Line) -> Line | None:
    """The question that ``line`` asks, from its first word of asking on; None when it asks none."""
    line = _is_written_out(line)
    marked = "?" in line.words
    at = _after(line, _PREFACE, 0)
    inner = _after(line, _EMBEDDED, at)
    embedded, at = inner > at, inner
    at = _after(line, _WHETHER, at) if embedded else at
    question = _ended(line.part(at, len(line)))
    text = question.text
    if not text or _WHY_NOT.match(text):
        return None
    if marked and _MEASURE.match(text):  # "distance between the desks?"
        return Line(("what", "is", "the", *question.words[question.at(0) == "the" :]))
    if _LIST.match(text) or (marked and _ABOUT.match(text)):
        return question
    if embedded or _ASKED.match(text):
        return None if _commands(question, embedded or marked) else question
    if _POLAR.match(text) and not _is_wish(text):
        return None if _commands(question, marked) else question
    return None


def unprefaced(line: Line) -> Line:
    """``line`` without what comes before a question: "ok, and", "can you tell me"."""
    at = _after(line, _EMBEDDED, _after(line, _PREFACE, 0))
    return line.part(at, len(line))


def asks_what(line: Line) -> bool:
    """Whether ``line`` asks with a word of asking ("what did I say"), so that it is no wish."""
    question = asked(line)
    return question is not None and _ASKED.match(question.text) is not None


def asks_who(line: Line) -> bool:
    """Whether ``line`` asks after somebody ("who is at the bar")."""
    question = asked(line)
    return question is not None and question.at(0) in {"who", "whose"}


def _after(line: Line, pattern: re.Pattern[str], at: int) -> int:
    found = line.match(pattern, at)
    return found[1] if found is not None else at


def _ended(line: Line) -> Line:
    """The line up to the first full stop or question mark, without commas at its end."""
    choice = next((i for i, w in enumerate(line.words) if w == ":"), None)
    if choice is not None and "or" in line.words[choice:]:  # "which is taller: the bed or the tv"
        line = Line((*line.words[:choice], ",", *line.words[choice + 1 :]))
    stop = next((i for i, word in enumerate(line.words) if word in STOPS), len(line))
    said = line.part(0, stop)
    total = _IN_ALL.search(said.text)
    words = said.text[: total.start()].split() if total else list(said.words)
    while words and words[-1] == ",":
        words.pop()
    measured = _HOW_MANY_METRES.fullmatch(" ".join(words))
    if measured is not None:  # "how many metres is the garage long"
        words = ["how", measured["way"], measured["be"], *measured["thing"].split()]
    return Line(tuple(_in_one_word(words)))


_HOW_MANY_METRES = re.compile(
    r"how (?:many|much) (?:met(?:er|re)s?|m|cm|centimet(?:er|re)s?|feet|foot|inch(?:es)?) (?P<be>is"
    r"|are) (?P<thing>.+?) (?P<way>long|wide|tall|high|deep)"
)


def _is_written_out(line: Line) -> Line:
    """ "which one's taller" as "which one is taller"."""
    words = tuple(
        "is" if word == "'s" and line.at(at - 1) in _BEFORE_IS else word
        for at, word in enumerate(line.words)
    )
    return Line(words, line.truncated)


_BEFORE_IS = frozenset({
    "one", "which", "what", "who", "where", "how", "that", "it", "there", "thing", "everything",
    "he", "she", "here", "everybody", "anybody", "something", "anything",
})  # fmt: skip


def _in_one_word(words: list[str]) -> list[str]:
    """ "the most tall" as "the tallest", "more wide" as "wider"."""
    said: list[str] = []
    for word in words:
        if said[-1:] in (["most"], ["more"]) and word in _MOST:
            said[-1] = _MOST[word] + ("st" if said[-1] == "most" else "r")
        else:
            said.append(word)
    return said


_MOST = {
    "tall": "talle", "big": "bigge", "small": "smalle", "large": "large", "wide": "wide",
    "long": "longe", "high": "highe", "near": "neare", "close": "close", "far": "furthe",
    "low": "lowe", "short": "shorte", "deep": "deepe", "narrow": "narrowe",
}  # fmt: skip
"""Words that are compared by an ending, up to it."""


def _is_wish(text: str) -> bool:
    """ "can you add a dog" asks to do something, "can you see the dog" asks."""
    if _LETS.match(text) or _POSSIBLE.match(text):
        return True
    found = _WISH.match(text)
    if re.match(r"do (?:it|this|that|them|the|all|some|something|anything|both|one)\b", text):
        return not re.match(r"do (?:the|they|all|both) \w+ \w", text)
    if found is None or text.split(" ", 1)[0] in {"is", "are", "does", "did", "has"}:
        return False
    if not re.match(r"\w+ (?:you|we|i)\b", text):  # "can the sofa be red", "will it fall over"
        return bool(_BECOMES.search(text))
    verb = found.group("verb")
    return verb not in _ASKING_VERBS and (verb in wc.VERBS or not text.startswith("do "))


def _commands(question: Line, is_asked: bool) -> bool:
    """Whether the words go on with a command ("where the sofa is, put a lamp")."""
    if is_asked:
        return False
    for at, word in enumerate(question.words[:-1]):
        if word in {",", "and", "then"} and question.at(at + 1) in _COMMANDS:
            return True
    return False


_COMMANDS = frozenset({
    "put", "add", "make", "place", "move", "remove", "delete", "create", "build", "turn", "paint",
    "replace", "set", "hang", "give", "bring",
})  # fmt: skip
