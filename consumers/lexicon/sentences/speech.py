"""How people talk when they do not write: fillers, mended starts, words from other grammars.

What belongs here: words in the place of words ("left from the stove" is "left of the stove"), by
their form alone. Words taken back and slips of the pen are mended in ``mending``.
"""

from __future__ import annotations

import re

from consumers.lexicon.words.gazetteer import named
from consumers.lexicon.words.plurals import singular
from consumers.lexicon.words.tokens import Line
from consumers.lexicon.words.wordclasses import SHELL

_DET = (
    r"(?:the|a|an|my|our|his|her|their|its|this|that|some|each|every|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|\d+)"
)
_PLACE = r"(?:on|in|under|next|near|behind|against|at|by|between|around|above|along|over|beside)"
_REWRITTEN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(said), meant)
    for said, meant in (
        (r"\b((?:in|into) an? (?:\w+ )?(?:row|line))(?: ,)? from (?:left to right|right to left)",
         r"\1"),
        # Whose it was.
        (r"^(?:\w+ , )?(?:my|our) (?:grand\w+|granny|nan|mum|mom|mother|dad|father|parents"
         r"|aunt|uncle|brother|sister|friend|neighbou?r|wife|husband|son|daughter)"
         r" (?:used to (?:have|own)|had|has|have|owned|owns) (?=(?:this|that|an?|the) )", ""),
        # Fillers and starts.
        (r"^(?:(?:so|okay|ok|right|well|basically|now|yeah|picture|imagine|think of|hm+) (?:, )?)+"
         r"(?=(?:there is|there are|it is|this|an?|the|my|our) )", ""),
        (r"^(?:one|1)(?= (?:\w+ )?(?:room|scene|place|kitchen|bedroom|bathroom|office|garden)\b)",
         "a"),
        (r"(?<=\w) (?:yeah|innit)(?: ,)?(?= (?:and|so) (?:there|the|a|an|it|then|um|like)\b)", ""),
        (r"\b(it is (?:an?|the|my|our) \w+(?: \w+)?) right(?= and (?:the|there|an?|then|we) )",
         r"\1"),
        (rf"\b(is|are) like (?={_PLACE} {_DET} )", r"\1 "),
        (rf"\b({_DET}) (?:(?:like|uh|um|er|erm) )+(?:{_DET} )?(?=\w)", r"\1 "),
        (r" (?:of course|or something(?: like that)?|or whatever|or so|and so on|and stuff|etc"
         r"|et cetera|you know|if that makes sense|nothing else(?: really)?|that is (?:it|all))"
         r"(?= [,.;!?\n]|$)", ""),
        # Clauses that only say that something is there.
        (r"\b(?:you|we|i|one)(?: (?:can|could|might|will|would|may|should))?"
         r"(?: also| then| clearly)? (?:see|find|saw|found|notice|noticed|spot|spotted)"
         r"(?= (?:an?|the|some|my|our|his|her|two|three|four|five|six|several|many|\d+) )",
         "there is"),
        (r"\b(?:i|we) (?:walked|went|came|stepped|entered|was|were|am|are|woke up|wake up|sat|stood"
         r"|stand|sit) (?:in|into|inside|at|through)? ?((?:the|an?|my|our) [^,.;!?]{3,40}?) and"
         r" (?:saw|see|found|find|noticed|there is)(?= )", r"in \1 there is"),
        (r"\b(there) (?:must|should|has to|have to|shall|needs to|could|might|can|will|ought to)"
         r" (?:also )?be(?= )", r"\1 is"),
        (r"\b(?:is|are) must be(?= )", "there is"),
        (r"\bmust be(?= (?:an?|the|one|two|three|four|\d+) )", "there is"),
        (r"^(?:level|scene|stage|act|chapter|area|zone|option|version|shot|map|room|quest|part)"
         r" (?:\d+|one|two|three|four|five) (?:[:.,] )?(?=\w)", ""),
        (r"^for (?:my|our|the|a) (?!(?:living|bed|bath)\b)[^,.;:!?\n]{3,30} : (?=\w)", ""),
        (r"^(?:int|ext) (?:\. )?(\w+(?: \w+)?) (night|day|evening|morning|dusk|dawn)\b",
         r"\1 at \2"),
        (r"^(?:int|ext) (?:\. )?(?=\w)", ""),
        (r"^in the (?:picture|scene|image|model)(?: ,)? (?=there (?:is|are) )", ""),
        (rf"\bwhere (?:my|our|the|i|we|people|they|he|she) (?!(?:[^,.;:!?]* )?(?:{_PLACE[3:-1]}|is"
         r"|are|was|were|stands?|hangs?|lies|sits?|has|have|there)\b)[^,.;:!?\n]{3,60}", ""),
        (r"\ba couple (?=(?:waiting|talking|sitting|standing|dancing|kissing|walking|eating|having"
         r"|holding|hugging|watching|looking|drinking)\b)", "two people "),
        (rf"\b(is|are|was|were) (?:burning|glowing|flickering|smoking|steaming|boiling"
         rf"|ticking|drying|waiting|simmering|blooming|shining|crackling|roaring|pecking)"
         rf" (?={_PLACE} )", r"\1 "),
        (r"\b(tables?|booths?) (?:that |which )?seats? (?:up to )?(?=(?:\d+|two|four|six|eight|ten"
         r"|twelve)\b)", r"\1 for "),
        (r"\b(\d+|two|three|four|five|six) (rows?|columns?|stacks?) x (?=\d)", r"\1 \2 of "),
        # What a scene is like.
        (r"\bthe (light|lighting|mood|atmosphere|weather|air) (?:is|was) (?:\w+ )?(\w+)"
         r"(?= [.,;!?]|$)", r"\2 \1"),
        (r"\b(light|lighting|sky|weather|time(?: of day)?) : (\w+)(?= [,.;!?\n]|$)", r"\2 \1"),
        (r"\bprops :", "objects :"),
        (r"\b(mood|atmosphere|vibe|feel|style|theme) : (\w+)(?: , \w+)*(?= [.;!?\n]|$)",
         r"\2 \1"),
        # Places in the words of other grammars.
        (r"\b(?:to the |on the )?left and (?:to the |on the )?right (?:side )?(?:of|from)(?= )",
         "on both sides of"),
        (r"\b(left|right) from(?= )", r"\1 of"),
        (r"\bnear (?:of|to|from|by)(?= )", "near"),
        (r"(?<!in )(?<!the )\bfront of(?= )", "in front of"),
        (r"\bin (?:the )?middle from(?= )", "in the middle of"),
        (r"\b(behind|under|above|over|beside|inside|around) (?:of|from)(?= )", r"\1"),
        (r"\bon (?:the )?top from(?= )", "on top of"),
        (r"\bfor to (?:sleep|sit|eat|cook|work|play|read|live|relax)\b", ""),
        (r"\bof (black|white|red|blue|green|yellow|brown|grey|gray|orange|pink|purple) colou?r\b",
         r"in \1"),
    )
)  # fmt: skip
_PLACE_FIRST = re.compile(
    r"(?P<start>(?:[,.;\n]|\band) (?:on|in|under|near|behind|beside|above) )"
    r"(?P<place>(?:(?:left|right|back|front) )?\w+) (?P<there>\w+)(?= |$)"
)
_MEANT = {"tree": "three", "too": "two", "tow": "two", "fore": "four"}
_NUMBER_MISSPELT = re.compile(
    r"(?:^|(?<=, )|(?<=with )|(?<=and )|(?<=are )|(?<=put )|(?<=add )|(?<=have )|(?<=has ))"
    r"(?P<number>tree|too|tow|fore) (?P<rest>\w+(?: \w+){0,2})"
)
"""What is written for a number by ear, before several things."""
_AGAIN = re.compile(
    r"(?:an?|one|the|some) (\w+) (?:(?:no|wait|well|actually|or|i mean|maybe|make that|sorry|oh) )*"
    r"((?:two|three|four|five|six|seven|eight|ten|\d+) (\w+))(?: (?:actually|even|in fact|rather))?"
)
_MAKE_THAT = re.compile(
    r"(?:an?|one|two|three|four|five|\d+|the)? ?(?P<noun>\w+)(?P<rest>(?: [^,.;]{1,30})?)"
    r" , (?:no |wait |actually |or |and )*(?:, )?make (?:that|it) "
    r"(?P<new>(?:two|three|four|five|six|seven|eight|ten|\d+) (?P<again>\w+))"
)


def plain_speech(line: Line) -> Line:
    """``line`` in the words of plain written English, where speech said it otherwise."""
    text = line.text
    for said, meant in _REWRITTEN:
        text = said.sub(meant, text)
    text = _NUMBER_MISSPELT.sub(_number_meant, text)
    text = _PLACE_FIRST.sub(_there_is, text)
    text = _MAKE_THAT.sub(_made_that, _AGAIN.sub(_said_again, text))
    return line if text == line.text else Line(tuple(text.split()), line.truncated)


def _number_meant(found: re.Match[str]) -> str:
    """ "tree round tables" is "three round tables", "too chairs" "two chairs"."""
    number, rest = found["number"], found["rest"].split()
    last = next((i for i, word in enumerate(rest) if _is_several(word)), None)
    if last is None or named(f"{number} {rest[0]}") or any(named(w) for w in rest[:last]):
        return found[0]
    return f"{_MEANT[number]} {found['rest']}"


def _is_several(word: str) -> bool:
    known = named(word)
    return known is not None and known.plural


def _there_is(found: re.Match[str]) -> str:
    """ "a table, on table bottle" is "a table, on table there is bottle"."""
    place = found["place"].split()[-1]
    known = place in SHELL or f" {place} " in f" {found.string[: found.start()]} "
    if not known or named(place) is None or named(singular(found["there"])) is None:
        return found[0]
    return f"{found['start']}{found['place']} there is {found['there']}"


def _said_again(found: re.Match[str]) -> str:
    """ "a bike two bikes actually" is "two bikes"."""
    same = singular(found[3]) == found[1] and found[3] != found[1]
    return found[2] if same else found[0]


def _made_that(found: re.Match[str]) -> str:
    """ "a chest full of gold, no make that two chests" is "two chests full of gold"."""
    same = singular(found["again"]) == singular(found["noun"])
    return found["new"] + found["rest"] if same else found[0]
